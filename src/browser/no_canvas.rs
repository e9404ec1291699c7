//! Stands for the canvas of large maps in a program for pages that have none: nothing is drawn, meant or walked there.

use web_sys::{Element, MouseEvent};

use crate::geometry::Point;

pub fn start() {}

pub fn draw_all() {}

pub fn draw(_: &Element) {}

pub fn show_layers(_: Option<&str>) {}

pub fn in_sight(_: &Element) -> Option<Vec<Element>> {
    None
}

pub fn place_of(_: &Element) -> Option<Point> {
    None
}

pub fn meant(hit: Element, _: &MouseEvent) -> Element {
    hit
}

pub fn next(_: &Element, _: &str) -> Option<Element> {
    None
}

pub fn select(_: Option<&str>) {}
