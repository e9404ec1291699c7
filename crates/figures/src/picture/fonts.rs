//! The fonts of this machine: which face draws which character, and how wide it is.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use fontdb::{Database, Family, ID, Query, Weight};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

use super::tokens::Tokens;
use story::model::Lang;

/// The Debian package whose faces the style sheets name.
pub const PACKAGE: &str = "fonts-noto-cjk";

/// Faces that have a box for every character there is.
const BOXES: [&str; 3] = ["LastResort", "Last Resort", "Adobe Blank"];

/// A cut of the type: what a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cut {
    /// The language of the text, which decides the order of the faces.
    pub lang: Lang,
    /// With serifs.
    pub serif: bool,
    /// In bold.
    pub bold: bool,
}

/// A stroke of an outline, in ems with y up, from where the one before ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stroke {
    /// A new contour begins here.
    Move(f32, f32),
    /// A straight line to here.
    Line(f32, f32),
    /// A quadratic curve: control point, end.
    Quad(f32, f32, f32, f32),
    /// A cubic curve: two control points, end.
    Cubic(f32, f32, f32, f32, f32, f32),
    /// The contour closes.
    Close,
}

/// A character as a face draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The face, as an index into the machine's faces that is stable for this run.
    face: ID,
    /// Its number in the face.
    number: GlyphId,
    /// How far the next one stands away, in ems.
    pub advance: f64,
    /// Its outline; empty for white space alone.
    pub outline: Vec<Stroke>,
}

/// What was found once and is not looked for again.
type Known<K, V> = RefCell<HashMap<K, V>>;

/// The fonts.
pub struct Fonts {
    faces: Database,
    stacks: Tokens,
    /// The faces of each cut, from first to last choice; for Han characters and for others.
    orders: Known<(Cut, bool), Rc<Vec<ID>>>,
    glyphs: Known<(Cut, char), Option<Rc<Glyph>>>,
}

impl Fonts {
    /// All that this machine has.
    pub fn of_this_machine(tokens: &Tokens) -> Self {
        let mut faces = Database::new();
        faces.load_system_fonts();
        Self::new(faces, tokens)
    }

    /// These faces and no others.
    pub fn new(faces: Database, tokens: &Tokens) -> Self {
        Self { faces, stacks: tokens.clone(), orders: RefCell::default(), glyphs: RefCell::default() }
    }

    /// What draws a character; none where no face has it.
    pub fn glyph(&self, cut: Cut, character: char) -> Option<Rc<Glyph>> {
        if let Some(known) = self.glyphs.borrow().get(&(cut, character)) {
            return known.clone();
        }
        let order = self.order(cut, is_han(character));
        let found = order.iter().find_map(|id| self.read(*id, cut, character)).map(Rc::new);
        self.glyphs.borrow_mut().insert((cut, character), found.clone());
        found
    }

    /// The glyphs of a text with the distance of each from its beginning, and the width of the whole; what no face
    /// has is left out.
    pub fn line(&self, cut: Cut, size: f64, text: &str) -> (Vec<(Rc<Glyph>, f64)>, f64) {
        let mut at = 0.0;
        let mut line = Vec::new();
        for glyph in text.chars().filter_map(|character| self.glyph(cut, character)) {
            let advance = glyph.advance * size;
            line.push((glyph, at));
            at += advance;
        }
        (line, at)
    }

    /// How wide a text is.
    pub fn width(&self, cut: Cut, size: f64, text: &str) -> f64 {
        self.line(cut, size, text).1
    }

    /// Refuses texts with a character that no face can draw.
    pub fn check<'a>(&self, texts: impl IntoIterator<Item = (Cut, &'a str)>) -> Result<(), String> {
        let pairs = texts.into_iter().flat_map(|(cut, text)| text.chars().map(move |character| (cut, character)));
        let missing: BTreeSet<char> =
            pairs.filter(|(cut, character)| self.glyph(*cut, *character).is_none()).map(|(_, c)| c).collect();
        if missing.is_empty() {
            return Ok(());
        }
        // Han characters first: they are what a machine lacks.
        let named: Vec<&char> = missing.iter().rev().filter(|character| !character.is_whitespace()).collect();
        let some: String = named.iter().copied().take(24).collect();
        let more = if named.len() > 24 { format!(" and {} more", named.len() - 24) } else { String::new() };
        Err(format!(
            "pictures: no font on this machine has the characters {some}{more}; install a Chinese font, \
             on Debian and Ubuntu: apt-get install {PACKAGE}"
        ))
    }

    /// The names of the faces that draw a cut first, and how many there are: pictures made with others are others.
    pub fn fingerprint(&self) -> String {
        let names: BTreeMap<String, u16> =
            self.faces.faces().map(|face| (face.post_script_name.clone(), face.weight.0)).collect();
        names.into_iter().map(|(name, weight)| format!("{name} {weight}\n")).collect()
    }

    /// The faces that are asked for a character, in turn: those that the style sheets name for the language, then those
    /// for the other one, then all there are. Han characters are asked of the Chinese faces first, so that an English
    /// picture shows them in their Chinese form.
    fn order(&self, cut: Cut, han: bool) -> Rc<Vec<ID>> {
        if let Some(known) = self.orders.borrow().get(&(cut, han)) {
            return known.clone();
        }
        let first = if han { Lang::Zh } else { cut.lang };
        let weight = if cut.bold { Weight::BOLD } else { Weight::NORMAL };
        let mut order: Vec<ID> = Vec::new();
        for lang in [first, first.other()] {
            for name in self.stacks.family(lang, cut.serif) {
                let query = Query { families: &[Family::Name(name)], weight, ..Query::default() };
                order.extend(self.faces.query(&query).filter(|id| !order.contains(id)));
            }
        }
        let mut others: Vec<_> = self.faces.faces().filter(|face| !order.contains(&face.id)).collect();
        let serif = |name: &str| name.contains("Serif") || name.contains("Song") || name.contains("Ming");
        let family = |face: &fontdb::FaceInfo| face.families.first().map_or(String::new(), |(name, _)| name.clone());
        others.retain(|face| !BOXES.iter().any(|name| family(face).contains(name)));
        others.sort_by_key(|face| {
            let plain = face.style == fontdb::Style::Normal && face.stretch == fontdb::Stretch::Normal;
            let name = family(face);
            (!plain, face.weight.0.abs_diff(weight.0), serif(&name) != cut.serif, name)
        });
        order.extend(others.iter().map(|face| face.id));
        let order = Rc::new(order);
        self.orders.borrow_mut().insert((cut, han), order.clone());
        order
    }

    /// A character of a face, unless the face has none or one that leaves no ink.
    fn read(&self, id: ID, cut: Cut, character: char) -> Option<Glyph> {
        let read = |data: &[u8], index: u32| {
            let mut face = Face::parse(data, index).ok()?;
            face.set_variation(Tag::from_bytes(b"wght"), if cut.bold { 700.0 } else { 400.0 });
            let number = face.glyph_index(character).filter(|number| number.0 != 0)?;
            let em = f32::from(face.units_per_em());
            let mut outline = Outline { em, strokes: Vec::new() };
            let seen = face.outline_glyph(number, &mut outline).is_some();
            let advance = f64::from(face.glyph_hor_advance(number)?) / f64::from(em);
            (seen || character.is_whitespace()).then_some(Glyph {
                face: id,
                number,
                advance,
                outline: outline.strokes,
            })
        };
        self.faces.with_face_data(id, read).flatten()
    }
}

/// Han characters, and the marks that are full-width in Chinese whatever stands beside them.
fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Collects an outline, in ems.
struct Outline {
    em: f32,
    strokes: Vec<Stroke>,
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.strokes.push(Stroke::Move(x / self.em, y / self.em));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.strokes.push(Stroke::Line(x / self.em, y / self.em));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.strokes.push(Stroke::Quad(x1 / self.em, y1 / self.em, x / self.em, y / self.em));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let em = self.em;
        self.strokes.push(Stroke::Cubic(x1 / em, y1 / em, x2 / em, y2 / em, x / em, y / em));
    }

    fn close(&mut self) {
        self.strokes.push(Stroke::Close);
    }
}
