//! What is done later.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Does something after this many milliseconds.
pub fn later(wait: i32, act: impl FnOnce() + 'static) {
    let call = once(Box::new(act));
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), wait);
    }
}

/// Does something once the page has followed the choices, and before the browser shows it.
pub fn soon(act: impl FnOnce() + 'static) {
    let call = once(Box::new(act));
    if let Some(window) = web_sys::window() {
        window.queue_microtask(call.unchecked_ref());
    }
}

/// Does something once the browser has shown what has changed so far.
pub fn when_shown(act: impl FnOnce() + 'static) {
    let call = once(Box::new(move || later(0, act)));
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// What a browser calls once. By one sort of closure, as for events.
#[inline(never)]
fn once(act: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(act)
}
