//! Stands for the choice of rows in a program for pages without the ledger: there is nothing to choose from.

/// All rows in their own order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger;

impl Ledger {
    /// There are no words.
    pub fn without_words(self) -> Self {
        self
    }

    /// Of no name in an address.
    pub(super) fn read(&mut self, _: &str, _: &str) {}

    /// Nothing is in the address.
    pub(super) fn pairs(&self) -> [String; 0] {
        []
    }
}
