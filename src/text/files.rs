//! Names of the files beside the pages.

use crate::model::Lang;

/// The way from a page to the folder that holds all pages and files.
pub fn root(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "./",
        Lang::En => "../",
    }
}

/// The ledger as a table.
pub fn ledger_table(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "facts.zh.csv",
        Lang::En => "facts.en.csv",
    }
}

/// The ledger as one document in both languages.
pub const LEDGER_DOCUMENT: &str = "facts.json";
