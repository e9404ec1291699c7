//! Where each record stands: a list is searched once, not once for each of ten thousand places.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::stand_in::StandIns;
use super::{FactId, FactsFile, PlaceId, PlacesFile, Record};

/// Positions of records by id and the stamps of records, noted when they are first asked for; the story does not change
/// after that.
#[derive(Debug, Default)]
pub struct Index {
    positions: OnceLock<Positions>,
    stamps: Mutex<HashMap<Record, u64>>,
    stand_ins: StandIns,
}

impl Clone for Index {
    /// A copy of a story may be changed, so nothing is noted of it yet.
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Positions in the lists of the files.
#[derive(Clone, Debug)]
pub struct Positions {
    /// Facts by id.
    pub facts: HashMap<FactId, usize>,
    /// Regions by id.
    pub regions: HashMap<PlaceId, usize>,
    /// Places by id, regions not included.
    pub places: HashMap<PlaceId, usize>,
    /// The facts about each region or place, in the order of the ledger.
    pub about: HashMap<PlaceId, Vec<usize>>,
}

impl Index {
    /// The positions in these files.
    pub fn of(&self, facts: &FactsFile, places: &PlacesFile) -> &Positions {
        self.positions.get_or_init(|| {
            let mut about: HashMap<PlaceId, Vec<usize>> = HashMap::new();
            for (index, fact) in facts.facts.iter().enumerate() {
                for place in &fact.places {
                    let list = about.entry(place.clone()).or_default();
                    // A fact that names a place twice is about it once.
                    if list.last() != Some(&index) {
                        list.push(index);
                    }
                }
            }
            Positions {
                facts: positions(facts.facts.iter().map(|fact| &fact.id)),
                regions: positions(places.regions.iter().map(|region| &region.id)),
                places: positions(places.places.iter().map(|place| &place.id)),
                about,
            }
        })
    }

    /// What stands in for records that a story with faults lacks.
    pub const fn stand_ins(&self) -> &StandIns {
        &self.stand_ins
    }

    /// The stamp of a record, worked out once.
    pub fn stamp(&self, record: &Record, work_out: impl FnOnce() -> u64) -> u64 {
        if let Some(known) = self.stamps().get(record) {
            return *known;
        }
        let stamp = work_out();
        self.stamps().insert(record.clone(), stamp);
        stamp
    }

    /// Whole at any moment, so a thread that ended in the midst of its work has broken nothing.
    fn stamps(&self) -> MutexGuard<'_, HashMap<Record, u64>> {
        self.stamps.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where each id stands first.
fn positions<'a, Id: Clone + Eq + Hash + 'a>(ids: impl Iterator<Item = &'a Id>) -> HashMap<Id, usize> {
    let mut positions = HashMap::new();
    for (index, id) in ids.enumerate() {
        positions.entry(id.clone()).or_insert(index);
    }
    positions
}
