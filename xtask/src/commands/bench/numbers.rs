//! Numbers as they are told: the middle of several, their range, what one is of another.

/// The middle of several numbers with the least and the most; nothing of none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Half are not above it.
    pub median: f64,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

impl Spread {
    /// Of all these numbers.
    pub fn of(numbers: &[f64]) -> Option<Self> {
        let mut sorted = numbers.to_vec();
        sorted.sort_by(f64::total_cmp);
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        // The two in the middle, which are one where the count is odd.
        let [below, above] = [(sorted.len() - 1) / 2, sorted.len() / 2].map(|index| sorted[index]);
        Some(Self { median: f64::midpoint(below, above), least, most })
    }

    /// The median, and the range where rounding leaves one.
    pub fn told(&self, decimals: usize) -> String {
        let [median, least, most] = [self.median, self.least, self.most].map(|number| rounded(number, decimals));
        if least == most { median } else { format!("{median} ({least}–{most})") }
    }
}

/// How many times the second number the first is; nothing where that makes no sense.
pub fn ratio(of: Option<Spread>, to: Option<Spread>) -> Option<f64> {
    let (of, to) = (of?.median, to?.median);
    (to > 0.0).then(|| of / to)
}

/// With so many decimals, and commas between thousands.
pub fn rounded(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let grouped = whole.parse::<i64>().map_or_else(|_| whole.to_owned(), grouped);
    rest.map_or(grouped.clone(), |rest| format!("{grouped}.{rest}"))
}

fn grouped(number: i64) -> String {
    if number.abs() < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", grouped(number / 1000), number.abs() % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        let spread = Spread::of(&[40.0, 10.0, 20.0, 30.0]).expect("numbers");
        assert_eq!(spread, Spread { median: 25.0, least: 10.0, most: 40.0 });
        assert_eq!(Spread::of(&[3.0, 1.0, 2.0]).expect("numbers").median, 2.0);
        assert_eq!(Spread::of(&[]), None);
    }

    #[test]
    fn a_range_that_rounding_takes_away_is_not_told() {
        assert_eq!(Spread::of(&[1890.2, 958.0, 2630.4]).expect("numbers").told(0), "1,890 (958–2,630)");
        assert_eq!(Spread::of(&[73.01, 73.04]).expect("numbers").told(1), "73.0");
    }

    #[test]
    fn nothing_is_a_multiple_of_nothing() {
        let [half, nothing] = [0.5, 0.0].map(|number| Spread::of(&[number]));
        assert_eq!(ratio(half, half), Some(1.0));
        assert_eq!(ratio(half, nothing), None);
        assert_eq!(ratio(None, half), None);
    }

    #[test]
    fn thousands_are_told_apart() {
        assert_eq!([0.0, 999.4, 1234.56].map(|number| rounded(number, 0)), ["0", "999", "1,235"]);
        assert_eq!(rounded(12_034_567.25, 1), "12,034,567.2");
        assert_eq!(rounded(0.0004, 3), "0.000");
    }
}
