//! Small multiples: a panel for each series, all on one scale of years and numbers, each with the others' lines behind.

use geometry::{Point, Rect};
use story::model::{Fact, Lang, Multiples, SeriesRow, Story, YearValue};
use story::text::{Ui, numbers_of_years};

use super::series::{DOT, HEIGHT, Scale, dot, labelled, line, name_of};
use crate::layout::scene::{Primitive, Role, Scene, SceneGroup, Stroke, Target, TextRun, Type};
use crate::layout::signs::{Block, block, centred, filled, kind_mark, mark_width};
use crate::layout::{ChartLayout, Placed};

const NAME: Type = Type::serif(15.0);
const VALUE: Type = Type::strong(13.0);
const YEAR: Type = Type::sans(12.0);
/// The least width of a panel: two stand side by side on the narrowest screen.
const LEAST: f64 = 128.0;
/// The least room that a line has in its panel, from the first year to the last.
const LINE: f64 = 40.0;
/// Between two panels, and between two rows of them.
const GAP: [f64; 2] = [16.0, 28.0];

impl ChartLayout for Multiples {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(multiples_scene(story, self, lang, width))
    }
}

/// A panel's words, before it has a place.
struct SmallMultiple<'a> {
    row: &'a SeriesRow,
    fact: &'a Fact,
    numbers: Vec<String>,
}

/// What all panels have in common.
struct Grid<'a> {
    story: &'a Story,
    lang: Lang,
    panels: Vec<SmallMultiple<'a>>,
    /// From the side of a panel to the middle of its first dot: half the widest words.
    side: f64,
    /// The width of a panel.
    width: f64,
}

/// The panels in as many columns as the width has room for; of a fact without years nothing is drawn.
pub fn multiples_scene<'a>(story: &'a Story, spec: &'a Multiples, lang: Lang, width: f64) -> Scene {
    let facts = spec.panels.iter().map(|row| (row, story.fact(&row.fact)));
    let panel = |(row, fact): (&'a SeriesRow, &'a Fact)| {
        let numbers = numbers_of_years(story, fact, lang).iter().map(ToString::to_string).collect();
        SmallMultiple { row, fact, numbers }
    };
    let panels: Vec<SmallMultiple> = facts.filter(|(_, fact)| !fact.series.is_empty()).map(panel).collect();
    let years = panels.iter().flat_map(|panel| &panel.fact.series).map(|one| YEAR.width(&one.year.to_string()));
    let numbers = panels.iter().flat_map(|panel| &panel.numbers).map(|words| VALUE.width(words));
    let side = numbers.chain(years).fold(0.0, f64::max) / 2.0 + 1.0;
    let most = ((width + GAP[0]) / (LEAST.max(2.0 * side + LINE) + GAP[0])) as usize;
    // No row is left with less than it could have.
    let rows = panels.len().div_ceil(most.max(1)).max(1);
    let columns = panels.len().div_ceil(rows).max(1);
    let each = (width - GAP[0] * (columns - 1) as f64) / columns as f64;
    let grid = Grid { story, lang, panels, side, width: each };
    Scene::column(grid.panels.chunks(columns).map(|row| grid.row(row, width)), GAP[1])
}

impl Grid<'_> {
    /// Panels side by side; what they have in common stands before them.
    fn row(&self, panels: &[SmallMultiple], width: f64) -> Scene {
        let left = |index: usize| (self.width + GAP[0]) * index as f64;
        let heads: Vec<Block> = panels.iter().enumerate().map(|(index, one)| self.head(one, left(index))).collect();
        let lowest = heads.iter().flat_map(|head| &head.lines).map(|line| line.at.y).fold(0.0, f64::max);
        let top = lowest + 40.0;
        let foot = top + HEIGHT + 20.0;
        let (mut axis, mut parts) = (Vec::new(), Vec::new());
        for (index, (panel, head)) in panels.iter().zip(heads).enumerate() {
            let left = left(index);
            let numbers = self.panels.iter().flat_map(|panel| &panel.fact.series);
            let scale = Scale::of(numbers, top, left + self.side, self.width - 2.0 * self.side);
            axis.extend(self.axis(panel, &scale, left, foot));
            let room = Rect::new(left, 0.0, self.width, foot + 6.0);
            parts.push(self.part(panel, head, &scale, room));
        }
        parts.insert(0, SceneGroup { to: Target::Nothing, name: String::new(), primitives: axis });
        Scene { size: [width, foot + 8.0], parts }
    }

    fn head(&self, panel: &SmallMultiple, left: f64) -> Block {
        let room = self.width - mark_width(Ui(self.lang), panel.fact.kind) - 8.0;
        block(Point::new(left, 18.0), panel.row.name.get(self.lang), NAME, Role::Ink, room)
    }

    /// Zero, the lines of the others, and the first and last year of all.
    fn axis(&self, own: &SmallMultiple, scale: &Scale, left: f64, foot: f64) -> Vec<Primitive> {
        let zero = vec![Point::new(left, scale.zero), Point::new(left + self.width, scale.zero)];
        let mut primitives = vec![Primitive::Line(zero, Role::Ink, 1.0, Stroke::Solid)];
        let others = self.panels.iter().filter(|other| other.fact.id != own.fact.id);
        primitives.extend(others.flat_map(|other| line(&other.fact.series, scale, Role::Mline)));
        let years = || self.panels.iter().flat_map(|panel| &panel.fact.series).map(|one| one.year);
        let ends: Vec<i32> = years().min().into_iter().chain(years().max()).collect();
        let points: Vec<Point> = ends.iter().map(|year| scale.at(&YearValue { year: *year, value: 0.0 })).collect();
        let widest = ends.iter().map(|year| YEAR.width(&year.to_string())).fold(0.0, f64::max);
        for index in labelled(&points, widest + 6.0) {
            let at = Point::new(points[index].x, foot);
            primitives.push(Primitive::Text(centred(at, ends[index].to_string(), YEAR, Role::Ink2)));
        }
        primitives
    }

    /// A panel's name, line, dots and numbers.
    fn part(&self, panel: &SmallMultiple, head: Block, scale: &Scale, room: Rect) -> SceneGroup {
        let (ui, fact) = (Ui(self.lang), panel.fact);
        let mark = head.lines.last().map(|line| Point::new(line.at.x + NAME.width(&line.words) + 6.0, line.at.y));
        let mut primitives = vec![Primitive::HitArea(room)];
        primitives.extend(head.lines.into_iter().map(Primitive::Text));
        primitives.extend(mark.into_iter().flat_map(|at| kind_mark(ui, fact.kind, at, Role::Ink2)));
        let points: Vec<Point> = fact.series.iter().map(|one| scale.at(one)).collect();
        let numbers: Vec<TextRun> = labelled(&points, self.side * 2.0 + 4.0)
            .into_iter()
            .map(|index| {
                let at = Point::new(points[index].x, points[index].y - DOT / 2.0 - 6.0);
                centred(at, &panel.numbers[index], VALUE, Role::Ink)
            })
            .collect();
        // The lines of the others run under the numbers.
        primitives.extend(numbers.iter().map(|number| filled(number.room(), Role::Paper)));
        primitives.extend(line(&fact.series, scale, Role::Ink));
        primitives.extend(points.iter().map(|at| dot(*at)));
        primitives.extend(numbers.into_iter().map(Primitive::Text));
        let name = name_of(self.story, panel.row.name.get(self.lang), fact, self.lang);
        SceneGroup { to: Target::Fact(fact.id.clone()), name, primitives }
    }
}
