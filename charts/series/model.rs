//! Numbers of several years: what an editor writes of them.

use crate::model::{Citing, FactId, Localized};

record! {
    /// Facts that have a number for each of several years, one below the other, each from zero on.
    pub struct Series {
        /// The facts.
        pub rows: Vec<SeriesRow>,
    }
}

record! {
    /// A fact with a number for each of several years.
    pub struct SeriesRow {
        /// The fact.
        pub fact: FactId,
        /// What is counted.
        pub name: Localized,
    }
}

impl Citing for Series {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().map(|row| &row.fact).collect()
    }
}
