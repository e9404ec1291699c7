//! The finished pages of both stories in both languages: where every number comes from, what can be selected,
//! and what a reader gets of it who does not see it.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

mod detector;
mod ending;
mod files;
#[path = "../invalid/mod.rs"]
mod invalid;
mod languages;
mod ledger;
mod links;
mod maps;
mod numbers;
mod parts;
mod places;
mod reading;
mod typography;
mod unseen;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use data_story::data::{Edition, check_edition};
use data_story::layout::{Basemap, Width};
use data_story::model::{
    Chapter, ChapterMap, Chart, Fact, FactId, Figure, Formula, Kind, Lang, Multiples, PictogramRow, Place, PlaceId,
    Series, Speaker, Story, Subject,
};
use data_story::text::{self, Route, Ui, measured, numbers_of, pages, plain, uses};
use data_story::view::{PageContext, page};
use detector::numerals;
use roxmltree::{Document, Node};

/// The story, and another city's, so that nothing here is true of one city only.
const STORIES: [&str; 2] = ["data", "examples/second-story"];

/// Each story with its maps, and without.
const EDITIONS: [Edition; 2] = [
    Edition { to_publish: false, without_maps: false, address: None },
    Edition { to_publish: false, without_maps: true, address: None },
];

/// What is no statement, and why a number in it belongs to no fact.
const FURNITURE: [(&str, &str); 34] = [
    ("div.sharing p.terms", "the name of a licence"),
    ("footer p", "which newspaper page all is from"),
    ("a span.vh", "kind and speaker of what a fact's link says"),
    ("section p.made", "the day of the data"),
    ("header p.numeral", "the chapter's numeral"),
    ("svg g.axis", "months, rules and legend of a drawing"),
    ("div.strip p.where", "the chapter's numeral"),
    ("svg text.caption", "how much an inset is enlarged"),
    ("svg g.scale-bar", "a length of the drawing"),
    ("svg .number", "the number of a mark in the list below a narrow map"),
    ("figure div.foot", "names of articles"),
    ("figure p.map-says", "counts of what the map shows"),
    ("figure p.credit-line", "the map's review number"),
    ("figure p.attribution", "names and versions of map data"),
    ("article p.position", "after which source a mark was placed, and what a region borders on"),
    ("article p.vh", "where the places of a step lie"),
    ("article small.where", "kind and locator, or a formula whose inputs are linked"),
    ("div.in-small p", "how many sentences the page has, and how many were drawn on"),
    ("#ledger p.attribution", "names and versions of map data"),
    ("#ledger p.dek", "how many rows the ledger has, and sentences the page"),
    ("#sentences h4", "an article with its name in locators"),
    ("#ledger td.row", "the number of the row"),
    ("#ledger td.where", "a locator, or a formula whose inputs are linked"),
    ("#ledger td.uses", "names of parts of the page that use the fact"),
    ("#ledger p.count", "how many rows are shown"),
    ("p.scan span", "the address of a place, which may have its number"),
    ("figure.near p", "names and versions of map data, and the map's review number"),
    ("section.lies", "where a place lies, worked out from the map"),
    ("section.nearby", "what lies near it, how far, and how much is said of that"),
    ("section.shares small", "a region's rank among those with a figure"),
    ("#places td a", "how much is said of a region"),
    ("#sentences text", "a locator"),
    ("div.sharing p.cite", "data version, day of the data, address"),
    ("#ledger li", "an article with its name in locators"),
];

type Element = Node<'static, 'static>;

struct Page {
    name: String,
    context: PageContext,
    doc: &'static Document<'static>,
}

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    STORIES.into_iter().flat_map(|dir| EDITIONS.map(|edition| render(dir, edition))).flatten().collect()
});

/// The pages of both stories with a part of it: chapters, and the figures that other sites show in frames. A frame
/// with the whole story has what its page has.
static PARTS: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let with_maps = PAGES.iter().filter(|page| page.story().has_maps() && page.context.lang == Lang::Zh);
    with_maps.flat_map(|whole| render_pages(whole.context, &whole.name, |page| page.anchor().is_some())).collect()
});

/// The pages about the record of both stories, with maps and without: the ledger and the gazetteer.
static RECORDS: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let is_record = |page: &text::Page<'_>| matches!(page.route, Route::Ledger | Route::Gazetteer);
    let originals = PAGES.iter().filter(|page| page.context.lang == Lang::Zh);
    originals.flat_map(|whole| render_pages(whole.context, &whole.name, is_record)).collect()
});

/// The pages about one region or place of both stories, with maps and without.
static PLACES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    let originals = PAGES.iter().filter(|page| page.context.lang == Lang::Zh);
    let is_place = |page: &text::Page<'_>| matches!(page.route, Route::Place(_));
    originals.flat_map(|whole| render_pages(whole.context, &whole.name, is_place)).collect()
});

/// The pages of a story; they borrow it for as long as the tests run.
fn render(dir: &str, edition: Edition) -> Vec<Page> {
    let without = if edition.without_maps { " without maps" } else { "" };
    let story = check_edition(Path::new(dir), edition).unwrap();
    render_story(story, &format!("{dir}{without}"))
}

fn render_story(story: Story, called: &str) -> Vec<Page> {
    let story: &'static Story = Box::leak(Box::new(story));
    let basemap: &'static Basemap<'static> = Box::leak(Box::new(Basemap::new(story)));
    render_pages(PageContext::new(story, basemap, Lang::Zh), called, |page| matches!(page.route, Route::Story))
}

/// The pages of a story that are wanted, each with the one in the other language after it.
fn render_pages(of: PageContext, called: &str, is_wanted: impl Fn(&text::Page<'_>) -> bool) -> Vec<Page> {
    let one = |page_here| {
        let context = PageContext::of(of.story, of.basemap, page_here);
        // Leptos parts neighbouring texts by `<!>` and writes `hidden` and `open` bare; all else is XML already.
        let html = page(context).unwrap().replace("<!>", "");
        assert_eq!(of.story.stood_in(), [""; 0], "looked up for {called}, and in no file");
        let html = html.replace("<div hidden ", "<div hidden=\"\" ").replace("<details open ", "<details open=\"\" ");
        let html = ended(&ended(&html, "<input "), "<img ");
        let html: &'static str = Box::leak(format!("<page>{html}</page>").into_boxed_str());
        Page {
            name: match context.page.route {
                Route::Story => format!("{called} ({})", context.lang.tag()),
                _ => format!("{called}: {}", context.page.path()),
            },
            context,
            doc: Box::leak(Box::new(Document::parse(html).unwrap())),
        }
    };
    let originals = pages(of.story).into_iter().filter(|page| page.lang == Lang::Zh && is_wanted(page));
    originals.flat_map(|page| [page, page.in_other_language()]).map(one).collect()
}

/// Markup in which each of these tags, which has no end in HTML, has one as XML wants it.
fn ended(html: &str, tag: &str) -> String {
    let parts = html.split(tag).enumerate().map(|(index, part)| match index {
        0 => part.to_owned(),
        _ => format!("{tag}{}", part.replacen('>', "/>", 1)),
    });
    parts.collect()
}

impl Page {
    fn ui(&self) -> Ui {
        self.context.ui()
    }

    fn story(&self) -> &'static Story {
        self.context.story
    }

    /// The page with the ledger of its story in its language.
    fn ledger(&self) -> &'static Page {
        self.of_record(|page| matches!(page.route, Route::Ledger))
    }

    /// The page with the gazetteer of its story in its language.
    fn gazetteer(&self) -> &'static Page {
        self.of_record(|page| matches!(page.route, Route::Gazetteer))
    }

    fn of_record(&self, is_it: impl Fn(text::Page<'_>) -> bool) -> &'static Page {
        let is_own =
            |page: &&Page| std::ptr::eq(page.story(), self.story()) && page.context.lang == self.context.lang;
        RECORDS.iter().filter(is_own).find(|page| is_it(page.context.page)).unwrap()
    }

    /// The row of a fact in the ledger.
    fn row_of(&self, id: impl std::fmt::Display) -> Option<Element> {
        self.ledger().by_id(&format!("f-{id}"))
    }

    fn elements(&self) -> impl Iterator<Item = Element> + use<> {
        self.doc.descendants().filter(Node::is_element)
    }

    /// The elements that answer to a path such as `svg.map a` or `#ledger td.row`.
    fn all(&self, path: &str) -> Vec<Element> {
        self.elements().filter(|element| answers(*element, path)).collect()
    }

    fn with(&self, attribute: &'static str) -> impl Iterator<Item = (Element, &'static str)> + use<> {
        self.elements().filter_map(move |element| Some((element, element.attribute(attribute)?)))
    }

    fn by_id(&self, id: &str) -> Option<Element> {
        self.elements().find(|element| element.attribute("id") == Some(id))
    }

    /// Every text that a reader can meet.
    fn words(&self) -> impl Iterator<Item = Element> + use<> {
        let met = |node: &Element| node.is_text() && !within(*node, "svg.definitions");
        self.doc.descendants().filter(met).filter(|node| !node.text().unwrap_or_default().trim().is_empty())
    }

    fn fact(&self, id: &str) -> Option<&'static Fact> {
        self.story().fact_named(id)
    }

    fn subject(&self, id: &str) -> Option<Subject<'static>> {
        self.story().subject_named(id)
    }

    /// The maps of chapters and of steps.
    fn maps(&self) -> impl Iterator<Item = &'static ChapterMap> {
        let told = self.story().chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
        told.flat_map(|told| told.map.iter().chain(told.steps.iter().filter_map(|step| step.map.as_ref())))
    }

    /// The drawings of one map, of a chapter or of a step.
    fn view(&self, map: &ChapterMap) -> Element {
        self.with("data-view").find(|(_, id)| *id == map.id.as_str()).unwrap().0
    }

    /// The figures that chapters show in full.
    fn figures(&self) -> impl Iterator<Item = &'static Figure> {
        let story = self.story();
        let told = story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
        told.flat_map(|told| &told.figures).map(move |id| story.figure(id))
    }

    fn subjects(&self) -> impl Iterator<Item = Subject<'static>> {
        let places = &self.story().places;
        places.regions.iter().map(Subject::Region).chain(places.places.iter().map(Subject::Place))
    }

    /// A fact's number with its unit.
    fn number(&self, fact: &Fact) -> Option<String> {
        let unit = self.story().unit_of(fact);
        let number = |value: f64| measured(value, unit, self.context.lang).to_string();
        // A series has every year of it.
        let years = fact.series.iter().map(|one| match self.context.lang {
            Lang::Zh => format!("{}年{}", one.year, number(one.value)),
            Lang::En => format!("{} in {}", number(one.value), one.year),
        });
        let between = if self.context.lang == Lang::Zh { "，" } else { ", " };
        let value = number(fact.value?);
        Some(if fact.series.is_empty() { value } else { years.collect::<Vec<_>>().join(between) })
    }
}

/// Whether an element answers to a step such as `td`, `.row`, `td.row` or `#ledger`.
fn is(element: Element, step: &str) -> bool {
    if let Some(id) = step.strip_prefix('#') {
        return element.attribute("id") == Some(id);
    }
    let (tag, class) = step.split_once('.').map_or((step, None), |(tag, class)| (tag, Some(class)));
    let has = |class: &str| element.attribute("class").unwrap_or_default().split(' ').any(|one| one == class);
    element.is_element() && (tag.is_empty() || element.has_tag_name(tag)) && class.is_none_or(has)
}

/// Whether an element answers to the last step of a path and has ancestors that answer to the others.
fn answers(element: Element, path: &str) -> bool {
    let mut steps = path.split(' ').rev();
    let mut above = element.ancestors();
    above.next().is_some_and(|own| steps.next().is_some_and(|step| is(own, step)))
        && steps.all(|step| above.any(|ancestor| is(ancestor, step)))
}

/// Whether a node, or something around it, answers to a step.
fn within(node: Element, step: &str) -> bool {
    node.ancestors().any(|around| is(around, step))
}

/// The elements directly in an element.
fn children(element: Element) -> impl Iterator<Item = Element> {
    element.children().filter(Node::is_element)
}

/// The words in an element without those in elements that answer to one of these steps.
fn text(element: Element, without: &[&str]) -> String {
    let kept = |node: &Element| {
        let mut around = node.ancestors().take_while(|one| *one != element);
        node.is_text() && !around.any(|one| without.iter().any(|step| is(one, step)))
    };
    element.descendants().filter(kept).filter_map(|node| node.text()).collect()
}

/// What a fact's link shows, without its source mark.
fn shown(link: Element) -> String {
    text(link, &["span.src", "span.vh"])
}

/// The name that an element announces: its own, or that of the picture it holds.
fn name(element: Element) -> &'static str {
    let picture = || element.children().find(|child| child.attribute("role") == Some("img"));
    let named = |element: Element| element.attribute("aria-label");
    named(element).or_else(|| named(picture()?)).unwrap_or_default()
}

/// Where something stands, for messages: the nearest id around it, its tag and its words.
fn place_of(node: Element) -> String {
    let id = node.ancestors().find_map(|around| around.attribute("id")).unwrap_or("page");
    let element = node.ancestors().find(Node::is_element).unwrap();
    let words: String = text(element, &[]).chars().take(60).collect();
    let class = element.attribute("class").map(|class| format!(" class={class}")).unwrap_or_default();
    format!(
        "#{id} <{}{class}> {:?}",
        element.tag_name().name(),
        if words.is_empty() { name(element).into() } else { words }
    )
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The facts a place's entry puts under the chapters; the other kinds have heads of their own.
fn is_said(fact: &&Fact) -> bool {
    matches!(fact.kind, Kind::Reported | Kind::Target | Kind::Computed)
}

/// What speaks against a claim, and what it was asked of.
#[derive(Default)]
struct Against {
    faults: Vec<String>,
    asked: usize,
}

impl Against {
    fn fault(&mut self, fault: String) {
        self.asked += 1;
        self.faults.push(fault);
    }

    fn unless(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        self.asked += 1;
        if !holds {
            self.faults.push(fault());
        }
    }

    fn unless_equal<T: PartialEq + std::fmt::Debug>(&mut self, found: T, expected: T, what: impl FnOnce() -> String) {
        self.unless(found == expected, || format!("{}: expected {expected:?}, found {found:?}", what()));
    }
}

/// Holds a claim against every page with the whole story and lists all that speaks against it; one that no page has
/// anything to say of fails as well.
fn on_every_page(claim: impl Fn(&Page, &mut Against)) {
    on_each(PAGES.iter(), claim);
}

/// The same against every page of the site.
fn everywhere(claim: impl Fn(&Page, &mut Against)) {
    on_each(PAGES.iter().chain(PARTS.iter()).chain(RECORDS.iter()).chain(PLACES.iter()), claim);
}

/// The same against every page with a part of the story.
fn on_every_part(claim: impl Fn(&Page, &mut Against)) {
    on_each(PARTS.iter(), claim);
}

fn on_each<'a>(pages: impl Iterator<Item = &'a Page>, claim: impl Fn(&Page, &mut Against)) {
    let (mut all, mut asked) = (Vec::<String>::new(), 0);
    for page in pages {
        let mut against = Against::default();
        claim(page, &mut against);
        asked += against.asked;
        all.extend(against.faults.into_iter().map(|fault| format!("{}: {fault}", page.name)));
    }
    // The two drawings of a map share their faults.
    let mut seen = BTreeSet::new();
    all.retain(|fault| seen.insert(fault.clone()));
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.join("\n"));
    assert_ne!(asked, 0, "no page has what the claim is about");
}
