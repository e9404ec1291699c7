//! The second story, invalid: an edit, and the faults it must cause.

#![allow(dead_code)] // each test program uses a part of it

#[path = "../support/folders.rs"]
mod folders;

use std::fs;
use std::path::{Path, PathBuf};

use data_story::data::{Fault, check_dir};
use tempfile::TempDir;

/// Another city, another page, the same program.
pub const STORY: &str = "examples/second-story";

pub const FILES: [&str; 7] =
    ["facts.json", "chapters.json", "places.json", "figures.json", "map.json", "corrections.json", "map.topo.json"];

/// In this file, this text becomes that one.
pub type Edit<'a> = (&'a str, &'a str, &'a str);

/// A fault in this file at this key, whose message holds this, on the line where this text begins.
pub type Expected<'a> = (&'a str, &'a str, &'a str, &'a str);

/// An edit, and the one fault it causes in the same file: key, part of the message, text that begins its line.
pub type Row<'a> = (Edit<'a>, (&'a str, &'a str, &'a str));

/// A copy of the second story to spoil; gone when dropped.
pub struct Invalid(pub PathBuf, #[allow(dead_code, reason = "gone when dropped")] TempDir);

impl Invalid {
    pub fn new(edits: &[Edit]) -> Self {
        let scratch = TempDir::new().unwrap();
        let copy = Self(scratch.path().to_owned(), scratch);
        folders::copy(Path::new(STORY), &copy.0);
        for (file, find, replace) in edits {
            let text = copy.text(file);
            assert_eq!(text.matches(find).count(), 1, "{file} should hold `{find}` once");
            fs::write(copy.0.join(file), text.replace(find, replace)).unwrap();
        }
        copy
    }

    /// A copy that knows no map: its files gone, and all that only maps need.
    pub fn without_map_files() -> Self {
        let copy = Self::new(&[]);
        let edit = |file: &str, change: &dyn Fn(&mut serde_json::Value)| {
            let mut value = serde_json::from_str(&copy.text(file)).unwrap();
            change(&mut value);
            fs::write(copy.0.join(file), value.to_string()).unwrap();
        };
        let list = |value: &mut serde_json::Value, key: &str| -> Vec<serde_json::Value> {
            value.get_mut(key).and_then(|list| list.as_array_mut()).map(std::mem::take).unwrap_or_default()
        };
        let without = |value: &mut serde_json::Value, keys: &[&str]| {
            value.as_object_mut().unwrap().retain(|key, _| !keys.contains(&key.as_str()));
        };
        edit("chapters.json", &|file| {
            for told in file["chapters"].as_array_mut().unwrap().iter_mut().filter_map(|one| one.get_mut("told")) {
                without(told, &["map"]);
                let mut steps = list(told, "steps");
                steps.iter_mut().for_each(|step| without(step, &["map"]));
                told["steps"] = steps.into();
            }
        });
        edit("places.json", &|file| {
            for region in file["regions"].as_array_mut().unwrap() {
                without(region, &["anchor"]);
            }
            for place in file["places"].as_array_mut().unwrap() {
                let keys: &[&str] = if place["location"]["precision"] == "region" { &[] } else { &["source"] };
                without(&mut place["location"], &[&["point", "radius", "anchor"], keys].concat());
            }
        });
        ["map.json", "map.topo.json"].iter().for_each(|file| fs::remove_file(copy.0.join(file)).unwrap());
        copy
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }

    /// The line, counted from 1, on which this text begins, which stands in the file once.
    pub fn line_of(&self, file: &str, marker: &str) -> usize {
        let text = self.text(file);
        assert_eq!(text.matches(marker).count(), 1, "{file} should hold `{marker}` once");
        text[..text.find(marker).unwrap()].matches('\n').count() + 1
    }

    pub fn faults(&self) -> Vec<Fault> {
        check_dir(&self.0).err().unwrap_or_default()
    }
}

/// These edits together cause these faults and no other.
#[track_caller]
pub fn check(edits: &[Edit], expected: &[Expected]) {
    let invalid = Invalid::new(edits);
    let faults = invalid.faults();
    let list: Vec<String> = faults.iter().map(ToString::to_string).collect();
    for (file, key, says, marker) in expected {
        let (path, line) = (invalid.0.join(file).display().to_string(), invalid.line_of(file, marker));
        let is_it = |fault: &&Fault| {
            (&fault.file, fault.line, fault.key.as_str()) == (&path, line, *key) && fault.message.contains(says)
        };
        let found = faults.iter().filter(is_it).count();
        assert_eq!(found, 1, "{file}:{line}: {key}: …{says}… among\n{}", list.join("\n"));
    }
    assert_eq!(faults.len(), expected.len(), "{}", list.join("\n"));
}

/// Each row by itself: one edit, one fault.
#[track_caller]
pub fn check_each(rows: &[Row]) {
    for row in rows {
        check(&[edit(row)], &[expected(row)]);
    }
}

pub fn edit<'a>(&(edit, _): &Row<'a>) -> Edit<'a> {
    edit
}

pub fn expected<'a>(&((file, ..), (key, says, marker)): &Row<'a>) -> Expected<'a> {
    (file, key, says, marker)
}
