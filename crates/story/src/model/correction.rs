//! Corrections: what was published and turned out wrong.

use super::{Day, FactId, Localized};

/// What `corrections.json` holds.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionsFile {
    /// The corrections, in the order in which they were published; new ones are added at the end.
    pub corrections: Vec<Correction>,
}

record! {
    /// One published correction.
    pub struct Correction {
        /// The day it was published, as YYYY-MM-DD.
        pub date: Day,
        /// The fact that was wrong.
        pub fact: FactId,
        /// What the story said.
        pub was: Localized,
        /// What it says now.
        pub is: Localized,
        /// How the mistake came about.
        pub why: Localized,
    }
}
