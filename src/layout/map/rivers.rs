//! Rivers: which of them are in sight, and where their names may stand.

use super::Brief;
use super::labels::LabelKind;
use super::panes::{Pane, PaneKind};
use super::wishes::{Draft, draft, size};
use crate::geometry::{Candidate, Point, Rect, clip_line};
use crate::model::Water;
use crate::text::Ui;

/// From a river's anchor to the middle of its name.
const BESIDE: f64 = 14.0;

/// Whether the main pane or an inset shows a part of a schematic river.
pub fn schematic_in_sight(brief: &Brief<'_>, panes: &[Pane]) -> bool {
    let courses = brief.ground.shapes.layer("rivers");
    let shows = |pane: &Pane, line: &[Point]| {
        let on_page: Vec<Point> = line.iter().map(|point| pane.fit.to_page(*point)).collect();
        !clip_line(&on_page, &pane.rect).is_empty()
    };
    let mut schematic = brief.story.map.rivers.iter().filter(|river| river.schematic);
    schematic.any(|river| {
        let lines = courses.iter().filter(|(id, _)| *id == river.id).flat_map(|(_, lines)| lines);
        lines
            .into_iter()
            .any(|line| panes.iter().filter(|pane| pane.kind != PaneKind::Locator).any(|pane| shows(pane, line)))
    })
}

/// The names of the rivers, above or below one of their anchors.
pub fn of_rivers(brief: &Brief<'_>, panes: &[Pane]) -> Vec<Draft> {
    let draft_of = |river: &Water| {
        let lines = vec![name(brief, river)];
        let (w, h) = size(LabelKind::River, &lines);
        let anchors = river.anchors.iter().filter_map(|anchor| panes[0].locate(brief.ground.metres(*anchor)));
        let candidates = anchors.flat_map(|at| {
            [Point::new(at.x, at.y - BESIDE), Point::new(at.x, at.y + BESIDE)]
                .map(|centre| Candidate::at(at, Rect::around(centre, w, h)))
        });
        draft(LabelKind::River, None, 0, lines, candidates.collect(), true)
    };
    brief.story.map.rivers.iter().map(draft_of).collect()
}

/// A river's name, which says so where its line is schematic.
fn name(brief: &Brief<'_>, river: &Water) -> String {
    let name = river.name.get(brief.lang);
    if river.schematic { Ui(brief.lang).named_schematic(name) } else { name.to_owned() }
}
