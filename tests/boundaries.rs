//! Which station may know which other, and which crates each may use: the table, held against the sources.
//!
//! Stations are modules of the program and of the crates that it is made of. The sources are read as text, without comments, string literals and unit tests.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use walkdir::WalkDir;

#[path = "boundaries/circles.rs"]
mod circles;
#[path = "boundaries/ids.rs"]
mod ids;
#[path = "boundaries/names.rs"]
mod names;

/// What each station uses of the others: a station, or a single item of it.
///
/// The table is exact. What it does not list may not be used; what it lists and nobody uses must go.
const USES: [(&str, &[&str]); 10] = [
    ("contract", &[]),
    ("geometry", &[]),
    ("model", &["geometry"]),
    ("text", &["contract", "model"]),
    ("layout", &["contract", "geometry", "model", "text"]),
    ("draw", &["geometry", "layout", "model", "text"]),
    ("picture", &["draw", "geometry", "layout", "model", "text"]),
    ("data", &["contract", "edition", "geometry", "model", "text"]),
    ("browser", &["contract", "geometry", "model", "text"]),
    ("view", &["contract", "draw", "geometry", "layout", "model", "text"]),
];

/// The folders of the sources, each with what comes before the paths in it (a crate that is one station has its files at
/// the top), and with the crates of stations that it can use. What those are called, others may call their own modules.
const FOLDERS: [(&str, &str, &[&str]); 6] = [
    ("src", "", &["contract", "figures", "geometry", "story"]),
    ("charts", CHARTS, &["contract", "geometry", "story"]),
    ("crates/contract/src", "contract/", &[]),
    ("crates/figures/src", "", &["contract", "geometry", "story"]),
    ("crates/geometry/src", "geometry/", &[]),
    ("crates/story/src", "", &["contract", "geometry"]),
];

/// The crates that are one station each.
const STATIONS: [&str; 2] = ["contract", "geometry"];

/// What comes before the paths of charts: each of their files belongs to the station that it is named after.
const CHARTS: &str = "charts/";

/// Where a crate may be named: files and folders, from the station on. Like the table above, exact.
const CRATES: [(&str, &[&str]); 33] = [
    ("chinese_number", &["data/check/loose.rs", "text/numeral/han.rs"]),
    ("compression", &["bin/prerender/compress.rs"]),
    ("csv", &["data"]),
    ("fast2s", &["bin/prerender/traditional.rs"]),
    ("fluent_uri", &["data"]),
    ("icu_segmenter", &["text/wrap.rs"]),
    ("jiff", &["model/day.rs"]),
    ("js_sys", &["browser/canvas.rs"]),
    ("jsonc_parser", &["data"]),
    ("jsonptr", &["data"]),
    ("jsonschema", &["data"]),
    ("leptos", &["browser", "view"]),
    ("oxc_allocator", &["bin/prerender/scripts.rs"]),
    ("oxc_codegen", &["bin/prerender/scripts.rs"]),
    ("oxc_compat", &["bin/prerender/scripts.rs"]),
    ("oxc_minifier", &["bin/prerender/scripts.rs"]),
    ("oxc_parser", &["bin/prerender/scripts.rs"]),
    ("oxc_span", &["bin/prerender/scripts.rs"]),
    ("percent_encoding", &["contract"]),
    ("pinyin", &["bin/prerender/findable.rs"]),
    ("plotters", &["draw", "picture", "view/charts", "view/scene.rs"]),
    ("plotters_backend", &["draw", "picture/display_list.rs"]),
    ("png", &["picture/raster.rs"]),
    ("resvg", &["picture/fonts.rs", "picture/raster.rs"]),
    ("rustix", &["bin/prerender/live/bystander.rs", "bin/prerender/live/mod.rs"]),
    ("schemars", &["data", "geometry/topology.rs", "model"]),
    ("serde", &["data", "geometry/topology.rs", "model"]),
    ("serde_json", &["bin/prerender", "data"]),
    ("sha2", &["bin/prerender", "data"]),
    ("skrifa", &["picture/fonts.rs"]),
    ("walkdir", &["bin/prerender/compress.rs", "bin/prerender/live/watch.rs"]),
    ("wasm_bindgen", &["browser"]),
    ("web_sys", &["browser"]),
];

/// Stations whose story the check has proved, and the files that are made of it. None of them may make nothing of what
/// cannot be missing: a value is there by its type, or a function of the model says what a story with faults has for it.
const PROVED: [&str; 7] = ["data/download", "draw", "layout", "model", "picture", "text", "view"];

/// What hides that something is missing or wrong.
const HIDING: [&str; 2] = ["unwrap_or_default", ".ok()"];

/// Where it hides nothing that was proved, with the reason. Exact, like the tables above.
const HIDES_NOTHING: [(&str, &str, &str); 11] = [
    ("data/download/figure/csv.rs", "unwrap_or_default", "a row that is drawn and not stated has no fact"),
    ("layout/map/style.rs", "unwrap_or_default", "whatever is split has a first part"),
    ("model/day.rs", ".ok()", "reads a text, and says that it is no day"),
    ("model/dependencies.rs", "unwrap_or_default", "takes off what it has put there"),
    ("model/formula.rs", ".ok()", "the check asks formulas that it could not read"),
    ("picture/fonts.rs", ".ok()", "a file of the machine that is no font has no letter"),
    ("picture/share.rs", ".ok()", "one size of letters of several that are tried"),
    ("picture/tokens.rs", ".ok()", "reads a style sheet, and says that a token has no colour"),
    ("picture/tokens.rs", "unwrap_or_default", "whatever is split has a first part"),
    ("view/links.rs", "unwrap_or_default", "whatever is split has a first part"),
    ("view/sharing.rs", ".ok()", "an address longer than a code holds has none"),
];

/// Whose words no source may hold: key of a list in a file, and the keys of the words in each of its members.
const WORDS: [(&str, &str, &[&str]); 7] = [
    ("places.json", "regions", &["name", "short"]),
    ("places.json", "places", &["name", "short", "verb"]),
    ("places.json", "categories", &["name"]),
    ("chapters.json", "areas", &["name"]),
    ("chapters.json", "chapters", &["name"]),
    ("facts.json", "facts", &["statement", "printed"]),
    ("facts.json", "articles", &["title", "byline"]),
];

// Sources.

/// A source file without what the boundaries do not concern.
struct Source {
    /// Its path from the station on, with `/`.
    path: String,
    /// The crates of stations that it can use.
    crates: &'static [&'static str],
    /// How deep it stands in its crate.
    depth: usize,
    /// Its code, with comments and unit tests blanked out.
    code: String,
    /// Its string and character literals.
    literals: Vec<String>,
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    for (folder, before, crates) in FOLDERS {
        let paths = files_of(Path::new(folder), "rs");
        assert!(paths.len() > 10, "found only {} sources in {folder}", paths.len());
        sources.extend(paths.iter().map(|path| read(path, folder, before, crates)));
    }
    sources
}

/// The files of a folder that end so, in the order of their names.
fn files_of(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    entries.filter(|path| path.extension().is_some_and(|own| own == ending)).collect()
}

fn read(path: &Path, folder: &str, before: &str, crates: &'static [&'static str]) -> Source {
    let text = fs::read_to_string(path).unwrap();
    // Unit tests stand last in a file.
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let (code, literals) = without_comments(text);
    let path = path.strip_prefix(folder).unwrap().components();
    let path: Vec<String> = path.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let is_root = ["mod.rs", "lib.rs", "main.rs"].contains(&path.last().map_or("", String::as_str));
    let (path, depth) = match path.last().filter(|_| before == CHARTS) {
        // `mod x` of a station's own `charts`.
        Some(file) => (format!("{}/{before}{}", file.trim_end_matches(".rs"), path.join("/")), path.len() + 1),
        None => (format!("{before}{}", path.join("/")), path.len() - usize::from(is_root)),
    };
    Source { path, crates, depth, code, literals }
}

/// Code without comments and literals, and the literals apart.
fn without_comments(text: &str) -> (String, Vec<String>) {
    let chars: Vec<char> = text.chars().collect();
    let (mut code, mut literals, mut at) = (String::new(), Vec::new(), 0);
    let starts = |at: usize, word: &str| word.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    while at < chars.len() {
        if starts(at, "//") {
            at += chars[at..].iter().take_while(|c| **c != '\n').count();
        } else if starts(at, "/*") {
            while at < chars.len() && !starts(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if chars[at] == '"' {
            let from = at + 1;
            at = from;
            while at < chars.len() && chars[at] != '"' {
                at += if chars[at] == '\\' { 2 } else { 1 };
            }
            literals.push(chars[from..at.min(chars.len())].iter().collect());
            code.push_str("\"\"");
            at += 1;
        } else if let Some(length) = character(&chars[at..]) {
            literals.push(chars[at + 1..at + length - 1].iter().collect());
            code.push_str("' '");
            at += length;
        } else {
            code.push(chars[at]);
            at += 1;
        }
    }
    (code, literals)
}

/// The length of a character literal, which a lifetime is not.
fn character(chars: &[char]) -> Option<usize> {
    match chars {
        ['\'', '\\', ..] => Some(4 + chars.get(3..)?.iter().position(|c| *c == '\'')?),
        ['\'', _, '\'', ..] => Some(3),
        _ => None,
    }
}

impl Source {
    /// The station the file belongs to; none for the crate root and the programs.
    fn station(&self) -> Option<&str> {
        let (first, _) = self.path.split_once('/')?;
        (first != "bin").then_some(first)
    }

    /// The paths into other stations: `text::Ui`, or `text` where the station itself is used.
    fn paths(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        // `super` leads to the root of the crate too, from as deep as the file stands.
        let own = ["crate::".to_owned(), "super::".repeat(self.depth)];
        let others = self.crates.iter().map(|name| format!("{name}::"));
        for root in own.into_iter().chain(others).filter(|root| !root.is_empty()) {
            for (at, _) in self.code.match_indices(&root) {
                let inner = self.code[..at].ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c));
                // A crate that is one station has no stations in it.
                let is_station = STATIONS.iter().any(|station| root == format!("{station}::"));
                let from = if is_station { at } else { at + root.len() };
                let within_itself = self.station().is_some_and(|own| STATIONS.contains(&own)) && !is_station;
                if !inner && !within_itself {
                    found.extend(heads(&self.code[from..]));
                }
            }
        }
        found
    }

    /// Whether the code names a crate.
    fn names(&self, name: &str) -> bool {
        self.code.match_indices(name).any(|(at, _)| {
            let before = self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let after = &self.code[at + name.len()..];
            let own_module = self.code[..at].ends_with("mod ") || self.code[..at].ends_with("crate::");
            !before && !own_module && (after.starts_with("::") || after.starts_with(" as ") || after.starts_with(';'))
        })
    }
}

/// The first two names of each path that begins here; a list in braces holds several.
fn heads(text: &str) -> Vec<String> {
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    if let Some(list) = text.strip_prefix('{') {
        return members(list).iter().flat_map(|member| heads(member.trim())).collect();
    }
    let first = name(text);
    let Some(rest) = text[first.len()..].strip_prefix("::") else { return vec![first] };
    match rest.strip_prefix('{') {
        Some(list) => members(list).iter().map(|member| format!("{first}::{}", name(member.trim()))).collect(),
        None => vec![format!("{first}::{}", name(rest))],
    }
}

/// The members of a list in braces, whose opening brace is gone.
fn members(list: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&list[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&list[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|member| !member.trim().is_empty());
    found
}

// The claims.

#[test]
fn every_station_is_in_the_table() {
    let found: BTreeSet<String> = sources().iter().filter_map(|s| s.station().map(str::to_owned)).collect();
    let listed: BTreeSet<String> = USES.iter().map(|(station, _)| (*station).to_owned()).collect();
    assert_eq!(found, listed);
}

#[test]
fn stations_use_what_the_table_lists_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut unused: BTreeSet<(&str, &str)> =
        USES.iter().flat_map(|(station, others)| others.iter().map(|other| (*station, *other))).collect();
    for source in sources() {
        let Some(station) = source.station() else { continue };
        let (station, allowed) = USES.iter().find(|(name, _)| *name == station).unwrap();
        for path in source.paths() {
            let head = path.split("::").next().unwrap_or_default();
            let entry = allowed.iter().find(|entry| **entry == head || **entry == path);
            match entry {
                Some(entry) => _ = unused.remove(&(*station, *entry)),
                None if head == *station => {}
                None => wrong.push(format!("{}: {station} may not use {path}", source.path)),
            }
        }
    }
    wrong.extend(unused.iter().map(|(station, other)| format!("{station} no longer uses {other}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crates_are_named_where_the_table_lists_them_and_nowhere_else() {
    let mut wrong = Vec::new();
    let sources = sources();
    for (name, places) in CRATES {
        let lies_in = |path: &str, place: &str| path == place || path.starts_with(&format!("{place}/"));
        let naming: Vec<&Source> = sources.iter().filter(|source| source.names(name)).collect();
        for source in naming.iter().filter(|source| !places.iter().any(|place| lies_in(&source.path, place))) {
            wrong.push(format!("{} may not use {name}", source.path));
        }
        for place in places.iter().filter(|place| !naming.iter().any(|source| lies_in(&source.path, place))) {
            wrong.push(format!("{place} no longer uses {name}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_that_the_check_has_proved_is_made_nothing_of() {
    let lies_in = |path: &str, place: &str| path == place || path.starts_with(&format!("{place}/"));
    let mut found = BTreeSet::new();
    let mut looked_at = BTreeSet::new();
    for source in sources() {
        let Some(station) = PROVED.into_iter().find(|station| lies_in(&source.path, station)) else { continue };
        looked_at.insert(station);
        let hiding = HIDING.into_iter().filter(|hiding| source.code.contains(hiding));
        found.extend(hiding.map(|hiding| (source.path.clone(), hiding)));
    }
    assert_eq!(looked_at, PROVED.into(), "stations that were read");
    let listed = HIDES_NOTHING.map(|(path, hiding, _)| (path.to_owned(), hiding)).into();
    let [more, less]: [Vec<_>; 2] = [&found - &listed, &listed - &found].map(|one| one.into_iter().collect());
    assert_eq!((more, less), (Vec::new(), Vec::new()), "not listed, and listed in vain");
}

#[test]
fn no_word_of_the_story_stands_in_the_program() {
    let words = words_of_the_story();
    assert!(words.contains_key("洛阳") && words.contains_key("Luoyang"), "the words were not read");
    let mut wrong = Vec::new();
    for source in sources() {
        for literal in &source.literals {
            for (word, owner) in words.iter().filter(|(word, _)| says(literal, word)) {
                wrong.push(format!("{}: {literal:?} holds {word:?} of {owner}", source.path));
            }
        }
        // Outside literals there is no Chinese at all.
        let han: String = source.code.chars().filter(|c| is_han(*c)).collect();
        if !han.is_empty() {
            wrong.push(format!("{}: {han}", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every word that belongs to a story, with the record it is from. One Han character is too common to tell.
fn words_of_the_story() -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for folder in ["data", "examples/second-story"] {
        for (file, list, keys) in WORDS {
            let path = format!("{folder}/{file}");
            let text = fs::read_to_string(&path).unwrap();
            let whole: Value = serde_json::from_str(&text).unwrap();
            for record in whole[list].as_array().unwrap() {
                for text in keys.iter().flat_map(|key| texts(&record[*key])).filter(|text| text.chars().count() > 1) {
                    words.insert(text, format!("{path}, {}", record["id"]));
                }
            }
        }
    }
    words
}

/// All texts in a value, in both languages.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(values) => values.values().flat_map(texts).collect(),
        _ => vec![],
    }
}

/// Whether a literal says a word: Chinese anywhere in it, English as a whole word with its capitals.
fn says(literal: &str, word: &str) -> bool {
    literal.match_indices(word).any(|(at, _)| {
        let inner = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        let latin = word.starts_with(|c: char| c.is_ascii());
        let within = inner(literal[..at].chars().next_back()) || inner(literal[at + word.len()..].chars().next());
        !(latin && within)
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

// What finds the faults must find them.

#[test]
fn paths_are_read_in_every_form() {
    let paths = |path: &str, code: &str| -> Vec<String> {
        let depth = path.matches('/').count() + usize::from(!path.ends_with("/mod.rs"));
        let [(_, _, all), _, (_, _, none), ..] = FOLDERS;
        let crates = if path.starts_with("geometry/") { none } else { all };
        let source = Source { path: path.into(), crates, depth, code: code.into(), literals: vec![] };
        source.paths().into_iter().collect()
    };
    assert_eq!(paths("a/b.rs", "use crate::text::Ui; let x = crate::model::Place;"), ["model::Place", "text::Ui"]);
    assert_eq!(paths("a/b.rs", "use crate::{model::{Fact, Kind}, text};"), ["model::Fact", "model::Kind", "text"]);
    assert_eq!(paths("a/b.rs", "use crate::model::{Fact, Kind};"), ["model::Fact", "model::Kind"]);
    assert_eq!(paths("a/b.rs", "use super::c; use super::super::text::width;"), ["text::width"]);
    assert_eq!(paths("a/mod.rs", "use super::model::Fact; mod c { }"), ["model::Fact"]);
    assert_eq!(paths("a/b/c.rs", "use super::super::d;"), Vec::<String>::new());
    assert_eq!(
        paths("a/b.rs", "use story::model::{Fact, Kind}; story::text::width()"),
        ["model::Fact", "model::Kind", "text::width"]
    );
    assert_eq!(paths("a/b.rs", "use geometry::{Point, Rect};"), ["geometry::Point", "geometry::Rect"]);
    assert_eq!(paths("geometry/b.rs", "use super::Point; use crate::Rect;"), Vec::<String>::new());
}

#[test]
fn comments_and_literals_are_told_from_code() {
    let (code, literals) = without_comments("a /* 洛 */ b // 阳\n\"x // \\\" 洛\" '，' &'static c '\\n'");
    assert_eq!(code, "a  b \n\"\" ' ' &'static c ' '");
    assert_eq!(literals, ["x // \\\" 洛", "，", "\\n"]);
}
