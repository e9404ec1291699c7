//! Dots of a dense map as path data: lines as short as can be, which are drawn with round ends.

use std::fmt::Display;

use super::numbers;

/// A dot at this point, in steps of the page's geometry.
pub fn dot(x: impl Display, y: impl Display) -> String {
    format!("M{x} {y}h1")
}

/// Where the dots of path data are.
///
/// ```
/// use contract::payload::dots::{decode, dot};
/// assert_eq!(decode(&(dot(12, 34) + &dot(-5, 6))), [[12, 34], [-5, 6]]);
/// ```
pub fn decode(path: &str) -> Vec<[i32; 2]> {
    // The third number is the line's length.
    numbers::decode(path).chunks_exact(3).map(|at| [at[0], at[1]]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn dots_are_read_back(dots in prop::collection::vec(any::<[i32; 2]>(), 0..5)) {
            let path: String = dots.iter().map(|[x, y]| dot(x, y)).collect();
            prop_assert_eq!(decode(&path), dots);
        }
    }
}
