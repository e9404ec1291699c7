//! The data contract: the published schemas, the story's own data, and faulty data.

#[path = "support/skipped.rs"]
mod skipped;
#[path = "support/transcript.rs"]
mod transcript;

use std::path::Path;

use data_story::data::messages::{Cause, Template, templates};
use data_story::data::{check_dir, gathered, placed, schemas, verify_source};
use data_story::model::{Kind, Lang, Prose};

#[test]
fn the_story_has_no_fault() {
    if let Err(faults) = check_dir(Path::new("data")) {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", list.len(), list.join("\n"));
    }
}

/// Every row of the guide is a fault or warning that there is, under its name, with words that the program says; and the
/// other way round.
#[test]
fn every_fault_and_every_warning_is_in_the_guide_to_the_data_with_an_example() {
    let guide = std::fs::read_to_string("data/README.md").unwrap();
    let is_row = |line: &&str| {
        let number = line.strip_prefix("| F").or_else(|| line.strip_prefix("| W"));
        number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let rows: Vec<Vec<&str>> = guide.lines().filter(is_row).map(|line| line.split(" | ").collect()).collect();
    let listed: Vec<(&str, &str)> = rows.iter().map(|row| (row[0].trim_start_matches("| "), row[1])).collect();
    let known: Vec<(&str, &str)> = Cause::ALL.iter().map(|cause| (cause.number(), cause.about().title.en)).collect();
    assert_eq!(listed, known);
    for (row, cause) in rows.iter().zip(Cause::ALL) {
        let example = row[2].trim_end_matches(" |").trim_matches('`').trim().replace("\\|", "|");
        let says_it = templates().filter(|one| one.cause == *cause).any(|one| is_said_by(one, &example));
        assert!(says_it, "no message of {} reads: {example}", cause.number());
    }
}

/// Whether the English words of a message stand in a line, from its first to its last, with anything for what was found.
fn is_said_by(template: &Template, line: &str) -> bool {
    let words = format!("{}; {}", template.said.en, template.mend.en);
    let mut rest = line;
    let mut pieces = vec![words];
    for index in 0..10 {
        let place = format!("{{{index}}}");
        pieces = pieces.iter().flat_map(|piece| piece.split(&place)).map(str::to_owned).collect();
    }
    let last = pieces.pop().unwrap_or_default();
    for piece in &pieces {
        let Some(at) = rest.find(piece.as_str()) else { return false };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(&last) && pieces.iter().chain([&last]).any(|piece| piece.len() > 2)
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
    let Some(path) = transcript::transcript() else { return };
    let transcript = std::fs::read_to_string(path).unwrap();
    let story = check_dir(Path::new("data")).unwrap();
    match verify_source(&story, &transcript) {
        Ok(summary) => eprintln!("{summary}"),
        Err(wrong) => panic!("{}", gathered(&placed(Path::new("data"), wrong), Lang::En).join("\n")),
    }
}

/// What the page does not say is told in one place of each chapter, and not in every paragraph: in its dek, or at its end.
#[test]
fn what_is_not_given_is_told_once_in_each_chapter() {
    let story = check_dir(Path::new("data")).unwrap();
    for (chapter, told) in story.told() {
        let texts = [("dek", Some(&told.dek)), ("not_given", told.not_given.as_ref())]
            .into_iter()
            .chain(told.steps.iter().map(|step| (step.id.as_str(), Some(&step.text))));
        let says = |text: &Prose| {
            text.facts(Lang::Zh).any(|id| {
                let fact = story.fact(id);
                // What our text lacks is nothing that the page leaves out; and of a passage that names no place of ours,
                // the opening speaks for all.
                fact.kind == Kind::NotGiven && fact.chapter == chapter.id && id.as_str() != "page-date-not-given"
            })
        };
        let places: Vec<&str> = texts.filter(|(_, text)| text.is_some_and(says)).map(|(name, _)| name).collect();
        assert!(places.len() <= 1, "{} says at {places:?} what is not given", chapter.id);
    }
}
