//! Who says what: what an editor writes of it.

use crate::model::{Citing, FactId, Localized};

record! {
    /// Who says what.
    pub struct Accounts {
        /// The rows, by who says it.
        pub rows: Vec<AccountRow>,
    }
}

record! {
    /// What one side says.
    pub struct AccountRow {
        /// Who says it, or that nobody does.
        pub name: Localized,
        /// The statements; prose with figures.
        pub items: Vec<AccountItem>,
    }
}

record! {
    /// One statement.
    pub struct AccountItem {
        /// The fact.
        pub fact: FactId,
        /// The fact in a few words.
        pub words: Localized,
    }
}

impl Citing for Accounts {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().flat_map(|row| &row.items).map(|item| &item.fact).collect()
    }

    fn prose(&self) -> Vec<&Localized> {
        self.rows.iter().flat_map(|row| &row.items).map(|item| &item.words).collect()
    }
}
