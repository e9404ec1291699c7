//! Items by how far they have come, as they are drawn for pictures: the page itself has them as a table.

use geometry::{Point, Rect};
use story::model::{Lanes, Lang, Stage, Story};

use crate::layout::scene::{Primitive, Role, Scene, Stroke, hatching};
use crate::layout::sheet::{NAME, Sheet, WORDS, mark};
use crate::layout::signs::{Swatch, band_height, block, hatched, kind_mark, mark_width, slip};
use crate::layout::{ChartLayout, Placed};

impl ChartLayout for Lanes {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(lanes_scene(story, self, lang, width))
    }
}

/// Items by how far they have come, with the band of what none of them is given.
fn lanes_scene(story: &Story, spec: &Lanes, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let ui = sheet.ui;
    let band = if spec.gap.is_some() { (width * 0.17).max(96.0) } else { 0.0 };
    let table = width - band - if band > 0.0 { 16.0 } else { 0.0 };
    let (name, place) = (table * 0.27, table * 0.17);
    let lane = (table - name - place) / spec.stages.len().max(1) as f64;
    let column = |index: usize| name + lane * index as f64;
    let mut heads = vec![(0.0, name - 8.0, sheet.words(&spec.row_head))];
    heads.extend(spec.stages.iter().enumerate().map(|(i, stage)| (column(i), lane - 8.0, stage.name.get(lang))));
    heads.push((table - place + 12.0, place - 12.0, sheet.words(&spec.where_head)));
    if let Some(gap) = &spec.gap {
        heads.push((width - band, band, sheet.words(&gap.head)));
    }
    sheet.heads(&heads);
    let first = sheet.foot;
    for item in spec.items(story) {
        let top = sheet.foot;
        let foot = sheet.lines(0.0, top + 28.0, item.place.name.get(lang), NAME, Role::Ink, name - 16.0);
        let at = Point::new(column(item.reached) + 9.0, top + 23.0);
        let line = |from: f64, to: f64, role, stroke| {
            (to > from)
                .then(|| Primitive::Line(vec![Point::new(from, at.y), Point::new(to, at.y)], role, 1.0, stroke))
        };
        let (role, stroke) = match item.stage.stage {
            Stage::Due => (Role::Mline, Stroke::Dotted),
            Stage::Planned | Stage::UnderWay | Stage::Done => (Role::Ink2, Stroke::Solid),
        };
        sheet.primitives.extend(line(name, at.x - 9.0, role, stroke));
        let words = item.verb.get(lang);
        let kind = mark_width(ui, item.fact.kind);
        let verb = block(Point::new(at.x + 16.0, at.y + 5.0), words, WORDS, Role::Ink, lane - 31.0 - kind);
        let said = at.x + 22.0 + verb.width;
        let verb_foot = at.y + verb.height;
        if let Some(category) = item.category {
            sheet.primitives.extend(mark(category.shape, item.stage.stage, category.colour, at, 7.5));
        }
        sheet.primitives.extend(verb.lines.into_iter().map(Primitive::Text));
        sheet.primitives.extend(kind_mark(ui, item.fact.kind, Point::new(said, at.y + 4.0), Role::Ink2));
        let last = item.reached + 1 == spec.stages.len();
        if !last {
            sheet.primitives.extend(line(said + kind + 6.0, table - place, Role::Mline, Stroke::Dotted));
        }
        let (x, room) = (table - place + 12.0, place - 12.0);
        let place_foot = match item.location {
            Some(location) => sheet.lines(x, top + 28.0, location.get(lang), WORDS, Role::Ink, room),
            None => sheet.not_given(x, top + 28.0, ui.not_given(), room),
        };
        sheet.foot = foot.max(place_foot).max(verb_foot) + 18.0;
        sheet.rule(Role::Rule, table);
    }
    if let Some(gap) = &spec.gap {
        let words = sheet.words(&gap.words);
        let height = (sheet.foot - first).max(band_height(words, WORDS, band));
        let rect = Rect::new(width - band, first, band, height);
        sheet.primitives.push(Primitive::Hatch(hatching(rect, 12.0, 1.0)));
        sheet.primitives.extend(slip(rect, words, WORDS));
        sheet.foot = first + height;
    }
    let past: Swatch = |rect| vec![stretch(rect, Role::Ink2, Stroke::Solid)];
    let ahead: Swatch = |rect| vec![stretch(rect, Role::Mline, Stroke::Dotted)];
    let (shape, colour) = spec.sign(story);
    let stages = spec.stages.iter().map(|one| {
        let stage = one.stage;
        let sign: Box<dyn Fn(Rect) -> Vec<Primitive>> =
            Box::new(move |rect| mark(shape, stage, colour, rect.centre(), 7.0));
        (sign, ui.stage_fill(stage))
    });
    let lines = [(past, ui.lane_past()), (ahead, ui.lane_ahead()), (hatched as Swatch, ui.bar_not_given())];
    let lines = lines.map(|(line, words)| (Box::new(line) as Box<dyn Fn(Rect) -> Vec<Primitive>>, words));
    sheet.scene(&stages.chain(lines).collect::<Vec<_>>())
}

fn stretch(rect: Rect, role: Role, stroke: Stroke) -> Primitive {
    let y = rect.centre().y;
    Primitive::Line(vec![Point::new(rect.x, y), Point::new(rect.right(), y)], role, 1.0, stroke)
}
