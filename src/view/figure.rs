//! What every chart has around it: finding, description, source and data table.

use contract::{attribute, class};
use leptos::prelude::*;

use super::PageContext;
use super::charts::shown;
use super::prose::{headline, plain_prose, prose};
use super::tools::tools;
use crate::model::{Figure, Lang};
use crate::view::attr::attr;

/// A figure of a chapter.
pub fn figure(context: PageContext, figure: &'static Figure) -> AnyView {
    let chart = shown(&figure.chart);
    let id = figure.id.to_string();
    view! {
        <figure class="figure" id=id.clone() {..attr(attribute::FIGURE, id)} {..attr(attribute::DOCK, "")} {..attr(attribute::ANCHOR, "")}>
            <figcaption>
                <h3>{headline(context, &figure.title)}</h3>
                <p>{prose(context, &figure.description)}</p>
            </figcaption>
            {chart.graphic(context, figure)}
            {chart.data_table(context, plain_prose(context, &figure.title)).map(|table| view! {
                <details class=class::DATA_TABLE><summary>{context.ui().show_table()}</summary><div class=class::SCROLL>{table}</div></details>
            })}
            <div class="foot" {..attr(attribute::FURNITURE, "")}><span>{context.ui().source()}{context.words(&figure.source)}</span>{tools(context, &figure.id)}</div>
        </figure>
    }
    .into_any()
}

/// The mark between two sentences.
pub fn stop(context: PageContext) -> &'static str {
    match context.lang {
        Lang::Zh => "。",
        Lang::En => ". ",
    }
}
