//! The mark of a place or city.

use geometry::{Point, Rect};
use story::model::{Colour, PlaceId, Shape, Stage};

/// Radius of a mark that stands among many.
pub const SMALL_MARK: f64 = 7.0;
/// Radius of a mark on a chapter's own map.
pub const LARGE_MARK: f64 = 9.0;
/// Radius of a city's dot.
pub const CITY: f64 = 4.0;
/// Radius of the dot of the city that the story is about.
pub const OWN_CITY: f64 = 6.0;

/// A mark, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The place.
    pub place: PlaceId,
    /// The pane it stands in, as an index into the panes.
    pub pane: usize,
    /// Its centre.
    pub at: Point,
    /// From centre to edge, about.
    pub radius: f64,
    /// How it looks.
    pub sign: Sign,
    /// The radius of the ring that shows it is selected.
    pub chosen: f64,
    /// The radius of the ring around a rough position.
    pub ring: Option<f64>,
    /// Its number in the list below a narrow map.
    pub number: Option<usize>,
    /// The map's one tab stop; arrow keys lead on from there.
    pub first: bool,
}

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The shape and colour role of a category, filled by how far the place has come.
    Category {
        /// Its shape.
        shape: Shape,
        /// Its colour role.
        colour: Colour,
        /// Its fill.
        stage: Stage,
    },
    /// A city beside ours: a dot.
    City,
    /// The city that the story is about: a larger dot.
    OwnCity,
}

impl Mark {
    /// The box that labels keep away from.
    pub fn bounds(&self) -> Rect {
        let reach = self.radius * 1.15 + 2.0;
        Rect::around(self.at, reach * 2.0, reach * 2.0)
    }
}
