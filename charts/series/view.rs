//! Numbers of several years: the drawing, and the same as a table.

use contract::attribute;
use leptos::prelude::*;

use crate::layout::series_scene;
use crate::model::{Fact, Figure, Series, SeriesRow, YearValue};
use crate::text::{Measured, numbers_of_years};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::prose::{kind_link, plain_prose};
use crate::view::scene::chart;
use crate::view::tables::data_table;

impl ChartView for Series {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let name = plain_prose(context, &figure.title);
        view! { <div class="series">{chart(&name, |width| series_scene(context.story, self, context.lang, width))}</div> }
            .into_any()
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        Some(years(context, name, &self.rows))
    }
}

/// The years of these rows with their numbers.
pub fn years(context: PageContext, name: String, rows: &'static [SeriesRow]) -> AnyView {
    let ui = context.ui();
    let heads = [ui.table_item(), ui.table_year(), ui.table_value(), ui.table_kind()];
    let rows = rows.iter().map(|row| years_of(context, row, context.story.fact(&row.fact)));
    data_table(name, &heads, rows.collect_view().into_any())
}

fn years_of(context: PageContext, row: &'static SeriesRow, fact: &'static Fact) -> AnyView {
    let year = |(one, number): (&YearValue, Measured)| {
        view! {
            <tr {..attr(attribute::OF, fact.id.to_string())}>
                <th scope="row">{context.words(&row.name)}</th>
                <td>{one.year}</td>
                <td>{number.to_string()}</td>
                <td>{kind_link(context, fact)}</td>
            </tr>
        }
    };
    let numbers = numbers_of_years(context.story, fact, context.lang);
    fact.series.iter().zip(numbers).map(year).collect_view().into_any()
}
