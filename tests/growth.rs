//! Cities of any size: the same code reads, checks, lays out and renders thirty regions and three thousand.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::collections::BTreeSet;
use std::path::Path;

use data_story::data::check_dir;
use data_story::geometry::{Lines, MOST, Point, Rect, Shapes, TransverseMercator, distance_to_border};
use data_story::layout::map::{CANVAS_FROM, LabelKind, MapLayout, lay_out};
use data_story::layout::{Basemap, Detail, UNIT, VISIBLE, Width};
use data_story::model::{ChapterMap, Lang, Precision, Renderer, Story};
use data_story::view::{PageContext, page};
use synthetic::{Inset, Renderer as Wanted, Size, write};

/// A city of this size, read like any other.
#[track_caller]
fn city(regions: usize, places: usize, medium: Wanted) -> Story {
    let folder = tempfile::tempdir().unwrap();
    write(Size { regions, places }, medium, Inset::Without, folder.path()).unwrap();
    read(folder.path())
}

#[track_caller]
fn read(folder: &Path) -> Story {
    check_dir(folder).unwrap_or_else(|faults| panic!("{} faults, the first: {}", faults.len(), faults[0]))
}

fn map_of(story: &Story) -> &ChapterMap {
    story.chapters.chapters.iter().find_map(|chapter| chapter.told.as_ref()?.map.as_ref()).unwrap()
}

#[track_caller]
fn laid_out(story: &Story, width: Width) -> MapLayout {
    lay_out(story, &Basemap::new(story), map_of(story), width, Lang::Zh).unwrap()
}

/// The values of an attribute within a part of a page.
fn values<'a>(part: &'a str, name: &str) -> Vec<&'a str> {
    part.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

/// What stands between two texts.
#[track_caller]
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).unwrap_or_else(|| panic!("no {from}")).1.split_once(to).unwrap().0
}

#[test]
fn three_thousand_regions_and_ten_thousand_places_are_read_laid_out_and_rendered() {
    let story: &'static Story = Box::leak(Box::new(city(3000, 10_000, Wanted::ByNumber)));
    let basemap = Box::leak(Box::new(Basemap::new(story)));
    for lang in Lang::ALL {
        let html = page(PageContext::new(story, basemap, lang)).unwrap();
        let canvas = between(&html, "<canvas", "</canvas>");
        let links: BTreeSet<&str> = values(canvas, "data-place").into_iter().collect();
        assert_eq!(links.len(), 13_000);
        assert_eq!(values(canvas, "tabindex").iter().filter(|stop| **stop == "0").count(), 1);
        let targets: BTreeSet<&str> = values(&html, "id").into_iter().collect();
        let dead: Vec<&str> = values(canvas, "href").into_iter().filter(|to| !targets.contains(&to[1..])).collect();
        assert!(dead.is_empty(), "{dead:?}");
        // As many positions as links, in the same order.
        let anchors = values(canvas, "data-anchors")[0].split(' ').count() / 2;
        let dots: usize = values(between(&html, "<defs><path id=\"dots-", "</defs>"), "d")
            .iter()
            .map(|d| d.matches("h1").count())
            .sum();
        assert_eq!((anchors, dots), (3000, 10_000));
        // None stands for more than is known: a ring around each that is known roughly, a tint where no better.
        let known =
            |precision| story.places.places.iter().filter(|place| place.location.precision == precision).count();
        let [township, region] = [Precision::Township, Precision::Region].map(known);
        let paths = values(between(&html, "<defs><path id=\"dots-", "</defs>"), "d");
        let rings = paths.iter().map(|d| d.matches('a').count() / 2);
        assert!(township > 300 && region > 300, "{township} and {region}");
        assert_eq!(rings.sum::<usize>(), township + region);
        let rough = story.places.places.iter().filter(|place| place.location.precision == Precision::Region);
        let tinted: BTreeSet<_> = rough.filter_map(|place| place.location.within.as_ref()).collect();
        assert_eq!(
            html.matches("class=\"drawn tinted\"").count(),
            tinted.len() * 2,
            "on the wide map and the narrow"
        );
        assert!(!html.contains("<a class=\"region"), "regions are elements too");
    }
}

#[test]
fn a_map_is_drawn_on_a_canvas_from_a_number_of_regions_and_places_or_as_the_story_says() {
    let regions = 300;
    for (places, medium, expected) in [
        (CANVAS_FROM - regions - 1, Wanted::ByNumber, Renderer::Elements),
        (CANVAS_FROM - regions, Wanted::ByNumber, Renderer::Canvas),
        (100, Wanted::Canvas, Renderer::Canvas),
        (CANVAS_FROM, Wanted::Elements, Renderer::Elements),
    ] {
        let story = city(regions, places, medium);
        assert_eq!(laid_out(&story, Width::Wide).medium, expected, "{places} places, {medium:?}");
    }
}

#[test]
fn a_crowded_map_names_the_regions_that_their_names_fit_into_and_nothing_else() {
    let story = city(200, 60, Wanted::ByNumber);
    let [wide, narrow] = Width::ALL.map(|width| laid_out(&story, width));
    assert!(wide.labels.len() > 10, "{} names", wide.labels.len());
    for layout in [&wide, &narrow] {
        assert_eq!(layout.marks.len(), 60);
        assert!(layout.marks.iter().all(|mark| mark.number.is_none()));
        for label in &layout.labels {
            assert_eq!(label.kind, LabelKind::Region, "{label:?}");
        }
    }
    // A map with room keeps the names of all its marks.
    let roomy = laid_out(&city(12, 10, Wanted::ByNumber), Width::Wide);
    assert_eq!(roomy.labels.iter().filter(|label| label.kind == LabelKind::Place).count(), 10);
}

/// Whole and simplified shapes of a story.
fn shapes(story: &Story) -> (Shapes<'_>, Shapes<'_>) {
    let whole = Shapes::new(&story.topology, TransverseMercator::new(story.map.projection.central_meridian));
    (whole, Basemap::new(story).shapes.clone())
}

fn count(lines: &Lines) -> usize {
    lines.iter().map(Vec::len).sum()
}

fn stories() -> [Story; 4] {
    [
        read(Path::new("data")),
        read(Path::new("examples/second-story")),
        city(30, 10, Wanted::ByNumber),
        city(300, 10, Wanted::ByNumber),
    ]
}

#[test]
fn no_border_lies_visibly_beside_where_it_was() {
    for story in stories() {
        let (whole, lighter) = shapes(&story);
        let detail = Detail::new(&story.map, TransverseMercator::new(story.map.projection.central_meridian));
        for (arc, left) in whole.arcs().iter().zip(lighter.arcs()) {
            let tolerance = detail.tolerance(&Rect::bounding(arc.iter().copied()).unwrap());
            let furthest = arc.iter().map(|point| distance_to_border(std::slice::from_ref(left), *point));
            let furthest = furthest.fold(0.0, f64::max);
            assert!(furthest <= tolerance, "{furthest} m aside of {tolerance}");
        }
        // The same in pixels, frame by frame and without the help of what chose the tolerance.
        for frame in &story.map.frames {
            for width in Width::ALL {
                let canvas = if width == Width::Wide { &frame.wide } else { &frame.narrow };
                let basemap = Basemap::new(&story);
                let extent = basemap.extent(canvas.extent);
                let scale = (canvas.area[2] / extent.width).min(canvas.area[3] / extent.height);
                let seen = |point: &Point| extent.has(*point);
                for (arc, left) in whole.arcs().iter().zip(lighter.arcs()) {
                    for point in arc.iter().filter(|point| seen(point)) {
                        let metres = distance_to_border(std::slice::from_ref(left), *point);
                        let pixels = metres * scale * MOST;
                        assert!(pixels <= VISIBLE || metres <= UNIT / 2.0, "{}: {pixels} px", frame.id);
                    }
                }
            }
        }
    }
}

#[test]
fn no_shared_border_is_torn() {
    for story in stories() {
        let (whole, lighter) = shapes(&story);
        let regions = || story.places.regions.iter().map(|region| lighter.rings(region.id.as_str()));
        let rings: Vec<BTreeSet<String>> = regions().map(|rings| edges(&rings)).collect();
        for (before, after) in whole.arcs().iter().zip(lighter.arcs()) {
            assert_eq!((before.first(), before.last()), (after.first(), after.last()), "an arc keeps its ends");
        }
        // Every edge of the land belongs to two regions, or to one and the outline.
        let outline = edges(&lighter.outline());
        let mut times: std::collections::BTreeMap<&String, usize> = Default::default();
        rings.iter().flatten().chain(&outline).for_each(|edge| *times.entry(edge).or_default() += 1);
        let torn: Vec<_> = times.iter().filter(|(_, times)| **times != 2).collect();
        assert!(torn.is_empty(), "{} of {} edges are torn: {:?}", torn.len(), times.len(), torn.first());
        for (region, rings) in story.places.regions.iter().zip(regions()) {
            assert!(rings.iter().all(|ring| ring.len() >= 4 && ring.first() == ring.last()), "{}", region.id);
        }
    }
}

/// The edges of rings, whichever way they run.
fn edges(rings: &Lines) -> BTreeSet<String> {
    let name = |pair: &[Point]| {
        let mut ends = [format!("{:?}", pair[0]), format!("{:?}", pair[1])];
        ends.sort();
        ends.join(" ")
    };
    rings.iter().flat_map(|ring| ring.windows(2).map(name)).collect()
}

#[test]
fn a_city_of_more_regions_needs_fewer_points_for_each() {
    // The borders of both have as many points each in the file.
    let share = |regions: usize| {
        let story = city(regions, 10, Wanted::ByNumber);
        let (whole, lighter) = shapes(&story);
        count(lighter.arcs()) as f64 / count(whole.arcs()) as f64
    };
    let (few, many) = (share(30), share(3000));
    assert!(many < few * 0.8, "of {few} there are {many} left");
}
