//! What is dear to make and does not change often: kept beside the program by what it was made from.

use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

/// A folder of finished work.
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// Beside this very program, so that another program does not take what it would make otherwise. Where no folder
    /// can be made, everything is made anew.
    pub fn new(name: &str) -> Self {
        let beside = std::env::current_exe().ok();
        let folder = beside.and_then(|program| Some(program.parent()?.join(name)));
        Self { folder: folder.filter(|folder| fs::create_dir_all(folder).is_ok()) }
    }

    /// What was kept for these parts, or what `make` makes of them now.
    pub fn get(&self, parts: &[&[u8]], make: impl Fn() -> Result<Vec<u8>, String>) -> Result<Vec<u8>, String> {
        let mut key = Sha256::new().chain_update(env!("CARGO_PKG_VERSION"));
        for part in parts {
            // With its length, so that no two lists of parts are one.
            key = key.chain_update(part.len().to_le_bytes()).chain_update(part);
        }
        let name: String = key.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let path = self.folder.as_ref().map(|folder| folder.join(name));
        if let Some(kept) = path.as_ref().and_then(|path| fs::read(path).ok()) {
            return Ok(kept);
        }
        let made = make()?;
        // Keeping it only saves time, so a full disk is no reason to stop. In one step, because a second build
        // may run beside this one, and a second thread beside this one may make the same.
        if let Some(path) = path {
            let new = path.with_extension(format!("{}-{:?}", std::process::id(), std::thread::current().id()));
            let _ = fs::write(&new, &made).and_then(|()| fs::rename(&new, &path));
        }
        Ok(made)
    }
}
