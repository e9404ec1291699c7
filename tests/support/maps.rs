//! What holds for every map, wherever it stands: on a page, in a picture, however far it is enlarged.

use data_story::geometry::{Point, Rect, part_inside};
use data_story::layout::map::{Label, LabelKind, MapLayout, Mark, PaneKind};
use data_story::layout::{Basemap, circle};
use data_story::model::{Lang, Prose, Story, Subject};
use data_story::text::plain_text;

/// How deep a label may reach into another or into a mark, in pixels, without being seen.
const UNSEEN: f64 = 1.5;

/// The marks that do not lie in the division they are known to, each with all that is seen of it.
pub fn strayed(story: &Story, basemap: &Basemap<'_>, layout: &MapLayout) -> Vec<String> {
    let outside = |mark: &&Mark| {
        let within = story.place(&mark.place).location.within.as_ref();
        let known_no_better = story.point_of(&mark.place).is_none();
        let Some(area) = within.filter(|_| known_no_better).and_then(|id| basemap.area(id)) else { return false };
        let fit = &layout.panes[mark.pane].fit;
        let edge = circle(mark.radius).into_iter().map(|off| Point::new(mark.at.x + off.x, mark.at.y + off.y));
        edge.chain([mark.at]).any(|at| !area.contains(fit.to_ground(at)))
    };
    layout.marks.iter().filter(outside).map(|mark| format!("{} lies outside its division", mark.place)).collect()
}

/// The marks that have neither name nor number where the main pane is enlarged so far.
pub fn nameless(layout: &MapLayout, times: f64) -> Vec<String> {
    let shown = |label: &&Label| label.from <= times && label.until.is_none_or(|until| times < until);
    let names = |mark: &Mark| {
        let mut labels = layout.labels.iter().chain(&layout.later).filter(shown);
        labels.any(|label| {
            label.place.as_ref() == Some(&mark.place) && matches!(label.kind, LabelKind::Place | LabelKind::Number)
        })
    };
    layout
        .marks
        .iter()
        .filter(|mark| !names(mark))
        .map(|mark| format!("{} has no name at {times}", mark.place))
        .collect()
}

/// What is drawn where its pane does not hold it: a mark, and so the ring that shows it is chosen.
pub fn out_of_sight(layout: &MapLayout) -> Vec<String> {
    let outside = |mark: &&Mark| {
        let pane = &layout.panes[mark.pane];
        let covered = layout.panes.iter().skip(1).any(|other| pane.kind == PaneKind::Main && other.rect.has(mark.at));
        pane.kind == PaneKind::Locator || !pane.rect.has(mark.at) || covered
    };
    layout.marks.iter().filter(outside).map(|mark| format!("{} stands in no pane that is seen", mark.place)).collect()
}

/// Leaders that cross another, or a label or mark that is not their own.
pub fn crossed(layout: &MapLayout) -> Vec<String> {
    let segments = |label: &Label| label.leader.map_or(Vec::new(), |[a, b, c]| vec![[a, b], [b, c]]);
    let mut found = Vec::new();
    for (index, label) in layout.labels.iter().enumerate() {
        for segment in segments(label) {
            for (_, other) in layout.labels.iter().enumerate().filter(|(at, _)| *at != index) {
                let through = part_inside(segment, &other.bounds.grown(-0.5)).is_some();
                if through || segments(other).into_iter().any(|one| cross(segment, one)) {
                    found.push(format!("the leader of {:?} crosses {:?}", label.lines, other.lines));
                }
            }
            for mark in layout.marks.iter().filter(|mark| label.mark != Some(mark.at)) {
                if part_inside(segment, &Rect::around(mark.at, mark.radius * 2.0, mark.radius * 2.0)).is_some() {
                    found.push(format!("the leader of {:?} crosses the mark of {}", label.lines, mark.place));
                }
            }
        }
    }
    found
}

/// Labels and marks that cover each other.
pub fn covered(layout: &MapLayout) -> Vec<String> {
    let boxed = |mark: &Mark| Rect::around(mark.at, mark.radius * 2.0, mark.radius * 2.0);
    let mut found = Vec::new();
    for (index, label) in layout.labels.iter().enumerate() {
        let others = layout.labels[index + 1..].iter().filter(|other| label.bounds.overlap(&other.bounds) > UNSEEN);
        found.extend(others.map(|other| format!("{:?} covers {:?}", label.lines, other.lines)));
        let marks = layout.marks.iter().filter(|mark| label.bounds.overlap(&boxed(mark)) > UNSEEN);
        found.extend(marks.map(|mark| format!("{:?} covers {}", label.lines, mark.place)));
    }
    for (index, mark) in layout.marks.iter().enumerate() {
        let others = layout.marks[index + 1..].iter();
        let near = others.filter(|other| mark.at.distance(other.at) < mark.radius.max(other.radius));
        found.extend(near.map(|other| format!("{} covers {}", mark.place, other.place)));
    }
    found
}

/// Places and divisions that a title names and that the map below it does not hold.
pub fn not_held(story: &Story, title: &Prose, layout: &MapLayout) -> Vec<String> {
    let title = plain_text(story, title, Lang::Zh);
    let held = |subject: &Subject<'_>| match subject {
        Subject::Region(region) => layout.seen().contains(&region.id),
        Subject::Place(place) => {
            let on_line = layout.lines.iter().any(|line| {
                let ends = line.ends.iter().map(|end| &end.place);
                let stations = line.stations.iter().map(|station| &station.place);
                std::iter::once(&line.place).chain(stations).chain(ends).any(|id| *id == place.id)
            });
            on_line || layout.marks.iter().any(|mark| mark.place == place.id)
        }
    };
    // The city that the story is about is what its map shows.
    let is_city = |subject: &Subject<'_>| matches!(subject, Subject::Place(place) if place.category.is_none());
    let named = story.subjects().filter(|subject| title.contains(subject.short().zh.as_str()));
    named.filter(|one| !is_city(one) && !held(one)).map(|one| format!("{title:?} names {}", one.id())).collect()
}

/// Whether two segments cross, or one ends on the other.
fn cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
