//! Events that are heard for as long as the page is open.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

/// Calls back with every event of this name, which is of this class, for as long as the page is open.
pub fn listen<E: JsCast>(target: &EventTarget, name: &str, mut call: impl FnMut(E) + 'static) {
    hear(target, name, Box::new(move |event: Event| call(event.unchecked_into())));
}

/// By one sort of closure: each of its own would weigh 0.1 KB in the WASM.
#[inline(never)]
fn hear(target: &EventTarget, name: &str, call: Box<dyn FnMut(Event)>) {
    let call = Closure::wrap(call);
    let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    call.forget();
}
