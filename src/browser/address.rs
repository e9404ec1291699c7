//! The address bar.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{by_id, layers, measures, steps};
use crate::state::State;

/// What the reader chose, as the address says; what the page does not know is left out.
pub fn state_in_address() -> State {
    let query = web_sys::window().and_then(|window| window.location().search().ok());
    let state = query.map_or_else(State::default, |query| State::from_query(&query));
    let known = |prefix: &str, id: &String| by_id(&format!("{prefix}-{id}")).is_some();
    State {
        place: state.place.filter(|id| known("p", id)),
        fact: state.fact.filter(|id| known("f", id)),
        measure: state.measure.filter(|id| measures::exists(id)),
        shade: state.shade.filter(|id| layers::can_shade(id)),
        off: state.off.into_iter().filter(|layer| layers::exists(layer)).collect(),
        ledger: super::ledger::known(state.ledger),
        step: state.step.filter(|id| steps::step(id).is_some()),
        ..state
    }
}

/// Puts the reader's choices into the address without adding to the history.
pub fn show_in_address(state: &State) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    let wanted = state.to_query();
    let hash = if leads_astray(&hash, state.step.as_deref()) { String::new() } else { hash };
    if wanted == query {
        return;
    }
    // Where history is forbidden, as in some sandboxed frames, the address stays as it is.
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{wanted}{hash}")));
    }
}

/// Whether the fragment names another section than the one the reader has come to: it was of use once.
fn leads_astray(hash: &str, step: Option<&str>) -> bool {
    let Some(step) = step.and_then(steps::step) else { return false };
    let section = section_of(hash);
    section.is_some_and(|section| !section.contains(Some(&step)))
}

/// The section that a fragment leads to or into.
pub fn section_of(hash: &str) -> Option<Element> {
    let target = by_id(hash.trim_start_matches('#'))?;
    target.closest("section").ok().flatten()
}
