//! What a build writes for programs: files in one, site map, oEmbed, manifest, icons.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use data_story::data::check_dir;
use data_story::model::Lang;
use data_story::text::{Embed, Page, Route, fill_form, forms, frame_height, is_hashed};
use serde_json::Value;
use sha2::{Digest, Sha256};

#[path = "support/site_files.rs"]
mod site_files;
#[path = "support/some.rs"]
mod some;
mod support;

use site_files::site_paths;
use some::some;

/// The languages by their names in files, and the folders of their pages.
const LANGUAGES: [(&str, &str); 2] = [("zh", ""), ("en", "en/")];

/// The data of the second.
const SECOND_STORY: &str = "examples/second-story";

fn sites() -> [PathBuf; 2] {
    ["SITE_DIR", "SECOND_SITE_DIR"].map(support::path)
}

fn read(site: &Path, name: &str) -> String {
    fs::read_to_string(site.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(site: &Path, name: &str) -> Value {
    serde_json::from_str(&read(site, name)).unwrap()
}

/// The address at which the story is published, as the site map's first page has it.
fn address(site: &Path) -> String {
    let map = read(site, "sitemap.xml");
    map.split_once("<loc>").unwrap().1.split_once("</loc>").unwrap().0.to_owned()
}

/// The folders of all pages, from the folder of the site: empty, or ending in `/`.
fn folders(site: &Path) -> Vec<String> {
    let (_, pages) = moved_and_pages(site);
    some("pages", pages)
}

/// The folders that lead on from where something stood, and those of pages.
fn moved_and_pages(site: &Path) -> (Vec<String>, Vec<String>) {
    let folders = site_paths(site).into_keys().filter_map(|path| path.strip_suffix("index.html").map(str::to_owned));
    folders.partition(|folder| read(site, &format!("{folder}index.html")).contains("<meta http-equiv=\"refresh\""))
}

/// The page for editors: for nobody who searches, and in no frame.
fn is_kit(folder: &str) -> bool {
    folder.trim_start_matches("en/") == "kit/"
}

/// The folders of the story's pages.
fn told(site: &Path) -> Vec<String> {
    some("pages of the story", folders(site).into_iter().filter(|folder| !is_kit(folder)))
}

fn is_embed(folder: &str) -> bool {
    folder.trim_start_matches("en/").starts_with("embed/")
}

#[test]
fn the_figures_in_one_file_are_those_beside_the_pages_and_say_how_they_may_be_used() {
    for site in sites() {
        let address = address(&site);
        for (lang, folder) in LANGUAGES {
            let name = format!("statics-{lang}.zip");
            let mut zip = zip::ZipArchive::new(Cursor::new(fs::read(site.join(&name)).unwrap())).unwrap();
            let names: BTreeSet<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
            let ours = |name: &String| name.starts_with("figure-") && name.contains(&format!(".{lang}."));
            let pictures = fs::read_dir(site.join("pictures")).unwrap();
            let mut expected: BTreeSet<String> =
                pictures.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(ours).collect();
            expected.retain(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
            assert!(expected.len() > 15, "{name}: {}", expected.len());
            expected.extend(["README.txt".to_owned(), "EMBED.txt".to_owned()]);
            assert_eq!(names, expected, "{name}");
            for one in &names {
                let mut file = zip.by_name(one).unwrap();
                assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "{name}: {one} knows a day");
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).unwrap();
                if one.starts_with("figure-") {
                    assert!(bytes == fs::read(site.join("pictures").join(one)).unwrap(), "{name}: {one}");
                    continue;
                }
                let text = String::from_utf8(bytes).unwrap();
                assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}: {one}");
                assert!(text.contains(&address), "{name}: {one}");
            }
            let text = |zip: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str| {
                let mut text = String::new();
                zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
                text
            };
            let (readme, embed) = (text(&mut zip, "README.txt"), text(&mut zip, "EMBED.txt"));
            for one in names.iter().filter(|name| name.ends_with(".csv")) {
                let stem = one.split('.').next().unwrap();
                assert!(readme.contains(stem), "{name}: README.txt is silent on {stem}");
            }
            let frames: Vec<&str> =
                embed.split(" src=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
            let shown: Vec<&str> = frames.iter().filter_map(|src| src.strip_prefix(&address)).collect();
            for path in shown.iter().filter(|path| **path != "host.js") {
                assert!(path.starts_with(folder) && site.join(path).join("index.html").exists(), "{name}: {path}");
            }
            let embeds =
                folders(&site).into_iter().filter(|one| is_embed(one) && one.starts_with("en/") == (lang == "en"));
            assert_eq!(shown.len() - 1, embeds.count(), "{name}: a frame for each page made for frames");
        }
    }
}

#[test]
fn the_site_map_lists_every_page_that_is_to_be_found_with_its_other_language() {
    for site in sites() {
        let (map, address) = (read(&site, "sitemap.xml"), address(&site));
        let document = roxmltree::Document::parse(&map).unwrap();
        let entries: Vec<_> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "url")))
            .collect();
        let listed: BTreeSet<String> = entries
            .iter()
            .map(|entry| {
                entry.children().find(|node| node.tag_name().name() == "loc").unwrap().text().unwrap().to_owned()
            })
            .collect();
        let expected: BTreeSet<String> =
            told(&site).into_iter().filter(|one| !is_embed(one)).map(|one| format!("{address}{one}")).collect();
        assert_eq!(listed, expected);
        for entry in entries {
            let links: Vec<_> = entry.children().filter(|node| node.tag_name().name() == "link").collect();
            let tags: Vec<_> = links.iter().filter_map(|link| link.attribute("hreflang")).collect();
            assert_eq!(tags, ["zh-Hans", "en"]);
            assert!(links.iter().all(|link| listed.contains(link.attribute("href").unwrap())));
        }
        assert!(read(&site, "robots.txt").contains(&format!("Sitemap: {address}sitemap.xml")));
    }
}

#[test]
fn every_page_has_an_oembed_document_whose_frame_and_picture_are_there() {
    for site in sites() {
        let address = address(&site);
        for folder in told(&site) {
            let document = json(&site, &format!("{folder}oembed.json"));
            assert_eq!((&document["version"], &document["type"]), (&"1.0".into(), &"rich".into()), "{folder}");
            assert!(document["width"].is_u64() && document["height"].is_u64(), "{folder}");
            let html = document["html"].as_str().unwrap();
            let src = html.split_once(" src=\"").unwrap().1.split_once('"').unwrap().0;
            let path = src.strip_prefix(&address).unwrap();
            assert!(is_embed(path) && site.join(path).join("index.html").exists(), "{folder}: {src}");
            assert!(!is_embed(&folder) || path == folder, "{folder}: {src}");
            // What stands by itself has a frame of its own; a fragment would not survive what hosts add to an address.
            let own = folder.replacen("en/", "", 1);
            let parts = ["", "ledger/", "places/"];
            let is_chapter = !is_embed(&folder) && !parts.contains(&own.as_str()) && !own.starts_with("places/");
            assert!(!is_chapter || path.ends_with(&format!("embed/{own}")), "{folder}: {src}");
            assert!(!src.contains('#'), "{folder}: {src}");
            assert_eq!(path.starts_with("en/"), folder.starts_with("en/"), "{folder}: {src}");
            let picture = document["thumbnail_url"].as_str().unwrap().strip_prefix(&address).unwrap();
            assert!(site.join(picture).exists(), "{folder}: {picture}");
            for side in ["thumbnail_width", "thumbnail_height"] {
                assert!(document[side].as_u64().is_some_and(|pixels| pixels > 100), "{folder}: {side} {document}");
            }
            let page = read(&site, &format!("{folder}index.html"));
            let link = format!("type=\"application/json+oembed\" href=\"{address}{folder}oembed.json\"");
            assert!(page.contains(&link), "{folder} does not lead to it");
        }
    }
}

#[test]
fn icons_and_manifest_are_there_and_of_the_size_that_is_said() {
    for site in sites() {
        for (lang, folder) in LANGUAGES {
            let manifest = json(&site, &format!("{folder}manifest.webmanifest"));
            for icon in some("icons", manifest["icons"].as_array().unwrap()) {
                let path = site.join(folder).join(icon["src"].as_str().unwrap());
                if icon["type"] == "image/png" {
                    assert_eq!(icon["sizes"], png_size(&path), "{}", path.display());
                }
                assert!(path.exists(), "{}", path.display());
            }
            assert_eq!(png_size(&site.join(format!("pictures/icon-180.{lang}.png"))), "180x180");
            assert_eq!(png_size(&site.join(format!("pictures/icon-32.{lang}.png"))), "32x32");
            assert!(site.join(folder).join(manifest["start_url"].as_str().unwrap()).join("index.html").exists());
        }
        let (favicon, pixels) = (site.join("favicon.ico"), site.join("pictures/icon-32.zh.png"));
        let [favicon, pixels] = [favicon, pixels].map(|path| fs::read(path).unwrap());
        assert_eq!(favicon[..8], [0, 0, 1, 0, 1, 0, 32, 32]);
        assert_eq!(favicon[14..18], u32::try_from(pixels.len()).unwrap().to_le_bytes());
        assert_eq!(favicon[18..22], 22_u32.to_le_bytes());
        assert_eq!(favicon[22..], pixels);
        for folder in told(&site) {
            let page = read(&site, &format!("{folder}index.html"));
            assert!(!page.contains("href=\"data:"), "{folder}");
            for rel in ["icon", "apple-touch-icon", "manifest"] {
                let rest = page.split_once(&format!("<link rel=\"{rel}\" href=\"")).unwrap().1;
                let href = rest.split_once('"').unwrap().0;
                assert!(site.join(&folder).join(href).exists(), "{folder}: {href}");
            }
        }
    }
}

/// Width and height as a PNG says them in its first chunk.
fn png_size(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    format!("{}x{}", number(16), number(20))
}

#[test]
fn the_program_does_not_say_where_it_was_compiled() {
    let mut programs = 0;
    for entry in fs::read_dir(support::path("SITE_DIR")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "wasm") {
            continue;
        }
        programs += 1;
        let bytes = fs::read(&path).unwrap();
        for part in [&b".cargo/"[..], env!("CARGO_MANIFEST_DIR").as_bytes()] {
            let at = bytes.windows(part.len()).position(|window| window == part);
            let around = |at: usize| String::from_utf8_lossy(&bytes[at.saturating_sub(40)..at + 60]).into_owned();
            assert_eq!(at.map(around), None, "{}", path.display());
        }
    }
    assert_eq!(programs, 2, "for the story, and with ledger and canvas");
}

#[test]
fn what_is_kept_for_ever_is_named_by_its_content() {
    for site in sites() {
        let mut named = 0;
        for path in fs::read_dir(&site).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !is_hashed(&name) {
                continue;
            }
            named += 1;
            let hash: String =
                Sha256::digest(fs::read(&path).unwrap()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            assert!(name.contains(&format!("-{hash}.")), "{name}: its bytes say {hash}");
        }
        assert!(named > 10, "{}: {named} files", site.display());
    }
}

#[test]
fn every_host_is_told_the_same_and_shows_no_file_of_its_own() {
    for site in sites() {
        let page = read(&site, "index.html");
        let policy = page.split_once("Content-Security-Policy\" content=\"").unwrap().1.split_once('"').unwrap().0;
        let headers = [
            ("Content-Security-Policy", policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Access-Control-Allow-Origin", "*"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ];
        let files = ["_headers", ".htaccess", "nginx.conf", "vercel.json"];
        for file in files {
            let told = read(&site, file);
            for (name, value) in headers {
                let is_told = told.lines().any(|line| line.contains(name) && line.contains(value))
                    || told.contains(&format!("\"key\": \"{name}\",\n          \"value\": \"{value}\""));
                assert!(is_told, "{file}: {name}: {value}");
            }
        }
        let [_, apache, nginx, vercel] = files.map(|file| read(&site, file));
        assert!(apache.contains("IndexIgnore *") && !nginx.contains("autoindex on"), "no list of a folder");
        let own = r"_headers|\.htaccess|nginx\.conf|vercel\.json";
        assert!(apache.contains(&format!("RewriteRule ^({own})$ - [R=404,L]")), "{apache}");
        assert!(nginx.contains(&format!("location ~ \"/({own})$\" {{\n  return 404;")), "{nginx}");
        assert!(nginx.contains("location = /some/path { return 301 /some/path/; }"), "{nginx}");
        assert!(vercel.contains("\"trailingSlash\": true"), "{vercel}");
    }
}

#[test]
fn no_element_of_a_page_has_a_style_or_a_script_of_its_own() {
    for site in sites() {
        for folder in folders(&site) {
            let page = read(&site, &format!("{folder}index.html"));
            let tags = page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap());
            for tag in some("tags", tags) {
                assert!(!tag.contains(" style=\""), "{folder}: <{tag}>");
                // Blocks of data are no scripts.
                let is_data =
                    tag.contains(" type=\"application/ld+json\"") || tag.contains(" type=\"application/json\"");
                let runs = tag.starts_with("script") && !is_data;
                // What stands in the page without a name is allowed by its hash (tests/browser/heads.rs).
                assert!(!runs || tag == "script" || tag.contains(" src=\""), "{folder}: <{tag}>");
                assert!(!tag.contains(" onload=") && !tag.contains(" onclick="), "{folder}: <{tag}>");
            }
        }
    }
}

#[test]
fn the_guide_prints_the_frame_that_editors_are_given() {
    let guide = fs::read_to_string("docs/embedding.md").unwrap();
    let words: Vec<&str> = guide.split_whitespace().collect();
    let story = check_dir(Path::new("data")).unwrap();
    let [frame, _, element, ..] = forms(&story);
    let page = Page { lang: Lang::Zh, route: Route::Embed(Embed::Story) };
    let height = frame_height(&page).to_string();
    let title = guide.split_once("<iframe title=\"").unwrap().1.split_once('"').unwrap().0;
    let values = [("title", title), ("src", "https://luoyang.example/embed/"), ("height", &height)];
    let printed = fill_form(&frame, &values);
    assert!(words.join(" ").contains(&printed), "expected in docs/embedding.md: {printed}");
    let (tag, _) = element.split_once(' ').unwrap();
    assert!(guide.contains(&format!("\n{tag} ")), "expected in docs/embedding.md: {tag}");
}

#[test]
fn the_guide_prints_the_messages_that_the_scripts_are_checked_by() {
    let guide = fs::read_to_string("docs/embedding.md").unwrap();
    let types = fs::read_to_string("web/messages.d.ts").unwrap();
    let (_, rest) = guide.split_once("<!-- messages: from here -->\n```ts\n").unwrap();
    let (printed, _) = rest.split_once("```\n").unwrap();
    assert!(types.contains(printed), "docs/embedding.md differs from web/messages.d.ts");
    assert!(printed.contains("type FromStory") && printed.contains("type ToStory"), "{printed}");
}

#[test]
fn an_address_with_a_former_id_leads_on_with_a_script_and_without_in_both_languages() {
    let site = support::path("SECOND_SITE_DIR");
    let (moved, pages) = moved_and_pages(&site);
    let head: Value =
        serde_json::from_str(&fs::read_to_string("examples/second-story/chapters.json").unwrap()).unwrap();
    let renamed = head["story"]["renamed"].as_object().unwrap();
    let mut led = 0;
    for folder in &moved {
        let page = read(&site, &format!("{folder}index.html"));
        let way = page.split_once("content=\"0; url=").unwrap().1.split_once('"').unwrap().0;
        assert!(page.contains(&format!("<a href=\"{way}\">")), "{folder}: {page}");
        // Beside the script it would lead on without the query.
        let alone = format!("<noscript><meta http-equiv=\"refresh\" content=\"0; url={way}\" /></noscript>");
        assert!(page.contains(&alone) && page.matches("http-equiv=\"refresh\"").count() == 1, "{folder}: {page}");
        let script = page.split_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
        let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
        assert!(page.contains(&format!("'sha256-{hash}'")), "{folder}: the policy refuses {script}");
        let now = way.trim_start_matches("../").strip_suffix("index.html").unwrap();
        assert!(pages.iter().any(|page| page == now), "{folder}: there is no {now}");
        assert!(
            page.contains(&format!("<link rel=\"canonical\" href=\"{}{now}\"", address(&site))),
            "{folder}: {page}"
        );
        let as_before = renamed.iter().any(|(old, id)| {
            let id = id.as_str().unwrap();
            folder.split('/').zip(now.split('/')).all(|(then, now)| then == now || then == old && now == id)
        });
        assert!(as_before && folder.matches('/').count() == now.matches('/').count(), "{folder} leads to {now}");
        led += usize::from(folder.ends_with("places/salt-pier/") || folder.ends_with("landings/"));
    }
    // A place; a chapter, which stands in frames too.
    assert_eq!(led, 2 * (1 + 2), "{moved:?}");
}

#[test]
fn a_story_without_former_ids_allows_no_script_for_them() {
    let [own, second] = sites();
    assert_eq!(moved_and_pages(&own).0, Vec::<String>::new(), "data/chapters.json renames nothing");
    let allowed = |site: &Path| read(site, "index.html").matches("'sha256-").count();
    assert_eq!(allowed(&own) + 1, allowed(&second), "hashes in the policy of the page");
}

#[test]
fn what_stands_where_nothing_is_stands_alone_and_speaks_both_languages() {
    for site in sites() {
        let page = read(&site, "404.html");
        for lang in Lang::ALL {
            assert!(page.contains(&format!("<section lang=\"{}\">", lang.tag())), "{page}");
        }
        // Whatever address it is sent for, what is beside that is not ours.
        let references = page.split(['"']).filter(|text| text.contains('/') || text.ends_with(".css"));
        for reference in some("references", references) {
            let alone = ["https://", "default-src "].iter().any(|start| reference.starts_with(start))
                || reference.contains('<')
                || reference.contains('>');
            assert!(alone, "{reference} in {page}");
        }
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("<style"), "{page}");
    }
}

#[test]
fn the_licences_are_those_of_the_lock_and_of_the_data() {
    let lock = fs::read_to_string("Cargo.lock").unwrap();
    let version = |name: &str| {
        let (_, rest) = lock.split_once(&format!("name = \"{name}\"\nversion = \"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    for (site, data) in sites().iter().zip(["data", SECOND_STORY]) {
        let page = read(site, "licences.html");
        for name in ["leptos", "reactive_graph", "wasm-bindgen", "web-sys", "percent-encoding"] {
            assert!(page.contains(&format!("<li>{name} {}: ", version(name))), "{name} is in the program");
        }
        for name in ["plotters", "jsonschema", "palette", "serde_derive"] {
            assert!(!page.contains(&format!("<li>{name} ")), "{name} is not in the program");
        }
        let ways: BTreeSet<&str> =
            page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(ways.len() > 20, "{ways:?}");
        for way in ways {
            assert!(page.contains(&format!("<section id=\"{way}\">")), "{way}");
        }
        let licences = fs::read_dir(Path::new(data).join("licences"));
        for name in licences.into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
            assert!(page.contains(&format!("<h3>{name}</h3>")), "{name}");
        }
        assert!(page.contains("<h3>LGPL-3.0.txt</h3>") == (data == "data"), "whose data is under it");
        for lang in ["", "en/"] {
            assert!(read(site, &format!("{lang}kit/index.html")).contains("licences.html\""), "a way leads there");
        }
    }
}

#[test]
fn no_style_that_is_sent_stands_in_a_layer() {
    for site in sites() {
        let sheets = fs::read_dir(&site).unwrap().map(|entry| entry.unwrap().path());
        let sheets: Vec<PathBuf> =
            sheets.filter(|path| path.extension().is_some_and(|ending| ending == "css")).collect();
        assert!(sheets.len() >= 3, "{sheets:?}");
        let page = read(&site, "index.html");
        let inline = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
        assert!(inline.contains("--paper"), "the first screen's styles: {inline}");
        for css in sheets.iter().map(|path| fs::read_to_string(path).unwrap()).chain([inline.to_owned()]) {
            assert!(!css.contains("@layer"), "browsers before 2022 pass over it: {css}");
        }
    }
}

/// Every drawing is well-formed, so that any program can read it.
#[test]
fn every_svg_is_xml() {
    for site in sites() {
        let found: Vec<_> =
            site_paths(&site).into_values().filter(|path| path.extension().is_some_and(|e| e == "svg")).collect();
        assert!(found.len() > 20, "{} drawings", found.len());
        for path in found {
            let svg = fs::read_to_string(&path).unwrap();
            if let Err(error) = roxmltree::Document::parse(&svg) {
                panic!("{}: {error}", path.display());
            }
        }
    }
}
