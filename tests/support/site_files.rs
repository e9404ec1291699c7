//! A site as it was written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file of a site by its path in it.
pub fn site_files(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    collect(site, site, &mut files);
    files
}

fn collect(site: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            collect(site, &path, files);
        } else {
            files.insert(path.strip_prefix(site).unwrap().display().to_string(), fs::read(&path).unwrap());
        }
    }
}
