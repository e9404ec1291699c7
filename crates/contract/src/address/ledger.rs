//! Which rows of the ledger the reader wants to see, and in what order.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::is_id;
use crate::attribute;

/// By what the rows are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    /// The number of the row.
    #[default]
    Row,
    /// The value.
    Value,
    /// The kind.
    Kind,
    /// The place on the newspaper page.
    Locator,
    /// The chapter.
    Chapter,
}

impl SortKey {
    /// All of them, in the order of the columns.
    pub const ALL: [Self; 5] = [Self::Row, Self::Value, Self::Kind, Self::Locator, Self::Chapter];

    /// The name in addresses and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Value => "value",
            Self::Kind => "kind",
            Self::Locator => "locator",
            Self::Chapter => "chapter",
        }
    }

    /// The attribute of a row that has its place in this order, or what decides it; of the ledger's own order the number.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Row => attribute::ROW,
            Self::Value => attribute::VALUE,
            Self::Kind => attribute::KIND,
            Self::Locator => attribute::LOCATOR,
            Self::Chapter => attribute::CHAPTER,
        }
    }

    /// The key of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.slug() == name)
    }
}

/// The reader's choice of rows; the default is all of them in the order of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// By what the rows are ordered.
    pub sort: SortKey,
    /// The last first.
    pub descending: bool,
    /// Only those of this kind.
    pub kind: Option<String>,
    /// Only those said by this speaker.
    pub speaker: Option<String>,
    /// Only those of this chapter.
    pub chapter: Option<String>,
    /// Only those about this region or place.
    pub place: Option<String>,
    /// Only those with all of these words.
    pub words: String,
}

/// The names of the choices in the address, which are those of the page's controls too.
/// By what the rows are ordered, after a `-` if the last comes first.
pub const SORT: &str = "sort";
/// The control for kinds, in addresses too.
pub const KIND: &str = "kind";
/// That for speakers.
pub const SPEAKER: &str = "by";
/// That for chapters.
pub const CHAPTER: &str = "in";
/// That for divisions and places.
pub const PLACE: &str = "at";
/// That for words.
pub const WORDS: &str = "q";

impl Ledger {
    /// Orders by a key; the same key again turns the order round.
    pub fn sort_by(self, key: SortKey) -> Self {
        let descending = key == self.sort && !self.descending;
        Self { sort: key, descending, ..self }
    }

    /// Leaves no row out; the order stays.
    pub fn unfiltered(self) -> Self {
        Self { sort: self.sort, descending: self.descending, ..Self::default() }
    }

    /// Searches for no words; what else is chosen stays.
    pub fn without_words(self) -> Self {
        Self { words: String::new(), ..self }
    }

    /// Takes over what a control says, by its name; what is no choice is none.
    pub fn choose(&mut self, name: &str, value: &str) {
        let id = || is_id(value).then(|| value.to_owned());
        match name {
            SORT => {
                let (key, descending) = value.strip_prefix('-').map_or((value, false), |key| (key, true));
                if let Some(key) = SortKey::named(key) {
                    (self.sort, self.descending) = (key, descending);
                }
            }
            KIND => self.kind = id(),
            SPEAKER => self.speaker = id(),
            CHAPTER => self.chapter = id(),
            PLACE => self.place = id(),
            WORDS => value.clone_into(&mut self.words),
            _ => {}
        }
    }

    /// What a control shows, by its name.
    pub fn choice(&self, name: &str) -> &str {
        match name {
            KIND => self.kind.as_deref().unwrap_or_default(),
            SPEAKER => self.speaker.as_deref().unwrap_or_default(),
            CHAPTER => self.chapter.as_deref().unwrap_or_default(),
            PLACE => self.place.as_deref().unwrap_or_default(),
            WORDS => &self.words,
            _ => "",
        }
    }

    /// Takes over a pair of an address.
    pub(super) fn read(&mut self, name: &str, value: &str) {
        match name {
            WORDS => self.choose(name, &percent_decode_str(value).decode_utf8().unwrap_or_default()),
            _ => self.choose(name, value),
        }
    }

    /// The pairs of this choice in an address, without defaults.
    pub(super) fn pairs(&self) -> Vec<String> {
        let sort = format!("{}{}", if self.descending { "-" } else { "" }, self.sort.slug());
        let sort = (self.sort != SortKey::Row || self.descending).then(|| format!("{SORT}={sort}"));
        let choice = |name: &&str| (!self.choice(name).is_empty()).then(|| self.pair(name));
        sort.into_iter().chain([KIND, SPEAKER, CHAPTER, PLACE, WORDS].iter().filter_map(choice)).collect()
    }

    fn pair(&self, name: &str) -> String {
        format!("{name}={}", utf8_percent_encode(self.choice(name), &KEPT))
    }
}

/// Ids stay as they are.
const KEPT: percent_encoding::AsciiSet = NON_ALPHANUMERIC.remove(b'-');

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    fn with(ledger: Ledger) -> State {
        State { ledger, ..State::default() }
    }

    #[test]
    fn all_rows_in_their_own_order_are_not_in_the_address() {
        assert_eq!(with(Ledger::default()).to_query(), "");
        assert_eq!(with(Ledger::default().sort_by(SortKey::Value).sort_by(SortKey::Row)).to_query(), "");
    }

    #[test]
    fn every_choice_survives_the_address() {
        let mut chosen = Ledger::default().sort_by(SortKey::Value).sort_by(SortKey::Value);
        for (name, value) in
            [("kind", "not-given"), ("by", "ours"), ("in", "homes"), ("at", "410305"), ("q", "涧西 26,833&x=%?")]
        {
            chosen.choose(name, value);
            assert_eq!(State::from_query(&with(chosen.clone()).to_query()), with(chosen.clone()), "{name}");
        }
        let query = with(chosen).to_query();
        assert!(query.starts_with("?sort=-value&kind=not-given&by=ours&in=homes&at=410305&q=%E6%B6%A7"), "{query}");
        assert!(query.is_ascii() && !query.contains(' '), "{query}");
    }

    #[test]
    fn the_same_key_again_turns_the_order_round_and_another_starts_from_the_first() {
        let by_value = Ledger::default().sort_by(SortKey::Value);
        assert_eq!((by_value.sort, by_value.descending), (SortKey::Value, false));
        let turned = by_value.sort_by(SortKey::Value);
        assert!(turned.descending && !turned.clone().sort_by(SortKey::Kind).descending);
        assert!(Ledger::default().sort_by(SortKey::Row).descending);
    }

    #[test]
    fn what_is_no_choice_is_ignored() {
        for query in ["?sort=size", "?sort=", "?kind=%22", "?kind=", "?in=a b", "?q=", "?sort=--row"] {
            assert_eq!(State::from_query(query), State::default(), "{query}");
        }
    }

    #[test]
    fn clearing_keeps_the_order() {
        let mut chosen = Ledger::default().sort_by(SortKey::Chapter);
        chosen.choose("q", "x");
        assert_eq!(chosen.unfiltered(), Ledger::default().sort_by(SortKey::Chapter));
    }
}
