//! The site as servers send it: every text beside itself as Brotli and gzip, at the highest level of each.

use std::fs;
use std::path::{Path, PathBuf};

use compression::Form;
use walkdir::WalkDir;

use crate::cache::Cache;
use crate::hosts::TEXTS;
use crate::parallel::on_all_cores;

/// Writes the compressed forms of everything in the folder that is worth it, on all cores.
pub fn write(staging: &Path) -> Result<(), String> {
    let paths = texts(staging)?;
    let cache = Cache::new("prerender-compressed");
    on_all_cores(
        &paths,
        || (),
        |(), path| compress(path, &cache).map_err(|error| format!("{}: {error}", path.display())),
    )
}

/// The files of a folder and all below it whose ending says that they are texts.
fn texts(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let is_text = |path: &Path| path.extension().is_some_and(|ending| TEXTS.iter().any(|text| text.ending == ending));
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() && is_text(entry.path()) {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

fn compress(path: &Path, cache: &Cache) -> Result<(), String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    for form in Form::ALL {
        let make = || form.packed(&bytes).map_err(|error| error.to_string());
        let small = cache.get(&[form.ending().as_bytes(), &bytes], make)?;
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{}", form.ending()));
        fs::write(name, small).map_err(|error| error.to_string())?;
    }
    Ok(())
}
