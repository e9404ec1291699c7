//! What is said first of a region or place on the page about it.

use super::rich::text_with_kinds;
use super::ui::Ui;
use crate::model::{Fact, Lang, Localized, Place, Precision, Prose, Story, Subject};

/// What a page about a region or place leads with.
#[derive(Clone, Debug)]
pub enum Lead<'a> {
    /// A statement.
    Said(&'a Fact),
    /// Of what stands for all regions, what the whole story found.
    Found(&'a Prose),
    /// Nothing of it by name, but of these places in it.
    Inside(Vec<&'a Place>),
    /// That nothing is said.
    Silent(&'a Localized),
}

impl Lead<'_> {
    /// In words as previews have them: a statement with who says it and how, for nothing else says so there.
    pub fn words(&self, story: &Story, lang: Lang) -> String {
        let ui = Ui(lang);
        match self {
            Self::Said(fact) => format!("{}{}", fact.statement.get(lang), ui.aside(&ui.said_by(fact))),
            Self::Found(prose) => text_with_kinds(story, prose, lang),
            Self::Inside(places) => ui.after_each_other(&[&not_itself(places, lang), ui.silent_summary()]),
            Self::Silent(words) => ui.after_each_other(&[words.get(lang), ui.silent_summary()]),
        }
    }

    /// The statement, if it is one.
    pub fn fact(&self) -> Option<&Fact> {
        match self {
            Self::Said(fact) => Some(fact),
            Self::Found(_) | Self::Inside(_) | Self::Silent(_) => None,
        }
    }
}

/// What to say first: the largest share of a whole that a chart gives it, or else the first statement with a number, or
/// else the first. Of what stands for all regions, it is the story's own finding.
pub fn lead_of<'a>(story: &'a Story, subject: Subject<'a>) -> Lead<'a> {
    if subject.place().is_some_and(|place| place.location.precision == Precision::Whole) {
        return Lead::Found(&story.head().lead);
    }
    let parts = story
        .measures()
        .flat_map(|(_, measure)| &measure.parts)
        .filter(|part| part.region.as_ref() == Some(subject.id()));
    let shares = parts.filter_map(|part| part.share.as_ref()).map(|id| story.fact(id));
    let largest = shares.max_by(|one, other| one.amount().total_cmp(&other.amount()));
    let said = || story.statements_about(subject.id());
    let lead = largest.or_else(|| said().find(|fact| fact.value.is_some())).or_else(|| said().next());
    if let Some(fact) = lead {
        return Lead::Said(fact);
    }
    let inside: Vec<&Place> = story.told_instead(subject.id()).collect();
    if inside.is_empty() { Lead::Silent(&story.head().not_mentioned) } else { Lead::Inside(inside) }
}

/// That nothing is said of a region itself, but of these places in it.
pub fn not_itself(places: &[&Place], lang: Lang) -> String {
    let ui = Ui(lang);
    let names: Vec<&str> = places.iter().map(|place| place.short.get(lang)).collect();
    [ui.not_itself(), ui.colon(), &ui.list(&names), ui.stop()].concat()
}
