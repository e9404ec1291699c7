//! Documents whose tables a command writes, each between two lines that name it.

use std::fs;

use crate::failure::{Failure, Result};
use crate::paths;

/// Puts text into a document of the checkout, between the two lines that it has for this mark.
pub fn write(document: &str, mark: &str, text: &str) -> Result<()> {
    let path = paths::root().join(document);
    let failed = |error: std::io::Error| Failure::failed(format!("{document}: {error}"));
    let old = fs::read_to_string(&path).map_err(failed)?;
    let [from, to] = lines(mark);
    let missing = || Failure::failed(format!("{document}: expected the lines {from:?} and {to:?}"));
    fs::write(&path, put(&old, mark, text).ok_or_else(missing)?).map_err(failed)
}

/// The document with text between its two lines for this mark; nothing where it has none.
pub fn put(document: &str, mark: &str, text: &str) -> Option<String> {
    let [from, to] = lines(mark);
    let (before, rest) = document.split_once(&from)?;
    let (_, after) = rest.split_once(&to)?;
    Some(format!("{before}{from}{text}{to}{after}"))
}

fn lines(mark: &str) -> [String; 2] {
    [format!("<!-- {mark}: from here -->\n"), format!("<!-- {mark}: to here -->")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    #[test]
    fn the_documents_have_room_for_their_tables() {
        for (document, mark) in
            [("README.md", "loop"), ("docs/growth.md", "measured"), ("docs/performance.md", "load")]
        {
            let text = fs::read_to_string(paths::root().join(document)).expect("the document");
            assert!(put(&text, mark, "").is_some(), "{document}: {mark}");
        }
    }

    #[test]
    fn the_documents_name_files_and_folders_that_are_there() {
        let files = files_of(&paths::root());
        // A document may leave away the folder of which it speaks.
        let is_there = |name: &str| {
            let name = name.trim_end_matches('/');
            files.iter().any(|file| {
                file.ends_with(name)
                    || file.parent().is_some_and(|folder| folder.ancestors().any(|one| one.ends_with(name)))
            })
        };
        let mut named = 0;
        for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "examples/README.md"] {
            let text = fs::read_to_string(paths::root().join(document)).expect("the document");
            for name in text.split('`').skip(1).step_by(2).filter(|name| is_of_the_project(name)) {
                named += 1;
                assert!(is_there(name), "{document}: {name}");
            }
        }
        assert!(named > 100, "{named} names");
        assert!(!is_there("src/view/charts_of_old.rs") && !is_there("src/nowhere/"));
    }

    /// Whether something in a document is a file of the checkout, or one of its folders by its whole path.
    fn is_of_the_project(name: &str) -> bool {
        let is_path = name.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
        let is_source = [".rs", ".cjs", ".ts", ".toml", ".css", ".md"].iter().any(|ending| name.ends_with(ending));
        let top = [
            "src/",
            "charts/",
            "crates/",
            "xtask/",
            "tests/",
            "web/",
            "style/",
            "docs/",
            "data/",
            "bench/",
            "examples/",
        ];
        is_path && (is_source || (name.ends_with('/') && top.iter().any(|top| name.starts_with(top))))
    }

    /// Every file of the checkout but what is made.
    fn files_of(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let is_made =
            |path: &PathBuf| ["target", "dist", ".git", "node_modules"].iter().any(|name| path.ends_with(name));
        let (folders, mut files): (Vec<_>, Vec<_>) =
            entries.filter(|path| !is_made(path)).partition(|path| path.is_dir());
        files.extend(folders.iter().flat_map(|folder| files_of(folder)));
        files
    }

    #[test]
    fn a_table_takes_the_place_of_the_last() {
        let document = "words\n<!-- phone: from here -->\nold\n<!-- phone: to here -->\nmore";
        let expected = "words\n<!-- phone: from here -->\nnew\n<!-- phone: to here -->\nmore";
        assert_eq!(put(document, "phone", "new\n").as_deref(), Some(expected));
        assert_eq!(put(document, "desktop", "new\n"), None);
    }
}
