//! Lines: where a text breaks when there is no browser to break it.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

use super::width::{Face, is_full_width, width};

/// After these a line would rather break than elsewhere.
pub const PHRASE_ENDS: [char; 5] = ['，', '；', '：', '。', '、'];

/// A text in lines no wider than `room`, if each of its words fits; a word that does not has a line to itself.
///
/// Where it costs no line, a line ends after a comma or colon.
///
/// ```
/// use story::text::{Face, wrap};
/// assert_eq!(wrap("其余各区县合计，含西工", 10.0, Face::Regular, 80.0), ["其余各区县合计，", "含西工"]);
/// assert_eq!(wrap("all the other districts", 10.0, Face::Regular, 55.0), ["all the", "other", "districts"]);
/// ```
pub fn wrap(text: &str, size: f64, face: Face, room: f64) -> Vec<String> {
    let measure = |line: &str| width(line, size, face);
    let anywhere = fill(&words(text), room, measure);
    let by_phrase = fill(&phrases(text), room, measure);
    let fits = by_phrase.iter().all(|line| measure(line) <= room);
    if fits && by_phrase.len() == anywhere.len() { by_phrase } else { anywhere }
}

/// As many pieces to a line as fit; one that fits no line has its own.
///
/// ```
/// use story::text::fill;
///
/// let pieces = ["one, ", "two, ", "three"].map(str::to_owned);
/// assert_eq!(fill(&pieces, 9.0, |line| line.chars().count() as f64), ["one, two,", "three"]);
/// ```
pub fn fill(pieces: &[String], room: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if measure(format!("{line}{piece}").trim_end()) <= room => line.push_str(piece),
            _ => lines.push(piece.trim_start().to_owned()),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The pieces after whose commas and colons a line ends best.
///
/// ```
/// assert_eq!(story::text::phrases("三年，四处"), ["三年，", "四处"]);
/// ```
pub fn phrases(text: &str) -> Vec<String> {
    text.split_inclusive(PHRASE_ENDS).map(str::to_owned).collect()
}

/// The pieces between which a line may end, by the Unicode line breaking algorithm (UAX 14) with the strict rules for
/// Chinese; spaces belong to the piece before, and a number stays with what it counts.
///
/// ```
/// assert_eq!(story::text::words("共 26,833户，约 six–seven"), ["共 ", "26,833户，", "约 ", "six–", "seven"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    // Scripts that need a dictionary are none that this page is written in.
    let breaks: Vec<usize> = LineSegmenter::new_for_non_complex_scripts(options).segment_str(text).collect();
    let mut words: Vec<String> = Vec::new();
    for piece in breaks.windows(2).map(|ends| &text[ends[0]..ends[1]]) {
        let counted = piece.starts_with(is_full_width);
        match words.last_mut() {
            Some(word) if counted && word.ends_with(|c: char| c.is_ascii_digit()) => word.push_str(piece),
            _ => words.push(piece.to_owned()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        for room in [20.0, 30.0, 40.0, 50.0] {
            for line in wrap("汛期前（治理）要，基本。完成", 10.0, Face::Regular, room) {
                assert!(!line.starts_with(['，', '。', '）']), "{line}");
                assert!(!line.ends_with('（'), "{line}");
            }
        }
    }

    #[test]
    fn numbers_and_latin_words_stay_whole_within_chinese() {
        assert_eq!(wrap("占全市56.6%的户数", 10.0, Face::Regular, 35.0), ["占全市", "56.6%", "的户数"]);
    }

    #[test]
    fn a_line_ends_after_a_phrase_where_that_costs_no_line() {
        assert_eq!(wrap("西工的户数：未给出", 10.0, Face::Regular, 75.0), ["西工的户数：", "未给出"]);
    }

    #[test]
    fn a_word_wider_than_the_room_has_a_line_to_itself() {
        assert_eq!(wrap("a neighbourhood b", 10.0, Face::Regular, 20.0), ["a", "neighbourhood", "b"]);
    }
}
