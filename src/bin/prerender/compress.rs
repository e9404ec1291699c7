//! The site as servers send it: every text beside itself as Brotli and gzip, at the highest level of each.

use std::fs;
use std::path::{Path, PathBuf};

use compression::Form;

use crate::cache::Cache;
use crate::hosts::TEXTS;
use crate::parallel::on_all_cores;

/// Writes the compressed forms of everything in the folder that is worth it, on all cores.
pub fn write(staging: &Path) -> Result<(), String> {
    let mut paths = Vec::new();
    collect(staging, &mut paths)?;
    let cache = Cache::new("prerender-compressed");
    on_all_cores(
        &paths,
        || (),
        |(), path| compress(path, &cache).map_err(|error| format!("{}: {error}", path.display())),
    )
}

/// The files of a folder and all below it whose ending says that they are texts.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|ending| TEXTS.iter().any(|text| text.ending == ending)) {
            paths.push(path);
        }
    }
    Ok(())
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
