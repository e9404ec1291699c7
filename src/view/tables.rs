//! Figures that are tables by nature, and the data tables behind every figure.

use leptos::prelude::*;

use super::Book;
use super::land::icon;
use super::prose::{fact_link, kind_name, locator, marked_link, place_link, prose, row};
use crate::layout::{Cell, MatrixTable, TableRow, lanes_sign, lanes_table, matrix_table};
use crate::model::{Colour, FactId, Kind, LaneGap, Lanes, Matrix, MatrixRow, Shape, Stage, UnitRow, Units};

/// Groups by cities.
pub fn matrix(book: Book, spec: &'static Matrix) -> AnyView {
    // Names and no links: where the heads are heard and not seen, nothing unseen may take the focus, and cells lead there.
    let heads = spec.columns.iter().enumerate().map(|(index, id)| {
        let class = if index == 0 { "own" } else { "" };
        let name = book.story.subject(id).map(|subject| book.words(subject.short()));
        view! { <th scope="col" class=class>{name}</th> }
    });
    let span = (spec.columns.len() + 2).to_string();
    let rest = spec.rest.as_ref().map(|rest| {
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
                    <th scope="col">{book.words(&spec.row_head)}</th>
                    {heads.collect_view()}
                    <th scope="col">{book.words(&spec.open_head)}</th>
                    <th scope="col" class="project">{book.words(&spec.project_head)}</th>
                </tr>
            </thead>
            <tbody>
                {matrix_table(spec).into_iter().map(|table| matrix_row(book, spec, table)).collect_view()}
                {rest}
            </tbody>
        </table>
        {matrix_legend(book)}
    }
    .into_any()
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
    let cell = |(index, (column, cell)): (usize, (Option<&crate::model::PlaceId>, Cell))| {
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

/// Groups by cities, as a plain table.
pub fn matrix_data_table(book: Book, spec: &'static Matrix) -> AnyView {
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
    let rest = spec.rest.as_ref().map(|rest| {
        view! {
            <tr>
                <th scope="row">{prose(book, &rest.name)}</th>
                <td colspan="3">{book.words(&rest.words)}</td>
                <td>{kind_of(book, &rest.fact)}</td>
            </tr>
        }
    });
    let heads = [
        book.words(&spec.row_head),
        ui.table_products(),
        ui.table_named(),
        book.words(&spec.project_head),
        ui.table_kind(),
    ];
    data_table(&heads, view! { {spec.rows.iter().map(row).collect_view()}{rest} }.into_any())
}

/// Items by how far they have come.
pub fn lanes(book: Book, spec: &'static Lanes) -> AnyView {
    let heads: Vec<&str> = std::iter::once(&spec.row_head)
        .chain(spec.stages.iter().map(|stage| &stage.name))
        .chain([&spec.where_head])
        .map(|text| book.words(text))
        .collect();
    let rows = lanes_table(book.story, spec);
    let class = if spec.gap.is_some() { "lanes-frame with-gap" } else { "lanes-frame" };
    view! {
        <div class=class>
            <table class="lanes">
                <thead><tr>{heads_row(&heads)}</tr></thead>
                <tbody>{rows.into_iter().map(|row| lane_row(book, spec, row)).collect_view()}</tbody>
            </table>
            {spec.gap.as_ref().map(|gap| band(book, gap))}
        </div>
        {lanes_legend(book, spec)}
    }
    .into_any()
}

/// One hatched band beside all rows, or below them: what none of the items is given.
fn band(book: Book, gap: &'static LaneGap) -> AnyView {
    let facts = gap.facts.iter().filter_map(|id| book.story.fact(id));
    view! {
        <div class="gap">
            <p class="gap-head">{book.words(&gap.head)}</p>
            <div class="gap-band">
                <p class="slip"><b>{book.words(&gap.words)}</b>{facts.map(|fact| view! { " "{locator(book, fact)} }).collect_view()}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What the fills of the marks and the lines of the lanes mean.
fn lanes_legend(book: Book, spec: &'static Lanes) -> AnyView {
    let ui = book.ui();
    let line = |class: &'static str, words: &'static str| {
        view! { <li><span class=format!("sample {class}") aria-hidden="true"></span>{words}</li> }.into_any()
    };
    let (shape, colour) = lanes_sign(book.story, spec);
    let stages = spec
        .stages
        .iter()
        .map(|one| view! { <li>{icon(shape, one.stage, colour)}{ui.stage_fill(one.stage)}</li> }.into_any());
    let lines = [line("past", ui.lane_past()), line("ahead", ui.lane_ahead()), line("hatch", ui.bar_not_given())];
    view! { <ul class="signs" aria-label=ui.legend()>{stages.chain(lines).collect_view()}</ul> }.into_any()
}

fn lane_row(book: Book, spec: &'static Lanes, row: TableRow<'static>) -> AnyView {
    let place = &row.lane.place;
    let category = book.story.place(place).and_then(|place| book.story.category_of(place));
    let stages = spec.stages.iter().enumerate().map(|(index, stage)| {
        if index != row.reached {
            let is_behind = index < row.reached && row.stage != Stage::Due;
            let class = if is_behind { "past" } else { "ahead" };
            return view! { <td class=class></td> }.into_any();
        }
        let mark = category.map(|category| icon(category.shape, row.stage, category.colour));
        let verb = row.verb.map(|verb| book.words(verb)).unwrap_or(book.words(&stage.name));
        let last = index + 1 == spec.stages.len();
        view! { <td class=if last { "here last" } else { "here" }><span>{mark}{marked_link(book, &row.lane.fact, verb)}</span></td> }.into_any()
    });
    view! {
        <tr data-place=place.to_string()>
            <th scope="row">{place_link(book, place, Some(book.words(row.name)))}</th>
            {stages.collect_view()}
            // Where rows become blocks, nothing else says what is given there or not.
            <td class="where" data-head=book.words(&spec.where_head)>{location(book, &row)}</td>
        </tr>
    }
    .into_any()
}

fn location(book: Book, row: &TableRow<'static>) -> AnyView {
    match &row.lane.location {
        Some(words) => book.words(words).into_any(),
        None => view! { <span class="not-given">{book.ui().not_given()}</span> }.into_any(),
    }
}

/// Items by how far they have come, as a plain table.
pub fn lanes_data_table(book: Book, spec: &'static Lanes) -> AnyView {
    let ui = book.ui();
    let row = |row: TableRow<'static>| {
        let stage = spec.stages.get(row.reached).map(|stage| book.words(&stage.name));
        view! {
            <tr>
                <th scope="row">{book.words(row.name)}</th>
                <td>{stage}</td>
                <td>{row.verb.map(|verb| book.words(verb))}</td>
                <td>{location(book, &row)}</td>
                {spec.gap.as_ref().map(|_| view! { <td><span class="not-given">{ui.not_given()}</span></td> })}
                <td>{kind_of(book, &row.lane.fact)}</td>
            </tr>
        }
    };
    let mut heads = vec![book.words(&spec.row_head), ui.table_stage(), ui.table_verb(), book.words(&spec.where_head)];
    heads.extend(spec.gap.as_ref().map(|gap| book.words(&gap.head)));
    heads.push(ui.table_kind());
    let rows = lanes_table(book.story, spec).into_iter().map(row).collect_view();
    data_table(&heads, rows.into_any())
}

/// What a unit chart counts, as a plain table.
pub fn units_data_table(book: Book, spec: &'static Units) -> AnyView {
    let ui = book.ui();
    let row = |name: AnyView, value: AnyView, fact: &FactId| {
        view! { <tr><th scope="row">{name}</th><td>{value}</td><td>{kind_of(book, fact)}</td></tr> }.into_any()
    };
    let unit_row = move |spec: &'static UnitRow| {
        let total = row(book.words(&spec.name).into_any(), fact_link(book, &spec.total, None), &spec.total);
        let named = spec.named.iter().map(|named| {
            let words = book.story.place(&named.place).map(|place| book.words(&place.name));
            row(place_link(book, &named.place, words), fact_link(book, &named.fact, Some(ui.yes_here())), &named.fact)
        });
        let rest = spec.rest.as_ref().map(|rest| row(ui.others().into_any(), fact_link(book, rest, None), rest));
        view! { {total}{named.collect_view()}{rest} }.into_any()
    };
    let heads = [ui.table_item(), ui.table_value(), ui.table_kind()];
    data_table(&heads, spec.rows.iter().map(unit_row).collect_view().into_any())
}

/// The plain table behind a figure: heads of its columns, then its rows.
pub fn data_table(heads: &[&str], rows: AnyView) -> AnyView {
    view! { <table class="data"><thead><tr>{heads_row(heads)}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}

fn heads_row(heads: &[&str]) -> AnyView {
    heads.iter().map(|head| view! { <th scope="col">{(*head).to_owned()}</th> }).collect_view().into_any()
}

fn kind_of(book: Book, fact: &FactId) -> AnyView {
    let kind = book.story.fact(fact).map_or(Kind::EditorsNote, |fact| fact.kind);
    view! { <span data-row=row(book, fact)>{kind_name(book, kind)}</span> }.into_any()
}
