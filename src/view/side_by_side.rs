//! All regions in one table: how much is said of each, and its figure in each measure of the charts.

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::tables::data_table;
use crate::model::Subject;
use crate::view::attr::attr;
use crate::view::charts::region_cell;

/// The regions that have a page, each leading to it and to what is said of it below; none where there are too many.
pub fn side_by_side(context: PageContext, regions: &[Subject<'static>]) -> Option<AnyView> {
    let ui = context.ui();
    let measures: Vec<_> = context.story.measures().collect();
    let row = |subject: &Subject<'static>| {
        let way = context.page.way_to(&context.page.of_place(context.story, *subject)?);
        let said = ui.said_count(context.story.statements_about(subject.id()).count());
        let figures = measures.iter().map(|(bars, measure)| {
            view! { <td>{region_cell(context, bars, measure, subject.id())}</td> }
        });
        Some(view! {
            <tr>
                <th scope="row"><a href=way>{context.words(subject.short())}</a></th>
                <td><a href=id::link(id::of_place(subject.id())) {..attr(attribute::FURNITURE, "")}>{said}</a></td>
                {figures.collect_view()}
            </tr>
        })
    };
    let rows: Vec<_> = regions.iter().filter_map(row).collect();
    let names = measures.iter().map(|(_, measure)| context.words(&measure.name));
    let heads: Vec<&str> = [ui.table_region(), ui.statements()].into_iter().chain(names).collect();
    (!rows.is_empty()).then(|| {
        let table = data_table(ui.side_by_side_regions().to_owned(), &heads, rows.into_any());
        view! { <h3 class="group">{ui.side_by_side_regions()}</h3><div class=class::SCROLL>{table}</div> }.into_any()
    })
}
