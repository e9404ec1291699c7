//! Names one after the other, none of which holds a space: style sheets ask for one of them (`[data-layer~="…"]`).

/// Between two names: a character, because the library's search for texts weighs 0.7 KB in the WASM.
const BETWEEN: char = ' ';

/// The names as an attribute has them.
pub fn encode<T: AsRef<str>>(names: &[T]) -> String {
    let mut text = String::new();
    for name in names {
        if !text.is_empty() {
            text.push(BETWEEN);
        }
        text.push_str(name.as_ref());
    }
    text
}

/// The names that an attribute has.
///
/// ```
/// use contract::payload::list::{decode, encode};
/// assert!(decode(&encode(&["heritage", "stage-done"])).eq(["heritage", "stage-done"]));
/// assert_eq!(decode("").count(), 0);
/// ```
pub fn decode(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).filter(|name| !name.is_empty())
}

/// Whether an attribute has this name.
pub fn holds(text: &str, name: &str) -> bool {
    decode(text).any(|one| one == name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_are_read_back(names in prop::collection::vec("[^ ]{1,8}", 0..5), other in "[^ ]{1,8}") {
            let text = encode(&names);
            prop_assert_eq!(decode(&text).collect::<Vec<_>>(), names.clone());
            prop_assert_eq!(holds(&text, &other), names.contains(&other));
        }
    }
}
