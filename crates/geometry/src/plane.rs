//! Points, rectangles and the move from metres on the ground to pixels on the page.

/// A point; the unit and the direction of `y` depend on the space and are named where it is used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Up in metres, down in pixels.
    pub y: f64,
}

impl Point {
    /// A point from its two parts.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The straight distance to another point.
    pub fn distance(self, other: Self) -> f64 {
        // Not `hypot`, which takes ten times as long to be right where squares overflow; nothing is that far away.
        ((self.x - other.x).powi(2) + (self.y - other.y).powi(2)).sqrt()
    }
}

/// A rectangle with sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top in pixels, bottom in metres.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Rect {
    /// From left, top, width and height.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Around a centre.
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        Self::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height)
    }

    /// The smallest one around all points; `None` without any.
    pub fn bounding(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (mut low, mut high) = (first, first);
        for point in points {
            low = Point::new(low.x.min(point.x), low.y.min(point.y));
            high = Point::new(high.x.max(point.x), high.y.max(point.y));
        }
        Some(Self::new(low.x, low.y, high.x - low.x, high.y - low.y))
    }

    /// The right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The side opposite `y`.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same, larger by `by` on every side.
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, (self.width + 2.0 * by).max(0.0), (self.height + 2.0 * by).max(0.0))
    }

    /// How deep two rectangles overlap, in the smaller direction; zero if they do not.
    ///
    /// ```
    /// use geometry::Rect;
    ///
    /// let label = Rect::new(0.0, 0.0, 10.0, 10.0);
    /// assert_eq!(label.overlap(&Rect::new(8.0, 4.0, 10.0, 10.0)), 2.0);
    /// assert_eq!(label.overlap(&Rect::new(10.0, 0.0, 10.0, 10.0)), 0.0);
    /// ```
    pub fn overlap(&self, other: &Self) -> f64 {
        let across = self.right().min(other.right()) - self.x.max(other.x);
        let along = self.bottom().min(other.bottom()) - self.y.max(other.y);
        across.min(along).max(0.0)
    }

    /// Whether the other lies wholly within.
    pub fn holds(&self, other: &Self) -> bool {
        other.x >= self.x && other.y >= self.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// How far a point is from the nearest point of the rectangle; zero within.
    pub fn distance(&self, point: Point) -> f64 {
        let across = (self.x - point.x).max(point.x - self.right()).max(0.0);
        let along = (self.y - point.y).max(point.y - self.bottom()).max(0.0);
        across.hypot(along)
    }

    /// Whether the point lies within or on the edge.
    pub fn has(&self, point: Point) -> bool {
        point.x >= self.x && point.y >= self.y && point.x <= self.right() && point.y <= self.bottom()
    }
}

/// From metres (y up) to pixels (y down): one scale, no rotation.
///
/// ```
/// use geometry::{Fit, Point, Rect};
///
/// let fit = Fit::new(Rect::new(0.0, 0.0, 2000.0, 1000.0), Rect::new(0.0, 0.0, 100.0, 100.0));
/// assert_eq!(fit.to_page(Point::new(0.0, 1000.0)), Point::new(0.0, 25.0));
/// assert_eq!(fit.to_ground(Point::new(100.0, 75.0)), Point::new(2000.0, 0.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Pixels per metre.
    pub scale: f64,
    /// The pixel of the metre origin.
    pub origin: Point,
}

impl Fit {
    /// The largest that shows all of `ground` within `page`, centred.
    ///
    /// An empty ground is shown at one pixel per metre in the middle.
    pub fn new(basemap: Rect, page: Rect) -> Self {
        let scale = (page.width / basemap.width).min(page.height / basemap.height);
        let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
        let (middle, target) = (basemap.centre(), page.centre());
        Self { scale, origin: Point::new(target.x - middle.x * scale, target.y + middle.y * scale) }
    }

    /// Metres to pixels.
    pub fn to_page(&self, basemap: Point) -> Point {
        Point::new(self.origin.x + basemap.x * self.scale, self.origin.y - basemap.y * self.scale)
    }

    /// Pixels to metres.
    pub fn to_ground(&self, page: Point) -> Point {
        Point::new((page.x - self.origin.x) / self.scale, (self.origin.y - page.y) / self.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fit_shows_all_of_the_ground_and_turns_it_upside_down() {
        let fit = Fit::new(Rect::new(1000.0, 1000.0, 100.0, 50.0), Rect::new(0.0, 0.0, 200.0, 200.0));
        let low = fit.to_page(Point::new(1000.0, 1000.0));
        let high = fit.to_page(Point::new(1100.0, 1050.0));
        assert_eq!((low.x, high.x), (0.0, 200.0));
        assert!(low.y > high.y && low.y <= 200.0 && high.y >= 0.0);
    }

    #[test]
    fn there_and_back_is_the_same_point() {
        let fit = Fit::new(Rect::new(-5.0, 3.0, 7.0, 9.0), Rect::new(10.0, 20.0, 640.0, 480.0));
        let point = Point::new(1.25, 4.5);
        let back = fit.to_ground(fit.to_page(point));
        assert!(back.distance(point) < 1e-9);
    }

    #[test]
    fn an_empty_ground_does_not_divide_by_zero() {
        let fit = Fit::new(Rect::new(5.0, 5.0, 0.0, 0.0), Rect::new(0.0, 0.0, 100.0, 100.0));
        assert_eq!(fit.to_page(Point::new(5.0, 5.0)), Point::new(50.0, 50.0));
    }

    #[test]
    fn rectangles_that_only_touch_do_not_overlap() {
        let a = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert_eq!(a.overlap(&Rect::new(10.0, 0.0, 5.0, 5.0)), 0.0);
        assert_eq!(a.overlap(&Rect::new(8.0, 4.0, 5.0, 5.0)), 2.0);
    }
}
