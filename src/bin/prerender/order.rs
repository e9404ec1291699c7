//! What Trunk and whoever called it ask for.

use std::env;
use std::path::PathBuf;

use data_story::data::Edition;

/// The folder of the style sheets.
pub const SHEETS: &str = "style";
/// The folder of the scripts.
pub const SCRIPTS: &str = "web";

/// What is to be made, and where.
#[derive(Clone, Debug)]
pub struct Order {
    /// Where the site goes; Trunk moves it from there.
    pub staging: PathBuf,
    /// Where Trunk moves it to.
    pub dist: PathBuf,
    /// The folder of the story's data.
    pub data: PathBuf,
    /// For whom, and with what.
    pub edition: Edition,
    /// Whether the site is for readers.
    pub release: bool,
}

impl Order {
    /// The order in the environment.
    pub fn told() -> Result<Self, String> {
        let staging = env::var_os("TRUNK_STAGING_DIR")
            .map(PathBuf::from)
            .ok_or("expected TRUNK_STAGING_DIR; Trunk sets it, so run `cargo xtask build` or `trunk serve`")?;
        Ok(Self {
            dist: env::var_os("TRUNK_DIST_DIR").map_or_else(|| staging.clone(), PathBuf::from),
            staging,
            data: env::var_os("STORY_DATA").map_or_else(|| PathBuf::from("data"), PathBuf::from),
            edition: Edition::told(|name| env::var(name).ok()),
            release: env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release"),
        })
    }
}
