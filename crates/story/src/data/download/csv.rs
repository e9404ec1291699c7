//! The ledger as a table: UTF-8 with a byte-order mark, so that spreadsheets read Chinese; quotes and line
//! ends by RFC 4180.

use csv::{Terminator, WriterBuilder};

use crate::model::{Dated, Day, Fact, Formula, Kind, Lang, Localized, Story};
use crate::text::{Ui, shown_of};

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Between several things in one cell.
const BETWEEN: &str = "; ";

/// The table in a language: a row of heads, then a row for each fact, in the order of the ledger.
pub fn table(story: &Story, lang: Lang) -> Result<Vec<u8>, String> {
    let heads = Ui(lang).table_heads().map(str::to_owned).into();
    let facts = story.facts.facts.iter().enumerate();
    written(std::iter::once(heads).chain(facts.map(|(index, fact)| row(story, lang, index + 1, fact))))
}

/// The file of these rows, the first of which holds the heads.
pub(super) fn written(rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, String> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    for row in rows {
        // Whatever a cell says: only a number may begin as a formula does.
        let row = row.iter().map(|cell| if cell.parse::<f64>().is_ok() { cell.clone() } else { as_text(cell) });
        writer.write_record(row).map_err(|error| error.to_string())?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

fn row(story: &Story, lang: Lang, number: usize, fact: &Fact) -> Vec<String> {
    let ui = Ui(lang);
    let text = |text: &str| as_text(text);
    let words = |text: &Localized| as_text(text.get(lang));
    let source = fact.source.as_ref();
    let inputs: Vec<String> = fact.formula.iter().flat_map(Formula::inputs).map(ToString::to_string).collect();
    let places: Vec<&str> = fact.places.iter().map(|id| story.subject(id).name().get(lang)).collect();
    let corrections: Vec<String> = story
        .corrections_of(&fact.id)
        .map(|(_, one)| format!("{}{BETWEEN}{}", one.date, ui.corrected_from(one.was.get(lang), one.why.get(lang))))
        .collect();
    vec![
        number.to_string(),
        fact.id.to_string(),
        words(&story.chapter(&fact.chapter).name),
        fact.kind.slug().into(),
        ui.kind(fact.kind).into(),
        fact.speaker.slug().into(),
        ui.speaker(fact.speaker).into(),
        // A number stays a number, also where it is negative: the guard is for words.
        fact.value.map_or_else(String::new, |value| value.to_string()),
        unit(story, fact, lang),
        text(&figure(story, fact, lang)),
        text(&fact.statement.zh),
        text(&fact.statement.en),
        source.map_or_else(String::new, |at| at.article.to_string()),
        source.map_or_else(String::new, |at| at.paragraph.to_string()),
        source.map_or_else(String::new, |at| at.sentence.to_string()),
        source.map_or_else(String::new, |at| at.sha256.clone()),
        fact.formula.as_ref().map_or_else(String::new, |formula| text(formula.text())),
        inputs.join(BETWEEN),
        fact.note_source.as_ref().map_or_else(String::new, words),
        text(&places.join(BETWEEN)),
        fact.date.as_ref().map_or_else(String::new, |date| text(&day(date, lang))),
        text(&corrections.join(BETWEEN)),
        text(&readings(story, fact, lang)),
    ]
}

/// The readings of ours on which a fact rests, in full.
pub(super) fn readings(story: &Story, fact: &Fact, lang: Lang) -> String {
    let readings: Vec<&str> =
        story.readings_of([&fact.id]).into_iter().map(|reading| reading.statement.get(lang)).collect();
    readings.join(BETWEEN)
}

/// The unit's word beside this number.
pub(super) fn unit(story: &Story, fact: &Fact, lang: Lang) -> String {
    let Some(unit) = story.unit_of(fact) else { return String::new() };
    match (lang, fact.value) {
        (Lang::Zh, _) => unit.zh.clone(),
        (Lang::En, Some(value)) => unit.english(value),
        // Of what is not given there may be any number.
        (Lang::En, None) => unit.en.other.clone(),
    }
}

/// The number as the page shows it, or that it is not given: never an empty cell there, and never a zero.
fn figure(story: &Story, fact: &Fact, lang: Lang) -> String {
    match (shown_of(story, fact, lang), fact.kind) {
        (Some(number), _) => number.to_string(),
        (None, Kind::NotGiven) => Ui(lang).not_given().into(),
        (None, _) => String::new(),
    }
}

/// A day, a span as ISO 8601 writes it, or the words that stand for one.
fn day(date: &Dated, lang: Lang) -> String {
    let words = date.words.as_ref().map_or("", |words| words.get(lang));
    match (&date.from, &date.to, &date.by) {
        (Some(from), Some(to), _) if from != to => format!("{from}/{to}"),
        (Some(day), _, _) | (None, Some(day), _) => day.to_string(),
        (None, None, Some(by)) => format!("../{by}"),
        (None, None, None) => words.into(),
    }
}

/// A first and a last day; a last day may also be the one by which something is to be done.
pub fn days(date: Option<&Dated>) -> [Option<Day>; 2] {
    [date.and_then(|date| date.from), date.and_then(Dated::end)]
}

/// Words that a spreadsheet will neither run as a formula nor turn into a date: it would take what begins so for a command,
/// and 3-5 for a day in May. A year alone stays a number.
///
/// The apostrophe is the sign by which spreadsheets take the rest as text; other programs show it.
pub(super) fn as_text(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ if becomes_a_date(text) => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// Whether a spreadsheet, in either of the page's languages, makes a day, a month or a time of it that is not meant: numbers with
/// strokes, slashes or colons between them, with 年, 月 and 日 behind them, or beside the name of a month. A whole day as ISO 8601
/// writes it is meant as one.
fn becomes_a_date(text: &str) -> bool {
    let digits = |part: &str| if part.bytes().all(|byte| byte.is_ascii_digit()) { part.len() } else { 0 };
    let lengths = |signs: &[char]| -> Vec<usize> { text.split(signs).map(|part| digits(part.trim())).collect() };
    let is_numbers =
        |parts: &[usize]| matches!(parts.len(), 2 | 3) && parts.iter().all(|length| matches!(length, 1 | 2 | 4));
    let is_whole = || text.len() == 10 && text.contains('-') && lengths(&['-']) == [4, 2, 2];
    is_numbers(&lengths(&['-', '/'])) && !is_whole()
        || is_numbers(&lengths(&[':']))
        || text.ends_with(['月', '日']) && lengths(&['年', '月', '日']).iter().rev().skip(1).all(|length| *length > 0)
        || names_a_month(text)
}

/// Whether it is the English name of a month, or its first three letters, with numbers around and nothing else.
fn names_a_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_lowercase();
    let parts: Vec<&str> = text.split(|sign: char| !sign.is_alphabetic()).filter(|part| !part.is_empty()).collect();
    let is_month = |part: &str| part == "sept" || MONTHS.iter().any(|month| *month == part || month[..3] == *part);
    let around =
        |sign: char| sign.is_alphabetic() || sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '/' | '.' | ',');
    matches!(parts[..], [part] if is_month(part))
        && text.chars().any(|sign| sign.is_ascii_digit())
        && text.chars().all(around)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_of_any_file_begins_a_formula_but_a_number() {
        let row = ["=HYPERLINK(\"x\")", "-1.5", "@a", "户"].map(str::to_owned).into();
        let file = String::from_utf8(written([row].into_iter()).unwrap()).unwrap();
        assert_eq!(file, "\u{FEFF}\"'=HYPERLINK(\"\"x\"\")\",-1.5,'@a,户\r\n");
    }

    #[test]
    fn words_that_look_like_a_formula_are_marked_as_text_and_others_are_left() {
        for (words, cell) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-1", "'-1"),
            ("@home", "'@home"),
            ("\tx", "'\tx"),
            ("{a} - {b}", "{a} - {b}"),
            ("甲=乙", "甲=乙"),
            ("3-5", "'3-5"),
            ("1/2", "'1/2"),
            ("24-01-29", "'24-01-29"),
            ("2024-01-29", "2024-01-29"),
            ("2024/1/29", "'2024/1/29"),
            ("2024-1", "'2024-1"),
            ("7/2024", "'7/2024"),
            ("2024-02-03/2024-02-05", "2024-02-03/2024-02-05"),
            ("9:30", "'9:30"),
            ("1月2日", "'1月2日"),
            ("2024年1月", "'2024年1月"),
            ("2024年1月29日", "'2024年1月29日"),
            ("5月", "'5月"),
            ("上个月", "上个月"),
            ("节假日", "节假日"),
            ("2024年", "2024年"),
            ("MAR1", "'MAR1"),
            ("Sept-2", "'Sept-2"),
            ("12 May", "'12 May"),
            ("January 2024", "'January 2024"),
            ("May", "May"),
            ("may-2-harbour", "may-2-harbour"),
            ("3 Mayors", "3 Mayors"),
            ("3–5", "3–5"),
            ("a-5", "a-5"),
            ("", ""),
        ] {
            assert_eq!(as_text(words), cell);
        }
    }

    #[test]
    fn a_last_day_is_an_open_span() {
        let date = |from: Option<&str>, to: Option<&str>, by: Option<&str>| {
            let [from, to, by] = [from, to, by].map(|day| day.and_then(Day::parse));
            Dated { from, to, by, words: None }
        };
        assert_eq!(day(&date(Some("2024-02-03"), Some("2024-02-05"), None), Lang::En), "2024-02-03/2024-02-05");
        assert_eq!(day(&date(Some("2024-01-29"), Some("2024-01-29"), None), Lang::En), "2024-01-29");
        assert_eq!(day(&date(None, None, Some("2024-12-31")), Lang::En), "../2024-12-31");
    }
}
