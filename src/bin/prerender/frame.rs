//! The frame of every page, as Trunk leaves it in its staging folder.

use std::path::Path;

use crate::disk::{put, read};

/// By this Trunk's script for live reload is told from others.
const TRUNKS_SOCKET: &str = ".well-known/trunk/ws";

/// Where the parts of a page go.
pub const HEAD: &str = "<!-- HEAD -->";
/// See [`HEAD`].
pub const PAGE: &str = "<!-- PAGE -->";

/// Where a frame is kept.
const KEPT: &str = ".frame.html";

/// The frame of a page, with its placeholders.
pub struct PageFrame {
    /// The document from its first to its last character.
    pub html: String,
    /// Whether Trunk serves it, and so put its script for live reload into it.
    pub is_served: bool,
}

impl PageFrame {
    /// The frame in Trunk's staging folder, without what Trunk and who edits it are told there, and what Trunk puts in to
    /// reload a page that it serves, which is ours to do.
    pub fn read(staging: &Path) -> Result<Self, String> {
        if let Ok(html) = read(&staging.join(KEPT)) {
            return Ok(Self { html, is_served: true });
        }
        let html = read(&staging.join("index.html"))?;
        // What Trunk is told of the program, which it takes away where it has made that itself.
        let html = without(html, "<link data-trunk", ">")?;
        let is_served = html.contains(TRUNKS_SOCKET);
        let html = if is_served { without(html, "<script", "</script>")? } else { html };
        Ok(Self { html: uncommented(&html)?, is_served })
    }

    /// Keeps the frame beside the pages, for a program that begins anew when Trunk has not.
    pub fn keep(&self, folder: &Path) -> Result<(), String> {
        put(folder, KEPT, self.html.as_bytes())
    }
}

/// The document without every part from one text to another.
fn without(mut html: String, from: &str, to: &str) -> Result<String, String> {
    while let Some(start) = html.find(from) {
        let length = html[start..].find(to).ok_or_else(|| format!("expected {to} after {from} in index.html"))?;
        html.replace_range(start..start + length + to.len(), "");
    }
    Ok(html)
}

/// The document without comments, but for those that the parts of a page replace.
fn uncommented(html: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let (words, after) = comment.split_once("-->").ok_or("expected --> after <!-- in index.html")?;
        let comment = format!("<!--{words}-->");
        out.push_str(before);
        out.push_str(if [HEAD, PAGE].contains(&comment.as_str()) { &comment } else { "" });
        rest = after;
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_goes_and_one_that_does_not_end_is_a_fault() {
        let html = "a<script x>1</script>b<script>2</script>c";
        assert_eq!(without(html.into(), "<script", "</script>"), Ok("abc".into()));
        assert_eq!(without("abc".into(), "<script", "</script>"), Ok("abc".into()));
        assert!(without("a<script>".into(), "<script", "</script>").is_err());
    }

    #[test]
    fn comments_go_but_for_the_places_of_the_parts() {
        let html = format!("a<!-- why -->b{HEAD}c{PAGE}");
        assert_eq!(uncommented(&html), Ok(format!("ab{HEAD}c{PAGE}")));
        assert!(uncommented("a<!-- why").is_err());
    }
}
