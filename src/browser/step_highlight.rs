//! What the page shows of the step that the reader has come to: the step itself, its place in the strip, its
//! places on the map.

use contract::{Mode, attribute, class, joined, selector};
use web_sys::Element;

use super::camera;
use super::dom::{all, all_within, around, mark, within};
use super::step::find_step;

/// What is shown as in view, wherever it is.
const SHOWN: &str = joined!(
    class::of::STEP,
    class::of::ACTIVE,
    ",",
    class::of::PROGRESS,
    " ",
    class::of::ON,
    ",",
    class::of::STAGE,
    class::of::REACHED,
);

/// Shows this step, and no other, as the one in view.
pub fn show_step(id: Option<&str>, mode: Mode) {
    all(SHOWN).for_each(|element| {
        [class::ACTIVE, class::ON, class::REACHED].iter().for_each(|class| mark(&element, class, false))
    });
    let Some(step) = id.and_then(find_step) else {
        return all(class::of::GUIDED).for_each(|map| mark(&map, class::GUIDED, false));
    };
    mark(&step, class::ACTIVE, true);
    // By a class: a style sheet that asks what a chapter holds is asked again at every change within it.
    around(&step, class::of::STAGE).iter().for_each(|stage| mark(stage, class::REACHED, true));
    all(&attribute::with("", attribute::OF_STEP, &step.id())).for_each(|element| mark(&element, class::ON, true));
    let Some((figure, view)) = view_of(&step) else { return };
    let places = places_in(&step);
    all_within(&view, selector::MAP).for_each(|map| point_out(&map, &places));
    camera::turn_to(&figure, &view, mode);
}

/// The places that a step names.
fn places_in(step: &Element) -> Vec<String> {
    all_within(step, selector::NAMED_PLACE).filter_map(|link| link.get_attribute(attribute::PLACE)).collect()
}

/// Marks on a map what the step names, and the regions that this lies in.
fn point_out(map: &Element, places: &[String]) {
    let is_named = |element: &Element| element.get_attribute(attribute::PLACE).is_some_and(|id| places.contains(&id));
    let named: Vec<Element> = all_within(map, selector::MARK).filter(is_named).collect();
    let around: Vec<String> = named.iter().filter_map(|link| link.get_attribute(attribute::WITHIN)).collect();
    for element in all_within(map, attribute::of::PLACE) {
        let region = element.class_list().contains(class::REGION);
        let holds = region && element.get_attribute(attribute::PLACE).is_some_and(|id| around.contains(&id));
        mark(&element, class::TOLD, is_named(&element) || holds);
    }
    // A step that names nothing drawn leaves the map as it is.
    mark(map, class::GUIDED, !named.is_empty());
}

/// The figure beside a step and the view of it that belongs to the step: its own, or else the chapter's.
fn view_of(step: &Element) -> Option<(Element, Element)> {
    let figure = within(&around(step, class::of::STAGE)?, class::of::MAP_FIGURE)?;
    let own = within(&figure, &attribute::with(class::of::VIEW, attribute::STEP, &step.id()));
    let view = own.or_else(|| within(&figure, class::of::VIEW))?;
    Some((figure, view))
}
