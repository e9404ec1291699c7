//! Faults of meaning: what is well-formed and still cannot be true.

mod chapters;
mod facts;
mod figures;
mod map;
mod places;
mod prose;
mod topology;

use std::collections::BTreeMap;

use super::schema::FileKind;
use crate::model::Story;

/// A fault of meaning, before its line is looked up.
#[derive(Debug)]
pub struct Found {
    /// The file.
    pub file: FileKind,
    /// The JSON pointer of the key.
    pub pointer: String,
    /// What was expected, and what was found.
    pub message: String,
}

/// All faults of meaning in a story.
pub fn story(story: &Story) -> Vec<Found> {
    let checks = [facts::check, chapters::check, figures::check, places::check, map::check, topology::check];
    checks.iter().flat_map(|check| check(story)).collect()
}

/// Collects the faults of one file.
struct Report<'a> {
    file: FileKind,
    story: &'a Story,
    found: Vec<Found>,
}

impl<'a> Report<'a> {
    fn new(file: FileKind, story: &'a Story) -> Self {
        Self { file, story, found: Vec::new() }
    }

    fn add(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.found.push(Found { file: self.file, pointer: pointer.into(), message: message.into() });
    }

    /// Reports the fault if something expected is not so.
    fn expect(&mut self, holds: bool, pointer: &str, message: impl FnOnce() -> String) {
        if !holds {
            self.add(pointer, message());
        }
    }

    /// Every id once; the later one is the fault.
    fn unique<'b>(&mut self, list: &str, ids: impl Iterator<Item = &'b str>) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            if let Some(earlier) = first.get(id) {
                self.add(
                    format!("{list}/{index}/id"),
                    format!("expected an id of its own, found `{id}`, which {}[{earlier}] has", list.trim_start_matches('/')),
                );
            } else {
                first.insert(id, index);
            }
        }
    }

    fn fact(&mut self, pointer: &str, id: &crate::model::FactId) {
        let known = self.story.fact(id).is_some();
        self.expect(known, pointer, || format!("expected the id of a fact in facts.json, found `{id}`"));
    }

    fn subject(&mut self, pointer: &str, id: &crate::model::PlaceId) {
        let known = self.story.subject(id).is_some();
        self.expect(known, pointer, || format!("expected the id of a region or place in places.json, found `{id}`"));
    }

    fn place(&mut self, pointer: &str, id: &crate::model::PlaceId) {
        let known = self.story.place(id).is_some();
        self.expect(known, pointer, || format!("expected the id of a place in places.json, found `{id}`"));
    }
}
