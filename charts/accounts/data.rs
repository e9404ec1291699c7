//! Who says what: its check, and its rows as data.

use crate::data::ChartData;
use crate::data::check::{Report, prose};
use crate::data::download::{FigureRow, Table, TableContext};
use crate::model::Accounts;
use crate::text::plain_text;

impl ChartData for Accounts {
    fn check(&self, report: &mut Report, at: &str) {
        for (index, row) in self.rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            prose::check_plain(report, &format!("{at}/name"), &row.name);
            for (index, item) in row.items.iter().enumerate() {
                let at = format!("{at}/items/{index}");
                report.fact(&format!("{at}/fact"), &item.fact);
                prose::check(report, &format!("{at}/words"), &item.words);
            }
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let statements = self.rows.iter().flat_map(|row| row.items.iter().map(move |item| (row, item)));
        let rows = statements.flat_map(|(row, item)| {
            let words = plain_text(context.story, &item.words, context.lang);
            let statement = FigureRow::words(vec![context.words(&row.name), words], context.story.fact(&item.fact));
            let numbers = context.numbers_in(&item.words, &[context.words(&row.name)]);
            std::iter::once(statement)
                .chain(numbers.into_iter().filter(|one| one.fact.is_some_and(|f| f.id != item.fact)))
        });
        (vec![context.ui.table_who(), context.ui.table_says()], rows.collect())
    }
}
