//! What a page may load.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What a page may load: its own files and nothing else. No limit to who may frame a page: the story is there to be
/// embedded, and no page of it has anything that a reader could be made to click unawares.
///
/// Scripts and styles that stand in pages are allowed by the hash of their whole text. Nothing that a page says is read as
/// markup or script by its own scripts.
///
/// What a page in a sandbox loads is allowed by the origin of the story's address too: in WebKit of the first half of 2026
/// (WebKit bug 316847) such a page is no 'self' to its own host, and had neither look nor program.
pub fn policy(address: &str, scripts: &[&str], styles: &[&str]) -> String {
    let hashes =
        |texts: &[&str]| -> String { texts.iter().map(|text| format!(" 'sha256-{}'", hash(text))).collect() };
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    let own = format!("'self'{}", origin(address).map_or_else(String::new, |origin| format!(" {origin}")));
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'{scripts}; style-src {own}{styles}; \
         img-src {own} data:; font-src {own}; connect-src {own}; manifest-src 'self'; frame-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
}

/// The origin of an address, if it is one that a policy can name: some signs that a host may have part the words of a policy.
fn origin(address: &str) -> Option<String> {
    let host = address.strip_prefix("https://")?.split('/').next()?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    (!host.is_empty() && host.chars().all(is_plain)).then(|| format!("https://{host}"))
}

/// The SHA-256 of a text in Base64, as policies name it.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_named_without_its_path_and_never_with_words_of_a_policy() {
        for (address, expected) in [
            ("https://news.example/a/b/", Some("https://news.example")),
            ("https://news.example:8443/", Some("https://news.example:8443")),
            ("https://news.example;script-src%20*/", None),
            ("https:///", None),
            ("", None),
        ] {
            assert_eq!(origin(address).as_deref(), expected, "{address}");
        }
    }
}
