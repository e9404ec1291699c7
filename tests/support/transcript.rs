//! The transcript of the story's newspaper page, for those who have it.

use std::path::Path;

use crate::skipped::skipped;

/// Where the transcript of the story's newspaper page lies for those who have it: the page is not reprinted here. Without
/// it the test is left out, in part or as a whole, and says so.
pub fn transcript() -> Option<&'static Path> {
    let path = Path::new("../shared/source/000_5c5b8542f0a6334b.txt");
    let is_there = path.exists();
    if !is_there {
        skipped(
            "transcript",
            "the newspaper page is not reprinted here, and its transcript is not beside this checkout",
        );
    }
    is_there.then_some(path)
}
