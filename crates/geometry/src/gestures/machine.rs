//! The state that gestures have: what the reader has in hand, and how every map stands.

use super::event::{Effect, Event, MapIndex, Outcome};
use crate::{MOST, Point, Rect, ScreenMatrix, Zoom, held};

/// By how much a double tap, a button or a key zooms.
pub const STEP: f64 = 2.0;
/// How long a glide takes, and how long the wheel rests before the map does, in milliseconds.
const GLIDE: i32 = 240;
const REST: i32 = 160;
/// What moves less far between press and release is a click, in CSS pixels.
const CLICK: f64 = 4.0;
/// A click this soon after a drag is its release, in milliseconds; both have the time at which the button was let go.
const RELEASE: f64 = 300.0;
/// Two taps within this time and distance are one double tap; in milliseconds and CSS pixels.
const DOUBLE: (f64, f64) = (350.0, 30.0);
/// By how much a pixel of the wheel zooms.
const WHEEL: f64 = 0.0022;

/// All maps of a page, and what the reader has in hand.
#[derive(Debug, Default)]
pub struct Gestures {
    maps: Vec<Map>,
    hold: Option<(MapIndex, Hold)>,
    /// When a drag was let go, whose click is no click.
    dragged: Option<f64>,
    /// The map that the reader has clicked last, until the mouse leaves it.
    active: Option<MapIndex>,
    tap: Option<Tap>,
    hinted: bool,
    effects: Vec<Effect>,
}

#[derive(Debug)]
struct Map {
    /// The drawing.
    frame: Rect,
    matrix: ScreenMatrix,
    /// How the drawing is.
    shown: Zoom,
    /// What the reader sees, or will when the glide is over.
    wanted: Zoom,
    is_moving: bool,
    /// Counts what has been asked of this map, so that only the last brings it to rest.
    turns: u32,
}

/// What the reader does with mouse or fingers, with the zoom when it began.
#[derive(Clone, Copy, Debug)]
enum Hold {
    Drag { pointer: i32, from: Point, zoom: Zoom, is_click: bool },
    Pinch { middle: Point, apart: f64, zoom: Zoom },
}

/// The last tap on a map: when and where in the window, and at which point of the drawing.
#[derive(Clone, Copy, Debug)]
struct Tap {
    map: MapIndex,
    time: f64,
    at: Point,
    point: Point,
}

impl Gestures {
    /// Tells of another map, by the frame of its drawing.
    pub fn add(&mut self, frame: Rect) -> MapIndex {
        let (shown, wanted) = (Zoom::NONE, Zoom::NONE);
        self.maps.push(Map { frame, matrix: ScreenMatrix::UNSEEN, shown, wanted, is_moving: false, turns: 0 });
        MapIndex(self.maps.len() - 1)
    }

    fn map(&self, index: MapIndex) -> &Map {
        &self.maps[index.0]
    }

    fn map_mut(&mut self, index: MapIndex) -> &mut Map {
        &mut self.maps[index.0]
    }

    /// Whether a map stands still, with everything in its place.
    pub fn rests(&self, map: MapIndex) -> bool {
        !self.map(map).is_moving
    }

    /// Whether the reader has a map in hand.
    pub fn is_held(&self) -> bool {
        self.hold.is_some()
    }

    /// What the reader sees of a map, or will when it has come to rest.
    pub fn wanted(&self, map: MapIndex) -> Zoom {
        self.map(map).wanted
    }

    /// Takes down how a map that rests lies in the window: whatever has to do with points of the window asks for it.
    pub fn place(&mut self, map: MapIndex, matrix: ScreenMatrix) {
        self.map_mut(map).matrix = matrix;
    }

    /// Which point of a drawing stands at a point of the window.
    pub fn point_at(&self, map: MapIndex, at: Point) -> Point {
        let map = self.map(map);
        map.shown.invert(map.matrix.to_drawing(at))
    }

    /// What follows from an event: whom it was for, and what is to be done, in this order.
    pub fn on(&mut self, event: Event) -> (Outcome, Vec<Effect>) {
        let outcome = self.outcome(event);
        (outcome, std::mem::take(&mut self.effects))
    }

    fn outcome(&mut self, event: Event) -> Outcome {
        match event {
            Event::PointerDown { map, pointer, at, first_button, ctrl } => {
                self.dragged = None;
                let zoom = self.map(map).wanted;
                if first_button && !ctrl && zoom.scale > 1.0 {
                    self.take(map, Hold::Drag { pointer, from: at, zoom, is_click: true });
                }
            }
            Event::PointerMove { pointer, at, pressed } => self.drag(pointer, at, pressed),
            Event::PointerUp { pointer, time } => {
                if self.is_dragged_by(pointer) {
                    let moved = matches!(self.hold, Some((_, Hold::Drag { is_click: false, .. })));
                    self.dragged = moved.then_some(time);
                    self.release();
                }
            }
            Event::PointerCancel { pointer } => {
                if self.is_dragged_by(pointer) {
                    self.release();
                }
            }
            Event::PointerLeave => self.active = None,
            Event::TouchStart { map, fingers: None } => self.hint(map, true),
            Event::TouchStart { map, fingers: Some(fingers) } => {
                let (middle, apart) = span(fingers);
                let zoom = self.map(map).wanted;
                self.take(map, Hold::Pinch { middle, apart, zoom });
                return Outcome::Map;
            }
            Event::TouchMove { fingers } => return self.pinch(fingers),
            Event::TouchEnd => {
                if matches!(self.hold, Some((_, Hold::Pinch { .. }))) {
                    self.release();
                }
            }
            Event::Wheel { map, at, pixels, ctrl, meta } => {
                if !(ctrl || meta || self.active == Some(map)) {
                    self.hint(map, false);
                } else if self.wheel(map, at, pixels) || ctrl {
                    // At the end of its way a map lets the page scroll, but a pinch on a pad never zooms the page here.
                    return Outcome::Map;
                }
            }
            Event::Click { map, at, time, by_pointer: true, still } => return self.click(map, at, time, still),
            // By a key: the mouse may be anywhere, and what was to follow a click by it follows no more.
            Event::Click { .. } => (self.dragged, self.tap) = (None, None),
            Event::Key => self.tap = None,
            Event::Glide { map, to, still } => self.glide(map, to, still),
            Event::Show { map, zoom } => self.rest(map, zoom, false),
            Event::Timer { map, turn } => {
                let is_held = self.hold.is_some_and(|(held, _)| held == map);
                if self.map(map).turns == turn && !is_held {
                    self.settle(map);
                }
            }
            Event::Blur => {
                (self.dragged, self.active, self.tap) = (None, None, None);
                self.release();
                (0..self.maps.len()).for_each(|map| self.settle(MapIndex(map)));
            }
        }
        Outcome::Page
    }

    /// Takes a map in hand; what was in hand before is let go.
    fn take(&mut self, map: MapIndex, hold: Hold) {
        if self.hold.is_some_and(|(held, _)| held != map) {
            self.release();
        }
        self.hold = Some((map, hold));
    }

    /// Lets go of what is in hand, which comes to rest.
    fn release(&mut self) {
        if let Some((map, _)) = self.hold.take() {
            self.settle(map);
        }
    }

    /// Takes a map out of the reader's hands that has been told where to go: it would jump back at the next move.
    fn forget(&mut self, map: MapIndex) {
        self.hold = self.hold.filter(|(held, _)| *held != map);
    }

    fn is_dragged_by(&self, which: i32) -> bool {
        matches!(self.hold, Some((_, Hold::Drag { pointer, .. })) if pointer == which)
    }

    fn drag(&mut self, which: i32, at: Point, pressed: bool) {
        let Some((map, Hold::Drag { pointer, from, zoom, is_click })) = &mut self.hold else { return };
        if *pointer != which {
            return;
        }
        // It was let go where nobody saw it.
        if !pressed {
            return self.release();
        }
        if *is_click && at.distance(*from) < CLICK {
            return;
        }
        *is_click = false;
        let (map, way, zoom) = (*map, Point::new(at.x - from.x, at.y - from.y), *zoom);
        let scale = self.map(map).matrix.scale;
        let next = zoom.moved(Point::new(way.x / scale, way.y / scale));
        self.follow(map, next, false);
    }

    fn pinch(&mut self, fingers: Option<[Point; 2]>) -> Outcome {
        let Some((map, Hold::Pinch { middle, apart, zoom })) = self.hold else { return Outcome::Page };
        let Some(fingers) = fingers else {
            // A finger was lifted where nobody saw it.
            self.release();
            return Outcome::Page;
        };
        let (now, distance) = span(fingers);
        let matrix = self.map(map).matrix;
        let (from, to) = (matrix.to_drawing(middle), matrix.to_drawing(now));
        let scale = held(zoom.scale * distance / apart, 1.0, MOST);
        self.follow(map, zoom.about(from, scale).moved(Point::new(to.x - from.x, to.y - from.y)), false);
        Outcome::Map
    }

    /// Zooms by the wheel; whether there was a way to go. What is in hand stays as it is.
    fn wheel(&mut self, index: MapIndex, at: Point, pixels: f64) -> bool {
        if self.is_held() {
            return true;
        }
        let map = self.map(index);
        let factor = held((-pixels * WHEEL).exp(), 0.5, 2.0);
        let scale = held(map.wanted.scale * factor, 1.0, MOST);
        let next = map.wanted.about(map.matrix.to_drawing(at), scale).within(map.frame);
        let moves = next != map.wanted;
        if moves {
            self.follow(index, next, false);
            self.rest_after(index, REST);
        }
        moves
    }

    fn click(&mut self, map: Option<MapIndex>, at: Point, time: f64, still: bool) -> Outcome {
        let (dragged, tap) = (self.dragged.take(), self.tap.take());
        if dragged.is_some_and(|dragged| time - dragged < RELEASE) {
            return Outcome::Map;
        }
        // What the first tap has opened may lie there now, so the second counts anywhere.
        if let Some(tap) = tap.filter(|tap| time - tap.time < DOUBLE.0 && at.distance(tap.at) < DOUBLE.1) {
            let zoom = self.wanted(tap.map);
            let scale = held(zoom.scale * STEP, 1.0, MOST);
            self.glide(tap.map, zoom.about(zoom.apply(tap.point), scale), still);
            return Outcome::DoubleTap;
        }
        if let Some(map) = map {
            self.active = Some(map);
            self.tap = Some(Tap { map, time, at, point: self.point_at(map, at) });
        }
        Outcome::Page
    }

    /// Brings a map smoothly to another zoom. One that stands there already stays as it is.
    fn glide(&mut self, index: MapIndex, to: Zoom, still: bool) {
        self.forget(index);
        let map = self.map(index);
        let to = to.within(map.frame);
        if self.rests(index) && to == map.wanted {
            return;
        }
        if still {
            return self.rest(index, to, true);
        }
        // From where it stands: what is moving already is put in its place first.
        if map.is_moving {
            self.rest(index, self.wanted(index), false);
        }
        self.follow(index, to, true);
        self.rest_after(index, GLIDE);
    }

    /// Shows a zoom by moving the drawing as it is.
    fn follow(&mut self, index: MapIndex, to: Zoom, smoothly: bool) {
        let map = self.map_mut(index);
        map.wanted = to.within(map.frame);
        map.is_moving = true;
        let transform = map.matrix.moving(map.shown, map.wanted);
        self.effects.push(Effect::Follow { map: index, transform, smoothly });
    }

    fn rest_after(&mut self, index: MapIndex, wait: i32) {
        let map = self.map_mut(index);
        map.turns = map.turns.wrapping_add(1);
        let turn = map.turns;
        self.effects.push(Effect::RestAfter { map: index, turn, wait });
    }

    /// Has a map that moves rest where it is.
    fn settle(&mut self, map: MapIndex) {
        if !self.rests(map) {
            self.rest(map, self.wanted(map), true);
        }
    }

    fn rest(&mut self, index: MapIndex, zoom: Zoom, by_reader: bool) {
        self.forget(index);
        let map = self.map_mut(index);
        let zoom = zoom.within(map.frame);
        (map.shown, map.wanted, map.is_moving) = (zoom, zoom, false);
        map.turns = map.turns.wrapping_add(1);
        self.effects.push(Effect::Rest { map: index, zoom, by_reader });
    }

    fn hint(&mut self, map: MapIndex, by_touch: bool) {
        if !std::mem::replace(&mut self.hinted, true) {
            self.effects.push(Effect::Hint { map, by_touch });
        }
    }
}

/// The middle of two fingers, and how far they are apart.
fn span([a, b]: [Point; 2]) -> (Point, f64) {
    (Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0), a.distance(b).max(1.0))
}
