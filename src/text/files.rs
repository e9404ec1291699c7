//! Names of the files beside the pages.

use crate::model::{ChapterId, FigureId, Lang};

/// The ledger as a table.
pub fn ledger_table(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "facts.zh.csv",
        Lang::En => "facts.en.csv",
    }
}

/// The ledger as one document in both languages.
pub const LEDGER_DOCUMENT: &str = "facts.json";

/// A figure for downloading; the ending is `svg` or `png`.
pub fn figure_file(figure: &FigureId, lang: Lang, ending: &str) -> String {
    format!("pictures/figure-{figure}.{}.{ending}", short(lang))
}

/// A chapter for sharing; the wide form is the one that links show.
pub fn share_file(chapter: &ChapterId, lang: Lang, square: bool) -> String {
    let form = if square { "-square" } else { "" };
    format!("pictures/share-{chapter}{form}.{}.png", short(lang))
}

/// The language in the names of files.
fn short(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}
