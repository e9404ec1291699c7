//! What is wrong with a text that is no JSON, said so that an editor who is no programmer can mend it.

use serde_json::Value;

use super::text_file::Unread;

/// The value that a text writes down.
pub fn parse(text: &str) -> Result<Value, Unread> {
    if text.trim().is_empty() {
        return Err(Unread { line: 1, message: "expected JSON, found an empty file; take it from a backup".into() });
    }
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let hint = hint(text, line, column).map_or_else(String::new, |hint| format!("; {hint}"));
        Unread { line, message: format!("expected JSON, but: {error}{hint}") }
    })
}

/// The usual cause of an error at this place, in characters' bytes from 1, and how to mend it.
fn hint(text: &str, line: usize, column: usize) -> Option<String> {
    let here = text.lines().nth(line.checked_sub(1)?)?;
    let found = here.char_indices().take_while(|(at, _)| *at < column).last().map(|(_, c)| c)?;
    let before = here.get(..column.saturating_sub(1)).unwrap_or_default().trim_end();
    let above = || text.lines().take(line - 1).map(str::trim).filter(|line| !line.is_empty()).last();
    match found {
        '“' | '”' | '‘' | '’' | '＂' => Some(format!("write \" for {found}")),
        '，' | '：' | '｛' | '｝' | '［' | '］' => Some(format!("write the half-width sign for {found}")),
        '\'' => Some("write \" for '".into()),
        '/' | '#' => Some("take the comment out; JSON has none".into()),
        '}' | ']' if before.ends_with(',') || (before.is_empty() && above().is_some_and(|a| a.ends_with(','))) => {
            Some("take out the comma before it".into())
        }
        '0'..='9' if before.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with(',') => {
            Some("write numbers without commas".into())
        }
        '"' | '{' | '[' => {
            let end = if before.is_empty() { above().unwrap_or_default() } else { before };
            let ends = end.ends_with(['"', '}', ']']) || end.ends_with(|c: char| c.is_alphanumeric());
            let place = if before.is_empty() { "at the end of the line above" } else { "before it" };
            ends.then(|| format!("a comma seems to be missing {place}"))
        }
        _ => None,
    }
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
