//! The switch of a figure with several measures, and what follows it: bars, columns, and the shading of maps.

use contract::{attribute, class, selector};

use super::dom::{all, all_within, around, press, root, set_or_remove, show_or_hide};

/// Whether some figure has a measure of this name.
pub fn exists(measure: &str) -> bool {
    all(&button(Some(measure))).next().is_some()
}

/// Shows one measure, or all, wherever there are several; a figure that does not have it shows all of its own.
///
/// Maps follow the attribute of the root element.
pub fn show_measure(measure: Option<&str>) {
    if let Some(root) = root() {
        set_or_remove(&root, attribute::MEASURE, measure);
    }
    let figures = all(class::of::SWITCH).filter_map(|switch| around(&switch, "figure"));
    for figure in figures {
        let own = measure.filter(|_| all_within(&figure, &button(measure)).next().is_some());
        for button in all_within(&figure, selector::MEASURE_BUTTON) {
            let pressed = button.get_attribute(attribute::MEASURE).unwrap_or_default() == own.unwrap_or_default();
            press(&button, pressed);
        }
        for part in all_within(&figure, attribute::of::OF_MEASURE) {
            let shown = own.is_none() || part.get_attribute(attribute::OF_MEASURE).as_deref() == own;
            show_or_hide(&part, shown);
        }
    }
}

/// The button of a measure.
fn button(measure: Option<&str>) -> String {
    attribute::with("button", attribute::MEASURE, measure.unwrap_or_default())
}
