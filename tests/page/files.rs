//! The files of figures: they hold what the page shows, and the page links to them.

use luoyang_story::data::{FigureTable, figure_downloads, figure_tables};
use luoyang_story::text::figure_file;

use super::*;

fn tables(page: &Page) -> BTreeMap<String, FigureTable<'static>> {
    let tables = figure_tables(page.story(), page.book.lang);
    tables.into_iter().map(|table| (table.id.to_string(), table)).collect()
}

/// The values of all numbers in a text; days count as year, month and day.
fn values(text: &str) -> Vec<f64> {
    numerals(text).into_iter().map(|numeral| numeral.value).collect()
}

/// What the figure itself shows: neither its heading nor the sentences below it.
fn is_shown(element: Element) -> bool {
    !within(element, "figcaption") && !within(element, "p.bar-note") && !within(element, "p.foot")
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
                let place = page.story().place(&PlaceId::new(id)).unwrap();
                let known = page.ui().known_to(place.location.precision);
                against.unless(row.is_some_and(|row| row.cells[1] == page.book.words(&place.name)), || {
                    format!("{}: no {id}", map.id)
                });
                against.unless(row.is_some_and(|row| row.cells[4] == known), || format!("{}: {id} known to", map.id));
            }
            for line in &map.lines {
                let row = table.rows.iter().find(|row| row.place == Some(&line.place)).unwrap();
                for id in &line.through {
                    let name = page.subject(id.as_str()).unwrap().name().get(page.book.lang);
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
            for (id, row) in figure.areas.iter().flatten().zip(&tables[figure.id.as_str()].rows) {
                let area = page.story().area(id).unwrap();
                let expected = [page.book.words(&area.name), page.ui().mention(area.mention)];
                against.unless_equal(row.cells.clone(), expected.map(str::to_owned).to_vec(), || area.id.to_string());
            }
        }
    });
}

#[test]
fn every_figure_links_to_its_files_and_every_file_is_written() {
    on_every_page(|page, against| {
        let written: BTreeSet<String> =
            figure_downloads(page.story()).unwrap().into_iter().map(|file| file.name).collect();
        let linked: BTreeSet<&str> =
            page.all("span.downloads a").into_iter().filter_map(|a| a.attribute("href")).collect();
        let figures = page.story().figures.figures.iter().map(|figure| &figure.id);
        for id in page.maps().map(|map| &map.id).chain(figures) {
            for ending in ["svg", "png", "csv", "json"] {
                let file = figure_file(id, page.book.lang, ending);
                let data = ending == "csv" || ending == "json";
                against.unless(!data || written.contains(&file), || format!("{file} is not written"));
                let is_linked =
                    linked.iter().any(|href| href.trim_start_matches("../").trim_start_matches("./") == file);
                against.unless(is_linked, || format!("{file} is not linked"));
            }
        }
    });
}
