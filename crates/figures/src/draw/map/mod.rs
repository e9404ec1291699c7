//! Draws a map: land pane by pane, what stands on it, words last.

mod land;
mod marks;
mod words;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::Polygon;
use plotters::style::{Color, RGBAColor};
use plotters_backend::DrawingBackend;

use super::brush::Brush;
use super::charts::Fault;
use crate::layout::map::style::{FADE_BELOW, HALO, LineStyle, STRATA, Stratum, VALUE_HALO};
use crate::layout::map::{LabelKind, MapLayout, Pane, PaneKind};
use crate::layout::{Ground, Role};
use geometry::Point;
use story::model::{Lang, Story};

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

/// What a map is drawn from.
#[derive(Clone, Copy)]
pub struct MapDrawing<'a> {
    /// The story, for the names of its rivers and cities.
    pub story: &'a Story,
    /// Its land.
    pub ground: &'a Ground<'a>,
    /// Where everything goes.
    pub layout: &'a MapLayout,
    /// The language of its words.
    pub lang: Lang,
    /// By which measure a shaded map is shaded, as an index.
    pub measure: usize,
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

/// Fills a polygon; one that was cut away is left out.
fn fill<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    points: &[Point],
    colour: RGBAColor,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    if points.len() < 3 {
        return Ok(());
    }
    area.draw(&Polygon::new(points.iter().map(|point| brush.units(*point)).collect::<Vec<_>>(), colour.filled()))
}

impl Brush<'_> {
    /// The colour of a role, of which so much is seen.
    fn wash(&self, role: Role, opacity: f64) -> RGBAColor {
        self.palette.colour(role).mix(opacity)
    }
}

fn closed(points: &[Point]) -> Vec<Point> {
    points.iter().chain(points.first()).copied().collect()
}
