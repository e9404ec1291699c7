//! What axe-core finds wrong with a page.

use std::fs;

use crate::page::{Page, lines};
use crate::support;

/// The rules of the standard up to version 2.2, level AA, and what is good practice.
pub const TAGS: &str = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// Rows and entries like those before them: looking at each would take minutes and find nothing else.
const ALIKE: &str = "[['#ledger tbody tr:nth-child(n+20)'], ['#places .entry:nth-child(n+6)']]";

/// Puts axe into the page that is open.
pub fn put_into(page: &Page) {
    page.js(&fs::read_to_string(support::path("AXE_PATH")).expect("the file named by AXE_PATH"));
}

/// What it finds within an element: rule, summary and the first elements.
pub fn violations(page: &Page, within: &str, options: &str) -> Vec<String> {
    page.js("scrollTo(0, 0)"); // Or the header would stand over targets.
    violations_here(page, within, options)
}

/// The same without leaving what the page shows.
pub fn violations_here(page: &Page, within: &str, options: &str) -> Vec<String> {
    run(page, &format!("{{include: [{within}], exclude: {ALIKE}}}"), options)
}

/// The same of all that a context of axe names.
pub fn run(page: &Page, context: &str, options: &str) -> Vec<String> {
    let script = format!(
        "axe.run({context}, {{{options}, resultTypes: ['violations']}}).then(result => done(result.violations.flatMap(one =>
             one.nodes.slice(0, 4).map(node => `${{one.id}} (${{one.nodes.length}}×) ${{node.target.join(' ')}}: ${{node.failureSummary.replace(/\\s+/g, ' ')}}`))),
             error => done(['axe failed: ' + error]));"
    );
    lines(&page.js_later(&script))
}
