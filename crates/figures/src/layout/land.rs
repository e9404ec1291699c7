//! The land as it stands once in the page: projected, in whole steps from the north-west corner.

use std::collections::HashMap;

use super::detail::Detail;
use super::geography::Geography;
use super::metres::{UNIT, extent_in_metres};
use geometry::{Lines, Point, PreparedPolygon, Rect, Shapes, TransverseMercator};
use story::model::{PlaceId, Story};

/// Steps per unit of a path, 30 m: 0.4 CSS pixels at most aside where a map is enlarged as far as it goes.
pub const FINE: u8 = 3;
/// Steps per unit of a path of what is only drawn small.
pub const COARSE: u8 = 10;

/// The projected land.
pub struct Land<'a> {
    /// The story's projection.
    pub projection: TransverseMercator,
    /// Arcs and layers, in metres.
    pub shapes: Shapes<'a>,
    /// The metre point that the page's geometry counts from: the regions' north-west corner.
    pub corner: Point,
    /// The regions by id, prepared for being asked what lies on them.
    areas: HashMap<&'a str, PreparedPolygon>,
    /// Which region borders on which, and where their middles are.
    pub(super) geography: Geography,
}

impl<'a> Land<'a> {
    /// Projects the story's topology, and leaves out what no frame is large enough to show.
    pub(super) fn new(story: &'a Story) -> Self {
        let projection = TransverseMercator::new(story.map.projection.central_meridian);
        let detail = Detail::new(&story.map, projection);
        let shapes = Shapes::new(&story.topology, projection).simplified(|bounds| detail.tolerance(bounds));
        let points = shapes.outline().into_iter().flatten();
        let bounds = Rect::bounding(points).unwrap_or(Rect::new(0.0, 0.0, 1.0, 1.0));
        let areas =
            shapes.layer("regions").into_iter().map(|(id, rings)| (id, PreparedPolygon::new(&rings))).collect();
        let geography = Geography::new(&shapes);
        Self { projection, shapes, corner: Point::new(bounds.x, bounds.bottom()), areas, geography }
    }

    /// Degrees to metres.
    pub fn metres(&self, [longitude, latitude]: [f64; 2]) -> Point {
        self.projection.forward(longitude, latitude)
    }

    /// A region, prepared for being asked what lies on it; none if it has no geometry.
    pub fn area(&self, region: &PlaceId) -> Option<&PreparedPolygon> {
        self.areas.get(region.as_str())
    }

    /// Whether a point in metres lies on any region.
    pub fn is_on_any(&self, metres: Point) -> bool {
        self.areas.values().any(|area| area.contains(metres))
    }

    /// The metre rectangle around an extent in degrees.
    pub fn extent(&self, extent: [f64; 4]) -> Rect {
        extent_in_metres(self.projection, extent)
    }

    /// Metres to the page's steps, y down.
    pub fn step(&self, point: Point) -> (i64, i64) {
        (((point.x - self.corner.x) / UNIT).round() as i64, ((self.corner.y - point.y) / UNIT).round() as i64)
    }

    /// SVG path data for lines or rings, in units of so many steps, relative after the first point of each.
    pub fn path(&self, lines: &Lines, closed: bool, unit: u8) -> String {
        let units = |steps: i64| (steps as f64 / f64::from(unit)).round() as i64;
        let place = |point: &Point| {
            let (x, y) = self.step(*point);
            (units(x), units(y))
        };
        lines.iter().map(|line| sub_path(line.iter().map(place).collect(), closed)).collect()
    }
}

fn sub_path(mut steps: Vec<(i64, i64)>, closed: bool) -> String {
    steps.dedup();
    if closed {
        steps.pop();
    }
    let Some(first) = steps.first() else { return String::new() };
    let mut path = format!("M{} {}l", first.0, first.1);
    for pair in steps.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let space = if path.ends_with('l') || dx < 0 { "" } else { " " };
        path.push_str(&format!("{space}{dx}{}{dy}", if dy < 0 { "" } else { " " }));
    }
    if closed {
        path.push('z');
    }
    path
}
