//! Selectors of several names that the program asks for more than once.

use crate::{attribute, class, joined};

/// A map's drawing.
pub const MAP: &str = joined!("svg", class::of::MAP);
/// The link of a place on a map.
pub const MARK: &str = joined!("a", class::of::MARK);
/// A link that opens the panel about a place.
pub const PLACE_LINK: &str = joined!("a", attribute::of::PLACE);
/// The pane of a map that a reader zooms.
pub const MAIN_PANE: &str = joined!("svg", class::of::PANE, class::of::MAIN);
/// A name of a place in a step.
pub const NAMED_PLACE: &str = joined!("a", class::of::PLACE, attribute::of::PLACE);
/// A button that chooses a measure.
pub const MEASURE_BUTTON: &str = joined!("button", attribute::of::MEASURE);
