//! What is made from which records: noted while it is made, so that after a change of the data only that is made anew
//! whose records have changed.
//!
//! The files of a [`Story`](super::Story) are [`Tracked`]: whoever looks into one depends on all of it, whoever asks
//! for one record by its id on that record alone. So what depends on more than it says can only be made too often.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use super::{ArticleId, CategoryId, FactId, FigureId, FrameId, PlaceId, UnitId};

/// A part of the story that something can depend on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Record {
    /// All of a file.
    File(File),
    /// The land: the topology, and by what the map projects it.
    Land,
    /// The name of the data's state, which changes with every change.
    Version,
    /// The story's head.
    Head,
    /// One fact.
    Fact(FactId),
    /// Where a fact stands in the ledger.
    Row(FactId),
    /// The facts about a region or place.
    About(PlaceId),
    /// One article.
    Article(ArticleId),
    /// One unit.
    Unit(UnitId),
    /// One category.
    Category(CategoryId),
    /// One region.
    Region(PlaceId),
    /// One place.
    Place(PlaceId),
    /// One figure.
    Figure(FigureId),
    /// One frame of the map.
    Frame(FrameId),
}

/// A file of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // they are named like their files
pub enum File {
    Facts,
    Chapters,
    Places,
    Figures,
    Map,
    Corrections,
    Topology,
}

thread_local! {
    /// What is being made on this thread, the innermost last, and what each has looked at so far.
    static MAKING: RefCell<Vec<BTreeSet<Record>>> = const { RefCell::new(Vec::new()) };
}

/// Makes something, and notes what it depends on. What is made within it counts for it too.
pub fn recording<T>(make: impl FnOnce() -> T) -> (T, BTreeSet<Record>) {
    MAKING.with_borrow_mut(|making| making.push(BTreeSet::new()));
    let made = make();
    let records = MAKING.with_borrow_mut(Vec::pop).unwrap_or_default();
    records.iter().for_each(|record| note(|| record.clone()));
    (made, records)
}

/// Looks at something without noting it.
pub(super) fn unrecorded<T>(look: impl FnOnce() -> T) -> T {
    MAKING.with_borrow_mut(|making| making.push(BTreeSet::new()));
    let seen = look();
    MAKING.with_borrow_mut(Vec::pop);
    seen
}

/// Notes that what is being made depends on a record; costs next to nothing where nothing is recorded.
pub fn note(record: impl FnOnce() -> Record) {
    MAKING.with_borrow_mut(|making| {
        if let Some(records) = making.last_mut() {
            records.insert(record());
        }
    });
}

/// A value that notes who looks into it.
#[derive(Clone, Debug)]
pub struct Tracked<T> {
    value: T,
    record: Record,
}

impl<T> Tracked<T> {
    /// Looking into the value is to depend on this record.
    pub const fn new(record: Record, value: T) -> Self {
        Self { value, record }
    }

    /// The value for someone who notes themselves what they depend on.
    pub(super) const fn unnoted(&self) -> &T {
        &self.value
    }
}

impl<T> Deref for Tracked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        note(|| self.record.clone());
        &self.value
    }
}

/// To compare is to look.
impl<T: PartialEq> PartialEq for Tracked<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> DerefMut for Tracked<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_depends_on_all_that_it_and_its_parts_looked_at() {
        let facts = Tracked::new(Record::File(File::Facts), 1);
        let map = Tracked::new(Record::File(File::Map), 2);
        let ((inner, of_inner), of_outer) = recording(|| {
            let inner = recording(|| *map);
            note(|| Record::Version);
            inner
        });
        assert_eq!(inner, 2);
        assert_eq!(of_inner, [Record::File(File::Map)].into());
        assert_eq!(of_outer, [Record::File(File::Map), Record::Version].into());
        assert_eq!(recording(|| facts.unnoted() + 1), (2, BTreeSet::new()));
        // Outside of a recording nothing is kept.
        assert_eq!(*facts, 1);
        assert_eq!(recording(|| ()).1, BTreeSet::new());
    }
}
