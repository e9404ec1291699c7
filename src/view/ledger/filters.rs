//! The controls that choose rows. They stand in the page and are switched off until it answers.

use contract::payload::count;
use contract::{address::ledger, attribute, class};
use leptos::prelude::*;

use crate::model::{Kind, Speaker, Subject};
use crate::view::PageContext;
use crate::view::attr::attr;

/// The controls and the count of what they leave.
pub fn filters(context: PageContext) -> AnyView {
    let ui = context.ui();
    let kinds = Kind::ALL.map(|kind| (kind.slug().to_owned(), ui.kind(kind)));
    let speakers = Speaker::ALL.map(|speaker| (speaker.slug().to_owned(), ui.speaker(speaker)));
    let chapters = context.story.chapters.chapters.iter();
    let chapters = chapters.map(|chapter| (chapter.id.to_string(), context.words(&chapter.name)));
    let total = context.story.facts.facts.len();
    view! {
        <fieldset class=class::FILTERS disabled="disabled">
            <legend class=class::UNSEEN>{ui.filter()}</legend>
            {choice(context, ledger::KIND, ui.ledger_kind(), kinds.into())}
            {choice(context, ledger::SPEAKER, ui.table_who(), speakers.into())}
            {choice(context, ledger::CHAPTER, ui.filter_chapter(), chapters.collect())}
            {choice(context, ledger::PLACE, ui.filter_place(), places(context))}
            <label>
                <span>{ui.filter_words()}</span>
                <input type="search" name=ledger::WORDS maxlength="60" autocomplete="off" />
            </label>
            <button type="button" {..attr(attribute::CLEAR, "")}>{ui.filter_clear()}</button>
            <p class=class::COUNT role="status" {..attr(attribute::FURNITURE, "")} {..attr(attribute::FORM, ui.rows_shown(total))}>
                {count::filled(&ui.rows_shown(total), total)}
            </p>
        </fieldset>
    }
    .into_any()
}

/// One of several, or all.
fn choice(
    context: PageContext,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, &'static str)>,
) -> AnyView {
    let options = options.into_iter().map(|(value, words)| view! { <option value=value>{words}</option> });
    view! {
        <label>
            <span>{label}</span>
            <select name=name autocomplete="off"><option value="">{context.ui().filter_all()}</option>{options.collect_view()}</select>
        </label>
    }
    .into_any()
}

/// The regions and places that some fact is about.
fn places(context: PageContext) -> Vec<(String, &'static str)> {
    let places = &context.story.places;
    let subjects = places.regions.iter().map(Subject::Region).chain(places.places.iter().map(Subject::Place));
    let told = subjects.filter(|subject| context.story.facts_about(subject.id()).next().is_some());
    told.map(|subject| (subject.id().to_string(), subject.short().get(context.lang))).collect()
}
