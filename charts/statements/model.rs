//! Who says what: what an editor writes of it, and what is shown of that.

use crate::model::{Citing, Fact, FactId, Localized, Prose, Story};

record! {
    /// Who says what.
    pub struct Statements {
        /// The rows, by who says it.
        pub rows: Vec<AccountRow>,
    }
}

record! {
    /// What one side says.
    pub struct AccountRow {
        /// Who says it, or that nobody does.
        pub name: Localized,
        /// The statements.
        pub items: Vec<AccountItem>,
    }
}

record! {
    /// One statement.
    pub struct AccountItem {
        /// The fact.
        pub fact: FactId,
        /// The fact in a few words; prose with figures.
        pub words: Prose,
    }
}

impl Citing for Statements {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().flat_map(|row| &row.items).map(|item| &item.fact).collect()
    }

    fn prose(&self) -> Vec<&Prose> {
        self.rows.iter().flat_map(|row| &row.items).map(|item| &item.words).collect()
    }
}

/// One side with what it names looked up: what page, picture and files show of it.
#[derive(Clone, Debug)]
pub struct SpeakerStatements<'a> {
    /// Who says it, or that nobody does.
    pub name: &'a Localized,
    /// The statements, each with its fact.
    pub statements: Vec<(&'a Prose, &'a Fact)>,
}

impl Statements {
    /// Its sides, in their order.
    pub fn sides<'a>(&'a self, story: &'a Story) -> Vec<SpeakerStatements<'a>> {
        let statement = |item: &'a AccountItem| (&item.words, story.fact(&item.fact));
        let side = |row: &'a AccountRow| SpeakerStatements {
            name: &row.name,
            statements: row.items.iter().map(statement).collect(),
        };
        self.rows.iter().map(side).collect()
    }
}
