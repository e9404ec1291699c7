//! The layers of the maps: what a reader has switched off, and the measure that shades a map on request. The style
//! sheet hides and shows; here it is told what.

use web_sys::{Element, Event};

use super::{all, all_within, around, canvas, is_drawn, listen, media, root};
use crate::state::State;

const LAYER: &str = "data-layer-switch";
const SHADE: &str = "data-shade-switch";

/// From this width on a legend stands beside the steps too (`story.css`).
const BESIDE: &str = "(min-width: 82.5em)";

/// Switches the controls of the maps on.
pub fn start() {
    all(".layer[disabled], #find").for_each(|control| drop(control.remove_attribute("disabled")));
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
    for beside in all(".beside:empty") {
        let Some(figure) = around(&beside, "figure") else { continue };
        for legend in all_within(&figure, ".map-notes > :is(.legend, .switch)") {
            if let Ok(copy) = legend.clone_node_with_deep(true) {
                let _ = beside.append_child(&copy);
            }
        }
    }
}

/// Whether some legend has a switch for this layer.
pub fn exists(layer: &str) -> bool {
    all(&format!("[{LAYER}='{layer}']")).next().is_some()
}

/// Whether some legend has a switch for this measure.
pub fn can_shade(measure: &str) -> bool {
    all(&format!("[{SHADE}='{measure}']")).next().is_some()
}

/// Shows the layers that are on, and on every switch whether its own is.
pub fn show(state: &State) {
    if let Some(root) = root() {
        set(&root, "data-off", &state.off.join(" "));
        set(&root, "data-shade", state.shade.as_deref().unwrap_or_default());
    }
    for switch in all(&format!("[{LAYER}], [{SHADE}]")) {
        let on = match switch.get_attribute(LAYER) {
            Some(layer) => !state.off.contains(&layer),
            None => switch.get_attribute(SHADE) == state.shade,
        };
        let _ = switch.set_attribute("aria-pressed", if on { "true" } else { "false" });
    }
    all("svg.map").filter(is_drawn).for_each(|map| keep_a_stop(&map));
    canvas::show_layers(state.place.as_deref());
}

fn set(root: &Element, name: &str, value: &str) {
    let _ = if value.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, value) };
}

/// A map whose tab stop has been hidden gets another.
fn keep_a_stop(map: &Element) {
    let stops = || all_within(map, "a[tabindex='0']");
    if stops().any(|stop| is_drawn(&stop)) {
        return;
    }
    if let Some(next) = all_within(map, "a.mark, a.region").find(is_drawn) {
        stops().for_each(|stop| drop(stop.set_attribute("tabindex", "-1")));
        let _ = next.set_attribute("tabindex", "0");
    }
}
