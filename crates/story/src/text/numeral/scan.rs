//! From the start of a text to its end, number by number.

use super::bound::Bound;
use super::characters::narrow;
use super::read::Numeral;
use super::{conditions, digits, english, han, idioms};

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
        let around = conditions::around(&chars, at, end);
        found.push(Numeral {
            text: text.chars().skip(at).take(read.length).collect(),
            value: read.value,
            sense: read.sense,
            bound: if read.bound == Bound::Exactly { around } else { read.bound },
            falls: conditions::falls(&chars, at),
        });
        at = end;
    }
    conditions::ranges(&chars, found)
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
}
