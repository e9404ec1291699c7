//! The small map of a page about one region or place: drawn once, with links to the pages of what lies near.
//!
//! It answers to nothing but links, so its land stands in it as it is seen, in half pixels, and not in the page's geometry.

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::drawing::{furniture, place_name, river_class, side_of, words_view};
use super::lists::{attribution, credit_line};
use super::path::translation;
use crate::geometry::{Lines, Point, Rect, clip_line, clip_ring};
use crate::layout::map::style::FULL_RADIUS;
use crate::layout::map::{Label, LabelKind, MapLayout, Mark, Pane, PaneKind, Sign, lay_out_near};
use crate::layout::tenth;
use crate::model::{PlaceId, Region, Subject};
use crate::view::PageContext;
use crate::view::attr::attr;

/// Width and height in CSS pixels: as on a phone, where it is as wide as the text.
const SIZE: [f64; 2] = [358.0, 340.0];
/// How far land goes on past the edge, so that no border is drawn along it, in pixels.
const PAST: f64 = 4.0;
/// Steps of a path for each pixel.
const FINE: f64 = 2.0;
/// What makes pixels of them.
const SHRUNK: &str = "scale(.5)";

/// The map with its credit; none where there is no map to draw it on.
pub fn near_map(context: PageContext, subject: Subject<'static>) -> Result<Option<AnyView>, String> {
    let laid_out = lay_out_near(context.story, context.basemap, subject, SIZE, context.lang).transpose()?;
    Ok(laid_out.map(|layout| {
        view! {
            <figure class="near">
                <div>{drawing(context, &layout, subject)}{credit_line(context)}</div>
                {attribution(context)}
            </figure>
        }
        .into_any()
    }))
}

fn drawing(context: PageContext, layout: &MapLayout, subject: Subject<'static>) -> AnyView {
    let [width, height] = layout.size;
    let pane = |kind: PaneKind| layout.panes.iter().find(move |pane| pane.kind == kind);
    let own = subject.id();
    let name = context.ui().named(subject.name().get(context.lang), context.ui().near_map());
    let locator = pane(PaneKind::Locator).map(|locator| small(context, layout, locator));
    view! {
        <svg class=class::MAP viewBox=format!("0 0 {} {}", tenth(width), tenth(height)) role="group" aria-label=name>
            {pane(PaneKind::Main).map(|main| land(context, layout, main, own))}
            {furniture(context, layout)}
            {locator}
            {layout.marks.iter().map(|mark| mark_view(context, mark, own)).collect_view()}
            <g aria-hidden="true">{layout.labels.iter().map(|label| label_view(label, own)).collect_view()}</g>
        </svg>
    }
    .into_any()
}

/// The way to the page of a region or place; none for the page's own, and where it has none.
fn way(context: PageContext, subject: Subject<'static>, own: &PlaceId) -> Option<String> {
    let page = context.page.of_place(context.story, subject).filter(|_| subject.id() != own)?;
    Some(context.page.way_to(&page))
}

/// Regions with their borders, what lies around, and waters; the region in question last, so that its border is whole.
fn land(context: PageContext, layout: &MapLayout, pane: &Pane, own: &PlaceId) -> AnyView {
    let shapes = &context.basemap.shapes;
    let drawn = |class: &'static str, d: String| (!d.is_empty()).then(|| view! { <path class=class d=d></path> });
    let around = shapes.layer("neighbour-borders").iter().map(|(_, lines)| open(pane, lines)).collect();
    let courses = shapes.layer("rivers");
    let rivers = context.story.map.rivers.iter().filter_map(|river| {
        let own = courses.iter().filter(|(id, _)| *id == river.id);
        drawn(river_class(river), own.map(|(_, lines)| open(pane, lines)).collect())
    });
    let d = |region: &Region| closed(pane, &shapes.rings(region.id.as_str()));
    let is_tinted = |region: &Region| layout.tinted.contains(&region.id);
    let seen = context.story.places.regions.iter().filter(|region| pane.seen.contains(&region.id));
    let regions = seen.clone().map(|region| {
        let class = if is_tinted(region) { "region tinted" } else { "region" };
        let path = view! { <path class=class d=d(region)></path> };
        match way(context, Subject::Region(region), own) {
            Some(way) => {
                view! { <a href=way tabindex="-1" aria-label=context.words(&region.name)>{path}</a> }.into_any()
            }
            None => path.into_any(),
        }
    });
    let outlined =
        seen.filter(|region| is_tinted(region)).map(|region| view! { <path class="own" d=d(region)></path> });
    let water = layout
        .reservoirs
        .then(|| drawn("water", shapes.layer("water").iter().map(|(_, rings)| closed(pane, rings)).collect()));
    view! {
        <g transform=SHRUNK>
            {drawn("neighbours", around)}
            {regions.collect_view()}
            {water}
            {rivers.collect_view()}
            {outlined.collect_view()}
        </g>
    }
    .into_any()
}

/// All regions in small, and where in them the map lies.
fn small(context: PageContext, layout: &MapLayout, pane: &Pane) -> AnyView {
    let rect = pane.rect;
    let at = |rect: Rect| [rect.x, rect.y, rect.width, rect.height].map(tenth);
    let [x, y, w, h] = at(rect);
    let here = layout.panes.first().map(|main| {
        let corners = [(main.rect.x, main.rect.y), (main.rect.right(), main.rect.bottom())];
        let corners = corners.map(|(x, y)| pane.fit.to_page(main.fit.to_ground(Point::new(x, y))));
        let [x, y, w, h] = at(Rect::bounding(corners).unwrap_or(rect));
        view! { <rect class="here" x=x y=y width=w height=h></rect> }
    });
    let d = closed(pane, &context.basemap.shapes.outline());
    view! {
        <rect class=class::SEA x=x.clone() y=y.clone() width=w.clone() height=h.clone()></rect>
        <path class="outline" d=d transform=SHRUNK></path>
        {here}
        <rect class="pane-frame" x=x y=y width=w height=h></rect>
    }
    .into_any()
}

fn mark_view(context: PageContext, mark: &Mark, own: &PlaceId) -> AnyView {
    let place = context.story.place(&mark.place);
    let is_own = mark.place == *own;
    let (class, sign) = match mark.sign {
        Sign::Category { shape, colour, stage } => {
            let href = id::link(id::sign_of(shape.slug(), stage.slug()));
            let scale = format!("scale({:.2})", mark.radius / FULL_RADIUS);
            (format!("mark c-{}", colour.slug()), view! { <use href=href transform=scale></use> }.into_any())
        }
        Sign::City | Sign::OwnCity => {
            ("mark".to_owned(), view! { <circle class=class::CITY_DOT r=tenth(mark.radius)></circle> }.into_any())
        }
    };
    let ring = mark.ring.map(|radius| view! { <circle class="ring" r=tenth(radius)></circle> });
    let chosen = is_own.then(|| view! { <circle class="own" r=tenth(mark.chosen)></circle> });
    let hit = (!is_own).then(|| view! { <circle class="hit" r="16"></circle> });
    let inner = view! { {hit}{ring}{chosen}{sign} };
    match way(context, Subject::Place(place), own) {
        Some(way) => {
            view! { <a class=class href=way tabindex="-1" aria-label=place_name(context, place)>{inner}</a> }
                .attr("transform", translation(mark.at))
                .into_any()
        }
        None => view! { <g class=class transform=translation(mark.at)>{inner}</g> }.into_any(),
    }
}

fn label_view(label: &Label, own: &PlaceId) -> AnyView {
    let is_own = label.place.as_ref() == Some(own);
    let class = format!("{} {}{}", class::LABEL, label.kind.slug(), if is_own { " own" } else { "" });
    let furniture = (label.kind == LabelKind::Number).then_some("");
    // A single line is its own group.
    if let ([line], [y], None) = (label.lines.as_slice(), label.baselines().as_slice(), label.leader) {
        let (anchor, x) = side_of(label);
        return view! { <text class=class x=tenth(x) y=tenth(*y) text-anchor=anchor>{line.clone()}</text> }
            .into_any();
    }
    view! { <g class={class} {..attr(attribute::FURNITURE, furniture)}>{words_view(label)}</g> }.into_any()
}

/// Areas as path data in steps of the drawing.
fn closed(pane: &Pane, rings: &Lines) -> String {
    let room = pane.rect.grown(PAST);
    let ring = |ring: &Vec<Point>| {
        let within = clip_ring(&on_page(pane, ring), &room);
        let mut steps = steps(&within);
        if steps.len() > 1 && steps.first() == steps.last() {
            steps.pop();
        }
        if steps.len() < 3 { String::new() } else { path(&steps) + "z" }
    };
    rings.iter().map(ring).collect()
}

/// Lines in the same way.
fn open(pane: &Pane, lines: &Lines) -> String {
    let room = pane.rect.grown(PAST);
    let parts = lines.iter().flat_map(|line| clip_line(&on_page(pane, line), &room));
    parts.map(|part| steps(&part)).filter(|steps| steps.len() > 1).map(|steps| path(&steps)).collect()
}

fn on_page(pane: &Pane, line: &[Point]) -> Vec<Point> {
    line.iter().map(|point| pane.fit.to_page(*point)).collect()
}

fn steps(line: &[Point]) -> Vec<(i64, i64)> {
    let mut steps: Vec<(i64, i64)> =
        line.iter().map(|point| ((point.x * FINE).round() as i64, (point.y * FINE).round() as i64)).collect();
    steps.dedup();
    steps
}

/// Path data, relative after the first point.
fn path(steps: &[(i64, i64)]) -> String {
    let Some((first, _)) = steps.split_first() else { return String::new() };
    let mut path = format!("M{} {}l", first.0, first.1);
    for pair in steps.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let space = if path.ends_with('l') || dx < 0 { "" } else { " " };
        path += &format!("{space}{dx}{}{dy}", if dy < 0 { "" } else { " " });
    }
    path
}
