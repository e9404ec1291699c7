//! Buttons and keys that zoom a map, and places that it is brought to.

use contract::payload::ZoomTo;
use contract::{attribute, class, selector};
use web_sys::{Element, KeyboardEvent, SvgsvgElement};

use super::drawing::Drawing;
use super::extent;
use super::maps::{ask, drawing_of, index_of, look, point_at, tell};
use crate::browser::canvas;
use crate::browser::choices::Choices;
use crate::browser::dom::{around, centre, drawn_map, target_of, within};
use crate::browser::window::is_still;
use crate::geometry::{Direction, Event, MOST, MapIndex, Point, STEP, Zoom, held};

/// How far a key moves the map, as a part of it.
const PART: f64 = 0.25;
/// How near a selected place is brought.
const NEAR: f64 = 4.0;
/// What is nearer to the edge than this is brought to the middle, in units of the drawing.
const EDGE: f64 = 24.0;

/// A button over a map.
pub fn by_button(button: &Element, what: &str, selected: Option<&str>, choices: Choices) {
    let Some(map) = around(button, class::of::VIEW).and_then(|view| drawn_map(&view)) else { return };
    match ZoomTo::decode(what) {
        Some(ZoomTo::Selected) => show_place(&map, selected, choices),
        Some(ZoomTo::In) => nearer(&map, STEP, choices),
        Some(ZoomTo::Out) => nearer(&map, 1.0 / STEP, choices),
        Some(ZoomTo::All) => glide(&map, &|_, _| Zoom::NONE, choices),
        Some(ZoomTo::Viewports(viewports)) => {
            let viewport = viewports[usize::from(map.class_list().contains(class::NARROW))];
            glide(&map, &|drawing, _| extent::zoom_at(drawing, viewport), choices);
        }
        None => {}
    }
}

/// A key on a map; whether it meant the zoom.
pub fn by_key(map: &Element, event: &KeyboardEvent, choices: Choices) -> bool {
    let Some(map) = &drawing_of(map) else { return false };
    match event.key().as_str() {
        "+" | "=" => nearer_about(map, event, STEP, choices),
        "-" | "_" => nearer_about(map, event, 1.0 / STEP, choices),
        "0" => glide(map, &|_, _| Zoom::NONE, choices),
        key if event.shift_key() => match Direction::from_key(key) {
            Some(direction) => glide(map, &|drawing, zoom| moved_by_key(drawing, zoom, direction), choices),
            None => return false,
        },
        _ => return false,
    }
    true
}

fn moved_by_key(drawing: &Drawing, zoom: Zoom, direction: Direction) -> Zoom {
    let (x, y) = (drawing.frame.width * PART, drawing.frame.height * PART);
    zoom.moved(match direction {
        Direction::Left => Point::new(x, 0.0),
        Direction::Right => Point::new(-x, 0.0),
        Direction::Up => Point::new(0.0, y),
        Direction::Down => Point::new(0.0, -y),
    })
}

/// Brings a link into sight that the focus has come to.
pub fn reveal(link: &Element, choices: Choices) {
    let Some(map) = drawing_of(link) else { return };
    let Some(index) = index_of(&map) else { return };
    if ask(index, |_, zoom| zoom == Zoom::NONE) {
        return;
    }
    let at = point_of(index, link);
    let is_hidden = |drawing: &mut Drawing, zoom: Zoom| !drawing.frame.grown(-EDGE).has(zoom.apply(at));
    if ask(index, is_hidden) {
        glide(&map, &|drawing, zoom| Zoom::centred(drawing.frame, at, zoom.scale), choices);
    }
}

/// Brings a place to the middle of a map.
pub fn show_place(map: &SvgsvgElement, place: Option<&str>, choices: Choices) {
    // Of a canvas the links stand beside the picture.
    let root = around(map, class::of::DENSE).unwrap_or_else(|| map.clone().into());
    let link = place.and_then(|id| within(&root, &attribute::with("a", attribute::PLACE, id)));
    if let (Some(link), Some(index)) = (link, look(map)) {
        let at = point_of(index, &link);
        glide(map, &|drawing, zoom| Zoom::centred(drawing.frame, at, zoom.scale.max(NEAR)), choices);
    }
}

fn nearer(map: &SvgsvgElement, factor: f64, choices: Choices) {
    glide(map, &|drawing, zoom| zoom.about(drawing.frame.centre(), scaled(zoom, factor)), choices);
}

/// Brings what has the focus nearer or farther, and leaves it where the reader sees it.
fn nearer_about(map: &SvgsvgElement, event: &KeyboardEvent, factor: f64, choices: Choices) {
    let link = target_of(event).and_then(|target| around(&target, selector::PLACE_LINK));
    let (Some(link), Some(index)) = (link, look(map)) else { return nearer(map, factor, choices) };
    let at = point_of(index, &link);
    if !link.has_attribute(attribute::MAIN) {
        return glide(map, &|_, zoom| zoom.about(zoom.apply(at), scaled(zoom, factor)), choices);
    }
    // An inset enlarges what stands in it about as much: to be nearer it comes as near as may be, and goes back at once.
    let seen = seen_at(index, &link);
    let next = |zoom: Zoom| match scaled(zoom, factor) {
        scale if scale >= NEAR => zoom.about(zoom.apply(at), scale),
        _ if factor > 1.0 => Zoom::placing(at, zoom.apply(seen), MOST),
        _ => Zoom::NONE,
    };
    glide(map, &|_, zoom| next(zoom), choices);
}

fn scaled(zoom: Zoom, factor: f64) -> f64 {
    held(zoom.scale * factor, 1.0, MOST)
}

/// Moves a map smoothly, or at once for those who want no motion.
fn glide(map: &SvgsvgElement, next: &dyn Fn(&Drawing, Zoom) -> Zoom, choices: Choices) {
    if let Some(map) = look(map) {
        let to = ask(map, |drawing, zoom| next(drawing, zoom));
        tell(Event::Glide { map, to, still: is_still() }, choices);
    }
}

/// Where a link of the map stands in the drawing as it was laid out.
fn point_of(map: MapIndex, link: &Element) -> Point {
    ask(map, |drawing, _| drawing.point_of(link)).unwrap_or_else(|| seen_at(map, link))
}

/// Where it is seen, in the drawing as it was laid out: of a mark in an inset that is elsewhere.
fn seen_at(map: MapIndex, link: &Element) -> Point {
    point_at(map, canvas::place_of(link).unwrap_or_else(|| centre(link)))
}
