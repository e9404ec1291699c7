//! What each kind of chart shows.

use super::{FigureRow, name_of, said, shown};
use crate::data::download::csv::days;
use crate::model::{
    Accounts, AreaId, BarPart, Bars, Fact, Figure, Firmness, Lanes, Lang, Localized, Matrix, MatrixRow, Measure,
    PlaceId, Series, SeriesRow, Story, Timeline, Units,
};
use crate::text::{Span, Ui, measured, parse, plain_text};

/// Heads and rows.
pub type Table<'a> = (Vec<&'a str>, Vec<FigureRow<'a>>);

/// What a chart shows; nothing for a figure without any way of drawing it, which no checked story has.
pub fn of<'a>(story: &'a Story, figure: &'a Figure, lang: Lang) -> Table<'a> {
    let bench = Bench { story, lang, ui: Ui(lang) };
    if let Some(spec) = &figure.accounts {
        bench.accounts(spec)
    } else if let Some(spec) = &figure.bars {
        bench.bars(spec)
    } else if let Some(spec) = &figure.series {
        bench.series(spec)
    } else if let Some(spec) = &figure.timeline {
        bench.timeline(spec)
    } else if let Some(spec) = &figure.matrix {
        bench.matrix(spec)
    } else if let Some(spec) = &figure.lanes {
        bench.lanes(spec)
    } else if let Some(spec) = &figure.units {
        bench.units(spec)
    } else {
        bench.areas(figure.areas.as_deref().unwrap_or_default())
    }
}

/// The rows of bars: what a shaded map shows too.
pub fn of_bars<'a>(story: &'a Story, spec: &'a Bars, lang: Lang) -> Vec<FigureRow<'a>> {
    Bench { story, lang, ui: Ui(lang) }.bars(spec).1
}

/// What every row needs.
#[derive(Clone, Copy)]
struct Bench<'a> {
    story: &'a Story,
    lang: Lang,
    ui: Ui,
}

impl<'a> Bench<'a> {
    fn accounts(self, spec: &'a Accounts) -> Table<'a> {
        let statements = spec.rows.iter().flat_map(|row| row.items.iter().map(move |item| (row, item)));
        let rows = statements.flat_map(|(row, item)| {
            let words = plain_text(self.story, &item.words, self.lang);
            let statement = FigureRow::words(vec![self.words(&row.name), words], self.story.fact(&item.fact));
            let numbers = self.numbers_in(&item.words, &[self.words(&row.name)]);
            std::iter::once(statement)
                .chain(numbers.into_iter().filter(|one| one.fact.is_some_and(|f| f.id != item.fact)))
        });
        (vec![self.ui.table_who(), self.ui.table_says()], rows.collect())
    }

    fn bars(self, spec: &'a Bars) -> Table<'a> {
        let heads = vec![self.ui.table_measure(), self.ui.table_region(), self.ui.table_value()];
        (heads, spec.measures.iter().flat_map(|measure| self.measure(spec, measure)).collect())
    }

    /// Every region, what the others have together, and the total, as in the table of the page.
    fn measure(self, spec: &'a Bars, measure: &'a Measure) -> Vec<FigureRow<'a>> {
        let mut rows = Vec::new();
        for region in &self.story.places.regions {
            match measure.parts.iter().find(|part| part.region.as_ref() == Some(&region.id)) {
                Some(part) => rows.extend(self.part(measure, part, self.words(&region.name))),
                None => {
                    let gap = spec.gap(self.story, measure, &region.id).and_then(|id| self.story.fact(id));
                    let cells = vec![self.words(&measure.name), self.words(&region.name), self.not_given()];
                    rows.push(FigureRow::words(cells, gap).about(Some(&region.id)));
                }
            }
        }
        let rest = measure.parts.iter().filter(|part| part.region.is_none());
        rows.extend(rest.flat_map(|part| self.part(measure, part, self.words(&part.name))));
        let cells = vec![self.words(&measure.name), self.ui.table_total().to_owned()];
        rows.push(FigureRow::number(self.story, self.lang, cells, self.story.fact(&measure.total)));
        rows
    }

    /// A part's number, and its share of the whole.
    fn part(self, measure: &Measure, part: &'a BarPart, name: String) -> Vec<FigureRow<'a>> {
        let region = part.region.as_ref();
        let cells = vec![self.words(&measure.name), name];
        let share = part.share.as_ref().and_then(|id| self.story.fact(id)).map(|share| {
            let words = self.ui.share(&shown(self.story, Some(share), self.lang));
            let cells = [cells.clone(), vec![words]].concat();
            FigureRow { cells, fact: Some(share), number: true, place: region }
        });
        let number = FigureRow::number(self.story, self.lang, cells, self.story.fact(&part.fact)).about(region);
        std::iter::once(number).chain(share).collect()
    }

    /// A row for each year; the number of a row is that of its year, so none stands beside it as the fact's own.
    fn series(self, spec: &'a Series) -> Table<'a> {
        let heads = vec![self.ui.table_item(), self.ui.table_year(), self.ui.table_value()];
        let of_fact = |row: &'a SeriesRow| {
            let fact = self.story.fact(&row.fact);
            let unit = fact.and_then(|fact| self.story.unit(fact.unit.as_ref()?));
            let years = fact.map(|fact| fact.series.as_slice()).unwrap_or_default();
            years.iter().map(move |one| {
                let number = measured(one.value, unit, self.lang).to_string();
                FigureRow::words(vec![self.words(&row.name), one.year.to_string(), number], fact)
            })
        };
        (heads, spec.rows.iter().flat_map(of_fact).collect())
    }

    fn timeline(self, spec: &'a Timeline) -> Table<'a> {
        let ui = self.ui;
        let heads = vec![ui.table_event(), ui.table_when(), ui.table_start(), ui.table_end(), ui.table_firmness()];
        let dated = spec.rows.iter().map(|row| {
            let fact = self.story.fact(&row.fact);
            let [start, end] = days(fact.and_then(|fact| fact.date.as_ref()));
            let start = start.unwrap_or_else(|| self.not_given());
            let end =
                end.unwrap_or_else(|| if row.firmness == Firmness::Open { self.not_given() } else { String::new() });
            let firmness = ui.firmness(row.firmness).to_owned();
            FigureRow::words(vec![self.words(&row.name), self.words(&row.when), start, end, firmness], fact)
        });
        let undated = spec.undated.iter().map(|row| {
            let (none, head) = (String::new(), self.words(&spec.undated_head));
            let cells = vec![self.words(&row.name), said(row.when.as_ref(), self.lang), none.clone(), none, head];
            FigureRow::words(cells, self.story.fact(&row.fact))
        });
        (heads, dated.chain(undated).collect())
    }

    fn matrix(self, spec: &'a Matrix) -> Table<'a> {
        let heads =
            vec![spec.row_head.get(self.lang), self.ui.table_products(), self.ui.table_item(), self.ui.table_value()];
        let mut rows: Vec<_> = spec.rows.iter().flat_map(|row| self.group(spec, row)).collect();
        rows.extend(spec.rest.iter().flat_map(|rest| {
            let before = [plain_text(self.story, &rest.name, self.lang), String::new(), String::new()];
            let numbers = self.numbers_in(&rest.name, &before);
            let cells = [before.to_vec(), vec![self.words(&rest.words)]].concat();
            numbers.into_iter().chain([FigureRow::words(cells, self.story.fact(&rest.fact))])
        }));
        (heads, rows)
    }

    /// A group's cities, whether their list is open, and its project.
    fn group(self, spec: &'a Matrix, row: &'a MatrixRow) -> Vec<FigureRow<'a>> {
        let cells = |what: String, words: String| vec![self.words(&row.name), self.words(&row.products), what, words];
        let fact = self.story.fact(&row.fact);
        // Where the page lists no cities, it still says whether ours is meant.
        let listed = if row.not_listed.is_some() { 1 } else { spec.columns.len() };
        let city = |(index, id): (usize, &'a PlaceId)| {
            let words = match (row.named.contains(id), index == 0 && row.project.is_some()) {
                (true, true) => self.ui.yes_project(),
                (true, false) => self.ui.yes(),
                (false, _) => self.ui.no(),
            };
            FigureRow::words(cells(name_of(self.story, id, self.lang), words.to_owned()), fact).about(Some(id))
        };
        let mut rows: Vec<_> = spec.columns.iter().take(listed).enumerate().map(city).collect();
        rows.push(match &row.not_listed {
            Some(id) => {
                FigureRow::words(cells(String::new(), self.ui.cities_not_given().to_owned()), self.story.fact(id))
            }
            None => {
                let open = row.open.as_ref().map_or(self.ui.no_open(), |open| open.get(self.lang));
                FigureRow::words(cells(self.words(&spec.open_head), open.to_owned()), fact)
            }
        });
        rows.push(self.project(row, |words| cells(self.words(&spec.project_head), words)));
        rows
    }

    fn project(self, row: &'a MatrixRow, cells: impl Fn(String) -> Vec<String>) -> FigureRow<'a> {
        let Some(project) = &row.project else {
            let fact = row.no_project.as_ref().and_then(|id| self.story.fact(id));
            return FigureRow::words(cells(self.not_given()), fact);
        };
        let verb = self.story.place(&project.place).and_then(|place| place.verb.as_ref());
        let name = name_of(self.story, &project.place, self.lang);
        let words = self.ui.named(&name, &said(verb, self.lang));
        FigureRow::words(cells(words), self.story.fact(&project.fact)).about(Some(&project.place))
    }

    fn lanes(self, spec: &'a Lanes) -> Table<'a> {
        let ui = self.ui;
        let mut heads = vec![spec.row_head.get(self.lang), ui.table_stage(), ui.table_verb()];
        heads.push(spec.where_head.get(self.lang));
        heads.extend(spec.gap.as_ref().map(|gap| gap.head.get(self.lang)));
        let items = spec.rows.iter().filter_map(|lane| {
            let place = self.story.place(&lane.place)?;
            let stage = spec.stages.iter().find(|stage| Some(stage.stage) == place.stage)?;
            let location = lane.location.as_ref().map_or_else(|| self.not_given(), |words| self.words(words));
            let mut cells =
                vec![self.words(&place.name), self.words(&stage.name), said(place.verb.as_ref(), self.lang)];
            cells.push(location);
            cells.extend(spec.gap.as_ref().map(|_| self.not_given()));
            Some(FigureRow::words(cells, self.story.fact(&lane.fact)).about(Some(&lane.place)))
        });
        // The band beside all items, with each fact that it rests on.
        let gaps = spec.gap.iter().flat_map(|gap| {
            gap.facts.iter().map(|fact| {
                let mut cells = vec![String::new(); 5];
                cells[4] = self.words(&gap.words);
                FigureRow::words(cells, self.story.fact(fact))
            })
        });
        let rows = items.chain(gaps).collect();
        (heads, rows)
    }

    fn units(self, spec: &'a Units) -> Table<'a> {
        let number =
            |name: String, fact: Option<&'a Fact>| FigureRow::number(self.story, self.lang, vec![name], fact);
        let mut rows = Vec::new();
        for row in &spec.rows {
            rows.push(number(self.words(&row.name), self.story.fact(&row.total)));
            rows.extend(row.named.iter().map(|named| {
                let cells = vec![name_of(self.story, &named.place, self.lang), self.ui.yes_here().to_owned()];
                FigureRow::words(cells, self.story.fact(&named.fact)).about(Some(&named.place))
            }));
            rows.extend(row.rest.iter().map(|rest| number(self.ui.others().to_owned(), self.story.fact(rest))));
        }
        (vec![self.ui.table_item(), self.ui.table_value()], rows)
    }

    fn areas(self, ids: &'a [AreaId]) -> Table<'a> {
        let rows = ids.iter().filter_map(|id| self.story.area(id)).map(|area| {
            let cells = vec![self.words(&area.name), self.ui.mention(area.mention).to_owned()];
            FigureRow::words(cells, self.story.fact(&area.fact))
        });
        (vec![self.ui.table_item(), self.ui.table_value()], rows.collect())
    }

    /// The facts that prose names, each as a row with these cells before its number.
    fn numbers_in(self, prose: &Localized, before: &[String]) -> Vec<FigureRow<'a>> {
        let spans = parse(prose.get(self.lang)).unwrap_or_default();
        let facts = spans.into_iter().filter_map(|span| match span {
            Span::Fact { id, .. } => self.story.fact(&id),
            Span::Words(_) | Span::Place { .. } => None,
        });
        facts.map(|fact| FigureRow::number(self.story, self.lang, before.to_vec(), Some(fact))).collect()
    }

    fn words(self, words: &Localized) -> String {
        words.get(self.lang).to_owned()
    }

    fn not_given(self) -> String {
        self.ui.not_given().to_owned()
    }
}
