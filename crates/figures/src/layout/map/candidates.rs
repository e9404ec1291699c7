//! What labels there are, and where each would like to stand, from best to worst.

use super::input::{LayoutInput, Named};
use super::label::LabelKind;
use super::line_candidates::of_lines;
use super::panes::Pane;
use super::region_candidates::of_regions;
use super::rivers::of_rivers;
use super::unplaced::{OVER_BORDER, UnplacedLabel, around, size, unplaced, with_leader, words};
use super::{Choropleth, Line, Mark};
use crate::layout::{Land, corners};
use geometry::{Candidate, Point, Rect};

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
/// The same in a picture, where none may stand unnamed.
const MORE_REACHES: [(f64, f64); 6] =
    [(14.0, 6.0), (30.0, 24.0), (14.0, 40.0), (22.0, 62.0), (40.0, 44.0), (14.0, 70.0)];
/// A ring up to this radius keeps its own label outside.
const WIDEST_RING: f64 = 34.0;

/// The labels of a map, those with the first priority first; `taken` is where none may stand.
pub fn all(
    input: &LayoutInput<'_>,
    panes: &[Pane],
    marks: &[Mark],
    lines: &[Line],
    shading: Option<&Choropleth>,
    taken: &[Rect],
) -> Vec<UnplacedLabel> {
    let mut all_unplaced: Vec<UnplacedLabel> = marks.iter().filter_map(|mark| of_mark(input, mark, marks)).collect();
    all_unplaced.extend(of_lines(input, lines, marks));
    // Regions that are drawn as one are named as one, and what lies around them is the land drawn there.
    if input.frame.surroundings {
        return all_unplaced;
    }
    all_unplaced.extend(of_regions(input, panes, shading, taken, 1.0));
    all_unplaced.extend(of_rivers(input, panes));
    let neighbours = of_neighbours(input, panes, &all_unplaced, 1.0);
    all_unplaced.extend(neighbours);
    all_unplaced
}

/// The labels of marks, regions, rivers and neighbours where the main pane is enlarged by `times`, all without
/// leaders; boxes and points as they are where it is not.
pub fn enlarged(
    input: &LayoutInput<'_>,
    main: &[Pane],
    marks: &[Mark],
    shading: Option<&Choropleth>,
    times: f64,
) -> Vec<UnplacedLabel> {
    let mut all_unplaced: Vec<UnplacedLabel> =
        marks.iter().filter(|mark| mark.pane == 0).filter_map(|mark| of_mark(input, mark, marks)).collect();
    if !input.frame.surroundings {
        all_unplaced.extend(of_regions(input, main, shading, &[], times));
        all_unplaced.extend(of_rivers(input, main));
        let neighbours = of_neighbours(input, main, &all_unplaced, times);
        all_unplaced.extend(neighbours);
    }
    for unplaced in &mut all_unplaced {
        unplaced.feature.candidates.retain(|candidate| candidate.leader.is_none());
    }
    all_unplaced
}

fn of_mark(input: &LayoutInput<'_>, mark: &Mark, marks: &[Mark]) -> Option<UnplacedLabel> {
    let place = input.story.place(&mark.place);
    let (kind, lines) = match mark.number {
        Some(number) => (LabelKind::Number, vec![number.to_string()]),
        None => (LabelKind::Place, words(input, place, &[])),
    };
    let (w, h) = size(kind, &lines);
    let reach = edge(mark) + GAP;
    let Point { x, y } = mark.at;
    let rect = |left: f64, top: f64| Candidate::at(mark.at, Rect::new(left, top, w, h));
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
    candidates.extend(with_leader(mark.at, edge(mark) + 2.0, &REACHES, [w, h]));
    if input.named != Named::All {
        candidates.extend(with_leader(mark.at, edge(mark) + 2.0, &MORE_REACHES, [w, h]));
    }
    let mut unplaced = unplaced(kind, Some(mark.place.clone()), mark.pane, lines, candidates, false);
    unplaced.label.mark = Some(mark.at);
    let others = marks.iter().filter(|other| other.place != mark.place);
    unplaced.feature.avoid =
        others.map(|other| Rect::around(other.at, 2.0, 2.0).grown(edge(other) + CLEARANCE)).collect();
    Some(unplaced)
}

/// How far a mark reaches, with its ring unless that is so wide that the label may stand within.
fn edge(mark: &Mark) -> f64 {
    mark.ring.filter(|ring| *ring <= WIDEST_RING).unwrap_or(mark.radius * 1.15)
}

/// What lies around, but for what a line or a dot names already.
fn of_neighbours(
    input: &LayoutInput<'_>,
    panes: &[Pane],
    all_unplaced: &[UnplacedLabel],
    times: f64,
) -> Vec<UnplacedLabel> {
    let named = |lines: &[String]| all_unplaced.iter().any(|unplaced| unplaced.label.lines.first() == lines.first());
    let land: &Land<'_> = input.basemap;
    let draft_of = |neighbour: &story::model::Neighbour| {
        let lines = vec![neighbour.name.get(input.lang).to_owned()];
        if named(&lines) {
            return None;
        }
        let (w, h) = size(LabelKind::Neighbour, &lines);
        let outside = |centre: &Point| !land.is_on_any(panes[0].fit.to_ground(*centre));
        let anchors = neighbour.anchors.iter().filter_map(|anchor| panes[0].locate(input.basemap.metres(*anchor)));
        let candidates: Vec<Candidate> = anchors
            .flat_map(|at| around(at, 36.0 / times, 6.0 / times))
            .filter(outside)
            .map(|centre| Candidate::at(centre, Rect::around(centre, w, h)))
            .map(|candidate| {
                let covered = Rect::around(candidate.anchor, w / times, h / times);
                let cost = if corners(covered).iter().all(outside) { 0.0 } else { OVER_BORDER };
                Candidate { cost, ..candidate }
            })
            .collect();
        (!candidates.is_empty()).then(|| unplaced(LabelKind::Neighbour, None, 0, lines, candidates, true))
    };
    input.story.map.neighbours.iter().filter_map(draft_of).collect()
}
