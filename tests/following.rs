//! What the program that stays beside Trunk makes anew after a change is what a new start makes.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/resident.rs"]
mod resident;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use resident::{Resident, Sources};

/// Nothing here answers in a browser.
fn program() -> Vec<(&'static str, Vec<u8>)> {
    vec![("app-0.js", b"export default 0;\n".to_vec()), ("app-0_bg.wasm", Vec::new())]
}

/// One change of each file that a site is made from: of words, of a place on the map, of a colour, of a script.
const CHANGES: [(&str, &str, &str); 8] = [
    ("data/chapters.json", "Data from one newspaper page", "Data out of one newspaper page"),
    ("data/facts.json", "what each district plans this year\"", "what every district plans this year\""),
    ("data/figures.json", "Full: names Luoyang or a place in it.", "Full: it names Luoyang or a place in it."),
    ("data/places.json", "\"en\": \"Heritage\"}, \"shape\"", "\"en\": \"Remains\"}, \"shape\""),
    ("data/map.json", "\"en\": \"Whole city\"", "\"en\": \"All of the city\""),
    ("data/corrections.json", "\"corrections\": []", "\"corrections\": [ ]"),
    ("style/base.css", "\n", "\n:root { --another: 1px; }\n"),
    ("web/share.js", "\"use strict\";", "\"use strict\";\nvoid 0;"),
];

/// Every page by its path, and the notice.
fn pages(site: &Path) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    collect(site, site, &mut pages);
    assert!(pages.len() > 50, "{} pages", pages.len());
    pages
}

fn collect(site: &Path, folder: &Path, pages: &mut BTreeMap<String, String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.strip_prefix(site).unwrap().display().to_string();
        if path.is_dir() {
            collect(site, &path, pages);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            pages.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
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
    let same: Vec<&String> =
        before.iter().filter(|(name, page)| after[*name] == **page).map(|(name, _)| name).collect();
    assert!(
        same.iter().all(|name| !before[*name].contains("stylesheet")),
        "every page names the style sheet: {same:?}"
    );
}
