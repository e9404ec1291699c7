//! The project's commands, run as `cargo xtask COMMAND`.
//!
//! They exist so that a fresh clone needs one line and no list of things to install first: each
//! command installs what it is missing, says how long that takes, and then does its work.

mod args;
mod commands;
mod failure;
mod paths;
mod process;
mod setup;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = args::parse(std::env::args_os().skip(1)).and_then(commands::run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}
