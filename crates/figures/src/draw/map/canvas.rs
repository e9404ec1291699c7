//! What a map is drawn from, and how an area of it is filled.

use geometry::Point;
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::Polygon;
use plotters::style::{Color, RGBAColor};
use plotters_backend::DrawingBackend;
use story::model::{Lang, Story};

use crate::draw::Fault;
use crate::draw::brush::Brush;
use crate::layout::map::MapLayout;
use crate::layout::{Basemap, Role};

/// What a map is drawn from.
#[derive(Clone, Copy)]
pub struct MapDrawing<'a> {
    /// The story, for the names of its rivers and cities.
    pub story: &'a Story,
    /// Its land.
    pub basemap: &'a Basemap<'a>,
    /// Where everything goes.
    pub layout: &'a MapLayout,
    /// The language of its words.
    pub lang: Lang,
    /// By which measure a shaded map is shaded, as an index.
    pub measure: usize,
}

/// Fills a polygon; one that was cut away is left out.
pub fn fill<DB: DrawingBackend>(
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
    pub fn wash(&self, role: Role, opacity: f64) -> RGBAColor {
        self.palette.colour(role).mix(opacity)
    }
}

pub fn closed(points: &[Point]) -> Vec<Point> {
    points.iter().chain(points.first()).copied().collect()
}
