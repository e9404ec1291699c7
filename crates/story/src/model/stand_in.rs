//! What stands in for a record that an id names and no file has.
//!
//! The check refuses a story with such an id, so none of this is in a site. The check itself and the review look into
//! stories with faults as well: there whoever asks gets a record that shows the id, in the stead of nothing.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::{
    Area, AreaId, Areas, Article, ArticleId, Bars, Canvas, Category, CategoryId, Chapter, ChapterId, Colour, Fact,
    FactId, Figure, FigureId, Frame, FrameId, Kind, Localized, Location, Mention, Place, PlaceId, Plural, Precision,
    Prose, Region, Shape, Speaker, Unit, UnitId,
};

/// Records by id that are only ever added to: who looks at one keeps it, whatever others add. A tree by the bits of a hash,
/// since a file may have a hundred thousand such ids.
#[derive(Debug)]
struct Growing<T>(OnceLock<Box<Grown<T>>>);

#[derive(Debug)]
struct Grown<T> {
    record: T,
    below: [Growing<T>; 2],
}

impl<T> Default for Growing<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Growing<T> {
    /// The record that is of this id, or a new one; of threads that ask at once one makes it.
    fn get<Id: Hash>(&self, id: &Id, is_of: impl Fn(&T, &Id) -> bool, new: impl Fn(&Id) -> T) -> &T {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        let (mut bits, mut at) = (hasher.finish(), self);
        loop {
            let grown = at.0.get_or_init(|| Box::new(Grown { record: new(id), below: Default::default() }));
            if is_of(&grown.record, id) {
                return &grown.record;
            }
            at = &grown.below[(bits & 1) as usize];
            bits >>= 1;
        }
    }
}

macro_rules! stand_ins {
    ($($list:ident: $Record:ident by $Id:ident, $new:ident;)*) => {
        /// The stand-ins that were asked for.
        #[derive(Debug, Default)]
        pub struct StandIns {
            $($list: Growing<$Record>,)*
            bars: OnceLock<Bars>,
            asked_for: Mutex<Vec<String>>,
        }

        impl StandIns {
            $(
                /// The stand-in of this id.
                pub fn $new(&self, id: &$Id) -> &$Record {
                    self.$list.get(id, |record, id| record.id == *id, |id| {
                        let name = format!("{} `{id}`", stringify!($new));
                        self.asked_for.lock().unwrap_or_else(PoisonError::into_inner).push(name);
                        $new(id)
                    })
                }
            )*
        }
    };
}
stand_ins! {
    areas: Area by AreaId, area;
    articles: Article by ArticleId, article;
    categories: Category by CategoryId, category;
    chapters: Chapter by ChapterId, chapter;
    facts: Fact by FactId, fact;
    figures: Figure by FigureId, figure;
    frames: Frame by FrameId, frame;
    places: Place by PlaceId, place;
    regions: Region by PlaceId, region;
    units: Unit by UnitId, unit;
}

impl StandIns {
    /// Bars, for a map that is shaded by a chart of another kind.
    pub fn bars(&self) -> &Bars {
        self.bars.get_or_init(|| {
            self.asked_for.lock().unwrap_or_else(PoisonError::into_inner).push("bars".to_owned());
            Bars { measures: Vec::new(), gaps: Vec::new(), notes: Vec::new() }
        })
    }

    /// Each by what it is and its id.
    pub fn asked_for(&self) -> Vec<String> {
        self.asked_for.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The id, as the words of its record.
fn words(id: &impl ToString) -> Localized {
    Localized { zh: id.to_string(), en: id.to_string() }
}

fn area(id: &AreaId) -> Area {
    Area { id: id.clone(), name: words(id), mention: Mention::Absent, fact: FactId::new(id.as_str()) }
}

fn article(id: &ArticleId) -> Article {
    Article {
        id: id.clone(),
        title: words(id),
        byline: Vec::new(),
        byline_note: None,
        lines: [0, 0],
        joined: Vec::new(),
        lengths: Vec::new(),
        note: None,
    }
}

fn category(id: &CategoryId) -> Category {
    Category { id: id.clone(), name: words(id), shape: Shape::Circle, colour: Colour::River }
}

fn chapter(id: &ChapterId) -> Chapter {
    Chapter { id: id.clone(), name: words(id), numeral: words(id), told: None }
}

fn fact(id: &FactId) -> Fact {
    Fact {
        id: id.clone(),
        chapter: ChapterId::new(id.as_str()),
        kind: Kind::NotGiven,
        speaker: Speaker::Ours,
        value: None,
        up_to: None,
        limit: None,
        series: Vec::new(),
        unit: None,
        printed: None,
        statement: words(id),
        source: None,
        formula: None,
        reading: None,
        note_source: None,
        places: Vec::new(),
        date: None,
        says: Vec::new(),
        no_numbers: Vec::new(),
    }
}

fn figure(id: &FigureId) -> Figure {
    let prose = || Prose::from(words(id));
    Figure {
        id: id.clone(),
        title: prose(),
        description: prose(),
        source: words(id),
        picture_source: None,
        chart: Areas::default().into(),
    }
}

/// A square degree on a small square.
fn frame(id: &FrameId) -> Frame {
    let canvas = || Canvas {
        size: [100.0, 100.0],
        extent: [0.0, 0.0, 1.0, 1.0],
        area: [0.0, 0.0, 100.0, 100.0],
        inset: None,
        locator: None,
        beyond: None,
        reservoirs: false,
    };
    Frame { id: id.clone(), name: words(id), wide: canvas(), narrow: canvas(), surroundings: false }
}

fn place(id: &PlaceId) -> Place {
    let nowhere = Location {
        precision: Precision::NotGiven,
        point: None,
        anchor: None,
        radius: None,
        within: None,
        source: None,
        words: None,
    };
    Place {
        id: id.clone(),
        name: words(id),
        short: words(id),
        category: None,
        stage: None,
        verb: None,
        fact: None,
        location: nowhere,
    }
}

fn region(id: &PlaceId) -> Region {
    Region { id: id.clone(), name: words(id), short: words(id), anchor: None, optional: false }
}

fn unit(id: &UnitId) -> Unit {
    Unit {
        id: id.clone(),
        zh: id.to_string(),
        en: Plural { one: id.to_string(), other: id.to_string(), before: None },
        tight: false,
        myriad: false,
        great: false,
        ordinal: false,
        set_term: false,
        plain: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_is_missing_has_one_stand_in_which_shows_its_id() {
        let all = StandIns::default();
        let (first, other) = (all.fact(&FactId::new("a")), all.fact(&FactId::new("b")));
        assert_eq!([first, other].map(|fact| fact.statement.zh.as_str()), ["a", "b"]);
        assert!(std::ptr::eq(first, all.fact(&FactId::new("a"))), "asked for twice it is the same");
        assert_eq!(all.place(&PlaceId::new("a")).short.en, "a");
        assert!(all.bars().measures.is_empty());
        assert_eq!(all.asked_for(), ["fact `a`", "fact `b`", "place `a`", "bars"]);
    }

    #[test]
    fn threads_that_ask_at_once_get_the_same() {
        let all = StandIns::default();
        let asked: Vec<usize> = std::thread::scope(|scope| {
            let ask = || std::ptr::from_ref(all.unit(&UnitId::new("u"))).addr();
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(asked.iter().filter(|one| **one == asked[0]).count(), 8);
        assert_eq!(all.asked_for().len(), 1);
    }
}
