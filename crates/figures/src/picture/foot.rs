//! What stands under every picture: where it is from, of which day, and whose map it is.

use std::collections::BTreeSet;

use super::{DisplayList, RenderContext};
use crate::layout::{Role, Type};
use story::model::{Chapter, ChapterMap, Fact, Lang, Precision, StoryHead};
use story::text::{Ui, map_credit};

/// The lines under a picture, in order, each as a paragraph of its own.
pub struct Foot {
    /// On which readings of ours the figures rest.
    pub notes: Vec<String>,
    /// Where the figures are from.
    pub source: String,
    /// Of which day the data are, and under which terms they may be used.
    pub date: Option<String>,
    /// Whose map it is, what it is not, and its review number or the slot for it.
    pub map: Vec<String>,
}

/// The foot of a picture with this source; with or without a map.
pub fn foot(context: &RenderContext<'_>, source: &str, map: Option<&ChapterMap>) -> Foot {
    let (ui, head) = (context.ui(), context.story.head());
    let page = head.credit.as_ref().map(|credit| credit.get(context.lang));
    let said: Vec<&str> = page.into_iter().chain((!source.is_empty()).then_some(source)).collect();
    let of_map = || map_credit(context.story, context.lang).lines(context.lang).into();
    Foot {
        notes: Vec::new(),
        source: format!("{}{}", ui.source(), ui.clauses(&said)),
        date: dated(ui, head, context.lang),
        map: map.map_or_else(Vec::new, |_| of_map()),
    }
}

/// Of which day the data are and how they may be used, as far as that is said.
fn dated(ui: Ui, head: &StoryHead, lang: Lang) -> Option<String> {
    let day = head.updated.map(|day| ui.updated(day));
    let terms = head.terms.as_ref().map(|terms| format!("{}{}", ui.terms(), terms.name.get(lang)));
    let parts: Vec<&str> = day.iter().chain(&terms).map(String::as_str).collect();
    (!parts.is_empty()).then(|| ui.clauses(&parts))
}

impl Foot {
    /// The same after these notes.
    pub fn with_notes(self, notes: Vec<String>) -> Self {
        Self { notes, ..self }
    }

    /// The lines as they break in this width.
    pub fn lines(&self, context: &RenderContext<'_>, face: Type, room: f64) -> Vec<String> {
        let paragraphs = self.notes.iter().chain([&self.source]).chain(&self.date).chain(&self.map);
        paragraphs.flat_map(|words| context.lines(face, words, room)).collect()
    }

    /// All of it as one line, for those who do not see the picture.
    pub fn in_one_line(&self, context: &RenderContext<'_>) -> String {
        let paragraphs: Vec<&str> =
            self.notes.iter().chain([&self.source]).chain(&self.date).chain(&self.map).map(String::as_str).collect();
        context.ui().phrases(&paragraphs)
    }

    /// Puts the lines on the list; returns where they end.
    pub fn put(
        &self,
        context: &RenderContext<'_>,
        list: &DisplayList,
        at: [f64; 2],
        face: Type,
        room: f64,
    ) -> Result<f64, String> {
        context.put_lines(list, at, &self.lines(context, face, room), face, Role::Ink3, 1.55)
    }
}

/// The articles with facts about the places of a map; of what is said of the whole city, only what the map's chapter
/// says.
pub fn articles_of_places(context: &RenderContext<'_>, map: &ChapterMap) -> String {
    let told = |chapter: &&Chapter| chapter.told.as_ref().is_some_and(|told| told.maps().any(|one| one.id == map.id));
    let chapter = context.story.chapters.chapters.iter().find(told);
    let is_whole = |id| context.story.place(id).location.precision == Precision::Whole;
    articles(
        context,
        map.places.iter().flat_map(|id| {
            let own = move |fact: &&Fact| !is_whole(id) || chapter.is_some_and(|one| one.id == fact.chapter);
            context.story.facts_about(id).filter(own)
        }),
    )
}

/// The articles with facts of a chapter.
pub fn articles_of_chapter(context: &RenderContext<'_>, chapter: &Chapter) -> String {
    articles(context, context.story.facts.facts.iter().filter(|fact| fact.chapter == chapter.id))
}

fn articles<'a>(context: &RenderContext<'_>, facts: impl Iterator<Item = &'a Fact>) -> String {
    let used: BTreeSet<&str> = facts.filter_map(|fact| Some(fact.source.as_ref()?.article.as_str())).collect();
    context.ui().of_articles(&used.into_iter().collect::<Vec<_>>())
}
