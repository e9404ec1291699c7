//! Charts drawn with plotters, as elements: each group of marks is one thing a reader can reach.

use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;

use super::Book;
use super::land::polygon_path;
use super::prose::plain_prose;
use crate::draw::{Brush, Drawn, Group, GroupName, Recorder, draw_areas, draw_units};
use crate::layout::{areas, tenth, units};
use crate::model::{AreaId, FactId, Figure, Units};
use crate::text::measured;

/// Why drawing on the page's backend cannot fail.
const COLLECTS: &str = "the page's backend only collects shapes and refuses none";

/// A unit chart whose marks can be reached.
pub fn units_chart(book: Book, figure: &'static Figure, spec: &'static Units, width: f64, largest: f64) -> AnyView {
    let groups = drawn_units(book, spec, width, largest);
    let marks = groups.1.iter().map(|group| unit_link(book, spec, group)).collect_view();
    svg(groups.0, "chart units", "group", Some(plain_prose(book, &figure.title)), marks.into_any())
}

/// A unit chart as one picture, for the small drawings that open the story.
pub fn units_picture(book: Book, figure: &'static Figure, spec: &'static Units, width: f64, largest: f64) -> AnyView {
    let (size, groups) = drawn_units(book, spec, width, largest);
    let marks = groups.iter().map(|group| view! { <g class=classes(group)>{shapes(group)}</g> }).collect_view();
    svg(size, "chart units", "img", Some(plain_prose(book, &figure.title)), marks.into_any())
}

/// The strip of areas as one picture; `current` ones stand out. Without a name it is decoration.
pub fn areas_picture(book: Book, ids: &[AreaId], current: &[AreaId], side: f64, name: Option<String>) -> AnyView {
    let strip = areas(book.story, ids, side);
    let recorder = Recorder::new(strip.size);
    draw_areas(&recorder.clone().into_drawing_area(), &strip, current, &Brush::page(), |name| recorder.open(name))
        .expect(COLLECTS);
    // A picture: what looks alike is one thing in it.
    let mut looks: Vec<(String, Group<GroupName>)> = Vec::new();
    for group in recorder.groups() {
        let Some((id, mention)) = group.name.area.clone() else { continue };
        let on = current.is_empty() || current.contains(&id);
        let class = format!("area {}{}", mention.slug(), if on { " current" } else { "" });
        match looks.iter_mut().find(|(known, _)| *known == class) {
            Some((_, alike)) => alike.shapes.extend(group.shapes),
            None => looks.push((class, group)),
        }
    }
    let squares = looks.into_iter().map(|(class, group)| view! { <g class=class>{shapes(&group)}</g> });
    svg(strip.size, "chart areas", "img", name, squares.collect_view().into_any())
}

fn drawn_units(book: Book, spec: &Units, width: f64, largest: f64) -> ([f64; 2], Vec<Group<GroupName>>) {
    let placed = units(book.story, spec, width, largest);
    let recorder = Recorder::new(placed.size);
    draw_units(&recorder.clone().into_drawing_area(), &placed, &Brush::page(), |name| recorder.open(name))
        .expect(COLLECTS);
    (placed.size, recorder.groups())
}

fn svg(size: [f64; 2], class: &'static str, role: &'static str, name: Option<String>, inner: AnyView) -> AnyView {
    let [w, h] = size.map(tenth);
    let (role, hidden) = if name.is_some() { (Some(role), None) } else { (None, Some("true")) };
    view! {
        <svg class=class viewBox=format!("0 0 {w} {h}") width=w.clone() height=h.clone() role=role aria-label=name aria-hidden=hidden>
            {inner}
        </svg>
    }
    .into_any()
}

/// A group as a link: to its place if it has a name, to its source if it has none.
fn unit_link(book: Book, spec: &'static Units, group: &Group<GroupName>) -> AnyView {
    let Some(fact) = group.name.fact.as_ref() else { return ().into_any() };
    let name = unit_name(book, spec, group, fact);
    match &group.name.place {
        Some(place) => view! {
            <a class=classes(group) data-place=place.to_string() href=format!("#p-{place}") aria-label=name>{shapes(group)}</a>
        }
        .into_any(),
        None => view! {
            <a class=classes(group) data-fact=fact.to_string() href=format!("#f-{fact}") aria-label=name>{shapes(group)}</a>
        }
        .into_any(),
    }
}

/// Place, value, unit and kind of a group.
fn unit_name(book: Book, spec: &'static Units, group: &Group<GroupName>, fact: &FactId) -> String {
    let ui = book.ui();
    let row = spec.rows.iter().find(|row| {
        row.total == *fact || row.rest.as_ref() == Some(fact) || row.named.iter().any(|named| named.fact == *fact)
    });
    let unit =
        row.and_then(|row| book.story.fact(&row.total)?.unit.clone()).and_then(|id| book.story.unit(&id).cloned());
    let value = measured(group.name.count as f64, unit.as_ref(), book.lang).to_string();
    let what = match &group.name.place {
        Some(place) => book.story.subject(place).map_or("", |subject| subject.name().get(book.lang)),
        None if row.is_some_and(|row| row.rest.as_ref() == Some(fact)) => ui.others(),
        None => row.map_or("", |row| book.words(&row.name)),
    };
    let kind = book.story.fact(fact).map_or("", |fact| ui.kind(fact.kind));
    // A place that stands for itself is not counted.
    let said = if group.name.place.is_some() { vec![kind] } else { vec![value.as_str(), kind] };
    ui.named(what, &ui.clauses(&said))
}

fn classes(group: &Group<GroupName>) -> String {
    let colour = group.name.colour.map_or("", |colour| colour.slug());
    format!("unit c-{colour}")
}

/// The marks of a group; those of many corners are one path, because a reader reaches them together.
fn shapes(group: &Group<GroupName>) -> AnyView {
    let (mut areas, mut lines) = (String::new(), String::new());
    let others = group.shapes.iter().filter_map(|shape| match shape {
        Drawn::Area(points) => {
            areas += &polygon_path(points);
            None
        }
        Drawn::Line(points) => {
            let closed = points.first() == points.last();
            lines += &polygon_path(if closed { &points[..points.len() - 1] } else { &points[..] });
            None
        }
        Drawn::Circle(centre, radius, full) => {
            let class = if *full { "full" } else { "hollow" };
            Some(
                view! { <circle class=class cx=tenth(centre.x) cy=tenth(centre.y) r=tenth(*radius)></circle> }
                    .into_any(),
            )
        }
        Drawn::Text(at, text) => Some(view! { <text x=tenth(at.x) y=tenth(at.y)>{text.clone()}</text> }.into_any()),
    });
    let others: Vec<AnyView> = others.collect();
    let path = |class: &'static str, d: String| (!d.is_empty()).then(|| view! { <path class=class d=d></path> });
    view! { {path("full", areas)}{path("hollow", lines)}{others} }.into_any()
}
