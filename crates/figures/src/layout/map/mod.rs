//! The map of a chapter: panes on the land, marks, lines, shading, labels and furniture, for one width and language.

mod brief;
mod crowd;
mod draft;
mod extents;
mod furniture;
mod key;
mod label;
mod labels;
mod line_wishes;
mod lines;
mod map_layout;
mod mark;
mod panes;
mod points;
mod region_wishes;
mod rivers;
mod room;
mod shading;
pub mod style;
mod wishes;
mod zoom;

use std::sync::Arc;

use super::{Ground, Width};
use geometry::Rect;
use story::model::{Canvas, ChapterMap, Inset, Lang, Story, stamp_of};

use brief::Brief;
use draft::Draft;

pub use brief::Named;
pub use crowd::{CANVAS_FROM, Dots, dot_size, dots};
pub use extents::{Nearer, Wider, farther, nearer};
pub use furniture::{BeyondRow, InsetFrame, ScaleBar, bearing};
pub use key::{KeyEntry, KeySign, Meaning, key, off_map, once_each, shade_key};
pub use label::{FOOT, Label, LabelKind, Reading, Side};
pub use labels::NoRoom;
pub use lines::{Line, LineEnd, Station};
pub use map_layout::MapLayout;
pub use mark::{Mark, Sign};
pub use panes::{Pane, PaneKind};
pub use room::{Trouble, troubles};
pub use shading::{Hatching, Shade, ShadedMeasure, ShadedRegion, Shading};

/// Lays out the map of a chapter.
///
/// The steps: panes on the land; marks and lines in the panes; scale bar in an empty corner; labels last, so
/// that none covers anything. The error names the label that found no room.
pub fn lay_out(
    story: &Story,
    ground: &Ground<'_>,
    map: &ChapterMap,
    width: Width,
    lang: Lang,
) -> Result<MapLayout, String> {
    let frame = story.frame(&map.frame).ok_or_else(|| format!("map {}: unknown frame {}", map.id, map.frame))?;
    let canvas = match width {
        Width::Wide => &frame.wide,
        Width::Narrow => &frame.narrow,
    };
    place_all(&Brief { story, ground, map, frame, canvas, lang, width, named: Named::All })
}

/// The same, kept with the land: one map stands on several pages, and to place its labels takes a while.
pub fn laid_out_once(
    story: &Story,
    ground: &Ground<'_>,
    map: &ChapterMap,
    width: Width,
    lang: Lang,
) -> Result<Arc<MapLayout>, String> {
    let key = (map.id.clone(), width, lang, stamp_of(map));
    ground.maps.get(story, key, || lay_out(story, ground, map, width, lang).map(Arc::new))
}

/// Lays the map out for a picture of this size, with room for few words: names alone, and of those only what `named`
/// wants and what else there is room for. Whatever mark it has is named.
pub fn lay_out_small(
    story: &Story,
    ground: &Ground<'_>,
    map: &ChapterMap,
    size: [f64; 2],
    lang: Lang,
    named: Named,
) -> Result<MapLayout, String> {
    let frame = story.frame(&map.frame).ok_or_else(|| format!("map {}: unknown frame {}", map.id, map.frame))?;
    let (canvas, map) = (resized(&frame.wide, size), ChapterMap { names_only: true, ..map.clone() });
    place_all(&Brief { story, ground, map: &map, frame, canvas: &canvas, lang, width: Width::Wide, named })
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
    crowded: bool,
    lines: Vec<Line>,
    shading: Option<Shading>,
    shading_on_request: Option<Shading>,
    inset: Option<InsetFrame>,
    scale_bar: Option<ScaleBar>,
    beyond: Vec<BeyondRow>,
    /// Where no label may stand.
    taken: Vec<Rect>,
}

/// Panes, marks, lines and furniture.
fn furnished(brief: &Brief<'_>) -> Furnished {
    let Brief { ground, map, canvas, width, .. } = *brief;
    let mut panes = panes::panes(ground, canvas);
    panes.iter_mut().for_each(|pane| pane.seen = points::seen(brief, pane));
    let mut marks = points::marks(brief, &panes);
    let crowded = crowd::is_crowded(width, &panes[0], &marks);
    if crowded {
        marks.iter_mut().for_each(|mark| mark.number = None);
    }
    let lines = lines::lines(brief, &panes);
    let shading = shading::shading(brief);
    let (shading, shading_on_request) = if map.shading_on_request { (None, shading) } else { (shading, None) };
    let inset = furniture::inset(brief, &panes);
    let beyond = furniture::beyond(brief, &panes);
    let mut taken: Vec<Rect> = marks.iter().map(Mark::bounds).collect();
    taken.extend(beyond.iter().map(|row| row.bounds));
    taken.extend(lines.iter().flat_map(Line::boxes));
    taken.extend(inset.iter().map(|inset| inset.caption_bounds));
    taken.extend(panes.iter().skip(1).map(|pane| pane.rect));
    let scale_bar = furniture::scale_bar(brief, &panes, &taken);
    taken.extend(scale_bar.iter().map(|bar| bar.bounds));
    Furnished { panes, marks, crowded, lines, shading, shading_on_request, inset, scale_bar, beyond, taken }
}

/// The labels that a map wants.
fn drafts(brief: &Brief<'_>, map: &Furnished) -> Vec<Draft> {
    let Furnished { panes, marks, lines, shading, taken, .. } = map;
    let mut drafts = match map.crowded {
        true => crowd::drafts(brief, panes),
        false => wishes::all(brief, panes, marks, lines, shading.as_ref(), taken),
    };
    if brief.named != Named::All {
        for Draft { label, wish } in &mut drafts {
            wish.optional = brief.named == Named::Some || label.mark.is_none();
            // Beside its land a region would be looked for on the side where its name stands.
            let keeps_to_land = label.kind == LabelKind::Region;
            wish.candidates.retain(|candidate| !keeps_to_land || candidate.leader.is_none());
        }
    }
    drafts
}

fn place_all(brief: &Brief<'_>) -> Result<MapLayout, String> {
    let Brief { story, map, frame, canvas, lang, width, .. } = *brief;
    let furnished = furnished(brief);
    let drafts = drafts(brief, &furnished);
    let Furnished { panes, mut marks, crowded, lines, shading, shading_on_request, inset, scale_bar, beyond, taken } =
        furnished;
    let mut labels = labels::labels(drafts, &panes, &taken).map_err(|label| {
        format!("map {} ({}, {}): no room for the label {}", map.id, width.slug(), lang.tag(), label.words)
    })?;
    if brief.named == Named::Some && !crowded {
        marks.retain(|mark| labels.iter().any(|label| label.mark == Some(mark.at)));
    }
    // A crowded map names regions only, and each on its own land, which grows with it.
    let mut later = Vec::new();
    if !crowded {
        zoom::give_way(&mut labels, &marks, &lines);
        later = zoom::later(brief, &panes, &mut labels, &marks, &lines, shading.as_ref());
    }
    Ok(MapLayout {
        size: canvas.size,
        reservoirs: canvas.reservoirs,
        schematic_river: !frame.surroundings && rivers::schematic_in_sight(brief, &panes),
        surroundings: frame.surroundings,
        medium: crowd::medium(brief, &panes[0].seen, &marks),
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
        beyond_title: furniture::beyond_title(brief, &beyond),
        beyond,
    })
}
