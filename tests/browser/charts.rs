//! Charts that answer: the switch between measures, and the selection that bars share with maps and tables.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{Page, key, none, site};

/// The measures whose bars can be seen, and whose columns of the table once that is open.
const SHOWN: &str = "const names = list => [...new Set(list.map(one => one.dataset.ofMeasure))].join();
    const columns = all('#homes-bars thead th[data-of-measure]').filter(one => getComputedStyle(one).display !== 'none');
    return [names(shown('#homes-bars .measure')), names(columns),
        shown('#homes-bars .switch [aria-pressed=true]').map(text).join(), document.documentElement.dataset.measure ?? '',
        location.search].join(' ')";

/// Waits until these are shown; the address follows what is pressed or forgotten.
#[track_caller]
fn shows(page: &Page, measures: &str) {
    page.wait(&format!("return (() => {{ {SHOWN} }})().trim() === {measures:?}"), measures);
}

#[test]
fn the_switch_shows_one_measure_or_both_in_bars_table_and_address() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("index.html"));
    shows(&page, "projects,households projects,households 并列");
    page.click("#homes-bars button[data-measure=households]");
    shows(&page, "households households 户数 households ?measure=households");
    page.open(&site.url("index.html?measure=projects"));
    shows(&page, "projects projects 项目 projects ?measure=projects");
    page.click("#homes-bars button[data-measure='']");
    shows(&page, "projects,households projects,households 并列");
    // What no figure measures is forgotten.
    page.open(&site.url("index.html?measure=rooms"));
    shows(&page, "projects,households projects,households 并列");
    none("the console stays empty", &page.console());
}

#[test]
fn the_legend_of_a_shaded_map_switches_the_measure_with_the_bars_and_without_them() {
    let (site, page) = (site(), Page::wide());
    for file in ["index.html?mode=flat", "embed/map-homes/"] {
        page.open(&site.url(file));
        let switch = "shown('#map-homes .switch button')";
        let pressed = format!("return {switch}.map(one => one.ariaPressed).join()");
        let fill = "return getComputedStyle(shown(\"#map-homes a.region[data-place='410303'] use\")[0]).fill";
        assert_eq!(page.text(&pressed), "true,false", "{file}: the map shows the first");
        let first = page.text(fill);
        page.click("#map-homes .switch button[data-measure=households]");
        page.wait("return query('measure') === 'households'", "the address names the measure");
        assert_eq!(page.text(&pressed), "false,true", "{file}");
        assert_ne!(page.text(fill), first, "{file}: not given for this measure");
        page.click("#map-homes .switch button[data-measure='']");
        page.wait("return query('measure') === null", "the address is clear");
        assert_eq!([page.text(&pressed), page.text(fill)], ["true,false".to_owned(), first], "{file}");
        page.open(&site.url(&format!(
            "{}measure=households",
            if file.ends_with('/') { "embed/map-homes/?" } else { "index.html?mode=flat&" }
        )));
        assert_eq!(page.text(&pressed), "false,true", "{file}: an address brings the choice back");
    }
}

#[test]
fn a_region_selected_in_a_bar_is_selected_in_the_table_and_in_the_other_bar() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("index.html"));
    page.focus("#homes-bars svg a[data-place='410305']");
    page.press(key::ENTER);
    page.wait("return location.search === '?place=410305'", "the address names the region");
    let marked = "return [shown('#homes-bars svg a.selected').length, all('#homes-bars tbody tr.selected').length]";
    assert_eq!(page.js(marked), json!([2, 1]));
}

#[test]
fn a_chart_has_one_drawing_at_every_width_and_no_word_of_it_is_too_small() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("en/index.html"));
    for width in [320, 390, 720, 721, 959, 960, 1319, 1320, 1600] {
        page.resize(width, 900);
        let drawn = "return ['#homes-bars .measure', '#year-timeline .timeline'].flatMap(frame =>
            [...document.querySelectorAll(frame)].map(one => [...one.querySelectorAll('svg.scene')]
                .filter(svg => svg.checkVisibility()).length)).join()";
        assert_eq!(page.text(drawn), "1,1,1", "drawings at {width}");
        let small = "return shown('#homes-bars svg.scene text, #year-timeline svg.scene text').filter(one =>
            one.getBoundingClientRect().height < 11).map(text)";
        none(&format!("words below 11 px at {width}"), &page.lines(small));
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(page.js(wide), json!(false), "nothing runs off at {width}");
    }
}

#[test]
fn without_script_the_switch_is_not_to_be_seen() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("index.html"));
    page.js("delete document.documentElement.dataset.alive");
    let seen = page.text("return getComputedStyle(document.querySelector('.switch')).visibility");
    assert_eq!(seen, "hidden", "its room stays, and nothing of it can be seen or reached");
}

in_every_engine![the_switch_shows_one_measure_or_both_in_bars_table_and_address];
