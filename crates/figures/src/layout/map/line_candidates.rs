//! The labels of schematic lines: the line's own, and the names of the places on it and beyond its ends.

use super::input::LayoutInput;
use super::label::LabelKind;
use super::unplaced::{UnplacedLabel, size, unplaced, words};
use super::{Line, Mark};
use crate::layout::Width;
use geometry::{Candidate, Point, Rect, Segment, points_along};
use story::model::PlaceId;
use story::text::Ui;

/// How far a line's label keeps from marks, if it can.
const FROM_MARKS: f64 = 34.0;
/// How far apart the points are at which a line's label may stand.
const STEP: f64 = 14.0;
/// Room between a line and its label, nearest first.
const BESIDE: [f64; 3] = [12.0, 22.0, 36.0];
/// Room between a station and its name, nearest first.
const ROUND: [f64; 3] = [9.0, 15.0, 24.0];

/// All labels of the lines but the names of places that have a mark.
pub fn of_lines(input: &LayoutInput<'_>, lines: &[Line], marks: &[Mark]) -> Vec<UnplacedLabel> {
    let mut all_unplaced = Vec::new();
    for line in lines {
        let stations = line.stations.iter().map(|station| (&station.place, station.at));
        let ends = line.ends.iter().map(|end| (&end.place, end.at));
        let unnamed = |(place, _): &(&PlaceId, Point)| marks.iter().all(|mark| mark.place != **place);
        all_unplaced.extend(stations.chain(ends).filter(unnamed).map(|(place, at)| of_stop(input, place, at)));
        all_unplaced.extend(of_line(input, line, marks));
    }
    all_unplaced
}

/// The name of a place on a line.
fn of_stop(input: &LayoutInput<'_>, place: &PlaceId, at: Point) -> UnplacedLabel {
    let lines = vec![input.story.subject(place).short().get(input.lang).to_owned()];
    let (w, h) = size(LabelKind::Station, &lines);
    let rects = ROUND.into_iter().flat_map(|room| {
        [
            Rect::new(at.x + room, at.y - h / 2.0, w, h),
            Rect::new(at.x - room - w, at.y - h / 2.0, w, h),
            Rect::new(at.x - w / 2.0, at.y + room, w, h),
            Rect::new(at.x - w / 2.0, at.y - room - h, w, h),
            Rect::new(at.x + room * 0.7, at.y + room * 0.5, w, h),
            Rect::new(at.x - room * 0.7 - w, at.y + room * 0.5, w, h),
            Rect::new(at.x + room * 0.7, at.y - room * 0.5 - h, w, h),
            Rect::new(at.x - room * 0.7 - w, at.y - room * 0.5 - h, w, h),
        ]
    });
    let mut unplaced = unplaced(
        LabelKind::Station,
        Some(place.clone()),
        0,
        lines,
        rects.map(|rect| Candidate::at(at, rect)).collect(),
        false,
    );
    unplaced.label.mark = Some(at);
    unplaced
}

/// Name, what is done, and that the line is no route; anywhere beside the line, the middle of its longest straight
/// part first.
fn of_line(input: &LayoutInput<'_>, line: &Line, marks: &[Mark]) -> Option<UnplacedLabel> {
    let place = input.story.place(&line.place);
    let (ui, schematic) = (Ui(input.lang), Ui(input.lang).schematic());
    let lines = match input.width {
        Width::Wide => words(input, place, &[&ui.clauses(&schematic)]),
        // What is done stands in the list below; every clause takes a line of its own.
        Width::Narrow => [place.short.get(input.lang)].into_iter().chain(schematic).map(str::to_owned).collect(),
    };
    let (w, h) = size(LabelKind::Line, &lines);
    let length = |[a, b]: &Segment| a.distance(*b);
    let longest = line.segments().max_by(|a, b| length(a).total_cmp(&length(b)))?;
    let middle = points_along(longest, longest[0].distance(longest[1]) / 2.0).last()?;
    let mut points: Vec<Point> = line.segments().flat_map(|segment| points_along(segment, STEP)).collect();
    points.sort_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)));
    let rects = BESIDE.into_iter().flat_map(|room| {
        let sides = move |at: &Point| {
            [
                Rect::new(at.x + room, at.y - h / 2.0, w, h),
                Rect::new(at.x - room - w, at.y - h / 2.0, w, h),
                Rect::new(at.x + room, at.y - h, w, h),
                Rect::new(at.x - room - w, at.y, w, h),
            ]
        };
        points.iter().flat_map(sides).collect::<Vec<_>>()
    });
    let mut unplaced = unplaced(
        LabelKind::Line,
        Some(line.place.clone()),
        0,
        lines,
        rects.map(|rect| Candidate::at(nearest(&points, &rect), rect)).collect(),
        false,
    );
    // Beside a mark it would seem to name that.
    unplaced.feature.avoid = marks.iter().map(|mark| Rect::around(mark.at, 2.0, 2.0).grown(FROM_MARKS)).collect();
    Some(unplaced)
}

/// Where on the line a label of it hangs: the point nearest to the label's middle.
fn nearest(points: &[Point], rect: &Rect) -> Point {
    let middle = rect.centre();
    let nearest = points.iter().min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)));
    nearest.copied().unwrap_or(middle)
}
