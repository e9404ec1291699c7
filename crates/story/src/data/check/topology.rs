//! The topology: does every region exist, close, and fit its neighbours without gap or overlap?

use std::collections::{BTreeMap, BTreeSet};

use super::{DataFile, FileKind, Found, Report, say};
use crate::data::messages::{Phrase, both};
use crate::model::{Geometry, Story, Topology, Transform};

pub fn check(story: &Story, files: &[DataFile]) -> Vec<Found> {
    let mut report = Report::new(FileKind::Topology, story, files);
    let topology = &story.topology;
    for (index, arc) in topology.arcs.iter().enumerate() {
        report.expect(arc.len() >= 2, &format!("/arcs/{index}"), || say::SHORT_ARC.with(&[&arc.len()]));
    }
    let placed = check_degrees(&mut report, topology);
    let mut sound = report.found.is_empty() && !report.is_touched(FileKind::Topology, "/arcs");
    for (layer, collection) in &topology.objects {
        for (index, geometry) in collection.geometries.iter().enumerate() {
            if !placed {
                // Arcs that lead nowhere meet nowhere; one fault says so.
                break;
            }
            let at = format!("/objects/{layer}/geometries/{index}");
            sound &= check_geometry(&mut report, &at, geometry, topology);
        }
    }
    check_regions(&mut report, story);
    if sound {
        check_borders(&mut report, topology);
    }
    report.found
}

/// Whether steps become degrees, and degrees that there are: nothing else can be projected.
fn check_degrees(report: &mut Report, topology: &Topology) -> bool {
    let Transform { scale, translate } = &topology.transform;
    if report.is_touched(FileKind::Topology, "/transform") || report.is_touched(FileKind::Topology, "/arcs") {
        return true;
    }
    if scale.contains(&0.0) {
        report.add("/transform/scale", say::NO_SCALE.with(&[&format!("{scale:?}")]));
        return false;
    }
    let on_earth = |[x, y]: [i64; 2]| {
        let [longitude, latitude] = [0, 1].map(|axis| [x, y][axis] as f64 * scale[axis] + translate[axis]);
        (-180.0..=180.0).contains(&longitude) && (-90.0..=90.0).contains(&latitude)
    };
    let is_sound = |arc: &Vec<[i64; 2]>| {
        let mut at = [0i64; 2];
        arc.iter().all(|[x, y]| {
            let next = at[0].checked_add(*x).zip(at[1].checked_add(*y));
            next.is_some_and(|(x, y)| {
                at = [x, y];
                on_earth(at)
            })
        })
    };
    let wrong: Vec<usize> = (0..topology.arcs.len()).filter(|index| !is_sound(&topology.arcs[*index])).collect();
    if let Some(first) = wrong.first() {
        let others = wrong.len() - 1;
        let more =
            if others == 0 { both!("" / "") } else { both!(", nor do {0} other arcs" / "，另有 {0} 段也是") };
        report.add(format!("/arcs/{first}"), say::ARC_OFF_EARTH.with(&[&Phrase::of(more, &[&others])]));
    }
    wrong.is_empty()
}

/// Whether all arcs of a geometry exist, meet, and close where they enclose an area.
fn check_geometry(report: &mut Report, at: &str, geometry: &Geometry, topology: &Topology) -> bool {
    let before = report.found.len();
    let arcs_read = !topology.arcs.is_empty() || !report.is_aside(FileKind::Topology, "/arcs");
    if !arcs_read || report.is_aside(FileKind::Topology, &format!("{at}/arcs")) {
        return false;
    }
    let lines = geometry.lines();
    report.expect(!lines.is_empty() && lines.iter().all(|line| !line.is_empty()), &format!("{at}/arcs"), || {
        say::NO_ARC.with(&[&geometry.id()])
    });
    for line in lines {
        let missing = line.iter().find(|index| arc_of(topology, **index).is_none());
        if let Some(index) = missing {
            let message = say::UNKNOWN_ARC.with(&[&topology.arcs.len(), index, &geometry.id()]);
            report.add(format!("{at}/arcs"), message);
            continue;
        }
        let ends: Vec<_> = line.iter().filter_map(|index| ends_of(topology, *index)).collect();
        if report.is_touched(FileKind::Topology, "/arcs") {
            continue;
        }
        let meet = ends.windows(2).all(|pair| pair[0].1 == pair[1].0);
        report.expect(meet, &format!("{at}/arcs"), || say::JUMP.with(&[&geometry.id()]));
        let closed = ends.first().map(|first| first.0) == ends.last().map(|last| last.1);
        report.expect(!geometry.is_area() || !meet || closed, &format!("{at}/arcs"), || {
            say::OPEN_RING.with(&[&geometry.id()])
        });
    }
    report.found.len() == before
}

/// Where the regions' geometries are listed.
const REGIONS: &str = "/objects/regions/geometries";

/// Each region of `places.json` has exactly one area, and each area a region.
fn check_regions(report: &mut Report, story: &Story) {
    let Some(layer) = story.topology.objects.get("regions").map(|layer| &layer.geometries) else {
        return report.add("/objects/regions", say::NO_REGIONS.with(&[]));
    };
    let mut areas: BTreeMap<&str, usize> = BTreeMap::new();
    layer.iter().for_each(|geometry| *areas.entry(geometry.id()).or_default() += 1);
    for (index, region) in story.places.regions.iter().enumerate() {
        let count = areas.get(region.id.as_str()).copied().unwrap_or(0);
        let unread = count == 0
            && (report.lacks_ids(FileKind::Topology, REGIONS)
                || report.is_aside(FileKind::Places, &format!("/regions/{index}/id")));
        report.expect(count == 1 || unread, "/objects/regions", || say::AREAS_OF_REGION.with(&[&region.id, &count]));
    }
    let known: BTreeSet<&str> = story.places.regions.iter().map(|region| region.id.as_str()).collect();
    for (index, geometry) in layer.iter().enumerate() {
        let at = format!("{REGIONS}/{index}");
        report.expect(geometry.is_area(), &format!("{at}/type"), || say::NO_AREA.with(&[&geometry.id()]));
        let lacks = report.lacks_ids(FileKind::Places, "/regions");
        report.expect(known.contains(geometry.id()) || lacks, &format!("{at}/id"), || {
            say::AREA_OF_NO_REGION.with(&[&geometry.id()])
        });
    }
}

/// No border is used by more than two regions, or twice the same way round.
fn check_borders(report: &mut Report, topology: &Topology) {
    let Some(layer) = topology.objects.get("regions") else { return };
    let mut uses: BTreeMap<usize, Vec<(bool, usize)>> = BTreeMap::new();
    for (index, geometry) in layer.geometries.iter().enumerate() {
        for arc in geometry.lines().into_iter().flatten() {
            let (forward, position) = (*arc >= 0, if *arc < 0 { !*arc } else { *arc } as usize);
            uses.entry(position).or_default().push((forward, index));
        }
    }
    for (arc, uses) in uses {
        let torn = match uses.as_slice() {
            [_] => false,
            [(a, _), (b, _)] => a == b,
            _ => true,
        };
        if torn {
            let last = uses.last().map_or(0, |(_, index)| *index);
            report.add(format!("{REGIONS}/{last}/arcs"), say::TORN_BORDER.with(&[&arc]));
        }
    }
}

fn arc_of(topology: &Topology, index: i32) -> Option<&Vec<[i64; 2]>> {
    topology.arcs.get(if index < 0 { !index } else { index } as usize)
}

/// First and last position of an arc as it is walked.
fn ends_of(topology: &Topology, index: i32) -> Option<([i64; 2], [i64; 2])> {
    let arc = arc_of(topology, index)?;
    let first = *arc.first()?;
    // An arc that leads out of all numbers is a fault already; its end is compared all the same.
    let last = arc.iter().fold([0i64; 2], |at, step| [0, 1].map(|axis| at[axis].wrapping_add(step[axis])));
    Some(if index < 0 { (last, first) } else { (first, last) })
}
