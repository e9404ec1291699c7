//! The header: seal, chapters, and what the reader can choose for the whole page.

use contract::{Mode, attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::prose::unlinked_prose;
use crate::model::{Chapter, Lang};
use crate::text::Route;
use crate::view::attr::attr;

/// The header, whose links lead through the whole story: a row that scrolls sideways where the window is narrower.
pub fn bar(context: PageContext, chapters: &[&'static Chapter]) -> AnyView {
    let (ui, head) = (context.ui(), context.story.head());
    let story = context.way_to_story();
    let first = chapters.first().map_or_else(|| story.to_string(), |chapter| format!("{story}#{}", chapter.id));
    let by_step = context.story.has_maps() && !matches!(context.page.route, Route::Ledger);
    let controls = context.page.answers().then(|| {
        view! { <div class="controls">{by_step.then(|| modes(context))}{theme(context)}</div> }
    });
    view! {
        <header class=class::BAR>
            // The first link of the row leads there too, and is a stop for keys.
            <a class="brand" href=first tabindex="-1">
                <span class="seal" lang=Lang::Zh.tag() aria-hidden="true">{context.words(&head.seal)}</span>
                <span class="title">{unlinked_prose(context, &head.title)}</span>
            </a>
            // Its first row is out of sight in the middle of the story, and then the way to the other language is here; for keys,
            // which come to the first row before, it is no stop of its own.
            <nav aria-label=ui.chapters()>{links(context, chapters)}" "{language(context, "again", Some("-1"))}</nav>
            {controls}
            {language(context, "language", None)}
        </header>
    }
    .into_any()
}

/// The way to the same page in the other language.
fn language(context: PageContext, class: &'static str, stop: Option<&'static str>) -> AnyView {
    let other = context.page.way_to(&context.page.in_other_language());
    let tag = context.lang.other().tag();
    view! { <a class=class href=other.clone() {..attr(attribute::LANGUAGE, other)} hreflang=tag lang=tag tabindex=stop>{context.ui().other_language()}</a> }
        .into_any()
}

/// The switch between the colours.
fn theme(context: PageContext) -> AnyView {
    let ui = context.ui();
    view! {
        <button type="button" class="theme" {..attr(attribute::THEME_SWITCH, "")}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.2"></circle>
                <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"></path>
            </svg>
            <span class="to-dark">{ui.to_dark()}<span class=class::UNSEEN>{ui.colours()}</span></span>
            " "
            <span class="to-light">{ui.to_light()}<span class=class::UNSEEN>{ui.colours()}</span></span>
        </button>
    }
    .into_any()
}

/// The two ways of telling; without a map that stays while steps pass, there is only one.
fn modes(context: PageContext) -> AnyView {
    let ui = context.ui();
    view! {
        <span class="modes" role="group" aria-label=ui.mode()>
            <button type="button" {..attr(attribute::MODE_TO, Mode::Steps.slug())} aria-pressed="false">{ui.mode_steps()}</button>
            <button type="button" {..attr(attribute::MODE_TO, Mode::Flat.slug())} aria-pressed="true">
                {ui.mode_flat()}<span class="rest">{ui.mode_flat_rest()}</span>
            </button>
        </span>
    }
    .into_any()
}

/// The chapters and where the story ends; the gazetteer, the ledger and how the page was made.
fn links(context: PageContext, chapters: &[&'static Chapter]) -> AnyView {
    let (ui, page, story) = (context.ui(), context.page, context.way_to_story());
    let link = |chapter: &&'static Chapter| {
        view! { <a href=format!("{story}#{}", chapter.id)>{context.words(&chapter.name)}</a> " " }
    };
    let ending = context.story.head().ending.is_some();
    let ending = ending.then(|| view! { <a href=format!("{story}{}", id::link(id::ENDING))>{ui.ending()}</a>" " });
    let ledger = page.way_to(&page.ledger());
    let method = ledger.clone() + &id::link(id::METHOD);
    view! {
        {chapters.iter().map(link).collect_view()}
        {ending}
        <a href=page.way_to(&page.gazetteer())>{ui.gazetteer()}</a>
        " "
        <a href=ledger>{ui.ledger()}</a>
        " "
        <a href=method>{ui.method()}</a>
    }
    .into_any()
}
