//! Zooming and moving the maps: by button, key, double tap, drag, pinch, and by wheel with Ctrl or once the reader
//! has clicked the map. One finger always scrolls the page, and so does the wheel where the map can go no further.
//!
//! While a map moves only a style transform of the whole drawing changes, which needs neither layout nor painting.
//! When it rests, the land gets its new view box and everything else its new place, in its own size.

use std::cell::{Cell, RefCell};

use leptos::prelude::Update;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, SvgGraphicsElement, SvgTransform,
    SvgsvgElement, TouchEvent, WheelEvent,
};

use super::camera::{self, Frame};
use super::events::centre;
use super::{Choices, all, all_within, around, canvas, is_drawn, is_still, later, listen, mark, within};
use crate::geometry::{Direction, MOST, Point, Rect, Zoom, held};
use crate::state::Extent;

/// By how much a button or key zooms.
const STEP: f64 = 2.0;
/// How far a key moves the map, as a part of it.
const PART: f64 = 0.25;
/// How near a selected place is brought.
const NEAR: f64 = 4.0;
/// How long a glide takes, and how long the wheel rests before the map does, in milliseconds.
const GLIDE: i32 = 240;
const REST: i32 = 160;
/// How long the hint stands, in milliseconds.
const HINT: i32 = 2600;
/// What moves less far between press and release is a click, in CSS pixels.
const CLICK: f64 = 4.0;
/// Two taps within this time and distance are one double tap; in milliseconds and CSS pixels.
const DOUBLE: (f64, f64) = (350.0, 30.0);
/// By how much a pixel of the wheel zooms.
const WHEEL: f64 = 0.0022;

/// A map that has been zoomed, with all that must follow.
struct Zoomed {
    map: SvgsvgElement,
    pane: SvgsvgElement,
    /// The land that the pane shows at first.
    home: Frame,
    /// The drawing.
    frame: Rect,
    items: Vec<Item>,
    /// How the drawing is.
    shown: Zoom,
    /// What the reader sees, or will when the glide is over.
    wanted: Zoom,
    lens: Lens,
    /// Counts what has been asked of this map, so that only the last brings it to rest.
    turns: u32,
}

/// Something that keeps its size.
struct Item {
    element: Element,
    transform: SvgTransform,
    at: Point,
    /// Its point of the main map, if it stands in an inset.
    main: Option<Point>,
    from: f64,
    until: f64,
}

/// How the drawing lies in the window: pixels for each of its units, and the place of its origin in its own box and
/// in the window.
#[derive(Clone, Copy)]
struct Lens {
    scale: f64,
    own: Point,
    window: Point,
}

/// The last tap on a map: when and where in the window, and at which point of which drawing.
struct Tap {
    when: f64,
    at: Point,
    on: Option<(SvgsvgElement, Point)>,
}

/// What the reader does with mouse or fingers.
#[derive(Clone, Copy)]
enum Gesture {
    /// A pressed mouse, with the zoom when it was pressed.
    Drag { from: Point, zoom: Zoom },
    /// Two fingers: their middle, their distance, the zoom at the start.
    Pinch { middle: Point, apart: f64, zoom: Zoom },
}

thread_local! {
    static MAPS: RefCell<Vec<Zoomed>> = const { RefCell::new(Vec::new()) };
    static GESTURE: RefCell<Option<(SvgsvgElement, Gesture)>> = const { RefCell::new(None) };
    /// Whether the last press became a drag, whose release is no click.
    static DRAGGED: Cell<bool> = const { Cell::new(false) };
    /// The map that the reader has clicked last, until the mouse leaves it.
    static ACTIVE: RefCell<Option<Element>> = const { RefCell::new(None) };
    static TAP: RefCell<Option<Tap>> = const { RefCell::new(None) };
    static HINTED: Cell<bool> = const { Cell::new(false) };
}

/// Listens to wheel, mouse and fingers on every map.
pub fn watch(choices: Choices) {
    for drawings in all(".drawings") {
        listen(&drawings, "wheel", move |event: WheelEvent| on_wheel(&event, choices));
        listen(&drawings, "pointerdown", |event: PointerEvent| on_press(&event));
        listen(&drawings, "pointerleave", |_: Event| ACTIVE.set(None));
        listen(&drawings, "dragstart", |event: Event| event.prevent_default());
        listen(&drawings, "touchstart", |event: TouchEvent| on_touch(&event));
        listen(&drawings, "touchmove", |event: TouchEvent| on_touch_move(&event));
        listen(&drawings, "touchend", move |_: Event| release(choices));
        listen(&drawings, "touchcancel", move |_: Event| release(choices));
    }
    if let Some(root) = super::root() {
        listen(&root, "pointermove", move |event: PointerEvent| on_drag(&event, choices));
        listen(&root, "pointerup", move |_: Event| release(choices));
        listen(&root, "contextmenu", move |_: Event| release(choices));
    }
    if let Some(window) = web_sys::window() {
        listen(&window, "blur", move |_: Event| release(choices));
    }
}

/// A button over a map.
pub fn by_button(button: &Element, what: &str, selected: Option<&str>, choices: Choices) {
    let Some(map) = around(button, ".view").and_then(|view| drawn_map(&view)) else { return };
    match what {
        "place" => to_place(&map, selected, choices),
        "in" => nearer(&map, STEP, choices),
        "out" => nearer(&map, 1.0 / STEP, choices),
        "all" => glide(&map, |_| Zoom::NONE, choices),
        // Two parts of the map by middle and per cent, for the wide drawing and for the narrow one.
        _ => {
            let part = what.split(' ').nth(usize::from(map.class_list().contains("narrow")));
            let extent = part.and_then(|part| Extent::read(&["map_", part].concat()));
            if let Some(extent) = extent {
                glide(&map, |zoomed| zoomed.at(&extent), choices);
            }
        }
    }
}

/// A key on a map; whether it meant the zoom.
pub fn by_key(map: &Element, event: &KeyboardEvent, choices: Choices) -> bool {
    let Some(map) = &drawing_of(map) else { return false };
    match event.key().as_str() {
        "+" | "=" => nearer_about(map, event, STEP, choices),
        "-" | "_" => nearer_about(map, event, 1.0 / STEP, choices),
        "0" => glide(map, |_| Zoom::NONE, choices),
        key if event.shift_key() => match Direction::from_key(key) {
            Some(direction) => glide(map, |zoomed| moved_by_key(zoomed, direction), choices),
            None => return false,
        },
        _ => return false,
    }
    true
}

fn moved_by_key(zoomed: &Zoomed, direction: Direction) -> Zoom {
    let (x, y) = (zoomed.frame.width * PART, zoomed.frame.height * PART);
    zoomed.wanted.moved(match direction {
        Direction::Left => Point::new(x, 0.0),
        Direction::Right => Point::new(-x, 0.0),
        Direction::Up => Point::new(0.0, y),
        Direction::Down => Point::new(0.0, -y),
    })
}

/// A click on a map: whether it is the end of a drag, and so selects nothing.
pub fn on_click(map: &Element, event: &MouseEvent) -> bool {
    if DRAGGED.replace(false) {
        return true;
    }
    ACTIVE.set(Some(map.clone()));
    let at = place_of(event);
    let point = drawing_of(map).and_then(|map| {
        let point = with(&map, |zoomed| {
            zoomed.look();
            zoomed.shown.invert(zoomed.lens.to_drawing(at))
        });
        Some((map, point?))
    });
    TAP.set(Some(Tap { when: event.time_stamp(), at, on: point }));
    false
}

/// Whether a click anywhere is the second of two taps on a map: what the first has opened may lie there now.
/// Brings the map nearer if so.
pub fn is_second_tap(event: &MouseEvent, choices: Choices) -> bool {
    let Some(Tap { when, at, on: Some((map, point)) }) = TAP.take() else { return false };
    let second = event.time_stamp() - when < DOUBLE.0 && at.distance(place_of(event)) < DOUBLE.1;
    if second && event.detail() > 0 {
        glide(
            &map,
            |zoomed| {
                let scale = held(zoomed.wanted.scale * STEP, 1.0, MOST);
                zoomed.wanted.about(zoomed.wanted.apply(point), scale)
            },
            choices,
        );
    }
    second && event.detail() > 0
}

/// What comes now is no second tap, however soon: a key came in between.
pub fn forget_tap() {
    TAP.set(None);
}

/// Brings a link into sight that the focus has come to.
pub fn reveal(link: &Element, choices: Choices) {
    let Some(map) = drawing_of(link) else { return };
    let hidden = with(&map, |zoomed| {
        let at = point_of(zoomed, link);
        zoomed.shown.scale > 1.0 && !zoomed.frame.grown(-24.0).has(zoomed.shown.apply(at))
    });
    if hidden == Some(true) {
        let scale = |zoomed: &Zoomed| Zoom::centred(zoomed.frame, point_of(zoomed, link), zoomed.shown.scale);
        glide(&map, scale, choices);
    }
}

/// Brings a place to the middle of the map that the reader sees in this figure.
pub fn show_place(figure: &Element, place: &str, choices: Choices) {
    if let Some(map) = drawn_map(figure) {
        to_place(&map, Some(place), choices);
    }
}

fn to_place(map: &SvgsvgElement, place: Option<&str>, choices: Choices) {
    // Of a canvas the links stand beside the picture.
    let root = around(map, ".crowd").unwrap_or_else(|| map.clone().into());
    let link = place.and_then(|id| within(&root, &format!("a[data-place='{id}']")));
    if let Some(link) = link {
        glide(
            map,
            |zoomed| Zoom::centred(zoomed.frame, point_of(zoomed, &link), zoomed.wanted.scale.max(NEAR)),
            choices,
        );
    }
}

/// Shows what an address says, on the map it names, and all of every other.
pub fn show(extent: Option<&Extent>) {
    MAPS.with_borrow_mut(|maps| {
        for zoomed in maps.iter_mut().filter(|zoomed| zoomed.shown != Zoom::NONE || zoomed.wanted != Zoom::NONE) {
            if extent.is_none_or(|extent| name_of(&zoomed.map).as_deref() != Some(&extent.map)) {
                zoomed.rest(Zoom::NONE);
            }
        }
    });
    let Some(extent) = extent else { return };
    for map in all(&format!("[data-view='{}'] svg.map", extent.map)) {
        let Ok(map) = map.dyn_into::<SvgsvgElement>() else { continue };
        with(&map, |zoomed| {
            if zoomed.extent().as_ref() != Some(extent) {
                zoomed.rest(zoomed.at(extent));
            }
        });
    }
}

/// Whether a reader has zoomed a map.
pub fn is_zoomed(map: &Element) -> bool {
    map.class_list().contains("zoomed")
}

fn on_wheel(event: &WheelEvent, choices: Choices) {
    let Some(map) = map_of(event) else { return };
    let active = ACTIVE.with_borrow(|active| active.as_ref().and_then(drawing_of).is_some_and(|one| one == map));
    if !(event.ctrl_key() || event.meta_key() || active) {
        return hint(&map, "by-wheel");
    }
    let pixels = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 16.0 };
    let factor = held((-event.delta_y() * pixels * WHEEL).exp(), 0.5, 2.0);
    let at = place_of(event);
    let moves = with(&map, |zoomed| {
        zoomed.look();
        let next = zoomed.about(at, factor);
        let moves = next != zoomed.wanted;
        if moves {
            zoomed.follow(next);
        }
        moves
    });
    // At the end of its way the map lets the page scroll, but a pinch on a pad never zooms the page here.
    if moves == Some(true) || event.ctrl_key() {
        event.prevent_default();
    }
    if moves == Some(true) {
        rest_after(&map, REST, choices);
    }
}

fn on_press(event: &PointerEvent) {
    DRAGGED.set(false);
    // With Ctrl it is the other button, and what it opens swallows the release.
    if event.pointer_type() != "mouse" || event.button() != 0 || event.ctrl_key() {
        return;
    }
    let Some(map) = map_of(event) else { return };
    let zoom = with(&map, |zoomed| {
        zoomed.look();
        zoomed.wanted
    });
    if let Some(zoom) = zoom.filter(|zoom| zoom.scale > 1.0) {
        GESTURE.set(Some((map, Gesture::Drag { from: place_of(event), zoom })));
    }
}

fn on_drag(event: &PointerEvent, choices: Choices) {
    let Some((map, Gesture::Drag { from, zoom })) = gesture() else { return };
    // It was let go where nobody saw it.
    if event.buttons() & 1 == 0 {
        return release(choices);
    }
    let at = place_of(event);
    if !DRAGGED.get() && at.distance(from) < CLICK {
        return;
    }
    DRAGGED.set(true);
    with(&map, |zoomed| {
        let scale = zoomed.lens.scale;
        zoomed.follow(zoom.moved(Point::new((at.x - from.x) / scale, (at.y - from.y) / scale)));
    });
}

fn on_touch(event: &TouchEvent) {
    let Some(map) = map_of(event) else { return };
    let Some((middle, apart)) = fingers(event) else { return hint(&map, "by-touch") };
    event.prevent_default();
    let zoom = with(&map, |zoomed| {
        zoomed.look();
        zoomed.wanted
    });
    if let Some(zoom) = zoom {
        GESTURE.set(Some((map, Gesture::Pinch { middle, apart, zoom })));
    }
}

fn on_touch_move(event: &TouchEvent) {
    let (Some((map, Gesture::Pinch { middle, apart, zoom })), Some(now)) = (gesture(), fingers(event)) else {
        return;
    };
    event.prevent_default();
    with(&map, |zoomed| {
        let (from, to) = (zoomed.lens.to_drawing(middle), zoomed.lens.to_drawing(now.0));
        let scale = held(zoom.scale * now.1 / apart, 1.0, MOST);
        zoomed.follow(zoom.about(from, scale).moved(Point::new(to.x - from.x, to.y - from.y)));
    });
}

fn release(choices: Choices) {
    if let Some((map, _)) = GESTURE.take() {
        rest_after(&map, 0, choices);
    }
}

fn gesture() -> Option<(SvgsvgElement, Gesture)> {
    GESTURE.with_borrow(Clone::clone)
}

/// The middle of two fingers, and how far they are apart.
fn fingers(event: &TouchEvent) -> Option<(Point, f64)> {
    let touches = event.touches();
    let at = |index| touches.get(index).map(|one| Point::new(one.client_x().into(), one.client_y().into()));
    let (a, b) = (at(0)?, at(1)?);
    Some((Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0), a.distance(b).max(1.0)))
}

/// Says once how a map is moved.
fn hint(map: &SvgsvgElement, class: &'static str) {
    let Some(view) = around(map, ".view").filter(|_| !HINTED.replace(true)) else { return };
    mark(&view, class, true);
    later(HINT, move || mark(&view, class, false));
}

fn nearer(map: &SvgsvgElement, factor: f64, choices: Choices) {
    let next =
        |zoomed: &Zoomed| zoomed.wanted.about(zoomed.frame.centre(), held(zoomed.wanted.scale * factor, 1.0, MOST));
    glide(map, next, choices);
}

/// Brings what has the focus nearer or farther, and leaves it where the reader sees it.
fn nearer_about(map: &SvgsvgElement, event: &KeyboardEvent, factor: f64, choices: Choices) {
    let link = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(link) = link.and_then(|target| around(&target, "a[data-place]")) else {
        return nearer(map, factor, choices);
    };
    let next = |zoomed: &Zoomed| {
        let at = zoomed.wanted.apply(point_of(zoomed, &link));
        zoomed.wanted.about(at, held(zoomed.wanted.scale * factor, 1.0, MOST))
    };
    glide(map, next, choices);
}

/// Moves a map smoothly, or at once for those who want no motion.
fn glide(map: &SvgsvgElement, next: impl Fn(&Zoomed) -> Zoom, choices: Choices) {
    with(map, |zoomed| {
        zoomed.rest(zoomed.wanted);
        zoomed.look();
        let next = next(zoomed);
        mark(map, "gliding", !is_still());
        zoomed.follow(next);
    });
    rest_after(map, if is_still() { 0 } else { GLIDE }, choices);
}

/// Puts everything in its place, unless something else is asked for before.
fn rest_after(map: &SvgsvgElement, wait: i32, choices: Choices) {
    let turn = with(map, |zoomed| {
        zoomed.turns = zoomed.turns.wrapping_add(1);
        zoomed.turns
    });
    let map = map.clone();
    let rest = move || {
        let extent = with(&map, |zoomed| {
            (turn == Some(zoomed.turns)).then(|| {
                zoomed.rest(zoomed.wanted);
                zoomed.extent()
            })
        });
        if let Some(Some(extent)) = extent {
            choices.update(|state| *state = std::mem::take(state).zoom(extent));
        }
    };
    if wait == 0 { rest() } else { later(wait, rest) }
}

impl Zoomed {
    fn new(map: &SvgsvgElement) -> Option<Self> {
        let pane: SvgsvgElement = within(map, ".pane.main")?.dyn_into().ok()?;
        let [x, y, width, height] = camera::home(map);
        let items = all_within(map, ".at").filter_map(Item::new).collect();
        Some(Self {
            home: camera::home(&pane),
            frame: Rect::new(x, y, width, height),
            map: map.clone(),
            pane,
            items,
            shown: Zoom::NONE,
            wanted: Zoom::NONE,
            lens: Lens { scale: 1.0, own: Point::new(0.0, 0.0), window: Point::new(0.0, 0.0) },
            turns: 0,
        })
    }

    /// Takes down how the drawing lies in the window; only while it rests.
    fn look(&mut self) {
        if self.shown != self.wanted {
            return;
        }
        let rect = self.map.get_bounding_client_rect();
        if let Some(matrix) = self.map.get_screen_ctm() {
            let window = Point::new(f64::from(matrix.e()), f64::from(matrix.f()));
            let own = Point::new(window.x - rect.left(), window.y - rect.top());
            self.lens = Lens { scale: f64::from(matrix.a()), own, window };
        }
    }

    /// Zoomed further about a point of the window.
    fn about(&self, at: Point, factor: f64) -> Zoom {
        let scale = held(self.wanted.scale * factor, 1.0, MOST);
        self.wanted.about(self.lens.to_drawing(at), scale).within(self.frame)
    }

    /// Shows what is wanted by moving the drawing as it is.
    fn follow(&mut self, next: Zoom) {
        self.wanted = next.within(self.frame);
        let Zoom { scale, shift } = self.shown.towards(self.wanted);
        let Lens { scale: unit, own, .. } = self.lens;
        let [x, y] = [own.x * (1.0 - scale) + shift.x * unit, own.y * (1.0 - scale) + shift.y * unit];
        mark(&self.map, "held", true);
        // Whole numbers: writing others would bring ten kilobytes into the WASM.
        let [x, y, thousandths] = [x, y, scale * 1000.0].map(|number| number.round() as i32);
        self.style("transform", &format!("translate({x}px,{y}px) scale(calc({thousandths}/1000))"));
    }

    /// Puts everything where it belongs.
    fn rest(&mut self, zoom: Zoom) {
        self.shown = zoom.within(self.frame);
        self.wanted = self.shown;
        let Self { frame, home, shown, .. } = self;
        let seen = shown.seen(*frame);
        let [left, top, width, height] = *home;
        let (across, down) = (width / frame.width, height / frame.height);
        camera::set_frame(
            &self.pane,
            [
                left + (seen.x - frame.x) * across,
                top + (seen.y - frame.y) * down,
                seen.width * across,
                seen.height * down,
            ],
        );
        let zoomed = self.shown != Zoom::NONE;
        self.items.iter().for_each(|item| item.place(self.shown, zoomed));
        mark(&self.map, "zoomed", zoomed);
        mark(&self.root(), "zoomed", zoomed);
        let Zoom { scale, shift } = self.shown;
        super::scale_bar::show(&self.map, scale);
        if zoomed {
            self.make_room();
        }
        mark(&self.map, "gliding", false);
        mark(&self.map, "held", false);
        self.style("transform", "");
        for (name, value) in [("--zoom", scale * 1000.0), ("--zoom-x", shift.x * 10.0), ("--zoom-y", shift.y * 10.0)]
        {
            let value = if zoomed { (value.round() as i32).to_string() } else { String::new() };
            self.style(name, &value);
        }
        canvas::draw(&self.map);
    }

    /// Takes away the names for which there is no room after all: those of an inset stand among the others now.
    /// Places come first, then what is written before the others in the page.
    fn make_room(&self) {
        let drawn = |which: &str| all_within(&self.map, which).filter(is_drawn);
        let bounds = |element: &Element| {
            let rect = element.get_bounding_client_rect();
            Rect::new(rect.left(), rect.top(), rect.width(), rect.height()).grown(-2.0)
        };
        let signs = ".at:not(.label) :is(use, .city-dot, .station), .scale-bar text";
        let mut taken: Vec<Rect> = drawn(signs).map(|sign| bounds(&sign)).collect();
        for which in [".label:is(.place, .number)", ".label:not(.place, .number)"] {
            for label in drawn(which) {
                let own = bounds(&label);
                let free = taken.iter().all(|other| own.overlap(other) == 0.0);
                if free {
                    taken.push(own);
                } else {
                    mark(&label, "crowded", true);
                }
            }
        }
    }

    fn style(&self, name: &str, value: &str) {
        let _ = self.root().unchecked_ref::<HtmlElement>().style().set_property(name, value);
    }

    /// What moves: a canvas along with the picture over it.
    fn root(&self) -> Element {
        around(&self.map, ".crowd").unwrap_or_else(|| self.map.clone().into())
    }

    /// What an address says of the zoom; nothing of the map as it is at first, and nothing of a map without a name.
    fn extent(&self) -> Option<Extent> {
        let (map, zoom) = (name_of(&self.map)?, self.wanted);
        let [left, top, width, height] = self.home;
        let middle = zoom.seen(self.frame).centre();
        let x = left + (middle.x - self.frame.x) / self.frame.width * width;
        let y = top + (middle.y - self.frame.y) / self.frame.height * height;
        let percent = (zoom.scale * 100.0).round() as u32;
        (percent > 100).then(|| Extent { map, centre: [x.round() as i32, y.round() as i32], percent })
    }

    /// The zoom that an address asks for.
    fn at(&self, extent: &Extent) -> Zoom {
        let [left, top, width, height] = self.home;
        let [x, y] = extent.centre.map(f64::from);
        let point = Point::new(
            self.frame.x + (x - left) / width * self.frame.width,
            self.frame.y + (y - top) / height * self.frame.height,
        );
        Zoom::centred(self.frame, point, held(f64::from(extent.percent) / 100.0, 1.0, MOST)).within(self.frame)
    }
}

impl Item {
    fn new(element: Element) -> Option<Self> {
        let graphics: &SvgGraphicsElement = element.dyn_ref()?;
        let transform = graphics.transform().base_val().get_item(0).ok()?;
        let matrix = transform.matrix();
        let number = |name: &str| element.get_attribute(name)?.parse::<u32>().ok().map(f64::from);
        let main = element.get_attribute("data-main").and_then(|main| {
            let (x, y) = main.split_once(' ')?;
            Some(Point::new(x.parse::<i32>().ok()?.into(), y.parse::<i32>().ok()?.into()))
        });
        Some(Self {
            at: Point::new(f64::from(matrix.e()), f64::from(matrix.f())),
            main,
            from: number("data-from").unwrap_or(0.0) / 100.0,
            until: number("data-until").map_or(f64::INFINITY, |until| until / 100.0),
            transform,
            element,
        })
    }

    fn place(&self, zoom: Zoom, zoomed: bool) {
        let base = self.main.filter(|_| zoomed).unwrap_or(self.at);
        // What stands in an inset stands there until the map is zoomed.
        let at = if zoomed || self.main.is_none() { zoom.apply(base) } else { base };
        let _ = self.transform.set_translate(at.x as f32, at.y as f32);
        let room = (zoom.scale >= self.from && zoom.scale < self.until) || (self.main.is_some() && !zoomed);
        mark(&self.element, "crowded", !room);
    }
}

impl Lens {
    fn to_drawing(self, at: Point) -> Point {
        Point::new((at.x - self.window.x) / self.scale, (at.y - self.window.y) / self.scale)
    }
}

/// Where a link of the map stands in the drawing as it was laid out.
fn point_of(zoomed: &Zoomed, link: &Element) -> Point {
    let item = zoomed.items.iter().find(|item| item.element == *link);
    item.map_or_else(
        || {
            let middle = canvas::place_of(link).unwrap_or_else(|| centre(link));
            zoomed.shown.invert(zoomed.lens.to_drawing(middle))
        },
        |item| item.main.unwrap_or(item.at),
    )
}

/// Does something with a map.
fn with<T>(map: &SvgsvgElement, act: impl FnOnce(&mut Zoomed) -> T) -> Option<T> {
    MAPS.with_borrow_mut(|maps| {
        if !maps.iter().any(|zoomed| zoomed.map == *map) {
            maps.push(Zoomed::new(map)?);
        }
        maps.iter_mut().find(|zoomed| zoomed.map == *map).map(act)
    })
}

fn name_of(map: &Element) -> Option<String> {
    around(map, "[data-view]")?.get_attribute("data-view")
}

fn map_of(event: &Event) -> Option<SvgsvgElement> {
    let hit = event.target()?.dyn_into::<Element>().ok()?;
    drawing_of(&hit)
}

/// The drawing that an element is of: of a canvas the picture over it, whose frame it shows.
fn drawing_of(part: &Element) -> Option<SvgsvgElement> {
    let map = around(part, "svg.map").or_else(|| all_within(&around(part, ".crowd")?, "svg.map").find(is_drawn));
    map?.dyn_into().ok()
}

fn drawn_map(part: &Element) -> Option<SvgsvgElement> {
    all_within(part, "svg.map").find(is_drawn)?.dyn_into().ok()
}

fn place_of(event: &MouseEvent) -> Point {
    Point::new(event.client_x().into(), event.client_y().into())
}
