//! A picture as pixels: its SVG file, drawn by resvg, so that the two cannot differ.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree};

use super::display_list::{Item, Words};
use super::fonts::{Cut, Fonts};
use super::{Picture, svg};
use story::model::Lang;

/// The file, so many times larger than the list.
pub fn png(picture: &Picture, fonts: &Fonts, times: f64) -> Result<Vec<u8>, String> {
    let pixels = pixels(picture, fonts, times)?;
    encode(&pixels).map_err(|error| format!("pictures: {}: {error}", picture.title))
}

/// Flat colours pack best unfiltered: to a quarter of what they take otherwise.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels.data())?;
    writer.finish()?;
    Ok(file)
}

/// The pixels; a text with a character that no face has is refused.
pub fn pixels(picture: &Picture, fonts: &Fonts, times: f64) -> Result<Pixmap, String> {
    let texts = picture.items.iter().filter_map(|item| match item {
        Item::Text(words) => Some((cut(words, picture.lang), words.words.as_str())),
        Item::Area(..) | Item::Line(..) | Item::Disc(..) | Item::Ring(..) => None,
    });
    fonts.check(texts)?;
    let fault = |why: String| format!("pictures: {}: {why}", picture.title);
    let tree =
        Tree::from_str(&svg(picture, fonts.tokens()), &options(fonts)).map_err(|error| fault(error.to_string()))?;
    let [width, height] = picture.size.map(|length| (length * times).round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| fault("no size".into()))?;
    resvg::render(&tree, Transform::from_scale(times as f32, times as f32), &mut pixels.as_mut());
    Ok(pixels)
}

/// Texts are set in the faces that they were measured with.
fn options(fonts: &Fonts) -> Options<'_> {
    let faces = fonts.faces();
    let font_resolver = FontResolver {
        select_font: Box::new(move |font, _| faces.first(font)),
        select_fallback: Box::new(move |character, used, _| faces.fallback(character, used)),
    };
    Options { fontdb: faces.database(), font_resolver, ..Options::default() }
}

/// The cut that a text is set in.
pub fn cut(words: &Words, lang: Lang) -> Cut {
    Cut { lang, serif: words.serif, bold: words.bold }
}
