//! A map with everything in its place.

use super::choropleth::Choropleth;
use super::furniture::{BeyondRow, InsetFrame, ScaleBar};
use super::label::Label;
use super::lines::Line;
use super::mark::Mark;
use super::panes::{Pane, PaneKind};
use geometry::Point;
use story::model::{PlaceId, Renderer};

/// A map, laid out.
#[derive(Clone, Debug)]
pub struct MapLayout {
    /// Width and height.
    pub size: [f64; 2],
    /// The drawings of land, the main one first.
    pub panes: Vec<Pane>,
    /// Whether reservoirs are drawn in the main pane.
    pub reservoirs: bool,
    /// Whether a schematic river is in sight.
    pub schematic_river: bool,
    /// Whether the regions are drawn as one place amid the land around them.
    pub surroundings: bool,
    /// What the main pane is drawn with in the browser.
    pub medium: Renderer,
    /// The regions of this chapter that are tinted because a place is known no better.
    pub tinted: Vec<PlaceId>,
    /// The regions by value, if the map shades them.
    pub shading: Option<Choropleth>,
    /// The same for a map that a reader may have shaded, and that is not at first.
    pub shading_on_request: Option<Choropleth>,
    /// The schematic lines.
    pub lines: Vec<Line>,
    /// The marks.
    pub marks: Vec<Mark>,
    /// The labels.
    pub labels: Vec<Label>,
    /// Labels for which there is room only where the main pane is enlarged.
    pub later: Vec<Label>,
    /// What links the inset with the main map.
    pub inset: Option<InsetFrame>,
    /// The scale bar of the main pane.
    pub scale_bar: Option<ScaleBar>,
    /// The cities beyond the map.
    pub beyond: Vec<BeyondRow>,
    /// The end of the head above them, and its words.
    pub beyond_title: Option<(Point, String)>,
}

impl MapLayout {
    /// The regions by value, shown at once or on request.
    pub fn any_choropleth(&self) -> Option<&Choropleth> {
        self.shading.as_ref().or(self.shading_on_request.as_ref())
    }

    /// The regions that the main pane shows at least a part of.
    pub fn seen(&self) -> &[PlaceId] {
        self.panes.first().map_or(&[], |main| &main.seen)
    }

    /// Where an inset begins that stands below the main map, with its caption: a low window shows the one or the other.
    pub fn cut(&self) -> Option<f64> {
        let below =
            self.panes.iter().find(|pane| pane.kind == PaneKind::Inset && pane.rect.width > self.size[0] / 2.0)?;
        let caption = self.inset.as_ref().map_or(below.rect.y, |inset| inset.caption_bounds.y);
        Some(caption.min(below.rect.y))
    }
}
