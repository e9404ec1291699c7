//! The panel and the source card: filled from what the page already says, and placed where they
//! were asked for.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::choices::Choices;
use super::dom::{
    all, all_within, around, by_id, children, is_drawn, mark, root, set_or_remove, show_or_hide, within,
};
use super::focus::{focus, focus_in_place};
use super::fragment::{fragment, opened_card, section_of};
use super::schedule::{soon, when_shown};
use super::step::{find_step, is_pinned};
use super::window::{media, window_height};
use super::{asking, canvas};
use crate::state::State;

/// About how much of a wide map the panel covers, in CSS pixels.
const PANEL_WIDTH: f64 = 320.0;
const PANEL_HEIGHT: f64 = 380.0;
/// What is chosen stays this far above the sheet, in CSS pixels.
const ABOVE_SHEET: f64 = 16.0;

/// What can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The panel about a place.
    Panel,
    /// The card about a number's source.
    Card,
}

impl Opened {
    /// From the value of a close button's attribute.
    pub fn named(name: &str) -> Self {
        if name == "card" { Self::Card } else { Self::Panel }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Panel => "place-panel",
            Self::Card => "source-card",
        }
    }
}

thread_local! {
    /// What the reader came from, to go back to: panel, then card.
    static OPENERS: RefCell<[Option<Element>; 2]> = const { RefCell::new([None, None]) };
    /// What is marked as selected: to look for it takes as long as the page is large.
    static MARKED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// Counts the selections, so that only what belongs to the last is marked later.
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

/// Opens the panel where a place was asked for; closed, it gives the focus back to the opener. It is put in its place
/// with all that it says, so that the browser lays the page out once.
pub fn open(asked_in: &Element, opener: Element, choices: Choices) {
    // A link in the panel itself goes with what the panel says now, and is gone by then.
    if around(asked_in, "#place-panel").is_some() {
        return place_and_enter(asked_in, &opener);
    }
    let asked_in = asked_in.clone();
    soon(move || {
        if choices.now().place.is_some() {
            place_and_enter(&asked_in, &opener);
        }
    });
}

fn place_and_enter(asked_in: &Element, opener: &Element) {
    place_panel(asked_in);
    enter(Opened::Panel, opener);
    keep_above_sheet(Opened::Panel, asked_in);
}

/// Whether what opens is a sheet from below: on narrow windows, but not in a frame, which may be higher than its window.
fn is_sheet() -> bool {
    root().is_none_or(|root| !root.has_attribute("data-framed")) && media("(max-width: 56.1875em)")
}

/// Scrolls what was chosen out from behind the sheet that it has opened.
fn keep_above_sheet(what: Opened, chosen: &Element) {
    if !is_sheet() || around(chosen, "aside").is_some() {
        return;
    }
    let Some(sheet) = by_id(what.id()) else { return };
    let room = sheet.get_bounding_client_rect().top() - ABOVE_SHEET;
    let rect = chosen.get_bounding_client_rect();
    // Of what is larger than the room above the sheet, the upper part.
    let by = (rect.bottom() - room).min(rect.top() - ABOVE_SHEET);
    if let Some(window) = web_sys::window().filter(|_| by > 0.0) {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}

/// Moves the focus into what was just opened and remembers where it came from.
pub fn enter(what: Opened, opener: &Element) {
    // What was opened from within itself goes back to where it was first opened from.
    let inside = around(opener, &format!("#{}", what.id())).is_some();
    if !inside {
        OPENERS.with_borrow_mut(|openers| openers[what as usize] = Some(opener.clone()));
    }
    if let Some(element) = by_id(what.id()) {
        focus(&element);
    }
}

/// Gives the focus back.
pub fn leave(what: Opened) {
    let opener = OPENERS.with_borrow_mut(|openers| openers[what as usize].take());
    if let Some(opener) = opener {
        focus(&opener);
    }
}

/// The card stands at the end of the page and belongs after its number: Tab leads on from there, and back to it.
pub fn on_tab(target: &Element, event: &KeyboardEvent) {
    let Some(card) = around(target, "#source-card") else { return };
    let stops: Vec<Element> = all_within(&card, "a[href], button").filter(is_drawn).collect();
    let back = event.shift_key();
    let leaves = if back { *target == card || stops.first() == Some(target) } else { stops.last() == Some(target) };
    let opener = OPENERS.with_borrow(|openers| openers[Opened::Card as usize].clone());
    if let Some(opener) = opener.filter(|_| leaves) {
        focus_in_place(&opener);
        if back {
            event.prevent_default();
        }
    }
}

/// Marks every drawing and name of the selected place, and no other: on the maps at once, in lists and words once
/// that is shown, because to find them all takes as long as the page is large.
pub fn show_selected(place: Option<&str>) {
    let turn = TURNS.get().wrapping_add(1);
    TURNS.set(turn);
    // What the panel shows is a copy, marks and all.
    for element in MARKED.take().into_iter().chain(all("#place-panel .selected")) {
        mark(&element, "selected", false);
        set_or_remove(&element, "aria-current", None);
    }
    canvas::select(place);
    let Some(place) = place else { return offer_zoom() };
    let here = ["[data-place='", place, "']"].concat();
    all("svg.map").for_each(|map| mark_selected(&map, &here));
    when_shown(move || {
        if TURNS.get() == turn {
            for part in by_id("story").iter().flat_map(children) {
                // The cards of other places name none but their own, and are most of a large page.
                if !part.class_list().contains("cards") {
                    mark_selected(&part, &here);
                }
            }
            by_id(Opened::Panel.id()).iter().for_each(|part| mark_selected(part, &here));
            offer_zoom();
        }
    });
}

fn mark_selected(part: &Element, selector: &str) {
    for element in all_within(part, selector) {
        mark(&element, "selected", true);
        set_or_remove(&element, "aria-current", Some("true"));
        MARKED.with_borrow_mut(|marked| marked.push(element));
    }
}

/// Offers to bring a map to what is selected, where it shows that.
fn offer_zoom() {
    for button in all(".zoom-to-selected") {
        let shown = around(&button, ".view").is_some_and(|view| within(&view, "a.selected").is_some());
        show_or_hide(&button, shown);
    }
}

/// Shows in the panel what the card of a place says, or no panel.
pub fn show_place(place: Option<&str>) {
    fill(Opened::Panel, place.map(|place| format!("p-{place}")));
}

/// Shows in the card where a fact comes from, or no card.
pub fn show_fact(fact: Option<&str>) {
    fill(Opened::Card, fact.map(|fact| format!("f-{fact}")));
    for link in all("#source-card [data-ledger]") {
        let (Some(page), Some(fact)) = (link.get_attribute("data-ledger"), fact) else { continue };
        let _ = link.set_attribute("href", &format!("{page}#f-{fact}"));
    }
}

/// Shows what can be opened with what the page's card of this id says, or hides it.
fn fill(what: Opened, id: Option<String>) {
    let Some(frame) = by_id(what.id()).and_then(|own| within(&own, "div")) else { return };
    show_or_hide(&frame, id.is_some());
    if let Some(root) = root() {
        let open = all(".panel-frame:not([hidden]), .card-frame:not([hidden])").next().is_some();
        set_or_remove(&root, "data-sheet", open.then_some(""));
    }
    let Some(slot) = within(&frame, ".slot") else { return };
    slot.set_text_content(None);
    // Nodes and no markup: the content policy forbids what would be read as markup.
    let card = id.and_then(|id| by_id(&id)?.clone_node_with_deep(true).ok());
    while let Some(node) = card.as_ref().and_then(|card| card.first_child()) {
        if slot.append_child(&node).is_err() {
            break;
        }
    }
}

/// Moves the panel to the figure or paragraph it was asked for in.
///
/// On a wide map it stands at the top right, or at the left where it would cover what is selected.
pub fn place_panel(opener: &Element) {
    let Some(panel) = by_id(Opened::Panel.id()) else { return };
    let named = opener.get_attribute("data-dock-to").and_then(|id| by_id(&id));
    // Under a map that stays on top the panel would open far above the reader: it goes into the step in view.
    let step = around(opener, ".stage").filter(|_| named.is_none() && is_pinned(opener));
    let step = step.and_then(|stage| within(&stage, ".step.active"));
    let host = named.or(step).or_else(|| around(opener, "[data-dock]"));
    let host = host.or_else(|| all("[data-dock]").next());
    let Some(host) = host else { return };
    let above = if is_pinned(&host) { ":scope > .pinned" } else { ":scope > .pinned > .drawings" };
    match within(&host, above) {
        Some(above) => drop(above.after_with_node_1(&panel)),
        None => drop(host.append_child(&panel)),
    }
    if !is_sheet() && around(opener, "svg.map").is_some() {
        // Top right unless that would cover what was selected.
        mark(&panel, "left", false);
        let (chosen, own) = (opener.get_bounding_client_rect(), panel.get_bounding_client_rect());
        let reach = host.get_bounding_client_rect().right() - PANEL_WIDTH;
        let covered = chosen.right() > reach && chosen.top() < own.top() + PANEL_HEIGHT;
        mark(&panel, "left", covered);
    }
}

/// Opens what the address asks for where its section, or else the page, first shows it.
pub fn place_from_address(state: &State) {
    let named = section_of(&fragment());
    let step = state.step.as_deref().and_then(find_step);
    // The step is the more exact of the two, unless the fragment leads elsewhere.
    let step = step.filter(|step| named.as_ref().is_none_or(|section| section.contains(Some(step))));
    if let Some(step) = &step {
        asking::reveal(step, false);
    }
    let section = named.or_else(|| around(step.as_ref()?, "section"));
    let height = window_height();
    let in_window = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        rect.width() > 0.0 && rect.bottom() > 0.0 && rect.top() < height
    };
    let first_seen = |selector: String| {
        let here = |element: &Element| section.as_ref().is_some_and(|section| section.contains(Some(element)));
        let seen: Vec<Element> = all(&selector).filter(is_drawn).collect();
        let best = seen.iter().find(|one| in_window(one)).filter(|_| section.is_none());
        best.or_else(|| seen.iter().find(|one| here(one))).or_else(|| seen.first()).cloned()
    };
    // Whoever has opened a card before the program came is reading: nothing moves, and the focus goes where it would have
    // gone.
    let card = opened_card();
    let is_reading =
        card.is_some() && web_sys::window().is_some_and(|window| window.scroll_y().is_ok_and(|y| y > 0.0));
    let enter_now = |what: Opened, opener: &Element| {
        if card.is_some() && in_window(opener) {
            let opener = opener.clone();
            soon(move || enter(what, &opener));
        }
    };
    if let Some(mark) = state.place.as_ref().and_then(|id| first_seen(format!("svg.map a[data-place='{id}']"))) {
        place_panel(&mark);
        enter_now(Opened::Panel, &mark);
        // The first map may lie below the fold; what was asked for should be seen, above the sheet.
        let lowest = if is_sheet() { 0.5 } else { 0.8 };
        if mark.get_bounding_client_rect().top() > height * lowest && section.is_none() && !is_reading {
            mark.scroll_into_view_with_bool(true);
        }
    }
    if let Some(number) = state.fact.as_ref().and_then(|id| first_seen(format!("main a[data-fact='{id}']"))) {
        if is_reading && !in_window(&number) {
            return; // the card stays in the window's corner
        }
        enter_now(Opened::Card, &number);
        let rect = number.get_bounding_client_rect();
        // The card hangs below its number, so the number must not stand at the foot of the window.
        if !is_reading && (rect.top() < 0.0 || rect.bottom() > height * 0.6) {
            number.scroll_into_view_with_bool(true);
        }
        place_card(&number);
    }
}

/// Opens the card of the number it was asked for at.
pub fn open_card(opener: &Element) {
    place_card(opener);
    let opener = opener.clone();
    soon(move || {
        enter(Opened::Card, &opener);
        keep_above_sheet(Opened::Card, &opener);
    });
}

/// Moves the card below the number it was asked for at, within the window's width; a sheet stands where it stands.
fn place_card(opener: &Element) {
    let card = by_id(Opened::Card.id());
    let Some(card) = card else { return };
    if is_sheet() {
        return set_or_remove(&card, "style", None);
    }
    let Some(window) = web_sys::window() else { return };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (scroll, width) = (number(window.scroll_y().map(Into::into)), number(window.inner_width()));
    let rect = opener.get_bounding_client_rect();
    let room = (width - 32.0).min(380.0);
    let left = rect.left().min(width - room - 16.0).max(16.0);
    let style = card.unchecked_ref::<HtmlElement>().style();
    // Whole numbers: writing others would bring ten kilobytes into the WASM.
    for (name, value) in [("left", left), ("top", rect.bottom() + scroll + 8.0), ("width", room)] {
        let _ = style.set_property(name, &format!("{}px", value.round() as i32));
    }
}
