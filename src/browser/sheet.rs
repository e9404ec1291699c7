//! Where what opens is a sheet from below.

use std::cell::Cell;

use contract::attribute;
use contract::payload::Opened;
use web_sys::Element;

use super::dom::{around, by_id, root};
use super::window::{media, scrolled};

/// What is chosen stays this far above the sheet, in CSS pixels.
const ABOVE_SHEET: f64 = 16.0;

thread_local! {
    /// How far the page had been scrolled when a sheet moved it last, in CSS pixels.
    static MOVED_TO: Cell<f64> = const { Cell::new(-1.0) };
}

/// Whether it was a sheet that moved the page last, and not its reader.
pub fn has_moved_page() -> bool {
    MOVED_TO.get() == scrolled()
}

/// Whether what opens is a sheet from below: on narrow windows, but not in a frame, which may be higher than its window.
pub fn is_sheet() -> bool {
    root().is_none_or(|root| !root.has_attribute(attribute::FRAMED)) && media("(max-width: 56.1875em)")
}

/// Scrolls what was chosen out from behind the sheet that it has opened.
pub fn keep_above_sheet(what: Opened, chosen: &Element) {
    if !is_sheet() || around(chosen, "aside").is_some() {
        return;
    }
    let Some(sheet) = by_id(what.id()) else { return };
    let room = sheet.get_bounding_client_rect().top() - ABOVE_SHEET;
    let rect = chosen.get_bounding_client_rect();
    // Of what is larger than the room above the sheet, the middle.
    let by = (rect.bottom() - room).min((rect.top() + rect.bottom() - room) / 2.0);
    if let Some(window) = web_sys::window().filter(|_| by > 0.0) {
        window.scroll_by_with_x_and_y(0.0, by);
        MOVED_TO.set(scrolled());
    }
}
