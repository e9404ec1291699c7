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

/// Finds one of each look among the words and links that are shown: what looks the same within ancestors that look the same
/// stands on the same, unless it is moved out of its place. Of those, what has come or looks otherwise since this was asked
/// the last time for a theme; the first time that is all.
const ONE_OF_EACH_LOOK: &str = "
    const known = {};
    window.oneOfEachLook = (within, theme, alike) => {
        const looks = new Map();
        const look = one => {
            if (!one || one === document.body) return '';
            if (looks.has(one)) return looks.get(one);
            const style = getComputedStyle(one);
            const moved = /absolute|fixed|sticky/.test(style.position) ? called(one) + text(one) : '';
            const own = [one.localName, one.getAttribute('class'), style.color, style.fill, style.opacity, style.backgroundColor,
                style.backgroundImage, style.fontSize, style.fontWeight, style.textDecoration, style.border, moved].join('|');
            looks.set(one, look(one.parentElement) + '>' + own);
            return looks.get(one);
        };
        const roots = [within].flat().flatMap(all);
        const says = one => one.matches('a[href]') || [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
        const found = new Map();
        for (const one of roots.flatMap(root => [root, ...root.querySelectorAll('*')]))
            if (!one.closest(alike) && says(one) && drawn(one)) found.set(look(one), one);
        const before = known[theme] ??= new Set();
        const fresh = [...found].filter(([look]) => !before.has(look));
        for (const [look] of fresh) before.add(look);
        return fresh.map(([, one]) => one);
    };";

/// Puts axe into the page that is open.
pub fn put_into(page: &Page) {
    page.js(&fs::read_to_string(support::path("AXE_PATH")).expect("the file named by AXE_PATH"));
    page.js(ONE_OF_EACH_LOOK);
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

/// What it finds wrong with the colours of all within a selector that has not been looked at in this look and theme.
pub fn colours(page: &Page, within: &str, theme: &str) -> Vec<String> {
    run(page, &format!("{{include: oneOfEachLook({within:?}, {theme:?}, {:?})}}", ALIKE.join(", ")), &only(&COLOURS))
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
