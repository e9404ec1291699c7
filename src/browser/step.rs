//! A step of the story, and what lies around it.

use contract::{attribute, class};
use web_sys::Element;

use super::dom::{around, by_id, is_drawn, within};

/// The step with this id.
pub fn find_step(id: &str) -> Option<Element> {
    by_id(id).filter(|element| element.class_list().contains(class::STEP))
}

/// Whether the map stays on top of what is read here, as on a small screen: there a button opens its notes.
pub fn is_pinned(part: &Element) -> bool {
    let button = around(part, class::of::STAGE).and_then(|stage| within(&stage, attribute::of::NOTES));
    button.is_some_and(|button| is_drawn(&button))
}
