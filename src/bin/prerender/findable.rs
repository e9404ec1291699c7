//! What the search finds: every division and place with its names, its kind and the words that find it.

use data_story::model::{Lang, Localized, Story, Subject};
use data_story::text::Ui;
use pinyin::{ToPinyin, ToPinyinMulti};

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
        words.extend([squeezed(zh), squeezed(en)]);
        for syllables in spellings(zh) {
            let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
            words.extend([squeezed(&syllables.concat()), initials]);
        }
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

/// Characters that are read in more than one way today, in names of places above all. Of all others the rarer readings, which
/// most of them have, would only find what nobody looks for.
const READ_IN_TWO_WAYS: &str = "长重乐都会行朝曾单参传大调降角卷泊藏差地石车厦蔚六堡番铅涡莘尉解查任盛宿柏薄牟丽";

/// As many ways of reading a name as are found, at most.
const MOST_SPELLINGS: usize = 32;

/// The syllables of a Chinese name, for each way in which it can be read.
fn spellings(zh: &str) -> Vec<Vec<&'static str>> {
    let mut all = vec![Vec::new()];
    for c in zh.chars() {
        let Some(usual) = c.to_pinyin() else { continue };
        let mut readings = vec![usual.plain()];
        if READ_IN_TWO_WAYS.contains(c) {
            readings.extend(c.to_pinyin_multi().into_iter().flatten().map(|one| one.plain()));
            readings.sort_unstable();
            readings.dedup();
        }
        let longer = |begun: &Vec<&'static str>| -> Vec<_> {
            readings.iter().map(|reading| [begun.as_slice(), &[*reading]].concat()).collect()
        };
        // A long name of nothing but these has more ways than anybody would type.
        all = all.iter().flat_map(longer).take(MOST_SPELLINGS).collect();
    }
    all
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
        assert_eq!(words, "涧西区 jianxidistrict jianxiqu jxq 涧西 jianxi jx");
    }

    #[test]
    fn each_reading_of_a_character_finds_its_name() {
        let found = |zh: &str, word: &str| {
            words_for([&localized(zh, ""), &localized(zh, "")]).split(' ').any(|one| one == word)
        };
        for word in ["changan", "zhangan", "ca", "za"] {
            assert!(found("长安", word), "{word}");
        }
        for word in ["zhongdu", "chongdu", "zhongdou"] {
            assert!(found("重都", word), "{word}");
        }
        assert_eq!(spellings(&"长".repeat(300)).len(), MOST_SPELLINGS);
        assert!(found("乐平", "leping") && found("乐平", "yueping"));
    }

    #[test]
    fn marks_and_spaces_are_left_out() {
        assert_eq!(squeezed("Xi’gong · Lü"), "xigonglv");
    }
}
