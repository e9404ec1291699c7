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
use crate::layout::map::style::{FADE_BELOW, HALO, LineStyle, STRATA, Stratum, VALUE_HALO};
use crate::layout::map::{LabelKind, Pane, PaneKind};

pub use canvas::MapDrawing;
use canvas::{closed, fill};
pub use land::role_of;
pub use marks::{draw_dot, draw_railway, draw_ring, draw_schematic_river, draw_stage, draw_tint};

/// What comes next, told before it is drawn: a backend may put a halo around letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MapPart {
    /// Land, lines and marks.
    Shapes,
    /// Words, with this halo.
    Words(LineStyle),
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
    for stratum in STRATA {
        open(MapPart::Shapes);
        match stratum {
            Stratum::Main => main.iter().try_for_each(|pane| land::draw_pane(area, map, pane, brush))?,
            Stratum::Fades => main.iter().try_for_each(|pane| land::draw_fades(area, layout, pane, brush))?,
            Stratum::Lines => layout.lines.iter().try_for_each(|line| marks::draw_schematic(area, line, brush))?,
            Stratum::Furniture => {
                let within = main.iter().any(|pane| pane.scale() >= FADE_BELOW);
                open(MapPart::Words(halo(if within { Role::Raise } else { Role::Paper })));
                words::draw_furniture(area, map, brush)?;
            }
            Stratum::Apart => apart.iter().try_for_each(|pane| land::draw_pane(area, map, pane, brush))?,
            Stratum::Marks => layout.marks.iter().try_for_each(|mark| marks::draw_mark(area, mark, brush))?,
            Stratum::Labels => draw_labels(area, map, brush, &mut open)?,
        }
    }
    Ok(())
}

fn draw_labels<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    map: &MapDrawing<'_>,
    brush: &Brush,
    open: &mut impl FnMut(MapPart),
) -> Result<(), Fault<DB>> {
    let layout = map.layout;
    for label in &layout.labels {
        let beside = label.kind == LabelKind::Neighbour && !layout.surroundings;
        open(MapPart::Words(halo(if beside { Role::Paper } else { Role::Raise })));
        match label.readings.get(map.measure) {
            Some(reading) => {
                open(MapPart::Words(LineStyle { role: words::ground_of(reading), ..VALUE_HALO }));
                words::draw_reading(area, map, label, reading, brush)?;
            }
            None => words::draw_label(area, label, brush)?,
        }
    }
    Ok(())
}

fn halo(role: Role) -> LineStyle {
    LineStyle { role, ..HALO }
}
