//! Chapters: do they point at things that exist, and is every number in their prose a fact?

mod maps;

use std::collections::BTreeSet;

use contract::id;

use super::{DataFile, FileKind, Found, Report, prose, say};
use crate::data::messages::{Both, both};
use crate::data::{address_fault, published};
use crate::model::{KeyFigure, Story, StoryHead, Told};
use maps::check_map;

/// Names of folders and files beside those of the chapters, on the site and among what is shown in frames.
const FOLDERS: [&str; 10] = ["data", "embed", "en", "icons", "kit", "map", "oembed", "pictures", "statics", "story"];

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Chapters, story, files);
    let file = &story.chapters;
    check_anchors(&mut report, story);
    report.unique("/areas", file.areas.iter().map(|area| area.id.as_str()));
    for (index, area) in file.areas.iter().enumerate() {
        report.fact(&format!("/areas/{index}/fact"), &area.fact);
    }
    report.unique("/chapters", file.chapters.iter().map(|chapter| chapter.id.as_str()));
    check_head(&mut report, &file.story);
    for (index, area) in file.areas.iter().enumerate() {
        prose::check_plain(&mut report, &format!("/areas/{index}/name"), &area.name);
    }
    check_renamed(&mut report, story);
    for (index, chapter) in file.chapters.iter().enumerate() {
        prose::check_plain(&mut report, &format!("/chapters/{index}/name"), &chapter.name);
        if let Some(told) = &chapter.told {
            check_told(&mut report, &format!("/chapters/{index}/told"), told);
        }
    }
    report.expect(story.told().next().is_some(), "/chapters", || say::NO_CHAPTER.with(&[]));
    report.found
}

/// What stands in no chapter: the story's own words, its address and handle, its days and terms.
fn check_head(report: &mut Report, head: &StoryHead) {
    let told = [
        ("title", &head.title),
        ("summary", &head.summary),
        ("kicker", &head.kicker),
        ("headline", &head.headline),
        ("subhead", &head.subhead),
        ("lead", &head.lead),
    ];
    for (key, text) in told {
        prose::check(report, &format!("/story/{key}"), text);
    }
    check_address(report, &head.address);
    let handle = &head.handle;
    report.expect(is_handle(handle), "/story/handle", || say::BAD_HANDLE.with(&[handle]));
    let words = [("publisher", &head.publisher), ("credit", &head.credit)];
    for (key, words) in words.into_iter().filter_map(|(key, words)| Some((key, words.as_ref()?))) {
        prose::check_plain(report, &format!("/story/{key}"), words);
    }
    prose::check_plain(report, "/story/not_mentioned", &head.not_mentioned);
    if let (Some(published), Some(updated)) = (head.published, head.updated) {
        report.expect(published <= updated, "/story/published", || {
            say::PUBLISHED_AFTER_UPDATE.with(&[&updated, &published])
        });
    }
    if let Some(terms) = &head.terms {
        prose::check_plain(report, "/story/terms/name", &terms.name);
        report.expect(terms.url.starts_with("https://"), "/story/terms/url", || {
            say::TERMS_WITHOUT_HTTPS.with(&[&terms.url])
        });
    }
    if let Some(ending) = &head.ending {
        prose::check(report, "/story/ending/title", &ending.title);
        for (index, text) in ending.findings.iter().enumerate() {
            prose::check(report, &format!("/story/ending/findings/{index}"), text);
        }
    }
    for (index, text) in head.method.iter().enumerate() {
        prose::check(report, &format!("/story/method/{index}"), text);
    }
}

/// Names that HTML keeps for elements of SVG and MathML, or once did.
const KEPT: [&str; 8] = [
    "annotation-xml",
    "color-profile",
    "font-face",
    "font-face-format",
    "font-face-name",
    "font-face-src",
    "font-face-uri",
    "missing-glyph",
];

/// Whether an element may be called so (HTML, “valid custom element name”, of which this takes what every system can type).
fn is_handle(name: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let begins = name.starts_with(|c: char| c.is_ascii_lowercase());
    begins && name.contains('-') && name.split('-').all(is_part) && !KEPT.contains(&name)
}

fn check_address(report: &mut Report, address: &str) {
    let at = "/story/address";
    if let Some(expected) = address_fault(address).filter(|_| !report.is_aside(FileKind::Chapters, at)) {
        report.add(at, say::BAD_ADDRESS.with(&[&expected, &address]));
    }
}

/// An old id must lead to one there is, and must not be one there is.
fn check_renamed(report: &mut Report, story: &Story) {
    let known = published::ids(story);
    let files = [
        (FileKind::Chapters, "/chapters"),
        (FileKind::Facts, "/facts"),
        (FileKind::Figures, "/figures"),
        (FileKind::Places, "/regions"),
        (FileKind::Places, "/places"),
        (FileKind::Places, "/categories"),
    ];
    let lacks = files.into_iter().any(|(file, part)| report.lacks_ids(file, part));
    for (old, id) in &story.chapters.story.renamed {
        let at = format!("/story/renamed/{old}");
        let is_handle = *id == story.chapters.story.handle;
        report.expect(lacks || is_handle || known.contains(id.as_str()), &at, || say::RENAMED_TO_NOTHING.with(&[id]));
        report.expect(!known.contains(old.as_str()), &at, || match holder(story, old) {
            Some(holder) => say::RENAMED_STILL_ELSEWHERE.with(&[old, &holder]),
            None => say::RENAMED_STILL_THERE.with(&[old]),
        });
    }
}

/// What has an id that is said to be gone, where other things may have the same.
fn holder(story: &Story, id: &str) -> Option<Both> {
    let places = &story.places;
    let kinds = [
        (both!("a category" / "一个类别"), places.categories.iter().any(|category| category.id.as_str() == id)),
        (both!("a chapter" / "一章"), story.chapters.chapters.iter().any(|chapter| chapter.id.as_str() == id)),
        (both!("a division" / "一个区划"), places.regions.iter().any(|region| region.id.as_str() == id)),
        (both!("a place" / "一个地点"), places.places.iter().any(|place| place.id.as_str() == id)),
        (both!("a fact" / "一条事实"), story.facts.facts.iter().any(|fact| fact.id.as_str() == id)),
        (both!("a figure" / "一张图表"), story.figures.figures.iter().any(|figure| figure.id.as_str() == id)),
    ];
    kinds.into_iter().find(|(_, has)| *has).map(|(kind, _)| kind)
}

/// Chapters, steps, maps and figures become anchors of one page, so no two may have the same name.
fn check_anchors(report: &mut Report, story: &Story) {
    let figures = story.figures.figures.iter().map(|figure| figure.id.to_string());
    // The page itself names its parts.
    let mut taken: BTreeSet<String> = id::ALL.iter().map(|(_, own)| (*own).to_owned()).chain(figures).collect();
    let mut claim = |report: &mut Report, at: String, id: &str| {
        let free = taken.insert(id.to_owned());
        report.expect(free, &at, || say::ANCHOR_TAKEN.with(&[&id]));
    };
    for (index, chapter) in story.chapters.chapters.iter().enumerate() {
        let at = format!("/chapters/{index}");
        let Some(told) = &chapter.told else { continue };
        claim(report, format!("{at}/id"), chapter.id.as_str());
        // A host that does not tell capital letters from small ones must not mix them up either.
        let is_folder = FOLDERS.iter().any(|folder| folder.eq_ignore_ascii_case(chapter.id.as_str()));
        report.expect(!is_folder, &format!("{at}/id"), || say::FOLDER_TAKEN.with(&[&chapter.id]));
        if let Some(map) = &told.map {
            claim(report, format!("{at}/told/map/id"), map.id.as_str());
        }
        for (index, step) in told.steps.iter().enumerate() {
            claim(report, format!("{at}/told/steps/{index}/id"), &step.id);
            if let Some(map) = &step.map {
                claim(report, format!("{at}/told/steps/{index}/map/id"), map.id.as_str());
            }
        }
    }
}

fn check_told(report: &mut Report, at: &str, told: &Told) {
    prose::check(report, &format!("{at}/title"), &told.title);
    prose::check(report, &format!("{at}/dek"), &told.dek);
    if let Some(text) = &told.not_given {
        prose::check(report, &format!("{at}/not_given"), text);
    }
    for (index, area) in told.areas.iter().enumerate() {
        let known = report.story.find_area(area).is_some() || report.lacks_ids(FileKind::Chapters, "/areas");
        report.expect(known, &format!("{at}/areas/{index}"), || say::UNKNOWN_AREA_HERE.with(&[area]));
    }
    for (index, step) in told.steps.iter().enumerate() {
        let at = format!("{at}/steps/{index}");
        prose::check(report, &format!("{at}/title"), &step.title);
        prose::check(report, &format!("{at}/text"), &step.text);
        if let Some(map) = &step.map {
            check_map(report, &format!("{at}/map"), map);
            report.expect(told.map.is_some(), &format!("{at}/map"), || say::STEP_MAP_WITHOUT_CHAPTER_MAP.with(&[]));
        }
    }
    for (index, figure) in told.figures.iter().enumerate() {
        expect_figure(report, &format!("{at}/figures/{index}"), figure);
    }
    for (index, key_figure) in told.key_figures.iter().enumerate() {
        check_key_figure(report, &format!("{at}/key_figures/{index}"), key_figure);
    }
    if let Some(map) = &told.map {
        check_map(report, &format!("{at}/map"), map);
    }
    for (index, id) in told.places.iter().enumerate() {
        report.place(&format!("{at}/places/{index}"), id);
    }
    report.expect(told.map.is_none() || told.places.is_empty(), &format!("{at}/places"), || {
        say::PLACES_AND_MAP.with(&[])
    });
}

fn expect_figure(report: &mut Report, at: &str, id: &crate::model::FigureId) {
    let known = report.story.find_figure(id).is_some() || report.lacks_ids(FileKind::Figures, "/figures");
    report.expect(known, at, || say::UNKNOWN_FIGURE.with(&[id]));
}

fn check_key_figure(report: &mut Report, at: &str, key_figure: &KeyFigure) {
    for (index, label) in key_figure.labels.iter().enumerate() {
        prose::check_plain(report, &format!("{at}/labels/{index}"), label);
    }
    prose::check(report, &format!("{at}/text"), &key_figure.text);
    expect_figure(report, &format!("{at}/figure"), &key_figure.figure);
    let (numbers, labels) = (key_figure.numbers.len(), key_figure.labels.len());
    let read = !report.is_aside(FileKind::Chapters, &format!("{at}/numbers"));
    report.expect(numbers == labels || !read, &format!("{at}/labels"), || {
        say::LABELS_FOR_NUMBERS.with(&[&numbers, &labels])
    });
    for (index, id) in key_figure.numbers.iter().enumerate() {
        let pointer = format!("{at}/numbers/{index}");
        report.fact(&pointer, id);
        let numeric = report.story.find_fact(id).is_none_or(|fact| fact.value.is_some()) || report.lacks_value(id);
        report.expect(numeric, &pointer, || say::NO_VALUE.with(&[id]));
    }
}
