//! What marks, fills, rings, tints, lines and shades of a figure's maps mean. The legend is the control: what can be
//! switched off has a button, which answers once the page is alive.

use leptos::prelude::*;

use super::View;
use super::layers::{NEIGHBOURS, RIVERS, stage_layer};
use super::measures::{ALWAYS, ON_REQUEST, measure_class};
use crate::layout::map::{Hatching, KeyEntry, KeySign, MapLayout, Meaning, key, shade_key};
use crate::model::{ChapterMap, FactId, Measure};
use crate::view::Book;
use crate::view::land::icon;
use crate::view::measure_switch::measure_switch;
use crate::view::prose::fact_link;

/// The legend.
pub fn legend(book: Book, views: &[View]) -> AnyView {
    let maps: Vec<(&'static ChapterMap, &MapLayout)> = views.iter().map(|view| (view.map, &*view.wide)).collect();
    let rows = key(book.story, &maps, book.lang).into_iter().map(|entry| match layer_of(book, &maps, entry.sign) {
        Some(layer) => switch(layer, described(entry)),
        None => row(book, entry, ALWAYS),
    });
    view! {
        <ul class="legend" aria-label=book.ui().legend()>
            {rows.collect_view()}
            {around(book, &maps)}
            {on_request(book, &maps)}
        </ul>
        {measures(book, &maps)}
    }
    .into_any()
}

/// The choice between the measures that shade a map, where there are several. The first is what a map shows as long as
/// nothing is chosen, and so has no name of its own here.
fn measures(book: Book, maps: &[(&'static ChapterMap, &MapLayout)]) -> Option<AnyView> {
    let shaded = maps.iter().find(|(map, _)| map.shading.is_some() && !map.shading_on_request)?.0;
    let measures = &book.story.figure(shaded.shading.as_ref()?)?.bars()?.measures;
    let choice = |(index, measure): (usize, &'static Measure)| {
        let id = if index == 0 { String::new() } else { measure.id.clone() };
        (id, book.ui().shaded_by(book.words(&measure.name)))
    };
    (measures.len() > 1 && book.page.answers()).then(|| measure_switch(book, measures.iter().enumerate().map(choice)))
}

fn row(book: Book, entry: KeyEntry, prefix: char) -> AnyView {
    let sign = sign(entry.sign);
    match entry.meaning {
        Meaning::Words(words) => view! { <li>{sign}{words}</li> }.into_any(),
        Meaning::Values { figure, measure, least, greatest } => {
            let class = measure_class(prefix, &figure, measure);
            view! { <li class=class>{sign}<span>{values(book, &least, &greatest)}</span></li> }.into_any()
        }
    }
}

/// The layer that a sign stands for: a stage where a map's legend is by stage, else a category.
fn layer_of(book: Book, maps: &[(&ChapterMap, &MapLayout)], sign: KeySign) -> Option<String> {
    let KeySign::Mark(shape, stage, colour) = sign else { return None };
    if maps.iter().flat_map(|(map, _)| &map.stages).any(|row| row.stage == stage) {
        return Some(stage_layer(stage));
    }
    let categories = &book.story.places.categories;
    Some(categories.iter().find(|one| one.shape == shape && one.colour == colour)?.id.to_string())
}

/// A row that switches a layer off and on.
fn switch(layer: String, words: AnyView) -> AnyView {
    view! {
        <li><button type="button" class="layer" disabled="" aria-pressed="true" data-layer-switch=layer>{words}</button></li>
    }
    .into_any()
}

/// Rivers and neighbours, where a map has them in sight.
fn around(book: Book, maps: &[(&ChapterMap, &MapLayout)]) -> Option<AnyView> {
    let ui = book.ui();
    maps.iter().any(|(_, layout)| !layout.surroundings).then(|| {
        let river = view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true"><path class="river" d="M1 11C8 2 16 15 25 5"></path></svg>
            {ui.waters()}
        };
        let border = view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true"><path class="neighbours" d="M1 8H25"></path></svg>
            {ui.neighbours()}
        };
        let rivers = (!book.story.map.rivers.is_empty()).then(|| switch(RIVERS.into(), river.into_any()));
        view! { {rivers}{switch(NEIGHBOURS.into(), border.into_any())} }.into_any()
    })
}

/// The measures that a map is shaded by on request: a switch for each, and its classes while it is on.
fn on_request(book: Book, maps: &[(&ChapterMap, &MapLayout)]) -> AnyView {
    let shaded = maps.iter().filter_map(|(map, layout)| {
        let figure = map.shading.as_ref()?;
        Some((book.story.figure(figure)?, layout.shading_on_request.as_ref()?))
    });
    let group = shaded.map(|(figure, shading)| {
        let measures = figure.bars().into_iter().flat_map(|bars| &bars.measures).map(|measure| {
            view! {
                <li><button type="button" class="layer" disabled="" aria-pressed="false" data-shade-switch=measure.id.to_string()>
                    <span class="swatch high" aria-hidden="true"></span>{book.ui().shaded_by(book.words(&measure.name))}
                </button></li>
            }
        });
        let rows = shade_key(&figure.id, shading, book.lang).into_iter().map(|entry| match entry.meaning {
            Meaning::Words(_) => view! { <li class="when-shaded">{described(entry)}</li> }.into_any(),
            Meaning::Values { .. } => row(book, entry, ON_REQUEST),
        });
        view! { {measures.collect_view()}{rows.collect_view()} }
    });
    group.collect_view().into_any()
}

/// A sign with its words.
fn described(entry: KeyEntry) -> AnyView {
    let Meaning::Words(words) = entry.meaning else { return ().into_any() };
    view! { {sign(entry.sign)}{words} }.into_any()
}

fn sign(sign: KeySign) -> AnyView {
    match sign {
        KeySign::Mark(shape, stage, colour) => icon(shape, stage, colour),
        KeySign::Ring => dot("ring", "10"),
        KeySign::City => dot("city-dot", "5.5"),
        KeySign::Tint => view! { <span class="swatch tinted" aria-hidden="true"></span> }.into_any(),
        KeySign::Shade(shade) => {
            view! { <span class=format!("swatch {}", shade.slug()) aria-hidden="true"></span> }.into_any()
        }
        KeySign::Line => view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                <path class="line-edge" d="M0 8H26"></path>
                <path class="line-core" d="M0 8H26"></path>
            </svg>
        }
        .into_any(),
        KeySign::River => view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                <path class="river schematic" d="M1 8H25"></path>
            </svg>
        }
        .into_any(),
        KeySign::Hatching(hatching) => {
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
fn values(book: Book, least: &FactId, greatest: &FactId) -> AnyView {
    if least == greatest {
        return fact_link(book, greatest, None);
    }
    view! { {fact_link(book, least, None)}" – "{fact_link(book, greatest, None)} }.into_any()
}
