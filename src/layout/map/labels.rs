//! Labels: places first, then regions, rivers and neighbours; none covers another or a mark.

use super::panes::{Pane, PaneKind};
use super::wishes::{Draft, all};
use super::{Brief, Mark, ScaleBar};
use crate::geometry::{Candidate, Point, Rect, Wish, place};
use crate::model::PlaceId;

/// What a label names; it decides its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A place, with or without a line below its name.
    Place,
    /// A place's number in the list below.
    Number,
    /// A region.
    Region,
    /// A river.
    River,
    /// What lies around the regions.
    Neighbour,
}

impl LabelKind {
    /// The name in classes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Number => "number",
            Self::Region => "region",
            Self::River => "river",
            Self::Neighbour => "neighbour",
        }
    }

    /// Size of the type in pixels; at the least drawn width none falls below 11.
    pub fn size(self) -> f64 {
        match self {
            Self::Place | Self::Number => 14.0,
            Self::Region => 13.5,
            Self::River | Self::Neighbour => 13.0,
        }
    }
}

/// Size of the line below a place's name.
pub const SUB_SIZE: f64 = 12.8;

/// A label, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it names.
    pub kind: LabelKind,
    /// The place or region, if it can be selected.
    pub place: Option<PlaceId>,
    /// The pane it stands in.
    pub pane: usize,
    /// Its box.
    pub bounds: Rect,
    /// Its lines, the name first.
    pub lines: Vec<String>,
    /// The line from its mark, if it stands apart.
    pub leader: Option<[Point; 3]>,
    /// The centre of its mark, if it has one.
    pub mark: Option<Point>,
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It starts at the mark.
    Right,
    /// It ends at the mark.
    Left,
    /// Above or below the mark, or without one.
    Centre,
}

impl Label {
    /// On which side of its mark it stands.
    pub fn side(&self) -> Side {
        match self.mark {
            Some(mark) if self.bounds.x > mark.x => Side::Right,
            Some(mark) if self.bounds.right() < mark.x => Side::Left,
            _ => Side::Centre,
        }
    }

    /// The base line of each of its lines.
    pub fn baselines(&self) -> Vec<f64> {
        let (first, more) = (self.kind.size() * 1.25, SUB_SIZE * 1.25);
        (0..self.lines.len())
            .map(|index| match index {
                0 => self.bounds.y + first * 0.78,
                _ => self.bounds.y + first + more * (index as f64 - 1.0) + more * 0.76,
            })
            .collect()
    }
}

/// All labels of a map; the error names the required one that found no room.
pub fn labels(
    brief: &Brief<'_>,
    panes: &[Pane],
    marks: &[Mark],
    taken: &[Rect],
    scale_bar: Option<&ScaleBar>,
) -> Result<Vec<Label>, String> {
    let mut drafts = all(brief, panes, marks);
    let mut obstacles = taken.to_vec();
    obstacles.extend(scale_bar.map(|bar| bar.bounds));
    let mut placed = Vec::new();
    for (index, pane) in panes.iter().enumerate() {
        let (here, elsewhere): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|d| d.label.pane == index);
        drafts = elsewhere;
        let own = |other: &&Rect| pane.kind == PaneKind::Main || **other != pane.rect;
        let obstacles: Vec<Rect> = obstacles.iter().filter(own).copied().collect();
        let wishes: Vec<Wish> = here.iter().map(|draft| draft.wish.clone()).collect();
        let chosen = place(&wishes, &obstacles, pane.rect.grown(-3.0))
            .map_err(|failed| here[failed].label.lines.join(" / "))?;
        for (draft, choice) in here.into_iter().zip(chosen) {
            if let Some(choice) = choice {
                let Candidate { rect, leader } = draft.wish.candidates[choice].clone();
                placed.push(Label { bounds: rect, leader, ..draft.label });
            }
        }
    }
    Ok(placed)
}
