//! What the script of the page for editors knows: every page that can be embedded, in both languages.

use contract::id;
use data_story::data::{FigureTable, figure_tables};
use data_story::model::{Lang, Story};
use data_story::text::{Embed, Page, Route, Ui, data_block, frame_height, map_credit, pages, source_line};
use serde_json::{Map, Value, json};

/// How long an alternative text may be, in characters: what is longer nobody listens to.
const ALTERNATIVE: usize = 300;

/// As a block of data in the page's head. Addresses are seen from the folder of all pages.
pub fn data(story: &Story) -> String {
    let all = pages(story);
    let tables = Lang::ALL.map(|lang| (lang, figure_tables(story, lang)));
    let originals = all.iter().filter(|page| page.is_embed() && page.lang == Lang::Zh);
    let embeds: Vec<Value> = originals.map(|page| embed(story, &tables, page)).collect();
    data_block(&format!("type=\"application/json\" id=\"{}\"", id::KIT_DATA), &Value::from(embeds).to_string())
}

fn embed(story: &Story, tables: &[(Lang, Vec<FigureTable<'_>>)], page: &Page<'_>) -> Value {
    let mut languages = Map::new();
    for (lang, tables) in tables {
        let page = Page { lang: *lang, ..*page };
        let [title, _] = page.head(story);
        let link = page.readers_address(story).replacen(&story.head().address, "", 1);
        languages.insert(
            lang.tag().to_owned(),
            json!({
                "src": page.path(),
                "link": link,
                "picture": page.picture(story),
                "title": title,
                "alt": alternative(story, tables, &page),
                "credit": credit(story, &page),
            }),
        );
    }
    json!({"id": page.embedded(), "height": frame_height(page), "in": languages})
}

/// What its picture shows, for those who do not see it: of a figure its rows, as far as there is room, else the finding.
fn alternative(story: &Story, tables: &[FigureTable<'_>], page: &Page<'_>) -> String {
    let ui = Ui(page.lang);
    let id = match page.route {
        Route::Embed(Embed::OpeningMap(_, map) | Embed::Map(_, map)) => &map.id,
        Route::Embed(Embed::Figure(_, figure) | Embed::KeyFigure(_, _, figure)) => &figure.id,
        _ => {
            let shown = page.card(story, false).map(|(_, preview)| preview.words(story, page.lang));
            return shown.unwrap_or_default();
        }
    };
    let rows = tables.iter().find(|table| table.id == id).map(|table| &table.rows);
    let row = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    let mut room = ALTERNATIVE;
    let told = rows.into_iter().flatten().map(|one| row(&one.cells)).take_while(|words| {
        let fits = words.chars().count() < room;
        room = room.saturating_sub(words.chars().count() + 1);
        fits
    });
    let told: Vec<String> = told.collect();
    let [title, _] = page.head(story);
    ui.named(&title, &ui.clauses(&told.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Whose it is: the newspaper page, and of a map what must stand by it.
fn credit(story: &Story, page: &Page<'_>) -> String {
    let ui = Ui(page.lang);
    let source = source_line(story, page.lang);
    let map = match page.route {
        Route::Embed(Embed::OpeningMap(..) | Embed::Map(..)) => map_credit(story, page.lang).lines(page.lang).into(),
        _ => Vec::new(),
    };
    let lines: Vec<&str> = source.iter().chain(&map).map(String::as_str).collect();
    ui.sentences(&lines)
}
