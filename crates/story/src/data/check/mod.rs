//! Faults of meaning: what is well-formed and still cannot be true.

mod bars;
mod chapters;
mod corrections;
mod facts;
mod figures;
mod loose;
mod map;
mod places;
mod prose;
mod publish;
mod report;
mod series;
mod statements;
mod timeline;
mod titles;
mod topology;
mod wording;

use super::file::DataFile;
pub use super::messages as say;
use super::schema::FileKind;
use crate::model::Story;
pub use publish::check as to_publish;
pub use report::Found;
use report::Report;
pub use statements::kin;

/// All faults of meaning in a story; nothing is concluded from what a fault of form set aside.
pub fn story(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let checks = [
        facts::check,
        chapters::check,
        figures::check,
        places::check,
        map::check,
        corrections::check,
        topology::check,
        wording::check,
        loose::check,
        titles::check,
    ];
    checks.iter().flat_map(|check| check(story, files)).collect()
}
