//! Something of a map that keeps its size while the land grows.

use contract::payload::numbers;
use contract::{attribute, class};
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgGraphicsElement, SvgTransform};

use crate::browser::dom::mark;
use crate::geometry::{Point, Zoom};

/// A mark or a name of a map.
pub struct Item {
    /// What is moved.
    pub element: Element,
    transform: SvgTransform,
    at: Point,
    /// Its point of the main map, if it stands in an inset.
    main: Option<Point>,
    from: f64,
    until: f64,
}

impl Item {
    /// As the page has it; none for what has no place of its own.
    pub fn new(element: Element) -> Option<Self> {
        let graphics: &SvgGraphicsElement = element.dyn_ref()?;
        let transform = graphics.transform().base_val().get_item(0).ok()?;
        let matrix = transform.matrix();
        let factor = |name: &str| numbers::in_hundredths(&element.get_attribute(name)?);
        let main = element.get_attribute(attribute::MAIN).and_then(|main| numbers::point_in(&main));
        Some(Self {
            at: Point::new(f64::from(matrix.e()), f64::from(matrix.f())),
            main: main.map(|[x, y]| Point::new(x.into(), y.into())),
            from: factor(attribute::FROM).unwrap_or(0.0),
            until: factor(attribute::UNTIL).unwrap_or(f64::INFINITY),
            transform,
            element,
        })
    }

    /// Where it belongs on the main map, in the drawing as it was laid out.
    pub fn point(&self) -> Point {
        self.main.unwrap_or(self.at)
    }

    /// Puts it where it belongs at a zoom, if there is room for it there.
    pub fn place(&self, zoom: Zoom) {
        let is_zoomed = zoom != Zoom::NONE;
        // What stands in an inset stands there until the map is zoomed.
        let at = if is_zoomed { zoom.apply(self.point()) } else { self.at };
        let _ = self.transform.set_translate(at.x as f32, at.y as f32);
        let room = (zoom.scale >= self.from && zoom.scale < self.until) || (self.main.is_some() && !is_zoomed);
        mark(&self.element, class::COLLIDED, !room);
    }
}
