//! What a reader takes along or holds us to: files, citation, corrections.

use contract::{attribute, id};
use leptos::prelude::*;

use crate::model::{Correction, Lang};
use crate::text::{LEDGER_DOCUMENT, ledger_table, statics_file};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::prose::in_languages;
use crate::view::sharing::sharing;

/// Links to the files with all rows.
pub fn downloads(context: PageContext) -> AnyView {
    let ui = context.ui();
    let files = [
        (ledger_table(Lang::Zh), ui.download_zh()),
        (ledger_table(Lang::En), ui.download_en()),
        (LEDGER_DOCUMENT, ui.download_json()),
        (statics_file(context.lang), ui.download_statics()),
    ];
    let link = |(name, words): (&'static str, &'static str)| {
        view! { <li><a href=format!("{}{name}", context.page.root()) download=name>{words}</a></li> }
    };
    view! {
        <div id=id::DOWNLOADS>
            <h3>{ui.downloads()}</h3>
            <ul>{files.map(link).into_iter().collect_view()}</ul>
            <p>{ui.download_note()}</p>
        </div>
    }
    .into_any()
}

/// How to cite the story, made from the data, and what passes it on.
pub fn citation(context: PageContext) -> AnyView {
    let ui = context.ui();
    view! {
        <div id=id::CITE>
            <h3>{ui.cite()}</h3>
            {sharing(context)}
            <p>{ui.cite_row()}</p>
        </div>
    }
    .into_any()
}

/// What was published and corrected, the newest last.
pub fn corrections(context: PageContext) -> AnyView {
    let ui = context.ui();
    let corrections = &context.story.corrections.corrections;
    let none = corrections.is_empty().then(|| view! { <p>{ui.no_corrections()}</p> });
    let item = |(index, one)| correction(context, index + 1, one);
    let list = (!corrections.is_empty())
        .then(|| view! { <ol>{corrections.iter().enumerate().map(item).collect_view()}</ol> });
    view! { <div id=id::CORRECTIONS><h3>{ui.corrections()}</h3>{none}{list}</div> }.into_any()
}

fn correction(context: PageContext, number: usize, one: &'static Correction) -> AnyView {
    let ui = context.ui();
    let parts = [(ui.correction_was(), &one.was), (ui.correction_is(), &one.is), (ui.correction_why(), &one.why)];
    let part = |(head, words)| {
        view! { <span class="part">{in_languages(context, &ui.named(head, context.words(words)))}</span>" " }
    };
    let row = view! { <a href=id::link(id::of_fact(&one.fact))>{ui.row(context.story.row(&one.fact))}</a> };
    view! {
        <li id=id::correction(number) {..attr(attribute::OF, one.fact.to_string())}>
            <time datetime=one.date.to_string()>{one.date.to_string()}</time>" "{row}" "{parts.map(part).into_iter().collect_view()}
        </li>
    }
    .into_any()
}
