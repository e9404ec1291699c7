//! The maps of the page with the hands on them: events are told to the machine, and its effects done.

use std::cell::RefCell;

use contract::{class, joined, selector};
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgsvgElement};

use super::drawing::Drawing;
use super::extent;
use crate::browser::choices::Choices;
use crate::browser::dom::{all_within, around, is_drawn, mark};
use crate::browser::schedule::later;
use crate::geometry::{Effect, Event, Gestures, MapIndex, Outcome, Point, Zoom};

/// What holds the links of a map.
pub const MAPS: &str = joined!(selector::MAP, ",", class::of::DENSE, " canvas");
/// How long a hint stands, in milliseconds.
const HINT: i32 = 2600;

/// The drawings, in the order in which the machine was told of them.
#[derive(Default)]
struct Maps {
    drawings: Vec<Drawing>,
    gestures: Gestures,
}

thread_local! {
    static ALL: RefCell<Maps> = RefCell::default();
}

impl Maps {
    fn find(&self, map: &Element) -> Option<MapIndex> {
        self.drawings.iter().position(|drawing| AsRef::<Element>::as_ref(&drawing.map) == map).map(MapIndex)
    }
}

/// The number of a map, of which the machine is told if it is new.
pub fn index_of(map: &SvgsvgElement) -> Option<MapIndex> {
    ALL.with_borrow_mut(|maps| {
        maps.find(map).or_else(|| {
            let drawing = Drawing::new(map)?;
            let index = maps.gestures.add(drawing.frame);
            maps.drawings.push(drawing);
            Some(index)
        })
    })
}

/// The same, with how the map lies in the window now; one that moves lies where it began.
pub fn look(map: &SvgsvgElement) -> Option<MapIndex> {
    let index = index_of(map)?;
    ALL.with_borrow_mut(|Maps { drawings, gestures }| {
        if gestures.rests(index)
            && let Some(matrix) = drawings[index.0].matrix()
        {
            gestures.place(index, matrix);
        }
    });
    Some(index)
}

/// Asks something of a map and of what the reader sees of it.
pub fn ask<T>(map: MapIndex, ask: impl FnOnce(&mut Drawing, Zoom) -> T) -> T {
    ALL.with_borrow_mut(|maps| ask(&mut maps.drawings[map.0], maps.gestures.wanted(map)))
}

/// Which point of a drawing stands at a point of the window.
pub fn point_at(map: MapIndex, at: Point) -> Point {
    ALL.with_borrow(|maps| maps.gestures.point_at(map, at))
}

/// Whether a map stands still.
pub fn rests(map: MapIndex) -> bool {
    ALL.with_borrow(|maps| maps.gestures.rests(map))
}

/// Whether the reader has a map in hand.
pub fn is_held() -> bool {
    ALL.with_borrow(|maps| maps.gestures.is_held())
}

/// Whether a reader has zoomed a map.
pub fn is_zoomed(map: &Element) -> bool {
    ALL.with_borrow(|maps| maps.find(map).is_some_and(|map| maps.gestures.wanted(map) != Zoom::NONE))
}

/// Every map that rests zoomed, with its name.
pub fn zoomed() -> Vec<(MapIndex, Option<String>)> {
    ALL.with_borrow(|Maps { drawings, gestures }| {
        let is_zoomed = |map: &MapIndex| gestures.rests(*map) && gestures.wanted(*map) != Zoom::NONE;
        let zoomed = (0..drawings.len()).map(MapIndex).filter(is_zoomed);
        zoomed.map(|map| (map, extent::name_of(&drawings[map.0]))).collect()
    })
}

/// Tells the machine what happens, and does what follows.
pub fn tell(event: Event, choices: Choices) -> Outcome {
    let (outcome, said) = ALL.with_borrow_mut(|Maps { drawings, gestures }| {
        let (outcome, effects) = gestures.on(event);
        let mut said = None;
        for effect in effects {
            match effect {
                Effect::Follow { map, transform, smoothly } => drawings[map.0].follow(transform, smoothly),
                Effect::Rest { map, zoom, by_reader } => {
                    let drawing = &mut drawings[map.0];
                    drawing.rest(zoom);
                    if by_reader {
                        said = Some(extent::of(drawing, zoom));
                    }
                }
                Effect::RestAfter { map, turn, wait } => {
                    later(wait, move || {
                        tell(Event::Timer { map, turn }, choices);
                    });
                }
                Effect::Hint { map, by_touch } => hint(&drawings[map.0].map, by_touch),
            }
        }
        (outcome, said)
    });
    if let Some(extent) = said {
        choices.change(|state| state.zoom(extent));
    }
    outcome
}

/// Says how a map is moved.
fn hint(map: &Element, by_touch: bool) {
    let hint = if by_touch { class::BY_TOUCH } else { class::BY_WHEEL };
    if let Some(view) = around(map, class::of::VIEW) {
        mark(&view, hint, true);
        later(HINT, move || mark(&view, hint, false));
    }
}

/// The drawing that an element is of: of a canvas the picture over it, whose frame it shows.
pub fn drawing_of(part: &Element) -> Option<SvgsvgElement> {
    let map = around(part, selector::MAP)
        .or_else(|| all_within(&around(part, class::of::DENSE)?, selector::MAP).find(is_drawn));
    map.map(JsCast::unchecked_into)
}
