//! What stands in files otherwise than the model has it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::{self, Areas, Chart, Figure, FigureId, FiguresFile, Localized, Prose, every_chart};

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
