//! What a reader gets of it who does not see it.

use super::*;

#[test]
fn a_map_is_a_named_group_and_one_tab_stop_and_starts_at_a_mark() {
    everywhere(|page, against| {
        for map in page.all("svg.map") {
            against.unless_equal(map.attribute("role"), Some("group"), || place_of(map));
            against.unless(!name(map).is_empty(), || format!("a map without name: {}", place_of(map)));
            let links: Vec<Element> = map.descendants().filter(|inner| is(*inner, "a")).collect();
            let stops: Vec<&Element> = links.iter().filter(|link| link.attribute("tabindex") == Some("0")).collect();
            let others = links.iter().filter(|link| link.attribute("tabindex") == Some("-1")).count();
            // Without arrow keys to walk it a map is no stop: on the page of a place the words below have its links.
            let expected = if within(map, "figure.near") { 0 } else { 1 };
            against.unless_equal((stops.len(), others), (expected, links.len() - expected), || {
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
    everywhere(|page, against| {
        let in_language = |name: &str| match page.context.lang {
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
fn a_division_says_what_lies_in_it_and_how_much_is_said_of_it_and_a_mark_what_is_done_there_and_how_we_know() {
    on_every_page(|page, against| {
        for region in page.all("svg.map a.region") {
            let id = page.subject(region.attribute("data-place").unwrap()).unwrap().id();
            let map = region.ancestors().find(|one| is(*one, "svg.map")).unwrap();
            let marks = map.descendants().filter(|one| is(*one, "a.mark"));
            let places = marks.filter_map(|mark| page.subject(mark.attribute("data-place")?)?.place());
            let inside = places.filter(|place| place.location.within.as_ref() == Some(id));
            let names: Vec<&str> = inside.map(|place| page.context.words(&place.short)).collect();
            for short in &names {
                against.unless(name(region).contains(short), || format!("no {short} in {:?}", name(region)));
            }
            let words = match page.story().facts_about(id).filter(is_said).count() {
                // It would be odd to hear that it is not mentioned, after the name of what is.
                0 if !names.is_empty() => names
                    .into_iter()
                    .find(|short| name(region).ends_with(short))
                    .unwrap_or("one of its places")
                    .to_owned(),
                0 => page.context.words(&page.story().head().not_mentioned).to_owned(),
                // The ledger has rows for gaps and notes, too.
                _ => page.ui().count(page.story().facts_about(id).count()),
            };
            against.unless(name(region).ends_with(&words), || format!("expected `{words}`: {:?}", name(region)));
        }
        for mark in page.all("svg.map a.mark") {
            let place = page.subject(mark.attribute("data-place").unwrap()).unwrap().place().unwrap();
            let verb = place.verb.as_ref().map(|verb| page.context.words(verb));
            // A city beside ours is named, and nothing is done there.
            let said = (verb.is_none() && place.category.is_none()
                || verb.is_some_and(|verb| name(mark).contains(verb)))
                && name(mark).contains(page.context.words(&place.name));
            against.unless(said, || format!("expected name and verb of {}: {:?}", place.id, name(mark)));
            let fact = stated(page.story(), &place.id).filter(|_| place.category.is_some());
            let kind = fact.map(|fact| page.ui().kind(fact.kind));
            let right = kind.is_none_or(|kind| name(mark).contains(kind));
            against.unless(right, || format!("expected the kind {kind:?}: {:?}", name(mark)));
        }
    });
}

/// The fact that states what is done with a place: the one that a figure shows it with, or the only one it has.
fn stated(story: &'static Story, place: &PlaceId) -> Option<&'static Fact> {
    let shown = |figure: &'static Figure| -> Vec<(&PlaceId, &FactId)> {
        match &figure.chart {
            Chart::StatusLanes(lanes) => lanes.rows.iter().map(|lane| (&lane.place, &lane.fact)).collect(),
            Chart::Matrix(matrix) => {
                let projects = matrix.rows.iter().filter_map(|row| row.project.as_ref());
                projects.map(|project| (&project.place, &project.fact)).collect()
            }
            Chart::Pictogram(pictogram) => {
                pictogram.rows.iter().flat_map(|row| &row.named).map(|named| (&named.place, &named.fact)).collect()
            }
            _ => Vec::new(),
        }
    };
    match story.figures.figures.iter().flat_map(shown).find(|(id, _)| *id == place) {
        Some((_, fact)) => Some(story.fact(fact)),
        None => {
            let said: Vec<&Fact> =
                story.facts.facts.iter().filter(is_said).filter(|f| f.places.contains(place)).collect();
            (said.len() == 1).then(|| said[0])
        }
    }
}

#[test]
fn a_shaded_division_says_its_figure_with_its_kind_or_that_none_is_given() {
    on_every_page(|page, against| {
        for map in page.maps() {
            let Some(figure) = page.story().shading_of(map).map(|(figure, _)| figure) else { continue };
            let view = page.view(map);
            for region in view.descendants().filter(|inner| is(*inner, "a.region")) {
                let id = region.attribute("data-place").unwrap();
                for measure in &figure.bars().unwrap().measures {
                    let part =
                        measure.parts.iter().find(|part| part.region.as_ref().is_some_and(|r| r.as_str() == id));
                    let said = part.map_or(page.ui().not_given().to_owned(), |part| {
                        let fact = page.story().fact(&part.fact);
                        page.ui().of_kind(&page.number(fact).unwrap(), fact.kind)
                    });
                    let said = page.ui().named(page.context.words(&measure.name), &said);
                    against.unless(name(region).contains(&said), || format!("expected `{said}`: {:?}", name(region)));
                }
            }
        }
    });
}

#[test]
fn a_steps_map_stands_beside_the_chapters_with_its_own_caption_and_names_its_step() {
    on_every_page(|page, against| {
        for told in page.story().chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref()) {
            for (step, map) in told.steps.iter().filter_map(|step| Some((step, step.map.as_ref()?))) {
                let view = page.view(map);
                let chapter = told.map.as_ref().unwrap();
                against.unless_equal(view.attribute("data-step"), Some(step.id.as_str()), || format!("{}", map.id));
                against.unless_equal(page.view(chapter).parent(), view.parent(), || {
                    format!("where {} and {} stand", map.id, chapter.id)
                });
                let drawings = view.descendants().filter(|inner| is(*inner, "svg.map")).count();
                against.unless_equal(drawings, Width::ALL.len(), || format!("drawings of {}", map.id));
                let heads = view.descendants().filter(|inner| is(*inner, ".list-head")).count();
                against.unless_equal(heads, 1, || format!("captions of {}", map.id));
            }
        }
    });
}

#[test]
fn what_a_line_stands_for_is_not_off_the_map() {
    on_every_page(|page, against| {
        for id in page.maps().flat_map(|map| &map.lines).map(|line| line.place.as_str()) {
            let listed = page.all(".off-map li").iter().any(|item| item.attribute("data-place") == Some(id));
            against.unless(!listed, || format!("{id} is drawn as a line and said to be off the map"));
        }
    });
}

#[test]
fn the_marks_of_a_chart_say_what_they_stand_for_how_many_and_of_what_kind() {
    on_every_page(|page, against| {
        for figure in page.figures() {
            let Chart::Pictogram(pictogram) = &figure.chart else { continue };
            let chart = page.by_id(figure.id.as_str()).unwrap();
            let links: Vec<Element> = chart.descendants().filter(|inner| answers(*inner, "svg.chart a")).collect();
            let expected: Vec<Vec<String>> = pictogram.rows.iter().flat_map(|row| chart_names(page, row)).collect();
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

/// What each group of a row must say of itself: what, how many unless it is one place, how we know.
fn chart_names(page: &Page, row: &'static PictogramRow) -> Vec<Vec<String>> {
    let story = page.story();
    let kind = |fact: &FactId| page.ui().kind(story.fact(fact).kind).to_owned();
    let named = row
        .named
        .iter()
        .map(|named| vec![page.context.words(&story.place(&named.place).name).to_owned(), kind(&named.fact)]);
    let (fact, what) =
        row.rest.as_ref().map_or((&row.total, page.context.words(&row.name)), |rest| (rest, page.ui().others()));
    let rest = vec![what.to_owned(), page.number(story.fact(fact)).unwrap(), kind(fact)];
    named.chain([rest]).collect()
}

#[test]
fn headings_never_skip_a_level_and_there_is_one_first() {
    everywhere(|page, against| {
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
        for (element, _) in page.with("tabindex").filter(|(_, stop)| *stop == "0") {
            against.unless(!name(element).is_empty(), || format!("a tab stop without a name: {}", place_of(element)));
        }
    });
}

#[test]
fn every_table_has_scoped_heads_and_rows_of_one_length() {
    everywhere(|page, against| {
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
            if let Chart::Statements(statements) = &figure.chart {
                // It is a table of words itself.
                let shown = page.by_id(figure.id.as_str()).unwrap();
                let count = |path: &str| shown.descendants().filter(|inner| answers(*inner, path)).count();
                against.unless_equal(count("tbody tr"), statements.rows.len(), || format!("rows of {}", figure.id));
                let items = statements.rows.iter().map(|row| row.items.len()).sum::<usize>();
                against.unless_equal(count("tbody li"), items, || format!("statements of {}", figure.id));
                continue;
            }
            let rows = match &figure.chart {
                Chart::Statements(_) | Chart::Areas(_) => 0,
                Chart::Bars(bars) => {
                    let regions = page.story().places.regions.len();
                    let rests = bars.measures.iter().any(|m| m.parts.iter().any(|part| part.region.is_none()));
                    regions + usize::from(rests) + 1
                }
                Chart::StatusLanes(lanes) => lanes.rows.len(),
                Chart::Matrix(matrix) => matrix.rows.len() + usize::from(matrix.rest.is_some()),
                Chart::Multiples(Multiples { panels: rows }) | Chart::Series(Series { rows }) => {
                    rows.iter().map(|row| page.story().fact(&row.fact).series.len()).sum()
                }
                Chart::Timeline(timeline) => timeline.rows.len(),
                Chart::Pictogram(pictogram) => {
                    pictogram.rows.iter().map(|row| 1 + row.named.len() + usize::from(row.rest.is_some())).sum()
                }
            };
            let shown = page.by_id(figure.id.as_str()).unwrap();
            let count = |path: &str| shown.descendants().filter(|inner| answers(*inner, path)).count();
            against.unless_equal(count("details.data-table"), 1, || format!("data tables of {}", figure.id));
            against.unless_equal(count("details.data-table tbody tr"), rows, || format!("rows of {}", figure.id));
            if matches!(figure.chart, Chart::Matrix(_) | Chart::StatusLanes(_)) {
                let graphic = count("tbody tr") - count("details.data-table tbody tr");
                against.unless_equal(graphic, rows, || format!("rows drawn in {}", figure.id));
            }
        }
        let with_table = page.figures().filter(|figure| !matches!(figure.chart, Chart::Statements(_))).count();
        against.unless_equal(page.all("details.data-table").len(), with_table, || "data tables".into());
    });
}

#[test]
fn tags_nest_as_html_allows_so_that_no_browser_moves_them() {
    const BLOCKS: [&str; 16] = [
        "p", "div", "ul", "ol", "table", "figure", "section", "article", "details", "h1", "h2", "h3", "h4", "h5",
        "aside", "header",
    ];
    everywhere(|page, against| {
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
    everywhere(|page, against| {
        let block = |node: &Element| node.ancestors().find(|around| PARTING.contains(&around.tag_name().name()));
        let heard = |node: &Element| !node.ancestors().any(|around| around.attribute("aria-hidden") == Some("true"));
        let words: Vec<Element> = page.doc.descendants().filter(Node::is_text).filter(heard).collect();
        let together = |pair: &&[Element]| block(&pair[0]).is_some() && block(&pair[0]) == block(&pair[1]);
        for pair in words.windows(2).filter(together).filter(|_| page.context.lang == Lang::En) {
            let ends = [pair[0].text().unwrap().chars().next_back(), pair[1].text().unwrap().chars().next()];
            let parted = ends.iter().flatten().any(|c| !c.is_alphanumeric());
            against
                .unless(parted, || format!("{:?} runs into {:?}", pair[0].text().unwrap(), pair[1].text().unwrap()));
        }
    });
}

#[test]
fn the_parts_of_a_bar_say_region_value_and_kind_and_those_without_a_figure_that_it_is_not_given() {
    on_every_page(|page, against| {
        for figure in page.figures() {
            let Chart::Bars(bars) = &figure.chart else { continue };
            let chart = page.by_id(figure.id.as_str()).unwrap();
            for measure in &bars.measures {
                let own = |inner: &Element| inner.attribute("data-of-measure") == Some(&measure.id);
                let frame = chart.descendants().find(|inner| own(inner) && is(*inner, "div.measure")).unwrap();
                // Numbers of a region's part lead to their own sources and say so after it.
                let numbers: Vec<_> =
                    measure.parts.iter().filter(|part| part.region.is_some()).map(|part| &part.fact).collect();
                let shares: Vec<_> = measure.parts.iter().filter_map(|part| part.share.as_ref()).collect();
                let own_sources = [numbers, shares].concat();
                let links = frame.descendants().filter(|inner| is(*inner, "a.part"));
                let (own, parts): (Vec<_>, Vec<_>) = links
                    .partition(|link| own_sources.iter().any(|id| link.attribute("data-fact") == Some(id.as_str())));
                for link in own {
                    let id = link.attribute("data-fact").unwrap();
                    let fact = page.story().facts.facts.iter().find(|fact| fact.id.as_str() == id).unwrap();
                    let said = page.ui().with_kind(&page.number(fact).unwrap(), fact.kind);
                    against.unless(name(link) == said, || format!("expected `{said}`, found {:?}", name(link)));
                }
                let names: Vec<&str> = parts.into_iter().map(name).collect();
                let mut expected: Vec<[String; 3]> = Vec::new();
                for (fact, words) in std::iter::once((&measure.total, &measure.name))
                    .chain(measure.parts.iter().map(|part| (&part.fact, &part.name)))
                {
                    let fact = page.story().fact(fact);
                    let kind = page.ui().kind(fact.kind).to_owned();
                    expected.push([page.context.words(words).to_owned(), page.number(fact).unwrap(), kind]);
                }
                expected.extend(measure.inside.as_ref().map(|inside| {
                    let region = page.subject(inside.region.as_str()).unwrap().short().get(page.context.lang);
                    [
                        region.to_owned(),
                        page.context.words(&measure.name).to_owned(),
                        page.ui().not_given().to_owned(),
                    ]
                }));
                // One drawing for each width says the same.
                against.unless(names.len().is_multiple_of(expected.len()), || {
                    format!("parts of {}: {names:?}", measure.id)
                });
                for (name, parts) in names.iter().zip(expected.iter().cycle()) {
                    for part in parts {
                        against.unless(name.contains(part), || format!("expected `{part}` in {name:?}"));
                    }
                }
            }
        }
    });
}

#[test]
fn every_region_has_a_figure_of_each_measure_or_says_that_it_is_not_given() {
    on_every_page(|page, against| {
        for figure in page.figures() {
            let Chart::Bars(bars) = &figure.chart else { continue };
            let table = page.by_id(figure.id.as_str()).unwrap();
            for row in table.descendants().filter(|inner| answers(*inner, "details.data-table tr")) {
                let Some(region) = row.attribute("data-place") else { continue };
                let cells: Vec<Element> = children(row).filter(|cell| is(*cell, "td")).collect();
                against.unless_equal(cells.len(), bars.measures.len(), || format!("cells of {region}"));
                for (cell, measure) in cells.into_iter().zip(&bars.measures) {
                    let part =
                        measure.parts.iter().find(|part| part.region.as_ref().is_some_and(|r| r.as_str() == region));
                    let link = cell.descendants().find_map(|inner| inner.attribute("data-fact")).unwrap_or_default();
                    let kind = page.fact(link).map(|fact| fact.kind);
                    match part {
                        Some(part) => against.unless_equal(link, part.fact.as_str(), || place_of(cell)),
                        None => against.unless_equal(kind, Some(Kind::NotGiven), || place_of(cell)),
                    }
                }
            }
        }
    });
}

#[test]
fn an_item_of_a_timeline_says_when_how_binding_and_of_what_kind_and_one_without_a_day_is_listed() {
    on_every_page(|page, against| {
        for figure in page.figures() {
            let Chart::Timeline(timeline) = &figure.chart else { continue };
            let chart = page.by_id(figure.id.as_str()).unwrap();
            let names: Vec<&str> = chart.descendants().filter(|inner| is(*inner, "a.part")).map(name).collect();
            for row in &timeline.rows {
                let kind = page.ui().kind(page.story().fact(&row.fact).kind);
                let parts = [
                    page.context.words(&row.name),
                    page.context.words(&row.when),
                    page.ui().firmness(row.firmness),
                    kind,
                ];
                let said = names.iter().filter(|name| parts.iter().all(|part| name.contains(part))).count();
                against.unless(said > 0, || format!("expected {parts:?} among {names:?}"));
            }
            let listed = chart.descendants().filter(|inner| answers(*inner, "details.undated li"));
            let listed: Vec<&str> = listed.filter_map(|item| item.attribute("data-of")).collect();
            let wanted: Vec<&str> = timeline.undated.iter().map(|row| row.fact.as_str()).collect();
            against.unless_equal(listed, wanted, || format!("undated items of {}", figure.id));
        }
    });
}
