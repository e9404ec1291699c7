//! Words that are wrong: numbers of no fact, statements that lag behind, texts that are not for readers; and warnings.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use data_story::data::{Edition, PUBLISHED, check_dir, inspect, record};
use data_story::model::Lang;
use data_story::text::number_of;
use invalid::{Edit, Invalid, check, check_each};

#[test]
fn every_numeral_of_either_language_needs_a_fact() {
    let zh = "三百户 五年 百分之五十 两千家 第十四届 三分之一 三成 一半 ２０２４年 三百个 六位 四所 八人 一百二十个 过半 翻番 数十家";
    let en = "forty-three|a hundred|two-thirds|a dozen|half|thirty|fifty percent|five-year|doubled|the third|dozens";
    let rows = zh.split(' ').map(|words| ("去年修了{quays-done}", "去年修了", words, "zh"));
    let rows =
        rows.chain(en.split('|').map(|words| ("Last year it was {quays-done};", "Last year it was ", words, "en")));
    for (old, new, words, lang) in rows {
        let invalid = Invalid::new(&[("chapters.json", old, &format!("{new}{words}"))]);
        let list: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
        let key = format!("chapters[1].told.dek.{lang}: expected every number to be a fact");
        assert!(list.len() == 1 && list[0].contains(&key), "{words}: {list:#?}");
    }
}

#[test]
fn what_the_story_lists_as_a_name_is_no_number() {
    let prose = ("chapters.json", "去年修了{quays-done}", "去年在三门峡修了{quays-done}");
    let zh = ("chapters.json", r#""zh": ["半格","#, r#""zh": ["三门峡", "半格","#);
    check(&[prose, zh], &[]);
    check(&[prose], &[("chapters.json", "chapters[1].told.dek.zh", "if a name holds it", "去年在三门峡")]);
}

#[test]
fn words_in_braces_are_true_of_the_value() {
    let words = |words: &str| format!("{{quays-planned|{words}}}");
    for (said, holds) in [
        ("Nine quays", true),
        ("Nearly ten quays", true),
        ("At least nine quays", true),
        ("Eight to ten quays", true),
        ("More than nine quays", false),
        ("A dozen quays", false),
        ("Two-thirds of the quays", false),
        ("Ninety quays", false),
    ] {
        let invalid = Invalid::new(&[("chapters.json", "{quays-planned|Nine quays}", &words(said))]);
        assert_eq!(invalid.faults().is_empty(), holds, "{said}: {:#?}", invalid.faults());
    }
    for (said, holds) in [
        ("九座码头", true),
        ("近十座码头", true),
        ("两百多座码头", false),
        ("１５座码头", false),
        ("过半码头", false),
    ] {
        let invalid = Invalid::new(&[("chapters.json", "{quays-planned|9座码头}", &words(said))]);
        assert_eq!(invalid.faults().is_empty(), holds, "{said}: {:#?}", invalid.faults());
    }
}

#[test]
#[rustfmt::skip] // rows
fn a_statement_says_the_value_of_its_fact_and_no_other_number() {
    check_each(&[
        (("facts.json", "今年要再修9座码头。", "今年要再修8座码头。"),
         ("facts[8].statement.zh", "expected words that say 9, the value of `quays-planned`, found `8`", "今年要再修8座码头。")),
        (("facts.json", "Nine more quays are", "More quays are"),
         ("facts[8].statement.en", "expected words that say 9, the value of `quays-planned`, found none", "今年要再修9座码头。")),
        (("facts.json", "其余7座没有写名字。", "其余7座、65户没有写名字。"),
         ("facts[15].statement.zh", "found `65` in the statement of `quays-rest`; name the fact in `says`", "65户")),
        (("facts.json", "月牙码头已经修好。", "八座码头已经修好。"),
         ("facts[11].statement.zh", "found `八` in the statement of `moon-quay-work`", "八座码头")),
        (("facts.json", "\"id\": \"lamps-dark\",", "\"id\": \"lamps-dark\",\n      \"says\": [\"walls\"],"),
         ("facts[29].says[0]", "expected a fact whose number the statement says, found `walls`; take it out", "\"says\"")),
        (("facts.json", "\"id\": \"lamps-dark\",", "\"id\": \"lamps-dark\",\n      \"no_numbers\": [\"四城\"],"),
         ("facts[29].no_numbers[0]", "expected words of the statement, found `四城`", "\"no_numbers\"")),
    ]);
}

#[test]
fn a_value_that_changes_takes_every_statement_of_it_along() {
    let value = ("facts.json", r#""value": 14,"#, r#""value": 15,"#);
    let printed = ("facts.json", r#""printed": "14班""#, r#""printed": "15班""#);
    let marker = "今年夜航船要开到14班。";
    check(
        &[value, printed],
        &[
            ("facts.json", "facts[30].statement.zh", "expected words that say 15", marker),
            ("facts.json", "facts[30].statement.en", "expected words that say 15", marker),
        ],
    );
}

#[test]
fn a_statement_may_say_the_number_of_another_fact_that_it_names() {
    let words = ("facts.json", "月牙码头已经修好。", "60段海堤边的月牙码头已经修好。");
    check(&[words], &[("facts.json", "facts[11].statement.zh", "found `60`", "60段海堤边")]);
    check(
        &[
            words,
            (
                "facts.json",
                "\"id\": \"moon-quay-work\",",
                "\"id\": \"moon-quay-work\",\n      \"says\": [\"walls\"],",
            ),
        ],
        &[],
    );
}

#[test]
#[rustfmt::skip] // rows
fn what_is_printed_is_the_date_of_its_fact() {
    check_each(&[
        (("facts.json", r#""printed": "3月9日""#, r#""printed": "3月8日""#),
         ("facts[19].printed", "found `3月8日`, whose 8 is no part of it", "3月8日")),
    ]);
}

#[test]
fn an_english_ordinal_ends_as_its_number_does() {
    let unit = r#"{"id": "craft", "zh": "种手艺", "en": {"one": "craft", "other": "crafts"}}"#;
    let ordinal =
        unit.replace("\"craft\", \"other\": \"crafts\"}", "\"st craft\", \"other\": \"th craft\"}, \"tight\": true");
    // Four crafts are the 4th; the two others are the 2nd, and no 2th.
    let story = check_dir(&Invalid::new(&[("facts.json", unit, &ordinal)]).0).unwrap();
    let shown =
        |id: &str| number_of(&story, story.fact_named(id).unwrap(), Lang::En).map(|number| number.to_string());
    assert_eq!([shown("crafts"), shown("crafts-rest")], [Some("4th craft".into()), Some("2nd craft".into())]);
}

#[test]
#[rustfmt::skip] // rows
fn texts_are_for_readers() {
    check_each(&[
        (("chapters.json", r#""en": "First the light""#, r#""en": "   ""#),
         ("chapters[2].told.steps[0].title.en", "found nothing but white space", r#""en": "   ""#)),
        (("chapters.json", r#""en": "First the light""#, r#""en": "TODO""#),
         ("chapters[2].told.steps[0].title.en", "expected words for readers, found `TODO`", "TODO")),
        (("chapters.json", r#""en": "First the light""#, r#""en": "First\u0000the light""#),
         ("chapters[2].told.steps[0].title.en", "characters that can be seen, found U+0000", "u0000")),
        (("facts.json", "月牙码头已经修好。", "月牙\u{202e}码头已经修好。"),
         ("facts[11].statement.zh", "found U+202E; delete it", "月牙\u{202e}码头")),
        (("chapters.json", "{quays-done}，", "｛quays-done｝，"),
         ("chapters[1].told.dek.zh", "expected the half-width braces { and } around a fact, found ｛", "｛quays-done")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_category_has_a_shape_that_maps_draw() {
    check_each(&[
        (("places.json", r#""shape": "circle""#, r#""shape": "bar""#),
         ("categories[1].shape", "expected a shape that maps draw, found bar, which is for charts; free: ", r#""Quays""#)),
    ]);
}

#[test]
fn a_place_that_no_map_can_show_is_a_fault() {
    let free =
        ("places.json", "\"point\": [85.56, -20.16],\n        \"radius\": 100,\n        \"within\": \"upper\"");
    for (point, says) in [
        ("[116.4, 39.9]", "which no map shows; mend the point"),
        ("[-20.16, 85.56]", "which no map shows; longitude comes first: [85.56, -20.16]"),
    ] {
        let new = format!("\"point\": {point},\n        \"radius\": 100");
        check(
            &[(free.0, free.1, &new)],
            &[("places.json", "places[1].location.point", says, &format!("\"point\": {point}"))],
        );
    }
    let new = "\"point\": [20.16, 111.8],\n        \"radius\": 100,\n        \"within\": \"upper\"";
    let invalid = Invalid::new(&[(free.0, free.1, new)]);
    assert!(
        invalid.faults()[0].message.contains("in degrees, found 20.16 and 111.8; they seem to be swapped"),
        "{:#?}",
        invalid.faults()
    );
    // Nothing is wrong with a place that lies in a region and does not say so.
    check(&[(free.0, free.1, "\"point\": [85.56, -20.16],\n        \"radius\": 100")], &[]);
}

/// The warnings about a story with these edits, which has no fault.
#[track_caller]
fn warnings(edits: &[Edit]) -> Vec<String> {
    let invalid = Invalid::new(edits);
    let (story, warnings) = inspect(&invalid.0, Edition::default());
    assert_eq!(story.err(), None);
    let folder = format!("{}/", invalid.0.display());
    warnings.iter().map(|warning| warning.to_string().replace(&folder, "")).collect()
}

/// There is one warning, with this number, at this key, about this.
#[track_caller]
fn warned(edits: &[Edit], number: &str, key: &str, says: &str) {
    let list = warnings(edits);
    let is_it = |line: &String| {
        line.starts_with(&format!("{number}: ")) && line.contains(&format!(": {key}: ")) && line.contains(says)
    };
    assert!(list.len() == 1 && is_it(&list[0]), "expected {number} {key} {says}, found {list:#?}");
}

const LONELY: Edit = ("chapters.json", r#""figures": ["quays-chart"]"#, r#""figures": []"#);
const HEAD: &str = r#""subhead_first": ["en"],"#;

#[test]
fn what_may_be_meant_is_a_warning() {
    assert_eq!(warnings(&[]), [""; 0]);
    warned(&[LONELY], "W3", "figures[2].id", "found `quays-chart`, which is on no page");
    warned(
        &[
            ("chapters.json", r#""zh": "叁""#, r#""zh": "陆""#),
            ("chapters.json", r#""zh": "肆""#, r#""zh": "柒""#),
            ("chapters.json", r#""zh": "伍""#, r#""zh": "捌""#),
            ("chapters.json", r#", "en": "3"}"#, r#", "en": "6"}"#),
            ("chapters.json", r#""en": "4"}"#, r#""en": "7"}"#),
            ("chapters.json", r#""en": "5"}"#, r#""en": "8"}"#),
        ],
        "W5",
        "chapters[3].numeral.zh",
        "expected the numeral after `贰`, found `陆`",
    );
    warned(
        &[("chapters.json", r#""zh": ["半格","#, r#""zh": ["三门峡", "半格","#)],
        "W1",
        "story.no_numbers.zh[0]",
        "found `三门峡`",
    );
    warned(
        &[("chapters.json", r#""en": "First the light""#, r#""en": "先点灯的地方""#)],
        "W8",
        "chapters[2].told.steps[0].title.en",
        "expected English",
    );
    warned(
        &[("chapters.json", r#""zh": "先点灯""#, r#""zh": "First the light""#)],
        "W8",
        "chapters[2].told.steps[0].title.zh",
        "expected Chinese",
    );
    let night = ("places.json", "\"id\": \"lampford\",\n      \"name\"", "\"id\": \"lampford\",\n      \"name\"");
    let place = spoilt_place();
    warned(&[night, ("places.json", "  \"places\": [\n", &place)], "W4", "places[0].id", "found `lonely`");
}

/// A place that nothing names, before all others.
fn spoilt_place() -> String {
    let name = r#"{"zh": "孤岛", "en": "Lonely"}"#;
    format!(
        "  \"places\": [\n{{\"id\": \"lonely\", \"name\": {name}, \"short\": {name}, \"location\": {{\"precision\": \"whole\"}}}},\n"
    )
}

#[test]
fn a_warning_that_is_meant_is_silent_and_one_that_is_not_there_is_told() {
    let meant =
        |about: &str| format!(r#""meant": [{{"warning": "W3", "about": "{about}", "why": "下一章要用。"}}], {HEAD}"#);
    assert_eq!(warnings(&[LONELY, ("chapters.json", HEAD, &meant("quays-chart"))]), [""; 0]);
    warned(
        &[("chapters.json", HEAD, &meant("quays-chart"))],
        "W2",
        "story.meant[0]",
        "found W3 about `quays-chart`; take it out",
    );
}

#[test]
fn an_id_that_was_published_does_not_vanish_unnoticed() {
    let copy = Invalid::new(&[]);
    let story = check_dir(&copy.0).unwrap();
    // What an earlier list has stays on it: `landings` was renamed, `old-harbour` forgotten.
    std::fs::write(copy.0.join(PUBLISHED), "landings\nold-harbour\n").unwrap();
    std::fs::write(copy.0.join(PUBLISHED), record(&copy.0, &story)).unwrap();
    let (_, warnings) = inspect(&copy.0, Edition::default());
    let list = copy.text(PUBLISHED);
    assert!(list.contains("\nmoon-quay\n") && list.contains("map-quays\n"), "{list}");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert_eq!((warnings[0].number(), warnings[0].about.as_str()), ("W9", "old-harbour"));
    assert_eq!(warnings[0].at.line, copy.line_of(PUBLISHED, "old-harbour"));
}

#[test]
fn a_chart_wider_than_a_phone_and_parts_of_one_colour_are_warned_of() {
    let copy = Invalid::new(&[]);
    let mut figures: serde_json::Value = serde_json::from_str(&copy.text("figures.json")).unwrap();
    let measures = figures["figures"][6]["bars"]["measures"].as_array_mut().unwrap();
    while measures.len() < 6 {
        let mut one = measures[0].clone();
        one["id"] = format!("m{}", measures.len()).into();
        measures.push(one);
    }
    // Nine parts; that they no longer make the total is a fault besides.
    let parts = measures[0]["parts"].as_array_mut().unwrap();
    while parts.len() < 9 {
        parts.push(parts[0].clone());
    }
    std::fs::write(copy.0.join("figures.json"), figures.to_string()).unwrap();
    let (_, warnings) = inspect(&copy.0, Edition::default());
    let list: Vec<_> = warnings.iter().map(|warning| (warning.number(), warning.about.as_str())).collect();
    assert_eq!(list, [("W6", "walls-bars"), ("W7", "walls-bars")]);
}

#[test]
#[rustfmt::skip] // rows
fn an_ending_is_held_to_its_facts_and_says_something() {
    check_each(&[
        (("chapters.json", "{quays-planned|nine} quays are", "{quays-planned|ten} quays are"),
         ("story.ending.findings[0].en", "quays-planned", "{quays-planned|ten} quays are")),
        (("chapters.json", "码头和海堤有数，", "三座码头有数，"),
         ("story.ending.title.zh", "expected every number to be a fact", "三座码头有数，")),
        (("chapters.json", "{crafts-rest-not-given|some crafts", "{crafts-rest-not-known|some crafts"),
         ("story.ending.findings[1].en", "the id of a fact in facts.json, found `crafts-rest-not-known`", "{crafts-rest-not-known|some")),
    ]);
    // It can be left out, but not left empty.
    let invalid = Invalid::new(&[]);
    let text = invalid.text("chapters.json");
    let (before, rest) = text.split_once("\"findings\": [").unwrap();
    let (_, after) = rest.split_once("\n      ]").unwrap();
    std::fs::write(invalid.0.join("chapters.json"), format!("{before}\"findings\": []{after}")).unwrap();
    let faults: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
    assert!(faults.len() == 1 && faults[0].contains("story.ending.findings"), "{faults:#?}");
}
