//! The program as Trunk has made it: the script of wasm-bindgen and the WebAssembly, in two forms.

use std::fs;
use std::path::Path;

use crate::disk::{read, write_hashed};
use crate::linkage::shortened;
use crate::scripts::{self, Kind};

/// Where the loader has the names of script and WebAssembly, and of the story's marks.
const APP_JS: &str = "APP_JS";
const APP_WASM: &str = "APP_WASM";
const MARKS: &str = "MARKS";

/// The stems of the program's two forms, as in `index.html`.
const FORMS: [&str; 2] = ["app", "whole"];

/// The program: what a story needs, and with all that the ledger and maps of thousands of places need too.
#[derive(Clone, Debug)]
pub struct Programs {
    /// What a story needs.
    pub app: Program,
    /// With all of it.
    pub whole: Program,
}

/// One form of it, by the names of its script and its WebAssembly.
#[derive(Clone, Debug)]
pub struct Program {
    script: String,
    wasm: String,
}

impl Programs {
    /// The program as Trunk has put it into this folder.
    pub fn take(staging: &Path) -> Result<Self, String> {
        let [app, whole] = FORMS.map(|stem| Program::take(staging, stem));
        Ok(Self { app: app?, whole: whole? })
    }
}

impl Program {
    /// The script of wasm-bindgen is minified, and both files lose the long names by which they know each other.
    /// They are called by what is in them, because readers keep what has the same name.
    fn take(staging: &Path, stem: &str) -> Result<Self, String> {
        let remove = |path: &Path| fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()));
        let path = staging.join(trunks(staging, stem, ".js")?);
        let glue = read(&path)?;
        // One that an earlier site lends is as it is sent already.
        let is_lent = glue.contains(ENTERED);
        let script = if is_lent { Ok(glue) } else { guarded(&glue) };
        let script = script.map_err(|error| format!("{}: {error}", path.display()))?;
        remove(&path)?;
        let path = staging.join(trunks(staging, stem, ".wasm")?);
        let wasm = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        remove(&path)?;
        let (script, wasm) = shortened(&script, &wasm).map_err(|error| format!("{}: {error}", path.display()))?;
        let script = if is_lent { script } else { scripts::minified(&script, Kind::Module)? };
        Ok(Self {
            script: write_hashed(staging, stem, "js", script.as_bytes())?,
            wasm: write_hashed(staging, stem, "wasm", &wasm)?,
        })
    }

    /// The loader of this form, and of the story's marks.
    pub fn boot(&self, marks: &str) -> Result<String, String> {
        let boot = scripts::module("boot.js")?.replace(APP_JS, &self.script).replace(APP_WASM, &self.wasm);
        Ok(boot.replace(MARKS, marks))
    }
}

/// How the script of wasm-bindgen calls a closure of the program, and the way by which pages let it (`web/boot/page.js`).
const CALL: &str = "return f(";
const ENTER: &str = "return storyPage.enter(f, ";
/// By this, one that is guarded is known.
const ENTERED: &str = "storyPage.enter(";
/// What it has for programs that start at once, which ours never does: from here on, up to there, and among its names.
const AT_ONCE: [&str; 2] = ["function initSync(", "async function __wbg_init("];
const EXPORTED: &str = "initSync, ";

/// The script of wasm-bindgen, where the program is entered by one way alone: whatever leaves it by an error is known there,
/// and a program that has failed is not entered again.
fn guarded(glue: &str) -> Result<String, String> {
    let [begin, end] = AT_ONCE.map(|sign| glue.find(sign));
    let cut = begin.zip(end).filter(|(begin, end)| begin < end && glue.contains(EXPORTED) && glue.contains(CALL));
    let (begin, end) = cut.ok_or("expected closures and starts as wasm-bindgen 0.2.129 writes them")?;
    Ok((glue[..begin].to_owned() + &glue[end..]).replacen(EXPORTED, "", 1).replace(CALL, ENTER))
}

/// The one file of the staging folder with this stem and ending that Trunk made, or an earlier site that lends its program.
fn trunks(staging: &Path, stem: &str, ending: &str) -> Result<String, String> {
    let folder = fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    let mut names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_it = |name: &String| {
        // Trunk adds a hash or none, and `_bg` to the WebAssembly.
        let rest = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ending));
        rest.is_some_and(|rest| rest.is_empty() || rest == "_bg" || rest.starts_with('-'))
    };
    names.find(is_it).ok_or_else(|| format!("expected {stem}…{ending} in {}", staging.display()))
}
