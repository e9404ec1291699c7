//! What the fragment of the address names.

use contract::id::{Card, target};
use contract::{class, joined};
use web_sys::Element;

use super::dom::{around, by_id};

/// The card that the fragment has opened without the program: what it is about, and the id of that.
pub fn opened_card() -> Option<(Card, String)> {
    let hash = fragment();
    let id = target(&hash);
    let (card, about) = Card::read(id)?;
    around(&by_id(id)?, joined!(class::of::CARDS, " article")).map(|_| (card, about.to_owned()))
}

/// The fragment of the address, with its sign, or nothing.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The section that a fragment leads to or into.
pub fn section_of(hash: &str) -> Option<Element> {
    around(&by_id(target(hash))?, "section")
}
