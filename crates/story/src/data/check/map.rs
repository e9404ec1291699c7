//! The map's settings: frames that can be drawn, rivers that exist.

use super::{DataFile, FileKind, Found, Report, prose, say};
use crate::model::{Canvas, Story};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Map, story, files);
    let map = &story.map;
    report.unique("/frames", map.frames.iter().map(|frame| frame.id.as_str()));
    for (index, frame) in map.frames.iter().enumerate() {
        for (key, canvas) in [("wide", &frame.wide), ("narrow", &frame.narrow)] {
            check_canvas(&mut report, &format!("/frames/{index}/{key}"), canvas);
        }
        let layer = story.topology.objects.get("surroundings").is_some_and(|layer| !layer.geometries.is_empty());
        let unread = report.lacks_ids(FileKind::Topology, "/objects/surroundings/geometries");
        report.expect(!frame.surroundings || layer || unread, &format!("/frames/{index}/surroundings"), || {
            say::NO_SURROUNDINGS.with(&[])
        });
    }
    check_meridian(&mut report);
    let rivers = story.topology.objects.get("rivers");
    for (index, river) in map.rivers.iter().enumerate() {
        let known = report.lacks_ids(FileKind::Topology, "/objects/rivers/geometries")
            || rivers.is_some_and(|layer| layer.geometries.iter().any(|line| line.id() == river.id));
        report.expect(known, &format!("/rivers/{index}/id"), || say::UNKNOWN_RIVER.with(&[&river.id]));
        report.expect(!(river.major && river.schematic), &format!("/rivers/{index}/schematic"), || {
            say::MAJOR_AND_SCHEMATIC.with(&[])
        });
    }
    for (index, note) in map.notes.iter().enumerate() {
        prose::check(&mut report, &format!("/notes/{index}"), note);
    }
    report.found
}

/// Pixels of a side; the pictures for sharing hold four times as many, and no screen shows more.
const LARGEST: f64 = 4000.0;
/// Degrees off the central meridian up to which a map stands upright and keeps its shape.
const FARTHEST: f64 = 40.0;

/// A meridian with a digit too few, or with the wrong sign, turns the map or mirrors it.
fn check_meridian(report: &mut Report) {
    let at = "/projection/central_meridian";
    if report.is_touched(FileKind::Map, "/projection") {
        return;
    }
    let meridian = report.story.map.projection.central_meridian;
    report.expect((-180.0..=180.0).contains(&meridian), at, || say::MERIDIAN_RANGE.with(&[&meridian]));
    let anchors: Vec<f64> = report
        .story
        .places
        .regions
        .iter()
        .filter_map(|region| region.anchor)
        .map(|[longitude, _]| longitude)
        .collect();
    let bounds = anchors.iter().copied().reduce(f64::min).zip(anchors.iter().copied().reduce(f64::max));
    let Some((west, east)) = bounds.filter(|_| (-180.0..=180.0).contains(&meridian)) else { return };
    let middle = (west + east) / 2.0;
    // Round the earth, as for islands on both sides of 180 degrees.
    let off = (middle - meridian).rem_euclid(360.0);
    report.expect(off.min(360.0 - off) <= FARTHEST, at, || {
        say::MERIDIAN_ELSEWHERE.with(&[&format!("{middle:.1}"), &meridian])
    });
}

fn check_canvas(report: &mut Report, at: &str, canvas: &Canvas) {
    let [width, height] = canvas.size;
    let drawable = [width, height].iter().all(|side| (1.0..=LARGEST).contains(side));
    report.expect(drawable, &format!("{at}/size"), || say::CANVAS_SIZE.with(&[&LARGEST, &width, &height]));
    check_extent(report, &format!("{at}/extent"), canvas.extent);
    if let Some(inset) = &canvas.inset {
        prose::check_plain(report, &format!("{at}/inset/name"), &inset.name);
        check_extent(report, &format!("{at}/inset/extent"), inset.extent);
    }
    let areas = [
        ("area", Some(canvas.area)),
        ("inset/area", canvas.inset.as_ref().map(|inset| inset.area)),
        ("locator", canvas.locator),
    ];
    for (key, area) in areas.into_iter().filter_map(|(key, area)| Some((key, area?))) {
        let [left, top, w, h] = area;
        let fits = left >= 0.0 && top >= 0.0 && w > 0.0 && h > 0.0 && left + w <= width && top + h <= height;
        let read = !report.is_aside(FileKind::Map, &format!("{at}/size"));
        report.expect(fits || !read, &format!("{at}/{key}"), || {
            say::AREA_OUTSIDE.with(&[&width, &height, &format!("{area:?}")])
        });
    }
}

fn check_extent(report: &mut Report, at: &str, [west, south, east, north]: [f64; 4]) {
    let ordered = west < east && south < north && west >= -180.0 && east <= 180.0 && south > -90.0 && north < 90.0;
    report.expect(ordered, at, || say::EXTENT_ORDER.with(&[&format!("{:?}", [west, south, east, north])]));
}
