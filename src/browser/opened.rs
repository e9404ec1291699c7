//! What can be opened beside the story: filled from what the page already says, entered and left.

use std::cell::RefCell;

use contract::id::Card;
use contract::payload::Opened;
use contract::{attribute, class, id, joined};
use web_sys::{Element, KeyboardEvent};

use super::dom::{all, all_within, around, by_id, is_drawn, root, set_or_remove, show_or_hide, within};
use super::focus::{focus, focus_in_place, focused};
use super::schedule::when_shown;
use super::sheet::is_sheet;

/// What of it is open.
const OPEN: &str = joined!(class::of::PANEL_FRAME, ":not([hidden]),", class::of::CARD_FRAME, ":not([hidden])");

thread_local! {
    /// What the reader came from, to go back to: panel, then card.
    static OPENERS: RefCell<[Option<Element>; 2]> = const { RefCell::new([None, None]) };
}

/// Moves the focus into what was just opened and remembers where it came from.
pub fn enter(what: Opened, opener: &Element) {
    // What was opened from within itself goes back to where it was first opened from.
    let inside = around(opener, &id::fragment(what.id())).is_some();
    if !inside {
        OPENERS.with_borrow_mut(|openers| openers[what as usize] = Some(opener.clone()));
    }
    if let Some(element) = by_id(what.id()) {
        focus(&element);
    }
}

/// Gives the focus back. Below a sheet the reader has scrolled on, and stays there.
pub fn leave(what: Opened) {
    let opener = OPENERS.with_borrow_mut(|openers| openers[what as usize].take());
    match opener {
        Some(opener) if is_sheet() => focus_in_place(&opener),
        Some(opener) => focus(&opener),
        None => {}
    }
}

/// The card stands at the end of the page and belongs after its number: Tab leads on from there, and back to it.
pub fn on_tab(target: &Element, event: &KeyboardEvent) {
    let Some(card) = around(target, id::of::SOURCE_CARD) else { return };
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

/// Shows in the panel what the card of a place says, or no panel.
pub fn show_place(place: Option<&str>) {
    fill(Opened::Panel, place.map(|place| Card::Place.id(place)));
}

/// Shows in the card where a fact comes from, or no card.
pub fn show_fact(fact: Option<&str>) {
    fill(Opened::Card, fact.map(|fact| Card::Fact.id(fact)));
    for link in all(joined!(id::of::SOURCE_CARD, " ", attribute::of::LEDGER)) {
        let (Some(page), Some(fact)) = (link.get_attribute(attribute::LEDGER), fact) else { continue };
        let _ = link.set_attribute("href", &(page + &id::fragment(&Card::Fact.id(fact))));
    }
}

/// Shows what can be opened with what the page's card of this id says, or hides it.
fn fill(what: Opened, id: Option<String>) {
    let Some(own) = by_id(what.id()) else { return };
    let Some(frame) = within(&own, "div") else { return };
    let was_open = !frame.has_attribute("hidden");
    show_or_hide(&frame, id.is_some());
    if let Some(root) = root() {
        let open = all(OPEN).next().is_some();
        set_or_remove(&root, attribute::SHEET, open.then_some(""));
    }
    let Some(slot) = within(&frame, class::of::SLOT) else { return };
    slot.set_text_content(None);
    // Nodes and no markup: the content policy forbids what would be read as markup.
    let card = id.as_deref().and_then(|id| by_id(id)?.clone_node_with_deep(true).ok());
    while let Some(node) = card.as_ref().and_then(|card| card.first_child()) {
        if slot.append_child(&node).is_err() {
            break;
        }
    }
    // What had the focus is replaced, and following a link to another card, or back, the browser lets go of it after this.
    if was_open && id.is_some() {
        when_shown(move || {
            if focused().is_none_or(|focused| focused.contains(Some(&own))) {
                focus_in_place(&own);
            }
        });
    }
}
