//! The whole story, with look-ups by id.

use super::dependencies::{File, Record, Tracked, note, unrecorded};
use super::index::{Index, Positions};
use super::stamp::stamp_of;
use super::{
    Area, AreaId, Article, ArticleId, Bars, Category, CategoryId, Chapter, ChapterId, ChapterMap, ChaptersFile,
    Correction, CorrectionsFile, Fact, FactId, FactsFile, Figure, FigureId, FiguresFile, Formula, Frame, FrameId,
    Localized, MapFile, Measure, Place, PlaceId, PlacesFile, Region, StoryHead, Told, Topology, Unit, UnitId,
};

/// What the files hold.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // they are named like their files
pub struct Files {
    pub facts: FactsFile,
    pub chapters: ChaptersFile,
    pub places: PlacesFile,
    pub figures: FiguresFile,
    pub map: MapFile,
    pub corrections: CorrectionsFile,
    pub topology: Topology,
}

/// The story as the data files tell it.
///
/// The `data` station hands out only checked stories: every id that a record points at exists, so a look-up by id answers
/// with the record. Who looks into a file
/// or asks for a record is noted where somebody wants to know it ([`recording`](super::recording)).
#[derive(Clone, Debug)]
pub struct Story {
    /// Facts, articles and units.
    pub facts: Tracked<FactsFile>,
    /// Chapters and areas of work.
    pub chapters: Tracked<ChaptersFile>,
    /// Categories, regions and places.
    pub places: Tracked<PlacesFile>,
    /// Figures.
    pub figures: Tracked<FiguresFile>,
    /// The map's settings; without meaning where no chapter has a map.
    pub map: Tracked<MapFile>,
    /// What was published and corrected.
    pub corrections: Tracked<CorrectionsFile>,
    /// The map's geometry; empty where no chapter has a map.
    pub topology: Tracked<Topology>,
    /// Names the state of all data files, so that a citation can say what was seen.
    pub version: Tracked<String>,
    /// Where each record stands; empty until something is looked up.
    pub index: Index,
}

/// What can be selected: a region or a place.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A region of the map.
    Region(&'a Region),
    /// Anything else with a name.
    Place(&'a Place),
}

impl<'a> Subject<'a> {
    /// Its id.
    pub fn id(&self) -> &'a PlaceId {
        match self {
            Self::Region(region) => &region.id,
            Self::Place(place) => &place.id,
        }
    }

    /// The place, if it is no region.
    pub fn place(self) -> Option<&'a Place> {
        if let Self::Place(place) = self { Some(place) } else { None }
    }

    /// Whether it is a region.
    pub fn is_region(self) -> bool {
        matches!(self, Self::Region(_))
    }

    /// Its full name.
    pub fn name(&self) -> &'a Localized {
        match self {
            Self::Region(region) => &region.name,
            Self::Place(place) => &place.name,
        }
    }

    /// Its short name.
    pub fn short(&self) -> &'a Localized {
        match self {
            Self::Region(region) => &region.short,
            Self::Place(place) => &place.short,
        }
    }
}

impl Story {
    /// The story in these files.
    pub fn new(files: Files) -> Self {
        let Files { facts, chapters, places, figures, map, corrections, topology } = files;
        Self {
            facts: Tracked::new(Record::File(File::Facts), facts),
            chapters: Tracked::new(Record::File(File::Chapters), chapters),
            places: Tracked::new(Record::File(File::Places), places),
            figures: Tracked::new(Record::File(File::Figures), figures),
            map: Tracked::new(Record::File(File::Map), map),
            corrections: Tracked::new(Record::File(File::Corrections), corrections),
            topology: Tracked::new(Record::File(File::Topology), topology),
            version: Tracked::new(Record::Version, String::new()),
            index: Index::default(),
        }
    }

    fn positions(&self) -> &Positions {
        self.index.of(self.facts.unnoted(), self.places.unnoted())
    }

    /// A number that changes when the record does.
    pub fn stamp(&self, record: &Record) -> u64 {
        let stamp = || match record {
            Record::File(File::Facts) => stamp_of(self.facts.unnoted()),
            Record::File(File::Chapters) => stamp_of(self.chapters.unnoted()),
            Record::File(File::Places) => stamp_of(self.places.unnoted()),
            Record::File(File::Figures) => stamp_of(self.figures.unnoted()),
            Record::File(File::Map) => stamp_of(self.map.unnoted()),
            Record::File(File::Corrections) => stamp_of(self.corrections.unnoted()),
            Record::File(File::Topology) => stamp_of(self.topology.unnoted()),
            Record::Land => stamp_of(&(self.topology.unnoted(), self.map.unnoted())),
            Record::Version => stamp_of(self.version.unnoted()),
            Record::Head => stamp_of(self.head()),
            Record::Fact(id) => stamp_of(&self.find_fact(id)),
            Record::Row(id) => stamp_of(&self.row(id)),
            Record::About(id) => stamp_of(&self.facts_about(id).collect::<Vec<_>>()),
            Record::Article(id) => stamp_of(&self.find_article(id)),
            Record::Unit(id) => stamp_of(&self.find_unit(id)),
            Record::Category(id) => stamp_of(&self.find_category(id)),
            Record::Region(id) => stamp_of(&self.find_region(id)),
            Record::Place(id) => stamp_of(&self.find_place(id)),
            Record::Figure(id) => stamp_of(&self.find_figure(id)),
            Record::Frame(id) => stamp_of(&self.find_frame(id)),
        };
        self.index.stamp(record, || unrecorded(stamp))
    }

    /// Title and closing notes.
    pub fn head(&self) -> &StoryHead {
        note(|| Record::Head);
        &self.chapters.unnoted().story
    }

    /// The fact of this id.
    ///
    /// Like every look-up here it answers for any id: only reading makes ids, and the check has held that each one names a
    /// record. In a story with faults, which the check and the review look into, it may be a stand-in that shows the id;
    /// [`stood_in`](Self::stood_in) tells.
    pub fn fact(&self, id: &FactId) -> &Fact {
        self.find_fact(id).unwrap_or_else(|| self.index.stand_ins().fact(id))
    }

    /// The fact of this id, for the check.
    pub(crate) fn find_fact(&self, id: &FactId) -> Option<&Fact> {
        self.fact_named(id.as_str())
    }

    /// The fact whose id is this text, if it is one.
    pub fn fact_named(&self, text: &str) -> Option<&Fact> {
        note(|| Record::Fact(FactId::new(text)));
        self.facts.unnoted().facts.get(*self.positions().facts.get(text)?)
    }

    /// The unit of this id.
    pub fn unit(&self, id: &UnitId) -> &Unit {
        self.find_unit(id).unwrap_or_else(|| self.index.stand_ins().unit(id))
    }

    /// The unit of this id, for the check.
    pub(crate) fn find_unit(&self, id: &UnitId) -> Option<&Unit> {
        note(|| Record::Unit(id.clone()));
        self.facts.unnoted().units.iter().find(|unit| &unit.id == id)
    }

    /// The unit in which a fact is counted or measured, if it says a number.
    pub fn unit_of(&self, fact: &Fact) -> Option<&Unit> {
        fact.unit.as_ref().map(|id| self.unit(id))
    }

    /// The article of this id.
    pub fn article(&self, id: &ArticleId) -> &Article {
        self.find_article(id).unwrap_or_else(|| self.index.stand_ins().article(id))
    }

    /// The article of this id, for the check.
    pub(crate) fn find_article(&self, id: &ArticleId) -> Option<&Article> {
        note(|| Record::Article(id.clone()));
        self.facts.unnoted().articles.iter().find(|article| &article.id == id)
    }

    /// The chapter of this id.
    pub fn chapter(&self, id: &ChapterId) -> &Chapter {
        self.find_chapter(id).unwrap_or_else(|| self.index.stand_ins().chapter(id))
    }

    /// The chapter of this id, for the check.
    pub(crate) fn find_chapter(&self, id: &ChapterId) -> Option<&Chapter> {
        self.chapters.chapters.iter().find(|chapter| &chapter.id == id)
    }

    /// The chapters that are told, and what they tell; the first one opens the story.
    pub fn told(&self) -> impl Iterator<Item = (&Chapter, &Told)> {
        self.chapters.chapters.iter().filter_map(|chapter| Some((chapter, chapter.told.as_ref()?)))
    }

    /// The area of work of this id.
    pub fn area(&self, id: &AreaId) -> &Area {
        self.find_area(id).unwrap_or_else(|| self.index.stand_ins().area(id))
    }

    /// The area of work of this id, for the check.
    pub(crate) fn find_area(&self, id: &AreaId) -> Option<&Area> {
        self.chapters.areas.iter().find(|area| &area.id == id)
    }

    /// The figure of this id.
    pub fn figure(&self, id: &FigureId) -> &Figure {
        self.find_figure(id).unwrap_or_else(|| self.index.stand_ins().figure(id))
    }

    /// The figure of this id, for the check.
    pub(crate) fn find_figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figure_named(id.as_str())
    }

    /// The figure whose id is this text, if it is one.
    pub fn figure_named(&self, text: &str) -> Option<&Figure> {
        note(|| Record::Figure(FigureId::new(text)));
        self.figures.unnoted().figures.iter().find(|figure| figure.id.as_str() == text)
    }

    /// What the charts measure by region, each with the bars that show it.
    pub fn measures(&self) -> impl Iterator<Item = (&Bars, &Measure)> {
        let charts = self.figures.figures.iter().filter_map(|figure| figure.bars());
        charts.flat_map(|bars| bars.measures.iter().map(move |measure| (bars, measure)))
    }

    /// The bars by whose values a map is shaded, and the figure that they are.
    pub fn shading_of(&self, map: &ChapterMap) -> Option<(&Figure, &Bars)> {
        let figure = self.figure(map.shading.as_ref()?);
        Some((figure, figure.bars().unwrap_or_else(|| self.index.stand_ins().bars())))
    }

    /// The frame of this id.
    pub fn frame(&self, id: &FrameId) -> &Frame {
        self.find_frame(id).unwrap_or_else(|| self.index.stand_ins().frame(id))
    }

    /// The frame of this id, for the check.
    pub(crate) fn find_frame(&self, id: &FrameId) -> Option<&Frame> {
        note(|| Record::Frame(id.clone()));
        self.map.unnoted().frames.iter().find(|frame| &frame.id == id)
    }

    /// The category of this id.
    pub fn category(&self, id: &CategoryId) -> &Category {
        self.find_category(id).unwrap_or_else(|| self.index.stand_ins().category(id))
    }

    /// The category of this id, for the check.
    pub(crate) fn find_category(&self, id: &CategoryId) -> Option<&Category> {
        note(|| Record::Category(id.clone()));
        self.places.unnoted().categories.iter().find(|category| &category.id == id)
    }

    /// The place of this id, which is no region's.
    pub fn place(&self, id: &PlaceId) -> &Place {
        self.find_place(id).unwrap_or_else(|| self.index.stand_ins().place(id))
    }

    /// The place of this id, for the check.
    pub(crate) fn find_place(&self, id: &PlaceId) -> Option<&Place> {
        self.place_named(id.as_str())
    }

    fn place_named(&self, text: &str) -> Option<&Place> {
        note(|| Record::Place(PlaceId::new(text)));
        self.places.unnoted().places.get(*self.positions().places.get(text)?)
    }

    /// Where a place stands in its file, counted from 0; nothing for a region.
    pub fn place_position(&self, id: &PlaceId) -> Option<usize> {
        note(|| Record::File(File::Places));
        self.positions().places.get(id).copied()
    }

    /// Longitude and latitude of what stands for a region or place: its point or its anchor, if it has either.
    pub fn point_of(&self, id: &PlaceId) -> Option<[f64; 2]> {
        match self.subject(id) {
            Subject::Region(region) => region.anchor,
            Subject::Place(place) => place.location.point.or(place.location.anchor),
        }
    }

    /// The region of this id.
    pub fn region(&self, id: &PlaceId) -> &Region {
        self.find_region(id).unwrap_or_else(|| self.index.stand_ins().region(id))
    }

    /// The region of this id, for the check.
    pub(crate) fn find_region(&self, id: &PlaceId) -> Option<&Region> {
        self.region_named(id.as_str())
    }

    fn region_named(&self, text: &str) -> Option<&Region> {
        note(|| Record::Region(PlaceId::new(text)));
        self.places.unnoted().regions.get(*self.positions().regions.get(text)?)
    }

    /// The region or place of this id.
    pub fn subject(&self, id: &PlaceId) -> Subject<'_> {
        self.find_subject(id).unwrap_or_else(|| Subject::Place(self.index.stand_ins().place(id)))
    }

    /// The region or place of this id, for the check.
    pub(crate) fn find_subject(&self, id: &PlaceId) -> Option<Subject<'_>> {
        self.subject_named(id.as_str())
    }

    /// The region or place whose id is this text, if it is one.
    pub fn subject_named(&self, text: &str) -> Option<Subject<'_>> {
        self.region_named(text).map(Subject::Region).or_else(|| self.place_named(text).map(Subject::Place))
    }

    /// Every region, then every other place.
    pub fn subjects(&self) -> impl Iterator<Item = Subject<'_>> {
        let regions = self.places.regions.iter().map(Subject::Region);
        regions.chain(self.places.places.iter().map(Subject::Place))
    }

    /// The chapter's place's category's look, if the place has one.
    pub fn category_of(&self, place: &Place) -> Option<&Category> {
        place.category.as_ref().map(|id| self.category(id))
    }

    /// The facts about a region or place, in the order of the ledger.
    pub fn facts_about<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Fact> {
        note(|| Record::About(id.clone()));
        let facts = &self.facts.unnoted().facts;
        self.positions().about.get(id).into_iter().flatten().map(|index| &facts[*index])
    }

    /// What the page says about a region or place, or lets us work out: no gaps and no notes.
    pub fn statements_about<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Fact> {
        self.facts_about(id).filter(|fact| fact.kind.is_said())
    }

    /// The places that are said to lie in a region; never those that are only drawn there.
    pub fn places_in<'a>(&'a self, region: &'a PlaceId) -> impl Iterator<Item = &'a Place> {
        self.places.places.iter().filter(move |place| place.location.within.as_ref() == Some(region))
    }

    /// Those of which something is said, in a region of which nothing is said by name; in all others none.
    pub fn told_instead<'a>(&'a self, region: &'a PlaceId) -> impl Iterator<Item = &'a Place> {
        let is_silent = self.statements_about(region).next().is_none();
        let is_told = |place: &&Place| self.statements_about(&place.id).next().is_some();
        self.places_in(region).filter(move |place| is_silent && is_told(place))
    }

    /// The corrections of a fact with their numbers, counted from 1, in the order of publication.
    pub fn corrections_of<'a>(&'a self, id: &'a FactId) -> impl DoubleEndedIterator<Item = (usize, &'a Correction)> {
        let numbered = self.corrections.corrections.iter().enumerate().map(|(index, one)| (index + 1, one));
        numbered.filter(move |(_, one)| &one.fact == id)
    }

    /// The editor's notes on whose readings these facts rest, by themselves or by what they are computed from, in the order
    /// of the ledger.
    pub fn readings_of<'a>(&'a self, ids: impl IntoIterator<Item = &'a FactId>) -> Vec<&'a Fact> {
        let mut open: Vec<FactId> = ids.into_iter().cloned().collect();
        let (mut known, mut readings) = (Vec::new(), Vec::<&Fact>::new());
        while let Some(id) = open.pop() {
            if known.contains(&id) {
                continue;
            }
            let fact = self.fact(&id);
            let reading = fact.reading.as_ref().map(|id| self.fact(id));
            readings.extend(reading.filter(|one| readings.iter().all(|other| other.id != one.id)));
            open.extend(fact.formula.iter().flat_map(Formula::inputs).cloned());
            known.push(id);
        }
        readings.sort_by_key(|reading| self.row(&reading.id));
        readings
    }

    /// Whether any chapter has a map.
    pub fn has_maps(&self) -> bool {
        self.told().any(|(_, told)| told.maps().next().is_some())
    }

    /// The story without its maps: a chapter lists what they show and say something of, and no note speaks of them.
    pub fn without_maps(mut self) -> Self {
        let places = self.places.places.clone();
        let is_said = |place: &Place| place.category.is_some() || place.verb.is_some();
        for told in self.chapters.chapters.iter_mut().filter_map(|chapter| chapter.told.as_mut()) {
            let shown = |id: &&PlaceId| places.iter().any(|place| place.id == **id && is_said(place));
            let ids = told.maps().flat_map(|map| map.places.iter().chain(map.lines.iter().map(|line| &line.place)));
            for id in ids.filter(shown).cloned().collect::<Vec<_>>() {
                if !told.places.contains(&id) {
                    told.places.push(id);
                }
            }
            told.map = None;
            told.steps.iter_mut().for_each(|step| step.map = None);
        }
        self.map.notes.clear();
        self.topology.objects.clear();
        self
    }

    /// The row number of a fact in the ledger, counted from 1; 0 for a stand-in.
    pub fn row(&self, id: &FactId) -> usize {
        note(|| Record::Row(id.clone()));
        self.positions().facts.get(id).map_or(0, |index| index + 1)
    }

    /// What was looked up and is in no file, each by what it is and its id; nothing in a checked story.
    pub fn stood_in(&self) -> Vec<String> {
        self.index.stand_ins().asked_for()
    }
}
