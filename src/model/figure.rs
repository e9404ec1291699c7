//! Figures: what a chart shows, without where anything is drawn.

use super::{AreaId, Colour, FactId, FigureId, Localized, Mention, PlaceId, Shape, Stage};

record! {
    /// `figures.json`.
    pub struct FiguresFile {
        /// The JSON Schema of this file, for editors' tools.
        #[cfg_attr(feature = "data", serde(rename = "$schema"))]
        pub schema: Option<String>,
        /// The figures.
        pub figures: Vec<Figure>,
    }
}

record! {
    /// A figure; exactly one of `matrix`, `lanes`, `units` and `areas` says how it is drawn.
    pub struct Figure {
        /// Its name in chapters and addresses.
        pub id: FigureId,
        /// The finding; prose with figures.
        pub title: Localized,
        /// One sentence on how to read it; prose with figures.
        pub description: Localized,
        /// Where the figure's data stand on the page.
        pub source: Localized,
        /// Groups by cities, with products.
        pub matrix: Option<Matrix>,
        /// Items by how far they have come.
        pub lanes: Option<Lanes>,
        /// As many marks as there are things.
        pub units: Option<Units>,
        /// One square for each area of work.
        pub areas: Option<Vec<AreaId>>,
    }
}

record! {
    /// Groups by cities, with products.
    pub struct Matrix {
        /// Head of the column of groups.
        pub row_head: Localized,
        /// The cities, ours first.
        pub columns: Vec<PlaceId>,
        /// Head of the column that says whether the list of cities is open.
        pub open_head: Localized,
        /// Head of the column of projects.
        pub project_head: Localized,
        /// The groups.
        pub rows: Vec<MatrixRow>,
        /// What is left over.
        pub rest: Option<RestRow>,
    }
}

record! {
    /// One group.
    pub struct MatrixRow {
        /// Its name.
        pub name: Localized,
        /// What it makes.
        pub products: Localized,
        /// The fact that names its cities.
        pub fact: FactId,
        /// The cities the page names.
        pub named: Vec<PlaceId>,
        /// How the page leaves the list open, as with 等.
        pub open: Option<Localized>,
        /// Set where the page lists no cities at all, and the fact that says so.
        pub not_listed: Option<FactId>,
        /// A project in our city.
        pub project: Option<Project>,
    }
}

record! {
    /// A project in a group.
    pub struct Project {
        /// The place.
        pub place: PlaceId,
        /// The fact that names it.
        pub fact: FactId,
    }
}

record! {
    /// Groups the page does not name.
    pub struct RestRow {
        /// How they are called together; prose with figures.
        pub name: Localized,
        /// What is said instead of marks.
        pub words: Localized,
        /// The fact that says so.
        pub fact: FactId,
    }
}

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

record! {
    /// As many marks as there are things.
    pub struct Units {
        /// The rows of marks.
        pub rows: Vec<UnitRow>,
    }
}

record! {
    /// One row of equal marks, some of them named.
    pub struct UnitRow {
        /// What is counted.
        pub name: Localized,
        /// The fact that says how many.
        pub total: FactId,
        /// The shape of the marks.
        pub shape: Shape,
        /// The colour role of the marks.
        pub colour: Colour,
        /// Marks to a line; all in one line if absent.
        pub per_line: Option<usize>,
        /// Those that are named, drawn full.
        #[cfg_attr(feature = "data", serde(default))]
        pub named: Vec<NamedUnit>,
        /// The fact about all others, drawn hollow.
        pub rest: Option<FactId>,
    }
}

record! {
    /// One named mark.
    pub struct NamedUnit {
        /// The place.
        pub place: PlaceId,
        /// The fact that names it.
        pub fact: FactId,
    }
}

impl Figure {
    /// How many ways of drawing it are given; exactly one is right.
    pub fn ways(&self) -> usize {
        [self.matrix.is_some(), self.lanes.is_some(), self.units.is_some(), self.areas.is_some()]
            .into_iter()
            .filter(|given| *given)
            .count()
    }
}

/// How the squares of an area strip are filled, by how the page treats the area.
impl Mention {
    /// All treatments, in the order of the legend.
    pub const ALL: [Self; 3] = [Self::Named, Self::Unnamed, Self::Absent];
}
