//! The page fits every screen, does not jump, and its targets can be hit.
//!
//! What is asked of every element is asked of the first story, which has most of them.

use serde_json::json;
use webdriver::{Media, Sends, Server, THE_REST};

use crate::page::{PAGES, Page, key, none, second_site, site};
use crate::some::some;
use crate::support;

#[test]
fn no_width_makes_the_page_scroll_sideways() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.resize(320, 640);
        page.open(&site.url(file));
        for (width, height) in [(320, 640), (390, 844), (768, 1024), (1440, 900)] {
            page.resize(width, height);
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
                 const wide = some(all('body *')).filter(one => one.getBoundingClientRect().right > {width} + 0.5 && !clipped(one));
                 return [`${{root.scrollWidth}} px wide`, ...wide.slice(0, 12).map(one => called(one) + ' ends at ' + one.getBoundingClientRect().right)];"
            );
            none(&format!("{file:?} at {width} px does not scroll sideways"), &page.lines(&script));
        }
    }
}

#[test]
fn nothing_moves_while_the_page_loads() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES.iter().copied().chain(["crafts/index.html"]) {
        for (width, height) in [(390, 844), (1440, 900)] {
            page.resize(width, height);
            page.open(&site.url(file));
            none(&format!("{file:?} at {width} px stands still while loading"), &page.shifts());
        }
    }
}

/// Asks for the second part of a page when what has come is painted: nothing has grown for some frames.
const ASKS_FOR_THE_REST: &str = "(address => {
    let last = 0, calm = 0;
    const look = () => {
        const now = document.getElementsByTagName('*').length;
        const painted = document.body && performance.getEntriesByType('paint').length > 0;
        calm = painted && now === last ? calm + 1 : 0;
        last = now;
        calm > 3 ? fetch(address) : requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})";

#[test]
fn nothing_moves_while_the_page_arrives_in_parts() {
    // In the one language and in the other.
    let breaks = [
        ["</nav>"; 2],
        ["class=\"controls\""; 2],
        ["class=\"language\""; 2],
        ["English</a></header>", "中文</a></header>"],
        ["<main"; 2],
        ["class=\"tools\""; 2],
        ["class=\"key-figures\""; 2],
        ["件大事</span>", "matters</span>"],
        ["<p class=\"words\""; 2],
        // In the midst of lines that are broken anew with each word that arrives.
        ["<a data-fact=\"matters\""; 2],
    ];
    // As high as it takes to see the last key figure.
    let page = Page::sized(1440, 1600);
    page.before_every_page(&format!("{ASKS_FOR_THE_REST}('{THE_REST}');"));
    for (file, from) in breaks.into_iter().flat_map(|from| PAGES.into_iter().zip(from)) {
        let site = Server::start(support::path("SECOND_SITE_DIR"), "/", Sends::PagesInTwo(from)).unwrap();
        page.open(&site.url(file));
        none(&format!("{file:?} stands still while what begins with {from} arrives"), &page.shifts());
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
            return some(shown('a, button, summary')).filter(one => !one.matches('svg.map a.region, .skip') && !inText(one)).flatMap(one => {
                const {width, height} = one.getBoundingClientRect();
                return width >= 23.95 && height >= 23.95 ? [] : [`${called(one)} is ${width.toFixed(1)} × ${height.toFixed(1)}: ${text(one).slice(0, 30)}`];
            });";
        let lines = page.lines(script);
        none(&format!("{file:?}: {} targets are large enough", lines.len()), &lines[..lines.len().min(40)]);
    }
}

#[test]
fn controls_on_a_phone_are_as_high_as_a_finger_is_broad() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(file));
        page.click("#map-quays svg.map a.mark");
        let script = "return some(shown('button, summary, select, input, header.bar a')).filter(one => one.getBoundingClientRect().height < 43.95)
            .map(one => `${called(one)} is ${one.getBoundingClientRect().height} high`)";
        none(&format!("{file:?}: controls are 44 px high"), &page.lines(script));
    }
}

/// Text that is cut off where it cannot be scrolled to, and anything that makes the page scroll sideways.
const CUT: &str = "
    const root = document.documentElement;
    const cuts = one => {
        const style = getComputedStyle(one), hides = way => ['hidden', 'clip'].includes(way);
        return hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1 || hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
    };
    const bar = document.querySelector('header.bar').getBoundingClientRect();
    return [
        ...root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px wide in ${root.clientWidth}`] : [],
        ...some(shown('body *')).filter(one => !one.closest('svg, .vh') && getComputedStyle(one).clipPath === 'none' && text(one) && cuts(one)).slice(0, 8).map(one => called(one) + ' is cut'),
        ...some(shown('header.bar a, header.bar button')).filter(one => !one.closest('details') && one.getBoundingClientRect().bottom > bar.bottom + 1).map(one => called(one) + ' hangs out of the header'),
    ];";

#[test]
fn four_hundred_per_cent_is_read_without_scrolling_sideways() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        // A window of 1280 × 1024 pixels has 320 × 256 at that size.
        page.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false}),
        );
        page.open(&site.url(file));
        page.js("all('main details').forEach(one => one.open = true)");
        page.settle();
        none(&format!("{file:?} at 400 %: all can be read"), &page.lines(CUT));
    }
}

#[test]
fn wider_spacing_of_text_loses_nothing() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.resize(320, 640);
        page.open(&site.url(file));
        // What WCAG 2.2, 1.4.12 asks a page to bear. The words of a drawing have their places from the layout, and
        // stand in the table beside it too.
        page.js("
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(':not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
            all('main details').forEach(one => one.open = true);");
        for (width, height) in [(320, 640), (768, 1024), (1440, 900)] {
            page.resize(width, height);
            page.settle();
            none(&format!("{file:?} at {width} px with wider spacing"), &page.lines(CUT));
        }
    }
}

#[test]
fn chinese_is_set_by_its_own_rules() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        let script = "
            const style = one => getComputedStyle(one);
            const root = style(document.documentElement);
            const chinese = shown('main :is(p, li, td):lang(zh)');
            if (document.documentElement.lang !== 'en') some(chinese);
            const wanted = {lineBreak: 'strict', textAutospace: 'normal', textSpacingTrim: 'trim-start'};
            return [
                ...Object.entries(wanted).filter(([name, value]) => root[name] !== value).map(([name]) => `${name} is ${root[name]}`),
                ...some(shown('body, body *')).filter(one => style(one).fontStyle !== 'normal').map(one => called(one) + ' is slanted'),
                ...chinese.filter(one => style(one).letterSpacing !== 'normal' && parseFloat(style(one).letterSpacing) > 1)
                    .map(one => `${called(one)} is spaced by ${style(one).letterSpacing}`),
            ].slice(0, 12);";
        none(&format!("{file:?}: strict line breaks, trimmed spacing, upright"), &page.lines(script));
    }
}

#[test]
fn forced_colours_leave_every_mark_and_word_to_be_seen() {
    let (site, page) = (site(), Page::wide());
    page.media(Media { forced_colors: true, ..Media::default() });
    for file in PAGES {
        page.open(&site.url(file));
        page.settle();
        let script = "
            const ground = getComputedStyle(document.documentElement).backgroundColor;
            const clear = colour => colour === 'none' || colour === ground || /^rgba.*, 0\\)$|transparent/.test(colour);
            return [
                // Fills that are the ground's own have an edge, and what is written on dark fills is the ground's.
                ...some(shown('svg .fill:not(.c-given-too, .c-computed, .c-paper), svg .edge, svg.map .outline, svg.map .river')).filter(one => {
                    const style = getComputedStyle(one);
                    return clear(style.fill) && clear(style.stroke);
                }).map(one => called(one) + ' is not seen'),
                ...some(shown('.hatched, .absent:not(.area), .not-given.src')).filter(one => getComputedStyle(one).backgroundImage === 'none').map(one => called(one) + ' has lost its hatching'),
                ...some(shown('svg.map text')).filter(one => !one.closest('.reading.high') && clear(getComputedStyle(one).fill)).map(one => called(one) + ' cannot be read'),
            ].slice(0, 12);";
        none(&format!("{file:?} in forced colours"), &page.lines(script));
    }
}

/// What hides the element that has the focus, or nothing.
const HIDDEN: &str = "
    const one = focused();
    if (one === document.body) return null;
    const bar = document.querySelector('header.bar'), edge = bar.getBoundingClientRect().bottom, rect = one.getBoundingClientRect();
    // What is drawn over all of it, whatever it is: points along both diagonals.
    const seen = [.1, .3, .5, .7, .9].flatMap(t => [[t, t], [t, 1 - t]]).some(([u, v]) => {
        const x = rect.left + rect.width * u, y = rect.top + rect.height * v;
        const over = document.elementFromPoint(x, y);
        return over && (one.contains(over) || over.contains(one));
    });
    if (rect.bottom > 0 && rect.top < innerHeight && rect.width > 2 && !seen) {
        const over = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
        if (over && getComputedStyle(over).position !== 'static' || over?.closest('header.bar, #place-panel, #source-card')) return `${called(one)} is covered by ${called(over)}`;
    }
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

#[test]
fn what_stays_while_steps_pass_fits_the_window() {
    let (site, page) = (site(), Page::wide());
    page.still();
    let mut faults = Vec::new();
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=steps")));
        for (width, height) in [(1440, 900), (1366, 768), (1366, 657), (1320, 640)] {
            page.resize(width, height);
            page.settle();
            let stages = page.lines("return all('.stage:not(.text)').map(one => one.closest('section').id)");
            for chapter in &some("chapters with a map", stages) {
                // At the first the map may still be on its way up.
                page.js(&format!(
                    "[...document.querySelectorAll('#{chapter} .step')].slice(0, 2).at(-1).scrollIntoView()"
                ));
                page.settle();
                faults.extend(page.lines(&format!(
                    "return [...document.querySelectorAll('#{chapter} .pinned, #{chapter} .pinned > *')].filter(drawn)
                         .filter(one => one.getBoundingClientRect().bottom > innerHeight || one.getBoundingClientRect().top < 0)
                         .map(one => `${{innerWidth}}×${{innerHeight}} {chapter}: ${{called(one)}} ends at ${{one.getBoundingClientRect().bottom}}`)"
                )));
            }
        }
    }
    none("is out of the window", &faults);
}
