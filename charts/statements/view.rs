//! Who says what: a figure that is a table by nature, and its own data table.

use contract::attribute;
use leptos::prelude::*;

use crate::model::{Fact, Figure, Kind, Prose, SpeakerStatements, Statements};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::charts::ChartView;
use crate::view::prose::{kind_link, plain_prose, prose};

/// A row for each side, with what it says and of what kind each statement is.
impl ChartView for Statements {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        let ui = context.ui();
        let heads = [ui.table_who(), ui.table_says()].map(|head| view! { <th scope="col">{head}</th> });
        view! {
            <table class="statements" aria-label=plain_prose(context, &figure.title)>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{self.sides(context.story).into_iter().map(|side| row(context, side)).collect_view()}</tbody>
            </table>
        }
        .into_any()
    }

    /// It is its own.
    fn data_table(&'static self, _: PageContext, _: String) -> Option<AnyView> {
        None
    }
}

fn row(context: PageContext, side: SpeakerStatements<'static>) -> AnyView {
    let statements = side.statements.into_iter().map(|(words, fact)| statement(context, words, fact));
    view! {
        <tr>
            <th scope="row">{context.words(side.name)}</th>
            <td><ul>{statements.collect_view()}</ul></td>
        </tr>
    }
    .into_any()
}

/// The words, and the kind of their fact as mark and name.
fn statement(context: PageContext, words: &'static Prose, fact: &'static Fact) -> AnyView {
    let class = (fact.kind == Kind::NotGiven).then_some("not-given");
    view! {
        <li {..attr(attribute::OF, fact.id.to_string())}>
            <span class=class>{prose(context, words)}</span>" "
            {kind_link(context, fact)}
        </li>
    }
    .into_any()
}
