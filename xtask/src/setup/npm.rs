//! Packages from the npm registry, kept in the cache folder.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process;

use super::{apt, installing, version_of};
use crate::failure::{Failure, Result};
use crate::paths;
use crate::process::command;
use crate::steps::{Step, Steps};
use crate::tools::NpmPackages;

/// Where npm puts them.
const PACKAGES: &str = "node_modules";

/// Installs what the lock names, unless the cache has it, and returns the folder of the packages.
pub fn ensure(steps: &Steps, packages: &NpmPackages) -> Result<PathBuf> {
    ensure_prepared(steps, packages, |_| Ok(()))
}

/// The same; what has been installed is prepared once, before anybody finds it.
pub fn ensure_prepared(
    steps: &Steps,
    packages: &NpmPackages,
    prepare: impl Fn(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let NpmPackages { folder, duration } = packages;
    let folder = &paths::root().join(folder);
    let kept = kept(folder)?;
    let packages = kept.join(PACKAGES);
    if packages.is_dir() {
        return Ok(packages);
    }
    require_npm(steps)?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let copy_lock = |partial: &Path| {
        ["package.json", "package-lock.json"].into_iter().try_for_each(|file| {
            fs::copy(folder.join(file), partial.join(file))
                .map(|_| ())
                .map_err(|error| Failure::failed(format!("{file}: {error}")))
        })
    };
    // Not `npm ci`, which stumbles over a package whose own dependency was never published; the lock holds all the same.
    steps.take(&installing(&format!("the packages of {name}"), duration), |step| {
        install(step, &kept, || packages.is_dir(), copy_lock, |partial| prepare(&partial.join(PACKAGES)))
    })?;
    Ok(packages)
}

/// The folder of these packages, if they are installed.
pub fn installed(packages: &NpmPackages) -> Result<Option<PathBuf>> {
    let folder = kept(&paths::root().join(packages.folder))?;
    Ok(Some(folder.join(PACKAGES)).filter(|packages| packages.is_dir()))
}

/// Where the packages of a folder are kept: whoever changes the lock gets a folder of its own.
fn kept(folder: &Path) -> Result<PathBuf> {
    let lock = folder.join("package-lock.json");
    let locked = fs::read(&lock).map_err(|error| Failure::failed(format!("{}: {error}", lock.display())))?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    // The number only has to tell one lock from another.
    let mut hasher = DefaultHasher::new();
    locked.hash(&mut hasher);
    Ok(paths::cache()?.join(format!("{name}-{:016x}", hasher.finish())))
}

/// Lets npm install into a folder of the cache, with what is to be done there before and after; fails where it is not whole afterwards.
///
/// npm writes into a folder of this process' own, which then gets its final name in one step.
/// So two installations at once do not meet, and one that was interrupted is not taken for whole.
fn install(
    step: &Step<'_>,
    folder: &Path,
    is_whole: impl Fn() -> bool,
    before: impl Fn(&Path) -> Result<()>,
    after: impl Fn(&Path) -> Result<()>,
) -> Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let partial = paths::cache()?.join(format!("partial-{name}-{}", process::id()));
    fs::create_dir_all(&partial).map_err(|error| Failure::failed(format!("{}: {error}", partial.display())))?;
    let run_npm = || {
        let npm = command("npm");
        let options = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"];
        npm.and_then(|mut npm| step.run(npm.args(options).arg(&partial)))
    };
    let filled = before(&partial).and_then(|()| run_npm()).and_then(|()| after(&partial));
    // A folder in the way is either another process' finished work or a damaged one.
    if filled.is_ok() && !is_whole() {
        let _ = fs::remove_dir_all(folder);
        let _ = fs::rename(&partial, folder);
    }
    let _ = fs::remove_dir_all(&partial);
    filled?;
    match is_whole() {
        true => Ok(()),
        false => Err(Failure::failed(format!("npm left {} without what it is for", folder.display()))),
    }
}

/// Installs npm where it is not there, or fails with what to do.
pub fn require_npm(steps: &Steps) -> Result<()> {
    // npm runs on Node.js, so where it answers both are there.
    if version_of("npm")?.is_some() {
        return Ok(());
    }
    apt::install(
        steps,
        &["nodejs", "npm"],
        "1 to 2 minutes, 100 MB",
        "install Node.js with npm (version 20 is what this was tested with)",
    )
}
