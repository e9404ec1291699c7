//! Pages about one region or place, as readers come to them.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, none, second_site};

/// One of each make: much is said of it, nothing is, a point, known to its region alone, outside of all regions, what stands
/// for all, and known to nobody. The others are made of the same parts.
const SAMPLE: [&str; 7] = ["upper", "northsalt", "moon-quay", "fish-market", "goosemere", "lampford", "night-school"];

#[test]
fn one_tap_leads_from_the_opening_to_all_districts_and_one_from_there_to_a_reader_s_own() {
    let (site, page) = (second_site(), Page::phone());
    for (file, name) in PAGES.into_iter().zip(["石埠区", "Stonequay 石埠区"]) {
        page.open(&site.url(file));
        page.tap(".lead a[href*='places/']");
        page.wait(
            "return location.pathname.includes('places/') && all('.gazetteer tbody th a').length === 3",
            "the list",
        );
        none(
            &format!("{file:?}: out of the first screen"),
            &page.lines("return some(all('.gazetteer tbody th a')).filter(one => !drawn(one) || one.getBoundingClientRect().bottom > innerHeight).map(called)"),
        );
        page.tap(".gazetteer tbody th a[href*='stone']");
        page.wait("return document.querySelector('.of-place h1')", "the district's page");
        assert_eq!(page.text("return text(document.querySelector('h1'))"), name);
        // And back into the story, which opens at it.
        page.tap(".of-place .ways a");
        page.wait("return shown('#place-panel .slot h4').length === 1", "its panel in the story");
        // The panel leads to the page again.
        page.tap("#place-panel .slot a[href*='places/stone/']");
        page.wait("return document.querySelector('.of-place h1')", "the district's page again");
        assert_eq!(page.errors(), [""; 0]);
    }
}

#[test]
fn nothing_moves_while_a_page_of_a_place_loads() {
    let (site, page) = (second_site(), Page::wide());
    for (width, height) in [(390, 844), (1440, 900)] {
        page.resize(width, height);
        for file in SAMPLE.map(|place| format!("places/{place}/")).into_iter().chain(["en/places/".to_owned()]) {
            page.load(&site.url(&file));
            none(&format!("{file} at {width} px stands still while loading"), &page.shifts());
        }
    }
}

#[test]
fn a_page_of_a_place_fits_every_width() {
    let (site, page) = (second_site(), Page::wide());
    // A place that is known to nobody has no map.
    let mut named = 0;
    for (width, height) in [(1440, 900), (768, 1024), (390, 844), (320, 640)] {
        page.resize(width, height);
        for (at, place) in SAMPLE.into_iter().enumerate() {
            // Each in the language that its turn has, so that both are seen with every second.
            for lang in ["", "en/"].into_iter().filter(|lang| width < 1000 || lang.is_empty() == (at % 2 == 0)) {
                let file = format!("{lang}places/{place}/index.html");
                page.load(&site.url(&file));
                page.settle();
                none(
                    &format!("{file} at {width} px"),
                    &page.lines(
                        "const width = document.documentElement.clientWidth;
                         const root = document.documentElement;
                         return [
                             ...root.scrollWidth > root.clientWidth ? ['scrolls sideways to ' + root.scrollWidth] : [],
                             ...some(shown('main *')).filter(one => !one.closest('.vh, svg') && one.getBoundingClientRect().right > width + 1).map(called),
                             ...all('.near .map text').filter(one => { const box = one.getBoundingClientRect(); return box.left < -1 || box.right > width + 1; }).map(called),
                             ...some(shown('.of-place .ways a, .of-place .nearby li')).filter(one => one.getBoundingClientRect().height < 43).map(one => called(one) + ' is too low for a finger'),
                         ]",
                    ),
                );
                named += page.js("return all('.near .map text').length").as_u64().unwrap();
            }
        }
    }
    assert!(named > 20, "{named} names on the maps of all");
}

#[test]
fn the_address_of_a_place_under_a_former_id_leads_on() {
    let (site, page) = (second_site(), Page::wide());
    for lang in ["", "en/"] {
        page.load(&site.url(&format!("{lang}places/salt-pier/")));
        page.wait(
            &format!(
                "return location.pathname === '/{lang}places/salt-ferry/index.html' && shown('h1, h2').length > 0"
            ),
            "the page of the place as it is called now",
        );
        none("without a word", &page.errors());
    }
}

/// The regions and places that the gazetteer shows, in its table and below.
const LEFT: &str = "[shown('.gazetteer tbody tr').map(one => one.dataset.place).join(), shown('.gazetteer article').map(one => one.id.slice(2)).join()]";

/// Waits until these are shown, in both.
fn shows_only(page: &Page, regions: &str) {
    page.wait(&format!("return {LEFT}.every(one => one === {regions:?})"), regions);
}

#[test]
fn chosen_regions_are_read_beside_each_other_and_the_address_says_which() {
    let (site, page) = (second_site(), Page::phone());
    for lang in ["", "en/"] {
        // From the page of one, which is chosen then.
        page.load(&site.url(&format!("{lang}places/upper/index.html")));
        page.tap(".of-place .ways a[href*='beside=upper']");
        shows_only(&page, "upper");
        page.tap(".gazetteer fieldset input[value=stone]");
        shows_only(&page, "upper,stone");
        assert_eq!(page.text("return query('beside')"), "upper.stone");
        let beside = "const [one, other] = shown('.gazetteer article').map(one => one.getBoundingClientRect());
            return one.right < other.left && Math.abs(one.top - other.top) < 1 && other.right < innerWidth";
        assert_eq!(page.js(beside), json!(true), "beside each other on a phone");
        let count = page.text("return text(shown('.gazetteer [role=status]')[0])");
        assert_eq!(count, if lang.is_empty() { "共3个，显示2个" } else { "2 of 3 shown" });
        // The address brings them back, in the other language too.
        let other = page.text("return document.querySelector('a[data-language]').href");
        page.load(&other);
        shows_only(&page, "upper,stone");
        page.load(&site.url(&format!("{lang}places/index.html?beside=upper.stone")));
        shows_only(&page, "upper,stone");
        for region in ["stone", "upper"] {
            page.tap(&format!(".gazetteer fieldset input[value={region}]"));
        }
        page.wait("return shown('.gazetteer article').length > 3 && query('beside') === null", "all of them again");
        // What nothing is called chooses nothing.
        page.load(&site.url(&format!("{lang}places/index.html?beside=nowhere")));
        page.wait(
            "return shown('.gazetteer fieldset').length === 1 && shown('.gazetteer article').length > 3",
            "all",
        );
    }
}

in_every_engine![
    the_address_of_a_place_under_a_former_id_leads_on,
    chosen_regions_are_read_beside_each_other_and_the_address_says_which
];
