//! The commands, one file each, and the one place that chooses between them.

mod build;
mod data;
mod derive_map;
mod growth;
mod screenshots;
mod serve;
mod test;

use crate::args::{Command, USAGE};
use crate::failure::Result;
use crate::setup;

/// Does what was asked for.
pub fn run(command: Command) -> Result<()> {
    match command {
        Command::Help => println!("{USAGE}"),
        Command::Setup => {
            setup::for_testing()?;
            println!("==> all tools are in place");
        }
        Command::Serve { port, data } => serve::run(port, data)?,
        Command::Build { data, out, edition } => build::run(data, out, edition)?,
        Command::Screenshots { site } => screenshots::run(site)?,
        Command::Test => test::run()?,
        Command::CheckData { data } => data::check(data)?,
        Command::VerifySource { file, data } => data::verify_source(&file, data)?,
        Command::Locate { file, words, data } => data::locate(&file, &words, data)?,
        Command::Schema => data::write_schemas()?,
        Command::DeriveMap => derive_map::run()?,
        Command::Growth => growth::run()?,
    }
    Ok(())
}
