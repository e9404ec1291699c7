//! A figure as a table: its own columns as the page words them, then the fact behind each row.

use super::{FigureRow, FigureTable};
use crate::data::download::csv::{as_text, readings, unit, written};
use crate::model::{Lang, Story};
use crate::text::Ui;

/// The table of a figure, in the form of the ledger's.
pub fn write(story: &Story, table: &FigureTable<'_>, lang: Lang) -> Result<Vec<u8>, String> {
    let heads = table.heads.iter().chain(&Ui(lang).fact_heads()).map(|head| (*head).to_owned()).collect();
    let rows = table.rows.iter().map(|row| {
        // Coordinates are numbers, and a spreadsheet may have them as such.
        let cell = |text: &String| if text.parse::<f64>().is_ok() { text.clone() } else { as_text(text) };
        row.cells.iter().map(cell).chain(fact(story, row, lang)).collect()
    });
    written(std::iter::once(heads).chain(rows))
}

/// What stands behind a row; empty cells where nothing does.
fn fact(story: &Story, row: &FigureRow<'_>, lang: Lang) -> [String; 13] {
    let number = row.fact.filter(|_| row.number);
    let value = number.and_then(|fact| fact.value).map(|value| value.to_string());
    let source = row.fact.and_then(|fact| fact.source.as_ref());
    let cells = [
        value,
        number.map(|fact| unit(story, fact, lang)),
        row.fact.map(|fact| fact.kind.slug().to_owned()),
        row.fact.map(|fact| Ui(lang).kind(fact.kind).to_owned()),
        row.fact.map(|fact| fact.speaker.slug().to_owned()),
        row.fact.map(|fact| Ui(lang).speaker(fact.speaker).to_owned()),
        row.fact.map(|fact| story.row(&fact.id).to_string()),
        row.fact.map(|fact| fact.id.to_string()),
        source.map(|at| at.article.to_string()),
        source.map(|at| at.paragraph.to_string()),
        source.map(|at| at.sentence.to_string()),
        row.place.map(ToString::to_string),
        row.fact.map(|fact| as_text(&readings(story, fact, lang))),
    ];
    cells.map(Option::unwrap_or_default)
}
