//! What every chart has around it: finding, description, source and data table.

use leptos::prelude::*;

use super::Book;
use super::charts::shown;
use super::prose::{headline, prose};
use super::tools::tools;
use crate::model::{Figure, Lang};

/// A figure of a chapter.
pub fn figure(book: Book, figure: &'static Figure) -> AnyView {
    let chart = shown(&figure.chart);
    let id = figure.id.to_string();
    view! {
        <figure class="figure" id=id.clone() data-figure=id data-dock="" data-anchor="">
            <figcaption>
                <h3>{headline(book, &figure.title)}</h3>
                <p>{prose(book, &figure.description)}</p>
            </figcaption>
            {chart.graphic(book, figure)}
            <div class="foot" data-furniture=""><span>{book.ui().source()}{book.words(&figure.source)}</span>{tools(book, &figure.id)}</div>
            {chart.data_table(book).map(|table| view! {
                <details class="twin" open=figure.bars().is_some()><summary>{book.ui().show_table()}</summary><div class="scroll">{table}</div></details>
            })}
        </figure>
    }
    .into_any()
}

/// The mark between two sentences.
pub fn stop(book: Book) -> &'static str {
    match book.lang {
        Lang::Zh => "。",
        Lang::En => ". ",
    }
}
