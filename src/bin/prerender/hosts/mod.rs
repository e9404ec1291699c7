//! What a static host must be told: types, caching, headers. Said once here, and written in the words of each host.

mod apache;
mod listed;
mod nginx;
mod policy;
mod rules;
mod vercel;

use std::fs;
use std::path::Path;

use data_story::text::is_hashed;

use crate::output::Output;
pub use policy::policy;
use rules::OWN_FILES;
pub use rules::TEXTS;

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
