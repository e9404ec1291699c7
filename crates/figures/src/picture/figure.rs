//! A figure for downloading: title, how to read it, the drawing, its key, its source.

use super::drawing::{Drawing, drawing_of};
use super::foot::{articles_of_places, foot};
use super::legend::{Legend, legend_of, off_map_list_of};
use super::{DisplayList, Picture, RenderContext};
use crate::layout::map::laid_out_once;
use crate::layout::{Role, Type, Width, laid_out};
use geometry::Rect;
use story::model::{ChapterMap, Figure};
use story::text::{notes_below, notes_of_map};

/// Paper around everything.
const MARGIN: f64 = 36.0;
/// Titles are no narrower than this, whatever the drawing is.
const LEAST: f64 = 560.0;

/// Room enough for any figure; the list is cut where it ends.
const TALL: f64 = 8000.0;
/// Side of the seal.
const BRAND: f64 = 24.0;

const TITLE: Type = Type::serif(27.0);
const HEAD: Type = Type::serif(18.0);
const READING: Type = Type::sans(15.0);
const SMALL: Type = Type::sans(13.0);

/// The picture of a figure.
pub fn figure_picture(context: &RenderContext<'_>, figure: &Figure) -> Result<Picture, String> {
    let drawing = drawing_of(context, figure, laid_out(&figure.chart).picture_width());
    let words = FigureWords {
        titles: context.titles(&figure.title),
        reading: context.plain(&figure.description),
        notes: notes_below(context.story, figure, context.lang),
        source: figure.picture_source.as_ref().unwrap_or(&figure.source).get(context.lang).to_owned(),
    };
    compose(context, &words, &[Panel { head: None, drawing, key: None }], None)
}

/// The picture of a chapter's map.
pub fn map_picture(context: &RenderContext<'_>, map: &ChapterMap) -> Result<Picture, String> {
    let layout = laid_out_once(context.story, context.basemap, map, Width::Wide, context.lang)?;
    let words = FigureWords {
        titles: context.titles(&map.title),
        reading: context.plain(&map.description),
        notes: notes_of_map(context.story, map, context.lang),
        source: articles_of_places(context, map),
    };
    // What is shaded only on request is not shaded here.
    let shading = context.story.shading_of(map).filter(|_| !map.shading_on_request);
    let heads: Vec<Option<String>> = match shading {
        Some((_, bars)) => {
            bars.measures.iter().map(|measure| Some(measure.name.get(context.lang).to_owned())).collect()
        }
        None => vec![None],
    };
    // A reader of the page switches between the measures of a shaded map; a picture shows them all.
    let panel = |(measure, head): (usize, Option<String>)| Panel {
        head,
        key: Some(legend_of(context, map, &layout, measure)),
        drawing: Drawing::Map(layout.clone(), measure),
    };
    let panels: Vec<Panel> = heads.into_iter().enumerate().map(panel).collect();
    compose(context, &words, &panels, Some(map))
}

/// One of the drawings of a figure.
struct Panel {
    head: Option<String>,
    drawing: Drawing,
    key: Option<Legend>,
}

/// What a figure says beside its drawing.
struct FigureWords {
    titles: [String; 2],
    reading: String,
    notes: Vec<String>,
    source: String,
}

/// Puts everything below each other: title, reading help, drawing, key, source.
fn compose(
    context: &RenderContext<'_>,
    words: &FigureWords,
    panels: &[Panel],
    map: Option<&ChapterMap>,
) -> Result<Picture, String> {
    let room = panels.iter().map(|panel| panel.drawing.size()[0]).fold(LEAST, f64::max);
    let list = DisplayList::new([room + 2.0 * MARGIN, TALL], context.paper());
    let title = context.headline(TITLE, &words.titles[0], room);
    let mut top = context.put_lines(&list, [MARGIN, MARGIN - 6.0], &title, TITLE, Role::Ink, 1.4)?;
    let reading = context.lines(READING, &words.reading, room.min(760.0));
    top = context.put_lines(&list, [MARGIN, top + 6.0], &reading, READING, Role::Ink2, 1.6)?;
    for panel in panels {
        top += 18.0;
        if let Some(head) = &panel.head {
            top = context.put_lines(&list, [MARGIN, top], std::slice::from_ref(head), HEAD, Role::Ink, 1.4)? + 6.0;
        }
        let [width, height] = panel.drawing.size();
        panel.drawing.put(context, &list, Rect::new(MARGIN, top, width, height), 1.0)?;
        top += height + 14.0;
        if let Some(key) = &panel.key {
            top = key.put(context, &list, [MARGIN, top], room)?;
        }
    }
    if let Some(map) = map {
        top = off_map_list_of(context, map).put(context, &list, [MARGIN, top], room)?;
    }
    for note in &words.notes {
        let lines = context.lines(READING, note, room.min(760.0));
        top = context.put_lines(&list, [MARGIN, top + 4.0], &lines, READING, Role::Ink2, 1.6)?;
    }
    top += 8.0;
    context.put_rule(&list, [MARGIN, MARGIN + room], top, Role::Ink, 1.0)?;
    let brand = context.brand_width(BRAND);
    context.put_brand(&list, [MARGIN + room - brand, top + 12.0], BRAND, brand + 1.0)?;
    let bottom =
        foot(context, &words.source, map).put(context, &list, [MARGIN, top + 8.0], SMALL, room - brand - 24.0)?;
    let said: Vec<&str> = std::iter::once(&words.reading).chain(&words.notes).map(String::as_str).collect();
    let said = context.ui().after_each_other(&said);
    let description = context.ui().sentences(&[&said, &foot(context, &words.source, map).in_one_line(context)]);
    let list = list.cut_at(bottom.max(top + 36.0) + MARGIN - 12.0);
    Ok(Picture::new(&list, context.lang, words.titles.clone(), description))
}
