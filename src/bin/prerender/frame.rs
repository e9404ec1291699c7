//! The frame of every page, as Trunk leaves it in its staging folder.

use std::path::Path;

use crate::disk::{put, read};

/// By this Trunk's script for live reload is told from others.
const TRUNKS_SOCKET: &str = ".well-known/trunk/ws";

/// Where a frame is kept.
const KEPT: &str = ".frame.html";

/// The frame of a page, with its placeholders.
pub struct Frame {
    /// The document from its first to its last character.
    pub html: String,
    /// Whether Trunk serves it, and so put its script for live reload into it.
    pub is_served: bool,
}

impl Frame {
    /// The frame in Trunk's staging folder, without the scripts and links that Trunk puts in: the loader is a file of its
    /// own, so that a page works under a content policy without inline scripts, and live reload is ours.
    pub fn read(staging: &Path) -> Result<Self, String> {
        if let Ok(html) = read(&staging.join(KEPT)) {
            return Ok(Self { html, is_served: true });
        }
        let html = read(&staging.join("index.html"))?;
        let (html, initialiser) = without(&html, "<script type=\"module\"", "</script>")?;
        if initialiser == 0 {
            return Err("expected Trunk's initialiser in index.html".into());
        }
        // What Trunk is told of the program, which it takes away where it has made that itself.
        let (html, _) = without(&html, "<link data-trunk", ">")?;
        let (html, _) = without(&html, "<link rel=\"modulepreload\"", ">")?;
        let (html, _) = without(&html, "<link rel=\"preload\"", ">")?;
        let is_served = html.contains(TRUNKS_SOCKET);
        let (html, _) = if is_served { without(&html, "<script", "</script>")? } else { (html, 0) };
        Ok(Self { html, is_served })
    }

    /// Keeps the frame beside the pages, for a program that begins anew when Trunk has not.
    pub fn keep(&self, folder: &Path) -> Result<(), String> {
        put(folder, KEPT, self.html.as_bytes())
    }
}

/// The document without every part from one text to another, and how many there were.
fn without(html: &str, from: &str, to: &str) -> Result<(String, usize), String> {
    let (mut rest, mut count) = (html.to_owned(), 0);
    while let Some(start) = rest.find(from) {
        let length = rest[start..].find(to).ok_or_else(|| format!("expected {to} after {from} in index.html"))?;
        rest.replace_range(start..start + length + to.len(), "");
        count += 1;
    }
    Ok((rest, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_goes_and_one_that_does_not_end_is_a_fault() {
        let html = "a<script x>1</script>b<script>2</script>c";
        assert_eq!(without(html, "<script", "</script>"), Ok(("abc".into(), 2)));
        assert_eq!(without("abc", "<script", "</script>"), Ok(("abc".into(), 0)));
        assert!(without("a<script>", "<script", "</script>").is_err());
    }
}
