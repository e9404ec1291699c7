//! The review in a browser: J and K go from one mark to the next, and initials are kept.

use std::process::Command;

use serde_json::json;
use tempfile::TempDir;
use webdriver::{Sends, Server};

use crate::page::Page;

#[test]
fn keys_go_from_mark_to_mark_and_initials_count_for_the_row_that_was_read() {
    let scratch = TempDir::new().unwrap();
    let folder = scratch.path().join("review");
    let outcome = Command::new(env!("CARGO_BIN_EXE_prerender"))
        .env("STORY_REVIEW", &folder)
        .env("STORY_DATA", "examples/second-story")
        .env("STORY_TRANSCRIPT", "examples/second-story/transcript.txt")
        .status()
        .unwrap();
    assert!(outcome.success());
    let server = Server::start(folder.clone(), "/", Sends::All).unwrap();
    let page = Page::wide();
    page.load(&server.url("en/index.html"));
    let now = "return all('.review-now').map(one => all('.review-loose, [data-lacks], [data-review]').indexOf(one))";
    assert_eq!(page.js(now), json!([]), "no mark before a key");
    page.press("j");
    assert_eq!(page.js(now), json!([0]));
    page.press("j");
    page.press("j");
    assert_eq!(page.js(now), json!([2]));
    page.press("k");
    assert_eq!(page.js(now), json!([1]));
    // To a number, whose statement and sentence stand in the bar.
    page.js("for (let tries = 0; tries < 500 && !document.querySelector('#review .sentence'); tries++)
             document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'J', bubbles: true}));");
    assert_eq!(page.js("return all('#review .sentence').length"), json!(1));
    let count = page.text("return text(document.querySelector('#review .count'))");
    assert!(count.starts_with("signed 0 / "), "{count}");
    page.js("const input = document.querySelector('#review input'); input.value = 'LW';
         input.dispatchEvent(new Event('change'))");
    page.wait("return text(document.querySelector('#review .count')).startsWith('signed 1 / ')", "one row is signed");
    page.load(&server.url("en/ledger/index.html"));
    let count = page.text("return text(document.querySelector('#review .count'))");
    assert!(count.starts_with("signed 1 / "), "kept from page to page: {count}");
    page.js("localStorage.clear()");
}
