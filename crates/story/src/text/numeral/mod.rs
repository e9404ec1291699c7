//! Numbers as they occur in running text, in digits, in 汉字 and in English words: cardinals, ordinals, fractions,
//! percentages, multiples, and whether the words around say that it is about so many, more or fewer.
//!
//! The rule is that a run of numerals is a number. Left out is only what nobody reads as one: 一, “one” and “first” by
//! themselves, which are articles and words of order as often as not, and the idioms of [`idioms`]. Names such as 三门峡 are the story's to list; see
//! [`without`].

mod bound;
mod digits;
mod english;
mod han;
mod idioms;

use crate::model::{Dated, Fact, Limit};
pub use bound::Bound;
pub use idioms::without;

/// What a numeral counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// So many, or so much.
    Count,
    /// The so-manieth.
    Rank,
    /// That part of one: a half is 0.5.
    Share,
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// The characters that were read.
    pub text: String,
    /// Their value; of what is no number after all, such as 三百七百, not a number.
    pub value: f64,
    /// What it counts.
    pub sense: Sense,
    /// How near the value is.
    pub bound: Bound,
    /// Words before it say that it is so much less than before.
    pub falls: bool,
}

/// What was read at one place: how many characters, and what they say.
struct Read {
    length: usize,
    value: f64,
    sense: Sense,
    bound: Bound,
}

impl Read {
    fn count(length: usize, value: f64) -> Self {
        Self { length, value, sense: Sense::Count, bound: Bound::Exactly }
    }
}

/// All numbers in a text, in order.
///
/// ```
/// use story::text::numerals;
/// let values = |text| numerals(text).iter().map(|n| n.value).collect::<Vec<_>>();
/// assert_eq!(values("11.8万平方米，三百户，百分之五十"), [118000.0, 300.0, 0.5]);
/// assert_eq!(values("Seven of forty-three, two-thirds"), [7.0, 43.0, 2.0 / 3.0]);
/// // Articles, not numbers.
/// assert!(values("一个地方，one of the places").is_empty());
/// ```
pub fn numerals(text: &str) -> Vec<Numeral> {
    let chars: Vec<char> = idioms::hidden(text).chars().map(narrow).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let read = digits::read(&chars, at).or_else(|| han::read(&chars, at)).or_else(|| english::read(&chars, at));
        let Some(read) = read else {
            at += 1;
            continue;
        };
        let end = at + read.length;
        let around = bound::around(&chars, at, end);
        found.push(Numeral {
            text: text.chars().skip(at).take(read.length).collect(),
            value: read.value,
            sense: read.sense,
            bound: if read.bound == Bound::Exactly { around } else { read.bound },
            falls: bound::falls(&chars, at),
        });
        at = end;
    }
    bound::ranges(&chars, found)
}

/// The numbers that words about a fact may hold besides its value: the year, month and day of its date.
fn numbers_of_date(fact: &Fact) -> Vec<f64> {
    let date = fact.date.as_ref();
    let days = date.into_iter().flat_map(|date| [&date.from, &date.to, &date.by]).flatten();
    let of_days = days.flat_map(|day| day.split('-')).filter_map(|part| part.parse().ok());
    let quarter = date.and_then(quarter_of);
    let words = date.and_then(|date| date.words.as_ref());
    let of_words = words.into_iter().flat_map(|words| [&words.zh, &words.en]).flat_map(|words| numerals(words));
    of_days.chain(quarter).chain(of_words.map(|numeral| numeral.value)).collect()
}

/// The quarter of a year that a date is, or at whose end it is.
fn quarter_of(date: &Dated) -> Option<f64> {
    const ENDS: [&str; 4] = ["-03-31", "-06-30", "-09-30", "-12-31"];
    const STARTS: [&str; 4] = ["-01-01", "-04-01", "-07-01", "-10-01"];
    let end = date.to.as_ref().or(date.by.as_ref())?;
    let quarter = ENDS.iter().position(|day| end.ends_with(day))?;
    let begins =
        date.from.as_ref().is_none_or(|from| from.ends_with(STARTS[quarter]) && from.get(..4) == end.get(..4));
    begins.then_some(quarter as f64 + 1.0)
}

/// The numbers that words about a fact may hold: its value, and the year, month and day of its date.
pub fn numbers_of(fact: &Fact) -> Vec<f64> {
    fact.value.into_iter().chain(numbers_of_date(fact)).chain(numbers_of_series(fact)).collect()
}

/// The years of a series and their numbers.
fn numbers_of_series(fact: &Fact) -> impl Iterator<Item = f64> {
    fact.series.iter().flat_map(|one| [f64::from(one.year), one.value])
}

impl Numeral {
    /// Whether it says what is true of a fact: its value, a condition that its value meets, or a part of its date.
    pub fn is_true_of(&self, fact: &Fact) -> bool {
        let of_date = numbers_of_date(fact);
        if self.bound == Bound::Exactly && numbers_of_series(fact).any(|one| one == self.value) {
            return true;
        }
        let dated = match self.bound {
            Bound::Between(to) => of_date.contains(&self.value) && of_date.contains(&to),
            _ => of_date.contains(&self.value),
        };
        dated
            || fact.value.is_some_and(|value| {
                // A page that prints 超过90% gives no more than 90, and words may say it as it does.
                let exact = fact.up_to.is_none() && fact.limit.is_none();
                let printed = fact.printed.as_deref().filter(|_| exact).map(numerals).unwrap_or_default();
                let as_printed = printed.iter().any(|one| (one.value, one.bound) == (self.value, self.bound));
                self.is_value_of(fact) || (as_printed && self.value == value)
            })
    }

    /// Whether it says the value of a fact, which may be a range, or about so much, or a condition that this meets.
    pub fn is_value_of(&self, fact: &Fact) -> bool {
        let Some(value) = fact.value else { return false };
        if let Some(to) = fact.up_to {
            // What both ends are is true of the range: three to five are more than two.
            let is_range = self.bound == Bound::Between(to) && self.value == value;
            let is_bound = !matches!(self.bound, Bound::Exactly | Bound::Between(_) | Bound::About);
            return is_range || (is_bound && self.is_true_of_value(value) && self.is_true_of_value(to));
        }
        let Some(limit) = fact.limit else { return self.is_true_of_value(value) };
        let (own, wider): (Bound, &[Bound]) = match limit {
            Limit::About => (Bound::About, &[]),
            Limit::AtLeast => (Bound::AtLeast, &[Bound::AtLeast, Bound::Above]),
            Limit::Above => (Bound::Above, &[Bound::AtLeast, Bound::Above]),
            Limit::AtMost => (Bound::AtMost, &[Bound::AtMost, Bound::Below]),
            Limit::Below => (Bound::Below, &[Bound::AtMost, Bound::Below]),
        };
        let exactly = Self { bound: Bound::Exactly, ..self.clone() };
        (self.bound == own && exactly.is_true_of_value(value))
            || (wider.contains(&self.bound) && self.is_true_of_value(value))
    }

    /// Whether it says this value, or a condition that it meets; a part of one is as well so many per cent.
    pub fn is_true_of_value(&self, value: f64) -> bool {
        let value = if self.falls && value < 0.0 { -value } else { value };
        match self.sense {
            Sense::Count | Sense::Rank => self.bound.holds(self.value, value),
            Sense::Share => {
                let scale = 10f64.powi(super::decimals(value) as i32);
                let rounded = |share: f64| (share * scale).round() / scale;
                let said = |factor: f64| match self.bound {
                    Bound::Exactly => rounded(self.value * factor) == value,
                    bound => bound.holds(self.value * factor, value),
                };
                said(100.0) || (value.abs() <= 1.0 && said(1.0))
            }
        }
    }
}

/// The half-width form of a full-width digit, letter or sign; a text keeps its number of characters.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether these characters stand at this place.
fn stands(chars: &[char], at: usize, words: &str) -> bool {
    let mut rest = chars.iter().skip(at);
    words.chars().all(|c| rest.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[f64]) {
        let found: Vec<f64> = numerals(text).iter().map(|n| n.value).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn digits_are_read_with_commas_decimals_and_myriads() {
        check("26,833户，11.8万平方米，90%", &[26833.0, 118_000.0, 90.0]);
        check("in 2024, 143 projects.", &[2024.0, 143.0]);
        check("２０２４年，1.56万亿元，3千人，120 million", &[2024.0, 1.56e12, 3000.0, 1.2e8]);
        check("the 3rd, 21st and 14th", &[3.0, 21.0, 14.0]);
    }

    #[test]
    fn every_run_of_han_numerals_is_a_number() {
        check("全省十二个，三个在洛阳", &[12.0, 3.0]);
        check("三百户、五年、两千家、一百二十个、一百四十三个", &[300.0, 5.0, 2000.0, 120.0, 143.0]);
        check("第十四届，六位，四所，八人，三百个", &[14.0, 6.0, 4.0, 8.0, 300.0]);
        check("二〇二四年，两万五", &[2024.0, 25000.0]);
        check("百分之五十，三分之一，三成，一半，千分之五", &[0.5, 1.0 / 3.0, 0.3, 0.5, 0.005]);
        check("翻一番，增长一倍", &[2.0, 1.0]);
    }

    #[test]
    fn articles_and_idioms_are_no_numbers() {
        check("一个、一节、这一版、一起、十字、上半年、万一、十分", &[]);
        check("one by one, at first, in the first half, someone, none, often", &[]);
    }

    #[test]
    fn english_words_are_numbers_when_whole() {
        check("Twelve centres, three here", &[12.0, 3.0]);
        check(
            "Twenty-eight chains, forty-three, a hundred, one hundred and forty-three",
            &[28.0, 43.0, 100.0, 143.0],
        );
        check("two-thirds, half, a third, three quarters", &[2.0 / 3.0, 0.5, 1.0 / 3.0, 0.75]);
        check("thirty, fifty percent, five-year, a dozen, doubled, twofold", &[30.0, 50.0, 5.0, 12.0, 2.0, 2.0]);
        check("the third, twenty-first, fourteenth", &[3.0, 21.0, 14.0]);
        check("two thousand three hundred, three million", &[2300.0, 3e6]);
    }

    #[track_caller]
    fn holds(text: &str, value: f64, expected: bool) {
        let found = numerals(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].is_true_of_value(value), expected, "{text} of {value}: {found:?}");
    }

    #[test]
    fn words_around_a_number_are_a_condition() {
        for (text, yes, no) in [
            ("过半的户数", 56.6, 38.0),
            ("More than half of the households", 56.6, 38.0),
            ("两百多个", 230.0, 143.0),
            ("十多个", 15.0, 23.0),
            ("90%以上", 90.0, 89.0),
            ("90% or more", 90.0, 89.0),
            ("近一半", 48.0, 52.0),
            ("about 300", 298.0, 340.0),
            ("约300户", 298.0, 240.0),
            ("不到四成", 38.0, 41.0),
            ("三分之二", 66.7, 66.0),
            ("two-thirds", 67.0, 60.0),
            ("Forty per cent", 40.0, 38.0),
            ("3至5个", 4.0, 6.0),
            ("three to five", 5.0, 2.0),
            ("十几个", 13.0, 21.0),
            ("数百户", 300.0, 1200.0),
            ("七八个", 8.0, 9.0),
            ("下降3.2%", -3.2, -3.0),
            ("下降3.2%", 3.2, 3.0),
            ("−3.2%", -3.2, 3.1),
            ("at least twenty", 20.0, 19.0),
            ("fewer than 20", 19.0, 20.0),
            ("不超过五座", 5.0, 6.0),
        ] {
            holds(text, yes, true);
            holds(text, no, false);
        }
    }

    #[test]
    fn what_is_listed_as_a_name_is_no_number() {
        let (rest, used) = without("三门峡的三个，Second Street, A9", ["三门峡", "Second Street", "A9", "一带一路"]);
        assert_eq!(numerals(&rest).iter().map(|n| n.value).collect::<Vec<_>>(), [3.0]);
        assert_eq!(used, ["三门峡", "Second Street", "A9"]);
        // Whole words only.
        assert_eq!(without("A99", ["A9"]).1, [""; 0]);
    }
}
