//! What labels there are, and where each would like to stand, from best to worst.

use super::labels::{Label, LabelKind, Reading, SUB_SIZE};
use super::line_wishes::of_lines;
use super::panes::Pane;
use super::points::pane_of;
use super::{Brief, Line, Mark, ShadedRegion, Shading};
use crate::geometry::{Candidate, Lines, Point, Rect, Wish, contains};
use crate::layout::Width;
use crate::model::{Place, PlaceId, Region};
use crate::text::{Face, Ui, number_of, width};

/// The widest a joined line below a name may be, in pixels.
const SUB_WIDTH: f64 = 160.0;
/// Room between a mark and its label.
const GAP: f64 = 6.0;
/// Room between a mark and a label that names another.
const CLEARANCE: f64 = 9.0;
/// By how much a label is nearer to its own mark than to any other.
const NEARER: f64 = 6.0;
/// How far a leader goes aslant, and then level.
const REACHES: [(f64, f64); 9] = [
    (22.0, 10.0),
    (34.0, 10.0),
    (46.0, 10.0),
    (58.0, 10.0),
    (22.0, 40.0),
    (34.0, 40.0),
    (46.0, 40.0),
    (58.0, 30.0),
    (68.0, 10.0),
];
/// A ring up to this radius keeps its own label outside.
const WIDEST_RING: f64 = 34.0;

/// A label that still wants a place.
pub struct Draft {
    /// The label without its place.
    pub label: Label,
    /// Where it may stand.
    pub wish: Wish,
}

/// The labels of a map, those with the first claim first.
pub fn all(
    brief: &Brief<'_>,
    panes: &[Pane],
    marks: &[Mark],
    lines: &[Line],
    shading: Option<&Shading>,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = marks.iter().filter_map(|mark| of_mark(brief, mark, marks)).collect();
    drafts.extend(of_lines(brief, lines, marks));
    // Regions that are drawn as one are named as one, and what lies around them is the land drawn there.
    if brief.frame.surroundings {
        return drafts;
    }
    drafts.extend(of_regions(brief, panes, shading));
    drafts.extend(of_rivers(brief, panes));
    let neighbours = of_neighbours(brief, panes, &drafts);
    drafts.extend(neighbours);
    drafts
}

fn of_mark(brief: &Brief<'_>, mark: &Mark, marks: &[Mark]) -> Option<Draft> {
    let place = brief.story.place(&mark.place)?;
    let (kind, lines) = match mark.number {
        Some(number) => (LabelKind::Number, vec![number.to_string()]),
        None => (LabelKind::Place, words(brief, place, &[])),
    };
    let (w, h) = size(kind, &lines);
    let reach = edge(mark) + GAP;
    let Point { x, y } = mark.at;
    let rect = |left: f64, top: f64| Candidate { rect: Rect::new(left, top, w, h), leader: None };
    let mut candidates = vec![
        rect(x + reach, y - h / 2.0),
        rect(x - reach - w, y - h / 2.0),
        rect(x + reach, y - h * 0.8),
        rect(x - reach - w, y - h * 0.8),
        rect(x + reach, y - h * 0.2),
        rect(x - reach - w, y - h * 0.2),
        rect(x + reach * 0.7, y - h - reach * 0.5),
        rect(x - reach * 0.7 - w, y - h - reach * 0.5),
        rect(x - w / 2.0, y + reach),
        rect(x - w / 2.0, y - reach - h),
        rect(x + reach * 0.7, y + reach * 0.5),
        rect(x - reach * 0.7 - w, y + reach * 0.5),
    ];
    // Without a leader a label belongs to the mark it is nearest to.
    candidates.retain(|candidate| {
        let own = candidate.rect.distance(mark.at);
        marks.iter().all(|other| other.place == mark.place || candidate.rect.distance(other.at) > own + NEARER)
    });
    candidates.extend(with_leader(mark, w, h));
    let mut draft = draft(kind, Some(mark.place.clone()), mark.pane, lines, candidates, false);
    draft.label.mark = Some(mark.at);
    let others = marks.iter().filter(|other| other.place != mark.place);
    draft.wish.avoid = others.map(|other| Rect::around(other.at, 2.0, 2.0).grown(edge(other) + CLEARANCE)).collect();
    Some(draft)
}

/// How far a mark reaches, with its ring unless that is so wide that the label may stand within.
fn edge(mark: &Mark) -> f64 {
    mark.ring.filter(|ring| *ring <= WIDEST_RING).unwrap_or(mark.radius * 1.15)
}

/// Candidates away from the mark: a 45° elbow, then level to the label.
fn with_leader(mark: &Mark, w: f64, h: f64) -> Vec<Candidate> {
    let start = edge(mark) + 2.0;
    let mut candidates = Vec::new();
    for (away, run) in REACHES {
        for (right, down) in [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
            let bend = Point::new(mark.at.x + right * away, mark.at.y + down * away);
            let end = Point::new(bend.x + right * run, bend.y);
            let from = Point::new(mark.at.x + right * start * 0.7, mark.at.y + down * start * 0.7);
            let left = if right > 0.0 { end.x + 3.0 } else { end.x - 3.0 - w };
            candidates
                .push(Candidate { rect: Rect::new(left, bend.y - h / 2.0, w, h), leader: Some([from, bend, end]) });
        }
    }
    candidates
}

/// Name and, unless names alone are wanted, what is done there, how roughly it is placed, and `more`.
pub fn words(brief: &Brief<'_>, place: &Place, more: &[&str]) -> Vec<String> {
    let mut lines = vec![place.short.get(brief.lang).to_owned()];
    if !brief.map.names_only {
        let verb = place.verb.as_ref().map(|verb| verb.get(brief.lang));
        // What is drawn as a line has no position of its own.
        let precision = Ui(brief.lang).precision(place.location.precision).filter(|_| more.is_empty());
        let sub: Vec<&str> = verb.into_iter().chain(precision).chain(more.iter().copied()).collect();
        let joined = sub.join(" · ");
        if width(&joined, SUB_SIZE, Face::Regular) <= SUB_WIDTH {
            lines.extend((!joined.is_empty()).then_some(joined));
        } else {
            lines.extend(sub.into_iter().map(str::to_owned));
        }
    }
    lines
}

fn of_regions(brief: &Brief<'_>, panes: &[Pane], shading: Option<&Shading>) -> Vec<Draft> {
    let draft_of = |region: &Region| {
        let anchor = brief.ground.metres(region.anchor);
        let rings = brief.ground.shapes.rings(region.id.as_str());
        let (index, at) = pane_of(panes, anchor).or_else(|| glimpse(panes, &rings))?;
        let lines = vec![region.short.get(brief.lang).to_owned()];
        let readings = shading.map_or_else(Vec::new, |shading| readings(brief, shading, region));
        let kind = if readings.is_empty() { LabelKind::Region } else { LabelKind::Value };
        let (w, h) = match kind {
            LabelKind::Value => largest(&readings),
            _ => size(kind, &lines),
        };
        let pane = &panes[index];
        // The name lies on its own land, not only its middle.
        let inside = |centre: &Point| {
            [-0.38, 0.0, 0.38]
                .into_iter()
                .all(|part| contains(&rings, pane.fit.to_ground(Point::new(centre.x + part * w, centre.y))))
        };
        let candidates: Vec<Candidate> = around(at, 72.0)
            .filter(inside)
            .map(|centre| Candidate { rect: Rect::around(centre, w, h), leader: None })
            .collect();
        let seen_by_anchor = pane.locate(anchor).is_some();
        let optional = region.optional || !seen_by_anchor || brief.width == Width::Narrow;
        // A number is never dropped.
        let optional = optional && readings.iter().all(|reading| reading.fact.is_none());
        let mut draft = draft(kind, Some(region.id.clone()), index, lines, candidates, optional);
        draft.label.readings = readings;
        Some(draft)
    };
    brief.story.places.regions.iter().filter_map(draft_of).collect()
}

/// What a shaded map says of a region, measure by measure.
fn readings(brief: &Brief<'_>, shading: &Shading, region: &Region) -> Vec<Reading> {
    let name = region.short.get(brief.lang);
    let silent = || Reading {
        fact: None,
        kind: None,
        shade: None,
        head: name.to_owned(),
        below: shading.hatching(&region.id).map_or("", |_| Ui(brief.lang).not_given()).to_owned(),
    };
    let reading = |shaded: &ShadedRegion| {
        let fact = brief.story.fact(&shaded.fact)?;
        Some(Reading {
            fact: Some(fact.id.clone()),
            kind: Some(fact.kind),
            shade: Some(shaded.shade),
            head: number_of(brief.story, fact, brief.lang)?.number,
            below: name.to_owned(),
        })
    };
    shading.of(&region.id).map(|shaded| shaded.and_then(reading).unwrap_or_else(silent)).collect()
}

/// Room for each of the readings.
fn largest(readings: &[Reading]) -> (f64, f64) {
    let sizes = readings.iter().map(Reading::size);
    sizes.fold((0.0, 0.0), |(w, h), (width, height)| (f64::max(w, width), f64::max(h, height)))
}

/// A point of the region that the main pane shows, where its anchor is out of sight.
fn glimpse(panes: &[Pane], rings: &[Vec<Point>]) -> Option<(usize, Point)> {
    let main = panes.first()?;
    let room = main.rect.grown(-30.0);
    let columns = (0..24).flat_map(|i| (0..18).map(move |j| (f64::from(i) / 23.0, f64::from(j) / 17.0)));
    let points = columns.map(|(u, v)| Point::new(room.x + u * room.width, room.y + v * room.height));
    let seen: Vec<Point> = points.filter(|point| contains(rings, main.fit.to_ground(*point))).collect();
    let count = seen.len() as f64;
    let middle = Point::new(
        seen.iter().map(|point| point.x).sum::<f64>() / count,
        seen.iter().map(|point| point.y).sum::<f64>() / count,
    );
    seen.into_iter().min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle))).map(|point| (0, point))
}

/// Points around a centre, nearest first, up to `reach` pixels away.
fn around(centre: Point, reach: f64) -> impl Iterator<Item = Point> {
    let steps = (reach / 6.0) as i32;
    let mut points: Vec<Point> = (-steps..=steps)
        .flat_map(|i| (-steps..=steps).map(move |j| Point::new(f64::from(i) * 6.0, f64::from(j) * 6.0)))
        .map(|offset| Point::new(centre.x + offset.x, centre.y + offset.y))
        .collect();
    points.sort_by(|a, b| a.distance(centre).total_cmp(&b.distance(centre)));
    points.into_iter()
}

/// The names of rivers, beside the points that the map gives for them.
pub fn of_rivers(brief: &Brief<'_>, panes: &[Pane]) -> Vec<Draft> {
    let draft_of = |river: &crate::model::Water| {
        let lines = vec![river.name.get(brief.lang).to_owned()];
        let (w, h) = size(LabelKind::River, &lines);
        let anchors = river.anchors.iter().filter_map(|anchor| panes[0].locate(brief.ground.metres(*anchor)));
        let candidates = anchors.flat_map(|at| {
            [Point::new(at.x, at.y - 14.0), Point::new(at.x, at.y + 14.0)]
                .map(|centre| Candidate { rect: Rect::around(centre, w, h), leader: None })
        });
        draft(LabelKind::River, None, 0, lines, candidates.collect(), true)
    };
    brief.story.map.rivers.iter().map(draft_of).collect()
}

/// What lies around, but for what a line or a dot names already.
fn of_neighbours(brief: &Brief<'_>, panes: &[Pane], drafts: &[Draft]) -> Vec<Draft> {
    let named = |lines: &[String]| drafts.iter().any(|draft| draft.label.lines.first() == lines.first());
    let regions = brief.story.places.regions.iter();
    let regions: Vec<Lines> = regions.map(|region| brief.ground.shapes.rings(region.id.as_str())).collect();
    let draft_of = |neighbour: &crate::model::NamedPoint| {
        let at = panes[0].locate(brief.ground.metres(neighbour.point))?;
        let lines = vec![neighbour.name.get(brief.lang).to_owned()];
        if named(&lines) {
            return None;
        }
        let (w, h) = size(LabelKind::Neighbour, &lines);
        let outside = |centre: &Point| {
            let metres = panes[0].fit.to_ground(*centre);
            regions.iter().all(|rings| !contains(rings, metres))
        };
        let candidates = around(at, 36.0)
            .filter(outside)
            .map(|centre| Candidate { rect: Rect::around(centre, w, h), leader: None })
            .collect();
        Some(draft(LabelKind::Neighbour, None, 0, lines, candidates, true))
    };
    brief.story.map.neighbours.iter().filter_map(draft_of).collect()
}

/// A label of the pane that wants one of these places.
pub fn draft(
    kind: LabelKind,
    place: Option<PlaceId>,
    pane: usize,
    lines: Vec<String>,
    candidates: Vec<Candidate>,
    optional: bool,
) -> Draft {
    let label = Label {
        kind,
        place,
        pane,
        bounds: Rect::new(0.0, 0.0, 0.0, 0.0),
        lines,
        leader: None,
        mark: None,
        readings: Vec::new(),
    };
    Draft { label, wish: Wish { candidates, avoid: Vec::new(), clear: clearance(kind), optional } }
}

/// A name that could stand elsewhere does not lean on another.
fn clearance(kind: LabelKind) -> f64 {
    match kind {
        LabelKind::Region | LabelKind::Value | LabelKind::River | LabelKind::Neighbour => 5.0,
        LabelKind::Place => 4.0,
        LabelKind::Number | LabelKind::Line | LabelKind::Station => 0.0,
    }
}

/// Width and height of a label's lines.
pub fn size(kind: LabelKind, lines: &[String]) -> (f64, f64) {
    let face = match kind {
        LabelKind::Place | LabelKind::Number | LabelKind::Line => Face::Bold,
        LabelKind::Region | LabelKind::Value | LabelKind::Station | LabelKind::River | LabelKind::Neighbour => {
            Face::Regular
        }
    };
    // Names of regions, rivers and neighbours are set with tracking.
    let tracking = if face == Face::Regular && kind != LabelKind::Station { 1.12 } else { 1.0 };
    let first = lines.first().map_or(0.0, |line| width(line, kind.size(), face) * tracking);
    let rest = lines.iter().skip(1).map(|line| width(line, SUB_SIZE, Face::Regular));
    let height = kind.size() * 1.25 + (lines.len() as f64 - 1.0) * SUB_SIZE * 1.25;
    (rest.fold(first, f64::max), height)
}
