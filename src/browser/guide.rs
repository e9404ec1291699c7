//! What the page shows of the step that the reader has come to: the step itself, its place in the strip, its
//! places on the map.

use web_sys::Element;

use super::{all, all_within, around, camera, mark, steps, within};

/// Shows this step, and no other, as the one in view.
pub fn show_step(id: Option<&str>) {
    all(".step.active, .progress .on").for_each(|element| {
        mark(&element, "active", false);
        mark(&element, "on", false);
    });
    let Some(step) = id.and_then(steps::step) else {
        return all("svg.guided").for_each(|map| mark(&map, "guided", false));
    };
    mark(&step, "active", true);
    all(&format!("[data-of-step='{}']", step.id())).for_each(|element| mark(&element, "on", true));
    let Some(figure) = around(&step, ".stage").and_then(|stage| within(&stage, ".map-figure")) else { return };
    let view = within(&figure, &format!(".view[data-step='{}']", step.id()));
    let Some(view) = view.or_else(|| within(&figure, ".view")) else { return };
    let places = places_in(&step);
    all_within(&view, "svg.map").for_each(|map| point_out(&map, &places));
    number(&step, &view);
    camera::turn_to(&figure, &view);
}

/// The places that a step names.
fn places_in(step: &Element) -> Vec<String> {
    all_within(step, "a.place[data-place]").filter_map(|link| link.get_attribute("data-place")).collect()
}

/// Marks on a map what the step names, and the regions that this lies in.
fn point_out(map: &Element, places: &[String]) {
    let is_named = |element: &Element| element.get_attribute("data-place").is_some_and(|id| places.contains(&id));
    let named: Vec<Element> = all_within(map, "a.mark").filter(is_named).collect();
    let around: Vec<String> = named.iter().filter_map(|link| link.get_attribute("data-within")).collect();
    for element in all_within(map, "[data-place]") {
        let region = element.class_list().contains("region");
        let holds = region && element.get_attribute("data-place").is_some_and(|id| around.contains(&id));
        mark(&element, "told", is_named(&element) || holds);
    }
    // A step that names nothing drawn leaves the map as it is.
    mark(map, "guided", !named.is_empty());
}

/// Puts the numbers of a narrow map beside the names in the step; the style sheet shows them where that map is drawn.
fn number(step: &Element, view: &Element) {
    for link in all_within(step, "a.place[data-place]") {
        let id = link.get_attribute("data-place").unwrap_or_default();
        let label = within(view, &format!("svg.narrow .label.number[data-place='{id}']"));
        if let Some(number) = label.and_then(|label| label.text_content()) {
            let _ = link.set_attribute("data-number", number.trim());
        }
    }
}
