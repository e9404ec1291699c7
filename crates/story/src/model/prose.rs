//! Prose with facts and places in it.
//!
//! `{clusters}` stands for a fact's number with its unit, `{clusters|七个}` for the same number in
//! these words, `{@erlitou}` for a place's short name and `{@erlitou|the park}` for it in these words.

use std::ops::Deref;

use super::{FactId, Lang, Localized, PlaceId};

/// Words in both languages that may name facts and places; read once, and it can be used wherever words are.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "data", derive(serde::Deserialize), serde(from = "Localized"))]
pub struct Prose {
    words: Localized,
    zh: Vec<Span>,
    en: Vec<Span>,
}

impl Prose {
    /// Its pieces in this language.
    pub fn spans(&self, lang: Lang) -> &[Span] {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The facts that it names in this language.
    pub fn facts(&self, lang: Lang) -> impl Iterator<Item = &FactId> {
        self.spans(lang).iter().filter_map(|span| match span {
            Span::Fact { id, .. } => Some(id),
            Span::Words(_) | Span::Place { .. } => None,
        })
    }
}

/// What cannot be read is told as it stands: whoever reviews a story with a fault sees it there.
impl From<Localized> for Prose {
    fn from(words: Localized) -> Self {
        let read = |text: &str| parse(text).unwrap_or_else(|_| vec![Span::Words(text.to_owned())]);
        Self { zh: read(&words.zh), en: read(&words.en), words }
    }
}

impl Deref for Prose {
    type Target = Localized;

    fn deref(&self) -> &Localized {
        &self.words
    }
}

/// In a file it is no more than its words.
#[cfg(feature = "data")]
impl schemars::JsonSchema for Prose {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Localized::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        Localized::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Localized::json_schema(generator)
    }
}

/// A piece of prose.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Plain words.
    Words(String),
    /// A fact's number, in other words if given.
    Fact {
        /// The fact.
        id: FactId,
        /// What is written instead of the formatted number.
        words: Option<String>,
    },
    /// A place's name, in other words if given.
    Place {
        /// The place.
        id: PlaceId,
        /// What is written instead of the short name.
        words: Option<String>,
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
pub fn parse(text: &str) -> Result<Vec<Span>, BracesError> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        if rest[open..].starts_with('}') {
            return Err(BracesError::Unopened);
        }
        if open > 0 {
            spans.push(Span::Words(rest[..open].to_owned()));
        }
        let body = &rest[open + 1..];
        let close = body.find('}').ok_or(BracesError::Unclosed)?;
        spans.push(reference(&body[..close])?);
        rest = &body[close + 1..];
    }
    if !rest.is_empty() {
        spans.push(Span::Words(rest.to_owned()));
    }
    Ok(spans)
}

fn reference(body: &str) -> Result<Span, BracesError> {
    let (id, words) = body.split_once('|').map_or((body, None), |(id, words)| (id, Some(words.to_owned())));
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
                Span::Words("前".into()),
                Span::Fact { id: FactId::new("a"), words: None },
                Span::Words("，".into()),
                Span::Fact { id: FactId::new("b"), words: Some("七个".into()) },
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

    #[test]
    fn what_cannot_be_read_is_told_as_it_stands() {
        let prose = Prose::from(Localized { zh: "{a}有".into(), en: "{a has".into() });
        assert_eq!(prose.spans(Lang::Zh).len(), 2);
        assert_eq!(prose.spans(Lang::En), [Span::Words("{a has".into())]);
        assert_eq!(prose.get(Lang::En), "{a has");
    }
}
