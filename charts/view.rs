//! Every kind of chart as elements.

#[path = "areas/view.rs"]
mod areas;
#[path = "bars/view.rs"]
mod bars;
#[path = "matrix/view.rs"]
mod matrix;
#[path = "multiples/view.rs"]
mod multiples;
#[path = "pictogram/view.rs"]
mod pictogram;
#[path = "series/view.rs"]
mod series;
#[path = "statements/view.rs"]
mod statements;
#[path = "status_lanes/view.rs"]
mod status_lanes;
#[path = "timeline/view.rs"]
mod timeline;

use leptos::prelude::AnyView;

use super::PageContext;
use crate::model::{Chart, Figure, chart_by_kind, every_chart};
pub use areas::areas_picture;
pub use bars::region_cell;

/// What is asked of a kind of chart on the page.
pub trait ChartView {
    /// The chart, with marks that can be reached.
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView;

    /// The same numbers as a plain table of this name, unless the chart is that table.
    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView>;

    /// A picture of it beside a large number, where there is room for nothing but marks.
    fn small_picture(&'static self, _: PageContext, _: &'static Figure) -> Option<AnyView> {
        None
    }
}

every_chart!(chart_by_kind shown ChartView);
