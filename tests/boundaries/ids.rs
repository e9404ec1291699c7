//! No browser test names an id of the story that editors change: what tests ask of the page is asked of the second story,
//! whose words are their own, or of ids that the page says. So a change of `data/` alone cannot break one.
//!
//! An id of several words or of digits counts wherever it stands. One that is a single word may be any word of English: it
//! counts where it is asked for, as the value of an attribute, behind `#`, as a folder, or as a whole text, and where the
//! program has no such word itself. Comments may say what they like.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{files_of, sources};

/// The folder of the browser tests.
const TESTS: &str = "tests/browser";

/// Lists whose ids no page has: units are words, and articles are told apart by their letters.
const UNSEEN: [&str; 2] = ["units", "articles"];

/// Adds every id in a file of data.
fn gather(value: &Value, list: &str, ids: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, list, ids)),
        Value::Object(keys) => {
            let own = keys.get("id").and_then(Value::as_str).filter(|_| !UNSEEN.contains(&list));
            ids.extend(own.map(str::to_owned));
            keys.iter().for_each(|(key, value)| gather(value, key, ids));
        }
        _ => {}
    }
}

/// The ids of places, regions, facts, figures, chapters, steps, maps and layers in a folder.
fn ids(folder: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for path in files_of(Path::new(folder), "json").iter().filter(|path| path.parent() == Some(Path::new(folder))) {
        gather(&serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap(), "", &mut ids);
    }
    assert!(ids.len() > 40, "{} ids in {folder}", ids.len());
    ids
}

/// The ids of the first story alone, without the words that the program has itself.
fn of_the_first_alone() -> BTreeSet<String> {
    let (second, sources) = (ids("examples/second-story"), sources());
    let words: BTreeSet<&str> = sources.iter().flat_map(|source| &source.literals).map(String::as_str).collect();
    let own = |id: &String| !second.contains(id) && (is_marked(id) || !words.contains(id.as_str()));
    ids("data").into_iter().filter(own).collect()
}

/// Whether an id is no single word.
fn is_marked(id: &str) -> bool {
    id.contains('-') || id.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether what stands before and behind a word in a line makes it the word that is asked for.
fn is_asked_for(before: &str, behind: &str) -> bool {
    let before = before.strip_suffix("p-").or_else(|| before.strip_suffix("f-")).unwrap_or(before);
    let unquoted = before.trim_end_matches(['\'', '"', '\\']);
    let valued = unquoted.ends_with(['#', '=']);
    // A package of npm has folders of its own.
    let is_package = before.rsplit('"').next().is_some_and(|text| text.starts_with('@'));
    let folder = behind.starts_with('/') && before.ends_with(['?', '&', '"', '/', '\'', '=']) && !is_package;
    let quote = ['"', '\''];
    valued || folder || (before.ends_with(quote) && behind.trim_start_matches('\\').starts_with(quote))
}

/// The ids among these that a line of a test names.
fn named<'a>(line: &str, ids: &'a BTreeSet<String>) -> Vec<&'a str> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_named = |id: &&String| {
        line.match_indices(id.as_str()).any(|(at, _)| {
            let (before, behind) = (&line[..at], &line[at + id.len()..]);
            let goes_on = behind.starts_with(|c: char| is_word(c) || c == '-');
            let whole = !before.ends_with(is_word) && !goes_on;
            whole && (is_marked(id) || is_asked_for(before, behind))
        })
    };
    ids.iter().filter(is_named).map(String::as_str).collect()
}

#[test]
fn no_browser_test_names_an_id_of_the_story_that_editors_change() {
    let (ids, files) = (of_the_first_alone(), files_of(Path::new(TESTS), "rs"));
    assert!(files.len() > 20 && ids.len() > 200, "{} files, {} ids", files.len(), ids.len());
    let mut faults = Vec::new();
    for path in &files {
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (number, line) in lines {
            faults.extend(named(line, &ids).iter().map(|id| format!("{}:{}: {id}", path.display(), number + 1)));
        }
    }
    assert!(faults.is_empty(), "ids of `data/`; the second story has others:\n{}", faults.join("\n"));
}

#[test]
fn an_id_is_found_wherever_a_test_names_it() {
    let ids: BTreeSet<String> = ["410305", "map-heritage", "erlitou", "heritage"].map(str::to_owned).into();
    for (line, found) in [
        ("page.click(\"#map-heritage a.mark[data-place=erlitou]\");", &["erlitou", "map-heritage"][..]),
        ("a.region[data-place='410305'] use", &["410305"]),
        ("format!(\"a[data-place=\\\"erlitou\\\"]\")", &["erlitou"]),
        ("page.open(&site.url(\"?off=heritage\"));", &["heritage"]),
        ("for file in [\"heritage/\", \"en/heritage/\"] {", &["heritage"]),
        ("site.url(\"en/embed/map-heritage/\")", &["map-heritage"]),
        ("is_chosen(&page, \"erlitou\");", &["erlitou"]),
        ("(\"p-erlitou\", \"#f-heritage\")", &["erlitou", "heritage"]),
        ("// Of the heritage at Erlitou, and of erlitou.", &[]),
        ("\"no heritage is left\", erlitous, \"14103050\", \"map-heritage-notes\"", &[]),
    ] {
        assert_eq!(named(line, &ids), found, "{line}");
    }
}
