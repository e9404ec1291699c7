//! Small multiples: the drawing, and the same as a table.

use leptos::prelude::*;

use super::series::years;
use crate::layout::multiples_scene;
use crate::model::{Figure, Multiples};
use crate::view::Book;
use crate::view::charts::ChartView;
use crate::view::prose::plain_prose;
use crate::view::scene::chart;

impl ChartView for Multiples {
    fn graphic(&'static self, book: Book, figure: &'static Figure) -> AnyView {
        let name = plain_prose(book, &figure.title);
        chart(&name, |width| multiples_scene(book.story, self, book.lang, width))
    }

    fn data_table(&'static self, book: Book) -> Option<AnyView> {
        Some(years(book, &self.panels))
    }
}
