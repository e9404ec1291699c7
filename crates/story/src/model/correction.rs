//! Corrections: what was published and turned out wrong.

use super::{FactId, Localized};

record! {
    /// `corrections.json`.
    pub struct CorrectionsFile {
        /// The JSON Schema of this file, for editors' tools.
        #[cfg_attr(feature = "data", serde(rename = "$schema"))]
        pub schema: Option<String>,
        /// The corrections, in the order in which they were published; new ones are added at the end.
        pub corrections: Vec<Correction>,
    }
}

record! {
    /// One published correction.
    pub struct Correction {
        /// The day it was published, as YYYY-MM-DD.
        pub date: String,
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
