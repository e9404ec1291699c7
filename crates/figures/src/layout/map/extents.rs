//! The parts of a map that the story has frames for, so that a reader can turn to them.

use super::MapLayout;
use crate::layout::Basemap;
use contract::payload::Viewport;
use geometry::{MOST, Point, Rect};
use story::model::{ChapterMap, Frame, Step, Story};

/// A part of a map that is too large to be worth turning to: less than this factor nearer.
const LEAST: f64 = 1.3;

/// A frame within a map's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearer<'a> {
    /// The frame.
    pub frame: &'a Frame,
    /// What a map shows of it: its middle, and how much larger than the whole map, from 130 to 800 per cent.
    pub viewport: Viewport,
}

/// The frames within a map's own that it can be turned to, in the order of `map.json`.
pub fn nearer<'a>(story: &'a Story, basemap: &Basemap<'_>, map: &ChapterMap, layout: &MapLayout) -> Vec<Nearer<'a>> {
    let own = story.frame(&map.frame);
    let within = story.map.frames.iter().filter(|frame| contains(own, frame));
    within.filter_map(|frame| turned_to(frame, basemap, layout)).collect()
}

fn turned_to<'a>(frame: &'a Frame, basemap: &Basemap<'_>, layout: &MapLayout) -> Option<Nearer<'a>> {
    let main = layout.panes.first()?;
    let land = basemap.extent(frame.wide.extent);
    let corners = [Point::new(land.x, land.y), Point::new(land.right(), land.bottom())];
    let drawn = Rect::bounding(corners.map(|corner| main.fit.to_page(corner)))?;
    let factor = (main.rect.width / drawn.width).min(main.rect.height / drawn.height);
    let (x, y) = basemap.step(land.centre());
    let viewport = Viewport { centre: [x as i32, y as i32], percent: (factor * 100.0).floor() as u32 };
    (LEAST..=MOST).contains(&factor).then_some(Nearer { frame, viewport })
}

/// The frames that hold a map's own, each with the first map that is drawn in it.
pub fn farther<'a>(story: &'a Story, map: &ChapterMap) -> Vec<(&'a Frame, Wider<'a>)> {
    let own = story.frame(&map.frame);
    let around = story.map.frames.iter().filter(|frame| contains(frame, own));
    around.filter_map(|frame| Some((frame, first_in(story, frame)?))).collect()
}

/// Where a map of a wider frame is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wider<'a> {
    /// It is a chapter's own.
    Map(&'a ChapterMap),
    /// It is that of the step with this id.
    Step(&'a str),
}

fn first_in<'a>(story: &'a Story, frame: &Frame) -> Option<Wider<'a>> {
    story.told().find_map(|(_, told)| {
        let own = told.map.as_ref().filter(|map| map.frame == frame.id).map(Wider::Map);
        let of_step = |step: &'a Step| {
            step.map.as_ref().filter(|map| map.frame == frame.id).map(|_| Wider::Step(step.id.as_str()))
        };
        own.or_else(|| told.steps.iter().find_map(of_step))
    })
}

/// Whether one frame shows all that another does, and more.
fn contains(outer: &Frame, inner: &Frame) -> bool {
    let ([west, south, east, north], [w, s, e, n]) = (outer.wide.extent, inner.wide.extent);
    outer.id != inner.id && west <= w && south <= s && east >= e && north >= n
}
