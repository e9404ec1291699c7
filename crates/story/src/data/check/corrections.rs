//! Corrections: do they name a fact and a day, and does the fact say by now what they say it does?

use std::collections::BTreeMap;

use super::{DataFile, FileKind, Found, Report, say};
use crate::model::{Correction, Day, FactId, Lang, Story};
use crate::text::numerals;

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Corrections, story, files);
    let mut latest: BTreeMap<&FactId, (usize, &Correction)> = BTreeMap::new();
    let mut before: Option<Day> = None;
    for (index, one) in story.corrections.corrections.iter().enumerate() {
        let at = format!("/corrections/{index}");
        report.fact(&format!("{at}/fact"), &one.fact);
        let pointer = format!("{at}/date");
        if !report.is_aside(FileKind::Corrections, &pointer) {
            if let Some(before) = before.filter(|before| *before > one.date) {
                report.add(pointer, say::BEFORE_THE_LAST_ONE.with(&[&before, &one.date]));
            }
            before = before.max(Some(one.date));
        }
        report.expect(one.was != one.is, &format!("{at}/is"), || say::CORRECTS_NOTHING.with(&[]));
        latest.insert(&one.fact, (index, one));
    }
    for (fact, (index, one)) in latest {
        says_the_value(&mut report, &format!("/corrections/{index}/is"), fact, one);
    }
    report.found
}

/// A number in the last correction of a fact is the fact's own by now.
fn says_the_value(report: &mut Report, at: &str, id: &FactId, one: &Correction) {
    let Some(value) = report.story.find_fact(id).and_then(|fact| fact.value).filter(|_| !report.lacks_value(id))
    else {
        return;
    };
    for lang in Lang::ALL {
        let key = if lang == Lang::Zh { "zh" } else { "en" };
        let said = numerals(one.is.get(lang));
        let agrees = said.is_empty() || said.iter().any(|numeral| numeral.is_true_of_value(value));
        report.expect(agrees, &format!("{at}/{key}"), || {
            say::CORRECTED_TO_ANOTHER.with(&[id, &value, &one.is.get(lang)])
        });
    }
}
