//! The accessibility rules of axe-core, in every state a reader can bring the page to.

use std::fs;

use crate::page::{PAGES, Page, lines, site};
use crate::support;

/// The states, each with the script that brings the page there from the one before.
const STATES: [(&str, &str); 4] = [
    ("plain", ""),
    (
        "panel open",
        "shown('#map-heritage svg.map a.mark')[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))",
    ),
    (
        "panel and card open",
        "shown('#place-panel .slot a[data-fact]')[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))",
    ),
    ("all details open", "all('details').forEach(one => one.open = true)"),
];

/// Every rule but those for other frames; dark colours change only what depends on colour.
const RULES: &str = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']}";
const RULES_OF_COLOUR: &str =
    "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}, resultTypes: ['violations']}";

/// What axe finds wrong: rule, summary and the first elements.
fn violations(page: &Page, rules: &str) -> Vec<String> {
    let script = format!(
        "axe.run(document, {rules}).then(result => done(result.violations.flatMap(one => one.nodes.slice(0, 4).map(node =>
             `${{one.id}} (${{one.nodes.length}}×) ${{node.target.join(' ')}}: ${{node.failureSummary.replace(/\\s+/g, ' ')}}`))),
         error => done(['axe failed: ' + error]));"
    );
    lines(&page.js_later(&script))
}

fn breaks_no_rule(file: &str) {
    let axe = fs::read_to_string(support::path("AXE_PATH")).expect("the file named by AXE_PATH");
    let (site, page) = (site(), Page::wide());
    let mut faults = Vec::new();
    for (width, height) in [(1440, 900), (390, 844), (320, 640)] {
        page.resize(width, height);
        page.open(&site.url(file));
        page.js(&axe);
        for (state, script) in STATES {
            page.js(script);
            page.settle();
            for (dark, rules) in [(false, RULES), (true, RULES_OF_COLOUR)] {
                page.dark(dark);
                page.settle();
                let scheme = if dark { "dark" } else { "light" };
                let found = violations(&page, rules);
                faults.extend(found.into_iter().map(|line| format!("{width} px, {scheme}, {state}: {line}")));
            }
        }
    }
    assert!(faults.is_empty(), "{} violations in {file:?}:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_chinese_page_breaks_no_accessibility_rule() {
    breaks_no_rule(PAGES[0]);
}

#[test]
fn the_english_page_breaks_no_accessibility_rule() {
    breaks_no_rule(PAGES[1]);
}
