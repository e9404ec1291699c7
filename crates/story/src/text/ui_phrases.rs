//! Putting words together: lists, sentences, what stands in parentheses.

use super::ui::Ui;
use crate::model::Lang;

impl Ui {
    /// Words in brackets after others.
    pub fn aside(self, words: &str) -> String {
        match self.0 {
            Lang::Zh => format!("（{words}）"),
            Lang::En => format!(" ({words})"),
        }
    }

    /// What lies in a part of a bar without a figure of its own.
    pub fn of_which(self, name: &str) -> String {
        match self.0 {
            Lang::Zh => format!("其中{name}"),
            Lang::En => format!("{name} among them"),
        }
    }

    /// How far a chapter is in the story, the opening not counted.
    pub fn chapter_of(self, number: usize, all: usize) -> String {
        match self.0 {
            Lang::Zh => format!("第{number}章，共{all}章"),
            Lang::En => format!("Chapter {number} of {all}"),
        }
    }

    /// How many facts there are about something.
    pub fn count(self, count: usize) -> String {
        match (self.0, count) {
            (Lang::Zh, _) => format!("账本有{count}条"),
            (Lang::En, 1) => "1 row in the ledger".into(),
            (Lang::En, _) => format!("{count} rows in the ledger"),
        }
    }

    /// What a control does, with the key that does it too.
    pub fn by_key(self, does: &str, key: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{does}（{key}）"),
            Lang::En => format!("{does} ({key})"),
        }
    }

    /// The places a schematic line leads through.
    pub fn through(self, names: &[&str]) -> String {
        match self.0 {
            Lang::Zh => format!("经过{}", self.list(names)),
            Lang::En => format!("through {}", self.list(names)),
        }
    }

    /// A name and what is said of it.
    pub fn named(self, name: &str, said: &str) -> String {
        if said.is_empty() { name.to_owned() } else { format!("{name}{}{said}", self.colon()) }
    }

    /// A list of names and how the page leaves it open.
    pub fn with_open(self, names: &str, open: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{names}{open}"),
            Lang::En if open.is_empty() => names.to_owned(),
            Lang::En => format!("{names} {open}"),
        }
    }

    /// Who made the page.
    pub fn made_by(self, publisher: &str) -> String {
        match self.0 {
            Lang::Zh => format!("制作：{publisher}"),
            Lang::En => format!("By {publisher}"),
        }
    }

    /// Sentences one after the other, of which some lack their full stop; the last one keeps to its own.
    pub fn sentences(self, sentences: &[&str]) -> String {
        let stop = self.pick("。", ".");
        let bare: Vec<&str> = sentences.iter().map(|sentence| sentence.trim_end_matches(stop)).collect();
        bare.join(self.pick("。", ". "))
    }

    /// Whole sentences after each other.
    pub fn after_each_other(self, sentences: &[&str]) -> String {
        sentences.join(self.gap().unwrap_or(""))
    }

    /// Between a name and what is said of it.
    pub fn colon(self) -> &'static str {
        self.pick("：", ": ")
    }

    /// Between two things said of one.
    pub fn semicolon(self) -> &'static str {
        self.pick("；", "; ")
    }

    /// Joins phrases with a dot.
    pub fn phrases(self, parts: &[&str]) -> String {
        parts.join(" · ")
    }

    /// Joins clauses with a comma.
    pub fn clauses(self, parts: &[&str]) -> String {
        parts.join(self.pick("，", ", "))
    }

    /// Joins names in a list.
    pub fn list(self, names: &[&str]) -> String {
        names.join(self.pick("、", ", "))
    }
}
