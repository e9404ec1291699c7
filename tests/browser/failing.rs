//! What readers have when something fails after the page has come: the line that they read stays where it is, and what still
//! can answer does.
//!
//! Where the line that is read stays is asked of the first story, whose chapters are longer.

use serde_json::json;
use webdriver::{Sends, THE_REST};

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, none, second_site, served, site};
use crate::reading_place::{come_to, come_to_words, top_of};
use crate::some::some;

/// Brings a step to where it is read: it begins above the line at two thirds of the window, and ends below.
fn read(page: &Page, selector: &str) {
    come_to(page, &format!("const away = shown({selector:?})[0].getBoundingClientRect().top - innerHeight * 0.55;"));
}

/// Some chapters of the first story with steps beside a map: the first, one in the middle, and the last.
fn chapters(page: &Page) -> [String; 3] {
    page.load(&site().url(""));
    let all = page.lines("return all('main > .chapter:has(svg.map):has(.step + .step)').map(one => one.id)");
    assert!(all.len() > 2, "{all:?}");
    [0, (all.len() - 1) / 2, all.len() - 1].map(|at| all[at].clone())
}

#[test]
fn a_program_that_is_slow_and_then_fails_leaves_the_line_that_is_read_where_it_is() {
    for page in [Page::wide, Page::phone] {
        let page = page();
        let [first, middle, last] = chapters(&page);
        for (anchored, address, part) in [
            (true, "", format!("#{first} .step:nth-of-type(2)")),
            (false, "", format!("#{middle} .step:nth-of-type(2)")),
            (false, "en/index.html", format!("#{last} .step")),
            (false, &format!("index.html#{middle}"), format!("#{middle}")),
            (true, &format!("index.html#{last}"), format!("#{last}")),
        ] {
            let (site, part) = (served("SITE_DIR", Sends::NoWasmLater), part.as_str());
            page.load(&site.url(address));
            page.wait("return document.readyState === 'complete'", "all is there but the program");
            if !anchored {
                page.js("document.documentElement.style.overflowAnchor = 'none'");
            }
            if !address.contains('#') {
                read(&page, part);
            }
            page.settle();
            let before = top_of(&page, part);
            page.js(&format!("fetch({THE_REST:?})"));
            page.wait("return 'failed' in document.documentElement.dataset", "the loader has given up");
            page.settle();
            let moved = top_of(&page, part) - before;
            assert!(moved.abs() <= 2.0, "{address:?}: {part} has moved by {moved} px, anchored: {anchored}");
            assert_eq!(page.js("return document.documentElement.dataset.mode ?? null"), json!(null), "told in full");
        }
    }
}

#[test]
fn at_every_step_a_program_that_is_slow_and_then_fails_leaves_the_line_that_is_read_where_it_is() {
    let mut faults = Vec::new();
    for (number, page) in [Page::wide, Page::phone].into_iter().enumerate() {
        let page = page();
        page.load(&second_site().url(""));
        let steps = some("steps", page.lines("return all('.step').map(one => one.id)"));
        for (at, step) in steps.iter().enumerate() {
            let (site, words) = (served("SECOND_SITE_DIR", Sends::NoWasmLater), format!("#{step} p"));
            page.load(&site.url(PAGES[at % 2]));
            page.wait("return document.readyState === 'complete'", "all is there but the program");
            // Each step in one of the ways on a desk and in the other on a phone.
            let is_held = (at + number) % 2 == 0;
            if !is_held {
                page.js("document.documentElement.style.overflowAnchor = 'none'");
            }
            come_to_words(&page, step);
            // Whoever has come to a chapter's head reads that; on a phone its first step is in sight as well.
            let heads = "const top = one => one.getBoundingClientRect().top;
                return all('main > section').filter(one => top(one) > -1 && top(one) < 140).map(one => one.id)";
            let head = page.lines(heads);
            let part = head.first().map_or(words, |head| format!("#{head}"));
            let before = top_of(&page, &part);
            page.js(&format!("fetch({THE_REST:?})"));
            page.wait("return 'failed' in document.documentElement.dataset", "the loader has given up");
            page.settle();
            let moved = top_of(&page, &part) - before;
            if moved.abs() > 2.0 {
                faults
                    .push(format!("{part} has moved by {moved} px, {} px wide, held {is_held}", [1440, 390][number]));
            }
        }
    }
    none("what is read stays", &faults);
}

#[test]
fn a_program_that_fails_in_the_middle_lets_go_of_the_page() {
    let (site, page) = (second_site(), Page::wide());
    for (file, said) in [("", "重新载入"), ("en/index.html", "load it again")] {
        page.open(&site.url(file));
        page.click("#map-opening a.mark[data-place=moon-quay]");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel");
        read(&page, "#quays .step:nth-of-type(2)");
        page.wait("return query('step') !== null", "the step is reached");
        let before = top_of(&page, "#quays .step:nth-of-type(2)");
        // What the program asks for first at a click is not there.
        page.js("const own = Object.getOwnPropertyDescriptor(Event.prototype, 'target');
             Object.defineProperty(Event.prototype, 'target', {configurable: true, get() {
                 if (new Error().stack.includes('wasm')) {
                     Object.defineProperty(Event.prototype, 'target', own);
                     throw new Error('planned');
                 }
                 return own.get.call(this);
             }});");
        page.js(
            "document.querySelector('h1').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))",
        );
        page.wait("return 'failed' in document.documentElement.dataset", "the page knows of it");
        page.settle();
        assert_eq!(page.js("return 'alive' in document.documentElement.dataset"), json!(false), "not alive any more");
        let errors: Vec<String> = page.errors();
        assert_eq!(errors.len(), 1, "it is said once: {errors:?}");
        let words = page.text("return shown('#announcer').map(text).join()");
        assert!(words.contains(said), "{file:?}: one sentence says so: {words}");
        let inside = "const box = document.getElementById('announcer').getBoundingClientRect();
            return box.height > 10 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight";
        assert_eq!(page.js(inside), json!(true), "{file:?}: where the reader is");
        let moved = top_of(&page, "#quays .step:nth-of-type(2)") - before;
        assert!(moved.abs() <= 2.0, "{file:?}: the line that is read has moved by {moved} px");
        none("no control is left that would not answer", &page.lines(
            "return shown('.zoom button, .controls button, .strip button, .extents button, #place-panel button, #source-card button').map(called)",
        ));
        links_are_links(&page);
        none("nothing more is said", &page.errors());
    }
}

/// A mark and a number open their cards, a link of the header leads on.
fn links_are_links(page: &Page) {
    page.click("#map-quays a.mark[data-place=moon-quay]");
    page.wait(
        "return location.hash === '#p-moon-quay' && shown('.cards #p-moon-quay').length === 1",
        "a mark opens its card",
    );
    page.click(".card-foot a[href='#-']");
    page.wait("return shown('.cards article').length === 0", "and its link closes it");
    page.click("#crafts .steps a[data-fact=tide-light-lit]");
    page.wait("return shown('.cards #f-tide-light-lit').length === 1", "a number opens its card");
    page.click("a.language");
    page.wait(
        "return document.readyState === 'complete' && 'alive' in document.documentElement.dataset",
        "the other language is another page, which answers",
    );
}

#[test]
fn a_program_of_another_media_type_or_of_none_starts_all_the_same() {
    for kind in [Some("application/octet-stream"), Some("text/plain"), Some("text/html"), None] {
        let (site, page) = (served("SECOND_SITE_DIR", Sends::WasmAs(kind)), Page::wide());
        page.open(&site.url(""));
        none(&format!("{kind:?} is no error"), &page.errors());
        page.click("#map-opening a.mark[data-place=moon-quay]");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel");
    }
}

/// Opens a place and a number, switches a layer, zooms, goes on by a step, changes the colours: all that answers.
fn walk(page: &Page) {
    page.click("#map-opening .zoom button[data-zoom=in]");
    page.wait("return query('extent') !== null", "the map is nearer");
    page.click("#map-opening a.mark[data-place=moon-quay]");
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel of a place");
    page.click("#map-opening .legend button");
    page.wait("return query('off') !== null", "a layer is switched off");
    page.click("#crafts .steps a[data-fact=tide-light-lit]");
    page.wait("return shown('#source-card .slot').length === 1", "the card of a number");
    let before = page.text("return document.documentElement.dataset.theme");
    page.click("header button[data-theme-switch]");
    page.wait(&format!("return (document.documentElement.dataset.theme ?? '') !== {before:?}"), "other colours");
}

#[test]
fn a_page_that_is_there_needs_no_network_any_more() {
    for file in PAGES {
        let (site, page) = (second_site(), Page::wide());
        page.open(&site.url(file));
        page.settle();
        drop(site);
        walk(&page);
        // What comes when it is asked for cannot come any more: neither an empty list nor a deaf field is left.
        for (part, gone) in
            [("#map-opening details.places summary", "#map-opening details.places"), ("#find", "#find")]
        {
            page.click(part);
            page.wait(&format!("return shown({gone:?}).length === 0"), "it goes");
        }
        let said = page.errors().into_iter().filter(|line| !line.contains("\"network\""));
        none("no script fails", &said.collect::<Vec<_>>());
    }
}

#[test]
fn a_reader_who_saves_data_has_all_of_it() {
    let (site, page) = (second_site(), Page::wide());
    page.devtools("Emulation.setDataSaverOverride", json!({"dataSaverEnabled": true}));
    for file in PAGES {
        page.open(&site.url(file));
        assert_eq!(page.js("return navigator.connection.saveData"), json!(true), "the reader saves data");
        walk(&page);
        none("the console stays empty", &page.console());
    }
}

#[test]
fn a_page_that_was_kept_for_going_back_answers_as_before() {
    let (site, page) = (second_site(), Page::keeping());
    for file in PAGES {
        // A browser need not keep a page, and a busy one at times does not: then it is another visit.
        let kept = (0..KEPT_WITHIN).any(|_| {
            page.open(&site.url(file));
            comes_back(&page)
        });
        assert!(kept, "{file:?}: {KEPT_WITHIN} times the page was not kept");
        page.wait("return shown('#place-panel .slot h4').length === 1", "with what was open");
        page.click("#place-panel button");
        page.wait("return query('place') === null", "and answers");
        none("without a word", &page.errors());
    }
}

/// Within how many visits a page is kept once.
const KEPT_WITHIN: usize = 4;

/// Opens a place, leaves for another page and comes back; whether the page was kept.
fn comes_back(page: &Page) -> bool {
    page.click("#map-opening a.mark[data-place=moon-quay]");
    page.wait("return query('place') === 'moon-quay'", "the address has the place");
    page.settle();
    page.js("window.kept = 0; addEventListener('pageshow', event => { window.kept += event.persisted; })");
    // The driver's own commands return when the other page is there: a script between two pages may never be answered.
    page.go_to("/kit/index.html");
    page.wait("return location.pathname.startsWith('/kit/') && document.readyState === 'complete'", "another page");
    page.go_back();
    let is_back = "!location.pathname.startsWith('/kit/') && 'alive' in document.documentElement.dataset";
    page.wait(&format!("return window.kept === 1 || {is_back} && window.kept === undefined"), "the page again");
    page.js("return window.kept === 1") == json!(true)
}

in_every_engine![
    a_program_that_is_slow_and_then_fails_leaves_the_line_that_is_read_where_it_is,
    at_every_step_a_program_that_is_slow_and_then_fails_leaves_the_line_that_is_read_where_it_is,
    a_program_that_fails_in_the_middle_lets_go_of_the_page,
    a_program_of_another_media_type_or_of_none_starts_all_the_same,
    a_page_that_is_there_needs_no_network_any_more,
    a_page_that_was_kept_for_going_back_answers_as_before,
];
