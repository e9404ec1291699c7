//! Draws a map: land pane by pane, what stands on it, words last.

mod canvas;
mod land;
mod marks;
mod words;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::brush::Brush;
use super::fault::Fault;
use crate::layout::Role;
use crate::layout::map::{LabelKind, Pane, PaneKind};

pub use canvas::MapDrawing;
use canvas::{closed, fill};
pub use land::{SCHEMATIC_RIVER, role_of};
pub use marks::{draw_dot, draw_railway, draw_ring, draw_stage, draw_tint};

/// What comes next, told before it is drawn: a backend may put a halo around letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapPart {
    /// Land, lines and marks.
    Shapes,
    /// Words, on ground of this role.
    Words(Role),
}

/// Draws a map; `open` is told of each part before its shapes are drawn.
pub fn draw_map<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    map: &MapDrawing<'_>,
    brush: &Brush,
    mut open: impl FnMut(MapPart),
) -> Result<(), Fault<DB>> {
    let layout = map.layout;
    let (main, apart): (Vec<&Pane>, Vec<&Pane>) = layout.panes.iter().partition(|pane| pane.kind == PaneKind::Main);
    open(MapPart::Shapes);
    for pane in &main {
        land::draw_pane(area, map, pane, brush)?;
        land::draw_fades(area, layout, pane, brush)?;
    }
    for line in &layout.lines {
        marks::draw_schematic(area, line, brush)?;
    }
    let within = main.iter().any(|pane| pane.scale() >= land::FADE_BELOW);
    open(MapPart::Words(if within { Role::Raise } else { Role::Paper }));
    words::draw_furniture(area, map, brush)?;
    open(MapPart::Shapes);
    for pane in &apart {
        land::draw_pane(area, map, pane, brush)?;
    }
    for mark in &layout.marks {
        marks::draw_mark(area, mark, brush)?;
    }
    for label in &layout.labels {
        let beside = label.kind == LabelKind::Neighbour && !layout.surroundings;
        open(MapPart::Words(if beside { Role::Paper } else { Role::Raise }));
        match label.readings.get(map.measure) {
            Some(reading) => {
                open(MapPart::Words(words::ground_of(reading)));
                words::draw_reading(area, map, label, reading, brush)?;
            }
            None => words::draw_label(area, label, brush)?,
        }
    }
    Ok(())
}
