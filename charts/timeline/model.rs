//! Items on an axis of days: what an editor writes of them.

use crate::model::{Citing, Day, FactId, Localized};

record! {
    /// Items on an axis of days.
    pub struct Timeline {
        /// The axis' first day, as YYYY-MM-DD.
        pub from: Day,
        /// The axis' last day, as YYYY-MM-DD.
        pub to: Day,
        /// The items; each one's days are its fact's.
        pub rows: Vec<TimelineRow>,
        /// Head of the list of items without any day.
        pub undated_head: Localized,
        /// The items without any day.
        pub undated: Vec<UndatedRow>,
    }
}

record! {
    /// An item on the axis.
    pub struct TimelineRow {
        /// The fact with its days.
        pub fact: FactId,
        /// Its name.
        pub name: Localized,
        /// When, in the page's terms.
        pub when: Localized,
        /// How binding its last day is.
        pub firmness: Firmness,
    }
}

record! {
    /// How binding a day is.
    pub enum Firmness {
        /// It is set: a full mark.
        Firm,
        /// It is striven for, as with 力争: an open mark.
        Striven,
        /// It is our reading of words such as 今年: an open mark on a dashed line.
        Read,
        /// No day is given for the end: the line fades out.
        Open,
    }
}

impl Firmness {
    /// All, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Firm, Self::Striven, Self::Read, Self::Open];

    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Firm => "firm",
            Self::Striven => "striven",
            Self::Read => "read",
            Self::Open => "open",
        }
    }
}

record! {
    /// An item without any day.
    pub struct UndatedRow {
        /// The fact.
        pub fact: FactId,
        /// Its name.
        pub name: Localized,
        /// What the page says of its time, if anything.
        pub when: Option<Localized>,
    }
}

impl Citing for Timeline {
    fn facts(&self) -> Vec<&FactId> {
        self.rows.iter().map(|row| &row.fact).chain(self.undated.iter().map(|row| &row.fact)).collect()
    }
}
