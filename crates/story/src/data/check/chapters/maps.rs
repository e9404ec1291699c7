//! Maps of chapters and steps: does the frame show what they name, and can lines and shading be drawn?

use super::super::places::needs_point;
use super::super::{FileKind, Report, prose, say};
use crate::model::{ChapterMap, FigureId, Frame, MapLine, Place, PlaceId, Precision};

pub fn check_map(report: &mut Report, at: &str, map: &ChapterMap) {
    prose::check(report, &format!("{at}/title"), &map.title);
    prose::check(report, &format!("{at}/description"), &map.description);
    for (index, stage) in map.stages.iter().enumerate() {
        prose::check_plain(report, &format!("{at}/stages/{index}/label"), &stage.label);
    }
    if let Some(title) = &map.beyond_title {
        prose::check_plain(report, &format!("{at}/beyond_title"), title);
    }
    let known = report.story.find_frame(&map.frame).is_some() || report.lacks_ids(FileKind::Map, "/frames");
    report.expect(known, &format!("{at}/frame"), || say::UNKNOWN_FRAME.with(&[&map.frame]));
    for (index, id) in map.places.iter().enumerate() {
        check_drawn(report, &format!("{at}/places/{index}"), map, id);
    }
    for (index, id) in map.beyond.iter().enumerate() {
        check_beyond(report, &format!("{at}/beyond/{index}"), id);
    }
    for (index, line) in map.lines.iter().enumerate() {
        check_line(report, &format!("{at}/lines/{index}"), line);
    }
    if let Some(figure) = &map.shading {
        check_shading(report, &format!("{at}/shading"), figure);
    }
}

/// A place that is drawn has a category, or is a city in a frame that shows it.
fn check_drawn(report: &mut Report, at: &str, map: &ChapterMap, id: &PlaceId) {
    report.place(at, id);
    let Some(place) = report.story.find_place(id) else { return };
    let frame = report.story.map.frames.iter().enumerate().find(|(_, frame)| frame.id == map.frame);
    let shown = frame.is_none_or(|(index, frame)| {
        shows_city(frame, place) || report.is_touched(FileKind::Map, &format!("/frames/{index}"))
    });
    let shown = shown || report.lacks_position(id);
    report.expect(place.category.is_some() || shown, at, || say::NOT_DRAWN.with(&[&map.frame, id]));
}

/// Whether both canvases of a frame show a city beside ours, or our own where it is drawn as one.
fn shows_city(frame: &Frame, place: &Place) -> bool {
    let location = &place.location;
    let point = match location.precision {
        Precision::Beyond => location.point,
        Precision::Whole => location.anchor.filter(|_| frame.surroundings),
        _ => None,
    };
    let within = |[west, south, east, north]: [f64; 4], [longitude, latitude]: [f64; 2]| {
        (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
    };
    point.is_some_and(|point| [&frame.wide, &frame.narrow].iter().all(|canvas| within(canvas.extent, point)))
}

fn check_beyond(report: &mut Report, at: &str, id: &PlaceId) {
    report.place(at, id);
    let Some(place) = report.story.find_place(id) else { return };
    // Where a point is needed and missing, the place is to blame.
    let point = place.location.point.is_some() || needs_point(place.location.precision);
    let point = point || report.lacks_position(id);
    report.expect(point, at, || say::NO_POINT.with(&[id]));
}

/// A line leads through at least two places that have a point or an anchor.
fn check_line(report: &mut Report, at: &str, line: &MapLine) {
    report.place(&format!("{at}/place"), &line.place);
    let read = !report.is_touched(FileKind::Chapters, &format!("{at}/through"));
    report.expect(line.through.len() >= 2 || !read, &format!("{at}/through"), || {
        say::LINE_OF_ONE.with(&[&line.through.len()])
    });
    for (index, id) in line.through.iter().enumerate() {
        let pointer = format!("{at}/through/{index}");
        report.subject(&pointer, id);
        if report.story.find_subject(id).is_none() {
            continue;
        }
        let place = report.story.find_place(id);
        let blamed = place.is_some_and(|place| needs_point(place.location.precision));
        let point = report.story.point_of(id).is_some() || blamed || report.lacks_position(id);
        report.expect(point, &pointer, || say::NO_POINT_OR_ANCHOR.with(&[id]));
    }
}

/// Only bars give regions values.
fn check_shading(report: &mut Report, at: &str, id: &FigureId) {
    let Some(figure) = report.story.find_figure(id) else {
        let unread = report.lacks_ids(FileKind::Figures, "/figures");
        return report.expect(unread, at, || say::UNKNOWN_FIGURE.with(&[id]));
    };
    let index = report.story.figures.figures.iter().position(|one| one.id == *id).unwrap_or(0);
    let unread = report.is_aside(FileKind::Figures, &format!("/figures/{index}/bars"));
    report.expect(figure.bars().is_some() || unread, at, || say::SHADING_WITHOUT_BARS.with(&[id]));
}
