//! What a reader can switch off on the maps, and on.

use std::collections::BTreeSet;
use std::sync::Arc;

use contract::attribute::rule_in_list;
use contract::payload::list;
use contract::{attribute, class};

use crate::layout::Width;
use crate::layout::map::{MapLayout, laid_out_once};
use crate::model::{ChapterMap, Place, Stage, Story};
use crate::view::PageContext;

/// Rivers, reservoirs and their names.
pub const RIVERS: &str = "rivers";
/// What lies around the regions.
pub const NEIGHBOURS: &str = "neighbours";

/// Above this scale the outlines of reservoirs are too coarse to be shown: pixels per kilometre.
const COARSE: f64 = 7.0;

/// The class of figures whose legend is by stage.
pub const BY_STAGE: &str = "by-stage";

/// The layers of a place: its category, and its stage where the legend is by stage.
pub fn layers(context: PageContext, place: &Place) -> Option<String> {
    let category = context.story.category_of(place)?;
    let stage = stage_layer(place.drawn_stage());
    Some(list::encode(&[category.id.as_str(), &stage]))
}

/// The layer of a stage.
pub fn stage_layer(stage: Stage) -> String {
    format!("stage-{}", stage.slug())
}

/// The style rules that hide a layer while `data-off` on the root element names it; written when the pages are,
/// because categories are named by the data. A stage is a layer only of figures whose legend is by stage. What a canvas
/// draws takes its colour from here too, and has none while it is hidden.
pub fn layer_rules(story: &Story) -> String {
    let rule = |within: &str, layer: &str| {
        format!("{}{within} {}", rule_in_list(attribute::OFF, layer), rule_in_list(attribute::LAYER, layer))
    };
    let everywhere = story.places.categories.iter().map(|category| rule("", category.id.as_str()));
    let everywhere = everywhere.chain([RIVERS, NEIGHBOURS].map(|layer| rule("", layer)));
    let by_stage = Stage::ALL.map(|stage| rule(&format!(" .{BY_STAGE}"), &stage_layer(stage)));
    let rules: Vec<String> = everywhere.chain(by_stage).collect();
    format!("@layer states{{@media screen{{{}{{display:none;color:transparent}}}}}}\n", rules.join(","))
}

/// The style rules that take reservoirs away while a map is nearer than their outlines are exact: what is drawn is gone
/// from the zoom on, in thousandths, that would show it too large. An opacity of more than one is one, of less than
/// nought nought.
pub fn water_rules(context: PageContext) -> Result<String, String> {
    let mut rules = String::new();
    for (map, width, layout) in layouts(context)? {
        let Some(main) = layout.panes.first().filter(|_| layout.reservoirs) else { continue };
        let most = (COARSE / main.scale() * 1000.0).round();
        let view = format!("{} {}.{}", attribute::rule(attribute::VIEW, &map.id), class::of::MAP, width.slug());
        rules += &format!("{view} .water{{opacity:calc({most} - var(--zoom))}}");
    }
    Ok(if rules.is_empty() { rules } else { format!("@layer states{{{rules}}}\n") })
}

/// The style rules that give each drawing its shape, so that it has its room before it is laid out.
pub fn size_rules(context: PageContext) -> Result<String, String> {
    let sizes: BTreeSet<(String, String)> = layouts(context)?.iter().map(|(.., layout)| shape(layout)).collect();
    let rules: String = sizes.into_iter().map(|(class, ratio)| format!(".{class}{{aspect-ratio:{ratio}}}")).collect();
    Ok(if rules.is_empty() { rules } else { format!("@layer parts{{{rules}}}\n") })
}

/// The class of drawings of this shape, and width to height.
pub fn shape(layout: &MapLayout) -> (String, String) {
    let [w, h] = layout.size.map(f64::round);
    (format!("r{w}-{h}"), format!("{w}/{h}"))
}

/// A map at one width, and how it is laid out there.
type LaidOut = (&'static ChapterMap, Width, Arc<MapLayout>);

/// The story's maps at both widths.
fn layouts(context: PageContext) -> Result<Vec<LaidOut>, String> {
    let maps = context.story.told().flat_map(|(_, told)| told.maps());
    let pairs = maps.flat_map(|map| [Width::Wide, Width::Narrow].map(|width| (map, width)));
    pairs
        .map(|(map, width)| {
            Ok((map, width, laid_out_once(context.story, context.basemap, map, width, context.lang)?))
        })
        .collect()
}
