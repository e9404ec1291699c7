//! Items by how far they have come, as lanes, and as a plain table.

use leptos::prelude::*;

use crate::model::{Figure, LaneGap, LaneItem, Lanes, Stage};
use crate::view::Book;
use crate::view::charts::ChartView;
use crate::view::land::icon;
use crate::view::prose::{locator, marked_link, place_link};
use crate::view::tables::{data_table, heads_row, kind_of};

impl ChartView for Lanes {
    fn graphic(&'static self, book: Book, _: &'static Figure) -> AnyView {
        let heads: Vec<&str> = std::iter::once(&self.row_head)
            .chain(self.stages.iter().map(|stage| &stage.name))
            .chain([&self.where_head])
            .map(|text| book.words(text))
            .collect();
        let items = self.items(book.story);
        let class = if self.gap.is_some() { "lanes-frame with-gap" } else { "lanes-frame" };
        view! {
            <div class=class>
                <table class="lanes">
                    <thead><tr>{heads_row(&heads)}</tr></thead>
                    <tbody>{items.iter().map(|item| lane_row(book, self, item)).collect_view()}</tbody>
                </table>
                {self.gap.as_ref().map(|gap| band(book, gap))}
            </div>
            {lanes_legend(book, self)}
        }
        .into_any()
    }

    fn data_table(&'static self, book: Book) -> Option<AnyView> {
        let ui = book.ui();
        let row = |item: LaneItem<'static>| {
            view! {
                <tr>
                    <th scope="row">{book.words(&item.place.name)}</th>
                    <td>{book.words(&item.stage.name)}</td>
                    <td>{item.place.verb.as_ref().map(|verb| book.words(verb))}</td>
                    <td>{location(book, &item)}</td>
                    {self.gap.as_ref().map(|_| view! { <td><span class="not-given">{ui.not_given()}</span></td> })}
                    <td>{kind_of(book, &item.fact.id)}</td>
                </tr>
            }
        };
        let mut heads =
            vec![book.words(&self.row_head), ui.table_stage(), ui.table_verb(), book.words(&self.where_head)];
        heads.extend(self.gap.as_ref().map(|gap| book.words(&gap.head)));
        heads.push(ui.table_kind());
        let rows = self.items(book.story).into_iter().map(row).collect_view();
        Some(data_table(&heads, rows.into_any()))
    }
}

/// One hatched band beside all rows, or below them: what none of the items is given.
fn band(book: Book, gap: &'static LaneGap) -> AnyView {
    let facts = gap.facts.iter().filter_map(|id| book.story.fact(id));
    view! {
        <div class="gap">
            <p class="gap-head">{book.words(&gap.head)}</p>
            <div class="gap-band">
                <p class="slip"><b>{book.words(&gap.words)}</b>{facts.map(|fact| view! { " "{locator(book, fact)} }).collect_view()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What the fills of the marks and the lines of the lanes mean.
fn lanes_legend(book: Book, spec: &'static Lanes) -> AnyView {
    let ui = book.ui();
    let line = |class: &'static str, words: &'static str| {
        view! { <li><span class=format!("sample {class}") aria-hidden="true"></span>{words}</li> }.into_any()
    };
    let (shape, colour) = spec.sign(book.story);
    let stages = spec
        .stages
        .iter()
        .map(|one| view! { <li>{icon(shape, one.stage, colour)}{ui.stage_fill(one.stage)}</li> }.into_any());
    let lines = [line("past", ui.lane_past()), line("ahead", ui.lane_ahead()), line("hatch", ui.bar_not_given())];
    view! { <ul class="signs" aria-label=ui.legend()>{stages.chain(lines).collect_view()}</ul> }.into_any()
}

fn lane_row(book: Book, spec: &'static Lanes, item: &LaneItem<'static>) -> AnyView {
    let id = &item.place.id;
    let stages = spec.stages.iter().enumerate().map(|(index, stage)| {
        if index != item.reached {
            let is_behind = index < item.reached && item.stage.stage != Stage::Due;
            let class = if is_behind { "past" } else { "ahead" };
            return view! { <td class=class></td> }.into_any();
        }
        let mark = item.category.map(|category| icon(category.shape, stage.stage, category.colour));
        let verb = book.words(item.place.verb.as_ref().unwrap_or(&stage.name));
        let last = index + 1 == spec.stages.len();
        view! { <td class=if last { "here last" } else { "here" }><span>{mark}{marked_link(book, &item.fact.id, verb)}</span></td> }.into_any()
    });
    view! {
        <tr data-place=id.to_string()>
            <th scope="row">{place_link(book, id, Some(book.words(&item.place.name)))}</th>
            {stages.collect_view()}
            // Where rows become blocks, nothing else says what is given there or not.
            <td class="where" data-head=book.words(&spec.where_head)>{location(book, item)}</td>
        </tr>
    }
    .into_any()
}

fn location(book: Book, item: &LaneItem<'static>) -> AnyView {
    match item.location {
        Some(words) => book.words(words).into_any(),
        None => view! { <span class="not-given">{book.ui().not_given()}</span> }.into_any(),
    }
}
