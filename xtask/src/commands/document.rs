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

    #[test]
    fn the_documents_have_room_for_their_tables() {
        for (document, mark) in [("README.md", "loop"), ("docs/growth.md", "measured")] {
            let text = fs::read_to_string(paths::root().join(document)).expect("the document");
            assert!(put(&text, mark, "").is_some(), "{document}: {mark}");
        }
    }

    #[test]
    fn a_table_takes_the_place_of_the_last() {
        let document = "words\n<!-- phone: from here -->\nold\n<!-- phone: to here -->\nmore";
        let expected = "words\n<!-- phone: from here -->\nnew\n<!-- phone: to here -->\nmore";
        assert_eq!(put(document, "phone", "new\n").as_deref(), Some(expected));
        assert_eq!(put(document, "desktop", "new\n"), None);
    }
}
