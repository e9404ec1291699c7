//! Chapters: the order in which the story is told.

use std::collections::BTreeMap;

use super::{AreaId, ChapterId, Day, FactId, FigureId, FrameId, Localized, PlaceId, Prose, Stage, Wordings};

/// What `chapters.json` holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ChaptersFile {
    /// Title, summary and closing notes of the whole story.
    pub story: StoryHead,
    /// The areas of work of the report, in its order.
    pub areas: Vec<Area>,
    /// The chapters, in reading order; the first one opens the story.
    pub chapters: Vec<Chapter>,
}

record! {
    /// What stands around the chapters.
    pub struct StoryHead {
        /// By which name code knows the story, such as `ourtown-story`: its element and messages in other people's pages, and
        /// what a reader's browser keeps. Small letters, digits and at least one hyphen, as HTML wants of elements. Once
        /// published it is changed by way of `renamed`.
        pub handle: String,
        /// Title of the page, of tabs and links.
        pub title: Prose,
        /// One sentence for search engines and link previews.
        pub summary: Prose,
        /// Where the story is published: an `https` address that ends in `/`. It stands only where a relative one will
        /// not do: in heads of pages, site map and citations.
        pub address: String,
        /// The seal's one character.
        pub seal: Localized,
        /// The small line above the headline.
        pub kicker: Prose,
        /// The headline's large word.
        pub headline: Prose,
        /// The headline's small line.
        pub subhead: Prose,
        /// The small line comes first, as Chinese wants it, in these languages.
        pub subhead_first: Vec<String>,
        /// The opening paragraph; prose with figures.
        pub lead: Prose,
        /// What the story comes to, after its last chapter; left out where it ends with the ways to its record.
        pub ending: Option<Ending>,
        /// Paragraphs on method, before the ledger; prose with figures.
        pub method: Vec<Prose>,
        /// What is said of a region or place that no fact is about.
        pub not_mentioned: Localized,
        /// Who publishes the story, for citations; left out where nobody is named.
        pub publisher: Option<Localized>,
        /// Which page all of it is from, for pictures, where no text around them says so.
        pub credit: Option<Localized>,
        /// The day the story was first published, as YYYY-MM-DD, for search engines.
        pub published: Option<Day>,
        /// The day the data were last changed, as YYYY-MM-DD, for citations.
        pub updated: Option<Day>,
        /// Under which terms others may use the ledger and the figures; left out where nothing is said about it.
        pub terms: Option<Terms>,
        /// Ids that were changed after the story was published, each with what it is now, so that old addresses lead
        /// where they led.
        #[cfg_attr(feature = "data", serde(default))]
        pub renamed: BTreeMap<String, String>,
        /// Whether every row must bear the initials of somebody who has read it before the story is published.
        #[cfg_attr(feature = "data", serde(default))]
        pub initials: bool,
        /// Names and set phrases that hold a numeral and say no number, such as 三门峡: the only numerals that need no
        /// fact.
        #[cfg_attr(feature = "data", serde(default))]
        pub no_numbers: Wordings,
        /// The warnings of the check that are meant so.
        #[cfg_attr(feature = "data", serde(default))]
        pub meant: Vec<Meant>,
    }
}

record! {
    /// Terms of use.
    pub struct Terms {
        /// What they are called, and what they do not cover.
        pub name: Localized,
        /// Where they stand in full: an `https` address.
        pub url: String,
    }
}

record! {
    /// What was found, said once more where the story ends.
    pub struct Ending {
        /// What all of it comes to; prose with figures.
        pub title: Prose,
        /// What was found, each in a sentence or two; prose with figures.
        #[cfg_attr(feature = "data", schemars(length(min = 1)))]
        pub findings: Vec<Prose>,
    }
}

record! {
    /// A warning that is no oversight.
    pub struct Meant {
        /// Its number, such as `W4`.
        pub warning: String,
        /// What it is about, as the warning says in backquotes: an id or a word.
        pub about: String,
        /// Why it is meant so.
        #[cfg_attr(feature = "data", schemars(length(min = 1)))]
        pub why: String,
    }
}

record! {
    /// How the page treats an area of work.
    pub enum Mention {
        /// The report's own words name the city or a place in it: a full square.
        Named,
        /// The newspaper adds the name of the city: a square with a core.
        Added,
        /// It writes about the area and names no place: a half square.
        Unnamed,
        /// It does not write about the area: a dashed square.
        Absent,
    }
}

impl Mention {
    /// All treatments, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Named, Self::Added, Self::Unnamed, Self::Absent];

    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Added => "added",
            Self::Unnamed => "unnamed",
            Self::Absent => "absent",
        }
    }
}

record! {
    /// One of the report's areas of work.
    pub struct Area {
        /// Its name in chapters.
        pub id: AreaId,
        /// Its name for readers.
        pub name: Localized,
        /// How the page treats it.
        pub mention: Mention,
        /// The fact that says so.
        pub fact: FactId,
    }
}

record! {
    /// A chapter. One that is not told yet only groups its facts in the ledger and in panels.
    pub struct Chapter {
        /// Its name in facts and in addresses.
        pub id: ChapterId,
        /// Its name in the navigation.
        pub name: Localized,
        /// Its numeral.
        pub numeral: Localized,
        /// What it tells.
        pub told: Option<Told>,
    }
}

record! {
    /// What a chapter tells.
    pub struct Told {
        /// The finding; prose with figures.
        pub title: Prose,
        /// The line below it; prose with figures.
        pub dek: Prose,
        /// The areas of work it draws on.
        #[cfg_attr(feature = "data", serde(default))]
        pub areas: Vec<AreaId>,
        /// The figures that open the story.
        #[cfg_attr(feature = "data", serde(default))]
        pub key_figures: Vec<KeyFigure>,
        /// Its map.
        pub map: Option<ChapterMap>,
        /// The places listed in words where it has no map.
        #[cfg_attr(feature = "data", serde(default))]
        pub places: Vec<PlaceId>,
        /// Its paragraphs.
        #[cfg_attr(feature = "data", serde(default))]
        pub steps: Vec<Step>,
        /// Its figures, in order.
        #[cfg_attr(feature = "data", serde(default))]
        pub figures: Vec<FigureId>,
        /// The figures stand before map and paragraphs, where they are what most readers come for. One of marks to count
        /// stands beside the paragraphs all the same.
        #[cfg_attr(feature = "data", serde(default))]
        pub figures_first: bool,
        /// What the page does not say of all this; prose with figures, folded at the chapter's end.
        pub not_given: Option<Prose>,
    }
}

impl Told {
    /// Its map and those of its steps.
    pub fn maps(&self) -> impl Iterator<Item = &ChapterMap> {
        self.map.iter().chain(self.steps.iter().filter_map(|step| step.map.as_ref()))
    }
}

impl ChapterMap {
    /// What it shows besides the regions: places, cities beyond it, lines and what they lead through; some twice.
    pub fn all_places(&self) -> impl Iterator<Item = &PlaceId> {
        let on_lines = self.lines.iter().flat_map(|line| std::iter::once(&line.place).chain(&line.through));
        self.places.iter().chain(&self.beyond).chain(on_lines)
    }
}

record! {
    /// One or two large numbers with a small drawing and a sentence.
    pub struct KeyFigure {
        /// The numbers.
        pub numbers: Vec<FactId>,
        /// What each number counts, in the same order.
        pub labels: Vec<Localized>,
        /// The drawing.
        pub figure: FigureId,
        /// The sentence; prose with figures.
        pub text: Prose,
    }
}

record! {
    /// A paragraph with its own head.
    pub struct Step {
        /// Its name in addresses.
        #[cfg_attr(feature = "data", schemars(regex(pattern = "^[a-zA-Z0-9][a-zA-Z0-9-]{0,79}$")))]
        pub id: String,
        /// The head; prose with figures.
        pub title: Prose,
        /// The paragraph; prose with figures.
        pub text: Prose,
        /// A map of its own, where the chapter's does not show what it is about.
        pub map: Option<ChapterMap>,
    }
}

record! {
    /// What a chapter shows on the map.
    pub struct ChapterMap {
        /// The figure's name.
        pub id: FigureId,
        /// What the map shows, as a finding.
        pub title: Prose,
        /// One sentence on how to read it; prose with figures.
        pub description: Prose,
        /// The frame.
        pub frame: FrameId,
        /// The places drawn; one without a location is listed off the map.
        pub places: Vec<PlaceId>,
        /// Schematic lines from place to place, such as a railway whose course is not known.
        #[cfg_attr(feature = "data", serde(default))]
        pub lines: Vec<MapLine>,
        /// The bars whose regions are shaded by value.
        pub shading: Option<FigureId>,
        /// The regions are shaded only when a reader asks for it.
        #[cfg_attr(feature = "data", serde(default))]
        pub shading_on_request: bool,
        /// Names alone: no line below them.
        #[cfg_attr(feature = "data", serde(default))]
        pub names_only: bool,
        /// What the fills of the marks mean here; empty where the legend is by category.
        #[cfg_attr(feature = "data", serde(default))]
        pub stages: Vec<StageLabel>,
        /// Cities listed at the edge with their direction.
        #[cfg_attr(feature = "data", serde(default))]
        pub beyond: Vec<PlaceId>,
        /// The head of that list.
        pub beyond_title: Option<Localized>,
    }
}

record! {
    /// A schematic line: straight from place to place, and said to be so.
    pub struct MapLine {
        /// What it stands for.
        pub place: PlaceId,
        /// The places and regions it leads through, in order; each has a point or an anchor.
        pub through: Vec<PlaceId>,
    }
}

record! {
    /// What a fill of marks means in a chapter.
    pub struct StageLabel {
        /// The fill.
        pub stage: Stage,
        /// Its meaning.
        pub label: Localized,
    }
}
