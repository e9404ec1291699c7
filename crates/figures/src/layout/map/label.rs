//! A label and what it says.

use super::choropleth::ValueClass;
use contract::class;
use geometry::{Point, Rect};
use story::model::{FactId, Kind, PlaceId};
use story::text::{Face, width};

/// Radius of the dot at the foot of a leader, in pixels.
pub const FOOT: f64 = 1.6;

/// What a label names; it decides its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A place, with or without a line below its name.
    Place,
    /// A place's number in the list below.
    Number,
    /// A region.
    Region,
    /// A region with what a shaded map says of it.
    Value,
    /// A schematic line.
    Line,
    /// A place on a schematic line, or beyond its end.
    Station,
    /// A river.
    River,
    /// What lies around the regions.
    Neighbour,
}

impl LabelKind {
    /// The name in classes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Place => class::PLACE,
            Self::Number => class::NUMBER,
            Self::Region => class::REGION,
            Self::Value => "value",
            Self::Line => "line",
            Self::Station => "station",
            Self::River => "river",
            Self::Neighbour => "neighbour",
        }
    }

    /// Its priority for room; the first is 0.
    pub fn priority(self) -> u8 {
        match self {
            Self::Place | Self::Number => 0,
            Self::Line | Self::Station => 1,
            Self::Region | Self::Value => 2,
            Self::River => 3,
            Self::Neighbour => 4,
        }
    }

    /// Size of the type in pixels; at the least drawn width none falls below 11.
    pub fn size(self) -> f64 {
        match self {
            Self::Place | Self::Number | Self::Line => 14.0,
            Self::Region | Self::Value => 13.5,
            Self::Station | Self::River | Self::Neighbour => 13.0,
        }
    }
}

/// Size of the line below a place's name.
pub const SUB_SIZE: f64 = 12.8;
/// Size of a region's number on a shaded map.
const NUMBER_SIZE: f64 = 26.0;
/// Height of the line that such a number takes.
const NUMBER_LINE: f64 = 30.0;
/// Sides of the box around the mark of its kind.
const KIND_BOX: [f64; 2] = [16.0, 17.0];
/// Room between the number and that box.
const KIND_GAP: f64 = 3.0;

/// A label, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it names.
    pub kind: LabelKind,
    /// The place or region, if it can be selected.
    pub place: Option<PlaceId>,
    /// The pane it stands in.
    pub pane: usize,
    /// Its box.
    pub bounds: Rect,
    /// Its lines, the name first.
    pub lines: Vec<String>,
    /// The line from its mark, if it stands apart.
    pub leader: Option<[Point; 3]>,
    /// The centre of its mark, if it has one.
    pub mark: Option<Point>,
    /// The point that it names and moves with when the main pane is enlarged: its mark, a point of its line or
    /// river, or of its land.
    pub anchor: Point,
    /// How far the main pane is enlarged where it is first shown; 1 where it is shown as laid out.
    pub from: f64,
    /// How far the main pane is enlarged where it is no longer shown; none if it stays.
    pub until: Option<f64>,
    /// What a shaded map says here: one for each measure, of which a reader sees one at a time.
    pub readings: Vec<Reading>,
}

/// What a shaded map says of a region by one measure; drawn where the region's label stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The fact with the region's figure; none where it is not given.
    pub fact: Option<FactId>,
    /// That fact's kind.
    pub kind: Option<Kind>,
    /// The class that the region is shaded by.
    pub class: Option<ValueClass>,
    /// The number, without its unit; or the region's name where there is none.
    pub head: String,
    /// The line below it.
    pub below: String,
}

impl Reading {
    /// Width and height.
    pub fn size(&self) -> (f64, f64) {
        let name = LabelKind::Value.size();
        match self.fact {
            Some(_) => {
                let [kind, _] = KIND_BOX;
                let number = width(&self.head, NUMBER_SIZE, Face::Bold) + KIND_GAP + kind;
                (number.max(width(&self.below, name, Face::Regular) * 1.12), NUMBER_LINE + name * 1.25)
            }
            None => {
                let (head, below) = (width(&self.head, name, Face::Regular) * 1.12, SUB_SIZE);
                (head.max(width(&self.below, below, Face::Regular)), (name + below) * 1.25)
            }
        }
    }

    /// The end of the number's base line, and the box of its kind's mark; number and mark are centred together.
    pub fn number_parts(&self, bounds: &Rect) -> (Point, Rect) {
        let [w, h] = KIND_BOX;
        let end = bounds.centre().x + (width(&self.head, NUMBER_SIZE, Face::Bold) - KIND_GAP - w) / 2.0;
        let base = bounds.y + NUMBER_LINE * 0.8;
        (Point::new(end, base), Rect::new(end + KIND_GAP, base - h - 2.0, w, h))
    }

    /// The base lines of its two lines.
    pub fn baselines(&self, bounds: &Rect) -> [f64; 2] {
        let name = LabelKind::Value.size() * 1.25;
        match self.fact {
            Some(_) => [bounds.y + NUMBER_LINE * 0.8, bounds.y + NUMBER_LINE + name * 0.76],
            None => [bounds.y + name * 0.78, bounds.y + name + SUB_SIZE * 1.25 * 0.76],
        }
    }
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It starts at the mark.
    Right,
    /// It ends at the mark.
    Left,
    /// Above or below the mark, or without one.
    Centre,
}

impl Label {
    /// The same label elsewhere.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let moved = |point: Point| Point::new(point.x + by.x, point.y + by.y);
        let Rect { x, y, width, height } = self.bounds;
        Self {
            bounds: Rect::new(x + by.x, y + by.y, width, height),
            leader: self.leader.map(|points| points.map(moved)),
            mark: self.mark.map(moved),
            anchor: moved(self.anchor),
            ..self.clone()
        }
    }

    /// Where a leader begins on open land: a dot says which land is meant. One from a mark needs none.
    pub fn foot(&self) -> Option<Point> {
        self.leader.filter(|_| self.mark.is_none()).map(|[foot, ..]| foot)
    }

    /// Whether both name the same, wherever they stand.
    pub fn names_same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.place == other.place && self.lines == other.lines
    }

    /// On which side of its mark, or of its leader's end, it stands.
    pub fn side(&self) -> Side {
        match self.mark {
            Some(mark) if self.bounds.x > mark.x => Side::Right,
            Some(mark) if self.bounds.right() < mark.x => Side::Left,
            // Without a mark the text ends where its leader does.
            None => match self.leader {
                Some([_, _, end]) if self.bounds.x > end.x => Side::Right,
                Some([_, _, end]) if self.bounds.right() < end.x => Side::Left,
                _ => Side::Centre,
            },
            Some(_) => Side::Centre,
        }
    }

    /// The base line of each of its lines.
    pub fn baselines(&self) -> Vec<f64> {
        let (first, more) = (self.kind.size() * 1.25, SUB_SIZE * 1.25);
        (0..self.lines.len())
            .map(|index| match index {
                0 => self.bounds.y + first * 0.78,
                _ => self.bounds.y + first + more * (index as f64 - 1.0) + more * 0.76,
            })
            .collect()
    }
}
