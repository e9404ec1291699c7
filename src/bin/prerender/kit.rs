//! What the script of the page for editors knows: every page that can be embedded, in both languages.

use luoyang_story::model::{Lang, Story};
use luoyang_story::text::{Page, data_block, frame_height, pages};
use serde_json::{Map, Value, json};

/// As a block of data in the page's head. Addresses are seen from the folder of all pages.
pub fn data(story: &Story) -> String {
    let all = pages(story);
    let originals = all.iter().filter(|page| page.is_embed() && page.lang == Lang::Zh);
    let embeds: Vec<Value> = originals.map(|page| embed(story, page)).collect();
    data_block("type=\"application/json\" id=\"kit-data\"", &Value::from(embeds).to_string())
}

fn embed(story: &Story, page: &Page<'_>) -> Value {
    let mut languages = Map::new();
    for lang in Lang::ALL {
        let page = Page { lang, ..*page };
        let [title, summary] = page.head(story);
        let link = page.readers_address(story).replacen(&story.head().address, "", 1);
        languages.insert(
            lang.tag().to_owned(),
            json!({"src": page.path(), "link": link, "picture": page.picture(story), "title": title, "alt": summary}),
        );
    }
    json!({"id": page.embedded(), "height": frame_height(page), "in": languages})
}
