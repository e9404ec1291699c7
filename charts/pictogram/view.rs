//! As many marks as there are things, each of which can be reached, and the same as a plain table.

use contract::{attribute, id};
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;

use crate::draw::{Brush, Group, GroupName, Recorder, draw_pictogram};
use crate::layout::pictogram;
use crate::model::{FactId, Figure, Pictogram, PictogramRow};
use crate::text::measured;
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::marks::{COLLECTS, shapes, svg};
use crate::view::prose::{fact_link, place_link, plain_prose};
use crate::view::tables::{data_table, kind_of};

impl ChartView for Pictogram {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let groups = drawn(context, self, 300.0, 27.0);
        let marks = groups.1.iter().map(|group| mark_link(context, self, group)).collect_view();
        svg(groups.0, "chart pictogram", "group", Some(plain_prose(context, &figure.title)), marks.into_any())
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        let ui = context.ui();
        let row = |name: AnyView, value: AnyView, fact: &FactId| {
            view! { <tr><th scope="row">{name}</th><td>{value}</td><td>{kind_of(context, fact)}</td></tr> }.into_any()
        };
        let pictogram_row = move |spec: &'static PictogramRow| {
            let total = row(context.words(&spec.name).into_any(), fact_link(context, &spec.total, None), &spec.total);
            let named = spec.named.iter().map(|named| {
                let words = Some(context.words(&context.story.place(&named.place).name));
                row(
                    place_link(context, &named.place, words),
                    fact_link(context, &named.fact, Some(ui.yes_here())),
                    &named.fact,
                )
            });
            let rest =
                spec.rest.as_ref().map(|rest| row(ui.others().into_any(), fact_link(context, rest, None), rest));
            view! { {total}{named.collect_view()}{rest} }.into_any()
        };
        let heads = [ui.table_item(), ui.table_value(), ui.table_kind()];
        Some(data_table(name, &heads, self.rows.iter().map(pictogram_row).collect_view().into_any()))
    }

    fn small_picture(&'static self, context: PageContext, figure: &'static Figure) -> Option<AnyView> {
        let (size, groups) = drawn(context, self, 250.0, 10.0);
        let marks = groups.iter().map(|group| view! { <g class=classes(group)>{shapes(group)}</g> }).collect_view();
        Some(svg(size, "chart pictogram", "img", Some(plain_prose(context, &figure.title)), marks.into_any()))
    }
}

fn drawn(context: PageContext, spec: &Pictogram, width: f64, largest: f64) -> ([f64; 2], Vec<Group<GroupName>>) {
    let placed = pictogram(context.story, spec, width, largest);
    let recorder = Recorder::new(placed.size);
    draw_pictogram(&recorder.clone().into_drawing_area(), &placed, &Brush::page(), |name| recorder.open(name))
        .expect(COLLECTS);
    (placed.size, recorder.groups())
}

/// A group as a link: to its place if it has a name, to its source if it has none.
fn mark_link(context: PageContext, spec: &'static Pictogram, group: &Group<GroupName>) -> AnyView {
    let Some(fact) = group.name.fact.as_ref() else { return ().into_any() };
    let name = mark_name(context, spec, group, fact);
    match &group.name.place {
        Some(place) => view! {
            <a class=classes(group) {..attr(attribute::PLACE, place.to_string())} href=id::link(id::of_place(place)) aria-label=name>{shapes(group)}</a>
        }
        .into_any(),
        None => view! {
            <a class=classes(group) {..attr(attribute::FACT, fact.to_string())} href=id::link(id::of_fact(fact)) aria-label=name>{shapes(group)}</a>
        }
        .into_any(),
    }
}

/// Place, value, unit and kind of a group.
fn mark_name(context: PageContext, spec: &'static Pictogram, group: &Group<GroupName>, fact: &FactId) -> String {
    let ui = context.ui();
    let row = spec.rows.iter().find(|row| {
        row.total == *fact || row.rest.as_ref() == Some(fact) || row.named.iter().any(|named| named.fact == *fact)
    });
    let unit = row.and_then(|row| context.story.unit_of(context.story.fact(&row.total)));
    let value = measured(group.name.count as f64, unit, context.lang).to_string();
    let what = match &group.name.place {
        Some(place) => context.story.subject(place).name().get(context.lang),
        None if row.is_some_and(|row| row.rest.as_ref() == Some(fact)) => ui.others(),
        None => row.map_or("", |row| context.words(&row.name)),
    };
    let kind = ui.kind(context.story.fact(fact).kind);
    // A place that stands for itself is not counted.
    let said = if group.name.place.is_some() { vec![kind] } else { vec![value.as_str(), kind] };
    ui.named(what, &ui.clauses(&said))
}

fn classes(group: &Group<GroupName>) -> String {
    let colour = group.name.colour.map_or("", |colour| colour.slug());
    format!("counted c-{colour}")
}
