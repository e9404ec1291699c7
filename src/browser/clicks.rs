//! Clicks, found out by what they hit.

use contract::attribute::of;
use contract::payload::{Opened, Way};
use contract::{Mode, State, attribute, class, id, joined, selector};
use web_sys::{Element, MouseEvent};

use super::choices::Choices;
use super::closing::close;
use super::dom::{around, by_id, drawn_link, drawn_map, set_or_remove, target_of};
use super::notes::buttons;
use super::sheet::is_sheet;
use super::steps;
use super::tab_stop::make_stop;
use super::{canvas, card, display_settings, ledger, panel, zoom};
use crate::geometry::Outcome;

/// Everything that answers to a click.
const TARGETS: &str = joined!(
    of::FACT,
    ",",
    of::PLACE,
    ",",
    of::CLOSE,
    ",",
    of::LANGUAGE,
    ",",
    selector::MEASURE_BUTTON,
    ",",
    of::MODE_TO,
    ",",
    of::THEME_SWITCH,
    ",",
    of::GO,
    ",",
    of::NOTES,
    ",",
    of::ZOOM,
    ",",
    of::LAYER_SWITCH,
    ",",
    of::SHADE_SWITCH,
);

/// A link to another page.
const LEADS_AWAY: &str = "a:not([href^='#'])";
/// A link of the header, whose chapter a sheet would cover.
const TO_CHAPTER: &str = joined!(class::of::BAR, " a");

/// A click, a tap, or Enter on a link.
pub fn on_click(event: &MouseEvent, choices: Choices) {
    let hit = target_of(event);
    let hit = hit.map(|hit| canvas::meant(hit, event));
    let within = |selector: &str| hit.as_ref().and_then(|element| around(element, selector));
    match zoom::on_click(hit.as_ref(), event, choices) {
        Outcome::Page => {}
        Outcome::Map => return event.prevent_default(),
        Outcome::DoubleTap => {
            event.prevent_default();
            // What the first tap has selected is let go of.
            return close(choices, Opened::Panel);
        }
    }
    if choices.now().notes.is_some() && within(joined!(class::of::STRIP, ",", class::of::MAP_NOTES)).is_none() {
        choices.change(State::close_notes);
    }
    if ledger::on_click(hit.as_ref(), choices) {
        return;
    }
    let Some(target) = within(TARGETS) else {
        // Closing goes back in the history: a link to another page would be undone.
        if within(id::of::SOURCE_CARD).is_none() && within(LEADS_AWAY).is_none() {
            let on_sheet = within(TO_CHAPTER).is_some() && is_sheet();
            choices.change(|state| if on_sheet { state.hide_source().deselect() } else { state.hide_source() });
        }
        return;
    };
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return; // a new tab, as the reader wishes
    }
    if target.has_attribute(attribute::LANGUAGE) {
        return keep_place(&target, choices);
    }
    if target.has_attribute(attribute::FACT) && by_id(id::SOURCE_CARD).is_none() {
        return; // the ledger's own page: the link leads to the row
    }
    event.prevent_default();
    if let Some(option) = around(&target, joined!(id::of::FOUND, " [role=option]")) {
        return take(&option, choices);
    }
    answer(&target, choices);
}

/// Does what an element is for. (A table of functions instead of this ladder is half a kilobyte more of the program.)
fn answer(target: &Element, choices: Choices) {
    if let Some(what) = target.get_attribute(attribute::ZOOM) {
        let selected = choices.now().place;
        zoom::by_button(target, &what, selected.as_deref(), choices);
    } else if let Some(layer) = target.get_attribute(attribute::LAYER_SWITCH) {
        choices.change(|state| state.switch(&layer));
    } else if let Some(measure) = target.get_attribute(attribute::SHADE_SWITCH) {
        choices.change(|state| state.toggle_map_measure(&measure));
    } else if let Some(measure) = target.get_attribute(attribute::MEASURE) {
        choices.change(|state| state.show_measure(&measure));
    } else if let Some(which) = target.get_attribute(attribute::CLOSE) {
        close(choices, Opened::named(&which));
    } else if let Some(mode) = target.get_attribute(attribute::MODE_TO).and_then(|name| Mode::named(&name)) {
        display_settings::tell(mode, choices);
    } else if target.has_attribute(attribute::THEME_SWITCH) {
        display_settings::change_theme(choices);
    } else if let Some(way) = target.get_attribute(attribute::GO) {
        steps::go(Way::named(&way), choices);
    } else if target.has_attribute(attribute::NOTES)
        && let Some(map) = buttons().position(|button| button == *target)
    {
        choices.change(|state| state.toggle_notes(map));
    } else if let Some(fact) = target.get_attribute(attribute::FACT) {
        choices.change(|state| state.show_source(&fact));
        card::open(target);
    } else if let Some(place) = target.get_attribute(attribute::PLACE) {
        select(target, &place, choices);
    }
}

/// The reader has chosen a place by a link to it, or by its name on a map, for which its mark stands.
fn select(link: &Element, place: &str, choices: Choices) {
    // A list that a button opened closes again, and then the button is what there is to go back to.
    let opened = choices.now().notes.filter(|_| around(link, class::of::MAP_NOTES).is_some());
    let button = opened.and_then(|map| buttons().nth(map));
    choices.change(|state| state.hide_source().close_notes().select(place));
    let map = around(link, zoom::MAPS);
    let link = map.as_ref().and_then(|map| drawn_link(map, place)).unwrap_or_else(|| link.clone());
    if let Some(map) = map {
        make_stop(&map, &link);
    }
    panel::open(&link, button.unwrap_or_else(|| link.clone()), choices);
    if let Some(step) = around(&link, class::of::STEP) {
        // The map still shows, or shows already, another step.
        steps::come_to(Some(step.id()), choices);
    }
}

/// The reader has found a place: selects it and brings the map to it.
fn take(option: &Element, choices: Choices) {
    let Some(place) = option.get_attribute(attribute::PLACE) else { return };
    let field = by_id(id::FIND);
    choices.change(|state| state.hide_source().select(&place));
    if let Some(field) = field
        && let Some(map) = around(&field, "figure").and_then(|figure| drawn_map(&figure))
    {
        zoom::show_place(&map, Some(&place), choices);
        panel::open(&map, field, choices);
    }
}

/// Points the link to the other language at what the reader is looking at, with the same choices.
fn keep_place(link: &Element, choices: Choices) {
    let state = choices.now();
    let hash = steps::anchor(state.step.as_deref()).map_or_else(String::new, |anchor| id::fragment(&anchor.id()));
    let base = link.get_attribute(attribute::LANGUAGE).unwrap_or_default();
    // The fragment says where; a step beside it could only say the same.
    let address = base + &state.in_other_language().reach(None).to_query() + &hash;
    set_or_remove(link, "href", Some(&address));
}
