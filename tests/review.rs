//! The review of a story: what it marks on the pages, what it asks for before a story goes out, and that no reader gets
//! anything of it.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use data_story::data::{Edition, INITIALS, check_edition, rows};
use invalid::{Edit, Invalid};
use serde_json::{Value, json};
use walkdir::{DirEntry, WalkDir};

/// The review of the second story with these edits, gone when dropped.
struct Review {
    copy: Invalid,
    folder: PathBuf,
}

impl Review {
    fn of(edits: &[Edit]) -> Self {
        let copy = Invalid::new(edits);
        let folder = copy.0.join("review");
        let outcome = Command::new(env!("CARGO_BIN_EXE_prerender"))
            .env("STORY_REVIEW", &folder)
            .env("STORY_DATA", &copy.0)
            .env("STORY_TRANSCRIPT", copy.0.join("transcript.txt"))
            .output()
            .unwrap();
        assert!(outcome.status.success(), "{}", String::from_utf8_lossy(&outcome.stderr));
        Self { copy, folder }
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).unwrap()
    }

    fn found(&self) -> Value {
        serde_json::from_str(&self.page("review.json")).unwrap()
    }

    fn is_loose(&self, words: &str) -> bool {
        let found = self.found();
        found["loose"].as_array().unwrap().iter().any(|one| one["text"].as_str().unwrap().contains(words))
    }
}

#[test]
fn every_page_of_the_site_has_a_review_that_robots_leave_alone() {
    let review = Review::of(&[]);
    for path in ["index.html", "en/index.html", "ledger/index.html", "en/walls/index.html", "embed/map/index.html"] {
        let page = review.page(path);
        assert!(page.contains("content=\"noindex, nofollow\""), "{path}");
        assert!(page.contains("id=\"review-data\"") && page.contains("data-review="), "{path}");
    }
    let page = review.page("en/index.html");
    assert!(
        page.contains("data-review=\"quays-planned\" data-review-kind=\"target\" data-review-speaker="),
        "tinted"
    );
    // The sentence beside it, and the row that is signed.
    let row = &rows(&review.copy.0)["quays-planned"];
    assert!(page.contains(&format!("\"row\":\"{row}\"")) && page.contains("\"sentence\":\""), "told to the script");
    assert!(review.page("review.html").contains("en/walls/index.html"), "a list of the pages");
}

#[test]
fn numbers_and_number_words_of_no_fact_are_found_wherever_a_reader_meets_them() {
    // A story with faults has its review too.
    let review = Review::of(&[
        ("chapters.json", "去年修了{quays-done}", "去年修了三百户，{quays-done}"),
        ("chapters.json", r#""en": "First the light""#, r#""en": "One light, most of it done""#),
        ("places.json", r#""short": {"zh": "月牙码头""#, r#""short": {"zh": "第一码头""#),
    ]);
    for words in ["三百", "One light, most of it done"] {
        assert!(review.is_loose(words), "{words}");
    }
    let page = review.page("en/index.html");
    assert!(
        !page.contains("tabindex=\"-1\">Nine</mark>") && page.contains("tabindex=\"-1\">One</mark>"),
        "facts’ own"
    );
    let list = review.page("review.html");
    assert!(list.contains("F19: ") && list.contains("found `三百`"), "the check’s faults");
}

#[test]
fn what_names_nothing_shows_its_id_where_it_would_stand() {
    let review = Review::of(&[("chapters.json", "去年修了{quays-done}", "去年修了{quays-gone}")]);
    assert!(review.page("index.html").contains("quays-gone</a>"), "a link that shows the id");
    assert!(review.page("review.html").contains("quays-gone"), "and the check’s fault");
}

#[test]
fn a_statement_whose_sentence_lacks_its_place_or_its_number_is_told() {
    let edits = [
        ("facts.json", "写到船费，没有点地名。", "写到船费，点了芦洲的名。"),
        ("facts.json", "去年修好了5座码头。", "去年修好了5座码头，共3种。"),
    ];
    let review = Review::of(&edits);
    let lacks = &review.found()["lacks"];
    assert!(lacks["matter-fares"].as_str().unwrap().contains("芦洲"), "{lacks:#}");
    assert!(lacks["quays-done"].as_str().unwrap().contains('3'), "{lacks:#}");
    assert!(review.page("ledger/index.html").contains("data-lacks=\"芦洲"), "marked on the page");
}

const PUBLISHED: Edition = Edition { to_publish: true, without_maps: true, address: None };

/// What keeps the story from being published as far as initials are concerned.
fn unsigned(copy: &Invalid) -> Vec<String> {
    let edition = Edition { address: Some("https://news.internal/lampford/".into()), ..PUBLISHED };
    let faults = check_edition(&copy.0, edition).err().unwrap_or_default();
    faults.iter().map(ToString::to_string).filter(|line| line.contains("story.initials")).collect()
}

#[test]
fn publishing_asks_for_the_initials_of_every_row_as_it_is_now_if_the_story_says_so() {
    let head = r#""subhead_first": ["en"],"#;
    let asking = Invalid::new(&[("chapters.json", head, &format!("\"initials\": true, {head}"))]);
    let list = unsigned(&asking);
    assert!(list.len() == 1 && list[0].contains("expected initials for every fact"), "{list:#?}");
    // Not while it is made, and not of a story that does not ask.
    assert_eq!(check_edition(&asking.0, Edition::default()).err(), None);
    assert_eq!(unsigned(&Invalid::new(&[])), [""; 0]);
    let sign = |by: &str| -> Value {
        rows(&asking.0)
            .into_iter()
            .map(|(id, row)| (id, json!({"by": by, "row": row})))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    fs::write(asking.0.join(INITIALS), sign("LW").to_string()).unwrap();
    assert_eq!(unsigned(&asking), [""; 0]);
    fs::write(asking.0.join(INITIALS), sign(" ").to_string()).unwrap();
    assert_eq!(unsigned(&asking).len(), 1, "nobody has signed");
    // A row that has changed since is to be read again.
    fs::write(asking.0.join(INITIALS), sign("LW").to_string()).unwrap();
    let facts = asking
        .text("facts.json")
        .replace("Five quays were repaired last year.", "Last year five quays were repaired.");
    fs::write(asking.0.join("facts.json"), facts).unwrap();
    let list = unsigned(&asking);
    assert!(list.len() == 1 && list[0].contains("1 of ") && list[0].contains("such as `quays-done`"), "{list:#?}");
}

#[test]
fn no_page_style_or_script_for_readers_has_anything_of_the_review() {
    for folder in ["style", "web", "src/view", "src/browser"] {
        let files = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        let paths: Vec<PathBuf> = files.map(DirEntry::into_path).collect();
        assert!(paths.len() > 10, "found only {} files in {folder}", paths.len());
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains("data-review") && !text.contains("review-loose"), "{}", path.display());
        }
    }
}
