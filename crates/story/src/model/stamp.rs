//! Whether something is still what it was.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A number that changes with what is said of a value.
pub fn stamp_of(value: &impl Debug) -> u64 {
    let mut hasher = DefaultHasher::new();
    format!("{value:?}").hash(&mut hasher);
    hasher.finish()
}
