//! Trunk's post_build hook: turns the staged frame into the finished pages.
//!
//! Reads `TRUNK_STAGING_DIR` (where the pages go), `STORY_DATA` (the data folder, `data` if unset), and the edition:
//! `STORY_PUBLISH` and `STORY_WITHOUT_MAPS`, each of which counts if it is set, and `STORY_ADDRESS`. Where `TRUNK_PROFILE`
//! is `release` it also compresses everything, which development has no use for.
//! Ends with status 1 and every fault if the data or the layout will not do.

mod compress;
mod cores;
mod found;
mod head;
mod hosts;
mod kit;
mod pictures;
mod site;
mod statics;
mod store;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use luoyang_story::data::{Edition, check_edition};
use luoyang_story::layout::Ground;
use luoyang_story::model::Story;

fn main() -> ExitCode {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        eprintln!(
            "prerender: expected TRUNK_STAGING_DIR; Trunk sets it, so run `cargo xtask build` or `trunk serve`"
        );
        return ExitCode::FAILURE;
    };
    let data = std::env::var_os("STORY_DATA").map_or_else(|| PathBuf::from("data"), PathBuf::from);
    let edition = Edition::told(|name| std::env::var(name).ok());
    let story = match check_edition(&data, edition) {
        Ok(story) => story,
        Err(faults) => {
            faults.iter().for_each(|fault| eprintln!("{fault}"));
            return ExitCode::FAILURE;
        }
    };
    // The program makes its pages and ends, so both may live as long as it does.
    let story = Box::leak(Box::new(story));
    let ground = Box::leak(Box::new(Ground::new(story)));
    match write(story, ground, &staging) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes everything. What hosts are told comes last: no reader asks for it, so it is not compressed.
fn write(story: &'static Story, ground: &'static Ground<'static>, staging: &Path) -> Result<(), String> {
    site::write(story, ground, staging)?;
    pictures::write(story, ground, staging)?;
    statics::write(story, staging)?;
    found::write(story, staging)?;
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        compress::write(staging)?;
    }
    hosts::write(staging)
}
