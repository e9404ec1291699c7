//! Numbers in 汉字: 三百, 第十四, 百分之五十, 三成, 过半, 十几, 七八.

use chinese_number::{ChineseCountMethod, ChineseToNumber};

use super::bound::Bound;
use super::characters::stands;
use super::digits;
use super::read::{Read, Sense};

const DIGITS: &str = "〇零一二三四五六七八九两";
const POWERS: [(char, f64); 5] = [('十', 1e1), ('百', 1e2), ('千', 1e3), ('万', 1e4), ('亿', 1e8)];
/// Words in which 成 after a numeral is no tenth.
const AFTER_TENTHS: &str = "立为员果品本长年人功就分交熟效";

/// The number that begins here.
pub fn read(chars: &[char], at: usize) -> Option<Read> {
    doubled(chars, at)
        .or_else(|| half(chars, at))
        .or_else(|| ranked(chars, at))
        .or_else(|| several(chars, at))
        .or_else(|| {
            let read = plain(chars, at)?;
            Some(part(chars, at, &read).unwrap_or(read)).filter(|read| is_said(chars, at, read))
        })
}

fn is_digit(c: char) -> bool {
    DIGITS.contains(c)
}

fn power(c: Option<&char>) -> Option<f64> {
    POWERS.iter().find(|(sign, _)| Some(sign) == c).map(|(_, power)| *power)
}

/// A run of numerals; its value, if it has one.
fn plain(chars: &[char], at: usize) -> Option<Read> {
    let run: Vec<char> =
        chars[at..].iter().copied().take_while(|c| is_digit(*c) || power(Some(c)).is_some()).collect();
    let (mut length, mut value, mut bound);
    length = run.len();
    bound = Bound::Exactly;
    match run.as_slice() {
        [] => return None,
        // 七八, 三五: neither is meant alone.
        [low, high] if is_digit(*low) && is_digit(*high) && is_guess(*low, *high) => {
            (value, bound) = (number(&[*low]), Bound::Between(number(&[*high])));
        }
        // 七八十, 三四百.
        [low, high, rest @ ..] if !rest.is_empty() && is_digit(*low) && is_digit(*high) && is_guess(*low, *high) => {
            let [low, high] = [low, high].map(|digit| number(&[&[*digit], rest].concat()));
            (value, bound) = (low, Bound::Between(high));
        }
        run => value = number(run),
    }
    // 十几, 二十几.
    if run.last().is_some_and(|c| power(Some(c)).is_some()) && chars.get(at + length) == Some(&'几') {
        let unit = power(run.last()).unwrap_or(1.0) / 10.0;
        (length, bound) = (length + 1, Bound::Between(value + 9.0 * unit));
        value += unit;
    }
    // 五点六.
    if chars.get(at + length) == Some(&'点') && value.is_finite() {
        let decimals: Vec<char> = chars[at + length + 1..].iter().copied().take_while(|c| is_digit(*c)).collect();
        if !decimals.is_empty() {
            value += number(&[&['一'], decimals.as_slice()].concat()) / 10f64.powi(decimals.len() as i32) - 1.0;
            length += 1 + decimals.len();
        }
    }
    Some(Read { bound, ..Read::count(length, value) })
}

/// Whether two digits in a row are a guess: neighbours such as 七八, or 三五.
fn is_guess(low: char, high: char) -> bool {
    let [low, high] = [low, high].map(|digit| number(&[digit]));
    low >= 1.0 && (high == low + 1.0 || (low, high) == (3.0, 5.0))
}

/// The value of a run, or not a number.
fn number(run: &[char]) -> f64 {
    let mut text: String = run.iter().collect();
    // Years are read digit by digit.
    if run.len() > 1 && run.iter().all(|c| is_digit(*c)) {
        return ChineseToNumber::<u64>::to_number_naive(&text).map_or(f64::NAN, |number| number as f64);
    }
    if matches!(run.first(), Some('百' | '千' | '万' | '亿')) {
        text.insert(0, '一');
    }
    ChineseToNumber::<u64>::to_number(&text, ChineseCountMethod::TenThousand).map_or(f64::NAN, |number| number as f64)
}

/// A fraction, per cent or tenths, which begins with a run.
fn part(chars: &[char], at: usize, whole: &Read) -> Option<Read> {
    let end = at + whole.length;
    let share = |length, value| Some(Read { sense: Sense::Share, ..Read::count(length, value) });
    if stands(chars, end, "分之") {
        let part = digits::read(chars, end + 2).or_else(|| plain(chars, end + 2))?;
        return share(whole.length + 2 + part.length, part.value / whole.value);
    }
    if chars.get(end) == Some(&'成') && whole.value <= 10.0 && whole.bound == Bound::Exactly {
        let next = chars.get(end + 1);
        if next == Some(&'半') {
            return share(whole.length + 2, whole.value / 10.0 + 0.05);
        }
        if next.is_none_or(|c| !AFTER_TENTHS.contains(*c)) && chars[at] != '十' {
            return share(whole.length + 1, whole.value / 10.0);
        }
    }
    None
}

/// Whether a run says a number: 一 alone is an article, and 百, 千, 万 and 亿 alone are units and parts of words, unless
/// the words around make them more.
fn is_said(chars: &[char], at: usize, read: &Read) -> bool {
    if read.length > 1 || read.sense == Sense::Share {
        return true;
    }
    let (before, after) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1));
    match chars[at] {
        '一' => after == Some(&'倍'),
        '百' | '千' | '万' | '亿' => {
            before.is_some_and(|c| "上过近逾超成达".contains(*c)) || after.is_some_and(|c| "多余".contains(*c))
        }
        _ => true,
    }
}

/// 第 and a number, in 汉字 or digits; 之二 of an enumeration, whose 之一 is “one of” and no number.
fn ranked(chars: &[char], at: usize) -> Option<Read> {
    if chars.get(at) == Some(&'之') {
        let read = plain(chars, at + 1).filter(|read| read.value >= 2.0)?;
        return Some(Read { length: read.length + 1, sense: Sense::Rank, ..read });
    }
    if chars.get(at) != Some(&'第') {
        return None;
    }
    let read = digits::read(chars, at + 1).or_else(|| plain(chars, at + 1))?;
    Some(Read { length: read.length + 1, sense: Sense::Rank, ..read })
}

/// 几十, 数百, 好几千.
fn several(chars: &[char], at: usize) -> Option<Read> {
    if !matches!(chars.get(at), Some('几' | '数')) {
        return None;
    }
    let mut length = 1;
    let mut unit = 1.0;
    while let Some(power) = power(chars.get(at + length)) {
        unit *= power;
        length += 1;
    }
    (length > 1).then(|| Read { bound: Bound::Between(unit * 10.0 - 1.0), ..Read::count(length, unit * 2.0) })
}

/// 一半, 半数, 过半, 多半.
fn half(chars: &[char], at: usize) -> Option<Read> {
    let words = [
        ("超过一半", Bound::Above),
        ("超过半数", Bound::Above),
        ("过半数", Bound::Above),
        ("一多半", Bound::Above),
        ("一大半", Bound::Above),
        ("过半", Bound::Above),
        ("超半", Bound::Above),
        ("大半", Bound::Above),
        ("多半", Bound::Above),
        ("一小半", Bound::Below),
        ("一半", Bound::Exactly),
        ("半数", Bound::Exactly),
        ("半", Bound::Exactly),
    ];
    let (word, bound) = words.into_iter().find(|(word, _)| stands(chars, at, word))?;
    Some(Read { sense: Sense::Share, bound, ..Read::count(word.chars().count(), 0.5) })
}

/// 翻番, 翻两番: each time twice as much.
fn doubled(chars: &[char], at: usize) -> Option<Read> {
    if chars.get(at) != Some(&'翻') {
        return None;
    }
    if chars.get(at + 1) == Some(&'番') {
        return Some(Read::count(2, 2.0));
    }
    let times = plain(chars, at + 1)?;
    let is_times = chars.get(at + 1 + times.length) == Some(&'番');
    is_times.then(|| Read::count(times.length + 2, times.value.exp2()))
}
