//! How the story is found and taken along: site map, oEmbed, manifest.

use std::path::Path;

use data_story::layout::Role;
use data_story::model::{Lang, Story};
use data_story::picture::{Format, Tokens};
use data_story::text::{
    FRAME_WIDTH, HOME_ICONS, Page, Route, escape, icon_file, icon_shapes, manifest_file, pages, plain_text, snippet,
};
use serde_json::json;

use crate::icons::OEMBED;
use crate::order::SHEETS;
use crate::output::Output;

/// Writes all of it.
pub fn write(story: &Story, output: &Output) -> Result<(), String> {
    output.put("robots.txt", robots(story).as_bytes())?;
    output.put("sitemap.xml", sitemap(story).as_bytes())?;
    for page in pages(story) {
        output.put(&format!("{}{OEMBED}", page.path()), oembed(story, &page).as_bytes())?;
    }
    let tokens = Tokens::of(Path::new(SHEETS))?;
    Lang::ALL
        .into_iter()
        .try_for_each(|lang| output.put(&manifest_file(lang), manifest(story, &tokens, lang).as_bytes()))
}

/// All may look everywhere; what is not to be found says so itself. Counts at the top of a host only.
fn robots(story: &Story) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", story.head().address)
}

/// Every page that is to be found, with the same in the other language.
fn sitemap(story: &Story) -> String {
    let day = story.head().updated.as_ref().map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
    let alternate = |page: Page<'_>| {
        let address = escape(&page.address(story));
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\"/>", page.lang.tag())
    };
    let found = pages(story).into_iter().filter(|page| !page.is_embed());
    let entries = found.map(|page| {
        let alternates = Lang::ALL.map(|lang| alternate(Page { lang, ..page })).concat();
        format!("<url><loc>{}</loc>{day}{alternates}</url>\n", escape(&page.address(story)))
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        entries.collect::<String>()
    )
}

/// The page as oEmbed 1.0 describes it: a frame with the page itself if it is made for one, else with the story.
fn oembed(story: &Story, page: &Page<'_>) -> String {
    let (head, lang) = (story.head(), page.lang);
    let [title, _] = page.head(story);
    let frame = snippet(story, page);
    let mut document = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": plain_text(story, &head.title, lang),
        "provider_url": page.story().address(story),
        "width": FRAME_WIDTH,
        "height": frame.height,
        "html": frame.html,
        "cache_age": 3600,
    });
    if let Some(publisher) = &head.publisher {
        document["author_name"] = publisher.get(lang).into();
    }
    if let Some((picture, _)) = page.card(story, false) {
        let [width, height] = Format::Wide.size();
        document["thumbnail_url"] = format!("{}{picture}", head.address).into();
        document["thumbnail_width"] = width.into();
        document["thumbnail_height"] = height.into();
    }
    document.to_string() + "\n"
}

/// What a home screen shows of the story.
fn manifest(story: &Story, tokens: &Tokens, lang: Lang) -> String {
    let head = story.head();
    let page = Page { lang, route: Route::Story };
    let root = page.root();
    let paper = tokens.palette.colour(Role::Paper);
    let paper = format!("#{:02x}{:02x}{:02x}", paper.0, paper.1, paper.2);
    let pixels = HOME_ICONS.iter().map(|side| {
        let sizes = format!("{side}x{side}");
        json!({"src": format!("{root}{}", icon_file(lang, *side)), "sizes": sizes, "type": "image/png", "purpose": "any maskable"})
    });
    let shapes = json!({"src": format!("{root}{}", icon_shapes(lang)), "sizes": "any", "type": "image/svg+xml"});
    let document = json!({
        "name": plain_text(story, &head.title, lang),
        "short_name": head.headline.get(lang),
        "description": plain_text(story, &head.summary, lang),
        "lang": lang.tag(),
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": pixels.chain([shapes]).collect::<Vec<_>>(),
    });
    document.to_string() + "\n"
}
