//! The map's own settings: projection, frames, names that are not places of the story.

use super::{Day, FrameId, Localized, Prose};

/// What `map.json` holds.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFile {
    /// From the ellipsoid to the plane.
    pub projection: Projection,
    /// What the maps are drawn with in the browser; if left out, what the number of regions and places asks for.
    pub medium: Option<Renderer>,
    /// The map's frames.
    pub frames: Vec<Frame>,
    /// Names of what lies around the regions.
    pub neighbours: Vec<Neighbour>,
    /// Rivers drawn from the topology.
    pub rivers: Vec<Water>,
    /// Whose data it is; must stand by every map.
    pub attribution: Localized,
    /// The day of the regions' geometry as its source gives it, or else of the files it came in.
    pub date: Option<Day>,
    /// That the map is schematic.
    pub disclaimer: Localized,
    /// What precedes the review number.
    pub review_label: Localized,
    /// The map's own review number, once there is one.
    pub review_number: Option<String>,
    /// What stands in its place until then.
    pub review_pending: Localized,
    /// How the map was made; prose with figures.
    pub notes: Vec<Prose>,
}

record! {
    /// What a map is drawn with in the browser.
    pub enum Renderer {
        /// An element for each region and mark.
        Elements,
        /// A canvas with a link for each region and mark within it.
        Canvas,
    }
}

record! {
    /// A projection by its usual name.
    pub enum ProjectionKind {
        /// Conformal along a meridian.
        TransverseMercator,
    }
}

record! {
    /// From longitude and latitude to the plane.
    pub struct Projection {
        /// Which one.
        pub kind: ProjectionKind,
        /// The meridian without distortion, in degrees east.
        pub central_meridian: f64,
    }
}

record! {
    /// A part of the land that a chapter's map shows, laid out for wide and for narrow screens.
    pub struct Frame {
        /// Its name in chapters.
        pub id: FrameId,
        /// Its name for readers.
        pub name: Localized,
        /// On wide screens.
        pub wide: Canvas,
        /// On narrow screens.
        pub narrow: Canvas,
        /// The regions are drawn as one place amid the land around them; for frames far larger than they are.
        #[cfg_attr(feature = "data", serde(default))]
        pub surroundings: bool,
    }
}

record! {
    /// A drawing of a frame; lengths in CSS pixels at full size.
    pub struct Canvas {
        /// Width and height.
        pub size: [f64; 2],
        /// What must be seen: west, south, east, north in degrees, WGS 84.
        pub extent: [f64; 4],
        /// Where it must be seen: left, top, width, height.
        pub area: [f64; 4],
        /// A magnified part.
        pub inset: Option<Inset>,
        /// Where the whole is shown small: left, top, width, height.
        pub locator: Option<[f64; 4]>,
        /// Where the list of cities beyond the map stands: left, top.
        pub beyond: Option<[f64; 2]>,
        /// Reservoirs are drawn; too coarse for large scales.
        #[cfg_attr(feature = "data", serde(default))]
        pub reservoirs: bool,
    }
}

record! {
    /// A magnified part of a frame.
    pub struct Inset {
        /// Its name for readers, which stands above it with how much it is enlarged.
        pub name: Localized,
        /// What is magnified: west, south, east, north in degrees, WGS 84.
        pub extent: [f64; 4],
        /// Where it is drawn: left, top, width, height.
        pub area: [f64; 4],
    }
}

record! {
    /// A city around the land.
    pub struct Neighbour {
        /// The name.
        pub name: Localized,
        /// Where its name may stand, the best first, so that a frame with a part of it has one: longitude and latitude in
        /// degrees, WGS 84.
        pub anchors: Vec<[f64; 2]>,
    }
}

record! {
    /// A river of the topology.
    pub struct Water {
        /// Its id in the topology's `rivers`.
        pub id: String,
        /// Its name.
        pub name: Localized,
        /// A great river, drawn wider.
        #[cfg_attr(feature = "data", serde(default))]
        pub major: bool,
        /// Straight from one known point to the next, because its course is not at hand; drawn in dots.
        #[cfg_attr(feature = "data", serde(default))]
        pub schematic: bool,
        /// Where its name may stand on maps of all regions: longitude and latitude in degrees, WGS 84. Closer maps name it
        /// beside what they show of its course.
        pub anchors: Vec<[f64; 2]>,
    }
}
