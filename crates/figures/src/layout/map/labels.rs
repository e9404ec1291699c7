//! Labels: places first, then regions, rivers and neighbours; none covers another or a mark.

use super::draft::Draft;
use super::label::Label;
use super::panes::{Pane, PaneKind};
use geometry::{Point, Rect, Wish, place};
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
pub fn labels(mut drafts: Vec<Draft>, panes: &[Pane], taken: &[Rect]) -> Result<Vec<Label>, NoRoom> {
    let mut placed = Vec::new();
    for (index, pane) in panes.iter().enumerate() {
        let (here, elsewhere): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|d| d.label.pane == index);
        drafts = elsewhere;
        let own = |other: &&Rect| pane.kind == PaneKind::Main || **other != pane.rect;
        let obstacles: Vec<Rect> = taken.iter().filter(own).copied().collect();
        let wishes: Vec<Wish> = here.iter().map(|draft| draft.wish.clone()).collect();
        let chosen = place(&wishes, &obstacles, pane.rect.grown(-3.0)).map_err(|failed| NoRoom {
            words: here[failed].label.lines.join(" / "),
            place: here[failed].label.place.clone(),
            at: wishes[failed].candidates.first().map(|candidate| candidate.anchor),
        })?;
        for (draft, choice) in here.into_iter().zip(chosen) {
            if let Some(choice) = choice {
                placed.push(draft.standing(choice));
            }
        }
    }
    Ok(placed)
}
