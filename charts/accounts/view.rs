//! Who says what: a figure that is a table by nature, and its own data table.

use leptos::prelude::*;

use crate::model::{AccountItem, AccountRow, Accounts, Figure, Kind};
use crate::view::Book;
use crate::view::charts::ChartView;
use crate::view::prose::{kind_link, prose};

/// A row for each side, with what it says and of what kind each statement is.
impl ChartView for Accounts {
    fn graphic(&'static self, book: Book, _: &'static Figure) -> AnyView {
        let ui = book.ui();
        let heads = [ui.table_who(), ui.table_says()].map(|head| view! { <th scope="col">{head}</th> });
        view! {
            <table class="accounts">
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{self.rows.iter().map(|one| row(book, one)).collect_view()}</tbody>
            </table>
        }
        .into_any()
    }

    /// It is its own.
    fn data_table(&'static self, _: Book) -> Option<AnyView> {
        None
    }
}

fn row(book: Book, row: &'static AccountRow) -> AnyView {
    view! {
        <tr>
            <th scope="row">{book.words(&row.name)}</th>
            <td><ul>{row.items.iter().map(|one| item(book, one)).collect_view()}</ul></td>
        </tr>
    }
    .into_any()
}

/// The words, and the kind of their fact as mark and name.
fn item(book: Book, item: &'static AccountItem) -> AnyView {
    let Some(fact) = book.story.fact(&item.fact) else { return ().into_any() };
    let class = (fact.kind == Kind::NotGiven).then_some("not-given");
    view! {
        <li data-of=fact.id.to_string()>
            <span class=class>{prose(book, &item.words)}</span>" "
            {kind_link(book, fact)}
        </li>
    }
    .into_any()
}
