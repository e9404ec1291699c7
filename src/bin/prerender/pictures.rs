//! The files of the pictures. Pixels are dear, so what was drawn once and has not changed is kept beside the program.

use std::fs;
use std::path::{Path, PathBuf};

use luoyang_story::layout::Ground;
use luoyang_story::model::{Lang, Story};
use luoyang_story::picture::{Desk, Fonts, Format, Plate, Tokens, gallery, png, svg};
use luoyang_story::text::share_file;
use luoyang_story::view::{Book, plain_prose};
use sha2::{Digest, Sha256};

use crate::site::{escape, put};

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
        let store = Store::new(&fonts);
        gallery(&desk)?.iter().try_for_each(|plate| write_plate(plate, &desk, &store, staging))
    };
    std::thread::scope(|scope| {
        let threads = Lang::ALL.map(|lang| scope.spawn(move || one(lang)));
        let results = threads.map(|thread| thread.join().unwrap_or_else(|_| Err("pictures: a thread ended".into())));
        results.into_iter().collect()
    })
}

fn write_plate(plate: &Plate, desk: &Desk<'_>, store: &Store, staging: &Path) -> Result<(), String> {
    let shapes = svg(&plate.picture, desk.tokens);
    let pixels = store.get(&shapes, plate.times, || png(&plate.picture, desk.fonts, plate.times))?;
    put(staging, &plate.png, &pixels)?;
    plate.svg.as_ref().map_or(Ok(()), |name| put(staging, name, shapes.as_bytes()))
}

/// Pixels by the shapes and the fonts they were made from.
struct Store {
    folder: Option<PathBuf>,
    fonts: String,
}

impl Store {
    /// Beside this very program, so that another program does not take what it would draw otherwise.
    fn new(fonts: &Fonts) -> Self {
        let beside = std::env::current_exe().ok();
        let folder = beside.and_then(|program| Some(program.parent()?.join("prerender-pictures")));
        let folder = folder.filter(|folder| fs::create_dir_all(folder).is_ok());
        Self { folder, fonts: fonts.fingerprint() }
    }

    /// The kept pixels, or those that `draw` makes now.
    fn get(&self, shapes: &str, times: f64, draw: impl Fn() -> Result<Vec<u8>, String>) -> Result<Vec<u8>, String> {
        let key = Sha256::new().chain_update(env!("CARGO_PKG_VERSION")).chain_update(&self.fonts);
        let key = key.chain_update(times.to_le_bytes()).chain_update(shapes).finalize();
        let name: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let path = self.folder.as_ref().map(|folder| folder.join(name));
        if let Some(kept) = path.as_ref().and_then(|path| fs::read(path).ok()) {
            return Ok(kept);
        }
        let drawn = draw()?;
        // Keeping it only saves time, so a full disk is no reason to stop. In one step, because a second build
        // may run beside this one.
        if let Some(path) = path {
            let new = path.with_extension(format!("{}", std::process::id()));
            let _ = fs::write(&new, &drawn).and_then(|()| fs::rename(&new, &path));
        }
        Ok(drawn)
    }
}
