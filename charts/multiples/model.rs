//! Small multiples: what an editor writes of them.

use crate::model::{Citing, FactId, SeriesRow};

record! {
    /// Facts that have a number for each of several years, each in a panel of its own, all on one scale from zero on.
    pub struct Multiples {
        /// The facts, one for each panel; all are counted in the same unit.
        pub panels: Vec<SeriesRow>,
    }
}

impl Citing for Multiples {
    fn facts(&self) -> Vec<&FactId> {
        self.panels.iter().map(|panel| &panel.fact).collect()
    }
}
