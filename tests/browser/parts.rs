//! Chapters on pages of their own, and what other sites show in frames, in a real browser.
//!
//! Each part of the first story is looked at, whatever its parts are; how one answers is asked of the second.

use std::path::Path;

use data_story::data::check_dir;
use data_story::text::pages;
use serde_json::json;

use crate::axe;
use crate::engines::in_every_engine;
use crate::page::{Page, none, second_site, site};
use crate::some::some;

/// The parts that answer to a reader, one of each kind, by their paths.
const ANSWERING: [&str; 4] = ["quays/", "en/crafts/", "embed/map/", "en/embed/map-nets/"];

/// The paths of all pages that are not the whole story, and whether they answer to a reader.
fn parts() -> Vec<(String, bool)> {
    let story = check_dir(Path::new("data")).unwrap();
    let parts = pages(&story).into_iter().filter(|page| page.anchor().is_some() || page.is_embed());
    some("parts", parts.map(|page| (page.file(), page.answers())))
}

#[test]
fn every_part_can_be_used_at_300_pixels_without_scrolling_sideways_and_says_nothing_to_the_console() {
    let (site, page) = (site(), Page::sized(300, 640));
    for (file, answers) in parts() {
        page.load(&site.url(&file));
        if answers {
            page.wait_until_alive();
        }
        page.settle();
        let faults = "return [
            document.documentElement.scrollWidth > document.documentElement.clientWidth ? 'scrolls sideways to ' + document.documentElement.scrollWidth : null,
            ...some(shown('figcaption, .embed-foot, h2, h3')).filter(one => !one.closest('.vh') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(called),
            document.querySelector('.embed') && document.documentElement.scrollHeight > Math.max(innerHeight, Math.ceil(document.querySelector('.embed').getBoundingClientRect().height))
                ? 'taller than its wrapper: ' + document.documentElement.scrollHeight : null,
        ].filter(Boolean)";
        none(&format!("{file} at 300 px"), &page.lines(faults));
        none(&format!("{file} leaves the console empty"), &page.console());
    }
}

#[test]
fn without_scripts_a_part_shows_its_figure_and_opens_the_cards_of_its_numbers() {
    let (site, page) = (site(), Page::sized(600, 800));
    let is_own = |(file, _): &(String, bool)| file.starts_with("embed/") && file.matches('/').count() == 2;
    for (file, _) in some("parts of their own", parts().into_iter().filter(is_own)) {
        page.load_without_scripts(&site.url(&file));
        assert_eq!(page.js("return 'alive' in document.documentElement.dataset"), json!(false), "{file}");
        let what = "return shown('main svg, main table').length > 0 && shown('.embed-foot a').length === 2";
        assert_eq!(page.js(what), json!(true), "{file}");
        let link = page
            .js("return shown('main a[data-fact]').length > 0 ? shown('main a[data-fact]')[0].dataset.fact : null");
        let Some(fact) = link.as_str() else { continue };
        page.js(&format!("location.hash = 'f-{fact}'"));
        page.wait(&format!("return shown('#f-{fact}').length === 1"), "the card that the number opens");
    }
}

#[test]
fn a_place_and_a_source_open_on_every_part_that_answers() {
    let (site, page) = (second_site(), Page::wide());
    for part in ANSWERING {
        page.open(&site.url(&format!("{part}index.html?mode=flat")));
        page.click("svg.map a.mark");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel of a place");
        page.wait("return query('place')", &format!("{part}: the place is in the address"));
        page.click("#place-panel .slot a[data-fact]");
        page.wait("return shown('#source-card .slot .where').length === 1", "the source of a number");
        none(&format!("{part} leaves the console empty"), &page.console());
    }
}

#[test]
fn a_frame_is_in_the_language_it_is_asked_for_and_keeps_all_else_that_was_asked() {
    let (site, page) = (second_site(), Page::wide());
    for (asked, arrived) in [
        ("embed/quays-chart/index.html?lang=en&theme=dark&x=1", "/en/embed/quays-chart/index.html?theme=dark&x=1"),
        ("en/embed/map/index.html?chrome=0&lang=zh-Hans#ledger", "/embed/map/index.html?chrome=0#ledger"),
        ("en/embed/map/index.html?lang=fr", "/en/embed/map/index.html?lang=fr"),
        ("embed/index.html?lang=zh-Hans", "/embed/index.html"),
    ] {
        page.load(&site.url(asked));
        let path = arrived.split(['?', '#']).next().unwrap();
        page.wait(&format!("return document.readyState === 'complete' && location.pathname === {path:?}"), arrived);
        let kept = page.js("return location.pathname + location.search + location.hash");
        let shown = kept.as_str().unwrap();
        // What is alive writes only the reader's choices into the address.
        let part = arrived.split(['?', '#']).next().unwrap();
        assert!(shown == arrived || shown.starts_with(part) && !part.contains("chart"), "{asked} came to {shown}");
    }
    page.load(&site.url("embed/quays-chart/index.html?chrome=0&theme=dark&childId=c"));
    page.settle();
    assert_eq!(page.js("return shown('.embed-foot').length"), json!(0), "nothing but the figure");
    page.load(&site.url("embed/quays-chart/index.html?theme=dark&childId=c"));
    page.settle();
    page.click(".embed-foot a[data-language]");
    page.wait("return location.pathname === '/en/embed/quays-chart/index.html'", "the other language");
    assert_eq!(page.js("return location.search"), json!("?theme=dark&childId=c"));
}

#[test]
fn the_story_in_a_frame_is_told_in_full_unless_it_is_asked_for_step_by_step() {
    let (site, page) = (second_site(), Page::wide());
    for (query, mode) in [("", "flat"), ("?mode=steps", "steps"), ("?mode=flat", "flat")] {
        page.open(&site.url(&format!("embed/index.html{query}")));
        assert_eq!(page.js("return document.documentElement.dataset.mode"), json!(mode), "{query}");
    }
}

#[test]
fn a_chart_a_map_a_chapter_and_the_page_for_editors_break_no_accessibility_rule() {
    let (site, page) = (second_site(), Page::wide());
    let mut faults = Vec::new();
    for (width, height) in [(900, 900), (320, 640)] {
        page.resize(width, height);
        for part in ["embed/walls-bars/", "embed/quays-strip/", "en/embed/map-quays/", "en/quays/", "kit/"] {
            page.load(&site.url(&format!("{part}index.html?mode=flat")));
            page.settle();
            axe::put_into(&page);
            for details in ["", "all('details').forEach(one => one.open = true)"] {
                page.js(details);
                page.settle();
                let found = axe::run(&page, "document", axe::TAGS);
                faults.extend(found.into_iter().map(|line| format!("{part} at {width} px: {line}")));
            }
        }
    }
    assert!(faults.is_empty(), "{} violations:\n{}", faults.len(), faults.join("\n"));
}

in_every_engine![a_place_and_a_source_open_on_every_part_that_answers,];
