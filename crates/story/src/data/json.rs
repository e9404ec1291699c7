//! What is wrong with a text that is no JSON, said so that an editor who is no programmer can mend it.

use serde_json::Value;

use super::messages::{self as say, Both, Phrase, both};
use super::text_file::Unread;

/// The value that a text writes down.
pub fn parse(text: &str) -> Result<Value, Unread> {
    if text.trim().is_empty() {
        return Err(Unread { line: 1, message: say::EMPTY.with(&[]) });
    }
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let hint = hint(text, line, column).unwrap_or_else(|| Phrase::of(LOOK, &[]));
        Unread { line, message: say::NOT_JSON.with(&[&reason(&error), &hint]) }
    })
}

/// The usual cause of an error at this place, in characters' bytes from 1, and how to mend it.
fn hint(text: &str, line: usize, column: usize) -> Option<Phrase> {
    let here = text.lines().nth(line.checked_sub(1)?)?;
    let found = here.char_indices().take_while(|(at, _)| *at < column).last().map(|(_, c)| c)?;
    let before = here.get(..column.saturating_sub(1)).unwrap_or_default().trim_end();
    let above = || text.lines().take(line - 1).map(str::trim).filter(|line| !line.is_empty()).last();
    match found {
        '“' | '”' | '‘' | '’' | '＂' => says(both!("write \" for {0}" / "{0} 改成 \""), found),
        '，' | '：' | '｛' | '｝' | '［' | '］' => {
            says(both!("write the half-width sign for {0}" / "{0} 改成半角"), found)
        }
        '\'' => says(both!("write \" for {0}" / "{0} 改成 \""), found),
        '/' | '#' => says(both!("take the comment out; JSON has none" / "删去注释，JSON 里不能有"), found),
        '}' | ']' if before.ends_with(',') || (before.is_empty() && above().is_some_and(|a| a.ends_with(','))) => {
            says(both!("take out the comma before it" / "删去它前面的逗号"), found)
        }
        '0'..='9' if before.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with(',') => {
            says(both!("write numbers without commas" / "数字里不写逗号"), found)
        }
        '"' | '{' | '[' => {
            let end = if before.is_empty() { above().unwrap_or_default() } else { before };
            let ends = end.ends_with(['"', '}', ']']) || end.ends_with(|c: char| c.is_alphanumeric());
            let missing = if before.is_empty() {
                both!("a comma seems to be missing at the end of the line above" / "上一行末尾像是少了逗号")
            } else {
                both!("a comma seems to be missing before it" / "它前面像是少了逗号")
            };
            if ends { says(missing, found) } else { None }
        }
        _ => None,
    }
}

fn says(hint: Both, found: char) -> Option<Phrase> {
    Some(Phrase::of(hint, &[&found]))
}

/// What is said where no usual slip is seen.
const LOOK: Both = both!("look at that place and just before it" / "看这里和它前面一点");

/// What the reader of JSON says, by the beginning of its words, and the same in Chinese.
const REASONS: [(&str, &str); 14] = [
    ("EOF while parsing", "文件没有写完"),
    ("expected `:`", "这里应有 `:`"),
    ("expected `,` or `]`", "这里应有 `,` 或 `]`"),
    ("expected `,` or `}`", "这里应有 `,` 或 `}`"),
    ("expected ident", "这里应是 true、false 或 null"),
    ("expected value", "这里应有一个值"),
    ("invalid escape", "反斜杠后面的字符不对"),
    ("invalid number", "数字写法不对"),
    ("number out of range", "数字太大"),
    ("control character", "文字里有换行或控制字符"),
    ("key must be a string", "键应写在双引号里"),
    ("trailing comma", "多了一个逗号"),
    ("trailing characters", "结束以后还有字符"),
    ("recursion limit exceeded", "括号套得太深"),
];

/// The words of the reader of JSON, with their place.
fn reason(error: &serde_json::Error) -> Phrase {
    let en = error.to_string();
    let known = REASONS.iter().find(|(begins, _)| en.starts_with(begins));
    let zh = known.map_or_else(
        || format!("读不下去（{en}）"),
        |(_, zh)| format!("{zh}，在第 {} 行第 {} 列", error.line(), error.column()),
    );
    Phrase { en, zh }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, line: usize, says: &str) {
        let unread = parse(text).unwrap_err();
        assert_eq!(unread.line, line, "{unread:?}");
        assert!(unread.message.contains(says), "{unread:?}");
    }

    #[test]
    fn the_usual_slips_of_the_pen_are_named_with_their_remedy() {
        check("", 1, "found an empty file");
        check(" \n", 1, "found an empty file");
        check("{“kind”: 1}", 1, "write \" for “");
        check("{'kind': 1}", 1, "write \" for '");
        check("{\"a\": 26,833}", 1, "write numbers without commas");
        check("{\"a\": 1，\"b\": 2}", 1, "write the half-width sign for ，");
        check("{\n  \"a\": 1,\n}", 3, "take out the comma before it");
        check("{\n  \"a\": 1\n  \"b\": 2\n}", 3, "a comma seems to be missing at the end of the line above");
        check("{\"a\": [1 2]}", 1, "expected `,` or `]`");
        check("{// no\n}", 1, "take the comment out");
    }
}
