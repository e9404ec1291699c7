//! What stands below a drawing: places off the map, the list of all that it shows.

use contract::{attribute, class};
use leptos::prelude::*;

use super::layers::layers;
use crate::layout::map::{MapLayout, off_map};
use crate::model::{ChapterMap, Place};
use crate::text::map_credit;
use crate::view::attr::attr;
use crate::view::land::icon;
use crate::view::prose::{Heading, place_link};
use crate::view::{PageContext, figure};

/// The places of a figure's maps that none of them draws, with the reason.
pub fn off_map_list(context: PageContext, maps: &[&'static ChapterMap], heading: Heading) -> Option<AnyView> {
    let missing = off_map(context.story, maps);
    let item = |place: &'static Place| {
        let category = context.story.category_of(place);
        let mark = category.map(|category| icon(category.shape, place.drawn_stage(), category.colour));
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

/// Every region and place of a figure's maps as a plain list, which `web/list.js` makes from the links of the drawings when
/// a reader opens it; without scripts, the way to the page that lists them all.
pub fn place_list(context: PageContext) -> AnyView {
    let (ui, gazetteer) = (context.ui(), context.page.way_to(&context.page.gazetteer()));
    view! {
        <details class=class::PLACES>
            <summary>{ui.show_places()}</summary>
            <a href=gazetteer>{ui.gazetteer_title()}</a>
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
