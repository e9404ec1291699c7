//! The sentence under a map, said anew when a reader has changed what the map shows.

use std::borrow::Cow;

use contract::payload::{list, measured, named};
use contract::{State, attribute, class, joined, selector};
use web_sys::Element;

use super::announcer::announce;
use super::canvas;
use super::dom::{all, all_within, around, is_drawn, root, within};
use super::focus::focused;
use crate::model::Lang;
use crate::text::{MapSummary, describe};

/// Says of every map what it shows now.
pub fn show(state: &State) {
    let lang =
        if root().and_then(|root| root.get_attribute("lang")).as_deref() == Some("en") { Lang::En } else { Lang::Zh };
    for sentence in all(class::of::MAP_SAYS) {
        let map = around(&sentence, class::of::VIEW).and_then(|view| all_within(&view, selector::MAP).find(is_drawn));
        if let Some(map) = map {
            say(&sentence, &map, state, lang);
        }
    }
}

fn say(sentence: &Element, map: &Element, state: &State, lang: Lang) {
    let value = |name: &str| sentence.get_attribute(name).unwrap_or_default();
    let number = |name: &str| value(name).parse().unwrap_or(0);
    let (categories, measures) = (value(attribute::CATEGORIES), value(attribute::MEASURES));
    let names: Vec<(&str, Cow<'_, str>)> = named::decode(&categories).collect();
    let zoomed = super::zoom::is_zoomed(map);
    let frame = map.get_bounding_client_rect();
    let in_sight = |mark: &Element| {
        let rect = mark.get_bounding_client_rect();
        let (x, y) = (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0);
        rect.width() > 0.0 && x > frame.left() && x < frame.right() && y > frame.top() && y < frame.bottom()
    };
    let marks: Vec<Element> =
        canvas::in_sight(map).unwrap_or_else(|| all_within(map, selector::MARK).filter(in_sight).collect());
    let layers = |mark| around(mark, attribute::of::LAYER).and_then(|item| item.get_attribute(attribute::LAYER));
    let layers: Vec<String> = marks.iter().filter_map(layers).collect();
    let of = |layer: &str| layers.iter().filter(|layers| list::holds(layers, layer)).count();
    let counts = names.iter().map(|(id, name)| (name.as_ref(), of(id)));
    let (regions_with_places, places_in_regions) = regions_of(&marks);
    let asked = if sentence.has_attribute(attribute::ON_REQUEST) { &state.map_measure } else { &state.measure };
    let mut all_measures = measured::decode(&measures);
    let measure = match asked {
        Some(asked) => all_measures.find(|one| one.id == asked),
        None => all_measures.next().filter(|_| !sentence.has_attribute(attribute::ON_REQUEST)),
    };
    let figure = around(map, "figure");
    let off_map_list = figure
        .iter()
        .flat_map(|figure| all_within(figure, joined!(class::of::OFF_MAP, " li")))
        .filter(is_drawn)
        .count();
    let hidden: Vec<String> = figure.iter().flat_map(|figure| names_of(figure, &state.off)).collect();
    let cities = marks.iter().filter(|mark| mark.class_list().contains(class::CITY)).count();
    let summary = MapSummary {
        // What a reader sees of the divisions after zooming is not counted: only their places are.
        regions: if zoomed { 0 } else { number(attribute::REGIONS) },
        regions_in_sight: number(attribute::IN_SIGHT),
        regions_with_places,
        places_in_regions,
        categories: counts.filter(|(_, count)| *count > 0).collect(),
        cities,
        off_map: off_map_list,
        measure: measure.as_ref().filter(|_| !zoomed).map(|one| (one.name.as_ref(), one.given)),
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

/// In how many regions these marks lie, and how many of the marks lie in one.
fn regions_of(marks: &[Element]) -> (usize, usize) {
    let mut regions: Vec<String> = Vec::new();
    let mut inside = 0;
    for id in marks.iter().filter_map(|mark| mark.get_attribute(attribute::WITHIN)) {
        inside += 1;
        if !regions.contains(&id) {
            regions.push(id);
        }
    }
    (regions.len(), inside)
}

/// What a figure's legend calls these layers.
fn names_of(figure: &Element, layers: &[String]) -> impl Iterator<Item = String> {
    let legend = within(figure, joined!(class::of::MAP_NOTES, " ", class::of::LEGEND));
    let switches = legend.into_iter().flat_map(|legend| all_within(&legend, attribute::of::LAYER_SWITCH));
    let is_named = move |switch: &Element| {
        switch.get_attribute(attribute::LAYER_SWITCH).is_some_and(|layer| layers.contains(&layer))
    };
    switches.filter(is_named).filter_map(|switch| Some(switch.text_content()?.trim().to_owned()))
}
