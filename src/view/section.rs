//! The section of a chapter.

use leptos::prelude::*;

use super::PageContext;
use super::chapter::chapter;
use super::opening::opening;
use crate::model::Chapter;

/// The section of a chapter; the first one opens the story.
pub fn section(context: PageContext, one: &'static Chapter) -> Result<AnyView, String> {
    match context.story.told().enumerate().find(|(_, (chapter, _))| chapter.id == one.id) {
        Some((0, (_, told))) => opening(context, one, told),
        Some((_, (_, told))) => chapter(context, one, told),
        None => Ok(().into_any()),
    }
}
