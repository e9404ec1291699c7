//! Timelines: days that exist, lie on the axis, and are as binding as they are drawn; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext, days, said};
use crate::model::{Day, Fact, FactId, Firmness, Timeline, TimelineRow};

impl ChartData for Timeline {
    fn check(&self, report: &mut Report, at: &str) {
        let axis = axis(report, at, self);
        for (index, row) in self.rows.iter().enumerate() {
            check_row(report, &format!("{at}/rows/{index}"), row, axis);
        }
        prose::check_plain(report, &format!("{at}/undated_head"), &self.undated_head);
        for (index, row) in self.undated.iter().enumerate() {
            let at = format!("{at}/undated/{index}");
            prose::check_plain(report, &format!("{at}/name"), &row.name);
            let Some(fact) = fact_with_date(report, &format!("{at}/fact"), &row.fact) else { continue };
            if let Some(when) = &row.when {
                prose::check_said(report, &format!("{at}/when"), when, fact);
            }
            let has_day = fact.date.as_ref().is_some_and(|date| date.days().next().is_some());
            report.expect(!has_day, &format!("{at}/fact"), || say::DATED.with(&[&row.fact]));
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let ui = context.ui;
        let heads = vec![ui.table_event(), ui.table_when(), ui.table_start(), ui.table_end(), ui.table_firmness()];
        let dated = self.rows.iter().map(|row| {
            let fact = context.story.fact(&row.fact);
            let [start, end] = days(fact.date.as_ref()).map(|day| day.map(|day| day.to_string()));
            let start = start.unwrap_or_else(|| context.not_given());
            let end = end
                .unwrap_or_else(|| if row.firmness == Firmness::Open { context.not_given() } else { String::new() });
            let firmness = ui.firmness(row.firmness).to_owned();
            FigureRow::words(vec![context.words(&row.name), context.words(&row.when), start, end, firmness], fact)
        });
        let undated = self.undated.iter().map(|row| {
            let (none, head) = (String::new(), context.words(&self.undated_head));
            let cells =
                vec![context.words(&row.name), said(row.when.as_ref(), context.lang), none.clone(), none, head];
            FigureRow::words(cells, context.story.fact(&row.fact))
        });
        (heads, dated.chain(undated).collect())
    }
}

/// The first and last day, if both were read and are in order.
fn axis(report: &mut Report, at: &str, timeline: &Timeline) -> Option<[Day; 2]> {
    if ["from", "to"].iter().any(|key| report.is_aside(FileKind::Figures, &format!("{at}/{key}"))) {
        return None;
    }
    let Timeline { from, to, .. } = timeline;
    report.expect(from < to, &format!("{at}/to"), || say::AXIS_ORDER.with(&[from, to]));
    (from < to).then_some([*from, *to])
}

/// The fact, unless it is unknown or its date was set aside.
fn fact_with_date<'a>(report: &mut Report<'a>, at: &str, id: &FactId) -> Option<&'a Fact> {
    report.fact(at, id);
    let story = report.story;
    let index = story.facts.facts.iter().position(|fact| &fact.id == id)?;
    let read = !report.is_touched(FileKind::Facts, &format!("/facts/{index}/date")) && !report.lacks_value(id);
    read.then(|| &story.facts.facts[index])
}

fn check_row(report: &mut Report, at: &str, row: &TimelineRow, axis: Option<[Day; 2]>) {
    prose::check_plain(report, &format!("{at}/name"), &row.name);
    let pointer = format!("{at}/fact");
    let Some(fact) = fact_with_date(report, &pointer, &row.fact) else { return };
    prose::check_said(report, &format!("{at}/when"), &row.when, fact);
    let Some(date) = &fact.date else {
        return report.add(pointer, say::UNDATED.with(&[&row.fact]));
    };
    let end = date.end();
    if report.is_aside(FileKind::Figures, &format!("{at}/firmness")) {
        return;
    }
    match row.firmness {
        Firmness::Firm | Firmness::Striven | Firmness::Read => {
            report.expect(end.is_some(), &pointer, || say::NO_LAST_DAY.with(&[&row.fact]))
        }
        Firmness::Open => {
            report.expect(date.words.is_some() && end.is_none(), &pointer, || say::NOT_OPEN.with(&[&row.fact]))
        }
    }
    let Some([first, last]) = axis else { return };
    for day in date.days() {
        let outside = day < first || day > last;
        report.expect(!outside, &pointer, || say::OFF_AXIS.with(&[&day, &row.fact]));
    }
}
