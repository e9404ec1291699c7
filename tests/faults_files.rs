//! Files that are none, or too much, or nothing that can be drawn: said at once, and never the end of the program.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod invalid;

use std::fs;
use std::path::Path;

use data_story::data::check_dir;
use invalid::{Invalid, check_each};

/// What is said when this file holds these bytes.
#[track_caller]
fn check_bytes(file: &str, bytes: &[u8], says: &str) {
    let copy = Invalid::new(&[]);
    fs::write(copy.0.join(file), bytes).unwrap();
    only(&copy, says);
}

/// There is one fault, which says this. A check that reads all of an endless file never comes to it.
#[track_caller]
fn only(copy: &Invalid, says: &str) {
    let list: Vec<String> = copy.faults().iter().map(ToString::to_string).collect();
    assert!(list.len() == 1 && list[0].contains(says), "expected `{says}`, found {list:#?}");
}

#[test]
fn a_file_that_is_no_utf_8_says_what_it_is() {
    let text = Invalid::new(&[]).text("corrections.json");
    let wide: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_bytes("corrections.json", &wide, "corrections.json:1: expected UTF-8, found UTF-16; save");
    let gbk = text.replace("更正", "x").into_bytes().into_iter().filter(u8::is_ascii).collect::<Vec<_>>();
    let gbk = [b"\n\n".to_vec(), gbk, b"\xc2\xe5\xd1\xf4".to_vec()].concat();
    let line = gbk.iter().filter(|byte| **byte == b'\n').count() + 1;
    check_bytes("corrections.json", &gbk, &format!("corrections.json:{line}: expected UTF-8, found GBK; save"));
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm() {
    let copy = Invalid::new(&[]);
    for file in invalid::FILES {
        let text = format!("\u{feff}{}", copy.text(file).replace('\n', "\r\n"));
        fs::write(copy.0.join(file), text).unwrap();
    }
    assert_eq!(copy.faults(), []);
}

#[test]
fn an_empty_file_is_called_empty() {
    check_bytes("figures.json", b"", "figures.json:1: expected JSON, found an empty file");
}

#[test]
fn a_folder_that_is_none_is_one_fault() {
    let copy = Invalid::new(&[]);
    for (folder, says) in
        [(copy.0.join("nowhere"), "expected a folder with facts.json"), (copy.0.join("map.json"), "found a file")]
    {
        let list: Vec<String> = check_dir(&folder).err().unwrap().iter().map(ToString::to_string).collect();
        assert!(
            list.len() == 1 && list[0].starts_with(&folder.display().to_string()) && list[0].contains(says),
            "{list:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_not_read() {
    for (target, says) in
        [("/dev/zero", "a device or a pipe"), (".", "a folder has its name"), ("facts.json", "os error")]
    {
        let copy = Invalid::new(&[]);
        let path = copy.0.join("facts.json");
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink(Path::new(target), &path).unwrap();
        let list: Vec<String> = copy.faults().iter().map(ToString::to_string).collect();
        assert!(list[0].contains("facts.json: expected this file, but: ") && list[0].contains(says), "{list:?}");
    }
}

#[test]
fn a_file_of_fifty_megabytes_is_not_read() {
    let copy = Invalid::new(&[]);
    // It holds nothing, and so takes no room on the disk.
    fs::File::create(copy.0.join("map.topo.json")).unwrap().set_len(50 << 20).unwrap();
    only(&copy, "map.topo.json: expected at most 16 MB, found 50 MB");
}

#[test]
#[rustfmt::skip] // rows
fn what_no_map_can_be_made_of_is_a_fault_and_no_panic() {
    let row = "[-20, 120], [60, 120], [10, 120]";
    check_each(&[
        (("map.topo.json", row, "[9223372036854775807, 120], [9223372036854775807, 120], [10, 120]"),
         ("arcs[0]", "expected longitudes from -180 to 180", "9223372036854775807, 120], [10")),
        (("map.topo.json", "\"type\": \"Topology\"", "\"type\": \"FeatureCollection\", \"features\": []"),
         ("type", "expected TopoJSON", "\"type\": \"FeatureCollection\"")),
        (("map.json", "\"topology\": \"map.topo.json\"", "\"topology\": \"../map.topo.json\""),
         ("topology", "expected the name of a file in this folder", "../map")),
        (("map.json", "\"size\": [900, 600]", "\"size\": [1000000000, 1000000000]"),
         ("frames[2].wide.size", "expected width and height from 1 to 4000 pixels, found 1000000000", "\"size\": [1000000000")),
        (("map.json", "\"central_meridian\": 85.6", "\"central_meridian\": 8.56"),
         ("projection.central_meridian", "a meridian that leads through the regions, such as 85.", "8.56")),
        (("map.json", "\"central_meridian\": 85.6", "\"central_meridian\": -85.6"),
         ("projection.central_meridian", "a meridian that leads through the regions, such as 85.", "-85.6")),
    ]);
}

#[test]
#[rustfmt::skip] // rows
fn a_formula_without_measure_is_a_fault() {
    let deep = format!("{}100 - {{lamps-lit}}{}", "(".repeat(100_000), ")".repeat(100_000));
    check_each(&[
        (("facts.json", "100 - {lamps-lit}", &deep),
         ("facts[29].formula", "expected at most 4000 characters", "\"formula\": \"((((")),
    ]);
}

#[test]
fn formulas_that_name_each_other_crosswise_come_to_an_end() {
    let copy = Invalid::new(&[]);
    let mut facts: serde_json::Value = serde_json::from_str(&copy.text("facts.json")).unwrap();
    let list = facts["facts"].as_array_mut().unwrap();
    let mut one = list[29].clone();
    // Each leads to both before it: two to the power of sixty ways.
    for step in 0..60 {
        let (a, b) = (step * 2, step * 2 + 1);
        for id in [a, b] {
            one["id"] = format!("cross-{id}").into();
            one["formula"] = match step {
                0 => "100 - {lamps-lit}".into(),
                _ => format!("({{cross-{}}} + {{cross-{}}}) / 2", a - 2, a - 1).into(),
            };
            list.push(one.clone());
        }
    }
    fs::write(copy.0.join("facts.json"), facts.to_string()).unwrap();
    // Whoever walks every way never comes back.
    assert_eq!(copy.faults(), []);
}

#[test]
fn a_name_of_three_hundred_letters_is_a_fault_of_the_name() {
    let copy = Invalid::new(&[]);
    let long = "a".repeat(300);
    for (file, key) in [("facts.json", "chapter"), ("chapters.json", "id")] {
        let (from, to) = (format!("\"{key}\": \"boats\""), format!("\"{key}\": \"{long}\""));
        fs::write(copy.0.join(file), copy.text(file).replace(&from, &to)).unwrap();
    }
    let list: Vec<String> = copy.faults().iter().map(ToString::to_string).collect();
    assert!(list.iter().any(|fault| fault.contains("chapters[3].id: expected text like")), "{list:?}");
    assert!(list.iter().all(|fault| fault.contains("300 characters") && fault.len() < 400), "{list:?}");
}
