//! `docs/editing.md`, done as it is written: its files are made, its changes applied, its faults met.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::fs;
use std::path::{Path, PathBuf};

use data_story::data::{Edition, check_dir, check_edition, locate, verify_source};
use tempfile::TempDir;

/// A fenced block of the guide: its kind, what it is about, its lines.
struct Block<'a> {
    kind: &'a str,
    file: &'a str,
    lines: Vec<&'a str>,
}

/// The sections of the guide by their heads, each with its blocks that name a file.
fn sections(guide: &str) -> Vec<(&str, Vec<Block<'_>>)> {
    guide.split("\n## ").skip(1).map(|section| (section.lines().next().unwrap(), blocks(section))).collect()
}

fn blocks(section: &str) -> Vec<Block<'_>> {
    let fences = section.split("\n```").skip(1).step_by(2);
    let block = |fence| {
        let mut lines = str::lines(fence);
        let (kind, file) = lines.next()?.split_once(' ')?;
        Some(Block { kind, file, lines: lines.collect() })
    };
    fences.filter_map(block).collect()
}

const PUBLISHED: Edition = Edition { to_publish: true, without_maps: false, address: None };

/// The folder in which the guide's city grows.
struct City(PathBuf, #[allow(dead_code, reason = "gone when dropped")] TempDir);

impl City {
    fn new() -> Self {
        let scratch = TempDir::new().unwrap();
        Self(scratch.path().to_owned(), scratch)
    }

    fn path(&self, block: &Block<'_>) -> PathBuf {
        self.0.join(block.file.strip_prefix("my-city/").expect("a file of my-city"))
    }

    fn take(&self, block: &Block<'_>) {
        match block.kind {
            "json" | "text" => fs::write(self.path(block), block.lines.join("\n") + "\n").unwrap(),
            "diff" => self.change(block),
            other => panic!("unknown kind of block {other}"),
        }
    }

    /// Replaces each run of `-` lines by the `+` lines that follow it; the old lines must be there, once.
    fn change(&self, block: &Block<'_>) {
        let path = self.path(block);
        let mut text = fs::read_to_string(&path).unwrap();
        let (mut old, mut new): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        let mut apply = |old: &mut Vec<&str>, new: &mut Vec<&str>| {
            let wanted = old.join("\n") + "\n";
            assert_eq!(text.matches(&wanted).count(), 1, "{} should hold once:\n{wanted}", block.file);
            text = text.replacen(&wanted, &(new.join("\n") + "\n"), 1);
            old.clear();
            new.clear();
        };
        for line in &block.lines {
            if let Some(line) = line.strip_prefix('-') {
                if !new.is_empty() {
                    apply(&mut old, &mut new);
                }
                old.push(line);
            } else {
                new.push(line.strip_prefix('+').expect("a line that goes or comes"));
            }
        }
        apply(&mut old, &mut new);
        fs::write(path, text).unwrap();
    }

    fn faults(&self) -> Vec<String> {
        self.faults_of(Edition::default())
    }

    fn faults_of(&self, edition: Edition) -> Vec<String> {
        let faults = check_edition(&self.0, edition).err().unwrap_or_default();
        faults.iter().map(|fault| fault.to_string().replace(&format!("{}/", self.0.display()), "")).collect()
    }
}

#[test]
fn every_section_of_the_guide_leaves_a_story_without_faults() {
    let guide = fs::read_to_string("docs/editing.md").unwrap();
    let city = City::new();
    for (head, blocks) in sections(&guide) {
        assert!(!blocks.is_empty(), "nothing to do in “{head}”");
        for block in blocks {
            if block.file == "faults" {
                assert_eq!(city.faults(), block.lines, "the faults met in “{head}”");
            } else if block.file == "faults when published" {
                assert_eq!(city.faults_of(PUBLISHED), block.lines, "the faults met in “{head}”");
            } else {
                city.take(&block);
            }
        }
        assert_eq!(city.faults(), [""; 0], "after “{head}”");
    }
    assert_eq!(city.faults_of(PUBLISHED), [""; 0], "after the last section");
}

#[test]
fn the_guide_s_locators_are_those_of_its_transcript() {
    let guide = fs::read_to_string("docs/editing.md").unwrap();
    let city = City::new();
    let sections = sections(&guide);
    sections[0].1.iter().for_each(|block| city.take(block));
    let story = check_dir(Path::new(&city.0)).unwrap();
    let transcript = fs::read_to_string(city.0.join("page.txt")).unwrap();
    assert_eq!(verify_source(&story, &transcript).err(), None);
    assert_eq!(locate(&story.facts.articles, &transcript, "2座").len(), 1);
}
