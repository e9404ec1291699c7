//! Every kind of chart as it is placed.

#[path = "areas/layout.rs"]
mod areas;
#[path = "bars/layout.rs"]
mod bars;
#[path = "matrix/layout.rs"]
mod matrix;
#[path = "multiples/layout.rs"]
mod multiples;
#[path = "pictogram/layout.rs"]
mod pictogram;
#[path = "series/layout.rs"]
mod series;
#[path = "statements/layout.rs"]
mod statements;
#[path = "status_lanes/layout.rs"]
mod status_lanes;
#[path = "timeline/layout.rs"]
mod timeline;

use story::model::{Chart, Lang, Story, chart_by_kind, every_chart};

use super::Scene;
pub use areas::{PlacedArea, PlacedAreas, areas};
pub use bars::{bars_legend, bars_scene, measure_scene};
pub use multiples::multiples_scene;
pub use pictogram::{PictogramMark, PlacedPictogram, pictogram};
pub use series::series_scene;
pub use timeline::{TimeSpan, span_of, timeline_scene};

/// The width that the picture of a chart with words is laid out for.
const WORDS: f64 = 900.0;
/// The width that the picture of counted marks is laid out for.
const MARKS: f64 = 520.0;

/// A chart, placed.
#[derive(Clone, Debug, PartialEq)]
pub enum Placed {
    /// Marks that are counted.
    Pictogram(PlacedPictogram),
    /// The strip of areas.
    Areas(PlacedAreas),
    /// Anything with words.
    Scene(Scene),
}

/// What is asked of a kind of chart where it is laid out.
pub trait ChartLayout {
    /// The width that its picture is laid out for.
    fn picture_width(&self) -> f64 {
        WORDS
    }

    /// Its drawing in about this width.
    fn placed(&self, story: &Story, lang: Lang, width: f64) -> Placed;
}

every_chart!(chart_by_kind laid_out ChartLayout);
