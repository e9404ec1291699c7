//! Prose: do its references name something, and do its words say the fact's own number?

use super::Report;
use crate::model::{Fact, Lang, Localized};
use crate::text::{Span, numbers_of, numerals, parse};

/// Checks both languages of a prose text.
pub fn check(report: &mut Report, at: &str, text: &Localized) {
    for lang in Lang::ALL {
        let key = if lang == Lang::Zh { "zh" } else { "en" };
        one(report, &format!("{at}/{key}"), text.get(lang));
    }
}

/// Checks both languages of words that cannot refer to facts, and so may hold no number.
pub fn check_plain(report: &mut Report, at: &str, text: &Localized) {
    plain(report, &format!("{at}/zh"), &text.zh);
    plain(report, &format!("{at}/en"), &text.en);
}

/// Checks both languages of words about a fact: their numbers are its value's or its date's.
pub fn check_said(report: &mut Report, at: &str, text: &Localized, fact: &Fact) {
    let known = numbers_of(fact);
    for (key, words) in [("zh", &text.zh), ("en", &text.en)] {
        for numeral in numerals(words).iter().filter(|numeral| !known.contains(&numeral.value)) {
            let found = &numeral.text;
            report.add(
                format!("{at}/{key}"),
                format!("expected words that say the value or the date of `{}`, found `{found}`", fact.id),
            );
        }
    }
}

fn one(report: &mut Report, at: &str, text: &str) {
    let spans = match parse(text) {
        Ok(spans) => spans,
        Err(error) => return report.add(at, format!("expected balanced braces, found {error}")),
    };
    for span in spans {
        match span {
            Span::Words(words) => {
                plain(report, at, words);
            }
            Span::Fact { id, words } => {
                report.fact(at, &id);
                let Some(fact) = report.story.fact(&id).filter(|_| !report.lacks_value(&id)) else {
                    continue;
                };
                let (value, known) = (fact.value, numbers_of(fact));
                let said = words.map(numerals).unwrap_or_default();
                for numeral in said.iter().filter(|numeral| !known.contains(&numeral.value)) {
                    report.add(
                        at,
                        format!("expected words that say the value or the date of `{id}`, found `{}`", numeral.text),
                    );
                }
                if words.is_none() && value.is_none() {
                    report.add(at, format!("expected words, as in {{{id}|…}}, because `{id}` has no value"));
                }
            }
            Span::Place { id, words } => {
                report.subject(at, &id);
                plain(report, at, words.unwrap_or_default());
            }
        }
    }
}

/// Words that stand for no fact hold no number.
fn plain(report: &mut Report, at: &str, words: &str) {
    for numeral in numerals(words) {
        report.add(at, format!("expected every number to be a fact such as {{id|{0}}}, found `{0}`", numeral.text));
    }
}
