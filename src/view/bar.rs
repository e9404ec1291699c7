//! The header: seal, chapters, and what the reader can choose for the whole page.

use leptos::prelude::*;

use super::Book;
use super::prose::unlinked_prose;
use crate::model::{Chapter, Lang};
use crate::state::Mode;
use crate::text::Sheet;

/// The header, whose links lead through the whole story.
///
/// The chapters stand in it twice, as a row and folded: the width decides which is drawn, and so the fold
/// needs no script.
pub fn bar(book: Book, chapters: &[&'static Chapter]) -> AnyView {
    let (ui, head) = (book.ui(), book.story.head());
    let first = chapters.first().map(|chapter| format!("{}#{}", book.way_to_story(), chapter.id)).unwrap_or_default();
    let other = book.page.way_to(&book.page.in_other_language());
    let tag = book.lang.other().tag();
    let by_step = book.story.has_maps() && !matches!(book.page.sheet, Sheet::Ledger);
    let controls = book.page.answers().then(|| {
        view! { <div class="controls">{by_step.then(|| modes(book))}{theme(book)}</div> }
    });
    view! {
        <header class="bar">
            <a class="brand" href=first>
                <span class="seal" lang=Lang::Zh.tag() aria-hidden="true">{book.words(&head.seal)}</span>
                <span class="title">{unlinked_prose(book, &head.title)}</span>
            </a>
            <nav aria-label=ui.chapters()>
                <div class="row">{links(book, chapters)}</div>
                <details class="fold">
                    <summary>{ui.chapters()}</summary>
                    <div>{links(book, chapters)}</div>
                </details>
            </nav>
            {controls}
            <a class="language" href=other.clone() data-language=other hreflang=tag lang=tag>{ui.other_language()}</a>
        </header>
    }
    .into_any()
}

/// The switch between the colours.
fn theme(book: Book) -> AnyView {
    let ui = book.ui();
    view! {
        <button type="button" class="theme" data-theme-switch="">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.2"></circle>
                <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z"></path>
            </svg>
            <span class="to-dark">{ui.to_dark()}<span class="vh">{ui.colours()}</span></span>
            " "
            <span class="to-light">{ui.to_light()}<span class="vh">{ui.colours()}</span></span>
        </button>
    }
    .into_any()
}

/// The two ways of telling; without a map that stays while steps pass, there is only one.
fn modes(book: Book) -> AnyView {
    let ui = book.ui();
    view! {
        <span class="modes" role="group" aria-label=ui.mode()>
            <button type="button" data-mode-to=Mode::Steps.slug() aria-pressed="false">{ui.mode_steps()}</button>
            <button type="button" data-mode-to=Mode::Flat.slug() aria-pressed="true">
                {ui.mode_flat()}<span class="rest">{ui.mode_flat_rest()}</span>
            </button>
        </span>
    }
    .into_any()
}

/// The chapters, the gazetteer and the ledger.
fn links(book: Book, chapters: &[&'static Chapter]) -> AnyView {
    let (ui, page, story) = (book.ui(), book.page, book.way_to_story());
    let link = |chapter: &&'static Chapter| {
        view! { <a href=format!("{story}#{}", chapter.id)>{book.words(&chapter.name)}</a> " " }
    };
    view! {
        {chapters.iter().map(link).collect_view()}
        <a href=page.way_to(&page.gazetteer())>{ui.gazetteer()}</a>
        " "
        <a href=page.way_to(&page.ledger())>{ui.ledger()}</a>
    }
    .into_any()
}
