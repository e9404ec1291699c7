//! Lines of a text, measured with the very glyphs it is set in.

use story::text::{PHRASE_ENDS, fill, phrases, words};

/// A text in lines no wider than `room`; a word that does not fit has a line to itself.
pub fn lines(text: &str, room: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    fill(&words(text), room, &measure)
}

/// A headline: as few lines as `lines` would make, of about the same length, ending with a phrase where they can.
pub fn headline(text: &str, room: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let phrases = phrases(text);
    let fewest = lines(text, room, &measure).len();
    if phrases.len() > 1 && phrases.iter().all(|phrase| measure(phrase) <= room) {
        let by_phrase = fill(&phrases, room, &measure);
        if by_phrase.len() <= fewest + 2 {
            return by_phrase;
        }
    }
    let words = words(text);
    let (mut narrow, mut wide) = (0.0, room);
    for _ in 0..12 {
        let middle = (narrow + wide) / 2.0;
        let lines = fill(&words, middle, &measure);
        let fits = lines.len() <= fewest && lines.iter().all(|line| measure(line) <= middle);
        if fits {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    fill(&words, wide, &measure)
}

/// Whether every phrase of a headline fits on a line. A text without such marks is one phrase, and may break at spaces.
pub fn holds_phrases(text: &str, room: f64, measure: impl Fn(&str) -> f64) -> bool {
    text.contains(' ') || text.split_inclusive(PHRASE_ENDS).all(|phrase| measure(phrase) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One for every character, as in a typewriter with wide letters.
    fn count(text: &str) -> f64 {
        text.chars().count() as f64
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        for room in 2..14 {
            for line in lines("（甲乙，丙丁）：“戊己”、庚辛。壬癸；", f64::from(room), count) {
                assert!(!line.starts_with(['，', '）', '：', '”', '、', '。', '；']), "{room}: {line}");
                assert!(!line.ends_with(['（', '“']), "{room}: {line}");
            }
        }
    }

    #[test]
    fn a_number_stays_with_what_it_counts() {
        assert_eq!(lines("甲乙丙26,833户丁", 7.0, count), ["甲乙丙", "26,833户", "丁"]);
    }

    #[test]
    fn a_headline_ends_its_lines_with_phrases() {
        assert_eq!(headline("甲乙丙丁，戊己庚辛壬", 7.0, count), ["甲乙丙丁，", "戊己庚辛壬"]);
    }

    #[test]
    fn a_headline_without_phrases_leaves_no_short_last_line() {
        assert_eq!(headline("aa bb cc dd ee", 11.0, count), ["aa bb cc", "dd ee"]);
    }
}
