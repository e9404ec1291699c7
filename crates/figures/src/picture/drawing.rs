//! What a picture shows: any figure of the story, laid out, ready to be put on a list.

use std::sync::Arc;

use plotters::drawing::IntoDrawingArea;

use super::{DisplayList, Ink, RenderContext};
use crate::draw::{MapDrawing, MapPart, draw_areas, draw_map, draw_scene, draw_units};
use crate::layout::map::MapLayout;
use crate::layout::{
    PlacedAreas, PlacedUnits, Scene, accounts_scene, areas, bars_scene, lanes_scene, matrix_scene, series_scene,
    timeline_scene, units,
};
use geometry::Rect;
use story::model::{AreaId, Figure};

/// A drawing.
pub enum Drawing {
    /// A map, and by which measure it is shaded.
    Map(Arc<MapLayout>, usize),
    /// Marks that are counted.
    Units(PlacedUnits),
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
            Self::Units(placed) => placed.size,
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
                    ground: context.ground,
                    layout,
                    lang: context.lang,
                    measure: *measure,
                };
                let done = draw_map(&area, &map, &brush, |next| part.set_halo(halo(context, next, scale)));
                part.set_halo(None);
                done
            }
            Self::Units(placed) => draw_units(&area, placed, &brush, |_| ()),
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

/// The drawing of a figure in about this width; none for a figure that has no drawing.
pub fn drawing_of(context: &RenderContext<'_>, figure: &Figure, width: f64) -> Option<Drawing> {
    if let Some(spec) = &figure.units {
        return Some(Drawing::Units(units(context.story, spec, width, width / 12.0)));
    }
    if let Some(ids) = &figure.areas {
        let side = width / (1.3 * ids.len().max(1) as f64);
        return Some(Drawing::Areas(areas(context.story, ids, side.min(72.0)), Vec::new()));
    }
    let (story, lang) = (context.story, context.lang);
    let scene = if let Some(spec) = &figure.bars {
        bars_scene(story, spec, lang, width)
    } else if let Some(spec) = &figure.series {
        series_scene(story, spec, lang, width)
    } else if let Some(spec) = &figure.timeline {
        timeline_scene(story, spec, lang, width)
    } else if let Some(spec) = &figure.accounts {
        accounts_scene(story, spec, lang, width)
    } else if let Some(spec) = &figure.lanes {
        lanes_scene(story, spec, lang, width)
    } else {
        matrix_scene(story, figure.matrix.as_ref()?, lang, width)
    };
    Some(Drawing::Scene(scene))
}
