//! What has the focus, and moving it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom::document;

/// What has the focus.
pub fn focused() -> Option<Element> {
    document()?.active_element()
}

/// Moves the focus and leaves the page where it is.
pub fn focus_in_place(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let element: &HtmlElement = element.unchecked_ref();
    let _ = element.focus_with_options(&options);
}

/// Moves the focus; SVG links can take it too, though their type here is that of HTML elements.
pub fn focus(element: &Element) {
    let element: &HtmlElement = element.unchecked_ref();
    let _ = element.focus();
}
