//! How a drawing lies in the window.

use super::{Point, Zoom};

/// From units of a drawing to CSS pixels of the window, while the drawing is at rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScreenMatrix {
    /// Pixels for each unit.
    pub scale: f64,
    /// Where the drawing's origin stands in the window.
    pub window: Point,
    /// Where it stands in the drawing's own box.
    pub own: Point,
}

impl ScreenMatrix {
    /// A drawing that has not been looked at: a pixel for each unit.
    pub const UNSEEN: Self = Self { scale: 1.0, window: Point { x: 0.0, y: 0.0 }, own: Point { x: 0.0, y: 0.0 } };

    /// Which point of the drawing stands at a point of the window.
    pub fn to_drawing(self, at: Point) -> Point {
        Point::new((at.x - self.window.x) / self.scale, (at.y - self.window.y) / self.scale)
    }

    /// What moves the drawing's own box, which is scaled about its corner, from one zoom to another: a factor and a way
    /// in pixels.
    ///
    /// ```
    /// use geometry::{Point, ScreenMatrix, Zoom};
    /// let matrix = ScreenMatrix { scale: 2.0, ..ScreenMatrix::UNSEEN };
    /// let next = Zoom { scale: 3.0, shift: Point::new(-10.0, 0.0) };
    /// assert_eq!(matrix.moving(Zoom::NONE, next), Zoom { scale: 3.0, shift: Point::new(-20.0, 0.0) });
    /// ```
    pub fn moving(self, from: Zoom, to: Zoom) -> Zoom {
        let Zoom { scale, shift } = from.towards(to);
        let along = |own: f64, shift: f64| own * (1.0 - scale) + shift * self.scale;
        Zoom { scale, shift: Point::new(along(self.own.x, shift.x), along(self.own.y, shift.y)) }
    }
}
