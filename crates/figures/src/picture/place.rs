//! A region or place for sharing: its name, what is said of it first, and where it lies.

use std::sync::Arc;

use super::drawing::Drawing;
use super::foot::{Foot, foot};
use super::share::title_of;
use super::{DisplayList, Format, Picture, RenderContext};
use crate::layout::map::{MapLayout, lay_out_near};
use crate::layout::{Role, Type};
use geometry::Rect;
use story::model::{Fact, Subject};
use story::text::{TitleRoom, lead_of};

/// Paper around everything.
const MARGIN: f64 = 56.0;
/// How much larger than on the page the map's letters are.
const LARGER: f64 = 1.35;
/// How many lines the name and what is said may have.
const LINES: usize = 3;
const STATEMENT: Type = Type::sans(30.0);
const SMALL: Type = Type::sans(14.0);

/// The picture, in the wide form.
pub fn place_picture(context: &RenderContext<'_>, subject: Subject<'_>) -> Result<Picture, String> {
    let [width, height] = Format::Wide.size().map(f64::from);
    let list = DisplayList::new([width, height], context.paper());
    let column = TitleRoom::SHARE_WIDE.width;
    let space = Rect::new(MARGIN + column + 40.0, 36.0, width - MARGIN - column - 76.0, height - 72.0);
    let map = map_for(context, subject, space).transpose()?;
    // 1. The story's name, with its seal.
    context.put_brand(&list, [MARGIN, MARGIN - 8.0], 40.0, column)?;
    // 2. Where it is from, at the bottom.
    let lead = lead_of(context.story, subject);
    let foot = foot_of(context, lead.fact(), map.is_some());
    let lines = foot.lines(context, SMALL, column);
    let foot_top = height - MARGIN + 16.0 - lines.len() as f64 * SMALL.size * 1.55;
    foot.put(context, &list, [MARGIN, foot_top], SMALL, column)?;
    // 3. The name, and what is said first.
    let name = subject.name().get(context.lang);
    let (face, lines) = title_of(context, name, column, 220.0, LINES);
    let at = context.put_lines(&list, [MARGIN, MARGIN + 74.0], &lines, face, Role::Ink, 1.28)? + 16.0;
    let words = lead.words(context.story, context.lang);
    let lines = fitting(context, &words, column, foot_top - 24.0 - at);
    context.put_lines(&list, [MARGIN, at], &lines.1, lines.0, Role::Ink2, 1.45)?;
    // 4. The map.
    if let Some(layout) = map {
        Drawing::Map(Arc::new(layout), 0).put(context, &list, space, LARGER)?;
    }
    let heading = [name.to_owned(), name.to_owned()];
    let description = context.ui().sentences(&[&words, &foot.in_one_line(context)]);
    Ok(Picture::new(&list, context.lang, heading, description))
}

fn map_for(context: &RenderContext<'_>, subject: Subject<'_>, space: Rect) -> Option<Result<MapLayout, String>> {
    let size = [space.width / LARGER, space.height / LARGER];
    lay_out_near(context.story, context.basemap, subject, size, context.lang)
}

/// Its source, and with a map whose that is.
fn foot_of(context: &RenderContext<'_>, fact: Option<&Fact>, has_map: bool) -> Foot {
    let article = fact.and_then(|fact| fact.source.as_ref()).map(|source| source.article.as_str());
    let articles = context.ui().of_articles(&article.into_iter().collect::<Vec<_>>());
    let any = context.story.told().flat_map(|(_, told)| told.maps()).next().filter(|_| has_map);
    foot(context, &articles, any)
}

/// The words in lines, as large as there is room for.
fn fitting(context: &RenderContext<'_>, words: &str, width: f64, height: f64) -> (Type, Vec<String>) {
    let sizes = [STATEMENT.size, 26.0, 22.0, 19.0, 17.0];
    let set = |size: f64| {
        let face = Type { size, ..STATEMENT };
        (face, context.lines(face, words, width))
    };
    let fits = |(face, lines): &(Type, Vec<String>)| lines.len() as f64 * face.size * 1.45 <= height;
    sizes.into_iter().map(set).find(fits).unwrap_or_else(|| set(sizes[sizes.len() - 1]))
}
