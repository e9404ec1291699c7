//! What reading a formula or the braces of a text found wrong, in both languages.

use super::{Both, Phrase, Told, both};
use crate::model::BracesError;
use crate::model::{FormulaError, Wanted};

/// What is wrong with a formula.
pub fn formula(error: &FormulaError) -> Phrase {
    match error {
        FormulaError::TooLong { most, found } => Phrase::of(
            both!("expected at most {0} characters, found {1}" / "应至多 {0} 个字符，实有 {1} 个"),
            &[most, found],
        ),
        FormulaError::TooDeep { most, at } => Phrase::of(
            both!(
                "expected at most {0} brackets within each other, found more at character {1}"
                    / "括号应至多套 {0} 层，第 {1} 个字符处更多"
            ),
            &[most, at],
        ),
        FormulaError::Expected { wanted, at, found } => {
            let (sign, end) = (found.map(|c| format!("`{c}`")), both!("the end" / "结尾"));
            let found: &dyn Told = sign.as_ref().map_or(&end, |sign| sign);
            let words = both!("expected {0} at character {1}, found {2}" / "第 {1} 个字符处应为{0}，实为{2}");
            Phrase::of(words, &[&wanted_in_words(*wanted), at, found])
        }
    }
}

fn wanted_in_words(wanted: Wanted) -> Phrase {
    let words: Both = match wanted {
        Wanted::OperatorOrEnd => both!("an operator or the end" / "运算符或结尾"),
        Wanted::Operand => both!("a number, {fact}, count(…) or (" / "数、{fact}、count(…) 或 ("),
        Wanted::Number => both!("a number" / "数"),
        Wanted::Sign(sign) => return Phrase::of(both!("`{0}`" / " `{0}`"), &[&sign]),
    };
    Phrase::of(words, &[])
}

/// What is wrong with the braces of a text.
pub fn braces(error: &BracesError) -> Phrase {
    match error {
        BracesError::Unopened => Phrase::of(both!("a `}` without a `{` before it" / "`}` 前面没有 `{`"), &[]),
        BracesError::Unclosed => Phrase::of(both!("a `{` without a `}` after it" / "`{` 后面没有 `}`"), &[]),
        BracesError::Nameless(body) => {
            let found = format!("`{{{body}}}`");
            Phrase::of(both!("{0}, which names nothing" / "{0}，里面没有 id"), &[&found])
        }
    }
}
