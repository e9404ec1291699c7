//! What a picture shows: any figure of the story, laid out, ready to be put on a list.

use std::sync::Arc;

use plotters::drawing::IntoDrawingArea;

use super::{DisplayList, Ink, RenderContext};
use crate::draw::{MapDrawing, MapPart, draw_areas, draw_map, draw_pictogram, draw_scene};
use crate::layout::map::MapLayout;
use crate::layout::{Placed, PlacedAreas, PlacedPictogram, Scene, laid_out};
use geometry::Rect;
use story::model::{AreaId, Figure};

/// A drawing.
pub enum Drawing {
    /// A map, and by which measure it is shaded.
    Map(Arc<MapLayout>, usize),
    /// Marks that are counted.
    Pictogram(PlacedPictogram),
    /// The strip of areas, and which of them stand out.
    Areas(PlacedAreas, Vec<AreaId>),
    /// A chart or table with words.
    Scene(Scene),
}

impl Drawing {
    /// Width and height.
    pub fn size(&self) -> [f64; 2] {
        match self {
            Self::Map(layout, _) => layout.size,
            Self::Pictogram(placed) => placed.size,
            Self::Areas(placed, _) => placed.size,
            Self::Scene(scene) => scene.size,
        }
    }

    /// Puts it into a box of the list, so many times larger.
    pub fn put(&self, context: &RenderContext<'_>, list: &DisplayList, room: Rect, scale: f64) -> Result<(), String> {
        let part = list.within(room, scale);
        let area = part.clone().into_drawing_area();
        let brush = context.brush();
        let done = match self {
            Self::Map(layout, measure) => {
                let map = MapDrawing {
                    story: context.story,
                    basemap: context.basemap,
                    layout,
                    lang: context.lang,
                    measure: *measure,
                };
                let done = draw_map(&area, &map, &brush, |next| part.set_halo(halo(context, next, scale)));
                part.set_halo(None);
                done
            }
            Self::Pictogram(placed) => draw_pictogram(&area, placed, &brush, |_| ()),
            Self::Areas(placed, current) => draw_areas(&area, placed, current, &brush, |_| ()),
            Self::Scene(scene) => draw_scene(&area, scene, &brush, |_| ()),
        };
        done.map_err(|fault| fault.to_string())
    }
}

/// What lies around the letters of this part of a map: the colour of what they stand on.
fn halo(context: &RenderContext<'_>, part: MapPart, scale: f64) -> Option<(Ink, f64)> {
    let MapPart::Words(line) = part else { return None };
    let colour = context.tokens.palette.colour(line.role);
    Some((Ink { rgb: (colour.0, colour.1, colour.2), alpha: 1.0 }, line.width * scale))
}

impl From<Placed> for Drawing {
    fn from(placed: Placed) -> Self {
        match placed {
            Placed::Pictogram(placed) => Self::Pictogram(placed),
            Placed::Areas(placed) => Self::Areas(placed, Vec::new()),
            Placed::Scene(scene) => Self::Scene(scene),
        }
    }
}

/// The drawing of a figure in about this width.
pub fn drawing_of(context: &RenderContext<'_>, figure: &Figure, width: f64) -> Drawing {
    laid_out(&figure.chart).placed(context.story, context.lang, width).into()
}
