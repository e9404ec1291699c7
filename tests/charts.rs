//! Laid-out charts, reviewed as text, and what must hold of any of them.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::path::Path;

use data_story::data::check_dir;
use data_story::draw::{Brush, Drawn, GroupName, Recorder, draw_areas, draw_pictogram};
use data_story::geometry::Rect;
use data_story::layout::{areas, pictogram, tenth};
use data_story::model::{
    AreaId, Chart, FactId, Figure, GroupProject, Lang, Matrix, MatrixCell, Others, Pictogram, Shape, StatusLanes,
    Story,
};
use plotters::drawing::IntoDrawingArea;

/// The story, and another city's, so that nothing here is true of one city only.
const STORIES: [&str; 2] = ["data", OWN];
/// The one whose words and numbers are the tests' own.
const OWN: &str = "examples/second-story";
/// Widths in CSS pixels: that of a chart in a chapter, of one that opens the story, and less than any screen has.
const WIDTHS: [f64; 3] = [300.0, 250.0, 96.0];
/// Larger than any mark may grow: the radius that charts in chapters are drawn with.
const LARGEST: f64 = 27.0;
/// Coordinates are rounded to tenths.
const ROUNDING: f64 = 0.1;

/// A group of marks.
type Group = data_story::draw::Group<GroupName>;

fn story(folder: &str) -> Story {
    check_dir(Path::new(folder)).unwrap()
}

fn figure<'a>(story: &'a Story, id: &str) -> &'a Figure {
    story.figure_named(id).unwrap()
}

fn value(story: &Story, id: &FactId) -> usize {
    story.fact(id).value.unwrap() as usize
}

/// A chart of marks as it is drawn: its size and its groups.
fn drawn(story: &Story, chart: &Pictogram, width: f64, largest: f64) -> ([f64; 2], Vec<Group>) {
    let placed = pictogram(story, chart, width, largest);
    let recorder = Recorder::new(placed.size);
    draw_pictogram(&recorder.clone().into_drawing_area(), &placed, &Brush::page(), |name| recorder.open(name))
        .unwrap();
    (placed.size, recorder.groups())
}

/// A strip of areas as it is drawn.
fn drawn_areas(story: &Story, ids: &[AreaId], side: f64) -> ([f64; 2], Vec<Group>) {
    let strip = areas(story, ids, side);
    let recorder = Recorder::new(strip.size);
    draw_areas(&recorder.clone().into_drawing_area(), &strip, &[], &Brush::page(), |name| recorder.open(name))
        .unwrap();
    (strip.size, recorder.groups())
}

/// Every chart of marks of both stories, at every width.
fn each_chart(mut check: impl FnMut(&str, &Story, &Pictogram, f64)) {
    for folder in STORIES {
        let story = story(folder);
        for figure in &story.figures.figures {
            let Chart::Pictogram(pictogram) = &figure.chart else { continue };
            for width in WIDTHS {
                check(&format!("{folder} {} {width}", figure.id), &story, pictogram, width);
            }
        }
    }
}

fn bounds(shape: &Drawn) -> Rect {
    match shape {
        Drawn::Line(points) | Drawn::Area(points) => Rect::bounding(points.iter().copied()).unwrap(),
        Drawn::Circle(centre, radius, _) => Rect::around(*centre, radius * 2.0, radius * 2.0),
        Drawn::Text(..) => panic!("the charts have no text of their own"),
    }
}

fn is_full(shape: &Drawn) -> bool {
    matches!(shape, Drawn::Area(_) | Drawn::Circle(_, _, true))
}

// What holds of any chart of marks.

#[test]
fn nine_quays_are_nine_crosses_of_which_the_two_named_ones_are_full() {
    let story = story(OWN);
    let Chart::Pictogram(chart) = &figure(&story, "quays-chart").chart else { panic!("quays-chart") };
    let mut chart = chart.clone();
    chart.rows[0].shape = Shape::Cross;
    let (_, groups) = drawn(&story, &chart, 300.0, LARGEST);
    let marks: Vec<(bool, usize)> = groups
        .iter()
        .flat_map(|group| &group.shapes)
        .map(|shape| match shape {
            Drawn::Area(corners) => (true, corners.len()),
            Drawn::Line(corners) => (false, corners.len() - 1),
            other => panic!("a cross is no {other:?}"),
        })
        .collect();
    assert_eq!(marks, [[(true, 12); 2].as_slice(), &[(false, 12); 7]].concat());
    let places: Vec<&str> =
        groups.iter().filter_map(|group| group.name.place.as_ref()).map(|place| place.as_str()).collect();
    assert_eq!(places, ["reed-quay", "salt-ferry"]);
}

#[test]
fn each_named_thing_is_one_group_and_all_others_together_are_one() {
    each_chart(|name, story, chart, width| {
        let (_, groups) = drawn(story, chart, width, LARGEST);
        let mut groups = groups.iter();
        for row in &chart.rows {
            for named in &row.named {
                let group = groups.next().unwrap();
                assert_eq!(
                    (&group.name.fact, &group.name.place),
                    (&Some(named.fact.clone()), &Some(named.place.clone()))
                );
                assert_eq!((group.name.count, group.shapes.len()), (1, 1), "{name}");
                assert!(group.shapes.iter().all(is_full), "{name}: {} is hollow", named.place);
            }
            let group = groups.next().unwrap();
            assert_eq!(group.name.fact.as_ref(), Some(row.rest.as_ref().unwrap_or(&row.total)), "{name}");
            assert_eq!(group.name.place, None, "{name}");
            let hollow = row.rest.is_some() || !row.named.is_empty() || row.hollow;
            assert!(group.shapes.iter().all(|shape| is_full(shape) != hollow), "{name}");
            assert_eq!(group.name.count, group.shapes.len(), "{name}");
        }
        assert!(groups.next().is_none(), "{name}: a group too many");
    });
}

#[test]
fn named_and_rest_make_the_total_in_data_and_in_marks() {
    each_chart(|name, story, chart, width| {
        let (_, groups) = drawn(story, chart, width, LARGEST);
        let marks: usize = groups.iter().map(|group| group.shapes.len()).sum();
        let total: usize = chart.rows.iter().map(|row| value(story, &row.total)).sum();
        assert_eq!(marks, total, "{name}");
        for row in chart.rows.iter().filter(|row| row.rest.is_some()) {
            let rest = value(story, row.rest.as_ref().unwrap());
            assert_eq!(row.named.len() + rest, value(story, &row.total), "{name}");
        }
    });
}

#[test]
fn marks_keep_apart_and_within_their_chart() {
    each_chart(|name, story, chart, width| {
        let (size, groups) = drawn(story, chart, width, LARGEST);
        well_placed(name, size, &groups);
    });
}

fn well_placed(name: &str, size: [f64; 2], groups: &[Group]) {
    let whole = Rect::new(0.0, 0.0, size[0], size[1]).grown(ROUNDING);
    let marks: Vec<Rect> = groups.iter().flat_map(|group| &group.shapes).map(bounds).collect();
    for (index, mark) in marks.iter().enumerate() {
        assert!(whole.holds(mark), "{name}: {mark:?} leaves {size:?}");
        for other in &marks[index + 1..] {
            assert!(mark.overlap(other) <= ROUNDING, "{name}: {mark:?} and {other:?}");
        }
    }
}

/// The second story's chart of quays with another total and another number of marks to a line: the marks there
/// are, and the groups.
fn with_total(total: f64, per_line: Option<usize>) -> (usize, usize) {
    let mut story = story("examples/second-story");
    let Chart::Pictogram(mut chart) = figure(&story, "quays-chart").chart.clone() else { panic!("quays-chart") };
    let row = &mut chart.rows[0];
    row.per_line = per_line;
    story.facts.facts.iter_mut().find(|fact| fact.id == row.total).unwrap().value = Some(total);
    let (size, groups) = drawn(&story, &chart, 300.0, LARGEST);
    let name = format!("{total:?} with {per_line:?} to a line");
    assert!(size.iter().all(|length| length.is_finite() && *length >= 1.0), "{name}: {size:?}");
    well_placed(&name, size, &groups);
    (groups.iter().map(|group| group.shapes.len()).sum(), groups.len())
}

#[test]
fn any_whole_total_and_any_line_length_give_that_many_marks() {
    // Total, marks to a line, groups: a name for each of the first two, and one group for all others.
    let rows = [
        (0.0, None, 0),
        (0.0, Some(3), 0),
        (1.0, None, 1),
        (1.0, Some(5), 1),
        (2.0, Some(0), 2),
        (3.0, Some(3), 3),
        (9.0, Some(50), 3),
        (10.0, Some(3), 3),
        (1000.0, Some(40), 3),
    ];
    for (total, per_line, groups) in rows {
        assert_eq!(with_total(total, per_line), (total as usize, groups), "{total} with {per_line:?} to a line");
    }
}

#[test]
fn a_strip_has_one_square_for_each_area_in_the_order_asked_for() {
    for folder in STORIES {
        let story = story(folder);
        let mut ids: Vec<AreaId> = story.chapters.areas.iter().map(|area| area.id.clone()).collect();
        for side in [18.0, 12.0] {
            let (size, groups) = drawn_areas(&story, &ids, side);
            let found: Vec<AreaId> = groups.iter().map(|group| group.name.area.clone().unwrap().0).collect();
            assert_eq!(found, ids, "{folder} {side}");
            let squares: Vec<Group> = groups
                .iter()
                .map(|group| Group { shapes: group.shapes.last().cloned().into_iter().collect(), ..group.clone() })
                .collect();
            well_placed(folder, size, &squares);
        }
        let strip = |ids: &[AreaId]| {
            let (size, groups) = drawn_areas(&story, ids, 18.0);
            describe(size, &groups)
        };
        let known = strip(&ids);
        ids.reverse();
        assert_ne!(strip(&ids), known, "{folder}: in the order asked for");
    }
}

// What holds of any table.

#[test]
fn every_row_of_the_matrix_fills_its_columns_or_says_that_they_are_not_given() {
    for folder in STORIES {
        let story = story(folder);
        for figure in &story.figures.figures {
            let Chart::Matrix(matrix) = &figure.chart else { continue };
            for group in matrix.groups(&story) {
                let columns: Vec<_> = group.cells.iter().map(|(city, _)| city.id().clone()).collect();
                let named: Vec<_> = (group.cells.iter().filter(|(_, cell)| *cell != MatrixCell::NotNamed))
                    .map(|(city, _)| city.id().clone())
                    .collect();
                match group.others {
                    Others::None | Others::Open(_) => {
                        assert_eq!(columns, matrix.columns);
                        assert_eq!(named.len(), group.row.named.len());
                    }
                    Others::NotListed(fact) => {
                        assert_eq!(columns, matrix.columns[..1]);
                        assert_eq!(Some(&fact.id), group.row.not_listed.as_ref());
                    }
                }
                assert!(named.iter().all(|column| group.row.named.contains(column)));
            }
        }
    }
}

#[test]
fn every_item_of_the_lanes_stands_at_the_stage_of_its_place() {
    for folder in STORIES {
        let story = story(folder);
        for figure in &story.figures.figures {
            let Chart::StatusLanes(lanes) = &figure.chart else { continue };
            let items = lanes.items(&story);
            assert_eq!(items.len(), lanes.rows.len(), "{folder}");
            for item in items {
                assert_eq!(lanes.stages[item.reached].stage, item.place.stage.unwrap());
            }
        }
    }
}

// Charts reviewed as text.

fn expect(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(file);
    expect_test::expect_file![path].assert_eq(text);
}

#[test]
fn drawn_charts_are_as_reviewed() {
    let story = story(OWN);
    for (id, largest) in [("quays-chart", LARGEST), ("quays-strip", 10.0)] {
        for width in &WIDTHS[..2] {
            let Chart::Pictogram(pictogram) = &figure(&story, id).chart else { panic!("{id}") };
            let (size, groups) = drawn(&story, pictogram, *width, largest);
            expect(&format!("chart-{id}.{width}.txt"), &describe(size, &groups));
        }
    }
    let Chart::Areas(strip) = &figure(&story, "matters-strip").chart else { panic!("matters-strip") };
    for side in [18.0, 12.0] {
        let (size, groups) = drawn_areas(&story, &strip.0, side);
        expect(&format!("chart-matters-strip.{side}.txt"), &describe(size, &groups));
    }
}

#[test]
fn tables_are_as_reviewed_in_both_languages() {
    let story = story(OWN);
    for lang in Lang::ALL {
        let Chart::Matrix(matrix) = &figure(&story, "crafts-matrix").chart else { panic!("crafts-matrix") };
        expect(&format!("cells-crafts-matrix.{}.txt", lang.tag()), &describe_matrix(&story, matrix, lang));
        let Chart::StatusLanes(lanes) = &figure(&story, "works-lanes").chart else { panic!("works-lanes") };
        expect(&format!("cells-works-lanes.{}.txt", lang.tag()), &describe_lanes(&story, lanes, lang));
    }
}

/// A drawing as text: its size, a line for each group, and one for each run of equal shapes at one height.
fn describe(size: [f64; 2], groups: &[Group]) -> String {
    let mut lines = vec![format!("size {}", size.map(tenth).join(" "))];
    for group in groups {
        let name = &group.name;
        let mut parts = vec![format!("group of {}", name.count)];
        parts.extend(name.place.as_ref().map(|place| format!("place {place}")));
        parts.extend(name.fact.as_ref().map(|fact| format!("fact {fact}")));
        parts.extend(name.area.as_ref().map(|(area, mention)| format!("area {area} {}", mention.slug())));
        parts.extend(name.colour.map(|colour| format!("colour {}", colour.slug())));
        lines.push(parts.join(", "));
        let kind = |shape: &Drawn| {
            let (bounds, full) = (bounds(shape), if is_full(shape) { "full" } else { "hollow" });
            let form = match shape {
                Drawn::Circle(..) => "circle".into(),
                // The outline of a polygon comes back to where it began.
                Drawn::Line(points) => format!("{}-gon", points.len() - 1),
                Drawn::Area(points) => format!("{}-gon", points.len()),
                Drawn::Text(..) => "text".into(),
            };
            (form, full, tenth(bounds.width), tenth(bounds.height), tenth(bounds.y))
        };
        // Rounding to tenths makes equal marks differ by one; the width and height of the first stand for all.
        for run in group.shapes.chunk_by(|a, b| (kind(a).0, kind(a).4) == (kind(b).0, kind(b).4)) {
            let (form, full, width, height, top) = kind(&run[0]);
            let left: Vec<String> = run.iter().map(|shape| tenth(bounds(shape).x)).collect();
            lines.push(format!("  {full} {form} {width} by {height}, top {top}, left {}", left.join(" ")));
        }
    }
    lines.join("\n") + "\n"
}

fn describe_matrix(story: &Story, matrix: &Matrix, lang: Lang) -> String {
    let mut lines = Vec::new();
    for group in matrix.groups(story) {
        lines.push(format!("{} ({})", group.row.name.get(lang), group.row.products.get(lang)));
        lines.extend(group.cells.iter().map(|(city, cell)| format!("  {}: {cell:?}", city.short().get(lang))));
        match group.others {
            Others::None => {}
            Others::Open(words) => lines.push(format!("  open: {}", words.get(lang))),
            Others::NotListed(fact) => lines.push(format!("  all others: NotGiven({:?})", fact.id)),
        }
        if let GroupProject::At(place, fact) = group.project {
            lines.push(format!("  project {} by {}", place.id, fact.id));
        }
    }
    lines.extend(matrix.rest.as_ref().map(|rest| format!("{}: {}", rest.name.get(lang), rest.words.get(lang))));
    lines.join("\n") + "\n"
}

fn describe_lanes(story: &Story, lanes: &StatusLanes, lang: Lang) -> String {
    let mut lines = Vec::new();
    for item in lanes.items(story) {
        let verb = item.place.verb.as_ref().map_or("", |verb| verb.get(lang));
        let location = item.location.map_or("not given", |location| location.get(lang));
        lines.push(format!(
            "{}: {} ({}), “{verb}”, {}, at {location}",
            item.place.name.get(lang),
            item.stage.name.get(lang),
            item.reached,
            item.fact.kind.slug()
        ));
    }
    lines.join("\n") + "\n"
}
