//! A figure as a document; `data/README.md` describes its shape.

use serde::Serialize;

use super::{FigureRow, FigureTable};
use crate::data::download::json::{Source, readings, source, written};
use crate::model::{Lang, Story};

/// Changes when a program that reads the document must change.
const SHAPE: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    data: &'a str,
    updated: Option<String>,
    lang: &'static str,
    figure: &'a str,
    title: &'a str,
    description: &'a str,
    source: Option<&'a str>,
    notes: &'a [String],
    columns: &'a [&'a str],
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    cells: &'a [String],
    value: Option<f64>,
    unit: Option<&'a str>,
    kind: Option<&'static str>,
    speaker: Option<&'static str>,
    row: Option<usize>,
    fact: Option<&'a str>,
    source: Option<Source<'a>>,
    place: Option<&'a str>,
    readings: Vec<&'a str>,
}

/// The document of a figure in one language.
pub fn write(story: &Story, table: &FigureTable<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    let document = Document {
        version: SHAPE,
        data: &story.version,
        updated: story.head().updated.map(|day| day.to_string()),
        lang: lang.tag(),
        figure: table.id.as_str(),
        title: &table.title,
        description: &table.description,
        source: table.source,
        notes: &table.notes,
        columns: &table.heads,
        rows: table.rows.iter().map(|one| row(story, one)).collect(),
    };
    written(&document)
}

fn row<'a>(story: &'a Story, row: &'a FigureRow<'a>) -> Row<'a> {
    let number = row.fact.filter(|_| row.number);
    Row {
        cells: &row.cells,
        value: number.and_then(|fact| fact.value),
        unit: number.and_then(|fact| Some(fact.unit.as_ref()?.as_str())),
        kind: row.fact.map(|fact| fact.kind.slug()),
        speaker: row.fact.map(|fact| fact.speaker.slug()),
        row: row.fact.map(|fact| story.row(&fact.id)),
        fact: row.fact.map(|fact| fact.id.as_str()),
        source: row.fact.and_then(|fact| fact.source.as_ref()).map(source),
        place: row.place.map(|place| place.as_str()),
        readings: row.fact.map_or_else(Vec::new, |fact| readings(story, fact)),
    }
}
