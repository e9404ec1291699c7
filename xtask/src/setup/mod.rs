//! Installing what a command needs and does not find.
//!
//! Each step looks first and does nothing when the right version is there, so running it twice
//! costs a second. What is installed goes where every checkout finds it: Cargo's bin folder or
//! the cache folder.

mod apt;
mod browser;
mod cargo_tool;
mod font;
mod nginx;
mod npm;
mod wasm_opt;

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::{paths, process, tools};

pub use browser::Browser;
pub use npm::require_npm;

/// What the browser tests need to be told.
pub struct TestTools {
    /// The accessibility checker's script.
    pub axe: PathBuf,
    /// The packages with the scripts of pages that embed others.
    pub hosts: PathBuf,
    /// The browser and its driver.
    pub browser: Browser,
    /// The web server.
    pub nginx: PathBuf,
}

/// The tools for `serve` and `build`, and the font that their pictures are drawn with; serving needs no `wasm-opt`, but plain `trunk build --release`
/// afterwards does.
pub fn for_building() -> Result<()> {
    font::ensure()?;
    wasm_target()?;
    cargo_tool::ensure(&tools::TRUNK)?;
    cargo_tool::ensure(&tools::WASM_BINDGEN)?;
    wasm_opt::ensure()
}

/// All tools.
pub fn for_testing() -> Result<TestTools> {
    // The browser first: if only a person can install it, they hear so before the long part.
    let browser = browser::ensure()?;
    let nginx = nginx::ensure()?;
    let axe = npm::ensure(&tools::AXE_CORE)?;
    let hosts = npm::ensure_locked(&paths::root().join("tests/hosts"))?;
    for_building()?;
    Ok(TestTools { axe, hosts, browser, nginx })
}

/// The browser alone, for pictures of the page.
pub fn for_pictures() -> Result<Browser> {
    browser::ensure()
}

/// Says what is being installed, and how long a person should expect to wait.
fn announce(what: &str, duration: &str) {
    println!("==> installing {what} (once on this machine; {duration})");
}

/// The version a program says it has, or `None` when it is not there or does not run.
fn version_of(program: impl AsRef<OsStr>) -> Result<Option<String>> {
    let printed = process::output(process::command(program)?.arg("--version"));
    Ok(printed.as_deref().and_then(tools::version_in).map(str::to_owned))
}

/// The program that an environment variable names, else the first of these names that is there.
fn named(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|value| !value.is_empty()) {
        // Installing another one would not help: the variable would still win.
        return match process::find(Path::new(&path))? {
            None => Err(Failure::failed(format!("{variable} is {}: no such program", path.display()))),
            found => Ok(found),
        };
    }
    for name in names {
        if let Some(path) = process::find(Path::new(name))? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

/// The standard library for WASM, for the compiler that rust-toolchain.toml names: both calls
/// run in the checkout, where rustup picks that one.
fn wasm_target() -> Result<()> {
    let libraries = process::output(process::command("rustc")?.args([
        "--print",
        "target-libdir",
        "--target",
        tools::WASM_TARGET,
    ]));
    if libraries.is_some_and(|folder| PathBuf::from(folder.trim()).is_dir()) {
        return Ok(());
    }
    announce(tools::WASM_TARGET, "about a minute, 30 MB");
    let add = ["target", "add", tools::WASM_TARGET];
    process::run(process::command("rustup")?.args(add)).map_err(|failure| {
        Failure::missing(
            format!("the Rust target {}", tools::WASM_TARGET),
            format!("rustup {}  ({failure})", add.join(" ")),
        )
    })
}
