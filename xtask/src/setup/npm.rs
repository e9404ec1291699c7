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
use crate::tools::NpmPackage;

/// Installs the package unless the cache has it, and returns the path of its file.
pub fn ensure(steps: &Steps, package: &NpmPackage) -> Result<PathBuf> {
    let cache = paths::cache()?;
    let folder = cache.join(format!("{}-{}", package.name, package.version));
    let file = folder.join(package.file);
    if file.is_file() {
        return Ok(file);
    }
    let wanted = format!("{}@{}", package.name, package.version);
    require_npm(steps)?;
    steps.take(&installing(&wanted, package.duration), |step| {
        install(step, &folder, || file.is_file(), |_| Ok(()), &[&wanted])
    })?;
    Ok(file)
}

/// Installs what a folder's `package-lock.json` names, which takes so long, and returns the folder of the packages.
pub fn ensure_locked(steps: &Steps, folder: &Path, duration: &str) -> Result<PathBuf> {
    let lock = folder.join("package-lock.json");
    let locked = fs::read(&lock).map_err(|error| Failure::failed(format!("{}: {error}", lock.display())))?;
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let cache = paths::cache()?;
    // Whoever changes the lock gets a folder of its own; the number only has to tell the two apart.
    let mut hasher = DefaultHasher::new();
    locked.hash(&mut hasher);
    let kept = cache.join(format!("{name}-{:016x}", hasher.finish()));
    let packages = kept.join("node_modules");
    if packages.is_dir() {
        return Ok(packages);
    }
    require_npm(steps)?;
    let copy_lock = |partial: &Path| {
        ["package.json", "package-lock.json"].into_iter().try_for_each(|file| {
            fs::copy(folder.join(file), partial.join(file))
                .map(|_| ())
                .map_err(|error| Failure::failed(format!("{file}: {error}")))
        })
    };
    // Not `npm ci`, which stumbles over a package whose own dependency was never published; the lock holds all the same.
    steps.take(&installing(&format!("the packages of {name}"), duration), |step| {
        install(step, &kept, || packages.is_dir(), copy_lock, &[])
    })?;
    Ok(packages)
}

/// Lets npm install into a folder of the cache that was prepared; fails where it is not whole afterwards.
///
/// npm writes into a folder of this process' own, which then gets its final name in one step.
/// So two installations at once do not meet, and one that was interrupted is not taken for whole.
fn install(
    step: &Step<'_>,
    folder: &Path,
    is_whole: impl Fn() -> bool,
    prepare: impl Fn(&Path) -> Result<()>,
    packages: &[&str],
) -> Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let partial = paths::cache()?.join(format!("partial-{name}-{}", process::id()));
    fs::create_dir_all(&partial).map_err(|error| Failure::failed(format!("{}: {error}", partial.display())))?;
    prepare(&partial)?;
    step.run(
        command("npm")?
            .args(["install", "--ignore-scripts", "--no-audit", "--no-fund"])
            .arg("--prefix")
            .arg(&partial)
            .args(packages),
    )?;
    // A folder in the way is either another process' finished work or a damaged one.
    if !is_whole() {
        let _ = fs::remove_dir_all(folder);
        let _ = fs::rename(&partial, folder);
    }
    let _ = fs::remove_dir_all(&partial);
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
