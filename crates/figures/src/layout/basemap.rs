//! The land with the maps that were laid out on it.

use std::ops::Deref;
use std::sync::Arc;

use super::Width;
use super::land::Land;
use super::map::MapLayout;
use story::model::{FigureId, Lang, Memo, Record, Story, Tracked};

/// The land of a story, and the maps that were laid out on it.
///
/// Whoever looks at the land depends on it ([`story::model::recording`]).
pub struct Basemap<'a> {
    land: Tracked<Land<'a>>,
    /// The maps that were laid out on it, or on the land of an earlier state of the story.
    pub(super) maps: Arc<Maps>,
}

/// Maps by id, width and language, and by a stamp of what the chapter asks of them.
pub type Maps = Memo<(FigureId, Width, Lang, u64), Arc<MapLayout>>;

impl<'a> Basemap<'a> {
    /// The land of a story on which no map was laid out yet.
    pub fn new(story: &'a Story) -> Self {
        Self::with_maps(story, Arc::default())
    }

    /// The same with the maps of an earlier state: those are laid out anew whose records have changed.
    pub fn after(story: &'a Story, earlier: &Basemap<'_>) -> Self {
        Self::with_maps(story, Arc::clone(&earlier.maps))
    }

    fn with_maps(story: &'a Story, maps: Arc<Maps>) -> Self {
        Self { land: Tracked::new(Record::Land, Land::new(story)), maps }
    }
}

impl<'a> Deref for Basemap<'a> {
    type Target = Land<'a>;

    fn deref(&self) -> &Land<'a> {
        &self.land
    }
}
