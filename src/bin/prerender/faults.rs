//! Faults of the data as they are told.

use luoyang_story::data::{Fault, gathered};
use luoyang_story::locale::told_in;

/// What is wrong with a story, in the language of whoever builds it.
pub fn told(faults: &[Fault]) -> Vec<String> {
    gathered(faults, told_in(|name| std::env::var(name).ok()))
}
