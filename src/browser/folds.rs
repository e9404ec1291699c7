//! What a reader folds open: chapters of the navigation, and what is said below a map.

use contract::{attribute, class, joined};
use web_sys::Element;

use super::dom::{all, by_id, mark, set_or_remove};

/// Buttons that have opened the notes of a map.
const EXPANDED: &str = joined!(class::of::STRIP, " ", attribute::of::NOTES, "[aria-expanded='true']");

/// Closes the folded chapters, unless their head was hit, which opens and closes by itself.
pub fn fold(own: bool) {
    if !own {
        // By class alone, which a browser finds without trying every element.
        all(class::of::FOLD).for_each(|fold| set_or_remove(&fold, "open", None));
    }
}

/// The button that opened these notes, if one did.
pub fn opened_notes(notes: &Element) -> Option<Element> {
    all(EXPANDED).find(|button| button.get_attribute(attribute::NOTES).as_deref() == Some(&notes.id()))
}

/// Closes what is said below a map, where it is opened by a button.
pub fn close_notes() {
    all(EXPANDED).for_each(|button| open_notes(&button, false));
}

/// Opens or closes what a button is for.
pub fn open_notes(button: &Element, open: bool) {
    let _ = button.set_attribute("aria-expanded", if open { "true" } else { "false" });
    let notes = button.get_attribute(attribute::NOTES).and_then(|id| by_id(&id));
    if let Some(notes) = notes {
        mark(&notes, class::OPEN, open);
    }
}
