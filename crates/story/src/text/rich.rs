//! Prose as plain words.

use super::{Ui, number_of};
use crate::model::{Lang, Prose, Span, Story};

/// A text as plain words, with the numbers of its facts and the names of its places.
pub fn plain_text(story: &Story, text: &Prose, lang: Lang) -> String {
    text.spans(lang).iter().map(|span| plain_span(story, span, lang)).collect()
}

/// A text as plain words, in which each number says of what kind it is.
pub fn text_with_kinds(story: &Story, text: &Prose, lang: Lang) -> String {
    let told = |span: &Span| {
        let fact = match span {
            Span::Fact { id, .. } => Some(story.fact(id)).filter(|fact| fact.value.is_some()),
            Span::Words(_) | Span::Place { .. } => None,
        };
        let words = plain_span(story, span, lang);
        fact.map_or_else(|| words.clone(), |fact| Ui(lang).with_kind(&words, fact.kind))
    };
    text.spans(lang).iter().map(told).collect()
}

/// A piece of prose as plain words.
pub fn plain_span(story: &Story, span: &Span, lang: Lang) -> String {
    match span {
        Span::Words(words) | Span::Fact { words: Some(words), .. } | Span::Place { words: Some(words), .. } => {
            words.clone()
        }
        Span::Fact { id, words: None } => {
            // That it says a number the check has held; where it did not hold, the id says which one it is.
            number_of(story, story.fact(id), lang).map_or_else(|| id.to_string(), |number| number.to_string())
        }
        Span::Place { id, words: None } => story.subject(id).short().get(lang).to_owned(),
    }
}
