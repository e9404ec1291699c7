//! The files of the pictures. Pixels are dear, so what was drawn once and has not changed is kept beside the program.

use std::fs;
use std::path::{Path, PathBuf};

use luoyang_story::layout::Ground;
use luoyang_story::model::{Lang, Story};
use luoyang_story::picture::{Desk, Fonts, Plate, Tokens, gallery, png, svg};
use sha2::{Digest, Sha256};

/// Writes the pictures of both languages, each on a thread of its own.
pub fn write(story: &Story, ground: &Ground<'_>, staging: &Path) -> Result<(), String> {
    let tokens = Tokens::of_the_style_sheets()?;
    let folder = staging.join("pictures");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
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
    let put =
        |name: &str, bytes: &[u8]| fs::write(staging.join(name), bytes).map_err(|error| format!("{name}: {error}"));
    put(&plate.png, &pixels)?;
    plate.svg.as_ref().map_or(Ok(()), |name| put(name, shapes.as_bytes()))
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
