//! A sentence with a gap for a number.

/// Where the number belongs.
pub const GAP: char = '#';

/// The sentence with a number in the gap; without a gap as it is.
///
/// ```
/// use contract::payload::count::filled;
/// assert_eq!(filled("# of 236 rows", 12), "12 of 236 rows");
/// assert_eq!(filled("", 12), "");
/// ```
pub fn filled(form: &str, count: usize) -> String {
    match form.split_once(GAP) {
        Some((before, after)) => format!("{before}{count}{after}"),
        None => form.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_number_stands_in_the_gap(before in "[^#]{0,8}", after in ".{0,8}", count: usize) {
            prop_assert_eq!(filled(&format!("{before}{GAP}{after}"), count), format!("{before}{count}{after}"));
        }
    }
}
