//! What the rows of a figure are written with.

use super::FigureRow;
use crate::model::{Lang, Localized, Prose, Story};
use crate::text::Ui;

/// Heads and rows.
pub type Table<'a> = (Vec<&'a str>, Vec<FigureRow<'a>>);

/// The story, and the language in which its figures become tables.
#[derive(Clone, Copy)]
pub struct TableContext<'a> {
    /// The story.
    pub story: &'a Story,
    /// The language.
    pub lang: Lang,
    /// The page's own wording in it.
    pub ui: Ui,
}

impl<'a> TableContext<'a> {
    /// What tables of a story are written with, in a language.
    pub fn new(story: &'a Story, lang: Lang) -> Self {
        Self { story, lang, ui: Ui(lang) }
    }

    /// The facts that prose names, each as a row with these cells before its number.
    pub fn numbers_in(self, prose: &Prose, before: &[String]) -> Vec<FigureRow<'a>> {
        let facts = prose.facts(self.lang).map(|id| self.story.fact(id));
        facts.map(|fact| FigureRow::number(self.story, self.lang, before.to_vec(), fact)).collect()
    }

    /// A text of the story.
    pub fn words(self, words: &Localized) -> String {
        words.get(self.lang).to_owned()
    }

    /// That something is not given.
    pub fn not_given(self) -> String {
        self.ui.not_given().to_owned()
    }
}
