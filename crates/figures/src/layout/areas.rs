//! The strip of squares, one for each area of work, filled by how the page treats it.

use geometry::Rect;
use story::model::{Area, AreaId, Mention, Story};

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

/// A strip of these areas with squares of this side; unknown areas are left out.
pub fn areas(story: &Story, ids: &[AreaId], side: f64) -> PlacedAreas {
    let gap = (side / 4.0).max(3.0);
    let place = |(index, area): (usize, &Area)| PlacedArea {
        id: area.id.clone(),
        rect: Rect::new(1.0 + index as f64 * (side + gap), 1.0, side, side),
        mention: area.mention,
    };
    let areas: Vec<PlacedArea> = ids.iter().filter_map(|id| story.area(id)).enumerate().map(place).collect();
    let width = areas.len() as f64 * (side + gap) - gap + 2.0;
    PlacedAreas { size: [width.max(1.0), side + 2.0], areas }
}
