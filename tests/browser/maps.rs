//! A map that a reader moves, searches and takes layers from: by mouse, wheel, fingers and keys, and by address.
//!
//! Names that cover each other are looked for in the first story, whose maps are full.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site, site};
use crate::some::some;

/// The drawing in use of the map that opens the story.
const MAP: &str = "#map-opening svg.map";
const IN: &str = "#map-opening [data-zoom=in]";
const ALL: &str = "#map-opening .zoom [data-zoom=all]";

/// How much larger the map is than at first, as the address says; 100 without one.
fn percent(page: &Page) -> u64 {
    page.settle();
    let said = page.text("return query('extent') ?? '_100'");
    said.rsplit('_').next().and_then(|percent| percent.parse().ok()).unwrap()
}

#[track_caller]
fn comes_to(page: &Page, percent: u64) {
    let script =
        format!("return (query('extent') ?? '_100').endsWith('_{percent}') && !document.querySelector('.held')");
    page.wait(&script, &format!("the map is at {percent} %"));
}

/// Names of the drawings of a map in use that overlap each other, the scale bar or a mark that they do not name.
const COLLIDED: &str = "
    return shown(MAPS + ' svg.map').flatMap(map => {
        const frame = map.getBoundingClientRect(), faults = [];
        // Without its halo, which Firefox counts as part of it.
        const of = one => {
            const r = one.getBoundingClientRect(), own = one.getBBox(), m = one.getScreenCTM(), scale = Math.hypot(m.a, m.b);
            const [w, h] = [Math.min(r.width, own.width * scale) / 2 - 2, Math.min(r.height, own.height * scale) / 2 - 2];
            const [x, y] = [r.left + r.width / 2, r.top + r.height / 2];
            return [x - w, y - h, x + w, y + h];
        };
        const seen = one => { const r = one.getBoundingClientRect(); return drawn(one) && r.right > frame.left && r.left < frame.right && r.bottom > frame.top && r.top < frame.bottom; };
        const lines = [...map.querySelectorAll(LABELS + ', .scale-bar text')].filter(seen).map(line => [line, line.closest('.label')]);
        const marks = [...map.querySelectorAll('a.mark')].filter(drawn).map(mark => [mark, mark.querySelector('use, .city-dot')]).filter(([, sign]) => sign);
        const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
        lines.forEach(([one, label], i) => {
            for (const [other, its] of lines.slice(i + 1)) if (its !== label && meet(of(one), of(other))) faults.push(text(one) + ' covers ' + text(other));
            for (const [mark, sign] of marks) if (mark.dataset.place !== label?.dataset.place && meet(of(one), of(sign))) faults.push(text(one) + ' covers the mark of ' + mark.dataset.place);
        });
        return faults.map(fault => called(map) + ': ' + fault);
    });";

/// See [`COLLIDED`]; `labels` are whole, with leaders, or lines of them.
fn collided(page: &Page, maps: &str, labels: &str) -> Vec<String> {
    page.lines(&format!("const MAPS = {maps:?}, LABELS = {labels:?};{COLLIDED}"))
}

#[test]
fn at_first_no_name_of_any_map_covers_another_a_mark_or_the_scale_bar() {
    let (site, page) = (site(), Page::wide());
    for (width, height) in [(1440, 900), (768, 1024), (390, 844), (320, 640)] {
        page.resize(width, height);
        for file in PAGES {
            page.open(&site.url(&format!("{file}?mode=flat")));
            page.settle();
            none(&format!("{file:?} at {width} px"), &collided(&page, "", ".label text"));
        }
    }
}

#[test]
fn buttons_bring_the_map_nearer_and_back_and_the_address_says_so() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        assert_eq!(page.js(&format!("return shown({ALL:?}).length")), json!(0), "nothing to reset at first");
        for percent in [200, 400, 800] {
            page.click(IN);
            comes_to(&page, percent);
            none(
                &format!("{file:?}: no name covers another at {percent} %"),
                &collided(&page, "#map-opening", ".label"),
            );
        }
        page.click("#map-opening [data-zoom=out]");
        comes_to(&page, 400);
        page.click(ALL);
        comes_to(&page, 100);
        assert_eq!(page.text("return query('extent') ?? 'none'"), "none", "the default is not in the address");
    }
}

#[test]
fn an_inset_has_the_fills_of_the_map_whatever_is_shaded() {
    let (site, page) = (site(), Page::wide());
    page.still();
    page.open(&site.url("?mode=flat"));
    let switches = "all('.map-notes [data-shade-switch]')";
    let count = page.js(&format!("return {switches}.length")).as_u64().unwrap();
    assert!(count > 0, "something is shaded on request");
    // What each drawing fills its divisions with, in its main pane and in its inset.
    let differ = "
        let seen = 0;
        const faults = shown('svg.map').flatMap(map => [...map.querySelectorAll('.pane use.region[data-place], .pane g.region[data-place]')].filter(drawn).flatMap(small => {
            const fill = one => getComputedStyle(one.matches('use') ? one : one.querySelector('use')).fill.replace(/url.*/, 'hatched');
            const large = map.querySelector(`a.region[data-place=\"${small.dataset.place}\"]`);
            if (!large) return [];
            seen += 1;
            return fill(small) === fill(large) ? [] : [`${called(map)}: ${small.dataset.place} has ${fill(small)} and not ${fill(large)}`];
        }));
        return seen ? faults : ['no inset'];";
    none("as the story has it", &page.lines(differ));
    for at in 0..count {
        page.js(&format!("{switches}[{at}].click()"));
        page.wait(&format!("return {switches}[{at}].ariaPressed === 'true'"), "it is shaded");
        page.settle();
        none(&format!("shaded by measure {at}"), &page.lines(differ));
    }
}

#[test]
fn the_hatching_of_a_map_is_as_close_as_the_legend_shows_it_and_stays_so() {
    let page = Page::wide();
    page.still();
    // From line to line in the drawing's own pixels, by all that scales it: the pane, the hatching and the outline it fills.
    let differ = "
        const map = MAP, scaleOf = (one, name) => (one.getAttribute(name)?.match(/(?<=scale.)[^)]+/g) ?? []).reduce((all, one) => all * one, 1);
        const filled = [...map.querySelectorAll('use[fill]')].filter(drawn);
        return filled.length ? filled.flatMap(use => {
            const hatching = document.querySelector(use.getAttribute('fill').slice(4, -1)), lines = document.querySelector(hatching.getAttribute('href'));
            const outline = document.querySelector(use.getAttribute('href'));
            const scale = scaleOf(hatching, 'patternTransform') * scaleOf(outline, 'transform') * use.getScreenCTM().a / map.getScreenCTM().a;
            const apart = lines.width.baseVal.value * scale, legend = hatching.id.endsWith('-unmentioned') ? 12 : 6;
            return Math.abs(apart - legend) < legend / 20 ? [] : [`${called(map)}: ${use.getAttribute('href')} has lines ${apart} px apart, the legend ${legend}`];
        }) : ['nothing is hatched'];";
    for site in [site(), second_site()] {
        page.open(&site.url("?mode=flat"));
        let maps = page.lines(
            "return shown('svg.map').filter(map => map.querySelector('pattern')).map(map => map.closest('figure').id)",
        );
        for figure in some("maps with hatching", maps) {
            let differ = differ
                .replace("MAP", &format!("shown('#{figure} svg.map').find(map => map.querySelector('pattern'))"));
            page.js(&format!("document.getElementById({figure:?}).scrollIntoView()"));
            page.settle();
            none("as laid out", &page.lines(&differ));
            page.js(&format!("shown('#{figure} [data-zoom=in]')[0].click()"));
            page.wait("return /_2\\d\\d$/.test(query('extent') ?? '')", "it is zoomed");
            page.settle();
            none("zoomed", &page.lines(&differ));
            page.js(&format!("shown('#{figure} .zoom [data-zoom=all]')[0].click()"));
            page.wait("return query('extent') === null", "it is whole again");
            page.settle();
            none("whole again", &page.lines(&differ));
        }
    }
}

#[test]
fn the_buttons_stay_where_they_are_when_others_come() {
    let site = second_site();
    for page in [Page::wide(), Page::phone()] {
        page.open(&site.url("?mode=flat"));
        page.spot(IN);
        let places = "return ['in', 'out'].flatMap(what => { const r = shown('#map-opening [data-zoom=' + what + ']')[0].getBoundingClientRect(); return [r.x, r.y + scrollY]; })";
        let (count, before) = (page.js("return shown('#map-opening .zoom button').length"), page.js(places));
        page.click(IN);
        comes_to(&page, 200);
        page.js("shown('#map-opening svg.map a.mark')[0].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
        page.wait("return query('place')", "a place is selected");
        page.settle();
        assert_eq!(count, json!(2));
        assert_eq!(page.js("return shown('#map-opening .zoom button').length"), json!(4), "two more are there");
        assert_eq!(page.js(places), before, "and neither of the first has moved");
    }
}

#[test]
fn an_address_brings_back_the_extent_and_nonsense_shows_all() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?extent=map-opening_13000_5000_300"));
    comes_to(&page, 300);
    let width = "return shown('#map-opening svg.map')[0].querySelector('.pane.main').viewBox.baseVal.width";
    let near = page.js(width).as_f64().unwrap();
    for nonsense in ["map-opening_1_2_99", "map-opening_x_2_300", "nowhere_1_2_300", "map-opening_1_2_300_4"] {
        page.open(&site.url(&format!("?extent={nonsense}")));
        page.settle();
        let all = page.js(width).as_f64().unwrap();
        assert!((all / near - 3.0).abs() < 0.01, "{nonsense}: {all} wide, and {near} at 300 %");
    }
}

#[test]
fn keys_zoom_and_move_the_map_that_has_the_focus() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    // One in an inset is enlarged at once as far as may be (`keyboard.rs`).
    page.focus("#map-opening svg.map a.mark:not([data-main])");
    page.press("+");
    comes_to(&page, 200);
    let before = page.text("return query('extent')");
    page.press_with_shift(key::LEFT);
    page.wait(&format!("return query('extent') !== {before:?}"), "Shift and an arrow move the map");
    page.press("-");
    comes_to(&page, 100);
    page.press("+");
    page.press("0");
    comes_to(&page, 100);
    // Whatever the focus comes to is brought into sight.
    page.press("+");
    comes_to(&page, 200);
    page.press("+");
    comes_to(&page, 400);
    for way in [key::DOWN, key::DOWN, key::RIGHT, key::END, key::HOME, key::UP] {
        page.press(way);
        page.settle();
        page.wait(
            "const map = shown('#map-opening svg.map')[0].getBoundingClientRect(), one = focused(), sign = one.querySelector('use') ?? one;
             const r = sign.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
             return !document.querySelector('.held') && (one.matches('.region') || x > map.left && x < map.right && y > map.top && y < map.bottom)",
            "what has the focus is in sight",
        );
    }
    page.press(key::ESCAPE);
    assert_eq!(page.text("return focused().id"), "map-opening", "Escape leaves the map");
}

#[test]
fn the_wheel_scrolls_the_page_until_the_reader_wants_the_map() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    let [x, y] = page.spot(MAP);
    let top = || page.js("return scrollY").as_f64().unwrap();
    let before = top();
    page.devtools(
        "Input.dispatchMouseEvent",
        json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 120}),
    );
    page.wait(&format!("return scrollY > {before}"), "the page scrolls");
    assert_eq!(percent(&page), 100, "and the map does not zoom");
    assert_eq!(page.js("return shown('#map-opening .view.by-wheel').length"), json!(1), "a hint says how it would");
    let [x, y] = page.spot(MAP);
    let before = top();
    let wheel = json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -300, "modifiers": 2});
    page.devtools("Input.dispatchMouseEvent", wheel);
    page.wait("return query('extent')", "with Ctrl the map zooms");
    assert!(percent(&page) > 150, "{} %", percent(&page));
    assert!((top() - before).abs() < 1.0, "and the page stays");
}

#[test]
fn the_map_is_turned_to_a_part_to_the_whole_and_leads_to_what_lies_around() {
    let site = second_site();
    for page in [Page::wide(), Page::phone()] {
        page.open(&site.url("?mode=flat"));
        let named = |name: &str| format!("return shown('.extents > *').find(one => text(one) === {name:?})");
        let click = |name: &str| page.js(&format!("({{run() {{ {} }}}}).run().click()", named(name)));
        click("海峡");
        page.wait("return query('extent')", "the strait is in the address");
        page.settle();
        none("in the strait no name covers another", &collided(&page, "#map-opening", ".label"));
        let seen = "const map = shown('#map-opening svg.map')[0].getBoundingClientRect();
             const within = r => r.left > map.left && r.right < map.right && r.top > map.top && r.bottom < map.bottom;
             return shown('#map-opening a.mark').filter(one => within(one.getBoundingClientRect())).length";
        assert!(page.js(seen).as_u64().unwrap() > 2, "its places are in sight");
        click("全岛");
        comes_to(&page, 100);
        let step = page.text(&format!("return (({{run() {{ {} }}}}).run()).hash.slice(1)", named("远海")));
        let is_step = format!("return document.getElementById({step:?})?.classList.contains('step') ?? false");
        assert_eq!(page.js(&is_step), json!(true), "the high sea is the map of a step: {step}");
    }
}

#[test]
fn a_drag_moves_the_map_selects_nothing_and_asks_for_no_layout() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.click(IN);
    comes_to(&page, 200);
    let [x, y] = page.spot("#map-opening svg.map .pane.main a.region");
    let before = page.text("return query('extent')");
    page.js("window.changed = new Set(); new MutationObserver(list => list.forEach(one => changed.add(one.type + ' ' + one.attributeName + ' of ' + one.target.localName)))
        .observe(document.querySelector('#map-opening'), {subtree: true, childList: true, attributes: true, characterData: true})");
    let mouse = |what: &str, dx: i64, dy: i64| {
        let buttons = i64::from(what != "mouseReleased");
        let event =
            json!({"type": what, "x": x + dx, "y": y + dy, "button": "left", "buttons": buttons, "clickCount": 1});
        page.devtools("Input.dispatchMouseEvent", event);
    };
    mouse("mousePressed", 0, 0);
    for step in 1..6 {
        mouse("mouseMoved", step * 12, step * 8);
    }
    let moving = page.lines("return [...changed]");
    let style_alone = |line: &&String| *line == "attributes style of svg" || *line == "attributes class of svg";
    assert!(!moving.is_empty() && moving.iter().all(|line| style_alone(&line)), "while it moves only: {moving:?}");
    mouse("mouseReleased", 60, 40);
    page.wait(&format!("return query('extent') !== {before:?}"), "the map has moved");
    assert_eq!(page.text("return query('place') ?? 'none'"), "none", "a drag is no click");
}

#[test]
fn two_fingers_zoom_and_one_scrolls_the_page() {
    let (site, page) = (second_site(), Page::phone());
    page.open(&site.url("?mode=flat"));
    let [x, y] = page.spot(MAP);
    let touch = |what: &str, points: &[(i64, i64)]| {
        let points: Vec<_> =
            points.iter().enumerate().map(|(id, (x, y))| json!({"x": x, "y": y, "id": id})).collect();
        page.devtools("Input.dispatchTouchEvent", json!({"type": what, "touchPoints": points}));
    };
    touch("touchStart", &[(x - 30, y)]);
    touch("touchStart", &[(x - 30, y), (x + 30, y)]);
    for step in 1..5 {
        touch("touchMove", &[(x - 30 - step * 10, y), (x + 30 + step * 10, y)]);
    }
    touch("touchEnd", &[]);
    page.wait("return query('extent')", "two fingers zoom");
    assert!(percent(&page) > 180, "{} %", percent(&page));
    let style = page.text("return getComputedStyle(shown('#map-opening svg.map')[0]).touchAction");
    assert_eq!(style, "pan-x pan-y", "one finger is the page's, in both directions");
}

#[test]
fn a_double_tap_comes_nearer() {
    let (site, page) = (second_site(), Page::phone());
    page.open(&site.url("?mode=flat"));
    let spot = page.spot("#map-opening svg.map .pane.main a.region");
    page.js("window.scrolled = scrollY");
    page.double_tap(spot);
    comes_to(&page, 200);
}

#[test]
fn a_click_after_escape_selects_again_however_soon() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let [x, y] = page.spot("#map-quays a.mark[data-place=moon-quay]");
    // All at once: the driver's own time between the clicks would depend on the machine.
    page.js(&format!(
        "const mark = shown('#map-quays a.mark[data-place=moon-quay]')[0];
         const at = {{detail: 1, clientX: {x}, clientY: {y}, bubbles: true, cancelable: true}};
         mark.dispatchEvent(new MouseEvent('click', at));
         mark.dispatchEvent(new KeyboardEvent('keydown', {{key: 'Escape', bubbles: true}}));
         mark.dispatchEvent(new MouseEvent('click', at));"
    ));
    page.wait("return query('place') === 'moon-quay'", "the second click selects as the first did");
    page.settle();
    assert_eq!(page.js("return query('extent')"), json!(null), "and nothing is brought nearer");
}

#[test]
fn rings_grow_with_the_land_and_reservoirs_go_before_they_are_coarse() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let rings = "const map = shown('#map-opening svg.map')[0];
        return [...map.querySelectorAll('.mark:not(.city) .ring')].filter(drawn)
            .map(one => [one.closest('a').dataset.place, one.getBoundingClientRect().width])";
    let water = "return shown('#map-opening svg.map .water').map(one => getComputedStyle(one).opacity).join()";
    let main =
        "return shown('#map-opening svg.map')[0].querySelector('.pane.main .land').getBoundingClientRect().width";
    let (before, land) = (page.js(rings), page.js(main).as_f64().unwrap());
    assert_eq!(page.text(water), "1", "there are reservoirs");
    (0..3).for_each(|_| page.click("#map-opening [data-zoom=in]"));
    page.wait(
        "return (query('extent') ?? '').endsWith('_800') && !document.querySelector('.held')",
        "the map is nearer",
    );
    page.settle();
    let nearer = page.js(main).as_f64().unwrap() / land;
    assert!((nearer - 8.0).abs() < 0.1, "the land is {nearer} times as wide");
    assert_eq!(page.text(water), "0", "too coarse to be shown");
    let after = page.js(rings);
    let of = |rings: &serde_json::Value, place: &str| {
        let found = rings.as_array().unwrap().iter().find(|ring| ring[0] == place).cloned();
        found.map(|ring| ring[1].as_f64().unwrap())
    };
    let mut grown = 0;
    for ring in before.as_array().unwrap() {
        let place = ring[0].as_str().unwrap();
        let wide = of(&after, place).unwrap_or_else(|| panic!("{place} has lost its ring: {after}"));
        // Those of the inset were drawn at its scale, and stand in the main map now.
        let in_inset = page.js(&format!(
            "return shown('#map-opening svg.map [data-place={place}].at')[0].dataset.main !== undefined"
        ));
        let expected = if in_inset == json!(true) { 0.0 } else { ring[1].as_f64().unwrap() * nearer };
        assert!(wide > expected * 0.95, "{place}: {ring} has become {wide} px wide");
        grown += usize::from(expected > 0.0);
    }
    assert!(grown > 1, "{grown} rings");
}

#[test]
fn the_legend_switches_layers_on_the_map_and_in_its_list() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        let marks = "return shown('#map-opening svg.map [data-layer~=quay]').length";
        let rows = "document.querySelector('#map-opening .places').open = true; return shown('#map-opening .places li[data-layer~=quay]').length";
        let said = page.text("return text(document.querySelector('#map-opening .map-says'))");
        page.wait(&format!("{rows} > 1"), "what fills the list has come");
        assert!(page.js(marks).as_u64().unwrap() > 1 && page.js(rows).as_u64().unwrap() > 1, "quays are shown");
        page.click("#map-opening .map-notes [data-layer-switch=quay]");
        page.wait("return query('off') === 'quay'", "the address names the layer");
        assert_eq!([page.js(marks), page.js(rows)], [json!(0), json!(0)], "neither on the map nor in the list");
        let pressed = page
            .text("return document.querySelector('#map-opening .map-notes [data-layer-switch=quay]').ariaPressed");
        assert_eq!(pressed, "false", "the switch says so");
        let now = page.text("return text(document.querySelector('#map-opening .map-says'))");
        let name =
            page.text("return text(document.querySelector('#map-opening .map-notes [data-layer-switch=quay]'))");
        assert!(now != said && now.contains(&name), "the sentence says so: {now}");
        page.click("#map-opening .map-notes [data-layer-switch=rivers]");
        page.wait("return query('off') === 'quay.rivers'", "layers add up in the address");
        page.open(&site.url(&format!("{file}?mode=flat&off=quay.rivers.nonsense")));
        page.settle();
        assert_eq!(page.js(marks), json!(0), "an address brings the choice back");
        assert_eq!(page.text("return query('off')"), "quay.rivers", "and forgets what it does not know");
        none("every map has one stop in sight", &page.lines(
            "return shown('svg.map').filter(map => [...map.querySelectorAll('a[tabindex=\"0\"]')].filter(drawn).length !== 1).map(called)"));
        page.click("#map-opening .map-notes [data-layer-switch=quay]");
        page.click("#map-opening .map-notes [data-layer-switch=rivers]");
        page.wait("return query('off') === null", "all layers are on, and the address is clear");
        assert_eq!(page.text("return text(document.querySelector('#map-opening .map-says'))"), said, "as at first");
    }
}

#[test]
fn a_map_is_shaded_when_a_reader_asks_for_it() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let fill = "return getComputedStyle(shown('#map-opening svg.map .pane.main a.region[data-place=\"upper\"] use')[0]).fill";
    let bare = page.text(fill);
    page.click("#map-opening .map-notes [data-shade-switch=sections]");
    page.wait("return query('shade') === 'sections'", "the address names the measure");
    page.wait(&format!("{fill} !== {bare:?}"), "the division is shaded");
    let classes = page.js("return shown('#map-opening .map-notes .legend li[class*=walls-bars]').length");
    assert!(classes.as_u64().unwrap() >= 2, "the legend shows the classes");
    page.click("#map-opening .map-notes [data-shade-switch=sections]");
    page.wait("return query('shade') === null", "and is bare again");
}

#[test]
fn divisions_and_places_are_found_by_chinese_pinyin_initials_and_english() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        for typed in ["石埠", "shibu", "shi bu", "SBQ", "Stonequ"] {
            page.js("const field = document.querySelector('#find'); field.focus(); field.value = ''; field.dispatchEvent(new Event('input', {bubbles: true}))");
            typed.chars().for_each(|letter| page.press(&letter.to_string()));
            // The search is a script that comes when its field is asked for.
            let is_found = "return shown('#found [role=option]').some(one => one.dataset.place === 'stone')";
            page.wait(is_found, &format!("{file:?}: {typed} finds the division"));
            let found = page.lines("return shown('#found [role=option]').map(one => one.dataset.place)");
            let count = page.text("return text(document.querySelector('#found-count'))");
            assert!(count.contains(&found.len().to_string()), "{count} of {found:?}");
        }
        page.js("document.querySelector('#map-opening .places').open = true");
        let listed = page.lines("return shown('#map-opening .places a[data-place]').map(one => one.dataset.place)");
        assert!(listed.contains(&"stone".to_owned()) && listed.len() < 6, "the list shows the same: {listed:?}");
        page.press(key::DOWN);
        let active = page
            .text("return document.getElementById(focused().getAttribute('aria-activedescendant')).dataset.place");
        assert_eq!(active, "stone", "an arrow goes to the first");
        page.press(key::ENTER);
        page.wait("return query('place') === 'stone' && query('extent')", "Enter selects it and brings it nearer");
        page.wait("return shown('#place-panel .slot h4').length === 1", "its panel is open");
        page.press(key::ESCAPE);
        page.wait("return focused().id === 'find'", "and the focus comes back to the field");
        page.js("focused().value = ''");
        "qqqq".chars().for_each(|letter| page.press(&letter.to_string()));
        assert_eq!(page.js("return shown('#found').length"), json!(0), "what is nowhere is not found");
        assert!(!page.text("return text(document.querySelector('#found-count'))").is_empty(), "and that is said");
        page.press(key::ESCAPE);
        assert_eq!(page.text("return focused().value"), "", "Escape clears the field");
    }
}

/// How many parts of the opening map are shown that a map hides while it moves or is zoomed: inset, frame, leaders.
const ASIDE: &str = "shown('#map-opening svg.map .aside').length";

#[test]
fn every_gesture_ends_and_leaves_the_map_at_rest() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let aside = page.js(&format!("return {ASIDE}"));
    assert!(aside.as_u64().is_some_and(|count| count > 5), "{aside}");
    let rests = |claim: &str| {
        page.wait("return !document.querySelector('.held, .gliding')", claim);
    };
    let [x, y] = page.spot("#map-opening svg.map .pane.main a.region");
    // The wheel outwards, with Ctrl and after a click: the map is at its end already.
    page.devtools(
        "Input.dispatchMouseEvent",
        json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 240, "modifiers": 2}),
    );
    page.settle();
    rests("after the wheel at the end of the zoom");
    assert_eq!(page.js(&format!("return {ASIDE}")), aside, "the inset stays");
    // A press whose release nobody sees, as after Ctrl+click on a Mac or outside of the window.
    page.click(IN);
    comes_to(&page, 200);
    let before = page.text("return query('extent')");
    let mouse = |what: &str, dx: i64, buttons: i64, modifiers: i64| {
        let event = json!({"type": what, "x": x + dx, "y": y, "button": "left", "buttons": buttons, "modifiers": modifiers, "clickCount": 1});
        page.devtools("Input.dispatchMouseEvent", event);
    };
    mouse("mousePressed", 0, 1, 2);
    (1..4).for_each(|step| mouse("mouseMoved", step * 20, 1, 2));
    rests("a press with Ctrl takes nothing along");
    assert_eq!(page.text("return query('extent')"), before, "and moves nothing");
    mouse("mouseReleased", 60, 0, 2);
    let moved = |page: &Page| {
        page.js(&format!(
            "const map = shown('#map-opening svg.map')[0];
             const say = (type, buttons, x) => map.dispatchEvent(new PointerEvent(type, {{bubbles: true, pointerType: 'mouse', button: type === 'pointermove' ? -1 : 0, buttons, clientX: {x} + x, clientY: {y}}}));
             say('pointerdown', 1, 0); say('pointermove', 1, 30); say('pointermove', 0, 60); say('pointermove', 0, 200);"
        ));
    };
    moved(&page);
    rests("a pointer without a pressed button lets go");
    let after = page.text("return query('extent')");
    page.js(&format!("shown('#map-opening svg.map')[0].dispatchEvent(new PointerEvent('pointermove', {{bubbles: true, pointerType: 'mouse', buttons: 0, clientX: {x}, clientY: {y}}}))"));
    page.settle();
    assert_eq!(page.text("return query('extent')"), after, "it does not stick to the pointer");
    // Two maps asked for something at once: each comes to rest.
    page.js("shown('#map-opening [data-zoom=out]')[0].click(); shown('#map-quays [data-zoom=in]')[0].click()");
    rests("two maps at once");
    assert_eq!(page.js(&format!("return {ASIDE}")), aside, "the inset is back");
}

#[test]
fn a_drag_ends_with_whatever_takes_the_pointer_away_and_leaves_no_click_behind() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.click(IN);
    comes_to(&page, 200);
    let [x, y] = page.spot("#map-opening svg.map .pane.main a.region");
    let map = "const map = shown('#map-opening svg.map')[0];";
    for end in [
        "map.dispatchEvent(new PointerEvent('pointercancel', {bubbles: true, pointerType: 'mouse'}))",
        "map.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true}))",
        "dispatchEvent(new Event('blur'))",
        "document.dispatchEvent(new Event('visibilitychange'))",
    ] {
        let held = page.js(&format!(
            "{map}
             const say = (type, x) => map.dispatchEvent(new PointerEvent(type, {{bubbles: true, pointerType: 'mouse', button: 0, buttons: 1, clientX: {x} + x, clientY: {y}}}));
             say('pointerdown', 0); say('pointermove', 30);
             return document.querySelectorAll('.held').length"
        ));
        assert_eq!(held, json!(1), "the map follows the mouse before {end}");
        page.js(&format!("{map} {end}"));
        page.wait("return !document.querySelector('.held, .gliding')", end);
    }
    page.js("shown('#map-opening svg.map a.region')[0].focus()");
    page.press(key::ENTER);
    page.wait("return query('place')", "Enter selects: no click is owed to those drags");
}

#[test]
fn a_map_asked_for_more_while_it_moves_comes_to_all_of_it() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    // The address says each stop on the way only later than the next is asked for.
    page.js(&format!("const button = shown({IN:?})[0]; button.click(); button.click(); button.click()"));
    comes_to(&page, 800);
}

/// Low maps of chapters, without those whose first mark is not in what they show.
const LOW: &str = "
    const low = shown('.stage svg.map[data-cut]').filter(map => {
        const { width, height } = map.getBoundingClientRect();
        return height < width * 1.2 && map.querySelector('a.mark');
    });
    const out = low.filter(map => {
        const mark = map.querySelector(\"a.mark[tabindex='0']\").getBoundingClientRect(), box = map.getBoundingClientRect();
        return mark.top < box.top || mark.bottom > box.bottom;
    });
    return [low, out].map(maps => maps.length)";

#[test]
fn before_any_step_a_low_map_shows_the_mark_that_tab_comes_to() {
    let page = Page::phone();
    let mut seen = 0;
    for site in [site(), second_site()] {
        for file in PAGES {
            page.open(&site.url(file));
            page.settle();
            let counts = page.js(LOW);
            assert_eq!(
                counts[1],
                json!(0),
                "{file:?}: low maps, and those whose first mark is out of sight: {counts}"
            );
            seen += counts[0].as_u64().unwrap();
        }
    }
    assert!(seen > 0, "no map is low");
}

in_every_engine![
    at_first_no_name_of_any_map_covers_another_a_mark_or_the_scale_bar,
    buttons_bring_the_map_nearer_and_back_and_the_address_says_so,
    an_address_brings_back_the_extent_and_nonsense_shows_all,
    keys_zoom_and_move_the_map_that_has_the_focus,
    a_click_after_escape_selects_again_however_soon,
    the_legend_switches_layers_on_the_map_and_in_its_list,
    a_drag_ends_with_whatever_takes_the_pointer_away_and_leaves_no_click_behind,
    a_map_asked_for_more_while_it_moves_comes_to_all_of_it,
    divisions_and_places_are_found_by_chinese_pinyin_initials_and_english
];
