//! Wording: what no reader should meet in any text of any file – nothing but space, notes to oneself, signs of other
//! keyboards, characters that cannot be seen, and one language in the other's place.

use jsonptr::Token;
use serde_json::Value;

use super::{DataFile, FileKind, Found, Report, say};
use crate::model::Story;

/// Notes to oneself, as whole words.
const NOTES: [&str; 8] = ["TODO", "FIXME", "XXX", "TBD", "待补", "待写", "占位", "lorem ipsum"];

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.kind() != FileKind::Topology) {
        let mut report = Report::new(file.kind(), story, files);
        walk(&mut report, String::new(), file.value());
        found.extend(report.found);
    }
    found
}

fn walk(report: &mut Report, at: String, value: &Value) {
    match value {
        Value::String(text) => check_text(report, &at, text),
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                walk(report, format!("{at}/{index}"), inner);
            }
        }
        Value::Object(object) => {
            if let (2, Some(Value::String(zh)), Some(Value::String(en))) =
                (object.len(), object.get("zh"), object.get("en"))
            {
                // Sources are named as they are, in whatever language.
                if !at.ends_with("source") {
                    check_languages(report, &at, zh, en);
                }
            }
            for (key, inner) in object {
                walk(report, format!("{at}/{}", Token::new(key).encoded()), inner);
            }
        }
        _ => {}
    }
}

fn check_text(report: &mut Report, at: &str, text: &str) {
    // What a map may lack while a story is made is asked for when it is published.
    let asked_later = report.file == FileKind::Map && (at.starts_with("/attribution") || at == "/review_number");
    if !text.is_empty() && text.trim().is_empty() && !asked_later {
        return report.add(at, say::WHITE_SPACE.with(&[]));
    }
    if let Some(c) = text.chars().find(|c| is_invisible(*c)) {
        let code = u32::from(c);
        report.add(at, say::INVISIBLE.with(&[&format!("{code:04X}")]));
    }
    if let Some(note) = NOTES.into_iter().find(|note| has_word(text, note)) {
        report.add(at, say::NOTE_TO_ONESELF.with(&[&note]));
    }
    if let Some(c) = text.chars().find(|c| matches!(c, '｛' | '｝')) {
        report.add(at, say::FULL_WIDTH_BRACES.with(&[&c]));
    }
}

/// Control characters, and those that hide or turn what stands around them; tabs and line ends are space.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{00ad}')
}

fn has_word(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| word.is_ascii() && c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(word)
        .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next()))
}

/// Chinese without any 汉字, or English in 汉字, is as a rule the other language in its place.
fn check_languages(report: &mut Report, at: &str, zh: &str, en: &str) {
    let (zh, en) = (shown(zh), shown(en));
    let han = |text: &str| text.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9fff}')).count();
    let latin = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
    if latin(&zh) > 3 && han(&zh) == 0 {
        report.warn(&zh, format!("{at}/zh"), say::NOT_CHINESE.with(&[&zh]));
    }
    // A seal is one character in both.
    if han(&en) > latin(&en) && en != zh {
        report.warn(&en, format!("{at}/en"), say::NOT_ENGLISH.with(&[&en]));
    } else if han(&en) > latin(&en) && han(&en) > 1 {
        report.warn(&en, format!("{at}/en"), say::CHINESE_FOR_ENGLISH.with(&[&en]));
    }
}

/// The text without what stands for facts and places: ids are Latin in both languages.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for (index, piece) in text.split(['{', '}']).enumerate() {
        shown.push_str(if index % 2 == 0 { piece } else { piece.split_once('|').map_or("", |(_, words)| words) });
    }
    shown.trim().to_owned()
}
