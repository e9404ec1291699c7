//! The pictures of both stories: every one there, of its size, with its words on it in real glyphs.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

#[path = "support/maps.rs"]
mod maps;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::LazyLock;

use data_story::data::check_dir;
use data_story::layout::map::lay_out;
use data_story::layout::{Basemap, Width};
use data_story::model::{self, ChapterMap, Lang, Story};
use data_story::picture::{
    Cut, Depicted, End, Fonts, Format, Item, PACKAGE, Plate, RenderContext, Tokens, Words, cut, depicted, pixels,
    png, share_map, svg,
};
use data_story::text::{Ui, cover_file, figure_file, place_share_file, plain_text, share_file};
use roxmltree::{Document, Node};

const STORIES: [&str; 2] = ["data", "examples/second-story"];
/// The smallest that a text may be on a picture, in its own pixels.
const SMALLEST: f64 = 11.0;
/// The smallest on a picture for sharing, where the finding is what must be read: on the longest chart, the marks of
/// kinds come out as small as this.
const SMALLEST_SHARED: f64 = 8.5;
/// Outlines reach a little beyond their advance.
const OVERHANG: f64 = 1.0;

static TOKENS: LazyLock<Tokens> = LazyLock::new(|| Tokens::of(Path::new("style")).unwrap());

/// All pictures of a story in one language.
struct Hall {
    name: String,
    story: Story,
    lang: Lang,
    plates: Vec<Plate>,
}

/// Both stories in both languages; composing them is half of the work, and done once.
static HALLS: LazyLock<Vec<Hall>> = LazyLock::new(|| {
    let pairs = STORIES.into_iter().flat_map(|folder| Lang::ALL.map(|lang| (folder, lang)));
    let hall = |(folder, lang): (&str, Lang)| {
        let story = check_dir(Path::new(folder)).unwrap();
        let basemap = Basemap::new(&story);
        let fonts = Fonts::of_this_machine(&TOKENS);
        let context = RenderContext { story: &story, basemap: &basemap, lang, tokens: &TOKENS, fonts: &fonts };
        let plates = gallery(&context).unwrap();
        Hall { name: format!("{folder} {}", lang.tag()), story, lang, plates }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = pairs.map(|pair| scope.spawn(move || hall(pair))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
});

/// All pictures but the icon.
fn gallery(context: &RenderContext<'_>) -> Result<Vec<Plate>, String> {
    let shown = depicted(context.story).into_iter().filter(|subject| !matches!(subject, Depicted::Icon(_)));
    shown.map(|subject| subject.plate(context)).collect()
}

/// Calls `check` with every picture.
fn each_plate(mut check: impl FnMut(&Hall, &Plate, &str)) {
    for hall in HALLS.iter() {
        for plate in &hall.plates {
            check(hall, plate, &format!("{} {}", hall.name, plate.png));
        }
    }
}

/// Where a text begins, and how long it is.
fn extent(fonts: &Fonts, words: &Words, lang: Lang) -> (f64, f64) {
    let long = fonts.width(cut(words, lang), words.size, &words.words);
    match words.end {
        End::Left => (words.at.x, long),
        End::Middle => (words.at.x - long / 2.0, long),
        End::Right => (words.at.x - long, long),
    }
}

fn texts(plate: &Plate) -> Vec<Words> {
    let words = |item| match item {
        Item::Text(words) => Some(words),
        Item::Area(..) | Item::Line(..) | Item::Disc(..) | Item::Ring(..) => None,
    };
    plate.picture.items.iter().cloned().filter_map(words).collect()
}

fn maps(story: &Story) -> Vec<&ChapterMap> {
    let told = story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
    told.flat_map(|told| told.map.iter().chain(told.steps.iter().filter_map(|step| step.map.as_ref()))).collect()
}

/// The files of a chapter for sharing.
fn shared(chapter: &model::Chapter, lang: Lang) -> [String; 3] {
    [share_file(&chapter.id, lang, false), share_file(&chapter.id, lang, true), cover_file(&chapter.id, lang)]
}

/// Whether a picture is of a map: the figure of one, a chapter for sharing whose map is not shaded, or a region or place
/// that somebody knows the position of.
fn shows_map(hall: &Hall, plate: &Plate) -> bool {
    let figures = maps(&hall.story).into_iter().map(|map| figure_file(&map.id, hall.lang, "png"));
    let told = hall.story.chapters.chapters.iter().filter_map(|chapter| Some((chapter, chapter.told.as_ref()?)));
    let mapped =
        told.filter(|(_, told)| told.map.as_ref().is_some_and(|map| map.shading.is_none() || map.shading_on_request));
    let shared = mapped.flat_map(|(chapter, _)| shared(chapter, hall.lang));
    let story = &hall.story;
    let is_known = |subject: &model::Subject<'_>| {
        subject.place().is_none_or(|place| story.point_of(&place.id).is_some() || place.location.within.is_some())
    };
    let places = story.subjects().filter(is_known).map(|subject| place_share_file(subject.id(), hall.lang));
    figures.chain(shared).chain(places).any(|file| file == plate.png)
}

/// A text without what lines and languages put between its characters.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_chapter_told_and_every_figure_has_its_files() {
    for hall in HALLS.iter() {
        let context = hall;
        let mut expected = BTreeSet::new();
        for chapter in context.story.chapters.chapters.iter().filter(|chapter| chapter.told.is_some()) {
            expected.extend(shared(chapter, context.lang));
        }
        expected.extend(context.story.subjects().map(|subject| place_share_file(subject.id(), context.lang)));
        let maps = maps(&context.story);
        let figures =
            context.story.figures.figures.iter().map(|figure| &figure.id).chain(maps.iter().map(|map| &map.id));
        for id in figures {
            expected.extend(["svg", "png"].map(|ending| figure_file(id, context.lang, ending)));
        }
        let found: BTreeSet<String> =
            context.plates.iter().flat_map(|p| p.svg.iter().chain([&p.png]).cloned()).collect();
        assert_eq!(found, expected, "{}", hall.name);
    }
}

#[test]
fn pictures_for_sharing_have_the_sizes_that_others_ask_for() {
    assert_eq!(Format::ALL.map(Format::size), [[1200, 630], [1080, 1080], [1480, 630]]);
    let [width, height] = Format::Cover.size().map(f64::from);
    assert!((width / height - 2.35).abs() < 0.001, "WeChat cuts covers to 2.35 to 1");
    each_plate(|_, plate, name| {
        if plate.svg.is_none() {
            let expected = match () {
                () if name.contains("-square.") => Format::Square,
                () if name.contains("/cover-") => Format::Cover,
                () => Format::Wide,
            };
            assert_eq!((plate.picture.size, plate.times), (expected.size().map(f64::from), 1.0), "{name}");
        } else {
            assert_eq!(plate.times, 2.0, "{name}");
        }
    });
}

#[test]
fn texts_are_legible_and_keep_within_their_picture() {
    let (mut wrong, fonts) = (Vec::new(), Fonts::of_this_machine(&TOKENS));
    each_plate(|context, plate, name| {
        let [width, height] = plate.picture.size;
        for words in texts(plate) {
            let (left, long) = extent(&fonts, &words, context.lang);
            let least = if plate.svg.is_some() { SMALLEST } else { SMALLEST_SHARED };
            if words.size < least - 0.01 {
                wrong.push(format!("{name}: {:?} is set in {:.1} pixels", words.words, words.size));
            }
            let across = left >= -OVERHANG && left + long <= width + OVERHANG;
            if !across || words.at.y < words.size * 0.8 || words.at.y + words.size * 0.2 > height {
                wrong.push(format!("{name}: {:?} leaves the picture", words.words));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_picture_says_what_it_shows_where_it_is_from_and_whose_map_it_is() {
    each_plate(|context, plate, name| {
        let file = svg(&plate.picture, &TOKENS);
        let document = Document::parse(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        let words = |text: Node<'_, '_>| {
            let within: Vec<&str> = text.descendants().filter(Node::is_text).filter_map(|one| one.text()).collect();
            within.concat()
        };
        let elements = || document.descendants().filter(|node| node.is_element());
        let said: String = elements().filter(|node| node.tag_name().name() == "text").map(words).collect();
        let said = bare(&said);
        let head = context.story.head();
        let says = |words: &str| assert!(said.contains(&bare(words)), "{name} does not say {words:?}");
        says(&plate.picture.heading);
        says(&plain_text(&context.story, &head.title, context.lang));
        says(Ui(context.lang).source());
        head.credit.iter().for_each(|credit| says(credit.get(context.lang)));
        says(&Ui(context.lang).updated(head.updated.unwrap()));
        let map = &context.story.map;
        assert_eq!(said.contains(&bare(map.attribution.get(context.lang))), shows_map(context, plate), "{name}");
        if shows_map(context, plate) {
            for words in [&map.attribution, &map.disclaimer, &map.review_label] {
                says(words.get(context.lang));
            }
            says(map.review_number.as_deref().unwrap_or(map.review_pending.get(context.lang)));
            says(&Ui(context.lang).map_dated(map.date.unwrap()));
        }
        let one = |tag: &str| elements().find(|node| node.tag_name().name() == tag).and_then(|node| node.text());
        assert_eq!(one("title"), Some(plate.picture.title.as_str()), "{name}");
        assert!(one("desc").is_some_and(|text| text.len() > plate.picture.title.len()), "{name}");
        assert_eq!(document.root_element().attribute("lang"), Some(context.lang.tag()), "{name}");
    });
}

#[test]
fn pictures_of_a_story_without_maps_show_none() {
    for folder in STORIES {
        let story = check_dir(Path::new(folder)).unwrap();
        let maps: Vec<String> = maps(&story).iter().map(|map| figure_file(&map.id, Lang::Zh, "png")).collect();
        let story = story.without_maps();
        let basemap = Basemap::new(&story);
        let fonts = Fonts::of_this_machine(&TOKENS);
        let context =
            RenderContext { story: &story, basemap: &basemap, lang: Lang::Zh, tokens: &TOKENS, fonts: &fonts };
        let plates = gallery(&context).unwrap();
        assert!(plates.len() >= 2 * story.chapters.chapters.iter().filter(|one| one.told.is_some()).count());
        for plate in plates {
            let said: String = texts(&plate).iter().map(|words| bare(&words.words)).collect();
            assert!(!said.contains(&bare(&story.map.disclaimer.zh)), "{folder}: {}", plate.png);
            assert!(!maps.contains(&plate.png), "{folder}: {}", plate.png);
        }
    }
}

#[test]
fn every_stack_of_families_begins_with_one_that_this_machine_has() {
    let (mut stacks, fonts) = (0, Fonts::of_this_machine(&TOKENS));
    let database = fonts.faces().database();
    let known: BTreeSet<&str> =
        database.faces().flat_map(|face| face.families.iter().map(|(name, _)| name.as_str())).collect();
    each_plate(|_, plate, name| {
        let file = svg(&plate.picture, fonts.tokens());
        let document = Document::parse(&file).unwrap();
        for stack in document.descendants().filter_map(|node| node.attribute("font-family")) {
            let first = stack.split(',').next().unwrap_or_default().trim_matches('\'');
            assert!(known.contains(first), "{name}: {stack}");
            stacks += 1;
        }
    });
    assert!(stacks > 100, "only {stacks} stacks");
}

#[test]
fn pixels_have_ink_wherever_a_text_stands() {
    // Chinese is enough here: English goes through the same code, and pixels are dear.
    let fonts = Fonts::of_this_machine(&TOKENS);
    each_plate(|context, plate, name| {
        if context.lang != Lang::Zh || name.contains("-square.") {
            return;
        }
        let pixels = pixels(&plate.picture, &fonts, 1.0).unwrap();
        let [width, height] = plate.picture.size.map(|length| length.round() as u32);
        assert_eq!((pixels.width(), pixels.height()), (width, height), "{name}");
        for words in texts(plate) {
            let (red, green, blue) = words.ink.rgb;
            let (left, long) = extent(&fonts, &words, context.lang);
            let near = |x: u32, y: u32| {
                let pixel = pixels.pixel(x, y).unwrap();
                let far = |a: u8, b: u8| a.abs_diff(b);
                far(pixel.red(), red).max(far(pixel.green(), green)).max(far(pixel.blue(), blue)) < 64
            };
            let columns = left.max(0.0) as u32..((left + long) as u32).min(width);
            let rows =
                (words.at.y - words.size * 0.9).max(0.0) as u32..((words.at.y + words.size * 0.2) as u32).min(height);
            let (columns, rows) = (columns.clone(), rows.clone());
            let inked = rows.flat_map(|y| columns.clone().map(move |x| (x, y))).filter(|(x, y)| near(*x, *y)).count();
            let letters = words.words.chars().filter(|c| !c.is_whitespace()).count();
            assert!(inked >= letters * 2, "{name}: {:?} left {inked} pixels of ink", words.words);
        }
    });
}

#[test]
fn every_han_character_has_a_shape_of_its_own_and_none_is_a_box() {
    let mut shapes = HashMap::new();
    let (mut known, fonts) = (BTreeSet::new(), Fonts::of_this_machine(&TOKENS));
    each_plate(|_, plate, _| {
        for words in texts(plate) {
            for c in words.words.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')) {
                if !known.insert(c) {
                    continue;
                }
                let glyph = fonts.glyph(Cut { lang: Lang::Zh, serif: false, bold: false }, c).unwrap();
                if let Some(other) = shapes.insert((glyph.face, glyph.number), c) {
                    panic!("{c} and {other} look the same");
                }
            }
        }
    });
    assert!(known.len() > 300, "only {} characters", known.len());
}

#[test]
fn without_a_font_the_error_names_the_package_and_what_is_missing() {
    let story = check_dir(Path::new("data")).unwrap();
    let basemap = Basemap::new(&story);
    let none = Fonts::new(Default::default(), &TOKENS);
    let context = RenderContext { story: &story, basemap: &basemap, lang: Lang::Zh, tokens: &TOKENS, fonts: &none };
    let error = gallery(&context).and_then(|plates| png(&plates[0].picture, &none, 1.0)).unwrap_err();
    assert!(error.contains(PACKAGE) && error.contains("apt-get install"), "{error}");
    assert!(error.chars().any(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')), "{error}");
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    let story = check_dir(Path::new("examples/second-story")).unwrap();
    let basemap = Basemap::new(&story);
    let once = || {
        let fonts = Fonts::of_this_machine(&TOKENS);
        let context =
            RenderContext { story: &story, basemap: &basemap, lang: Lang::Zh, tokens: &TOKENS, fonts: &fonts };
        let plates = gallery(&context).unwrap();
        let shapes: Vec<String> = plates.iter().map(|plate| svg(&plate.picture, &TOKENS)).collect();
        (shapes, png(&plates[0].picture, &fonts, 1.0).unwrap())
    };
    let (first, second) = (once(), once());
    assert!(first == second);
    assert_eq!(&first.1[..8], b"\x89PNG\r\n\x1a\n");
}

#[test]
fn the_map_of_a_shared_picture_holds_what_it_names_and_names_what_it_holds() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for hall in HALLS.iter() {
        let (story, basemap) = (&hall.story, Basemap::new(&hall.story));
        let fonts = Fonts::of_this_machine(&TOKENS);
        let context = RenderContext { story, basemap: &basemap, lang: hall.lang, tokens: &TOKENS, fonts: &fonts };
        for (chapter, told) in story.told() {
            for format in Format::ALL {
                let Some(layout) = share_map(&context, chapter, told, format).unwrap() else { continue };
                let map = told.map.as_ref().unwrap();
                seen += 1;
                let rules = [
                    maps::strayed(story, &basemap, &layout),
                    maps::nameless(&layout, 1.0),
                    maps::out_of_sight(&layout),
                    maps::crossed(&layout),
                    maps::covered(&layout),
                    maps::not_held(story, &told.title, &layout),
                ];
                wrong.extend(
                    rules.concat().iter().map(|one| format!("{} {} {format:?}: {one}", hall.name, chapter.id)),
                );
                // All that has a place on the map of the page has one here.
                let drawn = lay_out(story, &basemap, map, Width::Wide, hall.lang).unwrap().marks;
                let lacking = drawn.iter().filter(|mark| !layout.marks.iter().any(|one| one.place == mark.place));
                wrong.extend(
                    lacking.map(|mark| format!("{} {} {format:?}: no {}", hall.name, chapter.id, mark.place)),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 20, "only {seen} maps");
}
