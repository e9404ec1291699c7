//! Facts: every figure and statement of the story, and where each comes from.

use super::{ArticleId, ChapterId, Day, FactId, Formula, Localized, PlaceId, UnitId};

/// What `facts.json` holds.
#[derive(Clone, Debug, PartialEq)]
pub struct FactsFile {
    /// The articles the facts are taken from.
    pub articles: Vec<Article>,
    /// The units the facts are counted or measured in.
    pub units: Vec<Unit>,
    /// The facts.
    pub facts: Vec<Fact>,
}

record! {
    /// One article of the newspaper page.
    pub struct Article {
        /// Its name in locators.
        pub id: ArticleId,
        /// Our description of it; the page's headline is not reprinted.
        pub title: Localized,
        /// The people named in its byline, as printed.
        #[cfg_attr(feature = "data", serde(default))]
        pub byline: Vec<String>,
        /// What a reader should know about the byline.
        pub byline_note: Option<Localized>,
        /// First and last line in the transcript of the page, counted from 1.
        pub lines: [usize; 2],
        /// Lines of the transcript that a page break cut off from the next one.
        #[cfg_attr(feature = "data", serde(default))]
        pub joined: Vec<usize>,
        /// How long each sentence is, paragraph by paragraph: in characters, white space not counted. Lengths and no words,
        /// for the picture of what was taken from the page; `verify-source` holds them against the transcript. Without them
        /// the article is not in that picture.
        #[cfg_attr(feature = "data", serde(default))]
        pub lengths: Vec<Vec<usize>>,
        /// What a reader should know about the article.
        pub note: Option<Localized>,
    }
}

record! {
    /// English forms of a unit.
    pub struct Plural {
        /// For exactly one.
        pub one: String,
        /// For every other number.
        pub other: String,
        /// Words before the number, such as CNY.
        pub before: Option<String>,
    }
}

record! {
    /// A unit of count or measure.
    pub struct Unit {
        /// Its name in facts.
        pub id: UnitId,
        /// Chinese, written directly after the number.
        pub zh: String,
        /// English, written after a space.
        pub en: Plural,
        /// English takes no space either, as with %.
        #[cfg_attr(feature = "data", serde(default))]
        pub tight: bool,
        /// Chinese counts it in 万 (ten thousands).
        #[cfg_attr(feature = "data", serde(default))]
        pub myriad: bool,
        /// Large numbers are written as each language counts: in 万, 亿 and 万亿, and in million, billion and trillion.
        #[cfg_attr(feature = "data", serde(default))]
        pub great: bool,
        /// Chinese puts 第 before it, as with editions; an ending such as th in the English forms becomes that of the number.
        #[cfg_attr(feature = "data", serde(default))]
        pub ordinal: bool,
        /// Chinese writes its numbers in 汉字, from 1 to 99: it is a part of a set term, such as 六查 (GB/T 15835).
        #[cfg_attr(feature = "data", serde(default))]
        pub set_term: bool,
        /// Never grouped by thousands, as with years.
        #[cfg_attr(feature = "data", serde(default))]
        pub plain: bool,
    }
}

record! {
    /// The number of one year.
    pub struct YearValue {
        /// The year.
        pub year: i32,
        /// The number, in the unit of its fact.
        pub value: f64,
    }
}

record! {
    /// How we come to say something.
    pub enum Kind {
        /// It happened or exists, as the page says.
        Reported,
        /// It is to be done, as the page says.
        Target,
        /// Ours; with its formula.
        Computed,
        /// The page names the thing and gives no figure for it.
        NotGiven,
        /// A reading or a location from elsewhere; with that other source.
        EditorsNote,
    }
}

impl Kind {
    /// All kinds, in the order of legends.
    pub const ALL: [Self; 5] = [Self::Reported, Self::Target, Self::Computed, Self::NotGiven, Self::EditorsNote];

    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Target => "target",
            Self::Computed => "computed",
            Self::NotGiven => "not-given",
            Self::EditorsNote => "editors-note",
        }
    }

    /// Whether the page says it, or lets us work it out: it is no gap and no note.
    pub fn is_said(self) -> bool {
        matches!(self, Self::Reported | Self::Target | Self::Computed)
    }
}

record! {
    /// Who says it.
    pub enum Speaker {
        /// The report that the newspaper quotes.
        Report,
        /// The newspaper itself.
        Newspaper,
        /// The city and its offices.
        City,
        /// A district or county.
        District,
        /// A notice printed on the page.
        Notice,
        /// Nobody but us: what we computed, noted, or found missing.
        Ours,
    }
}

impl Speaker {
    /// All speakers, in the order of legends.
    pub const ALL: [Self; 6] = [Self::Report, Self::Newspaper, Self::City, Self::District, Self::Notice, Self::Ours];

    /// The name in files, classes and attributes.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Newspaper => "newspaper",
            Self::City => "city",
            Self::District => "district",
            Self::Notice => "notice",
            Self::Ours => "ours",
        }
    }
}

record! {
    /// How near a value is, where the page gives it no more exactly.
    pub enum Limit {
        /// 约300户, about 300.
        About,
        /// 90%以上, 90% or more.
        AtLeast,
        /// 超过90%, more than 90%.
        Above,
        /// 5%以下, 5% or less.
        AtMost,
        /// 不到5%, less than 5%.
        Below,
    }
}

record! {
    /// Where on the page a sentence stands, checkable without reprinting it.
    pub struct Locator {
        /// The article.
        pub article: ArticleId,
        /// Paragraph, counted from 1, headlines included.
        pub paragraph: usize,
        /// Sentence within the paragraph, counted from 1.
        pub sentence: usize,
        /// SHA-256, in lower-case hex, of the sentence in Unicode NFC without any white space.
        #[cfg_attr(feature = "data", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
        pub sha256: String,
    }
}

record! {
    /// When something happens: a day or span, a last day, or only words.
    pub struct Dated {
        /// First day, as YYYY-MM-DD.
        pub from: Option<Day>,
        /// Last day, as YYYY-MM-DD.
        pub to: Option<Day>,
        /// A day by which it is to be done, as YYYY-MM-DD.
        pub by: Option<Day>,
        /// The page's words where it names no day.
        pub words: Option<Localized>,
    }
}

record! {
    /// One thing the story says, with its source.
    pub struct Fact {
        /// Its name everywhere else.
        pub id: FactId,
        /// The chapter it belongs to.
        pub chapter: ChapterId,
        /// How we come to say it.
        pub kind: Kind,
        /// Who says it: ours for what is computed, noted or not given, else one of the others.
        pub speaker: Speaker,
        /// The number, if it is one, in `unit`.
        pub value: Option<f64>,
        /// The upper end of a range, such as 3至5个, whose lower end is `value`.
        pub up_to: Option<f64>,
        /// How near `value` is, where the page says 约, 以上 or the like.
        pub limit: Option<Limit>,
        /// A number for each of several years, the earliest first; `value` is that of the last one.
        #[cfg_attr(feature = "data", serde(default))]
        pub series: Vec<YearValue>,
        /// The unit of `value`.
        pub unit: Option<UnitId>,
        /// The number as the page prints it; it must stand in the sentence of `source`.
        pub printed: Option<String>,
        /// The fact in our words.
        pub statement: Localized,
        /// Where the page says it, or names what it gives no figure for.
        pub source: Option<Locator>,
        /// How a computed value follows from others, such as `{a} / {b} * 100`.
        pub formula: Option<Formula>,
        /// The editor's note on whose reading a computed value rests, such as one that takes two units for one; it goes
        /// wherever the value does.
        pub reading: Option<FactId>,
        /// Where an editor's note comes from.
        pub note_source: Option<Localized>,
        /// The places and regions it is about.
        #[cfg_attr(feature = "data", serde(default))]
        pub places: Vec<PlaceId>,
        /// When it happens, where the page says so.
        pub date: Option<Dated>,
        /// Other facts whose numbers its statement says; those of its formula and of its sentence need not be listed.
        #[cfg_attr(feature = "data", serde(default))]
        pub says: Vec<FactId>,
        /// Words of its statement that hold a numeral and say no number of a fact, such as 四城 for the cities it names.
        #[cfg_attr(feature = "data", serde(default))]
        pub no_numbers: Vec<String>,
    }
}

impl Fact {
    /// What a chart draws of it, in its unit. The check has held that it has a value wherever a chart asks; what stands in
    /// for one in a story with faults is one.
    pub fn amount(&self) -> f64 {
        self.value.unwrap_or(1.0)
    }
}

impl Dated {
    /// Every day that it names.
    pub fn days(&self) -> impl Iterator<Item = Day> {
        [self.from, self.to, self.by].into_iter().flatten()
    }

    /// Its last day, be it the end of a span or a day by which something is to be done.
    pub fn end(&self) -> Option<Day> {
        self.to.or(self.by)
    }
}

impl Limit {
    /// Its name in files.
    pub fn slug(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::Above => "above",
            Self::AtMost => "at-most",
            Self::Below => "below",
        }
    }
}

impl Unit {
    /// The English word for so many: an ordinal's ending is that of its number, as in 3rd and 21st edition.
    pub fn english(&self, value: f64) -> String {
        let word = if value == 1.0 { &self.en.one } else { &self.en.other };
        let rest = ENDINGS.iter().find_map(|ending| word.strip_prefix(ending)).filter(|_| self.tight);
        match rest.filter(|rest| rest.starts_with(' ') || (rest.is_empty() && self.ordinal)) {
            Some(rest) => format!("{}{rest}", ending(value)),
            None => word.clone(),
        }
    }
}

/// How English ordinals end.
const ENDINGS: [&str; 4] = ["th", "st", "nd", "rd"];

fn ending(value: f64) -> &'static str {
    match (value % 100.0, value % 10.0) {
        (11.0..=13.0, _) => "th",
        (_, 1.0) => "st",
        (_, 2.0) => "nd",
        (_, 3.0) => "rd",
        _ => "th",
    }
}
