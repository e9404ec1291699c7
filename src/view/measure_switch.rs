//! The switch between the measures of bars, and of a map that is shaded by them.

use contract::{attribute, class};
use leptos::prelude::*;

use super::PageContext;
use crate::view::attr::attr;

/// A button for each choice of measures with its words; the one without a measure is what is chosen at first. Of no use,
/// and so not to be seen, without script.
pub fn measure_switch(context: PageContext, choices: impl Iterator<Item = (String, String)>) -> AnyView {
    let button = |(id, name): (String, String)| {
        let pressed = if id.is_empty() { "true" } else { "false" };
        view! { <button type="button" {..attr(attribute::MEASURE, id)} aria-pressed=pressed>{name}</button> }
    };
    view! {
        <div class=class::SWITCH role="group" aria-label=context.ui().measures()>
            {choices.map(button).collect_view()}
        </div>
    }
    .into_any()
}
