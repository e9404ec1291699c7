//! What hangs together with nothing, or not as one expects: no fault, for it may be meant so, but worth a warning.

use std::collections::BTreeSet;

use chinese_number::{ChineseCountMethod, ChineseToNumber};
use serde_json::Value;

use super::{DataFile, FileKind, Found, Report, say};
use crate::model::Story;
use crate::text::{numerals, without};

/// As many measures have room side by side on a phone: with six the switch between them is wider than the page.
const MEASURES: usize = 5;
/// As many parts of a bar have room for their names; of more, most are told apart by nothing, for all have one colour.
const PARTS: usize = 8;

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let texts = Texts::of(files);
    let mut found = names(story, files, &texts);
    found.extend(figures(story, files));
    found.extend(places(story, files, &texts));
    found.extend(order(story, files));
    found
}

/// Every text of the files that tell, to look words and ids up in.
struct Texts {
    whole: BTreeSet<String>,
    long: String,
}

impl Texts {
    fn of(files: &[DataFile]) -> Self {
        let mut texts = Self { whole: BTreeSet::new(), long: String::new() };
        files
            .iter()
            .filter(|file| file.kind() != FileKind::Topology)
            .for_each(|file| texts.add(file.kind(), "", file.value()));
        texts
    }

    fn add(&mut self, file: FileKind, key: &str, value: &Value) {
        match value {
            // A place is not named by its own entry.
            Value::String(text) if !(file == FileKind::Places && key == "id") => {
                self.whole.insert(text.clone());
                self.long.push_str(text);
                self.long.push('\n');
            }
            Value::Array(list) => list.iter().for_each(|inner| self.add(file, key, inner)),
            // The list of names is no use of them.
            Value::Object(object) => {
                object
                    .iter()
                    .filter(|(key, _)| *key != "no_numbers" && *key != "meant")
                    .for_each(|(key, inner)| self.add(file, key, inner));
            }
            _ => {}
        }
    }
}

fn names(story: &Story, files: &[DataFile], texts: &Texts) -> Vec<Found> {
    let mut report = Report::new(FileKind::Chapters, story, files);
    let words = &story.head().no_numbers;
    for (key, list) in [("zh", &words.zh), ("en", &words.en)] {
        for (index, word) in list.iter().enumerate() {
            let at = format!("/story/no_numbers/{key}/{index}");
            if numerals(word).is_empty() {
                report.warn(word, at, say::NAME_WITHOUT_NUMERAL.with(&[word]));
            } else if without(&texts.long, [word.as_str()]).1.is_empty() {
                report.warn(word, at, say::NAME_UNUSED.with(&[word]));
            }
        }
    }
    report.found
}

fn figures(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Figures, story, files);
    let told = || story.told().map(|(_, told)| told);
    let listed = told().flat_map(|told| told.figures.iter().chain(told.key_figures.iter().map(|key| &key.figure)));
    let shading = told().flat_map(|told| told.maps()).filter_map(|map| map.shading.as_ref());
    let used: BTreeSet<&str> = listed.chain(shading).map(|id| id.as_str()).collect();
    for (index, figure) in story.figures.figures.iter().enumerate() {
        let (at, id) = (format!("/figures/{index}"), figure.id.as_str());
        if !used.contains(id) && !report.is_touched(FileKind::Chapters, "/chapters") {
            report.warn(id, format!("{at}/id"), say::FIGURE_ON_NO_PAGE.with(&[&id]));
        }
        let Some(bars) = figure.bars() else { continue };
        let count = bars.measures.len();
        if count > MEASURES {
            report.warn(id, format!("{at}/bars/measures"), say::TOO_MANY_MEASURES.with(&[&MEASURES, &count, &id]));
        }
        for (index, measure) in bars.measures.iter().enumerate() {
            let count = measure.parts.len();
            if count > PARTS {
                let at = format!("{at}/bars/measures/{index}/parts");
                report.warn(id, at, say::TOO_MANY_PARTS.with(&[&PARTS, &count, &id]));
            }
        }
    }
    report.found
}

fn places(story: &Story, files: &[DataFile], texts: &Texts) -> Vec<Found> {
    let mut report = Report::new(FileKind::Places, story, files);
    for (index, place) in story.places.places.iter().enumerate() {
        let id = place.id.as_str();
        let named = texts.whole.contains(id)
            || texts.long.contains(&format!("{{@{id}}}"))
            || texts.long.contains(&format!("{{@{id}|"));
        let read =
            [FileKind::Chapters, FileKind::Facts, FileKind::Figures].iter().all(|file| !report.is_touched(*file, ""));
        if !named && read {
            report.warn(id, format!("/places/{index}/id"), say::PLACE_NAMED_NOWHERE.with(&[&id]));
        }
    }
    report.found
}

/// The chapters' numerals count on, one by one.
fn order(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Chapters, story, files);
    let mut before: Option<(u64, &str)> = None;
    for (index, chapter) in story.chapters.chapters.iter().enumerate() {
        let numeral = &chapter.numeral;
        let (at, id) = (format!("/chapters/{index}/numeral"), chapter.id.as_str());
        let Some(zh) = counted(&numeral.zh) else { continue };
        if let Some((_, words)) = before.filter(|(last, _)| zh != last + 1) {
            report.warn(id, format!("{at}/zh"), say::NUMERAL_OUT_OF_ORDER.with(&[&words, &numeral.zh, &id]));
        }
        if let Some(en) = counted(&numeral.en).filter(|en| *en != zh) {
            report.warn(id, format!("{at}/en"), say::NUMERALS_DIFFER.with(&[&numeral.zh, &en, &id]));
        }
        before = Some((zh, &numeral.zh));
    }
    report.found
}

/// What a chapter's numeral counts: 序 comes before the first.
fn counted(numeral: &str) -> Option<u64> {
    match numeral.trim() {
        "序" | "零" => Some(0),
        other => other.parse().ok().or_else(|| other.to_number(ChineseCountMethod::TenThousand).ok()),
    }
}
