//! What can be selected and where links lead.

use super::*;

#[test]
fn ids_are_unique_and_every_reference_names_something() {
    everywhere(|page, against| {
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        page.with("id").for_each(|(_, id)| *ids.entry(id).or_default() += 1);
        for (id, count) in &ids {
            against.unless_equal(*count, 1, || format!("elements with the id {id}"));
        }
        // What closes a card leads nowhere.
        ids.insert("-", 0);
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
        // What has no card here has its row or entry on a page of its own.
        let own = page.context.page;
        let here = ["p-", "f-"].map(|about| ids.keys().any(|id| id.starts_with(about)));
        let [places, facts] = [(here[0], own.gazetteer()), (here[1], own.ledger())]
            .map(|(is_here, page)| if is_here { String::new() } else { own.way_to(&page) });
        for attribute in ["data-fact", "data-of"] {
            for (element, id) in page.with(attribute) {
                against.unless(page.fact(id).is_some(), || format!("{attribute}={id} in {}", place_of(element)));
                let link = element.attribute("href").is_none_or(|href| href == format!("{facts}#f-{id}"));
                against.unless(link, || format!("{id} leads elsewhere in {}", place_of(element)));
            }
        }
        for (element, id) in page.with("data-place") {
            against.unless(page.subject(id).is_some(), || format!("data-place={id} in {}", place_of(element)));
            let to_map =
                matches!(own.route, Route::Gazetteer).then(|| format!("{}?place={id}", own.way_to(&own.story())));
            let expected = to_map.unwrap_or_else(|| format!("{places}#p-{id}"));
            // What is drawn by its definition refers to that.
            let expected = if is(element, "use") { format!("#r-{id}") } else { expected };
            let link = element.attribute("href").is_none_or(|href| href == expected);
            against.unless(link, || format!("{id} leads elsewhere in {}", place_of(element)));
        }
    });
}

#[test]
fn every_division_and_every_mark_can_be_selected_once_on_every_drawing() {
    on_every_page(|page, against| {
        for map in page.maps() {
            for width in Width::ALL {
                let class = format!("svg.{}", width.slug());
                let drawing = page.view(map).descendants().find(|inner| is(*inner, &class)).unwrap();
                let links = |step: &str| -> Vec<&str> {
                    let links = drawing.descendants().filter(|inner| is(*inner, step));
                    links.filter_map(|link| link.attribute("data-place")).collect()
                };
                let regions: Vec<&str> =
                    page.story().places.regions.iter().map(|region| region.id.as_str()).collect();
                // Those out of sight are no links, so that the focus never goes where nothing is seen.
                let main = drawing.descendants().find(|inner| is(*inner, "svg.main")).unwrap();
                let kinds = ["a.region", "g.region", "use.region"];
                let shapes = main.descendants().filter(|inner| kinds.iter().any(|kind| is(*inner, kind)));
                let outline =
                    |shape: Element| shape.descendants().find_map(|one| one.attribute("href")?.strip_prefix("#r-"));
                let drawn: Vec<&str> = shapes.filter_map(outline).collect();
                against.unless_equal(drawn, regions, || format!("divisions on {} {width:?}", map.id));
                let seen = links("a.region").len();
                against
                    .unless_equal(seen >= 2, true, || format!("{seen} divisions to reach on {} {width:?}", map.id));
                let drawn =
                    |place: &&Place| page.story().point_of(&place.id).is_some() || place.location.within.is_some();
                let places = map.places.iter().map(|id| page.story().place(id));
                let expected: BTreeSet<&str> = places.filter(drawn).map(|place| place.id.as_str()).collect();
                let marks = links("a.mark");
                against.unless_equal(marks.len(), expected.len(), || format!("marks on {} {width:?}", map.id));
                against
                    .unless_equal(marks.into_iter().collect(), expected, || format!("marks on {} {width:?}", map.id));
                let lines: Vec<&str> = map.lines.iter().map(|line| line.place.as_str()).collect();
                against.unless_equal(links("a.line"), lines, || format!("lines on {} {width:?}", map.id));
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
