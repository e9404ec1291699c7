//! Where the story ends: what was found, the picture that says so, the newspaper page in small, and the ways on.

use leptos::prelude::*;

use super::Book;
use super::ledger::page_in_small;
use super::prose::{headline, plain_prose, prose};
use crate::model::Ending;
use crate::text::{ENDING, METHOD, SENTENCES, SHARE_SIZES};

/// The section; none where the data say nothing of what was found.
pub fn ending(book: Book) -> Option<AnyView> {
    let spec: &'static Ending = book.story.head().ending.as_ref()?;
    let ui = book.ui();
    let findings = spec.findings.iter().map(|text| view! { <li>{prose(book, text)}</li> });
    let sentences = format!("{}#{SENTENCES}", book.page.way_to(&book.page.ledger()));
    Some(
        view! {
            <section id=ENDING class="ending" data-anchor="">
                <div class="found">
                    <p class="kicker">{ui.ending()}</p>
                    <h2>{headline(book, &spec.title)}</h2>
                    <ul role="list" class="findings">{findings.collect_view()}</ul>
                    {ways(book)}
                </div>
                {picture(book)}
                {page_in_small(book, sentences)}
            </section>
        }
        .into_any(),
    )
}

/// The picture of the chapter that opens the story, which stands for the whole of it wherever a link is passed on. It is
/// asked for when the reader comes near.
fn picture(book: Book) -> Option<AnyView> {
    let (file, finding) = book.page.card(book.story, false)?;
    let (src, [[width, height], _]) = (format!("{}{file}", book.page.root()), SHARE_SIZES);
    let way = src.clone();
    Some(
        view! {
            <p class="to-pass-on">
                <a href=way download="">
                    <img src=src width=width height=height loading="lazy" alt=plain_prose(book, finding)/>
                    {book.ui().ending_picture()}
                </a>
            </p>
        }
        .into_any(),
    )
}

/// The ways on: ledger, places, method, corrections, and each chapter again.
pub fn ways(book: Book) -> AnyView {
    let (ui, page) = (book.ui(), book.page);
    let (ledger, gazetteer) = (page.way_to(&page.ledger()), page.way_to(&page.gazetteer()));
    let [method, corrections] = [METHOD, "corrections"].map(|id| format!("{ledger}#{id}"));
    let chapters = book.story.told().skip(1).map(|(chapter, _)| {
        view! { " "<a href=format!("#{}", chapter.id)>{book.words(&chapter.name)}</a> }
    });
    view! {
        <p class="ways">
            <a href=ledger>{ui.open_ledger()}</a>" "
            <a id="places" href=gazetteer>{ui.gazetteer_title()}</a>" "
            <a href=method>{ui.method()}</a>" "
            <a href=corrections>{ui.corrections()}</a>
        </p>
        <p class="ways">{ui.ending_chapters()}{chapters.collect_view()}</p>
    }
    .into_any()
}
