//! Numbers of several years: a dot for each on an axis of years, every row from zero on.

use crate::layout::scene::{Primitive, Role, Scene, SceneGroup, Stroke, Target, Type, corners};
use crate::layout::signs::{block, centred, kind_mark, mark_width};
use crate::layout::{ChartLayout, Placed};
use geometry::{Point, Rect};
use story::model::{Fact, Lang, Series, SeriesRow, Story, YearValue};
use story::text::{Ui, number_said, numbers_of_years};

impl ChartLayout for Series {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(series_scene(story, self, lang, width))
    }
}

const NAME: Type = Type::serif(16.0);
const VALUE: Type = Type::strong(13.0);
const YEAR: Type = Type::sans(12.0);
/// From zero to the largest number.
pub const HEIGHT: f64 = 96.0;
/// A side of a dot.
pub const DOT: f64 = 8.0;
/// Between two rows.
const GAP: f64 = 28.0;

/// The rows, one below the other; of a fact without years nothing is drawn.
pub fn series_scene(story: &Story, spec: &Series, lang: Lang, width: f64) -> Scene {
    let rows = spec.rows.iter().map(|row| (row, story.fact(&row.fact)));
    let rows = rows.filter(|(_, fact)| !fact.series.is_empty());
    Scene::column(rows.map(|(row, fact)| row_scene(story, row, fact, lang, width)), GAP)
}

/// Where years and numbers stand in a drawing.
pub struct Scale {
    first: i32,
    years: f64,
    left: f64,
    width: f64,
    /// The height of zero.
    pub zero: f64,
    /// Pixels of one.
    one: f64,
}

impl Scale {
    /// The scale of these numbers: zero is always on it, and a single year stands in the middle.
    pub fn of<'a>(numbers: impl Iterator<Item = &'a YearValue> + Clone, top: f64, left: f64, width: f64) -> Self {
        let [low, high] = [f64::min, f64::max].map(|pick| numbers.clone().map(|one| one.value).fold(0.0, pick));
        let one = if high > low { HEIGHT / (high - low) } else { 0.0 };
        let first = numbers.clone().map(|one| one.year).min().unwrap_or(0);
        let years = numbers.map(|one| f64::from(one.year) - f64::from(first)).fold(0.0, f64::max);
        Self { first, years, left, width, zero: top + high * one, one }
    }

    /// Where a number stands.
    pub fn at(&self, one: &YearValue) -> Point {
        let share = match self.years > 0.0 {
            true => (f64::from(one.year) - f64::from(self.first)) / self.years,
            false => 0.5,
        };
        Point::new(self.left + self.width * share, self.zero - one.value * self.one)
    }
}

fn row_scene(story: &Story, row: &SeriesRow, fact: &Fact, lang: Lang, width: f64) -> Scene {
    let ui = Ui(lang);
    let head =
        block(Point::new(0.0, 18.0), row.name.get(lang), NAME, Role::Ink, width - mark_width(ui, fact.kind) - 8.0);
    let last =
        head.lines.last().map_or(Point::new(0.0, 18.0), |line| Point::new(NAME.width(&line.words) + 6.0, line.at.y));
    let words: Vec<String> = numbers_of_years(story, fact, lang).iter().map(ToString::to_string).collect();
    let widest = |face: Type, all: &[String]| all.iter().map(|one| face.width(one)).fold(0.0, f64::max);
    let years: Vec<String> = fact.series.iter().map(|one| one.year.to_string()).collect();
    let side = widest(VALUE, &words).max(widest(YEAR, &years)) / 2.0 + 1.0;
    let top = last.y + 40.0;
    let scale = Scale::of(fact.series.iter(), top, side, width - 2.0 * side);
    let foot = top + HEIGHT + 20.0;
    let mut primitives = vec![
        Primitive::HitArea(Rect::new(0.0, 0.0, width, foot + 6.0)),
        Primitive::Line(
            vec![Point::new(0.0, scale.zero), Point::new(width, scale.zero)],
            Role::Ink,
            1.0,
            Stroke::Solid,
        ),
    ];
    primitives.extend(head.lines.into_iter().map(Primitive::Text));
    primitives.extend(kind_mark(ui, fact.kind, last, Role::Ink2));
    primitives.extend(line(&fact.series, &scale, Role::Ink3));
    primitives.extend(fact.series.iter().map(|one| dot(scale.at(one))));
    let points: Vec<Point> = fact.series.iter().map(|one| scale.at(one)).collect();
    // The years are an axis of their own: read one after the other, a number and the year below it would be one number.
    let mut axis = Vec::new();
    for index in labelled(&points, side * 2.0 + 4.0) {
        let at = points[index];
        let above = Point::new(at.x, at.y - DOT / 2.0 - 6.0);
        primitives.push(Primitive::Text(centred(above, &words[index], VALUE, Role::Ink)));
        axis.push(Primitive::Text(centred(Point::new(at.x, foot), &years[index], YEAR, Role::Ink2)));
    }
    let axis = SceneGroup { to: Target::Nothing, name: String::new(), primitives: axis };
    let name = name_of(story, row.name.get(lang), fact, lang);
    Scene {
        size: [width, foot + 8.0],
        parts: vec![axis, SceneGroup { to: Target::Fact(fact.id.clone()), name, primitives }],
    }
}

/// The line from each number to the next.
pub fn line(series: &[YearValue], scale: &Scale, role: Role) -> Vec<Primitive> {
    let pair = |pair: &[YearValue]| {
        // Of years between which none is given nothing is known.
        let stroke = if pair[1].year == pair[0].year + 1 { Stroke::Solid } else { Stroke::Dotted };
        Primitive::Line(vec![scale.at(&pair[0]), scale.at(&pair[1])], role, 1.5, stroke)
    };
    series.windows(2).map(pair).collect()
}

/// The dot of a number.
pub fn dot(at: Point) -> Primitive {
    Primitive::Area(corners(Rect::around(at, DOT, DOT)), Role::Ink)
}

/// What a series says to those who do not see it: what is counted, every number, and how we know.
pub fn name_of(story: &Story, name: &str, fact: &Fact, lang: Lang) -> String {
    let ui = Ui(lang);
    let said = ui.named(name, &number_said(story, fact, lang));
    ui.clauses(&[&said, ui.kind(fact.kind)])
}

/// Which points have room for their words: the last one, and the others from it back; the table has all.
pub fn labelled(points: &[Point], room: f64) -> Vec<usize> {
    let mut taken: Vec<usize> = Vec::new();
    for (index, at) in points.iter().enumerate().rev() {
        if taken.last().is_none_or(|next| points[*next].x - at.x >= room) {
            taken.push(index);
        }
    }
    taken
}
