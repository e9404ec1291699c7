//! Statements: each says its fact's number, and no other that is not some fact's.
//!
//! A statement is plain words, which stand in cards, tables and files by themselves. So that none goes on saying 143 when
//! the value has become 150, its numbers are held against values: its own first, then those that it may be expected to
//! name – of its date, of its formula's inputs, of facts from the same sentence of the page – and those of the facts that
//! `says` lists.

use std::collections::BTreeMap;

use super::{FileKind, Report, prose, say};
use crate::data::messages::{Phrase, Told, both};
use crate::model::{Fact, FactId, Formula, Lang, Story};
use crate::text::{Numeral, Sense, decimals, without};

pub fn check(report: &mut Report) {
    // A value that could not be read may be the one that a number is of.
    if report.is_touched(FileKind::Facts, "/facts") || prose::lacks_names(report) {
        return;
    }
    let story = report.story;
    let kin = Kin::of(story);
    for (index, fact) in story.facts.facts.iter().enumerate() {
        let at = format!("/facts/{index}");
        let others = kin.others(story, fact);
        for id in &fact.says {
            report.fact(&format!("{at}/says"), id);
        }
        for lang in Lang::ALL {
            let key = if lang == Lang::Zh { "zh" } else { "en" };
            check_one(report, &format!("{at}/statement/{key}"), fact, &others, kin.ranks(fact), lang);
        }
        unused(report, &at, fact);
    }
}

/// Of each fact those whose numbers its statement may say besides its own.
pub fn kin(story: &Story) -> BTreeMap<&FactId, Vec<&Fact>> {
    let kin = Kin::of(story);
    story.facts.facts.iter().map(|fact| (&fact.id, kin.others(story, fact))).collect()
}

fn check_one(report: &mut Report, at: &str, fact: &Fact, others: &[&Fact], ranks: usize, lang: Lang) {
    let words = fact.statement.get(lang);
    let said = numbers(report, fact, words);
    let lacks = report.lacks_value(&fact.id);
    let wanted = due(report.story, fact);
    // 约300 is not said by 300, nor 3至5 by 3.
    let exact = fact.up_to.is_none() && fact.limit.is_none();
    let is_own =
        |one: &&Numeral| one.is_true_of(fact) || (exact && wanted.is_some_and(|value| one.is_true_of_value(value)));
    let says_it = |value: f64| {
        said.iter().any(|one| (exact && one.is_true_of_value(value)) || (one.value == value && one.is_true_of(fact)))
    };
    let is_known = |one: &&Numeral| {
        // The second of three things that one sentence names.
        let ranked = one.sense == Sense::Rank && one.value <= ranks as f64;
        is_own(one) || ranked || others.iter().any(|other| one.is_true_of(other))
    };
    let unknown: Vec<&Numeral> = said.iter().filter(|one| !is_known(one)).collect();
    if let Some(value) = wanted.filter(|value| !lacks && !says_it(*value) && !says_small(words, *value)) {
        let found: Vec<&str> =
            said.iter().filter(|one| !exact || !one.is_true_of_value(value)).map(|one| one.text.as_str()).collect();
        let value = match (fact.up_to, fact.limit) {
            (Some(to), _) => Phrase::of(both!("{0} to {1}" / "{0} 至 {1}"), &[&value, &to]),
            (None, Some(limit)) => Phrase::of(both!("{0} ({1})" / "{0}（{1}）"), &[&value, &limit.slug()]),
            (None, None) => Phrase::of(both!("{0}" / "{0}"), &[&value]),
        };
        let (none, listed) = (both!("none" / "没有数"), format!("`{}`", found.join("`, `")));
        let found: &dyn Told = if found.is_empty() { &none } else { &listed };
        return report.add(at, say::LAGGING.with(&[&value, &fact.id, found]));
    }
    for one in unknown.into_iter().filter(|_| !lacks) {
        report.add(at, say::OTHER_NUMBER.with(&[&one.text, &fact.id]));
    }
}

/// The value that a statement must say: of a computed fact what its formula gives, so that value and statement are mended
/// at once.
fn due(story: &Story, fact: &Fact) -> Option<f64> {
    let value = fact.value?;
    // One that leads back to itself is a fault already and gives nothing.
    let formula = fact.formula.as_ref().filter(|formula| !formula.inputs().contains(&&fact.id));
    let given = formula.and_then(|formula| formula.value(&|id| story.find_fact(id)?.value));
    let scale = 10f64.powi(decimals(value) as i32);
    Some(given.map_or(value, |given| (given * scale).round() / scale))
}

/// The numbers of a statement, without what its fact or the story lists as none.
fn numbers(report: &Report, fact: &Fact, words: &str) -> Vec<Numeral> {
    prose::numbers(report, &without(words, fact.no_numbers.iter().map(String::as_str)).0)
}

/// One and none are said with words that are no numerals elsewhere.
fn says_small(words: &str, value: f64) -> bool {
    let has = |word: &str| words.split(|c: char| !c.is_ascii_alphabetic()).any(|one| one.eq_ignore_ascii_case(word));
    match value {
        1.0 => words.contains('一') || has("one") || has("a") || has("an"),
        0.0 => words.contains("没有") || words.contains('无') || has("no") || has("none"),
        _ => false,
    }
}

/// What `says` and `no_numbers` list is in one of the two languages, or the list is out of date.
fn unused(report: &mut Report, at: &str, fact: &Fact) {
    let said: Vec<Numeral> =
        Lang::ALL.into_iter().flat_map(|lang| numbers(report, fact, fact.statement.get(lang))).collect();
    for (index, id) in fact.says.iter().enumerate() {
        let known = report.story.find_fact(id);
        let is_said = known.is_none_or(|other| said.iter().any(|one| one.is_true_of(other)));
        report.expect(is_said, &format!("{at}/says/{index}"), || say::SAYS_UNUSED.with(&[id]));
    }
    for (index, words) in fact.no_numbers.iter().enumerate() {
        let stands = Lang::ALL.into_iter().any(|lang| fact.statement.get(lang).contains(words.as_str()));
        report.expect(stands, &format!("{at}/no_numbers/{index}"), || say::NO_NUMBERS_UNUSED.with(&[words]));
    }
}

/// Which facts come from which sentence of the page.
struct Kin<'a> {
    /// By the hash of the sentence: the facts that it is the source of, then what is computed from some of them.
    sentences: BTreeMap<&'a str, Vec<&'a Fact>>,
}

impl<'a> Kin<'a> {
    fn of(story: &'a Story) -> Self {
        let mut sentences: BTreeMap<&str, Vec<&Fact>> = BTreeMap::new();
        for fact in &story.facts.facts {
            if let Some(source) = &fact.source {
                sentences.entry(&source.sha256).or_default().push(fact);
            }
        }
        for fact in &story.facts.facts {
            for id in inputs(fact) {
                let source = story.find_fact(&id).and_then(|input| input.source.as_ref());
                let Some(source) = source else { continue };
                let kin = sentences.entry(&source.sha256).or_default();
                if !kin.iter().any(|one| one.id == fact.id) {
                    kin.push(fact);
                }
            }
        }
        Self { sentences }
    }

    /// The facts whose numbers a statement may say besides its own.
    fn others(&self, story: &'a Story, fact: &'a Fact) -> Vec<&'a Fact> {
        let kin = fact.source.iter().flat_map(|source| self.sentences.get(source.sha256.as_str())).flatten().copied();
        let named = inputs(fact).into_iter().chain(fact.says.iter().cloned());
        kin.chain(named.filter_map(|id| story.find_fact(&id))).collect()
    }

    /// How many facts there are to be counted through in a fact's sentence.
    fn ranks(&self, fact: &Fact) -> usize {
        fact.source.as_ref().and_then(|source| self.sentences.get(source.sha256.as_str())).map_or(0, Vec::len)
    }
}

fn inputs(fact: &Fact) -> Vec<FactId> {
    fact.formula.iter().flat_map(Formula::inputs).cloned().collect()
}
