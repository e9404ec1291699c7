//! The page while one works on it: a change is seen by itself, and nothing of the reader's is lost.

use std::fs;

use serde_json::json;
use webdriver::{Sends, Server};

use crate::page::{Page, none};
use crate::resident::{Resident, Sources};
use crate::some::some;
use crate::support;

/// A site that follows its sources, with the program that readers get.
fn followed(sources: &Sources) -> (Resident, Server) {
    let built = support::path("SITE_DIR");
    let mut program = Vec::new();
    for path in fs::read_dir(&built).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if webdriver::is_program(&name) {
            program.push((name, fs::read(&path).unwrap()));
        }
    }
    let program: Vec<(&str, Vec<u8>)> = some("files of the program", &program)
        .into_iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .collect();
    let resident = sources.made_into_a_site("site", &program);
    let server = Server::start(resident.site().to_path_buf(), "/", Sends::All).unwrap();
    (resident, server)
}

/// Where an element stands in the window, in pixels from its upper edge.
fn top(page: &Page, selector: &str) -> f64 {
    page.js(&format!("return document.querySelector({selector:?}).getBoundingClientRect().top")).as_f64().unwrap()
}

#[test]
fn a_changed_style_sheet_is_worn_without_loading_the_page_again() {
    let sources = Sources::copied();
    let (_resident, server) = followed(&sources);
    let page = Page::wide();
    page.open(&server.url("?mode=flat"));
    page.js("window.isStillHere = true");
    let sheet = sources.text("style/base.css");
    sources.write("style/base.css", &format!("{sheet}\nh1 {{ outline: 3px solid rgb(1, 2, 3); }}\n"));
    page.wait(
        "return getComputedStyle(document.querySelector('h1')).outlineColor === 'rgb(1, 2, 3)'",
        "the new style",
    );
    assert_eq!(page.js("return window.isStillHere === true"), json!(true), "the page was not loaded again");
    page.wait("return all('link[rel=stylesheet]').length === 1", "the old style sheet is gone");
    sources.write("style/base.css", &sheet);
    page.wait(
        "return getComputedStyle(document.querySelector('h1')).outlineColor !== 'rgb(1, 2, 3)'",
        "the old style",
    );
}

#[test]
fn a_changed_word_is_shown_where_the_reader_is_with_what_is_open() {
    let sources = Sources::copied();
    let (_resident, server) = followed(&sources);
    let page = Page::wide();
    page.open(&server.url("en/?mode=flat"));
    page.click("#map-crafts svg.map a.mark");
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel of a place");
    page.js("all('details.data-table').find(one => !one.open).open = true; document.querySelector('#walls').scrollIntoView({behavior: 'instant'}); scrollBy({top: 123, behavior: 'instant'})");
    page.settle();
    let (before, place) = (top(&page, "#walls"), page.text("return query('place')"));
    let open = "return all('details').filter(one => one.open).length";
    let tables = page.js(open);
    // Far above the reader, and longer: counted from the top of the page, the place is another.
    let words = "great matters to see to this year";
    let longer = format!("{words}, and to nothing else. ").repeat(12);
    sources.write("data/chapters.json", &sources.text("data/chapters.json").replace(words, longer.trim()));
    page.wait("return document.querySelector('main').textContent.includes('nothing else')", "the new words");
    page.wait_until_alive();
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open again");
    assert_eq!(page.text("return query('place')"), place);
    page.wait(
        &format!("return Math.abs(document.querySelector('#walls').getBoundingClientRect().top - {before}) < 3"),
        "the reader is where they were",
    );
    assert_eq!(page.js(open), tables, "what was unfolded");
}

#[test]
fn a_fault_in_the_data_stands_in_the_page_until_it_is_mended() {
    let sources = Sources::copied();
    let (_resident, server) = followed(&sources);
    let page = Page::wide();
    let fault = "return text(document.querySelector('[role=alert]'))";
    let facts = sources.text("data/facts.json");
    let invalid = facts.replacen("\"kind\": \"reported\"", "\"kind\": \"rumoured\"", 1);
    let line = invalid.lines().position(|line| line.contains("rumoured")).unwrap() + 1;
    for file in ["?mode=flat", "en/crafts/"] {
        page.open(&server.url(file));
        page.js("window.isStillHere = true");
        sources.write("data/facts.json", &invalid);
        page.wait(&format!("{fault}?.includes('facts.json:{line}')"), "file and line");
        let told = page.text(fault);
        assert!(told.contains("rumoured") && told.contains("reported"), "what is there, and what may be: {told}");
        assert_eq!(page.js("return shown('main section').length > 0"), json!(true), "the page is below");
        sources.write("data/facts.json", &facts);
        page.wait("return !document.querySelector('[role=alert]')", "mended, it goes");
        assert_eq!(page.js("return window.isStillHere === true"), json!(true), "the page was not loaded again");
    }
}

#[test]
fn a_story_that_begins_with_a_fault_says_so_and_comes_when_it_is_mended() {
    let sources = Sources::copied();
    let map = sources.text("data/map.json");
    sources.write("data/map.json", &map.replacen('{', "{,", 1));
    let (_resident, server) = followed(&sources);
    let page = Page::wide();
    page.load(&server.url(""));
    page.wait("return text(document.querySelector('[role=alert]'))?.includes('map.json:1')", "file and line");
    sources.write("data/map.json", &map);
    page.wait_until_alive();
    none("no fault is left", &page.lines("return all('[role=alert]').map(text)"));
}
