//! Items by how far they have come, as status lanes, and as a plain table.

use contract::{attribute, class};
use leptos::prelude::*;

use crate::model::{Fact, Figure, LaneGap, LaneItem, Stage, StatusLanes};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::land::icon;
use crate::view::prose::{fact_link, locator, marked_link, place_link, plain_prose};
use crate::view::tables::{data_table, heads_row, kind_of};

impl ChartView for StatusLanes {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let heads: Vec<&str> = std::iter::once(&self.row_head)
            .chain(self.stages.iter().map(|stage| &stage.name))
            .chain([&self.where_head])
            .map(|text| context.words(text))
            .collect();
        let items = self.items(context.story);
        let class = if self.gap.is_some() { "status-lanes-frame with-gap" } else { "status-lanes-frame" };
        view! {
            <div class=class>
                <table class="status-lanes" aria-label=plain_prose(context, &figure.title)>
                    <thead><tr>{heads_row(&heads)}</tr></thead>
                    <tbody>{items.iter().map(|item| lane_row(context, self, item)).collect_view()}</tbody>
                </table>
                {self.gap.as_ref().map(|gap| band(context, gap))}
            </div>
            {status_lanes_legend(context, self)}
        }
        .into_any()
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        let ui = context.ui();
        let row = |item: LaneItem<'static>| {
            view! {
                <tr>
                    <th scope="row">{context.words(&item.place.name)}</th>
                    <td>{context.words(&item.stage.name)}</td>
                    <td>{context.words(item.verb)}</td>
                    <td>{location(context, &item)}</td>
                    {self.gap.as_ref().map(|_| view! { <td><span class="not-given">{ui.not_given()}</span></td> })}
                    <td>{kind_of(context, &item.fact.id)}</td>
                </tr>
            }
        };
        let mut heads =
            vec![context.words(&self.row_head), ui.table_stage(), ui.table_verb(), context.words(&self.where_head)];
        heads.extend(self.gap.as_ref().map(|gap| context.words(&gap.head)));
        heads.push(ui.table_kind());
        let rows = self.items(context.story).into_iter().map(row).collect_view();
        Some(data_table(name, &heads, rows.into_any()))
    }
}

/// One hatched band beside all rows, or below them: what none of the items is given.
fn band(context: PageContext, gap: &'static LaneGap) -> AnyView {
    let facts: Vec<_> = gap.facts.iter().map(|id| context.story.fact(id)).collect();
    let source = |(index, fact): (usize, &&'static Fact)| {
        // One place is said once, however many facts stand there.
        let is_said = facts[..index].iter().any(|one| one.source == fact.source && one.kind == fact.kind);
        let link = if is_said {
            fact_link(context, &fact.id, Some(context.ui().same_place()))
        } else {
            locator(context, fact)
        };
        view! { " "{link} }
    };
    view! {
        <div class="gap">
            <p class="gap-head">{context.words(&gap.head)}</p>
            <div class="gap-band">
                <p class="slip"><b>{context.words(&gap.words)}</b>{facts.iter().enumerate().map(source).collect_view()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What the fills of the marks and the lines of the lanes mean.
fn status_lanes_legend(context: PageContext, spec: &'static StatusLanes) -> AnyView {
    let ui = context.ui();
    let line = |class: &'static str, words: &'static str| {
        view! { <li><span class=format!("sample {class}") aria-hidden="true"></span>{words}</li> }.into_any()
    };
    let (shape, colour) = spec.sign(context.story);
    let stages = spec
        .stages
        .iter()
        .map(|one| view! { <li>{icon(shape, one.stage, colour)}{ui.stage_fill(one.stage)}</li> }.into_any());
    let lines = [line("past", ui.lane_past()), line("ahead", ui.lane_ahead()), line("hatch", ui.bar_not_given())];
    view! { <ul class="signs" aria-label=ui.legend()>{stages.chain(lines).collect_view()}</ul> }.into_any()
}

fn lane_row(context: PageContext, spec: &'static StatusLanes, item: &LaneItem<'static>) -> AnyView {
    let id = &item.place.id;
    let stages = spec.stages.iter().enumerate().map(|(index, stage)| {
        if index != item.reached {
            let is_behind = index < item.reached && item.stage.stage != Stage::Due;
            let class = if is_behind { "past" } else { "ahead" };
            return view! { <td class=class></td> }.into_any();
        }
        let mark = item.category.map(|category| icon(category.shape, stage.stage, category.colour));
        let verb = context.words(item.verb);
        let last = index + 1 == spec.stages.len();
        view! { <td class=if last { "here last" } else { "here" }><span>{mark}{marked_link(context, &item.fact.id, verb)}</span></td> }.into_any()
    });
    view! {
        <tr {..attr(attribute::PLACE, id.to_string())}>
            <th scope="row">{place_link(context, id, Some(context.words(&item.place.name)))}</th>
            {stages.collect_view()}
            // Where rows become blocks, nothing else says what is given there or not.
            <td class={class::WHERE} {..attr(attribute::HEAD, context.words(&spec.where_head))}>{location(context, item)}</td>
        </tr>
    }
    .into_any()
}

fn location(context: PageContext, item: &LaneItem<'static>) -> AnyView {
    match item.location {
        Some(words) => context.words(words).into_any(),
        None => view! { <span class="not-given">{context.ui().not_given()}</span> }.into_any(),
    }
}
