//! Timelines: days that exist, lie on the axis, and are as binding as they are drawn.

use super::{FileKind, Report, prose, say};
use crate::model::{Day, Fact, FactId, Firmness, Timeline, TimelineRow};

pub fn check(report: &mut Report, at: &str, timeline: &Timeline) {
    let axis = axis(report, at, timeline);
    for (index, row) in timeline.rows.iter().enumerate() {
        check_row(report, &format!("{at}/rows/{index}"), row, axis);
    }
    prose::check_plain(report, &format!("{at}/undated_head"), &timeline.undated_head);
    for (index, row) in timeline.undated.iter().enumerate() {
        let at = format!("{at}/undated/{index}");
        prose::check_plain(report, &format!("{at}/name"), &row.name);
        let Some(fact) = fact_with_date(report, &format!("{at}/fact"), &row.fact) else { continue };
        if let Some(when) = &row.when {
            prose::check_said(report, &format!("{at}/when"), when, fact);
        }
        let has_day =
            fact.date.as_ref().is_some_and(|date| date.from.is_some() || date.to.is_some() || date.by.is_some());
        report.expect(!has_day, &format!("{at}/fact"), || say::DATED.with(&[&row.fact]));
    }
}

/// The first and last day, if both exist and are in order.
fn axis(report: &mut Report, at: &str, timeline: &Timeline) -> Option<[Day; 2]> {
    let mut day = |key: &str, text: &str| {
        let pointer = format!("{at}/{key}");
        let day = Day::parse(text);
        let read = !report.is_aside(FileKind::Figures, &pointer);
        report.expect(day.is_some() || !read, &pointer, || say::NO_DAY.with(&[&text]));
        day
    };
    let (from, to) = (day("from", &timeline.from)?, day("to", &timeline.to)?);
    report.expect(from < to, &format!("{at}/to"), || say::AXIS_ORDER.with(&[&timeline.from, &timeline.to]));
    (from < to).then_some([from, to])
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
    let end = date.to.as_ref().or(date.by.as_ref());
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
    for text in [&date.from, &date.to, &date.by].into_iter().flatten() {
        // A day that does not exist is a fault of the fact.
        let outside = Day::parse(text).is_some_and(|day| day < first || day > last);
        report.expect(!outside, &pointer, || say::OFF_AXIS.with(&[text, &row.fact]));
    }
}
