//! Labels: places first, then regions, rivers and neighbours; none covers another or a mark.

use super::label::Label;
use super::panes::{Pane, PaneKind};
use super::unplaced::UnplacedLabel;
use geometry::{LabelFeature, Point, Rect, place};
use story::model::PlaceId;

/// A label for which a map has no room.
#[derive(Clone, Debug, PartialEq)]
pub struct NoRoom {
    /// Its words.
    pub words: String,
    /// The place or region that it names, if it can be selected.
    pub place: Option<PlaceId>,
    /// The point that it names.
    pub at: Option<Point>,
}

/// All labels of a map, none of them where it is taken; the error is the required one that found no room.
pub fn labels(mut all_unplaced: Vec<UnplacedLabel>, panes: &[Pane], taken: &[Rect]) -> Result<Vec<Label>, NoRoom> {
    let mut placed = Vec::new();
    for (index, pane) in panes.iter().enumerate() {
        let (here, elsewhere): (Vec<UnplacedLabel>, Vec<UnplacedLabel>) =
            all_unplaced.into_iter().partition(|d| d.label.pane == index);
        all_unplaced = elsewhere;
        let own = |other: &&Rect| pane.kind == PaneKind::Main || **other != pane.rect;
        let obstacles: Vec<Rect> = taken.iter().filter(own).copied().collect();
        let features: Vec<LabelFeature> = here.iter().map(|unplaced| unplaced.feature.clone()).collect();
        let chosen = place(&features, &obstacles, pane.rect.grown(-3.0)).map_err(|failed| NoRoom {
            words: here[failed].label.lines.join(" / "),
            place: here[failed].label.place.clone(),
            at: features[failed].candidates.first().map(|candidate| candidate.anchor),
        })?;
        for (unplaced, choice) in here.into_iter().zip(chosen) {
            if let Some(choice) = choice {
                placed.push(unplaced.standing(choice));
            }
        }
    }
    Ok(placed)
}
