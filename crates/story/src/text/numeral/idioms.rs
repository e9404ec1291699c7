//! Words that hold a numeral and say no number: idioms of the languages, and what a story lists as names.

/// Idioms of both languages; words of one story, such as its places, are the story's to list.
const IDIOMS: [&str; 46] = [
    "上半年",
    "下半年",
    "前半",
    "后半",
    "半岛",
    "半导体",
    "半径",
    "半天",
    "半夜",
    "十分",
    "十足",
    "十字",
    "万一",
    "一一",
    "千万要",
    "五金",
    "四季",
    "四周",
    "三角",
    "再三",
    "百姓",
    "百货",
    "百科",
    "两岸",
    "两侧",
    "两边",
    "两旁",
    "两头",
    "零件",
    "零售",
    "零部件",
    "零星",
    "零散",
    "七夕",
    "五一",
    "十一黄金周",
    "九九",
    "at first",
    "first of all",
    "first half",
    "second half",
    "first-hand",
    "second-hand",
    "First half",
    "Second half",
    "in the first place",
];

/// Stands in the place of what is no number; no numeral goes on through it.
const HIDDEN: char = '\u{fffc}';

/// The text without its idioms, as long as before.
pub fn hidden(text: &str) -> String {
    without(text, IDIOMS).0
}

/// The text without these words, as long as before, and those of them that stood in it. Latin words count only when
/// whole.
pub fn without<'a>(text: &str, words: impl IntoIterator<Item = &'a str>) -> (String, Vec<&'a str>) {
    let (mut rest, mut used) = (text.to_owned(), Vec::new());
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let mut from = 0;
        while let Some(at) = rest[from..].find(word).map(|at| from + at) {
            let end = at + word.len();
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let goes_on = (latin(word.chars().next()) && latin(rest[..at].chars().next_back()))
                || (latin(word.chars().next_back()) && latin(rest[end..].chars().next()));
            if goes_on {
                from = end;
                continue;
            }
            let signs = HIDDEN.to_string().repeat(word.chars().count());
            rest.replace_range(at..end, &signs);
            from = at + signs.len();
            if !used.contains(&word) {
                used.push(word);
            }
        }
    }
    (rest, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_as_a_name_is_no_number() {
        let (rest, used) = without("三门峡的三个，Second Street, A9", ["三门峡", "Second Street", "A9", "一带一路"]);
        assert_eq!(crate::text::numerals(&rest).iter().map(|n| n.value).collect::<Vec<_>>(), [3.0]);
        assert_eq!(used, ["三门峡", "Second Street", "A9"]);
        // Whole words only.
        assert_eq!(without("A99", ["A9"]).1, [""; 0]);
    }
}
