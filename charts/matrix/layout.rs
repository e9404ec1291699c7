//! Groups by cities, as they are drawn for pictures: the page itself has them as a table.

use geometry::{Point, Rect};
use story::model::{Colour, GroupProject, Lang, Matrix, MatrixCell, MatrixGroup, Others, Shape, Stage, Story};
use story::text::plain_text;

use crate::layout::scene::{Primitive, Role, Scene, Stroke, frame, hatching};
use crate::layout::sheet::{HEAD, NAME, SMALL, Sheet, WORDS, mark};
use crate::layout::signs::{Swatch, hatched, kind_mark, mark_width, slip};
use crate::layout::{ChartLayout, Placed};

impl ChartLayout for Matrix {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(matrix_scene(story, self, lang, width))
    }
}

/// Groups by cities, with products and projects.
fn matrix_scene(story: &Story, spec: &Matrix, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let ui = sheet.ui;
    let columns = Columns::new(spec, width);
    let mut heads = vec![(0.0, columns.name - 8.0, sheet.words(&spec.row_head))];
    let names = spec.columns.iter().map(|id| story.subject(id).short().get(lang));
    heads.extend(names.enumerate().map(|(index, name)| (columns.left_of(index), columns.city - 6.0, name)));
    heads.push((columns.left_of(columns.count), columns.city - 6.0, sheet.words(&spec.open_head)));
    heads.push((columns.project_at(), columns.project - 12.0, sheet.words(&spec.project_head)));
    sheet.heads(&heads);
    for group in spec.groups(story) {
        group_row(&mut sheet, &columns, &group);
        sheet.rule(Role::Rule, width);
    }
    if let Some(rest) = &spec.rest {
        let (top, name) = (sheet.foot, columns.name);
        let words = plain_text(story, &rest.name, lang);
        let foot = sheet.lines(0.0, top + 28.0, &words, NAME, Role::Ink, name - 16.0);
        let band = Rect::new(name, top + 8.0, width - name, (foot - top).max(34.0));
        sheet.primitives.push(Primitive::Hatch(hatching(band, 12.0, 1.0)));
        sheet.primitives.extend(slip(band, rest.words.get(lang), HEAD));
        sheet.foot = band.bottom() + 8.0;
        sheet.rule(Role::Rule, width);
    }
    let named: Swatch = |rect| square(rect.centre(), 8.0);
    let project: Swatch = |rect| framed(rect.centre(), 6.5);
    let absent: Swatch = |rect| dash(rect.centre());
    sheet.scene(&[
        (named, ui.matrix_named()),
        (project, ui.matrix_project()),
        (absent, ui.matrix_absent()),
        (hatched, ui.bar_not_given()),
    ])
}

/// Where the columns stand, in CSS pixels: a group's name, its cities, others, its project.
struct Columns {
    width: f64,
    name: f64,
    /// Of one city, and of what is open.
    city: f64,
    project: f64,
    /// How many cities have a column.
    count: usize,
}

impl Columns {
    fn new(spec: &Matrix, width: f64) -> Self {
        let (name, project, count) = (width * 0.26, width * 0.24, spec.columns.len());
        Self { width, name, city: (width - name - project) / (count + 1) as f64, project, count }
    }

    /// The left edge of a city's column; after the last comes the one of others.
    fn left_of(&self, index: usize) -> f64 {
        self.name + self.city * index as f64
    }

    /// Where the words of the last column begin.
    fn project_at(&self) -> f64 {
        self.width - self.project + 12.0
    }
}

/// A group with its marks, from the sheet's foot on.
fn group_row(sheet: &mut Sheet, columns: &Columns, group: &MatrixGroup<'_>) {
    let (ui, lang, top) = (sheet.ui, sheet.lang, sheet.foot);
    let (row, kind, name) = (group.row, group.fact.kind, columns.name);
    let foot = top + 26.0;
    let end = NAME.width(row.name.get(lang)) + 6.0;
    if end + mark_width(ui, kind) <= name - 8.0 {
        sheet.primitives.extend(kind_mark(ui, kind, Point::new(end, foot), Role::Ink2));
    }
    let foot = sheet.lines(0.0, foot, row.name.get(lang), NAME, Role::Ink, name - 16.0);
    let foot = sheet.lines(0.0, foot + 20.0, row.products.get(lang), SMALL, Role::Ink2, name - 16.0);
    let height = (foot - top + 14.0).max(64.0);
    for (index, (_, cell)) in group.cells.iter().enumerate() {
        let at = Point::new(columns.left_of(index) + columns.city / 2.0 - 3.0, top + height / 2.0);
        match cell {
            MatrixCell::Named => sheet.primitives.extend(square(at, 11.0)),
            MatrixCell::NamedWithProject => sheet.primitives.extend(framed(at, 11.0)),
            MatrixCell::NotNamed => sheet.primitives.extend(dash(at)),
        }
    }
    let (x, y) = (columns.left_of(columns.count), top + height / 2.0 + 5.0);
    match group.others {
        Others::None => _ = sheet.lines(x, y, ui.no_open(), WORDS, Role::Ink2, columns.city - 6.0),
        Others::Open(words) => _ = sheet.lines(x, y, words.get(lang), WORDS, Role::Ink2, columns.city - 6.0),
        Others::NotListed(_) => {
            let (left, right) = (columns.left_of(group.cells.len()), columns.left_of(columns.count + 1) - 6.0);
            let band = Rect::new(left, top + 12.0, right - left, height - 24.0);
            sheet.primitives.push(Primitive::Hatch(hatching(band, 12.0, 1.0)));
            sheet.primitives.extend(slip(band, ui.cities_not_given(), HEAD));
        }
    }
    let (x, room) = (columns.project_at(), columns.project - 12.0);
    let project_foot = match group.project {
        GroupProject::NotGiven(_) => sheet.not_given(x, y, ui.not_given(), room),
        GroupProject::At(place, _) => {
            let foot = sheet.lines(x, top + 26.0, place.name.get(lang), WORDS, Role::Ink, room);
            let verb = place.verb.as_ref().map_or("", |verb| verb.get(lang));
            sheet.lines(x, foot + 20.0, verb, SMALL, Role::Ink2, room)
        }
    };
    sheet.foot = (top + height).max(project_foot + 14.0);
}

fn square(at: Point, reach: f64) -> Vec<Primitive> {
    mark(Shape::Square, Stage::Done, Colour::Bronze, at, reach)
}

fn framed(at: Point, reach: f64) -> Vec<Primitive> {
    let edge = frame(Rect::around(at, reach * 2.6, reach * 2.6), Role::Category(Colour::Bronze), 2.0, Stroke::Solid);
    [square(at, reach), vec![edge]].concat()
}

fn dash(at: Point) -> Vec<Primitive> {
    let line = vec![Point::new(at.x - 3.5, at.y), Point::new(at.x + 3.5, at.y)];
    vec![Primitive::Line(line, Role::Mline, 1.0, Stroke::Solid)]
}
