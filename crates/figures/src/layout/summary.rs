//! What a map shows, counted: the beginning of every sentence about it.

use std::collections::BTreeSet;

use super::map::{MapLayout, Sign, off_map};
use story::model::{ChapterMap, Lang, Place, PlaceId, Story};
use story::text::MapSummary;

/// What a map shows as it was laid out, before a reader has chosen anything; `measure` is the one that shades it.
///
/// A place counts as in a division where the story says so, never because it is drawn there.
pub fn summary_of<'a>(
    story: &'a Story,
    map: &'a ChapterMap,
    layout: &MapLayout,
    measure: usize,
    lang: Lang,
) -> MapSummary<'a> {
    let drawn: Vec<&Place> = layout.marks.iter().map(|mark| story.place(&mark.place)).collect();
    let seen: &[PlaceId] = if layout.surroundings { &[] } else { layout.seen() };
    let with_category = || drawn.iter().filter(|place| place.category.is_some());
    let within: Vec<&PlaceId> =
        with_category().filter_map(|place| place.location.within.as_ref()).filter(|id| seen.contains(id)).collect();
    let categories = story.places.categories.iter().map(|category| {
        let of_it = with_category().filter(|place| place.category.as_ref() == Some(&category.id));
        (category.name.get(lang), of_it.count())
    });
    let shaded = story
        .shading_of(map)
        .filter(|_| layout.shading.is_some())
        .and_then(|(_, bars)| bars.measures.get(measure))
        .map(|measure| (measure.name.get(lang), measure.parts.iter().filter(|part| part.region.is_some()).count()));
    MapSummary {
        regions: if layout.surroundings { 0 } else { story.places.regions.len() },
        regions_in_sight: seen.len(),
        regions_with_places: within.iter().collect::<BTreeSet<_>>().len(),
        places_in_regions: within.len(),
        categories: categories.filter(|(_, count)| *count > 0).collect(),
        cities: layout.marks.iter().filter(|mark| matches!(mark.sign, Sign::City | Sign::OwnCity)).count(),
        off_map: off_map(story, &[map]).len(),
        measure: shaded,
        hidden: Vec::new(),
    }
}
