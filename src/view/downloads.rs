//! A figure as files: shapes to work with, pixels to show, data to count with.

use leptos::prelude::*;

use super::Book;
use crate::model::FigureId;
use crate::text::{FIGURE_FORMS, figure_file};

/// The links to a figure's files.
pub fn downloads(book: Book, figure: &FigureId) -> AnyView {
    let link = |(ending, name): (&str, &'static str)| {
        let file = format!("{}{}", book.page.root(), figure_file(figure, book.lang, ending));
        view! { " "<a href=file download="">{name}</a> }
    };
    view! { <span class="downloads">" "{book.ui().download_as()}{FIGURE_FORMS.map(link).into_iter().collect_view()}</span> }
        .into_any()
}
