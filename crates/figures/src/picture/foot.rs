//! What stands under every picture: where it is from, of which day, and whose map it is.

use std::collections::BTreeSet;

use super::{Desk, Sheet};
use crate::layout::{Role, Type};
use story::model::{Chapter, ChapterMap, Fact, Precision};
use story::text::map_credit;

/// The lines under a picture, in order, each as a paragraph of its own.
pub struct Foot {
    /// On which readings of ours the figures rest.
    pub notes: Vec<String>,
    /// Where the figures are from.
    pub source: String,
    /// Of which day the data are.
    pub date: Option<String>,
    /// Whose map it is, what it is not, and its review number or the slot for it.
    pub map: Vec<String>,
}

/// The foot of a picture with this source; with or without a map.
pub fn foot(desk: &Desk<'_>, source: &str, map: Option<&ChapterMap>) -> Foot {
    let (ui, head) = (desk.ui(), desk.story.head());
    let page = head.credit.as_ref().map(|credit| credit.get(desk.lang));
    let said: Vec<&str> = page.into_iter().chain((!source.is_empty()).then_some(source)).collect();
    let of_map = || map_credit(desk.story, desk.lang).lines(desk.lang).into();
    Foot {
        notes: Vec::new(),
        source: format!("{}{}", ui.source(), ui.clauses(&said)),
        date: head.updated.as_deref().map(|day| ui.updated(day)),
        map: map.map_or_else(Vec::new, |_| of_map()),
    }
}

impl Foot {
    /// The same after these notes.
    pub fn with_notes(self, notes: Vec<String>) -> Self {
        Self { notes, ..self }
    }

    /// The lines as they break in this width.
    pub fn lines(&self, desk: &Desk<'_>, face: Type, room: f64) -> Vec<String> {
        let paragraphs = self.notes.iter().chain([&self.source]).chain(&self.date).chain(&self.map);
        paragraphs.flat_map(|words| desk.lines(face, words, room)).collect()
    }

    /// All of it as one line, for those who do not see the picture.
    pub fn in_one_line(&self, desk: &Desk<'_>) -> String {
        let paragraphs: Vec<&str> =
            self.notes.iter().chain([&self.source]).chain(&self.date).chain(&self.map).map(String::as_str).collect();
        desk.ui().phrases(&paragraphs)
    }

    /// Puts the lines on the sheet; returns where they end.
    pub fn put(&self, desk: &Desk<'_>, sheet: &Sheet, at: [f64; 2], face: Type, room: f64) -> Result<f64, String> {
        desk.put_lines(sheet, at, &self.lines(desk, face, room), face, Role::Ink3, 1.55)
    }
}

/// The articles with facts about the places of a map; of what is said of the whole city, only what the map's chapter
/// says.
pub fn articles_of_places(desk: &Desk<'_>, map: &ChapterMap) -> String {
    let told = |chapter: &&Chapter| chapter.told.as_ref().is_some_and(|told| told.maps().any(|one| one.id == map.id));
    let chapter = desk.story.chapters.chapters.iter().find(told);
    let is_whole = |id| desk.story.place(id).is_some_and(|place| place.location.precision == Precision::Whole);
    articles(
        desk,
        map.places.iter().flat_map(|id| {
            let own = move |fact: &&Fact| !is_whole(id) || chapter.is_some_and(|one| one.id == fact.chapter);
            desk.story.facts_about(id).filter(own)
        }),
    )
}

/// The articles with facts of a chapter.
pub fn articles_of_chapter(desk: &Desk<'_>, chapter: &Chapter) -> String {
    articles(desk, desk.story.facts.facts.iter().filter(|fact| fact.chapter == chapter.id))
}

fn articles<'a>(desk: &Desk<'_>, facts: impl Iterator<Item = &'a Fact>) -> String {
    let used: BTreeSet<&str> = facts.filter_map(|fact| Some(fact.source.as_ref()?.article.as_str())).collect();
    desk.ui().of_articles(&used.into_iter().collect::<Vec<_>>())
}
