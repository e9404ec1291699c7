//! Marks, rings and schematic lines.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::super::brush::Brush;
use super::super::fault::Fault;
use super::super::scene::{draw_line, draw_styled};
use super::{closed, fill};
use crate::layout::map::style::{
    ARROW, CASING, DOT_CASING, FULL_RADIUS, LINE_CORE, LINE_EDGE, LINE_END, LineStyle, MARK_WIDTH, RING,
    SCHEMATIC_RIVER, STATION, TINT,
};
use crate::layout::map::{Line, Mark, Sign};
use crate::layout::{Outline, Role, Stroke, circle, core, corners, half, outline};
use geometry::{Point, Rect};
use story::model::{Colour, Shape, Stage};

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
    draw_styled(area, &edge, LineStyle { width: CASING.width * thin, ..CASING }, brush)?;
    match stage {
        Stage::Planned => {}
        Stage::UnderWay => fill(&half(&whole), Role::Category(colour))?,
        Stage::Due => fill(&core(&whole), Role::Category(colour))?,
        Stage::Done => fill(&whole, Role::Category(colour))?,
    }
    draw_line(area, &edge, Role::Category(colour), MARK_WIDTH * thin, Stroke::Solid, brush)
}

/// Draws the dashed ring around a rough position.
pub fn draw_ring<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    radius: f64,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_styled(area, &closed(&moved(&circle(radius), at)), RING, brush)
}

/// Draws the dot of a city, with its casing.
pub fn draw_dot<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    radius: f64,
    role: Role,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_disc(area, at, radius + DOT_CASING, Role::Raise, brush)?;
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
    draw_styled(area, points, LINE_EDGE, brush)?;
    draw_styled(area, points, LINE_CORE, brush)
}

/// Draws a part of a river whose course is not known.
pub fn draw_schematic_river<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    points: &[Point],
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_styled(area, points, SCHEMATIC_RIVER, brush)
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
        draw_styled(area, &head, LINE_END, brush)?;
    }
    for station in &line.stations {
        let ring = moved(&circle(station.radius), station.at);
        fill(area, &ring, brush.wash(Role::Raise, 1.0), brush)?;
        draw_styled(area, &closed(&ring), STATION, brush)?;
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
        draw_styled(area, &turned(line, at, bearing), ARROW, brush)?;
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
