//! What an address opens when the page is come to.

use contract::payload::Opened;
use contract::{State, attribute, joined, selector};
use web_sys::Element;

use super::dom::{all, around, by_id, is_drawn};
use super::fragment::{fragment, opened_card, section_of};
use super::opened::enter;
use super::schedule::soon;
use super::sheet::is_sheet;
use super::step::find_step;
use super::window::{scrolled, window_height};
use super::{asking, card, panel};

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
    let opened = opened_card();
    let is_reading = opened.is_some() && scrolled() > 0.0;
    let enter_now = |what: Opened, opener: &Element| {
        if opened.is_some() && in_window(opener) {
            let opener = opener.clone();
            soon(move || enter(what, &opener));
        }
    };
    if let Some(mark) = state
        .place
        .as_ref()
        .and_then(|id| first_seen(attribute::with(joined!(selector::MAP, " a"), attribute::PLACE, id)))
    {
        panel::place(&mark);
        enter_now(Opened::Panel, &mark);
        if section.is_none() && !is_reading {
            show_mark(&mark, height);
        }
    }
    if let Some(number) =
        state.fact.as_ref().and_then(|id| first_seen(attribute::with("main a", attribute::FACT, id)))
    {
        if is_reading && !in_window(&number) {
            return; // the card stays in the window's corner
        }
        enter_now(Opened::Card, &number);
        let rect = number.get_bounding_client_rect();
        // The card hangs below its number, so the number must not stand at the foot of the window.
        if !is_reading && (rect.top() < 0.0 || rect.bottom() > height * 0.6) {
            number.scroll_into_view_with_bool(true);
        }
        card::place(&number);
    }
}

/// Brings a mark into the window, above the sheet: the first map may lie below the fold.
fn show_mark(mark: &Element, height: f64) {
    let lowest = if is_sheet() { 0.5 } else { 0.8 };
    if mark.get_bounding_client_rect().top() <= height * lowest {
        return;
    }
    mark.scroll_into_view_with_bool(true);
    // Of what lies low on a wide map the panel begins higher, above the window; all of the map has room below it.
    if let Some(panel) = by_id(Opened::Panel.id())
        && panel.get_bounding_client_rect().top() < 0.0
    {
        panel.scroll_into_view_with_bool(true);
    }
}
