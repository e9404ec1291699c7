//! What is made of the story is kept until a record that it was made from changes; and what the program that stays beside
//! Trunk makes anew after a change is what a new start makes.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/resident.rs"]
mod resident;
#[path = "support/site_files.rs"]
mod site_files;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use data_story::data::check_dir;
use data_story::model::{Memo, Story};
use resident::{Resident, Sources};
use site_files::site_paths;

/// Nothing here answers in a browser; the build looks for what it guards in the script of wasm-bindgen.
const GLUE: &[u8] = include_bytes!("support/glue.js");

fn program() -> Vec<(&'static str, Vec<u8>)> {
    let script = || GLUE.to_vec();
    let wasm = || b"\0asm\x01\0\0\0".to_vec();
    vec![("app-0.js", script()), ("app-0.wasm", wasm()), ("whole-0.js", script()), ("whole-0.wasm", wasm())]
}

/// One change of each file that a site is made from: of words, of a former address, of a place on the map, of a colour, of a
/// script.
const CHANGES: [(&str, &str, &str); 10] = [
    ("data/chapters.json", "We read this page and fill in nothing", "We read this page and add nothing"),
    ("data/chapters.json", "\"landings\": \"quays\"", "\"moorings\": \"quays\""),
    ("data/facts.json", "An invented report, for tests only", "An invented report, only for tests"),
    ("data/figures.json", "Full names a place", "Full gives a place"),
    ("data/places.json", "\"en\": \"Crafts\"}, \"shape\"", "\"en\": \"Trades\"}, \"shape\""),
    ("data/map.json", "\"en\": \"Whole island\"", "\"en\": \"All of the island\""),
    ("data/corrections.json", "One that is still under repair", "One still under repair"),
    ("style/base.css", "\n", "\n:root { --another: 1px; }\n"),
    ("web/share.js", "answerButtons();", "answerButtons();\nvoid 0;"),
    ("web/share/tables.js", "  write();\n", "  write();\n  void 0;\n"),
];

/// Every page by its path, and the notice.
fn pages(site: &Path) -> BTreeMap<String, String> {
    // Nothing else is read: pictures may still be on their way, by other names until they are whole.
    let files = site_paths(site).into_iter().filter(|(name, _)| name.ends_with(".html"));
    let pages: BTreeMap<_, _> = files.map(|(name, path)| (name, fs::read_to_string(path).unwrap())).collect();
    assert!(pages.len() > 40, "{} pages", pages.len());
    pages
}

/// Fails with the first words that differ.
fn are_the_same(site: &Path, as_made_from_nothing: &Resident, when: &str) {
    let (found, expected) = (pages(site), pages(as_made_from_nothing.site()));
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{when}: the pages");
    for (name, page) in &found {
        let other = &expected[name];
        let differs = page.bytes().zip(other.bytes()).position(|(a, b)| a != b);
        let at = differs.unwrap_or_else(|| page.len().min(other.len()));
        let there = |text: &str| {
            String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(80)..text.len().min(at + 80)]).into_owned()
        };
        assert!(page == other, "{when}: {name}\nis        {}\nfrom nothing {}", there(page), there(other));
    }
}

#[test]
fn what_is_made_anew_is_what_a_new_start_makes() {
    let sources = Sources::copied();
    let mut resident = sources.made_into_a_site("followed", &program());
    let before = pages(resident.site());
    for (count, (file, from, to)) in CHANGES.into_iter().enumerate() {
        let text = sources.text(file);
        assert!(text.contains(from), "{file}: {from}");
        sources.write(file, &text.replacen(from, to, 1));
        let name = Path::new(file).file_name().unwrap().to_string_lossy().into_owned();
        let said = resident.hear(&format!("{name}: "));
        assert!(said.contains(": shown after"), "{said}");
        resident.hear("every page is there");
        // The first alone, or one that does too much might hide what another leaves out.
        if count == 0 {
            are_the_same(resident.site(), &sources.made_into_a_site("one", &program()), file);
        }
    }
    let after = pages(resident.site());
    are_the_same(resident.site(), &sources.made_into_a_site("all", &program()), "after every change");
    let leads_on =
        |pages: &BTreeMap<String, String>, folder: &str| pages.contains_key(&format!("{folder}/index.html"));
    assert!(leads_on(&before, "landings") && !leads_on(&after, "landings") && leads_on(&after, "moorings"));
    let same: Vec<&String> =
        before.iter().filter(|(name, page)| after.get(*name) == Some(*page)).map(|(name, _)| name).collect();
    assert!(
        same.iter().all(|name| !before[*name].contains("stylesheet")),
        "every page names the style sheet: {same:?}"
    );
}

fn story() -> Story {
    check_dir(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/second-story")).unwrap()
}

/// The statement of the first fact and the count of places, each with how often it was made.
struct Made {
    memo: Memo<&'static str, String>,
    count: Cell<u32>,
}

impl Made {
    fn statement(&self, story: &Story) -> String {
        let id = story.facts.facts[0].id.clone();
        let make = || {
            self.count.set(self.count.get() + 1);
            Ok::<_, ()>(format!("{:?}", story.fact(&id).statement))
        };
        self.memo.get(story, "statement", make).expect("a statement")
    }

    fn outer(&self, story: &Story) -> String {
        let make = || Ok::<_, ()>(format!("{} of {}", self.statement(story), story.places.places.len()));
        self.memo.get(story, "outer", make).expect("a text")
    }
}

#[test]
fn a_value_is_made_anew_when_a_record_that_it_was_made_from_has_changed_and_only_then() {
    let made = Made { memo: Memo::default(), count: Cell::new(0) };
    let first = made.statement(&story());
    assert_eq!(made.statement(&story()), first);
    assert_eq!(made.count.get(), 1, "the same data, read again");
    let mut other = story();
    other.facts.facts[1].statement.zh.push('！');
    assert_eq!(made.statement(&other), first);
    assert_eq!(made.count.get(), 1, "another fact");
    other = story();
    other.facts.facts[0].statement.zh.push('！');
    assert_ne!(made.statement(&other), first);
    assert_eq!(made.count.get(), 2, "this fact");
}

#[test]
fn what_is_made_of_a_kept_value_depends_on_what_that_depends_on() {
    let made = Made { memo: Memo::default(), count: Cell::new(0) };
    made.statement(&story());
    let first = made.outer(&story());
    assert_eq!(made.count.get(), 1, "the kept value is used");
    let mut other = story();
    other.facts.facts[0].statement.zh.push('！');
    assert_ne!(made.outer(&other), first);
    let mut fewer = story();
    fewer.places.places.pop();
    assert_ne!(made.outer(&fewer), first);
}

#[test]
fn what_failed_is_not_kept() {
    let memo = Memo::<(), u32>::default();
    assert_eq!(memo.get(&story(), (), || Err("not yet")), Err("not yet"));
    assert_eq!(memo.get(&story(), (), || Ok::<_, &str>(1)), Ok(1));
}
