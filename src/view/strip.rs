//! The strip beside a chapter's steps: where the reader is, and on to the next step.

use leptos::prelude::*;

use super::PageContext;
use crate::model::{Chapter, FigureId, Step};

/// Keys with Alt, so that they are neither typed nor taken from scrolling, and need not be switched off
/// (WCAG 2.1.4 is about characters alone).
const PREVIOUS: &str = "Alt+PageUp";
const NEXT: &str = "Alt+PageDown";

/// The strip of a chapter; with a map it also opens what is said below the map.
pub fn strip(
    context: PageContext,
    chapter: &'static Chapter,
    steps: &'static [Step],
    map: Option<&FigureId>,
) -> AnyView {
    let ui = context.ui();
    let go = |way: &'static str, arrow: &'static str, words: &'static str, key: &'static str| {
        view! {
            <button type="button" data-go=way title=ui.by_key(words, key)>
                <span aria-hidden="true">{arrow}</span><span class="vh">{words}</span>
            </button>
        }
    };
    let notes = map.map(|map| {
        view! {
            <button type="button" class="to-notes" data-notes=notes_id(map) aria-expanded="false" aria-controls=notes_id(map)>
                {ui.legend()}
            </button>
        }
    });
    view! {
        <div class="strip" role="group" aria-label=ui.mode_steps()>
            <p class="where" data-furniture="" aria-hidden="true"><b>{context.words(&chapter.numeral)}</b>" "{context.words(&chapter.name)}</p>
            <span class="progress" aria-hidden="true">{steps.iter().map(|step| view! { <i data-of-step=step.id.clone()></i> }).collect_view()}</span>
            {notes}
            {go("previous", "↑", ui.previous_step(), PREVIOUS)}
            {go("next", "↓", ui.next_step(), NEXT)}
        </div>
    }
    .into_any()
}

/// The id of what stands below a map.
pub fn notes_id(map: &FigureId) -> String {
    format!("{map}-notes")
}
