//! What a place and a number open: a card for each, shown by the address alone (`:target`), so that it needs no program.
//!
//! The program shows the same card where the reader is (`browser/panel.rs`). On paper they are the list of sources.

use std::collections::BTreeSet;

use contract::{attribute, class, id, joined};
use leptos::prelude::*;

use super::PageContext;
use super::gazetteer;
use super::ledger::{corrected, origin, value};
use super::links::{NOWHERE, linked, named};
use super::prose::{in_languages, row};
use crate::model::{Fact, Formula, Kind, Story, Subject};
use crate::text::capitalised;
use crate::view::attr::attr;

/// The cards that this content needs: in the whole story one for each place and fact, in a part of it those that its
/// links lead to, inputs of formulas included. Where nothing shows places, they are links to the gazetteer.
pub fn cards(context: PageContext, content: &str) -> AnyView {
    let is_whole = context.page.is_whole();
    let story = context.story;
    let places = match context.page.answers() {
        true => &linked(content, id::OF_PLACE) | &named(content, attribute::PLACE),
        false => BTreeSet::new(),
    };
    let subjects: Vec<Subject<'static>> = match is_whole {
        true => story.subjects().collect(),
        false => places.iter().filter_map(|id| story.subject_named(id)).collect(),
    };
    let entries = gazetteer::entries(context, subjects).collect_view().to_html();
    let linked = linked(&(content.to_owned() + &entries), id::OF_FACT);
    let facts: Vec<&'static Fact> = match is_whole {
        true => story.facts.facts.iter().collect(),
        false => in_order(story, with_inputs(story, linked)),
    };
    let sources = facts.into_iter().map(|fact| source(context, fact, (!is_whole).then(|| row(context, &fact.id))));
    let (ui, ledger) = (context.ui(), context.page.way_to(&context.page.ledger()));
    let nowhere = id::link(NOWHERE);
    let [head, next] = [
        view! { <h2>{ui.ledger_title()}</h2> }.to_html(),
        (!entries.is_empty()).then(|| view! { <h3>{ui.gazetteer_title()}</h3> }).to_html(),
    ];
    let foot = view! { <p class="card-foot"><a href=ledger>{ui.ledger()}</a>" "<a href=nowhere>{ui.close()}</a></p> };
    // Beside one another, so that the way out is shown by whichever of them is open.
    view! { <div class=class::CARDS inner_html=head + &sources.collect_view().to_html() + &next + &entries + &foot.to_html()></div> }
        .into_any()
}

/// A number with what it says and where it comes from, in the shortest form that is complete. On paper it has its row in
/// the ledger before it: this number, or else its place among all cards.
fn source(context: PageContext, fact: &'static Fact, number: Option<usize>) -> AnyView {
    let ui = context.ui();
    let said_by = ui.said_by(fact);
    // A place on the newspaper page goes on; a formula explains, and what a note rests on is a sentence of its own.
    let kind = match (&fact.source, &fact.formula) {
        (Some(_), _) => ui.clauses(&[&said_by, ""]),
        (None, Some(_)) => said_by + ui.colon(),
        (None, None) => ui.sentences(&[&said_by, ""]),
    };
    let kind = capitalised(&kind);
    let value = (fact.value.is_some() || fact.kind == Kind::NotGiven).then(|| match fact.kind {
        Kind::NotGiven => {
            view! { <b class=joined!(class::VALUE, " not-given")>{context.ui().not_given()}</b>" " }.into_any()
        }
        _ => view! { <b class=class::VALUE>{value(context, fact)}</b>" " }.into_any(),
    });
    view! {
        <article id=id::of_fact(&fact.id) {..attr(attribute::ROW, number)}>
            {value}
            {in_languages(context, context.words(&fact.statement))}
            <small class={class::WHERE} {..attr(attribute::FURNITURE, "")}>{kind}{origin(context, fact)}{corrected(context, fact)}</small>
        </article>
    }
    .into_any()
}

/// The facts with these ids, in the order of the ledger.
fn in_order(story: &'static Story, ids: BTreeSet<String>) -> Vec<&'static Fact> {
    let mut facts: Vec<&Fact> = ids.iter().filter_map(|id| story.fact_named(id)).collect();
    facts.sort_by_key(|fact| story.row(&fact.id));
    facts
}

/// These facts, and those that their formulas are worked out from.
fn with_inputs(story: &Story, mut facts: BTreeSet<String>) -> BTreeSet<String> {
    let mut open: Vec<String> = facts.iter().cloned().collect();
    while let Some(id) = open.pop() {
        let fact = story.fact_named(&id);
        let formula = fact.and_then(|fact| fact.formula.as_ref());
        for input in formula.into_iter().flat_map(Formula::inputs) {
            if facts.insert(input.to_string()) {
                open.push(input.to_string());
            }
        }
    }
    facts
}

/// The style rules that mark on maps and in words the place whose card is open, while no program does. Each begins at the
/// root: a browser looks there once, and not at every element around a mark.
pub fn target_rules(story: &Story) -> String {
    let marked = story.subjects().map(|one| {
        let card = id::link(id::of_place(one.id()));
        format!("{ROOT}:has({card}:target) {}", attribute::rule(attribute::PLACE, one.id()))
    });
    let marked: Vec<String> = marked.collect();
    format!(
        "@layer states{{{}{{\
         &.region{{stroke:var(--ink);stroke-width:2.4}}\
         &.mark .chosen{{visibility:visible}}\
         &.line .line-edge{{stroke:var(--ink);stroke-width:5}}\
         &.place{{font-weight:700}}}}}}\n",
        marked.join(",")
    )
}

/// A page that has no program, or not yet.
const ROOT: &str = joined!(":root:not(", attribute::of::ALIVE, ")");
