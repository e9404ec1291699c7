//! Which parts of a text are Chinese, whatever language is around them.

/// Han characters, and the marks that are full-width in Chinese whatever stands beside them.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The text in runs of characters that are Han, or are not, with whether they are.
///
/// ```
/// let runs: Vec<_> = story::text::han_runs("Song 六查 (6)").collect();
/// assert_eq!(runs, [(false, "Song "), (true, "六查"), (false, " (6)")]);
/// ```
pub fn han_runs(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let han = is_han(rest.chars().next()?);
        let (run, after) = rest.split_at(rest.find(|c| is_han(c) != han).unwrap_or(rest.len()));
        rest = after;
        Some((han, run))
    })
}
