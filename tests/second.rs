//! The built sites, read a second time by a program of another make: `tests/second/check.py`, which shares no line with
//! this one and needs nothing but Python.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/folders.rs"]
mod folders;
#[path = "support/skipped.rs"]
mod skipped;
mod support;
#[path = "support/transcript.rs"]
mod transcript;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const SECOND_STORY: &str = "examples/second-story";

/// What the second reader finds in a site, a line for each fault; nothing where there is no Python.
fn found(story: &Path, site: &Path, transcript: Option<&Path>) -> Option<Vec<String>> {
    let Some(python) = std::env::var_os("PYTHON").filter(|path| !path.is_empty()) else {
        skipped::skipped("Python", "there is none to read the sites a second time with");
        return None;
    };
    let output = Command::new(python)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONIOENCODING", "utf-8")
        .arg("tests/second/check.py")
        .args([story, site])
        .args(transcript)
        .output()
        .unwrap();
    let (lines, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    // It ends with 1 for what it finds, and with a trace for what it cannot read.
    let counted = said.lines().last().is_some_and(|line| line.contains(" numbers: "));
    assert!(counted && output.status.code() == Some(i32::from(!lines.is_empty())), "{said}");
    println!("{}", said.trim());
    Some(lines.lines().map(str::to_owned).collect())
}

#[test]
fn a_second_reader_finds_no_fault_in_either_story() {
    let of_second = Path::new(SECOND_STORY).join("transcript.txt");
    let stories = [
        ("data", "SITE_DIR", transcript::transcript()),
        (SECOND_STORY, "SECOND_SITE_DIR", Some(of_second.as_path())),
    ];
    for (story, site, transcript) in stories {
        let found = found(Path::new(story), &support::path(site), transcript).unwrap_or_default();
        assert!(found.is_empty(), "{} faults in {story}\n{}", found.len(), found.join("\n"));
    }
}

/// A fault planted in a file: this text becomes that one, and what is found says this.
type Plant = (&'static str, &'static str, &'static str, &'static str);

/// In the built site, the story being as it was.
#[rustfmt::skip] // rows
const IN_SITE: [Plant; 19] = [
    ("quays/index.html", ">9座码头</a>", ">8座码头</a>", "8 is not that of quays-planned"),
    ("quays/index.html", "\"2座（计算）\"", "\"3座（计算）\"", "3 is not that of quays-named"),
    ("quays/index.html", "data-fact=\"quays-planned\" data-row=\"9\"", "data-fact=\"quays-planned\" data-row=\"19\"", "row 19 is not that of quays-planned"),
    ("quays/index.html", "</a>有名字", "</a>有三十个名字", "三十 is that of no fact"),
    ("quays/index.html", "上津区：账本有6条", "上津区：账本有7条", "upper has 6 rows in the ledger, and not 7"),
    ("en/quays/index.html", "data-of=\"page-year\"", "data-of=\"page-years\"", "page-years is no fact"),
    ("en/walls/index.html", "<title>60 sections", "<title>600 sections", "en/walls/index.html <title>: 600 is"),
    ("embed/walls-lanes/index.html", "\"og:image:alt\" content=\"海堤今年补60段", "\"og:image:alt\" content=\"海堤今年补66段", "<meta og:image:alt>: 66 is"),
    ("en/index.html", "\"headline\":\"Lampford’s quays and crafts in 1312", "\"headline\":\"Lampford’s quays and crafts in 1321", "JSON-LD: 1321 is"),
    ("ledger/index.html", "<td class=\"value\">14班船", "<td class=\"value\">15班船", "15 is not that of night-boats"),
    ("ledger/index.html", "T2第3段第3句<small>", "T2第3段第4句<small>", "4 is not that of night-boats"),
    ("walls/index.html", "24段（第34行：", "25段（第34行：", "25 is not that of walls-upper"),
    ("facts.json", "\"value\": 14.0", "\"value\": 15.0", "facts.json: night-boats value: 15.0, and not 14"),
    ("facts.zh.csv", ",14班船,", ",41班船,", "night-boats is shown as `41班船`, and its value is 14"),
    ("facts.en.csv", "efb535d32c98ff68", "efb535d32c98ff69", "facts.en.csv: night-boats source"),
    ("pictures/figure-walls-bars.en.svg", ">3,600<", ">3,060<", "figure-walls-bars.en.svg: 3,060 is"),
    ("pictures/figure-walls-bars.zh.csv", ",24段,24,", ",24段,42,", "figure-walls-bars.zh.csv: walls-upper value: 42.0"),
    ("pictures/figure-quays-chart.en.json", "of nine (target)", "of ninety (target)", "figure-quays-chart.en.json: ninety is"),
    ("walls/oembed.json", "\"title\":\"海堤今年补60段", "\"title\":\"海堤今年补六百段", "walls/oembed.json: 六百 is"),
];

/// In the story's own files, the site being as it was; and in the transcript.
#[rustfmt::skip] // rows
const IN_STORY: [Plant; 9] = [
    ("facts.json", "\"value\": 65", "\"value\": 56", "formula: lamps-dark: gives 65 and not 56"),
    ("facts.json", "去年修好了5座码头", "去年修好了6座码头", "statement: quays-done: zh: nothing in it says 5"),
    ("facts.json", "\"printed\": \"14班\"", "\"printed\": \"4班\"", "printed: night-boats: 4班 is not in its sentence"),
    ("facts.json", "补网由灯津和雁渚等城市来做", "补网由灯津和北盐等城市来做", "the statement names 北盐, and its sentence does not"),
    ("facts.json", "ba6df5a96bec0d3b", "ba6df5a96bec0d3c", "source: walls-upper: the sentence there has another hash"),
    ("figures.json", "{quays-planned|9座}里", "{quays-planned|七座}里", "七 is not true of quays-planned"),
    ("chapters.json", "今年接着修。", "今年接着修，三百户受益。", "三百 is the number of no fact"),
    ("chapters.json", "The remaining matter", "The remaining forty-three", "forty-three is the number of no fact"),
    ("transcript.txt", "过渡的船费不涨。", "过渡的船费不降。", "source: matter-fares: the sentence there has another hash"),
];

#[test]
fn a_second_reader_finds_each_planted_fault_and_no_other() {
    const { assert!(IN_SITE.len() + IN_STORY.len() >= 20) };
    let (site, story) = (support::path("SECOND_SITE_DIR"), PathBuf::from(SECOND_STORY));
    let transcript = story.join("transcript.txt");
    let invalid = Copy::planted(&site, &IN_SITE);
    expect_found(&IN_SITE, found(&story, &invalid.0, Some(&transcript)), true);
    let invalid = Copy::planted(&story, &IN_STORY);
    // What is changed in the story contradicts the site in many places besides.
    expect_found(&IN_STORY, found(&invalid.0, &site, Some(&invalid.0.join("transcript.txt"))), false);
}

/// Each plant was found; and, if that is asked, what was found is in a file with a plant.
fn expect_found(plants: &[Plant], found: Option<Vec<String>>, nothing_else: bool) {
    let Some(found) = found else { return };
    for (file, _, planted, says) in plants {
        let is_found = found.iter().any(|line| line.contains(says));
        assert!(is_found, "`{planted}` in {file}: expected `{says}`, found\n{}", found.join("\n"));
    }
    let is_planted = |line: &&String| {
        // A fault may show twice in its file; and an archive differs from what lies beside the pages.
        plants.iter().any(|(file, ..)| {
            line.contains(&format!(": {file}"))
                || (line.contains(".zip: ") && line.contains(file.rsplit('/').next().unwrap_or(file)))
        })
    };
    let others: Vec<&String> = found.iter().filter(|line| !is_planted(line)).collect();
    assert!(!nothing_else || others.is_empty(), "not planted: {others:#?}");
}

/// A copy of a folder, gone when dropped.
struct Copy(PathBuf, #[allow(dead_code, reason = "gone when dropped")] TempDir);

impl Copy {
    /// A copy with faults planted.
    fn planted(of: &Path, plants: &[Plant]) -> Self {
        let scratch = TempDir::new().unwrap();
        let copy = Self(scratch.path().to_owned(), scratch);
        folders::copy(of, &copy.0);
        for (file, from, to, _) in plants {
            let path = copy.0.join(file);
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(from), "{file} should hold `{from}`");
            fs::write(&path, text.replacen(from, to, 1)).unwrap();
        }
        copy
    }
}
