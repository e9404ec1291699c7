//! What the search finds: every division and place with its names, its kind and the words that find it.

use data_story::model::{Lang, Localized, Story, Subject};
use data_story::text::Ui;
use pinyin::ToPinyin;

/// A line for each: its id; name and kind, in each language; the words. Parted by `|`.
pub fn findable(story: &Story) -> String {
    let line = |subject: Subject| {
        let kind = |lang| match subject.place() {
            None => Ui(lang).a_region(),
            // A city beside ours is of no category.
            Some(place) => story.category_of(place).map_or("", |category| category.name.get(lang)),
        };
        let told = Lang::ALL.map(|lang| [subject.name().get(lang), kind(lang)]);
        let parts = [subject.id().as_str()].into_iter().chain(told.into_iter().flatten());
        let parts: Vec<String> = parts.map(|part| part.replace(['|', '\n'], " ")).collect();
        format!("{}|{}", parts.join("|"), words_for([subject.name(), subject.short()]))
    };
    story.subjects().map(line).collect::<Vec<_>>().join("\n")
}

/// What finds a name: as it is written in either language, how its Chinese is spelled, and the initials of that;
/// in small letters, without spaces, each once.
fn words_for(names: [&Localized; 2]) -> String {
    let mut words: Vec<String> = Vec::new();
    for name in names {
        let (zh, en) = (name.get(Lang::Zh), name.get(Lang::En));
        let syllables: Vec<&str> = zh.chars().filter_map(|c| Some(c.to_pinyin()?.plain())).collect();
        let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
        words.extend([squeezed(zh), squeezed(&syllables.concat()), initials, squeezed(en)]);
    }
    let mut seen = Vec::new();
    words.retain(|word| {
        !word.is_empty() && !seen.contains(word) && {
            seen.push(word.clone());
            true
        }
    });
    words.join(" ")
}

/// In small letters, with letters and digits only; `ü` is typed as `v`.
fn squeezed(text: &str) -> String {
    text.to_lowercase().replace('ü', "v").chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn localized(zh: &str, en: &str) -> Localized {
        Localized { zh: zh.into(), en: en.into() }
    }

    #[test]
    fn a_name_is_found_by_characters_pinyin_initials_and_english() {
        let words = words_for([&localized("涧西区", "Jianxi District"), &localized("涧西", "Jianxi")]);
        assert_eq!(words, "涧西区 jianxiqu jxq jianxidistrict 涧西 jianxi jx");
    }

    #[test]
    fn marks_and_spaces_are_left_out() {
        assert_eq!(squeezed("Xi’gong · Lü"), "xigonglv");
    }
}
