//! Where numbers come from.

use super::*;

#[test]
fn every_number_belongs_to_a_fact_or_to_the_page_itself() {
    everywhere(|page, against| {
        for words in page.words() {
            let traced = words.ancestors().any(|around| {
                let marked =
                    ["data-fact", "data-of", "data-furniture"].iter().any(|mark| around.has_attribute(*mark));
                // A card is of the fact in its id, and a statement of the one that its locator leads to.
                marked
                    || answers(around, "div.cards article")
                    || around.children().any(|child| is(child, "a.locator"))
            });
            let said = words.text().unwrap();
            let numbers = !numerals(said).is_empty() || said.contains(|c: char| c.is_ascii_digit());
            against.unless(traced || !numbers, || format!("a number without a fact in {}", place_of(words)));
        }
    });
}

#[test]
fn a_link_to_a_fact_says_the_number_of_that_fact_or_where_it_stands() {
    everywhere(|page, against| {
        for (link, id) in page.with("data-fact") {
            let Some(fact) = page.fact(id) else { continue };
            let shown = shown(link);
            if is(link, "a.locator") {
                let source = fact.source.as_ref();
                let place = source.map(|s| page.ui().locator(s.article.as_str(), s.paragraph, s.sentence));
                let said = page.ui().said_by(fact);
                let parts: Vec<&str> = std::iter::once(said.as_str()).chain(place.as_deref()).collect();
                against.unless_equal(shown, page.ui().clauses(&parts), || place_of(link));
                continue;
            }
            for numeral in numerals(&shown) {
                let known = numbers_of(fact).contains(&numeral.value);
                against.unless(known, || format!("{id} says {} in {}", numeral.text, place_of(link)));
            }
            let silent = shown.trim().is_empty() && name(link).is_empty();
            against.unless(!silent, || format!("a link to {id} without words in {}", place_of(link)));
        }
    });
}

#[test]
fn what_is_marked_as_furniture_is_on_a_closed_list_and_never_in_prose() {
    everywhere(|page, against| {
        let prose = [
            ".finding",
            ".findings",
            ".how",
            ".kicker",
            "h1",
            "figcaption",
            ".chapter-head .dek",
            ".step p",
            ".key-figure",
        ];
        for (element, _) in page.with("data-furniture") {
            let known = FURNITURE.iter().any(|(path, _)| answers(element, path));
            against.unless(known, || format!("not on the list of furniture: {}", place_of(element)));
            let in_prose = element.ancestors().any(|around| prose.iter().any(|path| answers(around, path)));
            // The name of a source, and a sentence of its own for those who do not see the map.
            let is_beside = answers(element, "a span.vh") || answers(element, "article p.vh");
            against.unless(!in_prose || is_beside, || format!("furniture in prose: {}", place_of(element)));
            let facts = element.descendants().filter(|inner| inner.has_attribute("data-fact")).count();
            against.unless_equal(facts, 0, || format!("facts in furniture: {}", place_of(element)));
        }
    });
}

#[test]
fn a_source_mark_names_the_kind_of_its_fact_once_and_who_says_it() {
    everywhere(|page, against| {
        // The words of a locator say kind and place themselves.
        let marked = |link: &Element| !within(*link, "svg") && !is(*link, "a.locator");
        for (link, id) in page.with("data-fact").filter(|(link, _)| marked(link)) {
            let Some(fact) = page.fact(id) else { continue };
            let ui = page.ui();
            let kind = ui.kind(fact.kind);
            // Beside the mark of a kind its name is seen, too.
            let expected = match (is(link, "a.kind"), fact.speaker) {
                (true, Speaker::Ours) => kind.to_owned(),
                (true, speaker) => ui.aside(ui.speaker(speaker)),
                (false, _) => ui.aside(&ui.said_by(fact)),
            };
            let heard = if name(link).is_empty() { text(link, &[]) } else { name(link).to_owned() };
            let last = heard.rsplit(['（', '(']).next().unwrap_or_default();
            let is_once = is(link, "a.kind") != last.contains(kind) || fact.speaker == Speaker::Ours;
            against.unless(is_once && heard.contains(kind), || format!("{kind} once in {heard:?}"));
            if name(link).is_empty() {
                // Words in two languages keep theirs.
                against.unless(text(link, &[]).ends_with(&expected), || format!("{id} in {}", place_of(link)));
                continue;
            }
            against.unless(name(link).ends_with(&expected), || {
                format!("{id}: expected `{expected}` after {:?}", name(link))
            });
            let seen: String = shown(link).split_whitespace().collect();
            let heard: String = name(link).split_whitespace().collect();
            against.unless(heard.starts_with(&seen), || format!("{seen:?} is heard as {:?}", name(link)));
        }
    });
}

/// The numbers of a paragraph, each with its fact and with what is read between the one before and it.
fn numbers_in(page: &Page, paragraph: Element) -> Vec<(Element, &'static Fact, String)> {
    let (mut numbers, mut between) = (Vec::new(), String::new());
    for node in paragraph.descendants() {
        let link = node.attribute("data-fact").and_then(|id| page.fact(id)).filter(|fact| fact.value.is_some());
        if let Some(fact) = link {
            numbers.push((node, fact, std::mem::take(&mut between)));
        } else if node.is_text() && !node.ancestors().any(|around| around.has_attribute("data-fact")) {
            between.push_str(node.text().unwrap());
        }
    }
    numbers
}

#[test]
fn numbers_that_a_sentence_takes_from_one_place_have_one_mark_after_the_last_of_them() {
    let shared = std::sync::atomic::AtomicUsize::new(0);
    on_every_page(|page, against| {
        for paragraph in page.all(".dek").into_iter().chain(page.all(".step p")).chain(page.all(".finding")) {
            let numbers = numbers_in(page, paragraph);
            for (at, (link, fact, _)) in numbers.iter().enumerate() {
                let later = numbers.get(at + 1).filter(|(_, _, between)| {
                    !between.contains(['。', '！', '？', '!', '?']) && !between.contains(". ")
                });
                let is_marked_later = later.is_some_and(|(_, later, _)| {
                    (later.kind, later.speaker, &later.source) == (fact.kind, fact.speaker, &fact.source)
                });
                shared.fetch_add(usize::from(is_marked_later), std::sync::atomic::Ordering::Relaxed);
                against.unless_equal(link.has_attribute("data-mark"), !is_marked_later, || place_of(*link));
            }
        }
    });
    assert!(shared.into_inner() > 6, "there are such sentences");
}

#[test]
fn every_fact_has_a_row_in_the_ledger_with_its_kind_and_where_it_comes_from() {
    on_every_page(|page, against| {
        against.unless_equal(page.ledger().all("#ledger tbody tr").len(), page.story().facts.facts.len(), || {
            "rows".into()
        });
        for fact in &page.story().facts.facts {
            let (ui, id) = (page.ui(), &fact.id);
            let Some(row) = page.row_of(id) else {
                against.fault(format!("no row for {id}"));
                continue;
            };
            let cell = |class: &str| {
                row.children()
                    .find(|cell| is(*cell, class))
                    .map(|cell| text(cell, &[]).trim().to_owned())
                    .unwrap_or_default()
            };
            against.unless_equal(row.attribute("data-of"), Some(id.as_str()), || format!("row of {id}"));
            let silent = if fact.kind == Kind::NotGiven { ui.not_given() } else { "" };
            let value = page.number(fact).unwrap_or_else(|| silent.into());
            against.unless_equal(cell(".value"), value, || format!("value of {id}"));
            against.unless(cell(".kind").contains(ui.kind(fact.kind)), || format!("kind of {id}: {}", cell(".kind")));
            against.unless_equal(cell(".what").as_str(), page.context.words(&fact.statement), || {
                format!("words of {id}")
            });
            let origin = cell(".where");
            let locator = fact.source.as_ref().map(|s| ui.locator(s.article.as_str(), s.paragraph, s.sentence));
            let note = fact.note_source.as_ref().map(|source| page.context.words(source).to_owned());
            let formula = fact.formula.as_ref().zip(fact.value).map(|(formula, value)| {
                let exact = formula.value(&|id| page.fact(id.as_str()).and_then(|fact| fact.value));
                let is_exact = exact.is_some_and(|exact| (exact - value).abs() < 1e-6);
                format!("{} {}", if is_exact { '=' } else { '≈' }, plain(value))
            });
            let parts: Vec<String> = [locator, note, formula].into_iter().flatten().collect();
            against.unless(!parts.is_empty(), || format!("{id} comes from nowhere"));
            for part in parts {
                against.unless(origin.contains(&part), || format!("{id}: expected `{part}` in `{origin}`"));
            }
            for input in fact.formula.iter().flat_map(Formula::inputs) {
                let link = format!("#f-{input}");
                let linked = row.descendants().any(|inner| inner.attribute("href") == Some(&link));
                against.unless(linked, || format!("{id}: no link to its input {input}"));
            }
        }
    });
}

#[test]
fn the_card_of_a_fact_says_what_its_row_says() {
    everywhere(|page, against| {
        let cards = page.all("div.cards article").into_iter().filter(|card| !is(*card, ".entry"));
        for (place, card) in cards.enumerate() {
            let id = card.attribute("id").and_then(|id| id.strip_prefix("f-")).unwrap();
            let row = page.row_of(id).unwrap();
            let said = |of: Element, class: &str| -> String {
                of.descendants().filter(|inner| is(*inner, class)).map(|inner| text(inner, &["span.src"])).collect()
            };
            against.unless_equal(said(card, ".value").trim(), said(row, ".value").trim(), || {
                format!("value in the card of {id}")
            });
            let words = text(card, &["b.value", "small.where"]);
            against.unless_equal(words.trim(), said(row, ".what").trim(), || format!("words in the card of {id}"));
            let ui = page.ui();
            // In the ledger a locator leads to the sentence's bar, and says so.
            let (kind, origin) = (said(row, ".kind"), said(row, ".where").replace(&ui.aside(ui.see_where()), ""));
            // A formula explains its kind, and what a note rests on is a sentence of its own.
            let expected = match page.fact(id) {
                Some(fact) if fact.formula.is_some() => ui.named(kind.trim(), &origin),
                Some(fact) if fact.source.is_none() => ui.sentences(&[kind.trim(), &origin]),
                _ => ui.clauses(&[kind.trim(), &origin]),
            };
            let expected = text::capitalised(&expected);
            against.unless_equal(said(card, ".where"), expected, || format!("origin in the card of {id}"));
            let number = card.attribute("data-row").map_or(place + 1, |number| number.parse().unwrap());
            let expected = page.fact(id).map(|fact| page.story().row(&fact.id));
            against.unless_equal(Some(number), expected, || format!("row number of {id}"));
        }
    });
}

#[test]
fn a_computed_number_is_explained_in_whole_sentences() {
    everywhere(|page, against| {
        let cards = page.all("div.cards small.where").into_iter();
        let rows = page.ledger().all("#ledger tbody td.where").into_iter();
        for origin in cards.chain(rows) {
            let Some(formula) = origin.descendants().find(|inner| is(*inner, "span.formula")) else { continue };
            let stop = page.ui().stop();
            let (written, said) = (text(formula, &[]), text(origin, &[".correction"]));
            let place = || place_of(origin);
            against.unless(written.trim_end().ends_with(stop), || format!("{written:?} in {}", place()));
            against.unless(said.trim_end().ends_with(stop), || format!("{said:?} in {}", place()));
            // What comes right before the formula leads to it, and is not left hanging.
            let before: String = formula.prev_siblings().skip(1).map(|one| text(one, &[])).collect();
            let hangs = before.trim_end().ends_with(['，', ',', '；', ';']);
            against.unless(!hangs, || format!("{before:?} before a formula in {}", place()));
        }
    });
}

#[test]
fn a_place_on_the_newspaper_page_is_said_once_in_a_paragraph() {
    everywhere(|page, against| {
        let around: Vec<Element> = page.all("a.locator").iter().filter_map(|link| link.parent()).collect();
        for paragraph in around {
            let mut said: Vec<String> =
                children(paragraph).filter(|child| is(*child, "a.locator")).map(|link| text(link, &[])).collect();
            let count = said.len();
            said.sort_unstable();
            said.dedup();
            against.unless_equal(said.len(), count, || format!("places said in {}", place_of(paragraph)));
        }
    });
}

#[test]
fn the_cells_of_a_row_are_parted_also_where_nothing_draws_them() {
    on_every_page(|page, against| {
        for cell in page.ledger().all("#ledger tbody td") {
            let before = cell.prev_siblings().nth(1);
            let parted = before.is_none_or(|one| one.is_text() && text(one, &[]).trim().is_empty());
            against.unless(parted, || format!("nothing before {}", place_of(cell)));
        }
    });
}

#[test]
fn every_region_and_place_has_an_entry_with_each_of_its_facts_or_says_there_is_none() {
    on_every_page(|page, against| {
        for subject in page.subjects() {
            let id = subject.id();
            let Some(entry) = page.gazetteer().by_id(&format!("p-{id}")) else {
                against.fault(format!("no entry for {id}"));
                continue;
            };
            // The ways to its page and to others beside it are no statements, and not every card has them.
            let beside = format!(" {}", page.ui().compare());
            let said = |of: Element| text(of, &[]).replacen(&beside, "", 1).replacen(page.ui().own_page(), "", 1);
            let card = page.by_id(&format!("p-{id}")).map(said);
            against.unless_equal(card, Some(said(entry)), || format!("card of {id}"));
            let facts: Vec<&Fact> = page.story().facts_about(id).collect();
            let mut listed: Vec<&str> = entry
                .descendants()
                .filter(|inner| is(*inner, "a.locator"))
                .filter_map(|link| link.attribute("data-fact"))
                .collect();
            let mut expected: Vec<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
            listed.sort_unstable();
            expected.sort_unstable();
            against.unless_equal(listed, expected, || format!("facts in the entry of {id}"));
            let silent: Vec<String> = entry.children().filter(|p| is(*p, "p.silent")).map(|p| text(p, &[])).collect();
            let inside = page.story().told_instead(id).map(|place| place.short.get(page.context.lang));
            let inside: Vec<&str> = inside.collect();
            let wanted = if facts.iter().any(is_said) || !inside.is_empty() {
                vec![]
            } else {
                vec![page.context.words(&page.story().head().not_mentioned).to_owned()]
            };
            against.unless_equal(silent, wanted, || format!("whether the page is silent about {id}"));
            let says = text(entry, &[]);
            let is_told = inside.iter().all(|name| says.contains(name));
            against.unless(is_told, || format!("of {id} it leaves out one of {inside:?}"));
            let head =
                entry.children().find(|child| is(*child, "h4")).map(|head| text(head, &[])).unwrap_or_default();
            against.unless(head.contains(subject.name().get(page.context.lang)), || format!("head of {id}: {head}"));
        }
    });
}
