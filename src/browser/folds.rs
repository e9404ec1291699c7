//! What a reader folds open: chapters of the navigation, and what is said below a map.

use contract::{attribute, class, joined};
use web_sys::Element;

use super::dom::{all, by_id, mark, set_or_remove};

/// Buttons that open the notes of a map.
const BUTTONS: &str = joined!(class::of::STRIP, " ", attribute::of::NOTES);

/// Closes the folded chapters, unless their head was hit, which opens and closes by itself.
pub fn fold(own: bool) {
    if !own {
        // By class alone, which a browser finds without trying every element.
        all(class::of::FOLD).for_each(|fold| set_or_remove(&fold, "open", None));
    }
}

/// The button that opens the notes of this id.
pub fn button_of(notes: &str) -> Option<Element> {
    all(BUTTONS).find(|button| button.get_attribute(attribute::NOTES).as_deref() == Some(notes))
}

/// Opens the notes of this id over their map, and closes all others.
pub fn show_notes(open: Option<&str>) {
    for button in all(BUTTONS) {
        let Some(id) = button.get_attribute(attribute::NOTES) else { continue };
        let is_open = open == Some(&id);
        let _ = button.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
        if let Some(notes) = by_id(&id) {
            mark(&notes, class::OPEN, is_open);
        }
    }
}
