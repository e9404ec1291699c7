//! Where the story ends, as a reader comes to it.

use serde_json::json;

use crate::page::{PAGES, Page, none, site};

#[test]
fn the_ending_fits_every_width_and_its_picture_comes_when_the_reader_is_near() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        let asked =
            "return performance.getEntriesByType('resource').some(one => one.name.includes('pictures/share-'))";
        assert_eq!(page.js(asked), json!(false), "{file:?}: nothing is asked for at the top");
        for (width, height) in [(1440, 900), (768, 1024), (390, 664), (320, 640)] {
            page.resize(width, height);
            page.js("document.querySelector('#ending').scrollIntoView()");
            page.js("document.querySelector('#ending img').scrollIntoView({block: 'center'})");
            page.wait(
                "const one = document.querySelector('#ending img'); return one.complete && one.naturalWidth === 1200",
                "the picture",
            );
            page.settle();
            none(
                &format!("{file:?} at {width} px"),
                &page.lines(
                    "const width = document.documentElement.clientWidth;
                     return shown('#ending *').filter(one => !one.closest('.vh') && one.getBoundingClientRect().right > width + 1).map(called)",
                ),
            );
        }
    }
}

#[test]
fn a_chapter_s_head_says_how_far_it_is_at_every_width_and_on_paper() {
    let (site, page) = (site(), Page::wide());
    for (file, words) in PAGES.into_iter().zip(["第3章，共8章", "Chapter 3 of 8"]) {
        page.open(&site.url(&format!("{file}#heritage")));
        for width in [1440, 320] {
            page.resize(width, 800);
            page.settle();
            assert_eq!(
                page.text("return text(shown('#heritage .numeral small')[0])"),
                words,
                "{file:?} at {width} px"
            );
        }
    }
}
