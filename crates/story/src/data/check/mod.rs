//! Faults of meaning: what is well-formed and still cannot be true.

mod chapters;
mod corrections;
mod facts;
mod figures;
mod loose;
mod map;
mod places;
pub mod prose;
mod publish;
mod report;
mod series;
mod statements;
mod titles;
mod topology;
mod wording;

use super::file::DataFile;
pub use super::messages as say;
pub use super::schema::FileKind;
use crate::model::{Chart, Story};
pub use publish::check as to_publish;
pub use report::{Found, Report};

pub use statements::kin;

/// All faults of meaning in a story; nothing is concluded from what a fault of form set aside.
///
/// `charts` are all those that each figure has in its file.
pub fn story(story: &Story, files: &[DataFile], charts: &[Vec<Chart>]) -> Vec<Found> {
    let checks = [
        facts::check,
        chapters::check,
        places::check,
        map::check,
        corrections::check,
        topology::check,
        wording::check,
        loose::check,
        titles::check,
    ];
    checks.iter().flat_map(|check| check(story, files)).chain(figures::check(story, files, charts)).collect()
}
