//! The finished pages of both stories in both languages: where every number comes from, what can be selected,
//! and what a reader gets of it who does not see it.

#![allow(clippy::unwrap_used)] // the helpers here are tests too

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use luoyang_story::data::check_dir;
use luoyang_story::layout::{Ground, Width};
use luoyang_story::model::{
    ChapterMap, Fact, FactId, Figure, Formula, Kind, Lang, Place, PlaceId, Story, Subject, UnitRow,
};
use luoyang_story::text::{Ui, measured, numerals, plain};
use luoyang_story::view::{Book, page};
use roxmltree::{Document, Node};

/// The story, and another city's, so that nothing here is true of one city only.
const STORIES: [&str; 2] = ["data", "tests/second-story"];

/// What is no statement, and why a number in it belongs to no fact.
const FURNITURE: [(&str, &str); 13] = [
    ("a span.vh", "the ledger row that a fact's link leads to"),
    ("header p.numeral", "the chapter's numeral"),
    ("svg text.caption", "how much an inset is enlarged"),
    ("svg g.scale-bar", "a length of the drawing"),
    ("svg g.label text", "the number of a mark in the list below a narrow map"),
    ("figure p.foot", "names of articles"),
    ("figure p.attribution", "names and versions of map data"),
    ("#places p.position", "after which source a mark was placed"),
    ("#ledger p.attribution", "names and versions of map data"),
    ("#ledger p.dek", "how many rows the ledger has"),
    ("#ledger td.row", "the number of the row"),
    ("#ledger td.where", "a locator, or a formula whose inputs are linked"),
    ("#ledger li", "an article with its name in locators"),
];

type Element = Node<'static, 'static>;

// Pages and what is found in them.

struct Page {
    name: String,
    book: Book,
    doc: &'static Document<'static>,
}

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| STORIES.into_iter().flat_map(render).collect());

/// The pages of a story; they borrow it for as long as the tests run.
fn render(dir: &str) -> Vec<Page> {
    let story: &'static Story = Box::leak(Box::new(check_dir(Path::new(dir)).unwrap()));
    let ground: &'static Ground<'static> = Box::leak(Box::new(Ground::new(story)));
    let one = |lang: Lang| {
        let book = Book { story, ground, lang };
        // Leptos parts neighbouring texts by `<!>` and writes `hidden` bare; all else is XML already.
        let html = page(book, "other.html").unwrap().replace("<!>", "").replace("<div hidden ", "<div hidden=\"\" ");
        let html: &'static str = Box::leak(format!("<page>{html}</page>").into_boxed_str());
        Page {
            name: format!("{dir} ({})", lang.tag()),
            book,
            doc: Box::leak(Box::new(Document::parse(html).unwrap())),
        }
    };
    Lang::ALL.map(one).into()
}

impl Page {
    fn ui(&self) -> Ui {
        self.book.ui()
    }

    fn story(&self) -> &'static Story {
        self.book.story
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
        self.story().fact(&FactId::new(id))
    }

    fn subject(&self, id: &str) -> Option<Subject<'static>> {
        self.story().subject(&PlaceId::new(id))
    }

    fn maps(&self) -> impl Iterator<Item = &'static ChapterMap> {
        self.story().chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref()?.map.as_ref())
    }

    /// The figures that chapters show in full.
    fn figures(&self) -> impl Iterator<Item = &'static Figure> {
        let story = self.story();
        let told = story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
        told.flat_map(|told| &told.figures).map(move |id| story.figure(id).unwrap())
    }

    fn subjects(&self) -> impl Iterator<Item = Subject<'static>> {
        let places = &self.story().places;
        places.regions.iter().map(Subject::Region).chain(places.places.iter().map(Subject::Place))
    }

    /// A fact's number with its unit.
    fn number(&self, fact: &Fact) -> Option<String> {
        let unit = fact.unit.as_ref().and_then(|unit| self.story().unit(unit));
        Some(measured(fact.value?, unit, self.book.lang).to_string())
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

/// The name that an element announces.
fn name(element: Element) -> &'static str {
    element.attribute("aria-label").unwrap_or_default()
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

/// What speaks against a claim.
#[derive(Default)]
struct Against(Vec<String>);

impl Against {
    fn unless(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.0.push(fault());
        }
    }

    fn unless_equal<T: PartialEq + std::fmt::Debug>(&mut self, found: T, expected: T, what: impl FnOnce() -> String) {
        if found != expected {
            self.0.push(format!("{}: expected {expected:?}, found {found:?}", what()));
        }
    }
}

/// Holds a claim against every page and lists all that speaks against it.
fn on_every_page(claim: impl Fn(&Page, &mut Against)) {
    let mut all: Vec<String> = Vec::new();
    for page in PAGES.iter() {
        let mut against = Against::default();
        claim(page, &mut against);
        all.extend(against.0.into_iter().map(|fault| format!("{}: {fault}", page.name)));
    }
    // The two drawings of a map share their faults.
    let mut seen = BTreeSet::new();
    all.retain(|fault| seen.insert(fault.clone()));
    assert!(all.is_empty(), "{} faults\n{}", all.len(), all.join("\n"));
}

// Where numbers come from.

#[test]
fn every_number_belongs_to_a_fact_or_to_the_page_itself() {
    on_every_page(|page, against| {
        for words in page.words() {
            let traced = words.ancestors().any(|around| {
                ["data-fact", "data-of", "data-furniture"].iter().any(|mark| around.has_attribute(*mark))
            });
            let said = words.text().unwrap();
            let numbers = !numerals(said).is_empty() || said.contains(|c: char| c.is_ascii_digit());
            against.unless(traced || !numbers, || format!("a number without a fact in {}", place_of(words)));
        }
    });
}

#[test]
fn a_link_to_a_fact_says_the_number_of_that_fact_or_where_it_stands() {
    on_every_page(|page, against| {
        for (link, id) in page.with("data-fact") {
            let Some(fact) = page.fact(id) else { continue };
            let shown = shown(link);
            if within(link, "small.locator") {
                let source = fact.source.as_ref();
                let place = source.map(|s| page.ui().locator(s.article.as_str(), s.paragraph, s.sentence));
                let parts: Vec<&str> = std::iter::once(page.ui().kind(fact.kind)).chain(place.as_deref()).collect();
                against.unless_equal(shown, page.ui().clauses(&parts), || place_of(link));
                continue;
            }
            for numeral in numerals(&shown) {
                against.unless_equal(Some(numeral.value), fact.value, || format!("{id} in {}", place_of(link)));
            }
            let silent = shown.trim().is_empty() && name(link).is_empty();
            against.unless(!silent, || format!("a link to {id} without words in {}", place_of(link)));
        }
    });
}

#[test]
fn what_is_marked_as_furniture_is_on_a_closed_list_and_never_in_prose() {
    on_every_page(|page, against| {
        let prose =
            [".finding", ".how", ".kicker", "h1", "figcaption", ".chapter-head .dek", ".step p", ".key-figure"];
        for (element, _) in page.with("data-furniture") {
            let known = FURNITURE.iter().any(|(path, _)| answers(element, path));
            against.unless(known, || format!("not on the list of furniture: {}", place_of(element)));
            let in_prose = element.ancestors().any(|around| prose.iter().any(|path| answers(around, path)));
            let is_source_name = answers(element, "a span.vh");
            against.unless(!in_prose || is_source_name, || format!("furniture in prose: {}", place_of(element)));
            let facts = element.descendants().filter(|inner| inner.has_attribute("data-fact")).count();
            against.unless_equal(facts, 0, || format!("facts in furniture: {}", place_of(element)));
        }
    });
}

#[test]
fn a_source_mark_names_the_row_and_the_kind_of_its_fact() {
    on_every_page(|page, against| {
        for (link, id) in page.with("data-fact").filter(|(link, _)| !within(*link, "svg")) {
            let Some(fact) = page.fact(id) else { continue };
            let said: String = link
                .children()
                .flat_map(|c| c.descendants())
                .filter(|c| is(*c, "span.vh"))
                .map(|c| text(c, &[]))
                .collect();
            let expected = page.ui().mark_name(fact.kind, page.story().row(&fact.id).unwrap());
            against.unless_equal(said.trim(), &format!("({expected})"), || format!("{id} in {}", place_of(link)));
        }
    });
}

#[test]
fn every_fact_has_a_row_in_the_ledger_with_its_kind_and_where_it_comes_from() {
    on_every_page(|page, against| {
        against.unless_equal(page.all("#ledger tbody tr").len(), page.story().facts.facts.len(), || "rows".into());
        for fact in &page.story().facts.facts {
            let (ui, id) = (page.ui(), &fact.id);
            let Some(row) = page.by_id(&format!("f-{id}")) else {
                against.0.push(format!("no row for {id}"));
                continue;
            };
            let cell = |class: &str| {
                row.children()
                    .find(|cell| is(*cell, class))
                    .map(|cell| text(cell, &[]).trim().to_owned())
                    .unwrap_or_default()
            };
            against.unless_equal(row.attribute("data-of"), Some(id.as_str()), || format!("row of {id}"));
            against.unless_equal(cell(".value"), page.number(fact).unwrap_or_default(), || format!("value of {id}"));
            against.unless(cell(".kind").contains(ui.kind(fact.kind)), || format!("kind of {id}: {}", cell(".kind")));
            against
                .unless_equal(cell(".what").as_str(), page.book.words(&fact.statement), || format!("words of {id}"));
            let origin = cell(".where");
            let locator = fact.source.as_ref().map(|s| ui.locator(s.article.as_str(), s.paragraph, s.sentence));
            let note = fact.note_source.as_ref().map(|source| page.book.words(source).to_owned());
            let formula = fact.formula.as_ref().and(fact.value).map(|value| format!("= {}", plain(value)));
            let parts: Vec<String> = [locator, note, formula].into_iter().flatten().collect();
            against.unless(!parts.is_empty(), || format!("{id} comes from nowhere"));
            for part in parts {
                against.unless(origin.contains(&part), || format!("{id}: expected `{part}` in `{origin}`"));
            }
            for input in fact
                .formula
                .iter()
                .flat_map(|text| Formula::parse(text).unwrap().inputs().into_iter().cloned().collect::<Vec<_>>())
            {
                let link = format!("#f-{input}");
                let linked = row.descendants().any(|inner| inner.attribute("href") == Some(&link));
                against.unless(linked, || format!("{id}: no link to its input {input}"));
            }
        }
    });
}

#[test]
fn every_region_and_place_has_an_entry_with_each_of_its_facts_or_says_there_is_none() {
    on_every_page(|page, against| {
        for subject in page.subjects() {
            let id = subject.id();
            let Some(entry) = page.by_id(&format!("p-{id}")) else {
                against.0.push(format!("no entry for {id}"));
                continue;
            };
            let facts: Vec<&Fact> = page.story().facts_about(id).collect();
            let mut listed: Vec<&str> = entry.descendants().filter_map(|inner| inner.attribute("data-of")).collect();
            let mut expected: Vec<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
            listed.sort_unstable();
            expected.sort_unstable();
            against.unless_equal(listed, expected, || format!("facts in the entry of {id}"));
            let silent: Vec<String> = entry.children().filter(|p| is(*p, "p.silent")).map(|p| text(p, &[])).collect();
            let wanted = if facts.iter().any(is_said) {
                vec![]
            } else {
                vec![page.book.words(&page.story().head().not_mentioned).to_owned()]
            };
            against.unless_equal(silent, wanted, || format!("whether the page is silent about {id}"));
            let head =
                entry.children().find(|child| is(*child, "h4")).map(|head| text(head, &[])).unwrap_or_default();
            against.unless(head.contains(subject.name().get(page.book.lang)), || format!("head of {id}: {head}"));
        }
    });
}

// What can be selected and where links lead.

#[test]
fn ids_are_unique_and_every_reference_names_something() {
    on_every_page(|page, against| {
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        page.with("id").for_each(|(_, id)| *ids.entry(id).or_default() += 1);
        for (id, count) in &ids {
            against.unless_equal(*count, 1, || format!("elements with the id {id}"));
        }
        for attribute in ["href", "fill", "data-dock-to"] {
            for (element, target) in page.with(attribute) {
                let id = match attribute {
                    "href" => target.strip_prefix('#'),
                    "fill" => target.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')')),
                    _ => Some(target),
                };
                let known = id.is_none_or(|id| ids.contains_key(id));
                against.unless(known, || format!("{attribute}={target} leads nowhere in {}", place_of(element)));
            }
        }
        for attribute in ["data-fact", "data-of"] {
            for (element, id) in page.with(attribute) {
                against.unless(page.fact(id).is_some(), || format!("{attribute}={id} in {}", place_of(element)));
                let link = element.attribute("href").is_none_or(|href| href == format!("#f-{id}"));
                against.unless(link, || format!("{id} leads elsewhere in {}", place_of(element)));
            }
        }
        for (element, id) in page.with("data-place") {
            against.unless(page.subject(id).is_some(), || format!("data-place={id} in {}", place_of(element)));
            let link = element.attribute("href").is_none_or(|href| href == format!("#p-{id}"));
            against.unless(link, || format!("{id} leads elsewhere in {}", place_of(element)));
        }
    });
}

#[test]
fn every_division_and_every_mark_can_be_selected_once_on_every_drawing() {
    on_every_page(|page, against| {
        for map in page.maps() {
            for width in Width::ALL {
                let figure = page.by_id(map.id.as_str()).unwrap();
                let class = format!("svg.{}", width.slug());
                let drawing = figure.descendants().find(|inner| is(*inner, &class)).unwrap();
                let links = |step: &str| -> Vec<&str> {
                    let links = drawing.descendants().filter(|inner| is(*inner, step));
                    links.filter_map(|link| link.attribute("data-place")).collect()
                };
                let regions: Vec<&str> =
                    page.story().places.regions.iter().map(|region| region.id.as_str()).collect();
                // Those out of sight are no links, so that the focus never goes where nothing is seen.
                let main = drawing.descendants().find(|inner| is(*inner, "svg.main")).unwrap();
                let shapes = main.descendants().filter(|inner| is(*inner, "a.region") || is(*inner, "g.region"));
                let drawn: Vec<&str> = shapes.filter_map(|shape| shape.attribute("data-place")).collect();
                against.unless_equal(drawn, regions, || format!("divisions on {} {width:?}", map.id));
                let seen = links("a.region").len();
                against
                    .unless_equal(seen >= 2, true, || format!("{seen} divisions to reach on {} {width:?}", map.id));
                let drawn = |place: &&Place| place.location.point.is_some() || place.location.within.is_some();
                let places = map.places.iter().filter_map(|id| page.story().place(id));
                let expected: BTreeSet<&str> = places.filter(drawn).map(|place| place.id.as_str()).collect();
                let marks = links("a.mark");
                against.unless_equal(marks.len(), expected.len(), || format!("marks on {} {width:?}", map.id));
                against
                    .unless_equal(marks.into_iter().collect(), expected, || format!("marks on {} {width:?}", map.id));
            }
        }
    });
}

#[test]
fn every_figure_carries_its_name_and_there_is_one_panel() {
    on_every_page(|page, against| {
        let story = page.story();
        let told = story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
        let mut expected: Vec<&str> = told
            .flat_map(|told| {
                let small = told.key_figures.iter().map(|key| &key.figure);
                told.map.iter().map(|map| &map.id).chain(small).chain(&told.figures)
            })
            .map(|id| id.as_str())
            .collect();
        let mut found: Vec<&str> = page.with("data-figure").map(|(_, id)| id).collect();
        expected.sort_unstable();
        found.sort_unstable();
        against.unless_equal(found, expected, || "figures".into());
        for (element, id) in page.with("data-figure") {
            against.unless_equal(element.attribute("id"), Some(id), || format!("id of the figure {id}"));
        }
        for figure in page.all("figure") {
            against.unless(figure.has_attribute("data-figure"), || {
                format!("a figure without name: {}", place_of(figure))
            });
        }
        against.unless_equal(page.all("#place-panel").len(), 1, || "panels".into());
    });
}

// What a reader gets of it who does not see it.

#[test]
fn a_map_is_a_named_group_and_one_tab_stop_and_starts_at_a_mark() {
    on_every_page(|page, against| {
        for map in page.all("svg.map") {
            against.unless_equal(map.attribute("role"), Some("group"), || place_of(map));
            against.unless(!name(map).is_empty(), || format!("a map without name: {}", place_of(map)));
            let links: Vec<Element> = map.descendants().filter(|inner| is(*inner, "a")).collect();
            let stops: Vec<&Element> = links.iter().filter(|link| link.attribute("tabindex") == Some("0")).collect();
            let others = links.iter().filter(|link| link.attribute("tabindex") == Some("-1")).count();
            against.unless_equal((stops.len(), others), (1, links.len() - 1), || {
                format!("tab stops of {}", place_of(map))
            });
            let has_marks = links.iter().any(|link| is(*link, "a.mark"));
            let at_mark = stops.iter().all(|stop| is(**stop, "a.mark"));
            against.unless(at_mark || !has_marks, || format!("{} starts beside its marks", place_of(map)));
        }
    });
}

#[test]
fn every_drawing_is_named_or_hidden_and_every_link_in_it_has_a_name_in_the_pages_language() {
    on_every_page(|page, against| {
        let in_language = |name: &str| match page.book.lang {
            Lang::Zh => name.chars().any(is_han),
            Lang::En => !name.is_empty() && !name.chars().any(is_han),
        };
        for drawing in page.all("svg").into_iter().filter(|svg| !is(*svg, "svg.pane")) {
            let hidden = drawing.attribute("aria-hidden") == Some("true");
            let named = matches!(drawing.attribute("role"), Some("img" | "group")) && in_language(name(drawing));
            against.unless(hidden || named, || format!("a drawing without role or name: {}", place_of(drawing)));
        }
        for link in page.all("svg a") {
            against.unless(in_language(name(link)), || format!("{:?} names {}", name(link), place_of(link)));
        }
    });
}

#[test]
fn a_division_says_how_much_is_said_of_it_and_a_mark_what_is_done_there_and_how_we_know() {
    on_every_page(|page, against| {
        for region in page.all("svg.map a.region") {
            let id = PlaceId::new(region.attribute("data-place").unwrap());
            let words = match page.story().facts_about(&id).filter(is_said).count() {
                0 => page.book.words(&page.story().head().not_mentioned).to_owned(),
                count => page.ui().count(count),
            };
            against.unless(name(region).ends_with(&words), || format!("expected `{words}`: {:?}", name(region)));
        }
        for mark in page.all("svg.map a.mark") {
            let place = page.story().place(&PlaceId::new(mark.attribute("data-place").unwrap())).unwrap();
            let verb = place.verb.as_ref().map(|verb| page.book.words(verb));
            let said = verb.is_some_and(|verb| name(mark).contains(verb))
                && name(mark).contains(page.book.words(&place.name));
            against.unless(said, || format!("expected name and verb of {}: {:?}", place.id, name(mark)));
            let kind = stated(page.story(), &place.id).map(|fact| page.ui().kind(fact.kind));
            let right = kind.is_none_or(|kind| name(mark).contains(kind));
            against.unless(right, || format!("expected the kind {kind:?}: {:?}", name(mark)));
        }
    });
}

/// The fact that states what is done with a place: the one that a figure shows it with, or the only one it has.
fn stated(story: &'static Story, place: &PlaceId) -> Option<&'static Fact> {
    let figures = || story.figures.figures.iter();
    let lanes = figures().flat_map(|figure| figure.lanes.iter().flat_map(|lanes| &lanes.rows));
    let rows = figures().flat_map(|figure| figure.matrix.iter().flat_map(|matrix| &matrix.rows));
    let units = figures().flat_map(|figure| figure.units.iter().flat_map(|units| &units.rows));
    let mut shown = (lanes.map(|lane| (&lane.place, &lane.fact)))
        .chain(rows.filter_map(|row| row.project.as_ref()).map(|project| (&project.place, &project.fact)))
        .chain(units.flat_map(|row| &row.named).map(|named| (&named.place, &named.fact)));
    match shown.find(|(id, _)| *id == place) {
        Some((_, fact)) => story.fact(fact),
        None => {
            let said: Vec<&Fact> =
                story.facts.facts.iter().filter(is_said).filter(|f| f.places.contains(place)).collect();
            (said.len() == 1).then(|| said[0])
        }
    }
}

#[test]
fn the_marks_of_a_chart_say_place_value_unit_and_kind() {
    on_every_page(|page, against| {
        for figure in page.figures() {
            let Some(units) = &figure.units else { continue };
            let chart = page.by_id(figure.id.as_str()).unwrap();
            let links: Vec<Element> = chart.descendants().filter(|inner| answers(*inner, "svg.chart a")).collect();
            let expected: Vec<[String; 3]> = units.rows.iter().flat_map(|row| chart_names(page, row)).collect();
            against.unless_equal(links.len(), expected.len(), || format!("links in {}", figure.id));
            for (link, parts) in links.iter().zip(expected) {
                for part in parts {
                    against.unless(name(*link).contains(&part), || {
                        format!("{}: expected `{part}` in {:?}", figure.id, name(*link))
                    });
                }
            }
        }
    });
}

/// What each group of a row must say of itself: what, how many, how we know.
fn chart_names(page: &Page, row: &'static UnitRow) -> Vec<[String; 3]> {
    let story = page.story();
    let kind = |fact: &FactId| page.ui().kind(story.fact(fact).unwrap().kind).to_owned();
    let total = story.fact(&row.total).unwrap();
    let one = measured(1.0, story.unit(total.unit.as_ref().unwrap()), page.book.lang).to_string();
    let named = row.named.iter().map(|named| {
        [page.book.words(&story.place(&named.place).unwrap().name).to_owned(), one.clone(), kind(&named.fact)]
    });
    let (fact, what) =
        row.rest.as_ref().map_or((&row.total, page.book.words(&row.name)), |rest| (rest, page.ui().others()));
    let rest = [what.to_owned(), page.number(story.fact(fact).unwrap()).unwrap(), kind(fact)];
    named.chain([rest]).collect()
}

#[test]
fn headings_never_skip_a_level_and_there_is_one_first() {
    on_every_page(|page, against| {
        let level = |element: &Element| element.tag_name().name().strip_prefix('h')?.parse::<usize>().ok();
        let mut before = 0;
        for (heading, level) in page.elements().filter_map(|element| Some((element, level(&element)?))) {
            against.unless(level <= before + 1, || format!("h{level} after h{before}: {}", place_of(heading)));
            against
                .unless(!text(heading, &[]).trim().is_empty(), || format!("an empty heading: {}", place_of(heading)));
            before = level;
        }
        against.unless_equal(page.all("h1").len(), 1, || "first headings".into());
    });
}

#[test]
fn landmarks_are_few_and_named() {
    on_every_page(|page, against| {
        against.unless_equal(page.all("main").len(), 1, || "main".into());
        let banners = page.all("header").into_iter().filter(|header| !within(*header, "main")).count();
        against.unless_equal(banners, 1, || "headers outside the story".into());
        against.unless_equal(page.all("header nav").len(), 1, || "navigation in the header".into());
        let mut landmarks = [page.all("nav"), page.all("aside")].concat();
        landmarks.extend(page.with("role").filter(|(_, role)| *role == "region").map(|(element, _)| element));
        let mut names: Vec<&str> = landmarks.iter().map(|element| name(*element)).collect();
        names.sort_unstable();
        against.unless(names.iter().all(|name| !name.is_empty()), || "a landmark without a name".into());
        let count = names.len();
        names.dedup();
        against.unless_equal(names.len(), count, || "names of landmarks".into());
        for (element, _) in page.with("tabindex").filter(|(element, stop)| *stop == "0" && !within(*element, "svg")) {
            against.unless(!name(element).is_empty(), || format!("a tab stop without a name: {}", place_of(element)));
        }
    });
}

#[test]
fn every_table_has_scoped_heads_and_rows_of_one_length() {
    on_every_page(|page, against| {
        for table in page.all("table") {
            let parts = |step: &'static str| table.descendants().filter(move |inner| answers(*inner, step));
            against.unless(parts("thead th").count() > 0, || format!("a table without heads: {}", place_of(table)));
            for head in parts("th") {
                let scope = if within(head, "thead") { "col" } else { "row" };
                against.unless_equal(head.attribute("scope"), Some(scope), || format!("head in {}", place_of(head)));
            }
            let lengths: BTreeSet<usize> = parts("tr")
                .map(|row| {
                    let cells = children(row);
                    cells.map(|cell| cell.attribute("colspan").map_or(1, |span| span.parse().unwrap())).sum()
                })
                .collect();
            against.unless_equal(lengths.len(), 1, || format!("lengths of rows {lengths:?} in {}", place_of(table)));
        }
    });
}

#[test]
fn every_figure_has_a_data_table_with_as_many_rows_as_it_has_data() {
    on_every_page(|page, against| {
        for figure in page.figures() {
            let rows = if let Some(matrix) = &figure.matrix {
                matrix.rows.len() + usize::from(matrix.rest.is_some())
            } else if let Some(lanes) = &figure.lanes {
                lanes.rows.len()
            } else {
                let rows = figure.units.iter().flat_map(|units| &units.rows);
                rows.map(|row| 1 + row.named.len() + usize::from(row.rest.is_some())).sum()
            };
            let shown = page.by_id(figure.id.as_str()).unwrap();
            let count = |path: &str| shown.descendants().filter(|inner| answers(*inner, path)).count();
            against.unless_equal(count("details.twin"), 1, || format!("data tables of {}", figure.id));
            against.unless_equal(count("details.twin tbody tr"), rows, || format!("rows of {}", figure.id));
            if figure.units.is_none() {
                let graphic = count("tbody tr") - count("details.twin tbody tr");
                against.unless_equal(graphic, rows, || format!("rows drawn in {}", figure.id));
            }
        }
        against.unless_equal(page.all("details.twin").len(), page.figures().count(), || "data tables".into());
    });
}

#[test]
fn tags_nest_as_html_allows_so_that_no_browser_moves_them() {
    const BLOCKS: [&str; 16] = [
        "p", "div", "ul", "ol", "table", "figure", "section", "article", "details", "h1", "h2", "h3", "h4", "h5",
        "aside", "header",
    ];
    on_every_page(|page, against| {
        for element in page.elements() {
            let tag = element.tag_name().name();
            let around = |step: &str| element.parent().is_some_and(|parent| within(parent, step));
            against.unless(!BLOCKS.contains(&tag) || !around("p"), || {
                format!("a {tag} in a paragraph: {}", place_of(element))
            });
            let active = matches!(tag, "a" | "button" | "summary");
            against.unless(!active || !(around("a") || around("button")), || {
                format!("a {tag} in a link: {}", place_of(element))
            });
        }
    });
}

#[test]
fn english_words_are_parted_without_the_help_of_style_sheets() {
    // Tags that part words by what they are.
    const PARTING: [&str; 11] = ["p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "summary", "text"];
    on_every_page(|page, against| {
        let block = |node: &Element| node.ancestors().find(|around| PARTING.contains(&around.tag_name().name()));
        let heard = |node: &Element| !node.ancestors().any(|around| around.attribute("aria-hidden") == Some("true"));
        let words: Vec<Element> = page.doc.descendants().filter(Node::is_text).filter(heard).collect();
        let together = |pair: &&[Element]| block(&pair[0]).is_some() && block(&pair[0]) == block(&pair[1]);
        for pair in words.windows(2).filter(together).filter(|_| page.book.lang == Lang::En) {
            let ends = [pair[0].text().unwrap().chars().next_back(), pair[1].text().unwrap().chars().next()];
            let parted = ends.iter().flatten().any(|c| !c.is_alphanumeric());
            against
                .unless(parted, || format!("{:?} runs into {:?}", pair[0].text().unwrap(), pair[1].text().unwrap()));
        }
    });
}

// Two languages.

#[test]
fn both_languages_have_the_same_parts_in_the_same_order() {
    for pair in PAGES.chunks(2) {
        let [zh, en] = pair else { panic!("each story has two pages") };
        for attribute in ["id", "data-anchor", "data-figure", "data-of"] {
            let list = |page: &Page| -> Vec<String> {
                page.with(attribute)
                    .map(|(element, value)| format!("{} {value}", element.attribute("id").unwrap_or_default()))
                    .collect()
            };
            assert_eq!(list(zh), list(en), "{attribute} of {} and {}", zh.name, en.name);
        }
        for attribute in ["data-fact", "data-place"] {
            let set = |page: &Page| -> BTreeSet<&str> { page.with(attribute).map(|(_, value)| value).collect() };
            assert_eq!(set(zh), set(en), "{attribute} of {} and {}", zh.name, en.name);
        }
        let tables = |page: &Page| -> Vec<usize> {
            page.all("table")
                .iter()
                .map(|table| table.descendants().filter(|inner| is(*inner, "tr")).count())
                .collect()
        };
        assert_eq!(tables(zh), tables(en), "rows of {} and {}", zh.name, en.name);
    }
}

#[test]
fn chinese_in_the_english_page_is_marked_as_chinese_and_the_other_way_round() {
    on_every_page(|page, against| {
        let language = |node: Element| {
            node.ancestors().find_map(|around| around.attribute("lang")).unwrap_or(page.book.lang.tag())
        };
        for words in page.words() {
            let han = words.text().unwrap().chars().any(is_han);
            against.unless(!han || language(words) == Lang::Zh.tag(), || {
                format!("unmarked Chinese in {}", place_of(words))
            });
        }
        for attribute in ["aria-label", "title", "alt"] {
            for (element, said) in page.with(attribute) {
                let (han, zh) = (said.chars().any(is_han), language(element) == Lang::Zh.tag());
                against.unless(han == zh, || format!("{attribute}={said:?} in {}", place_of(element)));
            }
        }
        for (element, lang) in page.with("lang").chain(page.with("hreflang")) {
            let known = Lang::ALL.iter().any(|one| one.tag() == lang);
            against.unless(known, || format!("unknown language {lang} in {}", place_of(element)));
        }
        for (element, _) in page.with("lang").filter(|(_, lang)| *lang == Lang::Zh.tag()) {
            let han = text(element, &[]).chars().any(is_han);
            against.unless(han, || format!("marked as Chinese and is not: {}", place_of(element)));
        }
    });
}

// The reading order, reviewed as text.

#[test]
fn the_reading_order_is_as_reviewed() {
    for page in PAGES.iter().filter(|page| page.name.starts_with(STORIES[0])) {
        let file = format!("tests/snapshots/page.{}.txt", page.book.lang.tag());
        let mut outline = Outline::default();
        outline.read(page.doc.root_element(), 0);
        expect_test::expect_file![Path::new(env!("CARGO_MANIFEST_DIR")).join(file)]
            .assert_eq(&(outline.lines.join("\n") + "\n"));
    }
}

/// The page as it is read out: a line for each heading, paragraph, drawing, link of a drawing, item and table row.
///
/// What is hidden from assistive technology is left out, and so are the names of source marks, which another test reads.
#[derive(Default)]
struct Outline {
    lines: Vec<String>,
}

impl Outline {
    fn add(&mut self, depth: usize, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        self.lines.push(format!("{}{}", "  ".repeat(depth), words.join(" ")));
    }

    fn read(&mut self, element: Element, depth: usize) {
        if element.attribute("aria-hidden") == Some("true") || element.has_attribute("hidden") {
            return;
        }
        let tag = element.tag_name().name();
        let id = element.attribute("id").map(|id| format!(" #{id}")).unwrap_or_default();
        let label = if name(element).is_empty() { String::new() } else { format!(" “{}”", name(element)) };
        match tag {
            "svg" => self.drawing(element, depth),
            "tr" => self.row(element, depth),
            "article" if is(element, "article.entry") => self.entry(element, depth),
            "ul" if element.parent().is_some_and(|parent| is(parent, "details.places")) => {
                let items: Vec<String> = children(element).map(spoken).collect();
                self.add(depth, &format!("list: {}", items.join(", ")));
            }
            "nav" | "main" | "section" | "article" | "aside" | "header" | "figure" | "details" | "table" | "ul"
            | "ol" => {
                self.add(depth, &format!("{tag}{id}{label}"));
                children(element).for_each(|child| self.read(child, depth + 1));
            }
            // One paragraph or one heading is one line, also where it has links in it.
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "li" | "summary" | "button" | "a" => {
                self.add(depth, &format!("{tag}{id}: {}", spoken(element)));
            }
            _ if element
                .children()
                .any(|child| child.is_text() && !child.text().unwrap_or_default().trim().is_empty()) =>
            {
                self.add(depth, &format!("{tag}: {}", spoken(element)));
            }
            _ => children(element).for_each(|child| self.read(child, depth)),
        }
    }

    /// A drawing's name and its links; those of a narrow map repeat the wide one's and are only counted.
    fn drawing(&mut self, svg: Element, depth: usize) {
        let links: Vec<Element> = svg.descendants().filter(|inner| is(*inner, "a")).collect();
        let count = |step: &str| links.iter().filter(|link| is(**link, step)).count();
        let role = svg.attribute("role").unwrap_or("drawing");
        if !is(svg, "svg.map") {
            self.add(depth, &format!("{role} “{}”", name(svg)));
            return links.iter().for_each(|link| self.add(depth + 1, &format!("a: {}", name(*link))));
        }
        let width = if is(svg, "svg.wide") { "wide" } else { "narrow" };
        let (regions, marks, beyond) = (count("a.region"), count("a.mark"), count("a.beyond"));
        self.add(
            depth,
            &format!("{role} “{}”, {width}: {regions} divisions, {marks} marks, {beyond} beyond", name(svg)),
        );
        let listed = |link: &&Element| width == "wide" && !is(**link, "a.region");
        let lines: Vec<String> = links
            .iter()
            .filter(|link| listed(link) || link.attribute("tabindex") == Some("0"))
            .map(|link| {
                format!(
                    "a{}: {}",
                    if link.attribute("tabindex") == Some("0") { " (tab stop)" } else { "" },
                    name(*link)
                )
            })
            .collect();
        lines.iter().for_each(|line| self.add(depth + 1, line));
    }

    /// The cells of a row; of the ledger's rows the statement is left out.
    fn row(&mut self, row: Element, depth: usize) {
        let cells = row.children().filter(|cell| cell.is_element() && !is(*cell, "td.what")).map(spoken);
        let cells: Vec<String> = cells.collect();
        self.add(depth, &format!("row: {}", cells.join(" | ")));
    }

    /// An entry's name and how many statements stand under each of its heads.
    fn entry(&mut self, entry: Element, depth: usize) {
        let mut parts: Vec<String> = Vec::new();
        for child in children(entry) {
            match child.tag_name().name() {
                "ul" => {
                    let count = children(child).count();
                    if let Some(head) = parts.last_mut() {
                        head.push_str(&format!(" {count}"));
                    }
                }
                _ => parts.push(spoken(child)),
            }
        }
        let id = entry.attribute("id").unwrap_or_default();
        self.add(depth, &format!("entry #{id}: {}", parts.join(" | ")));
    }
}

/// An element as it is read out: its name or its words, without what is hidden and the names of source marks.
fn spoken(element: Element) -> String {
    let part = |node: Element| match node {
        _ if node.is_text() => node.text().unwrap_or_default().to_owned(),
        _ if node.attribute("aria-hidden") == Some("true") || answers(node, "a span.vh") => String::new(),
        _ => spoken(node),
    };
    let words =
        if name(element).is_empty() { element.children().map(part).collect() } else { name(element).to_owned() };
    // One space for each run of white space; those at the ends part an element from its neighbours.
    let mut said = String::new();
    for c in words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
        if c != ' ' || !said.ends_with(' ') {
            said.push(c);
        }
    }
    said
}
