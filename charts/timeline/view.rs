//! The year as an axis of days, and what has no day.

use contract::{attribute, class, joined};
use leptos::prelude::*;

use crate::layout::{span_of, timeline_scene};
use crate::model::{Day, Fact, Figure, Firmness, Timeline, TimelineRow, UndatedRow};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::prose::{kind_link, locator, plain_prose};
use crate::view::scene::chart;
use crate::view::tables::data_table;

impl ChartView for Timeline {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let name = plain_prose(context, &figure.title);
        view! {
            <div class="timeline">{chart(&name, |width| timeline_scene(context.story, self, context.lang, width))}</div>
            {undated(context, self)}
        }
        .into_any()
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        let ui = context.ui();
        let heads = [
            ui.table_event(),
            ui.table_when(),
            ui.table_start(),
            ui.table_end(),
            ui.table_firmness(),
            ui.table_kind(),
        ];
        let rows = self.rows.iter().map(|row| dated_row(context, row, context.story.fact(&row.fact)));
        Some(data_table(name, &heads, rows.collect_view().into_any()))
    }
}

fn undated(context: PageContext, spec: &'static Timeline) -> Option<AnyView> {
    let item = |row: &'static UndatedRow| {
        let fact = context.story.fact(&row.fact);
        let when = row.when.as_ref().map(|when| view! { " "<span class="when">{context.words(when)}</span> });
        view! {
            <li {..attr(attribute::OF, fact.id.to_string())}><b>{context.words(&row.name)}</b>{when}" "{locator(context, fact)}</li>
        }
    };
    (!spec.undated.is_empty()).then(|| {
        view! {
            <details class=joined!(class::FOLDED, " undated")>
                <summary><h4>{context.words(&spec.undated_head)}</h4></summary>
                <ul>{spec.undated.iter().map(item).collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}

fn dated_row(context: PageContext, row: &'static TimelineRow, fact: &'static Fact) -> AnyView {
    let span = span_of(fact);
    let open = row.firmness == Firmness::Open;
    let ui = context.ui();
    let day = |day: Option<Day>, missing: bool| match day {
        Some(day) => ui.day(day.parts()).into_any(),
        None if missing => view! { <span class="not-given">{ui.not_given()}</span> }.into_any(),
        None => ui.no_open().into_any(),
    };
    view! {
        <tr {..attr(attribute::OF, fact.id.to_string())}>
            <th scope="row">{context.words(&row.name)}</th>
            <td>{context.words(&row.when)}</td>
            <td>{day(span.start, true)}</td>
            <td>{day(span.end, open)}</td>
            <td>{ui.firmness(row.firmness)}</td>
            <td>{kind_link(context, fact)}</td>
        </tr>
    }
    .into_any()
}
