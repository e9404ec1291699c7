//! Where things go: model in, placed marks out. Lengths in CSS pixels.

mod basemap;
#[path = "../../../../charts/layout.rs"]
mod charts;
mod detail;
mod geography;
mod land;
mod ledger;
pub mod map;
mod marks;
mod metres;
mod scene;
mod sentences;
mod sheet;
mod signs;
mod summary;

pub use basemap::Basemap;
pub use charts::*;
pub use detail::{Detail, VISIBLE};
pub use geography::{AreaPart, Around, Distance, Geography, Seen, Whereabouts};
pub use land::{COARSE, FINE, Land};
pub use ledger::{LedgerRow, ledger};
pub use marks::{CORE, Outline, circle, core, half, outline};
pub use metres::UNIT;
pub use scene::{Anchor, Primitive, Role, Scene, SceneGroup, Stroke, Target, TextRun, Type, corners, frame};
pub use sentences::{PlacedSentences, Sentence, Taken, page_in_small, sentences};
pub use summary::summary_of;

/// For which kind of screen a figure is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Width {
    /// From 900 CSS pixels up.
    Wide,
    /// Below.
    Narrow,
}

impl Width {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    /// The name in classes and ids.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => contract::class::NARROW,
        }
    }
}

/// A coordinate as it is written: rounded once, to a tenth, without a needless zero.
///
/// ```
/// use figures::layout::tenth;
/// assert_eq!(tenth(12.04), "12");
/// assert_eq!(tenth(-0.04), "0");
/// assert_eq!(tenth(3.25), "3.3");
/// ```
pub fn tenth(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { "0".into() } else { format!("{rounded}") }
}
