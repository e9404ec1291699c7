//! What stands in a page's head for whoever finds it: icons, manifest, oEmbed.

use data_story::model::Story;
use data_story::text::{APPLE_ICON, Page, TAB_ICON, escape, icon_file, icon_shapes, manifest_file};

/// What oEmbed knows a page by, beside the page.
pub const OEMBED: &str = "oembed.json";

/// What stands in a page's head for it: icons, manifest, oEmbed. `root` leads to the folder of all pages.
pub fn links(story: &Story, page: &Page<'_>, root: &str) -> String {
    let lang = page.lang;
    let (shapes, apple, manifest) = (icon_shapes(lang), icon_file(lang, APPLE_ICON), manifest_file(lang));
    let pixels = icon_file(lang, TAB_ICON);
    // Programs that follow this one want a full address.
    let oembed = escape(&format!("{}{OEMBED}", page.address(story)));
    let title = escape(&page.head(story)[0]);
    format!(
        "<link rel=\"icon\" href=\"{root}{pixels}\" type=\"image/png\" sizes=\"32x32\" />\
         <link rel=\"icon\" href=\"{root}{shapes}\" type=\"image/svg+xml\" />\
         <link rel=\"apple-touch-icon\" href=\"{root}{apple}\" /><link rel=\"manifest\" href=\"{root}{manifest}\" />\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" title=\"{title}\" />"
    )
}
