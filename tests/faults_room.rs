//! What a story's maps have no room for: said of the file and the line, before anything is built.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::path::Path;

use data_story::data::{Edition, articles, locate};
use data_story::room::inspect;
use invalid::{Edit, Invalid, check};

/// The faults and warnings of the second story with these edits, drawn.
fn drawn(edits: &[Edit]) -> (Vec<String>, Vec<String>) {
    let invalid = Invalid::new(edits);
    let (story, warnings) = inspect(&invalid.0, Edition::default());
    let folder = format!("{}/", invalid.0.display());
    let faults = story.err().unwrap_or_default();
    let lines = |all: Vec<String>| all.iter().map(|line| line.replace(&folder, "")).collect();
    (
        lines(faults.iter().map(ToString::to_string).collect()),
        lines(warnings.iter().map(ToString::to_string).collect()),
    )
}

#[test]
fn both_stories_have_room_for_every_name_and_no_mark_hides_another() {
    for story in ["data", "examples/second-story"] {
        let (checked, warnings) = inspect(Path::new(story), Edition::default());
        assert_eq!((checked.err(), warnings), (None, Vec::new()), "{story}");
    }
}

#[test]
fn a_name_without_room_is_a_fault_of_the_name() {
    let long = "which the elders of the Reed Coast began and which the city is to finish before the year is out";
    let short = r#""short": {"zh": "月牙码头", "en": "Crescent Quay"#;
    let (faults, _) = drawn(&[("places.json", short, &format!("{short}, {long}"))]);
    let says =
        "places[2].short.en: expected a name that has room on map `map-opening` (wide), found `Crescent Quay, which";
    assert!(faults.iter().any(|fault| fault.contains(says)), "{faults:#?}");
}

#[test]
fn what_pushes_a_name_out_is_named() {
    let (faults, _) = drawn(&[
        ("places.json", "[85.68, -20.25]", "[85.60, -20.238]"),
        ("places.json", r#""short": {"zh": "月牙码头""#, r#""short": {"zh": "月牙码头与它旁边所有""#),
        ("places.json", r#""short": {"zh": "苇湾码头""#, r#""short": {"zh": "苇湾码头和它的长长的防波堤""#),
    ]);
    let is_it = |fault: &String| {
        fault.contains("places[3].short.zh: ")
            && fault.contains("found `苇湾码头和它的长长的防波堤")
            && fault.contains("there is room without `moon-quay`")
    };
    assert!(faults.iter().any(is_it), "{faults:#?}");
}

#[test]
fn marks_at_one_spot_are_warned_of() {
    let (faults, warnings) = drawn(&[("places.json", "[85.42, -20.39]", "[85.57, -20.238]")]);
    assert_eq!(faults, [""; 0]);
    let is_it = |line: &String| {
        line.starts_with("W10: places.json:")
            && line.contains("found 2 at one spot of map `map-")
            && line.contains("`moon-quay`, `salt-ferry`")
    };
    assert!(!warnings.is_empty() && warnings.iter().all(is_it), "{warnings:#?}");
}

#[test]
fn a_part_of_a_bar_has_a_region_or_is_the_rest() {
    let part = r#"{"fact": "walls-stone", "region": "stone", "#;
    check(
        &[("figures.json", part, r#"{"fact": "walls-stone", "#)],
        &[
            (
                "figures.json",
                "figures[6].bars.measures[0].parts[2].region",
                "missing; expected the region of the part",
                r#"{"fact": "walls-rest", "#,
            ),
            ("figures.json", "figures[6].bars.gaps", "in `sections` nothing covers stone", r#""gaps": ["#),
        ],
    );
}

#[test]
fn a_sentence_is_located_before_there_is_a_story() {
    let copy = Invalid::new(&[("facts.json", "\"facts\": [", "\"facts\": [{\"id\": \"half-written\"},")]);
    for file in ["chapters.json", "places.json", "figures.json", "corrections.json", "map.json", "map.topo.json"] {
        std::fs::remove_file(copy.0.join(file)).unwrap();
    }
    let transcript = copy.text("transcript.txt");
    let found = locate(&articles(&copy.0).unwrap(), &transcript, "四件大事");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].locator.paragraph, found[0].locator.sentence), (3, 1));
    // Without articles there is nothing to look in, and that is said.
    std::fs::write(copy.0.join("facts.json"), "{\"articles\": 1}").unwrap();
    let faults: Vec<String> = articles(&copy.0).unwrap_err().iter().map(ToString::to_string).collect();
    assert!(faults.iter().any(|fault| fault.contains("articles: expected a list")), "{faults:#?}");
}
