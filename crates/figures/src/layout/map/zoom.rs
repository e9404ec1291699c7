//! Which labels the main pane shows where it is enlarged: all that it is drawn from moves apart, and words and marks
//! keep their size.

use super::candidates::enlarged;
use super::input::LayoutInput;
use super::panes::Pane;
use super::unplaced::UnplacedLabel;
use super::{Choropleth, Label, LabelKind, Line, Mark};
use geometry::{AnchoredBox, MOST, Point, Rect, collision, points_along};

/// Where labels may come in.
const ZOOM_LEVELS: [f64; 6] = [1.5, 2.0, 3.0, 4.0, 6.0, 8.0];
/// How deep two boxes may overlap without being noticed, in pixels.
const TOLERANCE: f64 = 1.5;
/// Side of the boxes that stand for a line, and how far apart they are; all larger than the tolerance.
const LINE: (f64, f64) = (4.0, 1.5);
/// The same for a leader.
const LEADER: (f64, f64) = (2.0, 0.5);
/// No map takes more labels than these.
const ENOUGH: usize = 24;

/// What is drawn, from which factor to which.
struct ShownRange {
    parts: Vec<AnchoredBox>,
    range: [f64; 2],
}

impl ShownRange {
    fn mark(rect: Rect, anchor: Point) -> Self {
        Self { parts: vec![AnchoredBox { rect, anchor }], range: [1.0, MOST] }
    }

    /// A line is of the land: every point of it moves by itself.
    fn line(line: &Line) -> Self {
        let (side, step) = LINE;
        let points = line.segments().flat_map(|segment| points_along(segment, step));
        let parts = points.map(|at| AnchoredBox { rect: Rect::around(at, side, side), anchor: at }).collect();
        Self { parts, range: [1.0, MOST] }
    }

    /// A label with its leader.
    fn label(label: &Label) -> Self {
        let (side, step) = LEADER;
        let along = |[from, bend, end]: [Point; 3]| {
            [[from, bend], [bend, end]].into_iter().flat_map(move |segment| points_along(segment, step))
        };
        let leader = label.leader.into_iter().flat_map(along).map(|at| Rect::around(at, side, side));
        let rects = std::iter::once(label.bounds).chain(leader);
        let parts = rects.map(|rect| AnchoredBox { rect, anchor: label.anchor }).collect();
        Self { parts, range: [label.from, label.until.unwrap_or(f64::INFINITY)] }
    }

    /// The first factor at which the two cover each other while both are shown.
    fn meets(&self, other: &Self) -> Option<f64> {
        let shown = [self.range[0].max(other.range[0]), self.range[1].min(other.range[1]).min(MOST)];
        let pairs = self.parts.iter().flat_map(|one| other.parts.iter().map(move |two| (one, two)));
        let collisions = pairs.filter_map(|(one, two)| collision(one, two, TOLERANCE));
        let starts = collisions.filter(|[from, to]| *from <= shown[1] && *to >= shown[0] && shown[0] < shown[1]);
        starts.map(|[from, _]| from.max(shown[0])).min_by(f64::total_cmp)
    }
}

/// Ends every label of the main pane where it would come to cover a mark, a line or a label with a better priority.
pub fn give_way(labels: &mut [Label], marks: &[Mark], lines: &[Line]) {
    let mut order: Vec<usize> = (0..labels.len()).filter(|index| labels[*index].pane == 0).collect();
    order.sort_by_key(|index| labels[*index].kind.priority());
    let mut shown: Vec<(Option<Point>, ShownRange)> = standing(marks, lines);
    for index in order {
        let label = &mut labels[index];
        let own = ShownRange::label(label);
        let others = shown.iter().filter(|(mark, _)| mark.is_none() || *mark != label.mark);
        let first = others.filter_map(|(_, other)| own.meets(other)).min_by(f64::total_cmp);
        // In hundredths, and never before it was shown.
        label.until = first.map(|first| ((first * 100.0).floor() / 100.0).max(1.01));
        shown.push((None, ShownRange::label(label)));
    }
}

/// The names that find room on their own land, or beside their river, where the main pane is enlarged: those that
/// found none at all, had to give way, or stand aside with a leader, which ends there. Those of an inset come too.
pub fn later(
    input: &LayoutInput<'_>,
    panes: &[Pane],
    labels: &mut [Label],
    marks: &[Mark],
    lines: &[Line],
    shading: Option<&Choropleth>,
) -> Vec<Label> {
    let standing = standing(marks, lines);
    let mut later: Vec<Label> = Vec::new();
    for times in ZOOM_LEVELS {
        for unplaced in enlarged(input, &panes[..1], marks, shading, times) {
            let before = labels.iter().position(|label| label.pane == 0 && label.names_same(&unplaced.label));
            let asked = before.is_none_or(|index| may_change(&labels[index], times));
            // What a line or a dot names already is not named once more as a neighbour.
            let known = |label: &Label| {
                label.kind != unplaced.label.kind && label.lines.first() == unplaced.label.lines.first()
            };
            let asked = asked && !(unplaced.label.kind == LabelKind::Neighbour && labels.iter().any(known));
            if !asked || later.len() == ENOUGH || later.iter().any(|label| label.names_same(&unplaced.label)) {
                continue;
            }
            let others = labels.iter().enumerate().filter(|(index, label)| label.pane == 0 && Some(*index) != before);
            let others: Vec<ShownRange> = others
                .map(|(_, label)| ShownRange::label(label))
                .chain(later.iter().map(ShownRange::label))
                .collect();
            let Some(label) = first_free(&unplaced, times, &standing, &others) else { continue };
            if let Some(before) = before {
                labels[before].until = Some(labels[before].until.unwrap_or(times).min(times));
            }
            later.push(label);
        }
    }
    later
}

/// Whether a label of the map as laid out stands elsewhere from this factor on.
fn may_change(label: &Label, times: f64) -> bool {
    let aside = label.mark.is_none() && label.leader.is_some();
    aside || label.until.is_some_and(|until| until <= times)
}

/// The label at its best candidate that covers nothing from this factor on.
fn first_free(
    unplaced: &UnplacedLabel,
    times: f64,
    standing: &[(Option<Point>, ShownRange)],
    others: &[ShownRange],
) -> Option<Label> {
    let free = |label: &Label| {
        let own = ShownRange::label(label);
        let standing = standing.iter().filter(|(mark, _)| mark.is_none() || *mark != label.mark);
        standing.map(|(_, shown)| shown).chain(others).all(|other| own.meets(other).is_none())
    };
    let mut choices: Vec<usize> = (0..unplaced.feature.candidates.len()).collect();
    let cost = |choice: &usize| unplaced.feature.candidates[*choice].cost;
    choices.sort_by(|a, b| cost(a).total_cmp(&cost(b)));
    choices.into_iter().map(|choice| Label { from: times, ..unplaced.standing(choice) }).find(free)
}

/// Marks, lines and stations of the main pane; with their centres, so that their own labels are known.
fn standing(marks: &[Mark], lines: &[Line]) -> Vec<(Option<Point>, ShownRange)> {
    let marks = marks.iter().filter(|mark| mark.pane == 0);
    let marks = marks.map(|mark| (Some(mark.at), ShownRange::mark(mark.bounds(), mark.at)));
    let stations = lines.iter().flat_map(|line| &line.stations);
    let stations = stations.map(|one| (Some(one.at), ShownRange::mark(one.bounds(), one.at)));
    marks.chain(stations).chain(lines.iter().map(|line| (None, ShownRange::line(line)))).collect()
}
