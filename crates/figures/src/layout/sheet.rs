//! A table as it is drawn for pictures: the page itself has it as HTML.

use super::scene::{Primitive, Role, Scene, SceneGroup, Stroke, Target, Type, hatching};
use super::signs::{block, legend};
use super::{Outline, circle, core, half, outline};
use geometry::{Point, Rect};
use story::model::{Colour, Lang, Localized, Shape, Stage};
use story::text::Ui;

/// Heads, and words of the same size.
pub const HEAD: Type = Type::sans(13.0);
/// What a row is called.
pub const NAME: Type = Type::serif(16.0);
/// What stands in a cell.
pub const WORDS: Type = Type::sans(14.0);
/// What is said below a name.
pub const SMALL: Type = Type::sans(12.0);

/// A table while it is laid out: primitives, and how far down it reaches.
pub struct Sheet {
    /// The page's own wording.
    pub ui: Ui,
    /// The language.
    pub lang: Lang,
    /// How wide it is.
    pub width: f64,
    /// How far down it reaches.
    pub foot: f64,
    /// What is drawn so far.
    pub primitives: Vec<Primitive>,
}

impl Sheet {
    /// An empty one.
    pub fn new(lang: Lang, width: f64) -> Self {
        Self { ui: Ui(lang), lang, width, foot: 0.0, primitives: Vec::new() }
    }

    /// A text of the story.
    pub fn words<'a>(&self, text: &'a Localized) -> &'a str {
        text.get(self.lang)
    }

    /// Heads at their columns, and the line below them; each is given the room up to the next.
    pub fn heads(&mut self, heads: &[(f64, f64, &str)]) {
        let mut foot: f64 = 0.0;
        for (x, room, words) in heads {
            foot = foot.max(self.lines(*x, 16.0, words, HEAD, Role::Ink2, *room));
        }
        self.foot = foot + 6.0;
        self.rule(Role::Ink, self.width);
    }

    /// A line across it at its foot, from the left.
    pub fn rule(&mut self, role: Role, to: f64) {
        let line = vec![Point::new(0.0, self.foot), Point::new(to, self.foot)];
        self.primitives.push(Primitive::Line(line, role, 1.0, Stroke::Solid));
    }

    /// Words in lines from a base line on; the foot of the last one.
    pub fn lines(&mut self, x: f64, base: f64, words: &str, face: Type, role: Role, room: f64) -> f64 {
        let lines = block(Point::new(x, base), words, face, role, room);
        self.primitives.extend(lines.lines.into_iter().map(Primitive::Text));
        base + lines.height - face.size
    }

    /// A hatched swatch and words after it.
    pub fn not_given(&mut self, x: f64, base: f64, words: &str, room: f64) -> f64 {
        self.primitives.push(Primitive::Hatch(hatching(Rect::new(x, base - 11.0, 18.0, 12.0), 4.0, 1.0)));
        self.lines(x + 24.0, base, words, WORDS, Role::Ink2, room - 24.0)
    }

    /// What was drawn, with what its signs mean below it.
    pub fn scene<S: Fn(Rect) -> Vec<Primitive>>(mut self, entries: &[(S, &str)]) -> Scene {
        let mut parts = vec![SceneGroup {
            to: Target::Nothing,
            name: String::new(),
            primitives: std::mem::take(&mut self.primitives),
        }];
        if !entries.is_empty() {
            let (part, height) = legend(entries, self.foot + 16.0, self.width);
            parts.push(part);
            self.foot += 16.0 + height;
        }
        Scene { size: [self.width, self.foot + 2.0], parts }
    }
}

/// A mark of a category at its stage: hollow, half, with a core, or full.
pub fn mark(shape: Shape, stage: Stage, colour: Colour, at: Point, radius: f64) -> Vec<Primitive> {
    let role = Role::Category(colour);
    let around: Vec<Point> = match outline(shape, radius) {
        Outline::Polygon(points) => points,
        Outline::Circle(radius) => circle(radius),
    };
    let moved = |points: &[Point]| points.iter().map(|p| Point::new(at.x + p.x, at.y + p.y)).collect::<Vec<_>>();
    let fill = match stage {
        Stage::Planned => None,
        Stage::UnderWay => Some(moved(&half(&around))),
        Stage::Due => Some(moved(&core(&around))),
        Stage::Done => Some(moved(&around)),
    };
    let mut edge = moved(&around);
    edge.extend(edge.first().copied());
    let ground = Primitive::Area(moved(&around), Role::Paper);
    let fill = fill.map(|points| Primitive::Area(points, role));
    [Some(ground), fill, Some(Primitive::Line(edge, role, 1.7, Stroke::Solid))].into_iter().flatten().collect()
}
