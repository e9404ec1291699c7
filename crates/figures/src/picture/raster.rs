//! A display list as pixels.

use tiny_skia::{Color, FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke as Pen, Transform};

use super::Picture;
use super::display_list::{End, Ink, Item, Words};
use super::fonts::{Cut, Fonts, Stroke};
use geometry::Point;
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
    encoder.set_filter(png::FilterType::NoFilter);
    encoder.set_compression(png::Compression::Default);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels.data())?;
    writer.finish()?;
    Ok(file)
}

/// The pixels; a text with a character that no face has is refused.
pub fn pixels(picture: &Picture, fonts: &Fonts, times: f64) -> Result<Pixmap, String> {
    let items = &picture.items;
    let texts = items.iter().filter_map(|item| match item {
        Item::Text(words) => Some((cut(words, picture.lang), words.words.as_str())),
        _ => None,
    });
    fonts.check(texts)?;
    let [width, height] = picture.size.map(|length| (length * times).round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| format!("pictures: {}: no size", picture.title))?;
    let (red, green, blue) = picture.paper.rgb;
    pixels.fill(Color::from_rgba8(red, green, blue, 255));
    let transform = Transform::from_scale(times as f32, times as f32);
    for item in items {
        draw(&mut pixels, item, picture.lang, fonts, transform);
    }
    Ok(pixels)
}

/// The cut that a text is set in.
pub fn cut(words: &Words, lang: Lang) -> Cut {
    Cut { lang, serif: words.serif, bold: words.bold }
}

fn draw(pixels: &mut Pixmap, item: &Item, lang: Lang, fonts: &Fonts, transform: Transform) {
    match item {
        Item::Area(points, ink) => fill(pixels, polygon(points, true), *ink, transform),
        Item::Line(points, ink, width) => {
            let closed = points.len() > 2 && points.first() == points.last();
            let open = if closed { &points[..points.len() - 1] } else { points };
            line(pixels, polygon(open, closed), *ink, *width, transform);
        }
        Item::Disc(centre, radius, ink) => fill(pixels, circle(*centre, *radius), *ink, transform),
        Item::Ring(centre, radius, ink, width) => line(pixels, circle(*centre, *radius), *ink, *width, transform),
        Item::Text(words) => {
            let letters = letters(words, lang, fonts);
            if let Some((ink, width)) = words.halo {
                line(pixels, letters.clone(), ink, width, transform);
            }
            fill(pixels, letters, words.ink, transform);
        }
    }
}

fn fill(pixels: &mut Pixmap, path: Option<Path>, ink: Ink, transform: Transform) {
    if let Some(path) = path {
        pixels.fill_path(&path, &paint(ink), FillRule::Winding, transform, None);
    }
}

fn line(pixels: &mut Pixmap, path: Option<Path>, ink: Ink, width: f64, transform: Transform) {
    if let Some(path) = path {
        let pen = Pen { width: width as f32, line_join: LineJoin::Round, ..Pen::default() };
        pixels.stroke_path(&path, &paint(ink), &pen, transform, None);
    }
}

fn paint(ink: Ink) -> Paint<'static> {
    let (red, green, blue) = ink.rgb;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, (ink.alpha * 255.0).round() as u8);
    paint
}

fn polygon(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.x as f32, first.y as f32);
    rest.iter().for_each(|point| path.line_to(point.x as f32, point.y as f32));
    if closed {
        path.close();
    }
    path.finish()
}

fn circle(centre: Point, radius: f64) -> Option<Path> {
    PathBuilder::from_circle(centre.x as f32, centre.y as f32, radius as f32)
}

/// The outlines of a text's letters.
fn letters(words: &Words, lang: Lang, fonts: &Fonts) -> Option<Path> {
    let (glyphs, width) = fonts.line(cut(words, lang), words.size, &words.words);
    let left = match words.end {
        End::Left => words.at.x,
        End::Middle => words.at.x - width / 2.0,
        End::Right => words.at.x - width,
    };
    let mut path = PathBuilder::new();
    for (glyph, along) in &glyphs {
        let x = |x: f32| (left + along) as f32 + x * words.size as f32;
        let y = |y: f32| words.at.y as f32 - y * words.size as f32;
        for stroke in &glyph.outline {
            match *stroke {
                Stroke::Move(a, b) => path.move_to(x(a), y(b)),
                Stroke::Line(a, b) => path.line_to(x(a), y(b)),
                Stroke::Quad(a, b, c, d) => path.quad_to(x(a), y(b), x(c), y(d)),
                Stroke::Cubic(a, b, c, d, e, f) => path.cubic_to(x(a), y(b), x(c), y(d), x(e), y(f)),
                Stroke::Close => path.close(),
            }
        }
    }
    path.finish()
}
