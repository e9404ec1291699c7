//! Panes: rectangles of the drawing, each showing a part of the land at its own scale.

use crate::layout::{Land, UNIT};
use contract::class;
use geometry::{Fit, Point, Rect};
use story::model::{Canvas, PlaceId};

/// What a pane is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneKind {
    /// The map itself.
    Main,
    /// A magnified part.
    Inset,
    /// The whole, small, to show where the main pane lies.
    Locator,
}

impl PaneKind {
    /// The name in classes and ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Main => class::MAIN,
            Self::Inset => class::INSET,
            Self::Locator => "locator",
        }
    }
}

/// A pane.
#[derive(Clone, Debug, PartialEq)]
pub struct Pane {
    /// What it is for.
    pub kind: PaneKind,
    /// Where it is drawn.
    pub rect: Rect,
    /// From metres to pixels.
    pub fit: Fit,
    /// What of the page's geometry it shows: left, top, width, height in steps.
    pub view_box: [f64; 4],
    /// The regions that it shows at least a part of.
    pub seen: Vec<PlaceId>,
}

impl Pane {
    fn new(basemap: &Land<'_>, kind: PaneKind, extent: [f64; 4], rect: Rect, area: Rect) -> Self {
        let fit = Fit::new(basemap.extent(extent), area);
        let corner = fit.to_ground(Point::new(rect.x, rect.y));
        let steps = |metres: f64| metres / UNIT;
        let view_box = [
            steps(corner.x - basemap.corner.x),
            steps(basemap.corner.y - corner.y),
            steps(rect.width / fit.scale),
            steps(rect.height / fit.scale),
        ];
        Self { kind, rect, fit, view_box, seen: Vec::new() }
    }

    /// Pixels per kilometre.
    pub fn scale(&self) -> f64 {
        self.fit.scale * 1000.0
    }

    /// How many steps of the page's geometry a pixel spans.
    pub fn steps_per_pixel(&self) -> f64 {
        1.0 / (self.fit.scale * UNIT)
    }

    /// Where a point in metres is drawn, if it is within the pane.
    pub fn locate(&self, metres: Point) -> Option<Point> {
        Some(self.fit.to_page(metres)).filter(|point| self.rect.has(*point))
    }
}

/// The panes of a canvas, the main one first.
pub fn panes(basemap: &Land<'_>, canvas: &Canvas) -> Vec<Pane> {
    let rect = |[x, y, width, height]: [f64; 4]| Rect::new(x, y, width, height);
    let whole = Rect::new(0.0, 0.0, canvas.size[0], canvas.size[1]);
    let mut panes = vec![Pane::new(basemap, PaneKind::Main, canvas.extent, whole, rect(canvas.area))];
    if let Some(inset) = &canvas.inset {
        panes.push(Pane::new(basemap, PaneKind::Inset, inset.extent, rect(inset.area), rect(inset.area)));
    }
    if let Some(area) = canvas.locator {
        let everything = Rect::bounding(basemap.shapes.outline().into_iter().flatten());
        let area = rect(area);
        if let Some(everything) = everything {
            let (low, high) = (
                basemap.projection.inverse(Point::new(everything.x, everything.y)),
                basemap.projection.inverse(Point::new(everything.right(), everything.bottom())),
            );
            let extent = [low.0, low.1, high.0, high.1];
            panes.push(Pane::new(basemap, PaneKind::Locator, extent, area, area.grown(-6.0)));
        }
    }
    panes
}
