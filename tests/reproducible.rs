//! The same sources make the same site, byte for byte: pages, pictures, archives, compressed forms.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/site_files.rs"]
mod site_files;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use site_files::site_files;
use tempfile::TempDir;

/// What the build looks for in the script of wasm-bindgen.
const GLUE: &str = "const call = (f) => {\nreturn f();\n};\nfunction initSync() {}\nasync function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n";

/// A site of the second story for readers, made by a copy of the program in a folder of its own: what the program keeps for
/// the next time lies beside it, so that it makes everything.
fn made_from_nothing(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (site, program) = (folder.join("site"), folder.join("prerender"));
    fs::create_dir_all(&site).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_prerender"), &program).unwrap();
    for name in ["app-0", "whole-0"] {
        fs::write(site.join(name).with_extension("js"), GLUE).unwrap();
        fs::write(site.join(name).with_extension("wasm"), b"\0asm\x01\0\0\0").unwrap();
    }
    fs::copy(project.join("index.html"), site.join("index.html")).unwrap();
    let status = Command::new(&program)
        .current_dir(project)
        .env("TRUNK_STAGING_DIR", &site)
        .env("TRUNK_PROFILE", "release")
        .env("STORY_DATA", "examples/second-story")
        .status()
        .unwrap();
    assert!(status.success());
    site_files(&site)
}

#[test]
fn two_sites_of_the_same_sources_are_the_same_bytes() {
    let folder = TempDir::new().unwrap();
    let [one, other] = ["one", "other"].map(|name| made_from_nothing(&folder.path().join(name)));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for kind in ["html", "png", "svg", "zip", "br", "gz", "csv", "json", "ico"] {
        assert!(one.keys().any(|path| path.ends_with(&format!(".{kind}"))), "no .{kind}");
    }
    let differ: Vec<&String> =
        one.iter().filter(|(path, bytes)| other[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differ.is_empty(), "not the same bytes: {differ:?}");
}
