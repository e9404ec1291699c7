//! What a chart with words in it is made of, once everything has its place.

use geometry::{Point, Rect};
use story::model::{Colour, FactId, PlaceId};
use story::text::{Face, width};

/// What a primitive of a drawing is for: a class on the page, a colour of the palette in pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The ground everything stands on.
    Paper,
    /// Ground that is set off: the city's own column.
    Raise,
    /// Main text, and lines that say something.
    Ink,
    /// Secondary text.
    Ink2,
    /// Muted text.
    Ink3,
    /// Borders that carry meaning.
    Mline,
    /// Hairlines.
    Rule,
    /// Hatching: not given.
    Ng,
    /// The first given part of a bar.
    Given,
    /// The other given parts.
    GivenToo,
    /// A part that was worked out.
    Computed,
    /// Text on the first given part.
    OnGiven,
    /// Lakes and reservoirs.
    Water,
    /// A category.
    Category(Colour),
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 19] = [
        Self::Paper,
        Self::Raise,
        Self::Ink,
        Self::Ink2,
        Self::Ink3,
        Self::Mline,
        Self::Rule,
        Self::Ng,
        Self::Given,
        Self::GivenToo,
        Self::Computed,
        Self::OnGiven,
        Self::Water,
        Self::Category(Colour::Peony),
        Self::Category(Colour::Amber),
        Self::Category(Colour::Green),
        Self::Category(Colour::River),
        Self::Category(Colour::Bronze),
        Self::Category(Colour::Plum),
    ];

    /// The token of the style sheets that holds its colour; its class is `c-` and this.
    pub fn token(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Raise => "raise",
            Self::Ink => "ink",
            Self::Ink2 => "ink2",
            Self::Ink3 => "ink3",
            Self::Mline => "mline",
            Self::Rule => "rule",
            Self::Ng => "ng",
            Self::Given => "given",
            Self::GivenToo => "given-too",
            Self::Computed => "computed",
            Self::OnGiven => "on-given",
            Self::Water => "water",
            Self::Category(colour) => colour.slug(),
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Unbroken.
    Solid,
    /// In dashes: worked out, or not reached for certain.
    Dashed,
    /// In dots: still ahead.
    Dotted,
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// Size and cut of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Height of the em.
    pub size: f64,
    /// With serifs, as headings and large numbers are.
    pub serif: bool,
    /// Weight.
    pub face: Face,
}

impl Type {
    /// Plain text without serifs.
    pub const fn sans(size: f64) -> Self {
        Self { size, serif: false, face: Face::Regular }
    }

    /// Bold text without serifs.
    pub const fn strong(size: f64) -> Self {
        Self { size, serif: false, face: Face::Bold }
    }

    /// Bold text with serifs.
    pub const fn serif(size: f64) -> Self {
        Self { size, serif: true, face: Face::Bold }
    }

    /// The width of a line.
    pub fn width(self, words: &str) -> f64 {
        width(words, self.size, self.face)
    }
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// A point of its base line.
    pub at: Point,
    /// Which end of it stands there.
    pub anchor: Anchor,
    /// The words.
    pub words: String,
    /// Size and cut.
    pub face: Type,
    /// Its colour role.
    pub role: Role,
    /// The fact whose number or date it says.
    pub of: Option<FactId>,
}

impl TextRun {
    /// The room it takes, from the top of its capitals to below its base line.
    pub fn room(&self) -> Rect {
        let width = self.face.width(&self.words);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        Rect::new(left, self.at.y - self.face.size * 0.86, width, self.face.size * 1.02)
    }
}

/// A primitive of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Primitive {
    /// A filled polygon.
    Area(Vec<Point>, Role),
    /// A line, or an outline if it ends where it began: its width and how it is drawn.
    Line(Vec<Point>, Role, f64, Stroke),
    /// Hatching, stroke by stroke.
    Hatch(Vec<[Point; 2]>),
    /// A line of text.
    Text(TextRun),
    /// Nothing to be seen: where a part can be hit.
    HitArea(Rect),
}

/// Where a part of a drawing leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Nowhere, and it states nothing: axes, rules, heads.
    Nothing,
    /// To the source of a fact.
    Fact(FactId),
    /// To a region or place.
    Place(PlaceId),
}

/// Pieces that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneGroup {
    /// Where it leads.
    pub to: Target,
    /// What it says to those who do not see it; empty where it leads nowhere.
    pub name: String,
    /// Its primitives, in drawing order.
    pub primitives: Vec<Primitive>,
}

/// A drawing, placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width and height in CSS pixels.
    pub size: [f64; 2],
    /// Its parts, in reading order.
    pub parts: Vec<SceneGroup>,
}

impl Scene {
    /// Drawings one below the other, this far apart.
    pub fn column(scenes: impl IntoIterator<Item = Self>, gap: f64) -> Self {
        let mut whole = Self::default();
        for scene in scenes {
            let top = if whole.size[1] > 0.0 { whole.size[1] + gap } else { 0.0 };
            whole.parts.extend(scene.parts.iter().map(|part| part.moved(Point::new(0.0, top))));
            whole.size = [whole.size[0].max(scene.size[0]), top + scene.size[1]];
        }
        whole
    }
}

impl SceneGroup {
    /// The same, moved by this much.
    pub fn moved(&self, by: Point) -> Self {
        Self { primitives: self.primitives.iter().map(|primitive| primitive.moved(by)).collect(), ..self.clone() }
    }
}

impl Primitive {
    /// The same, moved by this much.
    pub fn moved(&self, by: Point) -> Self {
        let point = |p: &Point| Point::new(p.x + by.x, p.y + by.y);
        match self {
            Self::Area(corners, role) => Self::Area(corners.iter().map(point).collect(), *role),
            Self::Line(points, role, width, stroke) => {
                Self::Line(points.iter().map(point).collect(), *role, *width, *stroke)
            }
            Self::Hatch(strokes) => Self::Hatch(strokes.iter().map(|[a, b]| [point(a), point(b)]).collect()),
            Self::Text(text) => Self::Text(TextRun { at: point(&text.at), ..text.clone() }),
            Self::HitArea(rect) => Self::HitArea(Rect::new(rect.x + by.x, rect.y + by.y, rect.width, rect.height)),
        }
    }
}

/// The corners of a rectangle.
pub fn corners(rect: Rect) -> Vec<Point> {
    vec![
        Point::new(rect.x, rect.y),
        Point::new(rect.right(), rect.y),
        Point::new(rect.right(), rect.bottom()),
        Point::new(rect.x, rect.bottom()),
    ]
}

/// The outline of a rectangle.
pub fn frame(rect: Rect, role: Role, width: f64, stroke: Stroke) -> Primitive {
    let mut points = corners(rect);
    points.push(points[0]);
    Primitive::Line(points, role, width, stroke)
}

/// Strokes from lower left to upper right that fill a rectangle; the first gap is `gap`, each further one `growth`
/// times the one before, so that growth above one fades out.
pub fn hatching(rect: Rect, gap: f64, growth: f64) -> Vec<[Point; 2]> {
    let mut strokes = Vec::new();
    let (mut foot, mut step) = (rect.x - rect.height + gap / 2.0, gap);
    while foot < rect.right() {
        // The stroke rises one to one from the foot at the bottom; both ends are cut to the rectangle.
        let left = foot.max(rect.x);
        let right = (foot + rect.height).min(rect.right());
        if right - left > 1.0 {
            strokes.push([
                Point::new(left, rect.bottom() - (left - foot)),
                Point::new(right, rect.bottom() - (right - foot)),
            ]);
        }
        foot += step;
        if foot > rect.x {
            step *= growth;
        }
    }
    strokes
}
