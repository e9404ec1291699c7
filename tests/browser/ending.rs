//! Where the story ends, as a reader comes to it.
//!
//! How long the story is, and its picture, are asked of the first story.

use serde_json::json;

use crate::page::{PAGES, Page, none, second_site, site};

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
                     return some(shown('#ending *')).filter(one => !one.closest('.vh') && one.getBoundingClientRect().right > width + 1).map(called)",
                ),
            );
        }
    }
}

#[test]
fn a_chapter_s_head_says_how_far_it_is_at_every_width_and_on_paper() {
    let (site, page) = (second_site(), Page::wide());
    for (file, words) in PAGES.into_iter().zip(["第2章，共4章", "Chapter 2 of 4"]) {
        page.open(&site.url(&format!("{file}#crafts")));
        for width in [1440, 320] {
            page.resize(width, 800);
            page.settle();
            assert_eq!(page.text("return text(shown('#crafts .numeral small')[0])"), words, "{file:?} at {width} px");
        }
    }
}

/// A budget of the story as the page's weight is one: screens of a phone for each chapter, on average. With the eight
/// chapters of the first story that is 25 in Chinese and 30 in English, from the headline to the picture to pass on.
#[test]
fn whoever_only_scrolls_comes_to_the_end_of_the_story() {
    const SCREEN: u32 = 664;
    let (site, page) = (site(), Page::sized(390, SCREEN));
    for (file, most) in PAGES.into_iter().zip([3.125, 3.75]) {
        page.open(&site.url(&format!("{file}?mode=steps#ending")));
        page.settle();
        let lengths = page
            .js("const end = document.querySelector('#ending .to-pass-on').getBoundingClientRect().bottom + scrollY;
             return [end, all('main > section.chapter').length, document.documentElement.dataset.mode]");
        let (end, chapters) = (lengths[0].as_f64().unwrap(), lengths[1].as_f64().unwrap());
        assert_eq!(lengths[2], json!("steps"));
        let screens = end / f64::from(SCREEN);
        assert!(screens <= most * chapters, "{file:?}: {screens:.1} screens for {chapters} chapters");
    }
}

#[test]
fn on_a_wide_window_a_chapter_without_a_map_goes_at_the_pace_of_its_words() {
    let (site, page) = (site(), Page::wide());
    page.resize(1440, 900);
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=steps")));
        page.settle();
        let steps = page.js("return all('.stage.text .step').map(one => one.getBoundingClientRect().height)");
        let heights: Vec<f64> = steps.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
        assert!(!heights.is_empty(), "{file:?} has steps without a map");
        assert!(heights.iter().all(|height| *height < 300.0), "{file:?}: a third of the window at most: {heights:?}");
    }
}
