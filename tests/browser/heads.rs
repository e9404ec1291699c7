//! What stands in the heads of the built pages, for search engines and for those who pass a link on: held against the
//! list of pages, the story and each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use data_story::data::check_dir;
use data_story::model::{Lang, Story};
use data_story::text::{Embed, Page, Route, pages};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::site_files::site_paths;
use crate::some::some;
use crate::support;

/// Each story with the site that was built from it.
fn sites() -> [(Story, PathBuf); 2] {
    [("data", "SITE_DIR"), ("examples/second-story", "SECOND_SITE_DIR")]
        .map(|(data, site)| (check_dir(Path::new(data)).unwrap(), support::path(site)))
}

/// Holds a claim against every page: the story, the page and what stands in its file.
fn on_every_page(claim: impl Fn(&Story, &Page, &Path, &str)) {
    for (story, site) in &sites() {
        for page in pages(story) {
            let html =
                fs::read_to_string(site.join(page.file())).unwrap_or_else(|error| panic!("{}: {error}", page.file()));
            claim(story, &page, site, &html);
        }
    }
}

/// The tags with this beginning.
fn tags<'a>(html: &'a str, beginning: &str) -> Vec<&'a str> {
    let head = html.split("<body").next().unwrap();
    head.match_indices(beginning).map(|(at, _)| head[at..].split('>').next().unwrap()).collect()
}

/// The value of an attribute, as it is meant.
fn value(tag: &str, name: &str) -> String {
    let (_, rest) = tag.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {tag}"));
    let text = rest.split('"').next().unwrap();
    text.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&")
}

fn content(html: &str, name: &str) -> String {
    let tags = tags(html, "<meta ");
    let tag = tags.iter().find(|tag| tag.contains(&format!("=\"{name}\""))).unwrap_or_else(|| panic!("no {name}"));
    value(tag, "content")
}

fn linked_data(html: &str) -> Option<Value> {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">")?;
    Some(serde_json::from_str(rest.split("</script>").next().unwrap()).expect("JSON"))
}

#[test]
fn the_site_has_the_pages_of_the_list_and_no_other() {
    // What stands at a former address only leads on.
    let is_page = |path: &PathBuf| !fs::read_to_string(path).unwrap().contains("http-equiv=\"refresh\"");
    let count = |site: &Path| {
        site_paths(site).iter().filter(|(path, file)| path.ends_with("index.html") && is_page(file)).count()
    };
    for (story, site) in &sites() {
        // And the page for editors in each language.
        assert_eq!(count(site), pages(story).len() + Lang::ALL.len(), "{}", site.display());
    }
}

#[test]
fn every_page_has_an_address_of_its_own_and_a_frame_knows_where_the_story_shows_the_same() {
    on_every_page(|story, page, _, html| {
        let found: Vec<String> = tags(html, "<link rel=\"canonical\"").iter().map(|tag| value(tag, "href")).collect();
        let root = &story.head().address;
        // Without a fragment, which programs that read addresses leave out: all figures would be one page to them.
        let expected = format!("{root}{}", page.path());
        assert_eq!(found, std::slice::from_ref(&expected), "{}", page.path());
        assert_eq!(content(html, "og:url"), expected, "{}", page.path());
        assert_eq!(html.contains("content=\"noindex\""), page.is_embed(), "{}", page.path());
        let lang = if page.lang == Lang::En { "en/" } else { "" };
        let anchor = page.anchor().map_or_else(String::new, |anchor| format!("#{anchor}"));
        let [root_tag] = tags(html, "<html ")[..] else { panic!("one root: {}", page.path()) };
        match page.is_embed() {
            true => assert_eq!(value(root_tag, "data-story"), format!("{root}{lang}{anchor}"), "{}", page.path()),
            false => assert!(!root_tag.contains("data-story"), "{}", page.path()),
        }
    });
}

#[test]
fn each_page_names_itself_and_the_other_language_and_both_name_the_same_addresses() {
    for (story, site) in &sites() {
        let mut named: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for page in pages(story).into_iter().filter(|page| !page.is_embed()) {
            let html = fs::read_to_string(site.join(page.file())).unwrap();
            let links = tags(&html, "<link rel=\"alternate\" hreflang");
            let links: BTreeMap<_, _> =
                links.iter().map(|tag| (value(tag, "hreflang"), value(tag, "href"))).collect();
            assert_eq!(links.keys().collect::<Vec<_>>(), ["en", "x-default", "zh-Hans"], "{}", page.path());
            assert_eq!(links[page.lang.tag()], page.address(story));
            assert_eq!(links["x-default"], links["zh-Hans"]);
            named.insert(page.address(story), links);
        }
        for links in named.values() {
            links.values().for_each(|address| assert_eq!(&named[address], links));
        }
    }
}

#[test]
fn a_link_to_a_part_previews_that_part() {
    on_every_page(|story, page, site, html| {
        let [title, summary] = page.head(story);
        let shown = html.split_once("<title>").unwrap().1.split("</title>").next().unwrap();
        assert!(shown.replace("&amp;", "&").starts_with(&title), "{}: {shown}", page.path());
        assert!(content(html, "og:title").starts_with(&title), "{}", page.path());
        assert_eq!(content(html, "og:description"), summary, "{}", page.path());
        assert_eq!(content(html, "description"), summary, "{}", page.path());
        let picture = content(html, "og:image");
        let file = picture.strip_prefix(story.head().address.as_str()).expect("a full address");
        assert!(site.join(file).is_file(), "{picture}");
        if let Some(chapter) = page.chapter() {
            assert!(file.contains(&format!("share-{}.", chapter.id)), "{}: {picture}", page.path());
        }
    });
}

#[test]
fn programs_are_told_what_the_page_says_and_which_files_hold_the_data() {
    on_every_page(|story, page, site, html| {
        let Some(data) = linked_data(html) else { return assert!(page.is_embed(), "{}", page.path()) };
        assert!(!page.is_embed(), "{}", page.path());
        let [article, dataset] = [0, 1].map(|index| &data["@graph"][index]);
        assert_eq!([&article["@type"], &dataset["@type"]], ["NewsArticle", "Dataset"]);
        let [title, summary] = page.head(story);
        assert_eq!(article["headline"], title.as_str());
        assert_eq!(article["description"], summary.as_str());
        assert_eq!(article["url"], page.address(story).as_str());
        assert_eq!(article["inLanguage"], page.lang.tag());
        assert_eq!(article["dateModified"].as_str(), story.head().updated.map(|day| day.to_string()).as_deref());
        let publisher = story.head().publisher.as_ref().map(|name| name.get(page.lang));
        assert_eq!(article["publisher"]["name"].as_str(), publisher);
        assert_eq!(article["author"]["name"].as_str(), publisher);
        assert_eq!(article["datePublished"].as_str(), story.head().published.map(|day| day.to_string()).as_deref());
        let images = article["image"].as_array().unwrap();
        // A place has the wide form alone.
        let place = if let Route::Place(subject) = page.route { Some(subject.name().get(page.lang)) } else { None };
        assert_eq!(images.len(), if place.is_some() { 1 } else { 2 }, "wide and square: {images:?}");
        assert_eq!(article["about"]["name"].as_str(), place, "{}", page.path());
        for image in images {
            let file = image.as_str().unwrap().strip_prefix(story.head().address.as_str()).expect("a full address");
            assert!(site.join(file).is_file(), "{file}");
        }
        let is_part = !matches!(page.route, Route::Story);
        let whole = is_part.then(|| page.story().address(story));
        assert_eq!(article["isPartOf"]["@id"].as_str(), whole.as_deref());
        assert_eq!(article["isPartOf"]["headline"].is_string(), is_part);
        let length = dataset["description"].as_str().unwrap().chars().count();
        assert!((50..=5000).contains(&length), "{}: {length} characters", page.path());
        assert_eq!(dataset["url"], page.ledger().address(story).as_str());
        // Its own page says the rest.
        if !matches!(page.route, Route::Ledger) {
            return assert_eq!(dataset["distribution"], Value::Null, "{}", page.path());
        }
        assert_eq!(dataset["version"], story.version.as_str());
        assert_eq!(dataset["creator"]["name"].as_str(), publisher);
        assert_eq!(dataset["license"].as_str(), story.head().terms.as_ref().map(|terms| terms.url.as_str()));
        for key in ["keywords", "variableMeasured", "spatialCoverage"] {
            assert!(dataset[key].as_array().is_some_and(|list| !list.is_empty()), "{}: {key}", page.path());
        }
        let span = dataset["temporalCoverage"].as_str().expect("days of both stories");
        let days: Vec<&str> = span.split('/').collect();
        assert!(days.iter().all(|day| day.len() == 10) && days.is_sorted(), "{span}");
        for file in some("files of the data", dataset["distribution"].as_array().unwrap()) {
            let address = file["contentUrl"].as_str().unwrap();
            let file = address.strip_prefix(story.head().address.as_str()).expect("a full address");
            assert!(site.join(file).is_file(), "{address}");
        }
    });
}

/// What stands between each pair of these tags.
fn between<'a>(html: &'a str, tag: &str) -> Vec<(&'a str, &'a str)> {
    let [open, close] = [format!("<{tag}"), format!("</{tag}>")];
    let parts = html.split(&open).skip(1).map(|rest| {
        let (attributes, rest) = rest.split_once('>').unwrap();
        (attributes, rest.split_once(&close).unwrap().0)
    });
    parts.collect()
}

#[test]
fn a_page_loads_from_beside_it_and_a_chart_in_a_frame_no_program() {
    on_every_page(|_, page, site, html| {
        let scripts = between(html, "script").into_iter().map(|(tag, _)| tag).filter(|tag| !tag.contains("ld+json"));
        let loaded: Vec<String> = scripts.filter(|tag| tag.contains(" src=")).map(|tag| value(tag, "src")).collect();
        let sheets: Vec<String> =
            html.match_indices("<link rel=\"stylesheet\"").map(|(at, _)| value(&html[at..], "href")).collect();
        // Without scripts a page that answers marks what its cards are about, and one with steps lets its map follow them.
        let expected = match page.route {
            Route::Story | Route::Chapter(_) | Route::Embed(Embed::Chapter(_)) => 3,
            _ if page.answers() => 2,
            _ => 1,
        };
        // Styles that no other sort of page needs.
        let own = usize::from(!matches!(page.route, Route::Story | Route::Chapter(_)));
        assert_eq!(sheets.len(), expected + own, "{}", page.path());
        for file in loaded.iter().chain(&sheets) {
            let file = file.strip_prefix(&page.root()).unwrap_or_else(|| panic!("{file} in {}", page.path()));
            assert!(site.join(file).is_file(), "{file} of {}", page.path());
        }
        let has = |stem: &str| loaded.iter().any(|file| file.contains(stem));
        assert_eq!([has("embed-"), has("boot-")], [page.is_embed(), page.answers()], "{}", page.path());
        assert!(!html.contains(".wasm"), "{}: the loader asks for it", page.path());
        let name = page.embedded().map(|name| format!("data-embed=\"{name}\""));
        assert_eq!(html.contains("data-embed="), name.is_some(), "{}", page.path());
        assert!(name.is_none_or(|name| html.contains(&name)), "{}", page.path());
    });
}

#[test]
fn nothing_stands_before_the_first_paint_of_a_page_that_opens_with_words() {
    on_every_page(|_, page, _, html| {
        let head = html.split("<body").next().unwrap();
        let waits =
            |tag: &&str| tag.contains(" src=") && ![" defer", " async"].iter().any(|later| tag.contains(later));
        let waiting: Vec<&str> = between(html, "script").into_iter().map(|(tag, _)| tag).filter(waits).collect();
        assert!(waiting.is_empty(), "{}: {waiting:?}", page.path());
        assert!(!head.contains("preload"), "{}", page.path());
        assert_eq!(head.contains("<link rel=\"stylesheet\""), !page.has_lead(), "{}", page.path());
        if page.has_lead() {
            let [sheet, words, drawing] = ["<link rel=\"stylesheet\"", "<h", "<path id="].map(|one| html.find(one));
            assert!(
                head.contains("<style>") && words < sheet && sheet < drawing.or(Some(usize::MAX)),
                "{}",
                page.path()
            );
        }
    });
}

#[test]
fn what_stands_in_a_page_is_allowed_by_its_hash() {
    on_every_page(|_, page, _, html| {
        let policy = content(html, "Content-Security-Policy");
        let scripts =
            between(html, "script").into_iter().filter(|(tag, _)| !tag.contains("ld+json") && !tag.contains(" src="));
        let inline: Vec<&str> = scripts.chain(between(html, "style")).map(|(_, text)| text).collect();
        assert!(!inline.is_empty(), "{}", page.path());
        for text in inline {
            let hash = STANDARD.encode(Sha256::digest(text));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{}: {text}", page.path());
        }
        let attributes = html.split('<').filter(|tag| !tag.starts_with('/') && tag.contains(" style=\"")).count();
        assert_eq!(attributes, 0, "{}: no hash allows the style of an element", page.path());
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        assert!(policy.ends_with("; require-trusted-types-for 'script'"), "{policy}");
    });
}
