//! The switch of a figure with several measures, and what follows it: bars, columns, and the shading of maps.

use super::{all, all_within, around, root};

/// Whether some figure has a measure of this name.
pub fn exists(measure: &str) -> bool {
    all(&button(Some(measure))).next().is_some()
}

/// Shows one measure, or all, wherever there are several; a figure that does not have it shows all of its own.
///
/// Maps follow the attribute of the root element.
pub fn show_measure(measure: Option<&str>) {
    if let Some(root) = root() {
        let _ = match measure {
            Some(measure) => root.set_attribute("data-measure", measure),
            None => root.remove_attribute("data-measure"),
        };
    }
    let figures = all(".switch").filter_map(|switch| around(&switch, "figure"));
    for figure in figures {
        let own = measure.filter(|_| all_within(&figure, &button(measure)).next().is_some());
        for button in all_within(&figure, "button[data-measure]") {
            let pressed = button.get_attribute("data-measure").unwrap_or_default() == own.unwrap_or_default();
            let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
        }
        for part in all_within(&figure, "[data-of-measure]") {
            let shown = own.is_none() || part.get_attribute("data-of-measure").as_deref() == own;
            let _ = if shown { part.remove_attribute("hidden") } else { part.set_attribute("hidden", "") };
        }
    }
}

/// The button of a measure.
fn button(measure: Option<&str>) -> String {
    format!("button[data-measure='{}']", measure.unwrap_or_default())
}
