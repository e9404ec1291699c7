//! The data contract: the published schemas, the story's own data, and faulty data.

use std::io::Write;
use std::path::Path;

use luoyang_story::data::{check_dir, schemas, verify_source};

#[test]
fn the_story_has_no_fault() {
    if let Err(faults) = check_dir(Path::new("data")) {
        let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", list.len(), list.join("\n"));
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
