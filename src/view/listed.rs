//! The places of a chapter without a map, in words.

use contract::{attribute, class};
use leptos::prelude::*;

use super::PageContext;
use super::land::icon;
use super::prose::{Heading, place_link};
use crate::model::{Place, PlaceId, Precision};
use crate::view::attr::attr;

/// Each place with what is done there, the region it is in, or why that is not known.
pub fn listed(context: PageContext, places: &'static [PlaceId], heading: Heading) -> Option<AnyView> {
    let words = context.ui().places_listed();
    let head = match heading {
        Heading::Second => view! { <h2 class="list-head">{words}</h2> }.into_any(),
        Heading::Third => view! { <h3 class="list-head">{words}</h3> }.into_any(),
    };
    let items = places.iter().map(|id| item(context, context.story.place(id)));
    (!places.is_empty()).then(|| {
        view! {
            <div class=class::OFF_MAP>
                {head}
                <ul>{items.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
}

fn item(context: PageContext, place: &'static Place) -> AnyView {
    let category = context.story.category_of(place);
    let mark = category.map(|category| icon(category.shape, place.drawn_stage(), category.colour));
    let location = &place.location;
    let verb = place.verb.as_ref().map(|verb| context.words(verb));
    let region = location.within.as_ref().map(|id| context.story.region(id));
    // Of a place that is known the words say how it is drawn.
    let unknown = location.words.as_ref().filter(|_| location.precision == Precision::NotGiven);
    let said: Vec<&str> = verb
        .into_iter()
        .chain(region.map(|region| context.words(&region.name)))
        .chain(unknown.map(|words| context.words(words)))
        .collect();
    let name = place_link(context, &place.id, Some(context.words(&place.name)));
    view! { <li {..attr(attribute::PLACE, place.id.to_string())}>{mark}<div>{name}" "<span>{context.ui().phrases(&said)}</span></div></li> }
        .into_any()
}
