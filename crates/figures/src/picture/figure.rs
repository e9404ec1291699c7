//! A figure for downloading: title, how to read it, the drawing, its key, its source.

use super::drawing::{Drawing, drawing_of};
use super::foot::{articles_of_places, foot};
use super::key::{Key, key_of, tray_of};
use super::{Desk, Picture, Sheet};
use crate::layout::map::laid_out_once;
use crate::layout::{Role, Type, Width};
use geometry::Rect;
use story::model::{ChapterMap, Figure};
use story::text::{notes_below, notes_of_map};

/// Paper around everything.
const MARGIN: f64 = 36.0;
/// Titles are no narrower than this, whatever the drawing is.
const LEAST: f64 = 560.0;
/// The width that charts are laid out for.
const CHART: f64 = 900.0;
/// The width that charts of counted marks are laid out for.
const MARKS: f64 = 520.0;

/// Room enough for any figure; the sheet is cut where it ends.
const TALL: f64 = 8000.0;
/// Side of the seal.
const BRAND: f64 = 24.0;

const TITLE: Type = Type::serif(27.0);
const HEAD: Type = Type::serif(18.0);
const READING: Type = Type::sans(15.0);
const SMALL: Type = Type::sans(13.0);

/// The picture of a figure; none for a figure that has no drawing.
pub fn figure_picture(desk: &Desk<'_>, figure: &Figure) -> Option<Result<Picture, String>> {
    let width = if figure.units.is_some() || figure.areas.is_some() { MARKS } else { CHART };
    let drawing = drawing_of(desk, figure, width)?;
    let words = FigureWords {
        titles: desk.titles(&figure.title),
        reading: desk.plain(&figure.description),
        notes: notes_below(desk.story, figure, desk.lang),
        source: figure.picture_source.as_ref().unwrap_or(&figure.source).get(desk.lang).to_owned(),
    };
    Some(compose(desk, &words, &[Panel { head: None, drawing, key: None }], None))
}

/// The picture of a chapter's map.
pub fn map_picture(desk: &Desk<'_>, map: &ChapterMap) -> Result<Picture, String> {
    let layout = laid_out_once(desk.story, desk.ground, map, Width::Wide, desk.lang)?;
    let words = FigureWords {
        titles: desk.titles(&map.title),
        reading: desk.plain(&map.description),
        notes: notes_of_map(desk.story, map, desk.lang),
        source: articles_of_places(desk, map),
    };
    // What is shaded only on request is not shaded here.
    let shading = map.shading.as_ref().filter(|_| !map.shading_on_request);
    let measures = shading.and_then(|id| desk.story.figure(id)?.bars.as_ref());
    let heads: Vec<Option<String>> = match measures {
        Some(bars) => bars.measures.iter().map(|measure| Some(measure.name.get(desk.lang).to_owned())).collect(),
        None => vec![None],
    };
    // A reader of the page switches between the measures of a shaded map; a picture shows them all.
    let panel = |(measure, head): (usize, Option<String>)| Panel {
        head,
        key: Some(key_of(desk, map, &layout, measure)),
        drawing: Drawing::Map(layout.clone(), measure),
    };
    let panels: Vec<Panel> = heads.into_iter().enumerate().map(panel).collect();
    compose(desk, &words, &panels, Some(map))
}

/// One of the drawings of a figure.
struct Panel {
    head: Option<String>,
    drawing: Drawing,
    key: Option<Key>,
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
    desk: &Desk<'_>,
    words: &FigureWords,
    panels: &[Panel],
    map: Option<&ChapterMap>,
) -> Result<Picture, String> {
    let room = panels.iter().map(|panel| panel.drawing.size()[0]).fold(LEAST, f64::max);
    let sheet = Sheet::new([room + 2.0 * MARGIN, TALL], desk.paper());
    let title = desk.headline(TITLE, &words.titles[0], room);
    let mut top = desk.put_lines(&sheet, [MARGIN, MARGIN - 6.0], &title, TITLE, Role::Ink, 1.4)?;
    let reading = desk.lines(READING, &words.reading, room.min(760.0));
    top = desk.put_lines(&sheet, [MARGIN, top + 6.0], &reading, READING, Role::Ink2, 1.6)?;
    for panel in panels {
        top += 18.0;
        if let Some(head) = &panel.head {
            top = desk.put_lines(&sheet, [MARGIN, top], std::slice::from_ref(head), HEAD, Role::Ink, 1.4)? + 6.0;
        }
        let [width, height] = panel.drawing.size();
        panel.drawing.put(desk, &sheet, Rect::new(MARGIN, top, width, height), 1.0)?;
        top += height + 14.0;
        if let Some(key) = &panel.key {
            top = key.put(desk, &sheet, [MARGIN, top], room)?;
        }
    }
    if let Some(map) = map {
        top = tray_of(desk, map).put(desk, &sheet, [MARGIN, top], room)?;
    }
    for note in &words.notes {
        let lines = desk.lines(READING, note, room.min(760.0));
        top = desk.put_lines(&sheet, [MARGIN, top + 4.0], &lines, READING, Role::Ink2, 1.6)?;
    }
    top += 8.0;
    desk.put_rule(&sheet, [MARGIN, MARGIN + room], top, Role::Ink, 1.0)?;
    let brand = desk.brand_width(BRAND);
    desk.put_brand(&sheet, [MARGIN + room - brand, top + 12.0], BRAND, brand + 1.0)?;
    let bottom = foot(desk, &words.source, map).put(desk, &sheet, [MARGIN, top + 8.0], SMALL, room - brand - 24.0)?;
    let said: Vec<&str> = std::iter::once(&words.reading).chain(&words.notes).map(String::as_str).collect();
    let said = desk.ui().after_each_other(&said);
    let description = desk.ui().sentences(&[&said, &foot(desk, &words.source, map).in_one_line(desk)]);
    let sheet = sheet.cut_at(bottom.max(top + 36.0) + MARGIN - 12.0);
    Ok(Picture::new(&sheet, desk.lang, words.titles.clone(), description))
}
