//! The places of a chapter without a map, in words.

use leptos::prelude::*;

use super::Book;
use super::land::icon;
use super::prose::{Heading, place_link};
use crate::model::{Place, PlaceId, Precision, Stage};

/// Each place with what is done there, the region it is in, or why that is not known.
pub fn listed(book: Book, places: &'static [PlaceId], heading: Heading) -> Option<AnyView> {
    let words = book.ui().places_listed();
    let head = match heading {
        Heading::Second => view! { <h2 class="list-head">{words}</h2> }.into_any(),
        Heading::Third => view! { <h3 class="list-head">{words}</h3> }.into_any(),
    };
    let items = places.iter().filter_map(|id| book.story.place(id)).map(|place| item(book, place));
    (!places.is_empty()).then(|| {
        view! {
            <div class="tray">
                {head}
                <ul>{items.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

fn item(book: Book, place: &'static Place) -> AnyView {
    let category = book.story.category_of(place);
    let mark = category.map(|category| icon(category.shape, place.stage.unwrap_or(Stage::Done), category.colour));
    let location = &place.location;
    let verb = place.verb.as_ref().map(|verb| book.words(verb));
    let region = location.within.as_ref().and_then(|id| book.story.region(id));
    // Of a place that is known the words say how it is drawn.
    let unknown = location.words.as_ref().filter(|_| location.precision == Precision::NotGiven);
    let said: Vec<&str> = verb
        .into_iter()
        .chain(region.map(|region| book.words(&region.name)))
        .chain(unknown.map(|words| book.words(words)))
        .collect();
    let name = place_link(book, &place.id, Some(book.words(&place.name)));
    view! { <li data-place=place.id.to_string()>{mark}<div>{name}" "<span>{book.ui().phrases(&said)}</span></div></li> }
        .into_any()
}
