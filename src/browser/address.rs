//! The address bar.

use wasm_bindgen::JsValue;

use super::{document, measures};
use crate::state::State;

/// What the reader chose, as the address says; what the page does not know is left out.
pub fn state_in_address() -> State {
    let query = web_sys::window().and_then(|window| window.location().search().ok());
    let state = query.map_or_else(State::default, |query| State::from_query(&query));
    let known = |prefix: &str, id: &String| {
        document().is_some_and(|d| d.get_element_by_id(&format!("{prefix}-{id}")).is_some())
    };
    State {
        place: state.place.filter(|id| known("p", id)),
        fact: state.fact.filter(|id| known("f", id)),
        measure: state.measure.filter(|id| measures::exists(id)),
        ledger: super::ledger::known(state.ledger),
    }
}

/// Puts the reader's choices into the address without adding to the history.
pub fn show_in_address(state: &State) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    let wanted = state.to_query();
    if wanted == query {
        return;
    }
    // Where history is forbidden, as in some sandboxed frames, the address stays as it is.
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{wanted}{hash}")));
    }
}
