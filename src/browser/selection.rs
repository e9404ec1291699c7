//! The marks of what is selected, on the maps and wherever it is named.

use std::cell::{Cell, RefCell};

use contract::payload::Opened;
use contract::{attribute, class, id, joined, selector};
use web_sys::Element;

use super::canvas;
use super::dom::{all, all_within, around, by_id, children, mark, set_or_remove, show_or_hide, within};
use super::schedule::when_shown;

thread_local! {
    /// What is marked as selected: to look for it takes as long as the page is large.
    static MARKED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// Counts the selections, so that only what belongs to the last is marked later.
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

/// Marks every drawing and name of the selected place, and no other: on the maps at once, in lists and words once
/// that is shown, because to find them all takes as long as the page is large.
pub fn show_selected(place: Option<&str>) {
    let turn = TURNS.get().wrapping_add(1);
    TURNS.set(turn);
    // What the panel shows is a copy, marks and all.
    for element in MARKED.take().into_iter().chain(all(joined!(id::of::PLACE_PANEL, " ", class::of::SELECTED))) {
        mark(&element, class::SELECTED, false);
        set_or_remove(&element, "aria-current", None);
    }
    canvas::select(place);
    let Some(place) = place else { return offer_zoom() };
    let here = attribute::with("", attribute::PLACE, place);
    all(selector::MAP).for_each(|map| mark_selected(&map, &here));
    when_shown(move || {
        if TURNS.get() == turn {
            for part in by_id(id::STORY).iter().flat_map(children) {
                // The cards of other places name none but their own, and are most of a large page.
                if !part.class_list().contains(class::CARDS) {
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
        mark(&element, class::SELECTED, true);
        set_or_remove(&element, "aria-current", Some("true"));
        MARKED.with_borrow_mut(|marked| marked.push(element));
    }
}

/// Offers to bring a map to what is selected, where it shows that.
fn offer_zoom() {
    for button in all(class::of::ZOOM_TO_SELECTED) {
        let shown = around(&button, class::of::VIEW)
            .is_some_and(|view| within(&view, joined!("a", class::of::SELECTED)).is_some());
        show_or_hide(&button, shown);
    }
}
