//! A chapter for sharing: its finding, a drawing, where it is from.

use std::sync::Arc;

use super::drawing::{Drawing, drawing_of};
use super::foot::{articles_of_chapter, foot};
use super::render_context::letters;
use super::{DisplayList, Picture, RenderContext};
use crate::layout::map::{MapLayout, Named, lay_out_small};
use crate::layout::{Anchor, PlacedArea, PlacedAreas, Role, Type};
use geometry::{Point, Rect};
use story::model::{Area, Chapter, ChapterMap, Figure, Told};
use story::text::{COVER_SIZE, SHARE_SIZES, TitleRoom, readings_below, readings_of_figure};

/// The form of a picture for sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Words on the left, the drawing on the right.
    Wide,
    /// Words above the drawing.
    Square,
    /// As the wide one, with more room for the drawing.
    Cover,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Wide, Self::Square, Self::Cover];

    /// Width and height in pixels.
    pub fn size(self) -> [u32; 2] {
        match self {
            Self::Wide => SHARE_SIZES[0],
            Self::Square => SHARE_SIZES[1],
            Self::Cover => COVER_SIZE,
        }
    }
}

/// Paper around everything.
const MARGIN: f64 = 56.0;
/// The widths that a chart is laid out for, until one fills the room best.
const WIDTHS: [f64; 7] = [320.0, 400.0, 520.0, 592.0, 680.0, 900.0, 968.0];
/// The sizes of a title, until one fits.
const TITLES: [f64; 9] = [60.0, 56.0, 52.0, 48.0, 44.0, 40.0, 36.0, 33.0, TitleRoom::SHARE_WIDE.size];
/// How much larger than on the page a map's letters are, until all its marks have their names.
const LARGER: [f64; 6] = [1.25, 1.15, 1.05, 0.95, 0.9, 0.85];

const CHAPTER: Type = Type::serif(24.0);
const AREA: Type = Type::sans(23.0);
const OWN_AREA: Type = Type::strong(23.0);
const SOURCE: Type = Type::sans(16.0);
const SMALL: Type = Type::sans(14.0);

/// The picture of a chapter that is told.
pub fn share_picture(
    context: &RenderContext<'_>,
    chapter: &Chapter,
    told: &Told,
    format: Format,
) -> Result<Picture, String> {
    composed(context, chapter, told, format).map(|(picture, _)| picture)
}

/// The map in that picture, as it is laid out there; none where a chart stands.
pub fn share_map(
    context: &RenderContext<'_>,
    chapter: &Chapter,
    told: &Told,
    format: Format,
) -> Result<Option<Arc<MapLayout>>, String> {
    composed(context, chapter, told, format).map(|(_, map)| map)
}

fn composed(
    context: &RenderContext<'_>,
    chapter: &Chapter,
    told: &Told,
    format: Format,
) -> Result<(Picture, Option<Arc<MapLayout>>), String> {
    let [width, height] = format.size().map(f64::from);
    let list = DisplayList::new([width, height], context.paper());
    let column = match format {
        Format::Wide | Format::Cover => TitleRoom::SHARE_WIDE.width,
        Format::Square => TitleRoom::SHARE_SQUARE.width,
    };
    // 1. The story's name, with its seal.
    context.put_brand(&list, [MARGIN, MARGIN - 8.0], 40.0, column)?;
    // 2. Where it is from, at the bottom.
    let drawing = Choice::of(context, told);
    let map = drawing.map();
    let foot = foot(context, &articles_of_chapter(context, chapter), map).with_notes(drawing.notes(context, told));
    let small = if map.is_some() { SMALL } else { SOURCE };
    let lines = foot.lines(context, small, column);
    let foot_top = height - MARGIN + 16.0 - lines.len() as f64 * small.size * 1.55;
    foot.put(context, &list, [MARGIN, foot_top], small, column)?;
    // 3. The finding, as large as fits.
    let top = MARGIN + 62.0;
    let name = format!("{} {}", chapter.numeral.get(context.lang), chapter.name.get(context.lang));
    let mut at = context.put_lines(&list, [MARGIN, top], &[name], CHAPTER, Role::Ink3, 1.4)? + 8.0;
    let [title, spoken] = context.titles(&told.title);
    let (room, most) = match format {
        Format::Wide | Format::Cover => (foot_top - 20.0 - at, TitleRoom::SHARE_WIDE.lines),
        Format::Square => (190.0, TitleRoom::SHARE_SQUARE.lines),
    };
    let (face, lines) = title_of(context, &title, column, room, most);
    at = context.put_lines(&list, [MARGIN, at], &lines, face, Role::Ink, 1.28)?;
    // 4. The drawing, in what is left.
    let space = match format {
        Format::Wide | Format::Cover => {
            Rect::new(MARGIN + column + 40.0, 36.0, width - MARGIN - column - 76.0, height - 72.0)
        }
        Format::Square => Rect::new(MARGIN, at + 20.0, column, foot_top - at - 44.0),
    };
    let map = drawing.put(context, &list, told, space)?;
    let description = context.ui().sentences(&[&context.plain(&told.dek), &foot.in_one_line(context)]);
    Ok((Picture::new(&list, context.lang, [title, spoken], description), map))
}

/// The largest title that fits and breaks no phrase, else the largest that fits.
pub(super) fn title_of(
    context: &RenderContext<'_>,
    words: &str,
    width: f64,
    height: f64,
    most: usize,
) -> (Type, Vec<String>) {
    let set = |size: f64| {
        let face = Type::serif(size);
        (face, context.headline(face, words, width))
    };
    let fits = |(face, lines): &(Type, Vec<String>)| {
        lines.len() <= most
            && lines.len() as f64 * face.size * 1.28 <= height
            && lines.iter().all(|line| context.width(*face, line) <= width)
    };
    let whole = |(face, _): &(Type, Vec<String>)| context.holds_phrases(*face, words, width);
    let mut ways = TITLES.into_iter().map(set).filter(|way| fits(way));
    ways.find(whole)
        .or_else(|| TITLES.into_iter().map(set).find(fits))
        .unwrap_or_else(|| set(TITLES[TITLES.len() - 1]))
}

/// What a chapter shows of itself.
enum Choice<'a> {
    /// Its map.
    Map(&'a ChapterMap),
    /// Its main figure.
    Figure(&'a Figure),
    /// The areas of work it draws on.
    Areas,
}

impl<'a> Choice<'a> {
    /// The map, unless it is shaded, which shows one measure where the figure shows all; else the first figure.
    fn of(context: &RenderContext<'a>, told: &'a Told) -> Self {
        let figure = told.figures.first().map(|id| context.story.figure(id));
        match (&told.map, figure) {
            (Some(map), None) => Self::Map(map),
            (Some(map), Some(_)) if map.shading.is_none() || map.shading_on_request => Self::Map(map),
            (_, Some(figure)) => Self::Figure(figure),
            (None, None) => Self::Areas,
        }
    }

    /// The readings of ours on which the numbers that it shows rest, and those of the title.
    fn notes(&self, context: &RenderContext<'_>, told: &Told) -> Vec<String> {
        let own = readings_below(context.story, &[&told.title], context.lang);
        let shown = match self {
            Self::Figure(figure) => readings_of_figure(context.story, figure, context.lang),
            Self::Map(_) | Self::Areas => Vec::new(),
        };
        let more = shown.into_iter().filter(|note| !own.contains(note));
        own.iter().cloned().chain(more).collect()
    }

    fn map(&self) -> Option<&'a ChapterMap> {
        match self {
            Self::Map(map) => Some(map),
            Self::Figure(_) | Self::Areas => None,
        }
    }

    /// Puts the drawing into the middle of the room, as large as it gets; returns the map if it is one.
    fn put(
        &self,
        context: &RenderContext<'_>,
        list: &DisplayList,
        told: &Told,
        space: Rect,
    ) -> Result<Option<Arc<MapLayout>>, String> {
        let drawing = match self {
            Self::Map(map) => Some(Drawing::Map(Arc::new(lay_out(context, map, space)?), 0)),
            Self::Figure(figure) => {
                let ways = WIDTHS.into_iter().map(|width| drawing_of(context, figure, width));
                ways.max_by(|a, b| scale_of(a, space).total_cmp(&scale_of(b, space)))
            }
            Self::Areas => return put_areas(context, list, told, space).map(|()| None),
        };
        let Some(drawing) = drawing else { return Ok(None) };
        let scale = scale_of(&drawing, space);
        let [width, height] = drawing.size().map(|length| length * scale);
        drawing.put(context, list, Rect::around(space.centre(), width, height), scale)?;
        Ok(match drawing {
            Drawing::Map(layout, _) => Some(layout),
            Drawing::Pictogram(_) | Drawing::Areas(..) | Drawing::Scene(_) => None,
        })
    }
}

/// The map for this room, its letters as large as all names of its marks allow; a map of more marks than words have room
/// for shows those that it names.
fn lay_out(context: &RenderContext<'_>, map: &ChapterMap, space: Rect) -> Result<MapLayout, String> {
    let of = |larger: f64, named| {
        let size = [space.width / larger, space.height / larger];
        lay_out_small(context.story, context.basemap, map, size, context.lang, named)
    };
    let whole = LARGER.into_iter().find_map(|larger| of(larger, Named::Marks).ok());
    whole.map_or_else(|| of(LARGER[LARGER.len() - 1], Named::Some), Ok)
}

/// The areas of work one below the other, with their names; those of the chapter stand out.
fn put_areas(context: &RenderContext<'_>, list: &DisplayList, told: &Told, space: Rect) -> Result<(), String> {
    let all = &context.story.chapters.areas;
    let row = (space.height / all.len().max(1) as f64).min(60.0);
    let (side, top) = (row * 0.56, space.centre().y - row * all.len() as f64 / 2.0);
    let rect = |index: usize| Rect::new(space.x + 24.0, top + row * index as f64 + (row - side) / 2.0, side, side);
    let squares = all.iter().enumerate().map(|(index, area)| PlacedArea {
        id: area.id.clone(),
        rect: rect(index),
        mention: area.mention,
    });
    let placed = PlacedAreas { size: list.size(), areas: squares.collect() };
    let [width, height] = list.size();
    let drawing = Drawing::Areas(placed, told.areas.clone());
    drawing.put(context, list, Rect::new(0.0, 0.0, width, height), 1.0)?;
    let name = |(index, area): (usize, &Area)| {
        let own = told.areas.contains(&area.id);
        let (face, role) = if own { (OWN_AREA, Role::Ink) } else { (AREA, Role::Ink3) };
        let at = Point::new(rect(index).right() + 18.0, rect(index).centre().y + face.size * 0.36);
        letters(at, Anchor::Start, area.name.get(context.lang), face, role)
    };
    context.put(list, all.iter().enumerate().map(name).collect())
}

/// By how much a drawing may grow or must shrink to fill the room.
fn scale_of(drawing: &Drawing, space: Rect) -> f64 {
    let [width, height] = drawing.size();
    (space.width / width).min(space.height / height)
}
