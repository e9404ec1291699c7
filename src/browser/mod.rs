//! The only code that touches the browser. Whatever it cannot do is left undone: the page stays
//! as it was prerendered.

mod address;
mod asking;
mod camera;
#[cfg_attr(not(feature = "whole"), path = "no_canvas.rs")]
mod canvas;
mod display_settings;
mod events;
mod layers;
#[cfg_attr(not(feature = "whole"), path = "no_ledger.rs")]
mod ledger;
mod map_description;
mod measures;
mod panel;
mod scale_bar;
mod step_highlight;
mod steps;
mod zoom;

pub use address::state_in_address;
pub use panel::place_from_address;

use leptos::prelude::{RwSignal, Update, WithUntracked};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, EventTarget, HtmlElement, NodeList};

use crate::state::State;

/// The reader's choices, shared by all islands through context.
pub type Choices = RwSignal<State>;

/// Shows what has changed from one state to the next: in the address, on the marks and names, in the story,
/// in charts and ledger.
pub fn show(before: Option<&State>, now: &State) {
    let nothing = State::default();
    let old = before.unwrap_or(&nothing);
    if old.place != now.place {
        panel::show_place(now.place.as_deref());
        panel::show_selected(now.place.as_deref());
    }
    if old.fact != now.fact {
        panel::show_fact(now.fact.as_deref());
    }
    if old.step != now.step {
        step_highlight::show_step(now.step.as_deref());
    }
    if old.measure != now.measure {
        measures::show_measure(now.measure.as_deref());
    }
    if old.off != now.off || old.shade != now.shade {
        layers::show(now);
    }
    if old.extent != now.extent {
        zoom::show(now.extent.as_ref());
    }
    if old.off != now.off || old.shade != now.shade || old.measure != now.measure || old.extent != now.extent {
        map_description::show(now);
    }
    // The rows are touched only when the choice of rows has changed; the first time switches the controls on.
    if before.is_none_or(|before| before.ledger != now.ledger) {
        ledger::show(&now.ledger);
    }
    // Last, when all that it says is shown; writing it takes longer than showing a place on a map of thousands.
    let chosen = now.clone();
    when_shown(move || address::show_in_address(&chosen));
}

/// Follows the reader for as long as the page is open.
pub fn watch(choices: Choices) {
    for reader in all(".reader") {
        listen(&reader, "click", move |event| events::on_click(&event, choices));
        listen(&reader, "input", move |event: web_sys::Event| ledger::on_input(&event, choices));
        listen(&reader, "keydown", move |event| events::on_key(&event, choices));
    }
    if let Some(window) = web_sys::window() {
        listen(&window, "popstate", move |_: web_sys::Event| follow_history(choices));
        listen(&window, "hashchange", |_: web_sys::Event| steps::follow_fragment());
    }
    steps::follow_fragment();
    layers::start();
    steps::watch(choices);
    zoom::watch(choices);
    // Where another effect has selected a place before this one ran, the canvas shows it now.
    canvas::start();
    canvas::select(choices.with_untracked(|state| state.place.clone()).as_deref());
}

/// Opens and closes what the browser's history, or a link to a card, has chosen.
fn follow_history(choices: Choices) {
    if let Some(State { place, fact, .. }) = address::chosen_by_history() {
        choices.update(|state| *state = State { place, fact, ..std::mem::take(state) });
    }
}

/// Calls back with every event of this name, for as long as the page is open.
fn listen<E: FromWasmAbi + 'static>(target: &EventTarget, name: &str, call: impl FnMut(E) + 'static) {
    let call = Closure::<dyn FnMut(E)>::new(call);
    let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    call.forget();
}

/// Does something after this many milliseconds.
fn later(wait: i32, act: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), wait);
    }
}

/// Does something once the page has followed the choices, and before the browser shows it.
fn soon(act: impl FnOnce() + 'static) {
    spawn_local(async move { act() });
}

/// Does something once the browser has shown what has changed so far.
fn when_shown(act: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(move || later(0, act));
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// The document, if there is one.
fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element `<html>`, by whose attributes the style sheet knows what was chosen.
#[inline(never)]
fn root() -> Option<Element> {
    document()?.document_element()
}

/// The element with this id.
#[inline(never)]
fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// What was found: gathered at once, because an iterator of its own at every call weighs more in the WASM.
type Found = std::vec::IntoIter<Element>;

/// The elements of a list.
#[inline(never)]
fn elements(list: Option<NodeList>) -> Found {
    let list = list.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()));
    list.collect::<Vec<Element>>().into_iter()
}

/// Every element that matches a selector; none if the selector is not one.
#[inline(never)]
fn all(selector: &str) -> Found {
    elements(document().and_then(|document| document.query_selector_all(selector).ok()))
}

/// Says something to those who do not see it.
fn announce(words: &str) {
    if let Some(announcer) = by_id("announcer") {
        announcer.set_text_content(Some(words));
    }
}

/// What has the focus.
fn focused() -> Option<Element> {
    document()?.active_element()
}

/// Moves the focus and leaves the page where it is.
fn focus_in_place(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let element: &HtmlElement = element.unchecked_ref();
    let _ = element.focus_with_options(&options);
}

/// Moves the focus; SVG links can take it too, though their type here is that of HTML elements.
fn focus(element: &Element) {
    let element: &HtmlElement = element.unchecked_ref();
    let _ = element.focus();
}

/// The first element that matches within another.
#[inline(never)]
fn within(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// The nearest element around this one, or itself, that matches.
#[inline(never)]
fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Every element that matches within another.
#[inline(never)]
fn all_within(element: &Element, selector: &str) -> Found {
    elements(element.query_selector_all(selector).ok())
}

/// What stands directly in an element: not asked for by a selector, which would look at all that stands below too.
#[inline(never)]
fn children(element: &Element) -> Found {
    let list = element.children();
    (0..list.length()).filter_map(|index| list.item(index)).collect::<Vec<Element>>().into_iter()
}

/// Adds a class or takes it away.
#[inline(never)]
fn mark(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Shows an element or hides it.
#[inline(never)]
fn show_or_hide(element: &Element, shown: bool) {
    let _ = if shown { element.remove_attribute("hidden") } else { element.set_attribute("hidden", "") };
}

/// Whether the element has a place on the page.
#[inline(never)]
fn is_drawn(element: &Element) -> bool {
    element.get_bounding_client_rect().width() > 0.0
}

/// The height of the window in CSS pixels.
fn window_height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// Whether a media query holds.
fn media(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok()?).is_some_and(|media| media.matches())
}

/// Whether the reader wants less motion.
fn is_still() -> bool {
    media("(prefers-reduced-motion: reduce)")
}
