//! Whole numbers: points of a map, dashes, and what is counted in tenths or hundredths so that it is whole.

use std::fmt::Display;

/// Numbers one after the other.
///
/// ```
/// use contract::payload::numbers::{decode, encode};
/// assert_eq!(encode([12, -5]), "12 -5");
/// assert_eq!(decode("12 -5"), [12, -5]);
/// ```
pub fn encode(numbers: impl IntoIterator<Item = impl Display>) -> String {
    numbers.into_iter().map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
}

/// The whole numbers of a text, whatever stands between them; those beyond 32 bits are not theirs any more.
///
/// By hand: what the library does for every case weighs a kilobyte in the WASM.
pub fn decode(text: &str) -> Vec<i32> {
    let (mut numbers, mut number, mut sign) = (Vec::new(), None, 1);
    for byte in text.bytes().chain([b' ']) {
        match byte {
            b'0'..=b'9' => {
                number = Some(number.unwrap_or(0_i32).wrapping_mul(10).wrapping_add(i32::from(byte - b'0')))
            }
            b'-' => sign = -1,
            _ => {
                numbers.extend(number.take().map(|number: i32| number.wrapping_mul(sign)));
                sign = 1;
            }
        }
    }
    numbers
}

/// A point as two whole numbers.
pub fn point([x, y]: [f64; 2]) -> String {
    format!("{} {}", x.round(), y.round())
}

/// The point of a text; nothing for another one.
///
/// ```
/// use contract::payload::numbers::{point, point_in};
/// assert_eq!(point_in(&point([12.4, -3.0])), Some([12, -3]));
/// assert_eq!(point_in("12"), None);
/// ```
pub fn point_in(text: &str) -> Option<[i32; 2]> {
    let (x, y) = text.split_once(' ')?;
    Some([x.parse().ok()?, y.parse().ok()?])
}

/// How a hatching lies in its pane, of whose units so many are one of the drawing: diagonally, and as close as the legend
/// shows it.
///
/// ```
/// assert_eq!(contract::payload::numbers::hatching(3.25), "rotate(45) scale(3250e-3)");
/// ```
pub fn hatching(units: f64) -> String {
    format!("rotate(45) scale({}e-3)", (units * 1000.0).round() as i32)
}

/// A length in tenths, rounded.
pub fn tenths(length: f64) -> String {
    (length * 10.0).round().to_string()
}

/// The length of a text in tenths; nothing where no number begins it.
///
/// ```
/// use contract::payload::numbers::{in_tenths, tenths};
/// assert_eq!(in_tenths(&tenths(1.3)), Some(1.3));
/// ```
pub fn in_tenths(text: &str) -> Option<f64> {
    Some(f64::from(*decode(text).first()?) / 10.0)
}

/// A factor in hundredths, rounded.
pub fn hundredths(factor: f64) -> String {
    (factor * 100.0).round().to_string()
}

/// The factor of a text in hundredths; nothing for another one.
///
/// ```
/// use contract::payload::numbers::{hundredths, in_hundredths};
/// assert_eq!(in_hundredths(&hundredths(1.25)), Some(1.25));
/// assert_eq!(in_hundredths("-5"), None);
/// ```
pub fn in_hundredths(text: &str) -> Option<f64> {
    Some(f64::from(text.parse::<u32>().ok()?) / 100.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_read_back(numbers in prop::collection::vec(any::<i32>(), 0..6)) {
            prop_assert_eq!(decode(&encode(&numbers)), numbers);
        }

        #[test]
        fn no_text_is_too_odd_to_be_read(text in ".{0,40}|[0-9-]{0,40}") {
            decode(&text);
            point_in(&text);
            in_tenths(&text);
            in_hundredths(&text);
        }

        #[test]
        fn points_and_parts_are_read_back(x in -99_999..99_999_i32, y in -99_999..99_999_i32, part in 0..99_999_u32) {
            prop_assert_eq!(point_in(&point([x.into(), y.into()])), Some([x, y]));
            let (tenth, hundredth) = (f64::from(part) / 10.0, f64::from(part) / 100.0);
            prop_assert_eq!(in_tenths(&tenths(tenth)), Some(tenth));
            prop_assert_eq!(in_hundredths(&hundredths(hundredth)), Some(hundredth));
        }
    }
}
