//! Facts: what each kind must bring, and whether computed values are right.

use std::collections::{BTreeMap, BTreeSet};

use super::{DataFile, FileKind, Found, Report, statements};
use crate::model::{Dated, Day, Fact, FactId, Formula, Kind, Speaker, Story};
use crate::text::{Bound, Numeral, decimals, numerals};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Facts, story, files);
    let file = &story.facts;
    report.unique("/articles", file.articles.iter().map(|article| article.id.as_str()));
    report.unique("/units", file.units.iter().map(|unit| unit.id.as_str()));
    for (index, unit) in file.units.iter().enumerate() {
        // 21860亿元 is read as what it is, and would be no 21860 of anything.
        let step = ["万亿", "亿", "万"].into_iter().find(|step| unit.zh.starts_with(step) && unit.zh != *step);
        if let Some(step) = step {
            let bare = unit.zh.trim_start_matches(step);
            report.add(
                format!("/units/{index}/zh"),
                format!(
                    "expected a unit without a step of its own, found `{}`; count in {bare}, with values in full, and let `great` \
                     write them in {step}",
                    unit.zh
                ),
            );
        }
    }
    report.unique("/facts", file.facts.iter().map(|fact| fact.id.as_str()));
    for (index, article) in file.articles.iter().enumerate() {
        let [from, to] = article.lines;
        let ordered = from >= 1 && from <= to;
        report.expect(ordered, &format!("/articles/{index}/lines"), || {
            format!("expected first and last line, counted from 1, found {from} and {to}")
        });
        let empty = article.lengths.iter().any(|paragraph| paragraph.is_empty() || paragraph.contains(&0));
        report.expect(!empty, &format!("/articles/{index}/lengths"), || {
            "expected for each paragraph the lengths of its sentences, each at least 1; verify-source says them"
                .into()
        });
    }
    let circular = circular(story);
    for (index, fact) in file.facts.iter().enumerate() {
        let at = format!("/facts/{index}");
        references(&mut report, &at, fact);
        needs(&mut report, &at, fact);
        speaker(&mut report, &at, fact);
        value(&mut report, &at, fact, &circular);
        if let Some(date) = &fact.date {
            dates(&mut report, &format!("{at}/date"), date);
            printed_date(&mut report, &format!("{at}/printed"), fact);
        }
    }
    statements::check(&mut report);
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
        // What is counted from 0 has its fault already.
        let counted = source.paragraph >= 1 && source.sentence >= 1;
        let lengths = story.article(&source.article).map(|article| &article.lengths).filter(|all| !all.is_empty());
        let there = !counted
            || lengths
                .is_none_or(|all| all.get(source.paragraph - 1).is_some_and(|one| source.sentence <= one.len()));
        report.expect(there, &format!("{at}/source"), || {
            format!(
                "expected a sentence that the `lengths` of article {} have, found paragraph {} sentence {}",
                source.article, source.paragraph, source.sentence
            )
        });
    }
    if let Some(reading) = &fact.reading {
        report.fact(&format!("{at}/reading"), reading);
        let is_note = report.story.fact(reading).is_none_or(|one| one.kind == Kind::EditorsNote);
        report.expect(is_note && fact.kind == Kind::Computed, &format!("{at}/reading"), || {
            "expected the id of an editor’s note, in a fact of kind computed".into()
        });
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

fn value(report: &mut Report, at: &str, fact: &Fact, circular: &BTreeSet<&FactId>) {
    let Some(value) = fact.value.filter(|_| !report.lacks_value(&fact.id)) else { return };
    ends(report, at, fact, value);
    if let Some(printed) = &fact.printed {
        // 一 alone is an article elsewhere; here it can only be the number.
        let lone = value == 1.0 && printed.contains('一');
        let said = numerals(printed).iter().any(|one| one.value == value || one.is_true_of_value(value));
        report.expect(said || lone, &format!("{at}/printed"), || {
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
    let vague = |id: &&&FactId| report.story.fact(id).is_some_and(|one| one.up_to.is_some() || one.limit.is_some());
    if let Some(id) = inputs.iter().find(vague) {
        return report
            .add(pointer, format!("expected inputs that are exact, found `{id}`, which is a range or has a limit"));
    }
    if circular.contains(&fact.id) {
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

/// The facts whose formulas lead, at once or by way of others, back to themselves or to some that do.
///
/// All are found at once by taking away, again and again, those whose inputs are all taken away: followed fact by fact,
/// formulas that name each other crosswise have more ways than there is time.
fn circular(story: &Story) -> BTreeSet<&FactId> {
    // Of two with one id the first is the one that others mean.
    let meant =
        story.facts.facts.iter().filter(|fact| story.fact(&fact.id).is_some_and(|one| std::ptr::eq(one, *fact)));
    let parsed = meant.filter_map(|fact| Some((&fact.id, fact.parsed_formula()?)));
    let computed: BTreeMap<&FactId, Formula> = parsed.collect();
    let inputs = |formula: &Formula| -> BTreeSet<FactId> {
        formula.inputs().into_iter().filter(|id| computed.contains_key(id)).cloned().collect()
    };
    let mut open: BTreeMap<&FactId, usize> = BTreeMap::new();
    let mut followers: BTreeMap<FactId, Vec<&FactId>> = BTreeMap::new();
    for (id, formula) in &computed {
        let inputs = inputs(formula);
        open.insert(id, inputs.len());
        inputs.into_iter().for_each(|input| followers.entry(input).or_default().push(id));
    }
    let mut free: Vec<&FactId> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = free.pop() {
        open.remove(id);
        for follower in followers.get(id).into_iter().flatten() {
            if let Some(count) = open.get_mut(follower) {
                *count -= 1;
                if *count == 0 {
                    free.push(follower);
                }
            }
        }
    }
    open.into_keys().collect()
}

/// The two ends of a range, and what the page says around its number.
fn ends(report: &mut Report, at: &str, fact: &Fact, value: f64) {
    if let Some(to) = fact.up_to {
        report.expect(to > value, &format!("{at}/up_to"), || {
            format!("expected the upper end of a range that begins with {value}, found {to}")
        });
        report.expect(fact.limit.is_none(), &format!("{at}/limit"), || {
            "expected a range or a limit, found both; a range says how near it is".into()
        });
    }
    let Some(printed) = &fact.printed else { return };
    let said = numerals(printed);
    let has_limit = |one: &Numeral| !matches!(one.bound, Bound::Exactly | Bound::Between(_));
    match (fact.up_to, fact.limit) {
        (None, None) => {
            // What stands in the unit's own words is shown with it.
            let unit = fact.unit.as_ref().and_then(|id| report.story.unit(id));
            let in_unit = unit.is_some_and(|unit| {
                ["以上", "以下", "以内", "左右", "多", "余"].iter().any(|word| unit.zh.contains(word))
            });
            if let Some(range) = said.iter().find(|one| matches!(one.bound, Bound::Between(_)) && one.value == value)
            {
                report.add(
                    format!("{at}/up_to"),
                    format!("missing; expected the upper end of the range `{}`", range.text),
                );
            } else if said.iter().any(|one| has_limit(one) && one.value == value) && !in_unit {
                let message = format!("missing; expected how near {value} is, as the page prints `{printed}`");
                report.warn(11, fact.id.as_str(), &format!("{at}/limit"), message);
            }
        }
        _ => {
            let holds = said.iter().any(|one| one.value == value && one.is_value_of(fact));
            report.expect(holds, &format!("{at}/printed"), || {
                let expected = fact.limit.map_or("a range", |limit| limit.slug());
                format!("expected {expected} as the page prints it, found `{printed}`")
            });
        }
    }
}

/// A date that is printed is the fact's date, in each of its numbers.
fn printed_date(report: &mut Report, at: &str, fact: &Fact) {
    let read = !report.is_touched(FileKind::Facts, &at.replace("/printed", "/date"));
    let is_date = fact.value.is_none() && !needs_value(fact);
    let Some(printed) = fact.printed.as_ref().filter(|_| is_date && read) else { return };
    // A day that there is not is a fault of the date.
    let date = fact.date.iter().flat_map(|date| [&date.from, &date.to, &date.by]).flatten();
    if date.into_iter().any(|day| Day::parse(day).is_none()) {
        return;
    }
    let other = numerals(printed).into_iter().find(|one| !one.is_true_of(fact));
    if let Some(other) = other {
        report.add(
            at,
            format!(
                "expected the fact’s `date` as the page prints it, found `{printed}`, whose {} is no part of it",
                other.text
            ),
        );
    }
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
