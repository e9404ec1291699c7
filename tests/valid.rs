//! Every built page is valid HTML, by the checker of the people who write the standard.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

#[path = "support/skipped.rs"]
mod skipped;
mod support;

/// What the checker says of the pages in a folder: errors, each with its file and line. None where this machine has no Java,
/// which `cargo xtask test` has said.
fn errors(folder: &Path) -> Option<Vec<String>> {
    assert!(folder.join("index.html").is_file(), "there is nothing to look at: {}", folder.display());
    let Some(java) = std::env::var_os("JAVA").filter(|path| !path.is_empty()) else {
        skipped::skipped("Java", "there is none to check the markup of pages with");
        return None;
    };
    let checked = Command::new(java)
        .arg("-jar")
        .arg(support::path("VNU_PATH"))
        .args(["--errors-only", "--skip-non-html", "--format", "json"])
        .arg(folder)
        .output()
        .unwrap();
    let said: Value = serde_json::from_slice(&checked.stderr)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&checked.stderr)));
    let line = |one: &Value| {
        let file =
            one["url"].as_str().unwrap_or_default().rsplit(&*folder.to_string_lossy()).next().unwrap_or_default();
        format!("{file}:{}: {} near {}", one["lastLine"], one["message"].as_str().unwrap_or_default(), one["extract"])
    };
    Some(said["messages"].as_array().unwrap().iter().map(line).collect())
}

/// A folder with one page of this body.
fn page(body: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let html =
        format!("<!DOCTYPE html><html lang=\"en\"><head><title>A page</title></head><body>{body}</body></html>");
    fs::write(folder.path().join("index.html"), html).unwrap();
    folder
}

#[test]
fn no_page_of_either_story_has_an_error() {
    for site in ["SITE_DIR", "SECOND_SITE_DIR"] {
        let found = errors(&support::path(site)).unwrap_or_default();
        let first: Vec<String> = found.iter().take(20).cloned().collect();
        assert!(found.is_empty(), "{} errors in {site}:\n{}", found.len(), first.join("\n"));
    }
}

#[test]
fn one_error_in_a_page_is_found() {
    let (right, wrong) = (page("<p>A word.</p>"), page("<p><div>A word.</div></p>"));
    if let (Some(right), Some(wrong)) = (errors(right.path()), errors(wrong.path())) {
        assert!(right.is_empty(), "{right:?}");
        assert!(wrong.len() == 1 && wrong[0].starts_with("/index.html:1: No “p” element in scope"), "{wrong:?}");
    }
}
