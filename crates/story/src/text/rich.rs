//! Prose with facts and places in it.
//!
//! `{clusters}` stands for a fact's number with its unit, `{clusters|七个}` for the same number in
//! these words, `{@erlitou}` for a place's short name and `{@erlitou|the park}` for it in these words.

use super::{Ui, number_of};
use crate::model::{FactId, Lang, Localized, PlaceId, Story};

/// A piece of prose.
#[derive(Clone, Debug, PartialEq)]
pub enum Span<'a> {
    /// Plain words.
    Words(&'a str),
    /// A fact's number, in other words if given.
    Fact {
        /// The fact.
        id: FactId,
        /// What is written instead of the formatted number.
        words: Option<&'a str>,
    },
    /// A place's name, in other words if given.
    Place {
        /// The place.
        id: PlaceId,
        /// What is written instead of the short name.
        words: Option<&'a str>,
    },
}

/// What is wrong with the braces of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BracesError {
    /// A `}` without a `{` before it.
    Unopened,
    /// A `{` without a `}` after it.
    Unclosed,
    /// Braces that name neither a fact nor a place, and what stands in them.
    Nameless(String),
}

/// The pieces of a text; an error says what is wrong with its braces.
pub fn parse(text: &str) -> Result<Vec<Span<'_>>, BracesError> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        if rest[open..].starts_with('}') {
            return Err(BracesError::Unopened);
        }
        if open > 0 {
            spans.push(Span::Words(&rest[..open]));
        }
        let body = &rest[open + 1..];
        let close = body.find('}').ok_or(BracesError::Unclosed)?;
        spans.push(reference(&body[..close])?);
        rest = &body[close + 1..];
    }
    if !rest.is_empty() {
        spans.push(Span::Words(rest));
    }
    Ok(spans)
}

/// A text as plain words, with the numbers of its facts and the names of its places.
pub fn plain_text(story: &Story, text: &Localized, lang: Lang) -> String {
    let spans = parse(text.get(lang)).unwrap_or_default();
    spans.into_iter().map(|span| plain_span(story, span, lang)).collect()
}

/// A text as plain words, in which each number says of what kind it is.
pub fn text_with_kinds(story: &Story, text: &Localized, lang: Lang) -> String {
    let told = |span: Span<'_>| {
        let fact = match &span {
            Span::Fact { id, .. } => story.fact(id).filter(|fact| fact.value.is_some()),
            Span::Words(_) | Span::Place { .. } => None,
        };
        let words = plain_span(story, span, lang);
        fact.map_or_else(|| words.clone(), |fact| Ui(lang).with_kind(&words, fact.kind))
    };
    parse(text.get(lang)).unwrap_or_default().into_iter().map(told).collect()
}

/// A piece of prose as plain words.
pub fn plain_span(story: &Story, span: Span<'_>, lang: Lang) -> String {
    match span {
        Span::Words(words) | Span::Fact { words: Some(words), .. } | Span::Place { words: Some(words), .. } => {
            words.to_owned()
        }
        Span::Fact { id, words: None } => {
            let number = story.fact(&id).and_then(|fact| number_of(story, fact, lang));
            number.map_or_else(String::new, |number| number.to_string())
        }
        Span::Place { id, words: None } => {
            story.subject(&id).map_or_else(String::new, |subject| subject.short().get(lang).to_owned())
        }
    }
}

fn reference(body: &str) -> Result<Span<'_>, BracesError> {
    let (id, words) = body.split_once('|').map_or((body, None), |(id, words)| (id, Some(words)));
    if id.trim_start_matches('@').is_empty() {
        return Err(BracesError::Nameless(body.to_owned()));
    }
    Ok(match id.strip_prefix('@') {
        Some(place) => Span::Place { id: PlaceId::new(place), words },
        None => Span::Fact { id: FactId::new(id), words },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_and_places_are_told_apart_and_may_bring_their_own_words() {
        let spans = parse("前{a}，{b|七个}{@c}").unwrap();
        assert_eq!(
            spans,
            [
                Span::Words("前"),
                Span::Fact { id: FactId::new("a"), words: None },
                Span::Words("，"),
                Span::Fact { id: FactId::new("b"), words: Some("七个") },
                Span::Place { id: PlaceId::new("c"), words: None },
            ]
        );
    }

    #[test]
    fn unbalanced_braces_are_refused() {
        for text in ["{a", "a}", "{}", "{@}"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
