//! The test programs: what Cargo compiles, and the tests in each.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::process;
use crate::steps::Step;

/// What is compiled together, with the words that Cargo is told. Within a selection all packages agree about the features
/// of what they use; so the first has the same as the programs that make pages, and nothing is compiled twice.
pub const SELECTIONS: [&[&str]; 2] = [
    &[
        "--package",
        "data-story",
        "--package",
        "story",
        "--package",
        "contract",
        "--package",
        "geometry",
        "--package",
        "figures",
        "--package",
        "webdriver",
        "--package",
        "synthetic",
        "--package",
        "compression",
        "--features",
        "data-story/ssr,story/data",
    ],
    &["--package", "xtask"],
];

/// A compiled test program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The name of its target; of one with unit tests what they are of. No folder's: a checkout may be called anything.
    pub name: String,
    /// The program.
    pub path: PathBuf,
    /// The folder of its package, in which it runs.
    pub folder: PathBuf,
}

/// Compiles the tests of a selection.
pub fn compile(step: &Step<'_>, selection: &[&str]) -> Result<Vec<Program>> {
    let messages = Mutex::new(Vec::new());
    let mut cargo = process::command("cargo")?;
    cargo.args(["test", "--no-run", "--message-format=json-render-diagnostics"]).args(selection);
    step.follow(&mut cargo, |line| {
        let is_message = line.starts_with("{\"reason\"");
        if is_message && let Ok(mut messages) = messages.lock() {
            messages.extend(program_in(line));
        }
        !is_message
    })?;
    let mut programs = messages.into_inner().map_err(|_| Failure::failed("what Cargo said was lost"))?;
    programs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(programs)
}

/// The test program that a message of Cargo's tells of, if it does.
fn program_in(message: &str) -> Option<Program> {
    let message: Value = serde_json::from_str(message).ok()?;
    let target = &message["target"];
    if message["reason"] != "compiler-artifact" || message["profile"]["test"] != true {
        return None;
    }
    let folder = Path::new(message["manifest_path"].as_str()?).parent()?.to_path_buf();
    let name = target["name"].as_str()?;
    let is_unit = target["kind"].as_array()?.iter().all(|kind| kind != "test");
    Some(Program {
        name: if is_unit {
            format!("units-of-{}", if name == "data_story" { "the-program" } else { name })
        } else {
            name.into()
        },
        path: message["executable"].as_str()?.into(),
        folder,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(kind: &str, name: &str, test: bool) -> String {
        format!(
            "{{\"reason\":\"compiler-artifact\",\"manifest_path\":\"/a/story/Cargo.toml\",\"target\":{{\"kind\":[{kind:?}],\
             \"name\":{name:?}}},\"profile\":{{\"test\":{test}}},\"executable\":\"/a/target/{name}-1\"}}"
        )
    }

    #[test]
    fn test_programs_are_told_from_others_and_named_by_what_they_test() {
        let found = program_in(&message("test", "layout", true)).expect("a program");
        assert_eq!(found.name, "layout");
        assert_eq!((found.path, found.folder), ("/a/target/layout-1".into(), "/a/story".into()));
        assert_eq!(program_in(&message("lib", "story", true)).expect("a program").name, "units-of-story");
        assert_eq!(program_in(&message("lib", "data_story", true)).expect("a program").name, "units-of-the-program");
        assert_eq!(program_in(&message("bin", "prerender", true)).expect("a program").name, "units-of-prerender");
        assert_eq!(program_in(&message("bin", "prerender", false)), None);
        assert_eq!(program_in("{\"reason\":\"build-finished\",\"success\":true}"), None);
    }
}
