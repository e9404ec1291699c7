//! Numbers with their units, written as each language writes them.

use crate::model::{Fact, Lang, Limit, Story, Unit, YearValue};

/// A number and its unit, apart, because the page sets them in different type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The number with its thousands separators, and 万 where Chinese counts so.
    pub number: String,
    /// The unit, with the space before it that English wants.
    pub unit: String,
}

impl std::fmt::Display for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.number, self.unit)
    }
}

/// A fact's number with its unit, both ends of a range, and how near it is; nothing for a fact without one.
pub fn number_of(story: &Story, fact: &Fact, lang: Lang) -> Option<Measured> {
    let unit = story.unit_of(fact);
    let mut shown = measured(fact.value?, unit, lang);
    if let Some(to) = fact.up_to {
        let Measured { number, unit } = measured(to, unit, lang);
        let between = if lang == Lang::Zh { "至" } else { " to " };
        shown = Measured { number: format!("{}{between}{number}", shown.number), unit };
    }
    if let Some(limit) = fact.limit {
        shown.number = format!("{}{}", before(limit, lang), shown.number);
    }
    Some(shown)
}

/// The number of each of a fact's years, with its unit.
pub fn numbers_of_years(story: &Story, fact: &Fact, lang: Lang) -> Vec<Measured> {
    let unit = story.unit_of(fact);
    fact.series.iter().map(|one| measured(one.value, unit, lang)).collect()
}

/// A fact's number as its row shows it: with every year of a series, else as [`number_of`] has it.
pub fn shown_of(story: &Story, fact: &Fact, lang: Lang) -> Option<String> {
    let one = |(YearValue { year, .. }, number): (&YearValue, Measured)| {
        if lang == Lang::Zh { format!("{year}年{number}") } else { format!("{number} in {year}") }
    };
    let years: Vec<String> = fact.series.iter().zip(numbers_of_years(story, fact, lang)).map(one).collect();
    let between = if lang == Lang::Zh { "，" } else { ", " };
    match years.is_empty() {
        true => number_of(story, fact, lang).map(|number| number.to_string()),
        false => Some(years.join(between)),
    }
}

/// The same of a fact that says a number, as the check has held of every fact whose number is shown; the id of one that says
/// none, as it may in a story with faults.
pub fn number_said(story: &Story, fact: &Fact, lang: Lang) -> String {
    shown_of(story, fact, lang).unwrap_or_else(|| fact.id.to_string())
}

/// What says before a number how near it is: there it stays, where the page sets number and unit apart.
fn before(limit: Limit, lang: Lang) -> &'static str {
    match (limit, lang) {
        (Limit::About, Lang::Zh) => "约",
        (Limit::AtLeast, Lang::Zh) => "至少",
        (Limit::Above, Lang::Zh) => "超过",
        (Limit::AtMost, Lang::Zh) => "至多",
        (Limit::Below, Lang::Zh) => "不到",
        (Limit::About, Lang::En) => "about ",
        (Limit::AtLeast, Lang::En) => "at least ",
        (Limit::Above, Lang::En) => "more than ",
        (Limit::AtMost, Lang::En) => "at most ",
        (Limit::Below, Lang::En) => "less than ",
    }
}

/// A value in its unit.
///
/// Both languages group by thousands from 1,000 up; 万 appears only where the unit says so, and where it says that its
/// numbers are great, each language counts in its own steps: 1.2亿元, CNY 120 million.
pub fn measured(value: f64, unit: Option<&Unit>, lang: Lang) -> Measured {
    let Some(unit) = unit else {
        return Measured { number: plain(value), unit: String::new() };
    };
    let number = |value: f64| match (unit.great, unit.plain) {
        (true, _) => great(value, lang),
        (_, true) => bare(value),
        _ => plain(value),
    };
    match lang {
        Lang::Zh if unit.myriad => Measured { number: number(value / 1e4) + "万", unit: unit.zh.clone() },
        Lang::Zh => {
            let in_han = if unit.set_term { han(value) } else { None };
            let rank = if unit.ordinal { "第" } else { "" };
            let number = in_han.unwrap_or_else(|| number(value));
            Measured { number: format!("{rank}{number}"), unit: unit.zh.clone() }
        }
        Lang::En => {
            let word = unit.english(value);
            let space = if unit.tight || word.is_empty() { "" } else { " " };
            let before = unit.en.before.as_ref().map_or_else(String::new, |words| format!("{words} "));
            Measured { number: before + &number(value), unit: format!("{space}{word}") }
        }
    }
}

/// A number in the steps in which a language counts what is great: nothing of it is rounded.
fn great(value: f64, lang: Lang) -> String {
    let steps: [(f64, &str); 3] = match lang {
        Lang::Zh => [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")],
        Lang::En => [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")],
    };
    // A step that leaves more than a few places is none that anybody reads.
    let fits = |step: f64| value.abs() >= step && decimals(value / step) <= PLACES;
    match steps.into_iter().find(|(step, _)| fits(*step)) {
        Some((step, word)) => plain(value / step) + word,
        None => plain(value),
    }
}

/// Decimal places that a number in 万, 亿 or millions may have.
const PLACES: usize = 4;

/// A whole number from 1 to 99 in 汉字.
fn han(value: f64) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let whole = (value.fract() == 0.0 && (1.0..100.0).contains(&value)).then_some(value as usize)?;
    let tens = match whole / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens]),
    };
    Some(tens + DIGITS[whole % 10])
}

/// A number grouped by thousands, with the sign of print.
///
/// ```
/// use story::text::plain;
///
/// assert_eq!([plain(-1234567.5), plain(999.0)], ["−1,234,567.5", "999"]);
/// ```
pub fn plain(value: f64) -> String {
    let text = bare(value);
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

/// How many decimals a value is written with: 35.7 has one.
///
/// ```
/// assert_eq!([35.7, 4.0, 0.25].map(story::text::decimals), [1, 0, 2]);
/// ```
pub fn decimals(value: f64) -> usize {
    bare(value).split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// The shortest decimal that is this number; a quotient such as 118000 ÷ 10000 is cut at nine digits.
fn bare(value: f64) -> String {
    let rounded = (value * 1e9).round() / 1e9;
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Plural, UnitId};

    fn unit(zh: &str, one: &str, other: &str) -> Unit {
        Unit {
            id: UnitId::new("u"),
            zh: zh.into(),
            en: Plural { one: one.into(), other: other.into(), before: None },
            tight: false,
            myriad: false,
            great: false,
            plain: false,
            ordinal: false,
            set_term: false,
        }
    }

    #[test]
    fn an_edition_is_the_fourteenth_and_not_fourteen_of_them() {
        check(
            14.0,
            &Unit { ordinal: true, tight: true, ..unit("届", "th edition", "th edition") },
            "第14届",
            "14th edition",
        );
    }

    #[test]
    fn an_ordinal_ends_as_its_number_does_and_may_be_a_set_term() {
        let edition = Unit { ordinal: true, tight: true, ..unit("届", "th edition", "th edition") };
        for (value, en) in
            [(1.0, "1st"), (2.0, "2nd"), (3.0, "3rd"), (11.0, "11th"), (21.0, "21st"), (112.0, "112th")]
        {
            check(value, &edition, &format!("第{value}届"), &format!("{en} edition"));
        }
        check(3.0, &Unit { set_term: true, ..edition }, "第三届", "3rd edition");
    }

    #[test]
    fn what_is_great_is_counted_in_each_languages_steps() {
        let mut yuan = Unit { great: true, ..unit("元", "", "") };
        yuan.en.before = Some("CNY".into());
        check(120_000_000.0, &yuan, "1.2亿元", "CNY 120 million");
        check(1.56e12, &yuan, "1.56万亿元", "CNY 1.56 trillion");
        check(2.186e12, &yuan, "2.186万亿元", "CNY 2.186 trillion");
        check(35_000.0, &yuan, "3.5万元", "CNY 35,000");
        check(0.0, &yuan, "0元", "CNY 0");
        check(-3.2e8, &yuan, "−3.2亿元", "CNY −320 million");
        // Not a place is lost: what no step holds in a few places is written out.
        check(123_456_789.0, &yuan, "12,345.6789万元", "CNY 123,456,789");
    }

    fn check(value: f64, unit: &Unit, zh: &str, en: &str) {
        assert_eq!(measured(value, Some(unit), Lang::Zh).to_string(), zh);
        assert_eq!(measured(value, Some(unit), Lang::En).to_string(), en);
    }

    #[test]
    fn each_language_writes_numbers_its_own_way() {
        let household = unit("户", "household", "households");
        check(26833.0, &household, "26,833户", "26,833 households");
        check(1.0, &household, "1户", "1 household");
        check(999.0, &household, "999户", "999 households");
    }

    #[test]
    fn set_terms_are_written_in_han() {
        let check_of = Unit { set_term: true, ..unit("查", "check", "checks") };
        check(6.0, &check_of, "六查", "6 checks");
        for (value, zh) in [(10.0, "十查"), (12.0, "十二查"), (40.0, "四十查"), (99.0, "九十九查"), (100.0, "100查")]
        {
            assert_eq!(measured(value, Some(&check_of), Lang::Zh).to_string(), zh);
        }
    }

    #[test]
    fn myriads_are_chinese_only() {
        let area = Unit { myriad: true, ..unit("平方米", "m²", "m²") };
        check(118_000.0, &area, "11.8万平方米", "118,000 m²");
    }

    #[test]
    fn percent_signs_stand_close_and_years_are_not_grouped() {
        check(56.6, &Unit { tight: true, ..unit("%", "%", "%") }, "56.6%", "56.6%");
        check(2024.0, &Unit { plain: true, ..unit("年", "", "") }, "2024年", "2024");
    }
}
