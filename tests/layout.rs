//! Laid-out figures, reviewed as text: every map at two widths and in two languages.

#![allow(clippy::unwrap_used)] // a test may stop at the first surprise

#[path = "support/maps.rs"]
mod maps;

use std::path::Path;
use std::sync::LazyLock;

use data_story::data::check_dir;
use data_story::geometry::{Point, Rect, contains, part_inside};
use data_story::layout::map::{
    Hatching, Label, LabelKind, LegendSymbol, MapLayout, Pane, PaneKind, Sign, ValueClass, Wider, farther, lay_out,
    lay_out_near, legend_entries, nearer,
};
use data_story::layout::{Basemap, Sentence, Taken, Width, summary_of, tenth};
use data_story::model::{ChapterMap, Fact, Kind, Lang, Region, Speaker, Story};
use data_story::text::{self, Ui};

/// The story, and another city's, so that nothing here is true of one city only.
static STORIES: LazyLock<[Story; 2]> =
    LazyLock::new(|| ["data", "examples/second-story"].map(|dir| check_dir(Path::new(dir)).unwrap()));

/// Whether it is the story whose words and numbers are the tests' own, so that what is reviewed as text changes with the
/// program alone.
fn is_the_tests_own(story: &Story) -> bool {
    std::ptr::eq(story, &STORIES[1])
}

/// A map laid out for a width and a language.
struct Case {
    story: &'static Story,
    map: &'static ChapterMap,
    width: Width,
    lang: Lang,
    layout: MapLayout,
}

/// Every map of both stories, of chapters and of steps, at every width and in every language.
static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| STORIES.iter().flat_map(cases).collect());

fn cases(story: &'static Story) -> Vec<Case> {
    let basemap = Basemap::new(story);
    let told = story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
    let maps = told.flat_map(|told| told.map.iter().chain(told.steps.iter().filter_map(|step| step.map.as_ref())));
    let case = |map, width, lang| {
        let layout = lay_out(story, &basemap, map, width, lang).unwrap();
        Case { story, map, width, lang, layout }
    };
    let settings = Width::ALL.into_iter().flat_map(|width| Lang::ALL.map(|lang| (width, lang)));
    let mut cases = Vec::new();
    for map in maps {
        cases.extend(settings.clone().map(|(width, lang)| case(map, width, lang)));
    }
    cases
}

fn each_map(mut check: impl FnMut(&Story, &ChapterMap, Width, Lang, MapLayout)) {
    for case in CASES.iter() {
        check(case.story, case.map, case.width, case.lang, case.layout.clone());
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
fn a_map_can_be_turned_to_every_frame_within_its_own_and_shows_all_of_it() {
    for story in STORIES.iter() {
        let basemap = Basemap::new(story);
        let mut turned = 0;
        for case in CASES.iter().filter(|case| std::ptr::eq(case.story, story)) {
            let main = &case.layout.panes[0];
            for near in nearer(story, &basemap, case.map, &case.layout) {
                let land = basemap.extent(near.frame.wide.extent);
                let low = main.fit.to_page(Point::new(land.x, land.y));
                let high = main.fit.to_page(Point::new(land.right(), land.bottom()));
                let factor = f64::from(near.viewport.percent) / 100.0;
                assert!((1.3..=8.0).contains(&factor), "{} in {}: {factor}", near.frame.id, case.map.id);
                let shown = [main.rect.width / factor, main.rect.height / factor];
                assert!(high.x - low.x <= shown[0] + 0.1 && low.y - high.y <= shown[1] + 0.1, "{}", near.frame.id);
                turned += 1;
            }
        }
        let own = story.map.frames.iter().filter(|frame| !frame.surroundings).count();
        assert!(own < 2 || turned > 0, "a story of several frames turns to some");
    }
}

#[test]
fn the_map_that_opens_the_story_leads_to_what_lies_around_it() {
    let story = &STORIES[0];
    let opening = story.chapters.chapters[0].told.as_ref().and_then(|told| told.map.as_ref()).unwrap();
    let around: Vec<(String, bool)> = farther(story, opening)
        .into_iter()
        .map(|(frame, shown)| (frame.id.to_string(), matches!(shown, Wider::Step(_))))
        .collect();
    assert_eq!(around, [("railway".to_owned(), false), ("province".to_owned(), true)]);
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
fn a_region_is_named_on_its_own_land_or_by_a_leader_from_it() {
    each_map(|story, map, width, lang, layout| {
        let basemap = Basemap::new(story);
        let regions = layout.labels.iter().filter(|label| matches!(label.kind.slug(), "region" | "value"));
        for (label, id) in regions.filter_map(|label| Some((label, label.place.as_ref()?))) {
            let fit = layout.panes[label.pane].fit;
            // A name aside belongs to where its leader starts.
            let named = label.leader.map_or(label.bounds.centre(), |[from, _, _]| from);
            let rings = basemap.shapes.rings(id.as_str());
            assert!(contains(&rings, fit.to_ground(named)), "{} {width:?} {lang:?}: {}", map.id, label.lines[0]);
        }
    });
}

/// Lists what is wrong with every map, by the rules that hold for pictures too (`tests/pictures.rs`).
fn nothing_is_wrong(rule: impl Fn(&Story, &Basemap<'_>, &ChapterMap, &MapLayout) -> Vec<String>) {
    let grounds = STORIES.each_ref().map(Basemap::new);
    let mut wrong = Vec::new();
    for case in CASES.iter() {
        let basemap = &grounds[usize::from(!std::ptr::eq(case.story, &STORIES[0]))];
        let found = rule(case.story, basemap, case.map, &case.layout);
        wrong.extend(found.into_iter().map(|one| format!("{} {:?} {:?}: {one}", case.map.id, case.width, case.lang)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mark_known_to_a_division_lies_in_it() {
    nothing_is_wrong(|story, basemap, _, layout| maps::strayed(story, basemap, layout));
}

#[test]
fn a_mark_and_so_the_ring_of_what_is_chosen_stands_where_its_map_holds_the_place() {
    nothing_is_wrong(|_, _, _, layout| maps::out_of_sight(layout));
}

#[test]
fn a_mark_has_its_name_or_its_number_however_far_the_map_is_enlarged() {
    nothing_is_wrong(|_, _, _, layout| {
        ENLARGED.into_iter().flat_map(|times| maps::nameless(layout, times)).collect()
    });
}

#[test]
fn leaders_cross_nothing_and_nothing_covers_a_mark_or_a_label() {
    nothing_is_wrong(|_, _, _, layout| [maps::crossed(layout), maps::covered(layout)].concat());
}

#[test]
fn a_title_names_nothing_that_its_map_does_not_hold() {
    nothing_is_wrong(|story, _, map, layout| maps::not_held(story, &map.title, layout));
}

/// None may be missing: where a name finds no room on its land, it stands aside with a leader.
#[test]
fn every_region_in_sight_is_named() {
    let mut unnamed = Vec::new();
    each_map(|story, map, width, lang, layout| {
        if layout.surroundings {
            return;
        }
        let basemap = Basemap::new(story);
        let in_sight = |region: &&Region| {
            let anchor = basemap.metres(region.anchor.expect("an anchor"));
            let seen = |pane: &&Pane| pane.kind != PaneKind::Locator && pane.locate(anchor).is_some();
            let covered = |at| layout.panes.iter().skip(1).any(|pane| pane.rect.has(at));
            match layout.panes.iter().rfind(seen) {
                Some(pane) => pane.kind == PaneKind::Inset || !pane.locate(anchor).is_some_and(covered),
                None => false,
            }
        };
        for region in story.places.regions.iter().filter(in_sight) {
            let is_named = layout.labels.iter().any(|label| {
                label.place.as_ref() == Some(&region.id) && matches!(label.kind, LabelKind::Region | LabelKind::Value)
            });
            if !is_named {
                unnamed.push(format!("{} {width:?} {lang:?}: {} {}", map.id, region.id, region.short.en));
            }
        }
    });
    assert!(unnamed.is_empty(), "without a name:\n{}", unnamed.join("\n"));
}

#[test]
fn leaders_are_short_and_cross_no_label_no_mark_and_no_other_leader() {
    let mut leaders = 0;
    each_map(|_, map, width, lang, layout| {
        let case = format!("{} {width:?} {lang:?}", map.id);
        let segments = |label: &Label| label.leader.map_or(Vec::new(), |[a, b, c]| vec![[a, b], [b, c]]);
        for (index, label) in layout.labels.iter().enumerate() {
            let own = segments(label);
            leaders += usize::from(!own.is_empty());
            let length: f64 = own.iter().map(|[a, b]| a.distance(*b)).sum();
            assert!(length <= 96.0, "{case}: the leader of {:?} is {length} long", label.lines);
            for segment in own {
                for (other_index, other) in layout.labels.iter().enumerate().filter(|(other, _)| *other != index) {
                    let crossed = part_inside(segment, &other.bounds.grown(-0.5));
                    assert_eq!(crossed, None, "{case}: {:?} through {:?}", label.lines, other.lines);
                    let crossing = segments(other).iter().any(|other| cross(segment, *other));
                    assert!(
                        !crossing,
                        "{case}: leaders of {:?} and {:?}",
                        label.lines, layout.labels[other_index].lines
                    );
                }
                for mark in layout.marks.iter().filter(|mark| label.mark != Some(mark.at)) {
                    let mark_box = Rect::around(mark.at, mark.radius * 2.0, mark.radius * 2.0);
                    assert_eq!(
                        part_inside(segment, &mark_box),
                        None,
                        "{case}: {:?} through {}",
                        label.lines,
                        mark.place
                    );
                }
                for rect in furniture(&layout, label.pane) {
                    assert_eq!(part_inside(segment, &rect.grown(-0.5)), None, "{case}: {:?}", label.lines);
                }
            }
        }
    });
    assert!(leaders > 0, "no label has a leader");
}

#[test]
fn no_label_covers_the_scale_bar_the_inset_s_caption_or_another_pane() {
    each_map(|_, map, width, lang, layout| {
        for label in &layout.labels {
            for rect in furniture(&layout, label.pane) {
                let depth = label.bounds.overlap(&rect);
                assert!(depth <= 1.5, "{} {width:?} {lang:?}: {:?} covers {rect:?}", map.id, label.lines);
            }
        }
    });
}

/// Scale bar, caption, list of cities and other panes: what a label of this pane keeps off.
fn furniture(layout: &MapLayout, pane: usize) -> Vec<Rect> {
    let bar = layout.scale_bar.iter().map(|bar| bar.bounds);
    let caption = layout.inset.iter().map(|inset| inset.caption_bounds);
    let beyond = layout.beyond.iter().map(|row| row.bounds);
    let panes =
        layout.panes.iter().enumerate().skip(1).filter(|(index, _)| *index != pane).map(|(_, pane)| pane.rect);
    bar.chain(caption).chain(beyond).chain(panes).collect()
}

/// Whether two segments cross, or one ends on the other.
fn cross([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Factors by which the main pane is enlarged.
const ENLARGED: [f64; 10] = [1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0];

#[test]
fn however_far_the_map_is_enlarged_no_label_covers_another_or_a_mark() {
    let (mut ended, mut came) = (0, 0);
    each_map(|_, map, width, lang, layout| {
        assert!(layout.later.len() <= 24, "{}: {} labels come later", map.id, layout.later.len());
        assert!(layout.labels.iter().all(|label| label.from == 1.0 && label.until.is_none_or(|until| until > 1.0)));
        assert!(layout.later.iter().all(|label| label.from > 1.0 && label.pane == 0 && label.leader.is_none()));
        ended += layout.labels.iter().filter(|label| label.until.is_some()).count();
        came += layout.later.len();
        let centre = layout.panes[0].rect.centre();
        for times in ENLARGED {
            let case = format!("{} {width:?} {lang:?} at {times}", map.id);
            let moved = |rect: Rect, anchor: Point| {
                let (dx, dy) = ((anchor.x - centre.x) * (times - 1.0), (anchor.y - centre.y) * (times - 1.0));
                Rect::new(rect.x + dx, rect.y + dy, rect.width, rect.height)
            };
            let shown = |label: &&Label| {
                label.pane == 0 && label.from <= times && label.until.is_none_or(|until| times < until)
            };
            let shown: Vec<&Label> = layout.labels.iter().chain(&layout.later).filter(shown).collect();
            for (index, label) in shown.iter().enumerate() {
                let bounds = moved(label.bounds, label.anchor);
                for other in &shown[index + 1..] {
                    let neighbour = [label.kind, other.kind].contains(&LabelKind::Neighbour);
                    let same = label.names_same(other) || neighbour && label.lines[0] == other.lines[0];
                    assert!(!same, "{case}: {:?} twice", label.lines);
                    let depth = bounds.overlap(&moved(other.bounds, other.anchor));
                    assert!(depth <= 1.5 + 1e-9, "{case}: {:?} and {:?}", label.lines, other.lines);
                }
                for mark in layout.marks.iter().filter(|mark| mark.pane == 0) {
                    let side = mark.radius * 2.0;
                    let depth = bounds.overlap(&moved(Rect::around(mark.at, side, side), mark.at));
                    assert!(depth <= 1.5 + 1e-9, "{case}: {:?} covers {}", label.lines, mark.place);
                }
            }
        }
    });
    assert!(ended > 0 && came > 0, "{ended} labels end and {came} come");
}

#[test]
fn a_label_hangs_on_what_it_names_however_far_the_map_is_enlarged() {
    each_map(|story, map, width, lang, layout| {
        let basemap = Basemap::new(story);
        for label in layout.labels.iter().chain(&layout.later) {
            let case = format!("{} {width:?} {lang:?}: {:?}", map.id, label.lines);
            match label.kind {
                LabelKind::Place | LabelKind::Number | LabelKind::Station => {
                    assert_eq!(Some(label.anchor), label.mark, "{case}");
                }
                LabelKind::Region | LabelKind::Value => {
                    let rings = basemap.shapes.rings(label.place.as_ref().unwrap().as_str());
                    assert!(contains(&rings, layout.panes[label.pane].fit.to_ground(label.anchor)), "{case}");
                }
                LabelKind::Line => {
                    let own = layout.lines.iter().find(|line| Some(&line.place) == label.place.as_ref()).unwrap();
                    let nearest = own.segments().map(|[a, b]| distance(a, b, label.anchor)).fold(f64::MAX, f64::min);
                    assert!(nearest < 0.1, "{case} is {nearest} off its line");
                }
                LabelKind::River => assert!(label.bounds.distance(label.anchor) < 14.0, "{case}"),
                LabelKind::Neighbour => assert!(label.bounds.has(label.anchor), "{case}"),
            }
        }
    });
}

#[test]
fn a_river_is_named_beside_its_course_on_the_map_of_a_region_or_place() {
    let mut named = 0;
    for story in STORIES.iter() {
        let basemap = Basemap::new(story);
        for (subject, lang) in story.subjects().flat_map(|subject| Lang::ALL.map(|lang| (subject, lang))) {
            let Some(layout) = lay_out_near(story, &basemap, subject, [520.0, 400.0], lang) else { continue };
            let layout = layout.unwrap();
            // A map of all has the anchors that the data give.
            if layout.panes.iter().all(|pane| pane.kind != PaneKind::Locator) {
                continue;
            }
            let courses = basemap.shapes.layer("rivers");
            for label in layout.labels.iter().filter(|label| label.kind == LabelKind::River) {
                let own =
                    story.map.rivers.iter().find(|river| label.lines[0].starts_with(river.name.get(lang))).unwrap();
                let to_page = |point: &Point| layout.panes[0].fit.to_page(*point);
                let lines = courses.iter().filter(|(id, _)| *id == own.id).flat_map(|(_, lines)| lines);
                let nearest = lines
                    .flat_map(|line| {
                        line.windows(2).map(|pair| distance(to_page(&pair[0]), to_page(&pair[1]), label.anchor))
                    })
                    .fold(f64::MAX, f64::min);
                assert!(nearest < 0.1, "{lang:?} {}: {} is {nearest} px off", subject.id(), own.id);
                named += 1;
            }
        }
    }
    assert!(named > 20, "{named} names");
}

/// From a point to a segment.
fn distance(a: Point, b: Point, point: Point) -> f64 {
    let length = (b.x - a.x).powi(2) + (b.y - a.y).powi(2);
    let along = (((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length).clamp(0.0, 1.0);
    point.distance(Point::new(a.x + (b.x - a.x) * along, a.y + (b.y - a.y) * along))
}

#[test]
fn on_the_map_of_a_region_or_place_every_mark_has_its_name_and_none_is_named_on_land_where_it_is_not() {
    let (mut marks, mut regions) = (0, 0);
    for story in STORIES.iter() {
        let basemap = Basemap::new(story);
        for (subject, lang) in story.subjects().flat_map(|subject| Lang::ALL.map(|lang| (subject, lang))) {
            let Some(layout) = lay_out_near(story, &basemap, subject, [358.0, 340.0], lang) else { continue };
            let layout = layout.unwrap();
            let case = format!("{lang:?} {}", subject.id());
            for mark in &layout.marks {
                assert!(layout.labels.iter().any(|label| label.mark == Some(mark.at)), "{case}: {}", mark.place);
                marks += 1;
            }
            if !subject.is_region() {
                continue;
            }
            regions += 1;
            let land = basemap.shapes.rings(subject.id().as_str());
            let of_marks = layout.labels.iter().filter(|label| label.mark.is_some());
            for (label, place) in of_marks.filter_map(|label| Some((label, label.place.as_ref()?))) {
                let middle = layout.panes[0].fit.to_ground(label.bounds.centre());
                let is_inside = story.place(place).location.within.as_ref() == Some(subject.id());
                assert!(is_inside || !contains(&land, middle), "{case}: {place}");
            }
        }
    }
    assert!(marks > 50 && regions > 20, "{marks} marks, {regions} regions");
}

#[test]
fn the_key_explains_the_dots_of_a_schematic_river_where_it_is_in_sight() {
    let (mut seen, mut unseen) = (0, 0);
    each_map(|story, map, width, lang, layout| {
        let basemap = Basemap::new(story);
        let schematic = story.map.rivers.iter().filter(|river| river.schematic);
        let names: Vec<String> =
            schematic.clone().map(|river| Ui(lang).named_schematic(river.name.get(lang))).collect();
        let key = legend_entries(story, &[(map, &layout)], lang);
        let explained = key.iter().any(|entry| entry.sign == LegendSymbol::River);
        let courses = basemap.shapes.layer("rivers");
        let courses = courses.iter().filter(|(id, _)| schematic.clone().any(|river| river.id == *id));
        let points: Vec<Point> = courses.flat_map(|(_, lines)| lines.iter().flatten().copied()).collect();
        let shows = |pane: &Pane| points.iter().any(|point| pane.locate(*point).is_some());
        let in_sight =
            !layout.surroundings && layout.panes.iter().filter(|pane| pane.kind != PaneKind::Locator).any(shows);
        assert_eq!(explained, in_sight, "{} {width:?} {lang:?}", map.id);
        let rivers = layout.labels.iter().chain(&layout.later).filter(|label| label.kind == LabelKind::River);
        let labelled = rivers.filter(|label| names.contains(&label.lines[0])).count();
        assert!(in_sight || labelled == 0, "{} {width:?} {lang:?}", map.id);
        seen += usize::from(in_sight);
        unseen += usize::from(!in_sight);
    });
    assert!(seen > 0 && unseen > 0, "in sight on {seen} maps, out of sight on {unseen}");
}

#[test]
fn every_place_that_can_be_drawn_is_drawn_and_labelled_once() {
    each_map(|story, map, width, lang, layout| {
        for place in map.places.iter().map(|id| story.place(id)) {
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
        let basemap = Basemap::new(story);
        let main = &layout.panes[0];
        let covers = || layout.panes.iter().skip(1).map(|pane| pane.rect);
        for line in &layout.lines {
            lines += 1;
            for station in &line.stations {
                let point = story.point_of(&station.place).unwrap();
                let at = main.fit.to_page(basemap.metres(point));
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
        let bars = story.shading_of(map).unwrap().1;
        assert_eq!(shading.measures.len(), bars.measures.len(), "{}", map.id);
        for (measure, spec) in shading.measures.iter().zip(&bars.measures) {
            for region in &measure.regions {
                shaded += 1;
                let part = spec.parts.iter().find(|part| part.region.as_ref() == Some(&region.region)).unwrap();
                assert_eq!(region.fact, part.fact, "{}", map.id);
                let computed = story.fact(&part.fact).kind == Kind::Computed;
                assert_eq!(region.class == ValueClass::Computed, computed, "{}: {}", map.id, region.region);
            }
            let of_regions = spec.parts.iter().filter(|part| part.region.is_some()).count();
            assert_eq!(measure.regions.len(), of_regions, "{}: {}", map.id, spec.id);
        }
        for region in &story.places.regions {
            let everywhere = shading.of(region.id.as_str()).all(|value| value.is_some());
            let chapter = &story.fact(&bars.measures[0].total).chapter;
            let said = story.statements_about(&region.id).any(|fact| fact.chapter == *chapter);
            let expected = match (everywhere, said) {
                (true, _) => None,
                (false, true) => Some(Hatching::Mentioned),
                (false, false) => Some(Hatching::Unmentioned),
            };
            assert_eq!(shading.hatching(region.id.as_str()), expected, "{}: {}", map.id, region.id);
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
        if !is_the_tests_own(story) {
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
            lines.push(format!("measure {index}: {} {} by {}", region.region, region.class.slug(), region.fact));
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
        lines.push(format!("{} {said} at {}{leader}{}", label.kind.slug(), rect(&label.bounds), range(label)));
    }
    for label in &layout.later {
        let said = label.lines.join(" / ");
        lines.push(format!("later {} {said} at {}{}", label.kind.slug(), rect(&label.bounds), range(label)));
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

/// When a label is shown, unless that is always.
fn range(label: &Label) -> String {
    let from = if label.from > 1.0 { format!(" from {}", tenth(label.from)) } else { String::new() };
    from + &label.until.map_or(String::new(), |until| format!(" until {until:.2}"))
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
        let drawn: Vec<_> = layout.marks.iter().map(|mark| story.place(&mark.place)).collect();
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

/// Every map in one sentence or a few, for people to read.
#[test]
fn the_sentences_about_maps_are_as_reviewed() {
    for lang in Lang::ALL {
        let mut lines = String::new();
        each_map(|story, map, width, of, layout| {
            if is_the_tests_own(story) && of == lang && width == Width::Wide {
                lines +=
                    &format!("{}: {}\n", map.id, text::describe(&summary_of(story, map, &layout, 0, lang), lang));
            }
        });
        let file = format!("tests/snapshots/says.{}.txt", lang.tag());
        expect_test::expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join(file)].assert_eq(&lines);
    }
}

#[test]
fn a_sentence_has_the_kinds_of_its_facts_and_the_speaker_of_most() {
    use Kind::{NotGiven, Reported, Target};
    use Speaker::{City, Newspaper, Ours};
    let any = &STORIES[1].facts.facts[0];
    let fact = |kind, speaker| Fact { kind, speaker, ..any.clone() };
    let taken = |facts: &[Fact]| {
        let rect = Rect::new(0.0, 0.0, 1.0, 1.0);
        let one = Sentence { paragraph: 1, sentence: 1, rect, reach: [0.0, 1.0], facts: facts.iter().collect() };
        (one.taken(), one.speaker())
    };
    let gap = || fact(NotGiven, Ours);
    assert_eq!(taken(&[]), (Taken::Nothing, Ours));
    assert_eq!(taken(&[gap()]), (Taken::Gap, Ours));
    let both = [fact(Reported, Newspaper), fact(Target, City), fact(Target, City), gap(), gap(), gap()];
    assert_eq!(taken(&both), (Taken::Said { reported: true, target: true }, City));
    let one = [fact(Target, City), gap()];
    assert_eq!(taken(&one), (Taken::Said { reported: false, target: true }, City));
}
