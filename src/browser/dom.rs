//! Elements: found, asked and marked.

use contract::{attribute, selector};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, NodeList, SvgsvgElement};

use crate::geometry::Point;

/// The document, if there is one.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element `<html>`, by whose attributes the style sheet knows what was chosen.
#[inline(never)]
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// The element with this id.
#[inline(never)]
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// What was found: gathered at once, because an iterator of its own at every call weighs more in the WASM.
pub type Found = std::vec::IntoIter<Element>;

/// The elements of a list.
#[inline(never)]
pub fn elements(list: Option<NodeList>) -> Found {
    let list =
        list.iter().flat_map(|list| (0..list.length()).filter_map(|index| Some(list.item(index)?.unchecked_into())));
    list.collect::<Vec<Element>>().into_iter()
}

/// Every element that matches a selector; none if the selector is not one.
#[inline(never)]
pub fn all(selector: &str) -> Found {
    elements(document().and_then(|document| document.query_selector_all(selector).ok()))
}

/// The first element that matches within another.
#[inline(never)]
pub fn within(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// The nearest element around this one, or itself, that matches.
#[inline(never)]
pub fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Every element that matches within another.
#[inline(never)]
pub fn all_within(element: &Element, selector: &str) -> Found {
    elements(element.query_selector_all(selector).ok())
}

/// What stands directly in an element: not asked for by a selector, which would look at all that stands below too.
#[inline(never)]
pub fn children(element: &Element) -> Found {
    let list = element.children();
    (0..list.length()).filter_map(|index| list.item(index)).collect::<Vec<Element>>().into_iter()
}

/// Adds a class or takes it away.
#[inline(never)]
pub fn mark(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Gives an element an attribute, or takes it away.
#[inline(never)]
pub fn set_or_remove(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Says whether a switch is on.
#[inline(never)]
pub fn press(switch: &Element, on: bool) {
    let _ = switch.set_attribute("aria-pressed", if on { "true" } else { "false" });
}

/// Shows an element or hides it.
#[inline(never)]
pub fn show_or_hide(element: &Element, shown: bool) {
    set_or_remove(element, "hidden", (!shown).then_some(""));
}

/// Whether the element has a place on the page.
#[inline(never)]
pub fn is_drawn(element: &Element) -> bool {
    element.get_bounding_client_rect().width() > 0.0
}

/// The middle of an element, in the window.
pub fn centre(element: &Element) -> Point {
    let rect = element.get_bounding_client_rect();
    Point::new(rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0)
}

/// The drawing in use of those within an element.
pub fn drawn_map(within: &Element) -> Option<SvgsvgElement> {
    all_within(within, selector::MAP).find(is_drawn).map(JsCast::unchecked_into)
}

/// The link to a region or place in the drawing in use.
#[inline(never)]
pub fn drawn_link(within: &Element, place: &str) -> Option<Element> {
    all_within(within, &attribute::with("a", attribute::PLACE, place)).find(is_drawn)
}

/// The element that an event happens to.
pub fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
