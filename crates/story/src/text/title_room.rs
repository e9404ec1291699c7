//! How much room headlines and titles have where no reader can make more of it.

use super::width::{Face, width};
use super::wrap;
use crate::model::Lang;

/// The room of a title: so many lines of a width, in letters of a size that grows no smaller.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TitleRoom {
    /// Pixels of a line.
    pub width: f64,
    /// Pixels of an em.
    pub size: f64,
    /// Lines.
    pub lines: usize,
}

impl TitleRoom {
    /// A chapter's finding in the wide picture for sharing.
    pub const SHARE_WIDE: Self = Self { width: 452.0, size: 30.0, lines: 5 };
    /// The same in the square one.
    pub const SHARE_SQUARE: Self = Self { width: 968.0, size: 30.0, lines: 2 };
    /// The story's title beside its seal in the wide picture, where it shrinks; smaller than this nobody reads it.
    pub const SHARE_NAME: Self = Self { width: 398.0, size: 12.0, lines: 1 };
    /// A figure's title in a frame of 320 pixels: a sixth line, and the drawing begins below what a phone shows at once.
    pub const FRAME: Self = Self { width: 288.0, size: 19.0, lines: 5 };
    /// The large word of the headline beside the first map, in the narrowest window that has both (1,320 pixels): its
    /// column and the gap after it.
    pub fn head(lang: Lang) -> Self {
        let size = if lang == Lang::Zh { 176.0 } else { 91.0 };
        Self { width: 400.0, size, lines: 1 }
    }

    /// The same where the word is too long for that and is set smaller.
    pub fn long_head(lang: Lang) -> Self {
        let size = if lang == Lang::Zh { 112.0 } else { 72.0 };
        Self { size, ..Self::head(lang) }
    }

    /// How many lines a text takes.
    ///
    /// ```
    /// use story::{model::Lang, text::TitleRoom};
    /// assert_eq!(TitleRoom::head(Lang::Zh).taken("洛阳"), 1);
    /// assert_eq!(TitleRoom::head(Lang::Zh).taken("石家庄"), 2);
    /// assert_eq!(TitleRoom::long_head(Lang::Zh).taken("石家庄"), 1);
    /// ```
    pub fn taken(&self, text: &str) -> usize {
        let lines = wrap(text, self.size, Face::Regular, self.width);
        // A word that is wider than its line goes on over the edge.
        let over = |line: &String| (width(line, self.size, Face::Regular) / self.width).ceil().max(1.0) as usize;
        lines.iter().map(over).sum()
    }

    /// How many characters of a text fit, none of them cut off; all of it where it fits.
    pub fn fitting(&self, text: &str) -> usize {
        let chars: Vec<char> = text.chars().collect();
        let fits = |count: usize| self.taken(&chars[..count].iter().collect::<String>()) <= self.lines;
        let (mut fitting, mut over) = (0, chars.len() + 1);
        while over - fitting > 1 {
            let middle = fitting.midpoint(over);
            if fits(middle) {
                fitting = middle;
            } else {
                over = middle;
            }
        }
        fitting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_of_a_title_fits_and_one_more_character_does_not() {
        for room in [TitleRoom::SHARE_WIDE, TitleRoom::SHARE_NAME, TitleRoom::FRAME, TitleRoom::long_head(Lang::En)] {
            for text in ["长".repeat(400), "a word or two ".repeat(60), "a".repeat(900)] {
                let count = room.fitting(&text);
                let beginning = |count: usize| text.chars().take(count).collect::<String>();
                assert!(count > 0 && room.taken(&beginning(count)) <= room.lines, "{room:?} {text:.20}");
                assert!(room.taken(&beginning(count + 2)) > room.lines, "{room:?} {text:.20}");
            }
        }
    }
}
