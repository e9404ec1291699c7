//! A chapter: finding, map, paragraphs, figures.

use contract::{attribute, class, joined};
use leptos::prelude::*;

use super::PageContext;
use super::charts::areas_picture;
use super::figure::figure;
use super::listed::listed;
use super::map::{Extra, map_figure, numbers};
use super::place::of_step;
use super::prose::{Heading, headline, prose};
use super::rest::REST;
use super::strip::strip;
use crate::model::{AreaId, Chapter, ChapterMap, Chart, Figure, Step, Told};
use crate::view::attr::attr;

/// The section of a chapter that is told.
pub fn chapter(context: PageContext, chapter: &'static Chapter, told: &'static Told) -> Result<AnyView, String> {
    // Where no chapter has a map all are told in full, and nothing leads through steps.
    let by_step = context.story.has_maps() && !told.steps.is_empty();
    let strip = by_step.then(|| strip(context, chapter, &told.steps, told.map.as_ref().map(|map| &map.id)));
    // The strip stands under the map, or alone before the steps.
    let map = match &told.map {
        Some(map) => {
            map_figure(context, map, &told.steps, Heading::Third, strip.map_or(Extra::Nothing, Extra::Strip))?
        }
        None => strip.into_any(),
    };
    // A chart of marks is narrow and stands beside the map; tables take the full width below, or before.
    let (beside, below): (Vec<&Figure>, Vec<&Figure>) = told
        .figures
        .iter()
        .map(|id| context.story.figure(id))
        .partition(|spec| matches!(spec.chart, Chart::Pictogram(_)));
    let (before, below) = if told.figures_first { (below, Vec::new()) } else { (Vec::new(), below) };
    let draw = |specs: Vec<&'static Figure>| specs.into_iter().map(|spec| figure(context, spec)).collect_view();
    let id = chapter.id.to_string();
    let last = told.steps.len().saturating_sub(1);
    let steps = (0..)
        .zip(&told.steps)
        .map(|(at, one)| {
            let map = one.map.as_ref().or(told.map.as_ref());
            step(context, one, map, if at == last { not_given(context, told) } else { None })
        })
        .collect::<Result<Vec<AnyView>, String>>()?;
    // Without a map the paragraphs have the width to themselves.
    let stage = if told.map.is_some() { class::STAGE } else { joined!(class::STAGE, " text") };
    Ok(view! {
        <section class=class::CHAPTER id={id} {..attr(attribute::ANCHOR, "")}>
            <header class="chapter-head">
                <p class="numeral" {..attr(attribute::FURNITURE, "")}><b>{context.words(&chapter.numeral)}</b>" "{context.words(&chapter.name)}" "{so_far(context, chapter)}</p>
                <div>
                    <h2>{headline(context, &told.title)}</h2>
                    <p class="dek">{prose(context, &told.dek)}</p>
                </div>
                {seen_in(context, &told.areas)}
            </header>
            {context.page.is_chapter().then_some(REST)}
            {draw(before)}
            <div class=stage>
                {map}
                <div class="steps">{draw(beside)}{steps}</div>
            </div>
            {listed(context, &told.places, Heading::Third)}
            {draw(below)}
            {told.steps.is_empty().then(|| not_given(context, told))}
        </section>
    }
    .into_any())
}

/// What the page does not say of all this: known to be missing, and no part of the telling.
fn not_given(context: PageContext, told: &'static Told) -> Option<AnyView> {
    let text = told.not_given.as_ref()?;
    Some(
        view! {
            <details class=joined!(class::FOLDED, " not-said")>
                <summary>{context.ui().not_said()}</summary>
                <p>{prose(context, text)}</p>
            </details>
        }
        .into_any(),
    )
}

/// How far the chapter is in the story; the one that opens it is not counted.
fn so_far(context: PageContext, chapter: &'static Chapter) -> Option<AnyView> {
    let number = context.story.told().position(|(one, _)| one.id == chapter.id).filter(|number| *number > 0)?;
    let words = context.ui().chapter_of(number, context.story.told().count() - 1);
    Some(view! { <small>{words}</small> }.into_any())
}

/// A step beside a map, and what may follow its words.
///
/// The error says which label found no room on that map.
fn step(
    context: PageContext,
    step: &'static Step,
    map: Option<&'static ChapterMap>,
    after: Option<AnyView>,
) -> Result<AnyView, String> {
    let context = match map {
        Some(map) => context.beside(numbers(context, map)?),
        None => context,
    };
    Ok(view! {
        <article class=class::STEP id=step.id.clone() {..attr(attribute::ANCHOR, "")} {..attr(attribute::DOCK, "")}>
            <h3>{headline(context, &step.title)}</h3>
            <p>{prose(context, &step.text)}</p>
            {of_step(context, step)}
            {after}
        </article>
    }
    .into_any())
}

/// The strip of areas with the chapter's own ones marked.
fn seen_in(context: PageContext, own: &'static [AreaId]) -> Option<AnyView> {
    let all: Vec<AreaId> = context.story.chapters.areas.iter().map(|area| area.id.clone()).collect();
    let names: Vec<&str> = own.iter().map(|id| context.words(&context.story.area(id).name)).collect();
    let words = context.ui().seen_in_areas(&names);
    (!own.is_empty()).then(|| {
        view! { <div class="seen-in">{areas_picture(context, &all, own, 12.0, None)}<span>{words.clone()}</span></div> }
            .into_any()
    })
}
