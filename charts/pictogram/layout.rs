//! Unit charts: as many marks as there are things, the named ones first and full.

use geometry::Point;
use story::model::{Colour, FactId, Lang, Pictogram, PictogramRow, PlaceId, Shape, Story};

use crate::layout::charts::{ChartLayout, MARKS, Placed};

impl ChartLayout for Pictogram {
    fn picture_width(&self) -> f64 {
        MARKS
    }

    fn placed(&self, story: &Story, _: Lang, width: f64) -> Placed {
        Placed::Pictogram(pictogram(story, self, width, width / 12.0))
    }
}

/// A mark of a pictogram.
#[derive(Clone, Debug, PartialEq)]
pub struct PictogramMark {
    /// Its centre.
    pub at: Point,
    /// From centre to edge.
    pub radius: f64,
    /// Its shape.
    pub shape: Shape,
    /// Its colour role.
    pub colour: Colour,
    /// Full, or only an outline.
    pub full: bool,
    /// The row it belongs to.
    pub row: usize,
    /// The place, if it is named.
    pub place: Option<PlaceId>,
    /// The fact that it stands for: its own, that of the rest, or that of the total.
    pub fact: FactId,
}

/// A pictogram, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPictogram {
    /// Width and height.
    pub size: [f64; 2],
    /// The marks, row by row.
    pub marks: Vec<PictogramMark>,
}

/// Lays the rows out within a width; marks shrink to fit and never grow beyond `largest` pixels radius.
///
/// A row without a total, or one that is not a whole number, has no marks.
pub fn pictogram(story: &Story, chart: &Pictogram, width: f64, largest: f64) -> PlacedPictogram {
    let mut marks = Vec::new();
    let mut top = 0.0;
    for (row, spec) in chart.rows.iter().enumerate() {
        top = lay_row(story, spec, row, width, largest, top, &mut marks);
    }
    PlacedPictogram { size: [width, top.max(1.0)], marks }
}

fn lay_row(
    story: &Story,
    spec: &PictogramRow,
    row: usize,
    width: f64,
    largest: f64,
    top: f64,
    marks: &mut Vec<PictogramMark>,
) -> f64 {
    // That it is a whole number the check has held.
    let total = story.fact(&spec.total).amount() as usize;
    let per_line = spec.per_line.unwrap_or(total).max(1);
    let (half_width, half_height) = reach(spec.shape);
    // Room for one mark: twice its reach and a gap of a quarter.
    let radius = (width / per_line as f64 / (half_width * 2.5)).min(largest);
    let (step, line) =
        (width.min(per_line as f64 * radius * half_width * 2.5) / per_line as f64, radius * half_height * 2.6);
    for index in 0..total {
        let named = spec.named.get(index);
        let fact = named.map(|named| &named.fact).or(spec.rest.as_ref()).unwrap_or(&spec.total);
        marks.push(PictogramMark {
            at: Point::new(((index % per_line) as f64 + 0.5) * step, top + ((index / per_line) as f64 + 0.5) * line),
            radius,
            shape: spec.shape,
            colour: spec.colour,
            full: named.is_some() || (spec.named.is_empty() && spec.rest.is_none() && !spec.hollow),
            row,
            place: named.map(|named| named.place.clone()),
            fact: fact.clone(),
        });
    }
    top + total.div_ceil(per_line) as f64 * line
}

/// How far a shape of radius one reaches across and along.
fn reach(shape: Shape) -> (f64, f64) {
    match shape {
        Shape::Bar => (2.2, 0.6),
        Shape::Tick => (0.45, 0.6),
        Shape::Diamond => (1.15, 1.15),
        Shape::Triangle | Shape::House => (1.1, 1.1),
        Shape::Square => (0.85, 0.85),
        Shape::Circle | Shape::Cross => (1.0, 1.0),
    }
}
