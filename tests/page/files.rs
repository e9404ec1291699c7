//! The files of figures: they hold what the page shows, and the page links to them.

use data_story::data::{FigureTable, figure_downloads, figure_tables};
use data_story::text::{Embed, figure_file};

use super::*;

fn tables(page: &Page) -> BTreeMap<String, FigureTable<'static>> {
    let tables = figure_tables(page.story(), page.context.lang);
    tables.into_iter().map(|table| (table.id.to_string(), table)).collect()
}

/// The values of all numbers in a text; days count as year, month and day.
fn values(text: &str) -> Vec<f64> {
    numerals(text).into_iter().map(|numeral| numeral.value).collect()
}

/// What the figure itself shows: neither its heading nor the sentences below it.
fn is_shown(element: Element) -> bool {
    !within(element, "figcaption") && !within(element, "p.bar-note") && !within(element, "div.foot")
}

#[test]
fn a_figures_file_holds_every_number_of_its_table_on_the_page() {
    on_every_page(|page, against| {
        let tables = tables(page);
        let mut seen = 0;
        for cell in page.all("figure.figure table td").into_iter().chain(page.all("figure.figure table th")) {
            let figure = cell.ancestors().find(|one| is(*one, "figure.figure")).unwrap();
            let table = &tables[figure.attribute("data-figure").unwrap()];
            let cells = table
                .heads
                .iter()
                .copied()
                .chain(table.rows.iter().flat_map(|row| row.cells.iter().map(String::as_str)));
            let written: Vec<f64> = cells.flat_map(values).collect();
            let shown = text(cell, &["span.src", "span.vh", "span.column"]);
            for value in values(&shown) {
                seen += 1;
                against.unless(written.contains(&value), || format!("{} lacks {value} of {shown:?}", table.id));
            }
        }
        against.unless(seen > 10, || format!("only {seen} numbers were looked for"));
    });
}

#[test]
fn a_figures_file_names_every_fact_and_place_that_the_figure_leads_to() {
    on_every_page(|page, against| {
        let tables = tables(page);
        for figure in page.all("figure.figure") {
            let table = &tables[figure.attribute("data-figure").unwrap()];
            for part in figure.descendants().filter(|one| one.is_element() && is_shown(*one)) {
                for id in [part.attribute("data-fact"), part.attribute("data-of")].into_iter().flatten() {
                    let named = table.rows.iter().any(|row| row.fact.is_some_and(|fact| fact.id.as_str() == id));
                    against.unless(named, || format!("{} lacks the fact {id}", table.id));
                }
                if let Some(id) = part.attribute("data-place") {
                    let named = table.rows.iter().any(|row| row.place.is_some_and(|place| place.as_str() == id));
                    against.unless(named, || format!("{} lacks the place {id}", table.id));
                }
            }
        }
    });
}

#[test]
fn a_maps_file_names_every_mark_and_line_with_how_precisely_its_place_is_known() {
    on_every_page(|page, against| {
        let tables = tables(page);
        for map in page.maps() {
            let table = &tables[map.id.as_str()];
            let marks = page.view(map).descendants().filter(|one| is(*one, "a.mark"));
            for id in marks.filter_map(|mark| mark.attribute("data-place")) {
                let row = table.rows.iter().find(|row| row.place.is_some_and(|place| place.as_str() == id));
                let place = page.subject(id).unwrap().place().unwrap();
                let known = page.ui().known_to(place.location.precision);
                against.unless(row.is_some_and(|row| row.cells[1] == page.context.words(&place.name)), || {
                    format!("{}: no {id}", map.id)
                });
                against.unless(row.is_some_and(|row| row.cells[4] == known), || format!("{}: {id} known to", map.id));
            }
            for line in &map.lines {
                let row = table.rows.iter().find(|row| row.place == Some(&line.place)).unwrap();
                for id in &line.through {
                    let name = page.subject(id.as_str()).unwrap().name().get(page.context.lang);
                    against.unless(row.cells[2].contains(name), || {
                        format!("{}: {} not through {name}", map.id, line.place)
                    });
                }
            }
        }
    });
}

#[test]
fn an_area_of_work_is_in_the_file_with_how_the_page_treats_it() {
    on_every_page(|page, against| {
        let tables = tables(page);
        for figure in &page.story().figures.figures {
            let Chart::Areas(areas) = &figure.chart else { continue };
            for (id, row) in areas.0.iter().zip(&tables[figure.id.as_str()].rows) {
                let area = page.story().area(id);
                let expected = [page.context.words(&area.name), page.ui().mention(area.mention)];
                against.unless_equal(row.cells.clone(), expected.map(str::to_owned).to_vec(), || area.id.to_string());
            }
        }
    });
}

/// The ways out of a figure's tools.
fn tools_of(page: &Page, id: &data_story::model::FigureId) -> Vec<String> {
    let picture = figure_file(id, page.context.lang, "png");
    let own = |tools: &Element| {
        let mut links = tools.descendants().filter_map(|link| link.attribute("href"));
        links.any(|href| href.ends_with(&picture))
    };
    let links = page
        .all("details.tools")
        .into_iter()
        .find(own)
        .map(|tools| tools.descendants().filter_map(|link| link.attribute("href")).map(str::to_owned).collect());
    links.unwrap_or_default()
}

#[test]
fn every_figure_offers_its_link_its_picture_its_data_and_a_frame_of_it_behind_one_button() {
    on_every_page(|page, against| {
        let figures = page.story().figures.figures.iter().map(|figure| &figure.id);
        let root = page.context.page.root();
        for id in page.maps().map(|map| &map.id).chain(figures) {
            let place = text::place_of_figure(page.story(), id);
            let file = |ending| format!("{root}{}", figure_file(id, page.context.lang, ending));
            let kit = page.context.page.way_to(&text::Page { route: Route::Kit, ..page.context.page });
            let expected =
                [format!("#{}", place.anchor), file("png"), file("csv"), format!("{kit}?figure={}", place.embed)];
            against.unless_equal(tools_of(page, id), expected.to_vec(), || format!("ways out of {id}"));
            against.unless(page.by_id(&place.anchor).is_some(), || format!("the story has no {}", place.anchor));
            let folder = format!("embed/{}/", place.embed);
            let is_its = |one: &text::Page| one.path().trim_start_matches("en/") == folder;
            against.unless(pages(page.story()).iter().any(is_its), || format!("no page has the address {folder}"));
        }
    });
}

#[test]
fn a_figure_that_stands_alone_links_to_all_its_files_and_every_file_is_written() {
    let is_figure = |page: &&Page| !matches!(page.context.page.route, Route::Embed(Embed::Story | Embed::Chapter(_)));
    let alone = PARTS.iter().filter(|page| page.context.page.is_embed()).filter(is_figure);
    on_each(alone, |page, against| {
        let written: BTreeSet<String> =
            figure_downloads(page.story()).unwrap().into_iter().map(|file| file.name).collect();
        let picture = page.context.page.picture(page.story()).unwrap();
        for ending in ["svg", "png", "csv", "json"] {
            let file = format!("{}.{ending}", picture.trim_end_matches(".png"));
            let is_data = ending == "csv" || ending == "json";
            against.unless(!is_data || written.contains(&file), || format!("{file} is not written"));
            let is_linked = page.with("href").any(|(_, href)| href == format!("{}{file}", page.context.page.root()));
            against.unless(is_linked, || format!("{file} is not linked"));
        }
    });
}
