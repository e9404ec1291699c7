//! Where the story ends, and how far a reader has come before.

use super::*;

/// The sections of the whole story, by their ids.
fn sections(page: &Page) -> Vec<&'static str> {
    page.all("main section").into_iter().filter_map(|section| section.attribute("id")).collect()
}

#[test]
fn the_story_ends_after_its_last_chapter_and_what_is_about_the_method_comes_after_the_ending() {
    on_every_page(|page, against| {
        let chapters = page.story().told().map(|(chapter, _)| chapter.id.as_str());
        let expected: Vec<&str> = chapters.chain(["ending", "ledger"]).collect();
        against.unless_equal(sections(page), expected, || "sections".into());
    });
}

#[test]
fn an_ending_says_what_was_found_each_time_with_its_facts_and_leads_on() {
    on_every_page(|page, against| {
        let ending = page.by_id("ending").unwrap();
        let spec = page.story().head().ending.as_ref().unwrap();
        let findings: Vec<Element> = ending.descendants().filter(|one| answers(*one, "ul.findings li")).collect();
        against.unless_equal(findings.len(), spec.findings.len(), || "findings".into());
        for finding in findings {
            let facts = finding.descendants().filter(|one| one.has_attribute("data-fact")).count();
            against.unless(facts > 0, || format!("no fact stands for {:?}", text(finding, &[])));
        }
        let ways: BTreeSet<&str> = ending.descendants().filter_map(|link| link.attribute("href")).collect();
        let own = page.context.page;
        let (ledger, places) = (own.way_to(&own.ledger()), own.way_to(&own.gazetteer()));
        let chapters = page.story().told().skip(1).map(|(chapter, _)| format!("#{}", chapter.id));
        let [method, bars] = ["method", "sentences"].map(|id| format!("{ledger}#{id}"));
        for way in [ledger, places, method, bars].into_iter().chain(chapters) {
            against.unless(ways.contains(way.as_str()), || format!("no way to {way}"));
        }
        let picture = own.card(page.story(), false).map(|(file, _)| format!("{}{file}", own.root())).unwrap();
        let shown = ending.descendants().find(|one| one.tag_name().name() == "img");
        let src = shown.and_then(|picture| picture.attribute("src"));
        against.unless_equal(src, Some(picture.as_str()), || "picture".into());
        against.unless(ways.contains(picture.as_str()), || "the picture cannot be taken along".into());
    });
}

#[test]
fn the_newspaper_page_in_small_has_a_bar_for_each_sentence_in_the_colour_of_who_speaks() {
    on_every_page(|page, against| {
        let articles = &page.story().facts.articles;
        let lengths: usize = articles.iter().flat_map(|one| one.lengths.iter().flatten()).sum();
        let count = articles.iter().flat_map(|one| &one.lengths).flatten().count();
        let (mut bars, mut drawn) = (0, 0.0);
        for path in page.all("div.in-small path") {
            for bar in path.attribute("d").unwrap().split('M').skip(1) {
                bars += 1;
                drawn += bar.split_once('h').and_then(|(_, length)| length.parse::<f64>().ok()).unwrap();
            }
        }
        against.unless_equal(bars, count, || "bars".into());
        against.unless_equal(drawn as usize, lengths, || "characters of all bars".into());
        // A speaker whom some fact with a source has speaks in some bar, and stands in the key.
        let speaks = |speaker: &&Speaker| {
            let facts = &page.story().facts.facts;
            **speaker != Speaker::Ours && facts.iter().any(|fact| fact.speaker == **speaker && fact.source.is_some())
        };
        let key: Vec<String> = page.all("div.in-small li").into_iter().map(|one| text(one, &[])).collect();
        let known = Speaker::ALL.iter().filter(speaks).map(|speaker| page.ui().speaker(*speaker));
        let missing: Vec<&str> = known.filter(|name| !key.iter().any(|one| one == name)).collect();
        against.unless(missing.is_empty(), || format!("{missing:?} in none of {key:?}"));
    });
}

#[test]
fn each_chapter_says_how_far_the_story_has_come() {
    on_every_page(|page, against| {
        let all = page.story().told().count() - 1;
        let said: Vec<String> = page.all("p.numeral small").into_iter().map(|one| text(one, &[])).collect();
        let expected: Vec<String> = (1..=all).map(|number| page.ui().chapter_of(number, all)).collect();
        against.unless_equal(said, expected, || "heads of chapters".into());
    });
    // By itself a chapter says the same.
    on_every_part(|page, against| {
        let Route::Chapter(chapter) = page.context.page.route else { return };
        let number = page.story().told().position(|(one, _)| one.id == chapter.id).unwrap();
        against.unless_equal(page.all("p.numeral small").len(), usize::from(number > 0), || "heads".into());
    });
}
