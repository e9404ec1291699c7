//! What stands below a drawing: places off the map, the list that says all the map says.

use std::collections::HashMap;

use contract::{attribute, class};
use leptos::prelude::*;

use super::drawing::{names_by_region, place_said, places_in};
use super::layers::layers;
use crate::layout::map::{ClassedRegion, MapLayout, off_map, once_each};
use crate::model::{ChapterMap, Measure, Place, PlaceId, Region, Stage};
use crate::text::map_credit;
use crate::view::attr::attr;
use crate::view::land::icon;
use crate::view::prose::{Heading, fact_link, place_link};
use crate::view::{PageContext, figure};

/// The places of a figure's maps that none of them draws, with the reason.
pub fn off_map_list(context: PageContext, maps: &[&'static ChapterMap], heading: Heading) -> Option<AnyView> {
    let missing = off_map(context.story, maps);
    let item = |place: &'static Place| {
        let category = context.story.category_of(place);
        let mark = category.map(|category| icon(category.shape, place.stage.unwrap_or(Stage::Done), category.colour));
        let verb = place.verb.as_ref().map(|verb| context.words(verb));
        let why = place.location.words.as_ref().map(|words| context.words(words));
        let said: Vec<&str> = verb.into_iter().chain(why).collect();
        view! { <li {..attr(attribute::PLACE, place.id.to_string())} {..attr(attribute::LAYER, layers(context, place))}>{mark}<div>{entry(context, place, &said)}</div></li> }
    };
    (!missing.is_empty()).then(|| {
        view! {
            <div class=class::OFF_MAP>
                {heading.below(context.ui().off_map().into_any())}
                <ul>{missing.into_iter().map(item).collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

/// The numbered list that labels a narrow map.
pub fn key(context: PageContext, narrow: &MapLayout) -> Option<AnyView> {
    let numbered = narrow.marks.iter().filter(|mark| mark.number.is_some());
    let places: Vec<&'static Place> = numbered.map(|mark| context.story.place(&mark.place)).collect();
    let item = |place: &'static Place| {
        let verb = place.verb.as_ref().map(|verb| context.words(verb));
        let said: Vec<&str> = verb.into_iter().chain(context.ui().precision(place.location.precision)).collect();
        view! { <li {..attr(attribute::PLACE, place.id.to_string())} {..attr(attribute::LAYER, layers(context, place))}>{entry(context, place, &said)}</li> }
    };
    (!places.is_empty())
        .then(|| view! { <ol class="key">{places.into_iter().map(item).collect_view()}</ol> }.into_any())
}

/// A place's full name and what is said of it.
fn entry(context: PageContext, place: &'static Place, said: &[&str]) -> AnyView {
    let name = place_link(context, &place.id, Some(context.words(&place.name)));
    view! { {name}" "<span>{context.ui().phrases(said)}</span> }.into_any()
}

/// The cities beyond the map with their directions, where a narrow map has no room for arrows.
pub fn beyond_list(context: PageContext, map: &'static ChapterMap, wide: &MapLayout) -> Option<AnyView> {
    let head = map.beyond_title.as_ref().map(|title| context.words(title))?;
    let cities = wide.beyond.iter().map(|row| {
        let name = context.words(&context.story.place(&row.place).short);
        let words = context.ui().towards(name, row.bearing);
        view! { <li>{place_link(context, &row.place, Some(&words))}</li> }
    });
    let cities: Vec<_> = cities.collect();
    (!cities.is_empty()).then(|| view! { <div class="beyond-list"><p>{head}</p><ul>{cities}</ul></div> }.into_any())
}

/// Every region and place of a figure's maps as a plain list: all that they let one select, with what they say of it.
///
/// Beside a search each row says which of its options it is.
pub fn place_list(
    context: PageContext,
    own: (&'static ChapterMap, &MapLayout),
    maps: &[&'static ChapterMap],
    heading: Heading,
    options: &HashMap<&'static PlaceId, usize>,
) -> AnyView {
    let ui = context.ui();
    let option = |id: &PlaceId| options.get(id).map(ToString::to_string);
    let places = once_each(maps.iter().flat_map(|map| map.all_places()))
        .into_iter()
        .filter_map(|id| context.story.subject(id).place());
    let said = |words: Option<String>| {
        words.filter(|words| !words.is_empty()).map(|words| view! { " "<small>{words}</small> })
    };
    let regions = context.story.places.regions.iter();
    let (map, layout) = own;
    let inside = names_by_region(context, map, layout);
    let said_of = |region: &'static Region| {
        let figures = context.story.shading_of(map).zip(layout.any_choropleth());
        let figures = figures
            .into_iter()
            .flat_map(|((_, bars), shading)| bars.measures.iter().zip(shading.of(region.id.as_str())));
        let figure = |(measure, shaded): (&'static Measure, Option<&ClassedRegion>)| {
            let number = shaded.map_or_else(
                || view! { <span class="not-given">{ui.not_given()}</span> }.into_any(),
                |shaded| fact_link(context, &shaded.fact, None),
            );
            view! { {context.words(&measure.name)}" "{number} }.into_any()
        };
        let names = places_in(context, &inside, region).map(|names| names.into_any());
        let parts = figures.map(figure).chain(names).enumerate();
        let parts: Vec<AnyView> =
            parts.map(|(index, part)| view! { {(index > 0).then_some(" · ")}{part} }.into_any()).collect();
        (!parts.is_empty()).then(|| view! { " "<small>{parts}</small> })
    };
    view! {
        <details class=class::PLACES>
            <summary>{ui.show_places()}</summary>
            {heading.below(ui.places_here().into_any())}
            <ul>{places.map(|place| view! { <li {..attr(attribute::LAYER, layers(context, place))} {..attr(attribute::OPTION, option(&place.id))}>{place_link(context, &place.id, None)}{said(Some(place_said(context, place)))}</li> }).collect_view()}</ul>
            {heading.below(ui.all_regions().into_any())}
            <ul>{regions.map(|region| view! { <li {..attr(attribute::OPTION, option(&region.id))}>{place_link(context, &region.id, None)}{said_of(region)}</li> }).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// On the map itself, where the full credit is out of sight: that it is schematic, and its review number.
pub fn credit_line(context: PageContext) -> AnyView {
    let credit = map_credit(context.story, context.lang);
    let words = context.ui().phrases(&[credit.disclaimer, &credit.review_words()]);
    view! { <p class="credit-line" aria-hidden="true" {..attr(attribute::FURNITURE, "")}>{words}</p> }.into_any()
}

/// Whose data it is, that the map is schematic, and its review number or the slot for it.
pub fn attribution(context: PageContext) -> AnyView {
    let credit = map_credit(context.story, context.lang);
    view! {
        <p class="attribution" {..attr(attribute::FURNITURE, "")}>
            {credit.source}{figure::stop(context)}{credit.disclaimer}{figure::stop(context)}
            <span class="review">{credit.review_label}<b>{credit.review}</b></span>
        </p>
    }
    .into_any()
}
