//! The story's icon: its seal.

use super::render_context::letters;
use super::{DisplayList, Picture, RenderContext};
use crate::layout::{Anchor, Primitive, Role, Type, corners};
use geometry::{Point, Rect};
use story::model::Colour;

/// Side of the icon's list. Its ground reaches to every edge, so that systems may round it off.
pub const ICON: f64 = 64.0;

/// The icon, as a square of [`ICON`] pixels.
pub fn icon_picture(context: &RenderContext<'_>) -> Result<Picture, String> {
    let head = context.story.head();
    let list = DisplayList::new([ICON, ICON], context.paper());
    let middle = Point::new(ICON / 2.0, ICON / 2.0 + ICON * 0.25);
    context.put(
        &list,
        vec![
            Primitive::Area(corners(Rect::new(0.0, 0.0, ICON, ICON)), Role::Category(Colour::Peony)),
            letters(middle, Anchor::Middle, head.seal.get(context.lang), Type::serif(ICON * 0.68), Role::OnGiven),
        ],
    )?;
    Ok(Picture::new(&list, context.lang, context.titles(&head.title), context.plain(&head.title)))
}
