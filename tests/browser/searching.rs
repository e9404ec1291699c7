//! What the search finds, and what it says where it finds nothing.

use serde_json::json;

use crate::engines::in_every_engine;
use crate::page::{PAGES, Page, key, none, second_site, site};

fn type_words(page: &Page, words: &str) {
    page.js(&format!(
        "const field = document.getElementById('find'); field.focus(); field.value = {words:?};
         field.dispatchEvent(new InputEvent('input', {{bubbles: true}}))"
    ));
    page.wait("return text(document.getElementById('found-count')) !== ''", words);
}

/// The places that are offered.
fn offered(page: &Page) -> Vec<String> {
    page.lines("return shown('#found [data-place]').map(one => one.dataset.place)")
}

#[test]
fn one_slip_is_forgiven_and_traditional_characters_are_read() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    // A letter missing, wrong, too many; two exchanged; in another script; with accents and in full width.
    for (words, place) in [
        ("yueyamtou", "moon-quay"),
        ("shanqjin", "upper"),
        ("yueyamattou", "moon-quay"),
        ("shagnjin", "upper"),
        ("燈塔", "tide-light"),
        ("補網", "net-loft"),
        ("Shàngjīn", "upper"),
        ("ｓｈａｎｇｊｉｎ", "upper"),
        ("shang'jin", "upper"),
    ] {
        type_words(&page, words);
        assert!(offered(&page).iter().any(|one| one == place), "{words} offers {:?}", offered(&page));
    }
    // What is right is not mixed with what is nearly right.
    type_words(&page, "yueyamatou");
    assert_eq!(offered(&page), ["moon-quay"]);
}

#[test]
fn a_kind_or_a_town_that_is_not_on_the_map_finds_what_is_said_of_it() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    for (words, place) in [("市场", "fish-market"), ("苇湾村", "reed-quay"), ("晒魚", "fish-market")] {
        type_words(&page, words);
        let found = offered(&page);
        assert!(found.iter().any(|one| one == place), "{words} offers {found:?}");
        // Each of them says it.
        let simple = words.replace('魚', "鱼");
        none(
            words,
            &page.lines(&format!(
                "return shown('#found [data-place]').map(one => one.dataset.place).filter(id => !text(document.getElementById('p-' + id)).includes({simple:?}))"
            )),
        );
    }
    page.open(&site.url("en/index.html"));
    type_words(&page, "driers");
    assert!(!offered(&page).is_empty());
}

/// The words of the options that lead to no place.
const WAYS: &str = "shown('#found [role=option]:not([data-place])')";

#[test]
fn chapters_figures_and_statements_are_found_by_their_words_and_lead_to_where_they_stand() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        for (width, height) in [(1440, 900), (390, 844)] {
            page.resize(width, height);
            page.open(&site.url(file));
            page.settle();
            // A word of each: the head of the last chapter, of its first figure, and a number of the prose with its statement.
            let heads = page.lines(
                "const chapter = all('main section.chapter').at(-1), figure = all('figure.figure').at(-1);
                 return [chapter.querySelector('h2'), figure.querySelector('h3')].map(text)",
            );
            let statement = page.text(
                "const link = all('main .step a.fact[href^=\"#f-\"], main p a.fact[href^=\"#f-\"]').find(one => drawn(one) && one.dataset.fact);
                 const card = document.getElementById('f-' + link.dataset.fact).cloneNode(true);
                 card.querySelector('small').remove();
                 return text(card)",
            );
            for words in heads.iter().chain([&statement]) {
                type_words(&page, words);
                // A value is parted from its statement by a dot.
                let says = format!("text(one).replace(' · ', ' ').startsWith({words:?})");
                let found = page.lines(&format!("return {WAYS}.map(text)"));
                assert!(page.js(&format!("return {WAYS}.some(one => {says})")) == true, "{words:?} offers {found:?}");
                page.js(&format!("{WAYS}.find(one => {says}).click()"));
                page.wait("return shown('#found').length === 0", "the list is closed");
                if *words == statement {
                    page.wait("return shown('#source-card .card-frame').length === 1", words);
                } else {
                    page.wait(
                        &format!(
                            "return all('h2, h3').some(one => text(one) === {words:?} && one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0)"
                        ),
                        words,
                    );
                }
            }
        }
    }
}

#[test]
fn two_names_find_both_and_a_single_character_what_is_said_with_it() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.settle();
    let places = ["upper", "moon-quay"];
    let names = places.map(|place| page.text(&format!("return text(document.querySelector('#p-{place} h4'))")));
    type_words(&page, &names.join(" "));
    let found = offered(&page);
    assert!(places.iter().all(|place| found.iter().any(|one| one == place)), "{names:?} offers {found:?}");
    // Nobody is told that the page does not have what it has.
    for character in ["春", "补", "墙"] {
        let said =
            page.js(&format!("return text(document.querySelector('main')).includes({character:?})")) == json!(true);
        type_words(&page, character);
        let found = page.js("return shown('#found [role=option]').length") != json!(0);
        assert_eq!(found, said, "{character}");
    }
    type_words(&page, "quay wall");
    let said = page.lines(&format!("return {WAYS}.map(text)"));
    none(
        "both words",
        &said.into_iter().filter(|one| !one.contains("quay") || !one.contains("wall")).collect::<Vec<_>>(),
    );
}

#[test]
fn a_number_is_found_by_how_it_begins() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        page.settle();
        let numbers = page.lines(
            "return [...new Set(all('[id^=\"f-\"]').flatMap(card => text(card).replace(text(card.querySelector('small')), '').match(/\\d[\\d.,]*\\d/g) ?? []))]",
        );
        assert!(numbers.len() > 5, "{numbers:?}");
        for number in numbers {
            // Its end is no number that anybody means.
            let (whole, end) = (&number, &number[number.len() - 2..]);
            for typed in
                [whole.as_str(), end].into_iter().filter(|typed| typed.starts_with(|c: char| c.is_ascii_digit()))
            {
                type_words(&page, typed);
                let wrong = page.lines(&format!(
                    "const numbers = one => text(one).replaceAll(',', '').match(/\\d+(\\.\\d+)?/g) ?? [];
                     const fits = number => number.startsWith({0:?}) || String(Math.round(number)) === {0:?};
                     return {WAYS}.filter(one => !numbers(one).some(fits)).map(text)",
                    typed.replace(',', "")
                ));
                none(&format!("{typed} in {file:?} finds nothing else"), &wrong);
            }
            type_words(&page, whole);
            assert!(
                page.js(&format!("return {WAYS}.length + all('#found [data-place]').length")) != json!(0),
                "{whole} is found"
            );
        }
    }
}

#[test]
fn a_share_is_found_by_what_it_is_rounded_to_and_told_from_its_statement() {
    let (site, page) = (site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        page.settle();
        let shares = page.lines(
            "return [...new Set(all('[id^=\"f-\"] > .value').map(text).filter(said => /^\\d\\d+\\.[5-9]%$/.test(said)))]",
        );
        assert!(shares.len() > 2, "{shares:?}");
        for share in shares {
            let round = page.text(&format!("return String(Math.round(parseFloat({share:?})))"));
            for typed in [round.clone(), format!("{round}%")] {
                type_words(&page, &typed);
                let found = page.lines(&format!("return {WAYS}.map(text)"));
                let begins = format!("{share} · ");
                assert!(found.iter().any(|one| one.starts_with(&begins)), "{typed} in {file:?} finds {found:?}");
            }
        }
    }
}

#[test]
fn on_a_phone_what_is_found_comes_into_sight() {
    let (site, page) = (second_site(), Page::phone());
    for file in PAGES {
        page.open(&site.url(file));
        page.js("const field = document.getElementById('find');
             scrollBy({top: field.getBoundingClientRect().bottom - innerHeight + 40, behavior: 'instant'})");
        let words = page.text("return text(document.querySelector('main section.chapter h2')).slice(0, 4)");
        type_words(&page, &words);
        page.wait(
            "const [first] = shown('#found [role=option]'), bar = document.querySelector('header.bar').getBoundingClientRect();
             const field = document.getElementById('find').getBoundingClientRect();
             return field.top >= bar.bottom && first.getBoundingClientRect().bottom <= innerHeight",
            "field and first option are in sight",
        );
    }
}

#[test]
fn where_nothing_is_found_the_page_says_so_and_what_there_is_instead() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        for (width, height) in [(1440, 900), (390, 844)] {
            page.resize(width, height);
            page.open(&site.url(file));
            for words in ["地铁", "少林寺", "wangcheng"] {
                type_words(&page, words);
                assert_eq!(offered(&page), [""; 0], "{words}");
                let said = page.text("return text(shown('#found-count:not(.vh)')[0])");
                let categories =
                    page.lines("return shown('#map-opening .map-notes .legend [data-layer-switch]').map(text)");
                assert!(
                    categories.iter().filter(|one| said.contains(one.as_str())).count() > 2,
                    "{said} of {categories:?}"
                );
                let hidden = page.js("return all('#map-opening .places .miss').length");
                assert_eq!(hidden, json!(0), "the list below stays whole where nothing fits");
            }
            page.press(key::ESCAPE);
            page.wait("return document.getElementById('find').value === ''", "Escape clears the field");
            assert_eq!(page.text("return text(document.getElementById('found-count'))"), "");
        }
    }
}

#[test]
fn the_search_is_asked_for_when_its_field_is_and_works_by_keys() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    page.settle();
    let asked = "return performance.getEntriesByType('resource').filter(one => one.name.includes('/find-')).length";
    assert_eq!(page.js(asked), json!(0), "nobody has searched");
    page.click("#find");
    page.wait(&format!("{asked} === 1"), "it is asked for");
    type_words(&page, "matou");
    page.press(key::DOWN);
    page.press(key::DOWN);
    let chosen = page.text("return shown('#found [aria-selected=true]')[0].dataset.place");
    assert_eq!(
        page.text("return document.getElementById('find').getAttribute('aria-activedescendant')"),
        format!("find-{chosen}")
    );
    page.press(key::UP);
    page.press(key::UP);
    let last = page.text("return shown('#found [aria-selected=true]')[0].dataset.place");
    assert_ne!(last, chosen);
    page.press(key::ENTER);
    page.wait(&format!("return query('place') === {last:?}"), "Enter takes it");
    page.wait("return shown('#found').length === 0", "and the list is closed");
}

#[test]
fn a_word_with_one_slip_finds_what_is_said_and_says_that_it_is_not_the_same() {
    let (site, page) = (second_site(), Page::wide());
    for file in PAGES {
        page.open(&site.url(file));
        // The beginning of a statement that stands alone, with one of its letters another that no statement has.
        let [words, own] = <[String; 2]>::try_from(page.lines(
            "const words = [...document.querySelector('[id^=f-] small').previousSibling.textContent.trim()].slice(0, 8);
             return [words.slice(0, 3).join('') + '龘' + words.slice(4).join(''), words.join('')]",
        ))
        .unwrap();
        type_words(&page, &words);
        let said = page.lines(&format!("return {WAYS}.map(text)"));
        assert!(said.iter().any(|one| one.contains(&own)), "{words} offers {said:?}");
        let status = page.text("return text(document.getElementById('found-count'))");
        assert!(!status.starts_with(|first: char| first.is_ascii_digit()), "{words}: {status}");
        // Two slips are no slip.
        type_words(&page, &format!("{words}龘龘"));
        none("two slips", &page.lines(&format!("return {WAYS}.map(text)")));
    }
}

#[test]
fn the_end_of_a_word_and_the_beginning_of_the_next_are_no_word_with_a_slip() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url("en/"));
    let headings = page.lines(
        "return some(all('main section[id] h2:not(figure *)')).map(text).flatMap(one => one.match(/[a-z]{4,} [a-z]{4,}/g) ?? [])",
    );
    assert!(!headings.is_empty());
    for two in headings {
        let (first, second) = two.split_once(' ').unwrap();
        for (typed, offered) in [
            (format!("{}{}q", &first[first.len() - 3..], &second[..3]), false),
            (format!("{first} {second}"), true),
            (format!("{}{}", &first[..first.len() - 1], &second[..second.len() - 1]), false),
        ] {
            type_words(&page, &typed);
            let said = page.lines(&format!("return {WAYS}.map(text)"));
            assert_eq!(said.iter().any(|one| one.contains(&two)), offered, "{typed} offers {said:?}");
        }
    }
    // What the header calls a chapter is a word of its own, too.
    type_words(&page, "crfats");
    let said = page.lines(&format!("return {WAYS}.map(one => text(one.querySelector('small')))"));
    assert!(said.iter().any(|one| one == "Crafts"), "{said:?}");
}

#[test]
fn the_key_that_ends_an_input_method_takes_nothing() {
    let (site, page) = (second_site(), Page::wide());
    page.open(&site.url(""));
    type_words(&page, "shangjin");
    for (code, taken) in [(229, false), (13, true)] {
        page.js(&format!(
            "document.getElementById('find').dispatchEvent(new KeyboardEvent('keydown', {{key: 'Enter', keyCode: {code}, bubbles: true, cancelable: true}}))"
        ));
        page.settle();
        assert_eq!(page.address().contains("place=upper"), taken, "{code}: {}", page.address());
    }
}

#[test]
fn on_a_phone_the_map_shows_what_was_found_above_its_sheet() {
    let (site, page) = (site(), Page::phone());
    page.still();
    for file in PAGES {
        page.open(&site.url(file));
        page.js("document.getElementById('find').scrollIntoView({block: 'center', behavior: 'instant'})");
        let places = page.lines("return some(shown('#map-opening a.mark')).map(one => one.dataset.place)");
        for place in places.iter().step_by(3) {
            let name = page.text(&format!("return document.querySelector('#p-{place} h4').textContent.trim()"));
            type_words(&page, &name);
            page.js(&format!("shown('#found [data-place={place}]')[0].click()"));
            page.wait(
                &format!(
                    "const sheet = document.querySelector('#place-panel .panel-frame').getBoundingClientRect();
                     const bar = document.querySelector('header.bar').getBoundingClientRect();
                     return shown('#map-opening a.mark.selected[data-place={place}]').some(one => {{
                         const {{top, bottom}} = one.getBoundingClientRect();
                         return sheet.height > 0 && top >= bar.bottom - 1 && bottom <= sheet.top + 1;
                     }})"
                ),
                &format!("{file:?}: {place} in sight"),
            );
            page.press(key::ESCAPE);
        }
    }
}

#[test]
fn the_names_of_two_regions_lead_to_both_beside_each_other() {
    let (site, page) = (second_site(), Page::wide());
    for (file, words) in [("", "上津 石埠"), ("", "上津和石埠"), ("en/index.html", "shangjin and stonequay")]
    {
        page.open(&site.url(file));
        type_words(&page, words);
        let found = offered(&page);
        assert!(["upper", "stone"].iter().all(|id| found.iter().any(|one| one == id)), "{words} offers {found:?}");
        page.click("#found [role=option]:not([data-place])");
        page.wait("return ['upper.stone', 'stone.upper'].includes(query('beside'))", words);
        page.wait(
            "return shown('.gazetteer article').map(one => one.id).sort().join() === 'p-stone,p-upper'",
            "both",
        );
    }
    // One has nothing beside it.
    page.open(&site.url(""));
    type_words(&page, "上津");
    none(
        "one alone",
        &page.lines("return shown('#found [role=option]').filter(one => one.id.endsWith('beside')).map(text)"),
    );
}

in_every_engine![
    one_slip_is_forgiven_and_traditional_characters_are_read,
    the_search_is_asked_for_when_its_field_is_and_works_by_keys
];
