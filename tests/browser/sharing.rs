//! Every view of a reader in the address; what copies and shares it.

use serde_json::json;
use webdriver::until;

use crate::page::{PAGES, Page, none, second_site};

/// A clipboard and a way to share that keep what they are given.
const KEEP: &str = "window.kept = [];
    Object.defineProperty(navigator, 'clipboard', {value: {writeText: text => { kept.push(text); return Promise.resolve(); }}});
    navigator.canShare = () => true;
    navigator.share = data => { kept.push(data.url); return Promise.resolve(); };";

/// The table's own figure, of the first that is folded at first.
const FOLDED: &str = "[...document.querySelectorAll('details.data-table')].find(one => !one.open)";

#[test]
fn an_open_table_is_in_the_address_and_on_the_page_in_the_other_language() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let id = page.text(&format!("return {FOLDED}.closest('[id]').id"));
    page.js(&format!("{FOLDED}.querySelector('summary').click()"));
    page.wait(&format!("return query('table') === {id:?}"), "the address names the table");
    page.js("document.querySelector('svg.map a.mark').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    page.wait("return query('place')", "a place is selected");
    assert_eq!(page.text("return query('table')"), id, "what the story writes leaves the table in the address");
    page.open(&site.url(&format!("?mode=flat&table={id}.nowhere")));
    assert_eq!(
        page.js(&format!("return document.getElementById({id:?}).querySelector('details.data-table').open")),
        json!(true)
    );
    page.wait(&format!("return query('table') === {id:?}"), "what the page does not know is left out");
    page.js("document.querySelector('header a[data-language]').click()");
    page.wait("return document.documentElement.lang === 'en'", "the other language");
    page.wait(
        &format!("return document.getElementById({id:?})?.querySelector('details.data-table').open"),
        "has the same table open",
    );
    page.js(&format!("document.getElementById({id:?}).querySelector('.data-table summary').click()"));
    page.wait("return query('table') === null", "the default is not in the address");
}

#[test]
fn buttons_copy_the_citation_the_view_and_a_quotation() {
    let site = second_site();
    for file in PAGES {
        let page = Page::wide();
        page.before_every_page(KEEP);
        page.open(&site.url(&format!("{file}?mode=flat&theme=dark")));
        let kept = || page.text("return kept.at(-1) ?? ''");
        page.js("document.querySelector('[data-copy]').click()");
        let citation = page.text("return document.getElementById('cite-words').textContent");
        assert_eq!(kept(), citation, "{file:?}");
        assert!(citation.contains("https://"), "{citation}");
        page.wait("return text(document.querySelector('.sharing [role=status]')) !== ''", "that is said");
        page.js("document.querySelector('[data-copy-view]').click()");
        assert_eq!(kept(), page.text("return location.href"), "{file:?}");
        page.js("document.querySelector('[data-share]').click()");
        assert_eq!(kept(), page.text("return location.href"), "{file:?}");
        page.js("document.querySelector('main a[data-fact]').click()");
        page.wait("return query('fact')", "a source is open");
        page.click("[data-copy-quotation]");
        let quotation = kept();
        let (fact, what) = (
            page.text("return query('fact')"),
            page.text("return [...document.querySelector('#source-card .slot').childNodes].filter(one => !one.matches?.('b, small')).map(text).join('').trim()"),
        );
        assert!(quotation.starts_with(&what) && quotation.ends_with(&format!("?fact={fact}")), "{quotation}");
        none(&format!("{file:?} leaves no line"), &page.console());
    }
}

#[test]
fn what_cannot_be_copied_is_not_offered_or_stands_there_to_be_copied_by_hand() {
    let (site, page) = (second_site(), Page::wide());
    page.before_every_page(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); navigator.canShare = undefined;",
    );
    page.open(&site.url("?mode=flat"));
    let shown = "return ['[data-copy]', '[data-copy-view]', '[data-copy-quotation]', '[data-share]'].filter(one => !document.querySelector(one).hidden)";
    none("no button that cannot work", &page.lines(shown));
    let page = Page::wide();
    page.before_every_page(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject(new Error())}});",
    );
    page.open(&site.url("?mode=flat"));
    page.js("document.querySelector('[data-copy-view]').click()");
    page.wait(
        "return document.querySelector('.sharing .outcome code')?.textContent === location.href",
        "the address stands there",
    );
    assert_eq!(page.text("return getSelection().toString()"), page.text("return location.href"), "and is selected");
}

#[test]
fn old_addresses_lead_where_they_led() {
    let (site, page) = (second_site(), Page::wide());
    for (old, new) in [
        ("?mode=flat&place=salt-pier", "?mode=flat&place=salt-ferry"),
        ("?mode=flat#landings", "?mode=flat#quays"),
        ("?mode=flat#p-salt-pier", "?mode=flat&place=salt-ferry"),
    ] {
        page.open(&site.url(old));
        page.settle();
        assert_eq!(page.text("return location.search + location.hash"), new, "{old}");
    }
    // A page at a former address takes the reader's query and fragment along, and there what is former in them is mended.
    for (old, path, came, now) in [
        (
            "landings/?mode=flat&place=salt-pier&utm_source=mail#landings",
            "/quays/index.html",
            "?mode=flat&place=salt-pier&utm_source=mail",
            ["place=salt-ferry", "#quays"],
        ),
        (
            "en/embed/landings/index.html?childId=frame-1&theme=dark",
            "/en/embed/quays/index.html",
            "?childId=frame-1&theme=dark",
            ["theme=dark", ""],
        ),
        ("embed/landings/?lang=en&chrome=0", "/en/embed/quays/index.html", "?chrome=0", ["", ""]),
        ("places/salt-pier/#f-ferry-fare", "/places/salt-ferry/index.html", "", ["#f-ferry-fare", ""]),
    ] {
        page.load(&site.url(old));
        page.wait(&format!("return location.pathname === {path:?}"), path);
        let asked = page.text("return performance.getEntriesByType('navigation')[0].name");
        assert!(asked.split('#').next().unwrap().ends_with(&format!("{path}{came}")), "{old}: {asked}");
        for part in now {
            page.wait(&format!("return (location.search + location.hash).includes({part:?})"), part);
        }
        none(&format!("{old} leaves no line"), &page.console());
    }
    page.devtools("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    page.load(&site.url("landings/"));
    assert!(until(|| page.address().ends_with("/quays/index.html")), "without scripts too: {}", page.address());
    page.devtools("Emulation.setScriptExecutionDisabled", json!({"value": false}));
    // What stood in the story has a page of its own.
    for (old, new) in [
        ("?kind=target", "/ledger/index.html?kind=target"),
        ("en/index.html?sort=-value&at=upper", "/en/ledger/index.html?sort=-value&at=upper"),
        ("#map-notes", "/ledger/index.html#map-notes"),
    ] {
        page.load(&site.url(old));
        page.wait(&format!("return location.pathname + location.search + location.hash === {new:?}"), new);
    }
    for anchor in ["ledger", "places"] {
        page.open(&site.url(&format!("?mode=flat#{anchor}")));
        assert_eq!(page.js(&format!("return shown('#{anchor}').length")), json!(1), "{anchor}: the way there");
    }
}
