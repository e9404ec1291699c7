//! Bars of one whole each, the switch between them, and every region's figures as a table.

use contract::attribute;
use leptos::prelude::*;

use crate::layout::{bars_legend, measure_scene};
use crate::model::{BarPart, Bars, Figure, Lang, Measure, PlaceId, Prose, Region};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::measure_switch::measure_switch;
use crate::view::prose::{fact_link, not_given, place_link, plain_prose, prose};
use crate::view::scene::{chart, legend};

impl ChartView for Bars {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let title = plain_prose(context, &figure.title);
        let bar = |measure: &'static Measure| {
            let name = context.ui().named(context.words(&measure.name), &title);
            let drawings = chart(&name, |width| measure_scene(context.story, self, measure, context.lang, width));
            view! { <div class="measure" {..attr(attribute::OF_MEASURE, measure.id.clone())}>{drawings}</div> }
        };
        view! {
            {context.page.answers().then(|| {
                let each = self.measures.iter().map(|measure| (measure.id.clone(), context.words(&measure.name).to_owned()));
                measure_switch(context, std::iter::once((String::new(), context.ui().side_by_side().to_owned())).chain(each))
            })}
            <div class="bars">
                {self.measures.iter().map(bar).collect_view()}
                {legend(|width| bars_legend(context.story, self, context.lang, width))}
                {notes(context, &self.notes)}
            </div>
        }
        .into_any()
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        let ui = context.ui();
        let heads = self.measures.iter().map(|measure| {
            view! { <th scope="col" {..attr(attribute::OF_MEASURE, measure.id.clone())}>{context.words(&measure.name)}</th> }
        });
        let row = |region: &'static Region| {
            let cells =
                self.measures.iter().map(|measure| cell(measure, region_cell(context, self, measure, &region.id)));
            view! {
                <tr {..attr(attribute::PLACE, region.id.to_string())}>
                    <th scope="row">{place_link(context, &region.id, Some(context.words(&region.name)))}</th>
                    {cells.collect_view()}
                </tr>
            }
        };
        let rest = self.measures.iter().map(|measure| cell(measure, rest_cell(context, measure))).collect_view();
        let total = self
            .measures
            .iter()
            .map(|measure| cell(measure, fact_link(context, &measure.total, None)))
            .collect_view();
        let table = view! {
            <table class="data" aria-label=name>
                <thead><tr><th scope="col">{ui.table_region()}</th>{heads.collect_view()}</tr></thead>
                <tbody>
                    {context.story.places.regions.iter().map(row).collect_view()}
                    <tr class="rest"><th scope="row">{ui.table_rest()}</th>{rest}</tr>
                    <tr class="total"><th scope="row">{ui.table_total()}</th>{total}</tr>
                </tbody>
            </table>
            <p class="list-head">{ui.sums()}</p>
            {self.measures.iter().map(|measure| sum(context, measure)).collect_view()}
        }
        .into_any();
        Some(table)
    }
}

fn notes(context: PageContext, texts: &'static [Prose]) -> AnyView {
    texts.iter().map(|text| view! { <p class="bar-note">{prose(context, text)}</p> }).collect_view().into_any()
}

fn cell(measure: &Measure, inner: AnyView) -> AnyView {
    view! { <td {..attr(attribute::OF_MEASURE, measure.id.clone())}>{inner}</td> }.into_any()
}

/// A region's figure with its share, or the words that it is not given.
pub fn region_cell(
    context: PageContext,
    spec: &'static Bars,
    measure: &'static Measure,
    region: &PlaceId,
) -> AnyView {
    match measure.parts.iter().find(|part| part.region.as_ref() == Some(region)) {
        Some(part) => with_share(context, part),
        None => spec.gap(context.story, measure, region).map(|fact| not_given(context, fact, None)).into_any(),
    }
}

fn with_share(context: PageContext, part: &'static BarPart) -> AnyView {
    let share = part.share.as_ref().map(|share| view! { " "<small>{fact_link(context, share, None)}</small> });
    view! { {fact_link(context, &part.fact, None)}{share} }.into_any()
}

/// What the regions without a figure have together, and who they are.
fn rest_cell(context: PageContext, measure: &'static Measure) -> AnyView {
    let rest = measure.parts.iter().filter(|part| part.region.is_none());
    rest.map(|part| view! { {with_share(context, part)}" "<small>{context.words(&part.name)}</small> })
        .collect_view()
        .into_any()
}

/// A total as the sum of its parts.
fn sum(context: PageContext, measure: &'static Measure) -> AnyView {
    // Chinese is set close, signs and figures too.
    let (plus, gap, equals) = match context.lang {
        Lang::Zh => ("＋", "", "＝"),
        Lang::En => (" + ", " ", " = "),
    };
    let part = |(index, part): (usize, &'static BarPart)| {
        view! { {(index > 0).then_some(plus)}{context.words(&part.name)}{gap}{fact_link(context, &part.fact, None)} }
    };
    let parts = measure.parts.iter().enumerate().map(part).collect_view();
    view! {
        <p class="sum" {..attr(attribute::OF_MEASURE, measure.id.clone())}>
            {context.ui().named(context.words(&measure.name), gap)}{parts}{equals}{fact_link(context, &measure.total, None)}
        </p>
    }
    .into_any()
}
