//! The opening: headline, first map, key figures.

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::charts::{areas_picture, shown};
use super::listed::listed;
use super::map::{Extra, map_figure};
use super::prose::{Heading, corrected_mark, heard, in_languages, prose, row};
use super::rest::REST;
use super::tools::tools;
use crate::model::{Area, Chapter, Chart, FactId, KeyFigure, Localized, Mention, Told};
use crate::text::{TitleRoom, number_of};
use crate::view::attr::attr;

/// The section of the chapter that opens the story.
pub fn opening(context: PageContext, chapter: &'static Chapter, told: &'static Told) -> Result<AnyView, String> {
    let head = context.story.head();
    let map = told
        .map
        .as_ref()
        .map(|map| map_figure(context, map, &told.steps, Heading::Second, Extra::Search))
        .transpose()?;
    let small = view! { <span class="small">{prose(context, &head.subhead)}</span> }.into_any();
    let is_long = TitleRoom::head(context.lang).taken(context.words(&head.headline)) > 1;
    let class = if is_long { "large long" } else { "large" };
    let large = view! { <span class=class>{context.words(&head.headline)}</span> }.into_any();
    let first = head.subhead_first.iter().any(|tag| tag == context.lang.tag());
    let lines = if first { [small, large] } else { [large, small] };
    let key_figures = told.key_figures.iter().map(|one| key_figure(context, one));
    Ok(view! {
        <section class="opening" id=chapter.id.to_string() {..attr(attribute::ANCHOR, "")}>
            <div class="lead">
                <p class="kicker">{prose(context, &head.kicker)}</p>
                <h1>{lines.into_iter().map(|line| view! { {line}" " }).collect_view()}</h1>
                <p class="finding">{prose(context, &head.lead)}</p>
                <p class="how">{prose(context, &told.dek)}{to_regions(context)}</p>
                {made(context)}
            </div>
            {REST}
            {map}
            {listed(context, &told.places, Heading::Second)}
            <div class="key-figures">
                <h2 class=class::UNSEEN>{context.ui().key_figures()}</h2>
                {key_figures.collect_view()}
            </div>
        </section>
    }
    .into_any())
}

/// The way to the reader's own region: the page of all, which begins with them.
fn to_regions(context: PageContext) -> Option<AnyView> {
    let (ui, page) = (context.ui(), context.page);
    let href = page.way_to(&page.gazetteer());
    let is_any = !page.is_embed() && !context.story.places.regions.is_empty();
    is_any.then(|| view! { " "<a href=href>{ui.my_region()}</a> }.into_any())
}

/// Who made the page, as far as the data say it, and the day of the data.
fn made(context: PageContext) -> Option<AnyView> {
    let head = context.story.head();
    let (ui, publisher) =
        (context.ui(), head.publisher.as_ref().map(|name| context.ui().made_by(context.words(name))));
    let day = head.updated.map(|day| ui.updated(day));
    let parts: Vec<String> = [publisher, day].into_iter().flatten().collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let line = || {
        view! { <p class="made" {..attr(attribute::FURNITURE, "")}>{in_languages(context, &ui.sentences(&parts))}</p> }.into_any()
    };
    (!parts.is_empty()).then(line)
}

/// The numbers with their drawing and sentence.
pub fn key_figure(context: PageContext, spec: &'static KeyFigure) -> AnyView {
    let numbers = spec.numbers.iter().zip(&spec.labels).map(|(id, label)| key_number(context, id, label));
    let figure = context.story.figure(&spec.figure);
    let picture = shown(&figure.chart).small_picture(context, figure);
    let words = view! { <p class="words">{prose(context, &spec.text)}</p> };
    // In one row, as the rows of all key figures are the same.
    let words = match signs(context, spec) {
        Some(signs) => view! { <div>{signs}{words}</div> }.into_any(),
        None => words.into_any(),
    };
    view! {
        <div class="key-figure" {..attr(attribute::FIGURE, spec.figure.to_string())} id=spec.figure.to_string()>
            <p class="numbers">{numbers.collect_view()}</p>
            {picture}
            {words}
            <div class="foot">{tools(context, &spec.figure)}</div>
        </div>
    }
    .into_any()
}

/// A large number; its label stands in for the unit.
fn key_number(context: PageContext, id: &'static FactId, label: &'static Localized) -> AnyView {
    let fact = context.story.fact(id);
    // That it says a number the check has held.
    let value = number_of(context.story, fact, context.lang).map_or_else(|| id.to_string(), |number| number.number);
    let class = format!("{} {}", class::LABEL, fact.kind.slug());
    let name = heard(context, fact, &[&value, context.ui().gap().unwrap_or(""), context.words(label)].concat());
    view! {
        <a class="fact" {..attr(attribute::FACT, id.to_string())} {..attr(attribute::ROW, row(context, id))} href=id::link(id::of_fact(id)) aria-label=name>
            <b>{value}</b>{context.ui().gap()}<span class={class} {..attr(attribute::MARK, context.ui().kind_mark(fact.kind))}>{context.words(label)}</span>
        </a>
        {corrected_mark(context, fact)}
        " "
    }
    .into_any()
}

/// What each square of a strip of areas means, and which areas it stands for.
fn signs(context: PageContext, spec: &'static KeyFigure) -> Option<AnyView> {
    let Chart::Areas(areas) = &context.story.figure(&spec.figure).chart else { return None };
    let areas: Vec<&Area> = areas.0.iter().map(|id| context.story.area(id)).collect();
    let item = |mention: Mention| {
        let own: Vec<&&Area> = areas.iter().filter(|area| area.mention == mention).collect();
        let first = own.first()?.id.clone();
        // Those that are not on the page have no names.
        let names: Vec<&str> = match mention {
            Mention::Absent => Vec::new(),
            _ => own.iter().map(|area| context.words(&area.name)).collect(),
        };
        let words = context.ui().named(context.ui().mention(mention), &context.ui().list(&names));
        Some(view! { <li>{areas_picture(context, &[first], &[], 12.0, None)}{words}</li> })
    };
    Some(view! { <ul class="signs">{Mention::ALL.into_iter().filter_map(item).collect_view()}</ul> }.into_any())
}
