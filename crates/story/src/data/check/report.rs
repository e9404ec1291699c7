//! Faults of meaning as they are found.

use std::collections::BTreeMap;

use crate::data::file::DataFile;
use crate::data::messages::{self as say, Message};
use crate::data::remark::Remark;
use crate::data::schema::FileKind;
use crate::model::{Fact, FactId, Kind, PlaceId, Story};

/// A fault of meaning, before its line is looked up.
#[derive(Debug)]
pub struct Found {
    /// The file.
    pub file: FileKind,
    /// The JSON pointer of the key.
    pub pointer: String,
    /// What was expected, what was found, and how it is mended.
    pub message: Message,
    /// What it is about, if it is a warning.
    pub about: String,
}

impl From<Remark> for Found {
    fn from(Remark { file, pointer, message, about }: Remark) -> Self {
        Self { file: FileKind::of(file), pointer, message, about }
    }
}

/// Collects the faults of one file.
pub struct Report<'a> {
    pub file: FileKind,
    pub story: &'a Story,
    pub files: &'a [DataFile],
    pub found: Vec<Found>,
}

impl<'a> Report<'a> {
    pub fn new(file: FileKind, story: &'a Story, files: &'a [DataFile]) -> Self {
        Self { file, story, files, found: Vec::new() }
    }

    /// Whether a fault of form was reported there or around it, in any file.
    pub fn is_aside(&self, file: FileKind, pointer: &str) -> bool {
        self.any(file, |file| file.is_set_aside(pointer))
    }

    /// Whether a fault of form was reported there, around it or inside it.
    pub fn is_touched(&self, file: FileKind, pointer: &str) -> bool {
        self.any(file, |file| file.is_touched(pointer))
    }

    /// Whether some id of a list could not be read, so that an unknown id may be one of them.
    pub fn lacks_ids(&self, file: FileKind, list: &str) -> bool {
        self.any(file, |file| file.lacks_ids(list))
    }

    /// Whether the value of a fact was set aside, or is missing where the fact needs one.
    pub fn lacks_value(&self, id: &FactId) -> bool {
        self.story.find_fact(id).is_some_and(|fact| {
            self.is_aside(FileKind::Facts, &format!("/facts/{}/value", self.story.row(id) - 1))
                || (fact.value.is_none() && needs_value(fact))
        })
    }

    /// Whether this key of a place was set aside.
    pub fn place_lacks(&self, id: &PlaceId, key: &str) -> bool {
        self.story
            .place_position(id)
            .is_some_and(|index| self.is_aside(FileKind::Places, &format!("/places/{index}/{key}")))
    }

    /// Whether some part of a place's location was set aside, so that it may have a point or an anchor after all.
    pub fn lacks_position(&self, id: &PlaceId) -> bool {
        self.story
            .place_position(id)
            .is_some_and(|index| self.is_touched(FileKind::Places, &format!("/places/{index}/location")))
    }

    fn any(&self, kind: FileKind, is: impl Fn(&DataFile) -> bool) -> bool {
        self.files.iter().any(|file| file.kind() == kind && is(file))
    }

    pub fn add(&mut self, pointer: impl Into<String>, message: Message) {
        self.found.push(Found { file: self.file, pointer: pointer.into(), message, about: String::new() });
    }

    /// Reports what may be meant so, and is about this.
    pub fn warn(&mut self, about: &str, pointer: impl Into<String>, message: Message) {
        self.found.push(Found { file: self.file, pointer: pointer.into(), message, about: about.to_owned() });
    }

    /// Reports the fault if something expected is not so.
    pub fn expect(&mut self, holds: bool, pointer: &str, message: impl FnOnce() -> Message) {
        if !holds {
            self.add(pointer, message());
        }
    }

    /// Every id once; the later one is the fault.
    pub fn unique<'b>(&mut self, list: &str, ids: impl Iterator<Item = &'b str>) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            if let Some(earlier) = first.get(id) {
                let list_name = list.trim_start_matches('/');
                self.add(format!("{list}/{index}/id"), say::DOUBLE_ID.with(&[&id, &list_name, earlier]));
            } else {
                first.insert(id, index);
            }
        }
    }

    pub fn fact(&mut self, pointer: &str, id: &FactId) {
        let known = self.story.find_fact(id).is_some() || self.lacks_ids(FileKind::Facts, "/facts");
        self.expect(known, pointer, || say::UNKNOWN_FACT.with(&[id]));
    }

    /// A fact that says that something is not given.
    pub fn gap(&mut self, pointer: &str, id: &FactId) {
        self.fact(pointer, id);
        let index = self.story.facts.facts.iter().position(|fact| &fact.id == id);
        let Some(index) = index.filter(|index| !self.is_aside(FileKind::Facts, &format!("/facts/{index}/kind")))
        else {
            return;
        };
        let kind = self.story.facts.facts[index].kind;
        self.expect(kind == Kind::NotGiven, pointer, || say::NOT_A_GAP.with(&[id, &kind.slug()]));
    }

    pub fn subject(&mut self, pointer: &str, id: &PlaceId) {
        let known = self.story.find_subject(id).is_some() || self.lacks_subjects();
        self.expect(known, pointer, || say::UNKNOWN_SUBJECT.with(&[id]));
    }

    pub fn place(&mut self, pointer: &str, id: &PlaceId) {
        let known = self.story.find_place(id).is_some() || self.lacks_ids(FileKind::Places, "/places");
        self.expect(known, pointer, || say::UNKNOWN_PLACE.with(&[id]));
    }

    pub fn lacks_subjects(&self) -> bool {
        ["/regions", "/places"].into_iter().any(|list| self.lacks_ids(FileKind::Places, list))
    }
}

/// Whether a fact says a number, by its unit or because it is computed.
pub fn needs_value(fact: &Fact) -> bool {
    match fact.kind {
        Kind::Reported | Kind::Target | Kind::EditorsNote => fact.unit.is_some(),
        Kind::Computed => true,
        Kind::NotGiven => false,
    }
}
