//! Commands about the story's data. The rules are the library's; here is only what a person
//! types and reads.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use story::data::{self as rules, Edition};
use story::model::Story;

use crate::failure::{Failure, Result};
use crate::paths;

/// The story's folder when none is given.
pub const DEFAULT: &str = "data";

/// Reports every fault of a story's data.
pub fn check(folder: Option<PathBuf>) -> Result<()> {
    let folder = paths::given_or(folder, DEFAULT)?;
    load(&folder, Edition::default())?;
    println!("{}: no faults", folder.display());
    Ok(())
}

/// Reads a story, or fails with all its faults at once.
pub fn load(folder: &Path, edition: Edition) -> Result<Story> {
    rules::check_edition(folder, edition).map_err(|faults| all(&folder.display().to_string(), &faults))
}

/// Compares every locator and printed figure of a story with a transcript of the page.
pub fn verify_source(file: &Path, folder: Option<PathBuf>) -> Result<()> {
    let (story, text) = (load(&paths::given_or(folder, DEFAULT)?, Edition::default())?, transcript(file)?);
    let summary = rules::verify_source(&story, &text).map_err(|faults| all(&file.display().to_string(), &faults))?;
    println!("{summary}");
    Ok(())
}

/// Prints the locator of every sentence that holds these words, ready to be pasted into a fact.
pub fn locate(file: &Path, words: &str, folder: Option<PathBuf>) -> Result<()> {
    let (story, text) = (load(&paths::given_or(folder, DEFAULT)?, Edition::default())?, transcript(file)?);
    let found = rules::locate(&story, &text, words);
    if found.is_empty() {
        return Err(Failure::failed(format!("{}: no sentence of the articles holds `{words}`", file.display())));
    }
    for rules::FoundSentence { locator, sentence } in found {
        println!("{sentence}");
        println!(
            "  \"source\": {{\"article\": \"{}\", \"paragraph\": {}, \"sentence\": {}, \"sha256\": \"{}\"}}",
            locator.article, locator.paragraph, locator.sentence, locator.sha256
        );
    }
    Ok(())
}

fn transcript(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| Failure::failed(format!("{}: {error}", file.display())))
}

/// Writes the JSON Schemas for editors that check while one types.
pub fn write_schemas() -> Result<()> {
    let folder = paths::root().join(DEFAULT).join("schema");
    let failed = |error| Failure::failed(format!("{}: {error}", folder.display()));
    fs::create_dir_all(&folder).map_err(failed)?;
    for (name, json) in rules::schemas() {
        fs::write(folder.join(&name), json).map_err(failed)?;
        println!("{DEFAULT}/schema/{name}");
    }
    Ok(())
}

fn all(place: &str, faults: &[impl Display]) -> Failure {
    let count = faults.len();
    let noun = if count == 1 { "fault" } else { "faults" };
    let lines: String = faults.iter().map(|fault| format!("\n  {fault}")).collect();
    Failure::failed(format!("{count} {noun} in {place}{lines}"))
}
