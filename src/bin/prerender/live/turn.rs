//! Whose turn it is to write into Trunk's folder: of the program that was started last.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Error, Result};
use std::path::{Path, PathBuf};

/// The turn of this process, until another takes it.
pub struct Turn {
    file: PathBuf,
    name: String,
    /// Locked for as long as this process may write.
    _lock: File,
}

impl Turn {
    /// Takes the turn, and waits until whoever had it has stopped writing.
    pub fn take(dist: &Path) -> Result<Self> {
        let program = std::env::current_exe()?;
        // Two checkouts, or two stories of one, have folders of their own.
        let mut hasher = DefaultHasher::new();
        fs::canonicalize(dist).unwrap_or_else(|_| dist.to_path_buf()).hash(&mut hasher);
        let beside = program.parent().ok_or_else(|| Error::other("the program lies nowhere"))?;
        let file = beside.join(format!("prerender-turn-{:016x}", hasher.finish()));
        let name = std::process::id().to_string();
        fs::write(&file, &name)?;
        let lock = File::create(file.with_extension("lock"))?;
        lock.lock()?;
        Ok(Self { file, name, _lock: lock })
    }

    /// Whether nobody else has taken it.
    pub fn is_ours(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|name| name == self.name)
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn whoever_came_last_has_the_turn() {
        let folder = TempDir::new().unwrap();
        let first = Turn::take(folder.path()).unwrap();
        assert!(first.is_ours());
        fs::write(&first.file, "another").unwrap();
        assert!(!first.is_ours());
        fs::remove_file(&first.file).unwrap();
    }
}
