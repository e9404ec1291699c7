//! How much of a border a reader can see, and so how much of it the page needs.

use super::UNIT;
use super::metres::extent_in_metres;
use geometry::{Fit, MOST, Point, Rect, TransverseMercator};
use story::model::{Canvas, MapFile};

/// By how many pixels a border may lie beside where it was, in the largest view of it.
///
/// A line of .7 px, as thin as the page draws borders, covers what is a third of a pixel aside.
pub const VISIBLE: f64 = 0.3;

/// What of the land is drawn how large.
pub struct Detail {
    /// Each view's ground in metres, and its pixels per metre.
    views: Vec<(Rect, f64)>,
}

impl Detail {
    /// Of all frames and their insets, at both widths.
    pub fn new(map: &MapFile, projection: TransverseMercator) -> Self {
        let canvases = map.frames.iter().flat_map(|frame| [&frame.wide, &frame.narrow]);
        Self { views: canvases.flat_map(|canvas| views(canvas, projection)).collect() }
    }

    /// How far, in metres, a line within these bounds may come to lie from where it was: [`VISIBLE`] pixels in the
    /// largest view that shows any of it, enlarged as far as a reader can, but no less than what rounding to whole
    /// steps does anyway.
    pub fn tolerance(&self, bounds: &Rect) -> f64 {
        let shown = self.views.iter().filter(|(basemap, _)| touches(basemap, bounds)).map(|(_, scale)| *scale);
        let scale = shown.reduce(f64::max).or_else(|| self.views.iter().map(|(_, scale)| *scale).reduce(f64::min));
        scale.map_or(0.0, |scale| VISIBLE / (scale * MOST)).max(UNIT / 2.0)
    }
}

fn views(canvas: &Canvas, projection: TransverseMercator) -> Vec<(Rect, f64)> {
    let [width, height] = canvas.size;
    let main = (canvas.extent, canvas.area, [0.0, 0.0, width, height]);
    let inset = canvas.inset.as_ref().map(|inset| (inset.extent, inset.area, inset.area));
    let view = |(extent, area, whole): ([f64; 4], [f64; 4], [f64; 4])| {
        let rect = |[x, y, width, height]: [f64; 4]| Rect::new(x, y, width, height);
        let (fit, whole) = (Fit::new(extent_in_metres(projection, extent), rect(area)), rect(whole));
        let corners = [Point::new(whole.x, whole.y), Point::new(whole.right(), whole.bottom())];
        Some((Rect::bounding(corners.map(|corner| fit.to_ground(corner)))?, fit.scale))
    };
    std::iter::once(main).chain(inset).filter_map(view).collect()
}

fn touches(a: &Rect, b: &Rect) -> bool {
    a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom()
}
