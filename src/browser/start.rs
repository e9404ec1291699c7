//! The page begins to answer.

use contract::{State, class, event};
use leptos::prelude::Owner;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use super::choices::Choices;
use super::dom::all;
use super::listening::listen;
use super::schedule::soon;
use super::{address, arrival, canvas, clicks, concerns, keys, layers, ledger, shown, steps, zoom};

/// Follows the reader for as long as the page is open, and shows what they choose. The loader calls it once all of the page is
/// there, and marks the page as alive before anything is done.
#[wasm_bindgen]
pub fn answer() {
    soon(|| {
        let owner = Owner::new();
        owner.with(|| {
            let choices = Choices::new();
            choices.change(|_| address::state_in_address());
            arrival::place_from_address(&choices.now());
            watch(choices);
            // Last: what is shown of the address needs all that watches, and then the address follows.
            concerns::show(choices);
        });
        // Without it signal and effects would be gone.
        std::mem::forget(owner);
    });
}

fn watch(choices: Choices) {
    for reader in all(class::of::READER) {
        listen(&reader, "click", move |event| clicks::on_click(&event, choices));
        listen(&reader, "input", move |event: Event| ledger::on_input(&event, choices));
    }
    if let Some(window) = web_sys::window() {
        // By one sort of closure: each of its own would weigh 0.1 KB in the WASM.
        let hear = |name, act: fn(Choices)| listen(&window, name, move |_: Event| act(choices));
        hear("popstate", follow);
        hear("hashchange", |_| steps::follow_fragment());
        hear(event::SHOWN, follow);
        // Also where nothing has the focus: a screen reader leaves it behind when it reads words that take none.
        listen(&window, "keydown", move |event| keys::on_key(&event, choices));
    }
    steps::follow_fragment();
    layers::start();
    steps::watch(choices);
    zoom::watch(choices);
    canvas::start();
    canvas::select(choices.now().place.as_deref());
}

/// Takes over how scripts show the page, and opens and closes what the browser's history, or a link to a card, has chosen.
fn follow(choices: Choices) {
    let chosen = address::chosen_by_history();
    choices.change(|mut state| {
        state.shown = shown::by_scripts();
        if let Some(State { place, fact, .. }) = chosen {
            (state.place, state.fact) = (place, fact);
        }
        state
    });
}
