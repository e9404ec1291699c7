//! The ledger answers: rows in order, rows chosen, and the way to where a fact is used.

use std::fs;

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site};
use crate::support;
use webdriver::{Sends, Server};

/// The page of the ledger beside a page of the story.
fn ledger(file: &str) -> String {
    format!("{}ledger/index.html", file.trim_end_matches("index.html"))
}

/// The rows that are seen, as their ids.
const SEEN: &str = "const seen = () => shown('.ledger tbody tr').map(row => row.id);";

/// How many rows there are, and how many are seen.
fn rows(page: &Page) -> (usize, usize) {
    let count = |script: &str| page.js(script).as_u64().unwrap_or_default() as usize;
    (count("return all('.ledger tbody tr').length"), count("return shown('.ledger tbody tr').length"))
}

/// Chooses an option as a reader does.
fn choose(page: &Page, name: &str, value: &str) {
    page.js(&format!(
        "const select = document.querySelector('.filters [name={name}]'); select.value = {value:?};
         select.dispatchEvent(new Event('input', {{bubbles: true}}));"
    ));
    page.settle();
}

/// What the count says.
fn count(page: &Page) -> String {
    page.text("return text(document.querySelector('.ledger .count'))")
}

fn query(page: &Page) -> String {
    page.text("return location.search")
}

#[test]
fn the_controls_are_there_only_when_they_answer_and_nothing_moves() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.load_without_scripts(&site.url(&ledger(file)));
        let (all, seen) = rows(&page);
        assert!(all > 40 && all == seen, "without script all {all} rows are there, not {seen}");
        none(
            "without script there is no control",
            &page.lines("return shown('.filters select, .filters button').map(called)"),
        );
        page.open(&site.url(&ledger(file)));
        page.settle();
        assert_eq!(page.js("return shown('.filters select').length"), json!(4), "four choices");
        assert_eq!(page.js("return all('.ledger :disabled').length"), json!(0), "nothing is switched off");
    }
    // A site whose program never comes: the controls keep their room and stay unseen.
    let broken = Server::start(support::path("SECOND_SITE_DIR"), "/", Sends::NoWasm).unwrap();
    page.load(&broken.url(&ledger("")));
    page.settle();
    let height = page.js("return document.querySelector('.filters').offsetHeight");
    assert!(height.as_u64().is_some_and(|height| height > 40), "room for the controls: {height}");
    none("and none of them is seen", &page.lines("return shown('.filters select').map(called)"));
    page.open(&site.url(&ledger("")));
    page.settle();
    let alive = page.js("return document.querySelector('.filters').offsetHeight");
    assert_eq!(alive, height, "the same room when they answer");
}

#[test]
fn each_head_sorts_and_turns_the_order_round() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&ledger(file)));
        let own = page.lines(&format!("{SEEN} return seen()"));
        for name in ["value", "kind", "locator", "chapter", "row"] {
            for direction in ["ascending", "descending"] {
                page.click(&format!(".ledger [data-sort={name}]"));
                let head = format!(
                    "return document.querySelector('[data-sort={name}]').parentElement.ariaSort === '{direction}'"
                );
                page.wait(&head, &format!("{name} is {direction}"));
                assert_eq!(page.js("return all('[aria-sort]').length"), json!(1), "one head says its order");
                let script = format!(
                    "const options = name => all(`.filters [name=${{name}}] option`).map(option => option.value);
                     const index = row => Number(text(row.querySelector('.row')));
                     const key = row => ({{
                         value: Number(row.dataset.value ?? NaN), locator: Number(row.dataset.locator ?? NaN),
                         kind: options('kind').indexOf(row.dataset.kind), chapter: options('in').indexOf(row.dataset.chapter),
                         row: index(row),
                     }}).{name};
                     const rows = shown('.ledger tbody tr'), turn = '{direction}' === 'descending' ? -1 : 1, wrong = [];
                     for (const [at, row] of rows.entries()) {{
                         const next = rows[at + 1];
                         if (!next) continue;
                         const [a, b] = [key(row), key(next)];
                         const right = Number.isNaN(b) ? !Number.isNaN(a) || index(row) < index(next)
                             : !Number.isNaN(a) && (a === b ? index(row) < index(next) : (b - a) * turn > 0);
                         if (!right) wrong.push(row.id + ' before ' + next.id);
                     }}
                     return wrong;"
                );
                none(&format!("rows by {name}, {direction}"), &page.lines(&script));
            }
            let found = query(&page);
            assert_eq!(found, format!("?sort=-{name}"));
        }
        page.click(".ledger [data-sort=row]");
        page.wait("return !location.search", "the ledger's own order is not in the address");
        assert_eq!(page.lines(&format!("{SEEN} return seen()")), own, "and all rows are back in it");
    }
}

#[test]
fn the_controls_choose_rows_and_the_count_says_how_many() {
    let (site, page) = (second_site(), Page::wide());
    for (file, word) in PAGES.into_iter().zip(["上津", "Upper"]) {
        page.open(&site.url(&ledger(file)));
        let total = rows(&page).0;
        for (name, value, holds) in [
            ("kind", "not-given", "row.dataset.kind === 'not-given'"),
            ("in", "walls", "row.dataset.chapter === 'walls'"),
            ("at", "upper", "!!row.querySelector('[href$=\"#p-upper\"]')"),
        ] {
            choose(&page, name, value);
            let wrong = format!(
                "return some(all('.ledger tbody tr')).filter(row => ({holds}) !== drawn(row)).map(row => row.id)"
            );
            none(&format!("rows by {name}"), &page.lines(&wrong));
            let seen = rows(&page).1;
            assert!(seen > 0 && seen < total, "{seen} of {total} by {name}");
            let said = count(&page);
            assert!(
                said.contains(&seen.to_string()) && said.contains(&total.to_string()),
                "{seen} of {total}: {said}"
            );
            assert_eq!(query(&page), format!("?{name}={value}"));
            choose(&page, name, "");
        }
        // Words, typed by hand; separators in numbers do not matter.
        for typed in [word, "133333"] {
            page.focus(".filters [name=q]");
            typed.chars().for_each(|c| page.press(&c.to_string()));
            page.wait(&format!("return shown('.ledger tbody tr').length < {total}"), "the words choose rows");
            let shown = page.lines("return shown('.ledger tbody tr').map(row => text(row).replaceAll(',', ''))");
            assert!(!shown.is_empty() && shown.iter().all(|row| row.contains(typed)), "{typed} in {shown:?}");
            page.click(".filters [data-clear]");
            page.wait("return !location.search", "the address is clear");
        }
        assert_eq!(rows(&page), (total, total), "all rows are back");
        assert_eq!(page.text("return focused().name"), "q", "the focus stays with the controls");
    }
}

#[test]
fn where_no_row_fits_the_ledger_says_so_in_words() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{}?q=zzzz", ledger(file))));
        page.wait("return shown('.ledger .empty').length === 1", "words instead of rows");
        assert_eq!(rows(&page).1, 0);
        page.click(".filters [data-clear]");
        page.wait("return shown('.ledger .empty').length === 0", "rows instead of words");
    }
}

#[test]
fn an_address_brings_back_order_choice_and_words_and_ignores_what_it_does_not_know() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("ledger/index.html?sort=-value&kind=target&in=walls&at=upper&q=%E6%AE%B5&colour=red"));
    page.wait("return [1, 2, 3].includes(shown('.ledger tbody tr').length)", "rows are chosen");
    let controls =
        "return ['kind', 'in', 'at', 'q'].map(name => document.querySelector(`.filters [name=${name}]`).value)";
    assert_eq!(page.js(controls), json!(["target", "walls", "upper", "段"]));
    assert_eq!(page.js("return document.querySelector('[aria-sort=descending]').className"), json!("value"));
    page.wait(
        "return location.search === '?sort=-value&kind=target&in=walls&at=upper&q=%E6%AE%B5'",
        "its own address",
    );
    page.open(&site.url("ledger/index.html?sort=size&kind=none&in=nowhere&at=999999"));
    page.wait("return !location.search", "what is unknown is dropped");
    let (all, seen) = rows(&page);
    assert_eq!(all, seen);
    // The choice goes along to the other language; words to search for do not.
    page.open(&site.url("ledger/index.html?kind=computed&q=%E6%AE%B5"));
    page.click("a.language");
    page.wait(
        "return document.documentElement.lang === 'en' && 'alive' in document.documentElement.dataset",
        "English",
    );
    assert_eq!(query(&page), "?kind=computed");
}

#[test]
fn a_link_to_a_row_that_is_filtered_out_shows_it() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("ledger/index.html?kind=computed"));
    page.wait("return document.getElementById('f-walls-upper').hidden", "a row of another kind is left out");
    page.click("#f-walls-upper-share .where a[href='#f-walls-upper']");
    page.wait("return location.hash === '#f-walls-upper' && shown('#f-walls-upper').length === 1", "the row");
    page.settle();
    let script = "const rect = document.getElementById('f-walls-upper').getBoundingClientRect();
        return rect.top >= 0 && rect.bottom <= innerHeight";
    assert_eq!(page.js(script), json!(true), "the row is in view");
    page.open(&site.url("ledger/index.html?kind=target#f-walls-upper-share"));
    page.settle();
    assert_eq!(page.js("return shown('#f-walls-upper-share').length"), json!(1), "an address shows its row as well");
}

#[test]
fn the_ledger_is_worked_by_keyboard_alone() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(&ledger("")));
    page.focus(".filters [name=kind]");
    page.press(key::DOWN);
    page.wait("return location.search === '?kind=reported'", "an arrow chooses the first kind");
    for name in ["by", "in", "at", "q"] {
        page.press(key::TAB);
        assert_eq!(page.text("return focused().name"), name);
    }
    page.press(key::TAB);
    page.press(key::ENTER);
    page.wait("return !location.search", "Enter clears");
    page.focus("[data-sort=value]");
    page.press(key::ENTER);
    page.wait("return location.search === '?sort=value'", "Enter sorts");
    assert_eq!(page.text("return focused().dataset.sort"), "value", "and the focus stays");
}

#[test]
fn every_use_lands_on_its_part_of_the_page() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&ledger(file)));
        let script = "const pages = new Map(), parts = all('.ledger .uses a');
            // The page's policy reads nothing as markup that is no trusted type.
            const trusted = trustedTypes.createPolicy('test', {createHTML: html => html});
            const page = async address => (await fetch(address)).text().then(html => new DOMParser().parseFromString(trusted.createHTML(html), 'text/html'));
            const of = link => link.href.split('#')[0];
            Promise.all([...new Set(parts.map(of))].map(async address => pages.set(address, await page(address))))
                .then(() => done(parts.filter(link => !pages.get(of(link)).getElementById(link.hash.slice(1))).map(called)))";
        assert_eq!(page.js_later(script), json!([]), "every use leads to something");
        for (link, hash) in [
            ("#f-matters .uses a[href$='#matters-strip']", "#matters-strip"),
            ("#f-net-loft-work .uses a[href$='#p-net-loft']", "#p-net-loft"),
        ] {
            page.open(&site.url(&ledger(file)));
            page.click(link);
            let seen = format!(
                "const part = document.querySelector({hash:?})?.getBoundingClientRect();
                 return document.readyState === 'complete' && part?.top < innerHeight && part.bottom > 0"
            );
            page.wait(&seen, "the part in view");
            let script = format!(
                "const rect = document.querySelector({hash:?}).getBoundingClientRect();
                 return rect.top < innerHeight && rect.bottom > (document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0)"
            );
            assert_eq!(page.js(&script), json!(true), "{hash} is in view");
        }
    }
}

#[test]
fn the_downloads_are_there_and_begin_as_spreadsheets_want() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&ledger(file)));
        let script = "Promise.all(all('a[download]').map(async link => {
                const answer = await fetch(link.href);
                const bytes = new Uint8Array(await answer.arrayBuffer());
                return [answer.ok, link.download, [...bytes.slice(0, 3)].join()].join(' ');
            })).then(done)";
        let found = page.js_later(script);
        for expected in
            ["true facts.zh.csv 239,187,191", "true facts.en.csv 239,187,191", "true facts.json 123,10,32"]
        {
            assert!(found.as_array().is_some_and(|list| list.contains(&json!(expected))), "{expected} in {found}");
        }
    }
    let text =
        fs::read_to_string(support::path("SECOND_SITE_DIR").join("facts.json")).expect("the document of the site");
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let version = document["data"].as_str().expect("a version");
    let cited = page.text("return text(document.querySelector('.cite'))");
    assert!(cited.contains(version), "the citation names the version of the files: {cited}");
}

#[test]
fn a_corrected_number_leads_to_its_correction_and_the_card_tells_it() {
    let site = second_site();
    let page = Page::wide();
    for file in PAGES {
        page.open(&site.url(file));
        page.click("#quays .dek a[data-fact=quays-done]");
        page.wait("return shown('#source-card .correction').length === 1", "the card tells the correction");
        page.press(key::ESCAPE);
        page.click("#quays .dek a.corrected");
        page.wait(
            "return location.hash === '#correction-1' && shown('#correction-1').length === 1",
            "the correction",
        );
        assert_eq!(page.js("return shown('#correction-1 a[href=\"#f-quays-done\"]').length"), json!(1), "and back");
    }
}

#[test]
fn on_a_phone_the_heads_sort_and_nothing_is_wider_than_the_screen() {
    let (site, page) = (second_site(), Page::phone());
    for width in [390, 320] {
        page.resize(width, 800);
        for file in PAGES {
            page.open(&site.url(&ledger(file)));
            page.tap(".ledger [data-sort=value]");
            page.wait("return location.search === '?sort=value'", "a tap sorts");
            let wide = "return some(shown('.ledger *')).filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(called)";
            none(&format!("at {width} px"), &page.lines(wide));
        }
    }
}

in_every_engine![
    each_head_sorts_and_turns_the_order_round,
    an_address_brings_back_order_choice_and_words_and_ignores_what_it_does_not_know,
    the_ledger_is_worked_by_keyboard_alone,
    on_a_phone_the_heads_sort_and_nothing_is_wider_than_the_screen,
];
