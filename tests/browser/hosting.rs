//! The site on hosts as newsrooms have them: what each file is sent with, and a page that works with just that.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use compression::Form;
use serde_json::json;
use tempfile::TempDir;
use webdriver::{Nginx, Sends, Server};

use crate::life::{comes_alive_silently, every_kind_of_page_works};
use crate::page::{PAGES, Page, none};
use crate::site_files::site_paths;
use crate::support;

/// The path under which the site is served here.
const UNDER: &str = "/a/b/";

fn nginx() -> Nginx {
    Nginx::start(&support::path("NGINX"), &support::path("SITE_DIR"), UNDER).unwrap()
}

/// What a server answers.
struct Answer {
    status: u16,
    /// By names in lower case.
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// Asks for a file, in the compressed forms named.
fn ask(url: &str, accept: &str) -> Answer {
    let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nAccept-Encoding: {accept}\r\n\r\n")
        .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    Answer { status, headers, body: bytes[end + 4..].to_vec() }
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// What each kind of file must be sent as; a kind that is not listed has no business in the site.
fn media(name: &str) -> &'static str {
    match ending(name) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "zip" => "application/zip",
        other => panic!("{name}: .{other}"),
    }
}

/// The files that are for the host and not for readers.
const OF_THE_HOST: [&str; 4] = ["_headers", ".htaccess", "nginx.conf", "vercel.json"];

fn for_readers() -> BTreeMap<String, PathBuf> {
    let mut all = site_paths(&support::path("SITE_DIR"));
    all.retain(|name, _| !OF_THE_HOST.contains(&name.as_str()) && !["br", "gz"].contains(&ending(name)));
    all
}

#[test]
fn nginx_sends_every_file_as_what_it_is_and_hashed_ones_for_ever() {
    let server = nginx();
    let mut hashed = 0;
    for (name, path) in for_readers() {
        let answer = ask(&server.url(&name), "identity");
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(answer.header("content-type"), media(&name), "{name}");
        assert!(answer.body == fs::read(&path).unwrap(), "{name} is not sent as it is");
        let for_ever = answer.header("cache-control").contains("immutable");
        let stem = name.split('.').next().unwrap().trim_end_matches("_bg");
        let by_hash = ["js", "css", "wasm"].contains(&ending(&name))
            && stem.rsplit_once('-').is_some_and(|(_, hash)| u64::from_str_radix(hash, 16).is_ok());
        assert_eq!(for_ever, by_hash, "{name}: {}", answer.header("cache-control"));
        assert!(answer.header("cache-control").contains("max-age="), "{name}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{name}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{name}");
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe-inline"), "{name}: {policy}");
        if ending(&name) == "html" {
            let page = String::from_utf8(answer.body.clone()).unwrap();
            assert!(page.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{policy}\"")), "{name}");
        }
        assert!(!policy.contains("frame-ancestors") && answer.header("x-frame-options").is_empty(), "{name}");
        hashed += usize::from(by_hash);
    }
    assert!(hashed >= 4, "script, WebAssembly, loader and style sheet: {hashed}");
}

#[test]
fn nginx_sends_what_was_compressed_by_the_build() {
    let server = nginx();
    let mut texts = 0;
    for (name, path) in for_readers().into_iter().filter(|(name, _)| !["png", "ico", "zip"].contains(&ending(name))) {
        let forms = [("gzip", "gz"), ("br", "br")].into_iter().filter(|(form, _)| *form == "gzip" || server.brotli);
        for (form, added) in forms {
            let answer = ask(&server.url(&name), form);
            assert_eq!(answer.header("content-encoding"), form, "{name}");
            assert_eq!(answer.header("content-type"), media(&name), "{name}");
            let made = fs::read(format!("{}.{added}", path.display())).unwrap();
            assert!(answer.body == made, "{name}: another {form} than the build's");
        }
        texts += 1;
    }
    assert!(texts > 50, "{texts}");
}

#[test]
fn every_compressed_file_is_the_one_beside_it() {
    let all = site_paths(&support::path("SITE_DIR"));
    let whole = |path: &Path| fs::read(path.with_extension("")).unwrap();
    for form in Form::ALL {
        let packed: Vec<_> = all.iter().filter(|(name, _)| ending(name) == form.ending()).collect();
        assert!(packed.len() > 50, "{}", packed.len());
        for (name, path) in packed {
            assert!(form.unpacked(&fs::read(path).unwrap()).unwrap() == whole(path), "{name}");
        }
    }
}

#[test]
fn nginx_leads_to_folders_and_has_nothing_else() {
    let server = nginx();
    for missing in
        ["none.html", "pictures/none.svg", "en/none/", "nginx.conf", "_headers", "vercel.json", ".htaccess"]
    {
        let answer = ask(&server.url(missing), "identity");
        assert_eq!(answer.status, 404, "{missing}");
        assert!(!answer.header("cache-control").contains("max-age"), "{missing} may be there soon");
    }
    let answer = ask(&server.url("en"), "identity");
    assert_eq!((answer.status, answer.header("location")), (301, "/a/b/en/"));
    let (index, named) = (ask(&server.url("en/"), "identity"), ask(&server.url("en/index.html"), "identity"));
    assert!(index.status == 200 && index.body == named.body);
}

#[test]
fn the_story_lives_under_nginx_with_the_policy_that_it_asks_for() {
    let (server, page) = (nginx(), Page::wide());
    for file in PAGES {
        comes_alive_silently(&page, &server.url(file));
        let script = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => !name.startsWith(location.origin + '/a/b/') && !name.startsWith('data:'))";
        none("all files come from the page's own folder", &page.lines(script));
    }
    every_kind_of_page_works(&page, |file| server.url(file));
}

#[test]
fn the_story_lives_in_a_sandbox_where_its_own_host_is_another_origin() {
    let (server, page) = (nginx(), Page::wide());
    let folder = TempDir::new().unwrap();
    // Another port is another origin, too.
    let host = Server::start(folder.path().into(), "/", Sends::All).unwrap();
    for part in ["", "embed/", "en/embed/map/"] {
        let icon = "<link rel=icon href=data:,>";
        let frame =
            format!("{icon}<iframe sandbox=allow-scripts width=1000 height=600 src={}></iframe>", server.url(part));
        fs::write(folder.path().join("index.html"), frame).unwrap();
        page.load(&host.url(""));
        page.enter_frame(0);
        page.wait("return 'alive' in document.documentElement.dataset", "the story comes alive in the frame");
        assert_eq!(page.js("return self.origin"), json!("null"), "an origin of its own");
        page.leave_frame();
        none(&format!("{part} leaves no error"), &page.errors());
    }
}

#[test]
fn the_story_lives_wherever_a_zip_of_it_is_unpacked() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, path) in site_paths(&support::path("SITE_DIR")) {
        // What is packed without being compressed is unpacked as well.
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(name, options).unwrap();
        writer.write_all(&fs::read(path).unwrap()).unwrap();
    }
    let folder = TempDir::new().unwrap();
    zip::ZipArchive::new(writer.finish().unwrap()).unwrap().extract(&folder).unwrap();
    let (server, page) = (Server::start(folder.path().into(), "/else/where/", Sends::All).unwrap(), Page::wide());
    every_kind_of_page_works(&page, |file| server.url(file));
}
