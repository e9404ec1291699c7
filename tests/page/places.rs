//! Pages about one region or place: what is said of it, where it lies, and the ways on.

use std::cell::Cell;

use data_story::layout::{Seen, Whereabouts};
use data_story::model::{Precision, Span};
use data_story::text::{has_page, lead_of};

use super::*;

/// What a page is about.
fn subject(page: &Page) -> Subject<'static> {
    let Route::Place(subject) = page.context.page.route else { panic!("{} is about no place", page.name) };
    subject
}

fn lies(page: &Page) -> Whereabouts<'static> {
    page.context.basemap.whereabouts(page.story(), subject(page))
}

/// All words of an element, with single spaces.
fn words(element: Element) -> String {
    text(element, &[]).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The page about a region or place of the story in this folder, with maps.
fn about(dir: &str, id: &str, lang: Lang) -> &'static Page {
    let is_it = |page: &&Page| {
        page.story().has_maps()
            && page.name.starts_with(&format!("{dir} ("))
            && page.context.lang == lang
            && subject(page).id().as_str() == id
    };
    PLACES.iter().find(is_it).unwrap_or_else(|| panic!("no page about {id}"))
}

#[test]
fn every_region_and_place_has_its_page_with_its_name_and_what_is_said_first() {
    for whole in PAGES.iter() {
        let own = |page: &&Page| std::ptr::eq(page.story(), whole.story()) && page.context.lang == whole.context.lang;
        let about: Vec<&str> = PLACES.iter().filter(own).map(|page| subject(page).id().as_str()).collect();
        let expected: Vec<&str> = whole.subjects().map(|subject| subject.id().as_str()).collect();
        assert_eq!(about, expected, "{}", whole.name);
    }
    on_each(PLACES.iter(), |page, against| {
        let (subject, lang) = (subject(page), page.context.lang);
        let heads = page.all("h1");
        against.unless_equal(heads.len(), 1, || "h1".into());
        let expected = subject.name().get(lang);
        let named = heads.first().map(|head| text(*head, &["span.original"]).trim().to_owned());
        against.unless_equal(named.as_deref(), Some(expected), || "name".into());
        let first = page.all("p.finding").first().map(|first| words(*first)).unwrap_or_default();
        match lead_of(page.story(), subject).fact() {
            Some(fact) => {
                against.unless(first.starts_with(fact.statement.get(lang)), || format!("first it says {first:?}"));
                against.unless(page.all("p.finding a.locator").len() == 1, || "who says it".into());
            }
            None if page.story().told_instead(subject.id()).next().is_some() => {
                let mut inside = page.story().told_instead(subject.id());
                against
                    .unless(inside.all(|place| first.contains(place.short.get(lang))), || format!("inside: {first}"));
                let silent = page.story().head().not_mentioned.get(lang);
                against.unless(!words(page.all("article.of-place")[0]).contains(silent), || {
                    "that nothing is said".into()
                });
            }
            None if page.story().statements_about(subject.id()).next().is_none() => {
                against.unless_equal(first.as_str(), page.story().head().not_mentioned.get(lang), || "first".into());
            }
            None => against.unless(!page.all("p.finding a.fact").is_empty(), || "the finding of the story".into()),
        }
        // All that is said of it, in the words of its entry.
        let entry = page.gazetteer().by_id(&format!("p-{}", subject.id())).unwrap();
        let said = |within: Element| -> Vec<String> {
            let items =
                within.descendants().filter(|inner| is(*inner, "li") && !super::within(*inner, "section.lies"));
            items.filter(|item| item.descendants().any(|inner| is(inner, "a.locator"))).map(words).collect()
        };
        let main = page.all("article.of-place")[0];
        against.unless_equal(said(main), said(entry), || "what is said".into());
    });
}

#[test]
fn every_link_between_pages_of_places_leads_to_one_that_is_there() {
    let led = Cell::new(0_usize);
    on_each(PLACES.iter(), |page, against| {
        let own = page.context.page;
        let there: BTreeSet<String> = pages(page.story()).iter().map(|page| page.file()).collect();
        for (element, href) in page.with("href") {
            let Some(file) = href.strip_prefix(&own.root()) else { continue };
            let (file, _) = file.split_once(['?', '#']).unwrap_or((file, ""));
            led.set(led.get() + usize::from(file.contains("places/")));
            let is_there = there.contains(file) || file == "kit/index.html" || file == "en/kit/index.html";
            against.unless(is_there, || format!("{href} leads nowhere in {}", place_of(element)));
        }
        let id = subject(page).id();
        let story = format!("{}?place={id}", own.way_to(&own.story()));
        for way in [story, own.way_to(&own.gazetteer())] {
            against.unless(page.with("href").any(|(_, href)| href == way), || format!("no way to {way}"));
        }
    });
    assert!(led.get() > 500, "{} links to pages of places", led.get());
}

#[test]
fn the_story_the_gazetteer_and_each_card_lead_to_the_pages_of_places() {
    let pages = PAGES
        .iter()
        .chain(PARTS.iter())
        .chain(RECORDS.iter().filter(|page| matches!(page.context.page.route, Route::Gazetteer)));
    on_each(pages, |page, against| {
        let own = page.context.page;
        for entry in page.all("article.entry") {
            let id = entry.attribute("id").and_then(|id| id.strip_prefix("p-")).unwrap();
            let way = own.way_to(&own.of_place(page.story(), page.subject(id).unwrap()).unwrap());
            let link = children(entry).find(|inner| inner.attribute("href") == Some(&way));
            // Of a city beyond, and of what nobody knows the position of, the gazetteer has it alone.
            let far = [Precision::Beyond, Precision::Whole, Precision::NotGiven];
            let is_far =
                page.subject(id).unwrap().place().is_some_and(|place| far.contains(&place.location.precision));
            let listed = entry.descendants().filter(|one| is(*one, "a.locator")).count();
            let says_less = listed < page.story().facts_about(page.subject(id).unwrap().id()).count();
            let is_expected = matches!(own.route, Route::Gazetteer) || !is_far || says_less;
            against.unless_equal(link.is_some(), is_expected, || format!("the way from {id} to its page"));
            let window = link.and_then(|link| link.attribute("target"));
            let expected = (own.is_embed() && is_expected).then_some("_blank");
            against.unless_equal(window, expected, || format!("window of {id}"));
        }
    });
    for page in PAGES.iter() {
        let own = page.context.page;
        let way = own.way_to(&own.gazetteer());
        let lead = page.all("div.lead a").into_iter().filter(|link| link.attribute("href") == Some(&way));
        assert_eq!(lead.count(), 1, "{}: the way to the reader's own region", page.name);
        // One more tap: the regions stand first there.
        let first = page.gazetteer().all(".gazetteer table.data tbody th a");
        let regions = page.story().places.regions.iter().map(|region| region.short.get(page.context.lang));
        assert_eq!(first.into_iter().map(words).collect::<Vec<_>>(), regions.collect::<Vec<_>>(), "{}", page.name);
    }
}

#[test]
fn the_gazetteer_holds_all_regions_side_by_side_with_how_much_is_said_and_what_is_measured() {
    let measured = Cell::new(0_usize);
    on_each(RECORDS.iter().filter(|page| matches!(page.context.page.route, Route::Gazetteer)), |page, against| {
        let (story, rows) = (page.story(), page.all(".gazetteer table.data tbody tr"));
        against.unless_equal(rows.len(), story.places.regions.len(), || "rows".into());
        for (row, region) in rows.into_iter().zip(&story.places.regions) {
            let cells: Vec<Element> = row.descendants().filter(|one| is(*one, "td")).collect();
            let said =
                |id| story.facts.facts.iter().filter(|fact| fact.places.contains(id) && fact.kind.is_said()).count();
            // Or else of how many places in it something is said.
            let lies = page.context.basemap.whereabouts(story, Subject::Region(region));
            let inside = lies.inside.iter().filter(|place| said(&place.id) > 0).count();
            let number: String = words(cells[0]).chars().filter(char::is_ascii_digit).collect();
            let expected = if said(&region.id) > 0 { said(&region.id) } else { inside };
            against.unless_equal(number.parse().unwrap_or(0), expected, || format!("statements of {}", region.id));
            let entry = cells[0].descendants().find_map(|inner| inner.attribute("href"));
            against.unless_equal(entry, Some(format!("#p-{}", region.id).as_str()), || "the way to them".into());
            let measures =
                story.figures.figures.iter().filter_map(|figure| figure.bars()).flat_map(|bars| &bars.measures);
            for (cell, measure) in cells[1..].iter().zip(measures) {
                let Some(part) = measure.parts.iter().find(|part| part.region.as_ref() == Some(&region.id)) else {
                    continue;
                };
                let fact = cell.descendants().find_map(|inner| inner.attribute("data-fact"));
                against.unless_equal(fact, Some(part.fact.as_str()), || format!("{} of {}", measure.id, region.id));
                measured.set(measured.get() + 1);
            }
        }
    });
    assert!(measured.get() > 0);
}

#[test]
fn a_page_with_nothing_to_say_says_so_and_leads_on() {
    let silent = Cell::new(0_usize);
    on_each(PLACES.iter(), |page, against| {
        let (subject, story) = (subject(page), page.story());
        let is_told = |subject: Subject<'_>| story.statements_about(subject.id()).next().is_some();
        if is_told(subject) || !story.has_maps() {
            return;
        }
        silent.set(silent.get() + 1);
        let lies = lies(page);
        let near = lies.neighbours.iter().chain(&lies.nearest).map(|seen| seen.subject);
        let told: Vec<Subject> =
            lies.inside.iter().map(|place| Subject::Place(place)).chain(near).filter(|one| is_told(*one)).collect();
        let own = page.context.page;
        let section = page.all("section.nearby").into_iter().next();
        let links: Vec<&str> = section
            .iter()
            .flat_map(|section| section.descendants().filter_map(|inner| inner.attribute("href")).collect::<Vec<_>>())
            .collect();
        for one in told {
            let way = own.way_to(&own.of_place(story, one).unwrap());
            against.unless(links.contains(&way.as_str()), || format!("no way to {}", one.id()));
        }
        // Nothing is near what nobody knows the position of.
        let is_known = subject.place().is_none_or(|place| place.location.precision != Precision::NotGiven);
        against.unless(!links.is_empty() || !is_known, || "leads to nothing near".into());
    });
    assert!(silent.get() >= 20, "{} silent pages", silent.get());
}

#[test]
fn neighbours_are_those_of_each_other_in_opposite_directions() {
    on_each(PLACES.iter().filter(|page| subject(page).is_region()), |page, against| {
        let id = subject(page).id();
        for seen in lies(page).neighbours {
            let back = page.context.basemap.neighbours(page.story(), seen.subject.id());
            let back = back.iter().find(|one| one.subject.id() == id).map(|one| one.towards);
            let opposite = seen.towards.map(geometry::Octant::opposite);
            against.unless_equal(back, Some(opposite), || format!("{id} from {}", seen.subject.id()));
        }
        if page.story().has_maps() {
            against.unless(!lies(page).neighbours.is_empty(), || format!("{id} borders on nothing"));
        }
    });
}

#[test]
fn the_card_of_a_region_names_its_neighbours_with_their_directions() {
    on_each(PAGES.iter().filter(|page| page.story().has_maps()), |page, against| {
        let context = page.context;
        let counted = page.story().places.regions.iter().filter(|region| {
            let seen = context.basemap.neighbours(page.story(), &region.id);
            let card = words(page.by_id(&format!("p-{}", region.id)).unwrap());
            let said = |other: &Seen<'_>| {
                let (name, side) =
                    (other.subject.short().get(context.lang), context.ui().octant(other.towards.unwrap()));
                match context.lang {
                    Lang::Zh => card.contains(&format!("{side}接{name}")),
                    Lang::En => card.contains(&format!("{name} to the {side}")),
                }
            };
            let silent = seen.iter().filter(|other| !said(other)).map(|other| other.subject.id()).collect::<Vec<_>>();
            against.unless(silent.is_empty(), || format!("{} does not name {silent:?}", region.id));
            !seen.is_empty()
        });
        let counted = counted.count();
        against.unless(counted > 2, || "no region has neighbours".into());
    });
}

#[test]
fn a_step_says_in_words_where_the_places_it_names_lie() {
    on_each(PAGES.iter().filter(|page| page.story().has_maps()), |page, against| {
        let lang = page.context.lang;
        let steps = page.story().told().flat_map(|(_, told)| &told.steps);
        let said = steps.filter(|step| {
            let own = page.by_id(&step.id).unwrap();
            let hidden = own.descendants().filter(|inner| is(*inner, "p.vh")).map(words).collect::<String>();
            let spans = step.title.spans(lang).iter().chain(step.text.spans(lang));
            let named = spans.filter_map(|span| if let Span::Place { id, .. } = span { Some(id) } else { None });
            let places = named.filter_map(|id| page.story().subject(id).place());
            let known = places.filter(|place| {
                place.location.within.is_some()
                    || place.location.point.is_some() && place.location.precision != Precision::Whole
            });
            let missing =
                known.clone().filter(|place| !hidden.contains(place.short.get(lang))).map(|place| &place.id);
            let missing = missing.collect::<Vec<_>>();
            against.unless(missing.is_empty(), || format!("{} says nothing of where {missing:?} lie", step.id));
            known.count() > 0
        });
        let said = said.count();
        against.unless(said > 2, || "no step names a place".into());
    });
}

#[test]
fn a_map_shows_what_the_page_is_about_and_leads_to_what_lies_near() {
    let with_map = Cell::new(0_usize);
    on_each(PLACES.iter(), |page, against| {
        let (subject, story) = (subject(page), page.story());
        let place = subject.place();
        let is_known =
            place.is_none_or(|place| story.point_of(&place.id).is_some() || place.location.within.is_some());
        let maps = page.all("figure.near svg.map");
        against.unless_equal(maps.len(), usize::from(is_known && story.has_maps()), || "maps".into());
        let Some(map) = maps.first() else { return };
        with_map.set(with_map.get() + 1);
        let own = map.descendants().filter(|inner| is(*inner, "circle.own") || is(*inner, "path.own")).count();
        against.unless(own > 0, || "it is not marked".into());
        let label = map.descendants().find(|inner| within(*inner, ".own") && inner.is_text());
        against.unless_equal(
            label.and_then(|label| label.text()),
            Some(subject.short().get(page.context.lang)),
            || "its name on the map".into(),
        );
        let near: Vec<&str> =
            page.with("href").filter(|(link, _)| within(*link, "section.nearby")).map(|(_, to)| to).collect();
        let regions = map.descendants().filter(|inner| is(*inner, "a") && !is(*inner, "a.mark"));
        let beside = regions.filter_map(|link| link.attribute("href")).filter(|to| near.contains(to)).count();
        let borders = lies(page).neighbours.len();
        against.unless(beside >= borders.min(1), || format!("none of {borders} neighbours on the map"));
        against.unless(!page.all("figure.near p.attribution").is_empty(), || "whose map it is".into());
    });
    assert!(with_map.get() > 80, "{} maps", with_map.get());
}

/// The page that answers a question, and words of the answer.
type Asked = (&'static str, Lang, &'static [&'static str]);

/// Twenty questions about where things lie in Luoyang, each answered by the words of one page that does not show a map:
///
/// 1. Which way from Jianxi is Xigong?
/// 2. On how many divisions does Luolong border?
/// 3. On which side of Laocheng is Mengjin?
/// 4. On how many divisions does Luanchuan border?
/// 5. Which divisions does Ruyang border on?
/// 6. In which part of the city is Luanchuan?
/// 7. And Yanshi?
/// 8. How far is the middle of Luanchuan from the mark for Luoyang?
/// 9. In which division is Erlitou?
/// 10. In which is the battery base, and how precisely is that known?
/// 11. What is the nearest to Erlitou, and how far?
/// 12. In which direction is Zhengzhou?
/// 13. Which places are in Luolong?
/// 14. In which part of Yanshi is Erlitou?
/// 15. How far around the lung centre are others counted?
/// 16. Where do most places lie together?
/// 17. Where is the archaeology centre?
/// 18. Which cities does the railway lead through?
/// 19. Nothing is said of Song County: what near it has something said?
/// 20. On which side of Yiyang is Luoning?
const QUESTIONS: [Asked; 20] = [
    ("410305", Lang::Zh, &["西工区 东北面"]),
    ("410311", Lang::En, &["It borders on 8 divisions"]),
    ("410302", Lang::En, &["Mengjin District to the north"]),
    ("410324", Lang::Zh, &["和2个区县接界"]),
    ("410326", Lang::Zh, &["和2个区县接界", "伊川县 北面", "嵩县 西面"]),
    ("410324", Lang::Zh, &["在洛阳市的西南部"]),
    ("410307", Lang::En, &["In the north-east of Luoyang"]),
    ("410324", Lang::En, &["its middle about 110 km south-west of the mark for Luoyang."]),
    ("erlitou", Lang::Zh, &["在偃师区"]),
    ("battery-base", Lang::En, &["Known only to lie in Luolong District, and so without a distance."]),
    ("erlitou", Lang::En, &["Han–Wei City site museum to the north-west, about 10 km"]),
    ("zhengzhou", Lang::Zh, &["在洛阳市之外，离洛阳的记号约", "公里，在记号的东面"]),
    (
        "410311",
        Lang::En,
        &["Places in it", "brain disease", "Maternal and Child Health Hospital", "new-energy battery base"],
    ),
    ("erlitou", Lang::Zh, &["在偃师区的西北部"]),
    ("respiratory-centre", Lang::En, &["within 10 km of it."]),
    ("luoyang", Lang::En, &["within 10 km of"]),
    ("xia-shang-centre", Lang::Zh, &["它在哪里，这一版没有写。"]),
    ("jiluoping-rail", Lang::En, &["Through Jiaozuo, Jiyuan, Luoyang, Pingdingshan, schematic."]),
    ("410325", Lang::En, &["What is said near by", "Ruyang County to the east · 2 statements"]),
    ("410327", Lang::Zh, &["洛宁县 西面"]),
];

#[test]
fn twenty_questions_about_where_things_lie_are_answered_by_words_alone() {
    let answers = |(id, lang, expected): &Asked| {
        let page = about("data", id, *lang);
        let sections =
            page.all("section").into_iter().filter(|one| is(*one, "section.lies") || is(*one, "section.nearby"));
        let said = sections.map(words).collect::<Vec<_>>().join(" ");
        let missing: Vec<&&str> = expected.iter().filter(|words| !said.contains(**words)).collect();
        (!missing.is_empty()).then(|| format!("{id} ({}): {missing:?} in {said}", lang.tag()))
    };
    let wrong: Vec<String> = QUESTIONS.iter().filter_map(answers).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Which regions border on which, as the map of Luoyang has them: each region with those after it.
const BORDERS: [(&str, &[&str]); 11] = [
    ("410302", &["410303", "410304", "410308", "410311"]),
    ("410303", &["410305", "410308", "410311", "410323"]),
    ("410304", &["410308", "410311"]),
    ("410305", &["410311", "410323", "410327"]),
    ("410307", &["410308", "410311", "410329"]),
    ("410308", &["410311", "410323"]),
    ("410311", &["410327", "410329"]),
    ("410323", &["410327"]),
    ("410324", &["410325", "410328"]),
    ("410325", &["410326", "410327", "410328", "410329"]),
    ("410326", &["410329"]),
];

#[test]
fn the_fourteen_divisions_of_luoyang_have_thirty_borders_in_common() {
    let more = [("410327", "410328"), ("410327", "410329")];
    let listed = BORDERS.iter().flat_map(|(one, others)| others.iter().map(|other| (*one, *other))).chain(more);
    let listed: BTreeSet<(&str, &str)> = listed.collect();
    assert_eq!(listed.len(), 30);
    let page = about("data", "410305", Lang::Zh);
    let regions = &page.story().places.regions;
    let found = regions.iter().flat_map(|region| {
        let neighbours = page.context.basemap.neighbours(page.story(), &region.id);
        let pairs = neighbours.into_iter().map(|seen| (region.id.as_str(), seen.subject.id().as_str()));
        pairs.filter(|(one, other)| one < other).collect::<Vec<_>>()
    });
    assert_eq!(found.collect::<BTreeSet<_>>(), listed);
}

#[test]
fn a_story_of_thousands_keeps_to_the_gazetteer() {
    let page = &PAGES[0];
    let mut story = page.story().clone();
    assert!(story.subjects().all(|subject| has_page(&story, subject)));
    let place = story.places.places[0].clone();
    story.places.places.extend(std::iter::repeat_n(place, 201));
    assert!(story.subjects().all(|subject| has_page(&story, subject) == subject.is_region()));
    let region = story.places.regions[0].clone();
    story.places.regions.extend(std::iter::repeat_n(region, 201));
    assert!(!story.subjects().any(|subject| has_page(&story, subject)));
}
