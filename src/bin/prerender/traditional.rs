//! How the characters of names are written in traditional Chinese, for the search.

use std::collections::BTreeSet;

use data_story::model::Story;

/// The Han characters that most texts are written with.
const HAN: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// Each traditional character followed by the simplified one that some name of a place or category has.
pub fn traditional(story: &Story) -> String {
    let subjects = story.subjects().flat_map(|subject| [subject.name(), subject.short()]);
    let categories = story.places.categories.iter().map(|category| &category.name);
    let known: BTreeSet<char> = subjects.chain(categories).flat_map(|name| name.zh.chars()).collect();
    let pair = |from: char| {
        let simplified = fast2s::convert(&from.to_string()).chars().next()?;
        (simplified != from && known.contains(&simplified)).then_some([from, simplified])
    };
    HAN.filter_map(pair).flatten().collect()
}
