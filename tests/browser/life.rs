//! The page comes alive without a word, and tells the story when it cannot.
//!
//! What is asked of all that there is, is asked of the first story, which has most.

use std::fs;

use serde_json::json;
use webdriver::{Sends, Server, THE_REST};

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, none, second_site, serve, served, site};
use crate::some::some;
use crate::support;

/// The page comes alive and the console stays empty.
pub fn comes_alive_silently(page: &Page, url: &str) {
    page.open(url);
    page.settle();
    none(&format!("{url} leaves no error and no warning"), &page.console());
}

/// Pages beside the story's own: a chapter, a map and the story for frames, a chart for frames, and the page for editors.
fn parts() -> Vec<String> {
    let site = support::path("SITE_DIR");
    let frames = fs::read_dir(site.join("embed")).unwrap();
    let mut frames: Vec<String> = frames.filter_map(|entry| entry.unwrap().file_name().into_string().ok()).collect();
    frames.retain(|name| !name.starts_with("map") && !name.contains('.'));
    frames.sort();
    // A chapter has a page beside that for frames.
    let (chapters, charts): (Vec<String>, _) = frames.into_iter().partition(|name| site.join(name).is_dir());
    let [chapter, chart] = [chapters, charts].map(|names: Vec<String>| some("pages for frames", names).remove(0));
    [&format!("en/{chapter}/"), "embed/", "en/embed/map/", "kit/", &format!("embed/{chart}/")]
        .map(str::to_owned)
        .into()
}

/// Every kind of page stands under an address, comes alive where it has behaviour, and nothing is missing.
pub fn every_kind_of_page_works(page: &Page, address: impl Fn(&str) -> String) {
    PAGES.into_iter().for_each(|file| comes_alive_silently(page, &address(file)));
    for part in parts() {
        page.load(&address(&part));
        if page.js("return !!document.querySelector('script[src*=\"boot-\"]')") == json!(true) {
            page.wait_until_alive();
        }
        page.settle();
        assert!(page.js("return shown('h1, h2, h3').length").as_u64().unwrap() > 0, "{part} has a head");
        // Chromium warns of a permission in the snippets' `allow` that it does not know on some systems.
        none(&format!("{part} leaves no error"), &page.errors());
    }
}

#[test]
fn the_program_starts_without_an_error_or_a_warning_in_both_languages() {
    let (site, page) = (site(), Page::wide());
    PAGES.into_iter().for_each(|file| comes_alive_silently(&page, &site.url(file)));
}

#[test]
fn the_site_works_under_a_sub_path() {
    let site = serve(support::path("SITE_DIR"), "/a/b/", Sends::All);
    every_kind_of_page_works(&Page::wide(), |file| site.url(file));
}

#[test]
fn another_story_comes_alive_without_a_change_of_the_program() {
    let site = second_site();
    let page = Page::wide();
    for file in PAGES {
        comes_alive_silently(&page, &site.url(file));
        page.click("details.places summary");
        page.wait("return shown('details.places li').length > 0", "the list is filled");
        page.click("details.places a[data-place]");
        page.wait(
            "return shown('#place-panel .slot h4').length === 1",
            "the panel of the second story's first place",
        );
        none("a selection in the second story leaves the console empty", &page.console());
    }
}

#[test]
fn nothing_is_asked_of_another_host() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))";
        none("all files come from the page's own host", &page.lines(script));
    }
}

#[test]
fn nothing_is_kept_in_the_browser_but_the_colours_that_were_chosen() {
    let (site, page) = (site(), Page::wide());
    let kept = "return Promise.all([
            indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations(),
        ]).then(found => [document.cookie, Object.keys(sessionStorage).join(), Object.keys(localStorage).join(),
            ...found.map(all => all.length || '')].map(String))";
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        page.click("#map-opening .zoom button[data-zoom=in]");
        page.wait("return query('extent') !== null", "the map is nearer");
        page.click("#map-opening a.mark[data-place]");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel of a place");
        page.click(".chapter .steps a[data-fact]");
        page.wait("return shown('#source-card .slot').length === 1", "the card of a number");
        assert_eq!(page.js(kept), json!(["", "", "", "", "", ""]), "{file:?}: before colours are chosen");
        page.click("header button[data-theme-switch]");
        page.wait("return localStorage.length > 0", "the colours are remembered");
        let name = page.text("return `${document.documentElement.dataset.handle}-theme`");
        assert_eq!(page.js(kept), json!(["", "", name, "", "", ""]), "{file:?}: and then");
        page.js("localStorage.clear()");
    }
}

#[test]
fn without_scripts_the_page_shows_every_section_map_and_table() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.load_without_scripts(&site.url(file));
        assert!(
            page.js("return !('alive' in document.documentElement.dataset)").as_bool().unwrap(),
            "not marked alive"
        );
        let script = "return [
            ...some(all('main > section')).filter(one => !drawn(one) || one.offsetHeight < 200).map(one => 'section ' + called(one)),
            // One that belongs to a step is seen when that is read.
            ...some(all('.map-figure .view')).filter(one => [...one.querySelectorAll('svg.map')].filter(map => map.checkVisibility()).length !== 1)
                .map(one => called(one) + ' shows not one map'),
            ...some(all('main details')).filter(one => !one.querySelector('summary') || !drawn(one)).map(one => 'details ' + called(one)),
            ...some(all('details.data-table')).filter(one => one.querySelectorAll('tbody tr').length < 1).map(one => 'no rows in ' + called(one)),
        ]";
        none("all is shown without scripts", &page.lines(script));
        assert!(
            page.js("return shown('main > section').length >= 6").as_bool().unwrap(),
            "chapters and where they come from"
        );
        assert!(
            page.js("return shown('#place-panel button, #source-card button').length === 0").as_bool().unwrap(),
            "no control that would not answer"
        );
        for (record, parts) in [("ledger", ".ledger tbody tr"), ("places", ".gazetteer .entry")] {
            page.load_without_scripts(
                &site.url(&format!("{}{record}/index.html", file.trim_end_matches("index.html"))),
            );
            let (all, shown) = (format!("return all({parts:?}).length"), format!("return shown({parts:?}).length"));
            assert_eq!(page.js(&all), page.js(&shown), "all of the {record}");
            assert!(page.js(&all).as_u64().is_some_and(|count| count > 40), "the {record}");
        }
    }
}

/// What the open card shows, how far down the page is, and whether a mark of the place on a map is ringed.
const OPEN: &str = "const card = document.querySelector(':target'), rect = card?.getBoundingClientRect();
    const marks = all('#map-quays svg.map a.mark[data-place=moon-quay]').filter(drawn);
    const open = card ? {id: card.id, fixed: getComputedStyle(card).position, seen: rect.top >= 0 && rect.bottom <= innerHeight && rect.height > 60} : null;
    const ringed = marks.map(one => getComputedStyle(one.querySelector('.chosen')).visibility === 'visible');";

/// What is seen beside the step that the reader has come to: the steps that are marked, and the maps.
const BESIDE: &str = "const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--peony)';
    const peony = getComputedStyle(probe).color;
    probe.remove();
    const marked = all('.stage .step').filter(one => getComputedStyle(one).borderInlineStartColor === peony);
    const seen = all('.stage .view').filter(one => drawn(one) && getComputedStyle(one).visibility === 'visible');";

#[test]
fn without_scripts_each_map_of_a_phone_is_as_wide_as_the_text() {
    let (site, page) = (site(), Page::phone());
    for file in PAGES {
        page.load_without_scripts(&site.url(file));
        let narrow = "const wide = document.querySelector('.lead').offsetWidth;
            return some(shown('.stage svg.map')).map(map => map.getBoundingClientRect().width)
                .filter(width => width < wide).map(width => `${width} of ${wide} px`)";
        none("maps that are narrower", &page.lines(narrow));
    }
}

#[test]
fn without_scripts_the_map_of_a_wide_window_follows_whoever_scrolls_forward_and_back() {
    let (site, page) = (second_site(), Page::wide());
    page.load_without_scripts(&site.url(""));
    let steps = page.lines("return all('.stage:has(svg.map) .step').map(one => one.id)");
    let own = page.lines("return all('.stage .view[data-step]').map(one => one.dataset.step)");
    assert!(steps.len() > 3 && !own.is_empty(), "{steps:?}, of which {own:?} have maps of their own");
    for step in steps.iter().chain(steps.iter().rev()) {
        // The line is at two thirds of the window. What comes late above it may move the page: it is gone to again.
        let go = format!(
            "const top = document.getElementById({step:?}).getBoundingClientRect().top;
             scrollBy({{top: top - innerHeight * .6, behavior: 'instant'}});"
        );
        page.wait(&format!("{go} {BESIDE} return marked.map(one => one.id).join() === {step:?}"), step);
        let map = format!(
            "const stage = document.getElementById({step:?}).closest('.stage'), own = stage.querySelector('.view[data-step={step:?}]');
             const main = stage.querySelector('.view:not([data-step])');
             return seen.filter(one => stage.contains(one)).map(one => one === (own ?? main)).join() === 'true'"
        );
        page.wait(&format!("{BESIDE} {map}"), &format!("one map beside {step}, its own or its chapter's"));
    }
}

#[test]
fn without_scripts_a_mark_and_a_number_open_a_card_that_moves_nothing_and_goes_by_its_link_or_by_going_back() {
    let site = second_site();
    for page in [Page::wide(), Page::phone()] {
        for file in PAGES {
            page.load_without_scripts(&site.url(file));
            for (link, id) in [
                ("#map-quays a.mark[data-place=moon-quay]", "p-moon-quay"),
                ("#crafts .steps a[data-fact=tide-light-lit]", "f-tide-light-lit"),
            ] {
                page.js(&format!("shown({link:?})[0].scrollIntoView({{block: 'center', behavior: 'instant'}})"));
                let before = page.js("return scrollY");
                for close in ["click", "back"] {
                    page.js(&format!("shown({link:?})[0].dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"));
                    page.wait(&format!("return document.querySelector(':target')?.id === {id:?}"), "the card");
                    let open = page.js(&format!("{OPEN} return open"));
                    assert_eq!(open, json!({"id": id, "fixed": "fixed", "seen": true}), "{file:?}");
                    let ringed = page
                        .js(&format!("{OPEN} return some(ringed).every(one => one === (card.id === 'p-moon-quay'))"));
                    assert_eq!(ringed, json!(true), "{file:?}: the mark of {id}");
                    assert_eq!(page.js("return scrollY"), before, "{file:?}: the page does not move");
                    match close {
                        "click" => page.js("shown('.card-foot a[href=\"#-\"]')[0].click()"),
                        _ => page.js("history.back()"),
                    };
                    page.wait(
                        "return !document.querySelector(':target') && shown('.cards article').length === 0",
                        "no card",
                    );
                    assert_eq!(page.js("return scrollY"), before, "{file:?}: the page does not move");
                }
            }
        }
    }
}

#[test]
fn what_was_opened_before_the_program_came_stays_open_and_going_back_closes_it() {
    let (site, page) = (second_site(), Page::wide());
    for (fragment, query, what) in [
        ("p-moon-quay", "?place=moon-quay", "#place-panel .panel-frame"),
        ("f-walls-upper-share", "?fact=walls-upper-share", "#source-card .card-frame"),
    ] {
        page.open(&site.url("?mode=flat"));
        // The program comes to a page on which the card is open: as a reader's tap has left it.
        page.js("location.hash = '-'");
        page.js(&format!("location.hash = {fragment:?}"));
        page.wait(
            &format!("return shown({what:?}).length === 1 && shown('.cards article').length === 0"),
            "taken over",
        );
        page.wait(&format!("return location.search.includes({:?}) && !location.hash", &query[1..]), query);
        page.js("history.back()");
        page.wait(&format!("return shown({what:?}).length === 0"), "closed by going back");
        page.load(&site.url("kit/index.html"));
        page.open(&site.url(&format!("?mode=flat#{fragment}")));
        page.wait(
            &format!("return shown({what:?}).length === 1 && shown('.cards article').length === 0"),
            "from an address",
        );
        page.wait(&format!("return location.search.includes({:?}) && !location.hash", &query[1..]), query);
    }
}

/// The page is whole and not alive, and only the browser itself speaks of the missing file.
fn stays_finished(sends: Sends) {
    let site = served("SECOND_SITE_DIR", sends);
    let page = Page::wide();
    for file in PAGES {
        page.load(&site.url(file));
        page.wait("return 'failed' in document.documentElement.dataset", "the loader has given up");
        page.settle();
        assert_eq!(page.js("return 'alive' in document.documentElement.dataset"), json!(false), "not marked alive");
        assert_eq!(page.js("return shown('main > section').length >= 6 && shown('svg.map').length > 0"), json!(true));
        let console: Vec<String> = page.console().into_iter().filter(|line| !line.contains("\"network\"")).collect();
        none("no error but the browser's own line about the file", &console);
        page.click("#map-quays a.mark[data-place=moon-quay]");
        page.wait("return location.hash === '#p-moon-quay'", "links work as links");
        page.wait("return shown('.cards #p-moon-quay').length === 1", "and open the card");
    }
}

#[test]
fn missing_webassembly_leaves_the_finished_page() {
    stays_finished(Sends::NoWasm);
}

#[test]
fn broken_webassembly_leaves_the_finished_page() {
    stays_finished(Sends::HalfWasm);
}

#[test]
fn a_program_that_fails_before_all_of_the_page_is_there_leaves_nothing_out() {
    let site = Server::start(support::path("SECOND_SITE_DIR"), "/", Sends::PagesInTwo("id=\"quays\"")).unwrap();
    let page = Page::wide();
    // The program is refused at once, and the rest of the page comes once the loader has given up.
    page.before_every_page(&format!(
        "const ask = fetch;
         globalThis.fetch = () => Promise.reject(new Error('refused'));
         new MutationObserver((_, observer) => {{
             if (!('failed' in (document.documentElement?.dataset ?? {{}}))) return;
             observer.disconnect();
             ask('{THE_REST}');
         }}).observe(document, {{attributes: true, childList: true, subtree: true}});"
    ));
    page.load(&site.url(""));
    page.wait("return 'failed' in document.documentElement.dataset", "the loader has given up");
    let waiting = "return all('main > .chapter').length > 1 && all('[data-later] :is(main > .chapter, svg.map):not(.laid-out)').length === 0";
    page.wait(waiting, "all is laid out");
}

in_every_engine![
    the_program_starts_without_an_error_or_a_warning_in_both_languages,
    the_site_works_under_a_sub_path,
    another_story_comes_alive_without_a_change_of_the_program,
    what_was_opened_before_the_program_came_stays_open_and_going_back_closes_it,
    missing_webassembly_leaves_the_finished_page,
    broken_webassembly_leaves_the_finished_page,
];
