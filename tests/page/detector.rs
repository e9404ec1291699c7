//! The tests' own detector of numbers: digits, Chinese numerals before a measure word, English words.
//!
//! It shares no line with the one that the check reads the data with (`story::text::numerals`), so that neither's blind
//! spot is the other's. It is the narrower of the two: pages hold the story's words, which that one has read, and the
//! page's own.

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// The characters that were read.
    pub text: String,
    /// Their value.
    pub value: f64,
}

const HAN_DIGITS: &str = "零一二三四五六七八九";
/// Words that turn a Chinese numeral before them into a count. 一 before them is as often an article
/// as a number, so a lone 一 is not counted.
const MEASURES: &str = "个家条项处座类城区户大种行次方";
const ENGLISH: [&str; 19] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// All numbers in a text, in order: `26,833`, `11.8万`, 七个, `twenty-eight`.
///
/// Chinese numerals count only before a measure word, because 三门峡 and 二里头 are names.
pub fn numerals(text: &str) -> Vec<Numeral> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let read = digits(&chars[at..]).or_else(|| han(&chars[at..])).or_else(|| english(&chars, at));
        match read {
            Some((length, value)) => {
                found.push(Numeral { text: chars[at..at + length].iter().collect(), value });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Digits with thousands commas, a decimal part and 万 or 亿.
fn digits(chars: &[char]) -> Option<(usize, f64)> {
    chars.first().filter(|c| c.is_ascii_digit())?;
    let followed = |at: usize| chars.get(at + 1).is_some_and(char::is_ascii_digit);
    let mut length = 0;
    while let Some(c) = chars.get(length) {
        if !(c.is_ascii_digit() || (matches!(c, ',' | '.') && followed(length))) {
            break;
        }
        length += 1;
    }
    let number: f64 = chars[..length].iter().filter(|c| **c != ',').collect::<String>().parse().ok()?;
    match chars.get(length) {
        Some('万') => Some((length + 1, (number * 1e4).round())),
        Some('亿') => Some((length + 1, (number * 1e8).round())),
        _ => Some((length, number)),
    }
}

/// A Chinese numeral up to ninety-nine before a measure word.
fn han(chars: &[char]) -> Option<(usize, f64)> {
    let length = chars.iter().take_while(|c| **c == '十' || **c == '两' || HAN_DIGITS.contains(**c)).count();
    let next = chars.get(length)?;
    if length == 0 || !MEASURES.contains(*next) || (length == 1 && chars[0] == '一') {
        return None;
    }
    let digit = |c: &char| match c {
        '两' => Some(2),
        c => HAN_DIGITS.chars().position(|d| d == *c),
    };
    let value = match &chars[..length] {
        [one] if *one != '十' => digit(one)?,
        ['十'] => 10,
        ['十', ones] => 10 + digit(ones)?,
        [tens, '十'] => digit(tens)? * 10,
        [tens, '十', ones] => digit(tens)? * 10 + digit(ones)?,
        _ => return None,
    };
    Some((length, value as f64))
}

/// An English number word from two to twenty-nine, as a whole word.
fn english(chars: &[char], at: usize) -> Option<(usize, f64)> {
    let is_letter = |c: Option<&char>| c.is_some_and(char::is_ascii_alphabetic);
    if at > 0 && (is_letter(chars.get(at - 1)) || chars[at - 1] == '-') {
        return None;
    }
    let word = |from: usize| -> String {
        chars[from..].iter().take_while(|c| c.is_ascii_alphabetic()).collect::<String>().to_ascii_lowercase()
    };
    let first = word(at);
    let value = ENGLISH.iter().position(|w| *w == first)? + 2;
    let end = at + first.len();
    if value == 20 && chars.get(end) == Some(&'-') {
        let ones = word(end + 1);
        let units = if ones == "one" { Some(1) } else { ENGLISH[..8].iter().position(|w| *w == ones).map(|p| p + 2) };
        if let Some(units) = units {
            return Some((first.len() + 1 + ones.len(), (20 + units) as f64));
        }
    }
    (chars.get(end) != Some(&'-')).then_some((first.len(), value as f64))
}
