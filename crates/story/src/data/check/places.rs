//! Places: is each as precisely located as it says?

use super::{DataFile, FileKind, Found, Report, prose, say};
use crate::data::messages::{Phrase, both};
use crate::model::{Canvas, Place, Precision, Shape, Story};
use geometry::{Shapes, TransverseMercator, contains, distance_to_border};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Places, story, files);
    let file = &story.places;
    report.unique("/categories", file.categories.iter().map(|category| category.id.as_str()));
    check_shapes(&mut report);
    report.unique("/regions", file.regions.iter().map(|region| region.id.as_str()));
    for (index, region) in file.regions.iter().enumerate() {
        report.expect(region.anchor.is_some() || !story.has_maps(), &format!("/regions/{index}/anchor"), || {
            say::ANCHOR_MISSING.with(&[])
        });
    }
    report.unique("/places", file.places.iter().map(|place| place.id.as_str()));
    for (index, place) in file.places.iter().enumerate() {
        let at = format!("/places/{index}");
        let taken = story.find_region(&place.id).is_some();
        report.expect(!taken, &format!("{at}/id"), || say::REGION_HAS_ID.with(&[&place.id]));
        if let Some(category) = &place.category {
            let known = story.find_category(category).is_some() || report.lacks_ids(FileKind::Places, "/categories");
            report.expect(known, &format!("{at}/category"), || say::UNKNOWN_CATEGORY.with(&[category]));
        }
        if let Some(fact) = &place.fact {
            report.fact(&format!("{at}/fact"), fact);
        }
        report.expect(place.verb.is_none() || place.fact.is_some(), &format!("{at}/fact"), || {
            say::VERB_NEEDS_FACT.with(&[])
        });
        for (key, words) in [("verb", &place.verb), ("location/words", &place.location.words)] {
            if let Some(words) = words {
                prose::check_plain(&mut report, &format!("{at}/{key}"), words);
            }
        }
        check_location(&mut report, &format!("{at}/location"), place);
    }
    if geometry_is_read(&report) && super::topology::check(story, files).is_empty() {
        check_positions(&mut report);
    }
    report.found
}

/// The shapes that maps draw as marks.
const MARKS: [Shape; 6] = [Shape::Square, Shape::Triangle, Shape::Diamond, Shape::Circle, Shape::Cross, Shape::House];

/// Which shapes no category has, in words that end a message.
fn free(report: &Report) -> Phrase {
    let taken = |shape: &Shape| report.story.places.categories.iter().any(|category| category.shape == *shape);
    let free: Vec<&str> = MARKS.iter().filter(|shape| !taken(shape)).map(|shape| shape.slug()).collect();
    match free.as_slice() {
        [] => Phrase::of(both!("; none is free, so join two categories" / "；没有空余的了，请合并两个类别"), &[]),
        free => Phrase::of(both!("; free: {0}" / "；空余的有 {0}"), &[&free.join(", ")]),
    }
}

/// Whether each category has a shape of its own: not every reader tells the colours apart.
fn check_shapes(report: &mut Report) {
    let is_read = |index: usize| !report.is_aside(FileKind::Places, &format!("/categories/{index}/shape"));
    let categories = report.story.places.categories.iter().enumerate();
    let read: Vec<_> = categories.filter(|(index, _)| is_read(*index)).collect();
    for (at, (index, category)) in read.iter().enumerate() {
        if let Some((_, other)) = read[..at].iter().find(|(_, other)| other.shape == category.shape) {
            report.add(format!("/categories/{index}/shape"), say::SHAPE_TAKEN.with(&[&other.id, &free(report)]));
        } else if !MARKS.contains(&category.shape) {
            let found = category.shape.slug();
            let message = say::SHAPE_FOR_CHARTS.with(&[&found, &free(report)]);
            report.add(format!("/categories/{index}/shape"), message);
        }
    }
}

/// Whether no fault of form lies in what positions are measured by; the rest must also hang together.
fn geometry_is_read(report: &Report) -> bool {
    let settings =
        [(FileKind::Topology, "/arcs"), (FileKind::Topology, "/transform"), (FileKind::Map, "/projection")];
    let regions = report.story.topology.objects.get("regions").map_or(0, |layer| layer.geometries.len());
    settings.into_iter().all(|(file, pointer)| !report.is_touched(file, pointer))
        && (0..regions)
            .all(|index| !report.is_aside(FileKind::Topology, &format!("/objects/regions/geometries/{index}/arcs")))
}

/// Whether a location of this precision is a point.
pub fn needs_point(precision: Precision) -> bool {
    match precision {
        Precision::Site | Precision::Village | Precision::Township | Precision::Beyond => true,
        Precision::Region | Precision::Whole | Precision::NotGiven => false,
    }
}

/// What each precision must and must not bring; no point is needed where there is no map.
fn check_location(report: &mut Report, at: &str, place: &Place) {
    let location = &place.location;
    let pointed = needs_point(location.precision) && (location.point.is_some() || report.story.has_maps());
    let sourced = pointed || location.precision == Precision::Region || location.anchor.is_some();
    let mut rules = vec![
        ("point", location.point.is_some(), pointed),
        ("radius", location.radius.is_some(), pointed),
        ("source", location.source.is_some(), sourced),
    ];
    // Only the whole may do with or without a point that stands for it.
    rules.extend((location.precision != Precision::Whole).then_some(("anchor", location.anchor.is_some(), false)));
    let precision_read = !report.is_aside(FileKind::Places, &format!("{at}/precision"));
    for (key, given, wanted) in rules.into_iter().filter(|_| precision_read) {
        let message = if wanted { &say::PRECISION_NEEDS } else { &say::PRECISION_NEEDS_NO };
        let precision = location.precision.slug();
        report.expect(given == wanted, &format!("{at}/{key}"), || message.with(&[&precision, &key]));
    }
    for (key, degrees) in [("point", location.point), ("anchor", location.anchor)] {
        if let Some([longitude, latitude]) = degrees {
            let on_earth = longitude.abs() <= 180.0 && latitude.abs() <= 90.0;
            let swapped = latitude.abs() <= 180.0 && longitude.abs() <= 90.0;
            let message = if swapped { &say::OFF_EARTH_SWAPPED } else { &say::OFF_EARTH };
            report.expect(on_earth, &format!("{at}/{key}"), || message.with(&[&longitude, &latitude]));
        }
    }
    let needs_region = location.precision == Precision::Region;
    report.expect(!needs_region || !precision_read || location.within.is_some(), &format!("{at}/within"), || {
        say::WITHIN_MISSING.with(&[])
    });
    let needs_words = location.precision == Precision::NotGiven;
    report.expect(!needs_words || !precision_read || location.words.is_some(), &format!("{at}/words"), || {
        say::WORDS_MISSING.with(&[])
    });
    if let Some(within) = &location.within {
        let known = report.story.find_region(within).is_some() || report.lacks_ids(FileKind::Places, "/regions");
        report.expect(known, &format!("{at}/within"), || say::UNKNOWN_REGION_HERE.with(&[within]));
    }
}

/// Is every point inside the region it is said to be in, give or take its radius?
fn check_positions(report: &mut Report) {
    let story = report.story;
    let projection = TransverseMercator::new(story.map.projection.central_meridian);
    let shapes = Shapes::new(&story.topology, projection);
    for (index, region) in story.places.regions.iter().enumerate() {
        let Some(anchor) = region.anchor else { continue };
        let rings = shapes.rings(region.id.as_str());
        let inside = contains(&rings, projection.forward(anchor[0], anchor[1]));
        report.expect(rings.is_empty() || inside, &format!("/regions/{index}/anchor"), || {
            say::ANCHOR_OUTSIDE.with(&[&region.id, &format!("{anchor:?}")])
        });
    }
    for (index, place) in story.places.places.iter().enumerate() {
        let (Some(point), Some(radius)) = (place.location.point, place.location.radius) else { continue };
        let basemap = projection.forward(point[0], point[1]);
        let at = format!("/places/{index}/location/point");
        if let Some(within) = &place.location.within {
            let rings = shapes.rings(within.as_str());
            if rings.is_empty() || report.place_lacks(&place.id, "location/radius") {
                continue;
            }
            let off = if contains(&rings, basemap) { 0.0 } else { distance_to_border(&rings, basemap) };
            report.expect(off <= radius, &at, || {
                say::POINT_OUTSIDE_REGION.with(&[&format!("{radius:.0}"), within, &format!("{off:.0}")])
            });
        } else if place.location.precision != Precision::Beyond {
            let shown = |point: [f64; 2]| {
                let basemap = projection.forward(point[0], point[1]);
                let near = |rings: &geometry::Lines| {
                    contains(rings, basemap) || distance_to_border(rings, basemap) <= radius
                };
                canvases_of(story, place).iter().any(|canvas| shows(canvas, point))
                    || story.places.regions.iter().any(|region| near(&shapes.rings(region.id.as_str())))
            };
            if is_drawn(story, place) && !shown(point) {
                let swapped = [point[1], point[0]];
                let (found, turned) = (format!("{point:?}"), format!("{swapped:?}"));
                let message = if swapped[1].abs() <= 90.0 && shown(swapped) {
                    say::POINT_SWAPPED.with(&[&found, &turned])
                } else {
                    say::POINT_OFF_EVERY_MAP.with(&[&found])
                };
                report.add(at, message);
            }
        } else {
            let inside = story.places.regions.iter().find(|region| {
                let rings = shapes.rings(region.id.as_str());
                contains(&rings, basemap) && distance_to_border(&rings, basemap) > radius
            });
            if let Some(region) = inside {
                report.add(at, say::BEYOND_INSIDE.with(&[&region.id]));
            }
        }
    }
}

/// Whether any map lists the place as one that it draws.
fn is_drawn(story: &Story, place: &Place) -> bool {
    story.told().flat_map(|(_, told)| told.maps()).any(|map| map.places.contains(&place.id))
}

/// The drawings of all frames in which maps draw the place.
fn canvases_of<'a>(story: &'a Story, place: &Place) -> Vec<&'a Canvas> {
    let maps = story.told().flat_map(|(_, told)| told.maps()).filter(|map| map.places.contains(&place.id));
    maps.filter_map(|map| story.find_frame(&map.frame)).flat_map(|frame| [&frame.wide, &frame.narrow]).collect()
}

fn shows(canvas: &Canvas, [longitude, latitude]: [f64; 2]) -> bool {
    let [west, south, east, north] = canvas.extent;
    (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
}
