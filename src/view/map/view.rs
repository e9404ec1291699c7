//! A map as a page has it.

use std::sync::Arc;

use crate::layout::Width;
use crate::layout::map::{MapLayout, laid_out_once};
use crate::model::ChapterMap;
use crate::view::PageContext;

/// A map at both widths.
pub struct View {
    pub map: &'static ChapterMap,
    /// The step that it belongs to; none for the chapter's own.
    pub step: Option<&'static str>,
    pub wide: Arc<MapLayout>,
    pub narrow: Arc<MapLayout>,
}

impl View {
    /// Laid out; the error says which label found no room.
    pub fn new(context: PageContext, map: &'static ChapterMap, step: Option<&'static str>) -> Result<Self, String> {
        let lay_out = |width| laid_out_once(context.story, context.basemap, map, width, context.lang);
        Ok(Self { map, step, wide: lay_out(Width::Wide)?, narrow: lay_out(Width::Narrow)? })
    }
}
