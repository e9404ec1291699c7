//! The only code that touches the browser. Whatever it cannot do is left undone: the page stays
//! as it was prerendered.

mod address;
mod camera;
mod canvas;
mod choice;
mod events;
mod guide;
mod ledger;
mod measures;
mod panel;
mod steps;

pub use address::state_in_address;
pub use events::{on_click, on_key};
pub use ledger::on_input;
pub use panel::{copy_entry, copy_row, place_from_address};

use leptos::prelude::{RwSignal, WithUntracked};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, NodeList};

use crate::state::State;

/// The reader's choices, shared by all islands through context.
pub type Choices = RwSignal<State>;

/// Follows the reader from here on.
pub fn watch(choices: Choices) {
    canvas::start();
    steps::watch(choices);
    // Before there was a canvas nothing could be shown as selected on it.
    canvas::select(choices.with_untracked(|state| state.place.clone()).as_deref());
}

/// Shows what has changed from one state to the next: in the address, on the marks and names, in the story,
/// in charts and ledger.
pub fn show(before: Option<&State>, now: &State) {
    address::show_in_address(now);
    let nothing = State::default();
    let old = before.unwrap_or(&nothing);
    if old.place != now.place {
        panel::show_selected(now.place.as_deref());
    }
    if old.step != now.step {
        guide::show_step(now.step.as_deref());
    }
    if old.measure != now.measure {
        measures::show_measure(now.measure.as_deref());
    }
    // The rows are touched only when the choice of rows has changed; the first time switches the controls on.
    if before.is_none_or(|before| before.ledger != now.ledger) {
        ledger::show(&now.ledger);
    }
}

/// The document, if there is one.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The elements of a list.
fn elements(list: NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(move |index| list.item(index)?.dyn_into().ok())
}

/// Every element that matches a selector; none if the selector is not one.
fn all(selector: &str) -> impl Iterator<Item = Element> + use<> {
    document().and_then(|document| document.query_selector_all(selector).ok()).into_iter().flat_map(elements)
}

/// Moves the focus; SVG links can take it too, though their type here is that of HTML elements.
fn focus(element: &Element) {
    let element: &HtmlElement = element.unchecked_ref();
    let _ = element.focus();
}

/// The first element that matches within another.
fn within(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// The nearest element around this one, or itself, that matches.
fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Every element that matches within another.
fn all_within(element: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    element.query_selector_all(selector).ok().into_iter().flat_map(elements)
}

/// Adds a class or takes it away.
fn mark(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Whether the element has a place on the page.
fn is_drawn(element: &Element) -> bool {
    element.get_bounding_client_rect().width() > 0.0
}

/// The height of the window in CSS pixels.
fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// Whether a media query holds.
fn media(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok()?).is_some_and(|media| media.matches())
}

/// Whether the reader wants less motion.
fn is_still() -> bool {
    media("(prefers-reduced-motion: reduce)")
}
