//! Figures: what a chart shows, without where anything is drawn.

use super::{AreaId, Colour, FactId, FigureId, Localized, Mention, PlaceId, Shape, Stage, Story};

record! {
    /// `figures.json`.
    pub struct FiguresFile {
        /// The JSON Schema of this file, for editors' tools.
        #[cfg_attr(feature = "data", serde(rename = "$schema"))]
        pub schema: Option<String>,
        /// The figures.
        pub figures: Vec<Figure>,
    }
}

record! {
    /// A figure; exactly one of `accounts`, `areas`, `bars`, `lanes`, `matrix`, `series`, `timeline` and `units` says how
    /// it is drawn.
    pub struct Figure {
        /// Its name in chapters and addresses.
        pub id: FigureId,
        /// The finding; prose with figures.
        pub title: Localized,
        /// One sentence on how to read it; prose with figures.
        pub description: Localized,
        /// Where the figure's data stand on the page.
        pub source: Localized,
        /// The same for its picture, where that shows less.
        pub picture_source: Option<Localized>,
        /// Who says what: rows of statements by who makes them.
        pub accounts: Option<Accounts>,
        /// Whole bars, cut into what is given, what follows from it and what is left out.
        pub bars: Option<Bars>,
        /// Items on an axis of days, and those without a day.
        pub timeline: Option<Timeline>,
        /// Numbers of several years, as dots on an axis of years.
        pub series: Option<Series>,
        /// Groups by cities, with products.
        pub matrix: Option<Matrix>,
        /// Items by how far they have come.
        pub lanes: Option<Lanes>,
        /// As many marks as there are things.
        pub units: Option<Units>,
        /// One square for each area of work.
        pub areas: Option<Vec<AreaId>>,
    }
}

record! {
    /// Groups by cities, with products.
    pub struct Matrix {
        /// Head of the column of groups.
        pub row_head: Localized,
        /// The cities, ours first.
        pub columns: Vec<PlaceId>,
        /// Head of the column that says whether the list of cities is open.
        pub open_head: Localized,
        /// Head of the column of projects.
        pub project_head: Localized,
        /// The groups.
        pub rows: Vec<MatrixRow>,
        /// What is left over.
        pub rest: Option<RestRow>,
    }
}

record! {
    /// One group.
    pub struct MatrixRow {
        /// Its name.
        pub name: Localized,
        /// What it makes.
        pub products: Localized,
        /// The fact that names its cities.
        pub fact: FactId,
        /// The cities the page names.
        pub named: Vec<PlaceId>,
        /// How the page leaves the list open, as with 等.
        pub open: Option<Localized>,
        /// Set where the page lists no cities at all, and the fact that says so.
        pub not_listed: Option<FactId>,
        /// A project in our city.
        pub project: Option<Project>,
        /// Where the page names no project, the fact that says so.
        pub no_project: Option<FactId>,
    }
}

record! {
    /// A project in a group.
    pub struct Project {
        /// The place.
        pub place: PlaceId,
        /// The fact that names it.
        pub fact: FactId,
    }
}

record! {
    /// Groups the page does not name.
    pub struct RestRow {
        /// How they are called together; prose with figures.
        pub name: Localized,
        /// What is said instead of marks.
        pub words: Localized,
        /// The fact that says so.
        pub fact: FactId,
    }
}

record! {
    /// Items by how far they have come, from start to finish.
    pub struct Lanes {
        /// Head of the column of items.
        pub row_head: Localized,
        /// The stages, from start to finish.
        pub stages: Vec<LaneStage>,
        /// Head of the column of places.
        pub where_head: Localized,
        /// The items.
        pub rows: Vec<Lane>,
        /// What the page gives for none of the items: one hatched band beside all of them.
        pub gap: Option<LaneGap>,
    }
}

record! {
    /// What the page gives for none of the items.
    pub struct LaneGap {
        /// Head of the band.
        pub head: Localized,
        /// The words on it.
        pub words: Localized,
        /// The facts that say so.
        pub facts: Vec<FactId>,
    }
}

record! {
    /// A stage of the lanes.
    pub struct LaneStage {
        /// The stage.
        pub stage: Stage,
        /// Its head.
        pub name: Localized,
    }
}

record! {
    /// One item; its stage and verb are the place's.
    pub struct Lane {
        /// The place or project.
        pub place: PlaceId,
        /// The fact that says how far it is.
        pub fact: FactId,
        /// Where it is, in words; absent where the page does not say.
        pub location: Option<Localized>,
    }
}

record! {
    /// As many marks as there are things.
    pub struct Units {
        /// The rows of marks.
        pub rows: Vec<UnitRow>,
    }
}

record! {
    /// One row of equal marks, some of them named.
    pub struct UnitRow {
        /// What is counted.
        pub name: Localized,
        /// The fact that says how many.
        pub total: FactId,
        /// The shape of the marks.
        pub shape: Shape,
        /// The colour role of the marks.
        pub colour: Colour,
        /// Marks to a line; all in one line if absent. More than there are leaves the line's end free.
        pub per_line: Option<usize>,
        /// Only outlines, though none of them is named.
        #[cfg_attr(feature = "data", serde(default))]
        pub hollow: bool,
        /// Those that are named, drawn full.
        #[cfg_attr(feature = "data", serde(default))]
        pub named: Vec<NamedUnit>,
        /// The fact about all others, drawn hollow.
        pub rest: Option<FactId>,
    }
}

record! {
    /// One named mark.
    pub struct NamedUnit {
        /// The place.
        pub place: PlaceId,
        /// The fact that names it.
        pub fact: FactId,
    }
}

record! {
    /// Who says what.
    pub struct Accounts {
        /// The rows, by who says it.
        pub rows: Vec<AccountRow>,
    }
}

record! {
    /// What one side says.
    pub struct AccountRow {
        /// Who says it, or that nobody does.
        pub name: Localized,
        /// The statements; prose with figures.
        pub items: Vec<AccountItem>,
    }
}

record! {
    /// One statement.
    pub struct AccountItem {
        /// The fact.
        pub fact: FactId,
        /// The fact in a few words.
        pub words: Localized,
    }
}

record! {
    /// Bars of one whole each, cut into parts.
    pub struct Bars {
        /// What is measured: one bar for each.
        pub measures: Vec<Measure>,
        /// The facts that say for which regions the page gives no figure; together with the parts they
        /// cover every region.
        pub gaps: Vec<FactId>,
        /// Sentences below the bars; prose with figures.
        #[cfg_attr(feature = "data", serde(default))]
        pub notes: Vec<Localized>,
    }
}

record! {
    /// One bar.
    pub struct Measure {
        /// Its name in addresses.
        pub id: String,
        /// Its name for readers.
        pub name: Localized,
        /// The fact that says how long the whole bar is.
        pub total: FactId,
        /// Its parts, which add up to the total.
        pub parts: Vec<BarPart>,
        /// Something that lies in a part without a figure of its own.
        pub inside: Option<BarInside>,
    }
}

record! {
    /// A part of a bar; its fact's kind says whether it was given or worked out.
    pub struct BarPart {
        /// The fact that says how long it is.
        pub fact: FactId,
        /// The region it belongs to; absent for a remainder.
        pub region: Option<PlaceId>,
        /// Its name for readers.
        pub name: Localized,
        /// The fact that says what share of the whole it is.
        pub share: Option<FactId>,
    }
}

record! {
    /// Something that lies in a part of a bar without a figure of its own: hatched, never a length.
    pub struct BarInside {
        /// The fact of the part it lies in.
        pub part: FactId,
        /// The region.
        pub region: PlaceId,
        /// The fact that says its figure is not given.
        pub fact: FactId,
        /// What is said in the hatching.
        pub words: Localized,
    }
}

record! {
    /// Facts that have a number for each of several years, one below the other, each from zero on.
    pub struct Series {
        /// The facts.
        pub rows: Vec<SeriesRow>,
    }
}

record! {
    /// A fact with a number for each of several years.
    pub struct SeriesRow {
        /// The fact.
        pub fact: FactId,
        /// What is counted.
        pub name: Localized,
    }
}

record! {
    /// Items on an axis of days.
    pub struct Timeline {
        /// The axis' first day, as YYYY-MM-DD.
        pub from: String,
        /// The axis' last day, as YYYY-MM-DD.
        pub to: String,
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

impl Figure {
    /// How many ways of drawing it are given; exactly one is right.
    pub fn ways(&self) -> usize {
        let given = [
            self.accounts.is_some(),
            self.areas.is_some(),
            self.bars.is_some(),
            self.lanes.is_some(),
            self.matrix.is_some(),
            self.series.is_some(),
            self.timeline.is_some(),
            self.units.is_some(),
        ];
        given.into_iter().filter(|given| *given).count()
    }
}

impl Bars {
    /// The fact that says that a region has no figure of a measure: that of the band, or the gap that names the region.
    pub fn gap<'a>(&'a self, story: &Story, measure: &'a Measure, region: &PlaceId) -> Option<&'a FactId> {
        let inside = measure.inside.as_ref().filter(|inside| inside.region == *region).map(|inside| &inside.fact);
        let names = |gap: &&FactId| story.fact(gap).is_some_and(|fact| fact.places.contains(region));
        inside.or_else(|| self.gaps.iter().find(names))
    }
}

/// How the squares of an area strip are filled, by how the page treats the area.
impl Mention {
    /// All treatments, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Named, Self::Added, Self::Unnamed, Self::Absent];
}
