//! `serve`: the page while one works on it.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

use super::build::trunk;
use super::data;
use crate::failure::{Failure, Result};
use crate::history::readable;
use crate::steps::{Step, Steps};
use crate::{paths, process, setup, tools};

/// Installs the tools, compiles, then serves until interrupted.
pub fn run(port: u16, data: Option<PathBuf>) -> Result<()> {
    let data = paths::given_or(data, data::DEFAULT)?;
    if !data.is_dir() {
        return Err(Failure::failed(format!("--data {}: no such folder", data.display())));
    }
    let steps = Steps::of("serve");
    prepare(&steps)?;
    steps.take("serve", |step| serve(&steps, step, port, &data))
}

/// All that Trunk needs to show the page at once. Tools are installed while the project is compiled: either leaves cores
/// idle at times.
fn prepare(steps: &Steps) -> Result<()> {
    std::thread::scope(|scope| {
        let tools = scope.spawn(|| setup::for_serving(steps));
        let pages = data::compiled(steps);
        setup::ended(tools.join())?;
        pages
    })?;
    steps.take("compile what answers in the browser", |step| {
        tools::WASM_BUILDS.iter().try_for_each(|build| {
            step.run(process::command("cargo")?.args(["build", "--target", tools::WASM_TARGET]).args(*build))
        })
    })
}

fn serve(steps: &Steps, step: &Step<'_>, port: u16, data: &Path) -> Result<()> {
    let mut trunk = trunk()?;
    trunk.args(["serve", "--port", &port.to_string()]).env("STORY_DATA", data);
    let (building, is_shown) = (Mutex::new(Instant::now()), Mutex::new(false));
    let done = || {
        let took = building.lock().map(|begun| begun.elapsed()).unwrap_or_default();
        let Ok(mut is_shown) = is_shown.lock() else { return };
        if *is_shown {
            steps.say(&format!("{:>12}  built anew", readable(took)));
        } else {
            *is_shown = true;
            steps.done();
            let all = readable(steps.elapsed());
            steps.say(&format!("{all:>12}  until the page is there: http://127.0.0.1:{port}/ (Ctrl-C ends)"));
        }
    };
    step.follow(&mut trunk, |line| {
        match heard(line) {
            Heard::Begins => _ = building.lock().map(|mut begun| *begun = Instant::now()),
            Heard::Done => done(),
            Heard::Words => steps.say(line),
            Heard::Nothing => {}
        }
        true
    })
}

/// What a line of Trunk's output means.
#[derive(Debug, PartialEq, Eq)]
enum Heard {
    /// A build begins.
    Begins,
    /// A build has succeeded.
    Done,
    /// Something to be read.
    Words,
    /// Nothing to whoever works here.
    Nothing,
}

/// Of Trunk's own lines only errors are read; of Cargo's not what it is just compiling.
fn heard(line: &str) -> Heard {
    let words = line.trim_start();
    let is_trunks = words.starts_with("20") && words.contains("Z ");
    if is_trunks {
        return match words {
            _ if words.contains("starting build") => Heard::Begins,
            _ if words.ends_with("success") => Heard::Done,
            _ if words.contains(" ERROR ") || words.contains(" WARN ") => Heard::Words,
            _ => Heard::Nothing,
        };
    }
    let of_cargo =
        ["Compiling ", "Finished ", "Blocking ", "Running ", "Fresh ", "Downloading ", "Downloaded ", "Updating "];
    if of_cargo.iter().any(|word| words.starts_with(word)) { Heard::Nothing } else { Heard::Words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_trunk_and_cargo_say_only_what_matters_is_shown() {
        let lines = [
            ("2026-11-26T17:10:21.467240Z  INFO 📦 starting build", Heard::Begins),
            ("2026-11-26T17:10:49.704784Z  INFO ✅ success", Heard::Done),
            ("2026-11-26T17:10:49.635776Z  INFO applying new distribution", Heard::Nothing),
            ("2026-11-26T17:10:49.635776Z ERROR ❌ error", Heard::Words),
            ("   Compiling data-story v0.1.0 (/a/b)", Heard::Nothing),
            ("error[E0308]: mismatched types", Heard::Words),
            ("  --> src/view/page.rs:3:5", Heard::Words),
            ("facts.json: shown after 0.41 s", Heard::Words),
        ];
        for (line, expected) in lines {
            assert_eq!(heard(line), expected, "{line}");
        }
    }
}
