//! What every map must say of itself, and what is left of a story without maps.

use contract::payload::{measured, named};
use data_story::data::check_dir;
use data_story::text::{MapSummary, describe};

use super::*;

/// The pages of a story with maps, each with its page without.
fn pairs() -> impl Iterator<Item = (&'static Page, &'static Page)> {
    let without = |page: &&Page| PAGES.iter().find(|other| other.name == page.name.replace(" (", " without maps ("));
    let with = PAGES.iter().filter(|page| page.story().has_maps());
    with.map(move |page| (page, without(&page).unwrap()))
}

#[test]
fn every_map_says_whose_data_it_shows_of_which_day_that_it_is_schematic_and_its_review_number() {
    on_every_page(|page, against| {
        let map = &page.story().map;
        let day = map.date.map(|day| page.ui().map_dated(day));
        let number = map.review_number.as_deref().unwrap_or(page.context.words(&map.review_pending));
        let review = format!("{}{number}", page.context.words(&map.review_label));
        let expected = [page.context.words(&map.attribution), page.context.words(&map.disclaimer), &review];
        for figure in page.all("figure.map-figure") {
            let credits: Vec<Element> = figure.descendants().filter(|inner| is(*inner, "p.attribution")).collect();
            against.unless_equal(credits.len(), 1, || format!("credits of {}", place_of(figure)));
            let said: String = credits.iter().map(|credit| text(*credit, &[])).collect();
            for words in expected.iter().copied().chain(day.as_deref()) {
                against.unless(said.contains(words), || format!("{} does not say {words:?}", place_of(figure)));
            }
        }
        let chapters = page.story().chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref());
        let maps = chapters.filter(|told| told.map.is_some()).count();
        against.unless_equal(page.all("figure.map-figure").len(), maps, || "figures with maps".into());
    });
}

#[test]
fn a_story_without_maps_has_no_drawing_of_land_and_nothing_that_belongs_to_one() {
    for (with, page) in pairs() {
        let parts = [
            "svg.map",
            "figure.map-figure",
            "ul.legend",
            "ol.key",
            "p.attribution",
            "div.strip",
            "span.modes",
            "details.places",
            "#outline",
            "#surroundings",
            "#neighbours",
            "#reservoirs",
            "#map-notes",
        ];
        for part in parts {
            let found = |page: &Page| [page.all(part), page.ledger().all(part)].concat();
            assert!(!found(with).is_empty() || part == "ol.key", "{}: {part}", with.name);
            assert!(found(page).is_empty(), "{}: {part}", page.name);
        }
        assert!(page.with("id").all(|(_, id)| !id.starts_with("r-") && !id.starts_with("river-")), "{}", page.name);
    }
}

#[test]
fn below_every_map_stands_the_way_to_all_places_for_whoever_has_no_scripts() {
    on_every_page(|page, against| {
        let own = page.context.page;
        let expected = own.way_to(&own.gazetteer());
        for figure in page.all("figure.map-figure") {
            let within = |part: &str| figure.descendants().filter(|inner| is(*inner, part)).collect::<Vec<_>>();
            let links = within("details.places").into_iter().flat_map(|list| list.descendants());
            let ways: Vec<&str> = links.filter_map(|one| one.attribute("href")).collect();
            against.unless_equal(ways, vec![expected.as_str()], || format!("ways below {}", place_of(figure)));
        }
    });
}

#[test]
fn a_story_without_maps_keeps_every_fact_and_every_entry_in_a_smaller_page() {
    for (with, page) in pairs() {
        for fact in &page.story().facts.facts {
            assert!(page.by_id(&format!("f-{}", fact.id)).is_some(), "{}: {}", page.name, fact.id);
        }
        for subject in page.subjects() {
            assert!(page.by_id(&format!("p-{}", subject.id())).is_some(), "{}: {}", page.name, subject.id());
        }
        let size = |page: &Page| page.doc.input_text().len();
        assert!(size(page) < size(with), "{}: {} and {} bytes", page.name, size(with), size(page));
    }
}

#[test]
fn a_chapter_without_its_map_lists_what_the_map_shows_with_what_is_done_there_or_why_nobody_knows_where() {
    for (with, page) in pairs() {
        let (ui, story) = (page.ui(), page.story());
        let told = |chapter: &'static Chapter| chapter.told.as_ref();
        for (drawn, chapter) in with.story().chapters.chapters.iter().zip(&story.chapters.chapters) {
            let Some((drawn, chapter_told)) = told(drawn).zip(told(chapter)) else { continue };
            let section = page.by_id(chapter.id.as_str()).unwrap();
            let rows: BTreeMap<&str, String> = section
                .descendants()
                .filter(|inner| is(*inner, "div.off-map"))
                .flat_map(|list| list.descendants().filter(|inner| is(*inner, "li")))
                .map(|row| (row.attribute("data-place").unwrap(), text(row, &[])))
                .collect();
            assert_eq!(rows.len(), chapter_told.places.len(), "{}: {}", page.name, chapter.id);
            let shown = drawn.maps().flat_map(|map| &map.places).map(|id| story.place(id));
            for place in shown.filter(|place| place.verb.is_some()) {
                let row = rows.get(place.id.as_str()).unwrap_or_else(|| panic!("{}: {}", page.name, place.id));
                assert!(row.contains(page.context.words(place.verb.as_ref().unwrap())), "{}: {row}", page.name);
                if place.location.precision == data_story::model::Precision::NotGiven {
                    let why = page.context.words(place.location.words.as_ref().unwrap());
                    assert!(row.contains(why), "{}: {row}", page.name);
                }
            }
            let head = section.descendants().filter(|inner| inner.text() == Some(ui.places_listed())).count();
            assert_eq!(head > 0, !rows.is_empty(), "{}: {}", page.name, chapter.id);
        }
    }
}

#[test]
fn a_folder_without_map_files_makes_the_pages_of_the_story_without_maps_but_for_the_lists() {
    let folder = invalid::Invalid::without_map_files();
    let made = render_story(check_edition(&folder.0, Edition::default()).unwrap(), "no map files");
    for page in made {
        let name = format!("{} without maps ({})", STORIES[1], page.context.lang.tag());
        let other = PAGES.iter().find(|page| page.name == name).unwrap();
        assert!(page.all("div.off-map").is_empty() && !other.all("div.off-map").is_empty());
        let said = |page: &Page| -> Vec<String> {
            let version = page.story().version.as_str();
            let met = page.words().filter(|word| !within(*word, "div.off-map"));
            met.map(|word| word.text().unwrap().replace(version, "")).collect()
        };
        assert_eq!(said(&page), said(other), "{name}");
    }
}

#[test]
fn no_wording_of_the_page_speaks_of_a_map_where_there_is_none() {
    for (_, page) in pairs() {
        let ui = page.ui();
        let spoken = [
            ui.show_places(),
            ui.off_map(),
            ui.approximate(),
            ui.tinted(),
            ui.city_mark(),
            ui.hatched_mentioned(),
            ui.hatched_unmentioned(),
            ui.map_notes(),
        ];
        for word in page.words() {
            let said = word.text().unwrap_or_default().trim();
            assert!(!spoken.contains(&said), "{}: {said} in {}", page.name, place_of(word));
        }
    }
}

/// The program reads names of categories and measures off the page, and says the sentence anew.
#[test]
fn a_category_called_a_b_c_reads_right_in_the_sentence_under_the_map() {
    const ODD: &str = "a|b=c%";
    let called = |zh: &str, en: &str| format!(r#""name": {{"zh": "{zh}", "en": "{en}"}}"#);
    let (quays, sections, odd) = (called("码头", "Quays"), called("段数", "Sections"), called(ODD, ODD));
    let invalid = invalid::Invalid::new(&[("places.json", &quays, &odd), ("figures.json", &sections, &odd)]);
    let (mut first, mut anew) = (0, 0);
    for page in render_story(check_dir(&invalid.0).unwrap(), "odd names") {
        for sentence in page.all("p.map-says") {
            first += usize::from(text(sentence, &[]).contains(ODD));
            let categories: Vec<_> = named::decode(sentence.attribute("data-categories").unwrap()).collect();
            assert!(categories.iter().any(|(id, name)| (*id, name.as_ref()) == ("quay", ODD)), "{categories:?}");
            let measures: Vec<_> = measured::decode(sentence.attribute("data-measures").unwrap()).collect();
            let measure = measures.iter().find(|one| one.id == "sections");
            let summary = MapSummary {
                regions: 3,
                regions_in_sight: 3,
                regions_with_places: 1,
                places_in_regions: 2,
                categories: categories.iter().map(|(_, name)| (name.as_ref(), 2)).collect(),
                cities: 0,
                off_map: 0,
                measure: measure.map(|one| (one.name.as_ref(), one.given)),
                hidden: vec![],
            };
            let said = describe(&summary, page.context.lang);
            assert_eq!(said.matches(ODD).count(), if measure.is_some() { 2 } else { 1 }, "{said}");
            anew += 1;
        }
    }
    assert!(first > 0 && anew > first, "{first} of {anew} sentences name it at first");
}

#[test]
fn what_is_seen_of_a_city_beyond_is_how_its_link_is_called() {
    on_every_page(|page, against| {
        for link in page.all("a.beyond") {
            let seen = text(link, &[]);
            let rest = name(link).strip_prefix(seen.as_str());
            let whole = rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            against.unless(whole, || format!("{seen:?} is called {:?} in {}", name(link), place_of(link)));
        }
    });
}
