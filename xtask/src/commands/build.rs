//! `build`: the site as readers get it.

use std::fs;
use std::path::{Path, PathBuf};

use story::data::Edition;

use super::data;
use crate::failure::{Failure, Result};
use crate::{paths, process, setup};

/// Where the site goes when no folder is given.
const DEFAULT_OUT: &str = "dist";

/// Installs the tools and builds a story.
pub fn run(data: Option<PathBuf>, out: Option<PathBuf>, edition: Edition) -> Result<()> {
    let data = paths::given_or(data, data::DEFAULT)?;
    let out = paths::given_or(out, DEFAULT_OUT)?;
    setup::for_building()?;
    site(&data, &out, edition)?;
    println!("==> the site is in {}; any web server can serve it", out.display());
    Ok(())
}

/// Builds a story; the tools must be there.
pub fn site(data: &Path, out: &Path, edition: Edition) -> Result<()> {
    println!("==> checking {}", data.display());
    data::load(data, edition.clone())?;
    safe_to_replace(out, data)?;
    println!("==> building {} (first time 3 to 5 minutes, then under one)", out.display());
    let mut trunk = process::command("trunk")?;
    trunk.args(["build", "--release", "--dist"]).arg(out).env("STORY_DATA", data);
    for (name, value) in edition.variables() {
        match value {
            Some(value) => trunk.env(name, value),
            None => trunk.env_remove(name),
        };
    }
    process::run(&mut trunk)
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
    let site = names.iter().any(|name| name == "index.html") && names.iter().any(|name| name.ends_with("_bg.wasm"));
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
