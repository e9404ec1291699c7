//! Groups by cities: cities that are columns, a project or none; their rows as data.

use crate::data::ChartData;
use crate::data::check::{FileKind, Report, prose, say};
use crate::data::download::{FigureRow, Table, TableContext, said};
use crate::model::{GroupProject, Matrix, MatrixCell, MatrixGroup, Others, Subject};
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
        let mut rows: Vec<_> = self.groups(context.story).iter().flat_map(|one| group(context, self, one)).collect();
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
fn group<'a>(context: TableContext<'a>, spec: &'a Matrix, group: &MatrixGroup<'a>) -> Vec<FigureRow<'a>> {
    let TableContext { lang, ui, .. } = context;
    let (name, products) = (context.words(&group.row.name), context.words(&group.row.products));
    let row = |what: String, words: &str, fact| {
        FigureRow::words(vec![name.clone(), products.clone(), what, words.to_owned()], fact)
    };
    let city = |(city, cell): &(Subject<'a>, MatrixCell)| {
        row(context.words(city.name()), ui.city_in_group(*cell), Some(group.fact)).about(Some(city.id()))
    };
    let mut rows: Vec<_> = group.cells.iter().map(city).collect();
    rows.push(match group.others {
        Others::None => row(context.words(&spec.open_head), ui.no_open(), Some(group.fact)),
        Others::Open(words) => row(context.words(&spec.open_head), words.get(lang), Some(group.fact)),
        Others::NotListed(fact) => row(String::new(), ui.cities_not_given(), Some(fact)),
    });
    let head = context.words(&spec.project_head);
    rows.push(match group.project {
        GroupProject::NotGiven(fact) => row(head, ui.not_given(), fact),
        GroupProject::At(place, fact) => {
            let words = ui.named(place.name.get(lang), &said(place.verb.as_ref(), lang));
            row(head, &words, Some(fact)).about(Some(&place.id))
        }
    });
    rows
}
