//! The ledger: every fact with its kind, its place on the newspaper page and its uses in the story; how the
//! story was made, how to cite it, and what was corrected.

mod filters;
mod record;
mod sentences;
mod table;

pub use sentences::in_small as page_in_small;
pub use table::{corrected, origin, value};

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::ending::ways;
use super::prose::{in_languages, kind_name, prose};
use super::sharing::sharing;
use crate::model::{Article, Kind, Lang, Prose};
use crate::text::Ui;
use crate::view::attr::attr;

/// The section.
pub fn ledger(context: PageContext) -> AnyView {
    let ui = context.ui();
    let facts = &context.story.facts.facts;
    let has_maps = context.story.has_maps();
    view! {
        <section id=id::LEDGER class={class::LEDGER} {..attr(attribute::ANCHOR, "")}>
            <h2>{ui.ledger_title()}</h2>
            <p class="dek" {..attr(attribute::FURNITURE, "")}>{ui.ledger_summary(facts.len())}</p>
            {kinds(context)}
            {filters::filters(context)}
            {table::table(context)}
            {sentences::sentences(context)}
            <div class="notes">
                {record::downloads(context)}
                {record::citation(context)}
                {record::corrections(context)}
                {notes(context, id::METHOD, ui.method(), &context.story.head().method)}
                <div><h3>{ui.articles()}</h3><ul>{context.story.facts.articles.iter().map(|a| article(context, a)).collect_view()}</ul></div>
                {has_maps.then(|| notes(context, id::MAP_NOTES, ui.map_notes(), &context.story.map.notes))}
            </div>
            {has_maps.then(|| super::map::attribution(context))}
        </section>
    }
    .into_any()
}

/// What stands after the story: what the signs beside numbers mean, and how to cite it; and the ways to the ledger and to
/// the gazetteer, where no ending has them.
pub fn record(context: PageContext) -> AnyView {
    let ui = context.ui();
    view! {
        <section id=id::LEDGER class={class::LEDGER} {..attr(attribute::ANCHOR, "")}>
            <h2>{ui.ledger_title()}</h2>
            <p class="dek" {..attr(attribute::FURNITURE, "")}>{ui.ledger_summary(context.story.facts.facts.len())}</p>
            {kinds(context)}
            {context.story.head().ending.is_none().then(|| ways(context))}
            {sharing(context)}
        </section>
    }
    .into_any()
}

fn kinds(context: PageContext) -> AnyView {
    let ui = context.ui();
    let kinds =
        Kind::ALL.map(|kind| view! { <li>{kind_name(context, kind)}{ui.named("", ui.kind_meaning(kind))}</li> });
    view! { <ul class="kinds">{kinds.into_iter().collect_view()}</ul> }.into_any()
}

fn article(context: PageContext, article: &'static Article) -> AnyView {
    // The names are Chinese in either language.
    let byline = Ui(Lang::Zh).list(&article.byline.iter().map(String::as_str).collect::<Vec<_>>());
    let notes = [&article.byline_note, &article.note].map(|note| {
        note.as_ref().map(|note| view! { " "<small>{in_languages(context, context.words(note))}</small> })
    });
    let by = (!byline.is_empty()).then(|| view! { <span class="byline" lang="zh-Hans">{byline}</span> });
    view! {
        <li {..attr(attribute::FURNITURE, "")}><b>{article.id.to_string()}</b>" "{context.words(&article.title)}" "{by}{notes.into_iter().collect_view()}</li>
    }
    .into_any()
}

fn notes(context: PageContext, id: &'static str, head: &'static str, texts: &'static [Prose]) -> AnyView {
    let paragraphs = texts.iter().map(|text| view! { <p>{prose(context, text)}</p> });
    view! { <div id=id><h3>{head}</h3>{paragraphs.collect_view()}</div> }.into_any()
}
