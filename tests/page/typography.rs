//! Each language is set by its own habits: Chinese as in the W3C's requirements (clreq), English as in its newspapers.

use super::*;

/// The texts and the names of a page that are in one language, with where they stand.
fn said(page: &Page, lang: Lang) -> Vec<(String, String)> {
    let language =
        |node: Element| node.ancestors().find_map(|one| one.attribute("lang")).unwrap_or(page.context.lang.tag());
    let texts = page.words().filter(|node| language(*node) == lang.tag());
    let texts = texts.map(|node| (node.text().unwrap().to_owned(), place_of(node)));
    let names = page.with("aria-label").filter(|(element, _)| language(*element) == lang.tag());
    texts.chain(names.map(|(element, name)| (name.to_owned(), place_of(element)))).collect()
}

/// Holds a claim against every two and every three characters that follow each other in one language.
fn no_characters_together(lang: Lang, claim: &str, wrong: impl Fn(char, char, Option<char>) -> bool) {
    everywhere(|page, against| {
        for (words, place) in said(page, lang) {
            let chars: Vec<char> = words.chars().collect();
            let found = (1..chars.len()).find(|at| wrong(chars[at - 1], chars[*at], chars.get(at + 1).copied()));
            against.unless(found.is_none(), || format!("{claim}: {words:?} in {place}"));
        }
    });
}

#[test]
fn no_space_is_typed_between_chinese_and_what_stands_beside_it() {
    let beside = |c: char| is_han(c) || c.is_ascii_alphanumeric();
    no_characters_together(Lang::Zh, "a typed space", |before, here, after| {
        let after = after.unwrap_or(' ');
        here.is_whitespace() && beside(before) && beside(after) && (is_han(before) || is_han(after))
    });
}

#[test]
fn chinese_sentences_have_full_width_punctuation() {
    let half = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')' | '"' | '\'');
    no_characters_together(Lang::Zh, "half-width punctuation", |before, here, _| {
        (is_han(before) && half(here)) || (half(before) && before != '(' && before != ')' && is_han(here))
    });
}

#[test]
fn english_has_curly_quotes_and_no_full_width_punctuation() {
    no_characters_together(Lang::En, "a straight quote", |before, here, _| {
        [before, here].iter().any(|c| matches!(c, '"' | '\''))
    });
    no_characters_together(Lang::En, "full-width punctuation", |before, here, _| {
        [before, here].iter().any(|c| matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF65}'))
    });
}

#[test]
fn english_ranges_and_breaks_have_dashes_and_no_hyphens() {
    no_characters_together(Lang::En, "a hyphen for a dash", |before, here, after| {
        let after = after.unwrap_or('x');
        here == '-' && ((before == ' ' && after == ' ') || before == '-')
    });
    no_characters_together(Lang::En, "three full stops for an ellipsis", |before, here, after| {
        before == '.' && here == '.' && after == Some('.')
    });
    on_every_page(|page, against| {
        for (words, place) in said(page, Lang::En) {
            // Digits on both sides of a hyphen are a range, unless they are a date or stand in an address.
            let range = |word: &str| {
                let ends: Vec<&str> = word.trim_matches(|c: char| !c.is_alphanumeric()).split('-').collect();
                ends.len() == 2 && ends.iter().all(|end| !end.is_empty() && end.chars().all(|c| c.is_ascii_digit()))
            };
            against.unless(!words.split_whitespace().any(range), || {
                format!("a hyphen in a range: {words:?} in {place}")
            });
        }
    });
}

#[test]
fn a_chinese_headline_breaks_after_its_marks_and_not_inside_a_word_of_a_list() {
    on_every_page(|page, against| {
        for phrase in page.all("span.phrase") {
            let words = text(phrase, &[]);
            let inside = words.char_indices().rev().skip(1).any(|(_, c)| "，、；：。".contains(c));
            against.unless(!inside, || format!("{words:?} is one phrase in {}", place_of(phrase)));
        }
    });
}
