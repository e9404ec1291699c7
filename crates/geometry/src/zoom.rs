//! Zooming and panning a drawing: which part of it is seen, and where its points come to stand.

use super::{Point, Rect};

/// How far a reader may zoom in, as a factor.
pub const MOST: f64 = 8.0;

/// The nearest number within limits. `f64::clamp` can panic, and its message writes numbers: ten kilobytes in the WASM.
#[allow(clippy::manual_clamp)]
pub fn held(value: f64, least: f64, most: f64) -> f64 {
    value.max(least).min(most)
}

/// From points of the drawing to points on the page: `p · scale + shift`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    /// The factor, from 1 to [`MOST`].
    pub scale: f64,
    /// What is added then.
    pub shift: Point,
}

impl Zoom {
    /// The drawing as it was laid out.
    pub const NONE: Self = Self { scale: 1.0, shift: Point { x: 0.0, y: 0.0 } };

    /// Where a point of the drawing stands.
    pub fn apply(self, point: Point) -> Point {
        Point::new(point.x * self.scale + self.shift.x, point.y * self.scale + self.shift.y)
    }

    /// Which point of the drawing stands here.
    pub fn invert(self, point: Point) -> Point {
        Point::new((point.x - self.shift.x) / self.scale, (point.y - self.shift.y) / self.scale)
    }

    /// The same with another factor, so that what stands at `fixed` stays there.
    pub fn about(self, fixed: Point, scale: f64) -> Self {
        let under = self.invert(fixed);
        Self { scale, shift: Point::new(fixed.x - under.x * scale, fixed.y - under.y * scale) }
    }

    /// Moved over the page.
    pub fn moved(self, by: Point) -> Self {
        Self { shift: Point::new(self.shift.x + by.x, self.shift.y + by.y), ..self }
    }

    /// With a point of the drawing in the middle of a frame.
    pub fn centred(frame: Rect, point: Point, scale: f64) -> Self {
        Self::placing(point, frame.centre(), scale)
    }

    /// With a point of the drawing at this one of the page.
    pub fn placing(point: Point, at: Point, scale: f64) -> Self {
        Self { scale, shift: Point::new(at.x - point.x * scale, at.y - point.y * scale) }
    }

    /// The nearest that keeps to the limits and leaves no part of the frame empty.
    ///
    /// ```
    /// use geometry::{Point, Rect, Zoom};
    /// let frame = Rect::new(0.0, 0.0, 90.0, 60.0);
    /// assert_eq!(Zoom::NONE.moved(Point::new(5.0, 5.0)).within(frame), Zoom::NONE);
    /// assert_eq!(Zoom::centred(frame, Point::new(0.0, 0.0), 2.0).within(frame).shift, Point::new(0.0, 0.0));
    /// ```
    pub fn within(self, frame: Rect) -> Self {
        let scale = held(self.scale, 1.0, MOST);
        let kept = if scale == self.scale { self } else { self.about(frame.centre(), scale) };
        let covered = |shift: f64, low: f64, high: f64| held(shift, high - high * scale, low - low * scale);
        let shift =
            Point::new(covered(kept.shift.x, frame.x, frame.right()), covered(kept.shift.y, frame.y, frame.bottom()));
        Self { scale, shift }
    }

    /// The part of the drawing that a frame shows.
    pub fn seen(self, frame: Rect) -> Rect {
        let corner = self.invert(Point::new(frame.x, frame.y));
        Rect::new(corner.x, corner.y, frame.width / self.scale, frame.height / self.scale)
    }

    /// What leads from how things stand with this to how they stand with `next`.
    pub fn towards(self, next: Self) -> Self {
        let scale = next.scale / self.scale;
        Self { scale, shift: Point::new(next.shift.x - self.shift.x * scale, next.shift.y - self.shift.y * scale) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rect = Rect { x: 10.0, y: 20.0, width: 300.0, height: 200.0 };

    fn near(a: Point, b: Point) -> bool {
        a.distance(b) < 1e-9
    }

    #[test]
    fn what_is_under_the_fingers_stays_there() {
        let (zoom, at) = (Zoom { scale: 2.0, shift: Point::new(-80.0, -60.0) }, Point::new(120.0, 90.0));
        let next = zoom.about(at, 3.5);
        assert!(near(next.apply(zoom.invert(at)), at));
    }

    #[test]
    fn a_frame_is_never_empty_and_never_beyond_the_limits() {
        for scale in [0.3, 1.0, 2.5, 7.0, 40.0] {
            for shift in [-4000.0, -100.0, 0.0, 55.0, 3000.0] {
                let zoom = Zoom { scale, shift: Point::new(shift, -shift) }.within(FRAME);
                let seen = zoom.seen(FRAME);
                assert!((1.0..=MOST).contains(&zoom.scale), "{zoom:?}");
                assert!(FRAME.grown(1e-6).holds(&seen), "{zoom:?} shows {seen:?}");
            }
        }
    }

    #[test]
    fn the_way_from_one_to_the_next_leads_there() {
        let (from, to) = (
            Zoom { scale: 1.5, shift: Point::new(-20.0, 7.0) },
            Zoom { scale: 4.0, shift: Point::new(-300.0, -90.0) },
        );
        let point = Point::new(77.0, 31.0);
        assert!(near(from.towards(to).apply(from.apply(point)), to.apply(point)));
    }

    #[test]
    fn a_point_is_brought_to_the_middle() {
        let point = Point::new(100.0, 90.0);
        assert!(near(Zoom::centred(FRAME, point, 3.0).apply(point), FRAME.centre()));
    }
}
