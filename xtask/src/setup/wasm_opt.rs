//! `wasm-opt`, and the launcher by which Trunk finds it.
//!
//! Trunk looks for a program of that name on the PATH. A link in Cargo's bin folder makes it
//! found by plain `trunk build --release` too, and not only under this program.

use std::fs;
use std::io;
use std::path::Path;

use super::{npm, version_of};
use crate::failure::{Failure, Result};
use crate::paths;
use crate::steps::Steps;
use crate::tools::{NPM_FOR_BUILDING, WASM_OPT, WASM_OPT_VERSION};

/// Installs the pinned `wasm-opt` unless it is what Trunk would run.
pub fn ensure(steps: &Steps) -> Result<()> {
    if is_pinned()? {
        return Ok(());
    }
    let target = npm::ensure(steps, &NPM_FOR_BUILDING)?.join(WASM_OPT);
    npm::require_npm(steps)?; // The program itself runs on Node.js.
    let bin = paths::cargo_bin()?;
    place_launcher(&bin, &target)
        .map_err(|error| Failure::failed(format!("wasm-opt in {}: {error}", bin.display())))?;
    if is_pinned()? {
        return Ok(());
    }
    Err(Failure::failed(format!("wasm-opt should be {WASM_OPT_VERSION} now; see `wasm-opt --version`")))
}

fn is_pinned() -> Result<bool> {
    Ok(version_of("wasm-opt")?.as_deref() == Some(WASM_OPT_VERSION))
}

/// Puts the launcher in place in one step. A program that is there already is kept under another
/// name: it is a person's own, of another version.
fn place_launcher(bin: &Path, target: &Path) -> io::Result<()> {
    fs::create_dir_all(bin)?;
    let launcher = bin.join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    if fs::symlink_metadata(&launcher).is_ok_and(|found| found.is_file()) {
        let kept = bin.join("wasm-opt.other-version");
        println!("    {} is another version; keeping it as {}", launcher.display(), kept.display());
        fs::rename(&launcher, kept)?;
    }
    let new = bin.join(format!("wasm-opt.new-{}", std::process::id()));
    write_launcher(&new, target)?;
    fs::rename(&new, &launcher)
}

#[cfg(unix)]
fn write_launcher(new: &Path, target: &Path) -> io::Result<()> {
    // The file starts with `#!/usr/bin/env node`, and Node.js follows the link.
    std::os::unix::fs::symlink(target, new)
}

#[cfg(not(unix))]
fn write_launcher(new: &Path, target: &Path) -> io::Result<()> {
    fs::write(new, format!("@node \"{}\" %*\r\n", target.display()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_launcher_replaces_a_dead_link_and_keeps_a_foreign_program() {
        let bin = std::env::temp_dir().join(format!("xtask-launcher-{}", std::process::id()));
        let target = bin.join("target");
        fs::create_dir_all(&bin).expect("a folder");
        fs::write(&target, "new").expect("a file");

        fs::write(bin.join("wasm-opt"), "foreign").expect("a file");
        place_launcher(&bin, &target).expect("over a program");
        let read = |name| fs::read_to_string(bin.join(name)).expect(name);
        assert_eq!(read("wasm-opt"), "new");
        assert_eq!(read("wasm-opt.other-version"), "foreign");

        fs::remove_file(bin.join("wasm-opt")).expect("the link");
        std::os::unix::fs::symlink(bin.join("gone"), bin.join("wasm-opt")).expect("a link");
        place_launcher(&bin, &target).expect("over a dead link");
        assert_eq!(read("wasm-opt"), "new");
        fs::remove_dir_all(&bin).expect("the folder");
    }
}
