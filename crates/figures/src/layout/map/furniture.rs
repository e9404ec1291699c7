//! What stands on a map besides the land: scale bar, inset frame, the list of cities beyond.

use super::input::LayoutInput;
use super::panes::{Pane, PaneKind};
use crate::layout::Width;
use geometry::{Point, Rect, part_inside};
use story::model::PlaceId;
use story::text::{Face, Ui, width};

/// Lengths a scale bar may have, in kilometres.
const LENGTHS: [f64; 8] = [1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 100.0, 200.0];
/// The longest a scale bar may be, in pixels.
const LONGEST: f64 = 120.0;

/// A scale bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleBar {
    /// The bar with its two ends turned up.
    pub line: [Point; 4],
    /// Its length in words.
    pub label: String,
    /// The middle of the words' base line.
    pub label_at: Point,
    /// The box around bar and words.
    pub bounds: Rect,
}

/// What links an inset with the main map.
#[derive(Clone, Debug, PartialEq)]
pub struct InsetFrame {
    /// The magnified part on the main map.
    pub source: Rect,
    /// The inset.
    pub target: Rect,
    /// Lines from corner to corner.
    pub leaders: [[Point; 2]; 2],
    /// The caption above the inset.
    pub caption: String,
    /// The middle of the caption's base line.
    pub caption_at: Point,
    /// The caption's box.
    pub caption_bounds: Rect,
}

/// A city beyond the map, with its direction.
#[derive(Clone, Debug, PartialEq)]
pub struct BeyondRow {
    /// The city.
    pub place: PlaceId,
    /// Where the name ends.
    pub at: Point,
    /// The middle of the arrow.
    pub arrow_at: Point,
    /// Clockwise from north, in degrees, on the map's plane.
    pub bearing: f64,
    /// The box of the row.
    pub bounds: Rect,
}

/// The scale bar of the main pane, in the first corner where it covers nothing.
pub fn scale_bar(input: &LayoutInput<'_>, panes: &[Pane], taken: &[Rect]) -> Option<ScaleBar> {
    let main = panes.first()?;
    let km = LENGTHS.into_iter().rev().find(|km| km * main.scale() <= LONGEST)?;
    let (length, label) = (km * main.scale(), Ui(input.lang).kilometres(km));
    let (w, h) = (length.max(width(&label, 12.8, Face::Regular)) + 8.0, 28.0);
    let (right, bottom) = (main.rect.right() - w - 10.0, main.rect.bottom() - h - 10.0);
    let corners = [(10.0, bottom), (right, bottom), (10.0, 10.0), (right, 10.0)];
    let free = |(x, y): &(f64, f64)| taken.iter().all(|other| Rect::new(*x, *y, w, h).overlap(other) == 0.0);
    let (x, y) = corners.into_iter().find(free)?;
    let (left, bottom) = (x + 4.0, y + h - 5.0);
    let ends = [(0.0, -5.0), (0.0, 0.0), (length, 0.0), (length, -5.0)];
    Some(ScaleBar {
        line: ends.map(|(dx, dy)| Point::new(left + dx, bottom + dy)),
        label,
        label_at: Point::new(left + length / 2.0, bottom - 8.0),
        bounds: Rect::new(x, y, w, h),
    })
}

/// The frame of the inset, if the canvas has one.
pub fn inset(input: &LayoutInput<'_>, panes: &[Pane]) -> Option<InsetFrame> {
    let main = panes.first()?;
    let inset = panes.iter().find(|pane| pane.kind == PaneKind::Inset)?;
    let target = inset.rect;
    let corner = |x: f64, y: f64| main.fit.to_page(inset.fit.to_ground(Point::new(x, y)));
    let (low, high) = (corner(target.x, target.y), corner(target.right(), target.bottom()));
    let source = Rect::new(low.x, low.y, high.x - low.x, high.y - low.y);
    let mut leaders = match input.width {
        Width::Wide => [
            [Point::new(source.right(), source.y), Point::new(target.right(), target.y)],
            [Point::new(source.x, source.bottom()), Point::new(target.x, target.y)],
        ],
        Width::Narrow => [
            [Point::new(source.x, source.bottom()), Point::new(target.x, target.y)],
            [Point::new(source.right(), source.bottom()), Point::new(target.right(), target.y)],
        ],
    };
    let name = input.canvas.inset.as_ref()?.name.get(input.lang);
    let caption = Ui(input.lang).magnified(name, inset.scale() / main.scale());
    let w = width(&caption, 12.8, Face::Regular) + 8.0;
    let above = |middle: f64| Rect::new(middle - w / 2.0, target.y - 20.0, w, 18.0);
    let middles = [target.centre().x, target.x + w / 2.0, target.right() - w / 2.0];
    let clear = |bounds: &Rect| leaders.iter().all(|leader| part_inside(*leader, bounds).is_none());
    let free = middles.into_iter().map(above).find(clear);
    // Where the leader to the far corner leaves no room, both go to the near side.
    let caption_bounds = free.unwrap_or_else(|| {
        leaders = [(source.y, target.y), (source.bottom(), target.bottom())]
            .map(|(from, to)| [Point::new(source.right(), from), Point::new(target.x, to)]);
        above(target.centre().x)
    });
    let caption_at = Point::new(caption_bounds.centre().x, target.y - 6.0);
    Some(InsetFrame { source, target, leaders, caption, caption_at, caption_bounds })
}

/// The cities beyond the map, at the edge the canvas names; narrow maps list them below.
pub fn beyond(input: &LayoutInput<'_>, panes: &[Pane]) -> Vec<BeyondRow> {
    let (Some([x, y]), Some(main)) = (input.canvas.beyond, panes.first()) else { return Vec::new() };
    // Directions are those from the city's core, where there is one, not from the middle of the paper.
    let core = panes.iter().find(|pane| pane.kind == PaneKind::Inset).unwrap_or(main);
    let centre = core.fit.to_ground(core.rect.centre());
    let places = input.map.beyond.iter().map(|id| input.story.place(id));
    let row = |(index, place): (usize, &story::model::Place)| {
        let at = Point::new(x - 34.0, y + 30.0 * (index + 1) as f64);
        let w = width(place.short.get(input.lang), 14.0, Face::Bold) + 40.0;
        let bearing = bearing(centre, input.basemap.metres(place.location.point?));
        let arrow_at = Point::new(at.x + 20.0, at.y - 5.0);
        Some(BeyondRow {
            place: place.id.clone(),
            at,
            arrow_at,
            bearing,
            bounds: Rect::new(x - w, at.y - 16.0, w, 24.0),
        })
    };
    places.enumerate().filter_map(row).collect()
}

/// The head of the list of cities beyond the map, at its end; none where there is no list.
pub fn beyond_title(input: &LayoutInput<'_>, rows: &[BeyondRow]) -> Option<(Point, String)> {
    let (title, [x, y]) = (input.map.beyond_title.as_ref()?, input.canvas.beyond?);
    (!rows.is_empty()).then(|| (Point::new(x, y), title.get(input.lang).to_owned()))
}

/// The direction from one point in metres to another, in degrees clockwise from north.
pub fn bearing(from: Point, to: Point) -> f64 {
    (to.x - from.x).atan2(to.y - from.y).to_degrees().rem_euclid(360.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bearings_count_clockwise_from_north() {
        let from = Point::new(0.0, 0.0);
        assert_eq!(bearing(from, Point::new(0.0, 5.0)), 0.0);
        assert_eq!(bearing(from, Point::new(5.0, 0.0)), 90.0);
        assert_eq!(bearing(from, Point::new(-5.0, 0.0)), 270.0);
    }
}
