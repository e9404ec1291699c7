//! Numbers in digits: `26,833`, `11.8万`, `3rd`, `120 million`.

use super::characters::stands;
use super::read::{Read, Sense};

const HAN: [(char, f64); 5] = [('十', 1e1), ('百', 1e2), ('千', 1e3), ('万', 1e4), ('亿', 1e8)];
const ENGLISH: [(&str, f64); 5] =
    [(" hundred", 1e2), (" thousand", 1e3), (" million", 1e6), (" billion", 1e9), (" trillion", 1e12)];
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// Digits with thousands commas, a decimal part, and words that multiply them.
pub fn read(chars: &[char], at: usize) -> Option<Read> {
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    if !is_digit(at) {
        return None;
    }
    let mut end = at;
    while is_digit(end) || (matches!(chars.get(end), Some(',' | '.')) && is_digit(end + 1)) {
        end += 1;
    }
    let digits: String = chars[at..end].iter().filter(|c| **c != ',').collect();
    // A version, such as 0.1.5, is no number; nothing agrees with it.
    let mut value: f64 = digits.parse().unwrap_or(f64::NAN);
    let is_letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphabetic);
    if ENDINGS.iter().any(|ending| stands(chars, end, ending)) && !is_letter(end + 2) {
        return Some(Read { sense: Sense::Rank, ..Read::count(end + 2 - at, value) });
    }
    while let Some((_, factor)) = HAN.iter().find(|(c, _)| chars.get(end) == Some(c)) {
        value = (value * factor * 1e4).round() / 1e4;
        end += 1;
    }
    if let Some((word, factor)) = ENGLISH.iter().find(|(word, _)| stands(chars, end, word)) {
        value = (value * factor * 1e4).round() / 1e4;
        end += word.chars().count();
    }
    Some(Read::count(end - at, value))
}
