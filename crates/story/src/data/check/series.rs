//! Series: a number for each of several years.

use super::{FileKind, Report, say};
use crate::model::Fact;
use crate::text::numerals;

/// Whether the years of a fact are in order, its value is that of the last one, and each number stands on the page.
pub fn check(report: &mut Report, at: &str, fact: &Fact) {
    let pointer = format!("{at}/series");
    let Some(last) = fact.series.last().filter(|_| !report.is_touched(FileKind::Facts, &pointer)) else { return };
    let years: Vec<i32> = fact.series.iter().map(|one| one.year).collect();
    let ordered = years.len() > 1 && years.windows(2).all(|pair| pair[0] < pair[1]);
    report.expect(ordered, &pointer, || {
        let listed: Vec<String> = years.iter().map(i32::to_string).collect();
        say::SERIES_FORM.with(&[&listed.join(", ")])
    });
    let others = [
        ("up_to", fact.up_to.is_some()),
        ("limit", fact.limit.is_some()),
        ("formula", fact.formula.is_some()),
        ("date", fact.date.is_some()),
    ];
    for (key, given) in others {
        report.expect(!given, &format!("{at}/{key}"), || say::SERIES_AND_OTHER.with(&[&key]));
    }
    if let Some(value) = fact.value.filter(|_| !report.lacks_value(&fact.id)) {
        report.expect(value == last.value, &format!("{at}/value"), || say::SERIES_LAST.with(&[&last.value, &value]));
    }
    let Some(printed) = &fact.printed else { return };
    let said = numerals(printed);
    for one in &fact.series {
        let is_said = said.iter().any(|numeral| numeral.is_true_of_value(one.value));
        report.expect(is_said, &format!("{at}/printed"), || {
            say::SERIES_NOT_PRINTED.with(&[&one.value, &one.year, printed])
        });
    }
}
