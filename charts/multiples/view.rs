//! Small multiples: the drawing, and the same as a table.

use leptos::prelude::*;

use super::series::years;
use crate::layout::multiples_scene;
use crate::model::{Figure, Multiples};
use crate::view::PageContext;
use crate::view::charts::ChartView;
use crate::view::prose::plain_prose;
use crate::view::scene::chart;

impl ChartView for Multiples {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let name = plain_prose(context, &figure.title);
        chart(&name, |width| multiples_scene(context.story, self, context.lang, width))
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        Some(years(context, name, &self.panels))
    }
}
