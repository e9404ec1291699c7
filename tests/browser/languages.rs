//! A change of language keeps the reader's place and choices.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{Page, second_site};

/// Clicks a link to the other language and checks place and choices there.
#[track_caller]
fn change(page: &Page, way: &str, path: &str, lang: &str, name: &str) {
    page.js("const row = document.querySelector('.bar nav'); row.scrollLeft = row.scrollWidth");
    page.click(way);
    page.wait(
        &format!("return location.pathname.endsWith({path:?}) && document.documentElement.lang === {lang:?}"),
        "the other language's page",
    );
    page.wait_until_alive();
    page.settle();
    let address = page.address();
    assert!(address.contains("place=moon-quay"), "{address} keeps the choice");
    let script = "const anchor = document.getElementById(location.hash.slice(1));
        const rect = document.getElementById('quays').getBoundingClientRect();
        return !!anchor?.closest('#quays') && rect.top < innerHeight / 2 && rect.bottom > innerHeight / 4";
    assert_eq!(
        page.js(script),
        json!(true),
        "{address} shows the same section; it is at {}",
        page.js("return document.getElementById('quays').getBoundingClientRect().top")
    );
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
    let shown = page.text("return text(document.querySelector('#place-panel .slot h4'))");
    assert!(shown.starts_with(name), "{shown}");
}

fn keeps_place_and_choices(page: &Page, way: &str) {
    let site = second_site();
    page.open(&site.url("index.html"));
    page.js("document.getElementById('quays').scrollIntoView({behavior: 'instant'})");
    page.settle();
    // Selected without scrolling: the test must not move the reader.
    page.js("shown('#map-quays svg.map a.mark[data-place=moon-quay]')[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    page.wait("return query('place') === 'moon-quay'", "the address names the place");
    page.js("document.getElementById('quays').scrollIntoView({behavior: 'instant'})");
    change(page, way, "/en/index.html", "en", "Crescent Quay");
    change(page, way, "/index.html", "zh-Hans", "月牙码头");
}

#[test]
fn a_change_of_language_keeps_place_and_choices() {
    keeps_place_and_choices(&Page::wide(), "a.language");
}

#[test]
fn a_change_of_language_keeps_place_and_choices_on_a_phone() {
    keeps_place_and_choices(&Page::phone(), ".bar nav a[data-language]");
}

#[test]
fn the_panel_stays_in_the_reader_s_chapter_when_the_language_changes() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?place=moon-quay#quays"));
    page.click("a.language");
    page.wait("return document.documentElement.lang === 'en'", "the English page");
    page.wait_until_alive();
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
    let host = page.text("return called(document.getElementById('place-panel').parentElement)");
    assert_eq!(
        page.js("return !!document.querySelector('#quays #place-panel')"),
        json!(true),
        "the panel is in {host}"
    );
}

#[test]
fn a_change_of_language_at_the_top_stays_at_the_top() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    page.click("a.language");
    page.wait("return document.documentElement.lang === 'en'", "the English page");
    page.wait_until_alive();
    page.settle();
    assert!(
        page.js("return scrollY").as_f64().unwrap() < 200.0,
        "{} at {}",
        page.address(),
        page.js("return scrollY")
    );
}

in_every_engine![
    a_change_of_language_keeps_place_and_choices,
    a_change_of_language_keeps_place_and_choices_on_a_phone,
];
