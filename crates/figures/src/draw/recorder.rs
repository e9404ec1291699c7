//! A plotters backend that collects named groups of shapes instead of pixels.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use geometry::Point;
use story::text::{Face, width};

/// Backend units per CSS pixel: plotters counts in whole numbers, and a tenth of a pixel is not seen.
pub const SCALE: f64 = 10.0;

/// A shape, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// A line or an outline.
    Line(Vec<Point>),
    /// A filled polygon.
    Area(Vec<Point>),
    /// A circle: centre, radius, filled or not.
    Circle(Point, f64, bool),
    /// A text with a point of its base line: the end or the middle that its style anchors.
    Text(Point, String),
}

/// How wide and high a text is by our table of widths.
pub fn text_size(text: &str, style: &impl BackendTextStyle) -> (u32, u32) {
    let face = if matches!(style.style(), FontStyle::Bold) { Face::Bold } else { Face::Regular };
    (width(text, style.size(), face).ceil() as u32, (style.size() * 1.25).ceil() as u32)
}

/// Shapes that belong to one mark, with what the mark stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<N> {
    /// What it stands for.
    pub name: N,
    /// Its shapes, in drawing order.
    pub shapes: Vec<Drawn>,
}

/// The backend; clones share what is collected, so that a group can be opened while plotters holds
/// the backend.
#[derive(Clone, Debug)]
pub struct Recorder<N> {
    size: [f64; 2],
    groups: Rc<RefCell<Vec<Group<N>>>>,
}

impl<N> Recorder<N> {
    /// An empty one of this width and height in CSS pixels.
    pub fn new(size: [f64; 2]) -> Self {
        Self { size, groups: Rc::default() }
    }

    /// Opens a group: whatever is drawn from now on belongs to it.
    pub fn open(&self, name: N) {
        self.groups.borrow_mut().push(Group { name, shapes: Vec::new() });
    }

    /// What was drawn, group by group; shapes drawn before any group was opened are left out.
    pub fn groups(&self) -> Vec<Group<N>>
    where
        N: Clone,
    {
        self.groups.borrow().clone()
    }

    fn add(&self, shape: Drawn) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some(group) = self.groups.borrow_mut().last_mut() {
            group.shapes.push(shape);
        }
        Ok(())
    }
}

fn point((x, y): BackendCoord) -> Point {
    Point::new(f64::from(x) / SCALE, f64::from(y) / SCALE)
}

impl<N> DrawingBackend for Recorder<N> {
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

    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Drawn::Circle(point(at), 0.5 / SCALE, true))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Drawn::Line(vec![point(from), point(to)]))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Drawn::Line(path.into_iter().map(point).collect()))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        low: BackendCoord,
        high: BackendCoord,
        _: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let mut corners = vec![point(low), point((high.0, low.1)), point(high), point((low.0, high.1))];
        if fill {
            return self.add(Drawn::Area(corners));
        }
        corners.push(corners[0]);
        self.add(Drawn::Line(corners))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        _: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Drawn::Circle(point(centre), f64::from(radius) / SCALE, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        _: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Drawn::Area(corners.into_iter().map(point).collect()))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        _: &S,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.add(Drawn::Text(point(at), text.to_owned()))
    }

    /// Widths come from our table, because plotters' own estimate counts bytes.
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
    use plotters::prelude::*;

    use super::*;

    #[test]
    fn shapes_land_in_the_group_that_is_open_and_keep_tenths() {
        let recorder = Recorder::new([100.0, 50.0]);
        {
            let area = recorder.clone().into_drawing_area();
            recorder.open("bar");
            area.draw(&Rectangle::new([(0, 0), (123, 45)], BLACK.filled())).unwrap();
            recorder.open("dot");
            area.draw(&Circle::new((505, 250), 33, BLACK)).unwrap();
        }
        let groups = recorder.groups();
        assert_eq!(groups.len(), 2);
        let Drawn::Area(corners) = &groups[0].shapes[0] else { panic!("a filled rectangle is an area") };
        assert_eq!(corners[2], Point::new(12.3, 4.5));
        assert_eq!(groups[1].shapes, [Drawn::Circle(Point::new(50.5, 25.0), 3.3, false)]);
    }

    #[test]
    fn chinese_is_measured_by_characters() {
        let style = ("sans-serif", 140).into_font();
        let (wide, _) = Recorder::<()>::new([1.0, 1.0]).estimate_text_size("洛阳", &TextStyle::from(style)).unwrap();
        assert_eq!(wide, 280);
    }
}
