//! Names for regions and places that do not exist: three syllables, in both scripts, no name twice.

/// Syllables that no numeral is written with.
const SYLLABLES: [(&str, &str); 24] = [
    ("安", "an"),
    ("柏", "bai"),
    ("川", "chuan"),
    ("东", "dong"),
    ("丰", "feng"),
    ("谷", "gu"),
    ("河", "he"),
    ("江", "jiang"),
    ("康", "kang"),
    ("林", "lin"),
    ("明", "ming"),
    ("南", "nan"),
    ("平", "ping"),
    ("清", "qing"),
    ("荣", "rong"),
    ("山", "shan"),
    ("泰", "tai"),
    ("吴", "wu"),
    ("溪", "xi"),
    ("阳", "yang"),
    ("泽", "ze"),
    ("竹", "zhu"),
    ("云", "yun"),
    ("月", "yue"),
];

/// The Chinese and the English name of this number.
pub fn name(number: usize) -> (String, String) {
    let count = SYLLABLES.len();
    // By steps that share no factor with the count, so that neighbours are not namesakes but for one syllable.
    let digits = [number * 7 + number / count, number / count * 5 + 3, number / (count * count) + number];
    let parts = digits.map(|digit| SYLLABLES[digit % count]);
    let english: String = parts.iter().map(|(_, latin)| *latin).collect();
    let mut letters = english.chars();
    let capital = letters.next().map(|letter| letter.to_ascii_uppercase());
    (parts.iter().map(|(han, _)| *han).collect(), capital.into_iter().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_of_thirteen_thousand_have_the_same_name() {
        let names: BTreeSet<String> = (0..13_000).map(|number| name(number).0).collect();
        assert_eq!(names.len(), 13_000);
    }
}
