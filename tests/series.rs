//! A fact with a number for each of several years: checked, told, drawn and written.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::collections::BTreeSet;
use std::path::Path;

use data_story::data::{check_dir, downloads, figure_downloads};
use data_story::layout::{Primitive, Role, Scene, SceneGroup, Stroke, Target, multiples_scene, series_scene, tenth};
use data_story::model::{Chart, Lang, Story};
use data_story::text::{number_of, shown_of};
use invalid::{Invalid, STORY, check_each};

const YEARS: &str =
    r#""series": [{"year": 1309, "value": 30}, {"year": 1310, "value": 36}, {"year": 1311, "value": 41}]"#;
const KEY: &str = "\"value\": 41,\n";

fn story() -> Story {
    check_dir(Path::new(STORY)).unwrap()
}

#[test]
#[rustfmt::skip] // rows
fn the_years_of_a_series_are_in_order_on_the_page_and_end_with_the_fact_s_own_value() {
    let at = |years: &str| format!(r#""series": [{years}]"#);
    let (turned, one) = (at(r#"{"year": 1310, "value": 36}, {"year": 1309, "value": 30}, {"year": 1311, "value": 41}"#), at(r#"{"year": 1311, "value": 41}"#));
    let other = at(r#"{"year": 1309, "value": 30}, {"year": 1310, "value": 37}, {"year": 1311, "value": 41}"#);
    check_each(&[
        (("facts.json", YEARS, &turned),
         ("facts[47].series", "at least two years, each once and in order, found 1310, 1309, 1311", &turned)),
        (("facts.json", YEARS, &other),
         ("facts[47].printed", "expected the number 37 of 1310 as the page prints it", "\"printed\": \"1309年补了30段")),
        (("facts.json", YEARS, &format!("{YEARS}, \"date\": {{\"by\": \"1311-12-31\"}}")),
         ("facts[47].date", "expected a series without `date`", YEARS)),
        (("figures.json", r#""series": {"rows": [{"fact": "walls-by-year""#, r#""series": {"rows": [{"fact": "walls""#),
         ("figures[9].series.rows[0].fact", "expected a fact with a `series`, found `walls`", r#""series": {"rows""#)),
    ]);
    let invalid = Invalid::new(&[("facts.json", YEARS, &one)]);
    let list: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
    assert!(list[0].contains("at least two years, each once and in order, found 1311"), "{list:#?}");
    let invalid = Invalid::new(&[("facts.json", KEY, "\"value\": 36,\n")]);
    let list: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
    assert!(list.iter().any(|line| line.contains("expected the value of the last year, 41, as the fact’s own, found 36")), "{list:#?}");
}

#[test]
#[rustfmt::skip] // rows
fn the_panels_of_small_multiples_are_several_each_of_a_fact_with_years_and_all_of_one_unit() {
    let stone = r#"{"fact": "walls-stone-by-year", "name": {"zh": "石埠", "en": "Stonequay"}},"#;
    let with = |old: &str, new: &str| stone.replace(old, new);
    let (none, twice, loose) = (with("walls-stone-by-year", "walls-stone"), with("walls-stone-by-year", "walls-upper-by-year"), with("石埠", "石埠14段"));
    check_each(&[
        (("figures.json", stone, &none),
         ("figures[10].multiples.panels[1].fact", "expected a fact with a `series`, found `walls-stone`", &none)),
        (("figures.json", stone, &twice),
         ("figures[10].multiples.panels[1].fact", "expected each fact in one panel, found `walls-upper-by-year` in two", &twice)),
        (("figures.json", stone, &loose),
         ("figures[10].multiples.panels[1].name.zh", "expected every number to be a fact", &loose)),
    ]);
    let unit = "\"unit\": \"section\",\n      \"printed\": \"1309年补了9段";
    let last = ",\n          {\"fact\": \"walls-other-by-year\", \"name\": {\"zh\": \"其余\", \"en\": \"The others\"}}";
    let others = format!(",\n          {}{last}", stone.trim_end_matches(','));
    for ((file, old, new), said) in [
        (("facts.json", unit, unit.replace("section", "pace")), "panels[1].fact: expected a fact counted in `section` as that of the first panel, since all have one scale, found `pace`"),
        (("figures.json", others.as_str(), String::new()), "panels: expected at least two panels, found 1"),
    ] {
        let list: Vec<String> = Invalid::new(&[(file, old, &new)]).faults().iter().map(ToString::to_string).collect();
        assert!(list.iter().any(|line| line.contains(said)), "{list:#?}");
    }
}

#[test]
fn a_series_is_told_with_its_last_number_in_prose_and_with_all_of_them_in_its_row() {
    let story = story();
    let fact = story.fact_named("walls-by-year").unwrap();
    assert_eq!(number_of(&story, fact, Lang::Zh).unwrap().to_string(), "41段");
    assert_eq!(shown_of(&story, fact, Lang::Zh).unwrap(), "1309年30段，1310年36段，1311年41段");
    assert_eq!(
        shown_of(&story, fact, Lang::En).unwrap(),
        "30 sections in 1309, 36 sections in 1310, 41 sections in 1311"
    );
    // Words may say any of its years and numbers, and no other.
    for (words, holds) in [("1310年的36段", true), ("1310年的37段", false)] {
        let new = format!("海堤{{walls-by-year|{words}}}之后今年补{{walls}}");
        let invalid = Invalid::new(&[("chapters.json", "海堤今年补{walls}", &new)]);
        assert_eq!(invalid.faults().is_empty(), holds, "{words}: {:#?}", invalid.faults());
    }
}

/// The middles of the dots, and how the lines between them are drawn.
fn drawn(scene: &Scene) -> (Vec<[f64; 2]>, Vec<Stroke>) {
    let primitives = scene.parts.iter().flat_map(|part| &part.primitives);
    let (mut dots, mut lines) = (Vec::new(), Vec::new());
    for primitive in primitives {
        match primitive {
            Primitive::Area(corners, _) if corners.len() == 4 => {
                dots.push([(corners[0].x + corners[2].x) / 2.0, (corners[0].y + corners[2].y) / 2.0]);
            }
            Primitive::Line(_, _, width, stroke) if *width == 1.5 => lines.push(*stroke),
            _ => {}
        }
    }
    (dots, lines)
}

#[test]
fn dots_stand_as_high_as_their_numbers_from_zero_and_as_far_apart_as_their_years() {
    let mut story = story();
    let spec = story.figures.figures.iter().find_map(|figure| match &figure.chart {
        Chart::Series(series) => Some(series.clone()),
        _ => None,
    });
    let spec = spec.unwrap();
    let (dots, lines) = drawn(&series_scene(&story, &spec, Lang::En, 656.0));
    // 30, 36 and 41 of the same height each.
    let zero = dots[2][1] + 96.0;
    for (dot, value) in dots.iter().zip([30.0, 36.0, 41.0]) {
        assert!(((zero - dot[1]) / 96.0 - value / 41.0).abs() < 1e-9, "{dots:?}");
    }
    assert!((dots[1][0] - dots[0][0] - (dots[2][0] - dots[1][0])).abs() < 1e-9, "{dots:?}");
    assert_eq!(lines, [Stroke::Solid, Stroke::Solid]);
    // Years between which the page gives none are as far apart as they are, and the line is no more than a guide.
    let index = story.facts.facts.iter().position(|fact| fact.id.as_str() == "walls-by-year").unwrap();
    story.facts.facts[index].series[2].year = 1314;
    let (dots, lines) = drawn(&series_scene(&story, &spec, Lang::En, 656.0));
    assert!((4.0 * (dots[1][0] - dots[0][0]) - (dots[2][0] - dots[1][0])).abs() < 1e-9, "{dots:?}");
    assert_eq!(lines, [Stroke::Solid, Stroke::Dotted]);
}

#[test]
fn all_panels_of_small_multiples_have_one_scale_and_show_the_lines_of_the_others() {
    let story = story();
    let spec = story.figures.figures.iter().find_map(|figure| match &figure.chart {
        Chart::Multiples(multiples) => Some(multiples.clone()),
        _ => None,
    });
    let spec = spec.unwrap();
    let values = [[14.0, 16.0, 17.0], [9.0, 11.0, 13.0], [7.0, 9.0, 11.0]];
    for (width, columns) in [(288.0, 2), (656.0, 3), (1400.0, 3)] {
        let scene = multiples_scene(&story, &spec, Lang::En, width);
        let panels: Vec<&SceneGroup> = scene.parts.iter().filter(|part| part.to != Target::Nothing).collect();
        assert_eq!(panels.len(), 3);
        let foot = |part: &SceneGroup| match &part.primitives[0] {
            Primitive::HitArea(room) => room.bottom(),
            other => panic!("{other:?}"),
        };
        let rows: BTreeSet<String> = panels.iter().map(|part| tenth(foot(part))).collect();
        assert_eq!(rows.len(), 3_usize.div_ceil(columns), "{width}");
        for (part, values) in panels.iter().zip(values) {
            assert!(part.name.contains(&format!("{} sections in 1309", values[0])), "{}", part.name);
            // From zero, 17 being as high as a panel: the hit area ends as far below zero in each.
            let zero = foot(part) - 26.0;
            let is_dot = |primitive: &&Primitive| matches!(primitive, Primitive::Area(_, Role::Ink));
            let dots: Vec<&Primitive> = part.primitives.iter().filter(is_dot).collect();
            assert_eq!(dots.len(), 3);
            for (dot, value) in dots.iter().zip(values) {
                let Primitive::Area(corners, _) = dot else { unreachable!() };
                let y = (corners[0].y + corners[2].y) / 2.0;
                assert!(((zero - y) / 96.0 - value / 17.0).abs() < 1e-9, "{width}: {value} stands {} high", zero - y);
            }
        }
        let behind = scene.parts.iter().filter(|part| part.to == Target::Nothing).flat_map(|part| &part.primitives);
        let lines = behind.filter(|primitive| matches!(primitive, Primitive::Line(_, Role::Mline, ..))).count();
        assert_eq!(lines, 3 * 2 * 2, "two steps of each of two others in three panels");
    }
}

#[test]
fn the_files_have_every_year() {
    let story = story();
    let text = |name: &str| {
        let all = downloads(&story).unwrap().into_iter().chain(figure_downloads(&story).unwrap());
        String::from_utf8(all.into_iter().find(|one| one.name == name).unwrap().bytes).unwrap()
    };
    assert!(text("facts.zh.csv").contains("1309年30段，1310年36段，1311年41段"));
    let json: serde_json::Value = serde_json::from_str(&text("facts.json")).unwrap();
    let rows = json["facts"].as_array().unwrap();
    let row = rows.iter().find(|row| row["id"] == "walls-by-year").unwrap();
    assert_eq!(row["series"][1], serde_json::json!({"year": 1310, "value": 36.0}));
    assert!(rows.iter().all(|row| row.get("series").is_some() == row["id"].as_str().unwrap().ends_with("-by-year")));
    let csv = text("pictures/figure-walls-years.zh.csv");
    assert!(csv.lines().any(|line| line.starts_with("补的海堤,1310,36段,")), "{csv}");
    let csv = text("pictures/figure-walls-panels.en.csv");
    assert_eq!(csv.lines().filter(|line| line.contains("-by-year")).count(), 9, "{csv}");
    assert!(csv.lines().any(|line| line.starts_with("Stonequay,1310,11 sections,")), "{csv}");
}
