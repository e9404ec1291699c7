//! The one camera over all maps. Each chapter has its own drawing; when it comes into sight, or a step turns to
//! another, its main pane starts at what was shown last and moves to its own frame. All maps count in the same
//! units of ground, so that a frame of one is a frame of every other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, SvgsvgElement};

use super::{
    all, all_within, around, canvas, display_settings, focus_in_place, focused, is_drawn, is_still, mark, within,
    zoom,
};
use crate::geometry::{between, eased};
use crate::state::Mode;

/// How long a change of frame takes, in milliseconds.
const MOVE: f64 = 700.0;
/// Where a drawing says that its inset begins.
const CUT: &str = "data-cut";

/// Left, top, width, height.
pub type Frame = [f64; 4];
/// What is called on the next frame, and holds itself until it has come to its end.
type OnFrame = Rc<RefCell<Option<Closure<dyn FnMut(f64)>>>>;

thread_local! {
    /// What the camera showed last.
    static LAST: Cell<Option<Frame>> = const { Cell::new(None) };
    /// The drawings that have been shown, with their own frames.
    static HOMES: RefCell<Vec<(SvgsvgElement, Frame)>> = const { RefCell::new(Vec::new()) };
    /// Counts the moves, so that a new one ends the one before.
    static MOVES: Cell<u32> = const { Cell::new(0) };
}

/// A drawing and what it is to show: its main pane's frame, and the part of the whole drawing.
struct Shot {
    map: SvgsvgElement,
    pane: SvgsvgElement,
    frames: [Frame; 2],
    parts: [Frame; 2],
}

impl Shot {
    fn show(&self, share: f64) {
        let frame = between(self.frames[0], self.frames[1], share);
        set_frame(&self.pane, frame);
        set_frame(&self.map, between(self.parts[0], self.parts[1], share));
        canvas::draw(&self.map);
        LAST.set(Some(frame));
    }
}

/// A map has come into sight; one that the reader has zoomed stays as it is.
pub fn enter(drawings: &Element) {
    if let Some(map) = drawn_map(drawings).filter(|map| !zoom::is_zoomed(map)) {
        turn(&map);
    }
}

/// The reader has come to a step that this view of a figure belongs to.
pub fn turn_to(figure: &Element, view: &Element) {
    let left = focused().filter(|focused| figure.contains(Some(focused)) && !view.contains(Some(focused)));
    for other in all_within(figure, ".view") {
        mark(&other, "current", other == *view);
    }
    // By a class: a browser that cannot ask what a figure holds would show both.
    within(figure, ".drawings")
        .iter()
        .for_each(|drawings| mark(drawings, "of-step", view.has_attribute("data-step")));
    // What is hidden with its view would drop the focus: the same place has it in the view that comes, or else its map.
    if let Some(link) = left.filter(|left| around(left, ".view").is_some()) {
        let same = link.get_attribute("data-place").map(|id| format!("a[data-place='{id}']"));
        let same = same.and_then(|same| all_within(view, &same).find(is_drawn));
        let next = same.or_else(|| all_within(view, "a[tabindex='0']").find(is_drawn));
        next.iter().for_each(focus_in_place);
    }
    if let Some(map) = drawn_map(view) {
        turn(&map);
    }
}

/// Turns the camera to a map.
fn turn(map: &SvgsvgElement) {
    let pane = within(map, ".pane.main").filter(|_| display_settings::mode() == Mode::Steps);
    let Some(pane) = pane.and_then(|pane| pane.dyn_into().ok()) else { return };
    let (home, whole) = (home(&pane), home(map));
    let part = part(map, whole);
    let shot = Shot { parts: [frame(map), part], frames: [LAST.get().unwrap_or(home), home], map: map.clone(), pane };
    let arrived = |ways: [Frame; 2]| ways[0] == ways[1];
    if is_still() || arrived(shot.frames) && arrived(shot.parts) { shot.show(1.0) } else { travel(shot) }
}

/// The part of a drawing that holds what the step names, where there is not the room for all of it.
fn part(map: &SvgsvgElement, whole: Frame) -> Frame {
    let Some([upper, lower]) = halves(map, whole).filter(|_| is_low(map)) else { return whole };
    let below: Vec<bool> = all_within(map, "a.mark.told").map(|mark| is_below(&mark)).collect();
    match (below.contains(&true), below.contains(&false)) {
        (true, false) => lower,
        (true, true) => whole,
        (false, _) => upper,
    }
}

/// The main map and the inset below it.
fn halves(map: &SvgsvgElement, [x, y, width, height]: Frame) -> Option<[Frame; 2]> {
    let cut = map.get_attribute(CUT)?.parse::<i32>().ok()?.into();
    Some([[x, y, width, cut - y], [x, cut, width, y + height - cut]])
}

/// Whether the drawing has less room than it would take.
fn is_low(map: &SvgsvgElement) -> bool {
    let rect = map.get_bounding_client_rect();
    rect.height() < rect.width() * 1.2
}

/// Whether a mark stands in the inset below.
fn is_below(mark: &Element) -> bool {
    mark.has_attribute("data-below")
}

/// Shows the part of a drawing that a mark stands in.
pub fn reveal(mark: &Element) {
    let map = around(mark, "svg.map").filter(|_| mark.class_list().contains("mark"));
    let Some(map) = map.and_then(|map| map.dyn_into::<SvgsvgElement>().ok()) else { return };
    let (shown, whole) = (frame(&map), home(&map));
    if let Some([upper, lower]) = halves(&map, whole).filter(|_| shown != whole) {
        set_frame(&map, if is_below(mark) { lower } else { upper });
    }
}

/// Moves the camera frame by frame: labels are out before it starts and in after it ends.
fn travel(shot: Shot) {
    let number = MOVES.get().wrapping_add(1);
    MOVES.set(number);
    all("svg.moving").for_each(|map| mark(&map, "moving", false));
    mark(&shot.map, "moving", true);
    shot.show(0.0);
    let began = Cell::new(None);
    let again = OnFrame::default();
    let next = again.clone();
    *again.borrow_mut() = Some(Closure::new(move |now: f64| {
        let start = began.get().unwrap_or(now);
        began.set(Some(start));
        let current = MOVES.get() == number;
        let share = if current { (now - start) / MOVE } else { 1.0 };
        // Another move has begun; where this one ends no longer counts for the camera.
        let last = LAST.get();
        shot.show(eased(share));
        if !current {
            LAST.set(last);
        }
        if share < 1.0 {
            return request(&next);
        }
        if current {
            mark(&shot.map, "moving", false);
        }
        next.borrow_mut().take();
    }));
    request(&again);
}

fn request(again: &OnFrame) {
    if let (Some(window), Some(call)) = (web_sys::window(), again.borrow().as_ref()) {
        let _ = window.request_animation_frame(call.as_ref().unchecked_ref());
    }
}

/// Puts every drawing to its own frame at once, and to the part of it that this way of telling shows.
pub fn rest() {
    MOVES.set(MOVES.get().wrapping_add(1));
    LAST.set(None);
    all("svg.moving").for_each(|map| mark(&map, "moving", false));
    HOMES.with_borrow(|homes| homes.iter().for_each(|(drawing, home)| set_frame(drawing, *home)));
    if display_settings::mode() == Mode::Steps {
        let low = all(&format!("svg.map[{CUT}]")).filter(is_drawn);
        for map in low.filter_map(|map| map.dyn_into().ok()) {
            set_frame(&map, part(&map, home(&map)));
        }
    }
}

/// A drawing's own frame: what it showed when it was first asked.
pub fn home(drawing: &SvgsvgElement) -> Frame {
    HOMES.with_borrow_mut(|homes| {
        let known = homes.iter().find(|(one, _)| one == drawing).map(|(_, home)| *home);
        known.unwrap_or_else(|| {
            let home = frame(drawing);
            homes.push((drawing.clone(), home));
            home
        })
    })
}

/// What a drawing shows now. Read and written as numbers: their text would bring its own machinery into the WASM.
fn frame(drawing: &SvgsvgElement) -> Frame {
    let shown = drawing.view_box().base_val();
    shown.map_or([0.0; 4], |rect| [rect.x(), rect.y(), rect.width(), rect.height()].map(f64::from))
}

/// Lets a drawing show this.
pub fn set_frame(drawing: &SvgsvgElement, frame: Frame) {
    if let Some(rect) = drawing.view_box().base_val() {
        let [x, y, width, height] = frame.map(|side| side as f32);
        rect.set_x(x);
        rect.set_y(y);
        rect.set_width(width);
        rect.set_height(height);
    }
}

/// The drawing in use of those within an element.
fn drawn_map(within: &Element) -> Option<SvgsvgElement> {
    all_within(within, "svg.map").find(is_drawn)?.dyn_into().ok()
}
