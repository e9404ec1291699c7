//! Ids with their names, which an editor chooses: a name may hold anything.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Between two entries.
const BETWEEN: char = '|';
/// Between an id and its name, neither of which has one of these signs as it is.
pub(super) const IS: char = '=';

/// The entries as an attribute has them.
pub fn encode<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let entry = |(id, name): (&str, &str)| format!("{id}{IS}{}", escaped(name));
    entries.into_iter().map(entry).collect::<Vec<_>>().join("|")
}

/// The entries that an attribute has; what has no name is left out.
///
/// ```
/// use contract::payload::named::{decode, encode};
/// let text = encode([("heritage", "Sites"), ("odd", "a|b=c")]);
/// assert_eq!(text, "heritage=Sites|odd=a%7Cb%3Dc");
/// assert!(decode(&text).eq([("heritage", "Sites".into()), ("odd", "a|b=c".into())]));
/// ```
pub fn decode(text: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    entries(text).map(|(id, name)| (id, unescaped(name)))
}

/// The entries, with names as they are written.
pub(super) fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(BETWEEN).filter_map(|entry| entry.split_once(IS))
}

/// A name as an entry has it: without what parts entries and their parts, and what begins an escape.
pub(super) fn escaped(name: &str) -> String {
    name.replace('%', "%25").replace(BETWEEN, "%7C").replace(IS, "%3D")
}

/// A name from an entry.
pub(super) fn unescaped(name: &str) -> Cow<'_, str> {
    percent_decode_str(name).decode_utf8().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_an_editor_calls_a_category_is_read_back(
            entries in prop::collection::vec(("[a-z0-9-]{1,8}", ".{0,12}"), 0..5),
        ) {
            let text = encode(entries.iter().map(|(id, name)| (id.as_str(), name.as_str())));
            let read: Vec<(String, String)> =
                decode(&text).map(|(id, name)| (id.to_owned(), name.into_owned())).collect();
            prop_assert_eq!(read, entries);
        }

        #[test]
        fn names_of_the_signs_themselves_are_read_back(name in "[|=%7C]{0,8}") {
            let text = encode([("a", name.as_str()), ("b", "c")]);
            prop_assert!(decode(&text).eq([("a", name.into()), ("b", "c".into())]));
        }
    }
}
