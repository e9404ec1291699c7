//! What every part of the finished page is made from.

use std::collections::BTreeSet;
use std::sync::Mutex;

use crate::layout::Ground;
use crate::model::{Lang, Localized, PlaceId, Story};
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
    /// The places whose Chinese name an English page has given already.
    mentioned: &'static Mutex<BTreeSet<PlaceId>>,
}

impl Book {
    /// The story in a language, with nothing mentioned yet; one for each page.
    pub fn new(story: &'static Story, ground: &'static Ground<'static>, lang: Lang) -> Self {
        Self { story, ground, lang, mentioned: Box::leak(Box::default()) }
    }

    /// Whether the page names this place for the first time.
    pub fn is_first_mention(&self, place: &PlaceId) -> bool {
        self.mentioned.lock().is_ok_and(|mut mentioned| mentioned.insert(place.clone()))
    }

    /// A text in the page's language.
    pub fn words(&self, text: &'static Localized) -> &'static str {
        text.get(self.lang)
    }

    /// The page's own wording.
    pub fn ui(&self) -> Ui {
        Ui(self.lang)
    }
}
