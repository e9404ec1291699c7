//! What an editor asks of a story's data, for `cargo xtask`: the rules are the library's; here is only what is typed and
//! read. Ends with status 1 and every fault if something is wrong.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use data_story::data::{
    Edition, Fault, FoundSentence, PUBLISHED, Warning, address_fault, articles, gathered, inspect, locate, placed,
    read_text, record, schemas, verify_source,
};
use data_story::locale::told_in;
use data_story::model::{Lang, Story};
use data_story::room;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["check", folder] => check(Path::new(folder), false),
        ["check-strictly", folder] => check(Path::new(folder), true),
        ["verify-source", file, folder] => verify(Path::new(file), Path::new(folder)),
        ["locate", file, words, folder] => find(Path::new(file), words, Path::new(folder)),
        ["record-addresses", folder] => record_addresses(Path::new(folder)),
        ["schema", folder] => write_schemas(Path::new(folder)),
        _ => {
            Err("expected check DIR, check-strictly DIR, verify-source FILE DIR, locate FILE WORDS DIR, record-addresses DIR or schema DIR"
                .to_owned())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}{error}", if lang() == Lang::Zh { "错误：" } else { "error: " });
            ExitCode::FAILURE
        }
    }
}

/// In which language whoever asks is told.
fn lang() -> Lang {
    told_in(|name| std::env::var(name).ok())
}

/// Reports every fault and warning of a story's data, as the edition in the environment tells it.
fn check(folder: &Path, deny_warnings: bool) -> Result<(), String> {
    let edition = Edition::told(|name| std::env::var(name).ok());
    if let Some(address) = &edition.address
        && let Some(expected) = address_fault(address)
    {
        return Err(match lang() {
            Lang::En => format!("--address {address}: expected {}", expected.en),
            Lang::Zh => format!("--address {address}：应为{}", expected.zh),
        });
    }
    let (story, warnings) = room::inspect(folder, edition);
    for line in gathered(warnings.iter().map(|warning| &warning.at), lang()) {
        eprintln!("{line}");
    }
    story.map_err(|faults| all(folder, &faults))?;
    let outcome = outcome(folder, &warnings);
    if deny_warnings && !warnings.is_empty() {
        return Err(outcome
            + match lang() {
                Lang::En => "; mend them, or say in `meant` of chapters.json why",
                Lang::Zh => "；请改正，或在 chapters.json 的 `meant` 里写明理由",
            });
    }
    println!("{outcome}");
    Ok(())
}

/// What is said of a folder in which nothing is wrong.
fn outcome(folder: &Path, warnings: &[Warning]) -> String {
    let folder = folder.display();
    match (lang(), warnings.len()) {
        (Lang::En, 0) => format!("{folder}: no faults"),
        (Lang::En, 1) => format!("{folder}: no faults, 1 warning"),
        (Lang::En, count) => format!("{folder}: no faults, {count} warnings"),
        (Lang::Zh, 0) => format!("{folder}：没有错误"),
        (Lang::Zh, count) => format!("{folder}：没有错误，{count} 条警告"),
    }
}

/// Reads a story, or fails with all its faults at once.
fn load(folder: &Path, edition: Edition) -> Result<Story, String> {
    inspect(folder, edition).0.map_err(|faults| all(folder, &faults))
}

/// Compares every locator and printed figure of a story with a transcript of the page.
fn verify(file: &Path, folder: &Path) -> Result<(), String> {
    let (story, text) = (load(folder, Edition::default())?, transcript(file)?);
    let summary = verify_source(&story, &text).map_err(|wrong| all(file, &placed(folder, wrong)))?;
    println!("{summary}");
    Ok(())
}

/// Prints the locator of every sentence that holds these words, ready to be pasted into a fact.
fn find(file: &Path, words: &str, folder: &Path) -> Result<(), String> {
    let text = transcript(file)?;
    let articles = articles(folder).map_err(|faults| all(folder, &faults))?;
    let found = locate(&articles, &text, words);
    if found.is_empty() {
        return Err(format!("{}: no sentence of the articles holds `{words}`", file.display()));
    }
    if found.len() > 1 {
        println!("{} sentences hold `{words}`; the one that is meant can be told by more of its words", found.len());
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
    read_text(file).map_err(|unread| format!("{}:{}: {}", file.display(), unread.line, unread.message.line(lang())))
}

/// Writes down the ids that are published from now on, so that none vanishes unnoticed.
fn record_addresses(folder: &Path) -> Result<(), String> {
    let (path, story) = (folder.join(PUBLISHED), load(folder, Edition::default())?);
    fs::write(&path, record(folder, &story)).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{}", path.display());
    Ok(())
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

fn all(place: &Path, faults: &[Fault]) -> String {
    let lines: String = gathered(faults, lang()).iter().map(|line| format!("\n  {line}")).collect();
    let place = place.display();
    match (lang(), faults.len()) {
        (Lang::En, 1) => format!("1 fault in {place}{lines}"),
        (Lang::En, count) => format!("{count} faults in {place}{lines}"),
        (Lang::Zh, count) => format!("{place} 有 {count} 处错误{lines}"),
    }
}
