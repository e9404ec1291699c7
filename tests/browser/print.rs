//! The page on paper: flat, whole, numbered and in the light.
//!
//! How the whole is printed is asked of the first story, which is longer.

use serde_json::json;
use webdriver::Media;

use crate::page::{PAGES, Page, none, second_site, site};
use crate::sheets;

/// How wide the text of a sheet of A4 is between the margins of `print.css`, in CSS pixels.
const SHEET: u32 = 695;

/// The paper of a reader's printer, A4 and US Letter, in inches.
const PAPERS: [[f64; 2]; 2] = [[8.27, 11.69], [8.5, 11.0]];

fn on_paper(claim: &str, script: &str) {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.resize(SHEET, 940);
        // Whatever the screen has: the scrolling story, in the dark.
        page.media(Media { dark: true, ..Media::default() });
        page.open(&site.url(&format!("{file}?mode=steps&theme=dark")));
        page.media(Media { print: true, dark: true, ..Media::default() });
        page.settle();
        none(&format!("{file:?}: {claim}"), &page.lines(script));
    }
}

#[test]
fn on_paper_every_section_figure_and_table_is_shown_and_no_control() {
    on_paper(
        "all that can be read, and nothing to press",
        "return [
            ...some(all('main > section, .map-figure, .figure, .step, .cards > article:not(.entry)')).filter(one => !drawn(one)),
            // What is a table is not told in a second one.
            ...some(all('details.data-table tbody tr')).filter(one => !one.closest('.figure').querySelector('.matrix, .status-lanes')).filter(one => !drawn(one) || one.getBoundingClientRect().height < 8),
            // The heads of the ledger sort it on screen and are words on paper; so are the rows of legends.
            ...some(all('details.folded > :not(summary)')).filter(one => !drawn(one)),
            // What is folded on screen has its button as its head on paper.
            ...shown('button:not(th button, .legend button), summary:not(.folded > *), input, select, .skip, header.bar nav, aside'),
        ].slice(0, 20).map(called)",
    );
}

#[test]
fn on_paper_there_is_a_code_with_the_page_s_address_and_on_the_screen_there_is_none() {
    let (site, page) = (second_site(), Page::wide());
    for file in ["", "en/index.html", "quays/", "en/walls/"] {
        page.open(&site.url(file));
        assert_eq!(page.js("return shown('.qr').length"), json!(0), "{file}: on the screen");
        page.media(Media { print: true, ..Media::default() });
        let code = page.js(
            "const code = shown('.qr')[0], box = code?.getBoundingClientRect();
             return code && [box.width, box.height, getComputedStyle(code.querySelector('path')).stroke, text(code.parentElement)]",
        );
        let side = code[0].as_f64().unwrap_or_else(|| panic!("{file}: no code: {code}"));
        assert!(side > 90.0 && (side - code[1].as_f64().unwrap()).abs() < 1.0, "{file}: {code}");
        assert_eq!(code[2], "rgb(0, 0, 0)", "{file}");
        let address = page.text("return document.querySelector('link[rel=canonical]').href");
        assert!(code[3].as_str().unwrap().contains(&address), "{file}: {code} without {address}");
        page.media(Media::default());
    }
}

#[test]
fn on_paper_every_map_has_its_credit_below_it() {
    on_paper(
        "whose data, that it is schematic, and the review number or its slot",
        "return some(all('.map-figure')).filter(one => {
             const credits = [...one.querySelectorAll('.attribution')].filter(drawn);
             return credits.length !== 1 || !text(credits[0].querySelector('.review b'));
         }).map(called)",
    );
}

#[test]
fn on_paper_nothing_is_wider_than_the_sheet_and_nothing_floats_over_it() {
    on_paper(
        "the sheet holds all",
        "const root = document.documentElement, sheet = root.clientWidth;
         const floats = one => ['sticky', 'fixed'].includes(getComputedStyle(one).position);
         return [
             ...root.scrollWidth > sheet ? [`${root.scrollWidth} px wide`] : [],
             ...some(shown('body *')).filter(one => !one.closest('svg, .vh, :is(.matrix, .statements, .status-lanes) thead') && one.getBoundingClientRect().right > sheet + 1).slice(0, 8)
                 .map(one => called(one) + ' ends at ' + one.getBoundingClientRect().right),
             ...shown('body *').filter(floats).map(one => called(one) + ' floats'),
         ]",
    );
}

#[test]
fn on_paper_every_fact_names_its_row_of_the_ledger() {
    on_paper(
        "numbers of rows, no addresses",
        "const after = one => getComputedStyle(one, '::after').content;
         const said = one => (after(one).match(/\"[^\"]*\"/g) ?? []).map(part => JSON.parse(part)).join('');
         const cards = all('.cards > article:not(.entry)');
         return [
             ...some(all('main a[data-fact]')).filter(one => !one.closest('svg')).flatMap(one => {
                 const row = cards.indexOf(document.getElementById('f-' + one.dataset.fact)) + 1;
                 const expected = one.dataset.mark ? `${one.dataset.mark} ${row}` : `${row}`;
                 return said(one) === expected ? [] : [`${called(one)}: ${after(one)}, expected ${expected}`];
             }),
             ...some(all('a')).filter(one => /#|http|\\//.test(said(one))).map(called),
             ...some(all('details.data-table')).filter(one => !one.querySelector('[data-row]')).map(one => called(one) + ' has no row'),
         ].slice(0, 20)",
    );
}

#[test]
fn on_paper_the_ground_is_white_and_the_ink_black_whatever_the_screen_has() {
    on_paper(
        "black on white",
        "const {color, backgroundColor} = getComputedStyle(document.documentElement);
         return color === 'rgb(0, 0, 0)' && backgroundColor === 'rgb(255, 255, 255)' ? [] : [color + ' on ' + backgroundColor]",
    );
}

#[test]
fn the_printed_document_has_its_title_its_language_and_numbered_pages() {
    let (site, page) = (site(), Page::wide());
    for (file, lang) in PAGES.into_iter().zip(["zh-Hans", "en"]) {
        page.open(&site.url(file));
        let pdf = page.pdf(PAPERS[0]);
        let has = |words: &str| pdf.windows(words.len()).any(|part| part == words.as_bytes());
        assert!(has(&format!("/Lang ({lang})")), "{file:?}: the language {lang}");
        assert!(has("/Title"), "{file:?}: a title");
        assert!(has("/StructTreeRoot"), "{file:?}: tags for those who do not see it");
        let running = "return getComputedStyle(document.documentElement).getPropertyValue('--running')";
        page.media(Media { print: true, ..Media::default() });
        assert_eq!(
            page.text(running),
            format!("{:?}", page.text("return document.title")),
            "{file:?}: the head of each sheet"
        );
        page.media(Media::default());
    }
}

#[test]
fn the_story_and_its_sources_are_two_sheets_for_each_chapter_and_two_and_a_half_in_english() {
    let (site, page) = (site(), Page::wide());
    for (file, most) in PAGES.into_iter().zip([2.0, 2.5]) {
        page.open(&site.url(file));
        let chapters = page.js("return all('main > .chapter').length").as_f64().unwrap_or_default();
        let sheets = sheets::count(&page.pdf(PAPERS[0]));
        assert!(chapters > 0.0 && sheets > 1, "{file:?}: {chapters} chapters on {sheets} sheets");
        assert!(sheets as f64 <= most * chapters, "{file:?}: {chapters} chapters on {sheets} sheets");
    }
}

#[test]
fn no_sheet_but_the_last_is_half_empty() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        for paper in PAPERS {
            let filled = sheets::filled(&page.pdf(paper));
            let (_, before) = filled.split_last().unwrap();
            for (at, [left, right]) in before.iter().enumerate() {
                let ends = format!("{file:?}, {paper:?}: sheet {} ends at {left:.2} and {right:.2}", at + 1);
                assert!(left + right > 1.2, "{ends}: {filled:.2?}");
            }
        }
    }
}

#[test]
fn printing_unfolds_the_tables_and_leaves_them_as_they_were() {
    let (site, page) = (site(), Page::wide());
    page.open(&site.url(""));
    let open = "return some(all('details.data-table')).map(one => one.open)";
    page.js("all('details.data-table')[0].open = true");
    let before = page.js(open);
    page.js("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(
        page.js(&format!("{open}.every(Boolean)")),
        json!(true),
        "open for browsers that cannot unfold by style"
    );
    page.js("dispatchEvent(new Event('afterprint'))");
    assert_eq!(page.js(open), before);
}
