//! Files, read and written.

use std::fs;
use std::path::Path;

/// Writes a file and the folder it is in, in one step: somebody may be reading the one before.
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = folder.join(name);
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(&part, bytes))
        .and_then(|()| fs::rename(&part, &path))
        .map_err(|error| format!("{name}: {error}"))
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
