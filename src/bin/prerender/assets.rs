//! Style sheet and scripts: named by their hash, so that readers may keep them for ever.

use std::fs;
use std::path::{Path, PathBuf};

use luoyang_story::view::target_rules;
use sha2::{Digest, Sha256};

use crate::hosts::policy;
use crate::order::{SCRIPTS, SHEETS};
use crate::output::{put, read};
use crate::session::Session;

/// What a story without maps adds to what runs before the first paint: no map stays while steps pass, so it is told in
/// full.
const IN_FULL: &str = "delete document.documentElement.dataset.mode;\n";
/// Where the loader has the names of script and WebAssembly, and the redirects the ids that were changed.
const APP_JS: &str = "APP_JS";
const APP_WASM: &str = "APP_WASM";
const MARKS: &str = "MARKS";
const RENAMED: &str = "RENAMED = {}";

/// The sheets that the first screen of a page needs: header, headline and first words. They stand in the page, and the style
/// sheet has them too, for a host whose own policy refuses what stands in pages.
const FIRST_SCREEN: [&str; 8] = ["layers", "tokens", "base", "bar", "opening", "chapter", "source", "units"];

/// The signs that stand in pages for what is written in them, and for the names of what they load.
pub mod sign {
    pub const POLICY: &str = "{{late:policy}}";
    pub const FIRST: &str = "{{late:first}}";
    pub const EARLY: &str = "{{late:early}}";
    pub const MARKS: &str = "{{late:marks}}";
    pub const STYLE: &str = "{{late:style}}";
    pub const EMBED: &str = "{{late:embed}}";
    pub const SHARE: &str = "{{late:share}}";
    pub const KIT: &str = "{{late:kit}}";
    pub const SCRIPT: &str = "{{late:script}}";
    pub const WASM: &str = "{{late:wasm}}";
    pub const BOOT: &str = "{{late:boot}}";
}

/// What is written in pages, the styles of the first screen and the script that runs before it, and the names of what they
/// load.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // they are named like their files
pub struct Assets {
    pub first: String,
    pub early: String,
    pub style: String,
    pub marks: String,
    pub embed: String,
    pub share: String,
    pub kit: String,
    pub script: String,
    pub wasm: String,
    pub boot: String,
}

/// The program, as Trunk puts it into the staging folder.
#[derive(Clone, Debug)]
pub struct Program {
    script: String,
    wasm: String,
}

impl Program {
    /// The program in this folder. The script of wasm-bindgen loses its comments and indents, which are a tenth of it, and
    /// gets a name of its own, because readers keep what has the same name.
    pub fn take(staging: &Path) -> Result<Self, String> {
        let path = staging.join(trunks(staging, ".js")?);
        let script = bare_script(&read(&path)?);
        fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self { script: write_hashed(staging, "app", "js", &script)?, wasm: trunks(staging, "_bg.wasm")? })
    }
}

impl Assets {
    /// Writes all of them into the folder that has the program.
    pub fn write(session: &Session, staging: &Path) -> Result<Self, String> {
        let program = Program::take(staging)?;
        let style = write_style(session, staging)?;
        Self::write_scripts(session, &program, style, staging)
    }

    /// Writes the scripts.
    pub fn write_scripts(session: &Session, program: &Program, style: String, folder: &Path) -> Result<Self, String> {
        let story = session.story;
        let renamed = serde_json::to_string(&story.head().renamed).map_err(|error| error.to_string())?;
        let former = source("former.js")?.replace(RENAMED, &format!("RENAMED = {renamed}"));
        let in_full = if story.has_maps() { "" } else { IN_FULL };
        let marks = write_hashed(folder, "marks", "css", &target_rules(story))?;
        let boot = source("boot.js")?.replace(APP_JS, &program.script).replace(APP_WASM, &program.wasm);
        let boot = boot.replace(MARKS, &marks);
        let script = |name: &str, text: &str| write_hashed(folder, name, "js", &bare_script(text));
        // What a host's page may include: the one script that keeps its name, because other people's pages name it.
        put(folder, "host.js", bare_script(&source("host.js")?).as_bytes())?;
        Ok(Self {
            first: bare(&sheets(&FIRST_SCREEN.map(|name| Path::new(SHEETS).join(format!("{name}.css"))))?),
            early: bare_script(&format!("{former}{}{in_full}", source("early.js")?)),
            style,
            marks,
            embed: script("embed", &source("embed.js")?)?,
            share: script("share", &source("share.js")?)?,
            kit: script("kit", &source("kit.js")?)?,
            boot: script("boot", &boot)?,
            script: program.script.clone(),
            wasm: program.wasm.clone(),
        })
    }

    /// Each sign with what it stands for.
    pub fn signs(&self) -> [(&'static str, String); 11] {
        let Self { first, early, style, marks, embed, share, kit, script, wasm, boot } = self.clone();
        [
            (sign::POLICY, self.policy()),
            (sign::FIRST, first),
            (sign::EARLY, early),
            (sign::STYLE, style),
            (sign::MARKS, marks),
            (sign::EMBED, embed),
            (sign::SHARE, share),
            (sign::KIT, kit),
            (sign::SCRIPT, script),
            (sign::WASM, wasm),
            (sign::BOOT, boot),
        ]
    }

    /// What pages may load: what is written in them is allowed by its hash.
    pub fn policy(&self) -> String {
        policy(&[&self.early, PAUSE], &[&self.first])
    }

    /// What changes when a page has to be loaded anew to be as it should: all but the styles.
    pub fn scripts(&self) -> String {
        let Self { early, embed, share, kit, script, wasm, boot, first: _, style: _, marks: _ } = self;
        [early, embed, share, kit, script, wasm, boot].map(String::as_str).join(" ")
    }
}

/// A script that does nothing: it waits for the style sheet before it, and so does all that follows, in browsers that would
/// show it without its look.
pub const PAUSE: &str = " ";

/// Writes the style sheet: all sheets in one, and the rules that follow from the story.
pub fn write_style(session: &Session, folder: &Path) -> Result<String, String> {
    write_hashed(folder, "style", "css", &bare(&(style_sheets()? + &session.rules()?)))
}

/// A script as it was written.
pub fn source(name: &str) -> Result<String, String> {
    read(&Path::new(SCRIPTS).join(name))
}

/// A style sheet without comments and indents. Spaces within rules may matter: the minifiers that were tried joined
/// `tbody :is(th)` within a media query.
fn bare(sheet: &str) -> String {
    let without_comments: String =
        sheet.split("*/").map(|part| part.split_once("/*").map_or(part, |(rules, _)| rules)).collect();
    let lines = without_comments.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A script without the lines that are comment and without indents: half of those that stand in other people's pages.
pub fn bare_script(script: &str) -> String {
    let is_code = |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    script.lines().map(str::trim).filter(is_code).collect::<Vec<_>>().join("\n")
}

/// All sheets in one.
fn style_sheets() -> Result<String, String> {
    let folder = fs::read_dir(SHEETS).map_err(|error| format!("{SHEETS}: {error}"))?;
    let mut paths: Vec<_> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    // The sheet that declares the layers comes first; the layers decide all else.
    paths.sort_by_key(|path| (!path.ends_with("layers.css"), path.clone()));
    sheets(&paths)
}

fn sheets(paths: &[PathBuf]) -> Result<String, String> {
    paths.iter().map(|path| read(path)).collect()
}

/// The one file of the staging folder with this ending that Trunk made.
fn trunks(staging: &Path, ending: &str) -> Result<String, String> {
    let folder = fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("app-") && name.ends_with(ending)).collect();
    names.pop().ok_or_else(|| format!("expected app-…{ending} in {}", staging.display()))
}

fn write_hashed(folder: &Path, stem: &str, extension: &str, text: &str) -> Result<String, String> {
    let hash: String = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{extension}");
    put(folder, &name, text.as_bytes())?;
    Ok(name)
}
