//! Rivers: which of them are in sight, and where their names may stand.

use super::furniture::inset;
use super::input::LayoutInput;
use super::label::LabelKind;
use super::panes::{Pane, PaneKind};
use super::unplaced::{UnplacedLabel, size, unplaced};
use crate::layout::corners;
use geometry::{Candidate, Point, Rect, Segment, clip_line, part_inside};
use story::model::Water;
use story::text::Ui;

/// From a river's anchor to the middle of its name above or below it.
const BESIDE: f64 = 14.0;
/// From a river's anchor to the end of its name beside it.
const ASIDE: f64 = 8.0;
/// What it costs a name to lie on a river or a frame.
const ON_STROKE: f64 = 6.0;

/// Whether the main pane or an inset shows a part of a schematic river.
pub fn schematic_in_sight(input: &LayoutInput<'_>, panes: &[Pane]) -> bool {
    let shown = panes.iter().filter(|pane| pane.kind != PaneKind::Locator);
    shown.into_iter().any(|pane| !courses(input, pane, |river| river.schematic).is_empty())
}

/// What a pane shows of the rivers, stretch by stretch.
fn courses(input: &LayoutInput<'_>, pane: &Pane, which: impl Fn(&Water) -> bool) -> Vec<Segment> {
    let named = |id: &str| input.story.map.rivers.iter().any(|river| river.id == id && which(river));
    let layer = input.basemap.shapes.layer("rivers");
    let lines = layer.iter().filter(|(id, _)| named(id)).flat_map(|(_, lines)| lines);
    let on_page = |line: &Vec<Point>| line.iter().map(|point| pane.fit.to_page(*point)).collect::<Vec<_>>();
    let parts = lines.flat_map(|line| clip_line(&on_page(line), &pane.rect));
    parts.flat_map(|part| part.windows(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>()).collect()
}

/// What names should not lie on in each pane: rivers, and in the main one the frame of what an inset magnifies.
pub fn strokes(input: &LayoutInput<'_>, panes: &[Pane]) -> Vec<Vec<Segment>> {
    let mut strokes: Vec<Vec<Segment>> = panes.iter().map(|pane| courses(input, pane, |_| true)).collect();
    if let (Some(main), Some(inset)) = (strokes.first_mut(), inset(input, panes)) {
        let [a, b, c, d] = corners(inset.source)[..] else { return strokes };
        main.extend([[a, b], [b, c], [c, d], [d, a]]);
        main.extend(inset.leaders);
    }
    strokes
}

/// What it costs a name to stand here.
pub fn on_stroke(strokes: &[Segment], rect: &Rect) -> f64 {
    if strokes.iter().any(|stroke| part_inside(*stroke, rect).is_some()) { ON_STROKE } else { 0.0 }
}

/// The names of the rivers, each beside one of its anchors.
pub fn of_rivers(input: &LayoutInput<'_>, panes: &[Pane]) -> Vec<UnplacedLabel> {
    let strokes = strokes(input, panes);
    let draft_of = |river: &Water| {
        let lines = vec![name(input, river)];
        let (w, h) = size(LabelKind::River, &lines);
        let aside = w / 2.0 + ASIDE;
        let offsets = [
            (0.0, -BESIDE),
            (0.0, BESIDE),
            (aside, 0.0),
            (-aside, 0.0),
            (w / 2.0, BESIDE),
            (-w / 2.0, -BESIDE),
            (w / 2.0, -BESIDE),
            (-w / 2.0, BESIDE),
        ];
        let anchors = anchors(input, panes, river);
        let candidate = |at: Point, (dx, dy): (f64, f64)| {
            let rect = Rect::around(Point::new(at.x + dx, at.y + dy), w, h);
            Candidate { cost: on_stroke(&strokes[0], &rect), ..Candidate::at(at, rect) }
        };
        let candidates = anchors.into_iter().flat_map(|at| offsets.map(|offset| candidate(at, offset)));
        unplaced(LabelKind::River, None, 0, lines, candidates.collect(), true)
    };
    input.story.map.rivers.iter().map(draft_of).collect()
}

/// Where a river's name may stand by. Anchors are given for maps of all regions: on one of a part, where they would lie off
/// the river, it is what is seen of its course, from the middle on.
fn anchors(input: &LayoutInput<'_>, panes: &[Pane], river: &Water) -> Vec<Point> {
    let main = &panes[0];
    if panes.iter().all(|pane| pane.kind != PaneKind::Locator) {
        return river.anchors.iter().filter_map(|anchor| main.locate(input.basemap.metres(*anchor))).collect();
    }
    let course = courses(input, main, |other| other.id == river.id);
    let middle = |[from, to]: &Segment| Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
    let mut middles: Vec<Point> = course.iter().map(middle).collect();
    let off = |point: &Point| point.distance(main.rect.centre());
    middles.sort_by(|one, other| off(one).total_cmp(&off(other)));
    middles
}

/// A river's name, which says so where its line is schematic.
fn name(input: &LayoutInput<'_>, river: &Water) -> String {
    let name = river.name.get(input.lang);
    if river.schematic { Ui(input.lang).named_schematic(name) } else { name.to_owned() }
}
