//! Groups by cities, as a table of marks, and as a plain one.

use contract::{attribute, class, id};
use leptos::prelude::*;

use crate::model::{Colour, Figure, GroupProject, Matrix, MatrixCell, MatrixGroup, Others, Shape, Stage, Subject};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::land::icon;
use crate::view::prose::{fact_link, marked_link, place_link, plain_prose, prose};
use crate::view::tables::{data_table, kind_of};

impl ChartView for Matrix {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        // Names and no links: where the heads are heard and not seen, nothing unseen may take the focus, and cells lead there.
        let heads = self.columns.iter().enumerate().map(|(index, id)| {
            let class = if index == 0 { "own" } else { "" };
            let name = context.words(context.story.subject(id).short());
            view! { <th scope="col" class=class>{name}</th> }
        });
        let span = (self.columns.len() + 2).to_string();
        let rest = self.rest.as_ref().map(|rest| {
            view! {
                <tr class="rest">
                    <th scope="row">{prose(context, &rest.name)}</th>
                    <td class="hatched" colspan=span>{fact_link(context, &rest.fact, Some(context.words(&rest.words)))}</td>
                </tr>
            }
        });
        view! {
            <table class="matrix" aria-label=plain_prose(context, &figure.title)>
                <thead>
                    <tr>
                        <th scope="col">{context.words(&self.row_head)}</th>
                        {heads.collect_view()}
                        <th scope="col">{context.words(&self.open_head)}</th>
                        <th scope="col" class="project">{context.words(&self.project_head)}</th>
                    </tr>
                </thead>
                <tbody>
                    {self.groups(context.story).into_iter().map(|group| matrix_row(context, self, group)).collect_view()}
                    {rest}
                </tbody>
            </table>
            {matrix_legend(context)}
        }
        .into_any()
    }

    fn data_table(&'static self, context: PageContext, name: String) -> Option<AnyView> {
        let ui = context.ui();
        let row = |group: MatrixGroup<'static>| {
            let named: Vec<&str> = group.named.iter().map(|city| city.short().get(context.lang)).collect();
            let named = match group.others {
                Others::None => ui.with_open(&ui.list(&named), ""),
                Others::Open(words) => ui.with_open(&ui.list(&named), context.words(words)),
                Others::NotListed(_) => ui.phrases(&[&ui.list(&named), ui.cities_not_given()]),
            };
            view! {
                <tr>
                    <th scope="row">{context.words(&group.row.name)}</th>
                    <td>{context.words(&group.row.products)}</td>
                    <td>{named}</td>
                    <td>{project(context, group.project)}</td>
                    <td>{kind_of(context, &group.fact.id)}</td>
                </tr>
            }
        };
        let rest = self.rest.as_ref().map(|rest| {
            view! {
                <tr>
                    <th scope="row">{prose(context, &rest.name)}</th>
                    <td colspan="3">{context.words(&rest.words)}</td>
                    <td>{kind_of(context, &rest.fact)}</td>
                </tr>
            }
        });
        let heads = [
            context.words(&self.row_head),
            ui.table_products(),
            ui.table_named(),
            context.words(&self.project_head),
            ui.table_kind(),
        ];
        Some(data_table(
            name,
            &heads,
            view! { {self.groups(context.story).into_iter().map(row).collect_view()}{rest} }.into_any(),
        ))
    }
}

/// What squares, frames, dashes and hatching mean.
fn matrix_legend(context: PageContext) -> AnyView {
    let ui = context.ui();
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

fn matrix_row(context: PageContext, spec: &'static Matrix, group: MatrixGroup<'static>) -> AnyView {
    let row = group.row;
    let cells = group.cells.iter().enumerate().map(|(index, (city, cell))| {
        let own = if index == 0 { " own" } else { "" };
        let class = match cell {
            MatrixCell::Named => "named",
            MatrixCell::NamedWithProject => "named framed",
            MatrixCell::NotNamed => "absent",
        };
        view! { <td class=format!("{class}{own}") {..attr(attribute::PLACE, city.id().to_string())}>{city_mark(context, &group, *city, *cell)}</td> }
    });
    let open = |words: &'static str| {
        view! { <td class=class::OPEN><span class="column" aria-hidden="true">{context.words(&spec.open_head)}</span>" "{words}</td> }
            .into_any()
    };
    let others = match group.others {
        Others::None => open(context.ui().no_open()),
        Others::Open(words) => open(context.words(words)),
        Others::NotListed(fact) => {
            let words = fact_link(context, &fact.id, Some(context.ui().cities_not_given()));
            view! { <td class="hatched" colspan=spec.columns.len().to_string()>{words}</td> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">
                {marked_link(context, &group.fact.id, context.words(&row.name))}" "
                <small>{context.words(&row.products)}</small>
            </th>
            {cells.collect_view()}
            {others}
            <td class="project"><span class="column" aria-hidden="true">{context.words(&spec.project_head)}</span>" "{project(context, group.project)}</td>
        </tr>
    }
    .into_any()
}

/// A square that leads to the city, or nothing to be seen where it is not named.
fn city_mark(
    context: PageContext,
    group: &MatrixGroup<'static>,
    city: Subject<'static>,
    cell: MatrixCell,
) -> AnyView {
    let (ui, id, name, words) =
        (context.ui(), city.id(), city.short().get(context.lang), context.ui().city_in_group(cell));
    let head = view! { <span class="column" aria-hidden="true">{name}</span> };
    if cell == MatrixCell::NotNamed {
        return view! { <span class=class::UNSEEN>{words}</span>{head} }.into_any();
    }
    let said = ui.named(name, &ui.clauses(&[context.words(&group.row.name), words, ui.kind(group.fact.kind)]));
    view! {
        <a class={class::CELL} {..attr(attribute::PLACE, id.to_string())} href=id::link(id::of_place(id)) aria-label=said>
            {icon(Shape::Square, Stage::Done, Colour::Bronze)}{head}
        </a>
    }
    .into_any()
}

fn project(context: PageContext, project: GroupProject<'static>) -> AnyView {
    match project {
        GroupProject::NotGiven(fact) => {
            let none = fact.map(|fact| fact_link(context, &fact.id, Some(context.ui().not_given())));
            view! { <span class="not-given">{none}</span> }.into_any()
        }
        GroupProject::At(place, fact) => {
            let verb = place.verb.as_ref().map_or("", |verb| context.words(verb));
            view! {
                {place_link(context, &place.id, None)}" "
                <small>{marked_link(context, &fact.id, verb)}</small>
            }
            .into_any()
        }
    }
}
