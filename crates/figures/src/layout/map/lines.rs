//! Schematic lines: straight from place to place, and cut where another drawing covers the map.

use super::furniture::bearing;
use super::input::LayoutInput;
use super::panes::Pane;
use geometry::{Point, Rect, Segment, part_inside, parts_outside, points_along};
use story::model::{MapLine, PlaceId};

/// Room between a line's end and the edge.
const MARGIN: f64 = 9.0;
/// Side of the boxes along a line that labels keep away from, and how far apart they are.
const BOX: f64 = 6.0;
/// Radius of the ring at a station.
const STATION: f64 = 4.5;

/// A schematic line, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub place: PlaceId,
    /// Its visible parts.
    pub parts: Vec<Vec<Point>>,
    /// The places on it that are seen.
    pub stations: Vec<Station>,
    /// Where it leaves the map.
    pub ends: Vec<LineEnd>,
    /// All it leads through, seen or not.
    pub through: Vec<PlaceId>,
}

/// A place on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// The place.
    pub place: PlaceId,
    /// Its centre.
    pub at: Point,
    /// The radius of its ring.
    pub radius: f64,
}

impl Station {
    /// The box that labels keep away from.
    pub fn bounds(&self) -> Rect {
        let side = self.radius * 2.0 + 2.0;
        Rect::around(self.at, side, side)
    }
}

/// Where a line leaves the map.
#[derive(Clone, Debug, PartialEq)]
pub struct LineEnd {
    /// The place it leads to.
    pub place: PlaceId,
    /// The line's last point.
    pub at: Point,
    /// Its direction there, clockwise from north, in degrees.
    pub bearing: f64,
}

impl Line {
    /// What labels keep away from: small boxes along the line, and one around each station.
    pub fn boxes(&self) -> Vec<Rect> {
        let steps = self.segments().flat_map(|segment| points_along(segment, BOX));
        let along = steps.map(|point| Rect::around(point, BOX, BOX));
        along.chain(self.stations.iter().map(Station::bounds)).collect()
    }

    /// The straight parts, in order.
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        self.parts.iter().flat_map(|part| part.windows(2).map(|pair| [pair[0], pair[1]]))
    }
}

/// The lines of a map, on its main pane.
pub fn lines(input: &LayoutInput<'_>, panes: &[Pane]) -> Vec<Line> {
    let Some((main, others)) = panes.split_first() else { return Vec::new() };
    let room = main.rect.grown(-MARGIN);
    let covers: Vec<Rect> = others.iter().map(|pane| pane.rect.grown(MARGIN)).collect();
    input.map.lines.iter().map(|line| place(input, main, line, &room, &covers)).collect()
}

fn place(input: &LayoutInput<'_>, main: &Pane, line: &MapLine, room: &Rect, covers: &[Rect]) -> Line {
    let at = |id: &PlaceId| Some(main.fit.to_page(input.basemap.metres(input.story.point_of(id)?)));
    // Each has a point or an anchor, as the check has held.
    let stops: Vec<(&PlaceId, Point)> = line.through.iter().filter_map(|id| Some((id, at(id)?))).collect();
    let seen = |point: Point| room.has(point) && covers.iter().all(|cover| !cover.has(point));
    let mut placed = Line {
        place: line.place.clone(),
        parts: Vec::new(),
        stations: Vec::new(),
        ends: Vec::new(),
        through: line.through.clone(),
    };
    for (id, at) in stops.iter().filter(|(_, at)| seen(*at)) {
        placed.stations.push(Station { place: (*id).clone(), at: *at, radius: STATION });
    }
    for pair in stops.windows(2) {
        let [(from, a), (to, b)] = [pair[0], pair[1]];
        let visible = visible([a, b], room, covers);
        let end = match (seen(a), seen(b)) {
            (true, false) => visible.first().map(|part| (to, part[1], bearing_on_page(a, b))),
            (false, true) => visible.last().map(|part| (from, part[0], bearing_on_page(b, a))),
            _ => None,
        };
        placed.ends.extend(end.map(|(place, at, bearing)| LineEnd { place: place.clone(), at, bearing }));
        visible.into_iter().for_each(|part| append(&mut placed.parts, part));
    }
    placed
}

/// The parts of a segment in the room and not under a cover.
fn visible(segment: Segment, room: &Rect, covers: &[Rect]) -> Vec<Segment> {
    let start: Vec<Segment> = part_inside(segment, room).into_iter().collect();
    covers.iter().fold(start, |parts, cover| parts.into_iter().flat_map(|part| parts_outside(part, cover)).collect())
}

/// Goes on with the last part where the new one starts at its end.
fn append(parts: &mut Vec<Vec<Point>>, [from, to]: Segment) {
    match parts.last_mut() {
        Some(last) if last.last() == Some(&from) => last.push(to),
        _ => parts.push(vec![from, to]),
    }
}

/// The bearing from one pixel to another; on the page north is up.
fn bearing_on_page(from: Point, to: Point) -> f64 {
    bearing(Point::new(from.x, -from.y), Point::new(to.x, -to.y))
}
