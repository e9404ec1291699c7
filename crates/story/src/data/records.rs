//! The files as they are written: what the model has otherwise, and what stands in them for reading alone.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::{
    self, Area, Areas, Article, Category, Chapter, ChaptersFile, Chart, Correction, CorrectionsFile, Day, Fact,
    FactsFile, Figure, FigureId, FiguresFile, Frame, Localized, MapFile, Neighbour, Place, PlacesFile, Projection,
    Prose, Region, Renderer, StoryHead, Unit, Water, every_chart,
};

/// The record of a file, which may name its schema, and of it what the model has.
macro_rules! file {
    ($(#[$what:meta])* $Record:ident as $name:literal makes $Model:ident {
        $(@ $(#[$aside:meta])* $left:ident: $Left:ty,)*
        $($(#[$meta:meta])* $field:ident: $Type:ty,)*
    }) => {
        $(#[$what])*
        #[derive(Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, rename = $name)]
        pub struct $Record {
            /// The JSON Schema of this file, for editors' tools.
            #[serde(rename = "$schema")]
            #[allow(dead_code)] // for editors' tools alone
            schema: Option<String>,
            $($(#[$aside])* #[allow(dead_code)] $left: $Left,)*
            $($(#[$meta])* $field: $Type,)*
        }

        impl From<$Record> for $Model {
            fn from($Record { $($field,)* .. }: $Record) -> Self {
                Self { $($field,)* }
            }
        }
    };
}

file! {
    /// `facts.json`.
    FactsRecord as "FactsFile" makes FactsFile {
        /// The articles the facts are taken from.
        articles: Vec<Article>,
        /// The units the facts are counted or measured in.
        units: Vec<Unit>,
        /// The facts.
        facts: Vec<Fact>,
    }
}

file! {
    /// `chapters.json`.
    ChaptersRecord as "ChaptersFile" makes ChaptersFile {
        /// Title, summary and closing notes of the whole story.
        story: StoryHead,
        /// The areas of work of the report, in its order.
        areas: Vec<Area>,
        /// The chapters, in reading order; the first one opens the story.
        chapters: Vec<Chapter>,
    }
}

file! {
    /// `places.json`.
    PlacesRecord as "PlacesFile" makes PlacesFile {
        /// What kinds of places there are, in the order of legends.
        categories: Vec<Category>,
        /// The regions the map is divided into.
        regions: Vec<Region>,
        /// Everything else with a name: sites, projects, cities beside ours.
        places: Vec<Place>,
    }
}

file! {
    /// `map.json`.
    MapRecord as "MapFile" makes MapFile {
        // Reading finds the file by it.
        @ /// The file with the geometry, beside this one.
        topology: String,
        /// From the ellipsoid to the plane.
        projection: Projection,
        /// What the maps are drawn with in the browser; if left out, what the number of regions and places asks for.
        medium: Option<Renderer>,
        /// The map's frames.
        frames: Vec<Frame>,
        /// Names of what lies around the regions.
        #[serde(default)]
        neighbours: Vec<Neighbour>,
        /// Rivers drawn from the topology.
        #[serde(default)]
        rivers: Vec<Water>,
        /// Whose data it is; must stand by every map.
        attribution: Localized,
        /// The day of the regions' geometry as its source gives it, or else of the files it came in, as YYYY-MM-DD.
        date: Option<Day>,
        /// That the map is schematic.
        disclaimer: Localized,
        /// What precedes the review number.
        review_label: Localized,
        /// The map's own review number, once there is one.
        review_number: Option<String>,
        /// What stands in its place until then.
        review_pending: Localized,
        /// How the map was made; prose with figures.
        notes: Vec<Prose>,
    }
}

file! {
    /// `corrections.json`.
    CorrectionsRecord as "CorrectionsFile" makes CorrectionsFile {
        /// The corrections, in the order in which they were published; new ones are added at the end.
        corrections: Vec<Correction>,
    }
}

/// `figures.json`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename = "FiguresFile")]
pub struct FiguresRecord {
    /// The JSON Schema of this file, for editors' tools.
    #[serde(rename = "$schema")]
    #[allow(dead_code)] // for editors' tools alone
    schema: Option<String>,
    /// The figures.
    figures: Vec<FigureRecord>,
}

macro_rules! record {
    (; $($(#[$what:meta])* $kind:ident: $Record:ident,)*) => {
        #[doc = concat!("A figure; exactly one of its charts", $(", `", stringify!($kind), "`",)* ", says how it is drawn.")]
        #[derive(Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, rename = "Figure")]
        struct FigureRecord {
            /// Its name in chapters and addresses.
            id: FigureId,
            /// The finding; prose with figures.
            title: Prose,
            /// One sentence on how to read it; prose with figures.
            description: Prose,
            /// Where the figure's data stand on the page.
            source: Localized,
            /// The same for its picture, where that shows less.
            picture_source: Option<Localized>,
            $($(#[$what])* $kind: Option<model::$Record>,)*
        }

        impl FigureRecord {
            /// Its charts; exactly one is right.
            fn charts(&self) -> Vec<Chart> {
                [$(self.$kind.clone().map(Chart::from)),*].into_iter().flatten().collect()
            }
        }
    };
}
every_chart!(record);

impl FiguresRecord {
    /// All charts that each figure has; exactly one is right.
    pub fn charts(&self) -> Vec<Vec<Chart>> {
        self.figures.iter().map(FigureRecord::charts).collect()
    }

    /// The figures with a chart each: of several the first, and nothing to be seen where there is none.
    pub fn into_figures(self) -> FiguresFile {
        let figure = |record: FigureRecord| {
            let chart = record.charts().into_iter().next().unwrap_or_else(|| Areas::default().into());
            let FigureRecord { id, title, description, source, picture_source, .. } = record;
            Figure { id, title, description, source, picture_source, chart }
        };
        FiguresFile { figures: self.figures.into_iter().map(figure).collect() }
    }
}
