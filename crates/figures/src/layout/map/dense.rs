//! Maps with more on them than words have room for, or a page for elements.

use super::MapLayout;
use super::input::LayoutInput;
use super::label::LabelKind;
use super::mark::{Mark, SMALL_MARK, Sign};
use super::panes::Pane;
use super::points::pane_of;
use super::rivers::of_rivers;
use super::unplaced::{UnplacedLabel, size, unplaced};
use crate::layout::{Land, Width};
use contract::payload::dots::dot;
use geometry::{Candidate, Point, Rect};
use story::model::{Colour, PlaceId, Region, Renderer};

/// The least room in the main pane, in square pixels for each region and mark, at which a map still names them all:
/// with its second line a name takes some 80 by 34 pixels, and as much again around it to stand beside its own mark
/// and no other. Narrow maps write numbers, or names alone.
const fn room(width: Width) -> f64 {
    match width {
        Width::Wide => 6000.0,
        Width::Narrow => 3000.0,
    }
}

/// From how many regions and marks on a map is drawn on a canvas. Where the number comes from stands in
/// `docs/growth.md`, and `cargo xtask growth` measures it again.
pub const CANVAS_FROM: usize = 1000;

/// Whether a map has less room than names for all of it would take. Then marks go without names or numbers, a region
/// has its name where that fits into the region, and the list below says the rest.
pub fn is_crowded(width: Width, main: &Pane, marks: &[Mark]) -> bool {
    main.rect.width * main.rect.height < room(width) * (main.seen.len() + marks.len()) as f64
}

/// What a map is drawn with in the browser: what `map.json` says, or else what its size asks for. Shades, hatchings and
/// the land around a province are for elements only.
pub fn medium(input: &LayoutInput<'_>, seen: &[PlaceId], marks: &[Mark]) -> Renderer {
    let by_number = if seen.len() + marks.len() < CANVAS_FROM { Renderer::Elements } else { Renderer::Canvas };
    match input.map.shading {
        Some(_) => Renderer::Elements,
        None if input.frame.surroundings => Renderer::Elements,
        None => input.story.map.medium.unwrap_or(by_number),
    }
}

/// The labels of a dense map: none that has to be there.
pub fn all_unplaced(input: &LayoutInput<'_>, panes: &[Pane]) -> Vec<UnplacedLabel> {
    let regions = input.story.places.regions.iter().filter(|_| !input.frame.surroundings);
    let mut all_unplaced: Vec<UnplacedLabel> = regions.filter_map(|region| of_region(input, panes, region)).collect();
    all_unplaced.extend(of_rivers(input, panes));
    all_unplaced
}

/// A region's name where it stands best, if its own land is wide enough there.
fn of_region(input: &LayoutInput<'_>, panes: &[Pane], region: &Region) -> Option<UnplacedLabel> {
    let (index, at) = pane_of(panes, input.basemap.metres(region.anchor_on_map()))?;
    let lines = vec![region.short.get(input.lang).to_owned()];
    let (w, h) = size(LabelKind::Region, &lines);
    let (area, fit) = (input.basemap.area(&region.id)?, panes[index].fit);
    let on_land = |x: f64, y: f64| area.contains(fit.to_ground(Point::new(at.x + x, at.y + y)));
    let corners = [(-0.5, -0.3), (0.5, -0.3), (0.5, 0.3), (-0.5, 0.3)];
    corners.into_iter().all(|(x, y)| on_land(x * w, y * h)).then(|| {
        let candidate = Candidate::at(at, Rect::around(at, w, h));
        unplaced(LabelKind::Region, Some(region.id.clone()), index, lines, vec![candidate], true)
    })
}

/// The marks of a map that have one colour role and the same layers, as dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The colour role; cities have none.
    pub colour: Option<Colour>,
    /// The names of the layers they belong to, if any.
    pub layers: Option<String>,
    /// Each place, and where its dot stands in steps of the page's geometry.
    pub places: Vec<(PlaceId, (i64, i64))>,
    /// The rings around those whose position is rough: where, and with which radius, in steps.
    pub rings: Vec<((i64, i64), i64)>,
}

impl Dots {
    /// SVG path data: for each dot a line too short to see, to be drawn with round ends. One without any length has
    /// none on a canvas.
    pub fn path(&self) -> String {
        self.places.iter().map(|(_, (x, y))| dot(x, y)).collect()
    }

    /// SVG path data of the rings: parts of the land, so that they grow with it.
    pub fn ring_path(&self) -> String {
        let ring = |&((x, y), r): &((i64, i64), i64)| {
            let (left, across) = (x - r, 2 * r);
            format!("M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0")
        };
        self.rings.iter().map(ring).collect()
    }
}

/// The marks of a map as dots, by colour role and layers; places in the order of the chapter.
pub fn dots(basemap: &Land<'_>, layout: &MapLayout, layers: impl Fn(&PlaceId) -> Option<String>) -> Vec<Dots> {
    let mut all: Vec<Dots> = Vec::new();
    for mark in &layout.marks {
        let colour = match mark.sign {
            Sign::Category { colour, .. } => Some(colour),
            Sign::City | Sign::OwnCity => None,
        };
        let step = |at: Point| basemap.step(layout.panes[mark.pane].fit.to_ground(at));
        let at = step(mark.at);
        let ring = mark.ring.map(|radius| (at, step(Point::new(mark.at.x + radius, mark.at.y)).0 - at.0));
        let layers = layers(&mark.place);
        let known = all.iter().position(|dots| dots.colour == colour && dots.layers == layers);
        let index = known.unwrap_or_else(|| {
            all.push(Dots { colour, layers, places: Vec::new(), rings: Vec::new() });
            all.len() - 1
        });
        all[index].places.push((mark.place.clone(), at));
        all[index].rings.extend(ring);
    }
    all
}

/// The diameter of a map's dots in CSS pixels: as large as a small mark, and less where that would cover more
/// than a quarter of the pane.
pub fn dot_size(layout: &MapLayout) -> f64 {
    let room = layout.panes.first().map_or(0.0, |main| main.rect.width * main.rect.height);
    let share = room / 4.0 / layout.marks.len().max(1) as f64;
    (2.0 * (share / std::f64::consts::PI).sqrt()).clamp(2.0, SMALL_MARK * 2.0)
}
