//! The whole page, between `<body>` and `</body>`.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::chapter::chapter;
use super::gazetteer::gazetteer;
use super::land::definitions;
use super::ledger::ledger;
use super::opening::opening;
use super::prose::unlinked_prose;
use super::{Book, PlacePanel, Reader, SourceCard};
use crate::model::{Lang, Told};

/// The page as HTML, in the islands mode of Leptos; `other` is the address of the other language's page, seen from this one.
///
/// The error says which map could not be laid out.
pub fn page(book: Book, other: &str) -> Result<String, String> {
    // Rendering wants a reactive owner, though nothing reacts here.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    owner.with(|| body(book, other))
}

fn body(book: Book, other: &str) -> Result<String, String> {
    let chapters = book.story.chapters.chapters.iter();
    let told: Vec<_> = chapters.filter_map(|chapter| Some((chapter, chapter.told.as_ref()?))).collect();
    let mut sections = Vec::new();
    for (index, (one, told)) in told.iter().copied().enumerate() {
        sections.push(if index == 0 { opening(book, one, told)? } else { chapter(book, one, told)? });
    }
    let ui = book.ui();
    let header = header(book, &told, other.to_owned());
    let view = view! {
        {definitions(book)}
        <Reader>
            <a class="skip" href="#story">{ui.skip()}</a>
            {header}
            <main id="story" tabindex="-1">{sections}{gazetteer(book)}{ledger(book)}</main>
            <aside id="place-panel" tabindex="-1" aria-label=ui.panel()>
                <PlacePanel>
                    <h3 class="vh">{ui.panel()}</h3>
                    <button type="button" class="close" data-close="panel"><span aria-hidden="true">"×"</span><span class="vh">{ui.close()}</span></button>
                </PlacePanel>
            </aside>
            <aside id="source-card" tabindex="-1" aria-label=ui.card()>
                <SourceCard>
                    <a class="to-ledger" data-ledger="" href="#ledger">{ui.to_ledger()}</a>
                    <button type="button" class="close" data-close="card"><span aria-hidden="true">"×"</span><span class="vh">{ui.close()}</span></button>
                </SourceCard>
            </aside>
        </Reader>
    };
    Ok(view.to_html())
}

type Chapters = [(&'static crate::model::Chapter, &'static Told)];

fn header(book: Book, told: &Chapters, other: String) -> AnyView {
    let (ui, head) = (book.ui(), book.story.head());
    let links =
        told.iter().map(|(chapter, _)| view! { <a href=format!("#{}", chapter.id)>{book.words(&chapter.name)}</a> });
    let first = told.first().map(|(chapter, _)| format!("#{}", chapter.id)).unwrap_or_default();
    view! {
        <header class="bar">
            <a class="brand" href=first><span class="seal" lang=Lang::Zh.tag() aria-hidden="true">{book.words(&head.seal)}</span><span class="title">{unlinked_prose(book, &head.title)}</span></a>
            <nav aria-label=ui.chapters()>
                {links.collect_view()}
                <a href="#places">{ui.gazetteer()}</a>
                <a href="#ledger">{ui.ledger()}</a>
            </nav>
            <a class="language" href=other.clone() data-language=other hreflang=book.lang.other().tag() lang=book.lang.other().tag()>{ui.other_language()}</a>
        </header>
    }
    .into_any()
}
