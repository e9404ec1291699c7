//! Lints without compiling anything twice.
//!
//! `cargo clippy` checks, and what is checked cannot be used by what is compiled, nor the other way round: of all that the
//! project depends on there would be a second form, which takes as long as all the lints. So Cargo is told to build, and
//! to call this program in the compiler's place for the project's own packages (`RUSTC_WORKSPACE_WRAPPER`): it has Clippy
//! look at them, and keeps it from making anything but what the next package has to know. What they depend on is there
//! already. Cargo keeps what comes of a wrapper apart from what it compiles without one.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Result};

/// Says that this program stands in for the compiler.
const SIGN: &str = "STORY_LINTS";
/// What Clippy is told, in the form in which `cargo clippy` tells it. Cargo must know it too, for Clippy notes that it was read.
const TOLD: (&str, &str) = ("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");

/// Has Cargo, which is to build something, lint it instead.
pub fn instead_of_building(cargo: &mut Command) -> Result<()> {
    let this = env::current_exe().map_err(|error| Failure::failed(format!("this program's own path: {error}")))?;
    cargo.env("RUSTC_WORKSPACE_WRAPPER", this).env(SIGN, "1").env(TOLD.0, TOLD.1);
    Ok(())
}

/// Stands in for the compiler, if that is what this program was started for.
pub fn as_the_compiler() -> Option<ExitCode> {
    env::var_os(SIGN)?;
    let wanted: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let linting = Linting::of(&wanted, |file| fs::metadata(file).is_ok_and(|file| file.len() > 0));
    let status = Command::new("clippy-driver").args(&linting.words).status();
    let code = match status {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1),
        Err(error) => {
            eprintln!("clippy-driver: {error}");
            1
        }
    };
    let is_written = linting.promised.is_none_or(|path| File::create(path).is_ok());
    Some(if is_written { code.into() } else { ExitCode::FAILURE })
}

/// What Clippy is asked in the stead of the compiler.
#[derive(Debug, PartialEq, Eq)]
struct Linting {
    words: Vec<String>,
    /// What the compiler would have written and Cargo looks for the next time, or it would have everything linted again.
    /// Not a program: Cargo would put it where the real one is.
    promised: Option<PathBuf>,
}

impl Linting {
    /// From the compiler and its words; `is_filled` says whether there is something in a file.
    fn of(wanted: &[String], is_filled: impl Fn(&Path) -> bool) -> Self {
        let after = |name: &str| wanted.iter().position(|word| word == name).and_then(|at| wanted.get(at + 1));
        let sign = wanted.iter().find_map(|word| word.strip_prefix("extra-filename=")).unwrap_or_default();
        let makes_something = wanted.iter().any(|word| word.starts_with("--emit="));
        let words = wanted.iter().map(|word| match word.split_once('=') {
            Some(("--emit", _)) => "--emit=dep-info,metadata".to_owned(),
            // Of the project's own packages there is only what the next has to know.
            Some((name, file)) if file.ends_with(".rlib") && !is_filled(Path::new(file)) => {
                format!("{name}={}", Path::new(file).with_extension("rmeta").display())
            }
            _ => word.clone(),
        });
        let promised = after("--crate-name").zip(after("--out-dir")).filter(|_| makes_something);
        let promised = promised.and_then(|(name, folder)| {
            let is_test = wanted.iter().any(|word| word == "--test");
            let is_library = after("--crate-type").is_some_and(|kind| kind == "lib");
            let file = match (is_test, is_library) {
                (true, _) => format!("{name}{sign}"),
                (false, true) => format!("lib{name}{sign}.rlib"),
                (false, false) => return None,
            };
            Some(Path::new(folder).join(file))
        });
        Self { words: words.collect(), promised }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> Linting {
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        Linting::of(&words, |file| !file.ends_with("liba-1.rlib"))
    }

    #[test]
    fn a_library_is_looked_at_and_nothing_is_made_of_it() {
        let found = asked(
            "rustc --crate-name b --crate-type lib --emit=dep-info,metadata,link -C extra-filename=-2 --out-dir /t \
             --extern a=/t/liba-1.rlib --extern serde=/t/libserde-3.rlib",
        );
        let expected = "rustc --crate-name b --crate-type lib --emit=dep-info,metadata -C extra-filename=-2 --out-dir /t \
                        --extern a=/t/liba-1.rmeta --extern serde=/t/libserde-3.rlib";
        assert_eq!(found.words.join(" "), expected);
        assert_eq!(found.promised, Some("/t/libb-2.rlib".into()));
    }

    #[test]
    fn a_program_is_not_put_where_the_real_one_is_and_a_test_is_promised() {
        let words = "rustc --crate-name b --crate-type bin --emit=dep-info,link -C extra-filename=-2 --out-dir /t";
        assert_eq!(asked(words).promised, None);
        assert_eq!(asked(&format!("{words} --test")).promised, Some("/t/b-2".into()));
    }

    #[test]
    fn a_question_is_passed_on_as_it_is() {
        let found = asked("rustc - --crate-name ___ --print=file-names --crate-type lib");
        assert_eq!(found.words.join(" "), "rustc - --crate-name ___ --print=file-names --crate-type lib");
        assert_eq!(found.promised, None);
    }
}
