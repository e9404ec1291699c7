//! The accessibility rules of axe-core, in every state a reader can bring the page to.
//!
//! Sections and a step in view are the first story's, which has more of everything; pages of places the second's.

use webdriver::Media;

use crate::axe::{self, COLOURS, all_but, colours, only, violations, violations_here};
use crate::page::{PAGES, Page, none, second_site, site};
use crate::some::some;

/// The states, each with the script that brings the page there from the one before, and with what then stands over the page.
const STATES: [(&str, &str, Option<&str>); 4] = [
    ("plain", "", None),
    ("panel open", "click('svg.map a.mark')", Some("#place-panel")),
    ("panel and card open", "click('#place-panel .slot a[data-fact]')", Some("#source-card")),
    (
        "both closed, all tables open",
        "click('#source-card [data-close]'); click('#place-panel [data-close]'); all('details').forEach(one => one.open = true)",
        None,
    ),
];

/// A choice of the ledger's rows, in an order of their own.
const CHOICE: &str = "const kind = document.querySelector('.filters [name=kind]'); kind.value = 'not-given';
    kind.dispatchEvent(new Event('input', {bubbles: true})); click('[data-sort=value]')";

/// Clicks without scrolling.
const CLICK: &str =
    "const click = css => shown(css)[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));";

/// The rule about the size of targets counts what stands over them, which a reader can put away.
const SIZES: &str = "target-size";

/// Opens a page with axe in it.
fn with_axe(page: &Page, url: &str) {
    page.open(url);
    axe::put_into(page);
}

/// Every state at every width, in light and in dark.
fn breaks_no_rule(file: &str) {
    let (site, page) = (site(), Page::wide());
    let mut faults = Vec::new();
    with_axe(&page, &site.url(file));
    page.js("window.unfolded = all('details').filter(one => one.open)");
    // One page for both widths, so that at the second the colours are looked at of what looks otherwise there.
    for (width, height) in [(1440, 900), (320, 640)] {
        page.resize(width, height);
        page.js("all('details').forEach(one => one.open = unfolded.includes(one))");
        for (number, (state, script, over)) in STATES.into_iter().enumerate() {
            page.js(&format!("{CLICK}{script}"));
            page.settle();
            page.js("scrollTo(0, 0)"); // Or the header would stand over targets.
            let [colour, link] = COLOURS;
            let mut found = violations(&page, "document", &all_but(&[colour, link, SIZES]));
            // Of the page itself once, when all of it is unfolded.
            if let Some(over) = over {
                found.extend(violations(&page, &format!("{over:?}"), &only(&[SIZES])));
            } else if number + 1 == STATES.len() {
                found.extend(violations(&page, "document", &only(&[SIZES])));
            }
            for (dark, theme) in [(false, "light"), (true, "dark")] {
                page.dark(dark);
                page.settle();
                found.extend(colours(&page, "body", theme).into_iter().map(|line| format!("{theme}: {line}")));
            }
            page.dark(false);
            faults.extend(found.into_iter().map(|line| format!("{width} px, {state}: {line}")));
        }
    }
    assert!(faults.is_empty(), "{} violations in {file:?}:\n{}", faults.len(), faults.join("\n"));
}

/// Every section told in full, in either theme, and on paper; and step by step, with the first of its steps in view.
fn breaks_no_rule_in_any_section(file: &str) {
    let (site, page) = (site(), Page::wide());
    let mut faults = Vec::new();
    let mut note = |found: Vec<String>, when: &str| {
        faults.extend(found.into_iter().map(|line| format!("{when}: {line}")));
    };
    // The header and a map that stays may stand over targets, which a reader scrolls free.
    let rules = all_but(&[COLOURS[0], COLOURS[1], SIZES]);
    let sections = "main > section";
    with_axe(&page, &site.url(&format!("{file}?mode=flat")));
    note(violations(&page, "'main > section'", &rules), "in full");
    note(colours(&page, sections, "light"), "in full, light");
    page.dark(true);
    page.settle();
    note(colours(&page, sections, "dark"), "in full, dark");
    page.dark(false);
    page.resize(320, 640);
    with_axe(&page, &site.url(&format!("{file}?mode=steps")));
    for section in some("sections", page.lines("return all('main > section').map(one => one.id)")) {
        let first = format!("#{section} :is(.step, h1, h2)");
        page.js(&format!("shown({first:?})[0].scrollIntoView({{block: 'center', behavior: 'instant'}})"));
        page.settle();
        note(violations_here(&page, &format!("'#{section}'"), &rules), &format!("step by step, #{section}"));
        note(colours(&page, &format!("#{section}"), "steps"), &format!("step by step, #{section}"));
    }
    page.resize(665, 940);
    page.media(Media { print: true, ..Media::default() });
    page.settle();
    note(colours(&page, "body", "paper"), "paper");
    assert!(faults.is_empty(), "{} violations in {file:?}:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn no_section_of_the_chinese_page_breaks_an_accessibility_rule_while_it_is_read() {
    breaks_no_rule_in_any_section(PAGES[0]);
}

#[test]
fn no_section_of_the_english_page_breaks_an_accessibility_rule_while_it_is_read() {
    breaks_no_rule_in_any_section(PAGES[1]);
}

/// For what is looked at is one of each look.
#[test]
fn one_pale_word_among_many_is_found() {
    let (site, page) = (second_site(), Page::wide());
    with_axe(&page, &site.url("?mode=flat"));
    none("as it is", &colours(&page, "body", "light"));
    page.js("all('main p').filter(one => drawn(one) && !one.querySelector('a')).at(-1).style.color = 'rgb(200, 200, 200)'");
    let found = colours(&page, "body", "light");
    assert!(found.len() == 1 && found[0].starts_with("color-contrast (1×)"), "{found:?}");
    none("what has been looked at", &colours(&page, "body", "light"));
}

#[test]
fn what_is_announced_live_is_short() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        page.click("#map-quays svg.map a.mark");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel of a place");
        page.settle();
        let long = "return some(all('[aria-live], [role=status], [role=alert], [role=log], output')).filter(one => text(one).length > 120).map(one => called(one) + ': ' + text(one))";
        none(&format!("{file:?}: no announcement is a paragraph"), &page.lines(long));
    }
}

#[test]
fn ledger_gazetteer_and_pages_of_places_break_no_accessibility_rule() {
    let (site, page) = (second_site(), Page::wide());
    let mut faults = Vec::new();
    for (width, height) in [(1440, 900), (320, 640)] {
        page.resize(width, height);
        for (file, script) in [
            ("ledger/index.html", ""),
            ("en/ledger/index.html", CHOICE),
            ("places/index.html", ""),
            ("en/places/index.html", ""),
            // One of which much is said, a silent one, and one at a point: the others are made of the same parts.
            ("places/upper/index.html", ""),
            ("en/places/northsalt/index.html", ""),
            ("en/places/moon-quay/index.html", ""),
        ] {
            page.load(&site.url(file));
            page.wait(
                "return 'alive' in document.documentElement.dataset || !document.querySelector('.reader')",
                "the page",
            );
            axe::put_into(&page);
            page.js(&format!("{CLICK}{script}"));
            for (dark, theme) in [(false, "light"), (true, "dark")] {
                page.dark(dark);
                page.settle();
                let mut found = colours(&page, "body", theme);
                if !dark {
                    found.extend(violations(&page, "document", &all_but(&COLOURS)));
                }
                faults.extend(found.into_iter().map(|line| format!("{file} at {width} px, {theme}: {line}")));
            }
            page.dark(false);
        }
    }
    assert!(faults.is_empty(), "{} violations:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_chinese_page_breaks_no_accessibility_rule() {
    breaks_no_rule(PAGES[0]);
}

#[test]
fn the_english_page_breaks_no_accessibility_rule() {
    breaks_no_rule(PAGES[1]);
}

#[test]
fn a_step_in_view_breaks_no_accessibility_rule() {
    let (site, page) = (site(), Page::wide());
    let mut faults = Vec::new();
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height);
        for file in PAGES {
            page.open(&site.url(&format!("{file}?mode=steps")));
            // Not the first of its chapter, at which the map may still be on its way up.
            let [chapter, step] = ["chapter", "step"].map(|part| {
                page.text(&format!(
                    "return document.querySelector('.stage:has(svg.map) .step + .step').closest('.{part}').id"
                ))
            });
            page.open(&site.url(&format!("{file}?mode=steps&step={step}")));
            axe::put_into(&page);
            page.wait(
                &format!("return document.querySelector('#{step}.active') && !document.querySelector('.moving')"),
                "a step",
            );
            for (dark, theme) in [(false, "light"), (true, "dark")] {
                page.dark(dark);
                page.settle();
                // What lies under map and strip for now is not too small. In the dark nothing is other than in the light
                // but colours, and the words of the switch.
                let [colour, link] = COLOURS;
                let mut found = colours(&page, "body", theme);
                if dark {
                    found.extend(violations_here(&page, "'header.bar'", &all_but(&[colour, link, SIZES])));
                } else {
                    found.extend(violations_here(&page, "document", &all_but(&[colour, link, SIZES])));
                    found.extend(violations_here(&page, &format!("'#{chapter} .pinned'"), &only(&[SIZES])));
                }
                faults.extend(found.into_iter().map(|line| format!("{file:?} at {width} px, {theme}: {line}")));
            }
            page.dark(false);
        }
    }
    assert!(faults.is_empty(), "{} violations:\n{}", faults.len(), faults.join("\n"));
}
