//! What a static host must be told: types, caching, headers. Said once here, and written in the words of each host.

mod apache;
mod listed;
mod nginx;
mod vercel;

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use luoyang_story::text::is_hashed;
use sha2::{Digest, Sha256};

use crate::assets::sign;
use crate::output::Output;

/// A kind of file that the site holds.
pub struct Kind {
    /// How names of such files end, without the dot.
    pub ending: &'static str,
    /// Its media type.
    pub media: &'static str,
}

const fn kind(ending: &'static str, media: &'static str) -> Kind {
    Kind { ending, media }
}

/// Kinds of text, and WebAssembly, which gains as much: UTF-8, and sent compressed.
pub const TEXTS: [Kind; 10] = [
    kind("html", "text/html"),
    kind("css", "text/css"),
    kind("js", "text/javascript"),
    kind("wasm", "application/wasm"),
    kind("json", "application/json"),
    kind("csv", "text/csv"),
    kind("svg", "image/svg+xml"),
    kind("txt", "text/plain"),
    kind("xml", "application/xml"),
    kind("webmanifest", "application/manifest+json"),
];

/// Kinds that are compressed by nature.
const PACKED: [Kind; 3] = [kind("png", "image/png"), kind("ico", "image/x-icon"), kind("zip", "application/zip")];

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

/// What every answer carries.
///
/// A frame that its host has put in a sandbox has an origin of its own, to which even our own modules, WebAssembly and
/// fonts are another's: hence the access for all. The site is public and knows no cookies.
///
/// A host page that takes only what says so (`Cross-Origin-Embedder-Policy`) may have the script for frames and the pictures.
const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", sign::POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// For files that are named by their hash: they never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For all that keeps its name: a correction is seen after five minutes.
const FOR_NOW: &str = "public, max-age=300";

/// The names of files that are named by their hash ([`is_hashed`]), as a regular expression.
const HASHED: &str = r"-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)";

/// The names of the files written here, which no reader needs.
const OWN_FILES: [&str; 4] = ["_headers", ".htaccess", "nginx.conf", "vercel.json"];

/// The same as a regular expression.
fn own_files() -> String {
    OWN_FILES.map(|name| name.replace('.', "\\.")).join("|")
}

/// Writes the configuration of each usual host into the folder.
pub fn write(output: &Output) -> Result<(), String> {
    let hashed = hashed(&output.folder)?;
    let texts = [listed::headers(&hashed), apache::htaccess(), nginx::location(), vercel::json()];
    OWN_FILES.iter().zip(texts).try_for_each(|(name, text)| output.put_text(name, &text))
}

/// The files of the folder that are named by their hash.
fn hashed(staging: &Path) -> Result<Vec<String>, String> {
    let folder = fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| is_hashed(name)).collect();
    names.sort();
    Ok(names)
}
