//! What an editor asks of a story's data, for `cargo xtask`: the rules are the library's; here is only what is typed and
//! read. Ends with status 1 and every fault if something is wrong.

use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use luoyang_story::data::{Edition, FoundSentence, address_fault, check_edition, locate, schemas, verify_source};
use luoyang_story::model::Story;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["check", folder] => check(Path::new(folder)),
        ["verify-source", file, folder] => verify(Path::new(file), Path::new(folder)),
        ["locate", file, words, folder] => find(Path::new(file), words, Path::new(folder)),
        ["schema", folder] => write_schemas(Path::new(folder)),
        _ => Err("expected check DIR, verify-source FILE DIR, locate FILE WORDS DIR or schema DIR".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reports every fault of a story's data, as the edition in the environment tells it.
fn check(folder: &Path) -> Result<(), String> {
    let edition = Edition::told(|name| std::env::var(name).ok());
    if let Some(address) = &edition.address
        && let Some(expected) = address_fault(address)
    {
        return Err(format!("--address {address}: expected {expected}"));
    }
    load(folder, edition)?;
    println!("{}: no faults", folder.display());
    Ok(())
}

/// Reads a story, or fails with all its faults at once.
fn load(folder: &Path, edition: Edition) -> Result<Story, String> {
    check_edition(folder, edition).map_err(|faults| all(folder, &faults))
}

/// Compares every locator and printed figure of a story with a transcript of the page.
fn verify(file: &Path, folder: &Path) -> Result<(), String> {
    let (story, text) = (load(folder, Edition::default())?, transcript(file)?);
    let summary = verify_source(&story, &text).map_err(|faults| all(file, &faults))?;
    println!("{summary}");
    Ok(())
}

/// Prints the locator of every sentence that holds these words, ready to be pasted into a fact.
fn find(file: &Path, words: &str, folder: &Path) -> Result<(), String> {
    let (story, text) = (load(folder, Edition::default())?, transcript(file)?);
    let found = locate(&story, &text, words);
    if found.is_empty() {
        return Err(format!("{}: no sentence of the articles holds `{words}`", file.display()));
    }
    for FoundSentence { locator, sentence } in found {
        println!("{sentence}");
        println!(
            "  \"source\": {{\"article\": \"{}\", \"paragraph\": {}, \"sentence\": {}, \"sha256\": \"{}\"}}",
            locator.article, locator.paragraph, locator.sentence, locator.sha256
        );
    }
    Ok(())
}

fn transcript(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// Writes the JSON Schemas for editors that check while one types.
fn write_schemas(folder: &Path) -> Result<(), String> {
    let failed = |error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(failed)?;
    for (name, json) in schemas() {
        let path = folder.join(&name);
        fs::write(&path, json).map_err(failed)?;
        println!("{}", path.display());
    }
    Ok(())
}

fn all(place: &Path, faults: &[impl Display]) -> String {
    let count = faults.len();
    let noun = if count == 1 { "fault" } else { "faults" };
    let lines: String = faults.iter().map(|fault| format!("\n  {fault}")).collect();
    format!("{count} {noun} in {}{lines}", place.display())
}
