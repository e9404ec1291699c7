//! The inventory of `data/README.md`, line by line, against the facts: nothing dropped, nothing invented.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use data_story::data::check_dir;
use data_story::model::Story;

/// A line of the inventory: its chapter's number and its facts.
struct Line {
    chapter: usize,
    facts: Vec<String>,
}

fn readme() -> String {
    fs::read_to_string("data/README.md").unwrap()
}

fn story() -> Story {
    check_dir(Path::new("data")).unwrap()
}

fn lines(readme: &str) -> Vec<Line> {
    let (_, table) = readme.split_once("<!-- inventory: from here -->\n").expect("the inventory's table");
    // After its head and the line below that.
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let line = |row: &str| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [chapter, _, facts] = cells[..] else { panic!("expected three cells in {row}") };
        let number = chapter.split(' ').next().unwrap();
        Line {
            chapter: number.parse().unwrap_or_else(|_| panic!("expected a chapter's number in {row}")),
            facts: facts.split('`').skip(1).step_by(2).map(str::to_owned).collect(),
        }
    };
    rows.map(line).collect()
}

#[test]
fn every_line_of_the_inventory_is_answered_by_facts_that_exist() {
    let story = story();
    for line in lines(&readme()) {
        assert!(!line.facts.is_empty(), "a line of chapter {} names no fact", line.chapter);
        for id in &line.facts {
            assert!(story.facts.facts.iter().any(|fact| fact.id.as_str() == id), "no fact {id} in facts.json");
        }
    }
}

#[test]
fn every_fact_answers_a_line_of_the_inventory_in_its_chapter() {
    let (story, lines) = (story(), lines(&readme()));
    for fact in &story.facts.facts {
        let chapter = story.chapters.chapters.iter().position(|chapter| chapter.id == fact.chapter).unwrap();
        let answers =
            lines.iter().any(|line| line.chapter == chapter && line.facts.iter().any(|id| id == fact.id.as_str()));
        assert!(answers, "{} stands in no line of chapter {chapter}", fact.id);
    }
}

#[test]
fn the_readme_counts_lines_and_facts_and_every_chapter_is_told() {
    let (readme, story) = (readme(), story());
    let lines = lines(&readme);
    let facts: BTreeSet<&String> = lines.iter().flat_map(|line| &line.facts).collect();
    let counted = format!("{} lines, {} facts", lines.len(), facts.len());
    assert!(readme.contains(&counted), "expected “{counted}” in data/README.md");
    assert_eq!(facts.len(), story.facts.facts.len());
    for (number, chapter) in story.chapters.chapters.iter().enumerate() {
        assert!(chapter.told.is_some(), "chapter {} is not told", chapter.id);
        assert!(lines.iter().any(|line| line.chapter == number), "no line of the inventory for {}", chapter.id);
    }
}
