//! Items by how far they have come: what an editor writes of them.

use crate::model::{Citing, FactId, Localized, PlaceId, Stage};

record! {
    /// Items by how far they have come, from start to finish.
    pub struct Lanes {
        /// Head of the column of items.
        pub row_head: Localized,
        /// The stages, from start to finish.
        pub stages: Vec<LaneStage>,
        /// Head of the column of places.
        pub where_head: Localized,
        /// The items.
        pub rows: Vec<Lane>,
        /// What the page gives for none of the items: one hatched band beside all of them.
        pub gap: Option<LaneGap>,
    }
}

record! {
    /// What the page gives for none of the items.
    pub struct LaneGap {
        /// Head of the band.
        pub head: Localized,
        /// The words on it.
        pub words: Localized,
        /// The facts that say so.
        pub facts: Vec<FactId>,
    }
}

record! {
    /// A stage of the lanes.
    pub struct LaneStage {
        /// The stage.
        pub stage: Stage,
        /// Its head.
        pub name: Localized,
    }
}

record! {
    /// One item; its stage and verb are the place's.
    pub struct Lane {
        /// The place or project.
        pub place: PlaceId,
        /// The fact that says how far it is.
        pub fact: FactId,
        /// Where it is, in words; absent where the page does not say.
        pub location: Option<Localized>,
    }
}

impl Citing for Lanes {
    fn facts(&self) -> Vec<&FactId> {
        let gap = self.gap.iter().flat_map(|gap| &gap.facts);
        self.rows.iter().map(|row| &row.fact).chain(gap).collect()
    }
}
