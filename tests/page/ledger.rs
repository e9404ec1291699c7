//! The ledger: what its rows say and lead to, what was corrected, and how the kinds differ.

use super::*;

/// The links of a row to the parts of the page that use its fact.
fn links_of(row: Element) -> impl Iterator<Item = &'static str> {
    let uses = row.descendants().filter(|inner| answers(*inner, "td.uses a"));
    uses.filter_map(|link| Some(link.attribute("href")?.rsplit_once('#')?.1))
}

#[test]
fn every_fact_is_used_on_the_page() {
    on_every_page(|page, against| {
        let (story, uses) = (page.story(), uses(page.story()));
        let all_told = story.chapters.chapters.iter().all(|chapter| chapter.told.is_some());
        for fact in &story.facts.facts {
            let told = story.chapter(&fact.chapter).told.is_some();
            // A fact may also wait for a chapter of another name, as long as one is untold.
            let waits = !all_told && (!told || page.name.starts_with("data"));
            let used = uses.iter().any(|one| one.facts.contains(&fact.id));
            against.unless(used || waits, || format!("{} of {} is used nowhere", fact.id, fact.chapter));
        }
    });
}

#[test]
fn every_row_leads_to_the_uses_of_its_fact_and_every_use_leads_back() {
    on_every_page(|page, against| {
        let uses = uses(page.story());
        for fact in &page.story().facts.facts {
            let row = page.row_of(&fact.id).unwrap();
            let expected: Vec<String> =
                uses.iter().filter(|one| one.facts.contains(&fact.id)).map(|one| one.anchor()).collect();
            let linked: Vec<&str> = links_of(row).collect();
            against.unless_equal(linked, expected.iter().map(String::as_str).collect(), || {
                format!("uses in the row of {}", fact.id)
            });
            for anchor in &expected {
                let Some(part) = page.by_id(anchor).or_else(|| page.ledger().by_id(anchor)) else {
                    against.fault(format!("{} is used at {anchor}, which is not on the page", fact.id));
                    continue;
                };
                let link = format!("#f-{}", fact.id);
                let back = part.descendants().any(|inner| inner.attribute("href") == Some(&link));
                against.unless(back, || format!("no link from {anchor} to the row of {}", fact.id));
            }
        }
    });
}

#[test]
fn a_row_knows_every_part_of_the_story_that_links_to_it() {
    on_every_page(|page, against| {
        for (link, id) in page.with("data-fact").filter(|(link, _)| within(*link, "main")) {
            let row = page.row_of(id).unwrap();
            let around: Vec<&str> = link.ancestors().filter_map(|one| one.attribute("id")).collect();
            let known = links_of(row).any(|anchor| around.contains(&anchor));
            against.unless(known, || format!("the row of {id} does not lead to {}", place_of(link)));
        }
    });
}

#[test]
fn the_links_of_a_row_are_told_apart_by_their_names() {
    on_every_page(|page, against| {
        for row in page.ledger().all("#ledger tbody tr") {
            let links = row.descendants().filter(|inner| answers(*inner, "td.uses a"));
            let mut names: Vec<String> = links
                .map(|link| if name(link).is_empty() { text(link, &[]) } else { name(link).to_owned() })
                .collect();
            names.sort_unstable();
            let count = names.len();
            names.dedup();
            against.unless_equal(names.len(), count, || format!("names of links in {}: {names:?}", place_of(row)));
            let labelled = row.descendants().filter(|inner| answers(*inner, "td.uses a") && !name(*inner).is_empty());
            for link in labelled {
                let seen = text(link, &[]);
                against.unless(name(link).starts_with(&seen), || format!("{:?} is called {:?}", seen, name(link)));
            }
        }
    });
}

#[test]
fn a_row_carries_its_place_in_every_order() {
    on_every_page(|page, against| {
        let articles = &page.story().facts.articles;
        let article = |fact: &Fact| {
            let source = fact.source.as_ref()?;
            Some((articles.iter().position(|a| a.id == source.article)?, source.paragraph, source.sentence))
        };
        let mut by_value: Vec<(f64, usize)> = Vec::new();
        let mut by_locator = Vec::new();
        for fact in &page.story().facts.facts {
            let row = page.row_of(&fact.id).unwrap();
            let place = |order| row.attribute(order).map(|place| place.parse::<usize>().unwrap());
            against
                .unless_equal(row.attribute("data-kind"), Some(fact.kind.slug()), || format!("kind of {}", fact.id));
            let chapter = row.attribute("data-chapter");
            against.unless_equal(chapter, Some(fact.chapter.as_str()), || format!("chapter of {}", fact.id));
            let (value, locator) = (place("data-value"), place("data-locator"));
            against.unless_equal(value.is_some(), fact.value.is_some(), || format!("order of {} by value", fact.id));
            against.unless_equal(locator.is_some(), fact.source.is_some(), || format!("order of {}", fact.id));
            by_value.extend(fact.value.zip(value));
            by_locator.extend(article(fact).zip(locator));
        }
        by_value.sort_by(|a, b| a.0.total_cmp(&b.0));
        by_locator.sort();
        for pair in by_value.windows(2) {
            against.unless(pair[0].0.total_cmp(&pair[1].0) == pair[0].1.cmp(&pair[1].1), || {
                format!("by value {pair:?}")
            });
        }
        for pair in by_locator.windows(2) {
            against.unless(pair[0].0.cmp(&pair[1].0) == pair[0].1.cmp(&pair[1].1), || format!("by locator {pair:?}"));
        }
    });
}

#[test]
fn the_controls_offer_every_kind_chapter_and_place_and_wait_for_the_page_to_answer() {
    on_every_page(|page, against| {
        let offered = |name: &str| -> BTreeSet<&str> {
            let select =
                page.ledger().all("select").into_iter().find(|one| one.attribute("name") == Some(name)).unwrap();
            children(select)
                .map(|option| option.attribute("value").unwrap())
                .filter(|value| !value.is_empty())
                .collect()
        };
        let story = page.story();
        against.unless_equal(offered("kind"), Kind::ALL.map(Kind::slug).into(), || "kinds".into());
        let chapters = story.chapters.chapters.iter().map(|chapter| chapter.id.as_str()).collect();
        against.unless_equal(offered("in"), chapters, || "chapters".into());
        let places = story.facts.facts.iter().flat_map(|fact| &fact.places).map(PlaceId::as_str).collect();
        against.unless_equal(offered("at"), places, || "places".into());
        for control in [page.ledger().all("fieldset.filters"), page.ledger().all("#ledger th button")].concat() {
            against.unless(control.has_attribute("disabled"), || format!("switched on: {}", place_of(control)));
        }
        let sorted: Vec<Element> = page.ledger().with("aria-sort").map(|(head, _)| head).collect();
        against.unless_equal(sorted.len(), 1, || "heads that say their order".into());
    });
}

#[test]
fn the_five_kinds_differ_in_mark_words_meaning_and_class() {
    on_every_page(|page, against| {
        let ui = page.ui();
        for differ in [Ui::kind, Ui::kind_mark, Ui::kind_meaning, |_: Ui, kind: Kind| kind.slug()] {
            let all: BTreeSet<&str> = Kind::ALL.into_iter().map(|kind| differ(ui, kind)).collect();
            against.unless_equal(all.len(), Kind::ALL.len(), || format!("kinds told apart by {all:?}"));
        }
        for (entry, kind) in page.all("#ledger ul.kinds li").into_iter().zip(Kind::ALL) {
            let mark = entry.descendants().find(|inner| is(*inner, "span.src")).unwrap();
            against.unless(is(mark, &format!(".{}", kind.slug())), || format!("mark of {kind:?}"));
            against.unless_equal(text(mark, &[]), ui.kind_mark(kind).into(), || format!("mark of {kind:?}"));
            let words = text(entry, &["span.src"]);
            let said = words.contains(ui.kind(kind)) && words.contains(ui.kind_meaning(kind));
            against.unless(said, || format!("legend of {kind:?}: {words}"));
        }
        for fact in &page.story().facts.facts {
            let row = page.row_of(&fact.id).unwrap();
            let swatches = row.descendants().filter(|inner| answers(*inner, "td.value span.not-given")).count();
            against.unless_equal(swatches == 1, fact.kind == Kind::NotGiven, || format!("hatching of {}", fact.id));
        }
    });
}

#[test]
fn a_correction_is_shown_in_the_list_at_the_row_and_wherever_the_fact_is_used() {
    on_every_page(|page, against| {
        let story = page.story();
        let corrections = &story.corrections.corrections;
        let list = page.ledger().by_id("corrections").unwrap();
        let none = text(list, &[]).contains(page.ui().no_corrections());
        against.unless_equal(none, corrections.is_empty(), || "whether it is said that there are none".into());
        for (index, one) in corrections.iter().enumerate() {
            let id = format!("correction-{}", index + 1);
            let said = text(page.ledger().by_id(&id).unwrap(), &[]);
            for words in [&one.was, &one.is, &one.why] {
                against.unless(said.contains(page.context.words(words)), || format!("{id}: {said}"));
            }
            against.unless(said.contains(&one.date.to_string()), || format!("day of {id}: {said}"));
            let row = text(page.row_of(&one.fact).unwrap(), &[]);
            let card = text(page.by_id(&format!("f-{}", one.fact)).unwrap(), &[]);
            for said in [row, card] {
                let told = said.contains(&one.date.to_string()) && said.contains(page.context.words(&one.was));
                against.unless(told, || format!("row or card of {}: {said}", one.fact));
            }
        }
        for (link, id) in page.with("data-fact").filter(|(link, _)| !within(*link, "svg")) {
            let fact = page.fact(id).unwrap();
            let last = story.corrections_of(&fact.id).last().map(|(number, _)| {
                format!("{}#correction-{number}", page.context.page.way_to(&page.ledger().context.page))
            });
            let next = link.next_siblings().skip(1).find(Node::is_element);
            let mark = next.filter(|next| is(*next, "a.corrected")).and_then(|mark| mark.attribute("href"));
            against.unless_equal(mark, last.as_deref(), || format!("mark beside {}", place_of(link)));
        }
    });
}

#[test]
fn a_citation_says_what_was_seen_and_names_nobody_the_data_do_not_name() {
    on_every_page(|page, against| {
        let (story, cite) = (page.story(), page.all("p.cite"));
        let said = text(cite[0], &[]);
        let version = story.version.as_str();
        let digits = version.strip_prefix(concat!(env!("CARGO_PKG_VERSION"), "+")).unwrap_or_default();
        let well_formed = digits.len() == 8 && digits.chars().all(|c| c.is_ascii_hexdigit());
        against.unless(well_formed && said.contains(version), || format!("version {version} in {said}"));
        let title = text::plain_text(story, &story.head().title, page.context.lang);
        against.unless(said.contains(&title), || said.clone());
        let publisher = story.head().publisher.as_ref().map(|name| text::capitalised(page.context.words(name)));
        for part in publisher.into_iter().chain(story.head().updated.map(|day| day.to_string())) {
            against.unless(said.contains(&part), || format!("{part:?} in {said}"));
        }
        if story.head().publisher.is_none() {
            let first = match page.context.lang {
                Lang::Zh => '《',
                Lang::En => '“',
            };
            against.unless(said.starts_with(first), || format!("a name before the title: {said}"));
        }
    });
}

#[test]
fn the_ledger_can_be_taken_along_in_three_files() {
    on_every_page(|page, against| {
        let root = match page.context.lang {
            Lang::Zh => "../",
            Lang::En => "../../",
        };
        let files: Vec<(&str, &str)> =
            page.ledger().with("download").map(|(link, name)| (link.attribute("href").unwrap(), name)).collect();
        let expected = ["facts.zh.csv", "facts.en.csv", "facts.json"];
        for name in expected {
            let linked = files.contains(&(format!("{root}{name}").as_str(), name));
            against.unless(linked, || format!("no link to {name} among {files:?}"));
        }
    });
}

/// The bars of the sentences, with the article they belong to.
fn bars(page: &Page) -> Vec<(&'static str, Element)> {
    let drawings = page.ledger().all("#sentences svg").into_iter().filter(|svg| svg.attribute("role").is_some());
    let id = |svg: Element| {
        let head = svg.prev_siblings().find(|one| is(*one, "h4")).unwrap();
        children(head).next().and_then(|id| id.text()).unwrap()
    };
    drawings.map(|svg| (id(svg), svg)).collect()
}

#[test]
fn each_sentence_of_the_page_is_one_bar_as_long_as_its_text() {
    on_every_page(|page, against| {
        let drawn = bars(page);
        let with_lengths = page.story().facts.articles.iter().filter(|article| !article.lengths.is_empty());
        against.unless_equal(drawn.len(), with_lengths.clone().count(), || "articles".into());
        for (article, (id, svg)) in with_lengths.zip(drawn) {
            against.unless_equal(id, article.id.as_str(), || "the order of articles".into());
            // All have one scale.
            let width = svg.attribute("viewBox").unwrap().split(' ').nth(2).unwrap();
            against.unless_equal(svg.attribute("width"), Some(width), || format!("scale of {id}"));
            let said = |d: &str| -> Vec<usize> {
                let numbers = d
                    .split('h')
                    .skip(1)
                    .map(|one| one.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap());
                numbers.collect()
            };
            let bare = children(svg).find(|one| is(*one, "path.bare")).and_then(|one| one.attribute("d")).unwrap();
            let mut found = said(bare);
            for link in children(svg).filter(|one| is(*one, "a")) {
                let path = children(link).find(|one| is(*one, "path")).unwrap();
                // Its outline has a width of its own.
                found.push(said(path.attribute("d").unwrap())[0] + 2);
            }
            let mut expected: Vec<usize> = article.lengths.iter().flatten().copied().collect();
            found.sort_unstable();
            expected.sort_unstable();
            against.unless_equal(found, expected, || format!("lengths in {id}"));
        }
    });
}

#[test]
fn a_bar_leads_to_the_facts_of_its_sentence_says_all_of_them_and_each_row_leads_back() {
    on_every_page(|page, against| {
        let story = page.story();
        let drawn: BTreeSet<&str> = bars(page).into_iter().map(|(id, _)| id).collect();
        for fact in story.facts.facts.iter() {
            let Some(at) = fact.source.as_ref().filter(|at| drawn.contains(at.article.as_str())) else { continue };
            let id = format!("s-{}-{}-{}", at.article, at.paragraph, at.sentence);
            let row = page.row_of(&fact.id).unwrap();
            let back = row.descendants().any(|one| one.attribute("href") == Some(format!("#{id}").as_str()));
            against.unless(back, || format!("the row of {} does not lead to its bar", fact.id));
            let Some(bar) = page.ledger().by_id(&id) else {
                against.fault(format!("no bar for the sentence of {}", fact.id));
                continue;
            };
            let same = story.facts.facts.iter().filter(|one| {
                one.source.as_ref().is_some_and(|its| {
                    (&its.article, its.paragraph, its.sentence) == (&at.article, at.paragraph, at.sentence)
                })
            });
            let first = same.clone().next().unwrap();
            against.unless_equal(bar.attribute("href"), Some(format!("#f-{}", first.id).as_str()), || id.clone());
            let has = |kind: Kind| same.clone().any(|one| one.kind == kind);
            let look = match (has(Kind::Reported), has(Kind::Target)) {
                (true, true) => ".both",
                (true, false) => ".reported",
                (false, true) => ".target",
                (false, false) => ".missing",
            };
            against.unless(is(bar, look), || format!("{id} does not look {look}"));
            for said in [page.ui().kind(fact.kind), page.ui().speaker(fact.speaker)] {
                let ours = fact.speaker.slug() == "ours" && said == page.ui().speaker(fact.speaker);
                against.unless(ours || name(bar).contains(said), || format!("no {said} in {:?}", name(bar)));
            }
        }
    });
}

#[test]
fn what_was_taken_from_the_page_is_shown_in_three_kilobytes() {
    on_every_page(|page, against| {
        let Some(picture) = page.ledger().by_id("sentences") else { return };
        let (_, html) = picture.document().input_text().split_once("<div id=\"sentences\"").unwrap();
        let (html, _) = html.split_once("<div class=\"notes\"").unwrap();
        let small = compression::Form::Brotli.packed(html.as_bytes()).unwrap();
        against.unless(small.len() <= 3000, || format!("{} bytes", small.len()));
    });
}
