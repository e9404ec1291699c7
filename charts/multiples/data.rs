//! Small multiples: several facts that have years, and one unit for all; their rows as data.

use super::series::{check_row, years};
use crate::data::ChartData;
use crate::data::check::{FileKind, Report, say};
use crate::data::download::{Table, TableContext};
use crate::model::{Fact, FactId, Multiples};

impl ChartData for Multiples {
    fn check(&self, report: &mut Report, at: &str) {
        let (at, count) = (format!("{at}/panels"), self.panels.len());
        let read = !report.is_touched(FileKind::Figures, &at);
        report.expect(count > 1 || !read, &at, || say::FEW_PANELS.with(&[&count]));
        let first = self.panels.first().and_then(|panel| unit_of(report, &panel.fact));
        for (index, panel) in self.panels.iter().enumerate() {
            let at = format!("{at}/{index}");
            check_row(report, &at, panel);
            let at = format!("{at}/fact");
            let is_new = self.panels[..index].iter().all(|other| other.fact != panel.fact);
            report.expect(is_new, &at, || say::PANEL_TWICE.with(&[&panel.fact]));
            let Some((wanted, unit)) = first.zip(unit_of(report, &panel.fact)) else { continue };
            report.expect(unit == wanted, &at, || say::OTHER_SCALE.with(&[&wanted, &unit]));
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        years(context, &self.panels)
    }
}

/// In what a fact is counted: the id of its unit, empty for a bare number; nothing where that could not be read.
fn unit_of<'a>(report: &Report<'a>, id: &FactId) -> Option<&'a str> {
    let facts = &report.story.facts.facts;
    let index = facts.iter().position(|fact| fact.id == *id)?;
    let read = !report.is_touched(FileKind::Facts, &format!("/facts/{index}/unit"));
    let unit = |fact: &'a Fact| fact.unit.as_ref().map_or("", |unit| unit.as_str());
    read.then(|| unit(&facts[index]))
}
