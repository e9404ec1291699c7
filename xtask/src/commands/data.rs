//! Commands about the story's data: a program of its own knows the rules, `src/bin/story.rs`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use story::edition::Edition;
use story::locale::LANG_ASKED;

use crate::failure::{Failure, Result};
use crate::steps::{Step, Steps};
use crate::{paths, process, reuse};

/// The story's folder when none is given.
pub const DEFAULT: &str = "data";

/// Reports every fault and warning of a story's data, in the language asked for or that of the system; warnings too are
/// failures where they are denied.
pub fn check(folder: Option<PathBuf>, deny_warnings: bool, lang: Option<String>) -> Result<()> {
    let folder = paths::given_or(folder, DEFAULT)?;
    let how = if deny_warnings { "check-strictly" } else { "check" };
    ask_in("check-data", &[how.as_ref(), folder.as_os_str()], lang)
}

/// Compares every locator and printed figure of a story with a transcript of the page.
pub fn verify_source(file: &Path, folder: Option<PathBuf>) -> Result<()> {
    let (file, folder) = (paths::given_or(Some(file.to_path_buf()), "")?, paths::given_or(folder, DEFAULT)?);
    ask("verify-source", &["verify-source".as_ref(), file.as_os_str(), folder.as_os_str()])
}

/// Prints the locator of every sentence that holds these words, ready to be pasted into a fact.
pub fn locate(file: &Path, words: &str, folder: Option<PathBuf>) -> Result<()> {
    let (file, folder) = (paths::given_or(Some(file.to_path_buf()), "")?, paths::given_or(folder, DEFAULT)?);
    ask("locate", &["locate".as_ref(), file.as_os_str(), words.as_ref(), folder.as_os_str()])
}

/// Writes down which ids of a story are published.
pub fn record_addresses(folder: Option<PathBuf>) -> Result<()> {
    let folder = paths::given_or(folder, DEFAULT)?;
    ask("record-addresses", &["record-addresses".as_ref(), folder.as_os_str()])
}

/// Writes the JSON Schemas for editors that check while one types.
pub fn write_schemas() -> Result<()> {
    let folder = paths::root().join(DEFAULT).join("schema");
    ask("schema", &["schema".as_ref(), folder.as_os_str()])
}

/// Has the program answer on the screen; compiled first, where it is not.
fn ask(command: &'static str, words: &[&OsStr]) -> Result<()> {
    ask_in(command, words, None)
}

/// The same, in a language.
fn ask_in(command: &'static str, words: &[&OsStr], lang: Option<String>) -> Result<()> {
    let steps = Steps::of(command);
    compiled(&steps)?;
    let mut program = program()?;
    program.args(words).envs(lang.map(|lang| (LANG_ASKED, lang)));
    let status = program.status().map_err(|error| Failure::failed(error.to_string()))?;
    if !status.success() {
        // It has said itself what is wrong.
        return Err(Failure::Told);
    }
    steps.done();
    Ok(())
}

/// Checks a story as an edition tells it, or fails with all its faults at once; the program must be compiled.
pub fn check_edition(step: &Step<'_>, folder: &Path, edition: &Edition) -> Result<()> {
    let mut program = program()?;
    program.arg("check").arg(folder);
    tell(&mut program, edition);
    match program.output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            step.note(&said);
            Err(Failure::failed(said.trim_start_matches("error: ").trim_start_matches("错误：")))
        }
        Err(error) => Err(Failure::failed(error.to_string())),
    }
}

/// Tells a program which edition is asked for.
pub fn tell(program: &mut Command, edition: &Edition) {
    for (name, value) in edition.variables() {
        match value {
            Some(value) => program.env(name, value),
            None => program.env_remove(name),
        };
    }
}

/// Compiles the programs that run on this machine.
pub fn compiled(steps: &Steps) -> Result<()> {
    steps.take("compile what makes pages", compile)
}

/// What Cargo is asked to compile: with the same words everywhere, or it would compile twice.
const BUILD: [&str; 7] = ["build", "--bin", "prerender", "--bin", "story", "--features", "ssr"];

/// Compiles the programs that run on this machine.
pub fn compile(step: &Step<'_>) -> Result<()> {
    step.run(process::command("cargo")?.args(BUILD))?;
    reuse::offer();
    Ok(())
}

/// The program that knows the rules, which Cargo puts beside this one.
fn program() -> Result<Command> {
    process::command(beside("story")?)
}

/// A program of this checkout, which Cargo puts beside this one.
pub fn beside(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe().map_err(|error| Failure::failed(error.to_string()))?;
    Ok(own.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
