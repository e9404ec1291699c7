//! The names of regions: each on its own land, or beside it with a leader where the land has no room.

use super::input::LayoutInput;
use super::label::{LabelKind, Reading};
use super::panes::{Pane, PaneKind};
use super::points::pane_of;
use super::rivers::{on_stroke, strokes};
use super::unplaced::{OVER_BORDER, UnplacedLabel, around, size, unplaced, with_leader};
use super::{Choropleth, ClassedRegion};
use crate::layout::corners;
use geometry::{Candidate, Point, PreparedPolygon, Rect, Segment, part_inside};
use story::model::Region;
use story::text::{Ui, number_of};

/// How far from its anchor a name may stand on its land, and in which steps it is tried there.
const ON_LAND: (f64, f64) = (72.0, 6.0);
/// How far from the anchor a leader may start, and in which steps that is tried.
const FEET: (f64, f64) = (24.0, 3.0);
/// From how many points of the land leaders are tried.
const MOST_FEET: usize = 9;
/// How far a leader goes aslant, and then level.
const REACHES: [(f64, f64); 16] = [
    (14.0, 8.0),
    (22.0, 8.0),
    (30.0, 8.0),
    (38.0, 8.0),
    (46.0, 8.0),
    (54.0, 8.0),
    (60.0, 8.0),
    (14.0, 30.0),
    (22.0, 30.0),
    (30.0, 30.0),
    (38.0, 30.0),
    (46.0, 30.0),
    (14.0, 52.0),
    (22.0, 52.0),
    (30.0, 52.0),
    (14.0, 74.0),
];
/// A name of a dense map on its own land is better than one beside it.
const BESIDE: f64 = 40.0;
/// What a pixel of leader costs.
const LENGTH: f64 = 0.1;

/// The names of regions where the pane is enlarged by `times`, in boxes and points as they are where it is not;
/// with what a shaded map says of them. No leader starts in what is taken, and none leads to a region of which only
/// a part is in sight or to a value.
pub fn of_regions(
    input: &LayoutInput<'_>,
    panes: &[Pane],
    shading: Option<&Choropleth>,
    taken: &[Rect],
    times: f64,
) -> Vec<UnplacedLabel> {
    let strokes = strokes(input, panes);
    let draft_of = |region: &Region| {
        let anchor = input.basemap.metres(region.anchor_on_map());
        let area = input.basemap.area(&region.id)?;
        let (index, at) = pane_of(panes, anchor).or_else(|| glimpse(panes, area))?;
        let lines = vec![region.short.get(input.lang).to_owned()];
        let readings = shading.map_or_else(Vec::new, |shading| readings(input, shading, region));
        let kind = if readings.is_empty() { LabelKind::Region } else { LabelKind::Value };
        let (w, h) = match kind {
            LabelKind::Value => largest(&readings),
            _ => size(kind, &lines),
        };
        let pane = &panes[index];
        let on_land = |point: &Point| area.contains(pane.fit.to_ground(*point));
        // The name lies on its own land, not only its middle.
        let inside = |centre: &Point| {
            [-0.38, 0.0, 0.38].into_iter().all(|part| on_land(&Point::new(centre.x + part * w / times, centre.y)))
        };
        let (reach, step) = ON_LAND;
        let sight = Rect::around(at, reach * 2.0 + w, reach * 2.0 + h);
        let near = |stroke: &Segment| part_inside(*stroke, &sight).is_some();
        let strokes: Vec<Segment> = strokes[index].iter().copied().filter(near).collect();
        let standing = |centre: Point| {
            let covered = Rect::around(centre, w / times, h / times);
            let cut = corners(covered).iter().any(|corner| !on_land(corner));
            let cost = on_stroke(&strokes, &covered) + if cut { OVER_BORDER } else { 0.0 };
            Candidate { cost, ..Candidate::at(centre, Rect::around(centre, w, h)) }
        };
        let mut candidates: Vec<Candidate> =
            around(at, reach / times, step / times).filter(inside).map(standing).collect();
        let own = |other: &&Rect| pane.kind == PaneKind::Main || **other != pane.rect;
        let bare = |foot: &Point| pane.rect.has(*foot) && taken.iter().filter(own).all(|other| !other.has(*foot));
        let seen_by_anchor = pane.locate(anchor).is_some();
        // A value away from its land would be read as another's.
        let may_stand_aside = seen_by_anchor && kind == LabelKind::Region;
        let (reach, step) = FEET;
        let feet = around(at, reach, step).filter(on_land).filter(bare).filter(|_| may_stand_aside).take(MOST_FEET);
        candidates.extend(feet.flat_map(|foot| with_leader(foot, 0.0, &REACHES, [w, h])).map(dear));
        let optional = region.optional || !seen_by_anchor;
        // A number is never dropped.
        let optional = optional && readings.iter().all(|reading| reading.fact.is_none());
        let mut unplaced = unplaced(kind, Some(region.id.clone()), index, lines, candidates, optional);
        unplaced.label.readings = readings;
        Some(unplaced)
    };
    input.story.places.regions.iter().filter_map(draft_of).collect()
}

/// A candidate with a leader, the dearer the longer that is.
fn dear(candidate: Candidate) -> Candidate {
    let length = candidate.leader.map_or(0.0, |[from, bend, end]| from.distance(bend) + bend.distance(end));
    Candidate { cost: BESIDE + length * LENGTH, ..candidate }
}

/// What a shaded map says of a region, measure by measure.
fn readings(input: &LayoutInput<'_>, shading: &Choropleth, region: &Region) -> Vec<Reading> {
    let name = region.short.get(input.lang);
    let silent = || Reading {
        fact: None,
        kind: None,
        class: None,
        head: name.to_owned(),
        below: shading.hatching(region.id.as_str()).map_or("", |_| Ui(input.lang).not_given()).to_owned(),
    };
    let reading = |shaded: &ClassedRegion| {
        let fact = input.story.fact(&shaded.fact);
        Reading {
            fact: Some(fact.id.clone()),
            kind: Some(fact.kind),
            class: Some(shaded.class),
            head: number_of(input.story, fact, input.lang)
                .map_or_else(|| fact.id.to_string(), |number| number.number),
            below: name.to_owned(),
        }
    };
    shading.of(region.id.as_str()).map(|shaded| shaded.map_or_else(silent, reading)).collect()
}

/// Room for each of the readings.
fn largest(readings: &[Reading]) -> (f64, f64) {
    let sizes = readings.iter().map(Reading::size);
    sizes.fold((0.0, 0.0), |(w, h), (width, height)| (f64::max(w, width), f64::max(h, height)))
}

/// A point of the region that the main pane shows, where its anchor is out of sight.
fn glimpse(panes: &[Pane], area: &PreparedPolygon) -> Option<(usize, Point)> {
    let main = panes.first()?;
    let room = main.rect.grown(-30.0);
    let columns = (0..24).flat_map(|i| (0..18).map(move |j| (f64::from(i) / 23.0, f64::from(j) / 17.0)));
    let points = columns.map(|(u, v)| Point::new(room.x + u * room.width, room.y + v * room.height));
    let seen = points.filter(|point| area.contains(main.fit.to_ground(*point)));
    let seen: Vec<Point> = seen.collect();
    let count = seen.len() as f64;
    let middle = Point::new(
        seen.iter().map(|point| point.x).sum::<f64>() / count,
        seen.iter().map(|point| point.y).sum::<f64>() / count,
    );
    seen.into_iter().min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle))).map(|point| (0, point))
}
