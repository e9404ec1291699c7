//! `build`: the site as readers get it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use story::edition::Edition;

use super::data;
use crate::failure::{Failure, Result};
use crate::steps::{Step, Steps};
use crate::{paths, process, releases, setup};

/// Where the site goes when no folder is given.
const DEFAULT_OUT: &str = "dist";
/// Where the review goes, where none goes along with the site by mistake.
const REVIEW: &str = "target/review";

/// Installs the tools and builds a story.
pub fn run(data: Option<PathBuf>, out: Option<PathBuf>, edition: &Edition) -> Result<()> {
    let data = paths::given_or(data, data::DEFAULT)?;
    let out = paths::given_or(out, DEFAULT_OUT)?;
    let steps = Steps::of("build");
    setup::for_building(&steps)?;
    let before = releases::hashed(&out);
    site(&steps, &data, &out, edition)?;
    releases::carry_over(&steps, &before, &out)?;
    steps.say(&format!("the site is in {}; any web server can serve it", out.display()));
    steps.done();
    Ok(())
}

/// Writes the review of a story, which needs no tools: nothing of it is for readers.
pub fn review(data: Option<PathBuf>, out: Option<PathBuf>, transcript: Option<PathBuf>) -> Result<()> {
    let data = paths::given_or(data, data::DEFAULT)?;
    let out = out.map_or_else(|| Ok(paths::root().join(REVIEW)), |out| paths::given_or(Some(out), ""))?;
    let transcript = transcript.map(|file| paths::given_or(Some(file), "")).transpose()?;
    let steps = Steps::of("review");
    safe_to_replace(&out, &data)?;
    data::compiled(&steps)?;
    steps.take("write the review", |step| {
        let mut prerender = process::command(data::beside("prerender")?)?;
        prerender.current_dir(paths::root()).env("STORY_REVIEW", &out).env("STORY_DATA", &data);
        prerender.envs(transcript.map(|file| ("STORY_TRANSCRIPT", file)));
        step.run(&mut prerender)
    })?;
    steps.say(&format!("the review begins at {}", out.join("review.html").display()));
    steps.done();
    Ok(())
}

/// Builds a story; the tools must be there.
pub fn site(steps: &Steps, data: &Path, out: &Path, edition: &Edition) -> Result<()> {
    safe_to_replace(out, data)?;
    data::compiled(steps)?;
    steps.take("check the story", |step| data::check_edition(step, data, edition))?;
    steps.take("build the site", |step| with_trunk(step, data, out, edition))
}

/// Lets Trunk build a story for readers.
pub fn with_trunk(step: &Step<'_>, data: &Path, out: &Path, edition: &Edition) -> Result<()> {
    let mut trunk = trunk()?;
    trunk.args(["build", "--release", "--dist"]).arg(out).env("STORY_DATA", data);
    process::without_own_paths(&mut trunk)?;
    data::tell(&mut trunk, edition);
    step.run(&mut trunk)
}

/// Trunk, to be told what to do.
pub fn trunk() -> Result<Command> {
    let mut trunk = process::command("trunk")?;
    // It takes this variable for one of its own options, and understands only true and false.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// Makes the site of another story with the program of a site that was built before, without compiling it anew; `release`
/// is what readers get.
pub fn with_program_of(step: &Step<'_>, story: &Path, built: &Path, out: &Path, release: bool) -> Result<()> {
    let failed = |error: io::Error| Failure::failed(format!("{}: {error}", out.display()));
    if out.exists() {
        fs::remove_dir_all(out).map_err(failed)?;
    }
    fs::create_dir_all(out).map_err(failed)?;
    for entry in fs::read_dir(built).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if webdriver::is_program(&name) {
            fs::copy(&path, out.join(name)).map_err(failed)?;
        }
    }
    fs::copy(paths::root().join("index.html"), out.join("index.html")).map_err(failed)?;
    let mut prerender = process::command(data::beside("prerender")?)?;
    prerender.env("TRUNK_STAGING_DIR", out).env("STORY_DATA", story);
    prerender.env("TRUNK_PROFILE", if release { "release" } else { "debug" });
    step.run(&mut prerender)
}

/// Trunk empties the folder it writes to, so it must not hold anything but an earlier site.
fn safe_to_replace(out: &Path, data: &Path) -> Result<()> {
    // The real folders: `..` and links would hide that two paths are one place.
    let Ok(folder) = fs::canonicalize(out) else {
        return Ok(()); // Not there, so there is nothing to lose.
    };
    let contains = |path: &Path| fs::canonicalize(path).is_ok_and(|path| path.starts_with(&folder));
    if contains(&paths::root()) || contains(data) {
        return Err(Failure::failed(format!(
            "--out {}: building there would delete this project's own files",
            out.display()
        )));
    }
    let names: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| Failure::failed(format!("--out {}: {error}", out.display())))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    // Trunk leaves its staging folder behind when a build fails.
    let unused = names.iter().all(|name| name == ".stage");
    let site = names.iter().any(|name| name == "index.html")
        && names.iter().any(|name| name.ends_with(".wasm") || name == "review.html");
    if unused || site {
        return Ok(());
    }
    Err(Failure::failed(format!(
        "--out {}: the folder holds other things than a site, and building would delete them",
        out.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_with_anything_but_a_site_are_not_overwritten() {
        let root = paths::root();
        let data = root.join("data");
        assert!(safe_to_replace(&root, &data).is_err(), "the checkout");
        assert!(safe_to_replace(&root.join("xtask/.."), &data).is_err(), "a detour to it");
        assert!(safe_to_replace(Path::new("/"), &data).is_err(), "all above it");
        assert!(safe_to_replace(&data, &data).is_err(), "the data");
        assert!(safe_to_replace(&root.join("xtask/src"), &data).is_err(), "sources");
        assert!(safe_to_replace(&root.join("no-such-folder"), &data).is_ok());
    }
}
