//! Faults of the data as they are told.

use data_story::data::{Fault, gathered};
use data_story::locale::told_in;

/// What is wrong with a story, in the language of whoever builds it.
pub fn told(faults: &[Fault]) -> Vec<String> {
    gathered(faults, told_in(|name| std::env::var(name).ok()))
}
