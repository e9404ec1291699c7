//! What stands between a map and its source: what marks mean, and which places are not on it.

use plotters::drawing::IntoDrawingArea;

use super::render_context::letters;
use super::{DisplayList, RenderContext};
use crate::draw::{draw_dot, draw_railway, draw_ring, draw_schematic_river, draw_stage, draw_tint, role_of};
use crate::layout::map::{LegendSymbol, MapLayout, Meaning, ValueClass, legend_entries, off_map};
use crate::layout::{Anchor, Primitive, Role, Stroke, Type, corners, frame};
use geometry::{Point, Rect, hatch};
use story::model::{ChapterMap, Colour, FactId, Place};
use story::text::number_said;

const WORDS: Type = Type::sans(13.5);
const HEAD: Type = Type::strong(13.5);
/// Height of a row.
const ROW: f64 = 26.0;
/// From the left end of a sign to its words.
const SIGN: f64 = 26.0;
/// Between two entries of a row.
const GAP: f64 = 22.0;
/// Radius of a mark.
const RADIUS: f64 = 7.0;

/// Signs with words, set in rows.
pub struct Legend {
    head: Option<String>,
    entries: Vec<(Option<LegendSymbol>, String)>,
}

/// What the signs of a map mean, shades by this measure.
pub fn legend_of(context: &RenderContext<'_>, map: &ChapterMap, layout: &MapLayout, measure: usize) -> Legend {
    let value = |id: &FactId| number_said(context.story, context.story.fact(id), context.lang);
    let words = |meaning: Meaning| match meaning {
        Meaning::Words(words) => Some(words),
        Meaning::Values { measure: other, .. } if other != measure => None,
        Meaning::Values { least, greatest, .. } => {
            let (least, greatest) = (value(&least), value(&greatest));
            Some(if least == greatest { greatest } else { format!("{least} – {greatest}") })
        }
    };
    let entries = legend_entries(context.story, &[(map, layout)], context.lang).into_iter();
    Legend {
        head: None,
        entries: entries.filter_map(|entry| Some((Some(entry.sign), words(entry.meaning)?))).collect(),
    }
}

/// The places of the map that cannot be drawn, with the reason.
pub fn off_map_list_of(context: &RenderContext<'_>, map: &ChapterMap) -> Legend {
    let ui = context.ui();
    let entry = |place: &Place| {
        let category = context.story.category_of(place);
        let stage = place.drawn_stage();
        let sign = category.map(|category| LegendSymbol::Mark(category.shape, stage, category.colour));
        let said = place.verb.iter().chain(&place.location.words).map(|words| words.get(context.lang));
        (sign, ui.named(place.short.get(context.lang), &ui.clauses(&said.collect::<Vec<_>>())))
    };
    let entries: Vec<_> = off_map(context.story, &[map]).into_iter().map(entry).collect();
    Legend { head: (!entries.is_empty()).then(|| ui.off_map().to_owned()), entries }
}

impl Legend {
    /// Puts it on the list in rows no wider than `room`; returns where it ends.
    pub fn put(
        &self,
        context: &RenderContext<'_>,
        list: &DisplayList,
        [left, top]: [f64; 2],
        room: f64,
    ) -> Result<f64, String> {
        if self.entries.is_empty() {
            return Ok(top);
        }
        let mut at = Point::new(left, top + ROW / 2.0);
        if let Some(head) = &self.head {
            let rule = Primitive::Line(
                vec![Point::new(left, top + 6.0), Point::new(left + room, top + 6.0)],
                Role::Mline,
                1.0,
                Stroke::Dashed,
            );
            at.y += 12.0;
            let base = Point::new(at.x, at.y + 5.0);
            context.put(list, vec![rule, letters(base, Anchor::Start, head, HEAD, Role::Ink2)])?;
            at.x += context.width(HEAD, head) + GAP;
        }
        for (sign, words) in &self.entries {
            let indent = if sign.is_some() { SIGN } else { 0.0 };
            if at.x > left && at.x + indent + context.width(WORDS, words) > left + room {
                at = Point::new(left, at.y + ROW);
            }
            if let Some(sign) = sign {
                put_sign(context, list, *sign, Point::new(at.x + 9.0, at.y))?;
            }
            let lines = context.lines(WORDS, words, room - indent - (at.x - left));
            for (index, line) in lines.iter().enumerate() {
                at.y += if index > 0 { ROW * 0.8 } else { 0.0 };
                let base = Point::new(at.x + indent, at.y + 5.0);
                context.put(list, vec![letters(base, Anchor::Start, line, WORDS, Role::Ink2)])?;
            }
            at.x += indent + lines.iter().map(|line| context.width(WORDS, line)).fold(0.0, f64::max) + GAP;
        }
        Ok(at.y + ROW / 2.0)
    }
}

fn put_sign(context: &RenderContext<'_>, list: &DisplayList, sign: LegendSymbol, at: Point) -> Result<(), String> {
    let (area, brush) = (list.clone().into_drawing_area(), context.brush());
    let swatch = Rect::around(at, 20.0, 14.0);
    let done = match sign {
        LegendSymbol::Mark(shape, stage, colour) => draw_stage(&area, (shape, stage, colour), at, RADIUS, &brush),
        LegendSymbol::Ring => draw_ring(&area, at, RADIUS, &brush),
        LegendSymbol::Tint => {
            context.put(list, vec![Primitive::Area(corners(swatch), Role::Raise)])?;
            draw_tint(&area, swatch, &brush)
        }
        LegendSymbol::City => draw_dot(&area, at, 4.0, Role::Ink2, &brush),
        LegendSymbol::Line => {
            draw_railway(&area, &[Point::new(swatch.x, at.y), Point::new(swatch.right(), at.y)], &brush)
        }
        LegendSymbol::River => {
            draw_schematic_river(&area, &[Point::new(swatch.x, at.y), Point::new(swatch.right(), at.y)], &brush)
        }
        LegendSymbol::ValueClass(class) => {
            let edge = match class {
                ValueClass::Computed => frame(swatch, Role::Category(Colour::Plum), 1.5, Stroke::Dashed),
                ValueClass::High | ValueClass::Low => frame(swatch, Role::Mline, 1.0, Stroke::Solid),
            };
            return context.put(list, vec![Primitive::Area(corners(swatch), role_of(class)), edge]);
        }
        LegendSymbol::Hatching(hatching) => {
            let strokes = hatch(&vec![corners(swatch)], hatching.spacing() * 0.8);
            return context
                .put(list, vec![Primitive::Hatch(strokes), frame(swatch, Role::Mline, 1.0, Stroke::Solid)]);
        }
    };
    done.map_err(|fault| fault.to_string())
}
