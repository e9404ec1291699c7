//! Style sheet and scripts: named by their hash, so that readers may keep them for ever.

use std::fs;
use std::path::{Path, PathBuf};

use data_story::layout::map::style::filled_in;
use data_story::model::Story;
use data_story::view::{target_rules, unscripted_rules};
use sha2::{Digest, Sha256};

use crate::disk::{put, read};
use crate::findable::findable;
use crate::first_screen::{FIRST_SCREEN, without_idle_tokens};
use crate::head::PAUSE;
use crate::hosts::policy;
use crate::layers::resolved;
use crate::order::SHEETS;
use crate::session::Session;
use crate::traditional::traditional;
use crate::{scripts, sign};

/// What a story without maps adds to what runs before the first paint: no map stays while steps pass, so it is told in
/// full.
const IN_FULL: &str = "delete document.documentElement.dataset.mode;\n";
/// Where scripts have the story's handle, and those it had.
const HANDLE: &str = "STORY_HANDLE";
const FORMER: &str = "FORMER_HANDLES";
/// Where the loader has the names of script and WebAssembly, and the redirects the ids that were changed.
const APP_JS: &str = "APP_JS";
const APP_WASM: &str = "APP_WASM";
const MARKS: &str = "MARKS";
const RENAMED: &str = "RENAMED = {}";
/// Where the share script has the names of those for the search and for lists, and the first of them what it finds and its
/// traditional characters.
const FIND_JS: &str = "FIND_JS";
const LIST_JS: &str = "LIST_JS";
const FINDABLE: &str = "FINDABLE";
const TRADITIONAL: &str = "TRADITIONAL";

/// The sheets that no page loads but its own: the ledger's, the one for editors, and those about one region or place.
const OWN: [&str; 3] = ["ledger", "kit", "place"];

/// The names of the style sheets: of the one for all pages, and of each that belongs to one page.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // they are named like their files
pub struct Styles {
    pub style: String,
    pub ledger: String,
    pub kit: String,
    pub place: String,
}

/// What is written in pages, the styles of the first screen and the script that runs before it, and the names of what they
/// load.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // they are named like their files
pub struct Assets {
    pub first: String,
    pub preload: String,
    pub styles: Styles,
    pub marks: String,
    pub unscripted: String,
    pub embed: String,
    pub share: String,
    pub kit: String,
    pub boot: String,
    pub boot_whole: String,
}

/// The stems of the program's two forms, as in `index.html`.
const FORMS: [&str; 2] = ["app", "whole"];

/// The program: what a story needs, and with all that the ledger and maps of thousands of places need too.
#[derive(Clone, Debug)]
pub struct Programs {
    app: Program,
    whole: Program,
}

/// One form of it, by the names of its script and its WebAssembly.
#[derive(Clone, Debug)]
struct Program {
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
    /// The script of wasm-bindgen loses its comments and indents, which are a tenth of it. Both files get names that say
    /// what is in them, because readers keep what has the same name.
    fn take(staging: &Path, stem: &str) -> Result<Self, String> {
        let remove = |path: &Path| fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()));
        let path = staging.join(trunks(staging, stem, ".js")?);
        let script = scripts::bare(&guarded(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?);
        remove(&path)?;
        let path = staging.join(trunks(staging, stem, ".wasm")?);
        let wasm = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        remove(&path)?;
        Ok(Self {
            script: write_hashed(staging, stem, "js", script.as_bytes())?,
            wasm: write_hashed(staging, stem, "wasm", &wasm)?,
        })
    }

    /// The loader of this form, and of the story's marks.
    fn boot(&self, marks: &str) -> Result<String, String> {
        let boot = scripts::module("boot.js")?.replace(APP_JS, &self.script).replace(APP_WASM, &self.wasm);
        Ok(boot.replace(MARKS, marks))
    }
}

impl Assets {
    /// Writes all of them into the folder that has the program.
    pub fn write(session: &Session, staging: &Path) -> Result<Self, String> {
        let programs = Programs::take(staging)?;
        let styles = write_styles(session, staging)?;
        Self::write_scripts(session, &programs, styles, staging)
    }

    /// Writes the scripts.
    pub fn write_scripts(
        session: &Session,
        programs: &Programs,
        styles: Styles,
        folder: &Path,
    ) -> Result<Self, String> {
        let story = session.story;
        let renamed = serde_json::to_string(&story.head().renamed).map_err(|error| error.to_string())?;
        let redirects = scripts::alone("redirects.js")?.replace(RENAMED, &format!("RENAMED = {renamed}"));
        let in_full = if story.has_maps() { "" } else { IN_FULL };
        let marks = write_hashed(folder, "marks", "css", plain(&target_rules(story))?.as_bytes())?;
        let steps = unscripted_rules(story, &sheets(&[Path::new(SHEETS).join("story.css")])?);
        let script = |name: &str, text: &str| write_hashed(folder, name, "js", scripts::bare(text).as_bytes());
        let findable = serde_json::to_string(&findable(story)).map_err(|error| error.to_string())?;
        let find = scripts::module("find.js")?.replacen(&quoted(TRADITIONAL), &quoted(&traditional(story)), 1);
        let find = script("find", &find.replacen(&quoted(FINDABLE), &findable, 1))?;
        let list = script("list", &scripts::module("list.js")?)?;
        // What a host's page may include: the one script that keeps its name, because other people's pages name it.
        let named = |script: String| with_handles(&script, story);
        put(folder, "host.js", scripts::bare(&named(scripts::classic("host.js")?)).as_bytes())?;
        Ok(Self {
            first: without_idle_tokens(&plain(&sheets(&FIRST_SCREEN.map(sheet_path))?)?),
            preload: scripts::bare(&format!("{redirects}{}{in_full}", named(scripts::alone("preload.js")?))),
            styles,
            embed: script("embed", &named(scripts::classic("embed.js")?))?,
            share: script("share", &scripts::classic("share.js")?.replace(FIND_JS, &find).replace(LIST_JS, &list))?,
            kit: script("kit", &scripts::alone("kit.js")?)?,
            boot: script("boot", &programs.app.boot(&marks)?)?,
            boot_whole: script("boot-whole", &programs.whole.boot(&marks)?)?,
            unscripted: write_hashed(folder, "unscripted", "css", plain(&steps)?.as_bytes())?,
            marks,
        })
    }

    /// Each sign with what it stands for.
    pub fn signs(&self) -> [(&'static str, String); 14] {
        let Self { first, preload, styles, marks, unscripted, embed, share, kit, boot, boot_whole } = self.clone();
        [
            (sign::POLICY, self.policy()),
            (sign::FIRST, first),
            (sign::PRELOAD, preload),
            (sign::STYLE, styles.style),
            (sign::LEDGER_STYLE, styles.ledger),
            (sign::KIT_STYLE, styles.kit),
            (sign::PLACE_STYLE, styles.place),
            (sign::MARKS, marks),
            (sign::UNSCRIPTED, unscripted),
            (sign::EMBED, embed),
            (sign::SHARE, share),
            (sign::KIT, kit),
            (sign::BOOT, boot),
            (sign::BOOT_WHOLE, boot_whole),
        ]
    }

    /// What pages may load: what is written in them is allowed by its hash.
    pub fn policy(&self) -> String {
        policy(&[&self.preload, PAUSE], &[&self.first])
    }

    /// What changes when a page has to be loaded anew to be as it should: all but the styles of every page.
    pub fn scripts(&self) -> String {
        let Self { preload, embed, share, kit, boot, boot_whole, styles, first: _, marks: _, unscripted: _ } = self;
        let Styles { style: _, ledger: ledgers, kit: kits, place } = styles;
        [preload, embed, share, kit, boot, boot_whole, ledgers, kits, place].map(String::as_str).join(" ")
    }
}

/// A script that knows by which names the story is known.
fn with_handles(script: &str, story: &Story) -> String {
    let head = story.head();
    let former = head.renamed.iter().filter(|(_, id)| **id == head.handle).map(|(old, _)| quoted(old));
    script.replace(HANDLE, &head.handle).replace(&quoted(FORMER), &former.collect::<Vec<_>>().join(", "))
}

/// A text as a script has it.
fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Writes the style sheets: those of all pages in one, with the rules that follow from the story, and each that belongs to one
/// page. That one is loaded last, which the layers forestall by making states and print heavier.
pub fn write_styles(session: &Session, folder: &Path) -> Result<Styles, String> {
    let write = |name: &str, sheet: &str| write_hashed(folder, name, "css", plain(sheet)?.as_bytes());
    let own = |name: &str| write(name, &sheets(&[sheet_path(name)])?);
    let all: Vec<_> = sheet_paths()?.into_iter().filter(|path| !OWN.map(sheet_path).contains(path)).collect();
    let [ledger, kit, place] = OWN.map(own);
    Ok(Styles {
        style: write("style", &(sheets(&all)? + &session.rules()?))?,
        ledger: ledger?,
        kit: kit?,
        place: place?,
    })
}

fn sheet_path(name: &str) -> PathBuf {
    Path::new(SHEETS).join(format!("{name}.css"))
}

/// A style sheet as every browser reads it: without layers, names of lines, comments and indents.
fn plain(sheet: &str) -> Result<String, String> {
    let order = bare(&read(&Path::new(SHEETS).join("layers.css"))?);
    Ok(bare(&resolved(&(order + &bare(&filled_in(sheet)?)))?))
}

/// A style sheet without comments, indents and ends of lines. Spaces within rules may matter: the minifiers that were tried joined
/// `tbody :is(th)` within a media query.
fn bare(sheet: &str) -> String {
    let without_comments: String =
        sheet.split("*/").map(|part| part.split_once("/*").map_or(part, |(rules, _)| rules)).collect();
    let lines = without_comments.lines().map(str::trim).filter(|line| !line.is_empty());
    // A line that ends within a value or a selector ends with a space there.
    lines.flat_map(|line| [line, if line.ends_with(['{', '}', ';', ',']) { "" } else { "\n" }]).collect()
}

/// All sheets in one.
pub fn style_sheets() -> Result<String, String> {
    sheets(&sheet_paths()?)
}

fn sheet_paths() -> Result<Vec<PathBuf>, String> {
    let folder = fs::read_dir(SHEETS).map_err(|error| format!("{SHEETS}: {error}"))?;
    let mut paths: Vec<_> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    // The sheet that declares the layers comes first; the layers decide all else.
    paths.sort_by_key(|path| (!path.ends_with("layers.css"), path.clone()));
    Ok(paths)
}

fn sheets(paths: &[PathBuf]) -> Result<String, String> {
    paths.iter().map(|path| read(path)).collect()
}

/// How the script of wasm-bindgen calls a closure of the program, and the way by which pages let it (`web/boot/page.js`).
const CALL: &str = "return f(";
const ENTER: &str = "return storyPage.enter(f, ";
/// What it has for programs that start at once, which ours never does: from here on, up to there, and among its names.
const AT_ONCE: [&str; 2] = ["function initSync(", "async function __wbg_init("];
const EXPORTED: &str = "initSync, ";

/// The script of wasm-bindgen, where the program is entered by one way alone: whatever leaves it by an error is known there,
/// and a program that has failed is not entered again. One that an earlier site lends is so already.
fn guarded(glue: &str) -> Result<String, String> {
    if glue.contains(ENTER) {
        return Ok(glue.to_owned());
    }
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

fn write_hashed(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String, String> {
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{extension}");
    put(folder, &name, bytes)?;
    Ok(name)
}
