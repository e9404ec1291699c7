//! What a story may lack while it is made, and not when it is published.

use super::{DataFile, FileKind, Found, Report, say};
use crate::data::address::is_reserved;
use crate::model::Story;

/// The faults that keep a sound story from being published; one without maps needs nothing for them.
pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut found = check_head(story, files);
    if story.has_maps() {
        found.extend(check_map(story, files));
    }
    found
}

/// Readers learn of which day the data are, and pictures that travel without the page which page they are from.
fn check_head(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let (mut report, head) = (Report::new(FileKind::Chapters, story, files), story.head());
    report.expect(head.updated.is_some(), "/story/updated", || say::UPDATED_MISSING.with(&[]));
    report.expect(head.credit.is_some(), "/story/credit", || say::CREDIT_MISSING.with(&[]));
    report.expect(!is_reserved(&head.address), "/story/address", || say::ADDRESS_RESERVED.with(&[&head.address]));
    report.found
}

/// Every map says whose data it shows, of which day they are, and under which number it was reviewed.
fn check_map(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let (mut report, map) = (Report::new(FileKind::Map, story, files), &story.map);
    for (key, words) in [("zh", &map.attribution.zh), ("en", &map.attribution.en)] {
        report
            .expect(!words.trim().is_empty(), &format!("/attribution/{key}"), || say::ATTRIBUTION_MISSING.with(&[]));
    }
    report.expect(map.date.is_some(), "/date", || say::MAP_DATE_MISSING.with(&[]));
    let number = map.review_number.as_deref().is_some_and(|number| !number.trim().is_empty());
    report.expect(number, "/review_number", || say::REVIEW_NUMBER_MISSING.with(&[]));
    report.found
}
