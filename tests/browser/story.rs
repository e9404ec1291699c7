//! Told step by step on one map, or in full; the reader scrolls, the page follows.
//!
//! What is asked of every step, map and width is asked of the first story, which has most of them.

use serde_json::json;

use webdriver::Server;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site, site};
use crate::some::some;

/// Brings an element's upper edge to a share of the window's height, and waits until the page has followed.
fn bring(page: &Page, id: &str, share: f64) {
    page.js(&format!(
        "const top = document.getElementById({id:?}).getBoundingClientRect().top;
         scrollBy({{top: top - innerHeight * {share}, behavior: 'instant'}});"
    ));
    page.settle();
}

/// Brings a step to where it is read and waits until it is the one in view.
#[track_caller]
fn come_to(page: &Page, step: &str) {
    bring(page, step, 0.6);
    is_at(page, step);
}

/// Waits until a step is the one in view, on the page and in the address.
#[track_caller]
fn is_at(page: &Page, step: &str) {
    page.wait(
        &format!("return all('.step.active').map(one => one.id).join() === {step:?} && query('step') === {step:?}"),
        &format!("{step} is the step in view"),
    );
    page.wait("return !document.querySelector('.moving')", "the map has come to rest");
    page.settle();
}

/// The ids of all steps.
fn steps(page: &Page) -> Vec<String> {
    some("steps", page.lines("return all('.step').map(one => one.id)"))
}

/// The ids of the steps beside a map.
fn beside_maps(page: &Page) -> Vec<String> {
    some("steps beside a map", page.lines("return all('.stage:has(svg.map) .step').map(one => one.id)"))
}

#[track_caller]
fn told(page: &Page, mode: &str) {
    page.wait(
        &format!("return document.documentElement.dataset.mode === {mode:?}"),
        &format!("the story is told so: {mode}"),
    );
    let pressed = page.lines("return all('[data-mode-to][aria-pressed=true]').map(one => one.dataset.modeTo)");
    assert_eq!(pressed, [mode]);
    let strips = page.js("return shown('.strip').length > 0 && shown('.strip').length === all('.strip').length");
    assert_eq!(strips, json!(mode == "steps"), "strips are drawn in one of the modes");
}

#[test]
fn scrolling_brings_every_step_into_view_one_after_the_other() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        told(&page, "steps");
        assert_eq!(page.text("return location.search"), "", "what is so by itself is not in the address");
        if file != PAGES[0] {
            page.still(); // In the one language the map moves on its way, in the other it is there at once.
        }
        for step in steps(&page) {
            bring(&page, &step, 0.6);
            is_at(&page, &step);
            let script = format!(
                "const step = document.getElementById({step:?}), stage = step.closest('.stage'), faults = [];
                 const colour = one => getComputedStyle(one).color;
                 if (all('.progress .on').map(one => one.dataset.ofStep).join() !== {step:?}) faults.push('progress');
                 // Beside no map several are read at once.
                 for (const other of stage.querySelectorAll('.stage:not(.text) .step:not(.active)'))
                     if (colour(other) === colour(step)) faults.push(called(other) + ' is as dark');
                 const bar = document.querySelector('header.bar').getBoundingClientRect().bottom;
                 const map = [...stage.querySelectorAll('svg.map')].find(drawn)?.getBoundingClientRect();
                 const first = step.matches('.step:first-of-type'); // Beside it the map may still be on its way up.
                 if (map && (map.top < bar || !first && map.bottom > innerHeight)) faults.push(`the map stands from ${{map.top}} to ${{map.bottom}}`);
                 const here = all('header nav [aria-current]').map(one => one.hash).join();
                 if (here !== '#' + step.closest('section').id) faults.push('the navigation is at ' + here);
                 return faults;"
            );
            none(&format!("{step} in view"), &page.lines(&script));
        }
        none("the console is empty", &page.console());
    }
}

#[test]
fn the_map_moves_from_the_last_frame_to_the_chapter_s_own() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    come_to(&page, "repaired");
    let frame = |map: &str| {
        page.text(&format!("return shown('#{map} svg.map')[0].querySelector('.pane.main').getAttribute('viewBox')"))
    };
    let (from, to) = (frame("map-quays"), frame("map-crafts"));
    assert_ne!(from, to, "two chapters, two frames");
    page.js(
        "window.seen = [];
         const pane = shown('#map-crafts svg.map')[0].querySelector('.pane.main');
         const look = () => { seen.push(pane.getAttribute('viewBox')); if (seen.length < 400) requestAnimationFrame(look); };
         requestAnimationFrame(look);",
    );
    come_to(&page, "light");
    let ways = page.lines("return [...new Set(seen)]");
    assert!(ways.len() > 5, "the map moves frame by frame: {ways:?}");
    let parts = |frame: &str| -> Vec<f64> { frame.split([' ', ',']).filter_map(|part| part.parse().ok()).collect() };
    let far = |a: &str, b: &str| parts(a).iter().zip(parts(b)).map(|(a, b)| (a - b).abs()).sum::<f64>();
    let nearest = ways.iter().map(|way| far(way, &from)).fold(f64::MAX, f64::min);
    assert!(nearest < 1.0, "it starts at the frame before, {from}: {ways:?}");
    assert!(far(&frame("map-crafts"), &to) < 1.0, "it ends at its own, {to}: {}", frame("map-crafts"));
    assert_eq!(page.js("return all('.moving').length"), json!(0));
}

#[test]
fn with_less_motion_wished_for_the_story_is_told_in_full_and_frames_cut() {
    let (site, page) = (second_site(), Page::wide());
    page.prefer("prefers-reduced-motion", "reduce");
    page.open(&site.url("index.html"));
    told(&page, "flat");
    assert_eq!(page.text("return location.search"), "");
    page.open(&site.url("index.html?mode=steps"));
    told(&page, "steps");
    page.js("window.moved = false; new MutationObserver(() => { moved ||= !!document.querySelector('.moving'); })
             .observe(document.body, {attributes: true, subtree: true, attributeFilter: ['class']});");
    come_to(&page, "repaired");
    come_to(&page, "light");
    assert_eq!(page.js("return moved"), json!(false), "no map moves");
}

#[test]
fn the_switch_changes_the_way_of_telling_and_the_address_says_so() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        for mode in ["flat", "steps"] {
            page.click(&format!("[data-mode-to={mode}]"));
            told(&page, mode);
            page.wait(&format!("return query('mode') === {mode:?}"), "the address says so");
        }
        page.click("[data-mode-to=flat]");
        page.wait("return query('mode') === 'flat'", "the address says so");
        let address = page.address();
        page.open(&address);
        told(&page, "flat");
        page.click("a.language");
        page.wait_until_alive();
        page.wait("return query('mode') === 'flat'", "the other language is told in the same way");
        told(&page, "flat");
    }
}

#[test]
fn a_mode_that_does_not_exist_is_no_choice() {
    let (site, page) = (second_site(), Page::wide());
    for query in ["?mode=", "?mode=slides", "?mode=%22", "?theme=sepia"] {
        page.open(&site.url(query));
        told(&page, "steps");
        assert_eq!(page.js("return document.documentElement.dataset.theme ?? null"), json!(null), "{query}");
        page.wait("return query('mode') === null", "the address forgets it");
    }
}

#[test]
fn on_paper_the_story_is_told_in_full_with_scripts_and_without() {
    let (site, page) = (second_site(), Page::wide());
    let flat = "return [
        ...shown('.strip').map(called),
        ...some(all('.view')).filter(one => !drawn(one)).map(one => called(one) + ' is not drawn'),
        ...some(all('.stage *')).filter(one => getComputedStyle(one).position === 'sticky').map(called),
        ...some(all('.step, .step h3')).filter(one => getComputedStyle(one).color !== getComputedStyle(document.documentElement).color).map(one => called(one) + ' is pale'),
    ]";
    for file in PAGES {
        page.load_without_scripts(&site.url(file));
        none("no control that would not answer", &page.lines("return shown('.controls button').map(called)"));
        page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"}));
        none("on paper, without scripts", &page.lines(flat));
        page.devtools("Emulation.setEmulatedMedia", json!({"media": ""}));
        page.open(&site.url(file));
        come_to(&page, "repaired");
        page.devtools("Emulation.setEmulatedMedia", json!({"media": "print"}));
        none("on paper", &page.lines(flat));
        page.devtools("Emulation.setEmulatedMedia", json!({"media": ""}));
    }
}

/// Where a step is seen: not under header, map or strip, and within the window.
const OPEN: &str = "
    const open = (one, height = 40) => {
        const rect = one.getBoundingClientRect(), stage = one.closest('.stage');
        const over = [document.querySelector('header.bar'), ...stage.querySelectorAll('.pinned, .strip')]
            .filter(each => drawn(each) && each.getBoundingClientRect().left < rect.right && each.getBoundingClientRect().right > rect.left + 1);
        const edge = Math.max(...over.map(each => each.getBoundingClientRect()).filter(each => each.top < rect.bottom - 1).map(each => each.bottom), 0);
        return rect.top >= edge - 1 && rect.top + height <= innerHeight;
    };";

fn keeps_its_place(page: &Page) {
    let site = second_site();
    for held in ["auto", "none"] {
        page.open(&site.url("index.html"));
        // Whether the browser itself holds the page still.
        page.js(&format!("document.documentElement.style.overflowAnchor = {held:?}"));
        for step in ["nets", "mended"] {
            come_to(page, step);
            for mode in ["flat", "steps"] {
                page.click(&format!("[data-mode-to={mode}]"));
                told(page, mode);
                page.settle();
                let seen = page.js(&format!("{OPEN} return open(document.querySelector('#{step} h3'))"));
                let at = page.js(&format!("return document.getElementById({step:?}).getBoundingClientRect().top"));
                assert_eq!(seen, json!(true), "{step} is still in sight when told so: {mode}; at {at}; {held}");
            }
        }
    }
}

#[test]
fn a_change_of_mode_keeps_the_reader_s_place() {
    keeps_its_place(&Page::wide());
}

#[test]
fn a_change_of_mode_keeps_the_reader_s_place_on_a_phone() {
    keeps_its_place(&Page::phone());
}

#[test]
fn a_change_of_mode_at_the_top_moves_nothing_in_sight() {
    let (site, page) = (second_site(), Page::wide());
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height);
        page.open(&site.url("index.html"));
        page.settle();
        let look = "return shown('header.bar *, .opening *').map(one => [called(one), one.getBoundingClientRect()])
            .filter(([, r]) => r.top < innerHeight).map(([name, r]) => `${name} ${r.left} ${r.top} ${r.width}`)
            .map(line => line.replace(/\\[aria-[^\\]]*\\]/g, ''))";
        let before = page.lines(look);
        for mode in ["flat", "steps"] {
            page.click(&format!("[data-mode-to={mode}]"));
            told(&page, mode);
            assert_eq!(page.lines(look), before, "{mode} at {width} px");
        }
    }
}

#[test]
fn an_address_with_a_step_leads_to_it() {
    let (site, page) = (second_site(), Page::wide());
    for (width, height) in [(1440, 900), (390, 844)] {
        page.resize(width, height);
        for file in PAGES {
            for (query, step) in [("?step=nets", "nets"), ("?step=mended#walls", "mended")] {
                page.open(&site.url(&format!("{file}{query}")));
                is_at(&page, step);
                let seen = page.js(&format!("{OPEN} return open(document.querySelector('#{step} h3'))"));
                assert_eq!(seen, json!(true), "{query} shows {step}");
            }
        }
        page.open(&site.url("?step=nets#walls"));
        page.settle();
        assert_eq!(
            page.js("return document.getElementById('walls').getBoundingClientRect().top < innerHeight / 2"),
            json!(true),
            "the fragment leads elsewhere"
        );
        page.open(&site.url("?step=nowhere"));
        page.wait("return query('step') === null", "a step that does not exist is ignored");
        assert_eq!(page.js("return scrollY"), json!(0));
    }
}

#[test]
fn a_fragment_leads_to_its_chapter_and_is_dropped_when_the_reader_has_gone_on() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("#quays"));
    page.settle();
    let top = page.js("return document.querySelector('#quays .chapter-head').getBoundingClientRect().top");
    assert!((40.0..200.0).contains(&top.as_f64().unwrap()), "the chapter is at {top}");
    come_to(&page, "to-start");
    assert!(page.address().ends_with("?step=to-start#quays"), "{}", page.address());
    come_to(&page, "mended");
    assert!(page.address().ends_with("?step=mended"), "{}", page.address());
}

/// Goes on from the first step to the last, and back.
fn goes_on(page: &Page, site: &Server, go: impl Fn(&Page, &str)) {
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=steps")));
        let steps = steps(page);
        assert!(steps.len() > 1, "there is somewhere to go on to: {steps:?}");
        come_to(page, &steps[0]);
        assert_eq!(page.text("return text(document.getElementById('announcer'))"), "", "scrolling says nothing");
        let said = |step: &str| {
            let words = page.text(&format!(
                "const head = document.getElementById({step:?}).querySelector('h3').cloneNode(true);
                 head.querySelectorAll('.src, .vh').forEach(one => one.remove());
                 return text(head);"
            ));
            page.wait(
                &format!("return text(document.getElementById('announcer')) === {words:?}"),
                &format!("“{words}” is said"),
            );
        };
        for step in &steps[1..] {
            go(page, "next");
            is_at(page, step);
            said(step);
            let seen = page.js(&format!("{OPEN} return open(document.querySelector('#{step} h3'))"));
            assert_eq!(seen, json!(true), "{step} can be read");
        }
        for step in steps[..steps.len() - 1].iter().rev() {
            go(page, "previous");
            is_at(page, step);
            said(step);
        }
    }
}

/// Over every sort of step there is, from beside a map over a chapter that is told in words alone to the next map too.
fn goes_on_over_every_sort(page: &Page, go: impl Fn(&Page, &str)) {
    let site = second_site();
    page.open(&site.url("?mode=steps"));
    let chapters =
        page.lines("return all('.stage:has(.step)').map(one => one.querySelector('svg.map') ? 'map' : 'words')");
    assert!(chapters.windows(3).any(|three| three == ["map", "words", "map"]), "{chapters:?}");
    goes_on(page, &site, go);
}

fn by_key(page: &Page, way: &str) {
    page.press_with(key::ALT, if way == "next" { key::PAGE_DOWN } else { key::PAGE_UP });
}

#[test]
fn a_key_leads_to_the_next_step_and_back() {
    goes_on_over_every_sort(&Page::wide(), by_key);
}

#[test]
fn a_key_leads_over_all_steps_and_back() {
    let page = Page::wide();
    page.still();
    goes_on(&page, &site(), by_key);
}

#[test]
fn a_button_leads_to_the_next_step_and_back_and_takes_the_focus_along() {
    goes_on_over_every_sort(&Page::wide(), |page, way| {
        // The button that has the focus, as one presses it again and again; the first time, the one in sight.
        page.js(&format!(
            "if (!focused().matches('[data-go={way}]')) document.querySelector('.step.active').closest('.stage').querySelector('[data-go={way}]').focus({{preventScroll: true}})"
        ));
        assert_eq!(
            page.js("return !!focused().closest('.stage')?.querySelector('.step.active')"),
            json!(true),
            "the focus has come along"
        );
        page.press(key::ENTER);
    });
}

#[test]
fn a_tap_leads_to_the_next_step_on_a_phone() {
    goes_on_over_every_sort(&Page::phone(), |page, way| {
        let chapter = page.text("return document.querySelector('.step.active').closest('section').id");
        page.tap(&format!("#{chapter} [data-go={way}]"));
    });
}

#[test]
fn plain_keys_and_the_wheel_scroll_as_ever() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    come_to(&page, "repaired");
    let held = page.lines(
        "const held = [];
         for (const [type, make] of [['wheel', WheelEvent], ['touchmove', Event], ['keydown', KeyboardEvent]])
             for (const key of ['PageDown', 'PageUp', ' ', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'j', 'k']) {
                 const event = new make(type, {bubbles: true, cancelable: true, key, deltaY: 100});
                 if (!document.getElementById('repaired').dispatchEvent(event)) held.push(type + ' ' + key);
             }
         return held;",
    );
    none("nothing is kept from scrolling", &held);
    let before = page.js("return scrollY").as_f64().unwrap();
    page.press(key::PAGE_DOWN);
    page.wait(&format!("return scrollY > {before} + innerHeight / 2"), "a page further down");
}

#[test]
fn on_a_phone_the_map_stays_on_top_and_covers_no_text() {
    let (site, page) = (site(), Page::phone());
    page.still();
    for file in PAGES {
        for (width, height) in [(390, 844), (320, 640), (768, 1024)] {
            page.resize(width, height);
            page.open(&site.url(&format!("{file}?mode=steps")));
            for step in beside_maps(&page) {
                bring(&page, &step, 0.62);
                is_at(&page, &step);
                let script = format!(
                        "{OPEN}
                         const step = document.getElementById({step:?}), stage = step.closest('.stage'), faults = [];
                         const rect = css => stage.querySelector(css)?.getBoundingClientRect();
                         const bar = document.querySelector('header.bar').getBoundingClientRect().bottom;
                         const [map, strip] = [rect('.drawings'), rect('.strip')];
                         const part = map.height / innerHeight;
                         if (part < .34 || part > .46) faults.push(`the map takes ${{part}} of the height`);
                         const first = step.matches('.step:first-of-type'); // Before it the map may still be on its way up.
                         if (map.top < bar - 1 || !first && map.top > bar + 1) faults.push(`the map begins at ${{map.top}}, the header ends at ${{bar}}`);
                         if (Math.abs(strip.top - map.bottom) > 1 || Math.abs(strip.height - 48) > 1) faults.push(`the strip stands from ${{strip.top}} to ${{strip.bottom}}`);
                         const svg = [...stage.querySelectorAll('svg.map')].filter(drawn);
                         if (svg.length !== 1) faults.push(svg.length + ' maps');
                         const drawing = svg[0].getBoundingClientRect();
                         if (drawing.top < map.top - 1 || drawing.bottom > map.bottom + 1) faults.push('the drawing is cut');
                         if (!open(step.querySelector('h3'), 20)) faults.push('the head is covered: ' + step.querySelector('h3').getBoundingClientRect().top);
                         return faults;"
                    );
                none(&format!("{file:?} at {width} px, {step}"), &page.lines(&script));
            }
        }
    }
}

#[test]
fn on_a_phone_the_marks_of_the_step_are_in_the_part_of_the_map_that_is_shown() {
    let (site, page) = (site(), Page::phone());
    page.still();
    page.open(&site.url("index.html?mode=steps"));
    let mut pointed_out = 0;
    for step in beside_maps(&page) {
        come_to(&page, &step);
        let script = format!(
            "const map = [...document.getElementById({step:?}).closest('.stage').querySelectorAll('svg.map')].find(drawn);
             const within = map.getBoundingClientRect();
             return [...map.querySelectorAll('a.mark.told')].map(mark => {{
                 const r = (mark.querySelector('use') ?? mark).getBoundingClientRect();
                 const inside = r.left >= within.left && r.right <= within.right && r.top >= within.top - 1 && r.bottom <= within.bottom + 1;
                 return (inside ? 'in ' : 'out ') + called(mark);
             }})"
        );
        let marks = page.lines(&script);
        pointed_out += marks.len();
        none(&step, &marks.into_iter().filter(|mark| mark.starts_with("out")).collect::<Vec<_>>());
    }
    assert!(pointed_out >= 5, "steps point out {pointed_out} marks");
}

#[test]
fn a_step_points_out_its_places_and_the_others_stay_within_reach() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    come_to(&page, "to-start");
    let script = "const map = shown('#map-quays svg.map')[0], faults = [];
        const opacity = css => getComputedStyle(map.querySelector(css)).opacity;
        if (opacity('.mark[data-place=salt-ferry]') !== '1') faults.push('the ferry is pale');
        if (opacity('.mark[data-place=moon-quay]') !== '0.38') faults.push('the quay is not: ' + opacity('.mark[data-place=moon-quay]'));
        if (!map.querySelector(\".region.told[data-place='reed']\")) faults.push('its division has no stronger border');
        for (const link of map.querySelectorAll('a')) if (!link.matches('[tabindex]') || !link.getAttribute('aria-label')) faults.push(called(link));
        return faults";
    page.wait(&format!("return (() => {{ {script} }})().length === 0"), "the step's place stands out");
    page.click("#map-quays a.mark[data-place=moon-quay]");
    page.wait("return query('place') === 'moon-quay'", "a pale mark is selected all the same");
}

/// What is wrong with where the focused element stands, in a story told step by step.
const COVERED: &str = "
    const one = focused(), rect = one.getBoundingClientRect();
    if (one === document.body || one.closest('.pinned, .strip, .map-notes, header.bar, .skip')) return null;
    if (rect.bottom <= 0 || rect.top >= innerHeight) return called(one) + ' is out of view';
    const over = [...all('.pinned, .stage > .strip'), document.querySelector('header.bar')].filter(drawn);
    for (const each of over) {
        const own = each.getBoundingClientRect();
        if (rect.top < own.bottom - 1 && rect.bottom > own.top + 1 && rect.left < own.right && rect.right > own.left
            && rect.height < innerHeight - own.bottom && getComputedStyle(each).position === 'sticky')
            return `${called(one)} at ${rect.top} lies under ${called(each)}, which ends at ${own.bottom}`;
    }
    return null;";

#[test]
fn on_a_phone_neither_map_nor_strip_covers_what_has_the_focus() {
    let (site, page) = (second_site(), Page::phone());
    page.still();
    for (width, height) in [(390, 844), (320, 640)] {
        page.resize(width, height);
        page.open(&site.url("index.html?mode=steps"));
        let mut faults = Vec::new();
        for (from, backwards) in [("repaired", false), ("light", true), ("nets", false), ("mended", true)] {
            come_to(&page, from);
            page.js(&format!("document.getElementById({from:?}).querySelector('a').focus({{preventScroll: true}})"));
            for _ in 0..22 {
                if backwards {
                    page.press_with_shift(key::TAB)
                } else {
                    page.press(key::TAB)
                }
                page.settle();
                faults.extend(page.js(COVERED).as_str().map(|fault| format!("{from}: {fault}")));
            }
        }
        none(&format!("the focus at {width} px"), &faults);
    }
}

#[test]
fn on_a_phone_panel_and_card_are_sheets_from_below_that_move_nothing() {
    let (site, page) = (second_site(), Page::phone());
    let sheet = "const sheet = shown('.panel-frame, .card-frame')[0].getBoundingClientRect(), faults = [];
        const out = shown('aside .close')[0].getBoundingClientRect();
        const title = (shown('.panel-frame h4')[0] ?? shown('.card-frame .slot')[0]).getBoundingClientRect();
        if (sheet.left || sheet.right !== innerWidth || Math.abs(sheet.bottom - innerHeight) > 1) faults.push('it is no sheet');
        if (sheet.height > innerHeight / 2) faults.push(`it is ${sheet.height} high`);
        if (title.top < sheet.top || out.top < sheet.top || out.bottom > sheet.bottom) faults.push('title or way out is not in it');
        return faults;";
    for (width, height) in [(390, 844), (320, 640)] {
        page.resize(width, height);
        page.open(&site.url("index.html"));
        come_to(&page, "to-start");
        let before = page.js("return scrollY");
        page.tap("#map-quays a.mark[data-place=salt-ferry]");
        page.wait("return shown('#place-panel .slot h4').length === 1", "the panel is open");
        page.settle();
        none("the panel", &page.lines(sheet));
        assert_eq!(page.js("return scrollY"), before, "the page does not move");
        let place = "return !!document.querySelector('#to-start #place-panel')";
        assert_eq!(page.js(place), json!(true), "it comes after the step in the order of reading");
        page.js("document.querySelector('.panel-frame').scrollTop = 1e4");
        page.settle();
        none("the panel, scrolled to its end", &page.lines(sheet));
        page.tap("#place-panel [data-close]");
        page.wait("return focused().matches('a.mark[data-place=salt-ferry]')", "the focus is back on the mark");
        assert_eq!(page.js("return scrollY"), before, "nor when it closes");
        page.tap("#to-start a[data-fact]");
        page.wait("return shown('#source-card .card-frame').length === 1", "the card is open");
        page.settle();
        none("the card", &page.lines(sheet));
        page.press(key::ESCAPE);
    }
}

#[test]
fn on_a_phone_what_was_chosen_stays_in_sight_above_the_sheet() {
    let (site, page) = (second_site(), Page::phone());
    let chosen = |one: &str| {
        format!(
            "const chosen = shown({one:?})[0].getBoundingClientRect(), sheet = shown('.panel-frame, .card-frame')[0].getBoundingClientRect();
             const bar = document.querySelector('.bar').getBoundingClientRect().bottom;
             return chosen.bottom <= sheet.top && chosen.top >= bar ? '' : `${{chosen.top}} to ${{chosen.bottom}}, sheet from ${{sheet.top}}`"
        )
    };
    page.open(&site.url("?mode=flat"));
    for (part, one) in [
        ("#map-quays", "#map-quays a.mark[data-place=moon-quay]"),
        ("#map-opening", "#map-opening a.region[data-place='upper']"),
        ("#walls", "#walls .step a[data-fact]"),
    ] {
        // At the foot of the window, where the sheet will stand.
        page.js(&format!(
            "document.querySelector({part:?}).scrollIntoView(); const one = shown({one:?})[0].getBoundingClientRect();
             scrollBy(0, one.bottom - innerHeight + 4)"
        ));
        page.settle();
        page.js(&format!(
            "shown({one:?})[0].dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
        ));
        page.wait("return shown('.panel-frame, .card-frame').length === 1", "it is open");
        page.settle();
        assert_eq!(page.text(&chosen(one)), "", "{one}");
        page.press(key::ESCAPE);
        page.wait("return shown('.panel-frame, .card-frame').length === 0", "it is closed");
    }
}

#[test]
fn on_a_phone_a_place_of_a_step_that_the_map_has_left_brings_the_map_back_to_it() {
    let (site, page) = (site(), Page::phone());
    let mut tried = 0;
    for (file, others) in PAGES.into_iter().zip([0, 1]) {
        page.open(&site.url(file));
        // In the one language every second step, in the other those between.
        for pair in beside_maps(&page).windows(2).skip(others).step_by(2) {
            let [step, next] = pair else { continue };
            come_to(&page, next);
            let seen = page.js(&format!(
                "const links = all('#{step} p a[data-place]').filter(one => {{
                     const {{left, top, width, height}} = one.getBoundingClientRect();
                     return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('a') === one;
                 }});
                 const last = links.at(-1)?.getBoundingClientRect();
                 return last ? [links.at(-1).dataset.place, Math.round(last.left + last.width / 2), Math.round(last.top + last.height / 2)] : null"
            ));
            let (Some(place), Some(x), Some(y)) = (seen[0].as_str(), seen[1].as_i64(), seen[2].as_i64()) else {
                continue;
            };
            tried += 1;
            page.point_at("touch", [x, y]);
            page.wait(&format!("return query('place') === {place:?}"), &format!("{place} is chosen in {step}"));
            page.settle();
            is_at(&page, step);
            page.press(key::ESCAPE);
            page.wait("return query('place') === null", "it is let go of");
        }
    }
    assert!(tried > 3, "{tried} places of a step that has been passed");
}

#[test]
fn on_a_phone_a_button_opens_what_stands_below_the_map() {
    let (site, page) = (second_site(), Page::phone());
    page.open(&site.url("index.html"));
    come_to(&page, "to-start");
    assert_eq!(page.js("return shown('#quays .map-notes').length"), json!(0));
    page.tap("#quays [data-notes]");
    page.wait("return shown('#quays .map-notes').length === 1", "the notes are open");
    let script = "const notes = document.querySelector('#quays .map-notes').getBoundingClientRect();
        const strip = document.querySelector('#quays .strip').getBoundingClientRect();
        return notes.top >= strip.bottom - 1 && notes.bottom <= innerHeight + 1 && shown('#quays .key a').length === 3
            && shown('#quays .attribution').length === 1";
    assert_eq!(page.js(script), json!(true), "they stand below the strip");
    page.press(key::ESCAPE);
    page.wait("return shown('#quays .map-notes').length === 0", "Escape closes them");
    page.tap("#quays [data-notes]");
    page.tap("#quays .key a[data-place=salt-ferry]");
    page.wait("return shown('#place-panel .slot h4').length === 1", "a place in them opens its panel");
    assert_eq!(page.js("return shown('#quays .map-notes').length"), json!(0), "and closes them");
    page.press(key::ESCAPE);
    page.wait("return focused().matches('#quays [data-notes]')", "the focus goes back to the button");
}

#[test]
fn the_colours_change_against_the_system_and_are_remembered() {
    let (site, page) = (second_site(), Page::wide());
    let basemap = "return getComputedStyle(document.documentElement).backgroundColor";
    for dark in [false, true] {
        page.dark(dark);
        page.open(&site.url("index.html"));
        let own = page.text(basemap);
        let (other, called) = if dark { ("light", "日间配色") } else { ("dark", "夜间配色") };
        assert_eq!(
            page.text("return [...document.querySelector('.theme').children].filter(drawn).map(text).join('')"),
            called
        );
        page.click(".theme");
        page.wait(&format!("return query('theme') === {other:?}"), "the address says so");
        let changed = page.text(basemap);
        assert_ne!(changed, own, "the ground has changed");
        page.load(&site.url("en/index.html"));
        assert_eq!(page.text(basemap), changed, "remembered, and on the other page before it answers");
        // Below a path of another's origin: nothing there may be called the same.
        assert_eq!(
            page.js("return Object.keys(localStorage)"),
            json!([format!("{}-theme", page.text("return document.documentElement.dataset.handle"))]),
            "by one name, the story's own"
        );
        page.wait_until_alive();
        page.wait(&format!("return query('theme') === {other:?}"), "an address that is passed on says so too");
        page.click(".theme");
        page.wait("return query('theme') === null", "the system's own colours are no choice");
        assert_eq!(page.text(basemap), own);
        page.load(&site.url("index.html"));
        assert_eq!(page.text(basemap), own, "nothing is remembered");
        page.load(&site.url(&format!("index.html?theme={other}")));
        assert_eq!(page.text(basemap), changed, "the address alone says so too");
    }
}

#[test]
fn a_frame_without_storage_still_changes_its_colours() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("index.html"));
    let failed = page.js_later(&format!(
        "const frame = document.createElement('iframe');
         frame.sandbox = 'allow-scripts';
         frame.src = {:?};
         frame.onload = () => done('loaded');
         document.body.append(frame);",
        site.url("index.html?theme=dark")
    ));
    assert_eq!(failed, json!("loaded"));
    let console: Vec<String> =
        page.console().into_iter().filter(|line| line.contains("early") || line.contains("torage")).collect();
    none("no error for want of storage", &console);
}

#[test]
fn the_header_cuts_nothing_and_where_it_is_two_rows_the_chapters_alone_stay() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.resize(320, 800);
        page.open(&site.url(&format!("{file}?mode=flat")));
        for width in [320, 360, 390, 480, 721, 768, 899, 1024, 1180, 1181, 1280, 1440, 1920] {
            page.resize(width, 800);
            page.js("scrollTo({top: 0, behavior: 'instant'})");
            page.settle();
            let rows = if width > 1180 { 56 } else { 88 };
            let script = format!(
                "const bar = document.querySelector('header.bar'), faults = [], own = bar.getBoundingClientRect();
                if (Math.abs(own.height - {rows}) > 1) faults.push('it is ' + own.height + ' px high');
                const parts = shown('.bar > a, .bar button, .bar nav').map(one => [one, one.getBoundingClientRect()]);
                for (const [one, r] of parts) {{
                    if (r.left < -.5 || r.right > document.documentElement.clientWidth + .5) faults.push(`${{called(one)}} stands from ${{r.left}} to ${{r.right}}`);
                    if (r.top < own.top - .5 || r.bottom > own.bottom + .5) faults.push(`${{called(one)}} leaves the header`);
                    if (r.width < 24 || r.height < 43.5) faults.push(`${{called(one)}} is ${{r.width}} × ${{r.height}}`);
                    if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible' && one.tagName !== 'NAV') faults.push(called(one) + ' is cut');
                    for (const [other, s] of parts)
                        if (one !== other && r.left < s.right - .5 && s.left < r.right - .5 && r.top < s.bottom - .5 && s.top < r.bottom - .5) faults.push(called(one) + ' lies over ' + called(other));
                }}
                const ways = some(shown('.bar nav a')).map(one => [one, one.getBoundingClientRect()]);
                for (const [one, r] of ways) if (r.width < 24 || r.height < 43.5) faults.push(`${{called(one)}} is ${{r.width}} × ${{r.height}}`);
                for (const [index, [one, r]] of ways.slice(1).entries()) if (r.left < ways[index][1].right) faults.push(called(one) + ' lies over the one before it');
                return faults;"
            );
            none(&format!("{file:?} at {width} px"), &page.lines(&script));
            let names = page.lines("return shown('.bar button').map(text).filter(name => !name)");
            none("every button has a name", &names);
            page.js("scrollTo({top: 2000, behavior: 'instant'})");
            page.settle();
            let stays = if width > 1180 { 56.0 } else { 44.0 };
            let bottom = page.js("return document.querySelector('header.bar').getBoundingClientRect().bottom");
            let bottom = bottom.as_f64().unwrap();
            assert!((bottom - stays).abs() <= 1.0, "{file:?} at {width} px: {bottom} px of the header stay");
        }
    }
}

#[test]
fn the_row_of_chapters_leads_on_and_has_the_reader_s_in_sight() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(file));
        for id in ["quays", "walls", "ending"] {
            page.js(&format!("document.querySelector('.bar nav a[href=\"#{id}\"]').click()"));
            page.wait(
                &format!("return location.hash === '#{id}' && all('.bar [aria-current]').map(one => one.hash).join() === '#{id}'"),
                "it leads there and knows where it is",
            );
            let hidden = "const row = document.querySelector('.bar nav').getBoundingClientRect();
                return all('.bar [aria-current]').map(one => one.getBoundingClientRect()).filter(one => one.left < row.left - 1 || one.right > row.right + 1).map(one => one.left + ' to ' + one.right)";
            none(&format!("{file:?}: {id} is out of sight in the row"), &page.lines(hidden));
        }
    }
}

#[test]
fn nothing_moves_while_a_step_comes_into_view() {
    let (site, page) = (second_site(), Page::wide());
    for (width, height) in [(1440, 900), (1440, 2200), (390, 844)] {
        page.resize(width, height);
        page.open(&site.url("index.html"));
        for step in ["repaired", "to-start", "light", "nets", "paid", "mended"] {
            come_to(&page, step);
        }
        none(&format!("{width} × {height} px"), &page.shifts());
    }
}

#[test]
fn an_address_and_a_link_lead_to_each_map_in_either_mode() {
    let site = site();
    for page in [Page::wide(), Page::phone()] {
        for mode in ["steps", "flat"] {
            page.open(&site.url(&format!("?mode={mode}")));
            let figures = page.lines("return all('.chapter .map-figure').map(one => one.id)");
            assert!(figures.len() > 4, "{figures:?}");
            let seen = |id: &str| {
                format!(
                    "const {{top, bottom}} = document.querySelector('#{id} figcaption').getBoundingClientRect();
                     return top >= 0 && bottom <= innerHeight"
                )
            };
            for id in &figures {
                page.js("scrollTo({top: 0, behavior: 'instant'})");
                page.settle();
                page.js(&format!("location.hash = '{id}'"));
                page.wait(&seen(id), &format!("{mode}: a link to {id}"));
            }
            let last = &figures[figures.len() - 1];
            page.load(&site.url("kit/index.html"));
            page.open(&site.url(&format!("?mode={mode}#{last}")));
            page.wait(&seen(last), &format!("{mode}: the address of {last}"));
        }
    }
}

in_every_engine![
    the_switch_changes_the_way_of_telling_and_the_address_says_so,
    an_address_with_a_step_leads_to_it,
    a_fragment_leads_to_its_chapter_and_is_dropped_when_the_reader_has_gone_on,
    a_key_leads_to_the_next_step_and_back,
    a_change_of_mode_keeps_the_reader_s_place,
    a_change_of_mode_keeps_the_reader_s_place_on_a_phone,
    the_row_of_chapters_leads_on_and_has_the_reader_s_in_sight,
    on_a_phone_a_button_opens_what_stands_below_the_map,
    a_step_points_out_its_places_and_the_others_stay_within_reach,
    on_a_phone_panel_and_card_are_sheets_from_below_that_move_nothing,
    plain_keys_and_the_wheel_scroll_as_ever,
    a_frame_without_storage_still_changes_its_colours,
    an_address_and_a_link_lead_to_each_map_in_either_mode
];
