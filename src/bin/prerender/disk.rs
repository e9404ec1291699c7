//! Files, read and written.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

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

/// Writes a file under a name that says what is in it, and answers with that name.
pub fn write_hashed(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String, String> {
    let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{extension}");
    put(folder, &name, bytes)?;
    Ok(name)
}
