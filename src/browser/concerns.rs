//! What the page shows of the reader's choices: an effect for each concern.

use std::sync::Mutex;

use contract::State;
use leptos::prelude::ImmediateEffect;

use super::choices::Choices;
use super::schedule::when_shown;
use super::{
    address, layers, ledger, map_description, measures, notes, opened, selection, shown, step_highlight, zoom,
};

/// A part of the page, and the choices that it shows.
struct Concern {
    /// Whether it is to be shown where nothing was chosen, too.
    at_first: bool,
    differs: fn(&State, &State) -> bool,
    show: fn(&State, Choices),
}

/// In the order in which they are shown.
const CONCERNS: [Concern; 10] = [
    Concern {
        at_first: false,
        differs: |before, now| before.shown != now.shown,
        show: |now, _| shown::show(now.shown),
    },
    Concern {
        at_first: false,
        differs: |before, now| before.place != now.place,
        show: |now, _| {
            opened::show_place(now.place.as_deref());
            selection::show_selected(now.place.as_deref());
        },
    },
    Concern {
        at_first: false,
        differs: |before, now| before.fact != now.fact,
        show: |now, _| opened::show_fact(now.fact.as_deref()),
    },
    Concern {
        at_first: false,
        differs: |before, now| before.step != now.step,
        show: |now, _| step_highlight::show_step(now.step.as_deref(), now.shown.mode),
    },
    Concern {
        at_first: false,
        differs: |before, now| before.measure != now.measure,
        show: |now, _| measures::show_measure(now.measure.as_deref()),
    },
    Concern {
        at_first: false,
        differs: |before, now| before.notes != now.notes,
        show: |now, _| notes::show_notes(now.notes),
    },
    Concern { at_first: false, differs: differ_in_layers, show: |now, _| layers::show(now) },
    Concern {
        at_first: false,
        differs: |before, now| before.extent != now.extent,
        show: |now, choices| zoom::show(now.extent.as_ref(), choices),
    },
    Concern {
        at_first: false,
        differs: |before, now| {
            differ_in_layers(before, now) || before.measure != now.measure || before.extent != now.extent
        },
        show: |now, _| map_description::show(now),
    },
    // What a browser has kept in the controls of an earlier visit is no choice.
    Concern {
        at_first: true,
        differs: |before, now| before.ledger != now.ledger,
        show: |now, _| ledger::show(&now.ledger),
    },
];

fn differ_in_layers(before: &State, now: &State) -> bool {
    before.off != now.off || before.map_measure != now.map_measure
}

/// Shows what is chosen for as long as the page is open.
pub fn show(choices: Choices) {
    // All effects are of one type: each of its own would be a kilobyte in the WASM.
    let address = Concern {
        at_first: true,
        differs: |_, _| true,
        // Last, when all that it says is shown; writing it takes longer than showing a place on a map of thousands.
        show: |now, _| {
            let chosen = now.clone();
            when_shown(move || address::show_in_address(&chosen));
        },
    };
    for Concern { at_first, differs, show } in CONCERNS.into_iter().chain([address]) {
        // An effect may be asked to be one for many threads; where there is one, nobody else holds this.
        let shown = Mutex::<Option<State>>::new(None);
        // At once: effects that wait their turn bring an executor, two kilobytes of it.
        ImmediateEffect::new_scoped(move || {
            let now = choices.followed();
            let before = shown.try_lock().ok().and_then(|mut shown| shown.replace(now.clone()));
            if before.is_none() && at_first || differs(&before.unwrap_or_default(), &now) {
                show(&now, choices);
            }
        });
    }
}
