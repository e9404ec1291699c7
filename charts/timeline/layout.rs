//! Items on an axis of days: what is set, what is striven for, and what has no end.

use crate::layout::scene::{Primitive, Role, Scene, SceneGroup, Stroke, Target, Type, frame, hatching};
use crate::layout::signs::{Swatch, block, filled, hatched, kind_mark, legend, mark_width, text};
use crate::layout::{ChartLayout, Outline, Placed, outline};
use geometry::{Point, Rect};
use story::model::{Colour, Dated, Day, Fact, Firmness, Lang, Shape, Story, Timeline, TimelineRow};
use story::text::Ui;

impl ChartLayout for Timeline {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(timeline_scene(story, self, lang, width))
    }
}

/// Below this width an item's name stands above its line and not beside it.
const BESIDE: f64 = 560.0;
/// Room for the axis: its words, its ticks and the gap below.
const AXIS: f64 = 30.0;
/// From the middle of a diamond to its corners.
const DIAMOND: f64 = 9.0;
const NAME: Type = Type::serif(16.0);
const WHEN: Type = Type::sans(13.0);
const MONTH: Type = Type::sans(12.0);

/// The days of an item: from when to when its line is drawn, and whether both ends are the page's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    /// Its first day; the axis' own where the page gives none.
    pub start: Option<Day>,
    /// Its last day; `None` where the page names none.
    pub end: Option<Day>,
}

/// The days of a fact.
pub fn span_of(fact: &Fact) -> TimeSpan {
    let date = fact.date.as_ref();
    TimeSpan { start: date.and_then(|date| date.from), end: date.and_then(Dated::end) }
}

/// Which marks a timeline uses: full and open diamonds, blocks, fading bands.
struct Used {
    firmness: Vec<Firmness>,
    blocks: bool,
    middle: bool,
}

struct Axis {
    from: Day,
    to: Day,
    left: f64,
    width: f64,
}

impl Axis {
    /// Where a day begins; a day after the last one begins where the axis ends.
    fn x(&self, day: Day) -> f64 {
        let days = (self.from.until(self.to) + 1).max(1) as f64;
        self.left + self.width * (self.from.until(day) as f64 / days).clamp(0.0, 1.0)
    }

    /// Where a day ends.
    fn end(&self, day: Day) -> f64 {
        self.x(day.next())
    }

    /// The first days of its months.
    fn months(&self) -> Vec<Day> {
        self.from.months_until(self.to).collect()
    }
}

/// The axis, a row for each item and the legend.
pub fn timeline_scene(story: &Story, spec: &Timeline, lang: Lang, width: f64) -> Scene {
    let (from, to) = (spec.from, spec.to);
    let ui = Ui(lang);
    let beside = width >= BESIDE;
    let left = if beside { (width * 0.24).max(200.0) } else { 0.0 };
    // The last diamond reaches beyond the last day.
    let axis = Axis { from, to, left, width: width - left - DIAMOND - 1.0 };
    let rows: Vec<(&TimelineRow, &Fact)> = spec.rows.iter().map(|row| (row, story.fact(&row.fact))).collect();
    let (mut parts, mut free) = (Vec::new(), Vec::new());
    let mut top = AXIS;
    for (row, fact) in &rows {
        let placed = place_row(ui, lang, row, fact, &axis, top, beside);
        free.push([placed.free, top + placed.height]);
        parts.push(placed.part);
        top += placed.height;
    }
    let middle = middle(&axis, &rows);
    parts.insert(0, axis_part(ui, &axis, width, &free, middle));
    let used = Used {
        firmness: rows.iter().map(|(row, _)| row.firmness).collect(),
        blocks: rows.iter().any(|(_, fact)| span_of(fact).start.is_some()),
        middle: middle.is_some(),
    };
    let (part, height) = legend(&entries(ui, &used), top + 16.0, width);
    parts.push(part);
    Scene { size: [width, top + 16.0 + height], parts }
}

/// The middle of a year, if an item ends there: the one gridline that means something.
fn middle(axis: &Axis, rows: &[(&TimelineRow, &Fact)]) -> Option<f64> {
    let ends: Vec<Day> = rows.iter().filter_map(|(_, fact)| span_of(fact).end).collect();
    let middle = ends.into_iter().find(|day| matches!(day.parts(), (_, 6, 30)))?;
    Some(axis.end(middle))
}

/// The axis with its months, and the gridline through what each row leaves free of words.
fn axis_part(ui: Ui, axis: &Axis, width: f64, free: &[[f64; 2]], middle: Option<f64>) -> SceneGroup {
    let line = |from: Point, to: Point, role| Primitive::Line(vec![from, to], role, 1.0, Stroke::Solid);
    let mut primitives = vec![line(Point::new(axis.left, AXIS), Point::new(width, AXIS), Role::Ink)];
    let grid =
        |x: f64| free.iter().map(move |[top, foot]| line(Point::new(x, *top), Point::new(x, *foot), Role::Mline));
    primitives.extend(middle.into_iter().flat_map(grid));
    let months = axis.months();
    // A date without its year is no date; the first month and each January say it.
    let words = |day: &Day| match day.parts() {
        (year, month, _) if month == 1 || months.first() == Some(day) => year.to_string(),
        (_, month, _) => ui.month(month),
    };
    let widest = months.iter().map(|day| MONTH.width(&words(day))).fold(0.0, f64::max);
    let step = axis.width / months.len().max(1) as f64;
    let every =
        [1, 2, 3, 6].into_iter().find(|every| step * f64::from(*every) >= widest + 6.0).unwrap_or(12) as usize;
    for (index, day) in months.iter().enumerate() {
        let x = axis.x(*day);
        primitives.push(line(Point::new(x, AXIS - 5.0), Point::new(x, AXIS), Role::Ink));
        if index % every == 0 && x + MONTH.width(&words(day)) <= width {
            primitives.push(Primitive::Text(text(Point::new(x, AXIS - 11.0), words(day), MONTH, Role::Ink2)));
        }
    }
    SceneGroup { to: Target::Nothing, name: String::new(), primitives }
}

/// A row with its height, and from where on the axis is free of words.
struct PlacedRow {
    part: SceneGroup,
    height: f64,
    free: f64,
}

fn place_row(ui: Ui, lang: Lang, row: &TimelineRow, fact: &Fact, axis: &Axis, top: f64, beside: bool) -> PlacedRow {
    let (name, when) = (row.name.get(lang), row.when.get(lang));
    let room = if beside { axis.left - 16.0 } else { axis.width };
    let head = block(Point::new(0.0, top + 24.0), name, NAME, Role::Ink, room);
    let mut base = top + 24.0 + (head.lines.len().max(1) - 1) as f64 * NAME.size * 1.4;
    let room = room - mark_width(ui, fact.kind) - 5.0;
    // Above its line a row is short where its name leaves room for the rest.
    let after = head.lines.last().map_or(0.0, |line| NAME.width(&line.words)) + 10.0;
    let left = if !beside && after + WHEN.width(when) <= room { after } else { 0.0 };
    base += if left > 0.0 { 0.0 } else { 21.0 };
    let said = block(Point::new(left, base), when, WHEN, Role::Ink2, room - left);
    base += (said.lines.len().max(1) - 1) as f64 * WHEN.size * 1.4;
    let last = said.lines.last().map_or(0.0, |line| WHEN.width(&line.words));
    let mark = Point::new(left + last + 5.0, base);
    let (middle, height) = if beside {
        let height = base - top + 14.0;
        (top + height / 2.0, height)
    } else {
        (base + 18.0, base - top + 32.0)
    };
    let whole = Rect::new(0.0, top, axis.left + axis.width + DIAMOND + 1.0, height);
    let mut primitives = vec![
        Primitive::HitArea(whole),
        Primitive::Line(
            vec![Point::new(0.0, whole.bottom()), Point::new(whole.right(), whole.bottom())],
            Role::Rule,
            1.0,
            Stroke::Solid,
        ),
    ];
    primitives.extend(head.lines.into_iter().map(Primitive::Text));
    primitives.extend(said.lines.into_iter().map(Primitive::Text));
    primitives.extend(kind_mark(ui, fact.kind, mark, Role::Ink2));
    primitives.extend(item(ui, lang, row, fact, axis, middle));
    let part = SceneGroup { to: Target::Fact(fact.id.clone()), name: name_of(ui, lang, row, fact), primitives };
    PlacedRow { part, height, free: if beside { top } else { base + 8.0 } }
}

/// Name, when, last day, how binding it is, and how we know.
fn name_of(ui: Ui, lang: Lang, row: &TimelineRow, fact: &Fact) -> String {
    let end = span_of(fact).end.map(|day| ui.day(day.parts()));
    let mut said = vec![row.when.get(lang)];
    said.extend(end.as_deref());
    said.extend([ui.firmness(row.firmness), ui.kind(fact.kind)]);
    ui.named(row.name.get(lang), &ui.clauses(&said))
}

/// The line, block or band of an item, at this height.
fn item(ui: Ui, lang: Lang, row: &TimelineRow, fact: &Fact, axis: &Axis, y: f64) -> Vec<Primitive> {
    let span = span_of(fact);
    let start = span.start.map_or(axis.left, |day| axis.x(day));
    match (span.end, row.firmness) {
        (Some(end), Firmness::Firm | Firmness::Striven | Firmness::Read) if span.start.is_some() => {
            let right = axis.end(end).max(start + 6.0);
            let block = Rect::new(start, y - 9.0, right - start, 18.0);
            bar(block, row.firmness)
        }
        (Some(end), Firmness::Firm | Firmness::Striven | Firmness::Read) => {
            let x = axis.end(end);
            let line = vec![Point::new(start, y), Point::new(x, y)];
            let stroke = if row.firmness == Firmness::Read { Stroke::Dashed } else { Stroke::Solid };
            let mut primitives = vec![Primitive::Line(line, Role::Ink, 2.0, stroke)];
            primitives.extend(diamond(Point::new(x, y), DIAMOND, row.firmness));
            primitives
        }
        _ => fading(ui, lang, fact, axis, start, y),
    }
}

/// From a first to a last day: full if it is set.
fn bar(rect: Rect, firmness: Firmness) -> Vec<Primitive> {
    let peony = Role::Category(Colour::Peony);
    match firmness {
        Firmness::Striven | Firmness::Read => {
            vec![filled(rect, Role::Paper), frame(rect.grown(-1.0), peony, 2.0, Stroke::Solid)]
        }
        Firmness::Firm | Firmness::Open => vec![filled(rect, peony)],
    }
}

fn diamond(at: Point, reach: f64, firmness: Firmness) -> Vec<Primitive> {
    let Outline::Polygon(around) = outline(Shape::Diamond, reach / 1.15) else { return Vec::new() };
    let mut points: Vec<Point> = around.iter().map(|p| Point::new(at.x + p.x, at.y + p.y)).collect();
    let full = Primitive::Area(points.clone(), if firmness == Firmness::Firm { Role::Ink } else { Role::Paper });
    points.push(points[0]);
    let stroke = if firmness == Firmness::Read { Stroke::Dashed } else { Stroke::Solid };
    vec![full, Primitive::Line(points, Role::Ink, 2.0, stroke)]
}

/// A band that fades out, and the words that say why.
fn fading(ui: Ui, lang: Lang, fact: &Fact, axis: &Axis, start: f64, y: f64) -> Vec<Primitive> {
    let band = Rect::new(start, y - 8.0, (axis.left + axis.width - start) * 0.3, 16.0);
    let face = WHEN;
    let words = match fact.date.as_ref().and_then(|date| date.words.as_ref()) {
        Some(words) => ui.named(words.get(lang), ui.end_not_given()),
        None => ui.end_not_given().to_owned(),
    };
    let x = band.right() + 8.0;
    let room = axis.left + axis.width - x;
    let fits = [words.as_str(), ui.end_not_given()].into_iter().find(|words| face.width(words) <= room);
    let words = fits.unwrap_or(ui.end_not_given());
    let paper = Rect::new(x - 3.0, y - 11.0, face.width(words) + 6.0, 22.0);
    vec![
        Primitive::Hatch(hatching(band, 5.0, 1.07)),
        filled(paper, Role::Paper),
        Primitive::Text(text(Point::new(x, y + 4.5), words, face, Role::Ink2)),
    ]
}

/// The marks that occur and what they mean.
fn entries(ui: Ui, used: &Used) -> Vec<(Swatch, &'static str)> {
    let firm: Swatch = |rect| diamond(rect.centre(), 8.0, Firmness::Firm);
    let striven: Swatch = |rect| diamond(rect.centre(), 8.0, Firmness::Striven);
    let read: Swatch = |rect| diamond(rect.centre(), 8.0, Firmness::Read);
    let block: Swatch = |rect| bar(Rect::around(rect.centre(), 10.0, 16.0), Firmness::Firm);
    let upright: Swatch = |rect| {
        let x = rect.centre().x;
        let ends = vec![Point::new(x, rect.y), Point::new(x, rect.bottom())];
        vec![Primitive::Line(ends, Role::Mline, 1.0, Stroke::Solid)]
    };
    let mut entries: Vec<(Swatch, &'static str)> = Vec::new();
    for firmness in Firmness::ALL.into_iter().filter(|one| used.firmness.contains(one)) {
        let swatch = match firmness {
            Firmness::Firm => firm,
            Firmness::Striven => striven,
            Firmness::Read => read,
            Firmness::Open => hatched,
        };
        entries.push((swatch, ui.firmness(firmness)));
    }
    if used.blocks {
        entries.push((block, ui.span()));
    }
    if used.middle {
        entries.push((upright, ui.middle_of_year()));
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(from: &str, to: &str) -> Axis {
        Axis { from: Day::parse(from).unwrap(), to: Day::parse(to).unwrap(), left: 0.0, width: 366.0 }
    }

    #[test]
    fn a_day_is_as_wide_as_every_other_and_the_last_one_ends_the_axis() {
        let year = axis("2024-01-01", "2024-12-31");
        assert_eq!(year.x(year.from), 0.0);
        assert_eq!(year.end(year.to), 366.0);
        assert_eq!(year.end(Day::parse("2024-06-30").unwrap()), year.x(Day::parse("2024-07-01").unwrap()));
    }

    #[test]
    fn an_axis_may_begin_within_a_month_and_cross_a_year() {
        let months: Vec<_> = axis("2023-11-15", "2024-02-10").months().iter().map(|day| day.parts()).collect();
        assert_eq!(months, [(2023, 12, 1), (2024, 1, 1), (2024, 2, 1)]);
    }
}
