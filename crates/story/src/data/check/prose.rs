//! Prose: do its references name something, and do its words say the fact's own number?

use super::{FileKind, Report, say};
use crate::data::messages::{Phrase, both};
use crate::model::{Fact, Lang, Localized, Prose, Span, parse};
use crate::text::{Numeral, numerals, without};

/// Checks both languages of a prose text.
pub fn check(report: &mut Report, at: &str, text: &Prose) {
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
    for (key, words) in [("zh", &text.zh), ("en", &text.en)] {
        said(report, &format!("{at}/{key}"), words, fact);
    }
}

/// The numbers in a text that no name holds.
pub fn numbers(report: &Report, text: &str) -> Vec<Numeral> {
    let story = report.story;
    let articles = story.facts.articles.iter().map(|article| article.id.as_str());
    numerals(&without(text, story.head().no_numbers.all().chain(articles)).0)
}

/// Whether the list of names could not be read, so that any number may be one of them.
pub fn lacks_names(report: &Report) -> bool {
    report.is_touched(FileKind::Chapters, "/story/no_numbers") || report.is_touched(FileKind::Facts, "/articles")
}

/// Numbers in words that stand for a fact are true of it.
fn said(report: &mut Report, at: &str, words: &str, fact: &Fact) {
    if lacks_names(report) {
        return;
    }
    let value = fact.value.map_or(Phrase::of(both!("" / ""), &[]), |value| {
        Phrase::of(both!("; its value is {0}" / "；它的数值是 {0}"), &[&value])
    });
    for numeral in numbers(report, words).iter().filter(|numeral| !numeral.is_true_of(fact)) {
        let found = &numeral.text;
        report.add(at, say::UNTRUE.with(&[&fact.id, found, &value]));
    }
}

fn one(report: &mut Report, at: &str, text: &str) {
    let spans = match parse(text) {
        Ok(spans) => spans,
        Err(error) => return report.add(at, say::BRACES.with(&[&say::braces(&error)])),
    };
    for span in spans {
        match span {
            Span::Words(words) => plain(report, at, &words),
            Span::Fact { id, words } => {
                report.fact(at, &id);
                let Some(fact) = report.story.find_fact(&id).filter(|_| !report.lacks_value(&id)) else {
                    continue;
                };
                said(report, at, words.as_deref().unwrap_or_default(), fact);
                if words.is_none() && fact.value.is_none() {
                    report.add(at, say::WORDS_NEEDED.with(&[&id]));
                }
            }
            Span::Place { id, words } => {
                report.subject(at, &id);
                plain(report, at, &words.unwrap_or_default());
            }
        }
    }
}

/// Words that stand for no fact hold no number.
fn plain(report: &mut Report, at: &str, words: &str) {
    if lacks_names(report) {
        return;
    }
    for numeral in numbers(report, words) {
        let found = &numeral.text;
        report.add(at, say::NUMBER_OF_NO_FACT.with(&[found]));
    }
}
