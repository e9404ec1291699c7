//! The page begins to answer.

use contract::{State, class};
use web_sys::Event;

use super::choices::Choices;
use super::dom::all;
use super::listening::listen;
use super::schedule::soon;
use super::{address, arrival, canvas, clicks, concerns, keys, layers, ledger, steps, zoom};

/// Follows the reader for as long as the page is open, and shows what they choose.
pub fn answer() {
    let choices = Choices::new();
    // What was in the address is chosen before anything is shown, and then the address follows.
    soon(move || {
        choices.change(|_| address::state_in_address());
        arrival::place_from_address(&choices.now());
        watch(choices);
    });
    concerns::show(choices);
}

fn watch(choices: Choices) {
    for reader in all(class::of::READER) {
        listen(&reader, "click", move |event| clicks::on_click(&event, choices));
        listen(&reader, "input", move |event: Event| ledger::on_input(&event, choices));
        listen(&reader, "keydown", move |event| keys::on_key(&event, choices));
    }
    if let Some(window) = web_sys::window() {
        listen(&window, "popstate", move |_: Event| follow_history(choices));
        listen(&window, "hashchange", |_: Event| steps::follow_fragment());
    }
    steps::follow_fragment();
    layers::start();
    steps::watch(choices);
    zoom::watch(choices);
    canvas::start();
    canvas::select(choices.now().place.as_deref());
}

/// Opens and closes what the browser's history, or a link to a card, has chosen.
fn follow_history(choices: Choices) {
    if let Some(State { place, fact, .. }) = address::chosen_by_history() {
        choices.change(|state| State { place, fact, ..state });
    }
}
