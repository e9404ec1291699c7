//! What labels there are, and where each would like to stand, from best to worst.

use super::brief::{Brief, Named};
use super::draft::{Draft, OVER_BORDER, around, draft, size, with_leader, words};
use super::label::LabelKind;
use super::line_wishes::of_lines;
use super::panes::Pane;
use super::region_wishes::of_regions;
use super::rivers::of_rivers;
use super::{Line, Mark, Shading};
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

/// The labels of a map, those with the first claim first; `taken` is where none may stand.
pub fn all(
    brief: &Brief<'_>,
    panes: &[Pane],
    marks: &[Mark],
    lines: &[Line],
    shading: Option<&Shading>,
    taken: &[Rect],
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = marks.iter().filter_map(|mark| of_mark(brief, mark, marks)).collect();
    drafts.extend(of_lines(brief, lines, marks));
    // Regions that are drawn as one are named as one, and what lies around them is the land drawn there.
    if brief.frame.surroundings {
        return drafts;
    }
    drafts.extend(of_regions(brief, panes, shading, taken, 1.0));
    drafts.extend(of_rivers(brief, panes));
    let neighbours = of_neighbours(brief, panes, &drafts, 1.0);
    drafts.extend(neighbours);
    drafts
}

/// The labels of marks, regions, rivers and neighbours where the main pane is enlarged by `times`, all without
/// leaders; boxes and points as they are where it is not.
pub fn enlarged(
    brief: &Brief<'_>,
    main: &[Pane],
    marks: &[Mark],
    shading: Option<&Shading>,
    times: f64,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> =
        marks.iter().filter(|mark| mark.pane == 0).filter_map(|mark| of_mark(brief, mark, marks)).collect();
    if !brief.frame.surroundings {
        drafts.extend(of_regions(brief, main, shading, &[], times));
        drafts.extend(of_rivers(brief, main));
        let neighbours = of_neighbours(brief, main, &drafts, times);
        drafts.extend(neighbours);
    }
    for draft in &mut drafts {
        draft.wish.candidates.retain(|candidate| candidate.leader.is_none());
    }
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
    if brief.named != Named::All {
        candidates.extend(with_leader(mark.at, edge(mark) + 2.0, &MORE_REACHES, [w, h]));
    }
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

/// What lies around, but for what a line or a dot names already.
fn of_neighbours(brief: &Brief<'_>, panes: &[Pane], drafts: &[Draft], times: f64) -> Vec<Draft> {
    let named = |lines: &[String]| drafts.iter().any(|draft| draft.label.lines.first() == lines.first());
    let land: &Land<'_> = brief.ground;
    let draft_of = |neighbour: &story::model::Neighbour| {
        let lines = vec![neighbour.name.get(brief.lang).to_owned()];
        if named(&lines) {
            return None;
        }
        let (w, h) = size(LabelKind::Neighbour, &lines);
        let outside = |centre: &Point| !land.is_on_any(panes[0].fit.to_ground(*centre));
        let anchors = neighbour.anchors.iter().filter_map(|anchor| panes[0].locate(brief.ground.metres(*anchor)));
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
        (!candidates.is_empty()).then(|| draft(LabelKind::Neighbour, None, 0, lines, candidates, true))
    };
    brief.story.map.neighbours.iter().filter_map(draft_of).collect()
}
