//! All regions in one table: how much is said of each, and its figure in each measure of the charts; and what chooses those
//! that a reader wants to read beside each other.

use contract::address::BESIDE;
use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::place::said_count;
use super::tables::data_table;
use crate::model::{Measure, Subject};
use crate::view::attr::attr;
use crate::view::charts::region_cell;

/// The regions that have a page, each leading to it and to what is said of it below; none where there are too many.
pub fn side_by_side(context: PageContext, regions: &[Subject<'static>]) -> Option<AnyView> {
    let ui = context.ui();
    let measures: Vec<_> = context.story.measures().collect();
    let row = |subject: &Subject<'static>| {
        let way = context.page.way_to(&context.page.of_place(context.story, *subject)?);
        let figures = measures.iter().map(|(bars, measure)| {
            view! { <td>{region_cell(context, bars, measure, subject.id())}</td> }
        });
        Some(view! {
            <tr {..attr(attribute::PLACE, subject.id().to_string())}>
                <th scope="row"><a href=way>{context.words(subject.short())}</a></th>
                <td><a href=id::link(id::of_place(subject.id())) {..attr(attribute::FURNITURE, "")}>{said_count(context, *subject)}</a></td>
                {figures.collect_view()}
            </tr>
        })
    };
    let rows: Vec<_> = regions.iter().filter_map(row).collect();
    let names: Vec<String> = measures.iter().map(|(_, measure)| name_of_measure(context, measure)).collect();
    let heads: Vec<&str> =
        [ui.table_region(), ui.statements()].into_iter().chain(names.iter().map(String::as_str)).collect();
    (!rows.is_empty()).then(|| {
        let table = data_table(ui.side_by_side_regions().to_owned(), &heads, rows.into_any());
        view! {
            <h3 class="group">{ui.side_by_side_regions()}</h3>
            {choices(context, regions)}
            <div class=class::SCROLL>{table}</div>
        }
        .into_any()
    })
}

/// What a measure is called away from its chart: after its chapter, which says what it is of.
pub fn name_of_measure(context: PageContext, measure: &'static Measure) -> String {
    let chapter = context.story.chapter(&context.story.fact(&measure.total).chapter);
    context.ui().named(context.words(&chapter.name), context.words(&measure.name))
}

/// Boxes for those with a page; a script shows them, because without one they would not answer (`web/compare.js`).
fn choices(context: PageContext, regions: &[Subject<'static>]) -> AnyView {
    let ui = context.ui();
    let with_page = regions.iter().filter(|subject| context.page.of_place(context.story, **subject).is_some());
    let boxes: Vec<AnyView> = with_page
        .map(|subject| {
            let value = subject.id().to_string();
            view! { <label><input type="checkbox" value=value />{context.words(subject.short())}</label> }.into_any()
        })
        .collect();
    let shown = ui.regions_shown(boxes.len());
    view! {
        <fieldset class={class::COMPARE} {..attr(attribute::FORM, shown)} {..attr("inert", "")}>
            <legend>{ui.choose_regions()}</legend>
            {boxes}
            <span class=class::COUNT role="status"></span>
        </fieldset>
    }
    .into_any()
}

/// The way to a region beside others, which its reader chooses there; none where there are no others.
pub fn way_to_compare(context: PageContext, subject: Subject<'static>) -> Option<String> {
    let is_one_of_several = subject.is_region() && context.story.places.regions.len() > 1;
    let has_row = context.page.of_place(context.story, subject).is_some();
    let page = context.page.way_to(&context.page.gazetteer());
    (is_one_of_several && has_row).then(|| format!("{page}?{BESIDE}={}", subject.id()))
}
