//! Metres on the ground, and the steps that the page counts them in.

use geometry::{Rect, TransverseMercator};

/// Metres per step of the geometry in the page: a tenth of a pixel at 10 pixels to the kilometre.
pub const UNIT: f64 = 10.0;
/// The metre rectangle around an extent in degrees; meridians and parallels bend a little, so the middles of the
/// sides count too.
pub fn extent_in_metres(projection: TransverseMercator, [west, south, east, north]: [f64; 4]) -> Rect {
    let middle = ((west + east) / 2.0, (south + north) / 2.0);
    let points = [
        (west, south),
        (middle.0, south),
        (east, south),
        (east, middle.1),
        (east, north),
        (middle.0, north),
        (west, north),
        (west, middle.1),
    ];
    let corners = points.map(|(longitude, latitude)| projection.forward(longitude, latitude));
    Rect::bounding(corners).unwrap_or(Rect::new(0.0, 0.0, 1.0, 1.0))
}
