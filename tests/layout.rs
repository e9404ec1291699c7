//! Laid-out figures, reviewed as text: every map at two widths and in two languages.

#![allow(clippy::unwrap_used)] // a test may stop at the first surprise

use std::path::Path;
use std::sync::LazyLock;

use luoyang_story::data::check_dir;
use luoyang_story::geometry::{Rect, contains, part_inside};
use luoyang_story::layout::map::{Hatching, MapLayout, Shade, Sign, lay_out};
use luoyang_story::layout::{Ground, Width, summary_of, tenth};
use luoyang_story::model::{ChapterMap, Kind, Lang, Story};
use luoyang_story::text;

/// The story, and another city's, so that nothing here is true of one city only.
static STORIES: LazyLock<[Story; 2]> =
    LazyLock::new(|| ["data", "tests/second-story"].map(|dir| check_dir(Path::new(dir)).unwrap()));

/// Every map of both stories, of chapters and of steps, at every width and in every language.
fn each_map(mut check: impl FnMut(&Story, &ChapterMap, Width, Lang, MapLayout)) {
    for story in STORIES.iter() {
        let ground = Ground::new(story);
        let told = story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
        let maps =
            told.flat_map(|told| told.map.iter().chain(told.steps.iter().filter_map(|step| step.map.as_ref())));
        for map in maps {
            for width in Width::ALL {
                for lang in Lang::ALL {
                    check(story, map, width, lang, lay_out(story, &ground, map, width, lang).unwrap());
                }
            }
        }
    }
}

#[test]
fn no_label_covers_another_a_mark_or_the_edge() {
    each_map(|_, map, width, lang, layout| {
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
    each_map(|_, map, width, lang, layout| {
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
    each_map(|story, map, width, lang, layout| {
        let ground = Ground::new(story);
        let regions = layout.labels.iter().filter(|label| matches!(label.kind.slug(), "region" | "value"));
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
    each_map(|story, map, width, lang, layout| {
        for place in map.places.iter().filter_map(|id| story.place(id)) {
            let drawable = story.point_of(&place.id).is_some() || place.location.within.is_some();
            let marks = layout.marks.iter().filter(|mark| mark.place == place.id).count();
            assert_eq!(marks, usize::from(drawable), "{} {width:?} {lang:?}: {}", map.id, place.id);
            let lines = layout.lines.iter().filter(|line| line.place == place.id).count();
            let stops = layout.lines.iter().flat_map(|line| line.stations.iter().map(|station| &station.place));
            let stops = stops.chain(layout.lines.iter().flat_map(|line| line.ends.iter().map(|end| &end.place)));
            // A place with a mark is not named once more for the line through it.
            let stops = stops.filter(|id| **id == place.id && marks == 0).count();
            let labels = layout.labels.iter().filter(|label| label.place.as_ref() == Some(&place.id)).count();
            assert_eq!(labels, marks + lines + stops, "{} {width:?} {lang:?}: {}", map.id, place.id);
        }
    });
}

#[test]
fn a_schematic_line_goes_from_place_to_place_and_to_the_edge_where_one_is_out_of_sight() {
    let mut lines = 0;
    each_map(|story, map, width, lang, layout| {
        assert_eq!(layout.lines.len(), map.lines.len(), "{}", map.id);
        let ground = Ground::new(story);
        let main = &layout.panes[0];
        let covers = || layout.panes.iter().skip(1).map(|pane| pane.rect);
        for line in &layout.lines {
            lines += 1;
            for station in &line.stations {
                let point = story.point_of(&station.place).unwrap();
                let at = main.fit.to_page(ground.metres(point));
                assert!(at.distance(station.at) < 0.1, "{} {width:?}: {}", map.id, station.place);
                assert!(covers().all(|cover| !cover.has(at)), "{} {width:?}: {} is covered", map.id, station.place);
            }
            for end in &line.ends {
                let distance = [main.rect].into_iter().chain(covers()).map(|edge| {
                    let [left, right] = [(end.at.x - edge.x).abs(), (end.at.x - edge.right()).abs()];
                    let [top, bottom] = [(end.at.y - edge.y).abs(), (end.at.y - edge.bottom()).abs()];
                    left.min(right).min(top).min(bottom)
                });
                let nearest = distance.fold(f64::INFINITY, f64::min);
                assert!(nearest < 10.0, "{} {width:?}: the end towards {} is {nearest} away", map.id, end.place);
            }
            let named = |id| layout.labels.iter().any(|label| label.place.as_ref() == Some(id));
            let places = line.stations.iter().map(|station| &station.place);
            for id in places.chain(line.ends.iter().map(|end| &end.place)).chain([&line.place]) {
                assert!(named(id), "{} {width:?} {lang:?}: no name for {id}", map.id);
            }
        }
    });
    assert!(lines >= 2 * Width::ALL.len() * Lang::ALL.len(), "found {lines} lines");
}

#[test]
fn no_label_lies_on_a_line() {
    each_map(|_, map, width, lang, layout| {
        for segment in layout.lines.iter().flat_map(|line| line.segments().collect::<Vec<_>>()) {
            for label in &layout.labels {
                let inner = label.bounds.grown(-1.5);
                assert_eq!(part_inside(segment, &inner), None, "{} {width:?} {lang:?}: {:?}", map.id, label.lines);
            }
        }
    });
}

#[test]
fn no_leader_of_an_inset_crosses_its_caption() {
    each_map(|_, map, width, lang, layout| {
        for inset in layout.inset.iter() {
            for leader in inset.leaders {
                let crossed = part_inside(leader, &inset.caption_bounds);
                assert_eq!(crossed, None, "{} {width:?} {lang:?} {inset:?}", map.id);
            }
        }
    });
}

#[test]
fn a_shaded_region_has_a_figure_of_its_own_and_any_other_is_hatched_by_whether_it_is_mentioned() {
    let mut shaded = 0;
    each_map(|story, map, _, lang, layout| {
        let Some(shading) = &layout.shading else { return };
        let bars = story.figure(map.shading.as_ref().unwrap()).unwrap().bars.as_ref().unwrap();
        assert_eq!(shading.measures.len(), bars.measures.len(), "{}", map.id);
        for (measure, spec) in shading.measures.iter().zip(&bars.measures) {
            for region in &measure.regions {
                shaded += 1;
                let part = spec.parts.iter().find(|part| part.region.as_ref() == Some(&region.region)).unwrap();
                assert_eq!(region.fact, part.fact, "{}", map.id);
                let computed = story.fact(&part.fact).unwrap().kind == Kind::Computed;
                assert_eq!(region.shade == Shade::Computed, computed, "{}: {}", map.id, region.region);
            }
            let of_regions = spec.parts.iter().filter(|part| part.region.is_some()).count();
            assert_eq!(measure.regions.len(), of_regions, "{}: {}", map.id, spec.id);
        }
        for region in &story.places.regions {
            let everywhere = shading.of(&region.id).all(|value| value.is_some());
            let chapter = &story.fact(&bars.measures[0].total).unwrap().chapter;
            let said = story.statements_about(&region.id).any(|fact| fact.chapter == *chapter);
            let expected = match (everywhere, said) {
                (true, _) => None,
                (false, true) => Some(Hatching::Mentioned),
                (false, false) => Some(Hatching::Unmentioned),
            };
            assert_eq!(shading.hatching(&region.id), expected, "{}: {}", map.id, region.id);
        }
        for label in layout.labels.iter().filter(|label| !label.readings.is_empty()) {
            for reading in &label.readings {
                let (w, h) = reading.size();
                let fits = w <= label.bounds.width && h <= label.bounds.height;
                assert!(fits, "{} {lang:?}: {} needs more room", map.id, reading.head);
            }
        }
    });
    assert!(shaded > 0, "no map is shaded");
}

#[test]
fn laid_out_maps_are_as_reviewed() {
    each_map(|story, map, width, lang, layout| {
        // Of the other city only what this one has not.
        let own = story.head().title.en.contains("Luoyang");
        if !own && !["map-nets", "map-walls"].contains(&map.id.as_str()) {
            return;
        }
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
    for (index, measure) in layout.shading.iter().flat_map(|shading| shading.measures.iter().enumerate()) {
        for region in &measure.regions {
            lines.push(format!("measure {index}: {} {} by {}", region.region, region.shade.slug(), region.fact));
        }
    }
    for (region, hatching) in layout.shading.iter().flat_map(|shading| &shading.hatched) {
        lines.push(format!("hatch {region} {}", hatching.slug()));
    }
    for line in &layout.lines {
        for part in &line.parts {
            let points: Vec<String> = part.iter().map(|at| format!("{} {}", tenth(at.x), tenth(at.y))).collect();
            lines.push(format!("line {} {}", line.place, points.join(", ")));
        }
        for end in &line.ends {
            lines.push(format!("line {} leaves towards {} bearing {}", line.place, end.place, tenth(end.bearing)));
        }
    }
    for region in &layout.tinted {
        lines.push(format!("tint {region}"));
    }
    for mark in &layout.marks {
        let ring = mark.ring.map_or(String::new(), |ring| format!(" ring {}", tenth(ring)));
        let at = format!("{} {}", tenth(mark.at.x), tenth(mark.at.y));
        lines.push(format!("mark {} {} at {at}{ring}", mark.place, sign(mark.sign)));
    }
    for label in &layout.labels {
        let leader = if label.leader.is_some() { " with leader" } else { "" };
        let readings: Vec<String> =
            label.readings.iter().map(|reading| format!("{} / {}", reading.head, reading.below)).collect();
        let said = if readings.is_empty() { label.lines.join(" / ") } else { readings.join(" | ") };
        lines.push(format!("{} {said} at {}{leader}", label.kind.slug(), rect(&label.bounds)));
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

/// How a mark looks, in words.
fn sign(sign: Sign) -> String {
    match sign {
        Sign::Category { shape, stage, .. } => format!("{shape:?} {stage:?}"),
        Sign::City => "City".into(),
        Sign::OwnCity => "OwnCity".into(),
    }
}

#[test]
fn what_is_said_of_a_map_counts_what_it_draws() {
    each_map(|story, map, _, lang, layout| {
        let summary = summary_of(story, map, &layout, 0, lang);
        let drawn: Vec<_> = layout.marks.iter().filter_map(|mark| story.place(&mark.place)).collect();
        let in_category = drawn.iter().filter(|place| place.category.is_some()).count();
        assert_eq!(summary.categories.iter().map(|(_, count)| count).sum::<usize>(), in_category, "{}", map.id);
        assert_eq!(summary.cities, drawn.len() - in_category, "{}", map.id);
        let missing = map.places.iter().filter(|id| !layout.marks.iter().any(|mark| mark.place == **id)).count();
        let as_lines = map.lines.iter().filter(|line| map.places.contains(&line.place)).count();
        assert_eq!(summary.off_map, missing - as_lines, "{}", map.id);
        assert!(summary.regions_with_places <= summary.regions_in_sight, "{}", map.id);
        assert!(summary.regions_with_places <= summary.places_in_regions, "{}", map.id);
        assert!(summary.places_in_regions <= in_category, "{}", map.id);
        let shaded = layout.shading.as_ref().map(|shading| shading.measures[0].regions.len());
        assert_eq!(summary.measure.map(|(_, count)| count), shaded, "{}", map.id);
    });
}

/// Every map of both stories in one sentence or a few, for people to read.
#[test]
fn the_sentences_about_maps_are_as_reviewed() {
    for lang in Lang::ALL {
        let mut lines = String::new();
        each_map(|story, map, width, of, layout| {
            if of == lang && width == Width::Wide {
                lines +=
                    &format!("{}: {}\n", map.id, text::describe(&summary_of(story, map, &layout, 0, lang), lang));
            }
        });
        let file = format!("tests/snapshots/says.{}.txt", lang.tag());
        expect_test::expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join(file)].assert_eq(&lines);
    }
}
