//! The small map of one region or place, with what lies near: on its page and in its picture.

use super::input::{LayoutInput, Named};
use super::{Label, MapLayout, Mark, place_all};
use crate::layout::{Basemap, Width};
use geometry::{Fit, Point, Rect, contains};
use story::model::{Canvas, ChapterMap, Frame, Lang, Place, Precision, Region, Spot, Story, Subject};

/// How much is seen around a region, as a share of its longer side, on each side.
const AROUND_REGION: f64 = 0.16;
/// How much is seen around a place, as a share of the radius of all regions, on each side.
const AROUND_PLACE: f64 = 0.22;
/// How much is seen around all regions, in the same way as around one.
const AROUND_ALL: f64 = 0.03;
/// The side of the small map of all regions as a share of the shorter side of the map, and its distance from the edge.
const LOCATOR: (f64, f64) = (0.26, 8.0);

/// The map for a drawing of this size, in CSS pixels; none where the story has no maps or nobody knows where it is.
///
/// It names what it is about and every mark, and has as many other places as leave room for that; but none whose name would
/// lie on the land of the region that it is about, as if it were there.
pub fn lay_out_near(
    story: &Story,
    basemap: &Basemap<'_>,
    subject: Subject<'_>,
    size: [f64; 2],
    lang: Lang,
) -> Option<Result<MapLayout, String>> {
    let any = story.told().flat_map(|(_, told)| told.maps()).next()?;
    let view = view_of(story, basemap, subject)?;
    let frame = Frame { surroundings: false, ..story.frame(&any.frame).clone() };
    let canvas = canvas_of(story, basemap, subject, view, size);
    let of = |crowd: Crowd, named: Named| {
        let map = map_of(story, any, subject, view, crowd);
        place_all(&LayoutInput {
            story,
            basemap,
            map: &map,
            frame: &frame,
            canvas: &canvas,
            lang,
            width: Width::Wide,
            named,
        })
    };
    let is_clear = |layout: &MapLayout| is_named(layout, subject) && is_apart(story, basemap, layout, subject);
    let ways = Crowd::ALL.into_iter().flat_map(|crowd| [Named::Marks, Named::Some].map(|named| (crowd, named)));
    let found = ways.flat_map(|(crowd, named)| of(crowd, named)).find(is_clear);
    let tinted = region_of(story, subject).into_iter().map(|region| region.id.clone()).collect();
    let layout = found.map_or_else(|| of(Crowd::Alone, Named::Some), Ok);
    Some(layout.map(|layout| MapLayout { tinted, ..layout }))
}

/// Whether its subject has a name, and every mark.
fn is_named(layout: &MapLayout, subject: Subject<'_>) -> bool {
    let has_name = |mark: &Mark| layout.labels.iter().any(|label| label.mark == Some(mark.at));
    layout.labels.iter().any(|label| label.place.as_ref() == Some(subject.id())) && layout.marks.iter().all(has_name)
}

/// Whether the land of its region has no names of places that are elsewhere.
fn is_apart(story: &Story, basemap: &Basemap<'_>, layout: &MapLayout, subject: Subject<'_>) -> bool {
    let (Some(region), Some(pane)) = (region_of(story, subject), layout.panes.first()) else { return true };
    let land = basemap.shapes.rings(region.id.as_str());
    let is_foreign = |label: &&Label| {
        let place = label.place.as_ref().filter(|id| label.mark.is_some() && *id != subject.id());
        place.is_some_and(|id| story.place(id).location.within.as_ref() != Some(&region.id))
    };
    let foreign = layout.labels.iter().filter(is_foreign);
    foreign.map(|label| pane.fit.to_ground(label.bounds.centre())).all(|middle| !contains(&land, middle))
}

/// Which places have marks beside the one that the map is about: as many as leave room for its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Crowd {
    All,
    /// Those that are said to lie in the same region, or in it.
    Inside,
    Alone,
}

impl Crowd {
    const ALL: [Self; 3] = [Self::All, Self::Inside, Self::Alone];
}

/// The region that it is, or that it is known to lie in and no better.
fn region_of<'a>(story: &'a Story, subject: Subject<'a>) -> Option<&'a Region> {
    match subject {
        Subject::Region(region) => Some(region),
        Subject::Place(place) => {
            let known = place.location.within.as_ref().filter(|_| place.location.precision == Precision::Region);
            known.map(|id| story.region(id))
        }
    }
}

/// What is seen, and whether that is a part of all.
#[derive(Clone, Copy)]
struct NearView {
    metres: Rect,
    is_part: bool,
}

fn view_of(story: &Story, basemap: &Basemap<'_>, subject: Subject<'_>) -> Option<NearView> {
    let all = Rect::bounding(basemap.shapes.outline().into_iter().flatten())?;
    if let Some(region) = region_of(story, subject) {
        let bounds = Rect::bounding(basemap.shapes.rings(region.id.as_str()).into_iter().flatten())?;
        let metres = bounds.grown(bounds.width.max(bounds.height) * AROUND_REGION);
        return Some(NearView { metres, is_part: true });
    }
    let whole = || all.grown(all.width.max(all.height) * AROUND_ALL);
    let place = subject.place()?;
    let Some(Spot { point, radius }) = place.location.spot() else {
        return place.location.anchor.map(|_| NearView { metres: whole(), is_part: false });
    };
    let at = basemap.metres(point);
    if !basemap.is_on_any(at) {
        let corners = [(all.x, all.y), (all.right(), all.bottom()), (at.x, at.y)];
        let both = Rect::bounding(corners.map(|(x, y)| Point::new(x, y)))?;
        return Some(NearView { metres: both.grown(both.width.max(both.height) * AROUND_ALL), is_part: false });
    }
    let reach = (basemap.radius() * AROUND_PLACE).max(radius * 2.0);
    Some(NearView { metres: Rect::around(at, reach * 2.0, reach * 2.0), is_part: true })
}

fn canvas_of(story: &Story, basemap: &Basemap<'_>, subject: Subject<'_>, view: NearView, size: [f64; 2]) -> Canvas {
    let [west, south] = degrees(basemap, Point::new(view.metres.x, view.metres.y));
    let [east, north] = degrees(basemap, Point::new(view.metres.right(), view.metres.bottom()));
    let area = Rect::new(0.0, 0.0, size[0], size[1]);
    Canvas {
        size,
        extent: [west, south, east, north],
        area: parts(area),
        inset: None,
        locator: view.is_part.then(|| parts(corner_for(story, basemap, subject, &Fit::new(view.metres, area), area))),
        beyond: None,
        // Too coarse to be seen near.
        reservoirs: !view.is_part,
    }
}

fn parts(rect: Rect) -> [f64; 4] {
    [rect.x, rect.y, rect.width, rect.height]
}

/// Where the small map of all regions covers fewest marks, and least of the region that the map is about.
fn corner_for(story: &Story, basemap: &Basemap<'_>, subject: Subject<'_>, fit: &Fit, area: Rect) -> Rect {
    let (share, edge) = LOCATOR;
    let side = area.width.min(area.height) * share;
    let (left, top) = (edge, edge);
    let (right, bottom) = (area.width - edge - side, area.height - edge - side);
    let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
    let points = |points: &[Point]| points.iter().map(|point| fit.to_page(*point)).collect::<Vec<_>>();
    let places = story.places.places.iter().filter_map(|place| Some(basemap.metres(story.point_of(&place.id)?)));
    let places = points(&places.collect::<Vec<_>>());
    let own = region_of(story, subject).map_or_else(Vec::new, |region| basemap.shapes.rings(region.id.as_str()));
    let own = points(&own.concat());
    let covered = |rect: &Rect| {
        let count = |points: &[Point], by: f64| points.iter().filter(|point| rect.grown(by).has(**point)).count();
        (count(&places, 20.0), count(&own, 0.0))
    };
    let rects = corners.map(|(x, y)| Rect::new(x, y, side, side));
    rects.into_iter().min_by_key(covered).unwrap_or(rects[0])
}

fn degrees(basemap: &Basemap<'_>, metres: Point) -> [f64; 2] {
    let (longitude, latitude) = basemap.projection.inverse(metres);
    [longitude, latitude]
}

/// A map with every place that has a mark, its own first; where all regions are seen, with its own and what stands for
/// them alone: the marks of the others would lie on each other there.
fn map_of(story: &Story, any: &ChapterMap, subject: Subject<'_>, view: NearView, crowd: Crowd) -> ChapterMap {
    let own = subject.place();
    let region = own.map_or(Some(subject.id()), |place| place.location.within.as_ref());
    let is_other = |place: &&Place| own.is_none_or(|own| own.id != place.id);
    let is_shown = |place: &&Place| match crowd {
        _ if !view.is_part => place.location.precision == Precision::Whole,
        // The city as a whole has no place of its own among what is seen near.
        Crowd::All => place.location.precision != Precision::Whole,
        Crowd::Inside => region.is_some() && place.location.within.as_ref() == region,
        Crowd::Alone => false,
    };
    let others = story.places.places.iter().filter(is_other).filter(is_shown);
    ChapterMap {
        places: own.into_iter().chain(others).map(|place| place.id.clone()).collect(),
        lines: Vec::new(),
        shading: None,
        shading_on_request: false,
        names_only: true,
        stages: Vec::new(),
        beyond: Vec::new(),
        beyond_title: None,
        ..any.clone()
    }
}
