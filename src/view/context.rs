//! What every part of the finished page is made from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use crate::layout::Basemap;
use crate::model::{Lang, Localized, PlaceId, Story};
use crate::text::{Embed, Page, Route, Ui};

/// The story in one language, with its land.
///
/// Borrowed for as long as the program runs: the prerender program makes its pages and ends.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// The story.
    pub story: &'static Story,
    /// Its land, projected.
    pub basemap: &'static Basemap<'static>,
    /// The page that is made.
    pub page: Page<'static>,
    /// Its language.
    pub lang: Lang,
    /// The places whose Chinese name an English page has given already.
    mentioned: &'static Mutex<BTreeSet<PlaceId>>,
    /// The numbers that stand for names on the narrow map beside the words that are made.
    numbers: &'static BTreeMap<PlaceId, usize>,
}

impl PageContext {
    /// The whole story in a language, with nothing mentioned yet.
    pub fn new(story: &'static Story, basemap: &'static Basemap<'static>, lang: Lang) -> Self {
        Self::of(story, basemap, Page { lang, route: Route::Story })
    }

    /// What one page shows of the story, with nothing mentioned yet; one for each page.
    pub fn of(story: &'static Story, basemap: &'static Basemap<'static>, page: Page<'static>) -> Self {
        static NONE: BTreeMap<PlaceId, usize> = BTreeMap::new();
        Self { story, basemap, page, lang: page.lang, mentioned: Box::leak(Box::default()), numbers: &NONE }
    }

    /// The same for words beside a narrow map on which these numbers stand for names.
    pub fn beside(self, numbers: BTreeMap<PlaceId, usize>) -> Self {
        Self { numbers: Box::leak(Box::new(numbers)), ..self }
    }

    /// The number of a place on the narrow map beside the words.
    pub fn number_of(&self, place: &PlaceId) -> Option<usize> {
        self.numbers.get(place).copied()
    }

    /// The way to the whole story, from any other page; empty on a page that shows all of it.
    pub fn way_to_story(&self) -> String {
        match self.page.route {
            Route::Story | Route::Embed(Embed::Story) => String::new(),
            _ => self.page.way_to(&self.page.story()),
        }
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
