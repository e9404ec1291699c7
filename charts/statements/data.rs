//! Who says what: its check, and its rows as data.

use crate::data::ChartData;
use crate::data::check::{Report, prose};
use crate::data::download::{FigureRow, Table, TableContext};
use crate::model::{SpeakerStatements, Statements};
use crate::text::plain_text;

impl ChartData for Statements {
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
        let of_side = |side: SpeakerStatements<'a>| {
            let name = context.words(side.name);
            let rows = side.statements.into_iter().flat_map(|(words, fact)| {
                let said = plain_text(context.story, words, context.lang);
                let numbers = context.numbers_in(words, std::slice::from_ref(&name));
                let others = numbers.into_iter().filter(|one| one.fact.is_some_and(|other| other.id != fact.id));
                std::iter::once(FigureRow::words(vec![name.clone(), said], Some(fact))).chain(others)
            });
            rows.collect::<Vec<_>>()
        };
        let rows = self.sides(context.story).into_iter().flat_map(of_side);
        (vec![context.ui.table_who(), context.ui.table_says()], rows.collect())
    }
}
