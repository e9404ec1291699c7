//! Pages with a part of the story: chapters, and what other sites show in frames.

use std::cell::Cell;

use data_story::text::Embed;

use super::*;

/// The page with the whole story that a part belongs to.
fn whole(part: &Page) -> &'static Page {
    let is_it = |page: &&Page| std::ptr::eq(page.story(), part.story()) && page.context.lang == part.context.lang;
    PAGES.iter().find(is_it).unwrap()
}

#[test]
fn every_chapter_chart_map_and_place_has_a_page_of_its_own_in_both_languages() {
    for story in PAGES.iter().map(Page::story) {
        let paths: Vec<String> = pages(story).iter().map(|page| page.path()).collect();
        let once: BTreeSet<&String> = paths.iter().collect();
        assert_eq!(once.len(), paths.len(), "{paths:?}");
        let told = story.chapters.chapters.iter().filter_map(|chapter| Some((chapter, chapter.told.as_ref()?)));
        let mut expected = vec![String::new(), "ledger/".into(), "places/".into(), "embed/".into()];
        for (index, (chapter, told)) in told.enumerate() {
            expected.extend([format!("{}/", chapter.id), format!("embed/{}/", chapter.id)]);
            let opens = |map: &ChapterMap| index == 0 && told.map.as_ref() == Some(map);
            let name = |map: &ChapterMap| if opens(map) { "map".into() } else { map.id.to_string() };
            let figures = told.figures.iter().chain(told.key_figures.iter().map(|key| &key.figure));
            let names = told.maps().map(name).chain(figures.map(ToString::to_string));
            expected.extend(names.map(|name| format!("embed/{name}/")));
        }
        expected.extend(story.subjects().map(|subject| format!("places/{}/", subject.id())));
        let both = expected.iter().flat_map(|path| [path.clone(), format!("en/{path}")]);
        assert_eq!(once.into_iter().cloned().collect::<BTreeSet<_>>(), both.collect());
    }
}

#[test]
fn a_part_has_a_card_for_every_fact_that_it_names_with_its_row_in_the_ledger_and_no_others() {
    on_every_part(|page, against| {
        let anchor = page.context.page.anchor();
        let used = uses(page.story()).into_iter().filter(|one| Some(one.anchor()) == anchor);
        let mut facts: BTreeSet<String> = used.flat_map(|one| one.facts).map(|fact| fact.to_string()).collect();
        // The small captions of a map in a figure of its own are not those of its step.
        if matches!(page.context.page.route, Route::Embed(Embed::Map(..))) {
            facts.clear();
        }
        facts.extend(page.with("data-fact").map(|(_, id)| id.to_owned()));
        for id in facts {
            let card = page.by_id(&format!("f-{id}")).filter(|card| is(*card, "article"));
            let number = card.and_then(|card| card.attribute("data-row"));
            let expected = page.story().fact_named(id.as_str()).map(|fact| page.story().row(&fact.id).to_string());
            against.unless_equal(number, expected.as_deref(), || format!("row of {id}"));
        }
        let cards = page.all("div.cards article").into_iter().filter(|card| !is(*card, ".entry")).count();
        against.unless(cards > 0 && cards < page.story().facts.facts.len(), || format!("{cards} cards"));
    });
}

#[test]
fn in_a_part_the_card_of_a_place_says_what_its_chapter_says_and_that_others_say_more() {
    let less = Cell::new(0);
    on_each(PARTS.iter().filter(|page| page.context.page.chapter().is_some()), |page, against| {
        let chapter = &page.context.page.chapter().unwrap().id;
        for entry in page.all("article.entry") {
            let id = entry.attribute("id").and_then(|id| id.strip_prefix("p-")).unwrap();
            let subject = page.subject(id).unwrap();
            let all: Vec<&Fact> = page.story().facts_about(subject.id()).collect();
            let mut here: BTreeSet<&str> =
                all.iter().filter(|fact| fact.chapter == *chapter).map(|fact| fact.id.as_str()).collect();
            // What the chapter shows and says nothing of leads with what others say.
            if !all.iter().any(|fact| fact.chapter == *chapter && is_said(fact)) {
                here.extend(all.iter().filter(|fact| is_said(fact)).take(2).map(|fact| fact.id.as_str()));
            }
            let locators = entry.descendants().filter(|one| is(*one, "a.locator"));
            let listed: BTreeSet<&str> = locators.filter_map(|one| one.attribute("data-fact")).collect();
            against.unless_equal(&listed, &here, || format!("what is said of {id}"));
            let words = text(entry, &[]);
            let elsewhere = all.len() - here.len();
            let says_more = elsewhere > 0 && all.iter().any(is_said);
            against.unless_equal(words.contains(page.ui().rest_on_own_page()), says_more, || {
                format!("whether others say more of {id}")
            });
            less.set(less.get() + usize::from(elsewhere > 0));
        }
    });
    assert!(less.get() > 50, "{} cards that say less", less.get());
}

#[test]
fn a_link_out_of_a_part_leads_to_what_the_whole_story_has_and_from_a_frame_into_a_window_of_its_own() {
    on_every_part(|page, against| {
        let (own, story) = (page.context.page, page.context.page.way_to(&page.context.page.story()));
        let mut out = 0;
        for (link, href) in page.with("href").filter(|(_, href)| href.starts_with(&story)) {
            let anchor = href.strip_prefix(&story).unwrap().trim_start_matches('#');
            let found = anchor.is_empty() || whole(page).by_id(anchor).is_some();
            against.unless(found, || format!("{href} leads nowhere in {}", place_of(link)));
            let window = (link.attribute("target"), link.attribute("rel"));
            let expected = if own.is_embed() { (Some("_blank"), Some("noopener")) } else { (None, None) };
            against.unless_equal(window, expected, || format!("window of {}", place_of(link)));
            out += 1;
        }
        against.unless(out > 0, || "no way to the whole story".into());
        let files = page.with("href").filter(|(link, _)| link.has_attribute("download"));
        for (link, href) in files {
            against.unless(href.starts_with(&own.root()), || format!("{href} in {}", place_of(link)));
        }
    });
}

#[test]
fn only_what_has_a_map_has_the_land_and_only_what_answers_has_a_panel() {
    on_every_part(|page, against| {
        let own = page.context.page;
        let land = page.with("id").filter(|(_, id)| id.starts_with("r-")).count();
        let regions = page.story().places.regions.len();
        let expected = if own.has_map(page.story()) { regions } else { 0 };
        against.unless_equal(land, expected, || "outlines of divisions".into());
        against.unless_equal(page.all("svg.map").is_empty(), land == 0, || "maps".into());
        let answering = page.all(".reader").len();
        against.unless_equal(answering, usize::from(own.answers()), || "what answers".into());
        against.unless_equal(page.all("#place-panel").len(), answering, || "panels".into());
        let buttons = page.all("button").len();
        against.unless(own.answers() || buttons == 0, || format!("{buttons} buttons that nothing answers to"));
    });
}

#[test]
fn a_place_that_can_be_selected_has_its_entry_on_the_page() {
    on_each(PARTS.iter().filter(|page| page.context.page.answers()), |page, against| {
        for (element, id) in page.with("data-place") {
            let entry = page.by_id(&format!("p-{id}"));
            against.unless(entry.is_some(), || format!("no entry for {id}, named in {}", place_of(element)));
        }
    });
}

#[test]
fn the_wrapper_that_a_host_measures_holds_all_of_a_frame() {
    on_every_part(|page, against| {
        let outermost: Vec<&str> =
            children(page.doc.root_element()).map(|one| one.attribute("class").unwrap_or_default()).collect();
        let framed = page.context.page.is_embed();
        against.unless_equal(outermost == ["embed"], framed, || format!("outermost elements {outermost:?}"));
        let foot = page.all("footer.embed-foot").len();
        against.unless_equal(foot, usize::from(framed), || "feet".into());
        let figure = page.all(".embed h1").len();
        against.unless_equal(figure, usize::from(framed), || "first headings of a frame".into());
    });
}
