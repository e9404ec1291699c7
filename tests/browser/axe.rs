//! What axe-core finds wrong with a page.

use std::fs;

use crate::page::{Page, lines};
use crate::support;

/// The rules of the standard up to version 2.2, level AA, and what is good practice.
pub const TAGS: &str = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

/// The rules about colours, which are most of axe's work.
pub const COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// Rows and entries like those before them: looking at each would take minutes and find nothing else.
const ALIKE: [&str; 2] = ["#ledger tbody tr:nth-child(n+20)", "#places .entry:nth-child(n+6)"];

/// Finds what has come, or looks otherwise, since this was asked the last time for a theme; the first time that is all. A
/// drawing is one thing: what stands on what does not follow from which element lies in which.
const WHAT_IS_NEW: &str = "
    const looks = {};
    window.whatIsNew = (theme, alike) => {
        const of = one => {
            const style = getComputedStyle(one);
            const own = [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data);
            return [one.checkVisibility({visibilityProperty: true}), one.getClientRects().length > 0, style.color, style.fill, style.opacity,
                style.backgroundColor, style.backgroundImage, style.fontSize, style.fontWeight, style.textDecoration, style.border, ...own].join('|');
        };
        const all = [...document.querySelectorAll('body, body *')].filter(one => !one.closest(alike));
        const now = new Map(all.map(one => [one, of(one)]));
        const before = looks[theme] ?? new Map();
        looks[theme] = now;
        const changed = new Set(all.filter(one => before.get(one) !== now.get(one)).map(one => one.closest('svg') ?? one));
        const within = one => one && (changed.has(one) || within(one.parentElement));
        return [...changed].filter(one => !within(one.parentElement));
    };";

/// Puts axe into the page that is open.
pub fn put_into(page: &Page) {
    page.js(&fs::read_to_string(support::path("AXE_PATH")).expect("the file named by AXE_PATH"));
    page.js(WHAT_IS_NEW);
}

/// An option of axe: these rules alone.
pub fn only(rules: &[&str]) -> String {
    format!("runOnly: {{type: 'rule', values: {rules:?}}}")
}

/// An option of axe: the rules of [`TAGS`] without these.
pub fn all_but(rules: &[&str]) -> String {
    let off: Vec<String> = rules.iter().map(|rule| format!("{rule:?}: {{enabled: false}}")).collect();
    format!("{TAGS}, rules: {{{}}}", off.join(", "))
}

/// What it finds within an element: rule, summary and the first elements.
pub fn violations(page: &Page, within: &str, options: &str) -> Vec<String> {
    page.js("scrollTo(0, 0)"); // Or the header would stand over targets.
    violations_here(page, within, options)
}

/// The same without leaving what the page shows.
pub fn violations_here(page: &Page, within: &str, options: &str) -> Vec<String> {
    let exclude = ALIKE.map(|selector| [selector]);
    run(page, &format!("{{include: [{within}], exclude: {exclude:?}}}"), options)
}

/// What it finds wrong with the colours of all that is new to the page since this was asked the last time for the theme.
pub fn colours_of_what_is_new(page: &Page, theme: &str) -> Vec<String> {
    violations(page, &format!("...whatIsNew({theme:?}, {:?})", ALIKE.join(", ")), &only(&COLOURS))
}

/// What it finds wrong with all that a context of axe names; nothing where the context names nothing.
pub fn run(page: &Page, context: &str, options: &str) -> Vec<String> {
    let script = format!(
        "const context = {context};
         if (context.include?.length === 0) return done([]);
         axe.run(context, {{{options}, resultTypes: ['violations']}}).then(result => done(result.violations.flatMap(one =>
             one.nodes.slice(0, 4).map(node => `${{one.id}} (${{one.nodes.length}}×) ${{node.target.join(' ')}}: ${{node.failureSummary.replace(/\\s+/g, ' ')}}`))),
             error => done(['axe failed: ' + error]));"
    );
    lines(&page.js_later(&script))
}
