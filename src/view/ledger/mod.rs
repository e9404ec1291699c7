//! The ledger: every fact with its kind, its place on the newspaper page and its uses in the story; how the
//! story was made, how to cite it, and what was corrected.

mod filters;
mod record;
mod sentences;
mod table;

pub use sentences::in_small as page_in_small;
pub use table::{corrected, origin, value};

use leptos::prelude::*;

use super::Book;
use super::ending::ways;
use super::prose::{in_languages, kind_name, prose};
use super::sharing::sharing;
use crate::model::{Article, Kind, Lang, Prose};
use crate::text::{MAP_NOTES, METHOD, Ui};

/// The section.
pub fn ledger(book: Book) -> AnyView {
    let ui = book.ui();
    let facts = &book.story.facts.facts;
    let has_maps = book.story.has_maps();
    view! {
        <section id="ledger" class="ledger" data-anchor="">
            <h2>{ui.ledger_title()}</h2>
            <p class="dek" data-furniture="">{ui.ledger_summary(facts.len())}</p>
            {kinds(book)}
            {filters::filters(book)}
            {table::table(book)}
            {sentences::sentences(book)}
            <div class="notes">
                {record::downloads(book)}
                {record::citation(book)}
                {record::corrections(book)}
                {notes(book, METHOD, ui.method(), &book.story.head().method)}
                <div><h3>{ui.articles()}</h3><ul>{book.story.facts.articles.iter().map(|a| article(book, a)).collect_view()}</ul></div>
                {has_maps.then(|| notes(book, MAP_NOTES, ui.map_notes(), &book.story.map.notes))}
            </div>
            {has_maps.then(|| super::map::attribution(book))}
        </section>
    }
    .into_any()
}

/// What stands after the story: what the signs beside numbers mean, and how to cite it; and the ways to the ledger and to
/// the gazetteer, where no ending has them.
pub fn record(book: Book) -> AnyView {
    let ui = book.ui();
    view! {
        <section id="ledger" class="ledger" data-anchor="">
            <h2>{ui.ledger_title()}</h2>
            <p class="dek" data-furniture="">{ui.ledger_summary(book.story.facts.facts.len())}</p>
            {kinds(book)}
            {book.story.head().ending.is_none().then(|| ways(book))}
            {sharing(book)}
        </section>
    }
    .into_any()
}

fn kinds(book: Book) -> AnyView {
    let ui = book.ui();
    let kinds = Kind::ALL.map(|kind| view! { <li>{kind_name(book, kind)}{ui.named("", ui.kind_meaning(kind))}</li> });
    view! { <ul class="kinds">{kinds.into_iter().collect_view()}</ul> }.into_any()
}

fn article(book: Book, article: &'static Article) -> AnyView {
    // The names are Chinese in either language.
    let byline = Ui(Lang::Zh).list(&article.byline.iter().map(String::as_str).collect::<Vec<_>>());
    let notes = [&article.byline_note, &article.note]
        .map(|note| note.as_ref().map(|note| view! { " "<small>{in_languages(book, book.words(note))}</small> }));
    let by = (!byline.is_empty()).then(|| view! { <span class="byline" lang="zh-Hans">{byline}</span> });
    view! {
        <li data-furniture=""><b>{article.id.to_string()}</b>" "{book.words(&article.title)}" "{by}{notes.into_iter().collect_view()}</li>
    }
    .into_any()
}

fn notes(book: Book, id: &'static str, head: &'static str, texts: &'static [Prose]) -> AnyView {
    let paragraphs = texts.iter().map(|text| view! { <p>{prose(book, text)}</p> });
    view! { <div id=id><h3>{head}</h3>{paragraphs.collect_view()}</div> }.into_any()
}
