//! What every host must be told, each in its own words.

use crate::sign;

/// A kind of file that the site holds.
pub struct MediaKind {
    /// How names of such files end, without the dot.
    pub ending: &'static str,
    /// Its media type.
    pub media: &'static str,
}

const fn kind(ending: &'static str, media: &'static str) -> MediaKind {
    MediaKind { ending, media }
}

/// Kinds of text, and WebAssembly, which gains as much: UTF-8, and sent compressed.
pub const TEXTS: [MediaKind; 10] = [
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
pub const PACKED: [MediaKind; 3] =
    [kind("png", "image/png"), kind("ico", "image/x-icon"), kind("zip", "application/zip")];

/// What every answer carries.
///
/// A frame that its host has put in a sandbox has an origin of its own, to which even our own modules, WebAssembly and
/// fonts are another's: hence the access for all. The site is public and knows no cookies.
///
/// A host page that takes only what says so (`Cross-Origin-Embedder-Policy`) may have the script for frames and the pictures.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", sign::POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// For files that are named by their hash: they never change.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For all that keeps its name: a correction is seen after five minutes.
pub const FOR_NOW: &str = "public, max-age=300";

/// The names of files that are named by their hash ([`is_hashed`]), as a regular expression.
pub const HASHED: &str = r"-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)";

/// The names of the files written here, which no reader needs.
pub const OWN_FILES: [&str; 4] = ["_headers", ".htaccess", "nginx.conf", "vercel.json"];

/// The same as a regular expression.
pub fn own_files() -> String {
    OWN_FILES.map(|name| name.replace('.', "\\.")).join("|")
}
