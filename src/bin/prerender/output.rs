//! Where the site is written to.

use std::path::{Path, PathBuf};

use crate::assets::Assets;
use crate::disk::put;
use crate::session::{Session, VERSION};

/// A folder, and what is filled into texts when they are written: names that are known late, so that a page need not be
/// made anew when only they change.
#[derive(Clone)]
pub struct Output {
    /// The folder of all pages.
    pub folder: PathBuf,
    late: Vec<(&'static str, String)>,
}

impl Output {
    /// The output of a session with these assets.
    pub fn new(folder: &Path, assets: &Assets, session: &Session) -> Self {
        let late = assets.signs().into_iter().chain([(VERSION, session.version.clone())]);
        Self { folder: folder.to_path_buf(), late: late.collect() }
    }

    /// A text as it is written.
    pub fn filled(&self, text: &str) -> String {
        self.late.iter().fold(text.to_owned(), |text, (sign, name)| text.replace(sign, name))
    }

    /// Writes a text of the site.
    pub fn put_text(&self, name: &str, text: &str) -> Result<(), String> {
        self.put(name, self.filled(text).as_bytes())
    }

    /// Writes a file of the site, and the folder it is in.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        put(&self.folder, name, bytes)
    }
}
