//! A figure as files: shapes to work with, pixels to show, data to count with.

use leptos::prelude::*;

use super::Book;
use crate::model::FigureId;
use crate::text::{figure_file, root};

/// What a figure can be had as: ending of the file, and its name for readers.
const FORMS: [(&str, &str); 4] = [("svg", "SVG"), ("png", "PNG"), ("csv", "CSV"), ("json", "JSON")];

/// The links to a figure's files.
pub fn downloads(book: Book, figure: &FigureId) -> AnyView {
    let link = |(ending, name): (&str, &'static str)| {
        let file = format!("{}{}", root(book.lang), figure_file(figure, book.lang, ending));
        view! { " "<a href=file download="">{name}</a> }
    };
    view! { <span class="downloads">" "{book.ui().download_as()}{FORMS.map(link).into_iter().collect_view()}</span> }
        .into_any()
}
