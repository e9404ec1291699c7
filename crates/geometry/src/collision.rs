//! When two boxes on a map meet while it is enlarged: their points move apart and the boxes keep their size.

use super::{Point, Rect};

/// A box that keeps its size and its distance from a point of the map, which is enlarged around any centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnchoredBox {
    /// The box, where the map is not enlarged.
    pub rect: Rect,
    /// The point that it moves with.
    pub anchor: Point,
}

/// From which factor to which, 1 at the least, two boxes overlap by more than the tolerance; none if they never do.
///
/// Both are larger than the tolerance.
///
/// ```
/// use geometry::{AnchoredBox, Point, Rect, collision};
///
/// let name = |x: f64, anchor: f64| AnchoredBox { rect: Rect::new(x, 0.0, 10.0, 10.0), anchor: Point::new(anchor, 5.0) };
/// // Four pixels apart too little, and a pixel further for each tenth that the map is larger.
/// assert_eq!(collision(&name(0.0, 0.0), &name(6.0, 10.0), 0.0), Some([1.0, 1.4]));
/// ```
pub fn collision(a: &AnchoredBox, b: &AnchoredBox, tolerance: f64) -> Option<[f64; 2]> {
    let across =
        within(b.rect.x - a.rect.x, b.anchor.x - a.anchor.x, [tolerance - b.rect.width, a.rect.width - tolerance])?;
    let along =
        within(b.rect.y - a.rect.y, b.anchor.y - a.anchor.y, [tolerance - b.rect.height, a.rect.height - tolerance])?;
    let (start, end) = (across[0].max(along[0]).max(0.0), across[1].min(along[1]));
    (start < end).then_some([1.0 + start, 1.0 + end])
}

/// When a distance that starts here and grows at this rate lies between the two ends.
fn within(start: f64, rate: f64, [low, high]: [f64; 2]) -> Option<[f64; 2]> {
    if rate == 0.0 {
        return (low < start && start < high).then_some([0.0, f64::INFINITY]);
    }
    let (a, b) = ((low - start) / rate, (high - start) / rate);
    Some([a.min(b), a.max(b)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn afloat(x: f64, anchor: f64) -> AnchoredBox {
        AnchoredBox { rect: Rect::new(x, 0.0, 10.0, 10.0), anchor: Point::new(anchor, 5.0) }
    }

    #[test]
    fn boxes_on_their_own_points_never_meet() {
        assert_eq!(collision(&afloat(0.0, 5.0), &afloat(10.0, 15.0), 1.0), None);
    }

    #[test]
    fn boxes_on_the_far_sides_of_each_other_s_points_meet_and_part_again() {
        // The right one's box starts forty to the left of the other's and gains ten with every step.
        let (left, right) = (afloat(40.0, 0.0), afloat(0.0, 10.0));
        let [from, to] = collision(&left, &right, 0.0).expect("they cross");
        assert!((from - 4.0).abs() < 1e-9 && (to - 6.0).abs() < 1e-9, "{from} {to}");
        assert_eq!(collision(&right, &left, 0.0), Some([from, to]));
        let [later, sooner] = collision(&left, &right, 2.0).expect("they cross");
        assert!(later > from && sooner < to, "a tolerance shortens the collision");
    }

    #[test]
    fn boxes_of_one_point_meet_always_or_never() {
        assert_eq!(collision(&afloat(0.0, 3.0), &afloat(5.0, 3.0), 0.0), Some([1.0, f64::INFINITY]));
        assert_eq!(collision(&afloat(0.0, 3.0), &afloat(11.0, 3.0), 0.0), None);
    }
}
