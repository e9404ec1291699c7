//! The fonts of this machine: which face draws which character, and how wide it is.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, Family, ID, Query, Stretch, Style, Weight};
use resvg::usvg::{self, FontFamily};
use skrifa::instance::Size;
use skrifa::{FontRef, MetadataProvider};

use super::tokens::Tokens;
use story::model::Lang;
use story::text::is_han;

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

/// A character as a face draws it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The face, which is the same for this run.
    pub face: ID,
    /// Its number in the face.
    pub number: u32,
    /// How far the next one stands away, in ems.
    pub advance: f64,
}

/// The faces of a machine, with those of each cut from first to last choice.
pub struct Faces {
    database: Arc<Database>,
    /// As an SVG names them.
    stacks: Tokens,
    orders: HashMap<Cut, Vec<ID>>,
}

/// The fonts.
pub struct Fonts {
    faces: Faces,
    /// What was found once and is not looked for again.
    glyphs: RefCell<HashMap<(Cut, char), Option<Glyph>>>,
}

impl Faces {
    fn new(database: Database, tokens: &Tokens) -> Self {
        let orders = cuts().map(|cut| (cut, order(&database, tokens, cut))).collect();
        let mut faces = Self { database: Arc::new(database), stacks: tokens.clone(), orders };
        faces.stacks = tokens.clone().led_by(|lang, serif| faces.leader(lang, serif));
        faces
    }

    /// The family that a text of this language is measured with. Converters such as CairoSVG take the first name of a stack
    /// and no other, so it is a face that has the language's characters even where the first of the order has not.
    fn leader(&self, lang: Lang, serif: bool) -> Option<String> {
        let cut = Cut { lang, serif, bold: false };
        let letter = match lang {
            Lang::Zh => '的',
            Lang::En => 'a',
        };
        let face = self.order(cut).iter().find(|id| self.read(**id, cut, letter).is_some())?;
        let (name, _) = self.database.face(*face)?.families.first()?;
        Some(name.clone())
    }

    /// All of them.
    pub fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }

    /// The face that sets what an SVG asks for by families and weight.
    pub fn first(&self, font: &usvg::Font) -> Option<ID> {
        let names: Vec<&str> = font.families().iter().map(name).collect();
        let bold = font.weight() >= 600;
        let cut = cuts().find(|cut| cut.bold == bold && self.stacks.family(cut.lang, cut.serif) == names)?;
        self.order(cut).first().copied()
    }

    /// The face for a character that the faces used so far do not have, of which the first is that of the text.
    pub fn fallback(&self, character: char, used: &[ID]) -> Option<ID> {
        let cut = cuts().find(|cut| self.order(*cut).first() == used.first())?;
        let mut rest = self.order(cut).iter().copied().filter(|id| !used.contains(id));
        rest.find(|id| self.read(*id, cut, character).is_some())
    }

    fn order(&self, cut: Cut) -> &[ID] {
        self.orders.get(&cut).map_or(&[], Vec::as_slice)
    }

    /// A character of a face, unless the face has none or one that leaves no ink.
    fn read(&self, face: ID, cut: Cut, character: char) -> Option<Glyph> {
        let read = |data: &[u8], index: u32| {
            let font = FontRef::from_index(data, index).ok()?;
            let number = font.charmap().map(character).filter(|number| number.to_u32() != 0)?;
            let location = font.axes().location([("wght", if cut.bold { 700.0 } else { 400.0 })]);
            let metrics = font.glyph_metrics(Size::new(1.0), &location);
            let seen = metrics.bounds(number).is_some_and(|bounds| bounds.x_max > bounds.x_min);
            let advance = f64::from(metrics.advance_width(number)?);
            (seen || character.is_whitespace()).then_some(Glyph { face, number: number.to_u32(), advance })
        };
        self.database.with_face_data(face, read).flatten()
    }
}

/// Every cut there is.
fn cuts() -> impl Iterator<Item = Cut> {
    let of = |lang| {
        [(false, false), (false, true), (true, false), (true, true)].map(|(serif, bold)| Cut { lang, serif, bold })
    };
    Lang::ALL.into_iter().flat_map(of)
}

/// A family as the style sheets write it.
fn name(family: &FontFamily) -> &str {
    match family {
        FontFamily::Serif => "serif",
        FontFamily::SansSerif => "sans-serif",
        FontFamily::Cursive => "cursive",
        FontFamily::Fantasy => "fantasy",
        FontFamily::Monospace => "monospace",
        FontFamily::Named(name) => name,
    }
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
        Self { faces: Faces::new(faces, tokens), glyphs: RefCell::default() }
    }

    /// The faces.
    pub fn faces(&self) -> &Faces {
        &self.faces
    }

    /// The colours and families that they serve; each stack begins with what this machine has of it.
    pub fn tokens(&self) -> &Tokens {
        &self.faces.stacks
    }

    /// What draws a character; none where no face has it.
    pub fn glyph(&self, cut: Cut, character: char) -> Option<Glyph> {
        if let Some(known) = self.glyphs.borrow().get(&(cut, character)) {
            return *known;
        }
        // Han characters are asked of the Chinese faces, so that an English picture shows them in their Chinese form.
        let asked = if is_han(character) { Cut { lang: Lang::Zh, ..cut } } else { cut };
        let found = self.faces.order(asked).iter().find_map(|id| self.faces.read(*id, asked, character));
        self.glyphs.borrow_mut().insert((cut, character), found);
        found
    }

    /// How wide a text is, without kerning; what no face has takes no room.
    pub fn width(&self, cut: Cut, size: f64, text: &str) -> f64 {
        text.chars().filter_map(|character| self.glyph(cut, character)).map(|glyph| glyph.advance * size).sum()
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
            self.faces.database.faces().map(|face| (face.post_script_name.clone(), face.weight.0)).collect();
        names.into_iter().map(|(name, weight)| format!("{name} {weight}\n")).collect()
    }
}

/// The faces that are asked for a character, in turn: those that the style sheets name for the language, then those for
/// the other one, then all there are.
fn order(faces: &Database, tokens: &Tokens, cut: Cut) -> Vec<ID> {
    let weight = if cut.bold { Weight::BOLD } else { Weight::NORMAL };
    let mut order: Vec<ID> = Vec::new();
    for lang in [cut.lang, cut.lang.other()] {
        for name in tokens.family(lang, cut.serif) {
            let query = Query { families: &[Family::Name(name)], weight, ..Query::default() };
            order.extend(faces.query(&query).filter(|id| !order.contains(id)));
        }
    }
    let mut others: Vec<_> = faces.faces().filter(|face| !order.contains(&face.id)).collect();
    let serif = |name: &str| name.contains("Serif") || name.contains("Song") || name.contains("Ming");
    let family = |face: &FaceInfo| face.families.first().map_or(String::new(), |(name, _)| name.clone());
    others.retain(|face| !BOXES.iter().any(|name| family(face).contains(name)));
    others.sort_by_key(|face| {
        let plain = face.style == Style::Normal && face.stretch == Stretch::Normal;
        let name = family(face);
        (!plain, face.weight.0.abs_diff(weight.0), serif(&name) != cut.serif, name)
    });
    order.extend(others.iter().map(|face| face.id));
    order
}
