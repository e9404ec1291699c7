//! Style sheet and scripts: named by their hash, so that readers may keep them for ever.

use std::fs;
use std::path::{Path, PathBuf};

use data_story::layout::map::style::filled_in;
use data_story::model::Story;
use data_story::view::{target_rules, unscripted_rules};

use crate::disk::{put, read, write_hashed};
use crate::findable::findable;
use crate::first_screen::{FIRST_SCREEN, without_idle_tokens};
use crate::head::PAUSE;
use crate::hosts::policy;
use crate::layers::resolved;
use crate::order::SHEETS;
use crate::program::Programs;
use crate::scripts::{self, Kind};
use crate::session::Session;
use crate::sign;
use crate::traditional::traditional;

/// What a story without maps adds to what runs before the first paint: no map stays while steps pass, so it is told in
/// full.
const IN_FULL: &str = "delete document.documentElement.dataset.mode;\n";
/// Where scripts have the story's handle, and those it had.
const HANDLE: &str = "STORY_HANDLE";
const FORMER: &str = "FORMER_HANDLES";
/// Where the script about them has the ids that were changed.
const RENAMED: &str = "RENAMED = {}";
/// Where the share script has the names of those for the search, for lists and for pictures, and the first of them what it finds
/// and its traditional characters.
const FIND_JS: &str = "FIND_JS";
const PICTURE_JS: &str = "PICTURE_JS";
const LIST_JS: &str = "LIST_JS";
const FINDABLE: &str = "FINDABLE";
const TRADITIONAL: &str = "TRADITIONAL";

/// The sheets that only some pages load, each with the sign of its name: ledger, gazetteer, the page for editors, those about
/// one region or place, frames, and maps on a canvas.
const OWN: [(&str, &str); 6] = [
    ("ledger", sign::LEDGER_STYLE),
    ("gazetteer", sign::GAZETTEER_STYLE),
    ("kit", sign::KIT_STYLE),
    ("place", sign::PLACE_STYLE),
    ("frame", sign::FRAME_STYLE),
    ("dense", sign::DENSE_STYLE),
];

/// The names of the style sheets: of the one for all pages, and of each that only some load.
#[derive(Clone, Debug)]
pub struct Styles {
    /// For all pages.
    pub style: String,
    /// In the order of [`OWN`].
    own: Vec<String>,
}

/// What is written in pages, the styles of the first screen and the script that runs before it, and the names of what they
/// load.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // they are named like their files
pub struct Assets {
    /// Of the story.
    pub address: String,
    pub first: String,
    pub preload: String,
    /// What leads on from a former address; empty where the story has none, so that its pages need not allow it.
    pub moved: String,
    pub styles: Styles,
    pub marks: String,
    pub unscripted: String,
    pub embed: String,
    pub share: String,
    pub compare: String,
    pub kit: String,
    pub boot: String,
    pub boot_whole: String,
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
        let [renamed, moved] = former_ids(story)?;
        let redirects = scripts::alone("redirects.js")?;
        let in_full = if story.has_maps() { "" } else { IN_FULL };
        let marks = write_hashed(folder, "marks", "css", plain(&target_rules(story))?.as_bytes())?;
        let steps = unscripted_rules(story, &sheets(&[Path::new(SHEETS).join("story.css")])?);
        let short = |name: &str, text: &str, kind| {
            scripts::minified(text, kind).map_err(|fault| format!("{name}.js: {fault}"))
        };
        let written =
            |name: &str, text: &str, kind| write_hashed(folder, name, "js", short(name, text, kind)?.as_bytes());
        let script = |name: &str, text: &str| written(name, text, Kind::Classic);
        let module = |name: &str, text: &str| written(name, text, Kind::Module);
        let findable = serde_json::to_string(&findable(story)).map_err(|error| error.to_string())?;
        let find = scripts::module("find.js")?.replacen(&quoted(TRADITIONAL), &quoted(&traditional(story)), 1);
        let find = module("find", &find.replacen(&quoted(FINDABLE), &findable, 1))?;
        let list = module("list", &scripts::module("list.js")?)?;
        let picture = module("picture", &scripts::module("picture.js")?)?;
        let needed = [(FIND_JS, find), (LIST_JS, list), (PICTURE_JS, picture)];
        let share = needed.iter().fold(scripts::classic("share.js")?, |text, (sign, name)| text.replace(sign, name));
        // What a host's page may include: the one script that keeps its name, because other people's pages name it.
        let named = |script: String| with_handles(&script, story);
        put(folder, "host.js", short("host", &named(scripts::classic("host.js")?), Kind::Classic)?.as_bytes())?;
        let before_paint = format!("{renamed}{redirects}{}{in_full}", named(scripts::alone("preload.js")?));
        Ok(Self {
            address: story.head().address.clone(),
            first: without_idle_tokens(&plain(&sheets(&FIRST_SCREEN.map(sheet_path))?)?),
            preload: short("preload", &before_paint, Kind::Classic)?,
            moved: short("moved", &moved, Kind::Classic)?,
            styles,
            embed: script("embed", &named(scripts::classic("embed.js")?))?,
            share: script("share", &share)?,
            compare: script("compare", &scripts::classic("compare.js")?)?,
            kit: script("kit", &scripts::alone("kit.js")?)?,
            boot: module("boot", &programs.app.boot(&marks)?)?,
            boot_whole: module("boot-whole", &programs.whole.boot(&marks)?)?,
            unscripted: write_hashed(folder, "unscripted", "css", plain(&steps)?.as_bytes())?,
            marks,
        })
    }

    /// Each sign with what it stands for.
    pub fn signs(&self) -> Vec<(&'static str, String)> {
        let Self {
            first,
            preload,
            moved,
            styles,
            marks,
            unscripted,
            embed,
            share,
            compare,
            kit,
            boot,
            boot_whole,
            address: _,
        } = self.clone();
        let own = OWN.into_iter().map(|(_, sign)| sign).zip(styles.own);
        let all = [
            (sign::POLICY, self.policy()),
            (sign::FIRST, first),
            (sign::PRELOAD, preload),
            (sign::MOVED, moved),
            (sign::STYLE, styles.style),
            (sign::MARKS, marks),
            (sign::UNSCRIPTED, unscripted),
            (sign::EMBED, embed),
            (sign::SHARE, share),
            (sign::COMPARE, compare),
            (sign::KIT, kit),
            (sign::BOOT, boot),
            (sign::BOOT_WHOLE, boot_whole),
        ];
        all.into_iter().chain(own).collect()
    }

    /// What pages may load: what is written in them is allowed by its hash.
    pub fn policy(&self) -> String {
        let scripts: Vec<&str> =
            [&self.preload, PAUSE, &self.moved].into_iter().filter(|script| !script.is_empty()).collect();
        policy(&self.address, &scripts, &[&self.first])
    }

    /// What changes when a page has to be loaded anew to be as it should: all but the styles of every page.
    pub fn scripts(&self) -> String {
        let Self {
            preload,
            embed,
            share,
            compare,
            kit,
            boot,
            boot_whole,
            styles,
            address: _,
            first: _,
            moved: _,
            marks: _,
            unscripted: _,
        } = self;
        [preload, embed, share, compare, kit, boot, boot_whole]
            .into_iter()
            .chain(&styles.own)
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
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

/// What follows the ids that the story has renamed, on its pages and at the addresses these had; nothing where it has none.
fn former_ids(story: &Story) -> Result<[String; 2], String> {
    let renamed = &story.head().renamed;
    if renamed.is_empty() {
        return Ok(Default::default());
    }
    let ids = serde_json::to_string(renamed).map_err(|error| error.to_string())?;
    Ok([scripts::alone("renamed.js")?.replace(RENAMED, &format!("RENAMED = {ids}")), scripts::alone("moved.js")?])
}

/// Writes the style sheets: those of all pages in one, with the rules that follow from the story, and each that only some
/// load. That one is loaded last, which the layers forestall by making states and print heavier.
pub fn write_styles(session: &Session, folder: &Path) -> Result<Styles, String> {
    let write = |name: &str, sheet: &str| write_hashed(folder, name, "css", plain(sheet)?.as_bytes());
    let own = |name: &str| write(name, &sheets(&[sheet_path(name)])?);
    let is_own = |path: &PathBuf| OWN.iter().any(|(name, _)| sheet_path(name) == *path);
    let all: Vec<_> = sheet_paths()?.into_iter().filter(|path| !is_own(path)).collect();
    Ok(Styles {
        style: write("style", &(sheets(&all)? + &session.rules()?))?,
        own: OWN.iter().map(|(name, _)| own(name)).collect::<Result<_, _>>()?,
    })
}

fn sheet_path(name: &str) -> PathBuf {
    Path::new(SHEETS).join(format!("{name}.css"))
}

/// A style sheet as every browser reads it: without layers, names of lines, comments and indents.
fn plain(sheet: &str) -> Result<String, String> {
    let order = bare(&read(&Path::new(SHEETS).join("layers.css"))?);
    Ok(without_blanks(&bare(&resolved(&(order + &bare(&filled_in(sheet)?)))?)))
}

/// Without the blanks after commas and colons, which say nothing but in quotes.
fn without_blanks(sheet: &str) -> String {
    let parts = sheet.split('"').enumerate();
    let rules = |part: &str| part.replace(", ", ",").replace(": ", ":");
    let parts = parts.map(|(at, part)| if at % 2 == 0 { rules(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("\"")
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
