//! The address bar.

use std::cell::RefCell;

use contract::State;
use contract::id::Card;

use super::dom::by_id;
use super::fragment::{opened_card, section_of};
use super::step::find_step;
use super::{asking, layers, measures, shown};

thread_local! {
    /// What was last written into the address, to tell what the browser's history has brought there.
    static WRITTEN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What the reader chose, as the address says, with the card that its fragment opens; what the page does not know is left
/// out.
pub fn state_in_address() -> State {
    let location = web_sys::window().map(|window| window.location());
    let query = location.as_ref().and_then(|location| location.search().ok()).unwrap_or_default();
    let mut state = State::from_query(&query);
    WRITTEN.set(query);
    match opened_card() {
        Some((Card::Place, id)) => state.place = Some(id),
        Some((Card::Fact, id)) => state.fact = Some(id),
        None => {}
    }
    let known = |card: Card, about: &String| by_id(&card.id(about)).is_some();
    State {
        place: state.place.filter(|id| known(Card::Place, id)),
        fact: state.fact.filter(|id| known(Card::Fact, id)),
        measure: state.measure.filter(|id| measures::exists(id)),
        map_measure: state.map_measure.filter(|id| layers::can_shade(id)),
        off: state.off.into_iter().filter(|layer| layers::exists(layer)).collect(),
        ledger: super::ledger::known(state.ledger),
        shown: shown::by_scripts(),
        step: state.step.filter(|id| find_step(id).is_some()),
        ..state
    }
}

/// What the browser's history, or a link to a card, has chosen: none if the address is as it was written.
pub fn chosen_by_history() -> Option<State> {
    let query = web_sys::window()?.location().search().ok()?;
    let is_new = opened_card().is_some() || WRITTEN.with_borrow(|written| *written != query);
    is_new.then(state_in_address)
}

/// Puts the reader's choices into the address.
pub fn show_in_address(state: &State) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query), Ok(hash)) = (location.pathname(), location.search(), location.hash()) else { return };
    let wanted = state.to_query();
    // What a card was opened by is said by the query now.
    let is_card = opened_card().is_some();
    let hash = if is_card || leads_astray(&hash, state.step.as_deref()) { String::new() } else { hash };
    // What was written may still be on its way.
    if wanted == query && !is_card && WRITTEN.with_borrow(|written| *written == query) {
        return;
    }
    let is_later = asking::write_address(&(path + &wanted + &hash));
    WRITTEN.set(if is_later { wanted } else { location.search().unwrap_or_default() });
}

/// Whether the fragment names another section than the one the reader has come to: it was of use once.
fn leads_astray(hash: &str, step: Option<&str>) -> bool {
    let Some(step) = step.and_then(find_step) else { return false };
    let section = section_of(hash);
    section.is_some_and(|section| !section.contains(Some(&step)))
}
