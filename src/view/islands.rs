//! The island: the whole finished page, which answers. It carries behaviour and no content.

use leptos::prelude::*;

/// Wraps the whole story: one handler for every mark, name and number in it.
///
/// What is clicked is found by its attributes, so the story itself stays static and never travels
/// in the WASM.
#[island]
pub fn Reader(
    /// The finished page.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    answer();
    view! {
        <div class="reader">{children()}</div>
    }
}

/// Follows the reader, and shows what they choose.
#[cfg(feature = "hydrate")]
fn answer() {
    use crate::browser::{self, Choices};
    use crate::state::State;

    let choices = Choices::new(State::default());
    // One effect for all of it: each costs a kilobyte in the WASM, and so would an island of its own for the panel.
    Effect::new(move |before: Option<State>| {
        let now = choices.get();
        if before.is_none() {
            // The world outside: what was in the address is chosen first, then the address follows.
            let asked_for = browser::state_in_address();
            browser::place_from_address(&asked_for);
            browser::watch(choices);
            browser::show(None, &asked_for);
            if asked_for != now {
                choices.set(asked_for.clone());
            }
            return asked_for;
        }
        browser::show(before.as_ref(), &now);
        now
    });
}
