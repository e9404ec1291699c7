//! Every region and place with what the page says of it, in words: on a page of its own, and as cards where the story
//! names them.

use std::collections::HashSet;

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::prose::{in_languages, locator, place_link};
use super::side_by_side::{side_by_side, way_to_compare};
use crate::model::{Chapter, ChapterMap, Fact, Kind, Lang, Place, PlaceId, Precision, Subject};
use crate::text::{Embed, Route};
use crate::view::attr::attr;

/// A chapter's map and the places it shows.
type Shown = (&'static ChapterMap, HashSet<&'static PlaceId>);

/// How many entries a part of the list has.
const PART: usize = 100;

/// The section with all of them, regions before other places.
pub fn gazetteer(context: PageContext) -> AnyView {
    let ui = context.ui();
    let is_region = |one: &Subject<'_>| matches!(one, Subject::Region(_));
    let (regions, places) = context.story.subjects().partition::<Vec<_>, _>(is_region);
    view! {
        <section id=id::PLACES class="gazetteer" {..attr(attribute::ANCHOR, "")}>
            <h2>{ui.gazetteer_title()}</h2>
            {side_by_side(context, &regions)}
            {group(context, ui.gazetteer_regions(), regions)}
            {group(context, ui.gazetteer_places(), places)}
        </section>
    }
    .into_any()
}

/// Some of them under their head; many in parts of their own, so that a browser need lay out only those in sight.
fn group(context: PageContext, head: &'static str, subjects: Vec<Subject<'static>>) -> Option<AnyView> {
    let class = if subjects.len() > PART { "entries many" } else { "entries" };
    let all: Vec<AnyView> = entries(context, subjects).collect();
    let mut parts = Vec::new();
    let mut rest = all.into_iter().peekable();
    while rest.peek().is_some() {
        let part: Vec<AnyView> = rest.by_ref().take(PART).collect();
        parts.push(view! { <div class=class>{part}</div> });
    }
    (!parts.is_empty()).then(|| view! { <h3 class="group">{head}</h3>{parts} }.into_any())
}

/// What is said of each.
pub fn entries(context: PageContext, subjects: Vec<Subject<'static>>) -> impl Iterator<Item = AnyView> {
    let maps: Vec<Shown> = maps_here(context).map(|map| (map, map.places.iter().collect())).collect();
    subjects.into_iter().map(move |subject| entry(context, &maps, subject))
}

/// The maps in whose figures the page shows a place.
fn maps_here(context: PageContext) -> impl Iterator<Item = &'static ChapterMap> {
    let is_here = move |chapter: &Chapter| context.page.chapter().is_none_or(|own| own.id == chapter.id);
    let own =
        context.story.told().filter(move |(chapter, _)| is_here(chapter)).filter_map(|(_, told)| told.map.as_ref());
    // A frame with the map of a step has no other.
    own.map(move |map| match context.page.route {
        Route::Embed(Embed::OpeningMap(_, shown) | Embed::Map(_, shown)) => shown,
        _ => map,
    })
}

fn entry(context: PageContext, maps: &[Shown], subject: Subject<'static>) -> AnyView {
    let id = subject.id();
    let own_page = context.page.of_place(context.story, subject).map(|page| context.page.way_to(&page));
    // What other chapters say is there. Without one, all of it is here.
    let chapter = context.page.chapter().filter(|_| own_page.is_some());
    let facts = facts_here(context, subject, chapter);
    let is_silent = context.story.statements_about(id).next().is_none();
    let has_rest = facts.len() < context.story.facts_about(id).count();
    // Gaps and notes elsewhere are no more than the page says, where it says nothing.
    let words = if has_rest && !is_silent { context.ui().rest_on_own_page() } else { context.ui().own_page() };
    let own_page = own_page.filter(|_| has_rest || leads_to_own_page(context, subject));
    let compare = way_to_compare(context, subject).filter(|_| context.page.is_whole());
    view! {
        <article id=id::of_place(id) class="entry">
            <h4>{name(context, maps, subject)}</h4>
            {own_page.map(|way| lead_there(context, way, words))}
            {compare.map(|way| view! { " "{lead_there(context, way, context.ui().compare())} })}
            {is_silent.then(|| inside(context, subject).unwrap_or_else(|| silence(context)))}
            {said_of(context, subject, Head::InEntry, &facts)}
            {neighbours(context, subject)}
        </article>
    }
    .into_any()
}

/// Whether every region and place has its entry here.
fn tells_of_all(context: PageContext) -> bool {
    context.page.is_whole() || matches!(context.page.route, Route::Gazetteer)
}

/// Of a region that is not named itself the places in it that are, where the page tells of all.
fn inside(context: PageContext, subject: Subject<'static>) -> Option<AnyView> {
    let ui = context.ui();
    let places: Vec<&'static Place> =
        if tells_of_all(context) { context.story.told_instead(subject.id()).collect() } else { Vec::new() };
    // In the story a place opens its card; here its entry stands below, and names with a place lead to the map.
    let link = |place: &'static Place| match context.page.route {
        Route::Gazetteer => {
            view! { <a href=id::link(id::of_place(&place.id))>{context.words(&place.short)}</a> }.into_any()
        }
        _ => place_link(context, &place.id, None),
    };
    let links = places.iter().enumerate().map(|(at, place)| {
        view! { {(at > 0).then(|| ui.list(&["", ""]))}{link(place)} }
    });
    (!places.is_empty()).then(|| view! { <p>{ui.not_itself()}{ui.colon()}{links.collect_view()}</p> }.into_any())
}

/// That nothing is said.
fn silence(context: PageContext) -> AnyView {
    view! { <p class="silent">{context.words(&context.story.head().not_mentioned)}</p> }.into_any()
}

/// What a region borders on, where the page tells of all; a part of the story leads to the page about the region.
fn neighbours(context: PageContext, subject: Subject<'static>) -> Option<AnyView> {
    if !tells_of_all(context) {
        return None;
    }
    let seen = context.basemap.neighbours(context.story, subject.id());
    let all: Vec<_> = seen.iter().map(|one| (one.towards, context.words(one.subject.short()))).collect();
    (!all.is_empty()).then(|| {
        view! { <p class="position" {..attr(attribute::FURNITURE, "")}>{context.ui().borders(&all)}</p> }.into_any()
    })
}

/// How much is told of what a chapter shows on its map and says nothing of.
const LEAD: usize = 2;

/// All facts about it, or those of one chapter; where that says nothing of it, the first statements of others too.
fn facts_here(context: PageContext, subject: Subject<'static>, chapter: Option<&Chapter>) -> Vec<&'static Fact> {
    let about = context.story.facts_about(subject.id());
    let Some(own) = chapter else { return about.collect() };
    let mut facts: Vec<&Fact> = about.filter(|fact| fact.chapter == own.id).collect();
    if !facts.iter().any(|fact| fact.kind.is_said()) {
        facts.extend(context.story.statements_about(subject.id()).take(LEAD));
    }
    facts
}

/// The link to the page about it; from a frame into a window of its own.
fn lead_there(context: PageContext, way: String, words: &'static str) -> AnyView {
    let (target, rel) = if context.page.is_embed() { (Some("_blank"), Some("noopener")) } else { (None, None) };
    view! { <a href=way target=target rel=rel>{words}</a> }.into_any()
}

/// How deep the heads of what is said stand.
#[derive(Clone, Copy)]
pub enum Head {
    /// Below the name of an entry.
    InEntry,
    /// Below a part of a page of its own.
    OnPage,
}

impl Head {
    fn around(self, words: &'static str) -> AnyView {
        match self {
            Self::InEntry => view! { <h5>{words}</h5> }.into_any(),
            Self::OnPage => view! { <h3>{words}</h3> }.into_any(),
        }
    }
}

/// What these facts say of it, chapter by chapter, then what is not given, what we note, and how it was put on the map.
pub fn said_of(context: PageContext, subject: Subject<'static>, head: Head, facts: &[&'static Fact]) -> AnyView {
    let of_kind =
        |kind: Kind| -> Vec<&'static Fact> { facts.iter().copied().filter(|fact| fact.kind == kind).collect() };
    let said: Vec<&'static Fact> = facts.iter().copied().filter(|fact| fact.kind.is_said()).collect();
    let by_chapter =
        context.story.chapters.chapters.iter().filter_map(|chapter| chapter_facts(context, head, chapter, &said));
    let position = subject.place().and_then(|place| position(context, place));
    view! {
        {by_chapter.collect_view()}
        {statements(context, head, context.ui().kind_head(Kind::NotGiven), &of_kind(Kind::NotGiven))}
        {statements(context, head, context.ui().kind_head(Kind::EditorsNote), &of_kind(Kind::EditorsNote))}
        {position}
    }
    .into_any()
}

/// Whether a card that has all that is said leads to the page about it. That of what lies beyond the map, or nobody knows
/// where, does not: those pages are reached from the gazetteer, and each link weighs on every page of the story.
fn leads_to_own_page(context: PageContext, subject: Subject<'static>) -> bool {
    let known = [Precision::Site, Precision::Village, Precision::Township, Precision::Region];
    let is_near = subject.place().is_none_or(|place| known.contains(&place.location.precision));
    is_near || matches!(context.page.route, Route::Gazetteer)
}

/// The full name, which leads to the map: in this page, or else in the story. English adds the Chinese.
fn name(context: PageContext, maps: &[Shown], subject: Subject<'static>) -> AnyView {
    let id: &PlaceId = subject.id();
    let href = match context.page.route {
        Route::Gazetteer => format!("{}?place={id}", context.way_to_story()),
        _ => id::link(id::of_place(id)),
    };
    // Where a map is, the name leads to it.
    let maps = if matches!(context.page.route, Route::Gazetteer) { &[] } else { maps };
    let map = maps.iter().min_by_key(|(map, places)| usize::from(!places.contains(id) || map.names_only));
    let original = (context.lang == Lang::En).then(|| {
        view! { " "<span class="original" lang=Lang::Zh.tag()>{subject.name().get(Lang::Zh)}</span> }
    });
    view! {
        <a class={class::PLACE} {..attr(attribute::PLACE, id.to_string())} href={href} {..attr(attribute::DOCK_TO, map.map(|(map, _)| map.id.to_string()))}>
            {subject.name().get(context.lang)}
        </a>
        {original}
    }
    .into_any()
}

fn chapter_facts(
    context: PageContext,
    head: Head,
    chapter: &'static Chapter,
    said: &[&'static Fact],
) -> Option<AnyView> {
    let facts: Vec<&'static Fact> = said.iter().copied().filter(|fact| fact.chapter == chapter.id).collect();
    statements(context, head, context.words(&chapter.name), &facts)
}

fn statements(context: PageContext, head: Head, words: &'static str, facts: &[&'static Fact]) -> Option<AnyView> {
    (!facts.is_empty()).then(|| {
        view! { {head.around(words)}<ul>{facts.iter().map(|fact| statement(context, fact)).collect_view()}</ul> }
            .into_any()
    })
}

/// A fact in words, with kind and locator.
fn statement(context: PageContext, fact: &'static Fact) -> AnyView {
    view! {
        <li>
            {in_languages(context, context.words(&fact.statement))}
            " "
            {locator(context, fact)}
        </li>
    }
    .into_any()
}

/// How the place was put on the map, and after which source; without maps, only why it is not known where it is.
fn position(context: PageContext, place: &'static Place) -> Option<AnyView> {
    let location = &place.location;
    if !context.story.has_maps() && location.precision != Precision::NotGiven {
        return None;
    }
    let words = location.words.as_ref().map(|words| context.words(words));
    let source = location.source.as_ref().map(|source| context.words(source));
    (words.is_some() || source.is_some()).then(|| {
        view! {
            <p class="position" {..attr(attribute::FURNITURE, "")}>
                {words}{words.and(context.ui().gap())}{source.map(|source| in_languages(context, &context.ui().position_from(source)))}
            </p>
        }
        .into_any()
    })
}
