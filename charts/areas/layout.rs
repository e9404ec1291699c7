//! The strip of squares, one for each area of work, filled by how the page treats it.

use geometry::Rect;
use story::model::{Area, AreaId, Areas, Lang, Mention, Story};

use crate::layout::charts::{ChartLayout, MARKS, Placed};

impl ChartLayout for Areas {
    fn picture_width(&self) -> f64 {
        MARKS
    }

    fn placed(&self, story: &Story, _: Lang, width: f64) -> Placed {
        let side = width / (1.3 * self.0.len().max(1) as f64);
        Placed::Areas(areas(story, &self.0, side.min(72.0)))
    }
}

/// A square of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedArea {
    /// The area.
    pub id: AreaId,
    /// Its square.
    pub rect: Rect,
    /// How the page treats it.
    pub mention: Mention,
}

/// A strip, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedAreas {
    /// Width and height.
    pub size: [f64; 2],
    /// The squares.
    pub areas: Vec<PlacedArea>,
}

/// A strip of these areas with squares of this side.
pub fn areas(story: &Story, ids: &[AreaId], side: f64) -> PlacedAreas {
    let gap = (side / 4.0).max(3.0);
    let place = |(index, area): (usize, &Area)| PlacedArea {
        id: area.id.clone(),
        rect: Rect::new(1.0 + index as f64 * (side + gap), 1.0, side, side),
        mention: area.mention,
    };
    let areas: Vec<PlacedArea> = ids.iter().map(|id| story.area(id)).enumerate().map(place).collect();
    let width = areas.len() as f64 * (side + gap) - gap + 2.0;
    PlacedAreas { size: [width.max(1.0), side + 2.0], areas }
}
