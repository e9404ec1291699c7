//! What a map shows at the moment, in words: one grammar for both languages, from counts and names alone, so that
//! the browser can say it as well as the build.

use crate::model::Lang;

/// What there is to say of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapSummary<'a> {
    /// The story's divisions; none where the map does not tell them apart.
    pub regions: usize,
    /// Those that are seen.
    pub regions_in_sight: usize,
    /// Those that are seen and have a place that is seen.
    pub regions_with_places: usize,
    /// The places in them; others lie elsewhere, or nobody says in which division.
    pub places_in_regions: usize,
    /// Each category in sight with its places.
    pub categories: Vec<(&'a str, usize)>,
    /// The cities in sight.
    pub cities: usize,
    /// The places that could not be drawn.
    pub off_map: usize,
    /// What shades the divisions, and how many have a figure.
    pub measure: Option<(&'a str, usize)>,
    /// The layers that were switched off.
    pub hidden: Vec<&'a str>,
}

/// What the map shows, in one to three sentences.
pub fn describe(map: &MapSummary<'_>, lang: Lang) -> String {
    let mut words = String::new();
    let parts = [
        whereabouts(map, lang),
        elsewhere(map, lang),
        by_category(map, lang),
        cities(map, lang),
        off_map(map, lang),
        pick(lang, "。", ".").into(),
        measure(map, lang),
        listed(lang, pick(lang, "没有显示：", "Not shown: "), &map.hidden),
    ];
    parts.iter().for_each(|part| words.push_str(part));
    words
}

impl MapSummary<'_> {
    /// All places in sight.
    fn places(&self) -> usize {
        self.categories.iter().map(|(_, count)| count).sum()
    }

    /// The places in sight that are not assigned to a division.
    fn others(&self) -> usize {
        if self.regions == 0 { 0 } else { self.places().saturating_sub(self.places_in_regions) }
    }
}

fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The number with the English form of what it counts.
fn counted(count: usize, one: &str, other: &str) -> String {
    [count.to_string().as_str(), " ", if count == 1 { one } else { other }].concat()
}

fn places(count: usize) -> String {
    counted(count, "place", "places")
}

/// How many divisions there are, how many are seen, and how many have places.
fn whereabouts(map: &MapSummary<'_>, lang: Lang) -> String {
    let with = map.regions_with_places;
    let (all, seen, some) = (map.regions.to_string(), map.regions_in_sight.to_string(), with.to_string());
    let inside = map.places_in_regions.to_string();
    if map.regions == 0 {
        let count = map.places();
        return match (lang, count) {
            (Lang::Zh, 0) => "图上没有地点".into(),
            (Lang::Zh, _) => ["图上有", &count.to_string(), "处地点"].concat(),
            (Lang::En, 0) => "The map shows no places".into(),
            (Lang::En, _) => ["The map shows ", &places(count)].concat(),
        };
    }
    if map.regions_in_sight < map.regions {
        let shows = match lang {
            Lang::Zh => ["图上有", &all, "个区县中的", &seen, "个"].concat(),
            Lang::En => ["The map shows ", &seen, " of ", &counted(map.regions, "division", "divisions")].concat(),
        };
        let have = match (lang, with) {
            (Lang::Zh, 0) => "，其中没有地点".into(),
            (Lang::Zh, _) => ["，其中", &some, "个有", &inside, "处地点"].concat(),
            (Lang::En, 0) => ", none with a place".into(),
            (Lang::En, _) => ["; ", &counted(with, "has", "have"), " ", &places(map.places_in_regions)].concat(),
        };
        return shows + &have;
    }
    match (lang, map.regions, with) {
        (Lang::Zh, 1, 0) => "这个区县没有地点".into(),
        (Lang::Zh, 1, _) => ["这个区县有", &inside, "处地点"].concat(),
        (Lang::Zh, _, 0) => [&all, "个区县都没有地点"].concat(),
        (Lang::Zh, regions, _) if regions == with => [&all, "个区县都有地点，共", &inside, "处"].concat(),
        (Lang::Zh, ..) => [&all, "个区县中，", &some, "个有", &inside, "处地点"].concat(),
        (Lang::En, 1, 0) => "The one division has no places".into(),
        (Lang::En, 1, _) => ["The one division has ", &places(map.places_in_regions)].concat(),
        (Lang::En, _, 0) => ["None of the ", &all, " divisions has a place"].concat(),
        (Lang::En, regions, _) if regions == with => {
            ["All ", &all, " divisions have places, ", &inside, " in all"].concat()
        }
        (Lang::En, ..) => {
            let have = counted(with, "has", "have");
            ["Of ", &all, " divisions, ", &have, " ", &places(map.places_in_regions)].concat()
        }
    }
}

/// The places that are not assigned to a division.
fn elsewhere(map: &MapSummary<'_>, lang: Lang) -> String {
    match (lang, map.others()) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => ["，另有", &count.to_string(), "处未归入区县"].concat(),
        (Lang::En, count) => ["; ", &counted(count, "more is", "more are"), " not assigned to a division"].concat(),
    }
}

/// The places by category; after a clause on some of them it says that all are meant.
fn by_category(map: &MapSummary<'_>, lang: Lang) -> String {
    let (count, split) = (map.places(), map.others() > 0);
    let mut shown = map.categories.iter().filter(|(_, count)| *count > 0);
    let Some((first, _)) = shown.clone().next() else { return String::new() };
    if shown.nth(1).is_none() {
        let under = match (lang, count) {
            (Lang::Zh, 1) => "属“",
            (Lang::Zh, _) => "都属“",
            (Lang::En, 1) => "under “",
            (Lang::En, 2) => "both under “",
            (Lang::En, _) => "all under “",
        };
        let mark = if split { pick(lang, "；", "; ") } else { pick(lang, "，", ", ") };
        return [mark, under, first, "”"].concat();
    }
    let one = |(name, count): &(&str, usize)| match lang {
        Lang::Zh => [name, count.to_string().as_str(), "处"].concat(),
        Lang::En => [name, " ", count.to_string().as_str()].concat(),
    };
    let each: Vec<String> = map.categories.iter().filter(|(_, count)| *count > 0).map(one).collect();
    let mark = if split { pick(lang, "；合计", "; in all: ") } else { pick(lang, "：", ": ") };
    [mark, &each.join(pick(lang, "、", ", "))].concat()
}

fn cities(map: &MapSummary<'_>, lang: Lang) -> String {
    match (lang, map.cities) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => ["；标出", &count.to_string(), "座城市"].concat(),
        (Lang::En, count) => ["; ", &counted(count, "city is", "cities are"), " marked"].concat(),
    }
}

fn off_map(map: &MapSummary<'_>, lang: Lang) -> String {
    let more = map.places() > 0;
    match (lang, map.off_map) {
        (_, 0) => String::new(),
        (Lang::Zh, count) => [if more { "；另有" } else { "；有" }, &count.to_string(), "处不在图上"].concat(),
        (Lang::En, count) => {
            let [one, other] = if more { ["more is", "more are"] } else { ["is", "are"] };
            ["; ", &counted(count, one, other), " not on the map"].concat()
        }
    }
}

/// Of how many divisions the measure says something.
fn measure(map: &MapSummary<'_>, lang: Lang) -> String {
    let Some((name, given)) = map.measure else { return String::new() };
    let (all, some) = (counted(map.regions, "division", "divisions"), given.to_string());
    match lang {
        Lang::Zh => {
            let all = map.regions.to_string();
            let said = match given {
                0 => "区县都没有数。".into(),
                _ if given == map.regions => [&all, "个区县都有数。"].concat(),
                _ => [&all, "个区县中，", &some, "个有数。"].concat(),
            };
            ["“", name, "”：", &said].concat()
        }
        Lang::En => {
            let said = match given {
                0 => "no figures.".into(),
                _ if given == map.regions => ["figures for all ", &all, "."].concat(),
                _ => ["figures for ", &some, " of ", &all, "."].concat(),
            };
            [" “", name, "”: ", &said].concat()
        }
    }
}

/// A sentence of names; none without a name.
fn listed(lang: Lang, head: &str, names: &[&str]) -> String {
    if names.is_empty() {
        return String::new();
    }
    [pick(lang, "", " "), head, &names.join(pick(lang, "、", ", ")), pick(lang, "。", ".")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fourteen divisions in sight, six of which hold all of six places in two categories.
    fn whole() -> MapSummary<'static> {
        MapSummary {
            regions: 14,
            regions_in_sight: 14,
            regions_with_places: 4,
            places_in_regions: 6,
            categories: vec![("甲", 2), ("乙", 4)],
            ..MapSummary::default()
        }
    }

    #[track_caller]
    fn check(map: &MapSummary<'_>, zh: &str, en: &str) {
        assert_eq!(describe(map, Lang::Zh), zh);
        assert_eq!(describe(map, Lang::En), en);
    }

    #[test]
    fn divisions_places_and_categories_are_counted() {
        check(&whole(), "14个区县中，4个有6处地点：甲2处、乙4处。", "Of 14 divisions, 4 have 6 places: 甲 2, 乙 4.");
    }

    #[test]
    fn one_of_a_kind_is_said_in_the_singular() {
        let one =
            MapSummary { regions_with_places: 1, places_in_regions: 1, categories: vec![("甲", 1)], ..whole() };
        check(&one, "14个区县中，1个有1处地点，属“甲”。", "Of 14 divisions, 1 has 1 place, under “甲”.");
        let lone = MapSummary { regions: 1, regions_in_sight: 1, ..one };
        check(&lone, "这个区县有1处地点，属“甲”。", "The one division has 1 place, under “甲”.");
        let bare = MapSummary { regions_with_places: 0, places_in_regions: 0, categories: vec![], ..lone };
        check(&bare, "这个区县没有地点。", "The one division has no places.");
    }

    #[test]
    fn a_map_without_places_says_so() {
        let none = MapSummary { regions_with_places: 0, places_in_regions: 0, categories: vec![], ..whole() };
        check(&none, "14个区县都没有地点。", "None of the 14 divisions has a place.");
        let off = MapSummary { off_map: 3, ..none.clone() };
        check(
            &off,
            "14个区县都没有地点；有3处不在图上。",
            "None of the 14 divisions has a place; 3 are not on the map.",
        );
        let switched_off = MapSummary { categories: vec![("甲", 0)], ..none };
        check(&switched_off, "14个区县都没有地点。", "None of the 14 divisions has a place.");
    }

    #[test]
    fn places_in_every_division_are_told_together() {
        let all = MapSummary { regions: 4, regions_in_sight: 4, ..whole() };
        check(&all, "4个区县都有地点，共6处：甲2处、乙4处。", "All 4 divisions have places, 6 in all: 甲 2, 乙 4.");
    }

    #[test]
    fn one_category_alone_is_named_and_not_counted_again() {
        let some = MapSummary { categories: vec![("甲", 6), ("乙", 0)], ..whole() };
        check(&some, "14个区县中，4个有6处地点，都属“甲”。", "Of 14 divisions, 4 have 6 places, all under “甲”.");
        let two =
            MapSummary { regions_with_places: 2, places_in_regions: 2, categories: vec![("甲", 2)], ..whole() };
        check(&two, "14个区县中，2个有2处地点，都属“甲”。", "Of 14 divisions, 2 have 2 places, both under “甲”.");
    }

    #[test]
    fn places_that_belong_to_no_division_are_kept_apart() {
        let two = MapSummary { places_in_regions: 4, ..whole() };
        check(
            &two,
            "14个区县中，4个有4处地点，另有2处未归入区县；合计甲2处、乙4处。",
            "Of 14 divisions, 4 have 4 places; 2 more are not assigned to a division; in all: 甲 2, 乙 4.",
        );
        let one = MapSummary { places_in_regions: 5, categories: vec![("甲", 6)], ..whole() };
        check(
            &one,
            "14个区县中，4个有5处地点，另有1处未归入区县；都属“甲”。",
            "Of 14 divisions, 4 have 5 places; 1 more is not assigned to a division; all under “甲”.",
        );
    }

    #[test]
    fn what_is_not_drawn_is_counted_too() {
        check(
            &MapSummary { off_map: 3, ..whole() },
            "14个区县中，4个有6处地点：甲2处、乙4处；另有3处不在图上。",
            "Of 14 divisions, 4 have 6 places: 甲 2, 乙 4; 3 more are not on the map.",
        );
        check(
            &MapSummary { off_map: 1, ..whole() },
            "14个区县中，4个有6处地点：甲2处、乙4处；另有1处不在图上。",
            "Of 14 divisions, 4 have 6 places: 甲 2, 乙 4; 1 more is not on the map.",
        );
    }

    #[test]
    fn a_part_of_the_land_says_of_how_many_divisions() {
        let part = MapSummary { regions_in_sight: 5, ..whole() };
        check(
            &part,
            "图上有14个区县中的5个，其中4个有6处地点：甲2处、乙4处。",
            "The map shows 5 of 14 divisions; 4 have 6 places: 甲 2, 乙 4.",
        );
        let bare = MapSummary {
            regions_in_sight: 1,
            regions_with_places: 0,
            places_in_regions: 0,
            categories: vec![],
            ..whole()
        };
        check(&bare, "图上有14个区县中的1个，其中没有地点。", "The map shows 1 of 14 divisions, none with a place.");
    }

    #[test]
    fn a_map_that_tells_no_divisions_apart_counts_places_and_cities() {
        let cities = MapSummary { cities: 5, ..MapSummary::default() };
        check(&cities, "图上没有地点；标出5座城市。", "The map shows no places; 5 cities are marked.");
        let both = MapSummary { cities: 1, categories: vec![("甲", 3)], ..MapSummary::default() };
        check(
            &both,
            "图上有3处地点，都属“甲”；标出1座城市。",
            "The map shows 3 places, all under “甲”; 1 city is marked.",
        );
    }

    #[test]
    fn a_shaded_map_says_for_how_many_divisions_there_is_a_figure() {
        let rows = [
            (0, "“丙”：区县都没有数。", " “丙”: no figures."),
            (1, "“丙”：14个区县中，1个有数。", " “丙”: figures for 1 of 14 divisions."),
            (14, "“丙”：14个区县都有数。", " “丙”: figures for all 14 divisions."),
        ];
        for (given, zh, en) in rows {
            let shaded = MapSummary { measure: Some(("丙", given)), ..whole() };
            let plain = |lang| describe(&whole(), lang);
            check(&shaded, &(plain(Lang::Zh) + zh), &(plain(Lang::En) + en));
        }
    }

    #[test]
    fn what_is_switched_off_closes_the_description() {
        let chosen = MapSummary { hidden: vec!["丁", "戊"], ..whole() };
        check(
            &chosen,
            "14个区县中，4个有6处地点：甲2处、乙4处。没有显示：丁、戊。",
            "Of 14 divisions, 4 have 6 places: 甲 2, 乙 4. Not shown: 丁, 戊.",
        );
    }
}
