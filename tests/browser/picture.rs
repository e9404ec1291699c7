//! The picture of a figure as its reader has it, made in the browser.

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, none, second_site};

/// Notes what is saved: the picture as it is made, or the address of a file. The script stands in for what a browser asks a
/// reader about.
const LISTEN: &str = "
    window.saved = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = file => {
        createImageBitmap(file).then(image => {
            const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
            const brush = canvas.getContext('2d');
            brush.drawImage(image, 0, 0);
            const {data} = brush.getImageData(0, 0, image.width, image.height);
            const colours = new Set();
            let sum = 0;
            for (let at = 0; at < data.length; at += 4) {
                const colour = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
                colours.add(colour);
                sum = (sum * 31 + colour) % 1000003;
            }
            saved.push({width: image.width, height: image.height, colours: colours.size, sum});
        });
        return make.call(URL, file);
    };
    HTMLAnchorElement.prototype.click = function () { if (!this.href.startsWith('blob:')) saved.push({file: this.href}); };
    document.addEventListener('click', event => {
        const link = event.target.closest('a[download]');
        if (link && !event.defaultPrevented) { event.preventDefault(); saved.push({file: link.href}); }
    });";

/// Asks a figure for its picture, and answers with what was saved.
fn save(page: &Page, figure: &str) -> serde_json::Value {
    page.js(&format!(
        "saved.length = 0;
         const link = [...document.querySelectorAll('#{figure} a[download]')].find(one => one.href.endsWith('.png'));
         link.closest('details').open = true;
         link.dispatchEvent(new MouseEvent('click', {{bubbles: true, cancelable: true}}))"
    ));
    page.wait("return saved.length === 1", "something is saved");
    page.js("return saved[0]")
}

/// The first figure of a page that fits.
fn first(page: &Page, which: &str) -> String {
    page.text(&format!("return document.querySelector({which:?}).closest('figure').id"))
}

#[test]
fn a_figure_is_saved_as_it_was_built_or_as_the_reader_has_it() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(&format!("{file}?mode=flat")));
        page.settle();
        page.js(LISTEN);
        let map = first(&page, "figure svg.map a.region");
        let built = save(&page, &map);
        assert!(built["file"].as_str().is_some_and(|file| file.ends_with(".png")), "nothing was chosen: {built}");
        let places = page.lines(&format!(
            "return [...new Set([...document.querySelectorAll('#{map} a.region')].filter(drawn).map(one => one.dataset.place))].slice(0, 2)"
        ));
        let mut sums = Vec::new();
        for place in &places {
            page.open(&site.url(&format!("{file}?mode=flat&place={place}")));
            page.settle();
            page.js(LISTEN);
            let picture = save(&page, &map);
            assert!(picture["width"].as_u64() > Some(900), "{picture}");
            assert!(picture["height"].as_u64() > Some(600), "{picture}");
            assert!(picture["colours"].as_u64() > Some(50), "land, words and signs are in it: {picture}");
            sums.push(picture["sum"].clone());
        }
        assert_eq!(sums.len(), 2, "two divisions");
        assert_ne!(sums[0], sums[1], "each picture has its own chosen division");
        none("the console is empty", &page.console());
    }
}

#[test]
fn a_picture_that_cannot_be_made_is_the_one_that_was_built() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("?mode=flat"));
    let map = first(&page, "figure svg.map a.region");
    let place = page.text(&format!("return document.querySelector('#{map} a.region').dataset.place"));
    page.open(&site.url(&format!("?mode=flat&place={place}")));
    page.settle();
    page.js(LISTEN);
    page.js("HTMLCanvasElement.prototype.getContext = () => null");
    let saved = save(&page, &map);
    assert!(saved["file"].as_str().is_some_and(|file| file.ends_with(".png")), "{saved}");
}

in_every_engine![a_figure_is_saved_as_it_was_built_or_as_the_reader_has_it];
