//! Groups by cities: what an editor writes of them, and what is shown of it.

use crate::model::{Citing, Fact, FactId, Localized, Place, PlaceId, Prose, Story, Subject};

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
        pub name: Prose,
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

    fn prose(&self) -> Vec<&Prose> {
        self.rest.iter().map(|rest| &rest.name).collect()
    }
}

/// A group with what it names looked up: what page, picture, table and files show of it.
#[derive(Clone, Debug)]
pub struct MatrixGroup<'a> {
    /// Its name and products.
    pub row: &'a MatrixRow,
    /// The fact that names its cities.
    pub fact: &'a Fact,
    /// The cities the page names, in the order of the data.
    pub named: Vec<Subject<'a>>,
    /// What is said of each column; of ours alone where the page lists no cities.
    pub cells: Vec<(Subject<'a>, MatrixCell)>,
    /// What is said of the cities beside them.
    pub others: Others<'a>,
    /// What is said of a project in our city.
    pub project: GroupProject<'a>,
}

/// What a group says of a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixCell {
    /// The city is named.
    Named,
    /// The city is named, and a project in it.
    NamedWithProject,
    /// The city is not named.
    NotNamed,
}

/// What a group says of the cities beside those in its cells.
#[derive(Clone, Copy, Debug)]
pub enum Others<'a> {
    /// There are none.
    None,
    /// The list is left open, in these words.
    Open(&'a Localized),
    /// The page lists no cities at all, as this fact says.
    NotListed(&'a Fact),
}

/// What a group says of a project in our city.
#[derive(Clone, Copy, Debug)]
pub enum GroupProject<'a> {
    /// The place, and the fact that names it.
    At(&'a Place, &'a Fact),
    /// None is named, as this fact says.
    NotGiven(Option<&'a Fact>),
}

impl Matrix {
    /// Its groups, in their order.
    pub fn groups<'a>(&'a self, story: &'a Story) -> Vec<MatrixGroup<'a>> {
        self.rows.iter().map(|row| self.group(story, row)).collect()
    }

    fn group<'a>(&'a self, story: &'a Story, row: &'a MatrixRow) -> MatrixGroup<'a> {
        let project = match &row.project {
            Some(project) => GroupProject::At(story.place(&project.place), story.fact(&project.fact)),
            None => GroupProject::NotGiven(row.no_project.as_ref().map(|id| story.fact(id))),
        };
        let others = match (row.not_listed.as_ref().map(|id| story.fact(id)), &row.open) {
            (Some(fact), _) => Others::NotListed(fact),
            (None, Some(open)) => Others::Open(open),
            (None, None) => Others::None,
        };
        let cell = |(index, id): (usize, &'a PlaceId)| {
            let cell = match (row.named.contains(id), index == 0 && row.project.is_some()) {
                (true, true) => MatrixCell::NamedWithProject,
                (true, false) => MatrixCell::Named,
                (false, _) => MatrixCell::NotNamed,
            };
            (story.subject(id), cell)
        };
        // Where the page lists no cities, it still says whether ours is meant.
        let columns = if row.not_listed.is_some() { 1 } else { self.columns.len() };
        MatrixGroup {
            row,
            fact: story.fact(&row.fact),
            named: row.named.iter().map(|id| story.subject(id)).collect(),
            cells: self.columns.iter().enumerate().take(columns).map(cell).collect(),
            others,
            project,
        }
    }
}
