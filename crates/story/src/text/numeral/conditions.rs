//! Words around a number that make it a condition: about, more than, at least; and two numbers that are a range.

use super::bound::Bound;
use super::characters::{narrow, stands};
use super::read::Numeral;

const BEFORE: [(&str, Bound); 44] = [
    ("不超过", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("超过", Bound::Above),
    ("多于", Bound::Above),
    ("高于", Bound::Above),
    ("大于", Bound::Above),
    ("逾", Bound::Above),
    ("超", Bound::Above),
    ("过", Bound::Above),
    ("不到", Bound::Below),
    ("不足", Bound::Below),
    ("低于", Bound::Below),
    ("少于", Bound::Below),
    ("接近", Bound::Below),
    ("近", Bound::Below),
    ("约", Bound::About),
    ("大概", Bound::About),
    ("no more than ", Bound::AtMost),
    ("not more than ", Bound::AtMost),
    ("at most ", Bound::AtMost),
    ("up to ", Bound::AtMost),
    ("at least ", Bound::AtLeast),
    ("no fewer than ", Bound::AtLeast),
    ("no less than ", Bound::AtLeast),
    ("more than ", Bound::Above),
    ("over ", Bound::Above),
    ("above ", Bound::Above),
    ("fewer than ", Bound::Below),
    ("less than ", Bound::Below),
    ("under ", Bound::Below),
    ("below ", Bound::Below),
    ("nearly ", Bound::Below),
    ("almost ", Bound::Below),
    ("close to ", Bound::About),
    ("about ", Bound::About),
    ("around ", Bound::About),
    ("roughly ", Bound::About),
    ("approximately ", Bound::About),
    ("some ", Bound::About),
];
const AFTER: [(&str, Bound); 9] = [
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("左右", Bound::About),
    (" or more", Bound::AtLeast),
    (" and over", Bound::AtLeast),
    (" and more", Bound::AtLeast),
    (" or less", Bound::AtMost),
    (" or fewer", Bound::AtMost),
];
/// Characters of a unit between a number and what is said of it: 300户左右, 90%以上, 5 km or more.
const UNIT: usize = 6;

/// What the words right before and after a number make of it.
pub fn around(chars: &[char], at: usize, end: usize) -> Bound {
    if matches!(chars.get(end), Some('多' | '余' | '来')) {
        return Bound::Odd;
    }
    let mut gap = 0;
    while gap <= UNIT {
        if let Some((_, bound)) = AFTER.into_iter().find(|(words, _)| stands(chars, end + gap, words)) {
            return bound;
        }
        if chars.get(end + gap).is_none_or(|c| "，。；、：！？,.;:!?（）()".contains(*c)) {
            break;
        }
        gap += 1;
    }
    let before: String = chars[..at].iter().map(char::to_ascii_lowercase).collect();
    let is = |words: &str| {
        before
            .strip_suffix(words)
            .is_some_and(|rest| !words.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphabetic()))
    };
    BEFORE.into_iter().find(|(words, _)| is(words)).map_or(Bound::Exactly, |(_, bound)| bound)
}

const FALLING: [&str; 13] = [
    "下降",
    "下降了",
    "下降约",
    "减少",
    "减少了",
    "降低",
    "下跌",
    "-",
    "−",
    "fell by ",
    "down by ",
    "down ",
    "decline of ",
];

/// Whether the words right before a number, or a minus sign, say that it is so much less.
pub fn falls(chars: &[char], at: usize) -> bool {
    let before: String = chars[..at].iter().collect();
    let is = |words: &&str| {
        let sign = words.chars().count() == 1;
        before.strip_suffix(*words).is_some_and(|rest| !sign || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    };
    FALLING.iter().any(is)
}

/// Two numbers with nothing but a dash or 至 between them are a range, and one numeral.
pub fn ranges(chars: &[char], found: Vec<Numeral>) -> Vec<Numeral> {
    let text: String = chars.iter().collect();
    let mut joined: Vec<Numeral> = Vec::new();
    let mut from = 0;
    for one in found {
        let narrow: String = one.text.chars().map(narrow).collect();
        let at = text[from..].find(&narrow).map_or(from, |at| from + at);
        let between = &text[from..at];
        let is_range = ["至", "到", "–", "—", "-", "~", " to "].contains(&between);
        match joined.last_mut() {
            Some(last) if is_range && last.bound == Bound::Exactly && last.value < one.value => {
                last.text.push_str(between);
                last.text.push_str(&one.text);
                last.bound = Bound::Between(one.value);
            }
            _ => joined.push(one),
        }
        from = at + narrow.len();
    }
    joined
}
