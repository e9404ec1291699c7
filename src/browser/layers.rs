//! The layers of the maps: what a reader has switched off, and the measure that shades a map on request. The style
//! sheet hides and shows; here it is told what.

use web_sys::Element;

use super::{all, all_within, canvas, is_drawn, root};
use crate::state::State;

const LAYER: &str = "data-layer-switch";
const SHADE: &str = "data-shade-switch";

/// Switches the controls of the maps on.
pub fn start() {
    all(".layer[disabled], #find").for_each(|control| drop(control.remove_attribute("disabled")));
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
