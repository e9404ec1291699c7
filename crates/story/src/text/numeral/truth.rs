//! Whether a number in words is true of a fact.

use super::bound::Bound;
use super::read::{Numeral, Sense};
use super::scan::numerals;
use crate::model::{Dated, Fact, Limit};
use crate::text::decimals;

/// The numbers that words about a fact may hold besides its value: the year, month and day of its date.
fn numbers_of_date(fact: &Fact) -> Vec<f64> {
    let date = fact.date.as_ref();
    let of_days = date.into_iter().flat_map(Dated::days).flat_map(|day| <[i64; 3]>::from(day.parts()));
    let quarter = date.and_then(quarter_of);
    let words = date.and_then(|date| date.words.as_ref());
    let of_words = words.into_iter().flat_map(|words| [&words.zh, &words.en]).flat_map(|words| numerals(words));
    of_days.map(|part| part as f64).chain(quarter).chain(of_words.map(|numeral| numeral.value)).collect()
}

/// The quarter of a year that a date is, or at whose end it is.
fn quarter_of(date: &Dated) -> Option<f64> {
    const ENDS: [(i64, i64); 4] = [(3, 31), (6, 30), (9, 30), (12, 31)];
    let (year, month, day) = date.end()?.parts();
    let quarter = ENDS.iter().position(|end| *end == (month, day))?;
    let begins = date.from.is_none_or(|from| from.parts() == (year, month - 2, 1));
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
                let printed = fact.printed.as_deref().filter(|_| exact).map_or_else(Vec::new, numerals);
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
                let scale = 10f64.powi(decimals(value) as i32);
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
