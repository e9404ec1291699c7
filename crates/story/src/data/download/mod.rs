//! The ledger and every figure as files: what a reader downloads to count with, or to check us.

mod csv;
mod figure;
mod json;
mod package;

use crate::model::{Lang, Story};
use crate::text::{LEDGER_DOCUMENT, ledger_table};
pub(super) use csv::days;
pub use figure::{FigureRow, FigureTable, figure_downloads, figure_tables};
pub(super) use figure::{Table, TableContext, name_of, said, shown};
pub use package::{PACKAGE, package};

/// A file beside the pages.
#[derive(Clone, Debug)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The ledger's files; an error names the one that could not be written.
pub fn downloads(story: &Story) -> Result<Vec<Download>, String> {
    let table = |lang: Lang| {
        let name = ledger_table(lang).to_owned();
        let bytes = csv::table(story, lang).map_err(|error| format!("{name}: {error}"))?;
        Ok::<_, String>(Download { name, bytes })
    };
    let bytes = json::document(story).map_err(|error| format!("{LEDGER_DOCUMENT}: {error}"))?;
    Ok(vec![table(Lang::Zh)?, table(Lang::En)?, Download { name: LEDGER_DOCUMENT.into(), bytes }])
}
