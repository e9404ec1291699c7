//! What every picture is made from and with.

use plotters::drawing::IntoDrawingArea;
use plotters::style::RGBColor;

use super::lines::{headline, holds_phrases, lines};
use super::{Cut, DisplayList, Fonts, Ink, Tokens};
use crate::draw::{Brush, SCALE, draw_scene};
use crate::layout::{Anchor, Basemap, Primitive, Role, Scene, SceneGroup, Stroke, Target, TextRun, Type, corners};
use geometry::{Point, Rect};
use story::model::{Colour, Lang, Prose, Story};
use story::text::{Face, Ui, plain_text, text_with_kinds};

/// The story in one language, and what it is drawn with.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The story.
    pub story: &'a Story,
    /// Its land.
    pub basemap: &'a Basemap<'a>,
    /// The language of the pictures.
    pub lang: Lang,
    /// Colours and families.
    pub tokens: &'a Tokens,
    /// The fonts that texts are measured with.
    pub fonts: &'a Fonts,
}

impl RenderContext<'_> {
    /// A text without its links.
    pub fn plain(&self, text: &Prose) -> String {
        plain_text(self.story, text, self.lang)
    }

    /// A title as it is drawn, and in plain words with the kind of each number.
    pub fn titles(&self, text: &Prose) -> [String; 2] {
        [self.plain(text), text_with_kinds(self.story, text, self.lang)]
    }

    /// The page's own wording.
    pub fn ui(&self) -> Ui {
        Ui(self.lang)
    }

    /// Colours and fonts for the drawing functions.
    pub fn brush(&self) -> Brush<'static> {
        Brush {
            palette: self.tokens.palette.clone(),
            serif: "serif",
            sans: "sans-serif",
            scale: SCALE,
            breaks_lines: true,
        }
    }

    /// How wide a line is in this type.
    pub fn width(&self, face: Type, words: &str) -> f64 {
        let cut = Cut { lang: self.lang, serif: face.serif, bold: face.face == Face::Bold };
        self.fonts.width(cut, face.size, words)
    }

    /// A text in lines no wider than `room`.
    pub fn lines(&self, face: Type, words: &str, room: f64) -> Vec<String> {
        lines(words, room, |line| self.width(face, line))
    }

    /// A headline in lines of about the same length, none wider than `room`.
    pub fn headline(&self, face: Type, words: &str, room: f64) -> Vec<String> {
        headline(words, room, |line| self.width(face, line))
    }

    /// Whether a headline of this width need not break inside a phrase.
    pub fn holds_phrases(&self, face: Type, words: &str, room: f64) -> bool {
        holds_phrases(words, room, |line| self.width(face, line))
    }

    /// The colour of the paper.
    pub fn paper(&self) -> Ink {
        let RGBColor(red, green, blue) = self.tokens.palette.colour(Role::Paper);
        Ink { rgb: (red, green, blue), alpha: 1.0 }
    }

    /// Puts the seal and the name of the story on the list, beginning here, and no wider than `room`.
    pub fn put_brand(&self, list: &DisplayList, [left, top]: [f64; 2], side: f64, room: f64) -> Result<(), String> {
        let head = self.story.head();
        let (seal, title) = (head.seal.get(self.lang), self.plain(&head.title));
        let full = Type::serif(side * 0.54);
        let shrink = ((room - side * 1.35) / self.width(full, &title)).min(1.0);
        let face = Type::serif(full.size * shrink);
        let base = top + side / 2.0 + face.size * 0.36;
        let middle = Point::new(left + side / 2.0, top + side / 2.0 + side * 0.27);
        self.put(
            list,
            vec![
                Primitive::Area(corners(Rect::new(left, top, side, side)), Role::Category(Colour::Peony)),
                letters(middle, Anchor::Middle, seal, Type::serif(side * 0.74), Role::OnGiven),
                letters(Point::new(left + side * 1.35, base), Anchor::Start, &title, face, Role::Ink),
            ],
        )
    }

    /// How wide seal and name are.
    pub fn brand_width(&self, side: f64) -> f64 {
        side * 1.35 + self.width(Type::serif(side * 0.54), &self.plain(&self.story.head().title))
    }

    /// Puts lines of text on the list, one below the other; returns where the next thing may begin.
    pub fn put_lines(
        &self,
        list: &DisplayList,
        [left, top]: [f64; 2],
        lines: &[String],
        face: Type,
        role: Role,
        leading: f64,
    ) -> Result<f64, String> {
        let step = face.size * leading;
        let primitive = |(index, words): (usize, &String)| {
            let at = Point::new(left, top + step * index as f64 + step / 2.0 + face.size * 0.36);
            letters(at, Anchor::Start, words, face, role)
        };
        self.put(list, lines.iter().enumerate().map(primitive).collect())?;
        Ok(top + step * lines.len() as f64)
    }

    /// Puts a level line across a part of the list.
    pub fn put_rule(
        &self,
        list: &DisplayList,
        [left, right]: [f64; 2],
        y: f64,
        role: Role,
        width: f64,
    ) -> Result<(), String> {
        self.put(
            list,
            vec![Primitive::Line(vec![Point::new(left, y), Point::new(right, y)], role, width, Stroke::Solid)],
        )
    }

    /// Puts primitives on the list.
    pub fn put(&self, list: &DisplayList, primitives: Vec<Primitive>) -> Result<(), String> {
        let part = SceneGroup { to: Target::Nothing, name: String::new(), primitives };
        let scene = Scene { size: list.size(), parts: vec![part] };
        let area = list.clone().into_drawing_area();
        draw_scene(&area, &scene, &self.brush(), |_| ()).map_err(|fault| fault.to_string())
    }
}

/// A line of text as a primitive.
pub fn letters(at: Point, anchor: Anchor, words: &str, face: Type, role: Role) -> Primitive {
    Primitive::Text(TextRun { at, anchor, words: words.to_owned(), face, role, of: None })
}
