//! As many marks as there are things: what an editor writes of them.

use crate::model::{Citing, Colour, FactId, Localized, PlaceId, Shape};

record! {
    /// As many marks as there are things.
    pub struct Pictogram {
        /// The rows of marks.
        pub rows: Vec<PictogramRow>,
    }
}

record! {
    /// One row of equal marks, some of them named.
    pub struct PictogramRow {
        /// What is counted.
        pub name: Localized,
        /// The fact that says how many.
        pub total: FactId,
        /// The shape of the marks.
        pub shape: Shape,
        /// The colour role of the marks.
        pub colour: Colour,
        /// Marks to a line; all in one line if absent. More than there are leaves the line's end free.
        pub per_line: Option<usize>,
        /// Only outlines, though none of them is named.
        #[cfg_attr(feature = "data", serde(default))]
        pub hollow: bool,
        /// Those that are named, drawn full.
        #[cfg_attr(feature = "data", serde(default))]
        pub named: Vec<NamedMark>,
        /// The fact about all others, drawn hollow.
        pub rest: Option<FactId>,
    }
}

record! {
    /// One named mark.
    pub struct NamedMark {
        /// The place.
        pub place: PlaceId,
        /// The fact that names it.
        pub fact: FactId,
    }
}

impl PictogramRow {
    fn facts(&self) -> impl Iterator<Item = &FactId> {
        let named = self.named.iter().map(|named| &named.fact);
        std::iter::once(&self.total).chain(named).chain(&self.rest)
    }
}

impl Citing for Pictogram {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().flat_map(PictogramRow::facts).collect()
    }
}
