//! The section of a chapter.

use leptos::prelude::*;

use super::Book;
use super::chapter::chapter;
use super::opening::opening;
use crate::model::Chapter;

/// The section of a chapter; the first one opens the story.
pub fn section(book: Book, one: &'static Chapter) -> Result<AnyView, String> {
    match book.story.told().enumerate().find(|(_, (chapter, _))| chapter.id == one.id) {
        Some((0, (_, told))) => opening(book, one, told),
        Some((_, (_, told))) => chapter(book, one, told),
        None => Ok(().into_any()),
    }
}
