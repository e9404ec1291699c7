//! The strip of areas: its check, and its rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, say};
use crate::data::download::{FigureRow, Table, TableContext};
use crate::model::Areas;

impl ChartData for Areas {
    fn check(&self, report: &mut Report, at: &str) {
        for (index, area) in self.0.iter().enumerate() {
            let known = report.story.find_area(area).is_some() || report.lacks_ids(FileKind::Chapters, "/areas");
            report.expect(known, &format!("{at}/{index}"), || say::UNKNOWN_AREA.with(&[area]));
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let rows = self.0.iter().map(|id| context.story.area(id)).map(|area| {
            let cells = vec![context.words(&area.name), context.ui.mention(area.mention).to_owned()];
            FigureRow::words(cells, context.story.fact(&area.fact))
        });
        (vec![context.ui.table_item(), context.ui.table_value()], rows.collect())
    }
}
