//! The panel about a place, where it was asked for.

use contract::payload::Opened;
use contract::{attribute, class, id, joined, selector};
use web_sys::Element;

use super::choices::Choices;
use super::dom::{all, all_within, around, by_id, mark, within};
use super::opened::enter;
use super::schedule::soon;
use super::sheet::{is_sheet, keep_above_sheet};
use super::step::is_pinned;

/// Opens the panel where a place was asked for; closed, it gives the focus back to the opener. It is put in its place
/// with all that it says, so that the browser lays the page out once.
pub fn open(asked_in: &Element, opener: Element, choices: Choices) {
    // A link in the panel itself goes with what the panel says now, and is gone by then.
    if around(asked_in, id::of::PLACE_PANEL).is_some() {
        return place_and_enter(asked_in, &opener);
    }
    let asked_in = asked_in.clone();
    soon(move || {
        if choices.now().place.is_some() {
            place_and_enter(&asked_in, &opener);
        }
    });
}

fn place_and_enter(asked_in: &Element, opener: &Element) {
    place(asked_in);
    enter(Opened::Panel, opener);
    keep_above_sheet(Opened::Panel, asked_in);
}

/// Moves the panel to the figure or paragraph it was asked for in.
///
/// On a wide map it stands at the top right, or at the left where it would cover what is selected, its name or what the inset
/// shows of it; where each side covers one of them, what is selected stays in sight.
pub fn place(opener: &Element) {
    let Some(panel) = by_id(Opened::Panel.id()) else { return };
    let named = opener.get_attribute(attribute::DOCK_TO).and_then(|id| by_id(&id));
    // Under a map that stays on top the panel would open far above the reader: it goes into the step in view.
    let step = around(opener, class::of::STAGE).filter(|_| named.is_none() && is_pinned(opener));
    let step = step.and_then(|stage| within(&stage, joined!(class::of::STEP, class::of::ACTIVE)));
    let host = named.or(step).or_else(|| around(opener, attribute::of::DOCK));
    let host = host.or_else(|| all(attribute::of::DOCK).next());
    let Some(host) = host else { return };
    let above =
        if is_pinned(&host) { class::of::PINNED } else { joined!(class::of::PINNED, " > ", class::of::DRAWINGS) };
    match within(&host, above) {
        Some(above) => drop(above.after_with_node_1(&panel)),
        None => drop(host.append_child(&panel)),
    }
    let Some(link) = around(opener, joined!(selector::MAP, " a")).filter(|_| !is_sheet()) else { return };
    mark(&panel, class::LEFT, false);
    let hidden = covers(&panel, &link);
    let here = attribute::with("", attribute::PLACE, &link.get_attribute(attribute::PLACE).unwrap_or_default());
    let mut signs = around(&link, selector::MAP).into_iter().flat_map(|map| all_within(&map, &here));
    if hidden || signs.any(|sign| covers(&panel, &sign)) {
        mark(&panel, class::LEFT, true);
        mark(&panel, class::LEFT, hidden || !covers(&panel, &link));
    }
}

/// Whether something stands over another, however high it becomes: at an address it is placed before it says anything.
fn covers(above: &Element, below: &Element) -> bool {
    let [above, below] = [above, below].map(Element::get_bounding_client_rect);
    above.left() < below.right() && below.left() < above.right() && above.top() < below.bottom()
}
