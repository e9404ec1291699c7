//! Groups by cities: cities that are columns, a project or none; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext, name_of, said};
use crate::model::{Matrix, MatrixRow, PlaceId};
use crate::text::plain_text;

impl ChartData for Matrix {
    fn check(&self, report: &mut Report, at: &str) {
        let columns_read = !report.is_touched(FileKind::Figures, &format!("{at}/columns"));
        for (key, words) in
            [("row_head", &self.row_head), ("open_head", &self.open_head), ("project_head", &self.project_head)]
        {
            prose::check_plain(report, &format!("{at}/{key}"), words);
        }
        for (index, column) in self.columns.iter().enumerate() {
            report.subject(&format!("{at}/columns/{index}"), column);
        }
        for (index, row) in self.rows.iter().enumerate() {
            let at = format!("{at}/rows/{index}");
            report.fact(&format!("{at}/fact"), &row.fact);
            prose::check_plain(report, &format!("{at}/name"), &row.name);
            prose::check_plain(report, &format!("{at}/products"), &row.products);
            if let Some(open) = &row.open {
                prose::check_plain(report, &format!("{at}/open"), open);
            }
            for (index, named) in row.named.iter().enumerate() {
                let is_column = self.columns.contains(named);
                report.expect(is_column || !columns_read, &format!("{at}/named/{index}"), || {
                    say::NO_COLUMN.with(&[named])
                });
            }
            if let Some(fact) = &row.not_listed {
                report.fact(&format!("{at}/not_listed"), fact);
            }
            report.expect(row.project.is_some() != row.no_project.is_some(), &at, || say::PROJECT_OR_NONE.with(&[]));
            if let Some(fact) = &row.no_project {
                report.fact(&format!("{at}/no_project"), fact);
            }
            if let Some(project) = &row.project {
                report.place(&format!("{at}/project/place"), &project.place);
                report.fact(&format!("{at}/project/fact"), &project.fact);
            }
        }
        if let Some(rest) = &self.rest {
            prose::check(report, &format!("{at}/rest/name"), &rest.name);
            prose::check_plain(report, &format!("{at}/rest/words"), &rest.words);
            report.fact(&format!("{at}/rest/fact"), &rest.fact);
        }
    }

    fn table<'a>(&'a self, context: TableContext<'a>) -> Table<'a> {
        let heads = vec![
            self.row_head.get(context.lang),
            context.ui.table_products(),
            context.ui.table_item(),
            context.ui.table_value(),
        ];
        let mut rows: Vec<_> = self.rows.iter().flat_map(|row| group(context, self, row)).collect();
        rows.extend(self.rest.iter().flat_map(|rest| {
            let before = [plain_text(context.story, &rest.name, context.lang), String::new(), String::new()];
            let numbers = context.numbers_in(&rest.name, &before);
            let cells = [before.to_vec(), vec![context.words(&rest.words)]].concat();
            numbers.into_iter().chain([FigureRow::words(cells, context.story.fact(&rest.fact))])
        }));
        (heads, rows)
    }
}

/// A group's cities, whether their list is open, and its project.
fn group<'a>(context: TableContext<'a>, spec: &'a Matrix, row: &'a MatrixRow) -> Vec<FigureRow<'a>> {
    let cells =
        |what: String, words: String| vec![context.words(&row.name), context.words(&row.products), what, words];
    let fact = context.story.fact(&row.fact);
    // Where the page lists no cities, it still says whether ours is meant.
    let listed = if row.not_listed.is_some() { 1 } else { spec.columns.len() };
    let city = |(index, id): (usize, &'a PlaceId)| {
        let words = match (row.named.contains(id), index == 0 && row.project.is_some()) {
            (true, true) => context.ui.yes_project(),
            (true, false) => context.ui.yes(),
            (false, _) => context.ui.no(),
        };
        FigureRow::words(cells(name_of(context.story, id, context.lang), words.to_owned()), fact).about(Some(id))
    };
    let mut rows: Vec<_> = spec.columns.iter().take(listed).enumerate().map(city).collect();
    rows.push(match &row.not_listed {
        Some(id) => {
            FigureRow::words(cells(String::new(), context.ui.cities_not_given().to_owned()), context.story.fact(id))
        }
        None => {
            let open = row.open.as_ref().map_or(context.ui.no_open(), |open| open.get(context.lang));
            FigureRow::words(cells(context.words(&spec.open_head), open.to_owned()), fact)
        }
    });
    rows.push(project(context, row, |words| cells(context.words(&spec.project_head), words)));
    rows
}

fn project<'a>(
    context: TableContext<'a>,
    row: &'a MatrixRow,
    cells: impl Fn(String) -> Vec<String>,
) -> FigureRow<'a> {
    let Some(project) = &row.project else {
        let fact = row.no_project.as_ref().and_then(|id| context.story.fact(id));
        return FigureRow::words(cells(context.not_given()), fact);
    };
    let verb = context.story.place(&project.place).and_then(|place| place.verb.as_ref());
    let name = name_of(context.story, &project.place, context.lang);
    let words = context.ui.named(&name, &said(verb, context.lang));
    FigureRow::words(cells(words), context.story.fact(&project.fact)).about(Some(&project.place))
}
