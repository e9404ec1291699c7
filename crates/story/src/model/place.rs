//! Places and regions, and how precisely each is known.

use super::{CategoryId, FactId, Localized, PlaceId};

/// What `places.json` holds.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesFile {
    /// What kinds of places there are, in the order of legends.
    pub categories: Vec<Category>,
    /// The regions the map is divided into.
    pub regions: Vec<Region>,
    /// Everything else with a name: sites, projects, cities beside ours.
    pub places: Vec<Place>,
}

record! {
    /// A kind of place, told apart by shape and colour.
    pub struct Category {
        /// Its name in places.
        pub id: CategoryId,
        /// Its name in legends.
        pub name: Localized,
        /// The shape of its marks.
        pub shape: Shape,
        /// The colour role of its marks.
        pub colour: Colour,
    }
}

record! {
    /// The shape of a mark.
    pub enum Shape {
        /// A square.
        Square,
        /// A triangle on its base.
        Triangle,
        /// A square on its corner.
        Diamond,
        /// A circle.
        Circle,
        /// An upright cross.
        Cross,
        /// A gabled house.
        House,
        /// A broad bar, for charts.
        Bar,
        /// A narrow bar, for charts.
        Tick,
    }
}

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 8] =
        [Self::Square, Self::Triangle, Self::Diamond, Self::Circle, Self::Cross, Self::House, Self::Bar, Self::Tick];

    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Square => "square",
            Self::Triangle => "triangle",
            Self::Diamond => "diamond",
            Self::Circle => "circle",
            Self::Cross => "cross",
            Self::House => "house",
            Self::Bar => "bar",
            Self::Tick => "tick",
        }
    }
}

record! {
    /// A colour role of the style sheets; the theme decides the colour.
    pub enum Colour {
        /// Deep red.
        Peony,
        /// Yellow-brown.
        Amber,
        /// Green.
        Green,
        /// Blue.
        River,
        /// Brown.
        Bronze,
        /// Violet.
        Plum,
    }
}

impl Colour {
    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Peony => "peony",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::River => "river",
            Self::Bronze => "bronze",
            Self::Plum => "plum",
        }
    }
}

record! {
    /// How far a project has come, drawn as the fill of its mark.
    pub enum Stage {
        /// To be started or made: hollow.
        Planned,
        /// Under way or to be sped up: half full.
        UnderWay,
        /// Meant to be finished this year: hollow, with a core.
        Due,
        /// Open or in existence: full.
        Done,
    }
}

impl Stage {
    /// All stages from start to finish.
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Due, Self::Done];

    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under-way",
            Self::Due => "due",
            Self::Done => "done",
        }
    }
}

record! {
    /// A region of the map; its geometry has the same id in the topology.
    pub struct Region {
        /// The administrative code.
        pub id: PlaceId,
        /// The official name.
        pub name: Localized,
        /// The name on the map.
        pub short: Localized,
        /// Where its name stands best: longitude and latitude in degrees, WGS 84; needed where there are maps.
        pub anchor: Option<[f64; 2]>,
        /// A lesser name, dropped from a dense map.
        #[cfg_attr(feature = "data", serde(default))]
        pub optional: bool,
    }
}

impl Region {
    /// Its anchor, which it has in every story with maps, as the check has held; in one with faults a region without stands
    /// where no map is.
    pub fn anchor_on_map(&self) -> [f64; 2] {
        self.anchor.unwrap_or([0.0, 0.0])
    }
}

record! {
    /// How precisely a location is known.
    pub enum Precision {
        /// A known point: drawn as a bare mark.
        Site,
        /// A village or a spot near by: drawn with a ring.
        Village,
        /// A township: drawn with a ring.
        Township,
        /// Only the region: drawn in the region, which is tinted, with a ring.
        Region,
        /// Outside the map's regions; a point, shown by direction where it does not fit.
        Beyond,
        /// The whole of the map's subject.
        Whole,
        /// Not given: listed beside the map.
        NotGiven,
    }
}

impl Precision {
    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Village => "village",
            Self::Township => "township",
            Self::Region => "region",
            Self::Beyond => "beyond",
            Self::Whole => "whole",
            Self::NotGiven => "not-given",
        }
    }
}

record! {
    /// Where something is, as precisely as a source says.
    pub struct Location {
        /// How precisely.
        pub precision: Precision,
        /// Longitude and latitude in degrees, WGS 84.
        pub point: Option<[f64; 2]>,
        /// What stands for the whole where it must be a point, such as its main station: longitude and latitude in
        /// degrees, WGS 84.
        pub anchor: Option<[f64; 2]>,
        /// How far off the point may be, in metres.
        pub radius: Option<f64>,
        /// The region it is in, where the page or a source says so.
        pub within: Option<PlaceId>,
        /// Where the position comes from; the page prints none.
        pub source: Option<Localized>,
        /// What a reader should know about the position.
        pub words: Option<Localized>,
    }
}

impl Location {
    /// The point and how far off it may be, which the check holds to come together.
    pub fn spot(&self) -> Option<Spot> {
        Some(Spot { point: self.point?, radius: self.radius? })
    }
}

/// A point that a place is known to be near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Longitude and latitude in degrees, WGS 84.
    pub point: [f64; 2],
    /// How far off it may be, in metres.
    pub radius: f64,
}

record! {
    /// A site, a project or a city beside ours.
    pub struct Place {
        /// Its name everywhere else.
        pub id: PlaceId,
        /// The full name.
        pub name: Localized,
        /// The name on the map.
        pub short: Localized,
        /// What kind of place; cities have none and get a dot where the frame shows them.
        pub category: Option<CategoryId>,
        /// How far it has come.
        pub stage: Option<Stage>,
        /// What the page says is done with it, in a word or two.
        pub verb: Option<Localized>,
        /// The fact that says so.
        pub fact: Option<FactId>,
        /// Where it is.
        pub location: Location,
    }
}

impl Place {
    /// The stage that its mark shows: what needs no work is drawn like what is done.
    pub fn drawn_stage(&self) -> Stage {
        self.stage.unwrap_or(Stage::Done)
    }
}
