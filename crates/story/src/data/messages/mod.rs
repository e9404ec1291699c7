//! What the check says: every message once, in English and in Chinese, with its cause and the smallest edit that mends it.
//!
//! A message is a [`Template`] with what was found filled in. Its [`Cause`] has a number, by which `data/README.md` lists it,
//! and says why it matters to a reader. Nothing else in the program words a fault.

mod causes;
mod chapters;
mod errors;
mod facts;
mod figures;
mod files;
mod map;
mod places;
mod prose;
mod warnings;

pub use causes::{About, Cause};
pub use chapters::*;
pub use errors::{braces, formula};
pub use facts::*;
pub use figures::*;
pub use files::*;
pub use map::*;
pub use places::*;
pub use prose::*;
pub use warnings::*;

use std::fmt::Display;

use crate::model::Lang;

/// The same words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// In English.
    pub en: &'static str,
    /// In Chinese.
    pub zh: &'static str,
}

impl Both {
    /// In one of the two.
    pub fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}

/// A message without what was found: `{0}`, `{1}` and so on stand for that.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name in the program.
    pub name: &'static str,
    /// What it is a case of.
    pub cause: Cause,
    /// What was expected, and what was found.
    pub said: Both,
    /// The smallest edit that mends it.
    pub mend: Both,
}

/// Something that stands in a message: a word of the data, which is the same in both languages, or words of the check's own.
pub trait Told {
    /// As a message in this language has it.
    fn told(&self, lang: Lang) -> String;
}

impl<T: Display + ?Sized> Told for T {
    fn told(&self, _: Lang) -> String {
        self.to_string()
    }
}

impl Told for Both {
    fn told(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

/// Words of the check's own with something filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
}

impl Phrase {
    /// The words with these things for `{0}`, `{1}` and so on.
    pub fn of(words: Both, found: &[&dyn Told]) -> Self {
        let [en, zh] = [Lang::En, Lang::Zh].map(|lang| filled(words.get(lang), lang, found));
        Self { en, zh }
    }

    /// In one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

impl Told for Phrase {
    fn told(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

/// What the check says of one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which message it is.
    pub template: &'static Template,
    /// What was expected and found.
    said: Phrase,
    /// The smallest edit that mends it.
    mend: Phrase,
}

impl Message {
    /// Expectation, find and remedy in one line.
    pub fn line(&self, lang: Lang) -> String {
        let between = if lang == Lang::Zh { "；" } else { "; " };
        format!("{}{between}{}", self.said.get(lang), self.mend.get(lang))
    }

    /// What it is a case of.
    pub fn cause(&self) -> Cause {
        self.template.cause
    }

    /// Whether the English line holds these words.
    pub fn contains(&self, words: &str) -> bool {
        self.line(Lang::En).contains(words)
    }
}

impl Template {
    /// The message with what was found.
    pub fn with(&'static self, found: &[&dyn Told]) -> Message {
        Message { template: self, said: Phrase::of(self.said, found), mend: Phrase::of(self.mend, found) }
    }
}

/// The longest piece of a file that a message repeats whole, in characters, and how much of a longer one.
const QUOTED: [usize; 2] = [300, 60];

/// Words with what was found in the places of `{0}`, `{1}` and so on; other braces stay. What is long is told by its
/// beginning: whoever reads it has the line.
fn filled(words: &str, lang: Lang, found: &[&dyn Told]) -> String {
    let [longest, kept] = QUOTED;
    let mut text = String::new();
    let mut rest = words;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let index = rest[open + 1..].find('}').and_then(|close| rest[open + 1..][..close].parse::<usize>().ok());
        match index.and_then(|index| Some((index, found.get(index)?))) {
            Some((index, one)) => {
                let one = one.told(lang);
                if one.chars().count() > longest {
                    text.extend(one.chars().take(kept).chain(['…']));
                } else {
                    text.push_str(&one);
                }
                rest = &rest[open + 2 + index.to_string().len()..];
            }
            None => {
                text.push('{');
                rest = &rest[open + 1..];
            }
        }
    }
    text + rest
}

/// Every message there is.
pub fn templates() -> impl Iterator<Item = &'static Template> {
    [CHAPTERS_SAID, FACTS_SAID, FIGURES_SAID, FILES_SAID, MAP_SAID, PLACES_SAID, PROSE_SAID, WARNINGS_SAID]
        .into_iter()
        .flatten()
        .copied()
}

/// Writes down messages, each with its cause, what it says and how it is mended, in English and in Chinese.
macro_rules! worded {
    (all $all:ident; $($name:ident($cause:ident) { $said_en:literal / $said_zh:literal, $mend_en:literal / $mend_zh:literal })*) => {
        $(
            #[doc = $said_en]
            pub static $name: $crate::data::messages::Template = $crate::data::messages::Template {
                name: stringify!($name),
                cause: $crate::data::messages::Cause::$cause,
                said: $crate::data::messages::Both { en: $said_en, zh: $said_zh },
                mend: $crate::data::messages::Both { en: $mend_en, zh: $mend_zh },
            };
        )*
        /// All messages of this file.
        pub(in crate::data::messages) static $all: &[&$crate::data::messages::Template] = &[$(&$name),*];
    };
}
use worded;

/// Words of the check's own in both languages.
#[macro_export]
macro_rules! both {
    ($en:literal / $zh:literal) => {
        $crate::data::messages::Both { en: $en, zh: $zh }
    };
}
pub use both;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The places that words have for what was found.
    fn places(words: &str) -> BTreeSet<usize> {
        (0..10).filter(|index| words.contains(&format!("{{{index}}}"))).collect()
    }

    #[test]
    fn both_languages_say_the_same_things_found() {
        for one in templates() {
            let [en, zh] = [one.said.en, one.said.zh].map(places);
            assert_eq!(en, zh, "{}", one.name);
            let [en, zh] = [one.mend.en, one.mend.zh].map(places);
            assert_eq!(en, zh, "{}", one.name);
        }
    }

    #[test]
    fn each_language_is_written_in_its_own_words() {
        // Words that are wholly filled in are worded elsewhere, in both languages too.
        let is_filled = |text: &str| text.starts_with('{') && text.len() == 3;
        let han = |text: &str| text.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9fff}')).count();
        let latin = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
        for one in templates() {
            for words in [one.said, one.mend] {
                assert!(han(words.zh) >= 2 || is_filled(words.zh), "{}", one.name);
                assert!((latin(words.en) >= 5 && han(words.en) == 0) || is_filled(words.en), "{}", one.name);
            }
        }
    }

    #[test]
    fn no_two_messages_have_one_name_or_say_the_same() {
        let names: BTreeSet<&str> = templates().map(|one| one.name).collect();
        assert_eq!(names.len(), templates().count());
        let said: BTreeSet<(&str, Cause)> = templates().map(|one| (one.said.en, one.cause)).collect();
        assert_eq!(said.len(), templates().count());
    }

    #[test]
    fn every_cause_has_a_message() {
        let used: BTreeSet<Cause> = templates().map(|one| one.cause).collect();
        assert_eq!(used, Cause::ALL.iter().copied().collect());
    }

    #[test]
    fn what_is_long_is_told_by_its_beginning_and_braces_found_are_no_places() {
        let long = "一".repeat(400);
        let words = both!("expected {id|五}, found `{1}` and {0}" / "应为 {id|五}，实为 `{1}` 和 {0}");
        let said = Phrase::of(words, &[&"{1}", &long]);
        assert_eq!(said.en, format!("expected {{id|五}}, found `{}…` and {{1}}", "一".repeat(60)));
    }
}
