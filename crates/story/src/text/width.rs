//! How wide a label is, without a browser to ask.
//!
//! A Han character or full-width mark is one em. Latin letters are taken from the advance widths of
//! Noto Sans, in thousandths of an em, rounded up in groups; the result is meant to err on the wide
//! side, because a label laid out too wide only wastes room and one too narrow collides.

/// The weight a label is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Normal weight.
    Regular,
    /// Bold is about six per cent wider in Latin.
    Bold,
}

/// Width of a single line of text in the unit of `size` (usually CSS pixels). Quotation marks and dashes, which both
/// scripts have, are an em wide beside Han.
///
/// ```
/// use story::text::{Face, width};
/// assert_eq!(width("港城", 16.0, Face::Regular), 32.0);
/// assert!(width("Harbour", 16.0, Face::Regular) < 7.0 * 16.0 * 0.7);
/// assert_eq!(width("“港城”", 16.0, Face::Regular), 64.0);
/// ```
pub fn width(text: &str, size: f64, face: Face) -> f64 {
    let bold = if face == Face::Bold { 1.06 } else { 1.0 };
    let in_han = text.chars().any(is_full_width);
    let is_wide = |c| is_full_width(c) || in_han && matches!(c, '“' | '”' | '‘' | '—' | '…');
    let ems: f64 = text.chars().map(|c| if is_wide(c) { 1.0 } else { latin(c) * bold }).sum();
    ems * size
}

/// Han characters, kana, full-width forms and CJK punctuation.
pub fn is_full_width(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}')
}

fn latin(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '’' | '|' | '.' | ',' | ':' | ';' | '!' | 'I' => 0.29,
        ' ' | 'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '·' | '-' | '/' => 0.38,
        'c' | 's' | 'k' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.51,
        'm' | 'M' | 'W' | '%' | '—' | '@' => 0.94,
        'w' | 'C' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'D' | '–' => 0.78,
        'A'..='Z' => 0.63,
        '0'..='9' => 0.575,
        _ => 0.615,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_in_both_scripts_is_the_sum_of_its_parts() {
        let mixed = width("G30高速", 10.0, Face::Regular);
        assert!((mixed - width("G30", 10.0, Face::Regular) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn bytes_are_never_counted() {
        assert!(width("洛", 10.0, Face::Regular) < 11.0);
        assert!(width("ü", 10.0, Face::Regular) < 7.0);
    }

    #[test]
    fn bold_latin_is_wider_and_bold_han_is_not() {
        assert!(width("Works", 10.0, Face::Bold) > width("Works", 10.0, Face::Regular));
        assert_eq!(width("工程", 10.0, Face::Bold), width("工程", 10.0, Face::Regular));
    }
}
