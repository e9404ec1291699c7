//! What stands below a drawing: legend, places off the map, the list that says all the map says.

use leptos::prelude::*;

use crate::layout::map::MapLayout;
use crate::model::{ChapterMap, Place, Precision, Stage};
use crate::view::land::icon;
use crate::view::prose::{Heading, place_link};
use crate::view::{Book, figure};

/// What marks, fills, rings and tints mean.
pub fn legend(book: Book, map: &'static ChapterMap) -> AnyView {
    let ui = book.ui();
    let places: Vec<&'static Place> = map.places.iter().filter_map(|id| book.story.place(id)).collect();
    let by_stage = map.stages.iter().filter_map(|row| {
        let place = places.iter().find(|place| place.stage == Some(row.stage))?;
        let category = book.story.category_of(place)?;
        Some(view! { <li>{icon(category.shape, row.stage, category.colour)}{book.words(&row.label)}</li> })
    });
    let by_category = book.story.places.categories.iter().filter(|category| {
        map.stages.is_empty() && places.iter().any(|place| place.category.as_ref() == Some(&category.id))
    });
    let categories = by_category
        .map(|category| view! { <li>{icon(category.shape, Stage::Done, category.colour)}{book.words(&category.name)}</li> });
    let rough = |precision: Precision| places.iter().any(|place| place.location.precision == precision);
    let ring = (rough(Precision::Village) || rough(Precision::Township) || rough(Precision::Region)).then(|| {
        view! {
            <li>
                <svg class="icon" viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true"><circle class="ring" r="10"></circle></svg>
                {ui.approximate()}
            </li>
        }
    });
    let tint = rough(Precision::Region)
        .then(|| view! { <li><span class="swatch tinted" aria-hidden="true"></span>{ui.tinted()}</li> });
    view! { <ul class="legend" aria-label=ui.legend()>{by_stage.collect_view()}{categories.collect_view()}{ring}{tint}</ul> }
        .into_any()
}

/// The chapter's places that cannot be drawn, with the reason.
pub fn tray(book: Book, map: &'static ChapterMap, heading: Heading) -> Option<AnyView> {
    let places = map.places.iter().filter_map(|id| book.story.place(id));
    let missing: Vec<&'static Place> =
        places.filter(|place| place.location.precision == Precision::NotGiven).collect();
    let item = |place: &'static Place| {
        let category = book.story.category_of(place);
        let mark = category.map(|category| icon(category.shape, place.stage.unwrap_or(Stage::Done), category.colour));
        let verb = place.verb.as_ref().map(|verb| book.words(verb));
        let why = place.location.words.as_ref().map(|words| book.words(words));
        let said: Vec<&str> = verb.into_iter().chain(why).collect();
        view! { <li data-place=place.id.to_string()>{mark}<div>{entry(book, place, &said)}</div></li> }
    };
    (!missing.is_empty()).then(|| {
        view! {
            <div class="tray">
                {heading.below(book.ui().off_map())}
                <ul>{missing.into_iter().map(item).collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

/// The numbered list that labels a narrow map.
pub fn key(book: Book, map: &'static ChapterMap) -> Option<AnyView> {
    let drawn = |place: &&'static Place| place.location.point.is_some() || place.location.within.is_some();
    let places: Vec<&'static Place> = map.places.iter().filter_map(|id| book.story.place(id)).filter(drawn).collect();
    let item = |place: &'static Place| {
        let verb = place.verb.as_ref().map(|verb| book.words(verb));
        let said: Vec<&str> = verb.into_iter().chain(book.ui().precision(place.location.precision)).collect();
        view! { <li data-place=place.id.to_string()>{entry(book, place, &said)}</li> }
    };
    (!map.names_only).then(|| view! { <ol class="key">{places.into_iter().map(item).collect_view()}</ol> }.into_any())
}

/// A place's full name and what is said of it.
fn entry(book: Book, place: &'static Place, said: &[&str]) -> AnyView {
    let name = place_link(book, &place.id, Some(book.words(&place.name)));
    view! { {name}" "<span>{book.ui().phrases(said)}</span> }.into_any()
}

/// The cities beyond the map with their directions, where a narrow map has no room for arrows.
pub fn beyond_list(book: Book, map: &'static ChapterMap, wide: &MapLayout) -> Option<AnyView> {
    let head = map.beyond_title.as_ref().map(|title| book.words(title))?;
    let cities = wide.beyond.iter().filter_map(|row| {
        let name = book.words(&book.story.place(&row.place)?.short);
        let words = book.ui().towards(name, row.bearing);
        Some(view! { <li>{place_link(book, &row.place, Some(&words))}</li> })
    });
    let cities: Vec<_> = cities.collect();
    (!cities.is_empty()).then(|| view! { <div class="beyond-list"><p>{head}</p><ul>{cities}</ul></div> }.into_any())
}

/// Every region and place of the map as a plain list: all that the map lets one select.
pub fn place_list(book: Book, map: &'static ChapterMap, heading: Heading) -> AnyView {
    let ui = book.ui();
    let places = map.places.iter().chain(&map.beyond);
    let regions = book.story.places.regions.iter().map(|region| &region.id);
    view! {
        <details class="places">
            <summary>{ui.show_places()}</summary>
            {heading.below(ui.places_here())}
            <ul>{places.map(|id| view! { <li>{place_link(book, id, None)}</li> }).collect_view()}</ul>
            {heading.below(ui.all_regions())}
            <ul>{regions.map(|id| view! { <li>{place_link(book, id, None)}</li> }).collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// Whose data it is, that the map is schematic, and its review number or the slot for it.
pub fn attribution(book: Book) -> AnyView {
    let map = &book.story.map;
    let number = map.review_number.as_deref().unwrap_or(book.words(&map.review_pending));
    view! {
        <p class="attribution" data-furniture="">
            {book.words(&map.attribution)}{figure::stop(book)}{book.words(&map.disclaimer)}{figure::stop(book)}
            <span class="review">{book.words(&map.review_label)}<b>{number.to_owned()}</b></span>
        </p>
    }
    .into_any()
}
