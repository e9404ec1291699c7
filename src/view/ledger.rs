//! The ledger: every fact with its kind and its place on the page, and how the story was made.

use leptos::prelude::*;

use super::Book;
use super::prose::{in_languages, kind_name, number, prose};
use crate::model::{Article, Fact, Formula, Kind, Lang, Localized};
use crate::text::{Ui, plain};

/// The section.
pub fn ledger(book: Book) -> AnyView {
    let ui = book.ui();
    let facts = &book.story.facts.facts;
    let heads = ["#", ui.ledger_number(), ui.ledger_kind(), ui.ledger_what(), ui.ledger_where()];
    let kinds = Kind::ALL.map(|kind| {
        view! { <li>{kind_name(book, kind)}{ui.named("", ui.kind_meaning(kind))}</li> }
    });
    view! {
        <section id="ledger" class="ledger" data-anchor="">
            <h2>{ui.ledger_title()}</h2>
            <p class="dek" data-furniture="">{ui.ledger_summary(facts.len())}</p>
            <ul class="kinds">{kinds.into_iter().collect_view()}</ul>
            <div class="scroll" tabindex="0" role="region" aria-label=ui.ledger()>
                <table>
                    <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr></thead>
                    <tbody>{facts.iter().enumerate().map(|(index, fact)| row(book, index + 1, fact)).collect_view()}</tbody>
                </table>
            </div>
            <div class="notes">
                {notes(book, ui.method(), &book.story.head().method)}
                <div><h3>{ui.articles()}</h3><ul>{book.story.facts.articles.iter().map(|a| article(book, a)).collect_view()}</ul></div>
                {notes(book, ui.map_notes(), &book.story.map.notes)}
            </div>
            {super::map::attribution(book)}
        </section>
    }
    .into_any()
}

fn row(book: Book, number_in_ledger: usize, fact: &'static Fact) -> AnyView {
    view! {
        <tr id=format!("f-{}", fact.id) data-of=fact.id.to_string()>
            <td class="row" data-furniture="">{number_in_ledger}</td>
            <td class="value">{fact.value.map(|_| number(book, fact))}</td>
            <td class="kind">{kind_name(book, fact.kind)}</td>
            <td class="what">{in_languages(book, book.words(&fact.statement))}</td>
            <td class="where" data-furniture="">{origin(book, fact)}</td>
        </tr>
    }
    .into_any()
}

/// Locator, formula with its inputs, or the other source of an editor's note.
fn origin(book: Book, fact: &'static Fact) -> AnyView {
    let ui = book.ui();
    let locator = fact.source.as_ref().map(|s| ui.locator(s.article.as_str(), s.paragraph, s.sentence));
    let formula = fact.formula.as_deref().and_then(|text| Formula::parse(text).ok());
    let formula = formula.map(|formula| {
        let written = formula.written(&plain, &|id| book.story.fact(id)?.value);
        let result = fact.value.map(plain).unwrap_or_default();
        let rows: Vec<AnyView> = formula
            .inputs()
            .into_iter()
            .map(|id| {
                let row = book.story.row(id).unwrap_or(0);
                let value = book.story.fact(id).map_or_else(String::new, |input| number(book, input));
                view! { " "<a href=format!("#f-{id}")>{ui.input(&value, row)}</a> }.into_any()
            })
            .collect();
        view! { <span class="formula">{ui.named(ui.formula(), &format!("{written} = {result}"))}</span>{rows} }
    });
    let note =
        fact.note_source.as_ref().map(|source| in_languages(book, &ui.named(ui.note_source(), book.words(source))));
    view! { {locator}{formula}{note} }.into_any()
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

fn notes(book: Book, head: &'static str, texts: &'static [Localized]) -> AnyView {
    let paragraphs = texts.iter().map(|text| view! { <p>{prose(book, text)}</p> });
    view! { <div><h3>{head}</h3>{paragraphs.collect_view()}</div> }.into_any()
}
