//! Where it lies, in words: the map told to those who do not see it. Everything here is furniture: it is ours, worked out
//! from the map, and no statement of the newspaper's.

use contract::{attribute, class};
use leptos::prelude::*;

use crate::geometry::Octant;
use crate::layout::{AreaPart, Around, Distance, Seen, Whereabouts};
use crate::model::{Localized, Place, PlaceId, Precision, Region, Span, Step, Subject};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::prose::in_languages;

/// The part of the page with it; none without maps, where nothing is known of where things lie.
pub fn whereabouts(context: PageContext, subject: Subject<'static>, lies: &Whereabouts<'static>) -> Option<AnyView> {
    let ui = context.ui();
    let nowhere = subject.place().filter(|place| place.location.precision == Precision::NotGiven);
    let said = [
        in_all(context, subject, lies),
        lies.within.map(|(region, part)| in_region(context, subject, region, part)),
        lies.around.map(|around| plain(&ui.lie_around(None, around.count, around.of, around.kilometres))),
        lies.cluster.map(|(place, around)| cluster(context, place, around)),
        nowhere.map(|_| plain(ui.nowhere_said())),
        (!lies.through.is_empty()).then(|| through(context, &lies.through)),
    ];
    let said: Vec<AnyView> = said.into_iter().flatten().collect();
    let inside = inside_of(lies).map(|subject| item(context, subject, &[])).collect::<Vec<_>>();
    let inside = (!inside.is_empty()).then(|| view! { <h3>{ui.inside()}</h3><ul>{inside}</ul> });
    let is_known = context.story.has_maps() && (!said.is_empty() || inside.is_some());
    is_known.then(|| {
        view! { <section class="lies" {..attr(attribute::FURNITURE, "")}><h2>{ui.where_it_lies()}</h2>{said}{inside}</section> }
            .into_any()
    })
}

/// The places that are said to lie in it.
fn inside_of(lies: &Whereabouts<'static>) -> impl Iterator<Item = Subject<'static>> {
    lies.inside.clone().into_iter().map(Subject::Place)
}

/// What lies near: the regions with a border in common, the nearest places. Where nothing is said of it, only what has
/// something said of it, if there is any.
pub fn nearby(context: PageContext, lies: &Whereabouts<'static>, of_silent: bool) -> Option<AnyView> {
    let ui = context.ui();
    let near: Vec<&Seen<'static>> = lies.neighbours.iter().chain(&lies.nearest).collect();
    let is_told = |seen: &&&Seen<'static>| count(context, seen.subject) > 0;
    let told: Vec<&Seen<'static>> = near.iter().filter(is_told).copied().collect();
    let list = |seen: &[&Seen<'static>]| {
        let items = seen.iter().map(|seen| item(context, seen.subject, &towards(context, seen)));
        view! { <ul>{items.collect_view()}</ul> }.into_any()
    };
    let all = |seen: &[Seen<'static>]| list(&seen.iter().collect::<Vec<_>>());
    let inside = inside_of(lies).filter(|subject| of_silent && count(context, *subject) > 0);
    let inside: Vec<AnyView> = inside.map(|subject| item(context, subject, &[])).collect();
    let inside = (!inside.is_empty()).then(|| view! { <h2>{ui.said_inside()}</h2><ul>{inside}</ul> });
    let first = (of_silent && !told.is_empty()).then(|| view! { <h2>{ui.said_near()}</h2>{list(&told)} });
    let neighbours = (!lies.neighbours.is_empty()).then(|| {
        view! { <h2>{ui.neighbouring()}</h2><p>{ui.borders_on(lies.neighbours.len())}</p>{all(&lies.neighbours)} }
    });
    let nearest = (!lies.nearest.is_empty()).then(|| view! { <h2>{ui.nearest()}</h2>{all(&lies.nearest)} });
    // A place that is known to its region alone leads to that.
    let region = lies.within.filter(|_| of_silent && near.is_empty()).map(|(region, _)| {
        view! { <h2>{ui.said_near()}</h2><ul>{item(context, Subject::Region(region), &[])}</ul> }
    });
    let is_any = !near.is_empty() || region.is_some();
    is_any.then(|| {
        view! { <section class="nearby" {..attr(attribute::FURNITURE, "")}>{inside}{first}{region}{neighbours}{nearest}</section> }
            .into_any()
    })
}

/// How much is said of it, in words: of itself, or of how many places in it.
pub fn said_count(context: PageContext, subject: Subject<'static>) -> String {
    match context.story.told_instead(subject.id()).count() {
        0 => context.ui().said_count(count(context, subject)),
        inside => context.ui().said_inside_count(inside),
    }
}

/// How much is said of a region or place.
fn count(context: PageContext, subject: Subject<'static>) -> usize {
    context.story.statements_about(subject.id()).count()
}

/// Where the places that a step names lie, for those who do not see its map.
pub fn of_step(context: PageContext, step: &'static Step) -> Option<AnyView> {
    let spans = [&step.title, &step.text].into_iter().flat_map(|text| text.spans(context.lang));
    let named = spans.filter_map(|span| if let Span::Place { id, .. } = span { Some(id) } else { None });
    let mut ids: Vec<&PlaceId> = Vec::new();
    named.for_each(|id| {
        if !ids.contains(&id) {
            ids.push(id)
        }
    });
    let said: Vec<String> = ids.into_iter().filter_map(|id| in_short(context, context.story.subject(id))).collect();
    (context.story.has_maps() && !said.is_empty()).then(|| {
        view! { <p class={class::UNSEEN} {..attr(attribute::FURNITURE, "")}>{context.ui().on_map(&said)}</p> }
            .into_any()
    })
}

/// The region that a place lies in, or else how far it is from what stands for all of them; of a region nothing.
fn in_short(context: PageContext, subject: Subject<'static>) -> Option<String> {
    let (ui, name) = (context.ui(), context.words(&subject.place()?.short));
    let lies = context.basemap.whereabouts(context.story, subject);
    if let Some((region, _)) = lies.within {
        return Some(ui.lies_in(name, context.words(&region.short)));
    }
    let seen = lies.from_whole?;
    let distance = in_kilometres(context, seen.distance?);
    Some(ui.lies_from(name, &distance, seen.towards, context.words(seen.subject.short())))
}

/// A name that leads to its page, with what is said of it beside it.
fn item(context: PageContext, subject: Subject<'static>, said: &[String]) -> AnyView {
    let count = said_count(context, subject);
    let said: Vec<&str> = said.iter().map(String::as_str).chain([count.as_str()]).collect();
    view! { <li>{name(context, subject, context.words(subject.name()))}" "<small>{context.ui().phrases(&said)}</small></li> }
        .into_any()
}

fn towards(context: PageContext, seen: &Seen<'_>) -> Vec<String> {
    let ui = context.ui();
    let side = seen.towards.map(|side| ui.on_side(side));
    let distance = seen.distance.map(|distance| in_kilometres(context, distance));
    match (side, distance) {
        (Some(side), Some(distance)) => vec![ui.clauses(&[&side, &distance])],
        (side, distance) => side.into_iter().chain(distance).collect(),
    }
}

fn in_kilometres(context: PageContext, distance: Distance) -> String {
    match distance {
        Distance::About(km) => context.ui().about_km(km),
        Distance::Under(km) => context.ui().under_km(km),
    }
}

/// Words that lead to the page about it, where there is one.
fn name(context: PageContext, subject: Subject<'static>, words: &str) -> AnyView {
    let words = in_languages(context, words);
    match context.page.of_place(context.story, subject) {
        Some(page) => view! { <a href=context.page.way_to(&page)>{words}</a> }.into_any(),
        None => words,
    }
}

/// Where among all regions, and how far from what stands for them.
fn in_all(context: PageContext, subject: Subject<'static>, lies: &Whereabouts<'static>) -> Option<AnyView> {
    let ui = context.ui();
    let whole = lies.from_whole.map(|seen| context.words(seen.subject.name()));
    let is_outside = lies.part.is_none() && lies.from_whole.is_some();
    let [before, after] = match lies.part {
        Some(part) => ui.in_part(side_of(part)),
        None if is_outside => ui.outside_of_it(),
        None => return None,
    };
    let part = [before.as_str(), whole.unwrap_or(ui.all_together()), after.as_str()].concat();
    let Some(seen) = lies.from_whole else { return Some(plain(&ui.as_sentence(&part))) };
    let distance = seen.distance.map_or_else(String::new, |distance| in_kilometres(context, distance));
    let short = context.words(seen.subject.short());
    let [before, mark, after] = ui.from_mark(subject.is_region(), short, &distance, seen.towards);
    let after = after + ui.stop();
    let begin = ui.as_sentence(&ui.clauses(&[&part, &before]));
    let begin = begin.trim_end_matches(ui.stop()).to_owned();
    Some(view! { <p>{begin}{name(context, seen.subject, &mark)}{after}</p> }.into_any())
}

fn side_of(part: AreaPart) -> Option<Octant> {
    match part {
        AreaPart::Middle => None,
        AreaPart::Side(side) => Some(side),
    }
}

fn in_region(
    context: PageContext,
    subject: Subject<'static>,
    region: &'static Region,
    part: Option<AreaPart>,
) -> AnyView {
    let ui = context.ui();
    let has_point = subject.place().is_some_and(|place| place.location.point.is_some());
    let [before, after] = match part {
        Some(part) => ui.in_part(side_of(part)),
        None if has_point => ui.in_it(),
        None => ui.only_in_it(),
    };
    around_name(context, &before, Subject::Region(region), &region.name, &after)
}

/// A sentence around a name.
fn around_name(
    context: PageContext,
    before: &str,
    subject: Subject<'static>,
    words: &'static Localized,
    after: &str,
) -> AnyView {
    let stop = context.ui().stop();
    let before = context.ui().as_sentence(before);
    let before = before.trim_end_matches(stop).to_owned();
    view! { <p>{before}{name(context, subject, context.words(words))}{after.to_owned() + stop}</p> }.into_any()
}

fn cluster(context: PageContext, place: &'static Place, around: Around) -> AnyView {
    let words = context.ui().lie_around(Some(context.words(&place.name)), around.count, around.of, around.kilometres);
    plain(&words)
}

fn through(context: PageContext, subjects: &[Subject<'static>]) -> AnyView {
    let names: Vec<&str> = subjects.iter().map(|subject| context.words(subject.short())).collect();
    plain(
        &context
            .ui()
            .as_sentence(&context.ui().clauses(&[&context.ui().through(&names), context.ui().schematic()[0]])),
    )
}

fn plain(words: &str) -> AnyView {
    view! { <p>{words.to_owned()}</p> }.into_any()
}
