//! The styles that stand in a page for its first screen: header, headline and first words. The style sheet has them too, for a
//! host whose own policy refuses what stands in pages.

use std::collections::BTreeSet;

/// The sheets of it. What none of them shows before the link to the style sheet has a sheet of its own.
pub const FIRST_SCREEN: [&str; 8] = ["layers", "tokens", "base", "bar", "opening", "chapter", "source", "areas"];

/// A style sheet without the tokens that nothing in it asks for, or only such tokens.
pub fn without_idle_tokens(sheet: &str) -> String {
    let asked: BTreeSet<&str> = sheet.split("var(").skip(1).map(name).collect();
    let is_idle = |declaration: &&str| declaration.starts_with("--") && !asked.contains(name(declaration));
    let mut kept = String::new();
    for part in sheet.split_inclusive([';', '{', '}']) {
        // The last declaration of a block has no end of its own.
        kept.push_str(if !is_idle(&part) {
            part
        } else if part.ends_with('}') {
            "}"
        } else {
            ""
        });
    }
    // Those that only idle ones asked for are idle now.
    if kept.len() < sheet.len() { without_idle_tokens(&kept) } else { kept }
}

/// The name that a text begins with.
fn name(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tokens_that_somebody_asks_for_are_kept() {
        let sheet = "@media print{:root{--a: 1px;--b: var(--c);--c: 2px;--a-b: 3px}}p{margin: var(--a) calc(2*var(--a));color: red}";
        let kept = "@media print{:root{--a: 1px;}}p{margin: var(--a) calc(2*var(--a));color: red}";
        assert_eq!(without_idle_tokens(sheet), kept);
        assert_eq!(without_idle_tokens(kept), kept);
    }
}
