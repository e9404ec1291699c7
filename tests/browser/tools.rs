//! What a reader takes along from a figure, and how many stops of Tab the page has.
//!
//! How many stops there are is asked of the first story, and so is what is asked of every figure.

use serde_json::json;

use crate::page::{PAGES, Page, key, none, second_site, site};

/// A clipboard that keeps what it is given.
const KEEP: &str = "window.kept = [];
    Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { kept.push(text); return Promise.resolve(); }}});";

/// Everything that Tab stops at, as the page is.
const STOPS: &str = "shown('a[href], button, input, select, summary, [tabindex]')
    .filter(one => one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]'))";

/// At most so many stops in the story step by step; it had 1,464, and 599 while each number of a paragraph was one.
const MOST: u64 = 300;

#[test]
fn the_story_step_by_step_has_few_stops_of_tab() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=steps#ending")));
        page.wait("return document.querySelector('.step a[tabindex=\"-1\"]') !== null", "a paragraph is one stop");
        for width in [1440, 1280, 1024, 390] {
            page.resize(width, 800);
            page.settle();
            let count = page.js(&format!("return {STOPS}.length")).as_u64().unwrap();
            println!("{count} stops in {file:?} at {width} px");
            assert!(count > 100 && count <= MOST, "{count} stops in {file:?} at {width} px");
        }
    }
}

#[test]
fn one_button_opens_what_can_be_taken_along_from_a_figure_without_any_script() {
    let (site, page) = (second_site(), Page::wide());
    page.devtools("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    page.load(&site.url(""));
    let links = "return shown('#walls-bars .tools a').map(text)";
    none("closed at first", &page.lines(links));
    page.js("document.querySelector('#walls-bars .tools summary').click()");
    assert_eq!(page.lines(links), ["链接", "图片PNG", "数据CSV", "嵌入"]);
}

#[test]
fn the_link_of_a_figure_opens_at_it_with_what_the_reader_chose_in_either_way_of_telling() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        for mode in ["steps", "flat"] {
            page.open(&site.url(&format!("{file}?mode={mode}")));
            page.js("document.querySelector('#walls-bars [data-measure=paces]').click()");
            page.wait("return query('measure') === 'paces'", "the choice is in the address");
            let link = "#walls-bars .tools a[data-link]";
            let address = page.text(&format!("return document.querySelector('{link}').href"));
            page.load("about:blank");
            page.open(&address);
            page.settle();
            let chosen = "return shown('#walls-bars [data-measure=paces]')[0]?.ariaPressed";
            assert_eq!(page.text(chosen), "true", "{address}");
            page.wait(
                "const {top, bottom} = document.querySelector('#walls-bars').getBoundingClientRect();
                 return top < innerHeight * .6 && bottom > 100",
                "the figure is in view",
            );
            assert!(address.contains(if file.is_empty() { "/?" } else { "/en/" }), "{address}");
        }
    }
}

#[test]
fn every_figure_is_led_to_by_its_link() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let links = page.lines("return all('.tools a[data-link]').map(one => one.hash)");
    assert!(links.len() > 15, "{links:?}");
    for hash in links {
        page.js(&format!("location.hash = {hash:?}"));
        page.wait(
            &format!("const {{top, bottom}} = document.querySelector({hash:?}).getBoundingClientRect(); return top < innerHeight && bottom > 0"),
            &hash,
        );
    }
}

#[test]
fn a_click_on_the_link_copies_it_and_says_so() {
    let (site, page) = (second_site(), Page::wide());
    page.before_every_page(KEEP);
    page.open(&site.url("en/index.html?mode=flat"));
    // Something on a map is told of now, which is not what tells that something was copied.
    page.click("#walls-bars .switch button[data-measure='paces']");
    page.js("document.querySelector('#walls-bars .tools').open = true");
    // Whoever has come by the steps has one in the address, which is not where the figure stands.
    page.js("const link = document.querySelector('#walls-bars a[data-link]');
         link.href = '?step=' + document.querySelector('.step').id + link.hash;
         link.scrollIntoView({block: 'center'})");
    page.click("#walls-bars a[data-link]");
    page.wait("return kept.length === 1", "the address is kept");
    let kept = page.text("return kept[0]");
    assert!(kept.ends_with("#walls-bars") && !kept.contains("step="), "{kept}");
    page.wait("return text(document.querySelector('#walls-bars a[data-link]')) === 'Copied'", "that is seen");
    let title = page.text("return text(document.querySelector('#walls-bars h3'))");
    let said = page.text("return text(document.getElementById('announcer'))");
    assert_eq!(said, format!("Copied {title}"), "and heard, with what");
}

#[test]
fn a_figure_s_way_to_the_page_for_editors_has_it_chosen_there() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        for id in ["walls-bars", "map-opening"] {
            let kit = page.text(&format!("return document.querySelector('#{id} .tools a[href*=\"kit/\"]').href"));
            page.load(&kit);
            page.wait("return !document.querySelector('.kit-choices').inert", "the controls are there");
            let src = page.text("return document.querySelector('.stand iframe').src");
            let name = if id == "map-opening" { "map" } else { id };
            assert!(src.contains(&format!("/embed/{name}/")), "{kit} shows {src}");
            page.open(&site.url(file));
        }
    }
}

#[test]
fn the_page_for_editors_has_a_way_past_its_preview_and_nothing_in_it_moves() {
    let (site, page) = (site(), Page::wide());
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height);
        for kit in ["kit/", "en/kit/"] {
            page.load(&site.url(kit));
            page.wait("return document.querySelector('.stand iframe')?.style.height", "the preview has its height");
            page.settle();
            none(&format!("{kit} at {width} px moves"), &page.shifts());
            let way = "return getComputedStyle(document.querySelector('.preview .skip')).clipPath";
            assert_eq!(page.text(way), "inset(50%)", "{kit}: the way past it lies on nothing");
            page.focus(".kit-choices [name=height]");
            page.press(key::TAB);
            assert_eq!(page.text("return focused().getAttribute('href')"), "#snippets", "{kit}");
            let seen =
                "const {top, bottom} = focused().getBoundingClientRect(); return top >= 0 && bottom <= innerHeight";
            assert_eq!(page.js(seen), json!(true), "{kit}: it is seen");
            page.press(key::ENTER);
            page.press(key::TAB);
            assert_eq!(page.js("return !!focused().closest('#snippets')"), json!(true), "{kit}");
        }
    }
}
