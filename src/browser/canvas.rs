//! Maps on a canvas: what is drawn there, what a pointer or a key means, and what is shown as selected above it. The
//! picture over the canvas says where the land lies; whatever moves its pane calls [`draw`].

use std::cell::{Cell, RefCell};

use contract::id::outline_of;
use contract::payload::{Aim, dots, numbers};
use contract::{attribute, class, joined, selector};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::js_sys::Array;
use web_sys::{
    CanvasRenderingContext2d, Element, Event, EventTarget, HtmlCanvasElement, MouseEvent, Path2d, SvgGraphicsElement,
    SvgMatrix,
};

use super::dom::{all, all_within, around, by_id, is_drawn, mark, within};
use super::tab_stop::make_stop;
use crate::geometry::{Direction, Point, Rect, neighbour};

/// How many regions a pointer may mean: those whose anchors are nearest.
const CANDIDATES: usize = 40;
/// How far beside a dot a pointer still hits it, in pixels.
const REACH: f64 = 5.0;
/// The colour of what a reader has switched off, as browsers write it.
const NONE: &str = "rgba(0, 0, 0, 0)";

/// A canvas with its links.
struct DenseMap {
    root: Element,
    canvas: HtmlCanvasElement,
    pen: CanvasRenderingContext2d,
    /// Where each link's region or place stands, in steps of the page's geometry; regions first. What a reader has
    /// switched off stands nowhere, at no number.
    points: Vec<Point>,
    regions: usize,
    /// The link that was asked for last, as an index: the next question is mostly about the same.
    last: Cell<u32>,
    /// What each drawn element of a picture shows, in their order.
    paths: Vec<Path2d>,
    /// The signs above the pictures for what is selected and for what is walked to.
    signs: Vec<Element>,
}

thread_local! {
    static DENSE_MAPS: RefCell<Vec<DenseMap>> = const { RefCell::new(Vec::new()) };
}

/// Draws every canvas, and again when the window or the system's colours change.
pub fn start() {
    let dense_maps: Vec<DenseMap> = all(class::of::DENSE).filter_map(DenseMap::new).collect();
    if dense_maps.is_empty() {
        return;
    }
    let call = Closure::<dyn FnMut(Event)>::new(|event: Event| match event.type_().as_str() {
        "focusin" => aim(Aim::Walked, event.target().map(JsCast::unchecked_into)),
        "focusout" => aim(Aim::Walked, None),
        _ => draw_all(),
    });
    let listen = |target: &EventTarget, name: &str| {
        let _ = target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    };
    for dense in &dense_maps {
        listen(&dense.canvas, "focusin");
        listen(&dense.canvas, "focusout");
    }
    if let Some(window) = web_sys::window() {
        listen(&window, "resize");
        if let Ok(Some(dark)) = window.match_media("(prefers-color-scheme: dark)") {
            listen(&dark, "change");
        }
    }
    call.forget();
    DENSE_MAPS.set(dense_maps);
    draw_all();
}

/// Draws every canvas anew, as after a change of colours.
pub fn draw_all() {
    DENSE_MAPS.with_borrow(|dense_maps| dense_maps.iter().for_each(|dense| dense.draw().unwrap_or_default()));
}

/// Draws the canvas below a map anew, as after a change of what its pane shows; nothing for a map without.
pub fn draw(map: &Element) {
    with(map, |dense| dense.draw());
}

/// Follows the choice of layers: draws every canvas without what is switched off, which is not hit and not walked to.
pub fn show_layers(selected: Option<&str>) {
    DENSE_MAPS.with_borrow_mut(|dense_maps| {
        for dense in dense_maps {
            dense.locate().unwrap_or_default();
            dense.draw().unwrap_or_default();
            // Regions are never switched off.
            if let Some(first) = dense.link(0) {
                make_stop(&dense.canvas, &first);
            }
        }
    });
    select(selected);
}

/// The links of the places that a canvas shows; nothing for a map without.
pub fn in_sight(map: &Element) -> Option<Vec<Element>> {
    let rect = map.get_bounding_client_rect();
    let frame = Rect::new(rect.left(), rect.top(), rect.width(), rect.height());
    with(map, |dense| {
        let matrix = dense.matrix(None)?;
        let seen = |index: &usize| frame.has(in_window(&matrix, dense.points[*index]));
        Some((dense.regions..dense.points.len()).filter(seen).filter_map(|index| dense.link(index)).collect())
    })
}

/// Where a link's region or place stands in the window; nothing for a link that is not on a canvas.
pub fn place_of(link: &Element) -> Option<Point> {
    with(link, |dense| Some(in_window(&dense.matrix(None)?, dense.points[dense.index(link)?])))
}

/// What a click means: on a canvas the link of what is drawn there, elsewhere what was hit.
pub fn meant(hit: Element, event: &MouseEvent) -> Element {
    let on_canvas = hit.dyn_ref::<HtmlCanvasElement>();
    let link = on_canvas.and_then(|canvas| {
        with(canvas, |dense| dense.link(dense.hit(event.client_x().into(), event.client_y().into())?))
    });
    link.unwrap_or(hit)
}

/// The link on a canvas that a key leads to from another.
pub fn next(from: &Element, key: &str) -> Option<Element> {
    with(from, |dense| {
        let index = match key {
            "Home" => 0,
            "End" => dense.points.iter().rposition(|at| !at.x.is_nan())?,
            _ => {
                let at = dense.points[dense.index(from)?];
                neighbour(at, &dense.points, Direction::from_key(key)?)?
            }
        };
        dense.link(index)
    })
}

/// Shows above every canvas which region or place is selected.
pub fn select(place: Option<&str>) {
    let link = |dense: &DenseMap| within(&dense.canvas, &attribute::with("", attribute::PLACE, place?));
    DENSE_MAPS
        .with_borrow(|dense_maps| dense_maps.iter().for_each(|dense| dense.aim(Aim::Selected, link(dense).as_ref())));
}

fn aim(what: Aim, link: Option<Element>) {
    DENSE_MAPS.with_borrow(|dense_maps| dense_maps.iter().for_each(|dense| dense.aim(what, link.as_ref())));
}

/// Asks the canvas that an element belongs to.
fn with<T>(element: &Element, ask: impl FnOnce(&DenseMap) -> Option<T>) -> Option<T> {
    let root = around(element, class::of::DENSE)?;
    DENSE_MAPS.with_borrow(|dense_maps| ask(dense_maps.iter().find(|dense| dense.root == root)?))
}

impl DenseMap {
    fn new(root: Element) -> Option<Self> {
        let canvas: HtmlCanvasElement = within(&root, "canvas")?.unchecked_into();
        let pen = canvas.get_context("2d").ok()??.unchecked_into();
        let drawn = all_within(&within(&root, class::of::MAIN)?, class::of::DRAWN);
        let paths = drawn.filter_map(|drawn| Path2d::new_with_path_string(&data(&drawn.get_attribute("href")?)).ok());
        let paths = paths.collect();
        let signs = all_within(&root, attribute::of::AIM).collect();
        let mut dense =
            Self { root, canvas, pen, points: Vec::new(), regions: 0, last: Cell::default(), paths, signs };
        dense.locate()?;
        Some(dense)
    }

    /// Takes down where everything stands.
    fn locate(&mut self) -> Option<()> {
        self.points = points(&numbers::decode(&self.canvas.get_attribute(attribute::ANCHORS)?)).collect();
        self.regions = self.points.len();
        for path in all_within(&self.root, "defs > path") {
            let off = colour_of(&path)? == NONE;
            let at = dots::decode(&path.get_attribute("d")?);
            self.points.extend(at.into_iter().map(|at| if off { Point::new(f64::NAN, f64::NAN) } else { point(at) }));
        }
        Some(())
    }

    fn link(&self, index: usize) -> Option<Element> {
        self.last.set(index as u32);
        self.canvas.children().item(index as u32)
    }

    fn index(&self, link: &Element) -> Option<usize> {
        let links = self.canvas.children();
        let found = [self.last.get()].into_iter().chain(0..links.length());
        let index = { found }.find(|index| links.item(*index).as_ref() == Some(link))?;
        self.last.set(index);
        Some(index as usize)
    }

    /// The picture in use.
    fn picture(&self) -> Option<Element> {
        all_within(&self.root, selector::MAP).find(is_drawn)
    }

    /// From steps to the window's pixels: in the inset that a point of the window is in, or else in the main pane.
    fn matrix(&self, at: Option<Point>) -> Option<SvgMatrix> {
        let picture = self.picture()?;
        let has = |sea: &Element| {
            let rect = sea.get_bounding_client_rect();
            at.is_some_and(|at| Rect::new(rect.left(), rect.top(), rect.width(), rect.height()).has(at))
        };
        let inset = all_within(&picture, joined!(class::of::PANE, class::of::INSET, " ", class::of::SEA)).find(has);
        let part = inset.or_else(|| within(&picture, joined!(class::of::MAIN, " ", class::of::AIM)))?;
        part.unchecked_into::<SvgGraphicsElement>().get_screen_ctm()
    }

    /// Draws what the main pane of the picture shows, in its colours.
    fn draw(&self) -> Option<()> {
        let (picture, matrix, window) = (self.picture()?, self.matrix(None)?, web_sys::window()?);
        let (rect, dense) = (self.canvas.get_bounding_client_rect(), window.device_pixel_ratio());
        // A new width clears the canvas, even if it is the old one.
        self.canvas.set_width((rect.width() * dense) as u32);
        self.canvas.set_height((rect.height() * dense) as u32);
        let scale = f64::from(matrix.a());
        let [x, y] = [f64::from(matrix.e()) - rect.left(), f64::from(matrix.f()) - rect.top()];
        let _ = self.pen.set_transform(scale * dense, 0.0, 0.0, scale * dense, x * dense, y * dense);
        self.pen.set_line_cap("round");
        self.pen.set_line_join("round");
        for (drawn, path) in all_within(&picture, joined!(class::of::MAIN, " ", class::of::DRAWN)).zip(&self.paths) {
            let colour = colour_of(&drawn)?;
            self.pen.set_global_alpha(tenths_in(&drawn, attribute::OPACITY).unwrap_or(1.0));
            match width_of(&drawn) {
                0.0 => {
                    self.pen.set_fill_style_str(&colour);
                    self.pen.fill_with_path_2d(path);
                }
                line => {
                    // A list of its own kind: to turn one of Rust's into it weighs a third of a kilobyte in the WASM.
                    let dash = Array::new();
                    for tenths in numbers::decode(&drawn.get_attribute(attribute::DASH).unwrap_or_default()) {
                        dash.push(&(f64::from(tenths) / 10.0 / scale).into());
                    }
                    let _ = self.pen.set_line_dash(&dash);
                    self.pen.set_stroke_style_str(&colour);
                    self.pen.set_line_width(line / scale);
                    self.pen.stroke_with_path(path);
                }
            }
        }
        self.root.set_attribute(attribute::DRAWN, "").ok()
    }

    /// What is drawn at a point of the window: the nearest dot, or else the region.
    fn hit(&self, x: f64, y: f64) -> Option<usize> {
        let matrix = self.matrix(Some(Point::new(x, y)))?;
        let scale = f64::from(matrix.a());
        let at = Point::new((x - f64::from(matrix.e())) / scale, (y - f64::from(matrix.f())) / scale);
        let dot = within(&self.root, class::of::DOTS).map_or(0.0, |dots| width_of(&dots));
        let reach = (dot / 2.0 + REACH) / scale;
        if let Some(place) = nearest(&self.points[self.regions..], at, 0.0).filter(|(_, far)| *far <= reach) {
            return Some(self.regions + place.0);
        }
        // Paths are asked as if they were drawn in steps.
        let _ = self.pen.reset_transform();
        let mut beyond = 0.0;
        for _ in 0..CANDIDATES {
            let (region, far) = nearest(&self.points[..self.regions], at, beyond)?;
            let path = Path2d::new_with_path_string(&self.outline(region)?).ok()?;
            if self.pen.is_point_in_path_with_path_2d_and_f64(&path, at.x, at.y) {
                return Some(region);
            }
            beyond = far;
        }
        None
    }

    /// The path data of a region.
    fn outline(&self, region: usize) -> Option<String> {
        let place = self.link(region)?.get_attribute(attribute::PLACE)?;
        by_id(&outline_of(&place))?.get_attribute("d")
    }

    /// Puts the sign for what is selected, or walked to, above a link's region or place, or takes it away.
    fn aim(&self, what: Aim, link: Option<&Element>) {
        let index = link.and_then(|link| self.index(link));
        let dot = |index: usize| {
            let at = self.points[index];
            (!at.x.is_nan()).then(|| dots::dot(at.x as i32, at.y as i32))
        };
        let data = index.and_then(|index| if index < self.regions { self.outline(index) } else { dot(index) });
        let meant = |sign: &&Element| sign.get_attribute(attribute::AIM).as_deref() == Some(what.slug());
        for sign in self.signs.iter().filter(meant) {
            mark(sign, class::AT, index.is_some_and(|index| index >= self.regions));
            for path in all_within(sign, "path") {
                let _ = path.set_attribute("d", data.as_deref().unwrap_or_default());
            }
        }
    }
}

/// The point of the window that a step is at.
fn in_window(matrix: &SvgMatrix, at: Point) -> Point {
    let [scale, x, y] = [matrix.a(), matrix.e(), matrix.f()].map(f64::from);
    Point::new(at.x * scale + x, at.y * scale + y)
}

/// The colour of an element, as the browser has worked it out.
fn colour_of(element: &Element) -> Option<String> {
    web_sys::window()?.get_computed_style(element).ok()??.get_property_value("color").ok()
}

/// The path data of what a reference names, which may be a group of paths.
fn data(href: &str) -> String {
    all(&format!("path{href}, {href} path")).filter_map(|path| path.get_attribute("d")).collect()
}

/// The width of what is drawn, in pixels; nothing for what is filled.
fn width_of(drawn: &Element) -> f64 {
    tenths_in(drawn, attribute::LINE).unwrap_or(0.0)
}

/// The number that an attribute has in tenths.
fn tenths_in(drawn: &Element, attribute: &str) -> Option<f64> {
    numbers::in_tenths(&drawn.get_attribute(attribute)?)
}

/// A point for every two numbers.
fn points(numbers: &[i32]) -> impl Iterator<Item = Point> {
    numbers.chunks_exact(2).map(|at| point([at[0], at[1]]))
}

fn point([x, y]: [i32; 2]) -> Point {
    Point::new(x.into(), y.into())
}

/// The point nearest to another that is further from it than `beyond`, and how far it is.
fn nearest(points: &[Point], to: Point, beyond: f64) -> Option<(usize, f64)> {
    let mut best = None;
    let mut least = f64::INFINITY;
    for (index, point) in points.iter().enumerate() {
        let far = point.distance(to);
        if far > beyond && far < least {
            least = far;
            best = Some(index);
        }
    }
    best.map(|index| (index, least))
}
