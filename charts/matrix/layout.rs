//! Groups by cities, as they are drawn for pictures: the page itself has them as a table.

use geometry::{Point, Rect};
use story::model::{Cell, Colour, GroupProject, Lang, Matrix, Others, Shape, Stage, Story};
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
    let (name, project) = (width * 0.26, width * 0.24);
    let city = (width - name - project) / (spec.columns.len() + 1) as f64;
    let column = |index: usize| name + city * index as f64;
    let mut heads = vec![(0.0, name - 8.0, sheet.words(&spec.row_head))];
    let names = spec.columns.iter().map(|id| story.subject(id).short().get(lang));
    heads.extend(names.enumerate().map(|(index, name)| (column(index), city - 6.0, name)));
    heads.push((column(spec.columns.len()), city - 6.0, sheet.words(&spec.open_head)));
    heads.push((width - project + 12.0, project - 12.0, sheet.words(&spec.project_head)));
    sheet.heads(&heads);
    for group in spec.groups(story) {
        let top = sheet.foot;
        let row = group.row;
        let (foot, kind) = (top + 26.0, group.fact.kind);
        let end = NAME.width(row.name.get(lang)) + 6.0;
        if end + mark_width(ui, kind) <= name - 8.0 {
            sheet.primitives.extend(kind_mark(ui, kind, Point::new(end, foot), Role::Ink2));
        }
        let foot = sheet.lines(0.0, foot, row.name.get(lang), NAME, Role::Ink, name - 16.0);
        let foot = sheet.lines(0.0, foot + 20.0, row.products.get(lang), SMALL, Role::Ink2, name - 16.0);
        let height = (foot - top + 14.0).max(64.0);
        for (index, (_, cell)) in group.cells.iter().enumerate() {
            let at = Point::new(column(index) + city / 2.0 - 3.0, top + height / 2.0);
            match cell {
                Cell::Named => sheet.primitives.extend(square(at, 11.0)),
                Cell::NamedWithProject => sheet.primitives.extend(framed(at, 11.0)),
                Cell::NotNamed => sheet.primitives.extend(dash(at)),
            }
        }
        let (x, y) = (column(spec.columns.len()), top + height / 2.0 + 5.0);
        match group.others {
            Others::None => _ = sheet.lines(x, y, ui.no_open(), WORDS, Role::Ink2, city - 6.0),
            Others::Open(words) => _ = sheet.lines(x, y, words.get(lang), WORDS, Role::Ink2, city - 6.0),
            Others::NotListed(_) => {
                let (left, right) = (column(group.cells.len()), column(spec.columns.len() + 1) - 6.0);
                let band = Rect::new(left, top + 12.0, right - left, height - 24.0);
                sheet.primitives.push(Primitive::Hatch(hatching(band, 12.0, 1.0)));
                sheet.primitives.extend(slip(band, ui.cities_not_given(), HEAD));
            }
        }
        let (x, room) = (width - project + 12.0, project - 12.0);
        let project_foot = match group.project {
            GroupProject::NotGiven(_) => sheet.not_given(x, top + height / 2.0 + 5.0, ui.not_given(), room),
            GroupProject::At(place, _) => {
                let foot = sheet.lines(x, top + 26.0, place.name.get(lang), WORDS, Role::Ink, room);
                let verb = place.verb.as_ref().map_or("", |verb| verb.get(lang));
                sheet.lines(x, foot + 20.0, verb, SMALL, Role::Ink2, room)
            }
        };
        sheet.foot = (top + height).max(project_foot + 14.0);
        sheet.rule(Role::Rule, width);
    }
    if let Some(rest) = &spec.rest {
        let top = sheet.foot;
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
