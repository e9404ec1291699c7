//! Names of the files beside the pages.

use crate::model::{ChapterId, FigureId, Lang, PlaceId};

/// The ledger as a table.
pub fn ledger_table(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "facts.zh.csv",
        Lang::En => "facts.en.csv",
    }
}

/// The ledger as one document in both languages.
pub const LEDGER_DOCUMENT: &str = "facts.json";

/// Whose code and data the site carries, and on what terms; beside the pages of a site for readers.
pub const LICENCES: &str = "licences.html";

/// What a figure can be had as: ending of the file, and its name for readers.
pub const FIGURE_FORMS: [(&str, &str); 4] = [("svg", "SVG"), ("png", "PNG"), ("csv", "CSV"), ("json", "JSON")];

/// All files of the figures in one.
pub fn statics_file(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "statics-zh.zip",
        Lang::En => "statics-en.zip",
    }
}

/// A figure for downloading; the ending is `svg`, `png`, `csv` or `json`.
pub fn figure_file(figure: &FigureId, lang: Lang, ending: &str) -> String {
    format!("pictures/figure-{figure}.{}.{ending}", short(lang))
}

/// Width and height in pixels of a picture for sharing, wide and square.
pub const SHARE_SIZES: [[u32; 2]; 2] = [[1200, 630], [1080, 1080]];

/// A chapter for sharing; the wide form is the one that links show.
pub fn share_file(chapter: &ChapterId, lang: Lang, square: bool) -> String {
    let form = if square { "-square" } else { "" };
    format!("pictures/share-{chapter}{form}.{}.png", short(lang))
}

/// Width and height in pixels of a cover: 2.35 to 1, which WeChat asks of the first message of a day, as high as the wide
/// picture for sharing. For those below it WeChat cuts a square, for which there is the square picture.
pub const COVER_SIZE: [u32; 2] = [1480, 630];

/// A chapter as a cover.
pub fn cover_file(chapter: &ChapterId, lang: Lang) -> String {
    format!("pictures/cover-{chapter}.{}.png", short(lang))
}

/// A region or place for sharing, in the wide form alone.
pub fn place_share_file(place: &PlaceId, lang: Lang) -> String {
    format!("pictures/place-{place}.{}.png", short(lang))
}

/// Whether a name says what is in the file, as in `style-0123456789abcdef.css`: style sheets, scripts and programs, which are
/// kept for ever under such a name.
///
/// ```
/// use story::text::is_hashed;
/// assert!(is_hashed("app-0123456789abcdef_bg.wasm") && !is_hashed("host.js") && !is_hashed("index-en.html"));
/// ```
pub fn is_hashed(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let hash = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-').map_or("", |(_, hash)| hash);
    let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    ["css", "js", "wasm"].contains(&ending) && (8..=16).contains(&hash.len()) && hash.chars().all(hex)
}

/// Sides of the icon in pixels: for home screens, for those that take one size alone, and for tabs.
pub const HOME_ICONS: [u32; 2] = [192, 512];
/// See [`HOME_ICONS`].
pub const APPLE_ICON: u32 = 180;
/// See [`HOME_ICONS`].
pub const TAB_ICON: u32 = 32;
/// All of them.
pub const ICON_SIZES: [u32; 4] = [HOME_ICONS[0], HOME_ICONS[1], APPLE_ICON, TAB_ICON];

/// What browsers and link previews ask for at the top of a host without being told.
pub const FAVICON: &str = "favicon.ico";

/// What home screens are told of the story, in the folder of its language.
pub fn manifest_file(lang: Lang) -> String {
    match lang {
        Lang::Zh => "manifest.webmanifest".into(),
        Lang::En => "en/manifest.webmanifest".into(),
    }
}

/// The icon as pixels, with this side.
pub fn icon_file(lang: Lang, side: u32) -> String {
    format!("pictures/icon-{side}.{}.png", short(lang))
}

/// The icon as shapes.
pub fn icon_shapes(lang: Lang) -> String {
    format!("pictures/icon.{}.svg", short(lang))
}

/// The language in the names of files.
fn short(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}
