//! Marks, rings and schematic lines.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::super::brush::Brush;
use super::super::fault::Fault;
use super::super::scene::draw_line;
use super::{closed, fill};
use crate::layout::map::{Line, Mark, Sign};
use crate::layout::{Outline, Role, Stroke, circle, core, corners, half, outline};
use geometry::{Point, Rect};
use story::model::{Colour, Shape, Stage};

/// How much of a colour tints a region that stands for a place known no better.
pub const TINT: f64 = 0.1;
/// The radius at which marks have lines of their full width.
const FULL_RADIUS: f64 = 10.0;

/// A mark of the map, with the ring of a rough position.
pub fn draw_mark<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    mark: &Mark,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    if let Some(radius) = mark.ring {
        draw_ring(area, mark.at, radius, brush)?;
    }
    match mark.sign {
        Sign::Category { shape, colour, stage } => {
            draw_stage(area, (shape, stage, colour), mark.at, mark.radius, brush)
        }
        Sign::City => draw_dot(area, mark.at, mark.radius, Role::Ink2, brush),
        Sign::OwnCity => draw_dot(area, mark.at, mark.radius, Role::Ink, brush),
    }
}

/// Draws a mark of this stage: casing, fill, edge, as on the page.
pub fn draw_stage<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    (shape, stage, colour): (Shape, Stage, Colour),
    at: Point,
    radius: f64,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    let whole = match outline(shape, radius) {
        Outline::Circle(radius) => circle(radius),
        Outline::Polygon(points) => points,
    };
    let (edge, thin) = (closed(&moved(&whole, at)), radius / FULL_RADIUS);
    let fill = |points: &[Point], role| fill(area, &moved(points, at), brush.wash(role, 1.0), brush);
    fill(&whole, Role::Raise)?;
    draw_line(area, &edge, Role::Raise, 4.5 * thin, Stroke::Solid, brush)?;
    match stage {
        Stage::Planned => {}
        Stage::UnderWay => fill(&half(&whole), Role::Category(colour))?,
        Stage::Due => fill(&core(&whole), Role::Category(colour))?,
        Stage::Done => fill(&whole, Role::Category(colour))?,
    }
    draw_line(area, &edge, Role::Category(colour), 1.7 * thin, Stroke::Solid, brush)
}

/// Draws the dashed ring around a rough position.
pub fn draw_ring<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    radius: f64,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_line(area, &closed(&moved(&circle(radius), at)), Role::Ink2, 1.1, Stroke::Dashed, brush)
}

/// Draws the dot of a city, with its casing.
pub fn draw_dot<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    radius: f64,
    role: Role,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_disc(area, at, radius + 1.0, Role::Raise, brush)?;
    draw_disc(area, at, radius, role, brush)
}

/// Draws a filled circle: by itself the foot of a leader.
pub fn draw_disc<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    radius: f64,
    role: Role,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    fill(area, &moved(&circle(radius), at), brush.wash(role, 1.0), brush)
}

/// Fills a rectangle with the tint of a region that stands for a place.
pub fn draw_tint<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    rect: Rect,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    fill(area, &corners(rect), brush.wash(Role::Category(Colour::Green), TINT), brush)
}

/// Draws a part of a schematic line: dark, with a dashed core of the ground's colour.
pub fn draw_railway<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    points: &[Point],
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_line(area, points, Role::Ink2, 4.0, Stroke::Solid, brush)?;
    draw_line(area, points, Role::Raise, 2.0, Stroke::Dashed, brush)
}

/// A schematic line with its stations, and arrows where it leaves the map.
pub fn draw_schematic<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    line: &Line,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    for part in &line.parts {
        draw_railway(area, part, brush)?;
    }
    for end in &line.ends {
        let head = turned(&[(-6.0, 5.0), (0.0, -4.0), (6.0, 5.0)], end.at, end.bearing);
        draw_line(area, &head, Role::Ink2, 2.5, Stroke::Solid, brush)?;
    }
    for station in &line.stations {
        let ring = moved(&circle(station.radius), station.at);
        fill(area, &ring, brush.wash(Role::Raise, 1.0), brush)?;
        draw_line(area, &closed(&ring), Role::Ink2, 1.7, Stroke::Solid, brush)?;
    }
    Ok(())
}

/// An arrow that points where a city lies.
pub fn draw_arrow<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    bearing: f64,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    for line in [[(0.0, 9.0), (0.0, -9.0)].as_slice(), &[(-4.0, -4.0), (0.0, -9.0), (4.0, -4.0)]] {
        draw_line(area, &turned(line, at, bearing), Role::Category(Colour::Bronze), 1.4, Stroke::Solid, brush)?;
    }
    Ok(())
}

/// Points around the origin, turned clockwise by degrees and moved.
fn turned(points: &[(f64, f64)], to: Point, degrees: f64) -> Vec<Point> {
    let (sin, cos) = degrees.to_radians().sin_cos();
    points.iter().map(|(x, y)| Point::new(to.x + x * cos - y * sin, to.y + x * sin + y * cos)).collect()
}

fn moved(points: &[Point], by: Point) -> Vec<Point> {
    points.iter().map(|point| Point::new(point.x + by.x, point.y + by.y)).collect()
}
