//! The rows of a figure, and what stands in them.

use crate::model::{Fact, FigureId, Lang, Localized, PlaceId, Story};
use crate::text::{Ui, shown_of};

/// What a figure or a map shows in one language.
pub struct FigureTable<'a> {
    /// The figure's name in addresses.
    pub id: &'a FigureId,
    /// Its finding, in plain words.
    pub title: String,
    /// How to read it, in plain words.
    pub description: String,
    /// Where its data stand on the newspaper page; a map's rows say so themselves.
    pub source: Option<&'a str>,
    /// What is said below it: a chart's notes, or whose data a map is and its review number.
    pub notes: Vec<String>,
    /// The heads of its columns, as the page words them.
    pub heads: Vec<&'a str>,
    /// What it shows.
    pub rows: Vec<FigureRow<'a>>,
}

/// A mark, a cell or a statement.
pub struct FigureRow<'a> {
    /// What stands in each column.
    pub cells: Vec<String>,
    /// The fact behind it, if it is stated and not only drawn.
    pub fact: Option<&'a Fact>,
    /// The fact's number is shown, and not only what the fact says besides.
    pub number: bool,
    /// The region or place that it is about.
    pub place: Option<&'a PlaceId>,
}

impl<'a> FigureRow<'a> {
    /// Words, and the fact that says so.
    pub fn words(cells: Vec<String>, fact: impl Into<Option<&'a Fact>>) -> Self {
        Self { cells, fact: fact.into(), number: false, place: None }
    }

    /// Words, and after them the fact's number.
    pub fn number(story: &Story, lang: Lang, mut cells: Vec<String>, fact: &'a Fact) -> Self {
        cells.push(shown(story, fact, lang));
        Self { cells, fact: Some(fact), number: true, place: None }
    }

    /// The same about a place.
    pub fn about(self, place: Option<&'a PlaceId>) -> Self {
        Self { place, ..self }
    }
}

/// A fact's number as the page shows it, or that it is not given.
pub fn shown(story: &Story, fact: &Fact, lang: Lang) -> String {
    shown_of(story, fact, lang).unwrap_or_else(|| Ui(lang).not_given().to_owned())
}

pub fn said(words: Option<&Localized>, lang: Lang) -> String {
    words.map_or_else(String::new, |words| words.get(lang).to_owned())
}

/// The name of a region or place.
pub fn name_of(story: &Story, id: &PlaceId, lang: Lang) -> String {
    story.subject(id).name().get(lang).to_owned()
}
