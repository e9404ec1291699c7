//! The story's icon: its seal.

use super::desk::letters;
use super::{Desk, Picture, Sheet};
use crate::layout::{Anchor, Piece, Role, Type, corners};
use geometry::{Point, Rect};
use story::model::Colour;

/// Side of the icon's sheet. Its ground reaches to every edge, so that systems may round it off.
pub const ICON: f64 = 64.0;

/// The icon, as a square of [`ICON`] pixels.
pub fn icon_picture(desk: &Desk<'_>) -> Result<Picture, String> {
    let head = desk.story.head();
    let sheet = Sheet::new([ICON, ICON], desk.paper());
    let middle = Point::new(ICON / 2.0, ICON / 2.0 + ICON * 0.25);
    desk.put(
        &sheet,
        vec![
            Piece::Area(corners(Rect::new(0.0, 0.0, ICON, ICON)), Role::Category(Colour::Peony)),
            letters(middle, Anchor::Middle, head.seal.get(desk.lang), Type::serif(ICON * 0.68), Role::OnGiven),
        ],
    )?;
    Ok(Picture::new(&sheet, desk.lang, desk.titles(&head.title), desk.plain(&head.title)))
}
