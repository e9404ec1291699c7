//! Numbers of several years: the drawing, and the same as a table.

use leptos::prelude::*;

use super::Book;
use super::prose::{kind_link, plain_prose};
use super::scene::chart;
use super::tables::data_table;
use crate::layout::series_scene;
use crate::model::{Fact, Figure, Series, SeriesRow};
use crate::text::measured;

/// The rows with a dot for each year.
pub fn series(book: Book, figure: &'static Figure, spec: &'static Series) -> AnyView {
    let name = plain_prose(book, &figure.title);
    view! { <div class="series">{chart(&name, |width| series_scene(book.story, spec, book.lang, width))}</div> }
        .into_any()
}

/// The years with their numbers, as a plain table.
pub fn series_data_table(book: Book, spec: &'static Series) -> AnyView {
    let ui = book.ui();
    let heads = [ui.table_item(), ui.table_year(), ui.table_value(), ui.table_kind()];
    let rows = spec.rows.iter().filter_map(|row| Some(years(book, row, book.story.fact(&row.fact)?)));
    data_table(&heads, rows.collect_view().into_any())
}

fn years(book: Book, row: &'static SeriesRow, fact: &'static Fact) -> AnyView {
    let unit = fact.unit.as_ref().and_then(|id| book.story.unit(id));
    let year = |index: usize| {
        let one = &fact.series[index];
        let number = measured(one.value, unit, book.lang).to_string();
        view! {
            <tr data-of=fact.id.to_string()>
                <th scope="row">{book.words(&row.name)}</th>
                <td>{one.year}</td>
                <td>{number}</td>
                <td>{kind_link(book, fact)}</td>
            </tr>
        }
    };
    (0..fact.series.len()).map(year).collect_view().into_any()
}
