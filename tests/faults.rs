//! Faulty data: whatever is wrong in a story is reported once, with file, line, key and expectation.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::fs;
use std::path::Path;

use data_story::data::{check_dir, placed, verify_source};
use data_story::model::Lang;
use invalid::{Edit, FILES, Invalid, Row, STORY, check, check_each, edit, expected};
use serde_json::Value;

#[test]
fn a_second_story_needs_data_and_no_code() {
    assert_eq!(check_dir(Path::new(STORY)).err(), None);
}

#[test]
#[rustfmt::skip] // rows
fn lines_shading_and_the_maps_of_steps_must_be_drawable() {
    check_each(&[
        (("chapters.json", r#""through": ["reed", "lampford", "goosemere", "northsalt"]"#, r#""through": ["reed"]"#),
         ("chapters[2].told.steps[1].map.lines[0].through", "at least two places, found 1", r#""through""#)),
        (("chapters.json", r#"["reed", "lampford", "goosemere", "northsalt"]"#, r#"["reed", "night-school"]"#),
         ("chapters[2].told.steps[1].map.lines[0].through[1]", "a place with a point or an anchor, found `night-school`", r#"["reed""#)),
        (("chapters.json", r#"["reed", "lampford", "goosemere", "northsalt"]"#, r#"["reed", "atlantis"]"#),
         ("chapters[2].told.steps[1].map.lines[0].through[1]", "a region or place in places.json, found `atlantis`", r#"["reed""#)),
        (("chapters.json", r#"{"place": "night-packet","#, r#"{"place": "day-packet","#),
         ("chapters[2].told.steps[1].map.lines[0].place", "a place in places.json, found `day-packet`", r#""day-packet""#)),
        (("chapters.json", r#""frame": "sea","#, r#""frame": "sea", "shading": "bars-at-sea","#),
         ("chapters[2].told.steps[1].map.shading", "a figure in figures.json, found `bars-at-sea`", r#""frame": "sea""#)),
        (("chapters.json", r#""frame": "sea","#, r#""frame": "sea", "shading": "works-lanes","#),
         ("chapters[2].told.steps[1].map.shading", "a figure with `bars`, found `works-lanes`", r#""frame": "sea""#)),
        (("chapters.json", r#"["lampford", "goosemere", "net-loft", "night-packet"]"#, r#"["lampford", "northsalt"]"#),
         ("chapters[2].told.steps[1].map.places[1]", "a city that the frame `sea` shows, found `northsalt`", r#"["lampford", "northsalt"]"#)),
        (("places.json", r#""precision": "township","#, r#""precision": "township", "anchor": [85.4, -20.4],"#),
         ("places[4].location.anchor", "precision township needs no `anchor`", r#""precision": "township""#)),
        (("map.json", r#""major": true"#, r#""major": true, "schematic": true"#),
         ("rivers[0].schematic", "a river that is either major or schematic, found both", "schematic")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn what_is_pointed_at_must_exist() {
    check_each(&[
        (("chapters.json", "{quays-done}，", "{quays-dome}，"),
         ("chapters[1].told.dek.zh", "the id of a fact in facts.json, found `quays-dome`", "quays-dome")),
        (("chapters.json", "{@salt-ferry|The ferry}", "{@salt-fairy|The ferry}"),
         ("chapters[1].told.steps[1].text.en", "a region or place in places.json, found `salt-fairy`", "salt-fairy")),
        (("facts.json", r#"["moon-quay", "reed"]"#, r#"["moon-quay", "sea"]"#),
         ("facts[11].places[1]", "a region or place in places.json, found `sea`", r#""sea""#)),
        (("facts.json", "\"id\": \"lamps-dark\",\n      \"chapter\": \"boats\"", "\"id\": \"lamps-dark\",\n      \"chapter\": \"lamps\""),
         ("facts[29].chapter", "the id of a chapter in chapters.json, found `lamps`", r#""lamps""#)),
        (("facts.json", r#""unit": "metre""#, r#""unit": "fathom""#),
         ("facts[18].unit", "the id of a unit in this file, found `fathom`", "fathom")),
        (("facts.json", r#""T1", "paragraph": 6"#, r#""T9", "paragraph": 6"#),
         ("facts[4].source.article", "the id of an article in this file, found `T9`", "T9")),
        (("places.json", "\"category\": \"light\"", "\"category\": \"lamp\""),
         ("places[1].category", "the id of a category in this file, found `lamp`", r#""lamp""#)),
        (("places.json", "\"radius\": 4000,\n        \"within\": \"reed\"", "\"radius\": 4000,\n        \"within\": \"weed\""),
         ("places[4].location.within", "the id of a region in this file, found `weed`", "weed")),
        (("chapters.json", r#""figures": ["quays-chart"]"#, r#""figures": ["quays-map"]"#),
         ("chapters[1].told.figures[0]", "the id of a figure in figures.json, found `quays-map`", "quays-map")),
        (("chapters.json", r#""frame": "strait""#, r#""frame": "straight""#),
         ("chapters[1].told.map.frame", "the id of a frame in map.json, found `straight`", "straight")),
        (("chapters.json", r#""areas": ["crafts"]"#, r#""areas": ["arts"]"#),
         ("chapters[2].told.areas[0]", "the id of an area in this file, found `arts`", "arts")),
        (("map.json", r#""id": "firefly-river""#, r#""id": "glow-river""#),
         ("rivers[0].id", "a line in the topology's rivers, found `glow-river`", "glow-river")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn both_languages_are_always_there() {
    check_each(&[
        (("facts.json", r#", "en": "Five quays were repaired last year."}"#, "}"),
         ("facts[7].statement.en", "missing language; expected text", "去年修好了5座码头。")),
        (("facts.json", r#""zh": "去年修好了5座码头。""#, r#""zh": """#),
         ("facts[7].statement.zh", "missing language; expected words, found an empty text", r#""zh": """#)),
        (("chapters.json", r#""en": "First the light""#, r#""en": """#),
         ("chapters[2].told.steps[0].title.en", "missing language", r#""en": """#)),
        (("map.json", r#""zh": "全岛", "#, ""),
         ("frames[0].name.zh", "missing language", "Whole island")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn an_id_names_one_thing() {
    check_each(&[
        (("facts.json", r#""id": "lamps-dark""#, r#""id": "lamps-lit""#),
         ("facts[29].id", "expected an id of its own, found `lamps-lit`, which facts[28] has",
          "\"id\": \"lamps-lit\",\n      \"chapter\": \"boats\",\n      \"kind\": \"computed\"")),
        (("chapters.json", r#""id": "to-start""#, r#""id": "repaired""#),
         ("chapters[1].told.steps[1].id", "found `repaired`", "\"id\": \"repaired\",\n            \"title\": {\"zh\": \"要")),
    ]);
    // Regions and places share one list of names.
    check(
        &[
            ("places.json", r#""id": "northsalt""#, r#""id": "reed""#),
            ("chapters.json", r#"["goosemere", "northsalt"]"#, r#"["goosemere"]"#),
            ("chapters.json", r#""lampford", "goosemere", "northsalt"]"#, r#""lampford", "goosemere"]"#),
            ("figures.json", r#""goosemere", "northsalt"]"#, r#""goosemere"]"#),
        ],
        &[(
            "places.json",
            "places[9].id",
            "found `reed`, which a region has",
            "\"id\": \"reed\",\n      \"name\": {\"zh\": \"北盐市\"",
        )],
    );
}

#[test]
#[rustfmt::skip] // rows
fn categories_are_told_apart_by_shape() {
    check_each(&[
        (("places.json", r#""shape": "circle""#, r#""shape": "triangle""#),
         ("categories[1].shape", "expected a shape of its own, found that of `light`", r#""Quays""#)),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_key_stands_once() {
    check_each(&[
        (("facts.json", r#""value": 14,"#, "\"value\": 14,\n      \"value\": 14,"),
         ("facts[30].value", "expected each key once", "\"value\": 14,\n      \"unit\"")),
        (("places.json", r#""radius": 1500,"#, "\"radius\": 90,\n        \"radius\": 1500,"),
         ("places[3].location.radius", "expected each key once", r#""radius": 1500"#)),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_computed_value_is_what_its_formula_gives() {
    check_each(&[
        (("facts.json", r#""value": 65"#, r#""value": 64"#),
         ("facts[29].value", "expected what the formula gives, 65, found 64", r#""value": 64"#)),
        (("facts.json", "100 - {lamps-lit}", "100 - "),
         ("facts[29].formula", "expected a number, {fact}, count(…) or ( at character 7, found the end", "100 - ")),
        (("facts.json", "100 - {lamps-lit}", "100 - {lamps-lot}"),
         ("facts[29].formula", "the id of a fact in facts.json, found `lamps-lot`", "lamps-lot")),
        (("facts.json", "{budget} / {quays-planned}", "{budget} / ({quays-planned} - 9)"),
         ("facts[10].formula", "no division by zero", "{budget} / (")),
        (("facts.json", "100 - {lamps-lit}", "100 - {craft-nets}"),
         ("facts[29].formula", "expected inputs that all have a value", "100 - {craft-nets}")),
        (("facts.json", "100 - {lamps-lit}", "100 - {lamps-dark}"),
         ("facts[29].formula", "does not lead back to `lamps-dark`", "100 - {lamps-dark}")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_fact_brings_what_its_kind_needs() {
    check_each(&[
        (("facts.json", r#""printed": "14班""#, r#""printed": "41班""#),
         ("facts[30].printed", "expected the number 14 as the page prints it, found `41班`", "41班")),
        (("facts.json", ",\n      \"note_source\": {\"zh\": \"虚构的海图\", \"en\": \"an invented chart\"}", ""),
         ("facts[17].note_source", "a fact of kind editors-note needs `note_source`", "{\n      \"id\": \"salt-ferry-position\"")),
        (("facts.json", "\"kind\": \"computed\",\n      \"speaker\": \"ours\",\n      \"value\": 65", "\"kind\": \"computed\",\n      \"speaker\": \"ours\",\n      \"printed\": \"65%\",\n      \"value\": 65"),
         ("facts[29].printed", "a fact of kind computed with a value needs no `printed`", r#""printed": "65%""#)),
        (("facts.json", "\n      \"unit\": \"metre\",", ""),
         ("facts[18].unit", "missing; a fact with a value needs the unit", "{\n      \"id\": \"tide-height\"")),
        (("facts.json", "\n      \"value\": 9,", ""),
         ("facts[8].value", "a fact of kind target with a unit needs `value`", "{\n      \"id\": \"quays-planned\"")),
        (("facts.json", "\"paragraph\": 6, \"sentence\": 1", "\"paragraph\": 6, \"sentence\": 0"),
         ("facts[4].source.sentence", "expected a sentence counted from 1, found 0", "\"sentence\": 0")),
        (("facts.json", r#""by": "1312-12-31""#, r#""by": "the end of the year""#),
         ("facts[13].date.by", "expected a day as YYYY-MM-DD", "the end of the year")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_place_lies_where_it_is_said_to_lie() {
    check_each(&[
        (("places.json", "[85.56, -20.16]", "[85.66, -20.16]"),
         ("places[1].location.point", "expected a point within 100 m of region upper, found one", "[85.66, -20.16]")),
        (("places.json", "[86.9, -19.3]", "[85.9, -20.05]"),
         ("places[8].location.point", "outside the map's regions, found one in stone", "[85.9, -20.05]")),
        (("places.json", "[85.35, -20.04]", "[85.9, -20.05]"),
         ("regions[0].anchor", "expected a point inside region upper", "[85.9, -20.05]")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_location_is_as_precise_as_it_claims() {
    check_each(&[
        (("places.json", r#"{"precision": "not-given", "#, r#"{"precision": "not-given", "point": [85.6, -20.2], "#),
         ("places[7].location.point", "a location of precision not-given needs no `point`", "[85.6, -20.2]")),
        (("places.json", r#", "words": {"zh": "版面没有写地点", "en": "the page gives no place"}"#, ""),
         ("places[7].location.words", "needs words that say why", r#""location": {"precision": "not-given"}"#)),
        (("places.json", "\"precision\": \"whole\",", "\"precision\": \"whole\", \"radius\": 5,"),
         ("places[0].location.radius", "a location of precision whole needs no `radius`", r#""precision": "whole", "radius": 5"#)),
        (("places.json", "\n        \"radius\": 4000,", ""),
         ("places[4].location.radius", "a location of precision township needs `radius`", "\"location\": {\n        \"precision\": \"township\"")),
        (("places.json", "\"precision\": \"region\",\n        \"within\": \"stone\"", "\"precision\": \"region\""),
         ("places[6].location.within", "needs the region it is in", "\"location\": {\n        \"precision\": \"region\"")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn regions_close_and_fit_their_neighbours() {
    check_each(&[
        (("map.topo.json", "[[2, 5, -1]]", "[[2, 5, -99]]"),
         ("objects.regions.geometries[1].arcs", "expected one of the 10 arcs, found -99 in `stone`", "-99")),
        (("map.topo.json", "[[0, 3, -2]]", "[[0, 3]]"),
         ("objects.regions.geometries[0].arcs", "expected a closed ring, found an open one in `upper`", "[[0, 3]]")),
        (("map.topo.json", "[[0, 3, -2]]", "[[0, -2, 3]]"),
         ("objects.regions.geometries[0].arcs", "expected each arc to start where the one before ends", "[[0, -2, 3]]")),
        (("map.topo.json", "[[1, 4, -3]]", "[[]]"),
         ("objects.regions.geometries[2].arcs", "found no arc in `reed`", "[[]]")),
        (("map.topo.json", ",\n      {\"type\": \"Polygon\", \"id\": \"reed\", \"arcs\": [[1, 4, -3]]}", ""),
         ("objects.regions", "expected one area with the id of region `reed`, found 0", r#""regions": {"#)),
    ]);
    let [upper, stone, reed] = [0, 1, 2].map(|index| format!("objects.regions.geometries[{index}].arcs"));
    // One end of the border between two regions moves: both are torn open.
    check(
        &[("map.topo.json", "[-20, 120], [60, 120], [10, 120]", "[-20, 120], [60, 120], [11, 120]")],
        &[
            ("map.topo.json", &upper, "found a jump in `upper`", r#""id": "upper""#),
            ("map.topo.json", &stone, "found a jump in `stone`", r#""id": "stone""#),
        ],
    );
    // A region walks its borders the wrong way round, as if it lay on its neighbours' side.
    check(
        &[("map.topo.json", "[[2, 5, -1]]", "[[0, -6, -3]]")],
        &[
            ("map.topo.json", &stone, "expected arc 0 to be the border of at most two regions", r#""id": "stone""#),
            ("map.topo.json", &reed, "expected arc 2 to be the border of at most two regions", r#""id": "reed""#),
        ],
    );
}

#[test]
#[rustfmt::skip] // rows
fn a_value_has_the_form_of_its_key() {
    check_each(&[
        (("facts.json", r#""value": 9,"#, r#""value": "nine","#),
         ("facts[8].value", "expected a number, found `nine`", "nine")),
        (("chapters.json", r#""headline": {"zh": "灯津", "en": "Lampford"}"#, r#""headline": {"zh": "灯津", "en": 7}"#),
         ("story.headline.en", "expected text, found `7`", r#""en": 7"#)),
        (("places.json", r#""optional": true"#, r#""optionel": true"#),
         ("regions[2].optionel", "unknown key; expected one of anchor, id, name, optional, short", "optionel")),
        (("chapters.json", r#", "numeral": {"zh": "叁", "en": "3"}"#, ""),
         ("chapters[3].numeral", "missing; expected an object with en, zh", r#"{"id": "boats""#)),
        (("facts.json", "\"kind\": \"computed\",\n      \"speaker\": \"ours\",\n      \"value\": 65", "\"kind\": \"guessed\",\n      \"speaker\": \"ours\",\n      \"value\": 65"),
         ("facts[29].kind", "expected one of reported, target, computed, not-given, editors-note, found `guessed`", "guessed")),
        (("places.json", r#""shape": "triangle""#, r#""shape": "star""#),
         ("categories[0].shape", "expected one of square, triangle, diamond", "\"star\"")),
        (("facts.json", r#""paragraph": 3, "sentence": 3"#, r#""paragraph": -3, "sentence": 3"#),
         ("facts[30].source.paragraph", "expected a whole number from 0, found `-3`", r#""paragraph": -3"#)),
        (("map.json", "[85.34, -20.45, 85.86, -20.12]", "[85.34, -20.45, 85.86]"),
         ("frames[1].wide.extent", "expected a list of 4, each a number, found a list of 3", "[85.34, -20.45, 85.86]")),
        (("map.topo.json", r#""Polygon", "id": "stone""#, r#""Pentagon", "id": "stone""#),
         ("objects.regions.geometries[1].type", "expected one of LineString, MultiLineString, Polygon, MultiPolygon, found `Pentagon`", "Pentagon")),
        (("map.topo.json", "[[2, 5, -1]]", r#"[[2, "5", -1]]"#),
         ("objects.regions.geometries[1].arcs[0][1]", "expected a whole number, found `5`", r#""5""#)),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn what_is_malformed_is_not_blamed_twice() {
    check_each(&[
        // Prose and figures point at this fact.
        (("facts.json", "\"id\": \"night-boats\",\n      \"chapter\"", "\"chapter\""),
         ("facts[30].id", "missing; expected text like", "{\n      \"chapter\"")),
        // Formulas, prose and a row of marks use this value.
        (("facts.json", r#""value": 9,"#, r#""value": false,"#),
         ("facts[8].value", "expected a number, found `false`", r#""value": false"#)),
        // A site needs a point, and whatever this is may need none.
        (("places.json", r#""precision": "region""#, r#""precision": "somewhere""#),
         ("places[6].location.precision", "expected one of site, village, township, region, beyond, whole, not-given", "somewhere")),
        // Facts, places and the topology point at this region.
        (("places.json", r#""id": "stone""#, r#""id": "Stone Quay""#),
         ("regions[1].id", "expected text like", "Stone Quay")),
        (("figures.json", r#"["lampford", "goosemere", "northsalt"]"#, r#"["lampford", 3, "northsalt"]"#),
         ("figures[3].matrix.columns[1]", "found `3`", r#"["lampford", 3"#)),
        (("map.json", r#""topology": "map.topo.json""#, r#""topology": 1"#),
         ("topology", "expected text, found `1`", r#""topology": 1"#)),
    ]);
}

#[test]
fn a_malformed_value_is_one_fault_wherever_it_stands() {
    let copy = Invalid::new(&[]);
    for file in FILES {
        let sound: Value = serde_json::from_str(&copy.text(file)).unwrap();
        let mut places = Vec::new();
        all_values(&sound, "", "", &mut places);
        // Every eleventh is enough to meet each kind of value, and takes seconds instead of minutes.
        for (pointer, key) in places.iter().skip(1).step_by(11) {
            let mut invalid = sound.clone();
            let slot = invalid.pointer_mut(pointer).unwrap();
            *slot = if slot.is_number() || slot.is_boolean() { "x".into() } else { 5.into() };
            fs::write(copy.0.join(file), invalid.to_string()).unwrap();
            let faults = copy.faults();
            let keys: Vec<&str> = faults.iter().map(|fault| fault.key.as_str()).collect();
            assert_eq!(keys, [key], "{file}: {faults:#?}");
        }
        fs::write(copy.0.join(file), sound.to_string()).unwrap();
    }
}

/// The pointer and the key of a value and of every value inside it.
fn all_values(value: &Value, pointer: &str, key: &str, found: &mut Vec<(String, String)>) {
    found.push((pointer.to_owned(), key.to_owned()));
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let dot = if key.is_empty() { "" } else { "." };
                all_values(inner, &format!("{pointer}/{name}"), &format!("{key}{dot}{name}"), found);
            }
        }
        Value::Array(array) => {
            for (index, inner) in array.iter().enumerate() {
                all_values(inner, &format!("{pointer}/{index}"), &format!("{key}[{index}]"), found);
            }
        }
        _ => {}
    }
}

#[test]
#[rustfmt::skip] // rows
fn every_number_in_prose_is_a_fact() {
    let dek = |lang| format!("chapters[1].told.dek.{lang}");
    let (zh, en) = (dek("zh"), dek("en"));
    check_each(&[
        (("chapters.json", "Last year it was {quays-done};", "Last year it was 5 quays;"),
         (&en, "expected every number to be a fact such as {id|5}, found `5`", "5 quays")),
        (("chapters.json", "Last year it was {quays-done};", "Last year it was five;"),
         (&en, "found `five`", "was five")),
        (("chapters.json", "去年修了{quays-done}", "去年修了五座"),
         (&zh, "found `五`", "五座")),
        (("chapters.json", "{@salt-ferry|The ferry}", "{@salt-ferry|The 3 ferries}"),
         ("chapters[1].told.steps[1].text.en", "found `3`", "The 3 ferries")),
        (("figures.json", r#""zh": "{quays-planned}，{night-boats}""#, r#""zh": "{quays-planned}，{night-boats""#),
         ("figures[1].title.zh", "expected balanced braces, found a `{` without a `}`", r#"{night-boats""#)),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn words_that_stand_for_a_number_say_that_number() {
    check_each(&[
        (("chapters.json", "{quays-planned|Nine quays}", "{quays-planned|Eight quays}"),
         ("chapters[1].told.title.en", "expected words that say the value or the date of `quays-planned`, found `Eight`", "Eight")),
        (("chapters.json", "{budget-each|13.3333万贝}", "{budget-each|13万贝}"),
         ("chapters[0].told.key_figures[1].text.zh", "the date of `budget-each`, found `13万`", "13万贝")),
        (("chapters.json", "{craft-nets|and others}", "{craft-nets}"),
         ("chapters[2].told.steps[1].text.en", "because `craft-nets` has no value", "{craft-nets};")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn marks_named_and_left_over_make_the_total() {
    check_each(&[
        (("figures.json", r#""rest": "quays-rest""#, r#""rest": "quays-done""#),
         ("figures[2].pictogram.rows[0].rest", "expected named and rest to make 9, found 2 and 5", "quays-done")),
        (("figures.json", ",\n              {\"place\": \"salt-ferry\", \"fact\": \"salt-ferry-work\"}", ""),
         ("figures[2].pictogram.rows[0].rest", "expected named and rest to make 9, found 1 and 7", r#""rest": "quays-rest""#)),
        (("figures.json", r#""total": "night-boats""#, r#""total": "tide-height""#),
         ("figures[1].pictogram.rows[1].total", "a whole number up to 1000", r#""total": "tide-height""#)),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_frame_can_be_drawn() {
    check_each(&[
        (("map.json", "[85.34, -20.45, 85.86, -20.12]", "[85.86, -20.45, 85.34, -20.12]"),
         ("frames[1].wide.extent", "expected west < east and south < north in degrees", "[85.86, -20.45")),
        (("map.json", "[730, 402, 160, 148]", "[730, 402, 160, 248]"),
         ("frames[1].wide.locator", "within 900 × 560", "[730, 402, 160, 248]")),
    ]);
}

#[test]
fn a_file_that_cannot_be_read_hides_no_fault_in_the_others() {
    // A comma is gone; the parser stumbles over the next line.
    check(
        &[
            ("facts.json", r#""plain": true},"#, r#""plain": true}"#),
            ("chapters.json", r#""frame": "strait""#, r#""frame": "straight""#),
        ],
        &[
            ("facts.json", "", "expected JSON, but: expected `,` or `]`", r#"{"id": "matter", "#),
            ("chapters.json", "chapters[1].told.map.frame", "found `straight`", "straight"),
        ],
    );
    for file in FILES {
        let invalid = Invalid::new(&[]);
        let path = invalid.0.join(file);
        fs::remove_file(&path).unwrap();
        let list: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
        assert_eq!(list.len(), 1, "{list:?}");
        assert!(list[0].starts_with(&format!("{}: expected this file, but: ", path.display())), "{list:?}");
    }
}

/// Three faults of meaning and two of form, in five files.
#[rustfmt::skip] // rows
const FIVE: [Row; 5] = [
    (("facts.json", r#""unit": "metre""#, r#""unit": 3"#),
     ("facts[18].unit", "expected text like ^[a-zA-Z0-9][a-zA-Z0-9-]{0,79}$, found `3`", r#""unit": 3"#)),
    (("places.json", r#", "en": "to be enlarged"}"#, "}"),
     ("places[5].verb.en", "missing language; expected text", "要扩建")),
    (("chapters.json", "{quays-done}，", "{quays-dome}，"),
     ("chapters[1].told.dek.zh", "expected the id of a fact in facts.json, found `quays-dome`", "quays-dome")),
    (("figures.json", r#""rest": "quays-rest""#, r#""rest": "quays-done""#),
     ("figures[2].pictogram.rows[0].rest", "expected named and rest to make 9, found 2 and 5", r#""rest": "quays-done""#)),
    (("map.topo.json", "[[0, 3, -2]]", "[[0, 3]]"),
     ("objects.regions.geometries[0].arcs", "expected a closed ring, found an open one in `upper`", "[[0, 3]]")),
];

#[test]
#[rustfmt::skip] // rows
fn a_correction_names_a_fact_a_day_and_what_the_fact_says_now() {
    check_each(&[
        (("corrections.json", r#""fact": "quays-done""#, r#""fact": "quays-dome""#),
         ("corrections[0].fact", "expected the id of a fact in facts.json, found `quays-dome`", "quays-dome")),
        (("corrections.json", "2024-03-02", "2024-02-30"),
         ("corrections[0].date", "expected a day as YYYY-MM-DD, found `2024-02-30`", "2024-02-30")),
        (("corrections.json", "2024-03-02", "2 March"),
         ("corrections[0].date", "expected a day as YYYY-MM-DD, found `2 March`", "2 March")),
        (("corrections.json", r#""is": {"zh": "去年修好了5座码头。""#, r#""is": {"zh": "去年修好了7座码头。""#),
         ("corrections[0].is.zh", "expected the value that `quays-done` has in facts.json, 5", r#""is": "#)),
        (("corrections.json", r#""en": "One that is still under repair was counted in.""#, r#""en": """#),
         ("corrections[0].why.en", "missing language; expected words", r#""why": "#)),
        (("corrections.json", r#""date": "2024-03-02","#, ""),
         ("corrections[0].date", "missing; expected text", "{\n      \n")),
        (("chapters.json", r#""updated": "2024-03-02""#, r#""updated": "2023-02-29""#),
         ("story.updated", "expected a day as YYYY-MM-DD, found `2023-02-29`", "2023-02-29")),
        (("chapters.json", "post/quays/", "post/quays"),
         ("story.address", "expected an address that ends in `/`, found `https://lampford.internal/post/quays`", "post/quays")),
        (("chapters.json", "https://lampford", "http://lampford"),
         ("story.address", "expected an address that begins with `https://` and a host, found `http://lampford", "http://lampford")),
        (("chapters.json", r#""address": "https://lampford.internal/post/quays/""#, r#""address": 7"#),
         ("story.address", "expected text", r#""address": 7"#)),
        (("chapters.json", r#""landings": "quays""#, r#""landings": "keys""#),
         ("story.renamed.landings", "expected an id of the story, found `keys`", r#""landings": "keys""#)),
        (("chapters.json", r#""landings": "quays""#, r#""moon-quay": "quays""#),
         ("story.renamed.moon-quay", "expected an id that nothing has any more, found `moon-quay`, which a place has; an address leads to both", r#""moon-quay": "quays""#)),
        (("chapters.json", r#""zh": "灯津晚报""#, r#""zh": "灯津第3晚报""#),
         ("story.publisher.zh", "expected every number to be a fact", "灯津第3晚报")),
    ]);
}

#[test]
fn a_handle_is_a_name_that_an_element_may_have() {
    let invalid = Invalid::new(&[]);
    let whole = invalid.text("chapters.json");
    for name in ["quays", "2-quays", "Lampford-quays", "lampford-", "lampford--quays", "灯津-码头", "font-face", ""]
    {
        // What the former handle has become is the same name.
        fs::write(invalid.0.join("chapters.json"), whole.replace("lampford-quays", name)).unwrap();
        let faults = invalid.faults();
        let said: Vec<_> = faults.iter().map(|fault| (fault.key.as_str(), fault.message.line(Lang::En))).collect();
        let expected = format!(
            "expected small letters, digits and at least one hyphen, beginning with a letter, found `{name}`; write a name \
             that an element of HTML may have, such as `ourtown-story`"
        );
        assert_eq!(said, [("story.handle", expected)]);
    }
}

#[test]
fn a_chapter_is_not_called_like_a_folder_of_the_site() {
    let invalid = Invalid::new(&[]);
    for (file, key) in [("facts.json", "chapter"), ("chapters.json", "id")] {
        let (from, to) = (format!("\"{key}\": \"walls\""), format!("\"{key}\": \"Kit\""));
        fs::write(invalid.0.join(file), invalid.text(file).replace(&from, &to)).unwrap();
    }
    let faults = invalid.faults();
    let said: Vec<_> = faults.iter().map(|fault| (fault.key.as_str(), fault.message.line(Lang::En))).collect();
    let expected = "expected an id that is no folder of the site, found `Kit`; write another id";
    assert_eq!(said, [("chapters[5].id", expected.to_owned())]);
}

#[test]
fn a_correction_that_changes_nothing_is_none() {
    let (was, is) = ("去年修好了6座码头。", "去年修好了5座码头。");
    let invalid = Invalid::new(&[("corrections.json", was, is), ("corrections.json", "Six quays", "Five quays")]);
    let list: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
    assert_eq!(list.len(), 1, "{list:?}");
    assert!(list[0].contains("corrections[0].is: expected something else than `was`"), "{list:?}");
}

#[test]
fn corrections_stand_in_the_order_of_their_days() {
    let copy = Invalid::new(&[]);
    let one: Value = serde_json::from_str(&copy.text("corrections.json")).unwrap();
    let mut two = one.clone();
    let mut earlier = one["corrections"][0].clone();
    earlier["date"] = "2024-03-01".into();
    two["corrections"].as_array_mut().unwrap().push(earlier);
    fs::write(copy.0.join("corrections.json"), two.to_string()).unwrap();
    let list: Vec<String> = copy.faults().iter().map(ToString::to_string).collect();
    assert_eq!(list.len(), 1, "{list:?}");
    assert!(
        list[0].contains("corrections[1].date: expected a day not before the correction above, 2024-03-02"),
        "{list:?}"
    );
}

#[test]
fn five_faults_of_form_and_meaning_are_found_in_one_run() {
    check(&FIVE.each_ref().map(edit), &FIVE.each_ref().map(expected));
}

#[test]
fn a_fault_reads_as_path_line_key_and_expectation() {
    let invalid = Invalid::new(&FIVE.each_ref().map(edit));
    let mut expected = FIVE.map(|((file, ..), (key, message, marker))| {
        format!("{}:{}: {key}: {message}", invalid.0.join(file).display(), invalid.line_of(file, marker))
    });
    expected.sort();
    let mut list: Vec<String> = invalid.faults().iter().map(ToString::to_string).collect();
    list.sort();
    let is_each = list.iter().zip(&expected).all(|(line, begins)| line.starts_with(begins.as_str()));
    assert!(is_each && list.len() == expected.len(), "{list:#?}");
}

/// What checking the second story, with these edits of data and transcript, against its page says.
fn verify(edits: &[Edit]) -> Result<String, Vec<String>> {
    let invalid = Invalid::new(edits);
    let verified = verify_source(&check_dir(&invalid.0).unwrap(), &invalid.text("transcript.txt"));
    verified.map_err(|wrong| {
        let folder = format!("{}/", invalid.0.display());
        let faults = placed(&invalid.0, wrong);
        assert!(faults.iter().all(|fault| fault.line > 1), "each on its line: {faults:#?}");
        faults.iter().map(|fault| fault.to_string().replace(&folder, "")).collect()
    })
}

/// Where a fact stands in facts.json.
fn fact_key(id: &str) -> String {
    let story = check_dir(Path::new(STORY)).unwrap();
    format!(": facts[{}].", story.row(&story.fact_named(id).unwrap().id) - 1)
}

#[test]
fn every_locator_of_the_second_story_holds_on_its_page() {
    assert_eq!(
        verify(&[]).unwrap(),
        "40 locators, 22 printed figures and 33 lengths of sentences agree with the transcript"
    );
}

#[test]
fn white_space_on_the_page_does_not_matter() {
    assert!(verify(&[("transcript.txt", "过渡的船费不涨。", "　过渡的 船费不涨。 ")]).is_ok());
}

#[test]
fn a_locator_that_does_not_hold_names_its_fact() {
    let rows: [(Edit, &str, &str); 4] = [
        // A sentence changed.
        (("transcript.txt", "船费不涨", "船费要涨"), "matter-fares", "T1 paragraph 6 sentence 1 has hash"),
        // A figure is not in its sentence: 十四 is fourteen too, but the page prints digits.
        (
            ("facts.json", r#""printed": "14班""#, r#""printed": "十四班""#),
            "night-boats",
            "expected `十四班` in its sentence",
        ),
        // A paragraph is missing.
        (("transcript.txt", "过渡的船费不涨。", ""), "matter-fares", "T1 has 5 paragraphs, not 6"),
        // A sentence is missing.
        (
            ("transcript.txt", "还要办一所夜航学校。", ""),
            "night-school-work",
            "that paragraph has 3 sentences, not 4",
        ),
    ];
    for (edit, fact, says) in rows {
        // A sentence that is gone also changes the lengths of its article, which stand after the locators.
        let wrong = verify(&[edit]).unwrap_err();
        assert_eq!(wrong.iter().filter(|one| !one.contains(": articles[")).count(), 1, "{wrong:?}");
        assert!(wrong[0].contains(&fact_key(fact)) && wrong[0].contains(says), "{wrong:?}");
    }
}

#[test]
fn the_lengths_of_sentences_are_those_of_the_transcript_and_have_every_sentence_that_is_cited() {
    let wrong = verify(&[("facts.json", "[[7], [6], [11, 14, 12]]", "[[7], [6], [11, 15, 12]]")]).unwrap_err();
    let says = "article `T2`: expected \"lengths\": [[7], [6], [11, 14, 12]]";
    assert!(wrong.len() == 1 && wrong[0].contains(says), "{wrong:?}");
    let said = verify(&[("facts.json", "\"lengths\": [[7], [6], [11, 14, 12]]", "\"joined\": []")]).unwrap();
    assert!(said.ends_with("article `T2` may have \"lengths\": [[7], [6], [11, 14, 12]]"), "{said}");
    let lacking = Invalid::new(&[("facts.json", "[[7], [6], [11, 14, 12]]", "[[7], [6], [11, 14]]")]);
    let faults = check_dir(&lacking.0).unwrap_err();
    assert!(
        faults.len() == 1 && faults[0].message.contains("article T2 have, found paragraph 3 sentence 3"),
        "{faults:?}"
    );
    let empty = Invalid::new(&[("facts.json", "[[7], [6], [11, 14, 12]]", "[[7], [0], [11, 14, 12]]")]);
    let faults = check_dir(&empty.0).unwrap_err();
    assert!(faults.len() == 1 && faults[0].key == "articles[1].lengths", "{faults:?}");
}

#[test]
#[rustfmt::skip] // rows
fn every_fact_says_who_says_it() {
    let at = |speaker: &str| format!("\"id\": \"quays-done\",\n      \"chapter\": \"quays\",\n      \"kind\": \"reported\",\n{speaker}");
    let said = at("      \"speaker\": \"newspaper\",");
    let ours = "\"id\": \"matter-missing\",\n      \"chapter\": \"opening\",\n      \"kind\": \"not-given\",\n      \"speaker\": \"ours\"";
    check_each(&[
        (("facts.json", &said, &at("      \"speaker\": \"ours\",")),
         ("facts[7].speaker", "expected who says it on the page for a fact of kind reported, found `ours`", "\"speaker\": \"ours\",\n      \"value\": 5,")),
        (("facts.json", ours, &ours.replace("ours", "report")),
         ("facts[6].speaker", "expected `ours` for a fact of kind not-given, found `report`", r#""speaker": "report""#)),
    ]);
    for (speaker, key) in [("      \"speaker\": \"nobody\",", "facts[7].speaker"), ("", "facts[7].speaker")] {
        let invalid = Invalid::new(&[("facts.json", &said, &at(speaker))]);
        let faults = check_dir(&invalid.0).unwrap_err();
        assert!(faults.len() == 1 && faults[0].key == key, "{faults:?}");
    }
}

#[test]
fn what_a_statement_names_stands_in_its_sentence() {
    let rows = [
        // Said to be no number of a fact, and so for the sentence alone to tell.
        (
            (
                "facts.json",
                r#""去年修好了5座码头。", "en": "Five quays were repaired last year."},"#,
                r#""去年修好了5座码头，用了6天。", "en": "Five quays were repaired last year."}, "no_numbers": ["6天"],"#,
            ),
            "quays-done",
            "`6`",
        ),
        (("facts.json", "写到船费，没有点地名。", "写到船费，点了芦洲的名。"), "matter-fares", "`芦洲`"),
        (
            ("facts.json", "It writes of fares and names no place.", "It writes of fares in Reedholm."),
            "matter-fares",
            "`芦洲`",
        ),
    ];
    for (edit, fact, what) in rows {
        let wrong = verify(&[edit]).unwrap_err();
        let said = format!("{}statement: its statement says {what}, and its sentence does not", fact_key(fact));
        assert!(wrong.len() == 1 && wrong[0].contains(&said), "{wrong:?}");
    }
}

#[test]
#[rustfmt::skip] // rows
fn nothing_on_the_page_has_the_name_of_something_else() {
    check_each(&[
        (("chapters.json", r#""id": "repaired""#, r#""id": "ledger""#),
         ("chapters[1].told.steps[0].id", "expected an id that nothing else on the page has, found `ledger`", r#""id": "ledger""#)),
    ]);
}
