//! The viewport that the reader has zoomed to, as the address has it.

use contract::payload::Viewport;
use contract::{Extent, attribute};

use super::drawing::Drawing;
use crate::browser::dom::around;
use crate::geometry::{MOST, Point, Zoom, held};

/// What an address says of a zoom; nothing of the map as it is at first, and nothing of a map without a name.
pub fn of(drawing: &Drawing, zoom: Zoom) -> Option<Extent> {
    let map = name_of(drawing)?;
    let (frame, [left, top, width, height]) = (drawing.frame, drawing.home);
    let middle = zoom.seen(frame).centre();
    let x = left + (middle.x - frame.x) / frame.width * width;
    let y = top + (middle.y - frame.y) / frame.height * height;
    let percent = (zoom.scale * 100.0).round() as u32;
    (percent > 100)
        .then(|| Extent { map, viewport: Viewport { centre: [x.round() as i32, y.round() as i32], percent } })
}

/// The zoom that an address asks for.
pub fn zoom_at(drawing: &Drawing, viewport: Viewport) -> Zoom {
    let (frame, [left, top, width, height]) = (drawing.frame, drawing.home);
    let [x, y] = viewport.centre.map(f64::from);
    let point = Point::new(frame.x + (x - left) / width * frame.width, frame.y + (y - top) / height * frame.height);
    Zoom::centred(frame, point, held(f64::from(viewport.percent) / 100.0, 1.0, MOST)).within(frame)
}

/// The name that an address has for a map.
pub fn name_of(drawing: &Drawing) -> Option<String> {
    around(&drawing.map, attribute::of::VIEW)?.get_attribute(attribute::VIEW)
}
