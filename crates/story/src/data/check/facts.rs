//! Facts: what each kind must bring, and whether computed values are right.

use std::collections::{BTreeMap, BTreeSet};

use super::report::needs_value;
use super::{DataFile, FileKind, Found, Report, say, series, statements};
use crate::data::messages::{Told, both};
use crate::model::{Dated, Fact, FactId, Formula, Kind, Speaker, Story};
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
            report.add(format!("/units/{index}/zh"), say::UNIT_WITH_STEP.with(&[&unit.zh, &bare, &step]));
        }
    }
    report.unique("/facts", file.facts.iter().map(|fact| fact.id.as_str()));
    for (index, article) in file.articles.iter().enumerate() {
        let [from, to] = article.lines;
        let ordered = from >= 1 && from <= to;
        report.expect(ordered, &format!("/articles/{index}/lines"), || say::ARTICLE_LINES.with(&[&from, &to]));
        let empty = article.lengths.iter().any(|paragraph| paragraph.is_empty() || paragraph.contains(&0));
        report.expect(!empty, &format!("/articles/{index}/lengths"), || say::ARTICLE_LENGTHS.with(&[]));
    }
    let circular = circular(story);
    for (index, fact) in file.facts.iter().enumerate() {
        let at = format!("/facts/{index}");
        references(&mut report, &at, fact);
        needs(&mut report, &at, fact);
        speaker(&mut report, &at, fact);
        value(&mut report, &at, fact, &circular);
        series::check(&mut report, &at, fact);
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
    let known = story.find_chapter(&fact.chapter).is_some() || report.lacks_ids(FileKind::Chapters, "/chapters");
    report.expect(known, &format!("{at}/chapter"), || say::UNKNOWN_CHAPTER.with(&[&fact.chapter]));
    if let Some(unit) = &fact.unit {
        let known = story.find_unit(unit).is_some() || report.lacks_ids(FileKind::Facts, "/units");
        report.expect(known, &format!("{at}/unit"), || say::UNKNOWN_UNIT.with(&[unit]));
    }
    if let Some(source) = &fact.source {
        let known = story.find_article(&source.article).is_some() || report.lacks_ids(FileKind::Facts, "/articles");
        report.expect(known, &format!("{at}/source/article"), || say::UNKNOWN_ARTICLE.with(&[&source.article]));
        for (key, number) in [("paragraph", source.paragraph), ("sentence", source.sentence)] {
            report.expect(number >= 1, &format!("{at}/source/{key}"), || say::COUNTED_FROM_0.with(&[&key]));
        }
        // What is counted from 0 has its fault already.
        let counted = source.paragraph >= 1 && source.sentence >= 1;
        let lengths =
            story.find_article(&source.article).map(|article| &article.lengths).filter(|all| !all.is_empty());
        let there = !counted
            || lengths
                .is_none_or(|all| all.get(source.paragraph - 1).is_some_and(|one| source.sentence <= one.len()));
        report.expect(there, &format!("{at}/source"), || {
            say::NO_SUCH_SENTENCE.with(&[&source.article, &source.paragraph, &source.sentence])
        });
    }
    if let Some(reading) = &fact.reading {
        report.fact(&format!("{at}/reading"), reading);
        let is_note = report.story.find_fact(reading).is_none_or(|one| one.kind == Kind::EditorsNote);
        report
            .expect(is_note && fact.kind == Kind::Computed, &format!("{at}/reading"), || say::READING_ROLE.with(&[]));
    }
    for (index, place) in fact.places.iter().enumerate() {
        report.subject(&format!("{at}/places/{index}"), place);
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
            let with = match (has_value, &fact.unit) {
                (true, _) => both!(" with a value" / "、有数值"),
                (false, Some(_)) => both!(" with a unit" / "、有单位"),
                (false, None) => both!("" / ""),
            };
            let message = if *wanted { &say::KIND_NEEDS } else { &say::KIND_NEEDS_NO };
            message.with(&[&fact.kind.slug(), &with, key])
        });
    }
    report.expect(!has_value || fact.unit.is_some(), &format!("{at}/unit"), || say::VALUE_NEEDS_UNIT.with(&[]));
}

/// What the page says has a speaker; the rest is ours.
fn speaker(report: &mut Report, at: &str, fact: &Fact) {
    let aside = |key| report.is_aside(FileKind::Facts, &format!("{at}/{key}"));
    if aside("kind") || aside("speaker") {
        return;
    }
    let (ours, kind) = (fact.speaker == Speaker::Ours, fact.kind.slug());
    let (fits, expected) = match fact.kind {
        Kind::Reported | Kind::Target => (!ours, both!("who says it on the page" / "报上说这话的人")),
        Kind::Computed | Kind::NotGiven | Kind::EditorsNote => (ours, both!("`ours`" / " `ours`")),
    };
    report.expect(fits, &format!("{at}/speaker"), || say::SPEAKER.with(&[&expected, &kind, &fact.speaker.slug()]));
}

fn value(report: &mut Report, at: &str, fact: &Fact, circular: &BTreeSet<&FactId>) {
    let Some(value) = fact.value.filter(|_| !report.lacks_value(&fact.id)) else { return };
    ends(report, at, fact, value);
    if let Some(printed) = &fact.printed {
        // 一 alone is an article elsewhere; here it can only be the number.
        let lone = value == 1.0 && printed.contains('一');
        let said = numerals(printed).iter().any(|one| one.value == value || one.is_true_of_value(value));
        report.expect(said || lone, &format!("{at}/printed"), || say::NOT_PRINTED.with(&[&value, printed]));
    }
    let Some(formula) = &fact.formula else { return };
    let pointer = format!("{at}/formula");
    if let Some(error) = formula.fault() {
        return report.add(pointer, say::NO_FORMULA.with(&[&say::formula(&error)]));
    }
    let inputs = formula.inputs();
    for id in &inputs {
        report.fact(&pointer, id);
    }
    if inputs.iter().any(|id| report.story.find_fact(id).is_none() || report.lacks_value(id)) {
        return;
    }
    let vague =
        |id: &&&FactId| report.story.find_fact(id).is_some_and(|one| one.up_to.is_some() || one.limit.is_some());
    if let Some(id) = inputs.iter().find(vague) {
        return report.add(pointer, say::VAGUE_INPUT.with(&[id]));
    }
    if circular.contains(&fact.id) {
        return report.add(pointer, say::CIRCULAR.with(&[&fact.id]));
    }
    match formula.value(&|id| report.story.find_fact(id)?.value) {
        None => report.add(pointer, say::NO_RESULT.with(&[])),
        Some(result) => {
            let scale = 10f64.powi(decimals(value) as i32);
            report.expect((result * scale).round() == (value * scale).round(), &format!("{at}/value"), || {
                say::OTHER_RESULT.with(&[&result, &value])
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
        story.facts.facts.iter().filter(|fact| story.find_fact(&fact.id).is_some_and(|one| std::ptr::eq(one, *fact)));
    let parsed = meant.filter_map(|fact| Some((&fact.id, fact.formula.as_ref()?)));
    let computed: BTreeMap<&FactId, &Formula> = parsed.collect();
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
        report.expect(to > value, &format!("{at}/up_to"), || say::RANGE_ENDS.with(&[&value, &to]));
        report.expect(fact.limit.is_none(), &format!("{at}/limit"), || say::RANGE_AND_LIMIT.with(&[]));
    }
    let Some(printed) = &fact.printed else { return };
    let said = numerals(printed);
    let has_limit = |one: &Numeral| !matches!(one.bound, Bound::Exactly | Bound::Between(_));
    match (fact.up_to, fact.limit) {
        (None, None) => {
            // What stands in the unit's own words is shown with it.
            let unit = fact.unit.as_ref().and_then(|id| report.story.find_unit(id));
            let in_unit = unit.is_some_and(|unit| {
                ["以上", "以下", "以内", "左右", "多", "余"].iter().any(|word| unit.zh.contains(word))
            });
            if let Some(range) = said.iter().find(|one| matches!(one.bound, Bound::Between(_)) && one.value == value)
            {
                report.add(format!("{at}/up_to"), say::RANGE_MISSING.with(&[&range.text]));
            } else if said.iter().any(|one| has_limit(one) && one.value == value) && !in_unit {
                let message = say::LIMIT_MISSING.with(&[&value, printed]);
                report.warn(fact.id.as_str(), format!("{at}/limit"), message);
            }
        }
        _ => {
            let holds = said.iter().any(|one| one.value == value && one.is_value_of(fact));
            report.expect(holds, &format!("{at}/printed"), || {
                let slug = fact.limit.map(|limit| limit.slug());
                let range = both!("a range" / "区间");
                let expected: &dyn Told = slug.as_ref().map_or(&range, |slug| slug);
                say::LIMIT_NOT_PRINTED.with(&[expected, printed])
            });
        }
    }
}

/// A date that is printed is the fact's date, in each of its numbers.
fn printed_date(report: &mut Report, at: &str, fact: &Fact) {
    let read = !report.is_touched(FileKind::Facts, &at.replace("/printed", "/date"));
    let is_date = fact.value.is_none() && !needs_value(fact);
    let Some(printed) = fact.printed.as_ref().filter(|_| is_date && read) else { return };
    let other = numerals(printed).into_iter().find(|one| !one.is_true_of(fact));
    if let Some(other) = other {
        report.add(at, say::PRINTED_DATE.with(&[printed, &other.text]));
    }
}

fn dates(report: &mut Report, at: &str, date: &Dated) {
    let read = !report.is_touched(FileKind::Facts, at);
    let given = date.days().next().is_some() || date.words.is_some();
    report.expect(given || !read, at, || say::NO_DATE.with(&[]));
    let ordered = date.from.zip(date.to).is_none_or(|(from, to)| from <= to);
    report.expect(ordered, &format!("{at}/to"), || say::LAST_BEFORE_FIRST.with(&[]));
}
