//! The sentence under a map, said anew when a reader has changed what the map shows.

use web_sys::Element;

use super::announcer::announce;
use super::canvas;
use super::dom::{all, all_within, around, is_drawn, root, within};
use super::focus::focused;
use crate::model::Lang;
use crate::state::State;
use crate::text::{MapSummary, describe};

/// Says of every map what it shows now.
pub fn show(state: &State) {
    let lang =
        if root().and_then(|root| root.get_attribute("lang")).as_deref() == Some("en") { Lang::En } else { Lang::Zh };
    for sentence in all(".map-says") {
        let map = around(&sentence, ".view").and_then(|view| all_within(&view, "svg.map").find(is_drawn));
        if let Some(map) = map {
            say(&sentence, &map, state, lang);
        }
    }
}

fn say(sentence: &Element, map: &Element, state: &State, lang: Lang) {
    let attribute = |name: &str| sentence.get_attribute(name).unwrap_or_default();
    let number = |name: &str| attribute(name).parse().unwrap_or(0);
    let (categories, measures) = (attribute("data-categories"), attribute("data-measures"));
    let names: Vec<(&str, &str)> = categories.split('|').filter_map(|one| one.split_once('=')).collect();
    let zoomed = super::zoom::is_zoomed(map);
    let frame = map.get_bounding_client_rect();
    let in_sight = |mark: &Element| {
        let rect = mark.get_bounding_client_rect();
        let (x, y) = (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0);
        rect.width() > 0.0 && x > frame.left() && x < frame.right() && y > frame.top() && y < frame.bottom()
    };
    let marks: Vec<Element> =
        canvas::in_sight(map).unwrap_or_else(|| all_within(map, "a.mark").filter(in_sight).collect());
    let layers = |mark| around(mark, "[data-layer]").and_then(|item| item.get_attribute("data-layer"));
    let layers: Vec<String> = marks.iter().filter_map(layers).collect();
    let of = |layer: &str| layers.iter().filter(|layers| layers.split(' ').any(|one| one == layer)).count();
    let counts = names.iter().map(|(id, name)| (*name, of(id)));
    let mut regions: Vec<String> = Vec::new();
    let mut inside = 0;
    for id in marks.iter().filter_map(|mark| mark.get_attribute("data-within")) {
        inside += 1;
        if !regions.contains(&id) {
            regions.push(id);
        }
    }
    let asked = if sentence.has_attribute("data-on-request") { &state.shade } else { &state.measure };
    let mut all_measures = measures.split('|').filter_map(|one| {
        let (id, rest) = one.split_once('=')?;
        let (name, given) = rest.split_once('=')?;
        Some((id, name, given.parse().ok()?))
    });
    let measure = match asked {
        Some(asked) => all_measures.find(|(id, ..)| id == asked),
        None => all_measures.next().filter(|_| !sentence.has_attribute("data-on-request")),
    };
    let figure = around(map, "figure");
    let off_map_list = figure.iter().flat_map(|figure| all_within(figure, ".off-map li")).filter(is_drawn).count();
    let hidden: Vec<String> = figure.iter().flat_map(switched_off).collect();
    let cities = marks.iter().filter(|mark| mark.class_list().contains("city")).count();
    let summary = MapSummary {
        // What a reader sees of the divisions after zooming is not counted: only their places are.
        regions: if zoomed { 0 } else { number("data-regions") },
        regions_in_sight: number("data-in-sight"),
        regions_with_places: regions.len(),
        places_in_regions: inside,
        categories: counts.filter(|(_, count)| *count > 0).collect(),
        cities,
        off_map: off_map_list,
        measure: measure.filter(|_| !zoomed).map(|(_, name, given)| (name, given)),
        hidden: hidden.iter().map(String::as_str).collect(),
    };
    let said = describe(&summary, lang);
    // What has not changed is not said again.
    if sentence.text_content().as_deref().map(str::trim) == Some(said.as_str()) {
        return;
    }
    sentence.set_text_content(Some(&said));
    if focused().and_then(|focused| around(&focused, "figure")).is_some_and(|own| Some(own) == figure) {
        announce(&said);
    }
}

/// The layers that a figure's legend says are off.
fn switched_off(figure: &Element) -> impl Iterator<Item = String> + use<> {
    let legend = within(figure, ".map-notes .legend");
    let off = legend.into_iter().flat_map(|legend| all_within(&legend, "[data-layer-switch][aria-pressed='false']"));
    off.filter_map(|switch| Some(switch.text_content()?.trim().to_owned()))
}
