//! A map on a canvas answers like one of elements: by pointer, by keyboard, from the list, in the address.

use serde_json::{Value, json};
use webdriver::{Sends, Server};

use crate::page::{PAGES, Page, key, none};
use crate::support;

/// The site of a city with too many regions and places for elements.
fn site() -> Server {
    Server::start(support::path("GROWN_SITE_DIR"), "/", Sends::All).unwrap()
}

const CANVAS: &str = "#map-opening .dense canvas";

/// Waits for the panel, and checks that the sign above the canvas stands where the link's region or place is.
#[track_caller]
fn shows(page: &Page, id: &str) {
    page.wait(&format!("return query('place') === {id:?}"), "the address names the place");
    page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
    // Lists and words are marked once the map is shown.
    page.wait(
        &format!("const named = all('#story a.place[data-place={id}]:not(.cards *)'); return named.length && named.every(one => one.classList.contains('selected'))"),
        "the lists show it too",
    );
    none(
        &format!("{id} is selected"),
        &page.lines(&format!(
            "const faults = some(all('[data-place]:not(.cards *)')).filter(one => one.classList.contains('selected') !== (one.dataset.place === {id:?})).map(called);
             const signs = shown('.dense [data-aim=selected] path:first-child').map(one => one.getAttribute('d'));
             if (signs.length !== 1 || !signs[0]) faults.push('signs ' + signs);
             const region = document.getElementById('r-{id}');
             if (region && signs[0] !== region.getAttribute('d')) faults.push('the sign is not the region');
             return faults;"
        )),
    );
}

/// The pixels of the canvas: how many have any colour, of how many.
fn drawn(page: &Page) -> (u64, u64) {
    let script = "const canvas = document.querySelector('.dense canvas');
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        let count = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count++;
        return [count, data.length / 4];";
    let counts = page.js(script);
    (counts[0].as_u64().unwrap(), counts[1].as_u64().unwrap())
}

/// The place that a click at a point of the map, in parts of its box, is to select.
fn click_at(page: &Page, u: f64, v: f64) -> String {
    page.js(&format!(
        "const map = shown('.dense svg.map')[0];
         map.scrollIntoView({{block: 'center', behavior: 'instant'}});
         const {{x, y, width, height}} = map.getBoundingClientRect();
         const at = {{clientX: x + {u} * width, clientY: y + {v} * height, bubbles: true, cancelable: true}};
         document.elementFromPoint(at.clientX, at.clientY).dispatchEvent(new MouseEvent('click', at));"
    ));
    page.wait("return query('place')", "something is selected");
    page.text("return query('place')")
}

#[test]
fn the_canvas_shows_the_land_and_the_picture_below_steps_back() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let (count, of) = drawn(&page);
        assert!(count * 2 > of, "{count} of {of} pixels are drawn");
        assert_eq!(page.js("return shown('.dense .main .drawn').length"), json!(0));
        assert_eq!(page.js("return shown('.dense .main [data-place]').length"), json!(0), "no element for a region");
    }
}

/// Whether a place is what is drawn at a point of the map, in parts of its box, and whether that point is in the inset.
fn is_drawn_at(page: &Page, id: &str, u: f64, v: f64) -> (bool, bool) {
    let answer = page.js(&format!(
        "const map = shown('.dense svg.map')[0], {{x, y, width, height}} = map.getBoundingClientRect();
         const sign = shown('.dense [data-aim=selected] path:first-child')[0];
         const [left, top] = [x + {u} * width, y + {v} * height];
         const has = ({{x, y, width, height}}) => left > x && left < x + width && top > y && top < y + height;
         const inset = shown('.dense .inset .sea').find(one => has(one.getBoundingClientRect()));
         const matrix = (inset ?? sign).getScreenCTM();
         const point = new DOMPoint(left, top).matrixTransform(matrix.inverse());
         const box = sign.getBBox();
         const hit = document.getElementById('r-{id}') ? sign.isPointInFill(point)
             : Math.hypot(box.x - point.x, box.y - point.y) * matrix.a < 14;
         return [hit, !!inset];"
    ));
    (answer[0] == json!(true), answer[1] == json!(true))
}

#[test]
fn a_zoomed_canvas_has_no_inset_and_a_click_means_the_land() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url(""));
    page.click("#map-opening [data-zoom=in]");
    page.wait(
        "return (query('extent') ?? '').endsWith('_200') && !document.querySelector('.held')",
        "the map is nearer",
    );
    for (u, v) in [(0.82, 0.82), (0.9, 0.75)] {
        let id = click_at(&page, u, v);
        shows(&page, &id);
        assert_eq!(is_drawn_at(&page, &id, u, v), (true, false), "{id} at {u} {v}");
        page.press(key::ESCAPE);
        page.wait("return query('place') === null", "the selection is let go of");
    }
}

#[test]
fn a_click_on_the_canvas_selects_the_region_or_place_that_is_drawn_there() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url(""));
    let (mut regions, mut places, mut in_inset) = (0, 0, 0);
    for step in 0..24 {
        let (u, v) = (0.1 + 0.8 * f64::from(step % 6) / 5.0, 0.15 + 0.7 * f64::from(step / 6) / 3.0);
        let id = click_at(&page, u, v);
        shows(&page, &id);
        let (hit, inset) = is_drawn_at(&page, &id, u, v);
        assert!(hit, "{id} is not what is drawn at {u} {v}");
        in_inset += usize::from(inset);
        if id.starts_with('r') {
            regions += 1
        } else {
            places += 1
        }
        page.press(key::ESCAPE);
        page.wait("return query('place') === null", "the selection is let go of");
    }
    assert!(regions > 0 && places > 0, "{regions} regions and {places} places were hit");
    assert!(in_inset > 1, "{in_inset} of them in the inset");
}

#[test]
fn a_canvas_is_one_stop_and_is_walked_and_selected_by_keyboard() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url(""));
    assert_eq!(page.js(&format!("return all('{CANVAS} a').filter(one => one.tabIndex === 0).length")), json!(1));
    // What stands in a canvas is not drawn, and takes the focus all the same.
    page.js(&format!("document.querySelector(\"{CANVAS} a[tabindex='0']\").focus()"));
    page.press(key::HOME);
    let centre = "const at = shown('.dense [data-aim=walked] path:first-child')[0].getBoundingClientRect();
        return [at.x + at.width / 2, at.y + at.height / 2];";
    let numbers = |value: Value| [value[0].as_f64().unwrap(), value[1].as_f64().unwrap()];
    // From the south-west: right and up lead on, left and down back.
    for (key, ahead) in [
        (key::RIGHT, [1.0, 0.0]),
        (key::UP, [0.0, -1.0]),
        (key::UP, [0.0, -1.0]),
        (key::LEFT, [-1.0, 0.0]),
        (key::DOWN, [0.0, 1.0]),
    ] {
        let (from, before) = (page.text("return focused().dataset.place"), numbers(page.js(centre)));
        page.press(key);
        let (to, after) = (page.text("return focused().dataset.place"), numbers(page.js(centre)));
        assert_ne!(from, to);
        let way: f64 = (0..2).map(|axis| (after[axis] - before[axis]) * ahead[axis]).sum();
        assert!(way > 0.0, "from {from} at {before:?} to {to} at {after:?}");
    }
    let id = page.text("return focused().dataset.place");
    page.press(key::ENTER);
    shows(&page, &id);
    page.press(key::ESCAPE);
    page.wait(&format!("return focused().dataset.place === {id:?}"), "the focus is back on the canvas");
    page.press(key::END);
    assert_eq!(
        page.js(&format!("return focused() === document.querySelector('{CANVAS}').lastElementChild")),
        json!(true)
    );
    page.press(key::TAB);
    page.wait(&format!("return !focused().closest('{CANVAS}')"), "the next Tab leaves the map");
}

#[test]
fn the_list_and_the_address_select_on_the_canvas() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.click("#map-opening details.places summary");
    page.wait("return shown('#map-opening .places li').length > 0", "the list is filled");
    page.click("#map-opening details.places a[data-place=r7]");
    shows(&page, "r7");
    page.open(&site.url("?place=s5"));
    shows(&page, "s5");
}

/// How many places the canvas shows, from their links and the geometry of the page.
const IN_SIGHT: &str = "const map = shown('.dense svg.map')[0], rect = map.getBoundingClientRect();
    const matrix = map.querySelector('.main .aim').getScreenCTM();
    let count = 0;
    for (const dots of all('.dense defs > path').filter(one => getComputedStyle(one).display !== 'none'))
        for (const [, x, y] of dots.getAttribute('d').matchAll(/M(-?\\d+) (-?\\d+)/g)) {
            const at = new DOMPoint(x, y).matrixTransform(matrix);
            count += at.x > rect.left && at.x < rect.right && at.y > rect.top && at.y < rect.bottom;
        }
    return count";

/// The first number in the sentence under the map that follows these words.
fn said(page: &Page, before: &str) -> u64 {
    let sentence = page.text("return text(document.querySelector('#map-opening .map-says'))");
    let (_, rest) = sentence.split_once(before).unwrap_or_else(|| panic!("no `{before}` in {sentence}"));
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("no number after `{before}` in {sentence}"))
}

#[test]
fn the_legend_switches_layers_on_the_canvas_and_the_sentence_and_the_keyboard_follow() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let picture = "return document.querySelector('.dense canvas').toDataURL()";
    let before = page.text(picture);
    let sentence = page.text("return text(document.querySelector('#map-opening .map-says'))");
    let layer = page.text(
        "const last = document.querySelector('.dense canvas').lastElementChild;
         return last.dataset.layer.split(' ').find(one => all('#map-opening .map-notes [data-layer-switch]')
             .some(button => button.dataset.layerSwitch === one))",
    );
    let switch = format!("#map-opening .map-notes [data-layer-switch={layer}]");
    page.click(&switch);
    page.wait(&format!("return query('off') === {layer:?}"), "the address names the layer");
    assert!(page.text(picture) != before, "its dots are gone");
    let rest = page.js(&format!(
        "return some(all('.dense canvas a[data-layer]')).filter(one => !one.dataset.layer.split(' ').includes({layer:?})).length"
    ));
    let counted = said(&page, "个有") + if sentence.contains("另有") { said(&page, "另有") } else { 0 };
    assert_eq!(json!(counted), rest, "the sentence counts the others");
    page.js(&format!("document.querySelector(\"{CANVAS} a[tabindex='0']\").focus()"));
    page.press(key::END);
    let end = page.text("return focused().dataset.layer ?? 'a region'");
    assert!(!end.split(' ').any(|one| one == layer), "the last stop is of {end}");
    page.click(&switch);
    page.wait("return query('off') === null", "the address is clear");
    assert!(page.text(picture) == before, "its dots are back");
    assert_eq!(page.text("return text(document.querySelector('#map-opening .map-says'))"), sentence);
}

#[test]
fn the_sentence_under_a_zoomed_canvas_counts_what_is_in_sight() {
    let (site, page) = (site(), Page::wide());
    for (file, before) in PAGES.into_iter().zip(["图上有", "The map shows "]) {
        page.open(&site.url(&format!("{file}?mode=flat")));
        for percent in ["200", "400"] {
            page.click("#map-opening [data-zoom=in]");
            page.wait(
                &format!("return (query('extent') ?? '').endsWith('_{percent}') && !document.querySelector('.held')"),
                "the map is nearer",
            );
            page.settle();
            let count = page.js(IN_SIGHT);
            assert!(count.as_u64().is_some_and(|count| count > 0 && count < 900), "{count}");
            assert_eq!(json!(said(&page, before)), count, "{file} at {percent} %");
        }
    }
}

/// Whether the sign for what is selected or walked to stands in this part of the map's box around its middle.
fn is_near_the_middle(page: &Page, what: &str, part: f64) -> bool {
    page.js(&format!(
        "const map = shown('.dense svg.map')[0].getBoundingClientRect();
         const sign = shown('.dense [data-aim={what}] path:first-child')[0]?.getBoundingClientRect();
         if (!sign) return false;
         const off = (low, high, from, size) => Math.abs((low + high) / 2 - from - size / 2) / size;
         return off(sign.left, sign.right, map.left, map.width) < {part} / 2
             && off(sign.top, sign.bottom, map.top, map.height) < {part} / 2"
    )) == json!(true)
}

#[test]
fn the_search_brings_the_canvas_to_a_place_and_so_does_the_button() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    // One in the middle of the land, so that the map can bring it to its own middle.
    let place = page.text(
        "const dots = document.querySelector('.dense defs path'), map = shown('.dense svg.map')[0].getBoundingClientRect();
         const matrix = shown('.dense svg.map')[0].querySelector('.main .aim').getScreenCTM();
         const links = all('.dense canvas a[data-layer]');
         const all_dots = all('.dense defs > path').flatMap(one => [...one.getAttribute('d').matchAll(/M(-?\\d+) (-?\\d+)/g)]);
         const off = ([, x, y]) => {
             const at = new DOMPoint(x, y).matrixTransform(matrix);
             return Math.hypot(at.x - map.left - map.width / 2, at.y - map.top - map.height / 2);
         };
         const offs = all_dots.map(off);
         return links[offs.indexOf(Math.min(...offs.filter(one => one > 60)))].dataset.place;",
    );
    page.click("#find");
    page.wait("return all('#map-opening .places li').length > 0", "the search has come, and fills the list");
    let name =
        page.text(&format!("return text(document.querySelector('#map-opening .places a[data-place={place}]'))"));
    page.js(&format!(
        "const field = document.querySelector('#find'); field.value = {name:?};
         field.dispatchEvent(new Event('input', {{bubbles: true}}))"
    ));
    let rows = page.lines("return shown('#map-opening .places li').map(one => one.querySelector('a').dataset.place)");
    page.js("document.querySelector('#map-opening .places').open = true");
    let left = page.lines("return shown('#map-opening .places li').map(one => one.querySelector('a').dataset.place)");
    assert!(rows.is_empty() && left.contains(&place) && left.len() < 200, "the list shows what fits: {left:?}");
    page.press(key::ENTER);
    let chosen = "return query('extent') !== null && query('place') !== null && !document.querySelector('.held')";
    page.wait(chosen, "a place is selected and the map is near it");
    page.settle();
    let found = page.text("return query('place')");
    assert!(is_near_the_middle(&page, "selected", 0.3), "{found} is not in the middle");
    page.press(key::ESCAPE);
    page.open(&site.url(&format!("?mode=flat&place={place}")));
    page.click("#map-opening .zoom-to-selected");
    page.wait(chosen, "the button brings the map near");
    page.settle();
    assert!(is_near_the_middle(&page, "selected", 0.3), "{place} is not in the middle");
}

#[test]
fn a_zoomed_canvas_follows_the_keyboard() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.click("#map-opening [data-zoom=in]");
    page.click("#map-opening [data-zoom=in]");
    let rests = "return (query('extent') ?? '').endsWith('_400') && !document.querySelector('.held')";
    page.wait(rests, "the map is nearer");
    page.js(&format!("document.querySelector(\"{CANVAS} a[tabindex='0']\").focus()"));
    for key in [key::HOME, key::RIGHT, key::UP, key::RIGHT, key::END] {
        page.press(key);
        page.settle();
        page.wait("return !document.querySelector('.held, .gliding')", "the map rests");
        page.settle();
        assert!(
            is_near_the_middle(&page, "walked", 1.0),
            "{} is out of sight",
            page.text("return focused().dataset.place")
        );
    }
}

/// Of the circles around rough places that no other meets: how wide the first is, which part of them all has the colour
/// of rings, and which part of the ground a little within has, where dark dots lie.
const RING: &str = "const map = shown('.dense svg.map')[0], canvas = document.querySelector('.dense canvas');
    const box = canvas.getBoundingClientRect(), matrix = map.querySelector('.main .aim').getScreenCTM();
    const rings = all('.dense defs > g path').flatMap(one => [...one.getAttribute('d').matchAll(/M(-?\\d+) (-?\\d+)a(\\d+) /g)]);
    const inset = shown('.dense .pane.inset .sea')[0]?.getBoundingClientRect();
    const all_of = rings.map(([, left, y, r]) => {
        const at = new DOMPoint(+left + +r, +y).matrixTransform(matrix);
        return {x: at.x - box.x, y: at.y - box.y, r: r * matrix.a};
    });
    const alone = one => all_of.every(other => other === one || Math.hypot(other.x - one.x, other.y - one.y) > one.r * 3);
    const clear = one => one.x > 40 && one.y > 40 && one.x < box.width - 40 && one.y < box.height - 40
        && !(inset && inset.x - box.x < one.x + 40 && inset.y - box.y < one.y + 40);
    const chosen = all_of.filter(one => alone(one) && clear(one));
    const dense = canvas.width / box.width, pen = canvas.getContext('2d');
    const wanted = getComputedStyle(shown('.dense svg.map')[0].querySelector('.main .rings')).color.match(/\\d+/g).map(Number);
    const has = (ring, r) => {
        let hits = 0;
        for (let turn = 0; turn < 360; turn += 2) {
            const x = ring.x + r * Math.cos(turn * Math.PI / 180), y = ring.y + r * Math.sin(turn * Math.PI / 180);
            const [red, green, blue] = pen.getImageData(Math.round(x * dense - .5), Math.round(y * dense - .5), 1, 1).data;
            hits += Math.abs(red - wanted[0]) + Math.abs(green - wanted[1]) + Math.abs(blue - wanted[2]) < 150;
        }
        return hits / 180;
    };
    const mean = all => all.reduce((sum, one) => sum + one, 0) / all.length;
    return [chosen[0].r, mean(chosen.map(one => has(one, one.r))), mean(chosen.map(one => has(one, one.r - 4)))];";

#[test]
fn rough_places_have_dashed_rings_that_grow_with_the_land() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    page.settle();
    let seen = |page: &Page| [0, 1, 2].map(|index| page.js(RING)[index].as_f64().unwrap());
    let [radius, ring, within] = seen(&page);
    assert!(radius > 10.0, "{radius} px");
    assert!(ring > 0.3 && ring < 0.9 && within < ring - 0.2, "{ring} of the ring, {within} of the ground");
    page.click("#map-opening [data-zoom=in]");
    page.wait("return query('extent')?.endsWith('_200') && !document.querySelector('.held')", "the map is nearer");
    let [nearer, ring, within] = seen(&page);
    assert!((nearer / radius - 2.0).abs() < 0.01, "{radius} px, then {nearer}");
    assert!(ring > 0.3 && ring < 0.9 && within < ring - 0.2, "nearer {ring} of the ring, {within} of the ground");
}

#[test]
fn without_script_the_picture_shows_land_and_places() {
    let server = Server::start(support::path("GROWN_SITE_DIR"), "/", Sends::NoWasm).unwrap();
    let page = Page::wide();
    page.load(&server.url(""));
    page.settle();
    let shown =
        page.js("return shown('.dense .main .drawn').map(one => one.getAttribute('href').replace(/-map.*/, ''))");
    for part in ["#outline", "#regions", "#dots"] {
        assert!(shown.as_array().unwrap().contains(&json!(part)), "{part} is not in {shown}");
    }
}
