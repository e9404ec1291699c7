//! The middle of an area, and how large it is.

use super::Point;

/// The centroid of an area and its size, in the square of its unit; none for rings without an inside.
///
/// Rings are closed; a hole runs the other way round than the ring that it lies in, as TopoJSON and GeoJSON have it.
///
/// ```
/// use geometry::{Point, centroid};
///
/// let ring = |corners: &[(f64, f64)]| corners.iter().map(|(x, y)| Point::new(*x, *y)).collect::<Vec<_>>();
/// let square = ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]);
/// assert_eq!(centroid(&[square.clone()]), Some((Point::new(2.0, 2.0), 16.0)));
/// // With a hole in its right half the middle moves to the left.
/// let hole = ring(&[(3.0, 1.0), (3.0, 3.0), (4.0, 3.0), (4.0, 1.0), (3.0, 1.0)]);
/// assert!(centroid(&[square, hole]).is_some_and(|(middle, size)| middle.x < 2.0 && size == 14.0));
/// ```
pub fn centroid(rings: &[Vec<Point>]) -> Option<(Point, f64)> {
    // Counted from a corner, or far from the origin the small differences would drown.
    let origin = *rings.first()?.first()?;
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for pair in rings.iter().flat_map(|ring| ring.windows(2)) {
        let [a, b] = [pair[0], pair[1]].map(|point| Point::new(point.x - origin.x, point.y - origin.y));
        let cross = a.x * b.y - b.x * a.y;
        twice += cross;
        x += (a.x + b.x) * cross;
        y += (a.y + b.y) * cross;
    }
    (twice != 0.0)
        .then(|| (Point::new(origin.x + x / (3.0 * twice), origin.y + y / (3.0 * twice)), (twice / 2.0).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_middle() {
        let line = vec![Point::new(0.0, 0.0), Point::new(1.0, 1.0), Point::new(0.0, 0.0)];
        assert_eq!(centroid(&[line]), None);
        assert_eq!(centroid(&[]), None);
    }

    #[test]
    fn which_way_a_ring_runs_changes_nothing() {
        let mut ring: Vec<Point> =
            [(100.0, 200.0), (103.0, 200.0), (100.0, 206.0), (100.0, 200.0)].map(|(x, y)| Point::new(x, y)).into();
        let there = centroid(&[ring.clone()]);
        ring.reverse();
        assert_eq!(there, centroid(&[ring]));
        assert_eq!(there, Some((Point::new(101.0, 202.0), 9.0)));
    }
}
