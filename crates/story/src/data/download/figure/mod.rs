//! A figure as data: what a reader sees in it, row by row, with the fact behind each row.

mod context;
mod csv;
mod json;
mod maps;
mod row;

use super::Download;
use crate::data::charts::of_kind;
use crate::model::{ChapterId, ChapterMap, Figure, Lang, Story};
use crate::text::{figure_file, map_credit, notes_below, notes_of_map, text_with_kinds};
pub use context::{Table, TableContext};
pub use row::{FigureRow, FigureTable, name_of, said, shown};

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
