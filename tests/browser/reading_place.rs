//! The line that is read stays before the reader while the window changes and when the page is loaded again.

use serde_json::json;
use webdriver::{Engine, until};

use crate::engines::{self, in_every_engine};
use crate::page::{PAGES, Page, none, second_site};
use crate::some::some;

/// Where what the reader looks at begins in the window, in CSS pixels.
pub fn top_of(page: &Page, selector: &str) -> f64 {
    let top = page.js(&format!("return shown({selector:?})[0].getBoundingClientRect().top"));
    top.as_f64().unwrap_or_else(|| panic!("{selector} is drawn"))
}

/// Brings the words of a step to where they are read. Not its head: of what is short the next head would stand at the line.
pub fn come_to_words(page: &Page, step: &str) {
    come_to(
        page,
        &format!(
            "const {{top, bottom}} = shown('#{step} p')[0].getBoundingClientRect(), away = (top + bottom) / 2 - innerHeight * 0.66;"
        ),
    );
}

/// Scrolls until a script says that the page is no more `away`, in CSS pixels, from where it is to be, and rests there.
pub fn come_to(page: &Page, away: &str) {
    let is_there = || {
        page.wait(&format!("{away} scrollBy({{top: away, behavior: 'instant'}}); return Math.abs(away) < 2"), away);
        page.settle();
        page.js(&format!("{away} return Math.abs(away) < 2")) == json!(true)
    };
    // What is laid out or turned to on the way may move it again.
    assert!(until(is_there), "it does not stay where it is brought to: {away}");
}

/// The steps of the story, told step by step.
fn steps(page: &Page) -> Vec<String> {
    page.open(&second_site().url(""));
    some("steps", page.lines("return all('.step').map(one => one.id)"))
}

/// The first words of the step, seen in the window below what stays at its upper edge.
fn in_sight(step: &str) -> String {
    format!(
        "const {{top, height}} = shown('#{step} p')[0].getBoundingClientRect();
         const {{bottom}} = document.querySelector('header').getBoundingClientRect();
         return top + Math.min(height, 24) > bottom && top < innerHeight"
    )
}

#[test]
fn turning_resizing_and_zooming_keep_what_is_read_in_the_window() {
    // A window that becomes narrower, the browser's zoom at 150 per cent, and back; a phone that is turned and turned back.
    // Other engines than Chromium have no windows as narrow as a phone.
    let desk: &[(u32, u32)] = &[(1440, 900), (1024, 768), (960, 600), (1440, 900)];
    let phone: &[(u32, u32)] = &[(390, 844), (844, 390), (390, 844)];
    let windows: &[&[(u32, u32)]] = if engines::current() == Engine::Chromium { &[desk, phone] } else { &[desk] };
    let page = Page::wide();
    let mut faults = Vec::new();
    for (at, step) in steps(&page).iter().enumerate() {
        let site = second_site();
        for sizes in windows {
            let (width, height) = sizes[0];
            page.resize(width, height);
            page.open(&site.url(PAGES[at % 2]));
            // Half of the steps without what the browser does by itself.
            if at % 2 == 1 {
                page.js("document.documentElement.style.overflowAnchor = 'none'");
            }
            come_to_words(&page, step);
            for (width, height) in &sizes[1..] {
                page.resize(*width, *height);
                page.wait(&format!("return innerWidth === {width}"), "the window is as wide as that");
                page.settle();
                if page.js(&in_sight(step)) != json!(true) {
                    let top = top_of(&page, &format!("#{step} p"));
                    faults.push(format!("{step} at {width} px stands at {top} of {height}"));
                }
            }
        }
    }
    none("what is read stays in the window", &faults);
}

#[test]
fn larger_and_smaller_letters_keep_what_is_read_in_the_window() {
    let page = Page::wide();
    let mut faults = Vec::new();
    for (at, step) in steps(&page).iter().enumerate() {
        let site = second_site();
        page.open(&site.url(PAGES[at % 2]));
        page.js("document.documentElement.style.overflowAnchor = 'none'");
        come_to_words(&page, step);
        // What readers set in their browser is what an `em` of a condition is, too; here the letters alone change.
        for size in [24, 16] {
            let before = page.js("return document.querySelector('header').clientHeight");
            page.js(&format!("document.documentElement.style.fontSize = '{size}px'"));
            page.wait(
                &format!("return document.querySelector('header').clientHeight !== {before}"),
                "the letters have changed",
            );
            page.settle();
            if page.js(&in_sight(step)) != json!(true) {
                let top = top_of(&page, &format!("#{step} p"));
                faults.push(format!("{step} in letters of {size} px stands at {top}"));
            }
        }
    }
    none("what is read stays in the window", &faults);
}

#[test]
fn a_page_that_is_loaded_again_is_read_on_where_it_was() {
    let mut faults = Vec::new();
    // In other engines than Chromium a page as narrow as a phone is loaded into a frame, which nobody loads again.
    let is_narrow_too = engines::current() == Engine::Chromium;
    for (width, height) in [(1440, 900), (390, 844)].into_iter().take(if is_narrow_too { 2 } else { 1 }) {
        let page = Page::sized(width, height);
        for (at, step) in steps(&page).iter().enumerate() {
            let site = second_site();
            page.open(&site.url(PAGES[at % 2]));
            come_to_words(&page, step);
            let words = format!("#{step} p");
            let before = top_of(&page, &words);
            let written = format!("return Math.abs(history.state?.read?.top * innerHeight - {before}) < 2");
            page.wait(&written, "where the page is read is written down");
            page.load_again();
            page.wait_until_alive();
            page.settle();
            let moved = top_of(&page, &words) - before;
            if moved.abs() > 2.0 {
                faults.push(format!("{step} has moved by {moved} px, {width} px wide"));
            }
        }
    }
    none("what is read stays", &faults);
}

#[test]
fn whoever_asks_for_the_same_address_anew_begins_at_the_top() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        page.js("scrollBy({top: innerHeight * 3, behavior: 'instant'})");
        page.wait("return history.state?.read !== undefined", "where the page is read is written down");
        page.go_to(&page.address());
        page.wait_until_alive();
        page.settle();
        assert_eq!(page.js("return scrollY"), json!(0), "{file:?}");
    }
}

in_every_engine![
    turning_resizing_and_zooming_keep_what_is_read_in_the_window,
    larger_and_smaller_letters_keep_what_is_read_in_the_window,
    a_page_that_is_loaded_again_is_read_on_where_it_was,
    whoever_asks_for_the_same_address_anew_begins_at_the_top,
];
