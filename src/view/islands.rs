//! The islands: the parts of the finished page that answer. They carry behaviour and no content.

use leptos::prelude::*;

use crate::browser::{self, Choices};
use crate::state::State;

/// Wraps the whole story: one handler for every mark, name and number in it.
///
/// What is clicked is found by its attributes, so the story itself stays static and never travels
/// in the WASM.
#[island]
pub fn Reader(
    /// The finished page.
    children: Children,
) -> impl IntoView {
    let choices = Choices::new(State::default());
    provide_context(choices);
    // The world outside: what was in the address is chosen first, then the address follows.
    Effect::new(move |_| {
        let asked_for = browser::state_in_address();
        browser::place_from_address(&asked_for);
        choices.set(asked_for);
        browser::watch(choices);
    });
    // One effect for all of it: each costs a kilobyte in the WASM.
    Effect::new(move |before: Option<State>| {
        let now = choices.get();
        browser::show(before.as_ref(), &now);
        now
    });
    view! {
        <div
            class="reader"
            on:click=move |event| browser::on_click(&event, choices)
            on:input=move |event| browser::on_input(&event, choices)
            on:keydown=move |event| browser::on_key(&event, choices)
        >
            {children()}
        </div>
    }
}

/// Says in words what the page says about the selected place.
#[island]
pub fn PlacePanel(
    /// The close button.
    children: Children,
) -> impl IntoView {
    let choices = expect_context::<Choices>();
    let slot = NodeRef::<leptos::html::Div>::new();
    let place = Memo::new(move |_| choices.with(|state| state.place.clone()));
    Effect::new(move |_| {
        if let (Some(slot), Some(place)) = (slot.get(), place.get()) {
            browser::copy_entry(&slot, &place);
        }
    });
    view! {
        <div class="panel-frame" hidden=move || place.with(Option::is_none)>
            {children()}
            <div class="slot" node_ref=slot></div>
        </div>
    }
}

/// Shows where a number comes from.
#[island]
pub fn SourceCard(
    /// The close button and the link to the ledger.
    children: Children,
) -> impl IntoView {
    let choices = expect_context::<Choices>();
    let slot = NodeRef::<leptos::html::Div>::new();
    let fact = Memo::new(move |_| choices.with(|state| state.fact.clone()));
    Effect::new(move |_| {
        if let (Some(slot), Some(fact)) = (slot.get(), fact.get()) {
            browser::copy_row(&slot, &fact);
        }
    });
    view! {
        <div class="card-frame" hidden=move || fact.with(Option::is_none)>
            <div class="slot" node_ref=slot></div>
            {children()}
        </div>
    }
}
