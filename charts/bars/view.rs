//! Bars of one whole each, the switch between them, and every region's figures as a table.

use leptos::prelude::*;

use crate::layout::{bars_legend, measure_scene};
use crate::model::{BarPart, Bars, Figure, Lang, Measure, PlaceId, Prose, Region};
use crate::view::Book;
use crate::view::charts::ChartView;
use crate::view::measure_switch::measure_switch;
use crate::view::prose::{fact_link, not_given, place_link, plain_prose, prose};
use crate::view::scene::{chart, legend};

impl ChartView for Bars {
    fn graphic(&'static self, book: Book, figure: &'static Figure) -> AnyView {
        let title = plain_prose(book, &figure.title);
        let bar = |measure: &'static Measure| {
            let name = book.ui().named(book.words(&measure.name), &title);
            let drawings = chart(&name, |width| measure_scene(book.story, measure, book.lang, width));
            view! { <div class="measure" data-of-measure=measure.id.clone()>{drawings}</div> }
        };
        view! {
            {book.page.answers().then(|| {
                let each = self.measures.iter().map(|measure| (measure.id.clone(), book.words(&measure.name).to_owned()));
                measure_switch(book, std::iter::once((String::new(), book.ui().side_by_side().to_owned())).chain(each))
            })}
            <div class="bars">
                {self.measures.iter().map(bar).collect_view()}
                {legend(|width| bars_legend(book.story, self, book.lang, width))}
                {notes(book, &self.notes)}
            </div>
        }
        .into_any()
    }

    fn data_table(&'static self, book: Book) -> Option<AnyView> {
        let ui = book.ui();
        let heads = self.measures.iter().map(|measure| {
            view! { <th scope="col" data-of-measure=measure.id.clone()>{book.words(&measure.name)}</th> }
        });
        let row = |region: &'static Region| {
            let cells =
                self.measures.iter().map(|measure| cell(measure, region_cell(book, self, measure, &region.id)));
            view! {
                <tr data-place=region.id.to_string()>
                    <th scope="row">{place_link(book, &region.id, Some(book.words(&region.name)))}</th>
                    {cells.collect_view()}
                </tr>
            }
        };
        let rest = self.measures.iter().map(|measure| cell(measure, rest_cell(book, measure))).collect_view();
        let total =
            self.measures.iter().map(|measure| cell(measure, fact_link(book, &measure.total, None))).collect_view();
        let table = view! {
            <table class="data">
                <thead><tr><th scope="col">{ui.table_region()}</th>{heads.collect_view()}</tr></thead>
                <tbody>
                    {book.story.places.regions.iter().map(row).collect_view()}
                    <tr class="rest"><th scope="row">{ui.table_rest()}</th>{rest}</tr>
                    <tr class="total"><th scope="row">{ui.table_total()}</th>{total}</tr>
                </tbody>
            </table>
            <p class="list-head">{ui.sums()}</p>
            {self.measures.iter().map(|measure| sum(book, measure)).collect_view()}
        }
        .into_any();
        Some(table)
    }
}

fn notes(book: Book, texts: &'static [Prose]) -> AnyView {
    texts.iter().map(|text| view! { <p class="bar-note">{prose(book, text)}</p> }).collect_view().into_any()
}

fn cell(measure: &Measure, inner: AnyView) -> AnyView {
    view! { <td data-of-measure=measure.id.clone()>{inner}</td> }.into_any()
}

/// A region's figure with its share, or the words that it is not given.
fn region_cell(book: Book, spec: &'static Bars, measure: &'static Measure, region: &PlaceId) -> AnyView {
    match measure.parts.iter().find(|part| part.region.as_ref() == Some(region)) {
        Some(part) => with_share(book, part),
        None => spec.gap(book.story, measure, region).map(|fact| not_given(book, fact, None)).into_any(),
    }
}

fn with_share(book: Book, part: &'static BarPart) -> AnyView {
    let share = part.share.as_ref().map(|share| view! { " "<small>{fact_link(book, share, None)}</small> });
    view! { {fact_link(book, &part.fact, None)}{share} }.into_any()
}

/// What the regions without a figure have together, and who they are.
fn rest_cell(book: Book, measure: &'static Measure) -> AnyView {
    let rest = measure.parts.iter().filter(|part| part.region.is_none());
    rest.map(|part| view! { {with_share(book, part)}" "<small>{book.words(&part.name)}</small> })
        .collect_view()
        .into_any()
}

/// A total as the sum of its parts.
fn sum(book: Book, measure: &'static Measure) -> AnyView {
    // Chinese is set close, signs and figures too.
    let (plus, gap, equals) = match book.lang {
        Lang::Zh => ("＋", "", "＝"),
        Lang::En => (" + ", " ", " = "),
    };
    let part = |(index, part): (usize, &'static BarPart)| {
        view! { {(index > 0).then_some(plus)}{book.words(&part.name)}{gap}{fact_link(book, &part.fact, None)} }
    };
    let parts = measure.parts.iter().enumerate().map(part).collect_view();
    view! {
        <p class="sum" data-of-measure=measure.id.clone()>
            {book.ui().named(book.words(&measure.name), gap)}{parts}{equals}{fact_link(book, &measure.total, None)}
        </p>
    }
    .into_any()
}
