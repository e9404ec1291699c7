//! What is done later.

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Does something after this many milliseconds.
pub fn later(wait: i32, act: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), wait);
    }
}

/// Does something once the page has followed the choices, and before the browser shows it.
pub fn soon(act: impl FnOnce() + 'static) {
    spawn_local(async move { act() });
}

/// Does something once the browser has shown what has changed so far.
pub fn when_shown(act: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(move || later(0, act));
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}
