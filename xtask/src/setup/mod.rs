//! Installing what a command needs and does not find.
//!
//! Each step looks first and does nothing when the right version is there, so running it twice
//! costs a second. What is installed goes where every checkout finds it: Cargo's bin folder or
//! the cache folder.

mod apt;
mod browser;
mod cargo_tool;
mod converters;
mod engines;
mod font;
mod interpreter;
mod java;
mod nginx;
mod npm;
mod older;
mod python;
mod screen_reader;
mod wasm_opt;

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::{process, tools};

pub use browser::Browser;
pub use converters::Converter;
pub use engines::{Firefox, WebKit};
pub use npm::require_npm;
pub use older::Older;
pub use screen_reader::ScreenReader;

/// What the browser tests need to be told.
pub struct TestTools {
    /// The packages that the tests use.
    pub npm: PathBuf,
    /// The packages with the scripts of pages that embed others.
    pub hosts: PathBuf,
    /// The browser and its driver.
    pub browser: Browser,
    /// Firefox with its driver, or why there is none.
    pub firefox: std::result::Result<Firefox, String>,
    /// WebKit with its driver, or why there is none.
    pub webkit: std::result::Result<WebKit, String>,
    /// Chromiums of former years.
    pub older: Older,
    /// A screen reader with what it needs, or why there is none.
    pub screen_reader: std::result::Result<ScreenReader, String>,
    /// What draws the downloads once more: each program's file, or why there is none.
    pub converters: Vec<(Converter, std::result::Result<PathBuf, String>)>,
    /// The web server.
    pub nginx: PathBuf,
    /// Java, if this machine has one or may install it.
    pub java: Option<PathBuf>,
    /// Python, if this machine has one or may install it.
    pub python: Option<PathBuf>,
}

/// The tools for `serve`, and the font that pictures are drawn with. What is downloaded and what is compiled goes on side
/// by side.
pub fn for_serving(steps: &Steps) -> Result<()> {
    std::thread::scope(|scope| {
        let downloads = scope.spawn(|| font::ensure(steps).and_then(|()| wasm_target(steps)));
        let compiled =
            cargo_tool::ensure(steps, &tools::TRUNK).and_then(|()| cargo_tool::ensure(steps, &tools::WASM_BINDGEN));
        ended(downloads.join()).and(compiled)
    })
}

/// The tools for `build`: those for serving, and what shrinks the WASM.
pub fn for_building(steps: &Steps) -> Result<()> {
    wasm_opt::ensure(steps)?;
    for_serving(steps)
}

/// All tools.
pub fn for_testing(steps: &Steps) -> Result<TestTools> {
    // The browser first: if only a person can install it, they hear so before the long part.
    let browser = browser::ensure(steps)?;
    let (firefox, webkit) = (Firefox::find(steps), WebKit::find(steps));
    let screen_reader = ScreenReader::find(steps);
    let converters = converters::find(steps);
    let nginx = nginx::ensure(steps)?;
    let python = python::PYTHON.find(steps)?;
    let java = java::JAVA.find(steps)?;
    let npm = npm::ensure(steps, &tools::NPM_FOR_TESTING)?;
    let hosts = npm::ensure(steps, &tools::NPM_HOSTS)?;
    let older = Older::find(steps);
    for_building(steps)?;
    cargo_tool::ensure(steps, &tools::CARGO_DENY)?;
    Ok(TestTools { npm, hosts, browser, firefox, webkit, screen_reader, converters, older, nginx, java, python })
}

/// The packages that the tests use, if they are there already: where the network is not to be asked.
pub fn present_for_testing() -> Result<Option<PathBuf>> {
    npm::installed(&tools::NPM_FOR_TESTING)
}

/// The browser alone, for pictures of the page.
pub fn for_pictures(steps: &Steps) -> Result<Browser> {
    browser::ensure(steps)
}

/// The packages that the pages are built with which the story's is compared with.
pub fn for_comparing(steps: &Steps) -> Result<PathBuf> {
    npm::ensure(steps, &tools::NPM_PEERS)
}

/// nginx, which the site is served by under load.
pub fn for_load(steps: &Steps) -> Result<PathBuf> {
    nginx::ensure(steps)
}

/// What a thread has come to.
pub fn ended<T>(outcome: std::thread::Result<Result<T>>) -> Result<T> {
    outcome.unwrap_or_else(|_| Err(Failure::failed("a thread ended before its work was done")))
}

/// What a person reads while something is installed.
fn installing(what: &str, duration: &str) -> String {
    format!("install {what}, once on this machine: {duration}")
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
fn wasm_target(steps: &Steps) -> Result<()> {
    let libraries = process::output(process::command("rustc")?.args([
        "--print",
        "target-libdir",
        "--target",
        tools::WASM_TARGET,
    ]));
    if libraries.is_some_and(|folder| PathBuf::from(folder.trim()).is_dir()) {
        return Ok(());
    }
    let add = ["target", "add", tools::WASM_TARGET];
    steps
        .take(&installing(tools::WASM_TARGET, "30 MB"), |step| step.run(process::command("rustup")?.args(add)))
        .map_err(|failure| {
            Failure::missing(
                format!("the Rust target {}", tools::WASM_TARGET),
                format!("rustup {}  ({failure})", add.join(" ")),
            )
        })
}
