//! Titles and their room: said by the check with what would fit, and the same as the style sheets have it.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use data_story::data::{Edition, inspect};
use data_story::model::Lang;
use data_story::text::{Face, TitleRoom, width};
use invalid::{Edit, Invalid};

/// The warnings of the second story with this edit.
fn warnings(edit: Edit) -> Vec<String> {
    let invalid = Invalid::new(&[edit]);
    inspect(&invalid.0, Edition::default()).1.iter().map(ToString::to_string).collect()
}

#[test]
fn a_title_without_room_is_warned_of_with_the_room_and_what_would_fit() {
    let long = "how the walls were mended, section by section, and by whom ".repeat(4);
    let rows: [(Edit, &str, &str); 4] = [
        (
            (
                "chapters.json",
                r#""headline": {"zh": "灯津", "en": "Lampford"}"#,
                r#""headline": {"zh": "灯津", "en": "Northumberland"}"#,
            ),
            "story.headline.en: expected a title that has room in the head of the page, found `Northumberland`",
            "shorten it to about 9 letters",
        ),
        (
            (
                "chapters.json",
                r#""headline": {"zh": "灯津", "en": "Lampford"}"#,
                r#""headline": {"zh": "西双版纳", "en": "Lampford"}"#,
            ),
            "story.headline.zh: expected a title that has room in the head of the page, found `西双版纳`",
            "shorten it to about 3 characters",
        ),
        (
            ("chapters.json", "{walls} of sea wall", &format!("{{walls}} of sea wall: {long}")),
            "chapters[5].told.title.en: expected a title that has room in the picture for sharing, found `",
            "shorten it to about ",
        ),
        (
            ("figures.json", "has {walls-upper-share} of the sections", &format!("has {{walls-upper-share}} {long}")),
            "figures[6].title.en: expected a title that has room in a frame of 320 pixels, found `",
            "shorten it to about ",
        ),
    ];
    for (edit, says, fits) in rows {
        let list = warnings(edit);
        let is_it =
            list.len() == 1 && list[0].starts_with("W12: ") && list[0].contains(says) && list[0].contains(fits);
        assert!(is_it, "expected {says}, {fits}: {list:#?}");
    }
}

/// The value of a property in a rule of a sheet, after this text of it.
fn rem(sheet: &str, after: &[&str]) -> f64 {
    let text = std::fs::read_to_string(format!("style/{sheet}")).unwrap();
    let rest =
        after.iter().fold(text.as_str(), |rest, one| rest.split_once(one).unwrap_or_else(|| panic!("{one}")).1);
    rest.split_once("rem").unwrap().0.trim().parse::<f64>().unwrap() * 16.0
}

#[test]
fn the_rooms_of_headlines_are_those_of_the_style_sheets() {
    assert_eq!(TitleRoom::head(Lang::Zh).size, rem("tokens.css", &["--h1:"]));
    assert_eq!(TitleRoom::long_head(Lang::Zh).size, rem("opening.css", &[".large.long { font-size:"]));
    assert_eq!(TitleRoom::long_head(Lang::En).size, rem("opening.css", &[".large.long:lang(en) { font-size:"]));
    let sheet = std::fs::read_to_string("style/opening.css").unwrap();
    let columns = sheet.split_once("(min-width: 82.5em)").unwrap().1.split_once("minmax(").unwrap().1;
    let column: f64 = columns.split_once("px").unwrap().0.parse().unwrap();
    assert_eq!(TitleRoom::head(Lang::Zh).width, column + 20.0, "column and gap");
    // 6.9 hundredths of the narrowest window with two columns.
    assert!((TitleRoom::head(Lang::En).size - 0.069 * 1320.0).abs() < 0.5);
}

#[test]
fn letters_of_a_long_headline_shrink_until_it_fits_and_those_of_a_short_one_do_not() {
    for (lang, short, long) in [(Lang::Zh, "洛阳", "石家庄"), (Lang::En, "Luoyang", "Lampford")] {
        assert_eq!(TitleRoom::head(lang).taken(short), 1);
        assert_eq!(TitleRoom::head(lang).taken(long), 2);
        let room = TitleRoom::long_head(lang);
        assert!(width(long, room.size, Face::Regular) <= room.width);
    }
}
