//! Events that are heard for as long as the page is open.

use wasm_bindgen::JsCast;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::Closure;
use web_sys::EventTarget;

/// Calls back with every event of this name, for as long as the page is open.
pub fn listen<E: FromWasmAbi + 'static>(target: &EventTarget, name: &str, call: impl FnMut(E) + 'static) {
    let call = Closure::<dyn FnMut(E)>::new(call);
    let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    call.forget();
}
