//! The one camera over all maps. Each chapter has its own drawing; when it comes into sight, or a step turns to
//! another, its main pane starts at what was shown last and moves to its own frame. All maps count in the same
//! units of ground, so that a frame of one is a frame of every other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use contract::{Mode, attribute, class, joined, selector};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, SvgsvgElement};

use super::dom::{all, all_within, around, drawn_link, drawn_map, is_drawn, mark, within};
use super::focus::{focus_in_place, focused};
use super::legible::keep_legible;
use super::tab_stop::make_stop;
use super::view_box::{self, Frame, frame, home};
use super::window::is_still;
use super::{canvas, zoom};
use crate::geometry::{between, eased};

/// How long a change of frame takes, in milliseconds.
const MOVE: f64 = 700.0;

/// What is called on the next frame, and holds itself until it has come to its end.
type OnFrame = Rc<RefCell<Option<Closure<dyn FnMut(f64)>>>>;

thread_local! {
    /// What the camera showed last.
    static LAST: Cell<Option<Frame>> = const { Cell::new(None) };
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
        view_box::set(&self.pane, frame);
        view_box::set(&self.map, between(self.parts[0], self.parts[1], share));
        canvas::draw(&self.map);
        LAST.set(Some(frame));
    }
}

/// A map has come into sight; one that the reader has zoomed stays as it is.
pub fn enter(drawings: &Element, mode: Mode) {
    if let Some(map) = drawn_map(drawings).filter(|map| !zoom::is_zoomed(map)) {
        turn(&map, mode);
    }
}

/// The reader has come to a step that this view of a figure belongs to.
pub fn turn_to(figure: &Element, view: &Element, mode: Mode) {
    let left = focused().filter(|focused| figure.contains(Some(focused)) && !view.contains(Some(focused)));
    for other in all_within(figure, class::of::VIEW) {
        mark(&other, class::CURRENT, other == *view);
    }
    // By a class: a browser that cannot ask what a figure holds would show both.
    within(figure, class::of::DRAWINGS)
        .iter()
        .for_each(|drawings| mark(drawings, class::OF_STEP, view.has_attribute(attribute::STEP)));
    // What is hidden with its view would drop the focus: the same place has it in the view that comes, or else its map.
    if let Some(link) = left.filter(|left| around(left, class::of::VIEW).is_some()) {
        let same = link.get_attribute(attribute::PLACE).and_then(|id| drawn_link(view, &id));
        let next = same.or_else(|| all_within(view, "a[tabindex='0']").find(is_drawn));
        next.iter().for_each(focus_in_place);
    }
    if let Some(map) = drawn_map(view) {
        turn(&map, mode);
    }
}

/// Turns the camera to a map.
fn turn(map: &SvgsvgElement, mode: Mode) {
    let pane = within(map, selector::MAIN_PANE).filter(|_| mode == Mode::Steps);
    let Some(pane) = pane.map(JsCast::unchecked_into) else { return };
    let (home, whole) = (home(&pane), home(map));
    let part = part_with_stop(map, whole);
    let shot = Shot { parts: [frame(map), part], frames: [LAST.get().unwrap_or(home), home], map: map.clone(), pane };
    let arrived = |ways: [Frame; 2]| ways[0] == ways[1];
    if is_still() || arrived(shot.frames) && arrived(shot.parts) {
        shot.show(1.0);
        keep_legible(map);
    } else {
        travel(shot)
    }
}

/// The part of a drawing that holds the mark with the focus, or else what the step names, or else the mark that Tab comes to,
/// where there is not the room for all of it.
fn part(map: &SvgsvgElement, whole: Frame) -> Frame {
    let Some([upper, lower]) = halves(map, whole).filter(|_| is_low(map)) else { return whole };
    let held = focused().filter(|focused| map.contains(Some(focused)) && focused.class_list().contains(class::MARK));
    let below: Vec<bool> = match held {
        Some(mark) => vec![is_below(&mark)],
        None => all_within(map, joined!(selector::MARK, class::of::TOLD)).map(|mark| is_below(&mark)).collect(),
    };
    match (below.contains(&true), below.contains(&false)) {
        (true, true) => whole,
        (true, false) => lower,
        (false, true) => upper,
        (false, false) => {
            if stop_of(map).is_some_and(|stop| is_below(&stop)) {
                lower
            } else {
                upper
            }
        }
    }
}

/// The mark that Tab comes to.
fn stop_of(map: &SvgsvgElement) -> Option<Element> {
    all_within(map, "a[tabindex='0']").find(|link| link.class_list().contains(class::MARK))
}

/// The same part, in which the map's tab stop is from now on: to find one outside of it the browser would move the page.
fn part_with_stop(map: &SvgsvgElement, whole: Frame) -> Frame {
    let part = part(map, whole);
    if part != whole
        && let Some(stop) = stop_of(map)
    {
        let is_in = |mark: &Element| is_below(mark) == (part[1] != whole[1]);
        let next = all_within(map, selector::MARK).find(|mark| is_in(mark) && is_drawn(mark));
        if let Some(next) = next.filter(|_| !is_in(&stop)) {
            make_stop(map, &next);
        }
    }
    part
}

/// The main map and the inset below it.
fn halves(map: &SvgsvgElement, [x, y, width, height]: Frame) -> Option<[Frame; 2]> {
    let cut = map.get_attribute(attribute::CUT)?.parse::<i32>().ok()?.into();
    Some([[x, y, width, cut - y], [x, cut, width, y + height - cut]])
}

/// Whether the drawing has less room than it would take.
fn is_low(map: &SvgsvgElement) -> bool {
    let rect = map.get_bounding_client_rect();
    rect.height() < rect.width() * 1.2
}

/// Whether a mark stands in the inset below.
fn is_below(mark: &Element) -> bool {
    mark.has_attribute(attribute::BELOW)
}

/// Shows the part of a drawing that a mark stands in.
pub fn reveal(mark: &Element) {
    let map = around(mark, selector::MAP).filter(|_| mark.class_list().contains(class::MARK));
    let Some(map) = map.map(JsCast::unchecked_into) else { return };
    let (shown, whole) = (frame(&map), home(&map));
    if let Some([upper, lower]) = halves(&map, whole).filter(|_| shown != whole) {
        view_box::set(&map, if is_below(mark) { lower } else { upper });
    }
}

/// Moves the camera frame by frame: labels are out before it starts and in after it ends.
fn travel(shot: Shot) {
    let number = MOVES.get().wrapping_add(1);
    MOVES.set(number);
    all(joined!("svg", class::of::MOVING)).for_each(|map| mark(&map, class::MOVING, false));
    mark(&shot.map, class::MOVING, true);
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
            mark(&shot.map, class::MOVING, false);
            keep_legible(&shot.map);
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
pub fn rest(mode: Mode) {
    MOVES.set(MOVES.get().wrapping_add(1));
    LAST.set(None);
    all(joined!("svg", class::of::MOVING)).for_each(|map| mark(&map, class::MOVING, false));
    view_box::rest();
    if mode == Mode::Steps {
        let low = all(joined!(selector::MAP, attribute::of::CUT)).filter(is_drawn);
        for map in low.map(JsCast::unchecked_into) {
            view_box::set(&map, part_with_stop(&map, home(&map)));
        }
    }
    all(joined!(selector::MAP, "[style]")).for_each(|map| keep_legible(map.unchecked_ref()));
}
