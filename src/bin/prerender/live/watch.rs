//! Which files of some folders have changed since the last look.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::{DirEntry, WalkDir};

/// The files of a folder, as they were at the last look.
///
/// It looks rather than listens: a few dozen files are looked at in less than a millisecond, and that works on every file
/// system and with every editor's way to save.
pub struct Watched {
    folder: PathBuf,
    seen: BTreeMap<PathBuf, (SystemTime, u64)>,
}

impl Watched {
    /// A folder as it is now, with those within.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf(), seen: look(folder) }
    }

    /// The names of the files that came, went or changed since the last look.
    pub fn changed(&mut self) -> Vec<String> {
        let now = look(&self.folder);
        if now == self.seen {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.seen, now);
        let paths: BTreeMap<&PathBuf, ()> = before.keys().chain(self.seen.keys()).map(|path| (path, ())).collect();
        let changed = paths.into_keys().filter(|path| before.get(*path) != self.seen.get(*path));
        changed.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect()
    }
}

/// What a link leads to, and not the link, counts.
fn look(folder: &Path) -> BTreeMap<PathBuf, (SystemTime, u64)> {
    // Editors put files beside the one that is saved, and take them away again.
    let is_theirs = |entry: &DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder).follow_links(true).into_iter().filter_entry(|entry| !is_theirs(entry));
    let file = |entry: DirEntry| {
        let data = entry.metadata().ok().filter(|data| data.is_file())?;
        Some((entry.into_path(), (data.modified().ok()?, data.len())))
    };
    entries.flatten().filter_map(file).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_came_changed_and_went_is_told_once() {
        let scratch = TempDir::new().unwrap();
        let folder = scratch.path().join("watched");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("a.css"), "a").unwrap();
        let mut watched = Watched::new(&folder);
        assert!(watched.changed().is_empty());
        fs::write(folder.join("a.css"), "longer").unwrap();
        fs::write(folder.join("b.css"), "b").unwrap();
        fs::write(folder.join(".b.css.swp"), "b").unwrap();
        assert_eq!(watched.changed(), ["a.css", "b.css"]);
        fs::rename(folder.join("b.css"), folder.join("c.css")).unwrap();
        assert_eq!(watched.changed(), ["b.css", "c.css"]);
        fs::create_dir(folder.join("within")).unwrap();
        fs::write(folder.join("within/d.css"), "d").unwrap();
        assert_eq!(watched.changed(), ["d.css"]);
        assert!(watched.changed().is_empty());
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(watched.changed(), ["a.css", "c.css", "d.css"]);
    }
}
