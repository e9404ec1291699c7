//! Unit charts: marks that can be counted, and add up; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext, name_of};
use crate::model::{Fact, Pictogram, PictogramRow};

impl ChartData for Pictogram {
    fn check(&self, report: &mut Report, at: &str) {
        for (index, row) in self.rows.iter().enumerate() {
            check_row(report, &format!("{at}/rows/{index}"), row);
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let number = |name: String, fact: &'a Fact| FigureRow::number(context.story, context.lang, vec![name], fact);
        let mut rows = Vec::new();
        for row in &self.rows {
            rows.push(number(context.words(&row.name), context.story.fact(&row.total)));
            rows.extend(row.named.iter().map(|named| {
                let cells =
                    vec![name_of(context.story, &named.place, context.lang), context.ui.yes_here().to_owned()];
                FigureRow::words(cells, context.story.fact(&named.fact)).about(Some(&named.place))
            }));
            rows.extend(row.rest.iter().map(|rest| number(context.ui.others().to_owned(), context.story.fact(rest))));
        }
        (vec![context.ui.table_item(), context.ui.table_value()], rows)
    }
}

fn check_row(report: &mut Report, at: &str, row: &PictogramRow) {
    prose::check_plain(report, &format!("{at}/name"), &row.name);
    report.fact(&format!("{at}/total"), &row.total);
    for (index, named) in row.named.iter().enumerate() {
        report.place(&format!("{at}/named/{index}/place"), &named.place);
        report.fact(&format!("{at}/named/{index}/fact"), &named.fact);
    }
    if let Some(rest) = &row.rest {
        report.fact(&format!("{at}/rest"), rest);
    }
    let unread = |id| report.story.find_fact(id).is_none() || report.lacks_value(id);
    if unread(&row.total) {
        return;
    }
    let rest_read = row.rest.as_ref().is_some_and(|id| !unread(id));
    let named_read = !report.is_aside(FileKind::Figures, &format!("{at}/named"));
    let total = report.story.find_fact(&row.total).and_then(|fact| fact.value);
    let countable = total.is_some_and(|value| value >= 0.0 && value.fract() == 0.0 && value <= 1000.0);
    report.expect(countable, &format!("{at}/total"), || say::UNCOUNTABLE.with(&[]));
    let rest = row.rest.as_ref().and_then(|id| report.story.find_fact(id)).and_then(|fact| fact.value);
    if let (Some(total), None, true) = (total, &row.rest, named_read) {
        let named = row.named.len() as f64;
        report.expect(named == 0.0 || named == total, &format!("{at}/rest"), || {
            say::REST_MISSING.with(&[&named, &total])
        });
    }
    if let (Some(total), Some(rest), true) = (total, rest, rest_read && named_read) {
        let named = row.named.len() as f64;
        report.expect(named + rest == total, &format!("{at}/rest"), || {
            say::NAMED_AND_REST.with(&[&total, &named, &rest])
        });
    }
}
