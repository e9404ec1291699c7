//! Draws a placed chart: bars, axes, tables, with their words.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::brush::Brush;
use super::fault::Fault;
use crate::layout::map::style::{HATCH, LineStyle};
use crate::layout::{Anchor, Primitive, Role, Scene, Stroke, TextRun};
use geometry::Point;
use story::text::Face;

/// Which primitive of a scene a group of shapes is: the index of its part, and its own within that.
pub type PrimitiveIndex = (usize, usize);

/// Draws a chart or table, primitive by primitive; `open` is told which one comes before its shapes are drawn, and a backend of
/// pixels may ignore it.
///
/// Texts are handed over with a point of their base line, and with which end of them stands there.
pub fn draw_scene<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene,
    brush: &Brush,
    mut open: impl FnMut(PrimitiveIndex),
) -> Result<(), Fault<DB>> {
    for (part_index, part) in scene.parts.iter().enumerate() {
        for (index, primitive) in part.primitives.iter().enumerate() {
            open((part_index, index));
            draw_primitive(area, primitive, brush)?;
        }
    }
    Ok(())
}

fn draw_primitive<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    primitive: &Primitive,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    let units = |points: &[Point]| points.iter().map(|point| brush.units(*point)).collect::<Vec<_>>();
    match primitive {
        Primitive::Area(corners, role) => {
            area.draw(&Polygon::new(units(corners), brush.palette.colour(*role).filled()))
        }
        Primitive::Line(points, role, width, stroke) => draw_line(area, points, *role, *width, *stroke, brush),
        Primitive::Hatch(strokes) => {
            for stroke in strokes {
                area.draw(&PathElement::new(units(stroke), brush.line(HATCH)))?;
            }
            Ok(())
        }
        Primitive::Text(text) => draw_text(area, text, brush),
        Primitive::HitArea(_) => Ok(()),
    }
}

/// Draws a line; a broken one stroke by stroke where the brush says so.
pub(super) fn draw_line<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    points: &[Point],
    role: Role,
    width: f64,
    stroke: Stroke,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_styled(area, points, LineStyle { role, width, dash: gaps(stroke), opacity: 1.0 }, brush)
}

/// Draws a line of a map.
pub(super) fn draw_styled<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    points: &[Point],
    line: LineStyle,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    let units = |points: &[Point]| points.iter().map(|point| brush.units(*point)).collect::<Vec<_>>();
    let style = brush.line(line);
    let Some([on, off]) = line.dash.filter(|_| brush.breaks_lines) else {
        return area.draw(&PathElement::new(units(points), style));
    };
    for dash in dashes(points, on, off) {
        match dash.as_slice() {
            // Backends end lines bluntly: what is only its round end is a disc.
            [at, ..] if on == 0.0 => {
                let radius = (line.width / 2.0 * brush.scale).round() as i32;
                area.draw(&Circle::new(brush.units(*at), radius, style.filled()))?;
            }
            dash => area.draw(&PathElement::new(units(dash), style))?,
        }
    }
    Ok(())
}

/// Draws a line of text.
pub(super) fn draw_text<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    text: &TextRun,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    let family = if text.face.serif { brush.serif } else { brush.sans };
    let style = if text.face.face == Face::Bold { FontStyle::Bold } else { FontStyle::Normal };
    let end = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = (family, text.face.size * brush.scale, style).into_font();
    let colour = brush.palette.colour(text.role);
    let style = TextStyle::from(font).color(&colour).pos(Pos::new(end, VPos::Bottom));
    area.draw(&Text::new(text.words.as_str(), brush.units(text.at), style))
}

impl Brush<'_> {
    /// A point in the backend's units.
    pub fn units(&self, point: Point) -> (i32, i32) {
        ((point.x * self.scale).round() as i32, (point.y * self.scale).round() as i32)
    }

    /// A line, and never of no width.
    pub fn line(&self, line: LineStyle) -> ShapeStyle {
        let width = ((line.width * self.scale).round() as u32).max(1);
        self.palette.colour(line.role).mix(line.opacity).stroke_width(width)
    }
}

/// Lengths of the strokes and gaps of a broken line.
fn gaps(stroke: Stroke) -> Option<[f64; 2]> {
    match stroke {
        Stroke::Solid => None,
        Stroke::Dashed => Some([4.0, 3.0]),
        Stroke::Dotted => Some([1.0, 5.0]),
    }
}

/// The strokes of a broken line; the pattern runs on round its corners.
fn dashes(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut strokes: Vec<Vec<Point>> = Vec::new();
    let (mut draws, mut left) = (true, on);
    let mut stroke: Vec<Point> = points.iter().take(1).copied().collect();
    for pair in points.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let length = from.distance(to);
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let along = gone / length;
            let at = Point::new(from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along);
            if draws {
                stroke.push(at);
                strokes.push(std::mem::take(&mut stroke));
            } else {
                stroke = vec![at];
            }
            draws = !draws;
            left = if draws { on } else { off };
        }
        left -= length - gone;
        if draws {
            stroke.push(to);
        }
    }
    if draws && stroke.len() > 1 {
        strokes.push(stroke);
    }
    strokes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_runs_round_its_corners_and_stops_at_its_end() {
        let corner = [Point::new(0.0, 0.0), Point::new(6.0, 0.0), Point::new(6.0, 6.0)];
        let strokes = dashes(&corner, 4.0, 3.0);
        assert_eq!(
            strokes,
            [vec![Point::new(0.0, 0.0), Point::new(4.0, 0.0)], vec![Point::new(6.0, 1.0), Point::new(6.0, 5.0)],]
        );
        assert!(dashes(&[], 4.0, 3.0).is_empty());
    }
}
