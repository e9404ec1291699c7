//! Charts that answer: the switch between measures, and the selection that bars share with maps and tables.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{Page, key, none, second_site};

/// The measures whose bars can be seen, and whose columns of the table once that is open.
const SHOWN: &str = "const names = list => [...new Set(list.map(one => one.dataset.ofMeasure))].join();
    const columns = all('#walls-bars thead th[data-of-measure]').filter(one => getComputedStyle(one).display !== 'none');
    return [names(shown('#walls-bars .measure')), names(columns),
        shown('#walls-bars .switch [aria-pressed=true]').map(text).join(), document.documentElement.dataset.measure ?? '',
        location.search].join(' ')";

/// Waits until these are shown; the address follows what is pressed or forgotten.
#[track_caller]
fn shows(page: &Page, measures: &str) {
    page.wait(&format!("return (() => {{ {SHOWN} }})().trim() === {measures:?}"), measures);
}

#[test]
fn the_switch_shows_one_measure_or_both_in_bars_table_and_address() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    shows(&page, "sections,paces sections,paces 并列");
    page.click("#walls-bars button[data-measure=paces]");
    shows(&page, "paces paces 长度 paces ?measure=paces");
    page.open(&site.url("index.html?measure=sections"));
    shows(&page, "sections sections 段数 sections ?measure=sections");
    page.click("#walls-bars button[data-measure='']");
    shows(&page, "sections,paces sections,paces 并列");
    // What no figure measures is forgotten.
    page.open(&site.url("index.html?measure=rooms"));
    shows(&page, "sections,paces sections,paces 并列");
    none("the console stays empty", &page.console());
}

#[test]
fn the_legend_of_a_shaded_map_switches_the_measure_with_the_bars_and_without_them() {
    let (site, page) = (second_site(), Page::wide());
    for file in ["index.html?mode=flat", "embed/map-walls/"] {
        page.open(&site.url(file));
        let switch = "shown('#map-walls .switch button')";
        let pressed = format!("return {switch}.map(one => one.ariaPressed).join()");
        let fill = "return getComputedStyle(shown(\"#map-walls a.region[data-place='stone'] use\")[0]).fill";
        assert_eq!(page.text(&pressed), "true,false", "{file}: the map shows the first");
        let first = page.text(fill);
        page.click("#map-walls .switch button[data-measure=paces]");
        page.wait("return query('measure') === 'paces'", "the address names the measure");
        assert_eq!(page.text(&pressed), "false,true", "{file}");
        assert_ne!(page.text(fill), first, "{file}: not given for this measure");
        page.click("#map-walls .switch button[data-measure='']");
        page.wait("return query('measure') === null", "the address is clear");
        assert_eq!([page.text(&pressed), page.text(fill)], ["true,false".to_owned(), first], "{file}");
        page.open(&site.url(&format!(
            "{}measure=paces",
            if file.ends_with('/') { "embed/map-walls/?" } else { "index.html?mode=flat&" }
        )));
        assert_eq!(page.text(&pressed), "false,true", "{file}: an address brings the choice back");
    }
}

#[test]
fn a_region_selected_in_a_bar_is_selected_in_the_table_and_in_the_other_bar() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    page.focus("#walls-bars svg a[data-place='upper']");
    page.press(key::ENTER);
    page.wait("return location.search === '?place=upper'", "the address names the region");
    let marked = "return [shown('#walls-bars svg a.selected').length, all('#walls-bars tbody tr.selected').length]";
    assert_eq!(page.js(marked), json!([2, 1]));
}

#[test]
fn a_number_in_a_bar_opens_its_source_and_leaves_the_region_alone() {
    let (site, page) = (second_site(), Page::wide());
    for (file, width) in [("", 1440), ("en/index.html", 390)] {
        page.resize(width, 844);
        page.open(&site.url(file));
        // Each number with a mark in the bars: that of a region's part, and its share.
        let facts = page.lines(
            "return some(shown('#walls-bars svg.scene a.part')).filter((one, at, all) => all[at - 1]?.dataset.place && one.dataset.fact || all[at - 2]?.dataset.place && one.dataset.fact && all[at - 1].dataset.fact).map(one => one.dataset.fact)",
        );
        for fact in crate::some::some("numbers in bars", facts) {
            page.click(&format!("#walls-bars svg.scene a.part[data-fact={fact}]"));
            page.wait(&format!("return query('fact') === {fact:?} && shown('#source-card').length === 1"), &fact);
            assert_eq!(page.js("return query('place')"), json!(null), "{fact}: no region is chosen");
            page.press(key::ESCAPE);
            page.wait("return query('fact') === null", "its source is closed");
        }
    }
}

#[test]
fn a_chart_is_one_stop_of_tab_and_arrows_lead_to_each_of_its_marks() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.wait("return document.querySelector('.scene a[tabindex=\"-1\"]') !== null", "charts are one stop each");
    for chart in page.lines(
        "return some(shown('svg.scene')).filter(one => one.querySelector('a')).map(one => one.closest('figure').id)",
    ) {
        let stops = format!("shown('#{chart} svg.scene')[0].querySelectorAll('a')");
        let count = page.js(&format!("return {stops}.length")).as_u64().unwrap();
        assert_eq!(
            page.js(&format!("return [...{stops}].filter(one => one.tabIndex >= 0).length")),
            json!(1),
            "{chart}"
        );
        page.js(&format!("{stops}[0].focus()"));
        for at in 1..count {
            page.press(key::RIGHT);
            assert_eq!(page.js(&format!("return [...{stops}].indexOf(focused())")), json!(at), "{chart}");
        }
        page.press(key::LEFT);
        assert_eq!(
            page.js(&format!("return [...{stops}].indexOf(focused())")),
            json!(count.saturating_sub(2)),
            "{chart}"
        );
    }
}

#[test]
fn a_chart_has_one_drawing_at_every_width_and_no_word_of_it_is_too_small() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("en/index.html"));
    for width in [320, 390, 720, 721, 959, 960, 1319, 1320, 1600] {
        page.resize(width, 900);
        let drawn = "return ['#walls-bars .measure', '#tide-timeline .timeline'].flatMap(frame =>
            [...document.querySelectorAll(frame)].map(one => [...one.querySelectorAll('svg.scene')]
                .filter(svg => svg.checkVisibility()).length)).join()";
        assert_eq!(page.text(drawn), "1,1,1", "drawings at {width}");
        let small = "return some(shown('#walls-bars svg.scene text, #tide-timeline svg.scene text')).filter(one =>
            one.getBoundingClientRect().height < 11).map(text)";
        none(&format!("words below 11 px at {width}"), &page.lines(small));
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(page.js(wide), json!(false), "nothing runs off at {width}");
    }
}

#[test]
fn without_script_the_switch_is_not_to_be_seen() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    page.js("delete document.documentElement.dataset.alive");
    let seen = page.text("return getComputedStyle(document.querySelector('.switch')).visibility");
    assert_eq!(seen, "hidden", "its room stays, and nothing of it can be seen or reached");
}

in_every_engine![
    the_switch_shows_one_measure_or_both_in_bars_table_and_address,
    a_number_in_a_bar_opens_its_source_and_leaves_the_region_alone,
    a_chart_is_one_stop_of_tab_and_arrows_lead_to_each_of_its_marks
];
