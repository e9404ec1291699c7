//! What every chart has around it: finding, description, source and data table.

use leptos::prelude::*;

use super::Book;
use super::accounts::accounts;
use super::bars::{bars, bars_data_table};
use super::charts::units_chart;
use super::prose::{headline, prose};
use super::series::{series, series_data_table};
use super::tables::{lanes, lanes_data_table, matrix, matrix_data_table, units_data_table};
use super::timeline::{timeline, timeline_data_table};
use super::tools::tools;
use crate::model::{Figure, Lang};

/// A figure of a chapter.
pub fn figure(book: Book, figure: &'static Figure) -> AnyView {
    let (graphic, twin) = if let Some(spec) = &figure.accounts {
        // It is its own data table.
        (accounts(book, spec), None)
    } else if let Some(spec) = &figure.bars {
        (bars(book, figure, spec), Some(bars_data_table(book, spec)))
    } else if let Some(spec) = &figure.series {
        (series(book, figure, spec), Some(series_data_table(book, spec)))
    } else if let Some(spec) = &figure.timeline {
        (timeline(book, figure, spec), Some(timeline_data_table(book, spec)))
    } else if let Some(spec) = &figure.matrix {
        (matrix(book, spec), Some(matrix_data_table(book, spec)))
    } else if let Some(spec) = &figure.lanes {
        (lanes(book, spec), Some(lanes_data_table(book, spec)))
    } else if let Some(spec) = &figure.units {
        (units_chart(book, figure, spec, 300.0, 27.0), Some(units_data_table(book, spec)))
    } else {
        (().into_any(), None)
    };
    let id = figure.id.to_string();
    view! {
        <figure class="figure" id=id.clone() data-figure=id data-dock="" data-anchor="">
            <figcaption>
                <h3>{headline(book, &figure.title)}</h3>
                <p>{prose(book, &figure.description)}</p>
            </figcaption>
            {graphic}
            <div class="foot" data-furniture=""><span>{book.ui().source()}{book.words(&figure.source)}</span>{tools(book, &figure.id)}</div>
            {twin.map(|table| view! {
                <details class="twin" open=figure.bars.is_some()><summary>{book.ui().show_table()}</summary><div class="scroll">{table}</div></details>
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
