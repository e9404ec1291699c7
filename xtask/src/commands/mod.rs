//! The commands, one file each, and the one place that chooses between them.

mod bench;
mod build;
mod data;
mod derive_map;
mod document;
mod edit_loop;
mod growth;
mod load;
mod screenshots;
mod serve;
mod test;

use crate::args::{Command, edition};
use crate::failure::Result;
use crate::steps::Steps;
use crate::{reuse, setup};

/// Does what was asked for.
pub fn run(command: Command) -> Result<()> {
    match command {
        Command::Setup => {
            let steps = Steps::of("setup");
            setup::for_testing(&steps)?;
            steps.say("all tools are in place");
            steps.done();
            Ok(())
        }
        Command::Serve { port, data } => {
            reuse::take_over();
            serve::run(port, data)
        }
        Command::Build { data, out, review: true, transcript, .. } => build::review(data, out, transcript),
        Command::Build { data, out, publish, without_maps, address, .. } => {
            build::run(data, out, &edition(publish, without_maps, address))
        }
        Command::Screenshots { site } => screenshots::run(site),
        Command::Test { name, quick, changed, under_load } => {
            test::run(&test::Wanted { name, quick, changed, under_load })
        }
        Command::Loop { times } => edit_loop::run(times),
        Command::CheckData { folder, data, deny, lang } => data::check(folder.or(data), deny.is_some(), lang),
        Command::VerifySource { file, data } => data::verify_source(&file, data),
        Command::Locate { file, words, data } => data::locate(&file, &words, data),
        Command::RecordAddresses { data } => data::record_addresses(data),
        Command::Schema => data::write_schemas(),
        Command::DeriveMap => derive_map::run(),
        Command::Growth => growth::run(),
        Command::Bench { runs, site } => bench::run(runs, site),
        Command::Load { seconds, site } => load::run(seconds, site),
    }
}
