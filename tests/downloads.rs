//! The ledger as files: read back, they say what the story says.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/folders.rs"]
mod folders;

use std::path::Path;

use data_story::data::{PACKAGE, check_dir, downloads, figure_downloads, figure_tables, package};
use data_story::model::{Fact, Formula, Kind, Lang, Story};
use data_story::text::{Ui, figure_file, measured, uses};
use serde_json::Value;
use tempfile::TempDir;

const STORIES: [&str; 2] = ["data", "examples/second-story"];

fn stories() -> impl Iterator<Item = Story> {
    STORIES.into_iter().map(|dir| check_dir(Path::new(dir)).unwrap())
}

fn file(story: &Story, name: &str) -> String {
    let files = downloads(story).unwrap();
    String::from_utf8(files.into_iter().find(|file| file.name == name).unwrap().bytes).unwrap()
}

/// The number as the page shows it, or that it is not given.
fn shown(story: &Story, fact: &Fact, lang: Lang) -> String {
    if !fact.series.is_empty() {
        // Every year of it, the earliest first.
        let unit = story.unit_of(fact);
        let years = fact.series.iter().map(|one| (one.year, measured(one.value, unit, lang).to_string()));
        let years: Vec<String> = match lang {
            Lang::Zh => years.map(|(year, number)| format!("{year}年{number}")).collect(),
            Lang::En => years.map(|(year, number)| format!("{number} in {year}")).collect(),
        };
        return years.join(if lang == Lang::Zh { "，" } else { ", " });
    }
    let unit = story.unit_of(fact);
    match fact.value {
        Some(value) => measured(value, unit, lang).to_string(),
        None if fact.kind == Kind::NotGiven => Ui(lang).not_given().into(),
        None => String::new(),
    }
}

fn inputs(fact: &Fact) -> Vec<String> {
    fact.formula.iter().flat_map(Formula::inputs).map(ToString::to_string).collect()
}

#[test]
fn the_tables_begin_with_a_byte_order_mark_and_end_lines_by_the_standard() {
    for story in stories() {
        for name in ["facts.zh.csv", "facts.en.csv"] {
            let text = file(&story, name);
            assert!(text.starts_with('\u{FEFF}'), "{name}");
            let rows = story.facts.facts.len() + 1;
            assert_eq!((text.matches("\r\n").count(), text.matches('\n').count()), (rows, rows), "{name}");
        }
    }
}

#[test]
fn the_tables_say_of_every_fact_what_the_story_says() {
    for story in stories() {
        for (lang, name) in [(Lang::Zh, "facts.zh.csv"), (Lang::En, "facts.en.csv")] {
            let text = file(&story, name);
            let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
            let heads: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
            assert_eq!(heads, Ui(lang).table_heads(), "{name}");
            let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
            assert_eq!(rows.len(), story.facts.facts.len(), "{name}");
            for ((index, fact), row) in story.facts.facts.iter().enumerate().zip(&rows) {
                let at = fact.source.as_ref();
                let number = |pick: fn(&data_story::model::Locator) -> usize| {
                    at.map(pick).map_or_else(String::new, |n| n.to_string())
                };
                let words = |text: &data_story::model::Localized| text.get(lang).to_owned();
                let reading = |id: &data_story::model::FactId| words(&story.fact(id).statement);
                let expected: [(usize, String); 17] = [
                    (0, (index + 1).to_string()),
                    (1, fact.id.to_string()),
                    (2, words(&story.chapter(&fact.chapter).name)),
                    (3, fact.kind.slug().into()),
                    (4, Ui(lang).kind(fact.kind).into()),
                    (5, fact.speaker.slug().into()),
                    (6, Ui(lang).speaker(fact.speaker).into()),
                    (9, shown(&story, fact, lang)),
                    (10, fact.statement.zh.clone()),
                    (11, fact.statement.en.clone()),
                    (12, at.map_or_else(String::new, |at| at.article.to_string())),
                    (13, number(|at| at.paragraph)),
                    (14, number(|at| at.sentence)),
                    (15, at.map_or_else(String::new, |at| at.sha256.clone())),
                    (17, inputs(fact).join("; ")),
                    (18, fact.note_source.as_ref().map_or_else(String::new, words)),
                    // No fact rests on the reading of what it is computed from alone, so far.
                    (22, fact.reading.as_ref().map_or_else(String::new, reading)),
                ];
                for (column, cell) in expected {
                    assert_eq!(&row[column], cell, "{name}: {} of {}", heads[column], fact.id);
                }
                let value = (!row[7].is_empty()).then(|| row[7].parse::<f64>().unwrap());
                assert_eq!(value, fact.value, "{name}: value of {}", fact.id);
                assert!(!(fact.kind == Kind::NotGiven && row[9].is_empty()), "{name}: a blank for {}", fact.id);
                for id in &fact.places {
                    let place = story.subject(id).name().get(lang);
                    assert!(row[19].split("; ").any(|one| one == place), "{name}: {place} in {}", &row[19]);
                }
                for (_, one) in story.corrections_of(&fact.id) {
                    let told = row[21].contains(&one.date.to_string()) && row[21].contains(one.was.get(lang));
                    assert!(told, "{name}: corrections of {}: {}", fact.id, &row[21]);
                }
                assert_eq!(story.corrections_of(&fact.id).count() == 0, row[21].is_empty(), "{}", fact.id);
            }
        }
    }
}

#[test]
fn no_cell_of_words_is_a_formula_to_a_spreadsheet() {
    for story in stories() {
        for name in ["facts.zh.csv", "facts.en.csv"] {
            let text = file(&story, name);
            let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
            for row in table.records().map(Result::unwrap) {
                for cell in row.iter().filter(|cell| cell.parse::<f64>().is_err()) {
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
                }
            }
        }
    }
}

/// What of a cell is a number, and what between numbers: letters and Han characters stay, in small letters.
fn shape(cell: &str) -> String {
    let mut shape = String::new();
    for sign in cell.trim().to_lowercase().chars() {
        match sign {
            '0'..='9' if shape.ends_with('0') => (),
            '0'..='9' => shape.push('0'),
            _ => shape.push(sign),
        }
    }
    shape
}

/// Whether a spreadsheet would make a day, a month or a time of this cell.
fn is_a_date_to_a_spreadsheet(cell: &str) -> bool {
    let shape = shape(cell).replace(' ', "").replace(['/', '.', ','], "-");
    let shape = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        .into_iter()
        .fold(shape, |shape, month| shape.replace(month, "M"));
    let is_number = cell.parse::<f64>().is_ok();
    !is_number
        && [
            "0-0",
            "0-0-0",
            "0:0",
            "0:0:0",
            "0月",
            "0月0日",
            "0年0月",
            "0年0月0日",
            "M0",
            "M-0",
            "0M",
            "0-M",
            "0M0",
            "0-M-0",
            "M0-0",
        ]
        .contains(&shape.as_str())
}

#[test]
fn no_cell_of_any_table_becomes_a_date_in_a_spreadsheet() {
    for wrong in ["3-5", "2/3", "1月2日", "MAR1", "12 May", "9:30", "2024年1月"] {
        assert!(is_a_date_to_a_spreadsheet(wrong), "{wrong}");
    }
    let mut cells = 0;
    for story in stories() {
        let tables = downloads(&story).unwrap().into_iter().map(|file| (file.name.to_owned(), file.bytes));
        let figures = figure_downloads(&story).unwrap().into_iter().map(|file| (file.name.to_owned(), file.bytes));
        for (name, bytes) in tables.chain(figures).filter(|(name, _)| name.ends_with(".csv")) {
            let text = String::from_utf8(bytes).unwrap();
            let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
            let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
            for cell in rows.iter().chain([&table.headers().unwrap().clone()]).flatten() {
                cells += 1;
                // A whole day is meant as one.
                let is_day = shape(cell) == "0-0-0" && cell.len() == 10;
                assert!(is_day || !is_a_date_to_a_spreadsheet(cell), "{name}: {cell}");
            }
        }
    }
    assert!(cells > 1000, "{cells} cells");
}

#[test]
fn the_document_says_of_every_fact_what_the_story_says_in_both_languages() {
    for story in stories() {
        let document: Value = serde_json::from_str(&file(&story, "facts.json")).unwrap();
        assert_eq!(document["version"], 1);
        assert_eq!(document["data"], story.version.as_str());
        let kinds: Vec<&str> =
            document["kinds"].as_array().unwrap().iter().map(|k| k["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, Kind::ALL.map(Kind::slug));
        let uses = uses(&story);
        let facts = document["facts"].as_array().unwrap();
        assert_eq!(facts.len(), story.facts.facts.len());
        for ((index, fact), row) in story.facts.facts.iter().enumerate().zip(facts) {
            let id = &fact.id;
            assert_eq!(row["row"], index + 1, "{id}");
            assert_eq!(row["id"], id.as_str());
            assert_eq!(row["chapter"], fact.chapter.as_str(), "{id}");
            assert_eq!(row["kind"], fact.kind.slug(), "{id}");
            assert_eq!(row["speaker"], fact.speaker.slug(), "{id}");
            assert_eq!(row["value"].as_f64(), fact.value, "{id}");
            assert_eq!(row["unit"].as_str(), fact.unit.as_ref().map(|unit| unit.as_str()), "{id}");
            for (key, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
                assert_eq!(row["statement"][key], fact.statement.get(lang), "{id}");
                assert_eq!(row["figure"][key].as_str().unwrap_or_default(), shown(&story, fact, lang), "{id}");
                let note = fact.note_source.as_ref().map(|source| source.get(lang));
                assert_eq!(row["note_source"][key].as_str(), note, "{id}");
            }
            let source = fact.source.as_ref();
            assert_eq!(row["source"]["article"].as_str(), source.map(|at| at.article.as_str()), "{id}");
            assert_eq!(row["source"]["paragraph"].as_u64(), source.map(|at| at.paragraph as u64), "{id}");
            assert_eq!(row["source"]["sentence"].as_u64(), source.map(|at| at.sentence as u64), "{id}");
            assert_eq!(row["source"]["sha256"].as_str(), source.map(|at| at.sha256.as_str()), "{id}");
            assert_eq!(row["formula"].as_str(), fact.formula.as_ref().map(Formula::text), "{id}");
            assert_eq!(list(&row["inputs"], ""), inputs(fact), "{id}");
            assert_eq!(list(&row["places"], "/id"), fact.places.iter().map(ToString::to_string).collect::<Vec<_>>());
            let readings: Vec<&str> = story.readings_of([id]).iter().map(|one| one.id.as_str()).collect();
            assert_eq!(list(&row["readings"], ""), readings, "{id}");
            let anchors = uses.iter().filter(|one| one.facts.contains(id)).map(|one| one.anchor());
            assert_eq!(list(&row["uses"], "/anchor"), anchors.collect::<Vec<_>>(), "{id}");
            let days = story.corrections_of(id).map(|(_, one)| one.date.to_string());
            assert_eq!(list(&row["corrections"], "/date"), days.collect::<Vec<_>>(), "{id}");
            assert_eq!(row["date"].is_null(), fact.date.is_none(), "{id}");
        }
    }
}

/// The texts of a list, at this pointer in each of its members.
fn list(value: &Value, pointer: &str) -> Vec<String> {
    value.as_array().unwrap().iter().map(|one| one.pointer(pointer).unwrap().as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_version_changes_with_the_data_and_with_nothing_else() {
    let scratch = TempDir::new().unwrap();
    let copy = scratch.path().join("story");
    folders::copy(Path::new(STORIES[1]), &copy);
    let version = || check_dir(&copy).unwrap().version.to_string();
    let first = version();
    assert_eq!(first, check_dir(Path::new(STORIES[1])).unwrap().version.as_str(), "the folder does not matter");
    let facts = copy.join("facts.json");
    let text = std::fs::read_to_string(&facts).unwrap();
    std::fs::write(&facts, text.replace('\n', "\r\n")).unwrap();
    assert_eq!(first, version(), "line ends do not matter");
    std::fs::write(&facts, text.replace("四件大事。", "四件大事！")).unwrap();
    let changed = version();
    assert_ne!(first, changed, "a word matters");
}

/// A figure's file in a language, without the byte-order mark that a table begins with.
fn table_of(files: &[data_story::data::Download], name: &str) -> (Vec<String>, Vec<csv::StringRecord>) {
    let bytes = &files.iter().find(|file| file.name == name).unwrap().bytes;
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.starts_with('\u{FEFF}') && text.ends_with("\r\n"), "{name}");
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let heads = table.headers().unwrap().iter().map(str::to_owned).collect();
    (heads, table.records().map(Result::unwrap).collect())
}

#[test]
fn a_figures_table_says_of_every_row_which_fact_it_rests_on_and_where_that_stands() {
    for story in stories() {
        let files = figure_downloads(&story).unwrap();
        for lang in Lang::ALL {
            for figure in figure_tables(&story, lang) {
                let name = figure_file(figure.id, lang, "csv");
                let (heads, rows) = table_of(&files, &name);
                let own = figure.heads.len();
                assert_eq!(heads[own..], Ui(lang).fact_heads(), "{name}");
                assert_eq!(rows.len(), figure.rows.len(), "{name}");
                assert!(!rows.is_empty(), "{name}");
                for (row, record) in figure.rows.iter().zip(&rows) {
                    assert_eq!(row.cells.len(), own, "{name}: {record:?}");
                    let Some(fact) = row.fact else {
                        // A city that a map only points to, and nothing is said of.
                        let silent = row.place.is_some_and(|id| story.statements_about(id).next().is_none());
                        assert!(silent, "{name}: no fact behind {record:?}");
                        continue;
                    };
                    let worked_out = matches!(fact.kind, Kind::Computed | Kind::EditorsNote);
                    assert!(fact.source.is_some() || worked_out, "{name}: no locator of {}", fact.id);
                    let at = fact.source.as_ref();
                    assert_eq!(&record[own + 2], fact.kind.slug(), "{name}: {}", fact.id);
                    assert_eq!(&record[own + 3], Ui(lang).kind(fact.kind), "{name}: {}", fact.id);
                    assert_eq!(&record[own + 4], fact.speaker.slug(), "{name}: {}", fact.id);
                    assert_eq!(&record[own + 5], Ui(lang).speaker(fact.speaker), "{name}: {}", fact.id);
                    assert_eq!(record[own + 12].is_empty(), story.readings_of([&fact.id]).is_empty(), "{name}");
                    assert_eq!(record[own + 6], story.row(&fact.id).to_string(), "{name}");
                    assert_eq!(&record[own + 7], fact.id.as_str(), "{name}");
                    assert_eq!(record[own + 8], at.map_or_else(String::new, |at| at.article.to_string()), "{name}");
                    assert_eq!(record[own + 9], at.map_or_else(String::new, |at| at.paragraph.to_string()), "{name}");
                    assert_eq!(record[own + 10], at.map_or_else(String::new, |at| at.sentence.to_string()), "{name}");
                    let value = (!record[own].is_empty()).then(|| record[own].parse::<f64>().unwrap());
                    assert_eq!(value, fact.value.filter(|_| row.number), "{name}: value of {}", fact.id);
                    if row.number {
                        let as_shown = shown(&story, fact, lang);
                        assert!(row.cells.iter().any(|cell| cell.contains(&as_shown)), "{name}: {as_shown}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_figures_document_holds_the_rows_of_its_table_and_a_maps_also_its_credit() {
    for story in stories() {
        let files = figure_downloads(&story).unwrap();
        for lang in Lang::ALL {
            for figure in figure_tables(&story, lang) {
                let name = figure_file(figure.id, lang, "json");
                let bytes = &files.iter().find(|file| file.name == name).unwrap().bytes;
                let document: Value = serde_json::from_slice(bytes).unwrap();
                let (_, records) = table_of(&files, &figure_file(figure.id, lang, "csv"));
                assert_eq!(document["data"], story.version.as_str(), "{name}");
                assert_eq!(document["lang"], lang.tag(), "{name}");
                assert_eq!(document["columns"].as_array().unwrap().len(), figure.heads.len(), "{name}");
                let rows = document["rows"].as_array().unwrap();
                assert_eq!(rows.len(), records.len(), "{name}");
                for (row, record) in rows.iter().zip(&records) {
                    let cells: Vec<&str> =
                        row["cells"].as_array().unwrap().iter().map(|cell| cell.as_str().unwrap()).collect();
                    for (index, cell) in cells.iter().enumerate() {
                        assert_eq!(record[index].trim_start_matches('\''), *cell, "{name}");
                    }
                    assert_eq!(row["fact"].as_str().unwrap_or_default(), &record[cells.len() + 7], "{name}");
                    assert_eq!(
                        row["source"]["article"].as_str().unwrap_or_default(),
                        &record[cells.len() + 8],
                        "{name}"
                    );
                }
                let is_map = figure.source.is_none();
                let notes = document["notes"].to_string();
                assert!(!is_map || notes.contains(story.map.disclaimer.get(lang)), "{name}: {notes}");
                assert!(!is_map || notes.contains(story.map.review_label.get(lang)), "{name}: {notes}");
            }
        }
    }
}

#[test]
fn a_reading_goes_wherever_its_numbers_go() {
    let mut seen = 0;
    for story in stories() {
        for one in uses(&story) {
            for reading in story.readings_of(&one.facts) {
                seen += 1;
                assert!(one.facts.contains(&reading.id), "{} is not said at #{}", reading.id, one.anchor());
            }
        }
        for lang in Lang::ALL {
            for figure in figure_tables(&story, lang) {
                let shown = figure.rows.iter().filter_map(|row| Some(&row.fact?.id));
                for reading in story.readings_of(shown) {
                    // A map of values is read like the chart that it is shaded by.
                    let map = story.told().flat_map(|(_, told)| told.maps()).find(|map| map.id == *figure.id);
                    let shading = map.and_then(|map| map.shading.as_ref());
                    let own = story.figure_named(shading.unwrap_or(figure.id).as_str());
                    let named = own.is_some_and(|own| {
                        own.prose().into_iter().any(|text| text.zh.contains(&format!("{{{}|", reading.id)))
                    });
                    let said = figure.notes.iter().any(|note| note == reading.statement.get(lang));
                    assert!(named || said, "{} is not said in the file of {}", reading.id, figure.id);
                }
            }
        }
    }
    assert!(seen >= 8, "{seen} parts rest on a reading");
}

#[test]
fn the_package_describes_every_table_as_it_is_and_says_the_terms() {
    for story in stories() {
        let files: Vec<_> = downloads(&story).unwrap().into_iter().chain(figure_downloads(&story).unwrap()).collect();
        let file = package(&story, &files).unwrap();
        assert_eq!(file.name, PACKAGE);
        let document: Value = serde_json::from_slice(&file.bytes).unwrap();
        let terms = story.head().terms.as_ref().expect("both stories state terms");
        assert_eq!(document["licenses"][0]["path"], terms.url.as_str());
        let resources = document["resources"].as_array().unwrap();
        let described: Vec<&str> = resources.iter().map(|one| one["path"].as_str().unwrap()).collect();
        let tables: Vec<&str> =
            files.iter().map(|file| file.name.as_str()).filter(|name| name.ends_with(".csv")).collect();
        assert_eq!(described, tables);
        let mut names: Vec<&str> = resources.iter().map(|one| one["name"].as_str().unwrap()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), resources.len(), "each resource has a name of its own");
        for resource in resources {
            let name = resource["path"].as_str().unwrap();
            let (heads, rows) = table_of(&files, name);
            let fields = resource["schema"]["fields"].as_array().unwrap();
            assert_eq!(
                fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(),
                heads,
                "{name}"
            );
            for (column, field) in fields.iter().enumerate() {
                let cells: Vec<&str> = rows.iter().map(|row| &row[column]).filter(|cell| !cell.is_empty()).collect();
                let numbers = cells.iter().filter(|cell| cell.parse::<f64>().is_ok()).count();
                let all = !cells.is_empty() && numbers == cells.len();
                assert_eq!(field["type"], if all { "number" } else { "string" }, "{name}: {field}");
            }
        }
    }
}
