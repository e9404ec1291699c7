//! What marks, fills, rings, tints, lines and shades of a figure's maps mean. The legend is the control: what can be
//! switched off has a button, which answers once the page is alive.

use contract::{attribute, class};
use leptos::prelude::*;

use super::View;
use super::layers::{NEIGHBOURS, RIVERS, stage_layer};
use super::measures::{ALWAYS, ON_REQUEST, measure_class};
use crate::layout::map::{Hatching, LegendEntry, LegendSymbol, MapLayout, Meaning, class_legend, legend_entries};
use crate::model::{ChapterMap, FactId, Measure, Stage};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::land::icon;
use crate::view::measure_switch::measure_switch;
use crate::view::prose::fact_link;

/// The legend.
pub fn legend(context: PageContext, views: &[View]) -> AnyView {
    let maps: Vec<(&'static ChapterMap, &MapLayout)> = views.iter().map(|view| (view.map, &*view.wide)).collect();
    let rows = legend_entries(context.story, &maps, context.lang).into_iter().map(|entry| {
        match layer_of(context, &maps, entry.sign) {
            Some(layer) => switch(layer, described(entry)),
            None => row(context, entry, ALWAYS),
        }
    });
    view! {
        <ul class=class::LEGEND aria-label=context.ui().legend()>
            {rows.collect_view()}
            {around(context, &maps)}
            {on_request(context, &maps)}
        </ul>
        {measures(context, &maps)}
    }
    .into_any()
}

/// The choice between the measures that shade a map, where there are several. The first is what a map shows as long as
/// nothing is chosen, and so has no name of its own here.
fn measures(context: PageContext, maps: &[(&'static ChapterMap, &MapLayout)]) -> Option<AnyView> {
    let shaded = maps.iter().find(|(map, _)| map.shading.is_some() && !map.shading_on_request)?.0;
    let measures = &context.story.shading_of(shaded)?.1.measures;
    let choice = |(index, measure): (usize, &'static Measure)| {
        let id = if index == 0 { String::new() } else { measure.id.clone() };
        (id, context.ui().shaded_by(context.words(&measure.name)))
    };
    (measures.len() > 1 && context.page.answers())
        .then(|| measure_switch(context, measures.iter().enumerate().map(choice)))
}

fn row(context: PageContext, entry: LegendEntry, prefix: char) -> AnyView {
    let sign = sign(entry.sign);
    match entry.meaning {
        Meaning::Words(words) => view! { <li>{sign}{words}</li> }.into_any(),
        Meaning::Values { figure, measure, least, greatest } => {
            let class = measure_class(prefix, &figure, measure);
            view! { <li class=class>{sign}<span>{values(context, &least, &greatest)}</span></li> }.into_any()
        }
    }
}

/// The layer that a sign stands for: a stage where a map's legend is by stage, else a category.
fn layer_of(context: PageContext, maps: &[(&ChapterMap, &MapLayout)], sign: LegendSymbol) -> Option<String> {
    let LegendSymbol::Mark(shape, stage, colour) = sign else { return None };
    if maps.iter().flat_map(|(map, _)| &map.stages).any(|row| row.stage == stage) {
        return Some(stage_layer(stage));
    }
    if stage != Stage::Done {
        return None;
    }
    let categories = &context.story.places.categories;
    Some(categories.iter().find(|one| one.shape == shape && one.colour == colour)?.id.to_string())
}

/// A row that switches a layer off and on.
fn switch(layer: String, words: AnyView) -> AnyView {
    view! {
        <li><button type="button" class=class::LAYER disabled="" aria-pressed="true" {..attr(attribute::LAYER_SWITCH, layer)}>{words}</button></li>
    }
    .into_any()
}

/// Rivers and neighbours, where a map has them in sight.
fn around(context: PageContext, maps: &[(&ChapterMap, &MapLayout)]) -> Option<AnyView> {
    let ui = context.ui();
    maps.iter().any(|(_, layout)| !layout.surroundings).then(|| {
        let river = view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true"><path class="river" d="M1 11C8 2 16 15 25 5"></path></svg>
            {ui.waters()}
        };
        let border = view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true"><path class="neighbours" d="M1 8H25"></path></svg>
            {ui.neighbours()}
        };
        let rivers = (!context.story.map.rivers.is_empty()).then(|| switch(RIVERS.into(), river.into_any()));
        view! { {rivers}{switch(NEIGHBOURS.into(), border.into_any())} }.into_any()
    })
}

/// The measures that a map is shaded by on request: a switch for each, and its classes while it is on.
fn on_request(context: PageContext, maps: &[(&ChapterMap, &MapLayout)]) -> AnyView {
    let shaded = maps
        .iter()
        .filter_map(|(map, layout)| Some((context.story.shading_of(map)?, layout.shading_on_request.as_ref()?)));
    let group = shaded.map(|((figure, bars), shading)| {
        let measures = bars.measures.iter().map(|measure| {
            let id = measure.id.to_string();
            view! { " "<button type="button" class=class::LAYER disabled="" aria-pressed="false" {..attr(attribute::SHADE_SWITCH, id)}>{context.words(&measure.name)}</button> }
        });
        let shades = context.ui().shades();
        let rows = class_legend(&figure.id, shading, context.lang).into_iter().map(|entry| match entry.meaning {
            Meaning::Words(_) => view! { <li class="when-shaded">{described(entry)}</li> }.into_any(),
            Meaning::Values { .. } => row(context, entry, ON_REQUEST),
        });
        view! { <li><span role="group" aria-label=shades class="shades">{shades}{measures.collect_view()}</span></li>{rows.collect_view()} }
    });
    group.collect_view().into_any()
}

/// A sign with its words.
fn described(entry: LegendEntry) -> AnyView {
    let Meaning::Words(words) = entry.meaning else { return ().into_any() };
    view! { {sign(entry.sign)}{words} }.into_any()
}

fn sign(sign: LegendSymbol) -> AnyView {
    match sign {
        LegendSymbol::Mark(shape, stage, colour) => icon(shape, stage, colour),
        LegendSymbol::Ring => dot("ring", "10"),
        LegendSymbol::City => dot(class::CITY_DOT, "5.5"),
        LegendSymbol::Tint => view! { <span class="swatch tinted" aria-hidden="true"></span> }.into_any(),
        LegendSymbol::ValueClass(value) => {
            view! { <span class=format!("swatch {}", value.slug()) aria-hidden="true"></span> }.into_any()
        }
        LegendSymbol::Line => view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                <path class="line-edge" d="M0 8H26"></path>
                <path class="line-core" d="M0 8H26"></path>
            </svg>
        }
        .into_any(),
        LegendSymbol::River => view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                <path class="river schematic" d="M1 8H25"></path>
            </svg>
        }
        .into_any(),
        LegendSymbol::Hatching(hatching) => {
            let fill = match hatching {
                Hatching::Mentioned => "url(#hatch)",
                Hatching::Unmentioned => "url(#hatch-wide)",
            };
            // Drawn, because forced colours take the ground of a box away.
            view! {
                <svg class="icon" viewBox="0 0 36 18" width="36" height="18" aria-hidden="true">
                    <rect class="hatched-swatch" x=".5" y=".5" width="35" height="17" fill=fill></rect>
                </svg>
            }
            .into_any()
        }
    }
}

fn dot(class: &'static str, radius: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true"><circle class=class r=radius></circle></svg>
    }
    .into_any()
}

/// One value, or the least and the greatest.
fn values(context: PageContext, least: &FactId, greatest: &FactId) -> AnyView {
    if least == greatest {
        return fact_link(context, greatest, None);
    }
    view! { {fact_link(context, least, None)}" – "{fact_link(context, greatest, None)} }.into_any()
}
