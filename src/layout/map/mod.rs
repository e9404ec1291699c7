//! The map of a chapter: panes on the land, marks, labels and furniture, for one width and language.

mod furniture;
mod labels;
mod panes;
mod points;
mod wishes;

use super::{Ground, Width};
use crate::geometry::{Point, Rect};
use crate::model::{Canvas, ChapterMap, Colour, Lang, PlaceId, Shape, Stage, Story};

pub use furniture::{BeyondRow, InsetFrame, ScaleBar, bearing};
pub use labels::{Label, LabelKind, Side};
pub use panes::{Pane, PaneKind};

/// Radius of a mark that stands among many.
const SMALL_MARK: f64 = 7.0;
/// Radius of a mark on a chapter's own map.
const LARGE_MARK: f64 = 9.0;

/// A map, laid out.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// Width and height.
    pub size: [f64; 2],
    /// The drawings of land, the main one first.
    pub panes: Vec<Pane>,
    /// Whether reservoirs are drawn in the main pane.
    pub reservoirs: bool,
    /// The regions that the main pane shows at least a part of.
    pub seen: Vec<PlaceId>,
    /// The regions of this chapter that are tinted because a place is known no better.
    pub tinted: Vec<PlaceId>,
    /// The marks.
    pub marks: Vec<Mark>,
    /// The labels.
    pub labels: Vec<Label>,
    /// What links the inset with the main map.
    pub inset: Option<InsetFrame>,
    /// The scale bar of the main pane.
    pub scale_bar: Option<ScaleBar>,
    /// The cities beyond the map.
    pub beyond: Vec<BeyondRow>,
    /// The end of the head above them, and its words.
    pub beyond_title: Option<(Point, String)>,
}

/// A mark, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The place.
    pub place: PlaceId,
    /// The pane it stands in, as an index into the panes.
    pub pane: usize,
    /// Its centre.
    pub at: Point,
    /// From centre to edge, about.
    pub radius: f64,
    /// Its shape.
    pub shape: Shape,
    /// Its colour role.
    pub colour: Colour,
    /// Its fill.
    pub stage: Stage,
    /// The radius of the ring that shows it is selected.
    pub chosen: f64,
    /// The radius of the ring around a rough position.
    pub ring: Option<f64>,
    /// Its number in the list below a narrow map.
    pub number: Option<usize>,
    /// The map's one tab stop; arrow keys lead on from there.
    pub first: bool,
}

impl Mark {
    /// The box that labels keep away from.
    fn bounds(&self) -> Rect {
        let reach = self.radius * 1.15 + 2.0;
        Rect::around(self.at, reach * 2.0, reach * 2.0)
    }
}

/// What a map is laid out from.
struct Brief<'a> {
    story: &'a Story,
    ground: &'a Ground<'a>,
    map: &'a ChapterMap,
    canvas: &'a Canvas,
    lang: Lang,
    width: Width,
}

/// Lays out the map of a chapter.
///
/// The steps: panes on the land; marks in the panes; scale bar in an empty corner; labels last, so that
/// none covers anything. The error names the label that found no room.
pub fn lay_out(
    story: &Story,
    ground: &Ground<'_>,
    map: &ChapterMap,
    width: Width,
    lang: Lang,
) -> Result<MapLayout, String> {
    let frame = story.frame(&map.frame).ok_or_else(|| format!("map {}: unknown frame {}", map.id, map.frame))?;
    let canvas = match width {
        Width::Wide => &frame.wide,
        Width::Narrow => &frame.narrow,
    };
    let brief = Brief { story, ground, map, canvas, lang, width };
    let panes = panes::panes(ground, canvas);
    let marks = points::marks(&brief, &panes);
    let inset = furniture::inset(&brief, &panes);
    let beyond = furniture::beyond(&brief, &panes);
    let mut taken: Vec<Rect> = marks.iter().map(Mark::bounds).collect();
    taken.extend(beyond.iter().map(|row| row.bounds));
    taken.extend(inset.iter().map(|inset| inset.caption_bounds));
    taken.extend(panes.iter().skip(1).map(|pane| pane.rect));
    let scale_bar = furniture::scale_bar(&brief, &panes, &taken);
    let labels = labels::labels(&brief, &panes, &marks, &taken, scale_bar.as_ref()).map_err(|label| {
        format!("map {} ({}, {}): no room for the label {label}", map.id, width.slug(), lang.tag())
    })?;
    Ok(MapLayout {
        size: canvas.size,
        reservoirs: canvas.reservoirs,
        seen: points::seen(&brief, &panes[0]),
        tinted: points::tinted(story, map),
        panes,
        marks,
        labels,
        inset,
        scale_bar,
        beyond_title: furniture::beyond_title(&brief, &beyond),
        beyond,
    })
}
