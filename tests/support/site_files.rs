//! A site as it was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The path of every file of a site, by its path in it with `/` between its parts.
pub fn site_paths(site: &Path) -> BTreeMap<String, PathBuf> {
    let entries = WalkDir::new(site)
        .into_iter()
        .map(|entry| entry.expect("an entry of the built site"))
        .filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| {
        let parts = path
            .strip_prefix(site)
            .expect("below the site")
            .iter()
            .map(|part| part.to_str().expect("a name in UTF-8"));
        parts.collect::<Vec<_>>().join("/")
    };
    let paths: BTreeMap<_, _> = entries.map(|entry| (name(entry.path()), entry.into_path())).collect();
    assert!(paths.contains_key("index.html"), "{} is no site", site.display());
    paths
}

/// What is in every file of a site, by its path in it.
#[allow(dead_code)] // not every test reads all
pub fn site_files(site: &Path) -> BTreeMap<String, Vec<u8>> {
    site_paths(site)
        .into_iter()
        .map(|(name, path)| (name, fs::read(path).expect("a file of the built site")))
        .collect()
}
