//! Every kind of chart: the one list of them, and what each says of itself.

#[path = "areas/model.rs"]
mod areas;
#[path = "bars/model.rs"]
mod bars;
#[path = "matrix/model.rs"]
mod matrix;
#[path = "multiples/model.rs"]
mod multiples;
#[path = "pictogram/model.rs"]
mod pictogram;
#[path = "series/model.rs"]
mod series;
#[path = "statements/model.rs"]
mod statements;
#[path = "status_lanes/model.rs"]
mod status_lanes;
#[path = "timeline/model.rs"]
mod timeline;

use crate::model::{FactId, Prose};

/// Hands the list of all kinds of charts to a macro, after words of its own: of each kind what it is, its key in
/// `figures.json`, and its record.
///
/// What is made for each kind is made from this list, so that a new one is a line of it.
#[macro_export]
macro_rules! every_chart {
    ($each:ident $($own:ident)*) => {
        $each! {
            $($own)*;
            /// Who says what: rows of statements by who makes them.
            statements: Statements,
            /// One square for each area of work.
            areas: Areas,
            /// Whole bars, cut into what is given, what follows from it and what is left out.
            bars: Bars,
            /// Groups by cities, with products.
            matrix: Matrix,
            /// Numbers of several years, one series beside the other on the same scale.
            multiples: Multiples,
            /// As many marks as there are things.
            pictogram: Pictogram,
            /// Numbers of several years, as dots on an axis of years.
            series: Series,
            /// Items by how far they have come.
            status_lanes: StatusLanes,
            /// Items on an axis of days, and those without a day.
            timeline: Timeline,
        }
    };
}

/// A function of this name, which has a chart as what a station asks of every kind.
#[macro_export]
macro_rules! chart_by_kind {
    ($name:ident $Asked:ident; $($(#[$what:meta])* $kind:ident: $Record:ident,)*) => {
        /// A chart as its kind.
        pub fn $name(chart: &Chart) -> &dyn $Asked {
            match chart {
                $(Chart::$Record(chart) => chart,)*
            }
        }
    };
}

pub use {chart_by_kind, every_chart};

/// What a kind of chart says of itself.
pub trait Citing {
    /// Every fact it shows, apart from those its prose names.
    fn facts(&self) -> Vec<&FactId>;

    /// Every text in it that may name facts.
    fn prose(&self) -> Vec<&Prose> {
        Vec::new()
    }

    /// Which of them are sentences below it.
    fn notes(&self) -> &[Prose] {
        &[]
    }
}

macro_rules! define {
    (; $($(#[$what:meta])* $kind:ident: $Record:ident,)*) => {
        $(pub use $kind::*;)*

        /// What a figure shows, by its kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Chart {
            $($(#[$what])* $Record($Record),)*
        }

        impl Chart {
            /// The keys in `figures.json`, one for each kind.
            pub const KEYS: &[&str] = &[$(stringify!($kind)),*];

            /// Its key in `figures.json`.
            pub fn key(&self) -> &'static str {
                match self {
                    $(Self::$Record(_) => stringify!($kind),)*
                }
            }
        }

        $(impl From<$Record> for Chart {
            fn from(record: $Record) -> Self {
                Self::$Record(record)
            }
        })*
    };
}
every_chart!(define);
every_chart!(chart_by_kind citing Citing);

impl Chart {
    /// The bars, which alone can shade a map.
    pub fn bars(&self) -> Option<&Bars> {
        if let Self::Bars(bars) = self { Some(bars) } else { None }
    }
}
