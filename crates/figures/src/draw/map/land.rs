//! Land, water and borders, cut to the pane they are seen in.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBAColor;
use plotters_backend::DrawingBackend;

use super::super::brush::Brush;
use super::super::fault::Fault;
use super::super::scene::draw_styled;
use super::{MapDrawing, closed, fill};
use crate::layout::map::style::{
    self, BORDER, COMPUTED, FADE, FADE_BELOW, FRAME, HATCH, LineStyle, NEIGHBOUR, OUTLINE, OWN, PANE, PanePart,
    SURROUNDINGS, TINT,
};
use crate::layout::map::{Choropleth, MapLayout, Pane, PaneKind, ValueClass};
use crate::layout::{Role, corners};
use geometry::{Lines, Point, Rect, clip_line, clip_ring, hatch};
use story::model::Colour;

/// A pane being drawn on.
struct PaneArea<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    pane: &'a Pane,
    brush: &'a Brush<'a>,
}

impl<DB: DrawingBackend> PaneArea<'_, DB> {
    fn lines(&self, lines: &Lines, style: LineStyle) -> Result<(), Fault<DB>> {
        let mut parts = lines.iter().flat_map(|line| clip_line(&self.on_page(line), &self.pane.rect));
        parts.try_for_each(|part| draw_styled(self.area, &part, style, self.brush))
    }

    fn areas(&self, rings: &Lines, colour: RGBAColor) -> Result<(), Fault<DB>> {
        self.cut(rings).iter().try_for_each(|ring| fill(self.area, ring, colour, self.brush))
    }

    fn hatching(&self, rings: &Lines, spacing: f64) -> Result<(), Fault<DB>> {
        let mut strokes = hatch(&self.cut(rings), spacing).into_iter();
        strokes.try_for_each(|stroke| draw_styled(self.area, &stroke, HATCH, self.brush))
    }

    fn cut(&self, rings: &Lines) -> Lines {
        rings.iter().map(|ring| clip_ring(&self.on_page(ring), &self.pane.rect)).collect()
    }

    fn on_page(&self, line: &[Point]) -> Vec<Point> {
        line.iter().map(|point| self.pane.fit.to_page(*point)).collect()
    }
}

/// A part of the land.
pub fn draw_pane<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    map: &MapDrawing<'_>,
    pane: &Pane,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    let (shapes, layout) = (&map.basemap.shapes, map.layout);
    let is_main = pane.kind == PaneKind::Main;
    let pane_area = PaneArea { area, pane, brush };
    if !is_main {
        fill(area, &corners(pane.rect), brush.wash(Role::Paper, 1.0), brush)?;
    }
    for part in PANE {
        match part {
            PanePart::Around => draw_around(&pane_area, map)?,
            PanePart::Land => {
                let (role, opacity) = if layout.surroundings { (Role::Ink, OWN) } else { (Role::Raise, 1.0) };
                pane_area.areas(&shapes.outline(), brush.wash(role, opacity))?;
            }
            PanePart::Regions => draw_regions(&pane_area, map, is_main)?,
            PanePart::Water if is_main && layout.reservoirs => {
                for (_, rings) in shapes.layer("water") {
                    pane_area.areas(&rings, brush.wash(Role::Water, 1.0))?;
                }
            }
            PanePart::Outline => pane_area.lines(&shapes.outline(), OUTLINE)?,
            PanePart::Rivers if !layout.surroundings => draw_rivers(&pane_area, map)?,
            PanePart::Here if pane.kind == PaneKind::Locator => draw_here(&pane_area, layout)?,
            PanePart::Water | PanePart::Rivers | PanePart::Here => {}
        }
    }
    if is_main { Ok(()) } else { draw_styled(area, &closed(&corners(pane.rect)), FRAME, brush) }
}

/// The land around: its areas where it is what the regions lie in, else its borders.
fn draw_around<DB: DrawingBackend>(pane_area: &PaneArea<'_, DB>, map: &MapDrawing<'_>) -> Result<(), Fault<DB>> {
    let shapes = &map.basemap.shapes;
    if map.layout.surroundings {
        for (_, rings) in shapes.layer("surroundings") {
            pane_area.areas(&rings, pane_area.brush.wash(Role::Raise, 1.0))?;
            pane_area.lines(&rings, SURROUNDINGS)?;
        }
    } else {
        for (_, borders) in shapes.layer("neighbour-borders") {
            pane_area.lines(&borders, NEIGHBOUR)?;
        }
    }
    Ok(())
}

/// The regions: tinted, shaded or hatched, and their borders.
fn draw_regions<DB: DrawingBackend>(
    pane_area: &PaneArea<'_, DB>,
    map: &MapDrawing<'_>,
    is_main: bool,
) -> Result<(), Fault<DB>> {
    let regions = map.basemap.shapes.layer("regions");
    for id in &map.layout.tinted {
        let rings = map.basemap.shapes.rings(id.as_str());
        pane_area.areas(&rings, pane_area.brush.wash(Role::Category(Colour::Green), TINT))?;
    }
    if let Some(shading) = map.layout.shading.as_ref().filter(|_| is_main) {
        for (id, rings) in &regions {
            draw_shade(pane_area, shading, map.measure, id, rings)?;
        }
    }
    for (_, rings) in &regions {
        pane_area.lines(rings, BORDER)?;
    }
    Ok(())
}

/// A region by its value, or hatched where it has none.
fn draw_shade<DB: DrawingBackend>(
    pane_area: &PaneArea<'_, DB>,
    shading: &Choropleth,
    measure: usize,
    region: &str,
    rings: &Lines,
) -> Result<(), Fault<DB>> {
    match shading.of(region).nth(measure).flatten() {
        Some(shaded) => {
            pane_area.areas(rings, pane_area.brush.wash(role_of(shaded.class), 1.0))?;
            if shaded.class == ValueClass::Computed { pane_area.lines(rings, COMPUTED) } else { Ok(()) }
        }
        None => match shading.hatching(region) {
            Some(hatching) => pane_area.hatching(rings, hatching.spacing()),
            None => Ok(()),
        },
    }
}

/// What a class of values is filled with.
pub fn role_of(class: ValueClass) -> Role {
    match class {
        ValueClass::High => Role::Given,
        ValueClass::Low => Role::GivenToo,
        ValueClass::Computed => Role::Computed,
    }
}

fn draw_rivers<DB: DrawingBackend>(pane_area: &PaneArea<'_, DB>, map: &MapDrawing<'_>) -> Result<(), Fault<DB>> {
    let courses = map.basemap.shapes.layer("rivers");
    for river in &map.story.map.rivers {
        for (_, course) in courses.iter().filter(|(id, _)| *id == river.id) {
            pane_area.lines(course, style::river(river))?;
        }
    }
    Ok(())
}

/// Where the main pane lies in the locator.
fn draw_here<DB: DrawingBackend>(pane_area: &PaneArea<'_, DB>, layout: &MapLayout) -> Result<(), Fault<DB>> {
    let Some(main) = layout.panes.first() else { return Ok(()) };
    let frame: Vec<Point> =
        corners(main.rect).iter().map(|at| pane_area.pane.fit.to_page(main.fit.to_ground(*at))).collect();
    let mut parts = clip_line(&closed(&frame), &pane_area.pane.rect).into_iter();
    parts.try_for_each(|part| draw_styled(pane_area.area, &part, FRAME, pane_area.brush))
}

/// Land fades out at both sides, because the data stop there.
pub fn draw_fades<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    layout: &MapLayout,
    pane: &Pane,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    if pane.scale() >= FADE_BELOW || layout.surroundings {
        return Ok(());
    }
    let [width, height] = layout.size;
    for step in 0..FADE as u32 {
        let x = f64::from(step);
        for left in [x, width - x - 1.0] {
            fill(area, &corners(Rect::new(left, 0.0, 1.0, height)), brush.wash(Role::Paper, 1.0 - x / FADE), brush)?;
        }
    }
    Ok(())
}
