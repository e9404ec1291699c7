//! The search for divisions and places: a combobox. All that can be found stands in a template, each with the words
//! that find it; what fits is copied into the list, so that a page of ten thousand places has no option that is not shown.

use std::collections::{HashMap, HashSet};

use contract::{attribute, class, id};
use leptos::prelude::*;
use pinyin::ToPinyin;

use crate::model::{ChapterMap, Lang, Localized, Place, PlaceId};
use crate::view::PageContext;
use crate::view::attr::attr;

/// The search field with its options; it answers once the page is alive.
///
/// A page with the whole story offers every place, one with a part of it what stands on the map.
pub fn search_box(context: PageContext, map: &'static ChapterMap) -> AnyView {
    let ui = context.ui();
    let regions = context.story.places.regions.iter().map(|region| (&region.id, &region.name, &region.short, None));
    let places = offered(context, map).map(|place| {
        let category = context.story.category_of(place).map(|category| context.words(&category.name));
        // A city beside ours is of no category.
        (&place.id, &place.name, &place.short, Some(category.unwrap_or("")))
    });
    let option = |(id, name, short, kind): (
        &'static PlaceId,
        &'static Localized,
        &'static Localized,
        Option<&'static str>,
    )| {
        let kind = kind.unwrap_or(ui.a_region());
        let other = name.get(context.lang.other());
        view! {
            <li role="option" id=id::option_of(id) aria-selected="false" {..attr(attribute::PLACE, id.to_string())} {..attr(attribute::FIND, words_for([name, short]))}>
                {context.words(name)}" "<small>{kind}" "<span lang=context.lang.other().tag()>{other}</span></small>
            </li>
        }
    };
    let [before, after] = ui.found_count();
    let categories = context.story.places.categories.iter().map(|category| context.words(&category.name));
    let kinds: Vec<&str> = std::iter::once(ui.a_region()).chain(categories).collect();
    view! {
        <div class=class::SEARCH_BOX role="search">
            <label for="find">{ui.find()}</label>
            <input
                id=id::FIND
                type="text"
                inputmode="search"
                enterkeyhint="search"
                role="combobox"
                aria-expanded="false"
                aria-controls="found"
                aria-autocomplete="list"
                autocomplete="off"
                spellcheck="false"
                placeholder=ui.find_how()
                disabled=""
            />
            <ul id=id::FOUND role="listbox" aria-label=ui.found() tabindex="-1" hidden=""></ul>
            <template id=id::FINDABLE>{regions.chain(places).map(option).collect_view()}</template>
            <p class=class::UNSEEN id=id::FOUND_COUNT role="status" {..attr(attribute::BEFORE, before)} {..attr(attribute::NEAR, ui.found_near())} {..attr(attribute::TOLD, ui.found_told())} {..attr(attribute::AFTER, after)} {..attr(attribute::NOTHING, ui.found_nothing(&kinds))}></p>
        </div>
    }
    .into_any()
}

/// The places that a search offers after all regions.
fn offered(context: PageContext, map: &'static ChapterMap) -> impl Iterator<Item = &'static Place> {
    let on_map: HashSet<&PlaceId> = map.all_places().collect();
    let whole = context.page.anchor().is_none();
    context.story.places.places.iter().filter(move |place| whole || on_map.contains(&place.id))
}

/// Which option of a search each region and place is.
pub fn options(context: PageContext, map: &'static ChapterMap) -> HashMap<&'static PlaceId, usize> {
    let regions = context.story.places.regions.iter().map(|region| &region.id);
    let all = regions.chain(offered(context, map).map(|place| &place.id));
    all.enumerate().map(|(index, id)| (id, index)).collect()
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
