//! Prose: do its references name something, and do its words say the fact's own number?

use super::Report;
use crate::model::{Lang, Localized};
use crate::text::{Span, numerals, parse};

/// Checks both languages of a prose text.
pub fn check(report: &mut Report, at: &str, text: &Localized) {
    for lang in Lang::ALL {
        let key = if lang == Lang::Zh { "zh" } else { "en" };
        one(report, &format!("{at}/{key}"), text.get(lang));
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
                for numeral in numerals(words) {
                    report.add(at, format!("expected every number to be a fact such as {{id|{0}}}, found `{0}`", numeral.text));
                }
            }
            Span::Fact { id, words } => {
                report.fact(at, &id);
                let Some(fact) = report.story.fact(&id) else { continue };
                let value = fact.value;
                let said = words.map(numerals).unwrap_or_default();
                for numeral in said.iter().filter(|numeral| Some(numeral.value) != value) {
                    report.add(at, format!("expected words that say the value of `{id}`, found `{}`", numeral.text));
                }
                if words.is_none() && value.is_none() {
                    report.add(at, format!("expected words, as in {{{id}|…}}, because `{id}` has no value"));
                }
            }
            Span::Place { id, .. } => report.subject(at, &id),
        }
    }
}
