//! The only code that touches the browser. Whatever it cannot do is left undone: the page stays
//! as it was prerendered.

mod address;
mod events;
mod ledger;
mod measures;
mod panel;

pub use address::{show_in_address, state_in_address};
pub use events::{on_click, on_key};
pub use ledger::{on_input, show as show_ledger};
pub use measures::show_measure;
pub use panel::{copy_entry, copy_row, place_from_address, show_selected};

use leptos::prelude::RwSignal;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, NodeList};

use crate::state::State;

/// The reader's choices, shared by all islands through context.
pub type Choices = RwSignal<State>;

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
