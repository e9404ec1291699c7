//! What the story means: facts, chapters, places, figures and the map, typed.
//!
//! Knows neither JSON nor pixels nor Leptos. The types say what an editor may write; the `data`
//! station reads and checks them, everything after it may rely on them.

/// Derives what a data file's type needs when files are read, and nothing in the browser.
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(feature = "data", serde(deny_unknown_fields))]
        $vis struct $name { $($body)* }
    };
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "data", derive(serde::Deserialize, schemars::JsonSchema))]
        #[cfg_attr(feature = "data", serde(rename_all = "kebab-case"))]
        $vis enum $name { $($body)* }
    };
}
mod chapter;
#[path = "../../../../charts/model.rs"]
mod charts;
mod correction;
mod day;
mod dependencies;
mod fact;
mod figure;
mod formula;
mod ids;
mod index;
mod map;
mod memo;
mod place;
mod prose;
mod stamp;
mod stand_in;
mod story;
mod words;

pub use chapter::{
    Area, Chapter, ChapterMap, ChaptersFile, Ending, KeyFigure, MapLine, Meant, Mention, StageLabel, Step, StoryHead,
    Told,
};
pub use charts::*;
pub use correction::{Correction, CorrectionsFile};
pub use day::Day;
pub use dependencies::{Record, Tracked, note, recording};
pub use fact::{Article, Dated, Fact, FactsFile, Kind, Limit, Locator, Plural, Speaker, Unit, YearValue};
pub use figure::{Figure, FiguresFile};
pub use formula::{Formula, FormulaError, Wanted};
pub use geometry::{Geometry, GeometryCollection, Octant, Topology, Transform};
pub use ids::{AreaId, ArticleId, CategoryId, ChapterId, FactId, FigureId, FrameId, PlaceId, UnitId};
pub use index::Index;
pub use map::{Canvas, Frame, Inset, MapFile, Neighbour, Projection, ProjectionKind, Renderer, Water};
pub use memo::Memo;
pub use place::{Category, Colour, Location, Place, PlacesFile, Precision, Region, Shape, Spot, Stage};
pub use prose::{BracesError, Prose, Span, parse};
pub use stamp::stamp_of;
pub use story::{Files, Story, Subject};
pub use words::{Lang, Localized, Wordings};
