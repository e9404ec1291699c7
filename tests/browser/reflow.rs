//! Narrow windows, large letters and wide spacing: everything still says what it is, and nothing lies on anything.
//!
//! What is asked of every figure is asked of the first story, which has most of them.

use serde_json::{Value, json};

use crate::page::{PAGES, Page, none, second_site, site};

/// The tables whose rows become blocks where it is narrow.
const TABLES: &str = "all('table.matrix, table.status-lanes, table.statements, .ledger table')";

/// How many of each role the accessibility tree has.
fn roles(page: &Page, role: &str) -> usize {
    let tree = page.devtools("Accessibility.getFullAXTree", json!({}));
    let is = |node: &&Value| node["role"]["value"] == role && node["ignored"] != json!(true);
    tree["nodes"].as_array().map_or(0, |nodes| nodes.iter().filter(is).count())
}

#[test]
fn a_table_has_the_same_heads_for_those_who_hear_it_at_every_width() {
    let (site, page) = (site(), Page::wide());
    for file in ["?mode=flat", "en/index.html?mode=flat", "ledger/"] {
        page.resize(1440, 900);
        page.open(&site.url(file));
        page.settle();
        let wide = ["columnheader", "rowheader"].map(|role| roles(&page, role));
        assert!(wide[0] > 5, "{file}: {wide:?}");
        page.resize(390, 844);
        page.settle();
        assert_eq!(["columnheader", "rowheader"].map(|role| roles(&page, role)), wide, "{file}");
        none(
            &format!("{file}: heads that nobody hears"),
            &page.lines(&format!("return {TABLES}.flatMap(one => [...one.querySelectorAll('th')]).filter(one => !drawn(one)).map(called)")),
        );
    }
}

#[test]
fn the_heading_of_a_chapter_breaks_between_its_phrases_and_not_within_one() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    for width in [390, 721, 768, 834, 1024, 1440] {
        page.resize(width, 900);
        page.settle();
        none(
            &format!("at {width} px"),
            &page.lines(
                "const lines = one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight);
                 return some(all('.chapter-head h2 .phrase')).filter(one => lines(one) > 1.5).map(text)",
            ),
        );
    }
}

#[test]
fn a_narrow_row_of_lanes_draws_its_way_and_says_what_is_given_or_not() {
    let (site, page) = (site(), Page::phone());
    for file in PAGES {
        for width in [320, 390] {
            page.resize(width, 844);
            page.open(&site.url(&format!("{file}?mode=flat")));
            page.settle();
            none(
                &format!("{file:?} at {width} px"),
                &page.lines(
                    "const line = one => one.getBoundingClientRect().width >= 16 && getComputedStyle(one).backgroundImage !== 'none';
                     const before = one => getComputedStyle(one, '::before').content;
                     return [
                         ...some(all('.status-lanes :is(.past, .ahead)')).filter(one => !line(one)).map(one => called(one.closest('tr')) + ' lacks its ' + one.className),
                         ...some(all('.status-lanes td.where')).filter(one => !before(one).includes(one.dataset.head) || !one.dataset.head).map(one => called(one.closest('tr')) + ' does not say what is ' + text(one)),
                         // Beside the way, or on a line of its own and flush with the name.
                         ...some(all('.status-lanes td.where')).filter(one => one.getBoundingClientRect().top >= one.parentElement.querySelector('.here').getBoundingClientRect().bottom - 1
                             && one.getBoundingClientRect().left + parseFloat(getComputedStyle(one).paddingLeft) > one.closest('tr').getBoundingClientRect().left + 1).map(one => called(one.closest('tr')) + ' is not set flush'),
                         ...some(all('.status-lanes tr')).filter(one => one.scrollWidth > one.clientWidth + 1).map(one => called(one) + ' is too wide'),
                         // From left to right.
                         ...some(all('.status-lanes tbody tr')).filter(one => [...one.querySelectorAll('.past, .here, .ahead')].some((cell, index, cells) =>
                             index && cells[index - 1].getBoundingClientRect().right > cell.getBoundingClientRect().left + 1)).map(one => called(one) + ' is broken'),
                     ]",
                ),
            );
        }
    }
}

#[test]
fn a_legend_of_lanes_shows_the_marks_that_stand_in_them() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    none(
        "marks",
        &page.lines(
            "const shapes = (figure, of) => new Set([...figure.querySelectorAll(of + ' .icon use, ' + of + ' .icon [href]')].map(one => one.getAttribute('href')?.replace(/-(planned|under-way|due|done)$/, '')));
             return some(all('.figure').filter(one => one.querySelector('.status-lanes'))).filter(one => {
                 const [rows, legend] = [shapes(one, '.status-lanes'), shapes(one, '.signs')];
                 return !rows.size || !legend.size || ![...legend].every(shape => rows.has(shape));
             }).map(called)",
        ),
    );
}

#[test]
fn letters_of_twice_the_size_alone_break_nothing() {
    let (site, page) = (site(), Page::wide());
    page.devtools("Page.setFontSizes", json!({"fontSizes": {"standard": 32, "fixed": 26}}));
    let mut faults = Vec::new();
    for (width, height) in [(1440, 900), (1280, 800), (390, 844)] {
        page.resize(width, height);
        for file in ["kit/", "en/kit/"] {
            page.load(&site.url(file));
            faults.extend(page.lines(&format!(
                "const root = document.documentElement;
                 return root.scrollWidth > root.clientWidth ? [`{file} at {width} px: ${{root.scrollWidth}} px wide`] : []"
            )));
        }
        for file in PAGES {
            page.open(&site.url(&format!("{file}?mode=steps")));
            page.settle();
            faults.extend(page.lines(&format!(
                "const root = document.documentElement, box = one => one.getBoundingClientRect();
                 const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                 const head = document.createRange();
                 head.selectNodeContents(document.querySelector('h1'));
                 return [
                     ...root.scrollWidth > root.clientWidth ? [`${{root.scrollWidth}} px wide`] : [],
                     ...some(shown('header.bar nav, header.bar > a, header.bar button')).filter(one => box(one).right > root.clientWidth + 1).map(one => called(one) + ' is off'),
                     ...some(shown('#map-opening svg.map')).filter(one => [...head.getClientRects()].some(line => meets(line, box(one)))).map(() => 'the map lies on the headline'),
                 ].map(said => `{file} at {width} px: ${{said}}`)",
            )));
        }
    }
    page.devtools("Page.setFontSizes", json!({"fontSizes": {"standard": 16, "fixed": 13}}));
    none("twice the size", &faults);
}

/// Texts of the page that lie on another text or a drawing: key figures, heads of chapters, the foot of a figure.
const ON_EACH_OTHER: &str = "
    const ink = node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
        return [...range.getClientRects()].filter(box => box.width > 2 && box.height > 2).map(box => {
            const blank = Math.max(0, (box.height - size) / 2) + 2;
            return {node, left: box.left + 1, right: box.right - 1, top: box.top + blank, bottom: box.bottom - blank};
        });
    };
    const unseen = one => !!one.closest('.vh, [hidden]') || !one.checkVisibility({visibilityProperty: true});
    const texts = part => {
        const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), found = [];
        while (walk.nextNode()) {
            const one = walk.currentNode;
            if (one.data.trim() && !one.parentElement.closest('svg, table') && !unseen(one.parentElement)) found.push(...ink(one));
        }
        return found;
    };
    const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return some([...all('.key-figure'), ...all('.chapter-head'), ...all('figure:has(> .foot)')]).flatMap(part => {
        const found = texts(part);
        const drawn = [...part.querySelectorAll('svg')].filter(one => !unseen(one) && !one.closest('.view'))
            .map(one => ({own: one, ...one.getBoundingClientRect().toJSON()}));
        return found.flatMap((one, at) => [
            ...found.slice(at + 1).filter(other => other.node !== one.node && meets(one, other)).map(other => other.node.data),
            ...drawn.filter(other => meets(one, other)).map(other => called(other.own)),
        ].map(other => `${one.node.data} on ${other}`));
    })";

#[test]
fn on_a_narrow_window_no_words_lie_on_each_other() {
    let (site, page) = (site(), Page::phone());
    let mut faults = Vec::new();
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        for width in [320, 360, 390, 430] {
            page.resize(width, 800);
            page.settle();
            faults.extend(
                page.lines(ON_EACH_OTHER).into_iter().map(|fault| format!("{file:?} at {width} px: {fault}")),
            );
        }
    }
    none("words on each other", &faults);
}

#[test]
fn wide_spacing_breaks_no_word_and_a_very_narrow_window_scrolls_in_one_direction() {
    let (site, page) = (site(), Page::phone());
    for file in PAGES {
        page.resize(390, 844);
        page.open(&site.url(file));
        // As the standard has it: 1.4.12.
        page.js("const sheet = new CSSStyleSheet();
             sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
             document.adoptedStyleSheets = [sheet]");
        page.settle();
        none(
            &format!("{file:?} with spacing"),
            &page.lines(
                "const width = document.documentElement.clientWidth, word = document.createRange();
                 word.selectNodeContents(document.querySelector('h1 .large'));
                 return [
                     ...document.documentElement.scrollWidth > width ? [`${document.documentElement.scrollWidth} px wide`] : [],
                     ...document.documentElement.lang === 'en' && new Set([...word.getClientRects()].map(one => one.top)).size > 1 ? ['the headline is broken'] : [],
                 ]",
            ),
        );
        page.js("document.adoptedStyleSheets = []");
        page.resize(280, 640);
        page.open(&site.url(&format!("{file}?mode=steps")));
        page.settle();
        assert_eq!(
            page.js("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            json!(true),
            "{file:?} at 280 px is {} px wide",
            page.js("return document.documentElement.scrollWidth")
        );
    }
}

#[test]
fn a_shared_address_of_a_place_opens_its_card_in_view() {
    let site = second_site();
    for (width, height) in [(390, 664), (390, 844), (1440, 900)] {
        let page = Page::sized(width, height);
        for file in PAGES {
            page.open(&site.url(&format!("{file}?place=upper")));
            page.wait("return shown('#place-panel .slot h4, #place-panel .slot h3').length > 0", "the card");
            page.settle();
            let seen = "const box = document.querySelector('#place-panel .panel-frame').getBoundingClientRect();
                return box.top >= 0 && box.top < innerHeight * .75 && box.height > 100";
            assert_eq!(page.js(seen), json!(true), "{file:?} at {width} px");
        }
    }
}

#[test]
fn what_stands_side_by_side_on_a_card_is_parted() {
    let site = site();
    for (width, height) in [(390, 844), (1440, 900)] {
        let page = Page::sized(width, height);
        for file in PAGES {
            page.before_every_page(
                "Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.resolve()}});",
            );
            page.open(&site.url(file));
            page.js("shown('.lead a[data-fact]')[0].click()");
            page.wait("return shown('#source-card [data-copy-quotation]').length === 1", "the card");
            let gap = page.js(
                "const [a, b] = ['.to-ledger', '[data-copy-quotation]'].map(one => document.querySelector('#source-card ' + one).getBoundingClientRect());
                 return Math.max(b.left - a.right, b.top - a.bottom)",
            );
            assert!(gap.as_f64().unwrap() >= 8.0, "{file:?} at {width} px: {gap} px");
        }
    }
}

#[test]
fn a_box_of_a_table_is_a_stop_of_tab_only_where_it_scrolls() {
    let (site, page) = (site(), Page::wide());
    for (width, height) in [(1440, 900), (320, 640)] {
        page.resize(width, height);
        for file in ["?mode=flat", "ledger/"] {
            page.open(&site.url(file));
            page.js("all('details.data-table').forEach(one => one.open = true)");
            page.settle();
            page.wait(
                "const boxes = shown('.scroll'); return boxes.length && boxes.every(one => (one.tabIndex === 0) === (one.scrollWidth > one.clientWidth))",
                "boxes that scroll are stops, and no others",
            );
        }
    }
}

#[test]
fn on_paper_the_heads_of_the_ledger_say_their_words() {
    let (site, page) = (site(), Page::wide());
    for file in ["ledger/", "en/ledger/"] {
        page.open(&site.url(file));
        page.media(webdriver::Media { print: true, ..webdriver::Media::default() });
        page.settle();
        none(
            file,
            &page.lines(
                "const own = one => getComputedStyle(one, '::before').content.replaceAll('\"', '');
                 return some(all('.ledger th')).filter(one => one.querySelector('button') && (own(one) !== text(one) || drawn(one.querySelector('button')))).map(called)",
            ),
        );
        page.media(webdriver::Media::default());
    }
}
