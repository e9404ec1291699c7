//! The second story by ear: Orca reads it out in Firefox, and all that it is given is keys.
//!
//! What has to be said is taken from the page itself, and held against what was said without the words that are Orca's own.
//! Nothing is asked of when it is said, or in how many pieces.

use std::fs;
use std::time::{Duration, Instant};

use serde_json::Value;
use webdriver::{Programs, ScreenReader, until_within};

use crate::page::{Page, free_folder, lines, second_site};
use crate::some::some;
use crate::support;

/// How long something may take to be said – a page that a new Firefox loads, longer –, and how often it is listened for.
const PATIENCE: Duration = Duration::from_secs(60);
const LOADING: Duration = Duration::from_secs(180);
const BEAT: Duration = Duration::from_millis(30);
/// After how long of silence a key is taken for lost, as may happen to one where much else is going on.
const SILENCE: Duration = Duration::from_secs(20);
const TIMES: usize = 3;
/// How often a key is pressed to come to something, and how long that may take in all.
const KEYS: usize = 60;
const WAY: Duration = Duration::from_secs(240);

/// What Orca adds to the words of a page, the longer first.
const ITS_OWN: [&str; 12] = [
    "toggle button not pressed",
    "toggle button pressed",
    "image map link",
    "leaving panel.",
    "heading level 1",
    "heading level 2",
    "column header",
    "row header",
    "push button",
    "collapsed",
    "expanded",
    "link",
];

/// A page that is walked by keys.
struct Walk {
    reader: ScreenReader,
}

impl Walk {
    fn start(url: &str) -> Self {
        let programs = Programs {
            orca: support::path("ORCA"),
            firefox: support::path("FIREFOX"),
            screen: support::path("XVFB"),
            bus: support::path("DBUS_DAEMON"),
            keys: support::path("XDOTOOL"),
        };
        Self { reader: ScreenReader::start(&programs, url).unwrap() }
    }

    /// Waits until something is said, after the lines that there were, for which this holds.
    fn hears(&self, before: usize, wanted: impl Fn(&str) -> bool, claim: &str) -> String {
        self.heard_within(PATIENCE, before, wanted).unwrap_or_else(|| panic!("not heard: {claim}"))
    }

    fn heard_within(&self, patience: Duration, before: usize, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let mut found = None;
        until_within(patience, BEAT, || {
            found = self.reader.said().into_iter().skip(before).find(|line| wanted(line));
            found.is_some()
        });
        found
    }

    /// Presses a key, and returns how many lines had been said before.
    fn press(&self, key: &str) -> usize {
        let before = self.reader.said().len();
        self.reader.press(key).unwrap();
        before
    }

    /// Presses a key, again if it seems lost, until this is said.
    fn presses(&self, key: &str, wanted: impl Fn(&str) -> bool, claim: &str) -> String {
        let before = self.reader.said().len();
        for _ in 0..TIMES {
            self.reader.press(key).unwrap();
            if let Some(line) = self.heard_within(SILENCE, before, &wanted) {
                return line;
            }
        }
        panic!("not heard: {claim}, after {TIMES} × {key}");
    }

    /// Presses a key again and again, until it has led to where this is said. Each time it says something that is of its
    /// kind, and only then it is pressed once more.
    fn goes(&self, key: &str, kind: &str, wanted: impl Fn(&str) -> bool, claim: &str) -> String {
        let end = Instant::now() + WAY;
        for _ in (0..KEYS).take_while(|_| Instant::now() < end) {
            let before = self.press(key);
            let said = self.heard_within(SILENCE, before, |line| line.contains(kind));
            if let Some(line) = said.filter(|line| wanted(line)) {
                return line;
            }
        }
        panic!("{KEYS} × {key} did not lead to: {claim}");
    }

    /// Goes to a cell of the table, counted from nought, by a last move along its row or column, and waits until this is said
    /// there. A late event may take Orca back to the cell before, so each move begins where it says that it is.
    fn goes_to_cell(&self, to: [usize; 2], along: Along, wanted: impl Fn(&str) -> bool, claim: &str) {
        let end = Instant::now() + WAY;
        for _ in (0..KEYS).take_while(|_| Instant::now() < end) {
            let at = self.reader.said().iter().rev().find_map(|line| cell_of(line)).unwrap_or([0, 0]);
            let [by_row, by_column] = [("Up", "Down"), ("Left", "Right")];
            let one =
                |axis: usize, (back, on)| (at[axis] != to[axis]).then(|| if at[axis] < to[axis] { on } else { back });
            let key = match along {
                Along::Row => one(0, by_row).or(one(1, by_column)).unwrap_or("Left"),
                Along::Column => one(1, by_column).or(one(0, by_row)).unwrap_or("Up"),
            };
            let before = self.press(&format!("shift+alt+{key}"));
            let said = self.heard_within(SILENCE, before, |line| cell_of(line).is_some());
            if said.is_some_and(|line| cell_of(&line) == Some(to) && wanted(&line)) {
                return;
            }
        }
        panic!("{KEYS} keys did not lead to: {claim}");
    }
}

/// The way to a cell.
enum Along {
    Row,
    Column,
}

/// The cell that Orca says it has come to, counted from nought.
fn cell_of(line: &str) -> Option<[usize; 2]> {
    let (row, column) = line.split_once("Row ")?.1.split_once(", column ")?;
    let column = column.split(|sign: char| !sign.is_ascii_digit()).next()?;
    Some([row.parse::<usize>().ok()?.checked_sub(1)?, column.parse::<usize>().ok()?.checked_sub(1)?])
}

impl Drop for Walk {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let said = self.reader.said();
        let last: Vec<&str> = said.iter().rev().take(12).rev().map(String::as_str).collect();
        eprintln!("the last that was said:\n  {}", last.join("\n  "));
        let kept = free_folder().map_or(Ok(()), |folder| {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("said.txt"), said.join("\n"))?;
            fs::write(folder.join("told.txt"), self.reader.told())
        });
        kept.unwrap_or_else(|error| eprintln!("what was said is lost: {error}"));
    }
}

/// The words of a line, without signs and what is Orca's own.
fn words(line: &str) -> String {
    let own = ITS_OWN.iter().fold(line.to_owned(), |line, own| line.replace(own, " "));
    let words = own.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a line says these words of the page, and no others of it.
fn says(line: &str, of_the_page: &str) -> bool {
    words(line) == words(of_the_page)
}

/// Whether one of the pieces of a line says these words.
fn has(line: &str, of_the_page: &str) -> bool {
    line.split(" | ").any(|piece| says(piece, of_the_page))
}

/// What the page says, by the names used here.
struct Words(Value);

impl Words {
    fn of(url: &str) -> Self {
        let page = Page::wide();
        page.load(url);
        Self(page.js(
            "const first = selector => some(all(selector))[0], name = one => one.ariaLabel ?? text(one);
             // A number is said by its link's name; the letter of its kind is only seen.
             const read = one => [...one.childNodes].map(node => node.ariaHidden ? '' : node.ariaLabel ?? (node.nodeType === 1 ? read(node) : node.data)).join('');
             const number = some(all('#quays h2 a[data-fact]')).at(-1), card = first(number.getAttribute('href'));
             const part = first('#map-opening button[data-zoom*=_]'), whole = part.previousElementSibling;
             return {
                 title: document.title, headline: read(first('h1')), chapter: read(first('#quays h2')),
                 map: read(first('#map-opening figcaption h2')),
                 regions: some(all('#map-opening svg.wide a.region')).map(name),
                 shows: text(first('#says-map-opening')), whole: text(whole), part: text(part),
                 number: name(number), frame: name(first('#source-card')), close: text(first('#source-card .close .vh')),
                 value: text(card.querySelector('.value')), statement: card.querySelector('.value').nextSibling.data,
                 unfold: text(first('#quays .data-table summary')),
                 table: [...first('#quays .data-table table').rows].map(row => [...row.cells].map(read)),
             };",
        ))
    }

    fn get(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("the page says no {name}: {:#}", self.0))
    }

    fn list(&self, name: &str) -> Vec<String> {
        some(name, lines(&self.0[name]))
    }
}

#[test]
fn the_second_story_is_walked_by_ear() {
    let site = second_site();
    let url = site.url("en/index.html");
    let page = Words::of(&url);
    let walk = Walk::start(&url);
    let loaded = format!("Finished loading {}.", page.get("title"));
    assert!(walk.heard_within(LOADING, 0, |line| line.contains(&loaded)).is_some(), "not heard: {loaded}");

    // Headings, with their levels.
    let heading = |level: u8, name: &str| {
        let (level, name) = (format!("heading level {level}"), page.get(name).to_owned());
        move |line: &str| line.contains(&level) && says(line, &name)
    };
    walk.goes("h", "heading level", heading(1, "headline"), "the headline");

    // A map: its divisions with what it shows of them.
    walk.goes("h", "heading level", heading(2, "map"), "the head of the map");
    let regions = page.list("regions");
    let (before, last) = (walk.reader.said().len(), regions.last().cloned().unwrap_or_default());
    walk.goes("Down", "", |line| says(line, &last), "the last division on the map");
    for region in &regions {
        walk.hears(before, |line| line.contains("link") && says(line, region), region);
    }

    // What changes is said where it changes, and back again in the words that stood there.
    let button = |name: &str| {
        let name = page.get(name).to_owned();
        move |line: &str| line.contains("button") && says(line, &name)
    };
    walk.goes("b", "button", button("part"), "the button for a part of the map");
    walk.presses(
        "Return",
        |line| !line.contains("button") && !says(line, page.get("shows")),
        "what a part of the map shows",
    );
    walk.goes("shift+b", "button", button("whole"), "the button for the whole of it");
    walk.presses("Return", |line| says(line, page.get("shows")), "what the whole map shows");

    // A number, what it opens, and the way back.
    walk.goes("h", "heading level", heading(2, "chapter"), "the head of a chapter");
    walk.goes("k", "link", |line| says(line, page.get("number")), "a number");
    walk.presses("Return", |line| line.contains(page.get("frame")), "the card of a number");
    walk.presses("Tab", button("close"), "its way out");
    walk.presses("Down", |line| says(line, page.get("value")), "its value");
    walk.presses("Down", |line| says(line, page.get("statement")), "its statement");
    walk.presses("Escape", |line| line.contains("link") && says(line, page.get("number")), "the number again");

    // A data table, cell by cell, each with what heads it where that is new.
    walk.goes("b", "button", button("unfold"), "the button of a data table");
    walk.presses("Return", |line| line.contains("expanded"), "that it is open");
    let table: Vec<Vec<String>> =
        some("the rows of a table", page.0["table"].as_array().unwrap()).into_iter().map(lines).collect();
    let size = format!("table with {} rows {} columns", table.len(), table[0].len());
    let is_it = |line: &str| line.contains(&size) && has(line, &table[0][0]);
    walk.goes("t", "table with", is_it, "the data table");
    let cell = |row: usize, column: usize, head: &str| {
        let (head, said) = (head.to_owned(), table[row][column].clone());
        move |line: &str| has(line, &said) && (head.is_empty() || has(line, &head))
    };
    walk.goes_to_cell([0, 1], Along::Row, cell(0, 1, ""), "the head of the second column");
    walk.goes_to_cell([1, 1], Along::Column, cell(1, 1, ""), "the cell below it");
    walk.goes_to_cell([2, 1], Along::Column, cell(2, 1, &table[2][0]), "a cell with the head of its row");
    walk.goes_to_cell([2, 2], Along::Row, cell(2, 2, &table[0][2]), "a cell with the head of its column");
}
