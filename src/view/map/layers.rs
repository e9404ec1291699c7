//! What a reader can switch off on the maps, and on.

use crate::model::{Place, Stage, Story};
use crate::view::Book;

/// Rivers, reservoirs and their names.
pub const RIVERS: &str = "rivers";
/// What lies around the regions.
pub const NEIGHBOURS: &str = "neighbours";

/// The class of figures whose legend is by stage.
pub const BY_STAGE: &str = "by-stage";

/// The layers of a place: its category, and its stage where the legend is by stage.
pub fn layers(book: Book, place: &Place) -> Option<String> {
    let category = book.story.category_of(place)?;
    let stage = stage_layer(place.stage.unwrap_or(Stage::Done));
    Some(format!("{} {stage}", category.id))
}

/// The layer of a stage.
pub fn stage_layer(stage: Stage) -> String {
    format!("stage-{}", stage.slug())
}

/// The style rules that hide a layer while `data-off` on the root element names it; written when the pages are,
/// because categories are named by the data. A stage is a layer only of figures whose legend is by stage. What a canvas
/// draws takes its colour from here too, and has none while it is hidden.
pub fn layer_rules(story: &Story) -> String {
    let rule = |within: &str, layer: &str| format!("[data-off~=\"{layer}\"]{within} [data-layer~=\"{layer}\"]");
    let everywhere = story.places.categories.iter().map(|category| rule("", category.id.as_str()));
    let everywhere = everywhere.chain([RIVERS, NEIGHBOURS].map(|layer| rule("", layer)));
    let by_stage = Stage::ALL.map(|stage| rule(&format!(" .{BY_STAGE}"), &stage_layer(stage)));
    let rules: Vec<String> = everywhere.chain(by_stage).collect();
    format!("@layer states{{@media screen{{{}{{display:none;color:transparent}}}}}}\n", rules.join(","))
}
