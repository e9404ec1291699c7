//! Wheel, mouse and fingers: what the browser says of them, in the words of the machine.

use contract::class;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

use super::maps::{MAPS, drawing_of, is_held, look, tell};
use crate::browser::choices::Choices;
use crate::browser::dom::{all, around, document, root, target_of};
use crate::browser::listening::listen;
use crate::browser::window::is_still;
use crate::geometry::{Event, MapIndex, Outcome, Point};

/// What an event of the browser means; nothing where it has nothing to do with maps.
type Meaning = fn(&web_sys::Event) -> Option<Event>;

/// Listens to wheel, mouse and fingers on every map, and for whatever ends what they do.
pub fn watch(choices: Choices) {
    let on_maps: [(&str, Meaning); 7] = [
        ("wheel", wheel),
        ("pointerdown", pointer_down),
        ("pointerleave", |_| Some(Event::PointerLeave)),
        ("touchstart", touch_start),
        ("touchmove", |event| Some(Event::TouchMove { fingers: fingers(event.unchecked_ref()) })),
        ("touchend", |_| Some(Event::TouchEnd)),
        ("touchcancel", |_| Some(Event::TouchEnd)),
    ];
    for drawings in all(class::of::DRAWINGS) {
        on_maps.iter().for_each(|(name, meaning)| hear(&drawings, name, *meaning, choices));
        listen(&drawings, "dragstart", |event: web_sys::Event| event.prevent_default());
    }
    let anywhere: [(&str, Meaning); 4] = [
        ("pointermove", pointer_move),
        ("pointerup", pointer_up),
        ("pointercancel", pointer_cancel),
        ("contextmenu", blur),
    ];
    if let (Some(window), Some(document), Some(root)) = (web_sys::window(), document(), root()) {
        anywhere.iter().for_each(|(name, meaning)| hear(&root, name, *meaning, choices));
        hear(&window, "blur", blur, choices);
        hear(&document, "visibilitychange", blur, choices);
    }
}

/// Tells the machine what an event means, and keeps from the page what is for the map alone.
fn hear(target: &EventTarget, name: &str, meaning: Meaning, choices: Choices) {
    listen(target, name, move |event: web_sys::Event| {
        if let Some(meant) = meaning(&event)
            && tell(meant, choices) != Outcome::Page
        {
            event.prevent_default();
        }
    });
}

/// A click, on a map or elsewhere: whom it is for.
pub fn on_click(hit: Option<&Element>, event: &MouseEvent, choices: Choices) -> Outcome {
    let map = hit.and_then(|hit| look(&drawing_of(&around(hit, MAPS)?)?));
    let (at, time) = (place_of(event), event.time_stamp());
    tell(Event::Click { map, at, time, by_pointer: event.detail() > 0, still: is_still() }, choices)
}

/// What comes now is no second tap, however soon: a key came in between.
pub fn forget_tap(choices: Choices) {
    tell(Event::Key, choices);
}

fn wheel(event: &web_sys::Event) -> Option<Event> {
    let (map, event) = (map_of(event)?, event.unchecked_ref::<WheelEvent>());
    let line = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 16.0 };
    let (at, pixels) = (place_of(event), event.delta_y() * line);
    Some(Event::Wheel { map, at, pixels, ctrl: event.ctrl_key(), meta: event.meta_key() })
}

fn pointer_down(event: &web_sys::Event) -> Option<Event> {
    let mouse: &PointerEvent = event.unchecked_ref();
    if mouse.pointer_type() != "mouse" {
        return None;
    }
    let (map, pointer, at) = (map_of(event)?, mouse.pointer_id(), place_of(mouse));
    Some(Event::PointerDown { map, pointer, at, first_button: mouse.button() == 0, ctrl: mouse.ctrl_key() })
}

fn pointer_move(event: &web_sys::Event) -> Option<Event> {
    // Most moves are of a mouse that holds nothing.
    let event: &PointerEvent = is_held().then(|| event.unchecked_ref())?;
    let (pointer, at) = (event.pointer_id(), place_of(event));
    Some(Event::PointerMove { pointer, at, pressed: event.buttons() & 1 == 1 })
}

fn pointer_up(event: &web_sys::Event) -> Option<Event> {
    let pointer = event.unchecked_ref::<PointerEvent>().pointer_id();
    Some(Event::PointerUp { pointer, time: event.time_stamp() })
}

fn pointer_cancel(event: &web_sys::Event) -> Option<Event> {
    Some(Event::PointerCancel { pointer: event.unchecked_ref::<PointerEvent>().pointer_id() })
}

fn touch_start(event: &web_sys::Event) -> Option<Event> {
    Some(Event::TouchStart { map: map_of(event)?, fingers: fingers(event.unchecked_ref()) })
}

fn blur(_: &web_sys::Event) -> Option<Event> {
    Some(Event::Blur)
}

/// The first two fingers of all on the screen.
fn fingers(event: &TouchEvent) -> Option<[Point; 2]> {
    let touches = event.touches();
    let at = |index| touches.get(index).map(|one| Point::new(one.client_x().into(), one.client_y().into()));
    Some([at(0)?, at(1)?])
}

fn map_of(event: &web_sys::Event) -> Option<MapIndex> {
    look(&drawing_of(&target_of(event)?)?)
}

fn place_of(event: &MouseEvent) -> Point {
    Point::new(event.client_x().into(), event.client_y().into())
}
