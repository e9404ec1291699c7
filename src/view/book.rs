//! What every part of the finished page is made from.

use crate::layout::Ground;
use crate::model::{Lang, Localized, Story};
use crate::text::Ui;

/// The story in one language, with its land.
///
/// Borrowed for as long as the program runs: the prerender program makes its pages and ends.
#[derive(Clone, Copy)]
pub struct Book {
    /// The story.
    pub story: &'static Story,
    /// Its land, projected.
    pub ground: &'static Ground<'static>,
    /// The language of the page.
    pub lang: Lang,
}

impl Book {
    /// A text in the page's language.
    pub fn words(&self, text: &'static Localized) -> &'static str {
        text.get(self.lang)
    }

    /// The page's own wording.
    pub fn ui(&self) -> Ui {
        Ui(self.lang)
    }
}
