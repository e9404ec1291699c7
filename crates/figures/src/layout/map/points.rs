//! Marks: each at its point, or in its region where only that is known.

use std::collections::HashMap;

use super::input::LayoutInput;
use super::mark::{CITY, LARGE_MARK, Mark, OWN_CITY, SMALL_MARK, Sign};
use super::panes::{Pane, PaneKind};
use super::unplaced::around;

use crate::layout::{Width, circle, corners};
use geometry::Point;
use story::model::{ChapterMap, Place, PlaceId, Precision, Story};

/// How far from the region's anchor a mark without a point may stand, tried in this order.
const SLOTS: [(f64, f64); 14] = [
    (0.0, 30.0),
    (0.0, -30.0),
    (-42.0, 20.0),
    (42.0, 20.0),
    (-42.0, -20.0),
    (42.0, -20.0),
    (0.0, 58.0),
    (0.0, -58.0),
    (-70.0, 0.0),
    (70.0, 0.0),
    (-80.0, 40.0),
    (80.0, 40.0),
    (-60.0, 60.0),
    (60.0, 60.0),
];

/// How far two marks are apart, of which one may stand elsewhere in its region; and how far at least.
const APART: [f64; 2] = [40.0, 28.0];
/// How far from its region's anchor a mark is tried where none of its slots will do, and in which steps.
const ROUND: (f64, f64) = (96.0, 6.0);

/// The marks of a chapter's places that can be drawn, in the order of the chapter.
pub fn marks(input: &LayoutInput<'_>, panes: &[Pane]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let numbered = input.width == Width::Narrow && !input.map.names_only;
    let places = input.map.places.iter().map(|id| input.story.place(id));
    let large = if input.map.names_only || input.width == Width::Narrow { SMALL_MARK } else { LARGE_MARK };
    // Sites first: a mark that may stand anywhere in its region makes room for one that may not.
    let (fixed, free): (Vec<&Place>, Vec<&Place>) =
        places.partition(|place| input.story.point_of(&place.id).is_some());
    for place in fixed.into_iter().chain(free) {
        let (Some(sign), Some((pane, at))) = (sign(input, place), position(input, panes, &marks, place, large))
        else {
            continue;
        };
        let radius = match sign {
            Sign::Category { .. } => large,
            Sign::City => CITY,
            Sign::OwnCity => OWN_CITY,
        };
        marks.push(Mark {
            place: place.id.clone(),
            pane,
            at,
            radius,
            sign,
            chosen: radius * 1.15 + 5.0,
            ring: ring(place, radius, &panes[pane]),
            number: None,
            first: false,
        });
    }
    let order: HashMap<&PlaceId, usize> = input.map.places.iter().enumerate().map(|(at, id)| (id, at)).collect();
    marks.sort_by_key(|mark| order.get(&mark.place));
    if let Some(first) = marks.first_mut() {
        first.first = true;
    }
    if numbered {
        let listed = marks.iter_mut().filter(|mark| matches!(mark.sign, Sign::Category { .. }));
        for (index, mark) in listed.enumerate() {
            mark.number = Some(index + 1);
        }
    }
    marks
}

/// How a place is drawn; places without category are cities.
fn sign(input: &LayoutInput<'_>, place: &Place) -> Option<Sign> {
    match (input.story.category_of(place), place.location.precision) {
        (Some(category), _) => {
            let stage = place.drawn_stage();
            Some(Sign::Category { shape: category.shape, colour: category.colour, stage })
        }
        (None, Precision::Beyond) => Some(Sign::City),
        (None, Precision::Whole) => Some(Sign::OwnCity),
        (None, _) => None,
    }
}

/// The regions with a border in the pane, or with its middle or a corner of it inside them.
pub fn seen(input: &LayoutInput<'_>, pane: &Pane) -> Vec<PlaceId> {
    let within = corners(pane.rect).into_iter().chain([pane.rect.centre()]).map(|point| pane.fit.to_ground(point));
    let within: Vec<Point> = within.collect();
    let shows = |region: &&story::model::Region| {
        let rings = input.basemap.shapes.rings(region.id.as_str());
        rings.iter().flatten().any(|point| pane.locate(*point).is_some())
            || input.basemap.area(&region.id).is_some_and(|area| within.iter().any(|point| area.contains(*point)))
    };
    input.story.places.regions.iter().filter(shows).map(|region| region.id.clone()).collect()
}

/// The regions that stand for a place known no better.
pub fn tinted(story: &Story, map: &ChapterMap) -> Vec<PlaceId> {
    let mut regions: Vec<PlaceId> = Vec::new();
    // On a shaded map the ground means something else; the ring says enough.
    if map.shading.is_some() && !map.shading_on_request {
        return regions;
    }
    for place in map.places.iter().map(|id| story.place(id)) {
        if place.location.precision == Precision::Region
            && let Some(region) = &place.location.within
            && !regions.contains(region)
        {
            regions.push(region.clone());
        }
    }
    regions
}

/// Pane and pixel of a place; none if it has no location or lies outside every pane.
///
/// What is known to a region stands in it, with all of its mark where there is room.
fn position(
    input: &LayoutInput<'_>,
    panes: &[Pane],
    marks: &[Mark],
    place: &Place,
    radius: f64,
) -> Option<(usize, Point)> {
    let location = &place.location;
    if let Some(point) = input.story.point_of(&place.id) {
        let metres = input.basemap.metres(point);
        return pane_of(panes, metres);
    }
    let region = input.story.region(location.within.as_ref()?);
    let (pane, anchor) = pane_of(panes, input.basemap.metres(region.anchor_on_map()))?;
    let area = input.basemap.area(&region.id);
    let room = panes[pane].rect.grown(-26.0);
    // An inset or a locator over the pane covers what stands there.
    let uncovered =
        |at: &Point| panes.iter().all(|other| other.rect == panes[pane].rect || !other.rect.grown(26.0).has(*at));
    let fit = &panes[pane].fit;
    let inside = |at: &Point| area.is_some_and(|area| area.contains(fit.to_ground(*at)));
    let whole = |at: &Point| {
        inside(at) && circle(radius).iter().all(|edge| inside(&Point::new(at.x + edge.x, at.y + edge.y)))
    };
    let free = |at: &Point, apart: f64| {
        room.has(*at)
            && (panes[pane].kind != PaneKind::Main || uncovered(at))
            && marks.iter().all(|mark| mark.at.distance(*at) > apart)
    };
    let slots = || SLOTS.into_iter().map(|(dx, dy)| Point::new(anchor.x + dx, anchor.y + dy));
    let [far, near] = APART;
    let (reach, step) = ROUND;
    let found = slots()
        .find(|at| free(at, far) && whole(at))
        .or_else(|| around(anchor, reach, step).find(|at| free(at, far) && whole(at)))
        .or_else(|| around(anchor, reach, step).find(|at| free(at, near) && whole(at)))
        .or_else(|| slots().find(|at| free(at, far) && inside(at)))
        .or_else(|| around(anchor, reach, step).find(|at| free(at, near) && inside(at)));
    // A region too small for any of them has the mark in its middle.
    Some((pane, found.unwrap_or(anchor)))
}

/// The pane that shows a point best: the inset before the main map.
pub fn pane_of(panes: &[Pane], metres: Point) -> Option<(usize, Point)> {
    let shows = |(index, pane): (usize, &Pane)| match pane.kind {
        PaneKind::Locator => None,
        PaneKind::Main | PaneKind::Inset => Some((index, pane.locate(metres)?)),
    };
    panes.iter().enumerate().filter_map(shows).next_back()
}

/// The ring of a rough position: to scale where a radius is known, and never hugging the mark.
fn ring(place: &Place, radius: f64, pane: &Pane) -> Option<f64> {
    let least = radius + 8.0;
    match place.location.precision {
        Precision::Site | Precision::Beyond | Precision::Whole | Precision::NotGiven => None,
        Precision::Region => Some(least + 2.0),
        Precision::Village | Precision::Township => {
            Some(place.location.spot().map_or(least, |spot| (spot.radius * pane.fit.scale).max(least)))
        }
    }
}
