//! The map of a chapter: panes on the land, marks, lines, shading, labels and furniture, for one width and language.

mod candidates;
mod choropleth;
mod dense;
mod extents;
mod furniture;
mod input;
mod label;
mod labels;
mod legend;
mod line_candidates;
mod lines;
mod map_layout;
mod mark;
mod near;
mod panes;
mod points;
mod region_candidates;
mod rivers;
mod room;
pub mod style;
mod unplaced;
mod zoom;

use std::sync::Arc;

use super::{Basemap, Width};
use geometry::Rect;
use story::model::{Canvas, ChapterMap, Inset, Lang, Story, stamp_of};

use input::LayoutInput;
use unplaced::UnplacedLabel;

pub use choropleth::{Choropleth, ClassedMeasure, ClassedRegion, Hatching, ValueClass};
pub use dense::{CANVAS_FROM, Dots, dot_size, dots};
pub use extents::{Nearer, Wider, farther, nearer};
pub use furniture::{BeyondRow, InsetFrame, ScaleBar, bearing};
pub use input::Named;
pub use label::{FOOT, Label, LabelKind, Reading, Side};
pub use labels::NoRoom;
pub use legend::{LegendEntry, LegendSymbol, Meaning, class_legend, legend_entries, off_map, once_each};
pub use lines::{Line, LineEnd, Station};
pub use map_layout::MapLayout;
pub use mark::{Mark, Sign};
pub use near::lay_out_near;
pub use panes::{Pane, PaneKind};
pub use room::{Trouble, troubles};

/// Lays out the map of a chapter.
///
/// The steps: panes on the land; marks and lines in the panes; scale bar in an empty corner; labels last, so
/// that none covers anything. The error names the label that found no room.
pub fn lay_out(
    story: &Story,
    basemap: &Basemap<'_>,
    map: &ChapterMap,
    width: Width,
    lang: Lang,
) -> Result<MapLayout, String> {
    let frame = story.frame(&map.frame);
    let canvas = match width {
        Width::Wide => &frame.wide,
        Width::Narrow => &frame.narrow,
    };
    place_all(&LayoutInput { story, basemap, map, frame, canvas, lang, width, named: Named::All })
}

/// The same, kept with the land: one map stands on several pages, and to place its labels takes a while.
pub fn laid_out_once(
    story: &Story,
    basemap: &Basemap<'_>,
    map: &ChapterMap,
    width: Width,
    lang: Lang,
) -> Result<Arc<MapLayout>, String> {
    let key = (map.id.clone(), width, lang, stamp_of(map));
    basemap.maps.get(story, key, || lay_out(story, basemap, map, width, lang).map(Arc::new))
}

/// Lays the map out for a picture of this size, with room for few words: names alone, and of those only what `named`
/// wants and what else there is room for. Whatever mark it has is named.
pub fn lay_out_small(
    story: &Story,
    basemap: &Basemap<'_>,
    map: &ChapterMap,
    size: [f64; 2],
    lang: Lang,
    named: Named,
) -> Result<MapLayout, String> {
    let frame = story.frame(&map.frame);
    let (canvas, map) = (resized(&frame.wide, size), ChapterMap { names_only: true, ..map.clone() });
    place_all(&LayoutInput { story, basemap, map: &map, frame, canvas: &canvas, lang, width: Width::Wide, named })
}

/// A canvas with all its parts at another size, and without the list of cities beyond.
fn resized(canvas: &Canvas, size: [f64; 2]) -> Canvas {
    let (across, along) = (size[0] / canvas.size[0], size[1] / canvas.size[1]);
    let part = |[x, y, width, height]: [f64; 4]| [x * across, y * along, width * across, height * along];
    Canvas {
        size,
        extent: canvas.extent,
        area: part(canvas.area),
        inset: canvas.inset.as_ref().map(|inset| Inset { area: part(inset.area), ..inset.clone() }),
        locator: canvas.locator.map(part),
        beyond: None,
        reservoirs: canvas.reservoirs,
    }
}

/// A map with all that labels must keep away from.
struct Furnished {
    panes: Vec<Pane>,
    marks: Vec<Mark>,
    collided: bool,
    lines: Vec<Line>,
    shading: Option<Choropleth>,
    shading_on_request: Option<Choropleth>,
    inset: Option<InsetFrame>,
    scale_bar: Option<ScaleBar>,
    beyond: Vec<BeyondRow>,
    /// Where no label may stand.
    taken: Vec<Rect>,
}

/// Panes, marks, lines and furniture.
fn furnished(input: &LayoutInput<'_>) -> Furnished {
    let LayoutInput { basemap, map, canvas, width, .. } = *input;
    let mut panes = panes::panes(basemap, canvas);
    panes.iter_mut().for_each(|pane| pane.seen = points::seen(input, pane));
    let mut marks = points::marks(input, &panes);
    let collided = dense::is_crowded(width, &panes[0], &marks);
    if collided {
        marks.iter_mut().for_each(|mark| mark.number = None);
    }
    let lines = lines::lines(input, &panes);
    let shading = choropleth::shading(input);
    let (shading, shading_on_request) = if map.shading_on_request { (None, shading) } else { (shading, None) };
    let inset = furniture::inset(input, &panes);
    let beyond = furniture::beyond(input, &panes);
    let mut taken: Vec<Rect> = marks.iter().map(Mark::bounds).collect();
    taken.extend(beyond.iter().map(|row| row.bounds));
    taken.extend(lines.iter().flat_map(Line::boxes));
    taken.extend(inset.iter().map(|inset| inset.caption_bounds));
    taken.extend(panes.iter().skip(1).map(|pane| pane.rect));
    let scale_bar = furniture::scale_bar(input, &panes, &taken);
    taken.extend(scale_bar.iter().map(|bar| bar.bounds));
    Furnished { panes, marks, collided, lines, shading, shading_on_request, inset, scale_bar, beyond, taken }
}

/// The labels that a map wants.
fn all_unplaced(input: &LayoutInput<'_>, map: &Furnished) -> Vec<UnplacedLabel> {
    let Furnished { panes, marks, lines, shading, taken, .. } = map;
    let mut all_unplaced = match map.collided {
        true => dense::all_unplaced(input, panes),
        false => candidates::all(input, panes, marks, lines, shading.as_ref(), taken),
    };
    if input.named != Named::All {
        for UnplacedLabel { label, feature } in &mut all_unplaced {
            feature.optional = input.named == Named::Some || label.mark.is_none();
            // Beside its land a region would be looked for on the side where its name stands.
            let keeps_to_land = label.kind == LabelKind::Region;
            feature.candidates.retain(|candidate| !keeps_to_land || candidate.leader.is_none());
        }
    }
    all_unplaced
}

fn place_all(input: &LayoutInput<'_>) -> Result<MapLayout, String> {
    let LayoutInput { story, map, frame, canvas, lang, width, .. } = *input;
    let furnished = furnished(input);
    let all_unplaced = all_unplaced(input, &furnished);
    let Furnished { panes, mut marks, collided, lines, shading, shading_on_request, inset, scale_bar, beyond, taken } =
        furnished;
    let mut labels = labels::labels(all_unplaced, &panes, &taken).map_err(|label| {
        format!("map {} ({}, {}): no room for the label {}", map.id, width.slug(), lang.tag(), label.words)
    })?;
    if input.named == Named::Some && !collided {
        marks.retain(|mark| labels.iter().any(|label| label.mark == Some(mark.at)));
    }
    // A dense map names regions only, and each on its own land, which grows with it.
    let mut later = Vec::new();
    if !collided {
        zoom::give_way(&mut labels, &marks, &lines);
        later = zoom::later(input, &panes, &mut labels, &marks, &lines, shading.as_ref());
    }
    Ok(MapLayout {
        size: canvas.size,
        reservoirs: canvas.reservoirs,
        schematic_river: !frame.surroundings && rivers::schematic_in_sight(input, &panes),
        surroundings: frame.surroundings,
        medium: dense::medium(input, &panes[0].seen, &marks),
        tinted: points::tinted(story, map),
        panes,
        shading,
        shading_on_request,
        lines,
        marks,
        labels,
        later,
        inset,
        scale_bar,
        beyond_title: furniture::beyond_title(input, &beyond),
        beyond,
    })
}
