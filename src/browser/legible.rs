//! The words of a map that has less room than it was laid out for: none smaller than a reader can read, and those for which
//! there is no room then are left out, the ones that the step names last.

use contract::{attribute, class, joined};
use wasm_bindgen::JsCast;
use web_sys::{SvgElement, SvgsvgElement};

use super::dom::{all_within, mark};
use super::zoom;

/// How small words may be on the screen, in CSS pixels.
const LEAST: f64 = 11.0;
/// The smallest words of a drawing beside steps, in its own units (`style/story.css`).
const SMALLEST: f64 = 13.5;
/// In per cent, read by the style sheet.
const GROWN: &str = "--grown";
/// The names that had no room at this size; others come only when the map is enlarged.
const LEFT_OUT: &str = joined!(class::of::COLLIDED, ":not(", attribute::of::FROM, ")");

/// Sees to it for a drawing as it is shown now; one that the reader has enlarged has its names sorted out already.
pub fn keep_legible(map: &SvgsvgElement) {
    if zoom::is_zoomed(map) {
        return;
    }
    let scale = map.get_screen_ctm().map_or(1.0, |matrix| f64::from(matrix.a()));
    let percent = (LEAST / SMALLEST / scale * 100.0).ceil().min(200.0) as i32;
    let style = map.unchecked_ref::<SvgElement>().style();
    if percent > 100 {
        let _ = style.set_property(GROWN, &percent.to_string());
    } else if style.remove_property(GROWN).is_ok_and(|before| before.is_empty()) {
        return;
    }
    all_within(map, LEFT_OUT).for_each(|label| mark(&label, class::COLLIDED, false));
    if percent > 100 {
        zoom::make_room(map);
    }
}
