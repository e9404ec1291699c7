//! The card about a number's source, below the number it was asked for at.

use contract::payload::Opened;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom::{by_id, set_or_remove};
use super::opened::enter;
use super::schedule::soon;
use super::sheet::{is_sheet, keep_above_sheet};

/// Opens the card of the number it was asked for at.
pub fn open(opener: &Element) {
    place(opener);
    let opener = opener.clone();
    soon(move || {
        enter(Opened::Card, &opener);
        keep_above_sheet(Opened::Card, &opener);
    });
}

/// Moves the card below the number it was asked for at, within the window's width; a sheet stands where it stands.
pub fn place(opener: &Element) {
    let card = by_id(Opened::Card.id());
    let Some(card) = card else { return };
    if is_sheet() {
        return set_or_remove(&card, "style", None);
    }
    let Some(window) = web_sys::window() else { return };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (scroll, width) = (number(window.scroll_y().map(Into::into)), number(window.inner_width()));
    let rect = opener.get_bounding_client_rect();
    let room = (width - 32.0).min(380.0);
    let left = rect.left().min(width - room - 16.0).max(16.0);
    let style = card.unchecked_ref::<HtmlElement>().style();
    // Whole numbers: writing others would bring ten kilobytes into the WASM.
    for (name, value) in [("left", left), ("top", rect.bottom() + scroll + 8.0), ("width", room)] {
        let _ = style.set_property(name, &format!("{}px", value.round() as i32));
    }
}
