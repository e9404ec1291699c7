//! The drawing functions of the charts.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::style::{BLACK, Color, ShapeStyle};
use plotters_backend::DrawingBackend;

use super::backend::SCALE;
use crate::geometry::Point;
use crate::layout::{Outline, PlacedAreas, PlacedUnits, half, outline};
use crate::model::{AreaId, Colour, FactId, Mention, PlaceId};

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

/// What a backend may answer instead of drawing.
pub type Fault<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;

/// Draws a unit chart: a group for every named mark, one for each run of marks that share a fact.
///
/// `open` is told what each group stands for, before its shapes are drawn; a backend of pixels may
/// ignore it.
pub fn draw_units<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    chart: &PlacedUnits,
    mut open: impl FnMut(GroupName),
) -> Result<(), Fault<DB>> {
    let same = |a: &crate::layout::PlacedUnit, b: &crate::layout::PlacedUnit| {
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
            draw_mark(area, &outline(mark.shape, mark.radius), mark.at, mark.full)?;
        }
    }
    Ok(())
}

/// Draws the strip of squares: one group for each area of work.
pub fn draw_areas<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    strip: &PlacedAreas,
    mut open: impl FnMut(GroupName),
) -> Result<(), Fault<DB>> {
    for square in &strip.areas {
        open(GroupName { area: Some((square.id.clone(), square.mention)), count: 1, ..GroupName::default() });
        let (rect, middle) = (square.rect, square.rect.centre());
        let corners = [
            Point::new(rect.x, rect.y),
            Point::new(rect.right(), rect.y),
            Point::new(rect.right(), rect.bottom()),
            Point::new(rect.x, rect.bottom()),
        ];
        let around: Vec<Point> = corners.iter().map(|c| Point::new(c.x - middle.x, c.y - middle.y)).collect();
        let result = match square.mention {
            Mention::Named => draw_mark(area, &Outline::Polygon(around), middle, true),
            Mention::Absent => draw_mark(area, &Outline::Polygon(around), middle, false),
            Mention::Unnamed => {
                let lower = Outline::Polygon(half(&around));
                draw_mark(area, &lower, middle, true)
                    .and_then(|()| draw_mark(area, &Outline::Polygon(around), middle, false))
            }
        };
        result?;
    }
    Ok(())
}

/// Draws one mark, filled or as an outline. Colours are the page's business; pictures will bring a
/// palette of their own.
fn draw_mark<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    outline: &Outline,
    at: Point,
    full: bool,
) -> Result<(), Fault<DB>> {
    let style: ShapeStyle = if full { BLACK.filled() } else { BLACK.stroke_width(SCALE as u32) };
    let unit = |x: f64, y: f64| ((x * SCALE).round() as i32, (y * SCALE).round() as i32);
    match outline {
        Outline::Circle(radius) => area.draw(&Circle::new(unit(at.x, at.y), (radius * SCALE).round() as u32, style)),
        Outline::Polygon(points) => {
            let mut corners: Vec<(i32, i32)> = points.iter().map(|p| unit(at.x + p.x, at.y + p.y)).collect();
            if full {
                return area.draw(&Polygon::new(corners, style));
            }
            corners.extend(corners.first().copied());
            area.draw(&PathElement::new(corners, style))
        }
    }
}

#[cfg(test)]
mod tests {
    use plotters::drawing::IntoDrawingArea;

    use super::*;
    use crate::draw::{Drawn, Page};
    use crate::layout::PlacedUnit;
    use crate::model::Shape;

    fn unit(index: usize, place: Option<&str>, fact: &str) -> PlacedUnit {
        PlacedUnit {
            at: Point::new(10.0 + 20.0 * index as f64, 10.0),
            radius: 8.0,
            shape: Shape::Cross,
            colour: Colour::Peony,
            full: place.is_some(),
            row: 0,
            place: place.map(PlaceId::new),
            fact: FactId::new(fact),
        }
    }

    #[test]
    fn named_marks_have_a_group_of_their_own_and_the_rest_share_one() {
        let marks =
            vec![unit(0, Some("a"), "fa"), unit(1, Some("b"), "fb"), unit(2, None, "rest"), unit(3, None, "rest")];
        let chart = PlacedUnits { size: [80.0, 20.0], marks };
        let page = Page::new(chart.size);
        draw_units(&page.clone().into_drawing_area(), &chart, |name| page.open(name)).unwrap();
        let groups = page.groups();
        let counts: Vec<usize> = groups.iter().map(|group| group.name.count).collect();
        assert_eq!(counts, [1, 1, 2]);
        assert!(matches!(groups[0].shapes[..], [Drawn::Area(_)]));
        assert!(matches!(groups[2].shapes[..], [Drawn::Line(_), Drawn::Line(_)]));
    }
}
