//! The page's own wording: controls, heads and kinds. The story's words are data.

use crate::model::Lang;

/// The page's wording in one language.
#[derive(Clone, Copy, Debug)]
pub struct Ui(pub Lang);

macro_rules! wording {
    ($($(#[$meta:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        impl Ui {
            $($(#[$meta])* pub fn $name(self) -> &'static str { self.pick($zh, $en) })*
        }
    };
}

wording! {
    /// The link past the header.
    skip: "跳到正文", "Skip to the story";
    /// Leads from a part of the story to all of it.
    full_story: "看完整报道", "Open the full story";
    /// The header's navigation.
    chapters: "章节", "Chapters";
    /// The link to the other language, in that language.
    other_language: "English", "中文";
    /// The switch between the two ways of telling.
    mode: "阅读方式", "How to read";
    /// Told step by step.
    mode_steps: "逐步", "Steps";
    /// Told in full: the words that stand on the narrowest screen, and the rest.
    mode_flat: "全文", "Full";
    /// See above.
    mode_flat_rest: "", " text";
    /// Changes to the dark colours.
    to_dark: "夜间", "Dark";
    /// Changes to the light colours.
    to_light: "日间", "Light";
    /// What is changed.
    colours: "配色", " colours";
    /// Leads to the step before.
    previous_step: "上一步", "Previous step";
    /// Leads to the next step.
    next_step: "下一步", "Next step";
    /// Above what was found, where the story ends.
    ending: "说到底", "In the end";
    /// The chapters once more, where the story ends.
    ending_chapters: "再看一章：", "A chapter again:";
    /// The picture that says what was found, as a file to pass on.
    ending_picture: "存下这张图，发给朋友", "Save this picture to pass on";
    /// Leads from the newspaper page in small to the same with its rows.
    ending_sentences: "一句一条，逐条查看", "Look at it sentence by sentence";
    /// The panel's name.
    panel: "地点说明", "About this place";
    /// The source card's name.
    card: "数字的来历", "Where this figure comes from";
    /// Closes the panel or the card.
    close: "关闭", "Close";
    /// What the page says when it answers no more.
    stopped: "页面不再响应，内容仍可阅读；重新载入即可恢复。", "This page no longer answers; load it again, or just read on.";
    /// A figure that opens the story.
    key_figures: "几个关键数字", "Key figures";
}

pub(super) use wording;

/// Words that begin with a capital, in a language that has them.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Ui {
    pub(super) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
