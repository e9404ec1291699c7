//! The files of the pictures. Pixels are dear, so what was drawn once and has not changed is kept.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use data_story::model::{Lang, stamp_of};
use data_story::picture::{Depicted, Fonts, RenderContext, Tokens, depicted, png, svg};
use data_story::text::{FAVICON, TAB_ICON, icon_file};

use crate::cache::Cache;
use crate::drawn::Drawn;
use crate::order::SHEETS;
use crate::output::Output;
use crate::parallel::on_all_cores;
use crate::session::Session;

/// Writes the pictures of both languages, on all cores.
pub fn write(session: &Session, output: &Output) -> Result<(), String> {
    let tokens = Tokens::of(Path::new(SHEETS))?;
    let begin = || Artist::new(tokens.clone());
    on_all_cores(&all(session), begin, |artist, (lang, subject)| {
        let drawn = artist.draw(session, *lang, subject)?;
        artist.put(&drawn, output)
    })
}

/// Writes the icon that nobody is told of: the pixels of the original's, in the container that old browsers know.
pub fn write_favicon(output: &Output) -> Result<(), String> {
    let [original, _] = Lang::ALL;
    let name = icon_file(original, TAB_ICON);
    let pixels = fs::read(output.folder.join(&name)).map_err(|error| format!("{name}: {error}"))?;
    output.put(FAVICON, &favicon(TAB_ICON, &pixels)?)
}

/// One PNG in an ICO file: a directory of six bytes, an entry of sixteen, the picture.
fn favicon(side: u32, png: &[u8]) -> Result<Vec<u8>, String> {
    const OFFSET: u32 = 22;
    let fault = |error: std::num::TryFromIntError| format!("{FAVICON}: {error}");
    let (side, length) = (u8::try_from(side).map_err(fault)?, u32::try_from(png.len()).map_err(fault)?);
    // Kind 1, one entry; then no palette, one plane, 32 bits a pixel.
    let mut ico = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    ico.extend(length.to_le_bytes().into_iter().chain(OFFSET.to_le_bytes()));
    ico.extend(png);
    Ok(ico)
}

/// What is to be drawn, in which languages.
pub fn all(session: &Session) -> Vec<(Lang, Depicted<'static>)> {
    let all = depicted(session.story);
    all.iter().flat_map(|subject| Lang::ALL.map(|lang| (lang, *subject))).collect()
}

/// Who draws: colours and fonts, which no two threads can share, and what was drawn before.
pub struct Artist {
    stamp: u64,
    fonts: Fonts,
    names: String,
    cache: Cache,
}

impl Artist {
    /// Looks for the fonts of this machine, which takes a moment.
    pub fn new(tokens: Tokens) -> Self {
        let fonts = Fonts::of_this_machine(&tokens);
        Self { stamp: stamp_of(&tokens), names: fonts.fingerprint(), cache: Cache::new("prerender-pictures"), fonts }
    }

    /// Takes other colours and families.
    pub fn with(self, tokens: Tokens) -> Self {
        if stamp_of(&tokens) == self.stamp { self } else { Self::new(tokens) }
    }

    /// The picture as the session has it now.
    pub fn draw(&self, session: &Session, lang: Lang, subject: &Depicted<'static>) -> Result<Arc<Drawn>, String> {
        session.drawing((subject.name(lang), self.stamp), || {
            let (story, basemap) = (session.story, session.basemap);
            let tokens = self.fonts.tokens();
            let context = RenderContext { story, basemap, lang, tokens, fonts: &self.fonts };
            let plate = subject.plate(&context)?;
            Ok(Arc::new(Drawn { shapes: svg(&plate.picture, tokens), plate }))
        })
    }

    /// Writes the picture's files.
    pub fn put(&self, Drawn { plate, shapes }: &Drawn, output: &Output) -> Result<(), String> {
        let made_from = [self.names.as_bytes(), &plate.times.to_le_bytes(), shapes.as_bytes()];
        let pixels = self.cache.get(&made_from, || png(&plate.picture, &self.fonts, plate.times))?;
        output.put(&plate.png, &pixels)?;
        plate.svg.as_ref().map_or(Ok(()), |name| output.put(name, shapes.as_bytes()))
    }
}
