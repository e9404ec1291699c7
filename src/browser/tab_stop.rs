//! The one link of a map that Tab comes to; from there on arrows lead.

use contract::{class, joined, selector};
use web_sys::Element;

use super::dom::{all_within, is_drawn};

/// Makes a link the map's one tab stop.
pub fn make_stop(map: &Element, link: &Element) {
    for other in all_within(map, "a[tabindex='0']") {
        let _ = other.set_attribute("tabindex", "-1");
    }
    let _ = link.set_attribute("tabindex", "0");
}

/// A map whose tab stop has been hidden gets another.
pub fn keep_a_stop(map: &Element) {
    let stops = || all_within(map, "a[tabindex='0']");
    if stops().any(|stop| is_drawn(&stop)) {
        return;
    }
    if let Some(next) = all_within(map, joined!(selector::MARK, ",a", class::of::REGION)).find(is_drawn) {
        stops().for_each(|stop| drop(stop.set_attribute("tabindex", "-1")));
        let _ = next.set_attribute("tabindex", "0");
    }
}
