//! Who says what, as it is drawn for pictures: the page itself has it as a table.

use geometry::Point;
use story::model::{Kind, Lang, Statements, Story};
use story::text::plain_text;

use crate::layout::scene::{Primitive, Role, Scene};
use crate::layout::sheet::{HEAD, NAME, Sheet, WORDS};
use crate::layout::signs::{Swatch, kind_mark, mark_width, text};
use crate::layout::{ChartLayout, Placed};

impl ChartLayout for Statements {
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed {
        Placed::Scene(statements_scene(story, self, lang, width))
    }
}

/// Who says what.
fn statements_scene(story: &Story, spec: &Statements, lang: Lang, width: f64) -> Scene {
    let mut sheet = Sheet::new(lang, width);
    let (ui, left) = (sheet.ui, (width * 0.22).max(110.0));
    sheet.heads(&[(0.0, left - 16.0, ui.table_who()), (left, width - left, ui.table_says())]);
    for side in spec.sides(story) {
        let top = sheet.foot;
        let name = sheet.lines(0.0, top + 26.0, sheet.words(side.name), NAME, Role::Ink, left - 16.0);
        let mut base = top + 26.0;
        for (words, fact) in side.statements {
            let words = plain_text(story, words, lang);
            let room = width - left - mark_width(ui, fact.kind) - 8.0 - HEAD.width(ui.kind(fact.kind)) - 8.0;
            let foot = match fact.kind {
                Kind::NotGiven => sheet.not_given(left, base, &words, room),
                _ => sheet.lines(left, base, &words, WORDS, Role::Ink, room),
            };
            let kind = Point::new(width - HEAD.width(ui.kind(fact.kind)), base);
            sheet.primitives.push(Primitive::Text(text(kind, ui.kind(fact.kind), HEAD, Role::Ink2)));
            let at = Point::new(kind.x - mark_width(ui, fact.kind) - 6.0, base);
            sheet.primitives.extend(kind_mark(ui, fact.kind, at, Role::Ink2));
            base = foot + 24.0;
        }
        sheet.foot = name.max(base - 24.0) + 14.0;
        sheet.rule(Role::Rule, width);
    }
    sheet.scene::<Swatch>(&[])
}
