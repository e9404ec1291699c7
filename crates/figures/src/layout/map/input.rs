//! What a map is asked to be.

use crate::layout::{Land, Width};
use story::model::{Canvas, ChapterMap, Frame, Lang, Story};

/// What a map is laid out from.
pub struct LayoutInput<'a> {
    pub story: &'a Story,
    pub basemap: &'a Land<'a>,
    pub map: &'a ChapterMap,
    pub frame: &'a Frame,
    pub canvas: &'a Canvas,
    pub lang: Lang,
    pub width: Width,
    /// Which labels must have room.
    pub named: Named,
}

/// Which labels of a map must have room, so that one without is an error; the others are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// All, as on the page.
    All,
    /// Those of marks: what is drawn has its name, and regions have theirs on their own land if at all.
    Marks,
    /// None; a mark without a name is left out too.
    Some,
}
