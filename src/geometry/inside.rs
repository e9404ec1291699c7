//! Whether a point lies in an area, and how far it is from its border.

use super::Point;

/// Whether the point lies inside the rings, by the even-odd rule; holes are rings too.
pub fn contains(rings: &[Vec<Point>], point: Point) -> bool {
    // A plain loop: placing labels asks this a million times, and unoptimised iterators take five times as long.
    let mut inside = false;
    for ring in rings {
        let mut from_above = ring.first().is_some_and(|first| first.y > point.y);
        for pair in ring.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let to_above = b.y > point.y;
            if from_above != to_above && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
                inside = !inside;
            }
            from_above = to_above;
        }
    }
    inside
}

/// The distance from the point to the nearest edge of the rings, in their unit; infinite without edges.
pub fn distance_to_border(rings: &[Vec<Point>], point: Point) -> f64 {
    edges(rings).map(|(a, b)| distance_to_edge(a, b, point)).fold(f64::INFINITY, f64::min)
}

fn edges(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> + '_ {
    rings.iter().flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])))
}

/// The distance from the point to the straight line between two others.
pub fn distance_to_edge(a: Point, b: Point, point: Point) -> f64 {
    let length = (b.x - a.x).powi(2) + (b.y - a.y).powi(2);
    let along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
    let along = if along.is_finite() { along.clamp(0.0, 1.0) } else { 0.0 };
    point.distance(Point::new(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: f64, high: f64) -> Vec<Point> {
        [(low, low), (high, low), (high, high), (low, high), (low, low)].map(|(x, y)| Point::new(x, y)).to_vec()
    }

    #[test]
    fn a_hole_is_outside() {
        let rings = [square(0.0, 10.0), square(4.0, 6.0)];
        assert!(contains(&rings, Point::new(2.0, 5.0)));
        assert!(!contains(&rings, Point::new(5.0, 5.0)));
        assert!(!contains(&rings, Point::new(11.0, 5.0)));
    }

    #[test]
    fn the_border_is_as_far_as_its_nearest_edge() {
        assert_eq!(distance_to_border(&[square(0.0, 10.0)], Point::new(13.0, 5.0)), 3.0);
        assert_eq!(distance_to_border(&[square(0.0, 10.0)], Point::new(5.0, 1.0)), 1.0);
        assert!(distance_to_border(&[], Point::new(0.0, 0.0)).is_infinite());
    }
}
