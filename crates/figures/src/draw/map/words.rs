//! Labels, readings of shaded regions, and the words of the furniture.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::super::brush::Brush;
use super::super::fault::Fault;
use super::super::scene::{draw_styled, draw_text};
use super::land::role_of;
use super::marks::{draw_arrow, draw_disc};
use super::{MapDrawing, closed};
use crate::layout::map::style::{FRAME, INSET_LEADER, KIND, KIND_COMPUTED, LEADER, LineStyle, SCALE_BAR};
use crate::layout::map::{FOOT, InsetFrame, Label, LabelKind, Reading, ScaleBar, Side, ValueClass};
use crate::layout::{Anchor, Role, TextRun, Type, corners};
use geometry::Point;
use story::model::{Colour, Kind};
use story::text::{Face, Ui};

/// Words that are no names.
const CAPTION: Type = Type::sans(12.8);
/// A region's number on a shaded map.
const NUMBER: Type = Type::serif(26.0);
/// The mark of its kind.
const MARK: Type = Type::sans(11.0);

/// Inset frame, scale bar, the list of cities beyond.
pub fn draw_furniture<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    map: &MapDrawing<'_>,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    if let Some(inset) = &map.layout.inset {
        draw_inset_frame(area, inset, brush)?;
    }
    if let Some(bar) = &map.layout.scale_bar {
        draw_scale_bar(area, bar, brush)?;
    }
    if let Some((at, words)) = &map.layout.beyond_title {
        draw_words(area, *at, Anchor::End, words, (CAPTION, Role::Ink2), brush)?;
    }
    for row in &map.layout.beyond {
        let place = map.story.place(&row.place);
        let face = Type::strong(LabelKind::Place.size());
        draw_words(area, row.at, Anchor::End, place.short.get(map.lang), (face, Role::Ink), brush)?;
        draw_arrow(area, row.arrow_at, row.bearing, brush)?;
    }
    Ok(())
}

fn draw_inset_frame<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    inset: &InsetFrame,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_styled(area, &closed(&corners(inset.source)), FRAME, brush)?;
    for leader in &inset.leaders {
        draw_styled(area, leader, INSET_LEADER, brush)?;
    }
    draw_words(area, inset.caption_at, Anchor::Middle, &inset.caption, (CAPTION, Role::Ink2), brush)
}

fn draw_scale_bar<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    bar: &ScaleBar,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_styled(area, &bar.line, SCALE_BAR, brush)?;
    draw_words(area, bar.label_at, Anchor::Middle, &bar.label, (CAPTION, Role::Ink2), brush)
}

/// A label with its leader.
pub fn draw_label<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    label: &Label,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    if let Some(leader) = &label.leader {
        draw_styled(area, leader, LEADER, brush)?;
    }
    if let Some(foot) = label.foot() {
        draw_disc(area, foot, FOOT, Role::Ink2, brush)?;
    }
    let (anchor, x) = match label.side() {
        Side::Right => (Anchor::Start, label.bounds.x),
        Side::Left => (Anchor::End, label.bounds.right()),
        Side::Centre => (Anchor::Middle, label.bounds.centre().x),
    };
    for (index, (words, y)) in label.lines.iter().zip(label.baselines()).enumerate() {
        let look = if index == 0 { look_of(label.kind) } else { (CAPTION, Role::Ink2) };
        draw_words(area, Point::new(x, y), anchor, words, look, brush)?;
    }
    Ok(())
}

/// Cut and colour of a label's name.
fn look_of(kind: LabelKind) -> (Type, Role) {
    match kind {
        LabelKind::Place | LabelKind::Number | LabelKind::Line => (Type::strong(kind.size()), Role::Ink),
        LabelKind::Region => (name_of(kind), Role::Ink3),
        LabelKind::Value => (name_of(kind), Role::Ink2),
        LabelKind::River => (name_of(kind), Role::Category(Colour::River)),
        LabelKind::Station => (Type::sans(kind.size()), Role::Ink),
        LabelKind::Neighbour => (Type::sans(kind.size()), Role::Ink3),
    }
}

/// The cut of names of land and water.
fn name_of(kind: LabelKind) -> Type {
    Type { size: kind.size(), serif: true, face: Face::Regular }
}

/// What a reading stands on.
pub fn ground_of(reading: &Reading) -> Role {
    reading.class.map_or(Role::Raise, role_of)
}

/// What a shaded map says of a region: number with the mark of its kind and name, or name and words.
pub fn draw_reading<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    map: &MapDrawing<'_>,
    label: &Label,
    reading: &Reading,
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    let middle = label.bounds.centre().x;
    let [head, below] = reading.baselines(&label.bounds).map(|y| Point::new(middle, y));
    let name = name_of(LabelKind::Value);
    let Some(kind) = reading.kind else {
        draw_words(area, head, Anchor::Middle, &reading.head, (name, Role::Ink2), brush)?;
        return draw_words(area, below, Anchor::Middle, &reading.below, (CAPTION, Role::Ink2), brush);
    };
    let ink = if reading.class == Some(ValueClass::High) { Role::OnGiven } else { Role::Ink };
    let (end, mark) = reading.number_parts(&label.bounds);
    draw_words(area, end, Anchor::End, &reading.head, (NUMBER, ink), brush)?;
    let edge = if kind == Kind::Computed { KIND_COMPUTED } else { KIND };
    if kind != Kind::Reported {
        draw_styled(area, &closed(&corners(mark)), LineStyle { role: ink, ..edge }, brush)?;
    }
    let at = Point::new(mark.centre().x, mark.centre().y + MARK.size * 0.36);
    draw_words(area, at, Anchor::Middle, Ui(map.lang).kind_mark(kind), (MARK, ink), brush)?;
    draw_words(area, below, Anchor::Middle, &reading.below, (name, ink), brush)
}

fn draw_words<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    at: Point,
    anchor: Anchor,
    words: &str,
    (face, role): (Type, Role),
    brush: &Brush,
) -> Result<(), Fault<DB>> {
    draw_text(area, &TextRun { at, anchor, words: words.to_owned(), face, role, of: None }, brush)
}
