//! What a reader downloads, as a server sends it, stays within the budget.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "support/site_files.rs"]
mod site_files;
#[path = "support/some.rs"]
mod some;
mod support;

use site_files::site_paths;
use some::some;

/// Budgets in thousands of bytes: raising one is a decision, not a fix. Of the first 0.3 make a paragraph one stop of Tab, 0.5
/// let Back close what is opened, 0.2 keep a map's words legible, and 0.3 bring list, search and pictures when they are asked for.
const PROGRAM: usize = 62;
/// The same with the ledger's rows and the canvas of large maps, which no page of the story loads.
const WHOLE: usize = 70;
/// With the styles of its first screen, 3.8 KB, and who says each of its 237 facts.
const PAGE: usize = 58;
/// Styles of every page.
const STYLE: usize = 13;
/// What only the ledger, and each of gazetteer, page for editors, pages about one region or place, frames and maps on a canvas
/// add to them.
const LEDGER_STYLE: usize = 2;
const OWN_STYLE: usize = 1;
/// What marks a place on the maps while its card is open without the program.
const MARKS: usize = 1;
/// The steps once more, for whoever has no scripts.
const UNSCRIPTED: usize = 3;
/// The search with all that it finds, which a reader loads who types a name or a word.
const SEARCH: usize = 6;
/// What fills the list below a map, for whoever opens one.
const LIST: usize = 1;
/// What draws a figure as its reader sees it, for whoever saves that.
const PICTURE: usize = 3;
/// What shows the chosen regions of the gazetteer beside each other; no other page loads it.
const COMPARE: usize = 1;
/// Elements of a page of the story, where a browser counts them.
const ELEMENTS: usize = 6_760;
/// What a frame in another page loads besides its page, what that page itself may load, and what the page for editors does.
/// 0.5 of the first is what lets the browser say where the host's window is, so that steps need no script there.
const FRAME: usize = 6;
const HOST: usize = 3;
const KIT: usize = 2;
const EDITORS: usize = 11;
/// A chapter on a page of its own; a map and a chart in a frame.
const CHAPTER: usize = 25;
const MAP: usize = 16;
const CHART: usize = 7;
/// A page about one region or place, with its map.
const PLACE: usize = 14;

/// All files of the site that end so, with their content.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = site_paths(folder).into_values().filter(|path| path.to_string_lossy().ends_with(ending));
    some(ending, paths.map(|path| (path.clone(), fs::read(path).expect("a file of the built site"))))
}

/// The size that a server sends: of the file's form in Brotli at its best quality, which the build has put beside it. The
/// tests in the browser hold that it is the file.
fn sent(path: &Path) -> usize {
    let mut packed = path.as_os_str().to_owned();
    packed.push(".br");
    fs::metadata(&packed).unwrap_or_else(|error| panic!("{}: {error}", packed.display())).len() as usize
}

/// The pages of the site.
fn pages() -> Vec<(PathBuf, String)> {
    let pages = files(&support::path("SITE_DIR"), ".html");
    assert!(pages.len() > 2, "a page for each language and for each part");
    pages.into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a page in UTF-8"))).collect()
}

/// What a page may weigh: its kind is told by its path and by what it loads.
fn budget(site: &Path, path: &Path, html: &str) -> (&'static str, usize) {
    let path = path.strip_prefix(site).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let path = path.trim_start_matches("en/");
    match (path.matches('/').count(), html.contains("data-embed=")) {
        (0, _) => ("page", PAGE),
        (_, false) if path == "kit/index.html" => ("the page for editors", EDITORS),
        (2, false) if path.starts_with("places/") => ("a place", PLACE),
        (_, false) => ("chapter", CHAPTER),
        (1, true) => ("the story in a frame", PAGE),
        (_, true) if html.contains("<section ") => ("a chapter in a frame", CHAPTER),
        (_, true) if html.contains("/boot-") => ("a map in a frame", MAP),
        (_, true) => ("a chart in a frame", CHART),
    }
}

/// The values of an attribute in all tags with this name, or in all tags if it is empty.
fn attributes<'a>(html: &'a str, tag: &str, name: &str) -> Vec<&'a str> {
    let value = |of: &'a str| {
        let (_, rest) = of.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0)
    };
    let tags = html.split('<').skip(1).filter_map(|rest| Some(rest.split_once('>')?.0));
    tags.filter(|one| tag.is_empty() || one.split_whitespace().next() == Some(tag)).filter_map(value).collect()
}

/// What links of the head have a browser load; the others only name an address.
fn loaded(html: &str) -> Vec<&str> {
    let names = ["rel=\"canonical\"", "rel=\"alternate\""];
    let links = html.split("<link ").skip(1).filter_map(|rest| Some(rest.split_once('>')?.0));
    let loading = links.filter(|link| !names.iter().any(|name| link.contains(name)));
    loading.filter_map(|link| Some(link.split_once("href=\"")?.1.split_once('"')?.0)).collect()
}

/// What a file is named after, before its hash.
fn stem(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    name.rsplit_once('-').map_or(name.clone(), |(stem, _)| stem.to_owned())
}

/// A file with its content.
type SiteFile = (PathBuf, Vec<u8>);

/// Checks what is loaded together against its budget, each by name and the stems of its files; no file is without one.
fn check_loads(all: &[SiteFile], loads: &[(&str, &[&str], usize)], check: &mut impl FnMut(&str, &[SiteFile], usize)) {
    let mut counted = 0;
    for (name, stems, budget) in loads {
        let files: Vec<_> = all.iter().filter(|(path, _)| stems.contains(&stem(path).as_str())).cloned().collect();
        counted += files.len();
        check(name, &files, *budget);
    }
    assert_eq!(counted, all.len(), "every file has its budget");
}

#[test]
fn the_site_stays_within_its_budget() {
    let site = support::path("SITE_DIR");
    let mut over = Vec::new();
    let mut check = |name: &str, files: &[(PathBuf, Vec<u8>)], budget: usize| {
        assert!(!files.is_empty(), "no {name} in {}", site.display());
        let sizes: Vec<usize> = files.iter().map(|(path, _)| sent(path)).collect();
        for ((path, bytes), size) in files.iter().zip(&sizes) {
            let path = path.strip_prefix(&site).unwrap_or(path).display();
            println!("{:>9} {:>9}          {path}", bytes.len(), size);
        }
        let total: usize = sizes.iter().sum();
        let line = format!("{:>9} {total:>9} {:>6} 000  {name}", "", budget);
        println!("{line}\n");
        if total > budget * 1000 {
            over.push(line);
        }
    };
    println!("\n    bytes    brotli     budget");
    let code = [files(&site, ".wasm"), files(&site, ".js")].concat();
    // A reader of the story loads none but the first.
    let loads: [(&str, &[&str], usize); 9] = [
        ("program", &["app", "boot", "share"], PROGRAM),
        ("program with ledger and canvas", &["whole", "boot-whole"], WHOLE),
        ("search", &["find"], SEARCH),
        ("list below a map", &["list"], LIST),
        ("picture of what is shown", &["picture"], PICTURE),
        ("regions beside each other", &["compare"], COMPARE),
        ("frame", &["embed"], FRAME),
        ("host", &["host"], HOST),
        ("editors", &["kit"], KIT),
    ];
    check_loads(&code, &loads, &mut check);
    for page in files(&site, ".html") {
        let (name, budget) = budget(&site, &page.0, &String::from_utf8_lossy(&page.1));
        check(name, &[page], budget);
    }
    let styles = files(&site, ".css");
    let loads: [(&str, &[&str], usize); 9] = [
        ("style", &["style"], STYLE),
        ("style of marks without the program", &["marks"], MARKS),
        ("style of the ledger", &["ledger"], LEDGER_STYLE),
        ("style of the gazetteer", &["gazetteer"], OWN_STYLE),
        ("style of the page for editors", &["kit"], OWN_STYLE),
        ("style of the pages about one region or place", &["place"], OWN_STYLE),
        ("style of frames", &["frame"], OWN_STYLE),
        ("style of maps on a canvas", &["dense"], OWN_STYLE),
        ("style that only pages without scripts load", &["unscripted"], UNSCRIPTED),
    ];
    check_loads(&styles, &loads, &mut check);
    assert!(over.is_empty(), "over the budget:\n{}", over.join("\n"));
}

#[test]
fn the_outline_of_a_region_stands_once_in_a_page() {
    let with_maps: Vec<_> = pages().into_iter().filter(|(_, html)| html.contains(" id=\"r-")).collect();
    assert!(!with_maps.is_empty(), "pages with a map");
    for (path, html) in with_maps {
        let regions: Vec<&str> = html
            .split("<path")
            .filter(|one| one.contains(" id=\"r-"))
            .flat_map(|one| {
                attributes(&format!("<path{one}"), "path", "d").into_iter().next().map(str::len).map(|_| one)
            })
            .collect();
        assert!(regions.len() > 2, "regions in {}", path.display());
        let drawn = attributes(&html, "path", "d");
        for region in regions {
            let d = region.split_once(" d=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(d, _)| d);
            let times = drawn.iter().filter(|one| **one == d).count();
            assert_eq!(times, 1, "in {}: {}", path.display(), &d[..d.len().min(40)]);
        }
    }
}

#[test]
fn a_page_of_the_story_has_no_more_elements_than_its_budget() {
    for page in ["index.html", "en/index.html"] {
        let html = fs::read_to_string(support::path("SITE_DIR").join(page)).expect("a page of the story");
        let named = |tag: &&str| tag.starts_with(|c: char| c.is_ascii_alphabetic());
        let count = html.split('<').skip(1).filter(named).count();
        println!("{count:>9} {ELEMENTS:>9}  elements of {page}");
        assert!((1_000..=ELEMENTS).contains(&count), "{page}: {count} elements, expected at most {ELEMENTS}");
    }
}

#[test]
fn a_page_asks_nothing_of_another_host() {
    for (path, html) in pages() {
        let asked = ["src", "srcset", "poster"].map(|name| attributes(&html, "", name)).concat();
        let asked =
            [asked, loaded(&html), attributes(&html, "use", "href"), attributes(&html, "image", "href")].concat();
        let alone = path.ends_with("404.html") || path.ends_with("licences.html");
        assert!(alone || !asked.is_empty(), "{} asks for script and style", path.display());
        let foreign: Vec<&str> = asked.into_iter().filter(|url| url.contains("//")).collect();
        assert!(foreign.is_empty(), "{}: {foreign:?}", path.display());
    }
    for (path, bytes) in files(&support::path("SITE_DIR"), ".css") {
        let css = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!css.contains("//") && !css.contains("@import"), "{}", path.display());
    }
}
