//! A map as a page has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::layout::Width;
use crate::layout::map::{MapLayout, laid_out_once};
use crate::model::{ChapterMap, PlaceId};
use crate::view::PageContext;

/// A map at both widths.
pub struct View {
    pub map: &'static ChapterMap,
    /// The step that it belongs to; none for the chapter's own.
    pub step: Option<&'static str>,
    pub wide: Arc<MapLayout>,
    pub narrow: Arc<MapLayout>,
}

/// The numbers that stand for names on the narrow drawing of a map.
///
/// The error says which label found no room; it stops the build.
pub fn numbers(context: PageContext, map: &'static ChapterMap) -> Result<BTreeMap<PlaceId, usize>, String> {
    let laid_out = laid_out_once(context.story, context.basemap, map, Width::Narrow, context.lang)?;
    Ok(laid_out.marks.iter().filter_map(|mark| Some((mark.place.clone(), mark.number?))).collect())
}

impl View {
    /// Laid out; the error says which label found no room.
    pub fn new(context: PageContext, map: &'static ChapterMap, step: Option<&'static str>) -> Result<Self, String> {
        let lay_out = |width| laid_out_once(context.story, context.basemap, map, width, context.lang);
        Ok(Self { map, step, wide: lay_out(Width::Wide)?, narrow: lay_out(Width::Narrow)? })
    }
}
