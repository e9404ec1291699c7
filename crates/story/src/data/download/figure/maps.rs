//! What a map shows: its places with how precisely they are known, its lines, the cities beyond it, its shades.

use super::{FigureRow, Table, TableContext, name_of, said};
use crate::data::ChartData;
use crate::model::{ChapterId, ChapterMap, Lang, MapLine, Place, PlaceId, Story};
use crate::text::Ui;

/// How many columns a map's table has.
const COLUMNS: usize = 9;

/// What a chapter's map shows; the land under it is no row.
pub fn of<'a>(story: &'a Story, chapter: &ChapterId, map: &'a ChapterMap, lang: Lang) -> Table<'a> {
    let ui = Ui(lang);
    let place = |id: &'a PlaceId, what: Option<&str>| {
        let place = story.place(id);
        // A city has no fact of its own: it is on the map for what the chapter says of it.
        let told = || story.statements_about(&place.id).find(|fact| fact.chapter == *chapter);
        let fact = place.fact.as_ref().map(|id| story.fact(id)).or_else(told);
        FigureRow::words(cells(story, map, place, what, lang), fact).about(Some(id))
    };
    let is_line = |id: &PlaceId| map.lines.iter().any(|line| line.place == *id);
    let marks = map.places.iter().filter(|id| !is_line(id));
    let mut rows: Vec<FigureRow<'a>> = marks.map(|id| place(id, None)).collect();
    rows.extend(map.lines.iter().map(|one| line(story, map, one, lang)));
    let beyond = map.beyond_title.as_ref().map(|title| title.get(lang));
    rows.extend(map.beyond.iter().map(|id| place(id, beyond)));
    let shades = story.shading_of(map).filter(|_| !map.shading_on_request);
    rows.extend(shades.iter().flat_map(|(_, bars)| bars.table(TableContext::new(story, lang)).1).map(widened));
    (ui.map_table_heads().to_vec(), rows)
}

/// A row of bars in the columns of a map: both begin with what is shown, of what, and what is said.
fn widened(mut row: FigureRow<'_>) -> FigureRow<'_> {
    row.cells.resize(COLUMNS, String::new());
    row
}

/// A schematic line: what it stands for and what it leads through.
fn line<'a>(story: &'a Story, map: &ChapterMap, line: &'a MapLine, lang: Lang) -> FigureRow<'a> {
    let (ui, place) = (Ui(lang), story.place(&line.place));
    let names: Vec<String> = line.through.iter().map(|id| name_of(story, id, lang)).collect();
    let through = ui.through(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let what = ui.clauses(&ui.schematic());
    let mut cells = cells(story, map, place, Some(&what), lang);
    let said: Vec<&str> = [cells[2].as_str(), &through].into_iter().filter(|words| !words.is_empty()).collect();
    cells[2] = ui.clauses(&said);
    FigureRow::words(cells, place.fact.as_ref().map(|id| story.fact(id))).about(Some(&line.place))
}

/// What it is on the map, its name, what is said of it, its stage, and where it is, with what vouches for that.
fn cells(story: &Story, map: &ChapterMap, place: &Place, what: Option<&str>, lang: Lang) -> Vec<String> {
    let category = story.category_of(place).map(|category| category.name.get(lang));
    let stage = map.stages.iter().find(|stage| Some(stage.stage) == place.stage);
    let location = &place.location;
    let point = location.point.or(location.anchor);
    let degrees = |index: usize| point.map_or_else(String::new, |point| point[index].to_string());
    vec![
        // A city beside ours is of no category.
        what.or(category).unwrap_or("").to_owned(),
        place.name.get(lang).to_owned(),
        said(place.verb.as_ref(), lang),
        said(stage.map(|stage| &stage.label), lang),
        Ui(lang).known_to(location.precision).to_owned(),
        said(location.words.as_ref(), lang),
        degrees(0),
        degrees(1),
        said(location.source.as_ref(), lang),
    ]
}
