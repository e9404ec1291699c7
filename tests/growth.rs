//! Cities of any size: the same code reads, checks and lays out three hundred regions and three thousand.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::path::PathBuf;

use growing::{Medium, Size, write};
use luoyang_story::data::check_dir;
use luoyang_story::layout::map::lay_out;
use luoyang_story::layout::{Ground, Width};
use luoyang_story::model::{Lang, Story};

/// A city of this size, read like any other.
#[track_caller]
fn city(regions: usize, places: usize) -> Story {
    let name = format!("city-{regions}-{places}-{}", std::process::id());
    let folder: PathBuf = std::env::temp_dir().join(name);
    write(Size { regions, places }, Medium::ByNumber, &folder).unwrap();
    let story = check_dir(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    story.unwrap_or_else(|faults| panic!("{} faults, the first: {}", faults.len(), faults[0]))
}

#[test]
fn tmp_time() {
    let (r, p) = (std::env::var("R").unwrap().parse().unwrap(), std::env::var("P").unwrap().parse().unwrap());
    let t = std::time::Instant::now();
    let story = city(r, p);
    println!("read {:?}", t.elapsed());
    let t = std::time::Instant::now();
    let ground = Ground::new(&story);
    println!("ground {:?}", t.elapsed());
    let map = story.chapters.chapters[0].told.as_ref().unwrap().map.as_ref().unwrap();
    for w in Width::ALL {
        let t = std::time::Instant::now();
        let l = lay_out(&story, &ground, map, w, Lang::Zh).unwrap();
        println!("layout {w:?} {:?} marks {} labels {}", t.elapsed(), l.marks.len(), l.labels.len());
    }
}
