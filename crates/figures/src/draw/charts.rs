//! The drawing functions of the charts.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Polygon};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::DrawingBackend;

use super::brush::Brush;
use super::fault::Fault;
use super::scene::draw_line;
use crate::layout::map::style::{LineStyle, MARK_WIDTH};
use crate::layout::{Outline, PlacedAreas, PlacedPictogram, Role, Stroke, circle, core, corners, half, outline};
use geometry::Point;
use story::model::{AreaId, Colour, FactId, Mention, PlaceId};

/// What a group of shapes stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupName {
    /// The fact it shows.
    pub fact: Option<FactId>,
    /// The place it shows.
    pub place: Option<PlaceId>,
    /// The area of work it shows, with how the page treats it.
    pub area: Option<(AreaId, Mention)>,
    /// The colour role.
    pub colour: Option<Colour>,
    /// How many marks it holds.
    pub count: usize,
}

/// Draws a pictogram: a group for every named mark, one for each run of marks that share a fact.
///
/// `open` is told what each group stands for, before its shapes are drawn; a backend of pixels may
/// ignore it.
pub fn draw_pictogram<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &PlacedPictogram,
    brush: &Brush,
    mut open: impl FnMut(GroupName),
) -> Result<(), Fault<DB>> {
    let same = |a: &crate::layout::PictogramMark, b: &crate::layout::PictogramMark| {
        (a.row, &a.fact, &a.place) == (b.row, &b.fact, &b.place)
    };
    for run in chart.marks.chunk_by(same) {
        let first = &run[0];
        open(GroupName {
            fact: Some(first.fact.clone()),
            place: first.place.clone(),
            area: None,
            colour: Some(first.colour),
            count: run.len(),
        });
        for mark in run {
            draw_mark(
                area,
                &outline(mark.shape, mark.radius),
                mark.at,
                if mark.full { Look::Full } else { Look::Dashed },
                brush,
                Role::Category(mark.colour),
            )?;
        }
    }
    Ok(())
}

/// Draws the strip of squares: one group for each area of work; `current` ones stand out, all of them if there are none.
pub fn draw_areas<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    strip: &PlacedAreas,
    current: &[AreaId],
    brush: &Brush,
    mut open: impl FnMut(GroupName),
) -> Result<(), Fault<DB>> {
    for square in &strip.areas {
        open(GroupName { area: Some((square.id.clone(), square.mention)), count: 1, ..GroupName::default() });
        let (rect, middle) = (square.rect, square.rect.centre());
        let around: Vec<Point> = corners(rect).iter().map(|c| Point::new(c.x - middle.x, c.y - middle.y)).collect();
        let stands_out = current.is_empty() || current.contains(&square.id);
        let role = match square.mention {
            Mention::Named | Mention::Added | Mention::Unnamed if stands_out => Role::Category(Colour::Peony),
            _ => Role::Mline,
        };
        let mark = |points: Vec<Point>, look| draw_mark(area, &Outline::Polygon(points), middle, look, brush, role);
        match square.mention {
            Mention::Named => mark(around, Look::Full)?,
            Mention::Absent => mark(around, Look::Dashed)?,
            Mention::Added => {
                mark(core(&around), Look::Full)?;
                mark(around, Look::Hollow)?;
            }
            Mention::Unnamed => {
                mark(half(&around), Look::Full)?;
                mark(around, Look::Hollow)?;
            }
        }
    }
    Ok(())
}

/// How a mark is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Filled.
    Full,
    /// As an outline.
    Hollow,
    /// As a broken outline: not placed, or not on the page.
    Dashed,
}

/// Draws one mark.
fn draw_mark<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    outline: &Outline,
    at: Point,
    look: Look,
    brush: &Brush,
    role: Role,
) -> Result<(), Fault<DB>> {
    let points = match outline {
        Outline::Circle(radius) if look == Look::Dashed && brush.breaks_lines => circle(*radius),
        Outline::Circle(radius) => {
            let style: ShapeStyle = if look == Look::Full {
                brush.palette.colour(role).filled()
            } else {
                brush.line(LineStyle::solid(role, MARK_WIDTH))
            };
            return area.draw(&Circle::new(brush.units(at), (radius * brush.scale).round() as u32, style));
        }
        Outline::Polygon(points) => points.clone(),
    };
    let mut corners: Vec<Point> = points.iter().map(|p| Point::new(at.x + p.x, at.y + p.y)).collect();
    if look == Look::Full {
        let corners: Vec<_> = corners.iter().map(|corner| brush.units(*corner)).collect();
        return area.draw(&Polygon::new(corners, brush.palette.colour(role).filled()));
    }
    corners.extend(corners.first().copied());
    let stroke = if look == Look::Dashed { Stroke::Dashed } else { Stroke::Solid };
    draw_line(area, &corners, role, MARK_WIDTH, stroke, brush)
}

#[cfg(test)]
mod tests {
    use plotters::drawing::IntoDrawingArea;

    use super::*;
    use crate::draw::{Drawn, Recorder};
    use crate::layout::PictogramMark;
    use story::model::{Formula, Shape, Span, parse};

    fn fact_id(id: &str) -> FactId {
        Formula::parse(&format!("{{{id}}}")).unwrap().inputs()[0].clone()
    }

    fn place_id(id: &str) -> PlaceId {
        match parse(&format!("{{@{id}}}")).unwrap().pop() {
            Some(Span::Place { id, .. }) => id,
            other => panic!("{other:?} for {id}"),
        }
    }

    fn mark(index: usize, place: Option<&str>, fact: &str) -> PictogramMark {
        PictogramMark {
            at: Point::new(10.0 + 20.0 * index as f64, 10.0),
            radius: 8.0,
            shape: Shape::Cross,
            colour: Colour::Peony,
            full: place.is_some(),
            row: 0,
            place: place.map(place_id),
            fact: fact_id(fact),
        }
    }

    #[test]
    fn named_marks_have_a_group_of_their_own_and_the_rest_share_one() {
        let marks =
            vec![mark(0, Some("a"), "fa"), mark(1, Some("b"), "fb"), mark(2, None, "rest"), mark(3, None, "rest")];
        let chart = PlacedPictogram { size: [80.0, 20.0], marks };
        let recorder = Recorder::new(chart.size);
        draw_pictogram(&recorder.clone().into_drawing_area(), &chart, &Brush::page(), |name| recorder.open(name))
            .unwrap();
        let groups = recorder.groups();
        let counts: Vec<usize> = groups.iter().map(|group| group.name.count).collect();
        assert_eq!(counts, [1, 1, 2]);
        assert!(matches!(groups[0].shapes[..], [Drawn::Area(_)]));
        assert!(matches!(groups[2].shapes[..], [Drawn::Line(_), Drawn::Line(_)]));
    }
}
