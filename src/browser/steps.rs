//! Which step and which section the reader has come to, and the way to the next. Scrolling is the reader's:
//! the page moves by itself only when a button or key asks for it.

use contract::payload::Way;
use contract::{attribute, class, id, joined};
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserverEntry, KeyboardEvent};

use super::choices::Choices;
use super::dom::{all, around, by_id, is_drawn, set_or_remove, within};
use super::focus::{focus_in_place, focused};
use super::fragment::fragment;
use super::sheet::has_moved_page;
use super::step::{find_step, is_pinned};
use super::window::{is_still, window_height};
use super::{asking, camera};

/// What touches this line is what the reader has come to: a band of the window, a thousandth of its height. Below
/// the middle, so that it lies under the map of a small screen and a step is whole in sight when the map turns to it.
const LINE: f64 = 0.66;
const LINE_MARGIN: &str = "-66% 0px -33.9% 0px";
/// A map is in sight when it reaches this far into the window.
const SIGHT_MARGIN: &str = "-10% 0px -10% 0px";
/// What begins above this is what the reader looks at, in CSS pixels: the header and a little more.
const TOP: f64 = 140.0;

/// How much of the row of chapters is seen before the reader's, in CSS pixels.
const BEFORE: i32 = 90;

/// The way that a key leads.
pub fn way_of(event: &KeyboardEvent) -> Option<Way> {
    let other = event.ctrl_key() || event.meta_key() || event.shift_key();
    match event.key().as_str() {
        "PageUp" if event.alt_key() && !other => Some(Way::Previous),
        "PageDown" if event.alt_key() && !other => Some(Way::Next),
        _ => None,
    }
}

/// Follows the reader through the page for as long as it is open.
pub fn watch(choices: Choices) {
    camera::rest(choices.now().shown.mode);
    let mut touching: Vec<Element> = Vec::new();
    observe(joined!(class::of::STEP, ",main > section"), LINE_MARGIN, move |element, touches| {
        touching.retain(|other| *other != element);
        if touches {
            touching.push(element);
        }
        arrive(&touching, choices);
    });
    observe(class::of::DRAWINGS, SIGHT_MARGIN, move |drawings, in_sight| {
        if in_sight {
            camera::enter(&drawings, choices.now().shown.mode);
        }
    });
}

/// Calls back with each of these elements that comes into the window, less its margin, or leaves it.
fn observe(selector: &str, margin: &str, mut call: impl FnMut(Element, bool) + 'static) {
    let call =
        Closure::<dyn FnMut(Vec<IntersectionObserverEntry>)>::new(move |entries: Vec<IntersectionObserverEntry>| {
            entries.iter().for_each(|entry| call(entry.target(), entry.is_intersecting()));
        });
    let observer = asking::watch(call.as_ref(), margin);
    all(selector).for_each(|element| observer.observe(&element));
    call.forget();
}

/// Takes down which step and which section touch the line; between two it is the later.
fn arrive(touching: &[Element], choices: Choices) {
    let last = |is_step: bool| {
        let of_kind = touching.iter().filter(|element| element.class_list().contains(class::STEP) == is_step);
        let top = |element: &&Element| element.get_bounding_client_rect().top() as i32;
        of_kind.max_by_key(top).map(|element| element.id())
    };
    show_section(last(false).as_deref());
    // Only readers come to a step.
    if !has_moved_page() {
        come_to(last(true), choices);
    }
}

/// The reader has come to a step, or to none.
pub fn come_to(step: Option<String>, choices: Choices) {
    let now = choices.now();
    if now.step != step {
        // The story moves its map on; what the reader has zoomed elsewhere stays.
        let moves_on = |map: &str| {
            let stage = step.as_deref().and_then(find_step).and_then(|step| around(&step, class::of::STAGE));
            stage.is_some_and(|stage| within(&stage, &attribute::with("", attribute::VIEW, map)).is_some())
        };
        let extent = now.extent.filter(|extent| !moves_on(&extent.map));
        choices.change(|state| state.reach(step).zoom(extent));
    }
}

/// Marks the section in the navigation.
fn show_section(id: Option<&str>) {
    let here = id.map(id::fragment);
    for link in all("header nav a") {
        let is_here = link.get_attribute("href") == here;
        let is_new = is_here && !link.has_attribute("aria-current");
        set_or_remove(&link, "aria-current", is_here.then_some("true"));
        if is_new && let Some(row) = link.parent_element() {
            // Not by `scrollIntoView`, which would keep it clear of the header and move the page.
            let aside = link.get_bounding_client_rect().left() - row.get_bounding_client_rect().left();
            row.set_scroll_left(row.scroll_left() + aside as i32 - BEFORE);
        }
    }
}

/// Goes to the next step or the one before, and says which it is.
pub fn go(way: Way, choices: Choices) {
    let steps: Vec<Element> = all(class::of::STEP).filter(is_drawn).collect();
    let now = choices.now().step;
    let at = now.and_then(|now| steps.iter().position(|step| step.id() == now));
    let line = window_height() * LINE;
    let below = |step: &Element| step.get_bounding_client_rect().top() > line;
    let target = match (way, at) {
        (Way::Next, Some(at)) => steps.get(at + 1),
        (Way::Previous, Some(at)) => at.checked_sub(1).and_then(|at| steps.get(at)),
        (Way::Next, None) => steps.iter().find(|step| below(step)),
        (Way::Previous, None) => steps.iter().rfind(|step| !below(step)),
    };
    let Some(target) = target else { return };
    asking::reveal(target, !is_still());
    announce(target);
    take_focus_along(target);
}

/// Leads on to the map that the fragment names: beside steps its figure has no box of its own, so the browser stays where it
/// is, and its caption has one.
pub fn follow_fragment() {
    let figure = by_id(id::target(&fragment()));
    let figure = figure.filter(|figure| figure.class_list().contains(class::MAP_FIGURE) && !is_drawn(figure));
    if let Some(caption) = figure.and_then(|figure| within(&figure, "figcaption")) {
        caption.scroll_into_view_with_bool(true);
    }
}

/// Says the step's head to those who do not see it come.
fn announce(step: &Element) {
    if let Some(head) = within(step, "h3") {
        super::announcer::announce(&head.text_content().unwrap_or_default());
    }
}

/// What had the focus would be left behind, out of sight, and the next Tab would lead back there: a button of another
/// chapter's strip gives it to its like, words of another step to this one.
fn take_focus_along(step: &Element) {
    let (Some(focused), Some(stage)) = (focused(), around(step, class::of::STAGE)) else { return };
    if let Some(way) = focused.get_attribute(attribute::GO) {
        let like =
            within(&stage, &attribute::with("", attribute::GO, &way)).filter(|_| !stage.contains(Some(&focused)));
        like.iter().for_each(focus_in_place);
    } else if around(&focused, "main").is_some() && !step.contains(Some(&focused)) {
        let _ = step.set_attribute("tabindex", "-1");
        focus_in_place(step);
    }
}

/// What the reader looks at: the step reached, or else the last part that begins above the upper edge.
pub fn anchor(reached: Option<&str>) -> Option<Element> {
    reached.and_then(find_step).or_else(|| {
        all(attribute::of::ANCHOR).filter(|element| element.get_bounding_client_rect().top() < TOP).last()
    })
}

/// Keeps what the reader looks at where it was before the page was told otherwise; a step must not lie under the map.
pub fn keep(anchor: &Element, before: f64) {
    if anchor.class_list().contains(class::STEP) && is_pinned(anchor) {
        return asking::reveal(anchor, false);
    }
    let now = anchor.get_bounding_client_rect().top();
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, now - before);
    }
}
