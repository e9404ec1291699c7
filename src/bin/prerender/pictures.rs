//! The files of the pictures. Pixels are dear, so what was drawn once and has not changed is kept.

use std::path::Path;

use luoyang_story::layout::Ground;
use luoyang_story::model::{Lang, Story};
use luoyang_story::picture::{Desk, Fonts, Format, Plate, Tokens, gallery, png, svg};
use luoyang_story::text::share_file;
use luoyang_story::view::{Book, plain_prose};

use crate::site::{escape, put};
use crate::store::Store;

/// What a link to the page shows elsewhere: title, summary and the picture of the chapter that opens the story.
/// `root` leads from the page to the folder of all pages.
pub fn card(book: Book, root: &str) -> String {
    let head = book.story.head();
    let first = book.story.chapters.chapters.iter().find_map(|chapter| Some((chapter, chapter.told.as_ref()?)));
    let (title, summary) = (plain_prose(book, &head.title), plain_prose(book, &head.summary));
    let locale = match book.lang {
        Lang::Zh => "zh_CN",
        Lang::En => "en_GB",
    };
    let mut tags = vec![
        ("property", "og:type", "article".to_owned()),
        ("property", "og:title", title),
        ("property", "og:description", summary),
        ("property", "og:locale", locale.to_owned()),
    ];
    if let Some((chapter, told)) = first {
        let [width, height] = Format::Wide.size();
        tags.extend([
            ("property", "og:image", format!("{root}{}", share_file(&chapter.id, book.lang, false))),
            ("property", "og:image:type", "image/png".to_owned()),
            ("property", "og:image:width", width.to_string()),
            ("property", "og:image:height", height.to_string()),
            ("property", "og:image:alt", plain_prose(book, &told.title)),
            ("name", "twitter:card", "summary_large_image".to_owned()),
        ]);
    }
    let tag = |(key, name, value): (&str, &str, String)| {
        format!("<meta {key}=\"{name}\" content=\"{}\" />", escape(&value))
    };
    tags.into_iter().map(tag).collect()
}

/// Writes the pictures of both languages, each on a thread of its own.
pub fn write(story: &Story, ground: &Ground<'_>, staging: &Path) -> Result<(), String> {
    let tokens = Tokens::of_the_style_sheets()?;
    let one = |lang| {
        let fonts = Fonts::of_this_machine(&tokens);
        let desk = Desk { story, ground, lang, tokens: &tokens, fonts: &fonts };
        let store = Kept { store: Store::new("prerender-pictures"), fonts: fonts.fingerprint() };
        gallery(&desk)?.iter().try_for_each(|plate| write_plate(plate, &desk, &store, staging))
    };
    std::thread::scope(|scope| {
        let threads = Lang::ALL.map(|lang| scope.spawn(move || one(lang)));
        let results = threads.map(|thread| thread.join().unwrap_or_else(|_| Err("pictures: a thread ended".into())));
        results.into_iter().collect()
    })
}

/// Pixels by the shapes and the fonts they were made from.
struct Kept {
    store: Store,
    fonts: String,
}

fn write_plate(plate: &Plate, desk: &Desk<'_>, kept: &Kept, staging: &Path) -> Result<(), String> {
    let shapes = svg(&plate.picture, desk.tokens);
    let made_from = [kept.fonts.as_bytes(), &plate.times.to_le_bytes(), shapes.as_bytes()];
    let pixels = kept.store.get(&made_from, || png(&plate.picture, desk.fonts, plate.times))?;
    put(staging, &plate.png, &pixels)?;
    plate.svg.as_ref().map_or(Ok(()), |name| put(staging, name, shapes.as_bytes()))
}
