//! Clicks, found out by what they hit.

use web_sys::{Element, MouseEvent};

use super::choices::Choices;
use super::closing::close;
use super::dom::{around, by_id, set_or_remove, target_of};
use super::folds::{close_notes, fold, open_notes, opened_notes};
use super::opened::Opened;
use super::steps::{self, Way};
use super::tab_stop::make_stop;
use super::{canvas, card, display_settings, ledger, panel, zoom};
use crate::geometry::Outcome;
use crate::state::Mode;

/// Everything that answers to a click.
const TARGETS: &str = "[data-fact],[data-place],[data-close],[data-language],button[data-measure],[data-mode-to],\
     [data-theme-switch],[data-go],[data-notes],[data-zoom],[data-layer-switch],[data-shade-switch]";

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
    fold(within("details.fold > summary").is_some());
    if within(".strip, .map-notes").is_none() {
        close_notes();
    }
    if ledger::on_click(hit.as_ref(), choices) {
        return;
    }
    let Some(target) = within(TARGETS) else {
        if within("#source-card").is_none() {
            choices.change(|state| state.hide_source());
        }
        return;
    };
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return; // a new tab, as the reader wishes
    }
    if target.has_attribute("data-language") {
        return keep_place(&target, choices);
    }
    if target.has_attribute("data-fact") && by_id("source-card").is_none() {
        return; // the ledger's own page: the link leads to the row
    }
    event.prevent_default();
    if let Some(option) = around(&target, "#found [role=option]") {
        take(&option, choices);
    } else if let Some(what) = target.get_attribute("data-zoom") {
        let selected = choices.now().place;
        zoom::by_button(&target, &what, selected.as_deref(), choices);
    } else if let Some(layer) = target.get_attribute("data-layer-switch") {
        choices.change(|state| state.switch(&layer));
    } else if let Some(measure) = target.get_attribute("data-shade-switch") {
        choices.change(|state| state.shade(&measure));
    } else if let Some(measure) = target.get_attribute("data-measure") {
        choices.change(|state| state.show_measure(&measure));
    } else if let Some(which) = target.get_attribute("data-close") {
        close(choices, Opened::named(&which));
    } else if let Some(mode) = target.get_attribute("data-mode-to").and_then(|name| Mode::named(&name)) {
        display_settings::tell(mode, choices);
    } else if target.has_attribute("data-theme-switch") {
        display_settings::change_theme(choices);
    } else if let Some(way) = target.get_attribute("data-go") {
        steps::go(Way::named(&way), choices);
    } else if target.has_attribute("data-notes") {
        let open = target.get_attribute("aria-expanded").as_deref() == Some("true");
        open_notes(&target, !open);
    } else if let Some(fact) = target.get_attribute("data-fact") {
        choices.change(|state| state.show_source(&fact));
        card::open(&target);
    } else if let Some(place) = target.get_attribute("data-place") {
        choices.change(|state| state.hide_source().select(&place));
        if let Some(map) = around(&target, zoom::MAPS) {
            make_stop(&map, &target);
        }
        // A list that a button opened closes again, and then the button is what there is to go back to.
        let button = around(&target, ".map-notes").and_then(|notes| opened_notes(&notes));
        close_notes();
        panel::open(&target, button.unwrap_or_else(|| target.clone()), choices);
    }
}

/// The reader has found a place: selects it and brings the map to it.
fn take(option: &Element, choices: Choices) {
    let Some(place) = option.get_attribute("data-place") else { return };
    let field = by_id("find");
    choices.change(|state| state.hide_source().select(&place));
    if let Some(field) = field {
        panel::open(&field, field.clone(), choices);
        if let Some(figure) = around(&field, "figure") {
            zoom::show_place(&figure, &place, choices);
        }
    }
}

/// Points the link to the other language at what the reader is looking at, with the same choices.
fn keep_place(link: &Element, choices: Choices) {
    let state = choices.now();
    let hash = steps::anchor(state.step.as_deref()).map_or_else(String::new, |anchor| format!("#{}", anchor.id()));
    let base = link.get_attribute("data-language").unwrap_or_default();
    // The fragment says where; a step beside it could only say the same.
    let address = format!("{base}{}{hash}", state.in_other_language().reach(None).to_query());
    set_or_remove(link, "href", Some(&address));
}
