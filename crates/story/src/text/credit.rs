//! What must stand by every map, on the page and in pictures, and how to cite the story.

use super::{Ui, plain_text};
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

impl MapCredit<'_> {
    /// The review number with what precedes it.
    pub fn review_words(&self) -> String {
        [self.review_label, self.review].concat()
    }

    /// All of it in two lines.
    pub fn lines(self, lang: Lang) -> [String; 2] {
        let rest = Ui(lang).sentences(&[self.disclaimer, &self.review_words()]);
        [self.source, rest]
    }
}

/// What must stand by every map of a story.
pub fn map_credit(story: &Story, lang: Lang) -> MapCredit<'_> {
    let (ui, map) = (Ui(lang), &story.map);
    let date = map.date.map(|day| ui.map_dated(day));
    let said: Vec<&str> = [map.attribution.get(lang)].into_iter().chain(date.as_deref()).collect();
    MapCredit {
        source: ui.sentences(&said),
        disclaimer: map.disclaimer.get(lang),
        review_label: map.review_label.get(lang),
        review: map.review_number.as_deref().unwrap_or(map.review_pending.get(lang)),
    }
}

/// Which newspaper page all of it is from, with the word before it; none where the data do not say.
pub fn source_line(story: &Story, lang: Lang) -> Option<String> {
    story.head().credit.as_ref().map(|credit| format!("{}{}", Ui(lang).source(), credit.get(lang)))
}

/// How to cite the story as it is at this address.
pub fn citation(story: &Story, lang: Lang, address: &str) -> String {
    let head = story.head();
    let publisher = head.publisher.as_ref().map(|name| name.get(lang));
    let title = plain_text(story, &head.title, lang);
    Ui(lang).citation(publisher, &title, &story.version, head.updated, address)
}
