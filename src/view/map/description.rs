//! What a map shows, in a sentence that follows the reader's choices: the build writes the first, and beside it the
//! names that the browser needs for the others.

use contract::payload::measured::Measured;
use contract::payload::{measured, named};
use contract::{attribute, class, id};
use leptos::prelude::*;

use crate::layout::map::MapLayout;
use crate::layout::summary_of;
use crate::model::ChapterMap;
use crate::text::{MapSummary, describe};
use crate::view::PageContext;
use crate::view::attr::attr;

/// The sentence.
pub fn says(context: PageContext, map: &'static ChapterMap, layout: &MapLayout) -> AnyView {
    // A map that is shaded on request shades nothing at first.
    let at_first = map.shading.is_some() && !map.shading_on_request;
    let summary = summary_of(context.story, map, layout, 0, context.lang);
    let summary = MapSummary { measure: summary.measure.filter(|_| at_first), ..summary };
    let categories =
        named::encode(context.story.places.categories.iter().map(|one| (one.id.as_str(), context.words(&one.name))));
    let shading = context.story.shading_of(map);
    let measures = shading.into_iter().flat_map(|(_, bars)| &bars.measures).map(|measure| {
        let given = measure.parts.iter().filter(|part| part.region.is_some()).count();
        Measured { id: &measure.id, name: context.words(&measure.name).into(), given }
    });
    let measures = measured::encode(measures);
    view! {
        <p
            class=class::MAP_SAYS
            id=id::sentence_of(&map.id)
            {..attr(attribute::FURNITURE, "")}
            {..attr(attribute::REGIONS, summary.regions.to_string())}
            {..attr(attribute::IN_SIGHT, summary.regions_in_sight.to_string())}
            {..attr(attribute::CATEGORIES, categories)}
            {..attr(attribute::MEASURES, measures)}
            {..attr(attribute::ON_REQUEST, map.shading_on_request.then_some(""))}
        >
            {describe(&summary, context.lang)}
        </p>
    }
    .into_any()
}
