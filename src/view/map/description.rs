//! What a map shows, in a sentence that follows the reader's choices: the build writes the first, and beside it the
//! names that the browser needs for the others.

use leptos::prelude::*;

use crate::layout::map::MapLayout;
use crate::layout::summary_of;
use crate::model::ChapterMap;
use crate::text::{MapSummary, describe};
use crate::view::PageContext;

/// The id of a map's sentence.
pub fn says_id(map: &ChapterMap) -> String {
    format!("says-{}", map.id)
}

/// The sentence.
pub fn says(context: PageContext, map: &'static ChapterMap, layout: &MapLayout) -> AnyView {
    // A map that is shaded on request shades nothing at first.
    let at_first = map.shading.is_some() && !map.shading_on_request;
    let summary = summary_of(context.story, map, layout, 0, context.lang);
    let summary = MapSummary { measure: summary.measure.filter(|_| at_first), ..summary };
    let categories =
        context.story.places.categories.iter().map(|one| [one.id.as_str(), context.words(&one.name)].join("="));
    let shading = context.story.shading_of(map);
    let measures = shading.into_iter().flat_map(|(_, bars)| &bars.measures).map(|measure| {
        let given = measure.parts.iter().filter(|part| part.region.is_some()).count();
        format!("{}={}={given}", measure.id, context.words(&measure.name))
    });
    let categories = categories.collect::<Vec<_>>().join("|");
    let measures = measures.collect::<Vec<_>>().join("|");
    view! {
        <p
            class="map-says"
            id=says_id(map)
            data-furniture=""
            data-regions=summary.regions.to_string()
            data-in-sight=summary.regions_in_sight.to_string()
            data-categories=categories
            data-measures=measures
            data-on-request=map.shading_on_request.then_some("")
        >
            {describe(&summary, context.lang)}
        </p>
    }
    .into_any()
}
