//! A display list as SVG. Texts stay texts: they can be searched, read aloud and edited, and a file is a tenth the size of
//! one with outlines. Whoever needs the very glyphs takes the pixels.

use super::display_list::{End, Ink, Item, Words};
use super::{Picture, Tokens};
use crate::layout::tenth;
use geometry::Point;
use story::model::Lang;
use story::text::{escape, han_runs};

/// The file.
pub fn svg(picture: &Picture, tokens: &Tokens) -> String {
    let [width, height] = picture.size.map(tenth);
    let body: String = picture.items.iter().map(|item| element(item, picture.lang, tokens)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" lang=\"{lang}\" xml:lang=\"{lang}\" font-family=\"{family}\" stroke-linejoin=\"round\">\n\
         <title>{title}</title>\n<desc>{description}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\n{body}</svg>\n",
        lang = picture.lang.tag(),
        family = family(picture.lang, false, tokens),
        paper = hex(picture.paper),
        title = escape(&picture.title),
        description = escape(&picture.description),
    )
}

fn element(item: &Item, lang: Lang, tokens: &Tokens) -> String {
    match item {
        Item::Area(points, ink) => {
            format!("<path d=\"{}z\" fill=\"{}\"{}/>\n", path(points), hex(*ink), opacity("fill", *ink))
        }
        Item::Line(points, ink, width) => {
            let (open, end) = match points.split_last() {
                Some((last, rest)) if rest.len() > 1 && rest.first() == Some(last) => (rest, "z"),
                _ => (points.as_slice(), ""),
            };
            format!("<path d=\"{}{end}\" fill=\"none\"{}/>\n", path(open), stroke(*ink, *width))
        }
        Item::Disc(centre, radius, ink) => {
            format!("<circle{} fill=\"{}\"{}/>\n", circle(*centre, *radius), hex(*ink), opacity("fill", *ink))
        }
        Item::Ring(centre, radius, ink, width) => {
            format!("<circle{} fill=\"none\"{}/>\n", circle(*centre, *radius), stroke(*ink, *width))
        }
        Item::Text(words) => text(words, lang, tokens),
    }
}

fn text(words: &Words, lang: Lang, tokens: &Tokens) -> String {
    let anchor = match words.end {
        End::Left => "",
        End::Middle => " text-anchor=\"middle\"",
        End::Right => " text-anchor=\"end\"",
    };
    let serif = if words.serif { format!(" font-family=\"{}\"", family(lang, true, tokens)) } else { String::new() };
    let weight = if words.bold { " font-weight=\"700\"" } else { "" };
    let one = |paint: &str| {
        format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{paint}{anchor}{weight}{serif}>{}</text>\n",
            tenth(words.at.x),
            tenth(words.at.y),
            tenth(words.size),
            runs(words, lang, tokens)
        )
    };
    // A halo is a copy below, which no program reads aloud: many that draw SVG know no `paint-order`, and would put it over
    // the words.
    let halo = words.halo.map_or_else(String::new, |(ink, width)| {
        one(&format!(" fill=\"none\"{} aria-hidden=\"true\"", stroke(ink, width)))
    });
    halo + &one(&format!(" fill=\"{}\"", hex(words.ink)))
}

/// A text's characters; within other languages Han characters are set as Chinese, or a face for Korean would draw them.
fn runs(words: &Words, lang: Lang, tokens: &Tokens) -> String {
    let text = words.words.as_str();
    if lang == Lang::Zh {
        return escape(text);
    }
    let open = format!(
        "<tspan lang=\"{tag}\" xml:lang=\"{tag}\" font-family=\"{family}\">",
        tag = Lang::Zh.tag(),
        family = family(Lang::Zh, words.serif, tokens)
    );
    let run = |(han, run)| {
        let letters = escape(run);
        if han { format!("{open}{letters}</tspan>") } else { letters }
    };
    han_runs(text).map(run).collect()
}

fn path(points: &[Point]) -> String {
    let corners: Vec<String> = points.iter().map(|point| format!("{} {}", tenth(point.x), tenth(point.y))).collect();
    format!("M{}", corners.join("L"))
}

fn circle(centre: Point, radius: f64) -> String {
    format!(" cx=\"{}\" cy=\"{}\" r=\"{}\"", tenth(centre.x), tenth(centre.y), tenth(radius))
}

fn stroke(ink: Ink, width: f64) -> String {
    format!(" stroke=\"{}\"{} stroke-width=\"{}\"", hex(ink), opacity("stroke", ink), tenth(width))
}

fn hex(ink: Ink) -> String {
    let (red, green, blue) = ink.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn opacity(what: &str, ink: Ink) -> String {
    if ink.alpha >= 1.0 { String::new() } else { format!(" {what}-opacity=\"{:.2}\"", ink.alpha) }
}

/// A stack of families within an attribute; whatever is no plain word is quoted, as a machine's fonts have any name.
fn family(lang: Lang, serif: bool, tokens: &Tokens) -> String {
    let is_word = |name: &str| name.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    let quoted = |name: &String| if is_word(name) { name.clone() } else { format!("'{name}'") };
    escape(&tokens.family(lang, serif).iter().map(quoted).collect::<Vec<_>>().join(", "))
}
