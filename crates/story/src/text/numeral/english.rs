//! Numbers in English words: forty-three, a hundred, two-thirds, fourteenth, a dozen, doubled.
//!
//! By hand: text2num, which reads cardinals and ordinals, knows neither fractions nor dozens nor “doubled”, and its words
//! would have to be told from the others all the same.

use super::bound::Bound;
use super::characters::stands;
use super::read::{Read, Sense};

const SMALL: [&str; 20] = [
    "zero",
    "one",
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
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const GREAT: [(&str, f64); 5] =
    [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];
const RANKS: [&str; 20] = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
/// Words that are a number by themselves.
const OTHERS: [(&str, f64, Sense, Bound); 21] = [
    ("half", 0.5, Sense::Share, Bound::Exactly),
    ("halves", 0.5, Sense::Share, Bound::Exactly),
    ("halved", 0.5, Sense::Share, Bound::Exactly),
    ("quarter", 0.25, Sense::Share, Bound::Exactly),
    ("majority", 0.5, Sense::Share, Bound::Above),
    ("dozen", 12.0, Sense::Count, Bound::Exactly),
    ("dozens", 24.0, Sense::Count, Bound::AtLeast),
    ("hundreds", 200.0, Sense::Count, Bound::AtLeast),
    ("thousands", 2000.0, Sense::Count, Bound::AtLeast),
    ("millions", 2e6, Sense::Count, Bound::AtLeast),
    ("billions", 2e9, Sense::Count, Bound::AtLeast),
    ("twice", 2.0, Sense::Count, Bound::Exactly),
    ("thrice", 3.0, Sense::Count, Bound::Exactly),
    ("double", 2.0, Sense::Count, Bound::Exactly),
    ("doubled", 2.0, Sense::Count, Bound::Exactly),
    ("doubles", 2.0, Sense::Count, Bound::Exactly),
    ("doubling", 2.0, Sense::Count, Bound::Exactly),
    ("triple", 3.0, Sense::Count, Bound::Exactly),
    ("tripled", 3.0, Sense::Count, Bound::Exactly),
    ("trebled", 3.0, Sense::Count, Bound::Exactly),
    ("quadrupled", 4.0, Sense::Count, Bound::Exactly),
];

/// The number that begins here, as whole words.
pub fn read(chars: &[char], at: usize) -> Option<Read> {
    let first = word(chars, at);
    // Letters before it make it the end of another word; and most words begin no number, which is seen at once.
    let inside = at > 0 && chars[at - 1].is_ascii_alphabetic();
    if first.is_empty() || inside {
        return None;
    }
    // A hundred, a third; by itself it is an article.
    if first == "a" || first == "an" {
        let next = word(chars, at + first.len() + 1);
        let read = fraction(&next, 1.0).or_else(|| great(&next))?;
        return Some(Read { length: first.len() + 1 + next.len(), ..read });
    }
    if let Some((_, value, sense, bound)) = OTHERS.into_iter().find(|(other, ..)| *other == first) {
        return Some(Read { length: first.len(), value, sense, bound });
    }
    if let Some(value) = first.strip_suffix("fold").and_then(small) {
        return Some(Read::count(first.len(), value));
    }
    // The second quarter of a year is no part of anything.
    if let Some(rank) = rank(&first).filter(|rank| *rank <= 4.0)
        && stands(chars, at + first.len(), " quarter")
        && word(chars, at + first.len() + 1) == "quarter"
    {
        return Some(Read { sense: Sense::Rank, ..Read::count(first.len() + " quarter".len(), rank) });
    }
    // First, like one, is a word of order more often than a number.
    if let Some(rank) = rank(&first).filter(|rank| *rank != 1.0) {
        return Some(Read { sense: Sense::Rank, ..Read::count(first.len(), rank) });
    }
    cardinal(chars, at, &first)
}

/// The letters from here on, in small ones.
fn word(chars: &[char], at: usize) -> String {
    chars.iter().skip(at).take_while(|c| c.is_ascii_alphabetic()).map(char::to_ascii_lowercase).collect()
}

fn small(word: &str) -> Option<f64> {
    let ten = || TENS.iter().position(|one| *one == word).map(|at| (at + 2) * 10);
    SMALL.iter().position(|one| *one == word).or_else(ten).map(|value| value as f64)
}

fn great(word: &str) -> Option<Read> {
    let dozen = (word == "dozen").then_some(12.0);
    let value = GREAT.iter().find(|(one, _)| *one == word).map(|(_, value)| *value).or(dozen)?;
    Some(Read::count(word.len(), value))
}

fn rank(word: &str) -> Option<f64> {
    let tenth = || {
        let ten = word.strip_suffix("ieth")?;
        TENS.iter().position(|one| one.strip_suffix('y') == Some(ten)).map(|at| (at + 2) * 10)
    };
    RANKS.iter().position(|one| *one == word).or_else(tenth).map(|value| value as f64)
}

/// What comes after the number in a fraction: thirds, quarter, half.
fn fraction(word: &str, number: f64) -> Option<Read> {
    let below = match word {
        "half" | "halves" => 2.0,
        "quarter" | "quarters" => 4.0,
        _ => rank(word.strip_suffix('s').unwrap_or(word)).filter(|below| *below >= 3.0)?,
    };
    Some(Read { sense: Sense::Share, ..Read::count(word.len(), number / below) })
}

/// Words of a number in a row, joined by spaces, hyphens and “and”; with a rank or a fraction at the end.
fn cardinal(chars: &[char], at: usize, first: &str) -> Option<Read> {
    let (mut total, mut current) = (0.0, small(first)?);
    let mut end = at + first.len();
    let mut words = 1;
    loop {
        let gap = if stands(chars, end, " and ") && (current >= 100.0 || total > 0.0) {
            5
        } else if matches!(chars.get(end), Some(' ' | '-')) {
            1
        } else {
            break;
        };
        let next = word(chars, end + gap);
        let tens = current % 100.0 >= 20.0 && current % 10.0 == 0.0;
        if let Some((_, power)) = GREAT.iter().find(|(one, _)| *one == next && gap == 1) {
            if *power == 100.0 {
                current *= power;
            } else {
                total += current * power;
                current = 0.0;
            }
        } else if let Some(value) = small(&next).filter(|value| {
            (tens && *value < 10.0 && *value > 0.0) || (current % 100.0 == 0.0 && (current > 0.0 || total > 0.0))
        }) {
            current += value;
        } else if let Some(value) =
            rank(&next).filter(|value| (tens && *value < 10.0) || current % 100.0 == 0.0 && current > 0.0)
        {
            let length = end + gap + next.len() - at;
            return Some(Read { sense: Sense::Rank, ..Read::count(length, total + current + value) });
        } else if let Some(part) = fraction(&next, total + current).filter(|_| gap == 1) {
            return Some(Read { length: end + gap + next.len() - at, ..part });
        } else {
            break;
        }
        end += gap + next.len();
        words += 1;
    }
    let per_cent = stands(chars, end, " per") || stands(chars, end, "%");
    (words > 1 || first != "one" || per_cent).then(|| Read::count(end - at, total + current))
}
