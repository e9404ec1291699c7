//! What must stand by every map, on the page and in pictures.

use super::Ui;
use crate::model::{Lang, Story};

/// Whose data a map shows, what it is not, and its review number; sentences without their last full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapCredit<'a> {
    /// Whose data it is, and of which day.
    pub source: String,
    /// That the map is schematic.
    pub disclaimer: &'a str,
    /// What precedes the review number.
    pub review_label: &'a str,
    /// The review number, or what stands in its place until there is one.
    pub review: &'a str,
}

/// What must stand by every map of a story.
pub fn map_credit(story: &Story, lang: Lang) -> MapCredit<'_> {
    let (ui, map) = (Ui(lang), &story.map);
    let date = map.date.as_deref().map(|day| ui.map_dated(day));
    let said: Vec<&str> = [map.attribution.get(lang)].into_iter().chain(date.as_deref()).collect();
    MapCredit {
        source: ui.sentences(&said),
        disclaimer: map.disclaimer.get(lang),
        review_label: map.review_label.get(lang),
        review: map.review_number.as_deref().unwrap_or(map.review_pending.get(lang)),
    }
}
