//! Pages at the addresses that parts of the story had under former ids (`story.renamed`): each leads on to where its part
//! stands now – by a script, which takes the query and the fragment along, and without one where none runs. Names in those
//! are the business of `web/renamed.js`.

use std::collections::{BTreeMap, BTreeSet};

use data_story::model::Story;
use data_story::text::{Page, escape, pages};

use crate::output::Output;
use crate::sign;

/// Writes them all.
pub fn write(story: &Story, output: &Output) -> Result<(), String> {
    all(story).iter().try_for_each(|(file, page)| output.put_text(file, page))
}

/// Each by its file.
pub fn all(story: &Story) -> BTreeMap<String, String> {
    let now = pages(story);
    let taken: BTreeSet<String> = now.iter().map(Page::path).collect();
    let mut all = BTreeMap::new();
    for (old, id) in &story.head().renamed {
        for page in &now {
            // What an id was before may be what another is now.
            let Some(path) = former(&page.path(), old, id).filter(|path| !taken.contains(path)) else { continue };
            all.insert(format!("{path}index.html"), leading_on(story, *page));
        }
    }
    all
}

/// The path of a page when one of its folders was called otherwise; nothing where none is called so now.
fn former(path: &str, old: &str, id: &str) -> Option<String> {
    let folders = || path.split('/');
    folders().any(|folder| folder == id).then(|| {
        let then: Vec<&str> = folders().map(|folder| if folder == id { old } else { folder }).collect();
        then.join("/")
    })
}

/// A page that leads on to another. Where scripts run, its own does; a refresh beside it would go without the query. Robots
/// need no word: the address that counts is the other's.
fn leading_on(story: &Story, page: Page<'_>) -> String {
    // Both lie as deep.
    let way = escape(&format!("{}{}", page.root(), page.file()));
    let [title, _] = page.head(story);
    let title = escape(&title);
    format!(
        "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\" />\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" /><meta name=\"viewport\" content=\"width=device-width\" />\
         <meta name=\"color-scheme\" content=\"light dark\" />\
         <noscript><meta http-equiv=\"refresh\" content=\"0; url={way}\" /></noscript>\
         <link rel=\"canonical\" href=\"{}\" /><title>{title}</title><p><a href=\"{way}\">{title}</a></p>\
         <script>{}</script></html>\n",
        page.lang.tag(),
        sign::POLICY,
        escape(&page.address(story)),
        sign::MOVED,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_folder_is_renamed_and_no_part_of_one() {
        for (path, then) in [
            ("places/ferry/", Some("places/pier/")),
            ("en/embed/ferry/", Some("en/embed/pier/")),
            ("ferry/", Some("pier/")),
            ("places/ferry-works/", None),
            ("", None),
        ] {
            assert_eq!(former(path, "pier", "ferry").as_deref(), then, "{path}");
        }
    }
}
