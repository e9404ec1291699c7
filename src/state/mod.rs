//! The reader's choices as one plain value, and how they look in the address bar.

mod ledger;

pub use ledger::{Ledger, SortKey};

/// What the reader has chosen; nothing is the default, and the default is not in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The selected region or place.
    pub place: Option<String>,
    /// The fact whose source is shown.
    pub fact: Option<String>,
    /// The one measure that charts of several show; all of them if nothing is chosen.
    pub measure: Option<String>,
    /// The rows of the ledger and their order.
    pub ledger: Ledger,
}

/// The names of the choices in the address.
const PLACE: &str = "place";
const FACT: &str = "fact";
const MEASURE: &str = "measure";

impl State {
    /// Selects a region or place; selecting it again keeps it.
    pub fn select(self, place: &str) -> Self {
        Self { place: Some(place.to_owned()), ..self }
    }

    /// Selects nothing.
    pub fn deselect(self) -> Self {
        Self { place: None, ..self }
    }

    /// Shows the source of a fact.
    pub fn show_source(self, fact: &str) -> Self {
        Self { fact: Some(fact.to_owned()), ..self }
    }

    /// Shows no source.
    pub fn hide_source(self) -> Self {
        Self { fact: None, ..self }
    }

    /// Shows one measure, or all for an empty name.
    pub fn show_measure(self, measure: &str) -> Self {
        Self { measure: (!measure.is_empty()).then(|| measure.to_owned()), ..self }
    }

    /// The same choices on the page in the other language: words to search for are of one language only.
    pub fn in_other_language(&self) -> Self {
        Self { ledger: Ledger { words: String::new(), ..self.ledger.clone() }, ..self.clone() }
    }

    /// Reads the choices from the query of an address, with or without its `?`.
    ///
    /// Unknown names are ignored, and so is a value that cannot be an id.
    ///
    /// ```
    /// use luoyang_story::state::State;
    /// let state = State::from_query("?place=410305&utm=x");
    /// assert_eq!(state.place.as_deref(), Some("410305"));
    /// assert_eq!(State::from_query("?place=%3Cscript%3E"), State::default());
    /// ```
    pub fn from_query(query: &str) -> Self {
        let mut state = Self::default();
        for pair in query.trim_start_matches('?').split('&') {
            match pair.split_once('=') {
                Some((PLACE, id)) if is_id(id) => state.place = Some(id.to_owned()),
                Some((FACT, id)) if is_id(id) => state.fact = Some(id.to_owned()),
                Some((MEASURE, id)) if is_id(id) => state.measure = Some(id.to_owned()),
                Some((name, value)) => state.ledger.read(name, value),
                None => {}
            }
        }
        state
    }

    /// The query of this state, with its `?`; empty for the default.
    pub fn to_query(&self) -> String {
        let pair = |(name, id): (&str, &Option<String>)| id.as_ref().map(|id| format!("{name}={id}"));
        let mut pairs: Vec<String> = [(PLACE, &self.place), (FACT, &self.fact), (MEASURE, &self.measure)]
            .into_iter()
            .filter_map(pair)
            .collect();
        pairs.extend(self.ledger.pairs());
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// Whether a text can be an id: letters, digits and hyphens.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_vanish_from_the_address() {
        assert_eq!(State::default().to_query(), "");
        assert_eq!(State::default().select("410305").deselect().to_query(), "");
        assert_eq!(State::default().show_measure("households").show_measure("").to_query(), "");
    }

    #[test]
    fn every_state_survives_the_address() {
        for state in [
            State::default(),
            State::default().select("410305"),
            State::default().select("erlitou").show_source("centres-share"),
            State::default().show_source("clusters"),
            State::default().show_measure("households").select("410305"),
        ] {
            assert_eq!(State::from_query(&state.to_query()), state);
        }
    }

    #[test]
    fn what_is_not_an_id_is_ignored() {
        for query in ["?place=", "?place=a b", "?fact=%22", "?measure=a_b", "?Place=x", "place", "?&&="] {
            assert_eq!(State::from_query(query), State::default(), "{query}");
        }
    }
}
