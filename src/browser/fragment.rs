//! What the fragment of the address names.

use web_sys::Element;

use super::dom::{around, by_id};

/// The beginnings of the ids of cards about places and about facts.
pub const PLACE: &str = "#p-";
pub const FACT: &str = "#f-";

/// The card that the fragment has opened without the program: what it is about, and the id of that.
pub fn opened_card() -> Option<(&'static str, String)> {
    let hash = fragment();
    let card = by_id(hash.get(1..)?)?;
    let about = [PLACE, FACT].into_iter().find(|about| hash.starts_with(about))?;
    card.class_list().contains("card").then(|| (about, hash[about.len()..].to_owned()))
}

/// The fragment of the address, with its sign, or nothing.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The section that a fragment leads to or into.
pub fn section_of(hash: &str) -> Option<Element> {
    around(&by_id(hash.trim_start_matches('#'))?, "section")
}
