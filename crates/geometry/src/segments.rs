//! Straight lines cut by rectangles.

use super::{Point, Rect};

/// A straight line from the first point to the second.
pub type Segment = [Point; 2];

/// The part of a segment that lies in a rectangle.
pub fn part_inside([a, b]: Segment, rect: &Rect) -> Option<Segment> {
    let (enter, leave) = span(a, b, rect)?;
    Some([along(a, b, enter), along(a, b, leave)])
}

/// The parts of a segment that lie outside a rectangle, in the segment's direction.
///
/// ```
/// use geometry::{Point, Rect, parts_outside};
///
/// let through = [Point::new(-1.0, 1.0), Point::new(4.0, 1.0)];
/// let parts = parts_outside(through, &Rect::new(0.0, 0.0, 2.0, 2.0));
/// assert_eq!(parts, [[through[0], Point::new(0.0, 1.0)], [Point::new(2.0, 1.0), through[1]]]);
/// ```
pub fn parts_outside([a, b]: Segment, rect: &Rect) -> Vec<Segment> {
    let Some((enter, leave)) = span(a, b, rect) else { return vec![[a, b]] };
    let before = (enter > 0.0).then(|| [a, along(a, b, enter)]);
    let after = (leave < 1.0).then(|| [along(a, b, leave), b]);
    before.into_iter().chain(after).collect()
}

/// Points along a segment, `step` apart, the first one included.
pub fn points_along([a, b]: Segment, step: f64) -> impl Iterator<Item = Point> {
    let count = (a.distance(b) / step).ceil().max(1.0);
    (0..count as u32).map(move |index| along(a, b, f64::from(index) / count))
}

fn along(a: Point, b: Point, t: f64) -> Point {
    Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
}

/// Where a segment enters and leaves a rectangle, from 0 at its start to 1 at its end; none if it only touches it.
fn span(a: Point, b: Point, rect: &Rect) -> Option<(f64, f64)> {
    let sides = [
        (a.x - b.x, a.x - rect.x),
        (b.x - a.x, rect.right() - a.x),
        (a.y - b.y, a.y - rect.y),
        (b.y - a.y, rect.bottom() - a.y),
    ];
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    (enter < leave).then_some((enter, leave))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect::new(10.0, 10.0, 20.0, 20.0);

    fn segment(x0: f64, y0: f64, x1: f64, y1: f64) -> Segment {
        [Point::new(x0, y0), Point::new(x1, y1)]
    }

    #[test]
    fn a_line_through_a_box_is_cut_in_three() {
        let line = segment(0.0, 20.0, 40.0, 20.0);
        assert_eq!(part_inside(line, &BOX), Some(segment(10.0, 20.0, 30.0, 20.0)));
        let outside = vec![segment(0.0, 20.0, 10.0, 20.0), segment(30.0, 20.0, 40.0, 20.0)];
        assert_eq!(parts_outside(line, &BOX), outside);
    }

    #[test]
    fn a_line_that_misses_or_only_touches_a_box_stays_whole() {
        for line in [segment(0.0, 0.0, 40.0, 0.0), segment(0.0, 20.0, 20.0, 0.0), segment(40.0, 0.0, 40.0, 40.0)] {
            assert_eq!(part_inside(line, &BOX), None, "{line:?}");
            assert_eq!(parts_outside(line, &BOX), vec![line]);
        }
    }

    #[test]
    fn a_line_within_a_box_leaves_nothing_outside() {
        let line = segment(12.0, 12.0, 28.0, 20.0);
        assert_eq!(part_inside(line, &BOX), Some(line));
        assert!(parts_outside(line, &BOX).is_empty());
    }

    #[test]
    fn points_along_a_line_are_no_further_apart_than_asked() {
        let points: Vec<Point> = points_along(segment(0.0, 0.0, 10.0, 0.0), 4.0).collect();
        assert_eq!(points.len(), 3);
        assert!(points.windows(2).all(|pair| pair[0].distance(pair[1]) <= 4.0));
        assert_eq!(points_along(segment(1.0, 1.0, 1.0, 1.0), 4.0).count(), 1);
    }
}
