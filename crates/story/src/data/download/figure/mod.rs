//! A figure as data: what a reader sees in it, row by row, with the fact behind each row.

mod context;
mod csv;
mod json;
mod maps;

use super::Download;
use crate::data::charts::of_kind;
use crate::model::{ChapterId, ChapterMap, Fact, Figure, FigureId, Lang, Localized, PlaceId, Story};
use crate::text::{Ui, figure_file, map_credit, notes_below, notes_of_map, shown_of, text_with_kinds};
pub use context::{Table, TableContext};

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

/// Each figure and each map that is told, in a language, in the order of the data.
pub fn figure_tables(story: &Story, lang: Lang) -> Vec<FigureTable<'_>> {
    let maps = story
        .told()
        .flat_map(|(chapter, told)| told.maps().map(move |map| table_of_map(story, &chapter.id, map, lang)));
    maps.chain(story.figures.figures.iter().map(|figure| table_of_figure(story, figure, lang))).collect()
}

/// The files of all figures: a table and a document in each language.
pub fn figure_downloads(story: &Story) -> Result<Vec<Download>, String> {
    let mut files = Vec::new();
    for lang in Lang::ALL {
        for table in figure_tables(story, lang) {
            for (ending, write) in [("csv", csv::write as Writer), ("json", json::write as Writer)] {
                let name = figure_file(table.id, lang, ending);
                let bytes = write(story, &table, lang).map_err(|error| format!("{name}: {error}"))?;
                files.push(Download { name, bytes });
            }
        }
    }
    Ok(files)
}

/// Writes a table in the form of one ending.
type Writer = fn(&Story, &FigureTable<'_>, Lang) -> Result<Vec<u8>, String>;

fn table_of_figure<'a>(story: &'a Story, figure: &'a Figure, lang: Lang) -> FigureTable<'a> {
    let (heads, rows) = of_kind(&figure.chart).table(TableContext::new(story, lang));
    FigureTable {
        id: &figure.id,
        title: text_with_kinds(story, &figure.title, lang),
        description: text_with_kinds(story, &figure.description, lang),
        source: Some(figure.source.get(lang)),
        notes: notes_below(story, figure, lang),
        heads,
        rows,
    }
}

fn table_of_map<'a>(story: &'a Story, chapter: &ChapterId, map: &'a ChapterMap, lang: Lang) -> FigureTable<'a> {
    let (heads, rows) = maps::of(story, chapter, map, lang);
    FigureTable {
        id: &map.id,
        title: text_with_kinds(story, &map.title, lang),
        description: text_with_kinds(story, &map.description, lang),
        source: None,
        notes: notes_of_map(story, map, lang).into_iter().chain(map_credit(story, lang).lines(lang)).collect(),
        heads,
        rows,
    }
}

impl<'a> FigureRow<'a> {
    /// Words, and the fact that says so.
    pub fn words(cells: Vec<String>, fact: Option<&'a Fact>) -> Self {
        Self { cells, fact, number: false, place: None }
    }

    /// Words, and after them the fact's number.
    pub fn number(story: &Story, lang: Lang, mut cells: Vec<String>, fact: Option<&'a Fact>) -> Self {
        cells.push(shown(story, fact, lang));
        Self { cells, fact, number: true, place: None }
    }

    /// The same, about a region or place.
    pub fn about(self, place: Option<&'a PlaceId>) -> Self {
        Self { place, ..self }
    }
}

/// A fact's number as the page shows it, or that it is not given.
pub fn shown(story: &Story, fact: Option<&Fact>, lang: Lang) -> String {
    let number = fact.and_then(|fact| shown_of(story, fact, lang));
    number.unwrap_or_else(|| Ui(lang).not_given().to_owned())
}

/// A text, or nothing where there is none.
pub fn said(words: Option<&Localized>, lang: Lang) -> String {
    words.map_or_else(String::new, |words| words.get(lang).to_owned())
}

/// The name of a region or place.
pub fn name_of(story: &Story, id: &PlaceId, lang: Lang) -> String {
    said(story.subject(id).map(|subject| subject.name()), lang)
}
