//! The project's commands, run as `cargo xtask COMMAND`.
//!
//! They exist so that a fresh clone needs one line and no list of things to install first: each
//! command installs what it is missing, says how long that takes, and then does its work.

mod args;
mod commands;
mod descendants;
mod failure;
mod history;
mod lints;
mod paths;
mod process;
mod releases;
mod reuse;
mod setup;
mod skipped;
mod steps;
mod tools;

use std::process::ExitCode;

use failure::Failure;

fn main() -> ExitCode {
    if let Some(code) = lints::as_the_compiler() {
        return code;
    }
    if let Err(failure) = descendants::end_when_asked() {
        eprintln!("{failure}");
    }
    let outcome = args::parse(std::env::args_os()).and_then(commands::run);
    // Asked to end, another thread is about to do so; what failed for that reason is no news.
    descendants::wait_if_ending();
    let code = match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if failure != Failure::Told {
                eprintln!("{failure}");
            }
            failure.exit_code()
        }
    };
    descendants::end();
    code
}
