//! Where the focus goes: it stays with what is seen and read, and nothing that the story does drops it.
//!
//! Credits, which are long, are those of the first story.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site, site};

#[test]
fn zooming_by_key_keeps_what_has_the_focus_in_sight() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    for place in ["moon-quay", "net-loft", "salt-ferry", "tide-light"] {
        page.js(&format!("shown('#map-opening a.mark[data-place={place}]')[0].focus()"));
        for _ in 0..3 {
            page.press("+");
            page.settle();
        }
        page.wait("return query('extent') !== null", "the map is nearer");
        let out = page.js(
            "const map = focused().closest('.view').getBoundingClientRect(), mark = focused().getBoundingClientRect();
             const [x, y] = [mark.left + mark.width / 2, mark.top + mark.height / 2];
             return x < map.left || x > map.right || y < map.top || y > map.bottom ? [x, y] : null",
        );
        assert_eq!(out, json!(null), "{place} is out of sight");
        page.press("0");
        page.wait("return query('extent') === null", "all of the map is shown");
    }
}

/// What has the focus, where none of it is in the window and on its map.
const OUT_OF_SIGHT: &str =
    "const map = focused().closest('.drawings').getBoundingClientRect(), mark = focused().getBoundingClientRect();
    const bar = document.querySelector('header.bar').getBoundingClientRect().bottom;
    const across = Math.min(mark.right, map.right, innerWidth) - Math.max(mark.left, map.left, 0);
    const down = Math.min(mark.bottom, map.bottom, innerHeight) - Math.max(mark.top, map.top, bar);
    return across < 2 || down < 2 ? [called(focused()), across, down] : null";

#[test]
fn a_mark_in_an_inset_is_enlarged_where_it_is_seen_and_comes_back() {
    let site = site();
    for page in [Page::wide(), Page::sized(390, 664)] {
        page.still();
        for file in PAGES {
            page.open(&site.url(&format!("{file}?mode=steps")));
            let marks =
                page.lines("return some(shown('#map-opening a.mark[data-main]')).map(one => one.dataset.place)");
            for place in marks {
                let mark = format!("shown('#map-opening a.mark[data-place={place}]')[0]");
                page.js(&format!("{mark}.scrollIntoView({{block: 'center', behavior: 'instant'}}); {mark}.focus({{preventScroll: true}})"));
                for key in ["+", "-", "-"] {
                    page.press(key);
                    page.settle();
                    assert_eq!(page.js(OUT_OF_SIGHT), json!(null), "{file:?}: {place} is out of sight after {key}");
                }
                page.wait("return query('extent') === null", "all of the map is shown again");
            }
        }
    }
}

#[test]
fn an_arrow_leads_to_nothing_that_the_map_does_not_show_and_never_moves_the_page() {
    let (site, page) = (site(), Page::sized(390, 664));
    page.still();
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=steps")));
        let steps = page.lines("return all('.stage:not(.text)').map(one => one.querySelector('.step').id)");
        assert!(steps.len() > 3, "{steps:?}");
        for step in steps {
            page.js(&format!("document.getElementById({step:?}).scrollIntoView()"));
            page.wait(&format!("return document.querySelector('.step.active')?.id === {step:?}"), &step);
            page.settle();
            page.js("const stage = document.querySelector('.step.active').closest('.stage');
                shown('a[tabindex=\"0\"]').find(one => stage.contains(one) && one.closest('svg.map')).focus({preventScroll: true});
                window.before = scrollY");
            for key in [key::UP, key::UP, key::RIGHT, key::DOWN, key::DOWN, key::DOWN, key::LEFT, key::LEFT] {
                page.press(key);
                assert_eq!(page.js(OUT_OF_SIGHT), json!(null), "{file:?}: beside {step}");
                assert_eq!(
                    page.js("return scrollY - window.before"),
                    json!(0),
                    "{file:?}: the page moves beside {step}"
                );
            }
        }
    }
}

#[test]
fn from_a_card_tab_leads_on_from_its_number_and_back_to_it() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let number = "shown('.lead a[data-fact], .dek a[data-fact]')[0]";
        page.js(&format!("{number}.focus()"));
        page.press(key::ENTER);
        page.wait("return focused().id === 'source-card'", "the card has the focus");
        page.press_with_shift(key::TAB);
        assert_eq!(page.js(&format!("return focused() === {number}")), json!(true), "{file:?}: back to the number");
        page.press(key::ENTER);
        page.wait("return focused().id === 'source-card'", "the card has the focus");
        let stops = page.js("return shown('#source-card a[href], #source-card button').length").as_u64().unwrap();
        assert!(stops > 1, "{file:?}: {stops} stops in the card");
        for _ in 0..stops {
            page.press(key::TAB);
            assert_eq!(
                page.js("return !!focused().closest('#source-card')"),
                json!(true),
                "{file:?}: within the card"
            );
        }
        page.press(key::TAB);
        let after = page.js(&format!(
            "const stops = shown('main a[href], main button, main input, main summary').filter(one => one.tabIndex >= 0);
             return stops.indexOf(focused()) - stops.indexOf({number})"
        ));
        assert_eq!(
            after,
            json!(1),
            "{file:?}: on to what comes after the number, and not {}",
            page.text("return called(focused())")
        );
    }
}

#[test]
fn a_step_that_swaps_the_view_leaves_the_focus_on_a_map_that_is_seen() {
    let (site, page) = (second_site(), Page::sized(1280, 800));
    page.open(&site.url("index.html?mode=steps"));
    // The last number before the map; Tab goes to the map, which brings the first step.
    page.js("document.querySelector('#quays').scrollIntoView(); shown('#quays .chapter-head a').at(-1).focus()");
    page.settle();
    for _ in 0..6 {
        page.press(key::TAB);
        page.settle();
        let seen = page.js("return focused() !== document.body && drawn(focused()) && getComputedStyle(focused()).visibility === 'visible'");
        assert_eq!(seen, json!(true), "the focus is at {}", page.text("return called(focused())"));
    }
}

#[test]
fn going_on_by_key_takes_the_focus_along() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html?mode=steps"));
    page.js("document.querySelector('#repaired').scrollIntoView()");
    page.wait("return query('step') === 'repaired'", "the first step");
    page.js("document.querySelector('#repaired a').focus({preventScroll: true})");
    page.press_with(key::ALT, key::PAGE_DOWN);
    page.wait("return query('step') === 'to-start'", "the next step");
    assert_eq!(page.text("return focused().id"), "to-start", "the step has the focus");
    page.press(key::TAB);
    page.settle();
    assert_eq!(page.text("return focused().closest('.step').id"), "to-start", "Tab goes on from there");
    assert_eq!(page.text("return query('step')"), "to-start", "and the story does not move back");
}

#[test]
fn the_list_of_what_was_found_closes_with_its_field_and_leaves_an_input_method_its_keys() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    let type_matou = "const field = document.getElementById('find'); field.focus(); field.value = 'matou';
        field.dispatchEvent(new InputEvent('input', {bubbles: true}))";
    page.js(type_matou);
    page.wait("return document.getElementById('find').ariaExpanded === 'true'", "the list is open");
    page.js("document.getElementById('find').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, isComposing: true}))");
    page.settle();
    assert_eq!(page.js("return query('place')"), json!(null), "what is being composed takes no place");
    page.press(key::TAB);
    page.wait("return document.getElementById('find').ariaExpanded === 'false'", "it is closed");
    assert_eq!(page.js("return document.getElementById('found').hidden"), json!(true));
    page.js(type_matou);
    page.wait("return shown('#found [role=option]').length > 1", "the list is open");
    page.click("#found [role=option]");
    page.wait("return query('place') !== null", "a click takes an option as before");
}

#[test]
fn what_a_map_shows_is_said_when_it_changes_under_the_reader() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let before = page.text("return text(document.getElementById('says-map-opening'))");
        page.click("#map-opening [data-zoom=in]");
        page.wait(
            &format!("return text(document.getElementById('says-map-opening')) !== {before:?}"),
            "the sentence has changed",
        );
        let said = "return text(document.getElementById('announcer'))";
        assert_eq!(
            page.text(said),
            page.text("return text(document.getElementById('says-map-opening'))"),
            "{file:?}"
        );
    }
}

#[test]
fn a_layer_that_is_off_looks_off() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?off=quay"));
    let looks = "const looks = one => { const look = getComputedStyle(one); return [look.textDecorationLine, look.color].join(); };
        const switches = shown('#map-opening [data-layer-switch]'), on = switches.filter(one => one.ariaPressed === 'true').map(looks);
        return switches.filter(one => one.ariaPressed === 'false').filter(one => on.includes(looks(one))).map(called)";
    page.wait("return shown('#map-opening [data-layer-switch][aria-pressed=false]').length > 0", "a layer is off");
    none("looks as if it were on", &page.lines(looks));
}

#[test]
fn the_credit_lies_on_no_sentence() {
    let (site, page) = (site(), Page::wide());
    let mut faults = Vec::new();
    for (width, height) in [(320, 640), (390, 844), (1024, 768), (1280, 800)] {
        page.resize(width, height);
        for file in PAGES {
            page.open(&site.url(file));
            faults.extend(page.lines(
                "const box = one => { const range = document.createRange(); range.selectNodeContents(one); return [...range.getClientRects()]; };
                 const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                 return some(shown('.credit-line')).flatMap(credit => [...credit.closest('figure').querySelectorAll('.map-says, .legend li, figcaption')]
                     .filter(drawn).filter(one => getComputedStyle(one).clipPath === 'none').filter(one => box(one).some(line => box(credit).some(own => meets(line, own))))
                     .map(one => `${innerWidth}: the credit lies on ${text(one)}`));",
            ));
        }
    }
    none("the credit", &faults);
}

#[test]
fn the_numbers_of_a_paragraph_are_one_stop_and_arrows_lead_from_one_to_the_next() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("#quays"));
    page.wait("return document.querySelector('.step p a[tabindex=\"-1\"]') !== null", "paragraphs are one stop each");
    let paragraph = "all('.step > p').find(one => one.querySelectorAll('a').length > 2)";
    let at = format!("return [...{paragraph}.querySelectorAll('a')].indexOf(focused())");
    page.js(&format!("{paragraph}.querySelector('a').focus()"));
    for (key, wanted) in [(key::LEFT, 0), (key::RIGHT, 1), (key::RIGHT, 2), (key::LEFT, 1), (key::TAB, -1)] {
        page.press(key);
        assert_eq!(page.js(&at), json!(wanted), "after {key:?}");
    }
    page.press_with_shift(key::TAB);
    assert_eq!(page.js(&at), json!(1), "Tab comes back to where it was");
    page.press(key::ENTER);
    page.wait("return focused().matches('#source-card, #place-panel')", "it opens what it leads to");
    page.press(key::ESCAPE);
    page.wait(&format!("{at} === 1"), "the focus is back");
}

// GTK's WebKit calls Shift+Tab a key that it does not know (`Unidentified`), so that nothing leads back there; Safari calls it Tab.
in_every_engine![
    zooming_by_key_keeps_what_has_the_focus_in_sight,
    a_step_that_swaps_the_view_leaves_the_focus_on_a_map_that_is_seen,
    going_on_by_key_takes_the_focus_along,
    the_credit_lies_on_no_sentence,
    the_list_of_what_was_found_closes_with_its_field_and_leaves_an_input_method_its_keys;
    firefox: from_a_card_tab_leads_on_from_its_number_and_back_to_it
];
