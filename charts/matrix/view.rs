//! Groups by cities, as a table of marks, and as a plain one.

use leptos::prelude::*;

use crate::layout::{Cell, MatrixTable, matrix_table};
use crate::model::{Colour, Figure, Matrix, MatrixRow, PlaceId, Shape, Stage};
use crate::view::Book;
use crate::view::charts::ChartView;
use crate::view::land::icon;
use crate::view::prose::{fact_link, marked_link, place_link, prose};
use crate::view::tables::{data_table, kind_of};

impl ChartView for Matrix {
    fn graphic(&'static self, book: Book, _: &'static Figure) -> AnyView {
        // Names and no links: where the heads are heard and not seen, nothing unseen may take the focus, and cells lead there.
        let heads = self.columns.iter().enumerate().map(|(index, id)| {
            let class = if index == 0 { "own" } else { "" };
            let name = book.story.subject(id).map(|subject| book.words(subject.short()));
            view! { <th scope="col" class=class>{name}</th> }
        });
        let span = (self.columns.len() + 2).to_string();
        let rest = self.rest.as_ref().map(|rest| {
            view! {
                <tr class="rest">
                    <th scope="row">{prose(book, &rest.name)}</th>
                    <td class="hatched" colspan=span>{fact_link(book, &rest.fact, Some(book.words(&rest.words)))}</td>
                </tr>
            }
        });
        view! {
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col">{book.words(&self.row_head)}</th>
                        {heads.collect_view()}
                        <th scope="col">{book.words(&self.open_head)}</th>
                        <th scope="col" class="project">{book.words(&self.project_head)}</th>
                    </tr>
                </thead>
                <tbody>
                    {matrix_table(self).into_iter().map(|table| matrix_row(book, self, table)).collect_view()}
                    {rest}
                </tbody>
            </table>
            {matrix_legend(book)}
        }
        .into_any()
    }

    fn data_table(&'static self, book: Book) -> Option<AnyView> {
        let ui = book.ui();
        let row = |row: &'static MatrixRow| {
            let named: Vec<&str> =
                row.named.iter().filter_map(|id| Some(book.story.subject(id)?.short().get(book.lang))).collect();
            let open = row.open.as_ref().map_or("", |open| book.words(open));
            let named = match row.not_listed {
                Some(_) => ui.phrases(&[&ui.list(&named), ui.cities_not_given()]),
                None => ui.with_open(&ui.list(&named), open),
            };
            view! {
                <tr>
                    <th scope="row">{book.words(&row.name)}</th>
                    <td>{book.words(&row.products)}</td>
                    <td>{named}</td>
                    <td>{project(book, row)}</td>
                    <td>{kind_of(book, &row.fact)}</td>
                </tr>
            }
        };
        let rest = self.rest.as_ref().map(|rest| {
            view! {
                <tr>
                    <th scope="row">{prose(book, &rest.name)}</th>
                    <td colspan="3">{book.words(&rest.words)}</td>
                    <td>{kind_of(book, &rest.fact)}</td>
                </tr>
            }
        });
        let heads = [
            book.words(&self.row_head),
            ui.table_products(),
            ui.table_named(),
            book.words(&self.project_head),
            ui.table_kind(),
        ];
        Some(data_table(&heads, view! { {self.rows.iter().map(row).collect_view()}{rest} }.into_any()))
    }
}

/// What squares, frames, dashes and hatching mean.
fn matrix_legend(book: Book) -> AnyView {
    let ui = book.ui();
    let square = || icon(Shape::Square, Stage::Done, Colour::Bronze);
    let sample =
        |class: &'static str| view! { <span class=format!("sample {class}") aria-hidden="true"></span> }.into_any();
    let framed = view! { <span class="framed">{square()}</span> }.into_any();
    let entries = [
        (square(), ui.matrix_named()),
        (framed, ui.matrix_project()),
        (sample("dash"), ui.matrix_absent()),
        (sample("hatch"), ui.bar_not_given()),
    ];
    let entry = |(sign, words)| view! { <li>{sign}{words}</li> };
    view! { <ul class="signs" aria-label=ui.legend()>{entries.map(entry).into_iter().collect_view()}</ul> }.into_any()
}

fn matrix_row(book: Book, spec: &'static Matrix, table: MatrixTable<'static>) -> AnyView {
    let row = table.row;
    let span = spec.columns.len().to_string();
    let cell = |(index, (column, cell)): (usize, (Option<&PlaceId>, Cell))| {
        let own = if index == 0 { " own" } else { "" };
        let head = column.and_then(|id| book.story.subject(id)).map(|subject| subject.short().get(book.lang));
        let (class, mark, words) = match cell {
            Cell::Named => ("named", Some(Stage::Done), book.ui().yes()),
            Cell::NamedWithProject => ("named framed", Some(Stage::Done), book.ui().yes_project()),
            Cell::NotNamed => ("absent", None, book.ui().no()),
            Cell::NotGiven(fact) => {
                let words = book.ui().cities_not_given();
                return view! { <td class="hatched" colspan=span.clone()>{fact_link(book, &fact, Some(words))}</td> }
                    .into_any();
            }
        };
        let place = column.map(ToString::to_string);
        let city = view! { <span class="column" aria-hidden="true">{head}</span> };
        let inner = match mark.zip(column) {
            None => view! { <span class="vh">{words}</span>{city} }.into_any(),
            Some((stage, id)) => view! {
                <a class="cell" data-place=id.to_string() href=format!("#p-{id}") aria-label=mark_name(book, row, head, words)>
                    {icon(Shape::Square, stage, Colour::Bronze)}{city}
                </a>
            }
            .into_any(),
        };
        view! { <td class=format!("{class}{own}") data-place=place>{inner}</td> }.into_any()
    };
    let open = (row.not_listed.is_none()).then(|| {
        let words = row.open.as_ref().map_or(book.ui().no_open(), |open| book.words(open));
        view! { <td class="open"><span class="column" aria-hidden="true">{book.words(&spec.open_head)}</span>" "{words}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                {marked_link(book, &row.fact, book.words(&row.name))}" "
                <small>{book.words(&row.products)}</small>
            </th>
            {table.cells.into_iter().enumerate().map(cell).collect_view()}
            {open}
            <td class="project"><span class="column" aria-hidden="true">{book.words(&spec.project_head)}</span>" "{project(book, row)}</td>
        </tr>
    }
    .into_any()
}

/// City, group, whether the page names it there, and the kind of the fact that says so.
fn mark_name(book: Book, row: &'static MatrixRow, city: Option<&str>, words: &str) -> String {
    let ui = book.ui();
    let kind = book.story.fact(&row.fact).map_or("", |fact| ui.kind(fact.kind));
    ui.named(city.unwrap_or_default(), &ui.clauses(&[book.words(&row.name), words, kind]))
}

fn project(book: Book, row: &'static MatrixRow) -> AnyView {
    let Some(project) = &row.project else {
        let none = row.no_project.as_ref().map(|fact| fact_link(book, fact, Some(book.ui().not_given())));
        return view! { <span class="not-given">{none}</span> }.into_any();
    };
    let verb = book.story.place(&project.place).and_then(|place| place.verb.as_ref());
    view! {
        {place_link(book, &project.place, None)}" "
        <small>{marked_link(book, &project.fact, verb.map_or("", |verb| book.words(verb)))}</small>
    }
    .into_any()
}
