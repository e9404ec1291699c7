//! The page for editors: it shows what is chosen, and the snippets that it prints work in other people's pages.

use serde_json::json;

use crate::hosts::{Host, is_as_high_as_its_content, wait_for_frame};
use crate::page::{Page, none, site};

const KITS: [&str; 2] = ["kit/", "en/kit/"];

/// Chooses by the names of controls.
fn choose(page: &Page, choices: &[(&str, &str)]) {
    for (name, value) in choices {
        page.js(&format!(
            "const control = document.querySelector('.kit-choices [name={name}]');
             control.value = {value:?};
             control.dispatchEvent(new Event('change', {{bubbles: true}}));"
        ));
    }
}

fn snippet(page: &Page, number: usize) -> String {
    page.text(&format!("return document.querySelector('#snippet-{number}').textContent"))
}

/// The second figure of the list that is neither the story nor the opening map, so that nothing here is the default.
fn figure(page: &Page) -> String {
    page.text(
        "return [...document.querySelectorAll('[name=figure] option')].map(one => one.value)
             .filter(one => !one.startsWith('map') && one !== 'story')[1]",
    )
}

#[test]
fn what_is_chosen_is_shown_and_stands_in_the_snippets() {
    let (host, page) = (Host::new(), Page::sized(1000, 900));
    for kit in KITS {
        page.load(&host.story.url(kit));
        page.wait("return !document.querySelector('.kit-choices').inert", "the controls are there");
        let whole = snippet(&page, 1);
        assert!(whole.contains("embed/\"") && whole.starts_with("<iframe "), "{kit}: {whole}");
        let chart = figure(&page);
        choose(&page, &[("figure", &chart), ("lang", "en"), ("theme", "dark"), ("width", "300")]);
        // On a phone first, then in the column.
        let src = page.text("return document.querySelectorAll('.stand iframe')[1].src");
        assert_eq!(src, host.story.url(&format!("en/embed/{chart}/?theme=dark")), "{kit}");
        let widths = page.js("return [...document.querySelectorAll('.stand iframe')].map(one => one.offsetWidth)");
        assert_eq!(widths, json!([390, 300]), "{kit}");
        page.wait(
            "return document.querySelectorAll('.stand iframe')[1].style.height",
            "the preview is as high as its content",
        );
        is_as_high_as_its_content(&page, 1, kit);
        let height = page.text("return String(document.querySelectorAll('.stand iframe')[1].offsetHeight)");
        for number in [1, 2] {
            let code = snippet(&page, number);
            assert!(code.contains(&format!("src=\"{src}\"")), "{kit} {number}: {code}");
            assert!(code.contains(&format!("height=\"{height}\"")), "{kit} {number}: {code}");
        }
        let element =
            format!("<luoyang-story src=\"{}\" figure=\"{chart}\" lang=\"en\" theme=\"dark\">", host.story.url(""));
        assert!(snippet(&page, 3).starts_with(&element), "{}", snippet(&page, 3));
        assert_eq!(snippet(&page, 5), host.story.url(&format!("en/embed/{chart}/")));
        page.wait(
            "return !document.querySelector('#snippet-4').textContent.includes('width=\"0\"')",
            "the picture's size",
        );
        let picture = snippet(&page, 4);
        assert!(picture.contains(&format!("figure-{chart}.en.png\" srcset=")), "{picture}");
        let alt = picture.split("alt=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert!(alt.matches(", ").count() > 3, "{kit}: what it shows, row by row: {alt}");
        assert!(picture.contains("Source: "), "{picture}");
        // Whoever is sent the address sees the same choice.
        let sent = page.address();
        page.load(&sent);
        page.wait("return !document.querySelector('.kit-choices').inert", "the controls are there");
        assert_eq!(page.text("return document.querySelectorAll('.stand iframe')[1].src"), src, "{sent}");
        // Chromium warns of a permission in `allow` that it does not know on some systems.
        none(&format!("{kit} leaves no error"), &page.errors());
    }
}

#[test]
fn a_frame_alone_is_as_high_as_the_editor_says_and_what_is_opened_in_the_preview_goes_into_the_code() {
    let (site, page) = (site(), Page::sized(1400, 900));
    page.load(&site.url("kit/?figure=map&form=frame"));
    page.wait("return !document.querySelector('.kit-choices').inert", "the controls are there");
    choose(&page, &[("height", "444")]);
    wait_for_frame(&page, 1);
    assert!(snippet(&page, 1).contains("height=\"444\""), "{}", snippet(&page, 1));
    assert_eq!(page.js("return document.querySelectorAll('.stand iframe')[1].clientHeight"), json!(444));
    page.enter_frame(1);
    page.wait("return 'alive' in document.documentElement.dataset", "the map answers");
    let place = page.text(
        "const mark = document.querySelector('svg.map a.mark');
         mark.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
         return mark.dataset.place",
    );
    page.leave_frame();
    page.wait(
        &format!("return document.querySelector('#snippet-2').textContent.includes('place={place}')"),
        "the place is in the code",
    );
    assert_eq!(page.js("return document.querySelectorAll('.stand iframe')[1].clientHeight"), json!(444), "still");
    choose(&page, &[("form", "picture")]);
    page.wait("return document.querySelector('.stand img')?.naturalWidth > 500", "the picture as readers get it");
    none("no error", &page.errors());
}

#[test]
fn the_page_for_editors_fits_a_phone() {
    let (site, page) = (site(), Page::wide());
    for width in [320, 390, 1440] {
        page.resize(width, 844);
        for kit in KITS {
            page.load(&site.url(kit));
            page.wait("return !document.querySelector('.kit-choices').inert", "the controls are there");
            page.settle();
            let wide = page.js("return document.documentElement.scrollWidth").as_u64().unwrap();
            assert!(wide <= u64::from(width), "{kit} is {wide} px wide at {width} px");
            if width < 780 {
                let cut = page.js(
                    "const stand = document.querySelector('.stand'); return stand.scrollWidth - stand.clientWidth",
                );
                assert_eq!(cut, json!(0), "{kit} cuts its preview off at {width} px");
                assert_eq!(page.js("return document.querySelectorAll('.stand iframe').length"), json!(1), "{kit}");
            }
        }
    }
}

#[test]
fn every_printed_snippet_works_in_another_page() {
    let (host, page) = (Host::new(), Page::sized(1000, 900));
    for (kit, lang) in KITS.into_iter().zip(["zh-Hans", "en"]) {
        for (figure, theme) in [("story", ""), ("map", "dark"), ("", "light")] {
            page.load(&host.story.url(kit));
            let figure = if figure.is_empty() { self::figure(&page) } else { figure.to_owned() };
            choose(
                &page,
                &[("figure", &figure), ("lang", lang), ("theme", if theme.is_empty() { "auto" } else { theme })],
            );
            page.wait(
                "return !document.querySelector('#snippet-4').textContent.includes('width=\"0\"')",
                "the picture's size",
            );
            let codes = [1, 2, 4].map(|number| snippet(&page, number));
            for (index, code) in codes.iter().enumerate() {
                let name = format!("{}-{figure}-{}", lang, index + 1);
                let url = host.paste(&name, &format!("<p>Before.</p>\n{code}\n<p>After.</p>"));
                page.load(&url);
                let claim = format!("{figure} in {lang}, snippet {}", index + 1);
                match index {
                    2 => {
                        page.wait("return document.images[0].complete", "the picture has come");
                        assert!(page.js("return document.images[0].naturalWidth").as_u64().unwrap() > 500, "{claim}");
                        let leads = page.text("return document.querySelector('figcaption a').href");
                        assert!(leads.starts_with(&host.story.url("")), "{claim} leads to {leads}");
                    }
                    _ => {
                        wait_for_frame(&page, 0);
                        let printed = code.split("height=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
                        let height = page.js("return document.querySelector('iframe').clientHeight").to_string();
                        if index == 1 {
                            is_as_high_as_its_content(&page, 0, &claim);
                            page.enter_frame(0);
                            assert_eq!(page.text("return document.documentElement.dataset.theme"), theme, "{claim}");
                            page.leave_frame();
                        } else {
                            assert_eq!(height, printed, "{claim}");
                            let policy = format!("default-src 'none'; frame-src {}", host.story.url(""));
                            let policy =
                                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
                            page.load(&host.paste(&format!("{name}-policy"), &format!("{policy}{code}")));
                            wait_for_frame(&page, 0);
                            assert_eq!(
                                page.js("return document.querySelector('iframe').clientHeight").to_string(),
                                printed
                            );
                        }
                    }
                }
                none(&claim, &page.errors());
            }
        }
    }
}

#[test]
fn without_script_there_are_the_snippets_of_the_story_and_links_to_all_the_rest() {
    let (host, page) = (Host::new(), Page::wide());
    page.devtools("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    for kit in KITS {
        page.load(&host.story.url(kit));
        assert_eq!(page.js("return document.querySelector('.kit-choices').checkVisibility()"), json!(false), "{kit}");
        assert_eq!(page.js("return document.querySelectorAll('.snippet code').length"), json!(5), "{kit}");
        let links = page.js("return document.querySelectorAll('.all a').length").as_u64().unwrap();
        assert!(links > 15, "{kit}: {links}");
    }
}
