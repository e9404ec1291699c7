//! The map that an address is about.

use contract::{Extent, attribute, joined, selector};
use wasm_bindgen::JsCast;

use super::extent::{of, zoom_at};
use super::maps;
use crate::browser::choices::Choices;
use crate::browser::dom::all;
use crate::geometry::{Event, Zoom};

/// Shows what an address says, on the map it names, and all of every other. A map that moves has been asked for something
/// since, and says so itself when it rests.
pub fn show(extent: Option<&Extent>, choices: Choices) {
    for (map, name) in maps::zoomed() {
        if extent.is_none_or(|extent| name.as_deref() != Some(&extent.map)) {
            maps::tell(Event::Show { map, zoom: Zoom::NONE }, choices);
        }
    }
    let Some(extent) = extent else { return };
    for map in all(&(attribute::with("", attribute::VIEW, &extent.map) + joined!(" ", selector::MAP))) {
        let Some(map) = maps::index_of(map.unchecked_ref()) else { continue };
        let (said, zoom) = maps::ask(map, |drawing, zoom| (of(drawing, zoom), zoom_at(drawing, extent.viewport)));
        if said.as_ref() != Some(extent) && maps::rests(map) {
            maps::tell(Event::Show { map, zoom }, choices);
        }
    }
}
