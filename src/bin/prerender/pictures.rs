//! The files of the pictures. Pixels are dear, so what was drawn once and has not changed is kept.

use std::path::Path;

use luoyang_story::layout::Ground;
use luoyang_story::model::{Lang, Story};
use luoyang_story::picture::{Desk, Fonts, Plate, Tokens, gallery, icons, png, svg};

use crate::cores::on_all_cores;
use crate::site::put;
use crate::store::Store;

/// Writes the pictures of both languages at once.
pub fn write(story: &Story, ground: &Ground<'_>, staging: &Path) -> Result<(), String> {
    let tokens = Tokens::of_the_style_sheets()?;
    on_all_cores(&Lang::ALL, |lang| {
        let fonts = Fonts::of_this_machine(&tokens);
        let desk = Desk { story, ground, lang: *lang, tokens: &tokens, fonts: &fonts };
        let store = Kept { store: Store::new("prerender-pictures"), fonts: fonts.fingerprint() };
        let plates = [gallery(&desk)?, icons(&desk)?].concat();
        plates.iter().try_for_each(|plate| write_plate(plate, &desk, &store, staging))
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
