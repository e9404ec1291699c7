//! `_headers`, as Netlify and Cloudflare Pages read it.

use super::rules::{FOR_EVER, HEADERS};

/// The file. It holds for a site at the top of its host; below a path, each line with a path needs that path before it.
///
/// Both hosts know our media types, compress by themselves and let all else be asked for anew each time. Hashed files
/// stand by name, because Cloudflare joins the values of all rules that match.
pub fn headers(hashed: &[String]) -> String {
    let all: String = HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let one = |name: &String| format!("/{name}\n  Cache-Control: {FOR_EVER}\n");
    format!("/*\n{all}{}", hashed.iter().map(one).collect::<String>())
}
