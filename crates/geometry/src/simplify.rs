//! Lines with fewer points, by how far they come to lie from where they were.

use super::Point;
use super::point_in_polygon::distance_to_edge;

/// The line without the points that can be missed: none of them is further than `tolerance` from what is left.
/// Its ends stay.
///
/// After Ramer (1972) and Douglas and Peucker (1973), whose measure is the distance that a reader would see.
/// Visvalingam's measure, an area, bounds no distance: a long thin spike has little of it.
///
/// ```
/// use geometry::{Point, simplified};
/// let line = [(0.0, 0.0), (5.0, 0.4), (10.0, 0.0), (15.0, 3.0), (20.0, 0.0)].map(|(x, y)| Point::new(x, y));
/// assert_eq!(simplified(&line, 1.0), [line[0], line[2], line[3], line[4]]);
/// ```
pub fn simplified(line: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(first) = line.first() else { return Vec::new() };
    let mut kept = vec![*first];
    keep(line, tolerance, &mut kept);
    kept
}

/// Adds what is kept of a line after its first point.
fn keep(line: &[Point], tolerance: f64, kept: &mut Vec<Point>) {
    let [from, between @ .., to] = line else { return };
    let off = |(index, point): (usize, &Point)| (index + 1, distance_to_edge(*from, *to, *point));
    let furthest = between.iter().enumerate().map(off).max_by(|a, b| a.1.total_cmp(&b.1));
    match furthest {
        Some((middle, distance)) if distance > tolerance => {
            keep(&line[..=middle], tolerance, kept);
            keep(&line[middle..], tolerance, kept);
        }
        _ => kept.push(*to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zigzag(height: f64) -> Vec<Point> {
        (0..9).map(|i| Point::new(f64::from(i), if i % 2 == 0 { 0.0 } else { height })).collect()
    }

    #[test]
    fn what_is_left_out_lies_within_the_tolerance_of_what_is_left() {
        for tolerance in [0.1, 0.5, 0.9, 2.0] {
            let line = zigzag(0.9);
            let rest = simplified(&line, tolerance);
            let off = |point: &Point| {
                rest.windows(2).map(|pair| distance_to_edge(pair[0], pair[1], *point)).fold(f64::INFINITY, f64::min)
            };
            assert!(line.iter().all(|point| off(point) <= tolerance), "{tolerance}");
            assert_eq!((rest.first(), rest.last()), (line.first(), line.last()));
        }
    }

    #[test]
    fn a_line_loses_what_cannot_be_seen_and_keeps_what_can() {
        assert_eq!(simplified(&zigzag(0.2), 0.5).len(), 2);
        assert_eq!(simplified(&zigzag(0.9), 0.5).len(), 9);
    }

    #[test]
    fn a_line_without_a_middle_stays() {
        for length in 0..3 {
            let line = &zigzag(1.0)[..length];
            assert_eq!(simplified(line, 100.0), line);
        }
    }
}
