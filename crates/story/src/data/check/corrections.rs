//! Corrections: do they name a fact and a day, and does the fact say by now what they say it does?

use std::collections::BTreeMap;

use super::{DataFile, FileKind, Found, Report};
use crate::model::{Correction, Day, FactId, Lang, Story};
use crate::text::numerals;

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Corrections, story, files);
    let mut latest: BTreeMap<&FactId, (usize, &Correction)> = BTreeMap::new();
    let mut before = "";
    for (index, one) in story.corrections.corrections.iter().enumerate() {
        let at = format!("/corrections/{index}");
        report.fact(&format!("{at}/fact"), &one.fact);
        let date = &one.date;
        report.expect(Day::parse(date).is_some(), &format!("{at}/date"), || {
            format!("expected a day as YYYY-MM-DD, found `{date}`")
        });
        report.expect(Day::parse(date).is_none() || before <= date.as_str(), &format!("{at}/date"), || {
            format!("expected a day not before the correction above, {before}, found `{date}`")
        });
        if Day::parse(date).is_some() {
            before = date;
        }
        report.expect(one.was != one.is, &format!("{at}/is"), || {
            "expected something else than `was`; a correction says what changed".into()
        });
        latest.insert(&one.fact, (index, one));
    }
    for (fact, (index, one)) in latest {
        says_the_value(&mut report, &format!("/corrections/{index}/is"), fact, one);
    }
    report.found
}

/// A number in the last correction of a fact is the fact's own by now.
fn says_the_value(report: &mut Report, at: &str, id: &FactId, one: &Correction) {
    let Some(value) = report.story.fact(id).and_then(|fact| fact.value).filter(|_| !report.lacks_value(id)) else {
        return;
    };
    for lang in Lang::ALL {
        let key = if lang == Lang::Zh { "zh" } else { "en" };
        let said = numerals(one.is.get(lang));
        let agrees = said.is_empty() || said.iter().any(|numeral| numeral.is_true_of_value(value));
        report.expect(agrees, &format!("{at}/{key}"), || {
            format!("expected the value that `{id}` has in facts.json, {value}, found `{}`", one.is.get(lang))
        });
    }
}
