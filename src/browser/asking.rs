//! What the program asks of the page that it runs in (`web/boot/page.js`), whose scripts may know better than the browser:
//! one in another page's frame knows what of it is seen, another adds to every address.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, IntersectionObserver};

#[wasm_bindgen]
extern "C" {
    /// Puts an address into the address bar, and answers whether it will be there only later, when the history has gone
    /// back; where that is forbidden it stays as it is.
    #[wasm_bindgen(js_namespace = storyPage, js_name = writeAddress)]
    pub fn write_address(address: &str) -> bool;

    /// Brings a step to where it is read.
    #[wasm_bindgen(js_namespace = storyPage)]
    pub fn reveal(step: &Element, smoothly: bool);

    /// Calls back with the elements that come into the reader's window, less its margin, or leave it.
    #[wasm_bindgen(js_namespace = storyPage)]
    pub fn watch(call: &JsValue, margin: &str) -> IntersectionObserver;
}
