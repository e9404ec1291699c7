//! A plotters backend that keeps what is drawn, with colours and fonts: written as SVG, and turned into pixels.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle,
};

use crate::draw::{SCALE, text_size};
use geometry::{Point, Rect};

/// A colour with its opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// From 0, not seen, to 1.
    pub alpha: f64,
}

impl From<BackendColor> for Ink {
    fn from(colour: BackendColor) -> Self {
        Self { rgb: colour.rgb, alpha: colour.alpha }
    }
}

/// Which end of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its left end.
    Left,
    /// Its middle.
    Middle,
    /// Its right end.
    Right,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// A point of its base line.
    pub at: Point,
    /// Which end of it stands there.
    pub end: End,
    /// The words.
    pub words: String,
    /// Height of the em.
    pub size: f64,
    /// With serifs.
    pub serif: bool,
    /// In bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Ink,
    /// What lies around its letters, so that they hold on any ground: colour and width of the line.
    pub halo: Option<(Ink, f64)>,
}

/// A thing that was drawn, in pixels of the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A filled polygon.
    Area(Vec<Point>, Ink),
    /// A line, or an outline where it ends as it began, with its width.
    Line(Vec<Point>, Ink, f64),
    /// A filled circle: centre and radius.
    Disc(Point, f64, Ink),
    /// A circle's line, with its width.
    Ring(Point, f64, Ink, f64),
    /// A text.
    Text(Words),
}

/// The backend; clones share what is kept, so that a drawing may be put into a part of the list.
#[derive(Clone, Debug)]
pub struct DisplayList {
    paper: Ink,
    size: [f64; 2],
    origin: Point,
    scale: f64,
    items: Rc<RefCell<Vec<Item>>>,
    halo: Rc<Cell<Option<(Ink, f64)>>>,
}

impl DisplayList {
    /// An empty list of this width and height in pixels, and of paper of this colour.
    pub fn new(size: [f64; 2], paper: Ink) -> Self {
        Self { paper, size, origin: Point::new(0.0, 0.0), scale: 1.0, items: Rc::default(), halo: Rc::default() }
    }

    /// The same list, where what is drawn lands in this box of it, so many times larger.
    pub fn within(&self, room: Rect, scale: f64) -> Self {
        let size = [room.width / scale, room.height / scale];
        Self { size, origin: Point::new(room.x, room.y), scale, ..self.clone() }
    }

    /// Width and height in pixels.
    pub fn size(&self) -> [f64; 2] {
        self.size
    }

    /// The colour of the paper.
    pub fn paper(&self) -> Ink {
        self.paper
    }

    /// The same list, ending at this height.
    pub fn cut_at(&self, height: f64) -> Self {
        Self { size: [self.size[0], height.ceil()], ..self.clone() }
    }

    /// What texts have around their letters from now on.
    pub fn set_halo(&self, halo: Option<(Ink, f64)>) {
        self.halo.set(halo);
    }

    /// What was drawn, in order.
    pub fn items(&self) -> Vec<Item> {
        self.items.borrow().clone()
    }

    fn add(&self, item: Item) -> Result<(), DrawingErrorKind<Infallible>> {
        self.items.borrow_mut().push(item);
        Ok(())
    }

    fn point(&self, (x, y): BackendCoord) -> Point {
        Point::new(self.origin.x + self.length(x), self.origin.y + self.length(y))
    }

    fn length(&self, units: impl Into<f64>) -> f64 {
        units.into() / SCALE * self.scale
    }
}

impl DrawingBackend for DisplayList {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let [width, height] = self.size.map(|length| (length * SCALE).ceil().max(0.0) as u32);
        (width, height)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, ink: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Item::Disc(self.point(at), self.length(0.5), ink.into()))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let points = path.into_iter().map(|at| self.point(at)).collect();
        self.add(Item::Line(points, style.color().into(), self.length(style.stroke_width())))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        low: BackendCoord,
        high: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let corners = [low, (high.0, low.1), high, (low.0, high.1)];
        if fill { self.fill_polygon(corners, style) } else { self.draw_path(corners.into_iter().chain([low]), style) }
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let (centre, radius, ink) = (self.point(centre), self.length(radius), style.color().into());
        self.add(if fill {
            Item::Disc(centre, radius, ink)
        } else {
            Item::Ring(centre, radius, ink, self.length(style.stroke_width()))
        })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Item::Area(corners.into_iter().map(|at| self.point(at)).collect(), style.color().into()))
    }

    /// A text whose point lies on its base line; plotters' own anchors know no base line.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let end = match style.anchor().h_pos {
            HPos::Left => End::Left,
            HPos::Center => End::Middle,
            HPos::Right => End::Right,
        };
        self.add(Item::Text(Words {
            at: self.point(at),
            end,
            words: text.to_owned(),
            size: self.length(style.size()),
            serif: matches!(style.family(), FontFamily::Serif),
            bold: matches!(style.style(), FontStyle::Bold),
            ink: style.color().into(),
            halo: self.halo.get(),
        }))
    }

    /// Widths come from our table, as they do on the page.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok(text_size(text, style))
    }
}

#[cfg(test)]
mod tests {
    use plotters::drawing::IntoDrawingArea;
    use plotters::element::PathElement;
    use plotters::style::{Color, RED};

    use super::*;

    #[test]
    fn a_drawing_within_a_part_lands_there_and_grows_with_it() {
        let list = DisplayList::new([200.0, 100.0], Ink { rgb: (255, 255, 255), alpha: 1.0 });
        let part = list.within(Rect::new(50.0, 20.0, 100.0, 60.0), 2.0);
        let path = PathElement::new([(0, 0), (100, 50)], Color::stroke_width(&RED, 10));
        part.into_drawing_area().draw(&path).unwrap();
        let red = Ink { rgb: (255, 0, 0), alpha: 1.0 };
        let line = Item::Line(vec![Point::new(50.0, 20.0), Point::new(70.0, 30.0)], red, 2.0);
        assert_eq!(list.items(), [line]);
    }
}
