//! Every number shows where it comes from.
//!
//! Every link is one of the first story, which has most of them.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site, site};
use crate::reading_place::come_to;

/// Waits for the card of a fact and checks that it says what the page's own card says.
#[track_caller]
fn shows(page: &Page, fact: &str) {
    page.wait("return shown('#source-card .card-frame').length === 1", "the card is open");
    let script = format!(
        "const row = document.getElementById('f-{fact}'), card = document.querySelector('#source-card .slot');
         const faults = [];
         if (text(card) !== text(row)) faults.push('says: ' + text(card));
         if (!text(card.querySelector('.where'))) faults.push('no kind and locator');
         if (!document.querySelector('#source-card .to-ledger').getAttribute('href').endsWith('ledger/index.html#f-{fact}')) faults.push('the link to the ledger');
         const rect = document.querySelector('#source-card .card-frame').getBoundingClientRect();
         if (rect.left < 0 || rect.right > document.documentElement.clientWidth || rect.bottom < 0 || rect.top > innerHeight)
             faults.push('out of view: ' + JSON.stringify(rect));
         return faults;"
    );
    none(&format!("the card of {fact}"), &page.lines(&script));
    assert_eq!(page.js("return focused().id"), json!("source-card"), "the card has the focus");
}

#[track_caller]
fn is_closed(page: &Page, opener: &str) {
    page.wait("return shown('#source-card .card-frame').length === 0", "the card is closed");
    page.wait("return !new URL(location).searchParams.has('fact')", "the address is clear");
    let focused = page.text("return called(focused())");
    assert_eq!(page.js(&format!("return focused() === shown({opener:?})[0]")), json!(true), "focus at {focused}");
}

#[test]
fn a_number_in_prose_shows_its_kind_and_locator() {
    let (site, page) = (second_site(), Page::wide());
    for (file, words) in PAGES.into_iter().zip([["报载", "T"], ["Reported", "paragraph"]]) {
        page.open(&site.url(file));
        let opener = "#opening .finding a[data-fact]";
        let fact = page.text(&format!("return shown({opener:?})[0].dataset.fact"));
        page.click(opener);
        shows(&page, &fact);
        let said = page.text("return text(document.querySelector('#source-card .slot'))");
        words.iter().for_each(|word| assert!(said.contains(word), "{word} in {said}"));
        page.press(key::ESCAPE);
        is_closed(&page, opener);
        page.focus(opener);
        page.press(key::ENTER);
        shows(&page, &fact);
        page.click("#source-card [data-close]");
        is_closed(&page, opener);
    }
}

#[test]
fn a_computed_number_shows_its_formula_and_inputs() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let opener = "main a[data-fact=walls-upper-share]";
        page.click(opener);
        shows(&page, "walls-upper-share");
        let formula = page.text("return text(document.querySelector('#source-card .formula'))");
        assert!(formula.contains("100 = 40"), "{formula}");
        let inputs = page.js(
            "return [...document.querySelectorAll('#source-card .where a')].map(one => one.getAttribute('href'))",
        );
        // And the reading that it rests on.
        assert_eq!(inputs, json!(["#f-walls-upper", "#f-walls"]));
        page.press(key::ESCAPE);
        is_closed(&page, opener);
    }
}

#[test]
fn from_an_input_the_browsers_back_leads_to_the_number_that_is_worked_out_from_it() {
    let (site, page) = (second_site(), Page::wide());
    // What had the focus is no more there.
    let says = |fact: &str| {
        let card = "text(document.querySelector('#source-card .slot'))";
        let is_shown = format!("{card} === text(document.getElementById('f-{fact}'))");
        page.wait(&format!("return {is_shown} && focused().matches('#source-card')"), fact);
    };
    for file in PAGES {
        page.open(&site.url(file));
        page.click("main a[data-fact=walls-upper-share]");
        says("walls-upper-share");
        page.click("#source-card .slot .where a[href='#f-walls-upper']");
        says("walls-upper");
        page.js("history.back()");
        says("walls-upper-share");
    }
}

#[test]
fn a_tap_on_a_phone_shows_the_source_within_the_screen() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(file));
        for opener in ["#opening .finding a[data-fact]", "#crafts .steps a[data-fact]"] {
            let fact = page.text(&format!("return shown({opener:?})[0].dataset.fact"));
            page.tap(opener);
            shows(&page, &fact);
            page.tap("#source-card [data-close]");
            is_closed(&page, opener);
        }
    }
}

#[test]
fn the_card_of_a_number_at_the_end_of_the_window_stands_above_it() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        let opener = "#crafts .steps a[data-fact]";
        for (room, is_above) in [(24, true), (500, false)] {
            let number = format!("shown({opener:?})[0].getBoundingClientRect()");
            come_to(&page, &format!("const away = {number}.bottom - innerHeight + {room};"));
            let fact = page.text(&format!("return shown({opener:?})[0].dataset.fact"));
            page.js(&format!("shown({opener:?})[0].click()"));
            shows(&page, &fact);
            let faults = page.lines(&format!(
                "const own = shown('#source-card .card-frame')[0].getBoundingClientRect(), number = shown({opener:?})[0].getBoundingClientRect();
                 const apart = {is_above} ? number.top - own.bottom : own.top - number.bottom;
                 return [...own.bottom <= innerHeight && own.top >= 0 ? [] : ['it ends outside'],
                         ...apart >= 0 && apart < 16 ? [] : [`it is ${{apart}} px away`]]"
            ));
            none(&format!("{file:?}, {room} px above the end of the window"), &faults);
            page.press(key::ESCAPE);
            is_closed(&page, opener);
        }
    }
}

#[test]
fn a_link_to_another_page_is_followed_with_a_card_open() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        page.click("#opening .finding a[data-fact]");
        page.wait("return query('fact') !== null", "the card is in the address");
        let target = page.text("return shown('header.bar nav a').at(-1).href");
        page.js("shown('header.bar nav a').at(-1).click()");
        page.wait(&format!("return location.href === {target:?}"), "the link has been followed");
        page.settle();
        assert_eq!(page.address(), target);
    }
}

#[test]
fn a_chapter_chosen_from_the_header_closes_the_sheet_and_is_come_to() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        for (opener, sheet) in
            [("#opening .finding a[data-fact]", "#source-card"), ("#opening p a[data-place]", "#place-panel")]
        {
            page.tap(opener);
            page.wait(&format!("return shown('{sheet} .slot').length === 1"), "the sheet is open");
            page.tap("header.bar nav a[href$='#crafts']");
            page.wait(&format!("return shown('{sheet} .slot').length === 0"), "the sheet has closed");
            page.wait(
                "const {top} = document.getElementById('crafts').getBoundingClientRect();
                 return Math.abs(top) < innerHeight / 2 && query('fact') === null && query('place') === null",
                "the chapter is come to",
            );
            page.settle();
            page.wait(
                "return Math.abs(document.getElementById('crafts').getBoundingClientRect().top) < innerHeight / 2",
                "and stays",
            );
        }
    }
}

#[test]
fn a_sheet_that_is_closed_leaves_the_page_where_it_has_been_scrolled_to() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        page.tap("#opening .finding a[data-fact]");
        page.wait("return shown('#source-card .slot').length === 1", "the sheet is open");
        page.js("scrollBy({top: 2 * innerHeight, behavior: 'instant'})");
        page.settle();
        let before = page.js("return Math.round(scrollY)");
        page.tap("#source-card [data-close]");
        page.wait("return shown('#source-card .slot').length === 0", "it has closed");
        page.settle();
        assert_eq!(page.js("return Math.round(scrollY)"), before, "{file:?}");
    }
}

#[test]
fn reading_the_card_does_not_close_it_and_a_click_elsewhere_does() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.click("#opening .finding a[data-fact]");
    page.click("#source-card .slot .where");
    page.settle();
    assert_eq!(
        page.js("return shown('#source-card .card-frame').length"),
        json!(1),
        "a click on the card's words leaves it open"
    );
    page.click("h1");
    page.wait("return shown('#source-card .card-frame').length === 0", "a click elsewhere closes the card");
}

#[test]
fn a_source_asked_for_in_the_panel_gives_the_focus_back_to_the_panel() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        page.click("#map-quays a.mark[data-place=moon-quay]");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
        let opener = "#place-panel .slot a[data-fact]";
        let fact = page.text(&format!("return shown({opener:?})[0].dataset.fact"));
        page.focus(opener);
        page.press(key::ENTER);
        shows(&page, &fact);
        page.press(key::ESCAPE);
        is_closed(&page, opener);
        page.press(key::ESCAPE);
        page.wait(
            "return query('place') === null && focused().matches('#map-quays a.mark[data-place=moon-quay]')",
            "a second Escape leads back to the map",
        );
    }
}

#[test]
fn an_address_with_a_fact_shows_its_source_in_view() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?fact=walls-upper-share"));
    page.wait("return shown('#source-card .card-frame').length === 1", "the card is open");
    page.settle();
    let script = "const rect = document.querySelector('#source-card .card-frame').getBoundingClientRect();
        return rect.top >= 0 && rect.top < innerHeight && rect.left >= 0 && rect.right <= document.documentElement.clientWidth";
    assert_eq!(
        page.js(script),
        json!(true),
        "the card is in view: {}",
        page.js("return document.querySelector('#source-card .card-frame').getBoundingClientRect()")
    );
}

#[test]
fn the_card_leads_to_its_row_in_the_ledger() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.click("main a[data-fact=walls-upper-share]");
    page.wait("return shown('#source-card .card-frame').length === 1", "the card is open");
    page.click("#source-card .to-ledger");
    page.wait(
        "return location.pathname === '/ledger/index.html' && location.hash === '#f-walls-upper-share' && 'alive' in document.documentElement.dataset",
        "the row in the ledger",
    );
    page.settle();
    let script = "const rect = document.getElementById('f-walls-upper-share').getBoundingClientRect(), bar = document.querySelector('header.bar').getBoundingClientRect();
        return rect.top >= bar.bottom - 1 && rect.bottom <= innerHeight";
    assert_eq!(page.js(script), json!(true), "the row is in view and not behind the header");
}

#[test]
fn every_link_within_the_page_leads_to_something_and_no_id_stands_twice() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let script = "const ids = all('[id]').map(one => one.id), known = new Set(ids);
            return [
                ...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => id + ' stands twice'),
                ...some(all('a[href^=\"#\"]')).filter(one => one.hash !== '#-' && !known.has(one.getAttribute('href').slice(1))).map(one => called(one) + ' leads nowhere'),
                ...some(all('a[data-fact]')).filter(one => one.getAttribute('href') !== '#f-' + one.dataset.fact || !document.getElementById('f-' + one.dataset.fact)?.matches('.cards article')).map(called),
                ...some(all('a[data-place]')).filter(one => one.getAttribute('href') !== '#p-' + one.dataset.place || !document.getElementById('p-' + one.dataset.place)?.matches('.cards .entry')).map(called),
                ...some(all('[data-dock-to]')).filter(one => !known.has(one.dataset.dockTo)).map(called),
                ...some(all('use')).filter(one => !known.has(one.getAttribute('href').slice(1))).map(one => 'use ' + one.getAttribute('href')),
            ]";
        none("links lead somewhere", &page.lines(script));
    }
}

in_every_engine![
    a_number_in_prose_shows_its_kind_and_locator,
    a_computed_number_shows_its_formula_and_inputs,
    a_tap_on_a_phone_shows_the_source_within_the_screen,
    reading_the_card_does_not_close_it_and_a_click_elsewhere_does,
    an_address_with_a_fact_shows_its_source_in_view,
];
