//! The whole page, between `<body>` and `</body>`.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::bar::bar;
use super::chapter::chapter;
use super::gazetteer::gazetteer;
use super::land::definitions;
use super::ledger::ledger;
use super::opening::opening;
use super::{Book, Reader};

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
    let chapters: Vec<_> = told.iter().map(|(chapter, _)| *chapter).collect();
    let bar = bar(book, &chapters, other);
    let view = view! {
        {definitions(book)}
        <Reader>
            <a class="skip" href="#story">{ui.skip()}</a>
            {bar}
            <main id="story" tabindex="-1">{sections}{gazetteer(book)}{ledger(book)}</main>
            <p id="announcer" class="vh" role="status"></p>
            <aside id="place-panel" tabindex="-1" aria-label=ui.panel()>
                <div class="panel-frame" hidden="">
                    <h3 class="vh">{ui.panel()}</h3>
                    <button type="button" class="close" data-close="panel"><span aria-hidden="true">"×"</span><span class="vh">{ui.close()}</span></button>
                    <div class="slot"></div>
                </div>
            </aside>
            <aside id="source-card" tabindex="-1" aria-label=ui.card()>
                <div class="card-frame" hidden="">
                    <div class="slot"></div>
                    <a class="to-ledger" data-ledger="" href="#ledger">{ui.to_ledger()}</a>
                    <button type="button" class="close" data-close="card"><span aria-hidden="true">"×"</span><span class="vh">{ui.close()}</span></button>
                </div>
            </aside>
        </Reader>
    };
    Ok(view.to_html())
}
