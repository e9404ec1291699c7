//! Items by how far they have come, as they are drawn for pictures: the page itself has them as a table.

use geometry::{Point, Rect};
use story::model::{LaneItem, Lang, Stage, StatusLanes, Story};
use story::text::Ui;

use crate::layout::scene::{Primitive, Role, Scene, Stroke, hatching};
use crate::layout::sheet::{NAME, Sheet, WORDS, mark};
use crate::layout::signs::{Swatch, band_height, block, hatched, kind_mark, mark_width, slip};
use crate::layout::{ChartLayout, Placed};

impl ChartLayout for StatusLanes {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(status_lanes_scene(story, self, lang, width))
    }
}

/// Items by how far they have come, with the band of what none of them is given.
fn status_lanes_scene(story: &Story, spec: &StatusLanes, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let columns = Columns::new(spec, width);
    let mut heads = vec![(0.0, columns.name - 8.0, sheet.words(&spec.row_head))];
    let stages = spec.stages.iter().enumerate();
    heads.extend(stages.map(|(i, stage)| (columns.left_of(i), columns.lane - 8.0, stage.name.get(lang))));
    heads.push((columns.place_at(), columns.place - 12.0, sheet.words(&spec.where_head)));
    if let Some(gap) = &spec.gap {
        heads.push((width - columns.band, columns.band, sheet.words(&gap.head)));
    }
    sheet.heads(&heads);
    let first = sheet.foot;
    for item in spec.items(story) {
        item_row(&mut sheet, &columns, &item);
        sheet.rule(Role::Rule, columns.table);
    }
    if let Some(gap) = &spec.gap {
        let words = sheet.words(&gap.words);
        let height = (sheet.foot - first).max(band_height(words, WORDS, columns.band));
        let rect = Rect::new(width - columns.band, first, columns.band, height);
        sheet.primitives.push(Primitive::Hatch(hatching(rect, 12.0, 1.0)));
        sheet.primitives.extend(slip(rect, words, WORDS));
        sheet.foot = first + height;
    }
    let entries = entries(story, spec, sheet.ui);
    sheet.scene(&entries)
}

/// Where the columns stand, in CSS pixels: an item's name, its lane, its place, and beside all of them the band of what
/// none is given.
struct Columns {
    /// All but the band.
    table: f64,
    name: f64,
    /// Of one stage.
    lane: f64,
    place: f64,
    band: f64,
    stages: usize,
}

impl Columns {
    fn new(spec: &StatusLanes, width: f64) -> Self {
        let band = if spec.gap.is_some() { (width * 0.17).max(96.0) } else { 0.0 };
        let table = width - band - if band > 0.0 { 16.0 } else { 0.0 };
        let (name, place, stages) = (table * 0.27, table * 0.17, spec.stages.len());
        Self { table, name, lane: (table - name - place) / stages.max(1) as f64, place, band, stages }
    }

    /// The left edge of a stage.
    fn left_of(&self, stage: usize) -> f64 {
        self.name + self.lane * stage as f64
    }

    /// Where the lanes end.
    fn lanes_end(&self) -> f64 {
        self.table - self.place
    }

    /// Where the words of the last column begin.
    fn place_at(&self) -> f64 {
        self.lanes_end() + 12.0
    }
}

/// An item in its lane, from the sheet's foot on.
fn item_row(sheet: &mut Sheet, columns: &Columns, item: &LaneItem<'_>) {
    let (ui, lang, top) = (sheet.ui, sheet.lang, sheet.foot);
    let foot = sheet.lines(0.0, top + 28.0, item.place.name.get(lang), NAME, Role::Ink, columns.name - 16.0);
    let at = Point::new(columns.left_of(item.reached) + 9.0, top + 23.0);
    let line = |from: f64, to: f64, role, stroke| {
        (to > from).then(|| Primitive::Line(vec![Point::new(from, at.y), Point::new(to, at.y)], role, 1.0, stroke))
    };
    let (role, stroke) = match item.stage.stage {
        Stage::Due => (Role::Mline, Stroke::Dotted),
        Stage::Planned | Stage::UnderWay | Stage::Done => (Role::Ink2, Stroke::Solid),
    };
    sheet.primitives.extend(line(columns.name, at.x - 9.0, role, stroke));
    let kind = mark_width(ui, item.fact.kind);
    let verb_at = Point::new(at.x + 16.0, at.y + 5.0);
    let verb = block(verb_at, item.verb.get(lang), WORDS, Role::Ink, columns.lane - 31.0 - kind);
    let said = at.x + 22.0 + verb.width;
    let verb_foot = at.y + verb.height;
    if let Some(category) = item.category {
        sheet.primitives.extend(mark(category.shape, item.stage.stage, category.colour, at, 7.5));
    }
    sheet.primitives.extend(verb.lines.into_iter().map(Primitive::Text));
    sheet.primitives.extend(kind_mark(ui, item.fact.kind, Point::new(said, at.y + 4.0), Role::Ink2));
    let last = item.reached + 1 == columns.stages;
    if !last {
        sheet.primitives.extend(line(said + kind + 6.0, columns.lanes_end(), Role::Mline, Stroke::Dotted));
    }
    let (x, room) = (columns.place_at(), columns.place - 12.0);
    let place_foot = match item.location {
        Some(location) => sheet.lines(x, top + 28.0, location.get(lang), WORDS, Role::Ink, room),
        None => sheet.not_given(x, top + 28.0, ui.not_given(), room),
    };
    sheet.foot = foot.max(place_foot).max(verb_foot) + 18.0;
}

/// A swatch that has its chart in it.
type OwnSwatch = Box<dyn Fn(Rect) -> Vec<Primitive>>;

/// What its signs and lines mean.
fn entries(story: &Story, spec: &StatusLanes, ui: Ui) -> Vec<(OwnSwatch, &'static str)> {
    let past: Swatch = |rect| vec![stretch(rect, Role::Ink2, Stroke::Solid)];
    let ahead: Swatch = |rect| vec![stretch(rect, Role::Mline, Stroke::Dotted)];
    let (shape, colour) = spec.sign(story);
    let stages = spec.stages.iter().map(|one| {
        let stage = one.stage;
        let sign: OwnSwatch = Box::new(move |rect| mark(shape, stage, colour, rect.centre(), 7.0));
        (sign, ui.stage_fill(stage))
    });
    let lines = [(past, ui.lane_past()), (ahead, ui.lane_ahead()), (hatched as Swatch, ui.bar_not_given())];
    stages.chain(lines.map(|(line, words)| (Box::new(line) as OwnSwatch, words))).collect()
}

fn stretch(rect: Rect, role: Role, stroke: Stroke) -> Primitive {
    let y = rect.centre().y;
    Primitive::Line(vec![Point::new(rect.x, y), Point::new(rect.right(), y)], role, 1.0, stroke)
}
