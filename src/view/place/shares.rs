//! What the charts show of a region: its figure in each measure, its share as a bar, its rank.

use contract::attribute;
use leptos::prelude::*;

use crate::layout::tenth;
use crate::model::{Bars, Measure, PlaceId, Subject};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::region_cell;
use crate::view::side_by_side::name_of_measure;

/// The part with them; none where no chart has a row for it.
pub fn shares(context: PageContext, subject: Subject<'static>) -> Option<AnyView> {
    let region = subject.is_region().then(|| subject.id())?;
    let rows = context.story.measures().filter(|(bars, measure)| is_in(context, bars, measure, region));
    let rows: Vec<AnyView> = rows.map(|(bars, measure)| row(context, bars, measure, region)).collect();
    (!rows.is_empty()).then(|| {
        view! { <section class="shares"><h2>{context.ui().in_charts()}</h2><dl>{rows}</dl></section> }.into_any()
    })
}

fn is_in(context: PageContext, bars: &'static Bars, measure: &'static Measure, region: &PlaceId) -> bool {
    measure.parts.iter().any(|part| part.region.as_ref() == Some(region))
        || bars.gap(context.story, measure, region).is_some()
}

fn row(context: PageContext, bars: &'static Bars, measure: &'static Measure, region: &PlaceId) -> AnyView {
    let value = |id| context.story.fact(id).amount();
    let part = measure.parts.iter().find(|part| part.region.as_ref() == Some(region));
    let bar = part.map(|part| bar(value(&part.fact) / value(&measure.total)));
    let rank = part.and_then(|part| {
        let own = value(&part.fact);
        let given = || measure.parts.iter().filter(|part| part.region.is_some()).map(|part| value(&part.fact));
        let words = context.ui().rank(1 + given().filter(|other| *other > own).count(), given().count());
        (given().count() > 1).then(|| view! { " "<small {..attr(attribute::FURNITURE, "")}>{words}</small> })
    });
    view! {
        <dt>{name_of_measure(context, measure)}</dt>
        <dd>{region_cell(context, bars, measure, region)}{rank}{bar}</dd>
    }
    .into_any()
}

/// A part of a whole.
fn bar(share: f64) -> AnyView {
    view! {
        <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            <rect class="whole" width="100" height="2"></rect>
            <rect class="part" width=tenth(share * 100.0) height="2"></rect>
        </svg>
    }
    .into_any()
}
