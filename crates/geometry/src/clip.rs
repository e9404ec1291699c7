//! What of a line or a ring lies within a rectangle.

use super::{Lines, Point, Rect, part_inside};

/// The parts of a line within the rectangle, in order: a line that leaves and comes back is two.
///
/// ```
/// use geometry::{Point, Rect, clip_line};
///
/// let line = [(1.0, 1.0), (20.0, 1.0), (20.0, 3.0), (1.0, 3.0)].map(|(x, y)| Point::new(x, y));
/// let parts = clip_line(&line, &Rect::new(0.0, 0.0, 10.0, 10.0));
/// assert_eq!(parts.len(), 2);
/// assert_eq!(parts[1], [Point::new(10.0, 3.0), Point::new(1.0, 3.0)]);
/// ```
pub fn clip_line(line: &[Point], to: &Rect) -> Lines {
    let mut parts: Lines = Vec::new();
    for pair in line.windows(2) {
        let Some([from, end]) = part_inside([pair[0], pair[1]], to) else { continue };
        match parts.last_mut() {
            Some(part) if part.last() == Some(&from) => part.push(end),
            _ => parts.push(vec![from, end]),
        }
    }
    parts
}

/// The part of a closed ring within the rectangle, by Sutherland and Hodgman; empty where there is none.
///
/// Where the ring leaves the rectangle the result follows its side, so it is to be filled and not stroked.
///
/// ```
/// use geometry::{Point, Rect, clip_ring};
///
/// let triangle = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (-5.0, 5.0)].map(|(x, y)| Point::new(x, y));
/// let within = clip_ring(&triangle, &Rect::new(0.0, 0.0, 10.0, 10.0));
/// assert!(within.iter().all(|point| (0.0..=10.0).contains(&point.x) && (0.0..=10.0).contains(&point.y)));
/// assert!(clip_ring(&triangle, &Rect::new(50.0, 50.0, 1.0, 1.0)).is_empty());
/// ```
pub fn clip_ring(ring: &[Point], to: &Rect) -> Vec<Point> {
    let sides: [fn(Point, &Rect) -> f64; 4] =
        [|p, r| p.x - r.x, |p, r| r.right() - p.x, |p, r| p.y - r.y, |p, r| r.bottom() - p.y];
    let mut kept = ring.to_vec();
    for depth in sides {
        let points = std::mem::take(&mut kept);
        for (index, end) in points.iter().enumerate() {
            let from = points[(index + points.len() - 1) % points.len()];
            let (a, b) = (depth(from, to), depth(*end, to));
            if (a < 0.0) != (b < 0.0) {
                let t = a / (a - b);
                kept.push(Point::new(from.x + (end.x - from.x) * t, from.y + (end.y - from.y) * t));
            }
            if b >= 0.0 {
                kept.push(*end);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect::new(0.0, 0.0, 10.0, 10.0);

    fn points(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two_parts() {
        let line = points(&[(-5.0, 5.0), (5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)]);
        let parts = [points(&[(0.0, 5.0), (5.0, 5.0), (10.0, 5.0)]), points(&[(10.0, 8.0), (5.0, 8.0)])];
        assert_eq!(clip_line(&line, &BOX), parts);
    }

    #[test]
    fn a_line_outside_has_no_part_even_where_it_passes_a_corner() {
        assert!(clip_line(&points(&[(-2.0, 1.0), (1.0, -2.0)]), &BOX).is_empty());
        assert!(clip_line(&points(&[(20.0, 0.0), (20.0, 10.0)]), &BOX).is_empty());
    }

    #[test]
    fn a_ring_around_the_box_becomes_the_box_and_one_beside_it_nothing() {
        let around = clip_ring(&points(&[(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)]), &BOX);
        assert_eq!(Rect::bounding(around.iter().copied()), Some(BOX));
        assert_eq!(around.len(), 4);
        assert!(clip_ring(&points(&[(20.0, 0.0), (30.0, 0.0), (30.0, 5.0)]), &BOX).is_empty());
    }
}
