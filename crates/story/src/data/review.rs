//! What an editor looks over before a story goes out: number words that belong to no fact, statements whose sentence lacks
//! what they say, and who has signed which row.
//!
//! The check of a story asks what must be wrong. This asks what may be, and so it errs on the side of asking.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::check;
use super::file::DataFile;
use super::folder::FILES;
use super::messages::ROWS_UNREVIEWED;
use super::remark::Remark;
use super::text_file::read_text;
use super::verify::{sentence_of, unsaid_in};
use crate::model::{Fact, FactId, Lang, Speaker, Story};
use crate::text::{Numeral, numerals};

/// The list of initials, beside the data.
pub const INITIALS: &str = "initials.json";

/// Words that count or measure without being numerals for the check: a lone one, what is ranked, what is said to be most, few
/// or the only one.
const WORDS_ZH: &[&str] = &[
    "第一",
    "一半",
    "半",
    "几",
    "多数",
    "大多",
    "只有",
    "唯一",
    "首个",
    "首批",
    "年底",
    "年中",
    "一项",
    "一个",
    "一条",
    "一处",
    "一座",
    "一家",
    "一场",
    "一公里",
    "的多",
    "不多",
    "两者",
];
const WORDS_EN: &[&str] = &[
    "one",
    "first",
    "only",
    "most",
    "few",
    "several",
    "many",
    "both",
    "single",
    "half",
    "mid-year",
    "middle",
    "end",
    "largest",
    "twice",
    "double",
    "all",
    "kilometre",
    "a battery",
    "hardly",
];

/// What is known of a story's numbers: of each fact those whose numbers may stand beside its own, and the names that hold a
/// numeral and say none.
#[derive(Debug)]
pub struct Numbers<'a> {
    kin: BTreeMap<&'a FactId, Vec<&'a Fact>>,
    names: Vec<&'a str>,
}

/// Numbers in a text, as ranges of bytes; those within a name are left out.
fn numbers_in(text: &str, names: &[&str], keep: impl Fn(&Numeral) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for numeral in numerals(text) {
        let Some(at) = text[from..].find(&numeral.text).map(|at| from + at) else { continue };
        from = at + numeral.text.len();
        if keep(&numeral) {
            found.push(at..from);
        }
    }
    let within = |name: &&str, one: &Range<usize>| {
        text.match_indices(name).any(|(at, name)| at <= one.start && one.end <= at + name.len())
    };
    found.retain(|one| !names.iter().any(|name| within(name, one)));
    found
}

impl<'a> Numbers<'a> {
    /// Those of a story.
    pub fn of(story: &'a Story) -> Self {
        let places = story.subjects().flat_map(|one| [one.name(), one.short()]).flat_map(|name| [&name.zh, &name.en]);
        let names = story.head().no_numbers.all().chain(places.map(String::as_str));
        Self { kin: check::kin(story), names: names.filter(|name| !name.is_empty()).collect() }
    }

    /// The parts of a text that are numbers or number words.
    pub fn words(&self, text: &str, lang: Lang) -> Vec<Range<usize>> {
        number_words(text, &self.names, lang)
    }

    /// The numbers within words about a fact that are neither its own nor those of a fact that it may be expected to name.
    pub fn strange(&self, fact: &Fact, text: &str) -> Vec<Range<usize>> {
        let kin = self.kin.get(&fact.id);
        let known = |one: &Numeral| one.is_true_of(fact) || kin.into_iter().flatten().any(|kin| one.is_true_of(kin));
        let names: Vec<&str> = self.names.iter().copied().chain(fact.no_numbers.iter().map(String::as_str)).collect();
        numbers_in(text, &names, |one| !known(one))
    }
}

/// The parts of a text that are numbers or number words, as ranges of bytes, in order and apart from each other.
fn number_words(text: &str, names: &[&str], lang: Lang) -> Vec<Range<usize>> {
    let mut found = numbers_in(text, names, |_| true);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let words: &[&str] = if lang == Lang::Zh { WORDS_ZH } else { WORDS_EN };
    for word in words {
        let lower = text.to_ascii_lowercase();
        for (at, _) in lower.match_indices(word) {
            let end = at + word.len();
            let whole = !word.is_ascii()
                || (!is_letter(text[..at].chars().next_back()) && !is_letter(text[end..].chars().next()));
            if whole && !found.iter().any(|one| one.start < end && at < one.end) {
                found.push(at..end);
            }
        }
    }
    found.sort_by_key(|one| one.start);
    found
}

/// What a statement says and the sentence that it is taken from does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lacking {
    /// The sentence, if the transcript has it.
    pub sentence: Option<String>,
    /// Names of places and numbers.
    pub words: Vec<String>,
    /// Neither the sentence nor what stands before it in its paragraph says who speaks.
    pub speaker: bool,
}

/// Words by which a speaker is known in a sentence; the newspaper speaks where nobody else does.
fn names_of(speaker: Speaker) -> &'static [&'static str] {
    match speaker {
        Speaker::Report => &["报告"],
        Speaker::City => &["市委", "市政府", "我市", "全市"],
        Speaker::District => &["区", "县"],
        Speaker::Notice => &["通知", "公告", "通告"],
        Speaker::Newspaper | Speaker::Ours => &[],
    }
}

/// What a fact's sentence lacks of its statement; nothing of a fact that has no sentence.
pub fn lacking(story: &Story, fact: &Fact, transcript: &str) -> Lacking {
    let Some(source) = &fact.source else { return Lacking::default() };
    let Some((sentence, before)) = sentence_of(story, transcript, source) else { return Lacking::default() };
    let names = names_of(fact.speaker);
    let said = |name: &&str| sentence.contains(*name) || before.contains(*name);
    let words = if fact.speaker == Speaker::Ours { Vec::new() } else { unsaid_in(story, fact, &sentence) };
    Lacking { words, speaker: !names.is_empty() && !names.iter().any(said), sentence: Some(sentence) }
}

/// Who has read a row, and what it was like then.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Initials {
    /// Their initials.
    pub by: String,
    /// The first digits of the hash of the row, see [`rows`].
    pub row: String,
}

/// Of every fact by its id the first eight digits of a hash of all that facts.json says of it: whoever changes a row has to
/// have it read again.
pub fn rows(dir: &Path) -> BTreeMap<String, String> {
    let file = DataFile::read(dir, FILES[0], &mut Vec::new());
    let facts = file.value().get("facts").and_then(|facts| facts.as_array());
    let row = |fact: &serde_json::Value| {
        let digest = Sha256::digest(fact.to_string().as_bytes());
        let digits: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Some((fact.get("id")?.as_str()?.to_owned(), digits))
    };
    facts.into_iter().flatten().filter_map(row).collect()
}

/// The initials that were kept; none where there is no such list, or it cannot be read.
pub fn initials(dir: &Path) -> BTreeMap<String, Initials> {
    let text = read_text(&dir.join(INITIALS)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// What keeps a story from being published that asks for initials and lacks some.
pub fn unsigned(dir: &Path, story: &Story) -> Option<Remark> {
    let (rows, kept) = (rows(dir), initials(dir));
    let is_signed = |fact: &&Fact| {
        let one = kept.get(fact.id.as_str());
        one.is_some_and(|one| !one.by.trim().is_empty() && rows.get(fact.id.as_str()) == Some(&one.row))
    };
    let all = &story.facts.facts;
    let open: Vec<&Fact> = all.iter().filter(|fact| !is_signed(fact)).collect();
    let first = open.first().filter(|_| story.head().initials)?;
    let message = ROWS_UNREVIEWED.with(&[&open.len(), &all.len(), &first.id, &INITIALS]);
    Some(Remark { file: "chapters.json", pointer: "/story/initials".into(), message, about: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lang: Lang, expected: &[&str]) {
        let found: Vec<&str> = number_words(text, &[], lang).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn number_words_are_found_that_the_check_lets_pass() {
        check("一项收尾，一项提速", Lang::Zh, &["一项", "一项"]);
        check("写明建成的只有西霞院，共12个", Lang::Zh, &["只有", "12"]);
        check("One to finish, the others only sped up", Lang::En, &["One", "only"]);
        check("Seven of twelve, none alone", Lang::En, &["Seven", "twelve"]);
    }
}
