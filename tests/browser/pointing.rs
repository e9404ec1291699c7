//! What a mark says when the pointer rests on it or the focus comes to it.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site};

/// What is said beside a mark now.
const SAID: &str = "text(shown('.pointed')[0])";

/// Moves the pointer to something.
fn rest_on(page: &Page, selector: &str) {
    let at = page.spot(selector);
    page.rest_at(at);
}

#[test]
fn resting_on_a_division_a_mark_or_a_bar_says_its_name_and_its_figure_and_nothing_is_said_there_alone() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        for mark in [
            "#map-walls svg.map a.region[data-place='upper']",
            "#map-opening svg.map a.mark[data-place=moon-quay]",
            "#walls-bars svg.scene a[data-place='upper']",
            "#quays-chart a.counted",
            "#crafts-matrix a.cell",
        ] {
            rest_on(&page, mark);
            let name = page.text(&format!(
                "const one = shown({mark:?})[0]; return one.ariaLabel ?? one.querySelector('[aria-label]').ariaLabel"
            ));
            page.wait(
                &format!("return {SAID} === {name:?}.replace(/\\s+/g, ' ').trim()"),
                &format!("{file:?}: {mark} says {name}"),
            );
            let inside = "const box = shown('.pointed')[0].getBoundingClientRect();
                return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight";
            assert_eq!(page.js(inside), json!(true), "{file:?}: {mark}");
            // Those who hear the mark have heard it.
            assert_eq!(page.text("return shown('.pointed')[0].ariaHidden"), "true");
        }
        rest_on(&page, "h1");
        page.wait(&format!("return {SAID} === null"), "elsewhere nothing is said");
        none("no place is chosen by it", &page.lines("return [query('place')].filter(Boolean)"));
    }
}

#[test]
fn the_focus_says_the_same_and_escape_puts_it_away() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.focus("#map-opening svg.map a[tabindex='0']");
    page.press(key::RIGHT);
    page.wait(
        &format!("return {SAID} === text({{textContent: focused().getAttribute('aria-label')}})"),
        "what has the focus",
    );
    page.press(key::ESCAPE);
    page.wait(&format!("return {SAID} === null"), "it is put away");
}

#[test]
fn what_has_the_focus_stays_said_while_the_page_scrolls() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.focus("#map-opening svg.map a[tabindex='0']");
    page.press(key::RIGHT);
    let away = "const [said, mark] = [shown('.pointed')[0], focused()].map(one => one?.getBoundingClientRect());
        return said ? Math.round(said.left + said.width / 2 - mark.left - mark.width / 2) + ' ' + Math.round(said.top - mark.top) : ''";
    page.wait(&format!("return {SAID} !== null"), "it is said");
    let before = page.text(away);
    let from = page.js("const from = scrollY; scrollBy({top: 60, behavior: 'instant'}); return from");
    page.wait(&format!("return scrollY === {from} + 60"), "scrolled");
    page.wait(&format!("return (() => {{ {away} }})() === {before:?}"), "it stands where it stood beside the mark");
    // Nor does a pointer that comes to rest on nothing take it away.
    page.rest_at([2, 300]);
    page.wait("return document.querySelector(':hover') !== null", "the pointer rests");
    assert_ne!(page.js(&format!("return {SAID}")), json!(null));
    page.js("focused().blur()");
    page.wait(&format!("return {SAID} === null"), "nothing is said of what has no focus");
}

#[test]
fn a_finger_opens_the_card_and_nothing_stands_over_it() {
    let (site, page) = (second_site(), Page::phone());
    page.open(&site.url("?mode=flat"));
    page.tap("#map-opening a.mark[data-place=moon-quay]");
    page.wait("return query('place') === 'moon-quay'", "the card");
    assert_eq!(page.js(&format!("return {SAID}")), json!(null));
}

in_every_engine![
    the_focus_says_the_same_and_escape_puts_it_away,
    what_has_the_focus_stays_said_while_the_page_scrolls,
    resting_on_a_division_a_mark_or_a_bar_says_its_name_and_its_figure_and_nothing_is_said_there_alone
];
