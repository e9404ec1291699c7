//! The pages, ready to be served: the story's site, the page in which nothing runs, and the peers, all compressed as a
//! server would send them.

use std::fs;
use std::path::{Path, PathBuf};

use compression::Form;
use serde_json::Value;

use super::plain::plain;
use super::results::Page;
use crate::commands::data;
use crate::failure::{Failure, Result};
use crate::steps::{Step, Steps};
use crate::{paths, process};

/// Where they are made.
const FOLDER: &str = "target/bench";
/// What is measured against ours.
const PEERS: &str = "bench/peers";
/// The page in which nothing runs, in the site beside that which it is made from.
const PLAIN: &str = "plain.html";
/// What a server compresses.
const TEXTS: [&str; 7] = ["html", "css", "js", "json", "wasm", "svg", "webmanifest"];

/// A folder with all pages.
pub struct Stage {
    /// The folder to serve.
    pub folder: PathBuf,
    chapter: String,
}

impl Stage {
    /// Makes the folder anew from a built site and from the npm packages that the peers are built with.
    pub fn build(steps: &Steps, site: &Path, packages: &Path) -> Result<Self> {
        let folder = paths::root().join(FOLDER);
        let _ = fs::remove_dir_all(&folder);
        steps.take("build the pages to compare with", |step| {
            peers(step, packages, &folder)?;
            copy(site, &folder.join("site"))?;
            write_plain(&folder.join("site"))?;
            compress(&folder)
        })?;
        Ok(Self { folder, chapter: first_chapter()? })
    }

    /// Where a page is, from the folder.
    pub fn path(&self, page: Page) -> String {
        match page {
            Page::Ours => "site/".into(),
            Page::Chapter => format!("site/{}/", self.chapter),
            Page::Limit => format!("site/{PLAIN}"),
            Page::D3 => "d3/".into(),
            Page::Echarts => "echarts/".into(),
        }
    }
}

fn peers(step: &Step<'_>, packages: &Path, folder: &Path) -> Result<()> {
    let mut node = process::command("node")?;
    node.arg(paths::root().join(PEERS).join("build.mjs"))
        .arg(packages)
        .arg(paths::root().join(data::DEFAULT))
        .arg(folder);
    step.run(&mut node)
}

/// The chapter after the opening, which has a page of its own.
fn first_chapter() -> Result<String> {
    let path = paths::root().join(data::DEFAULT).join("chapters.json");
    let chapters: Value = serde_json::from_str(&read(&path)?).map_err(|error| failed(&path, error))?;
    let id = chapters["chapters"][1]["id"].as_str();
    id.map(str::to_owned).ok_or_else(|| failed(&path, "expected a second chapter"))
}

fn write_plain(site: &Path) -> Result<()> {
    let html = plain(&read(&site.join("index.html"))?, |address| read(&site.join(address)))?;
    let path = site.join(PLAIN);
    fs::write(&path, html).map_err(|error| failed(&path, error))
}

/// Copies a folder with all in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(|error| failed(to, error))?;
    for entry in fs::read_dir(from).map_err(|error| failed(from, error))? {
        let path = entry.map_err(|error| failed(from, error))?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(|error| failed(&path, error))?;
        }
    }
    Ok(())
}

/// Puts beside each text that has none yet its form in Brotli.
fn compress(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        if path.is_dir() {
            compress(&path)?;
        } else if is_text(&path) && !packed(&path).is_file() {
            pack(&path).map_err(|error| failed(&path, error))?;
        }
    }
    Ok(())
}

fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|extension| TEXTS.iter().any(|text| extension == *text))
}

fn packed(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

fn pack(path: &Path) -> std::io::Result<()> {
    fs::write(packed(path), Form::Brotli.packed(&fs::read(path)?)?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| failed(path, error))
}

fn failed(path: &Path, error: impl std::fmt::Display) -> Failure {
    Failure::failed(format!("{}: {error}", path.display()))
}
