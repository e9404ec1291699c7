//! Numbers of several years: facts that have years; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext};
use crate::model::{Series, SeriesRow};
use crate::text::numbers_of_years;

impl ChartData for Series {
    fn check(&self, report: &mut Report, at: &str) {
        let read = !report.is_touched(FileKind::Figures, &format!("{at}/rows"));
        report.expect(!self.rows.is_empty() || !read, &format!("{at}/rows"), || say::NO_LINES.with(&[]));
        for (index, row) in self.rows.iter().enumerate() {
            check_row(report, &format!("{at}/rows/{index}"), row);
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        years(context, &self.rows)
    }
}

/// Whether a row has years to draw.
pub fn check_row(report: &mut Report, at: &str, row: &SeriesRow) {
    prose::check_plain(report, &format!("{at}/name"), &row.name);
    report.fact(&format!("{at}/fact"), &row.fact);
    let index = report.story.facts.facts.iter().position(|fact| fact.id == row.fact);
    let Some(fact) = index.map(|index| &report.story.facts.facts[index]) else { return };
    let unread = index.is_some_and(|index| report.is_touched(FileKind::Facts, &format!("/facts/{index}/series")));
    report.expect(!fact.series.is_empty() || unread, &format!("{at}/fact"), || say::NO_SERIES.with(&[&row.fact]));
}

/// A row for each year; the number of a row is that of its year, so none stands beside it as the fact's own.
pub fn years<'a>(context: TableContext<'a>, rows: &'a [SeriesRow]) -> Table<'a> {
    let heads = vec![context.ui.table_item(), context.ui.table_year(), context.ui.table_value()];
    let of_fact = |row: &'a SeriesRow| {
        let fact = context.story.fact(&row.fact);
        let numbers = numbers_of_years(context.story, fact, context.lang);
        fact.series.iter().zip(numbers).map(move |(one, number)| {
            FigureRow::words(vec![context.words(&row.name), one.year.to_string(), number.to_string()], fact)
        })
    };
    (heads, rows.iter().flat_map(of_fact).collect())
}
