//! What is wrong with a data file, and where.

use std::collections::BTreeMap;

use jsonptr::Token;

use super::messages::{Message, Template};
use crate::model::Lang;

/// One fault: file, line, key and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was asked for.
    pub file: String,
    /// The line, counted from 1; 0 if the file could not be read at all.
    pub line: usize,
    /// The key, such as `facts[3].unit`; empty for the whole file.
    pub key: String,
    /// What was expected, what was found, and the smallest edit that mends it.
    pub message: Message,
}

impl Fault {
    /// Where it is, and what is said of it, in one line.
    pub fn line_in(&self, lang: Lang) -> String {
        let Self { file, line, key, message } = self;
        let said = message.line(lang);
        match (line, key.is_empty()) {
            (0, _) => format!("{file}: {said}"),
            (_, true) => format!("{file}:{line}: {said}"),
            _ => format!("{file}:{line}: {key}: {said}"),
        }
    }

    /// The same with its number before it, and below it why it matters to a reader.
    pub fn told(&self, lang: Lang) -> String {
        told(&self.line_in(lang), self.message.template, lang)
    }
}

fn told(line: &str, template: &Template, lang: Lang) -> String {
    let about = template.cause.about();
    let why = if lang == Lang::Zh { "为什么要紧：" } else { "why it matters: " };
    format!("{}: {line}\n      {why}{}", about.number, about.why.get(lang))
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.line_in(Lang::En))
    }
}

impl std::error::Error for Fault {}

/// Something that may be meant so, and is more often an oversight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is about: an id or a word.
    pub about: String,
    /// Where, and what was expected.
    pub at: Fault,
}

impl Warning {
    /// Its number, as `data/README.md` lists them.
    pub fn number(&self) -> &'static str {
        self.at.message.cause().number()
    }
}

impl std::fmt::Display for Warning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.number(), self.at)
    }
}

/// The faults as people want to read them, with why each matters: those of one cause are one with a count, be it that they
/// say the same of many places, or that one message has many things found in one file.
pub fn gathered<'a>(faults: impl IntoIterator<Item = &'a Fault>, lang: Lang) -> Vec<String> {
    let mut same: Vec<Vec<&Fault>> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for fault in faults {
        let at = *known.entry(fault.message.line(Lang::En)).or_insert(same.len());
        match same.get_mut(at) {
            Some(others) => others.push(fault),
            None => same.push(vec![fault]),
        }
    }
    let mut alike: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for one in &same {
        *alike.entry((&one[0].file, one[0].message.template.name)).or_default() += 1;
    }
    let mut joined: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Fault>> = Vec::new();
    for one in same {
        let key = (one[0].file.as_str(), one[0].message.template.name);
        if alike.get(&key).is_none_or(|count| *count <= MANY) {
            groups.push(one);
            continue;
        }
        let at = *joined.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(others) => others.extend(one),
            None => groups.push(one),
        }
    }
    groups.iter().map(|group| told(&counted(group, lang), group[0].message.template, lang)).collect()
}

/// The first of some faults, and where the others are.
fn counted(group: &[&Fault], lang: Lang) -> String {
    let (first, others) = (group[0], &group[1..]);
    let line = first.line_in(lang);
    if others.is_empty() {
        return line;
    }
    let mut lines: BTreeMap<(bool, &str), Vec<usize>> = BTreeMap::new();
    for one in others.iter().take(SHOWN) {
        lines.entry((one.file != first.file, one.file.as_str())).or_default().push(one.line);
    }
    let listed = |((is_other, file), mut lines): ((bool, &str), Vec<usize>)| {
        lines.sort_unstable();
        lines.dedup();
        let lines = lines.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        if is_other { format!("{file}: {lines}") } else { lines }
    };
    let places: Vec<String> = lines.into_iter().map(listed).collect();
    let (count, rest) = (others.len(), others.len() > SHOWN);
    match lang {
        Lang::En if count == 1 => format!("{line} (and once more, on line {})", places.join("; ")),
        Lang::En => {
            format!(
                "{line} (and {count} times more, on lines {}{})",
                places.join("; "),
                if rest { ", …" } else { "" }
            )
        }
        Lang::Zh => {
            format!("{line}（还有 {count} 处，在第 {} 行{}）", places.join("；"), if rest { "等" } else { "" })
        }
    }
}

/// Lines that a message with a count lists.
const SHOWN: usize = 30;
/// So many faults of one message in one file are told one by one; more have one cause, such as a list that is of another
/// form, and are one with a count.
const MANY: usize = 8;

/// A JSON pointer as people read it: `/facts/3/unit` is `facts[3].unit`.
pub fn key_of(pointer: &str) -> String {
    let mut key = String::new();
    for part in pointer.split('/').skip(1) {
        let part = Token::from_encoded(part).map_or_else(|_| part.into(), |part| part.decoded().into_owned());
        if part.chars().all(|c| c.is_ascii_digit()) && !part.is_empty() {
            key.push_str(&format!("[{part}]"));
        } else {
            if !key.is_empty() {
                key.push('.');
            }
            key.push_str(&part);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::messages::{KEY_TWICE, NO_DAY, UNKNOWN_UNIT};

    fn fault(line: usize, message: Message) -> Fault {
        Fault { file: "facts.json".into(), line, key: "key".into(), message }
    }

    #[test]
    fn faults_of_one_cause_are_one_message_with_a_count() {
        let a = || UNKNOWN_UNIT.with(&[&"a"]);
        let elsewhere = Fault { file: "chapters.json".into(), ..fault(7, a()) };
        let faults = [fault(1, a()), fault(2, KEY_TWICE.with(&[])), fault(3, a()), elsewhere];
        let lines = gathered(&faults, Lang::En);
        assert_eq!(lines.len(), 2, "{lines:#?}");
        assert!(lines[0].starts_with("F10: facts.json:1: key: expected the id of a unit"), "{}", lines[0]);
        assert!(lines[0].contains("(and 2 times more, on lines 3; chapters.json: 7)\n"), "{}", lines[0]);
        assert!(gathered(&faults, Lang::Zh)[0].contains("（还有 2 处，在第 3；chapters.json: 7 行）"));
    }

    #[test]
    fn thirty_things_found_in_the_place_of_one_form_are_one_message() {
        let faults: Vec<Fault> = (1..=30).map(|line| fault(line, NO_DAY.with(&[&line]))).collect();
        let lines = gathered(&faults, Lang::En);
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert!(lines[0].contains("found `1`; ") && lines[0].contains("29 times more, on lines 2, 3,"), "{lines:#?}");
        assert_eq!(gathered(&faults[..MANY], Lang::En).len(), MANY, "few are told one by one");
    }

    #[test]
    fn a_fault_reads_as_file_line_key_expectation_remedy_and_why() {
        let fault = Fault {
            file: "data/facts.json".into(),
            line: 12,
            key: key_of("/facts/3/unit"),
            message: UNKNOWN_UNIT.with(&[&"home"]),
        };
        assert_eq!(
            fault.to_string(),
            "data/facts.json:12: facts[3].unit: expected the id of a unit in this file, found `home`; write the id of a \
             unit, or add it to `units`"
        );
        let told = fault.told(Lang::Zh);
        let (line, why) = told.split_once('\n').expect("two lines");
        assert!(
            line.starts_with("F10: data/facts.json:12: facts[3].unit: 应为本文件里一个单位的 id，实为 `home`；"),
            "{line}"
        );
        assert!(why.trim().starts_with("为什么要紧："), "{why}");
    }
}
