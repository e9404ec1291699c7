//! A number as it was read.

use super::bound::Bound;

/// What a numeral counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// So many, or so much.
    Count,
    /// The so-manieth.
    Rank,
    /// That part of one: a half is 0.5.
    Share,
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// The characters that were read.
    pub text: String,
    /// Their value; of what is no number after all, such as 三百七百, not a number.
    pub value: f64,
    /// What it counts.
    pub sense: Sense,
    /// How near the value is.
    pub bound: Bound,
    /// Words before it say that it is so much less than before.
    pub falls: bool,
}

/// What was read at one place: how many characters, and what they say.
pub struct Read {
    pub length: usize,
    pub value: f64,
    pub sense: Sense,
    pub bound: Bound,
}

impl Read {
    pub fn count(length: usize, value: f64) -> Self {
        Self { length, value, sense: Sense::Count, bound: Bound::Exactly }
    }
}
