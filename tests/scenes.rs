//! Charts with words in them, laid out for every width and in both languages: what must hold of any of them, and
//! some reviewed as text.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::path::Path;

use data_story::data::check_dir;
use data_story::draw::{Brush, Drawn, Recorder, draw_scene};
use data_story::geometry::{Point, Rect};
use data_story::layout::{
    Placed, Primitive, Role, Scene, SceneGroup, Stroke, Target, TextRun, laid_out, measure_scene, tenth,
};
use data_story::model::{Chart, Figure, Kind, Lang, Story};
use data_story::text::Ui;
use plotters::drawing::IntoDrawingArea;

/// The story, and another city's, so that nothing here is true of one city only.
const STORIES: [&str; 2] = ["data", "examples/second-story"];
/// What a screen of 320 pixels leaves, one of 390, and the widths of larger ones.
const WIDTHS: [f64; 5] = [288.0, 358.0, 656.0, 896.0, 1176.0];
/// No text is smaller.
const SMALLEST: f64 = 11.0;

fn story(folder: &str) -> Story {
    check_dir(Path::new(folder)).unwrap()
}

/// A figure as a drawing, if it is one of those with words in it; tables are drawn for pictures, which are wide.
fn scene(story: &Story, figure: &Figure, lang: Lang, width: f64) -> Option<Scene> {
    let least = match figure.chart {
        Chart::Statements(_) | Chart::StatusLanes(_) => 656.0,
        Chart::Matrix(_) => 896.0,
        _ => 0.0,
    };
    match laid_out(&figure.chart).placed(story, lang, width) {
        Placed::Scene(scene) => Some(scene).filter(|_| width >= least),
        Placed::Pictogram(_) | Placed::Areas(_) => None,
    }
}

fn each(mut check: impl FnMut(&str, &Story, &Figure, &Scene)) {
    let mut drawn = 0;
    for folder in STORIES {
        let story = story(folder);
        for figure in &story.figures.figures {
            for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| WIDTHS.map(|width| (lang, width))) {
                if let Some(scene) = scene(&story, figure, lang, width) {
                    drawn += 1;
                    check(&format!("{folder} {} {} {width}", figure.id, lang.tag()), &story, figure, &scene);
                }
            }
        }
    }
    assert!(drawn > 40, "only {drawn} drawings");
}

fn texts(scene: &Scene) -> Vec<&TextRun> {
    let primitives = scene.parts.iter().flat_map(|part| &part.primitives);
    primitives.filter_map(|primitive| if let Primitive::Text(text) = primitive { Some(text) } else { None }).collect()
}

fn bounds(primitive: &Primitive) -> Rect {
    let around = |points: &[Point]| Rect::bounding(points.iter().copied()).unwrap();
    match primitive {
        Primitive::Area(points, _) | Primitive::Line(points, ..) => around(points),
        Primitive::Hatch(strokes) => around(&strokes.concat()),
        Primitive::Text(text) => text.room(),
        Primitive::HitArea(rect) => *rect,
    }
}

#[test]
fn nothing_leaves_the_drawing() {
    each(|name, _, _, scene| {
        let whole = Rect::new(0.0, 0.0, scene.size[0], scene.size[1]).grown(1.0);
        for primitive in scene.parts.iter().flat_map(|part| &part.primitives) {
            // Widths of words err on the wide side.
            assert!(whole.holds(&bounds(primitive)), "{name}: {primitive:?} leaves {:?}", scene.size);
        }
    });
}

#[test]
fn no_words_cover_other_words_and_none_is_too_small_to_read() {
    each(|name, _, _, scene| {
        let texts = texts(scene);
        for (index, text) in texts.iter().enumerate() {
            assert!(text.face.size >= SMALLEST, "{name}: {text:?}");
            assert!(!text.words.trim().is_empty(), "{name}: words without words");
            for other in &texts[index + 1..] {
                let overlap = text.room().overlap(&other.room());
                assert!(overlap <= 1.5, "{name}: “{}” and “{}” overlap by {overlap}", text.words, other.words);
            }
        }
    });
}

#[test]
fn the_words_of_a_part_of_a_bar_stay_within_it() {
    each(|name, story, figure, scene| {
        if figure.bars().is_none() {
            return;
        }
        // A part, and after it the numbers in it.
        let mut last = None;
        for part in scene.parts.iter().filter(|part| part.to != Target::Nothing) {
            let own = part.primitives.iter().find_map(|primitive| match primitive {
                Primitive::Area(_, Role::Given | Role::GivenToo | Role::Computed) => Some(bounds(primitive)),
                _ => None,
            });
            let is_below = |part: &SceneGroup| part.primitives.iter().any(|one| matches!(one, Primitive::HitArea(_)));
            last = own.map(|bar| (bar, is_below(part))).or(last);
            let Some((bar, below)) = last.filter(|_| !part.primitives.iter().any(is_hatched)) else { continue };
            for text in part.primitives.iter().filter(|primitive| matches!(primitive, Primitive::Text(_))) {
                let inside = bar.grown(1.0).holds(&bounds(text));
                assert!(inside || below, "{name}: {text:?} is not in {bar:?}");
            }
            assert!(!part.name.is_empty(), "{name}: a part without a name");
        }
        assert!(!story.figures.figures.is_empty());
    });
}

#[test]
fn a_number_in_a_bar_leads_to_its_own_source_and_the_bar_to_its_region() {
    let mut shares = 0;
    each(|name, story, figure, scene| {
        for part in figure.bars().iter().flat_map(|bars| &bars.measures).flat_map(|measure| &measure.parts) {
            let own = |to: &Target| scene.parts.iter().filter(|group| group.to == *to).collect::<Vec<_>>();
            for fact in std::iter::once(&part.fact).chain(&part.share) {
                for text in texts(scene).into_iter().filter(|text| text.of.as_ref() == Some(fact)) {
                    let to = own(&Target::Fact(fact.clone()));
                    assert!(
                        to.iter().any(|group| group.primitives.contains(&Primitive::Text(text.clone()))),
                        "{name} {fact}"
                    );
                    let kinds = Lang::ALL.map(|lang| Ui(lang).kind(story.fact(fact).kind));
                    let says = |group: &&SceneGroup| kinds.iter().any(|kind| group.name.contains(kind));
                    assert!(to.iter().all(says), "{name} {fact}: its kind is not said");
                    shares += usize::from(Some(fact) == part.share.as_ref());
                }
            }
            let region = part.region.clone().map(Target::Place);
            assert!(region.is_none_or(|to| !own(&to).is_empty()), "{name}: no bar for {:?}", part.region);
        }
    });
    assert!(shares > 4, "only {shares} shares in bars");
}

#[test]
fn names_and_totals_keep_clear_of_the_bars_beside_them() {
    let mut beside = 0;
    for (folder, lang, width) in STORIES
        .iter()
        .flat_map(|folder| Lang::ALL.into_iter().flat_map(move |lang| WIDTHS.map(|width| (*folder, lang, width))))
    {
        let story = story(folder);
        for bars in story.figures.figures.iter().filter_map(Figure::bars) {
            let mut begins = Vec::new();
            for measure in &bars.measures {
                let scene = measure_scene(&story, bars, measure, lang, width);
                let [head, bar, ..] = scene.parts.as_slice() else { panic!("{folder} {} has no bar", measure.id) };
                let bar = bounds(&bar.primitives[0]);
                begins.push(bar.x);
                let seen = head.primitives.iter().filter(|one| !matches!(one, Primitive::HitArea(_))).map(bounds);
                for seen in seen.filter(|seen| seen.bottom() > bar.y) {
                    beside += 1;
                    let gap = bar.x - seen.right();
                    assert!(gap > 8.0, "{folder} {} {} {width}: {gap} px", measure.id, lang.tag());
                }
            }
            assert!(begins.windows(2).all(|two| two[0] == two[1]), "{folder} {width}: bars begin at {begins:?}");
        }
    }
    assert!(beside > 20, "only {beside} beside bars");
}

#[test]
fn parts_begin_at_zero_and_are_exactly_as_wide_as_their_share() {
    for (folder, lang, width) in STORIES.iter().flat_map(|folder| WIDTHS.map(|width| (*folder, Lang::Zh, width))) {
        let story = story(folder);
        let bars = story.figures.figures.iter().filter_map(Figure::bars);
        for (bars, measure) in bars.flat_map(|bars| bars.measures.iter().map(move |measure| (bars, measure))) {
            let scene = measure_scene(&story, bars, measure, lang, width);
            let is_bar = |primitive: &&Primitive| {
                matches!(primitive, Primitive::Area(_, Role::Given | Role::GivenToo | Role::Computed))
            };
            let bars: Vec<Rect> =
                scene.parts.iter().filter_map(|part| part.primitives.iter().find(is_bar)).map(bounds).collect();
            assert_eq!(bars.len(), measure.parts.len(), "{folder} {}", measure.id);
            let value = |id| story.fact(id).value.unwrap();
            let zone = width - bars[0].x;
            let (mut left, total) = (bars[0].x, value(&measure.total));
            for (bar, part) in bars.iter().zip(&measure.parts) {
                assert!((bar.x - left).abs() < 1e-6, "{folder} {} {width}: a gap before {}", measure.id, part.fact);
                assert!((bar.width - zone * value(&part.fact) / total).abs() < 1e-6, "{} {width}", part.fact);
                left += bar.width;
            }
            assert!((left - width).abs() < 1e-6, "{folder} {} {width}", measure.id);
        }
    }
}

#[test]
fn a_part_is_filled_and_bordered_by_how_we_know_it() {
    each(|name, story, figure, scene| {
        let Some(bars) = figure.bars() else { return };
        let facts = bars.measures.iter().flat_map(|measure| &measure.parts);
        let parts = scene
            .parts
            .iter()
            .filter(|part| part.primitives.iter().any(|primitive| matches!(primitive, Primitive::Area(..))));
        let parts: Vec<_> = parts.filter(|part| part.to != Target::Nothing).collect();
        for (part, fact) in parts.iter().filter(|part| !part.primitives.iter().any(is_hatched)).zip(facts) {
            let computed = story.fact(&fact.fact).kind == Kind::Computed;
            let tinted =
                part.primitives.iter().any(|primitive| matches!(primitive, Primitive::Area(_, Role::Computed)));
            let dashed = part
                .primitives
                .iter()
                .any(|primitive| matches!(primitive, Primitive::Line(_, _, 1.5, Stroke::Dashed)));
            assert_eq!((tinted, dashed), (computed, computed), "{name} {}", fact.fact);
        }
        let hatched =
            scene.parts.iter().filter(|part| part.to != Target::Nothing && part.primitives.iter().any(is_hatched));
        let inside = bars.measures.iter().filter(|measure| measure.inside.is_some()).count();
        assert_eq!(hatched.count(), inside, "{name}");
    });
}

fn is_hatched(primitive: &Primitive) -> bool {
    matches!(primitive, Primitive::Hatch(_))
}

#[test]
fn a_part_too_narrow_for_its_words_has_them_below_the_bar() {
    let mut story = story("examples/second-story");
    let bars = story.figures.figures.iter().find_map(|figure| figure.bars().cloned()).unwrap();
    let mut value =
        |id: &str, to| story.facts.facts.iter_mut().find(|fact| fact.id.as_str() == id).unwrap().value = Some(to);
    value("walls-upper", 1.0);
    value("walls-stone", 1.0);
    value("walls-rest", 58.0);
    for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| WIDTHS.map(|width| (lang, width))) {
        let scene = measure_scene(&story, &bars, &bars.measures[0], lang, width);
        let texts = texts(&scene);
        for word in [bars.measures[0].parts[0].name.get(lang), bars.measures[0].parts[1].name.get(lang)] {
            assert!(texts.iter().any(|text| text.words == word), "{word} is nowhere at {width}");
        }
        let whole = Rect::new(0.0, 0.0, width, scene.size[1]).grown(1.0);
        for (index, text) in texts.iter().enumerate() {
            assert!(whole.holds(&text.room()), "{text:?} leaves {:?}", scene.size);
            for other in &texts[index + 1..] {
                assert!(text.room().overlap(&other.room()) <= 1.5, "{} and {}", text.words, other.words);
            }
        }
    }
}

#[test]
fn every_piece_is_drawn_with_the_words_and_at_the_place_it_was_given() {
    each(|name, _, _, scene| {
        let recorder = Recorder::new(scene.size);
        draw_scene(&recorder.clone().into_drawing_area(), scene, &Brush::page(), |index| recorder.open(index))
            .unwrap();
        let groups = recorder.groups();
        let count: usize = scene.parts.iter().map(|part| part.primitives.len()).sum();
        assert_eq!(groups.len(), count, "{name}");
        for group in groups {
            let (part, index) = group.name;
            if let Primitive::Text(text) = &scene.parts[part].primitives[index] {
                let [Drawn::Text(at, words)] = &group.shapes[..] else { panic!("{name}: {:?}", group.shapes) };
                assert_eq!(words, &text.words, "{name}");
                assert!(at.distance(text.at) < 0.1, "{name}: {at:?} for {:?}", text.at);
            }
        }
    });
}

// Charts reviewed as text.

#[test]
fn bars_and_timelines_are_as_reviewed() {
    // Its words and numbers are the tests' own.
    let story = story("examples/second-story");
    for figure in &story.figures.figures {
        for (lang, width) in Lang::ALL.into_iter().flat_map(|lang| [288.0, 1176.0].map(|width| (lang, width))) {
            let (Chart::Bars(_) | Chart::Timeline(_)) = &figure.chart else { continue };
            let scene = scene(&story, figure, lang, width).unwrap();
            let file = format!("tests/snapshots/scene-{}.{width}.{}.txt", figure.id, lang.tag());
            expect_test::expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join(file)].assert_eq(&describe(&scene));
        }
    }
}

/// A drawing as text: a line for each part, and one for each of its primitives.
fn describe(scene: &Scene) -> String {
    let mut lines = vec![format!("size {}", scene.size.map(tenth).join(" "))];
    for part in &scene.parts {
        let to = match &part.to {
            Target::Nothing => "furniture".to_owned(),
            Target::Fact(fact) => format!("fact {fact}"),
            Target::Place(place) => format!("place {place}"),
        };
        lines.push(format!("{to} “{}”", part.name));
        lines.extend(part.primitives.iter().map(|primitive| format!("  {}", describe_piece(primitive))));
    }
    lines.join("\n") + "\n"
}

fn describe_piece(primitive: &Primitive) -> String {
    let at = bounds(primitive);
    let place = [at.x, at.y, at.width, at.height].map(tenth).join(" ");
    match primitive {
        Primitive::Area(points, role) => format!("{}-gon {} at {place}", points.len(), role.token()),
        Primitive::Line(_, role, width, stroke) => format!("{stroke:?} line {} {width} at {place}", role.token()),
        Primitive::Hatch(strokes) => format!("hatching of {} at {place}", strokes.len()),
        Primitive::Text(text) => format!(
            "“{}” {} {} from {} {}",
            text.words,
            text.role.token(),
            tenth(text.face.size),
            tenth(text.at.x),
            tenth(text.at.y)
        ),
        Primitive::HitArea(_) => format!("reach at {place}"),
    }
}
