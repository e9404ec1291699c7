//! A label that still wants a place, and places that it may want.

use super::input::LayoutInput;
use super::label::{Label, LabelKind, SUB_SIZE};
use geometry::{Candidate, LabelFeature, Point, Rect};
use story::model::{Place, PlaceId};
use story::text::{Face, Ui, width};

/// The widest a joined line below a name may be, in pixels.
const SUB_WIDTH: f64 = 160.0;
/// The longest a leader may be, in pixels.
const LONGEST_LEADER: f64 = 96.0;
/// What it costs a name to reach over a border.
pub const OVER_BORDER: f64 = 6.0;
/// A label that still wants a place.
pub struct UnplacedLabel {
    /// The label without its place.
    pub label: Label,
    /// Where it may stand.
    pub feature: LabelFeature,
}

impl UnplacedLabel {
    /// The label at one of its candidates.
    pub fn standing(&self, choice: usize) -> Label {
        let Candidate { rect, leader, anchor, .. } = self.feature.candidates[choice];
        Label { bounds: rect, leader, anchor, ..self.label.clone() }
    }
}

/// Candidates away from a point: from `start` off it a 45° elbow, then level to the label.
pub fn with_leader(at: Point, start: f64, reaches: &[(f64, f64)], [w, h]: [f64; 2]) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for &(away, run) in reaches {
        for (right, down) in [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
            let bend = Point::new(at.x + right * away, at.y + down * away);
            let end = Point::new(bend.x + right * run, bend.y);
            let from = Point::new(at.x + right * start * 0.7, at.y + down * start * 0.7);
            let left = if right > 0.0 { end.x + 3.0 } else { end.x - 3.0 - w };
            let rect = Rect::new(left, bend.y - h / 2.0, w, h);
            if from.distance(bend) + run <= LONGEST_LEADER {
                candidates.push(Candidate { leader: Some([from, bend, end]), ..Candidate::at(at, rect) });
            }
        }
    }
    candidates
}

/// Name and, unless names alone are wanted, what is done there, how roughly it is placed, and `more`.
pub fn words(input: &LayoutInput<'_>, place: &Place, more: &[&str]) -> Vec<String> {
    let mut lines = vec![place.short.get(input.lang).to_owned()];
    if !input.map.names_only {
        let verb = place.verb.as_ref().map(|verb| verb.get(input.lang));
        // What is drawn as a line has no position of its own.
        let precision = Ui(input.lang).precision(place.location.precision).filter(|_| more.is_empty());
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

/// Points around a centre, nearest first, up to `reach` pixels away and `step` apart.
pub fn around(centre: Point, reach: f64, step: f64) -> impl Iterator<Item = Point> {
    let steps = (reach / step).round() as i32;
    let mut offsets: Vec<(i32, i32)> = (-steps..=steps).flat_map(|i| (-steps..=steps).map(move |j| (i, j))).collect();
    // By whole numbers, so that points equally near keep their order wherever the centre is.
    offsets.sort_by_key(|(i, j)| i * i + j * j);
    let point = move |(i, j)| Point::new(centre.x + f64::from(i) * step, centre.y + f64::from(j) * step);
    offsets.into_iter().map(point)
}

/// A label of the pane that wants one of these places.
pub fn unplaced(
    kind: LabelKind,
    place: Option<PlaceId>,
    pane: usize,
    lines: Vec<String>,
    candidates: Vec<Candidate>,
    optional: bool,
) -> UnplacedLabel {
    let label = Label {
        kind,
        place,
        pane,
        bounds: Rect::new(0.0, 0.0, 0.0, 0.0),
        lines,
        leader: None,
        mark: None,
        anchor: Point::new(0.0, 0.0),
        from: 1.0,
        until: None,
        readings: Vec::new(),
    };
    let feature =
        LabelFeature { candidates, avoid: Vec::new(), clear: clearance(kind), optional, priority: kind.priority() };
    UnplacedLabel { label, feature }
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
