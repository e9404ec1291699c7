//! The ledger's table. Each row carries what the browser needs to sort and to choose: slugs and places in
//! an order, no values and no words.

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::sentences::bar_of;
use crate::layout::{LedgerRow, ledger};
use crate::model::{Chapter, Fact, Kind, Locator, Speaker};
use crate::text::{Route, StoryPart, Use, plain, plain_text, shown_of, uses, uses_of};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::prose::{corrected_words, in_languages, kind_name, number, plain_prose};

/// The table in its frame.
pub fn table(context: PageContext) -> AnyView {
    let ui = context.ui();
    let heads = [
        ("row", Some("row"), ui.ledger_row()),
        ("value", Some("value"), ui.ledger_number()),
        ("kind", Some("kind"), ui.ledger_kind()),
        ("what", None, ui.ledger_what()),
        ("where", Some("locator"), ui.ledger_where()),
        ("uses", Some("chapter"), ui.ledger_uses()),
    ];
    let (uses, all) = (uses(context.story), ledger(context.story));
    let rows = all.iter().map(|one| row(context, one, &uses)).collect_view();
    view! {
        <div class=class::SCROLL>
            <table aria-label=ui.ledger()>
                <thead><tr>{heads.map(|(class, key, words)| head(class, key, words)).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class=class::EMPTY hidden="hidden">{ui.filter_empty()}</p>
    }
    .into_any()
}

/// The head of a column; one that sorts is a button, which only a live page lets one press.
fn head(class: &'static str, key: Option<&'static str>, words: &'static str) -> AnyView {
    let sorted = (key == Some("row")).then_some("ascending");
    let inner = match key {
        Some(key) => {
            view! { <button type="button" {..attr(attribute::SORT, key)} disabled="disabled">{words}</button> }
                .into_any()
        }
        None => words.into_any(),
    };
    // On paper no button is pressed, and browsers repeat none of its words at the head of each sheet.
    view! { <th scope="col" class=class aria-sort={sorted} {..attr(attribute::HEAD, key.map(|_| words))}>{inner}</th> }
        .into_any()
}

fn row(context: PageContext, row: &LedgerRow<'static>, uses: &[Use<'static>]) -> AnyView {
    let fact = row.fact;
    view! {
        <tr
            id=id::of_fact(&fact.id)
            {..attr(attribute::OF, fact.id.to_string())}
            {..attr(attribute::KIND, fact.kind.slug())}
            {..attr(attribute::SPEAKER, fact.speaker.slug())}
            {..attr(attribute::CHAPTER, fact.chapter.to_string())}
            {..attr(attribute::VALUE, row.by_value.map(|place| place.to_string()))}
            {..attr(attribute::LOCATOR, row.by_locator.map(|place| place.to_string()))}
        >
            // Cells are parted also where nothing draws them: 146 and 15,185 are no 14,615,185.
            <td class="row" {..attr(attribute::FURNITURE, "")}>{row.number}</td>
            " "
            <td class=class::VALUE>{value(context, fact)}</td>
            " "
            <td class=class::KIND>{kind_name(context, fact.kind)}{speaker(context, fact)}</td>
            " "
            <td class=class::WHAT>{in_languages(context, context.words(&fact.statement))}</td>
            " "
            <td class={class::WHERE} {..attr(attribute::FURNITURE, "")}>{origin(context, fact)}{corrected(context, fact)}</td>
            " "
            <td class="uses" {..attr(attribute::FURNITURE, "")}>{chapter_and_uses(context, fact, uses)}</td>
        </tr>
    }
    .into_any()
}

/// Who says it, after the kind; of what is ours the kind says enough.
fn speaker(context: PageContext, fact: &Fact) -> Option<AnyView> {
    let words = context.ui().clauses(&["", context.ui().speaker(fact.speaker)]);
    (fact.speaker != Speaker::Ours).then(|| view! { <small>{words}</small> }.into_any())
}

/// The number, or in words that it is not given.
pub fn value(context: PageContext, fact: &'static Fact) -> AnyView {
    match (fact.value, fact.kind) {
        (None, Kind::NotGiven) => view! { <span class="not-given">{context.ui().not_given()}</span> }.into_any(),
        // A target may have its day alone.
        (None, _) => String::new().into_any(),
        (Some(_), _) => number(context, fact).into_any(),
    }
}

/// Locator, formula with its inputs, or the other source of an editor's note.
pub fn origin(context: PageContext, fact: &'static Fact) -> AnyView {
    let ui = context.ui();
    let locator = fact.source.as_ref().map(|s| locator(context, fact, s));
    let formula = fact.formula.as_ref().map(|formula| {
        let written = formula.written(&plain, &|id| context.story.fact(id).value);
        // What is computed has a value, as the check has held.
        let result = fact.value.map_or_else(|| fact.id.to_string(), plain);
        let rows = formula.inputs().into_iter().enumerate().map(|(index, id)| {
            let input = context.story.fact(id);
            let place = input.source.as_ref().map(|at| ui.locator(at.article.as_str(), at.paragraph, at.sentence));
            // What is only counted need not say a number.
            let value = shown_of(context.story, input, context.lang);
            let words = ui.input(value.as_deref(), context.story.row(id), place.as_deref());
            let before = if index > 0 { ui.list(&["", ""]) } else { ui.worked_out_from().to_owned() };
            view! { {before}<a href=id::link(id::of_fact(id))>{words}</a> }
        });
        // Heard and copied, the terms come right after the result.
        let exact = formula.value(&|id| context.story.fact(id).value).zip(fact.value);
        let is_rounded = exact.is_some_and(|(exact, said)| (exact - said).abs() > 1e-9);
        let written = format!("{written} {} {result}", if is_rounded { '≈' } else { '=' });
        view! { <span class="formula">{ui.sentences(&[&written, ""])}</span>{rows.collect_view()} }
    });
    let note = fact
        .note_source
        .as_ref()
        .map(|source| in_languages(context, &ui.named(ui.note_source(), context.words(source))));
    let readings: Vec<AnyView> = fact
        .formula
        .iter()
        .flat_map(|_| context.story.readings_of([&fact.id]))
        .map(|reading| {
            let row = context.story.row(&reading.id);
            view! { {ui.semicolon()}<a href=id::link(id::of_fact(&reading.id))>{ui.reading(row)}</a> }.into_any()
        })
        .collect();
    let parted = (fact.source.is_some() && note.is_some()).then(|| ui.sentences(&["", ""]));
    let ended = fact.formula.is_some().then(|| ui.stop());
    view! { {locator}{formula}{readings}{ended}{parted}{note} }.into_any()
}

/// Where on the page a fact stands; in the ledger it leads to the sentence's bar.
fn locator(context: PageContext, fact: &'static Fact, at: &Locator) -> AnyView {
    let words = context.ui().locator(at.article.as_str(), at.paragraph, at.sentence);
    let drawn = !context.story.article(&at.article).lengths.is_empty();
    match bar_of(fact).filter(|_| drawn && matches!(context.page.route, Route::Ledger)) {
        Some(bar) => {
            let cue = context.ui().aside(context.ui().see_where());
            view! { <a href=id::link(bar)>{words}<small>{cue}</small></a> }.into_any()
        }
        None => words.into_any(),
    }
}

/// What of the row was corrected, each leading to the full words.
pub fn corrected(context: PageContext, fact: &'static Fact) -> AnyView {
    let one = |(number, correction)| view! { " "{corrected_words(context, number, correction)} };
    context.story.corrections_of(&fact.id).map(one).collect_view().into_any()
}

/// The chapter of a fact, and links to every part of the page that uses it.
fn chapter_and_uses(context: PageContext, fact: &'static Fact, uses: &[Use<'static>]) -> AnyView {
    let chapter = view! { <b>{context.words(&context.story.chapter(&fact.chapter).name)}</b> };
    let links = uses_of(uses, fact).map(|one| view! { " "{use_link(context, &fact.chapter, one)} });
    view! { {chapter}{links.collect_view()} }.into_any()
}

/// A link to a part, named after its chapter where that is not the fact's own.
fn use_link(context: PageContext, own: &crate::model::ChapterId, one: &Use<'static>) -> AnyView {
    let other = one.chapter.filter(|chapter| &chapter.id != own);
    let within = |words: &str| other.map_or_else(|| words.to_owned(), |chapter| in_chapter(context, chapter, words));
    let (words, whole) = part_words(context, one.part);
    let words = within(&words);
    let name = whole.map(|whole| context.ui().named(&words, &whole));
    view! { <a href=id::link(one.anchor()) aria-label=name>{words}</a> }.into_any()
}

fn in_chapter(context: PageContext, chapter: &'static Chapter, words: &str) -> String {
    context.ui().phrases(&[context.words(&chapter.name), words])
}

/// A part in a word or two, and its title where the word does not tell it from others.
fn part_words(context: PageContext, part: StoryPart<'static>) -> (String, Option<String>) {
    let ui = context.ui();
    match part {
        StoryPart::Head => (ui.used_head().into(), None),
        StoryPart::Step(step) => (plain_text(context.story, &step.title, context.lang), None),
        StoryPart::KeyFigure(key) => {
            let figure = context.story.figure(&key.figure);
            (ui.used_key_figure().into(), Some(plain_prose(context, &figure.title)))
        }
        StoryPart::Map(map) => (ui.used_map().into(), Some(plain_prose(context, &map.title))),
        StoryPart::Figure(figure) => (ui.used_figure().into(), Some(plain_prose(context, &figure.title))),
        StoryPart::NotGiven => (ui.used_not_given().into(), None),
        StoryPart::Ending => (ui.ending().into(), None),
        StoryPart::Method => (ui.method().into(), None),
        StoryPart::MapNotes => (ui.map_notes().into(), None),
        StoryPart::Entry(subject) => (subject.short().get(context.lang).into(), None),
    }
}
