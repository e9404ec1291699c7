//! Words that would be markup, or end what they stand in, are words to every reader of every file.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;
#[path = "support/site_files.rs"]
mod site_files;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use data_story::data::check_dir;
use invalid::{FILES, Invalid};
use serde_json::Value;
use site_files::site_files;
use tempfile::TempDir;

/// An element with a handler, signs that end attributes, texts, sections of XML and blocks of data, and a sign outside of the
/// first plane.
const HOSTILE: &str = " <b onclick='x'>\"&]]></script>😀";
/// What of it must never stand in a page or a drawing as it is.
const RAW: [&str; 2] = ["<b onclick", "\"&]]>"];
/// Words that have little room where they are drawn: no editor gets any longer ones past the check of the layout.
const TIGHT: [&str; 9] = ["name", "short", "label", "head", "given", "title", "headline", "verb", "printed"];

/// The paths of all texts in both languages, but those with little room.
fn texts(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) if object.len() == 2 && object.contains_key("zh") && object.contains_key("en") => {
            let key = at.rsplit('/').next().unwrap_or_default();
            if !TIGHT.iter().any(|tight| key == *tight || key.ends_with(&format!("_{tight}"))) {
                found.extend(["zh", "en"].map(|lang| format!("{at}/{lang}")));
            }
        }
        Value::Object(object) => object.iter().for_each(|(key, one)| texts(one, &format!("{at}/{key}"), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at_, one)| texts(one, &format!("{at}/{at_}"), found))
        }
        _ => {}
    }
}

/// The second story with hostile words in every text that the check lets have them; how many have.
fn hostile() -> (Invalid, usize) {
    let copy = Invalid::new(&[]);
    let files = FILES.into_iter().filter(|file| *file != "map.topo.json");
    let whole: Vec<(&str, Value)> =
        files.map(|file| (file, serde_json::from_str(&copy.text(file)).unwrap())).collect();
    let mut wanted: BTreeSet<(usize, String)> = BTreeSet::new();
    for (index, (_, value)) in whole.iter().enumerate() {
        let mut found = BTreeSet::new();
        texts(value, "", &mut found);
        wanted.extend(found.into_iter().map(|at| (index, at)));
    }
    loop {
        for (index, (file, value)) in whole.iter().enumerate() {
            let mut value = value.clone();
            for (_, at) in wanted.iter().filter(|(own, _)| *own == index) {
                let Some(Value::String(words)) = value.pointer_mut(at) else { continue };
                words.push_str(HOSTILE);
            }
            fs::write(copy.0.join(file), serde_json::to_string_pretty(&value).unwrap()).unwrap();
        }
        let Err(faults) = check_dir(&copy.0) else { return (copy, wanted.len()) };
        let before = wanted.len();
        for fault in &faults {
            // `a[0].b` as a path.
            let at = format!("/{}", fault.key.as_str().replace(['.', '['], "/").replace(']', ""));
            wanted.retain(|(index, path)| !fault.file.ends_with(whole[*index].0) || !path.starts_with(&at));
        }
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(wanted.len() < before, "faults that no text has caused:\n{}", told.join("\n"));
    }
}

#[test]
fn words_that_would_be_markup_are_words_in_every_file_of_the_site() {
    let (copy, count) = hostile();
    println!("{count} texts");
    assert!(count > 150, "only {count} texts have them");
    let site = TempDir::new().unwrap();
    for (name, text) in [
        ("app-0.js", include_str!("support/glue.js")),
        ("whole-0.js", include_str!("support/glue.js")),
        ("app-0.wasm", "\0asm\x01\0\0\0"),
        ("whole-0.wasm", "\0asm\x01\0\0\0"),
        ("index.html", include_str!("../index.html")),
    ] {
        fs::write(site.path().join(name), text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_prerender"))
        .env("TRUNK_STAGING_DIR", site.path())
        .env("TRUNK_PROFILE", "debug")
        .env("STORY_DATA", &copy.0)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (mut pages, mut drawings) = (0, 0);
    for (name, bytes) in site_files(site.path()) {
        let ending = name.rsplit('.').next().unwrap();
        if !["html", "svg", "xml", "json", "webmanifest"].contains(&ending) {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        match ending {
            "html" => {
                pages += 1;
                let mut parts = text.split("<script type=\"application/");
                let mut written = parts.next().unwrap().to_owned();
                for (block, rest) in parts.map(|part| part.split_once("</script>").unwrap()) {
                    let json = block.split_once('>').unwrap().1;
                    serde_json::from_str::<Value>(json)
                        .unwrap_or_else(|error| panic!("{name}: {error}: {json:.200}"));
                    written.push_str(rest);
                }
                RAW.iter().for_each(|raw| assert!(!written.contains(raw), "{name} has {raw}"));
            }
            "json" | "webmanifest" => {
                drop(serde_json::from_str::<Value>(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
            }
            _ => {
                drawings += 1;
                RAW.iter().for_each(|raw| assert!(!text.contains(raw), "{name} has {raw}"));
                roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
        }
    }
    assert!(pages > 60 && drawings > 20, "{pages} pages, {drawings} drawings");
}
