//! The ids that the page's parts have, and how those are made that follow from the story's.

use std::fmt::Display;

use crate::names::names;

names! { ("", "#", "")
    /// The story, on every page.
    STORY = "story";
    /// The ledger.
    LEDGER = "ledger";
    /// The gazetteer, or the way there.
    PLACES = "places";
    /// The map that opens the story, where it stands alone.
    OPENING_MAP = "map";
    /// The section after the last chapter.
    ENDING = "ending";
    /// How the facts were gathered.
    METHOD = "method";
    /// What is to be known of the maps.
    MAP_NOTES = "map-notes";
    /// The articles as bars.
    SENTENCES = "sentences";
    /// What was corrected.
    CORRECTIONS = "corrections";
    /// What can be downloaded.
    DOWNLOADS = "downloads";
    /// How to cite the story.
    CITE = "cite";
    /// The words to cite it by.
    CITE_WORDS = "cite-words";
    /// What only those hear who do not see the page.
    ANNOUNCER = "announcer";
    /// The panel about a place.
    PLACE_PANEL = "place-panel";
    /// The card about a number.
    SOURCE_CARD = "source-card";
    /// The field of the search.
    FIND = "find";
    /// What it has found.
    FOUND = "found";
    /// How many that are.
    FOUND_COUNT = "found-count";
    /// The land's outline.
    OUTLINE = "outline";
    /// Its divisions.
    REGIONS = "regions";
    /// The borders around it.
    NEIGHBOURS = "neighbours";
    /// The land around it.
    SURROUNDINGS = "surroundings";
    /// The water in it.
    RESERVOIRS = "reservoirs";
    /// Narrow hatching.
    HATCH = "hatch";
    /// Wide hatching.
    HATCH_WIDE = "hatch-wide";
    /// Narrow hatching of land, whose outlines have steps of their own.
    HATCH_ON_LAND = "hatch-on-land";
    /// Wide hatching of land.
    HATCH_WIDE_ON_LAND = "hatch-wide-on-land";
    /// How a map fades at its sides.
    FADE = "fade";
    /// What the page for editors offers, as data.
    KIT_DATA = "kit-data";
    /// The snippets that it makes.
    SNIPPETS = "snippets";
    /// The bar of the review.
    REVIEW = "review";
    /// What the review is about, as data.
    REVIEW_DATA = "review-data";
}

/// What a card is about, which its id says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// A division or place.
    Place,
    /// A fact.
    Fact,
}

/// How the ids of the cards of places begin.
pub const OF_PLACE: &str = "p-";
/// How the ids of the cards of facts begin.
pub const OF_FACT: &str = "f-";

impl Card {
    /// How the ids of these cards begin.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Place => OF_PLACE,
            Self::Fact => OF_FACT,
        }
    }

    /// The id of the card about this.
    ///
    /// ```
    /// use contract::id::Card;
    /// assert_eq!(Card::Fact.id("clusters"), "f-clusters");
    /// assert_eq!(Card::read("f-clusters"), Some((Card::Fact, "clusters")));
    /// ```
    pub fn id(self, about: &str) -> String {
        [self.prefix(), about].concat()
    }

    /// What the card with this id is about; nothing for another id.
    pub fn read(id: &str) -> Option<(Self, &str)> {
        let (prefix, about) = id.split_at_checked(OF_PLACE.len())?;
        match prefix {
            OF_PLACE => Some((Self::Place, about)),
            OF_FACT => Some((Self::Fact, about)),
            _ => None,
        }
    }
}

/// The id of the card about a division or place.
pub fn of_place(place: impl Display) -> String {
    format!("{OF_PLACE}{place}")
}

/// The id of the card about a fact, or of its row in the ledger.
pub fn of_fact(fact: impl Display) -> String {
    format!("{OF_FACT}{fact}")
}

/// The address within a page of what has this id.
///
/// ```
/// use contract::id::{link, of_place, target};
/// assert_eq!(link(of_place("410305")), "#p-410305");
/// assert_eq!(target("#p-410305"), "p-410305");
/// ```
pub fn link(id: impl Display) -> String {
    fragment(&id.to_string())
}

/// The same for an id that is a text: what the program uses, in which a number's or a name's own way to be written would
/// weigh more.
pub fn fragment(id: &str) -> String {
    ["#", id].concat()
}

/// The id that a fragment names, with or without its sign.
pub fn target(fragment: &str) -> &str {
    fragment.strip_prefix('#').unwrap_or(fragment)
}

/// What is said below a map.
pub fn notes_of(map: impl Display) -> String {
    format!("{map}-notes")
}

/// The sentence that says what a map shows.
pub fn sentence_of(map: impl Display) -> String {
    format!("says-{map}")
}

/// A division's outline, once in the page.
pub fn outline_of(region: &str) -> String {
    ["r-", region].concat()
}

/// A river's course, once in the page.
pub fn course_of(river: impl Display) -> String {
    format!("river-{river}")
}

/// The sign of a category's shape and a stage, once in the page.
pub fn sign_of(shape: &str, stage: &str) -> String {
    format!("m-{shape}-{stage}")
}

/// The dots of a category on a dense map.
pub fn dots_of(map: impl Display, index: usize) -> String {
    format!("dots-{map}-{index}")
}

/// The rings around them.
pub fn rings_of(map: impl Display, index: usize) -> String {
    format!("rings-{map}-{index}")
}

/// A correction, by its number.
pub fn correction(number: usize) -> String {
    format!("correction-{number}")
}

/// A snippet of the page for editors, by its number.
pub fn snippet(number: usize) -> String {
    format!("snippet-{number}")
}

/// The bar of a sentence of an article.
pub fn sentence(article: impl Display, paragraph: impl Display, sentence: impl Display) -> String {
    format!("s-{article}-{paragraph}-{sentence}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_a_card_is_about_is_read_from_its_id(about in "[a-z0-9-]{0,12}", is_place: bool) {
            let card = if is_place { Card::Place } else { Card::Fact };
            let id = card.id(&about);
            prop_assert_eq!(Card::read(&id), Some((card, about.as_str())));
            let fragment = link(&id);
            prop_assert_eq!(target(&fragment), id);
        }

        #[test]
        fn other_ids_are_of_no_card(id in "[a-eg-oq-z][a-z0-9-]{0,12}") {
            prop_assert_eq!(Card::read(&id), None);
        }
    }
}
