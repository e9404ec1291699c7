//! What is said below a map, which a small screen opens by a button.

use contract::{attribute, class, joined};
use web_sys::Element;

use super::dom::{all, by_id, mark};

/// Buttons that open the notes of a map.
const BUTTONS: &str = joined!(class::of::STRIP, " ", attribute::of::NOTES);

/// The buttons that open the notes of a map, as the page has them.
pub fn buttons() -> impl Iterator<Item = Element> {
    all(BUTTONS)
}

/// Opens the notes of one map, and closes all others.
pub fn show_notes(open: Option<usize>) {
    for (map, button) in buttons().enumerate() {
        let is_open = open == Some(map);
        let _ = button.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
        if let Some(notes) = button.get_attribute(attribute::NOTES).and_then(|id| by_id(&id)) {
            mark(&notes, class::OPEN, is_open);
        }
    }
}
