//! What marks, fills, rings, tints, lines and hatchings mean, on all maps of a figure.

use leptos::prelude::*;

use super::View;
use super::measures::measure_class;
use crate::layout::map::{Hatching, Shade, ShadedRegion, Shading, Sign};
use crate::model::{ChapterMap, FactId, FigureId, Place, Precision, Stage};
use crate::view::Book;
use crate::view::land::icon;
use crate::view::prose::fact_link;

/// The legend.
pub fn legend(book: Book, views: &[View]) -> AnyView {
    let maps: Vec<&'static ChapterMap> = views.iter().map(|view| view.map).collect();
    let shaded = views.iter().filter_map(|view| Some((view.map.shading.as_ref()?, view.wide.shading.as_ref()?)));
    view! {
        <ul class="legend" aria-label=book.ui().legend()>
            {marks(book, &maps)}
            {precisions(book, &maps, views)}
            {cities_and_lines(book, views)}
            {shaded.map(|(figure, shading)| shades(book, figure, shading)).collect_view()}
        </ul>
    }
    .into_any()
}

/// Fills where a map says what they mean; otherwise categories.
fn marks(book: Book, maps: &[&'static ChapterMap]) -> AnyView {
    let places = |map: &'static ChapterMap| map.places.iter().filter_map(|id| book.story.place(id));
    let by_stage = maps.iter().flat_map(|map| map.stages.iter().map(move |row| (*map, row)));
    let by_stage = by_stage.filter_map(|(map, row)| {
        let place = places(map).find(|place| place.stage == Some(row.stage))?;
        let category = book.story.category_of(place)?;
        Some(view! { <li>{icon(category.shape, row.stage, category.colour)}{book.words(&row.label)}</li> })
    });
    let by_category = book.story.places.categories.iter().filter(|category| {
        let of_it = |place: &'static Place| place.category.as_ref() == Some(&category.id);
        maps.iter().any(|map| map.stages.is_empty() && places(map).any(of_it))
    });
    let categories = by_category.map(
        |category| view! { <li>{icon(category.shape, Stage::Done, category.colour)}{book.words(&category.name)}</li> },
    );
    view! { {by_stage.collect_view()}{categories.collect_view()} }.into_any()
}

/// Ring and tint, where a place is known no better.
fn precisions(book: Book, maps: &[&'static ChapterMap], views: &[View]) -> AnyView {
    let ui = book.ui();
    let places = || maps.iter().flat_map(|map| map.places.iter().filter_map(|id| book.story.place(id)));
    let rough = |precision: Precision| places().any(|place| place.location.precision == precision);
    let ring = (rough(Precision::Village) || rough(Precision::Township) || rough(Precision::Region)).then(|| {
        view! {
            <li>
                <svg class="icon" viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true"><circle class="ring" r="10"></circle></svg>
                {ui.approximate()}
            </li>
        }
    });
    let tint = views
        .iter()
        .any(|view| !view.wide.tinted.is_empty())
        .then(|| view! { <li><span class="swatch tinted" aria-hidden="true"></span>{ui.tinted()}</li> });
    view! { {ring}{tint} }.into_any()
}

fn cities_and_lines(book: Book, views: &[View]) -> AnyView {
    let ui = book.ui();
    let city = views.iter().any(|view| view.wide.marks.iter().any(|mark| mark.sign == Sign::City)).then(|| {
        view! {
            <li>
                <svg class="icon" viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true"><circle class="city-dot" r="5.5"></circle></svg>
                {ui.city_mark()}
            </li>
        }
    });
    let line = views.iter().any(|view| !view.map.lines.is_empty()).then(|| {
        view! {
            <li>
                <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                    <path class="line-edge" d="M0 8H26"></path>
                    <path class="line-core" d="M0 8H26"></path>
                </svg>
                {ui.clauses(&ui.schematic())}
            </li>
        }
    });
    view! { {city}{line} }.into_any()
}

/// The classes of values, measure by measure, with the values that bound them; then the hatchings.
fn shades(book: Book, figure: &FigureId, shading: &Shading) -> AnyView {
    let measures = shading.measures.iter().enumerate().map(|(index, measure)| {
        let class = measure_class(figure, index);
        let row = |shade: Shade| {
            let of_it: Vec<&ShadedRegion> = measure.regions.iter().filter(|shaded| shaded.shade == shade).collect();
            let (first, last) = (of_it.first()?, of_it.last()?);
            let values = values(book, &last.fact, &first.fact);
            let swatch = format!("swatch {}", shade.slug());
            Some(view! { <li class=class.clone()><span class=swatch aria-hidden="true"></span><span>{values}</span></li> })
        };
        Shade::ALL.into_iter().filter_map(row).collect_view()
    });
    let hatched = Hatching::ALL.into_iter().filter(|one| shading.hatched.iter().any(|(_, hatching)| hatching == one));
    let hatchings = hatched.map(|hatching| {
        let (fill, words) = match hatching {
            Hatching::Mentioned => ("url(#hatch)", book.ui().hatched_mentioned()),
            Hatching::Unmentioned => ("url(#hatch-wide)", book.ui().hatched_unmentioned()),
        };
        // Drawn, because forced colours take the ground of a box away.
        view! {
            <li>
                <svg class="icon" viewBox="0 0 36 18" width="36" height="18" aria-hidden="true">
                    <rect class="hatched-swatch" x=".5" y=".5" width="35" height="17" fill=fill></rect>
                </svg>
                {words}
            </li>
        }
    });
    view! { {measures.collect_view()}{hatchings.collect_view()} }.into_any()
}

/// One value, or the least and the greatest.
fn values(book: Book, least: &FactId, greatest: &FactId) -> AnyView {
    if least == greatest {
        return fact_link(book, greatest, None);
    }
    view! { {fact_link(book, least, None)}" – "{fact_link(book, greatest, None)} }.into_any()
}
