//! Editions of a story: what a published one must have, and what one without maps need not.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::path::Path;

use data_story::data::{Edition, check_dir, check_edition};
use invalid::{Edit, Invalid, STORY, check_each};

const PUBLISHED: Edition = Edition { to_publish: true, without_maps: false, address: None };
const PUBLISHED_WITHOUT_MAPS: Edition = Edition { to_publish: true, without_maps: true, address: None };

/// What a published story needs: the edit that takes it away, and the fault: file, text that begins its line, key.
#[rustfmt::skip] // rows
const NEEDED: [(Edit, (&str, &str, &str)); 6] = [
    (("map.json", "  \"review_number\": \"XX-0\",\n", ""), ("map.json", "{\n  \"$schema\"", "review_number")),
    (("map.json", "  \"date\": \"2024-01-02\",\n", ""), ("map.json", "{\n  \"$schema\"", "date")),
    (("map.json", "An invented chart", " "), ("map.json", "\"attribution\"", "attribution.en")),
    (("chapters.json", ",\n    \"updated\": \"2024-03-02\"", ""), ("chapters.json", "\"story\": {", "story.updated")),
    (("chapters.json", "    \"credit\": {\"zh\": \"一版虚构的报纸\", \"en\": \"an invented newspaper page\"},\n", ""), ("chapters.json", "\"story\": {", "story.credit")),
    (("chapters.json", "https://lampford.internal/", "https://lampford.example/"), ("chapters.json", "\"address\"", "story.address")),
];

/// The faults of an edition: file, line and key of each.
fn faults(invalid: &Invalid, edition: Edition) -> Vec<(String, usize, String)> {
    let faults = check_edition(&invalid.0, edition).err().unwrap_or_default();
    let name = |path: &str| Path::new(path).file_name().unwrap().to_string_lossy().into_owned();
    faults.into_iter().map(|fault| (name(&fault.file), fault.line, fault.key)).collect()
}

#[test]
fn what_a_published_story_lacks_is_named_with_its_line_and_hinders_nobody_else() {
    for (edit, (file, marker, key)) in NEEDED {
        let invalid = Invalid::new(&[edit]);
        let expected = (file.to_owned(), invalid.line_of(file, marker), key.to_owned());
        assert_eq!(faults(&invalid, PUBLISHED), [expected]);
        assert_eq!(invalid.faults(), []);
    }
}

#[test]
fn all_that_is_lacking_is_named_at_once() {
    let invalid = Invalid::new(&NEEDED.map(|(edit, _)| edit));
    let expected =
        NEEDED.map(|(_, (file, marker, key))| (file.to_owned(), invalid.line_of(file, marker), key.to_owned()));
    let mut found = faults(&invalid, PUBLISHED);
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_blank_review_number_is_none() {
    let invalid = Invalid::new(&[("map.json", "\"XX-0\"", "\" \"")]);
    let line = invalid.line_of("map.json", "\"review_number\"");
    assert_eq!(faults(&invalid, PUBLISHED), [("map.json".into(), line, "review_number".into())]);
}

#[test]
fn a_story_with_all_of_it_may_be_published() {
    assert_eq!(check_edition(Path::new(STORY), PUBLISHED).err(), None);
}

#[test]
fn our_own_story_lacks_an_address_and_its_review_number_and_nothing_else() {
    let keys = |edition: Edition| -> Vec<String> {
        let faults = check_edition(Path::new("data"), edition).err().unwrap_or_default();
        faults.into_iter().map(|fault| fault.key).collect()
    };
    assert_eq!(keys(PUBLISHED), ["story.address", "review_number"]);
    assert_eq!(keys(PUBLISHED_WITHOUT_MAPS), ["story.address"]);
    let address = Some("https://news.internal/luoyang/".to_owned());
    assert_eq!(keys(Edition { address: address.clone(), ..PUBLISHED }), ["review_number"]);
    assert_eq!(keys(Edition { address, ..PUBLISHED_WITHOUT_MAPS }), [""; 0]);
}

#[test]
fn an_address_given_for_an_edition_takes_the_place_of_that_in_the_data() {
    let address = "https://news.internal/";
    let edition = Edition { address: Some(address.into()), ..Edition::default() };
    let (story, own) = (check_edition(Path::new(STORY), edition).unwrap(), check_dir(Path::new(STORY)).unwrap());
    assert_eq!(story.head().address, address);
    assert_eq!(own.head().address, "https://lampford.internal/post/quays/");
    assert_eq!(story.version, own.version, "the data are the same");
}

#[test]
fn without_its_maps_a_story_needs_nothing_for_them() {
    let invalid = Invalid::new(&[NEEDED[0].0, NEEDED[1].0, NEEDED[2].0]);
    assert_eq!(faults(&invalid, PUBLISHED_WITHOUT_MAPS), []);
}

#[test]
fn without_its_maps_a_story_keeps_its_version_and_facts_and_lists_what_they_show() {
    for folder in ["data", STORY] {
        let story = check_dir(Path::new(folder)).unwrap();
        let without = story.clone().without_maps();
        assert!(story.has_maps() && !without.has_maps(), "{folder}");
        assert_eq!((&without.version, &without.facts), (&story.version, &story.facts), "{folder}");
        let told = |story: &data_story::model::Story| -> Vec<_> {
            story.chapters.chapters.iter().filter_map(|chapter| chapter.told.clone()).collect()
        };
        for (before, after) in told(&story).iter().zip(told(&without)) {
            let shown = |id| {
                before.maps().any(|map| map.places.contains(id) || map.lines.iter().any(|line| line.place == *id))
            };
            assert!(after.places.iter().all(shown), "{folder}: {:?}", after.title);
            let said = before.maps().flat_map(|map| &map.places).filter(|id| {
                let place = story.place(id);
                place.category.is_some() || place.verb.is_some()
            });
            assert!(said.into_iter().all(|id| after.places.contains(id)), "{folder}: {:?}", after.title);
        }
    }
}

#[test]
fn a_folder_without_map_files_is_a_story_if_no_chapter_has_a_map() {
    let invalid = Invalid::without_map_files();
    let story = check_edition(&invalid.0, PUBLISHED).unwrap();
    assert!(!story.has_maps());
    assert_eq!(story.facts, check_dir(Path::new(STORY)).unwrap().facts);
}

#[test]
#[rustfmt::skip] // rows
fn what_maps_need_is_asked_for_where_there_are_maps() {
    check_each(&[
        (("map.json", "2024-01-02", "2024-02-30"),
         ("date", "expected a day as YYYY-MM-DD, found `2024-02-30`", "\"date\"")),
        (("places.json", ",\n      \"anchor\": [85.35, -20.04]", ""),
         ("regions[0].anchor", "missing; expected a point inside the region", "{\n      \"id\": \"upper\"")),
    ]);
}
