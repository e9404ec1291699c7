//! The measures of a map, with their names and how many values each has.

use std::borrow::Cow;

use super::named;

/// A measure, as the sentence under a map tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name, which may hold anything.
    pub name: Cow<'a, str>,
    /// How many divisions have a value.
    pub given: usize,
}

/// The measures as an attribute has them.
pub fn encode<'a>(measures: impl IntoIterator<Item = Measured<'a>>) -> String {
    let entry = |one: Measured<'_>| format!("{}={}={}", one.id, named::escaped(&one.name), one.given);
    measures.into_iter().map(entry).collect::<Vec<_>>().join("|")
}

/// The measures that an attribute has; what lacks a part is left out.
///
/// ```
/// use contract::payload::measured::{Measured, decode, encode};
/// let measure = Measured { id: "projects", name: "a|b=c".into(), given: 14 };
/// assert!(decode(&encode([measure.clone()])).eq([measure]));
/// ```
pub fn decode(text: &str) -> impl Iterator<Item = Measured<'_>> {
    named::entries(text).filter_map(|(id, rest)| {
        let (name, given) = rest.split_once(named::IS)?;
        Some(Measured { id, name: named::unescaped(name), given: given.parse().ok()? })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn measures_are_read_back(all in prop::collection::vec(("[a-z0-9-]{1,8}", ".{0,12}", 0..999_usize), 0..4)) {
            let measured = |(id, name, given): &'_ (String, String, usize)| (id.clone(), name.clone(), *given);
            let text = encode(all.iter().map(|(id, name, given)| Measured { id, name: name.into(), given: *given }));
            let read: Vec<_> = decode(&text).map(|one| (one.id.to_owned(), one.name.into_owned(), one.given)).collect();
            prop_assert_eq!(read, all.iter().map(measured).collect::<Vec<_>>());
        }
    }
}
