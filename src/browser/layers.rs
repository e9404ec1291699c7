//! The layers of the maps: what a reader has switched off, and the measure that shades a map on request. The style
//! sheet hides and shows; here it is told what.

use contract::payload::list;
use contract::{State, attribute, class, id, joined, selector};
use web_sys::Event;

use super::canvas;
use super::dom::{all, all_within, around, is_drawn, press, root, set_or_remove};
use super::listening::listen;
use super::tab_stop::keep_a_stop;
use super::window::media;

/// From this width on a legend stands beside the steps too (`story.css`).
const BESIDE: &str = "(min-width: 56.25em)";
/// What is copied there.
const LEGENDS: &str = joined!(class::of::MAP_NOTES, " > :is(", class::of::LEGEND, ",", class::of::SWITCH, ")");

/// Switches the controls of the maps on.
pub fn start() {
    all(joined!(class::of::LAYER, "[disabled],", id::of::FIND))
        .for_each(|control| set_or_remove(&control, "disabled", None));
    put_beside();
    if let Some(window) = web_sys::window() {
        listen(&window, "resize", |_: Event| put_beside());
    }
}

/// Puts a copy of each legend beside the steps, where the notes with the legend itself are out of sight. Most windows
/// never show one, so the page does not bring them.
fn put_beside() {
    if !media(BESIDE) {
        return;
    }
    for beside in all(joined!(class::of::BESIDE, ":empty")) {
        let Some(figure) = around(&beside, "figure") else { continue };
        for legend in all_within(&figure, LEGENDS) {
            if let Ok(copy) = legend.clone_node_with_deep(true) {
                let _ = beside.append_child(&copy);
            }
        }
    }
}

/// Whether some legend has a switch for this layer.
pub fn exists(layer: &str) -> bool {
    all(&attribute::with("", attribute::LAYER_SWITCH, layer)).next().is_some()
}

/// Whether some legend has a switch for this measure.
pub fn can_shade(measure: &str) -> bool {
    all(&attribute::with("", attribute::SHADE_SWITCH, measure)).next().is_some()
}

/// Shows the layers that are on, and on every switch whether its own is.
pub fn show(state: &State) {
    if let Some(root) = root() {
        let off = list::encode(&state.off);
        set_or_remove(&root, attribute::OFF, Some(off.as_str()).filter(|off| !off.is_empty()));
        set_or_remove(&root, attribute::SHADE, state.map_measure.as_deref());
    }
    for switch in all(joined!(attribute::of::LAYER_SWITCH, ",", attribute::of::SHADE_SWITCH)) {
        let on = match switch.get_attribute(attribute::LAYER_SWITCH) {
            Some(layer) => !state.off.contains(&layer),
            None => switch.get_attribute(attribute::SHADE_SWITCH) == state.map_measure,
        };
        press(&switch, on);
    }
    all(selector::MAP).filter(is_drawn).for_each(|map| keep_a_stop(&map));
    canvas::show_layers(state.place.as_deref());
}
