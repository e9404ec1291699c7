//! A map's drawing, and what must follow when it is zoomed.

use contract::payload::numbers::hatching;
use contract::{class, selector};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgsvgElement};

use super::collisions::make_room;
use super::item::Item;
use crate::browser::dom::{all_within, around, mark, within};
use crate::browser::view_box::{self, Frame};
use crate::browser::window::is_still;
use crate::browser::{canvas, scale_bar};
use crate::geometry::{Point, Rect, ScreenMatrix, Zoom};

/// A map that can be zoomed.
pub struct Drawing {
    /// The map.
    pub map: SvgsvgElement,
    pane: SvgsvgElement,
    /// The land that the pane shows at first.
    pub home: Frame,
    /// The drawing.
    pub frame: Rect,
    /// Asked for late: to find them takes as long as the map is large, and a first touch is mostly for the page.
    items: Vec<Item>,
}

impl Drawing {
    /// A map as the page has it; none for one without land.
    pub fn new(map: &SvgsvgElement) -> Option<Self> {
        let pane: SvgsvgElement = within(map, selector::MAIN_PANE)?.unchecked_into();
        let [x, y, width, height] = view_box::home(map);
        Some(Self {
            home: view_box::home(&pane),
            frame: Rect::new(x, y, width, height),
            map: map.clone(),
            pane,
            items: Vec::new(),
        })
    }

    fn items(&mut self) -> &[Item] {
        if self.items.is_empty() {
            self.items = all_within(&self.map, class::of::AT).filter_map(Item::new).collect();
        }
        &self.items
    }

    /// How the drawing lies in the window.
    pub fn matrix(&self) -> Option<ScreenMatrix> {
        let (rect, matrix) = (self.map.get_bounding_client_rect(), self.map.get_screen_ctm()?);
        let window = Point::new(f64::from(matrix.e()), f64::from(matrix.f()));
        let own = Point::new(window.x - rect.left(), window.y - rect.top());
        Some(ScreenMatrix { scale: f64::from(matrix.a()), window, own })
    }

    /// Where a link stands in the drawing as it was laid out, if it is one of its marks or names.
    pub fn point_of(&mut self, link: &Element) -> Option<Point> {
        self.items().iter().find(|item| item.element == *link).map(Item::point)
    }

    /// Moves the drawing as it is.
    pub fn follow(&self, transform: Zoom, smoothly: bool) {
        mark(&self.map, class::HELD, true);
        mark(&self.map, class::GLIDING, smoothly && !is_still());
        let Zoom { scale, shift } = transform;
        // Whole numbers: writing others would bring ten kilobytes into the WASM.
        let [x, y, thousandths] = [shift.x, shift.y, scale * 1000.0].map(|number| number.round() as i32);
        self.style("transform", &format!("translate({x}px,{y}px) scale(calc({thousandths}/1000))"));
    }

    /// Puts everything where it belongs.
    pub fn rest(&mut self, zoom: Zoom) {
        let (frame, [left, top, width, height]) = (self.frame, self.home);
        let seen = zoom.seen(frame);
        let (across, down) = (width / frame.width, height / frame.height);
        view_box::set(
            &self.pane,
            [
                left + (seen.x - frame.x) * across,
                top + (seen.y - frame.y) * down,
                seen.width * across,
                seen.height * down,
            ],
        );
        let zoomed = zoom != Zoom::NONE;
        self.items().iter().for_each(|item| item.place(zoom));
        mark(&self.map, class::ZOOMED, zoomed);
        mark(&self.root(), class::ZOOMED, zoomed);
        let Zoom { scale, shift } = zoom;
        scale_bar::show(&self.map, scale);
        // Hatching stays as close as the legend shows it: two differ by nothing else.
        for pattern in all_within(&self.pane, "pattern") {
            let _ = pattern.set_attribute("patternTransform", &hatching(across / scale));
        }
        if zoomed {
            make_room(&self.map);
        }
        mark(&self.map, class::GLIDING, false);
        mark(&self.map, class::HELD, false);
        self.style("transform", "");
        for (name, value) in [("--zoom", scale * 1000.0), ("--zoom-x", shift.x * 10.0), ("--zoom-y", shift.y * 10.0)]
        {
            let value = if zoomed { (value.round() as i32).to_string() } else { String::new() };
            self.style(name, &value);
        }
        canvas::draw(&self.map);
    }

    fn style(&self, name: &str, value: &str) {
        let _ = self.root().unchecked_ref::<HtmlElement>().style().set_property(name, value);
    }

    /// What moves: a canvas along with the picture over it.
    fn root(&self) -> Element {
        around(&self.map, class::of::DENSE).unwrap_or_else(|| self.map.clone().into())
    }
}
