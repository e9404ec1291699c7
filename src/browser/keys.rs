//! Keys, found out by where they are pressed.

use contract::payload::Opened;
use contract::{State, class, id, selector};
use web_sys::{Element, KeyboardEvent};

use super::choices::Choices;
use super::closing::close;
use super::dom::{all_within, around, centre, is_drawn, target_of};
use super::focus::focus;
use super::opened::on_tab;
use super::tab_stop::make_stop;
use super::{camera, canvas, steps, zoom};
use crate::geometry::{Direction, Point, neighbour};

/// Escape closes what is open; arrows walk the map, and with Alt PageUp and PageDown the steps.
pub fn on_key(event: &KeyboardEvent, choices: Choices) {
    if let Some(way) = steps::way_of(event) {
        event.prevent_default();
        return steps::go(way, choices);
    }
    let key = event.key();
    let target = target_of(event);
    // The search answers to its keys itself (`find.js`).
    if target.as_ref().is_some_and(|target| target.id() == id::FIND) {
        return;
    }
    let on_map = target.as_ref().and_then(|element| around(element, zoom::MAPS));
    if key == "Tab"
        && let Some(target) = &target
    {
        return on_tab(target, event);
    }
    if key == "Escape" {
        zoom::forget_tap(choices);
        let State { fact, place, .. } = choices.now();
        if fact.is_some() {
            close(choices, Opened::Card);
        } else if place.is_some() {
            close(choices, Opened::Panel);
        } else {
            choices.change(State::close_notes);
            // Escape leaves the map.
            if let Some(figure) = on_map.and_then(|map| around(&map, "figure")) {
                focus(&figure);
            }
        }
        return;
    }
    if let Some(map) = on_map.as_ref().filter(|_| !(event.ctrl_key() || event.meta_key() || event.alt_key()))
        && zoom::by_key(map, event, choices)
    {
        event.prevent_default();
        return;
    }
    let (Some(target), Some(map)) = (target, on_map) else { return };
    if Direction::from_key(&key).is_some() {
        // Where nothing follows an arrow does nothing: it would move the page, and the story with it.
        event.prevent_default();
    }
    if let Some(next) = canvas::next(&target, &key).or_else(|| next_on_map(&map, &target, &key)) {
        event.prevent_default();
        make_stop(&map, &next);
        camera::reveal(&next);
        zoom::reveal(&next, choices);
        focus(&next);
    }
}

/// The link on the map that a key leads to.
fn next_on_map(map: &Element, from: &Element, key: &str) -> Option<Element> {
    let links: Vec<Element> = all_within(map, selector::PLACE_LINK).filter(is_drawn).collect();
    match key {
        "Home" => return links.into_iter().next(),
        "End" => return links.into_iter().next_back(),
        _ => {}
    }
    let direction = Direction::from_key(key)?;
    let others: Vec<Element> = links.into_iter().filter(|link| link != from && is_reached(map, link)).collect();
    let centres: Vec<Point> = others.iter().map(centre).collect();
    neighbour(centre(from), &centres, direction).map(|index| others[index].clone())
}

/// Whether an arrow may lead to it: what is out of sight does not come into sight by itself, but for marks and where the reader
/// has zoomed.
fn is_reached(map: &Element, link: &Element) -> bool {
    link.class_list().contains(class::MARK) || zoom::is_zoomed(map) || {
        let (own, seen) = (link.get_bounding_client_rect(), map.get_bounding_client_rect());
        own.right() > seen.left()
            && own.left() < seen.right()
            && own.bottom() > seen.top()
            && own.top() < seen.bottom()
    }
}
