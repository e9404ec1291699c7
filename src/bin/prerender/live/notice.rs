//! What the open pages are told: a file beside them that says how each page, the style sheet and the scripts are now, and
//! what is wrong with the data. `web/live.js` reads it.

use std::collections::BTreeMap;
use std::path::Path;

use contract::attribute::{PATH, ROOT, STAMP, STYLE, markup};
use data_story::text::Page;
use serde_json::json;

use crate::disk::put;

/// The file, from the folder of all pages.
pub const FILE: &str = "live.json";
/// The script that reads it.
pub const SCRIPT: &str = "live.js";

/// What is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// The name of the style sheet.
    pub style: String,
    /// Of each page by its path, a stamp of what is in it and of its scripts: one with another has to be loaded anew.
    pub pages: BTreeMap<String, String>,
    /// What is wrong: lines for people.
    pub faults: Vec<String>,
    /// Whether pictures and archives are still being made.
    pub painting: bool,
}

impl Notice {
    /// Writes the file.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        let Self { style, pages, faults, painting } = self;
        let told = json!({"style": style, "pages": pages, "faults": faults, "painting": painting});
        put(folder, FILE, told.to_string().as_bytes())
    }

    /// The page with the script that follows the notice, which is told what the page is.
    pub fn put_into(&self, html: &str, page: &Page<'_>, stamp: &str) -> String {
        let (root, path) = (page.root(), page.path());
        let style = &self.style;
        let script = format!(
            "<script src=\"{root}{SCRIPT}\"{}{}{}{} defer></script></head>",
            markup(ROOT, &root),
            markup(PATH, path),
            markup(STAMP, stamp),
            markup(STYLE, style)
        );
        html.replacen("</head>", &script, 1)
    }
}
