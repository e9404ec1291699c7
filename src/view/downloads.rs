//! A figure as files: shapes to work with, pixels to show.

use leptos::prelude::*;

use super::Book;
use crate::model::FigureId;
use crate::text::figure_file;

/// The links to a figure's files.
pub fn downloads(book: Book, figure: &FigureId) -> AnyView {
    let link = |(ending, words): (&str, &'static str)| {
        view! { <a href=format!("{}{}", book.page.root(), figure_file(figure, book.lang, ending)) download="">{words}</a> }
    };
    let links = [("svg", book.ui().download_svg()), ("png", book.ui().download_png())].map(link);
    view! { <span class="downloads">" "{links.map(|link| view! { {link}" " }).into_iter().collect_view()}</span> }
        .into_any()
}
