//! What a page shows before anything but the page itself has come.

use serde_json::json;
use webdriver::{Sends, Server};

use crate::page::{PAGES, Page, none, second_site};
use crate::support;

/// Where each part of the header and of the words before the link to the style sheet stands, and how it looks.
const LOOKS: &str = "const sheet = document.querySelector('body link[rel=stylesheet]');
const isBefore = one => one.compareDocumentPosition(sheet) === Node.DOCUMENT_POSITION_FOLLOWING;
return shown('.bar, .bar *, main *').filter(isBefore).map(one => {
    const {x, y, width, height} = one.getBoundingClientRect(), {color, font, backgroundColor} = getComputedStyle(one);
    return `${called(one)} at ${[x, y, width, height].map(Math.round)} in ${[color, backgroundColor, font]}`;
})";

#[test]
fn the_first_words_look_as_they_will_before_the_style_sheet_has_come() {
    let page = Page::wide();
    let sites = [Sends::NoStyle, Sends::All]
        .map(|sends| Server::start(support::path("SECOND_SITE_DIR"), "/", sends).unwrap());
    for file in PAGES.into_iter().chain(["crafts/", "en/crafts/"]) {
        let sizes = [(320, 640), (390, 844), (768, 1024), (1440, 900)];
        let [without, with] = sites.each_ref().map(|site: &Server| {
            let [(width, height), ..] = sizes;
            page.resize(width, height);
            page.open(&site.url(&format!("{file}?mode=flat")));
            sizes.map(|(width, height)| {
                page.resize(width, height);
                page.settle();
                page.lines(LOOKS)
            })
        });
        for (((width, _), without), with) in sizes.into_iter().zip(without).zip(with) {
            assert!(with.len() > 5, "{file} at {width} px: {with:?}");
            let differ: Vec<String> = with
                .iter()
                .filter(|line| !without.contains(line))
                .map(|line| format!("with the sheet: {line}"))
                .chain(without.iter().filter(|line| !with.contains(line)).map(|line| format!("without: {line}")))
                .collect();
            none(&format!("{file} at {width} px looks the same before its style sheet has come"), &differ);
        }
    }
}

#[test]
fn the_program_is_asked_for_once_the_page_has_been_painted() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES.into_iter().chain(["quays/", "embed/", "embed/map/", "ledger/"]) {
        page.open(&site.url(file));
        let script = "const painted = Math.min(...performance.getEntriesByType('paint').map(one => one.startTime));
            const program = performance.getEntriesByType('resource').filter(one => /\\/(app|whole)-/.test(one.name));
            if (program.length < 2) return ['the program is not there'];
            return program.filter(one => one.startTime < painted).map(one => `${one.name} at ${one.startTime}, paint at ${painted}`);";
        none(&format!("{file:?} asks for nothing of the program before it is painted"), &page.lines(script));
    }
}

#[test]
fn without_scripts_the_first_map_stands_where_it_does_with_them() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        let sizes = [(390, 844), (768, 1024), (1440, 900)];
        let [without, with] = [true, false].map(|off| {
            let [(width, height), ..] = sizes;
            page.resize(width, height);
            page.devtools("Emulation.setScriptExecutionDisabled", json!({"value": off}));
            page.load(&site.url(&format!("{file}?mode=flat")));
            page.devtools("Emulation.setScriptExecutionDisabled", json!({"value": false}));
            if !off {
                page.wait_until_alive();
            }
            sizes.map(|(width, height)| {
                page.resize(width, height);
                page.settle();
                page.lines(
                    "return shown('.lead, #map-opening, #map-opening svg.map').map(one => {
                        const {x, y, width} = one.getBoundingClientRect();
                        return `${one.localName}${one.id} ${[x, one.matches('.lead') ? y : 0, width].map(Math.round)}`;
                    })",
                )
            })
        });
        for (((width, _), without), with) in sizes.into_iter().zip(without).zip(with) {
            assert_eq!(with.len(), 3, "{with:?}");
            assert_eq!(without, with, "{file:?} at {width} px");
        }
    }
}
