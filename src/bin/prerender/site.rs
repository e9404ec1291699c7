//! The files of the site: pages, the ledger for download, style sheet, loader. Pages and downloads keep their
//! names, so that links to them stay right; all others are named by hash.

use std::fs;
use std::path::Path;

use luoyang_story::data::{downloads, figure_downloads};
use luoyang_story::layout::Ground;
use luoyang_story::model::{Lang, Story};
use luoyang_story::text::{Page, Sheet, escape, pages};
use luoyang_story::view::{Book, layer_rules, measure_rules, page, water_rules};
use sha2::{Digest, Sha256};

use crate::cores::on_all_cores;
use crate::head::{head, story_title};
use crate::kit;

/// The folder of the style sheets.
const SHEETS: &str = "style";
/// The loader, with placeholders for the names of script and WebAssembly.
const BOOT: &str = include_str!("../../browser/boot.js");
/// What leads old addresses to what they meant, with a placeholder for the ids that were changed.
const FORMER: &str = include_str!("../../browser/former.js");
const RENAMED: &str = "RENAMED = {}";
/// What a page in another page's frame says to its host.
const EMBED: &str = include_str!("../../browser/embed.js");
/// What a host's page may include: the one script that keeps its name, because other people's pages name it.
const HOST: &str = include_str!("../../browser/host.js");
/// What must be known before the first paint.
const EARLY: &str = include_str!("../../browser/early.js");

/// What passes a view on.
const SHARE: &str = include_str!("../../browser/share.js");
/// What writes the snippets on the page for editors.
const KIT: &str = include_str!("../../browser/kit.js");

/// What a story without maps adds to it: no map stays while steps pass, so it is told in full.
const IN_FULL: &str = "delete document.documentElement.dataset.mode;\n";

/// The names of what pages load.
struct Files {
    early: String,
    style: String,
    embed: String,
    share: String,
    kit: String,
    script: String,
    wasm: String,
    boot: String,
}

/// Writes the whole site into the staging folder.
pub fn write(story: &'static Story, ground: &'static Ground<'static>, staging: &Path) -> Result<(), String> {
    let frame = without_initialiser(&read(&staging.join("index.html"))?)?;
    let files = write_files(Book::new(story, ground, Lang::Zh), staging)?;
    for file in downloads(story)?.into_iter().chain(figure_downloads(story)?) {
        put(staging, &file.name, &file.bytes)?;
    }
    let kits = Lang::ALL.map(|lang| Page { lang, sheet: Sheet::Kit });
    let all: Vec<Page> = pages(story).into_iter().chain(kits).collect();
    on_all_cores(&all, |one| {
        let html = whole(Book::of(story, ground, *one), &frame, &files)?;
        put(staging, &one.file(), html.as_bytes())
    })
}

/// Style sheet and scripts.
fn write_files(book: Book, staging: &Path) -> Result<Files, String> {
    let story = book.story;
    let (script, wasm) = (bare_glue(staging)?, asset(staging, "_bg.wasm")?);
    let boot = BOOT.replace("APP_JS", &script).replace("APP_WASM", &wasm);
    let in_full = if story.has_maps() { "" } else { IN_FULL };
    let renamed = serde_json::to_string(&story.head().renamed).map_err(|error| error.to_string())?;
    let former = FORMER.replace(RENAMED, &format!("RENAMED = {renamed}"));
    let rules = measure_rules(story) + &layer_rules(story) + &water_rules(book)?;
    put(staging, "host.js", bare_script(HOST).as_bytes())?;
    Ok(Files {
        early: write_hashed(staging, "early", "js", &bare_script(&format!("{former}{EARLY}{in_full}")))?,
        style: write_hashed(staging, "style", "css", &bare(&(style_sheet()? + &rules)))?,
        embed: write_hashed(staging, "embed", "js", &bare_script(EMBED))?,
        share: write_hashed(staging, "share", "js", &bare_script(SHARE))?,
        kit: write_hashed(staging, "kit", "js", &bare_script(KIT))?,
        boot: write_hashed(staging, "boot", "js", &bare_script(&boot))?,
        script,
        wasm,
    })
}

/// A page from its first to its last character.
fn whole(book: Book, frame: &str, files: &Files) -> Result<String, String> {
    let kit = if matches!(book.page.sheet, Sheet::Kit) { kit::data(book.story) } else { String::new() };
    let html = frame
        .replace("lang=\"LANG\"", &root_attributes(book))
        .replace("<!-- HEAD -->", &(head(book) + &kit + &loads(book.page, files)))
        .replace("<!-- PAGE -->", &page(book)?);
    Ok(html)
}

/// The attributes of `<html>`. A frame can be asked for in either language, and then must know the way to the other.
fn root_attributes(book: Book) -> String {
    let page = book.page;
    let embed = page.embedded().map(|name| {
        let other = page.way_to(&page.in_other_language());
        format!(" data-embed=\"{}\" data-other=\"{other}\"", escape(&name))
    });
    let title = escape(&story_title(book));
    format!("lang=\"{}\" data-title=\"{title}\"{}", book.lang.tag(), embed.unwrap_or_default())
}

/// What a page loads; the WebAssembly only where something answers.
fn loads(page: Page, files: &Files) -> String {
    let root = page.root();
    let Files { early, style, embed, share, kit, script, wasm, boot } = files;
    let embed = page.is_embed().then(|| format!("<script src=\"{root}{embed}\" defer></script>"));
    let alive = page.answers().then(|| {
        format!(
            "<link rel=\"modulepreload\" href=\"{root}{script}\" />\
             <link rel=\"preload\" href=\"{root}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin />\
             <script type=\"module\" src=\"{root}{boot}\"></script>"
        )
    });
    let kit = matches!(page.sheet, Sheet::Kit)
        .then(|| format!("<script src=\"{root}host.js\" defer></script><script src=\"{root}{kit}\" defer></script>"));
    let rest = [embed, kit, alive].map(Option::unwrap_or_default).concat();
    format!(
        "<script src=\"{root}{early}\"></script><link rel=\"stylesheet\" href=\"{root}{style}\" />{rest}\
         <script src=\"{root}{share}\" defer></script>"
    )
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
fn bare_script(script: &str) -> String {
    let is_code = |line: &&str| !line.is_empty() && !["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    script.lines().map(str::trim).filter(is_code).collect::<Vec<_>>().join("\n")
}

/// wasm-bindgen's script without its comments and indents, which are a tenth of it; under a name of its own, because
/// readers keep what has the same name.
fn bare_glue(staging: &Path) -> Result<String, String> {
    let path = staging.join(asset(staging, ".js")?);
    let script = bare_script(&read(&path)?);
    fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    write_hashed(staging, "app", "js", &script)
}

/// All sheets in one.
fn style_sheet() -> Result<String, String> {
    let folder = fs::read_dir(SHEETS).map_err(|error| format!("{SHEETS}: {error}"))?;
    let mut paths: Vec<_> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    // The sheet that declares the layers comes first; the layers decide all else.
    paths.sort_by_key(|path| (!path.ends_with("layers.css"), path.clone()));
    paths.iter().map(|path| read(path)).collect()
}

/// The frame without the script and the links that Trunk puts in: the loader is a file of its own, so
/// that a page works under a content policy without inline scripts. What `trunk serve` adds at the end
/// of the body for live reload stays.
fn without_initialiser(frame: &str) -> Result<String, String> {
    let from = frame.find("<script type=\"module\"").ok_or("expected Trunk's initialiser in index.html")?;
    let to =
        frame[from..].find("</script>").ok_or("expected the end of Trunk's initialiser")? + from + "</script>".len();
    let mut rest = format!("{}{}", &frame[..from], &frame[to..]);
    for link in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some(from) = rest.find(link) {
            let to = rest[from..].find('>').ok_or("expected the end of a preload link")? + from + 1;
            rest.replace_range(from..to, "");
        }
    }
    Ok(rest)
}

/// The one file of the staging folder with this ending that Trunk made.
fn asset(staging: &Path, ending: &str) -> Result<String, String> {
    let folder = fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.starts_with("app-") && name.ends_with(ending)).collect();
    names.pop().ok_or_else(|| format!("expected app-…{ending} in {}", staging.display()))
}

/// Writes a file of the site, and the folder it is in.
pub fn put(staging: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = staging.join(name);
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(&path, bytes)).map_err(|error| format!("{name}: {error}"))
}

fn write_hashed(staging: &Path, stem: &str, extension: &str, text: &str) -> Result<String, String> {
    let hash: String = Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{extension}");
    put(staging, &name, text.as_bytes())?;
    Ok(name)
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
