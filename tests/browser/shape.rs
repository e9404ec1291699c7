//! The page fits every screen, does not jump, and its targets can be hit.

use serde_json::json;

use crate::page::{PAGES, Page, key, lines, none, site};

#[test]
fn no_width_makes_the_page_scroll_sideways() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        for (width, height) in [(320, 640), (390, 844), (768, 1024), (1440, 900)] {
            page.resize(width, height);
            page.open(&site.url(file));
            page.settle();
            let script = format!(
                "document.querySelectorAll('details').forEach(one => one.open = true);
                 const root = document.documentElement;
                 if (root.scrollWidth <= root.clientWidth && root.clientWidth <= {width}) return [];
                 // What is placed absolutely is clipped only by what it is placed in.
                 const placed = one => getComputedStyle(one).position;
                 const holder = one => placed(one) === 'absolute' ? one.offsetParent : one.parentElement;
                 const clipped = one => {{
                     for (let at = holder(one); at && at !== document.body; at = holder(at))
                         if (getComputedStyle(at).overflowX !== 'visible') return true;
                     return placed(one) === 'fixed';
                 }};
                 const wide = all('body *').filter(one => one.getBoundingClientRect().right > {width} + 0.5 && !clipped(one));
                 return [`${{root.scrollWidth}} px wide`, ...wide.slice(0, 12).map(one => called(one) + ' ends at ' + one.getBoundingClientRect().right)];"
            );
            none(&format!("{file:?} at {width} px does not scroll sideways"), &page.lines(&script));
        }
    }
}

#[test]
fn nothing_moves_while_the_page_loads() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        for (width, height) in [(390, 844), (1440, 900)] {
            page.resize(width, height);
            page.open(&site.url(file));
            page.settle();
            let shifts = page.js_later(
                "const lines = [];
                 new PerformanceObserver(list => {
                     for (const entry of list.getEntries())
                         lines.push(entry.value + ' at ' + Math.round(entry.startTime) + ' ms: ' + entry.sources.map(one => one.node && called(one.node.parentElement ?? one.node)).join(', '));
                 }).observe({type: 'layout-shift', buffered: true});
                 setTimeout(() => done(lines), 200);",
            );
            none(&format!("{file:?} at {width} px stands still while loading"), &lines(&shifts));
        }
    }
}

#[test]
fn every_target_on_a_phone_is_large_enough_or_stands_in_text() {
    let (site, page) = (site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(file));
        // A region may be as small as it is on the ground: the list under the map selects it too.
        let script = "
            all('details').forEach(one => one.open = true);
            const inText = one => {
                if (one instanceof SVGElement || getComputedStyle(one).display !== 'inline') return false;
                const block = one.closest('p, li, td, th, h2, h3, h4, figcaption');
                const own = block ? [...block.querySelectorAll('a')].reduce((rest, link) => rest.replace(text(link), ''), text(block)) : '';
                return own.trim().length > 0;
            };
            return shown('a, button, summary').filter(one => !one.matches('svg.map a.region, .skip') && !inText(one)).flatMap(one => {
                const {width, height} = one.getBoundingClientRect();
                return width >= 23.95 && height >= 23.95 ? [] : [`${called(one)} is ${width.toFixed(1)} × ${height.toFixed(1)}: ${text(one).slice(0, 30)}`];
            });";
        let lines = page.lines(script);
        none(&format!("{file:?}: {} targets are large enough", lines.len()), &lines[..lines.len().min(40)]);
    }
}

/// What is wrong with where the focused element stands.
const HIDDEN: &str = "
    const one = focused();
    if (one === document.body) return null;
    const bar = document.querySelector('header.bar'), edge = bar.getBoundingClientRect().bottom, rect = one.getBoundingClientRect();
    const stuck = ['sticky', 'fixed'].includes(getComputedStyle(bar).position);
    if (bar.contains(one) || one.matches('.skip')) return rect.bottom > 0 && rect.top < innerHeight ? null : called(one) + ' is out of view';
    if (rect.bottom <= 0 || rect.top >= innerHeight) return called(one) + ' is out of view';
    // What is taller than the window cannot be shown whole.
    if (stuck && edge > 0 && rect.top < edge - 1 && rect.height < innerHeight - edge) return `${called(one)} begins ${Math.round(edge - rect.top)} px behind the header, of ${Math.round(rect.height)}`;
    return null;";

#[test]
fn the_focus_is_never_hidden_behind_the_header() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        for (width, height) in [(1440, 900), (390, 844)] {
            page.resize(width, height);
            page.open(&site.url(file));
            let mut faults = Vec::new();
            for (way, backwards) in [("Tab", false), ("Shift and Tab", true)] {
                for _ in 0..60 {
                    if backwards {
                        page.press_with_shift(key::TAB)
                    } else {
                        page.press(key::TAB)
                    }
                    page.settle();
                    if let Some(fault) = page.js(HIDDEN).as_str() {
                        faults.push(format!("{way}: {fault}"));
                    }
                }
            }
            none(&format!("{file:?} at {width} px shows what has the focus"), &faults);
        }
    }
}

#[test]
fn what_has_the_focus_is_seen_to_have_it() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url(""));
    let mut faults = Vec::new();
    for _ in 0..60 {
        page.press(key::TAB);
        let script = "
            const one = focused();
            if (one === document.body || !one.matches(':focus-visible')) return null;
            const ring = [one, ...one.querySelectorAll('*')].some(each => {
                const style = getComputedStyle(each);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none' || (each !== one && /focus|ring|chosen/.test(each.getAttribute('class')) && style.opacity !== '0' && style.stroke !== 'none');
            });
            return ring ? null : called(one);";
        if let Some(fault) = page.js(script).as_str() {
            faults.push(fault.to_owned());
        }
    }
    none("the focus is seen", &faults);
}

#[test]
fn the_skip_link_leads_past_the_header() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        page.press(key::TAB);
        assert_eq!(
            page.js(
                "return focused().matches('.skip') && drawn(focused()) && focused().getBoundingClientRect().top >= 0"
            ),
            json!(true),
            "the first stop is the skip link, and is seen"
        );
        page.press(key::ENTER);
        page.wait("return location.hash === '#story'", "the story's address");
        page.press(key::TAB);
        assert_eq!(page.js("return !!focused().closest('main')"), json!(true), "the next stop is in the story");
    }
}
