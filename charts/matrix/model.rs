//! Groups by cities: what an editor writes of them.

use crate::model::{Citing, FactId, Localized, PlaceId};

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
        /// Where the page names no project, the fact that says so.
        pub no_project: Option<FactId>,
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

impl MatrixRow {
    fn facts(&self) -> impl Iterator<Item = &FactId> {
        let project = self.project.as_ref().map(|project| &project.fact);
        [Some(&self.fact), project, self.not_listed.as_ref(), self.no_project.as_ref()].into_iter().flatten()
    }
}

impl Citing for Matrix {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().flat_map(MatrixRow::facts).chain(self.rest.iter().map(|rest| &rest.fact)).collect()
    }

    fn prose(&self) -> Vec<&Localized> {
        self.rest.iter().map(|rest| &rest.name).collect()
    }
}
