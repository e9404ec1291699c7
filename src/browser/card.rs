//! The card about a number's source, beside the number it was asked for at.

use contract::payload::Opened;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom::{by_id, set_or_remove};
use super::opened::enter;
use super::schedule::soon;
use super::sheet::{is_sheet, keep_above_sheet};
use super::window::{scrolled, window_height};

/// Between the number and its card, in CSS pixels.
const GAP: f64 = 8.0;
/// What the header covers of the window, at most, in CSS pixels.
const HEADER: f64 = 64.0;

/// Opens the card of the number it was asked for at.
pub fn open(opener: &Element) {
    place(opener);
    let opener = opener.clone();
    soon(move || {
        enter(Opened::Card, &opener);
        keep_above_sheet(Opened::Card, &opener);
    });
}

/// Moves the card below the number it was asked for at, or above it where it would end below the window; within the window's
/// width. A sheet stands where it stands.
pub fn place(opener: &Element) {
    let card = by_id(Opened::Card.id());
    let Some(card) = card else { return };
    if is_sheet() {
        return set_or_remove(&card, "style", None);
    }
    let Some(window) = web_sys::window() else { return };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (scroll, width) = (scrolled(), number(window.inner_width()));
    let rect = opener.get_bounding_client_rect();
    let room = (width - 32.0).min(380.0);
    let left = rect.left().min(width - room - 16.0).max(16.0);
    let style = card.unchecked_ref::<HtmlElement>().style();
    // Whole numbers: writing others would bring ten kilobytes into the WASM.
    let set = |name, value: f64| drop(style.set_property(name, &format!("{}px", value.round() as i32)));
    set("left", left);
    set("width", room);
    // Only now that it is as wide as it will be is it as high.
    let height = GAP + card.get_bounding_client_rect().height();
    let (above, below) = (rect.top() - height, rect.bottom() + GAP);
    let ends_below = rect.bottom() + height > window_height();
    set("top", scroll + if ends_below && above > HEADER { above } else { below });
}
