//! The data contract: the published schemas, the story's own data, and faulty data.

use std::io::Write;
use std::path::Path;

use luoyang_story::data::{WARNINGS, check_dir, schemas, verify_source};
use luoyang_story::model::{Kind, Localized};
use luoyang_story::text::{Span, parse};

#[test]
fn the_story_has_no_fault() {
    if let Err(faults) = check_dir(Path::new("data")) {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", list.len(), list.join("\n"));
    }
}

#[test]
fn every_warning_is_in_the_guide_to_the_data_with_an_example() {
    let guide = std::fs::read_to_string("data/README.md").unwrap();
    let rows: Vec<Vec<&str>> =
        guide.lines().filter(|line| line.starts_with("| W")).map(|line| line.split(" | ").collect()).collect();
    let numbers: Vec<String> = rows.iter().map(|row| row[0].trim_start_matches("| ").to_owned()).collect();
    assert_eq!(numbers, (1..=WARNINGS).map(|number| format!("W{number}")).collect::<Vec<_>>());
    for row in rows {
        assert!(row.len() == 3 && row[2].contains(": "), "{row:?}");
    }
}

#[test]
fn published_schemas_are_those_of_the_rust_types() {
    for (name, schema) in schemas() {
        let published = std::fs::read_to_string(Path::new("data/schema").join(&name)).unwrap_or_default();
        assert!(published == schema, "data/schema/{name} has drifted; `cargo xtask schema` writes it anew");
    }
}

#[test]
fn every_locator_agrees_with_the_newspaper_page() {
    let Ok(transcript) = std::fs::read_to_string("../shared/source/000_5c5b8542f0a6334b.txt") else {
        let why = "the newspaper page is not reprinted here, and its transcript is not beside this checkout";
        // Straight to the stream: what a passing test prints is not shown.
        writeln!(std::io::stderr(), "skipped every_locator_agrees_with_the_newspaper_page: {why}").unwrap();
        return;
    };
    let story = check_dir(Path::new("data")).unwrap();
    match verify_source(&story, &transcript) {
        Ok(summary) => eprintln!("{summary}"),
        Err(wrong) => panic!("{}", wrong.join("\n")),
    }
}

/// What the page does not say is told in one place of each chapter, and not in every paragraph: in its dek or in one step.
#[test]
fn what_is_not_given_is_told_once_in_each_chapter() {
    let story = check_dir(Path::new("data")).unwrap();
    for (chapter, told) in story.told() {
        let texts =
            std::iter::once(("dek", &told.dek)).chain(told.steps.iter().map(|step| (step.id.as_str(), &step.text)));
        let says = |text: &Localized| {
            let spans = parse(&text.zh).unwrap_or_default();
            spans.iter().any(|span| {
                let Span::Fact { id, .. } = span else { return false };
                let fact = story.fact(id).unwrap();
                // What our text lacks is nothing that the page leaves out; and of a passage that names no place of ours,
                // the opening speaks for all.
                fact.kind == Kind::NotGiven && fact.chapter == chapter.id && id.as_str() != "page-date-not-given"
            })
        };
        let places: Vec<&str> = texts.filter(|(_, text)| says(text)).map(|(name, _)| name).collect();
        assert!(places.len() <= 1, "{} says at {places:?} what is not given", chapter.id);
    }
}
