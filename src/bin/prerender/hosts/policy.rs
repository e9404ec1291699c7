//! What a page may load.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What a page may load: its own files and nothing else. No limit to who may frame a page: the story is there to be
/// embedded, and no page of it has anything that a reader could be made to click unawares.
///
/// Scripts and styles that stand in pages are allowed by the hash of their whole text. Nothing that a page says is read as
/// markup or script by its own scripts.
pub fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes =
        |texts: &[&str]| -> String { texts.iter().map(|text| format!(" 'sha256-{}'", hash(text))).collect() };
    let (scripts, styles) = (hashes(scripts), hashes(styles));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
}

/// The SHA-256 of a text in Base64, as policies name it.
fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}
