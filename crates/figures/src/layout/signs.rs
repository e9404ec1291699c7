//! What charts with words share: the mark of a kind beside a number, blocks of text, legends.

use super::scene::{Anchor, Primitive, Role, SceneGroup, Stroke, Target, TextRun, Type, corners, frame, hatching};
use geometry::{Point, Rect};
use story::model::{FactId, Kind};
use story::text::{Ui, wrap};

/// The type of the mark of a kind.
const MARK: Type = Type::sans(11.0);
/// The side of the mark's box.
const BOX: f64 = 16.0;

/// A line of text that starts at a point.
pub fn text(at: Point, words: impl Into<String>, face: Type, role: Role) -> TextRun {
    TextRun { at, anchor: Anchor::Start, words: words.into(), face, role, of: None }
}

/// A line of text whose middle is at a point.
pub fn centred(at: Point, words: impl Into<String>, face: Type, role: Role) -> TextRun {
    TextRun { anchor: Anchor::Middle, ..text(at, words, face, role) }
}

/// A line of text that says the number or date of a fact.
pub fn stated(at: Point, words: impl Into<String>, face: Type, role: Role, of: &FactId) -> TextRun {
    TextRun { of: Some(of.clone()), ..text(at, words, face, role) }
}

/// How wide the mark of a kind is.
pub fn mark_width(ui: Ui, kind: Kind) -> f64 {
    MARK.width(ui.kind_mark(kind)).max(BOX - 5.0) + 5.0
}

/// The mark of a kind with its left end at a point of the base line: underlined as quoted, boxed as a target, in
/// dashes as computed, dotted as ours, hatched as not given.
pub fn kind_mark(ui: Ui, kind: Kind, at: Point, role: Role) -> Vec<Primitive> {
    let width = mark_width(ui, kind);
    let outline = Rect::new(at.x, at.y - BOX + 4.0, width, BOX);
    let foot = vec![Point::new(outline.x, outline.bottom()), Point::new(outline.right(), outline.bottom())];
    let letters = centred(Point::new(outline.centre().x, at.y), ui.kind_mark(kind), MARK, role);
    let sign = match kind {
        Kind::Reported => Primitive::Line(foot, role, 1.0, Stroke::Solid),
        Kind::Target => frame(outline, role, 1.0, Stroke::Solid),
        Kind::Computed => frame(outline, role, 1.0, Stroke::Dashed),
        Kind::EditorsNote => Primitive::Line(foot, role, 1.0, Stroke::Dotted),
        Kind::NotGiven => Primitive::Hatch(hatching(Rect::new(outline.x, outline.bottom(), width, 5.0), 4.0, 1.0)),
    };
    vec![sign, Primitive::Text(letters)]
}

/// A text in lines, the first with its base line at `at`.
pub struct Block {
    /// The lines.
    pub lines: Vec<TextRun>,
    /// From the top of the first line to the foot of the last.
    pub height: f64,
    /// The width of the widest.
    pub width: f64,
}

/// A text broken into lines of `leading` times its size that fill no more than `room`.
pub fn block(at: Point, words: &str, face: Type, role: Role, room: f64) -> Block {
    const LEADING: f64 = 1.4;
    let step = face.size * LEADING;
    let words = wrap(words, face.size, face.face, room);
    let lines: Vec<TextRun> = words
        .into_iter()
        .enumerate()
        .map(|(index, line)| text(Point::new(at.x, at.y + index as f64 * step), line, face, role))
        .collect();
    let width = lines.iter().map(|line| face.width(&line.words)).fold(0.0, f64::max);
    Block { height: lines.len() as f64 * step, width, lines }
}

/// What stands before a line of a legend, drawn in a box of 26 by 16 pixels.
pub type Swatch = fn(Rect) -> Vec<Primitive>;

/// A legend in as few rows as fit a width, and the height it takes.
pub fn legend(entries: &[(impl Fn(Rect) -> Vec<Primitive>, &str)], top: f64, width: f64) -> (SceneGroup, f64) {
    const SWATCH: [f64; 2] = [26.0, 16.0];
    const ROW: f64 = 26.0;
    let face = Type::sans(13.0);
    let (mut x, mut y, mut primitives) = (0.0, top, Vec::new());
    for (swatch, words) in entries {
        let lines = block(Point::new(0.0, 0.0), words, face, Role::Ink2, width - SWATCH[0] - 8.0);
        let entry = SWATCH[0] + 8.0 + lines.width;
        if x > 0.0 && x + entry > width {
            (x, y) = (0.0, y + ROW);
        }
        primitives.extend(swatch(Rect::new(x, y, SWATCH[0], SWATCH[1])));
        for (index, line) in lines.lines.iter().enumerate() {
            let at = Point::new(x + SWATCH[0] + 8.0, y + 13.0 + index as f64 * 18.0);
            primitives.push(Primitive::Text(text(at, line.words.clone(), face, Role::Ink2)));
        }
        y += (lines.lines.len().max(1) - 1) as f64 * 18.0;
        x += entry + 24.0;
    }
    (SceneGroup { to: Target::Nothing, name: String::new(), primitives }, y + ROW - top)
}

/// A hatched swatch.
pub fn hatched(rect: Rect) -> Vec<Primitive> {
    vec![Primitive::Hatch(hatching(rect, 5.0, 1.0)), frame(rect, Role::Ng, 1.0, Stroke::Solid)]
}

/// A filled rectangle.
pub fn filled(rect: Rect, role: Role) -> Primitive {
    Primitive::Area(corners(rect), role)
}

/// Words on a slip of paper in the middle of hatching, in as many lines as they need.
pub fn slip(band: Rect, words: &str, face: Type) -> Vec<Primitive> {
    let lines = block(Point::new(0.0, 0.0), words, face, Role::Ink2, band.width - 28.0);
    let paper = Rect::around(band.centre(), lines.width + 16.0, (lines.height + 6.0).min(band.height));
    let mut primitives = vec![filled(paper, Role::Paper)];
    let first = band.centre().y - lines.height / 2.0 + face.size * 1.05;
    primitives.extend(lines.lines.into_iter().map(|line| {
        let at = Point::new(band.centre().x, first + line.at.y);
        Primitive::Text(TextRun { at, anchor: Anchor::Middle, ..line })
    }));
    primitives
}

/// How high a band must be for words on a slip.
pub fn band_height(words: &str, face: Type, width: f64) -> f64 {
    block(Point::new(0.0, 0.0), words, face, Role::Ink2, width - 28.0).height + 16.0
}
