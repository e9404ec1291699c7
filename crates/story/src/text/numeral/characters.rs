//! Characters of a text, by their place.

/// The half-width form of a full-width digit, letter or sign; a text keeps its number of characters.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether these characters stand at this place.
pub fn stands(chars: &[char], at: usize, words: &str) -> bool {
    let mut rest = chars.iter().skip(at);
    words.chars().all(|c| rest.next() == Some(&c))
}
