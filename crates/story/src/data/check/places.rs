//! Places: is each as precisely located as it says?

use super::{DataFile, FileKind, Found, Report, prose};
use crate::model::{Place, Precision, Story};
use geometry::{Shapes, TransverseMercator, contains, distance_to_border};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Places, story, files);
    let file = &story.places;
    report.unique("/categories", file.categories.iter().map(|category| category.id.as_str()));
    check_shapes(&mut report);
    report.unique("/regions", file.regions.iter().map(|region| region.id.as_str()));
    for (index, region) in file.regions.iter().enumerate() {
        report.expect(region.anchor.is_some() || !story.has_maps(), &format!("/regions/{index}/anchor"), || {
            "missing; expected a point inside the region, where its name stands on maps".into()
        });
    }
    report.unique("/places", file.places.iter().map(|place| place.id.as_str()));
    for (index, place) in file.places.iter().enumerate() {
        let at = format!("/places/{index}");
        let taken = story.region(&place.id).is_some();
        report.expect(!taken, &format!("{at}/id"), || {
            format!("expected an id of its own, found `{}`, which a region has", place.id)
        });
        if let Some(category) = &place.category {
            let known = story.category(category).is_some() || report.lacks_ids(FileKind::Places, "/categories");
            report.expect(known, &format!("{at}/category"), || {
                format!("expected the id of a category in this file, found `{category}`")
            });
        }
        if let Some(fact) = &place.fact {
            report.fact(&format!("{at}/fact"), fact);
        }
        report.expect(place.verb.is_none() || place.fact.is_some(), &format!("{at}/fact"), || {
            "missing; a place with a verb needs the fact that says so".into()
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

/// Whether each category has a shape of its own: not every reader tells the colours apart.
fn check_shapes(report: &mut Report) {
    let is_read = |index: usize| !report.is_aside(FileKind::Places, &format!("/categories/{index}/shape"));
    let categories = report.story.places.categories.iter().enumerate();
    let read: Vec<_> = categories.filter(|(index, _)| is_read(*index)).collect();
    for (at, (index, category)) in read.iter().enumerate() {
        if let Some((_, other)) = read[..at].iter().find(|(_, other)| other.shape == category.shape) {
            report.add(
                format!("/categories/{index}/shape"),
                format!("expected a shape of its own, found that of `{}`", other.id),
            );
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
        let not = if wanted { "" } else { "no " };
        report.expect(given == wanted, &format!("{at}/{key}"), || {
            format!("a location of precision {} needs {not}`{key}`", location.precision.slug())
        });
    }
    let needs_region = location.precision == Precision::Region;
    report.expect(!needs_region || !precision_read || location.within.is_some(), &format!("{at}/within"), || {
        "missing; a location of precision region needs the region it is in".into()
    });
    let needs_words = location.precision == Precision::NotGiven;
    report.expect(!needs_words || !precision_read || location.words.is_some(), &format!("{at}/words"), || {
        "missing; a location that is not given needs words that say why".into()
    });
    if let Some(within) = &location.within {
        let known = report.story.region(within).is_some() || report.lacks_ids(FileKind::Places, "/regions");
        report.expect(known, &format!("{at}/within"), || {
            format!("expected the id of a region in this file, found `{within}`")
        });
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
            format!("expected a point inside region {}, found {anchor:?}", region.id)
        });
    }
    for (index, place) in story.places.places.iter().enumerate() {
        let (Some(point), Some(radius)) = (place.location.point, place.location.radius) else { continue };
        let ground = projection.forward(point[0], point[1]);
        let at = format!("/places/{index}/location/point");
        if let Some(within) = &place.location.within {
            let rings = shapes.rings(within.as_str());
            if rings.is_empty() || report.place_lacks(&place.id, "location/radius") {
                continue;
            }
            let off = if contains(&rings, ground) { 0.0 } else { distance_to_border(&rings, ground) };
            report.expect(off <= radius, &at, || {
                format!("expected a point within {radius:.0} m of region {within}, found one {off:.0} m away")
            });
        } else if place.location.precision == Precision::Beyond {
            let inside = story.places.regions.iter().find(|region| {
                let rings = shapes.rings(region.id.as_str());
                contains(&rings, ground) && distance_to_border(&rings, ground) > radius
            });
            if let Some(region) = inside {
                report.add(at, format!("expected a point outside the map's regions, found one in {}", region.id));
            }
        }
    }
}
