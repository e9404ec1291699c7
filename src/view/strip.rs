//! The strip beside a chapter's steps: where the reader is, and on to the next step.

use contract::payload::Way;
use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use crate::model::{Chapter, FigureId, Step};
use crate::view::attr::attr;

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
    let go = |way: Way, arrow: &'static str, words: &'static str, key: &'static str| {
        view! {
            <button type="button" {..attr(attribute::GO, way.slug())} title=ui.by_key(words, key)>
                <span aria-hidden="true">{arrow}</span><span class=class::UNSEEN>{words}</span>
            </button>
        }
    };
    let notes = map.map(|map| {
        view! {
            <button type="button" class="to-notes" {..attr(attribute::NOTES, id::notes_of(map))} aria-expanded="false" aria-controls=id::notes_of(map)>
                {ui.legend()}
            </button>
        }
    });
    view! {
        <div class=class::STRIP role="group" aria-label=ui.mode_steps()>
            <p class={class::WHERE} {..attr(attribute::FURNITURE, "")} aria-hidden="true"><b>{context.words(&chapter.numeral)}</b>" "{context.words(&chapter.name)}</p>
            <span class=class::PROGRESS aria-hidden="true">{steps.iter().map(|step| view! { <i {..attr(attribute::OF_STEP, step.id.clone())}></i> }).collect_view()}</span>
            {notes}
            {go(Way::Previous, "↑", ui.previous_step(), PREVIOUS)}
            {go(Way::Next, "↓", ui.next_step(), NEXT)}
        </div>
    }
    .into_any()
}
