//! Laid-out figures, reviewed as text: every map at two widths and in two languages.

#![allow(clippy::unwrap_used)] // a test may stop at the first surprise

use std::path::Path;

use luoyang_story::data::check_dir;
use luoyang_story::geometry::{Rect, contains};
use luoyang_story::layout::map::{MapLayout, lay_out};
use luoyang_story::layout::{Ground, Width, tenth};
use luoyang_story::model::{ChapterMap, Lang, Story};

fn story() -> Story {
    check_dir(Path::new("data")).unwrap()
}

/// Every map of the story at every width and in every language.
fn each_map(story: &Story, mut check: impl FnMut(&ChapterMap, Width, Lang, MapLayout)) {
    let ground = Ground::new(story);
    for map in story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref()?.map.as_ref()) {
        for width in Width::ALL {
            for lang in Lang::ALL {
                check(map, width, lang, lay_out(story, &ground, map, width, lang).unwrap());
            }
        }
    }
}

#[test]
fn no_label_covers_another_a_mark_or_the_edge() {
    let story = story();
    each_map(&story, |map, width, lang, layout| {
        let name = |index: usize| layout.labels[index].lines.join("/");
        let whole = Rect::new(0.0, 0.0, layout.size[0], layout.size[1]);
        for (index, label) in layout.labels.iter().enumerate() {
            assert!(whole.holds(&label.bounds), "{} {width:?} {lang:?}: {} leaves the map", map.id, name(index));
            for other in index + 1..layout.labels.len() {
                let depth = label.bounds.overlap(&layout.labels[other].bounds);
                assert!(depth <= 1.5, "{} {width:?} {lang:?}: {} and {}", map.id, name(index), name(other));
            }
            for mark in &layout.marks {
                let mark_box = Rect::around(mark.at, mark.radius * 2.0, mark.radius * 2.0);
                let depth = label.bounds.overlap(&mark_box);
                assert!(depth <= 1.5, "{} {width:?} {lang:?}: {} covers {}", map.id, name(index), mark.place);
            }
        }
    });
}

#[test]
fn a_label_is_nearest_to_its_own_mark_or_has_a_leader() {
    let story = story();
    each_map(&story, |map, width, lang, layout| {
        for label in layout.labels.iter().filter(|label| label.leader.is_none()) {
            let Some(own) = layout.marks.iter().find(|mark| Some(&mark.place) == label.place.as_ref()) else {
                continue;
            };
            for other in layout.marks.iter().filter(|other| other.place != own.place) {
                let (near, far) = (label.bounds.distance(own.at), label.bounds.distance(other.at));
                assert!(near < far, "{} {width:?} {lang:?}: {} is nearer to {}", map.id, label.lines[0], other.place);
            }
        }
    });
}

#[test]
fn a_region_is_named_on_its_own_land() {
    let story = story();
    let ground = Ground::new(&story);
    each_map(&story, |map, width, lang, layout| {
        let regions = layout.labels.iter().filter(|label| label.kind.slug() == "region");
        for (label, id) in regions.filter_map(|label| Some((label, label.place.as_ref()?))) {
            let fit = layout.panes[label.pane].fit;
            let middle = fit.to_ground(label.bounds.centre());
            let rings = ground.shapes.rings(id.as_str());
            assert!(contains(&rings, middle), "{} {width:?} {lang:?}: {}", map.id, label.lines[0]);
        }
    });
}

#[test]
fn every_place_that_can_be_drawn_is_drawn_and_labelled_once() {
    let story = story();
    each_map(&story, |map, width, lang, layout| {
        for place in map.places.iter().filter_map(|id| story.place(id)) {
            let drawable = place.location.point.is_some() || place.location.within.is_some();
            let marks = layout.marks.iter().filter(|mark| mark.place == place.id).count();
            assert_eq!(marks, usize::from(drawable), "{} {width:?} {lang:?}: {}", map.id, place.id);
            let labels = layout.labels.iter().filter(|label| label.place.as_ref() == Some(&place.id)).count();
            assert_eq!(labels, marks, "{} {width:?} {lang:?}: {}", map.id, place.id);
        }
    });
}

#[test]
fn laid_out_maps_are_as_reviewed() {
    let story = story();
    each_map(&story, |map, width, lang, layout| {
        let file = format!("snapshots/{}.{}.{}.txt", map.id, width.slug(), lang.tag());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
        expect_test::expect_file![path].assert_eq(&describe(&layout));
    });
}

/// A layout as text: one line for each thing drawn, in drawing order.
fn describe(layout: &MapLayout) -> String {
    let rect = |r: &Rect| [r.x, r.y, r.width, r.height].map(tenth).join(" ");
    let mut lines = vec![format!("size {}", layout.size.map(tenth).join(" "))];
    for pane in &layout.panes {
        let view = pane.view_box.map(tenth).join(" ");
        lines.push(format!(
            "pane {:?} at {} shows {view} ({} px/km)",
            pane.kind,
            rect(&pane.rect),
            tenth(pane.scale())
        ));
    }
    for region in &layout.tinted {
        lines.push(format!("tint {region}"));
    }
    for mark in &layout.marks {
        let ring = mark.ring.map_or(String::new(), |ring| format!(" ring {}", tenth(ring)));
        let at = format!("{} {}", tenth(mark.at.x), tenth(mark.at.y));
        lines.push(format!("mark {} {:?} {:?} at {at}{ring}", mark.place, mark.shape, mark.stage));
    }
    for label in &layout.labels {
        let leader = if label.leader.is_some() { " with leader" } else { "" };
        lines.push(format!("{} {} at {}{leader}", label.kind.slug(), label.lines.join(" / "), rect(&label.bounds)));
    }
    for row in &layout.beyond {
        lines.push(format!(
            "beyond {} at {} {} bearing {}",
            row.place,
            tenth(row.at.x),
            tenth(row.at.y),
            tenth(row.bearing)
        ));
    }
    if let Some(bar) = &layout.scale_bar {
        lines.push(format!("scale bar {} at {}", bar.label, rect(&bar.bounds)));
    }
    lines.join("\n") + "\n"
}
