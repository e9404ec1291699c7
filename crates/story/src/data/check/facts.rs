//! Facts: what each kind must bring, and whether computed values are right.

use super::{DataFile, FileKind, Found, Report};
use crate::model::{Dated, Day, Fact, FactId, Formula, Kind, Speaker, Story};
use crate::text::{decimals, numerals};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Facts, story, files);
    let file = &story.facts;
    report.unique("/articles", file.articles.iter().map(|article| article.id.as_str()));
    report.unique("/units", file.units.iter().map(|unit| unit.id.as_str()));
    report.unique("/facts", file.facts.iter().map(|fact| fact.id.as_str()));
    for (index, article) in file.articles.iter().enumerate() {
        let [from, to] = article.lines;
        let ordered = from >= 1 && from <= to;
        report.expect(ordered, &format!("/articles/{index}/lines"), || {
            format!("expected first and last line, counted from 1, found {from} and {to}")
        });
    }
    for (index, fact) in file.facts.iter().enumerate() {
        let at = format!("/facts/{index}");
        references(&mut report, &at, fact);
        needs(&mut report, &at, fact);
        speaker(&mut report, &at, fact);
        value(&mut report, &at, fact);
        if let Some(date) = &fact.date {
            dates(&mut report, &format!("{at}/date"), date);
        }
    }
    report.found
}

fn references(report: &mut Report, at: &str, fact: &Fact) {
    let story = report.story;
    let known = story.chapter(&fact.chapter).is_some() || report.lacks_ids(FileKind::Chapters, "/chapters");
    report.expect(known, &format!("{at}/chapter"), || {
        format!("expected the id of a chapter in chapters.json, found `{}`", fact.chapter)
    });
    if let Some(unit) = &fact.unit {
        let known = story.unit(unit).is_some() || report.lacks_ids(FileKind::Facts, "/units");
        report.expect(known, &format!("{at}/unit"), || {
            format!("expected the id of a unit in this file, found `{unit}`")
        });
    }
    if let Some(source) = &fact.source {
        let known = story.article(&source.article).is_some() || report.lacks_ids(FileKind::Facts, "/articles");
        report.expect(known, &format!("{at}/source/article"), || {
            format!("expected the id of an article in this file, found `{}`", source.article)
        });
        for (key, number) in [("paragraph", source.paragraph), ("sentence", source.sentence)] {
            report.expect(number >= 1, &format!("{at}/source/{key}"), || {
                format!("expected a {key} counted from 1, found 0")
            });
        }
    }
    for (index, place) in fact.places.iter().enumerate() {
        report.subject(&format!("{at}/places/{index}"), place);
    }
}

/// Whether a fact says a number, by its unit or because it is computed.
pub fn needs_value(fact: &Fact) -> bool {
    match fact.kind {
        Kind::Reported | Kind::Target | Kind::EditorsNote => fact.unit.is_some(),
        Kind::Computed => true,
        Kind::NotGiven => false,
    }
}

/// What a fact of each kind must and must not bring.
fn needs(report: &mut Report, at: &str, fact: &Fact) {
    if report.is_aside(FileKind::Facts, &format!("{at}/kind")) {
        return;
    }
    let has_value = fact.value.is_some();
    let says_number = has_value || needs_value(fact);
    let rules: &[(&str, bool, bool)] = match fact.kind {
        // key, given, wanted
        Kind::Reported | Kind::Target => &[
            ("source", fact.source.is_some(), true),
            ("value", has_value, says_number),
            // A date is printed too, and has no value.
            ("printed", fact.printed.is_some(), says_number || (fact.date.is_some() && fact.printed.is_some())),
            ("formula", fact.formula.is_some(), false),
            ("note_source", fact.note_source.is_some(), false),
        ],
        Kind::Computed => &[
            ("formula", fact.formula.is_some(), true),
            ("value", has_value, true),
            ("printed", fact.printed.is_some(), false),
            ("source", fact.source.is_some(), false),
        ],
        Kind::NotGiven => &[
            ("source", fact.source.is_some(), true),
            ("value", has_value, false),
            ("printed", fact.printed.is_some(), false),
            ("formula", fact.formula.is_some(), false),
        ],
        Kind::EditorsNote => &[
            ("note_source", fact.note_source.is_some(), true),
            ("value", has_value, says_number),
            ("printed", fact.printed.is_some(), false),
            ("formula", fact.formula.is_some(), false),
        ],
    };
    for (key, given, wanted) in rules {
        report.expect(given == wanted, &format!("{at}/{key}"), || {
            let (kind, not) = (fact.kind.slug(), if *wanted { "" } else { "no " });
            let with = match (has_value, &fact.unit) {
                (true, _) => " with a value",
                (false, Some(_)) => " with a unit",
                (false, None) => "",
            };
            format!("a fact of kind {kind}{with} needs {not}`{key}`")
        });
    }
    report.expect(!has_value || fact.unit.is_some(), &format!("{at}/unit"), || {
        "missing; a fact with a value needs the unit it is counted in".into()
    });
}

/// What the page says has a speaker; the rest is ours.
fn speaker(report: &mut Report, at: &str, fact: &Fact) {
    let aside = |key| report.is_aside(FileKind::Facts, &format!("{at}/{key}"));
    if aside("kind") || aside("speaker") {
        return;
    }
    let (ours, kind) = (fact.speaker == Speaker::Ours, fact.kind.slug());
    let (fits, expected) = match fact.kind {
        Kind::Reported | Kind::Target => (!ours, "who says it on the page"),
        Kind::Computed | Kind::NotGiven | Kind::EditorsNote => (ours, "`ours`"),
    };
    report.expect(fits, &format!("{at}/speaker"), || {
        format!("expected {expected} for a fact of kind {kind}, found `{}`", fact.speaker.slug())
    });
}

fn value(report: &mut Report, at: &str, fact: &Fact) {
    let Some(value) = fact.value.filter(|_| !report.lacks_value(&fact.id)) else { return };
    if let Some(printed) = &fact.printed {
        // 第十四届 or 九 are numerals too, only not before a measure word.
        let found: Vec<f64> =
            numerals(printed).iter().chain(&numerals(&format!("{}个", bare_han(printed)))).map(|n| n.value).collect();
        report.expect(found.contains(&value), &format!("{at}/printed"), || {
            format!("expected the number {value} as the page prints it, found `{printed}`")
        });
    }
    let Some(text) = &fact.formula else { return };
    let pointer = format!("{at}/formula");
    let formula = match Formula::parse(text) {
        Ok(formula) => formula,
        Err(error) => return report.add(pointer, error),
    };
    let inputs = formula.inputs();
    for id in &inputs {
        report.fact(&pointer, id);
    }
    if inputs.iter().any(|id| report.story.fact(id).is_none() || report.lacks_value(id)) {
        return;
    }
    if leads_back(report.story, &fact.id, &mut vec![]) {
        return report.add(pointer, format!("expected a formula that does not lead back to `{}` itself", fact.id));
    }
    match formula.value(&|id| report.story.fact(id)?.value) {
        None => report.add(pointer, "expected inputs that all have a value and no division by zero"),
        Some(result) => {
            let scale = 10f64.powi(decimals(value) as i32);
            report.expect((result * scale).round() == (value * scale).round(), &format!("{at}/value"), || {
                format!("expected what the formula gives, {result}, found {value}")
            });
        }
    }
}

/// Whether a fact follows, by way of formulas, from itself.
fn leads_back<'a>(story: &'a Story, id: &'a FactId, path: &mut Vec<&'a FactId>) -> bool {
    if path.contains(&id) {
        return true;
    }
    let formula = story.fact(id).and_then(|fact| Formula::parse(fact.formula.as_deref()?).ok());
    let inputs: Vec<FactId> = formula.iter().flat_map(Formula::inputs).cloned().collect();
    path.push(id);
    let found = inputs.iter().filter_map(|input| story.fact(input)).any(|input| leads_back(story, &input.id, path));
    path.pop();
    found
}

/// The Chinese numeral characters of a text.
fn bare_han(text: &str) -> String {
    text.chars().filter(|c| "一二三四五六七八九十两".contains(*c)).collect()
}

fn dates(report: &mut Report, at: &str, date: &Dated) {
    let given = date.from.is_some() || date.to.is_some() || date.by.is_some() || date.words.is_some();
    report.expect(given, at, || "expected `from` and `to`, `by`, or `words`, found none".into());
    for (key, day) in [("from", &date.from), ("to", &date.to), ("by", &date.by)] {
        if let Some(day) = day {
            report.expect(Day::parse(day).is_some(), &format!("{at}/{key}"), || {
                format!("expected a day as YYYY-MM-DD, found `{day}`")
            });
        }
    }
    let day = |text: &Option<String>| text.as_deref().and_then(Day::parse);
    let ordered = day(&date.from).zip(day(&date.to)).is_none_or(|(from, to)| from <= to);
    report.expect(ordered, &format!("{at}/to"), || "expected a last day that is not before the first".into());
}
