//! What is said to those who do not see it.

use contract::id;

use super::dom::by_id;

/// Says something to those who do not see it.
pub fn announce(words: &str) {
    if let Some(announcer) = by_id(id::ANNOUNCER) {
        announcer.set_text_content(Some(words));
    }
}
