//! What the page shows of the step that the reader has come to: the step itself, its place in the strip, its
//! places on the map.

use web_sys::Element;

use super::camera;
use super::dom::{all, all_within, around, mark, within};
use super::step::find_step;

/// Shows this step, and no other, as the one in view.
pub fn show_step(id: Option<&str>) {
    all(".step.active, .progress .on, .stage.reached")
        .for_each(|element| ["active", "on", "reached"].iter().for_each(|class| mark(&element, class, false)));
    let Some(step) = id.and_then(find_step) else {
        return all("svg.guided").for_each(|map| mark(&map, "guided", false));
    };
    mark(&step, "active", true);
    // By a class: a style sheet that asks what a chapter holds is asked again at every change within it.
    around(&step, ".stage").iter().for_each(|stage| mark(stage, "reached", true));
    all(&format!("[data-of-step='{}']", step.id())).for_each(|element| mark(&element, "on", true));
    let Some((figure, view)) = view_of(&step) else { return };
    let places = places_in(&step);
    all_within(&view, "svg.map").for_each(|map| point_out(&map, &places));
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

/// Puts the numbers of narrow maps beside the names in the steps; the style sheet shows them where such a map is
/// drawn. All at once and at the start: later they would move what is being read.
pub fn number_places() {
    for step in all(".step") {
        let Some(view) = view_of(&step).map(|(_, view)| view) else { continue };
        for link in all_within(&step, "a.place[data-place]") {
            let id = link.get_attribute("data-place").unwrap_or_default();
            let label = within(&view, &format!("svg.narrow .label.number[data-place='{id}']"));
            if let Some(number) = label.and_then(|label| label.text_content()) {
                let _ = link.set_attribute("data-number", number.trim());
            }
        }
    }
}

/// The figure beside a step and the view of it that belongs to the step: its own, or else the chapter's.
fn view_of(step: &Element) -> Option<(Element, Element)> {
    let figure = within(&around(step, ".stage")?, ".map-figure")?;
    let own = within(&figure, &format!(".view[data-step='{}']", step.id()));
    let view = own.or_else(|| within(&figure, ".view"))?;
    Some((figure, view))
}
