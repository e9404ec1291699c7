//! Every kind of chart as it is checked and written as data.

#[path = "areas/data.rs"]
mod areas;
#[path = "bars/data.rs"]
mod bars;
#[path = "matrix/data.rs"]
mod matrix;
#[path = "multiples/data.rs"]
mod multiples;
#[path = "pictogram/data.rs"]
mod pictogram;
#[path = "series/data.rs"]
mod series;
#[path = "statements/data.rs"]
mod statements;
#[path = "status_lanes/data.rs"]
mod status_lanes;
#[path = "timeline/data.rs"]
mod timeline;

use super::check::Report;
use super::download::{Table, TableContext};
use crate::model::{Chart, chart_by_kind, every_chart};

/// What is asked of a kind of chart where files are read and written.
pub trait ChartData {
    /// Reports what an editor can get wrong in it; it stands at this place of `figures.json`.
    fn check(&self, report: &mut Report, at: &str);

    /// What a reader sees in it, row by row.
    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a>;
}

every_chart!(chart_by_kind of_kind ChartData);
