//! Which ids readers may have in an address: a list beside the data, so that none vanishes unnoticed.

use std::collections::BTreeSet;
use std::path::Path;

use super::fault::{Fault, Warning};
use super::messages::PUBLISHED_ID_GONE;
use super::text_file::read_text;
use crate::model::Story;

/// The list, one id a line; a folder has it once its story was published.
pub const PUBLISHED: &str = "published.txt";

/// Every id that leads somewhere: of chapters, maps, steps, facts, figures, divisions, places and categories.
pub fn ids(story: &Story) -> BTreeSet<&str> {
    let chapters = &story.chapters.chapters;
    let maps = story.told().flat_map(|(_, told)| told.maps()).map(|map| map.id.as_str());
    let mut ids: BTreeSet<&str> = chapters.iter().map(|chapter| chapter.id.as_str()).chain(maps).collect();
    ids.extend(story.told().flat_map(|(_, told)| &told.steps).map(|step| step.id.as_str()));
    ids.extend(story.facts.facts.iter().map(|fact| fact.id.as_str()));
    ids.extend(story.figures.figures.iter().map(|figure| figure.id.as_str()));
    ids.extend(story.places.regions.iter().map(|region| region.id.as_str()));
    ids.extend(story.places.places.iter().map(|place| place.id.as_str()));
    ids.extend(story.places.categories.iter().map(|category| category.id.as_str()));
    ids
}

/// The list of a story's ids, and of those that an earlier list has.
pub fn record(dir: &Path, story: &Story) -> String {
    let before = read_text(&dir.join(PUBLISHED)).unwrap_or_default();
    let all: BTreeSet<&str> = ids(story).into_iter().chain(before.lines().map(str::trim)).collect();
    all.into_iter().filter(|id| !id.is_empty()).map(|id| format!("{id}\n")).collect()
}

/// Ids of the list that the story has no more, and does not say what became of.
pub fn check(dir: &Path, story: &Story) -> Vec<Warning> {
    let path = dir.join(PUBLISHED);
    let Some(text) = path.exists().then(|| read_text(&path).unwrap_or_default()) else { return Vec::new() };
    let (ids, renamed) = (ids(story), &story.head().renamed);
    let lines = text.lines().map(str::trim).enumerate();
    let gone = lines.filter(|(_, id)| !id.is_empty() && !ids.contains(id) && !renamed.contains_key(*id));
    let warning = |(index, id): (usize, &str)| Warning {
        about: id.to_owned(),
        at: Fault {
            file: path.display().to_string(),
            line: index + 1,
            key: String::new(),
            message: PUBLISHED_ID_GONE.with(&[&id]),
        },
    };
    gone.map(warning).collect()
}
