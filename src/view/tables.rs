//! What tables share: the plain one behind a figure, its heads, and a fact's kind in a cell.

use contract::attribute;
use leptos::prelude::*;

use super::PageContext;
use super::prose::{kind_name, row};
use crate::model::FactId;
use crate::view::attr::attr;

/// The plain table behind a figure: what it is heard as, heads of its columns, then its rows.
pub fn data_table(name: String, heads: &[&str], rows: AnyView) -> AnyView {
    view! { <table class="data" aria-label=name><thead><tr>{heads_row(heads)}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}

/// The heads of columns.
pub fn heads_row(heads: &[&str]) -> AnyView {
    heads.iter().map(|head| view! { <th scope="col">{(*head).to_owned()}</th> }).collect_view().into_any()
}

/// The kind of a fact, which leads to its row of the ledger.
pub fn kind_of(context: PageContext, fact: &FactId) -> AnyView {
    let kind = context.story.fact(fact).kind;
    view! { <span {..attr(attribute::ROW, row(context, fact))}>{kind_name(context, kind)}</span> }.into_any()
}
