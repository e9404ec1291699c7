//! The whole story, with look-ups by id.

use super::dependencies::{File, Record, Tracked, note, unrecorded};
use super::index::{Index, Positions};
use super::stamp::stamp_of;
use super::{
    Area, AreaId, Article, ArticleId, Category, CategoryId, Chapter, ChapterId, ChaptersFile, Correction,
    CorrectionsFile, Fact, FactId, FactsFile, Figure, FigureId, FiguresFile, Formula, Frame, FrameId, Kind,
    Localized, MapFile, Place, PlaceId, PlacesFile, Region, StoryHead, Told, Topology, Unit, UnitId,
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
/// The `data` station hands out only checked stories: every id that a record points at exists. Who looks into a file
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
            Record::Fact(id) => stamp_of(&self.fact(id)),
            Record::Row(id) => stamp_of(&self.row(id)),
            Record::About(id) => stamp_of(&self.facts_about(id).collect::<Vec<_>>()),
            Record::Article(id) => stamp_of(&self.article(id)),
            Record::Unit(id) => stamp_of(&self.unit(id)),
            Record::Category(id) => stamp_of(&self.category(id)),
            Record::Region(id) => stamp_of(&self.region(id)),
            Record::Place(id) => stamp_of(&self.place(id)),
            Record::Figure(id) => stamp_of(&self.figure(id)),
            Record::Frame(id) => stamp_of(&self.frame(id)),
        };
        self.index.stamp(record, || unrecorded(stamp))
    }

    /// Title and closing notes.
    pub fn head(&self) -> &StoryHead {
        note(|| Record::Head);
        &self.chapters.unnoted().story
    }

    /// The fact of this id.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        note(|| Record::Fact(id.clone()));
        self.facts.unnoted().facts.get(*self.positions().facts.get(id)?)
    }

    /// The unit of this id.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        note(|| Record::Unit(id.clone()));
        self.facts.unnoted().units.iter().find(|unit| &unit.id == id)
    }

    /// The article of this id.
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        note(|| Record::Article(id.clone()));
        self.facts.unnoted().articles.iter().find(|article| &article.id == id)
    }

    /// The chapter of this id.
    pub fn chapter(&self, id: &ChapterId) -> Option<&Chapter> {
        self.chapters.chapters.iter().find(|chapter| &chapter.id == id)
    }

    /// The chapters that are told, and what they tell; the first one opens the story.
    pub fn told(&self) -> impl Iterator<Item = (&Chapter, &Told)> {
        self.chapters.chapters.iter().filter_map(|chapter| Some((chapter, chapter.told.as_ref()?)))
    }

    /// The area of work of this id.
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.chapters.areas.iter().find(|area| &area.id == id)
    }

    /// The figure of this id.
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        note(|| Record::Figure(id.clone()));
        self.figures.unnoted().figures.iter().find(|figure| &figure.id == id)
    }

    /// The frame of this id.
    pub fn frame(&self, id: &FrameId) -> Option<&Frame> {
        note(|| Record::Frame(id.clone()));
        self.map.unnoted().frames.iter().find(|frame| &frame.id == id)
    }

    /// The category of this id.
    pub fn category(&self, id: &CategoryId) -> Option<&Category> {
        note(|| Record::Category(id.clone()));
        self.places.unnoted().categories.iter().find(|category| &category.id == id)
    }

    /// The place of this id, regions not included.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        note(|| Record::Place(id.clone()));
        self.places.unnoted().places.get(*self.positions().places.get(id)?)
    }

    /// Where a place stands in its file, counted from 0.
    pub fn place_position(&self, id: &PlaceId) -> Option<usize> {
        note(|| Record::File(File::Places));
        self.positions().places.get(id).copied()
    }

    /// Longitude and latitude of what stands for a region or place: its point or its anchor.
    pub fn point_of(&self, id: &PlaceId) -> Option<[f64; 2]> {
        match self.subject(id)? {
            Subject::Region(region) => region.anchor,
            Subject::Place(place) => place.location.point.or(place.location.anchor),
        }
    }

    /// The region of this id.
    pub fn region(&self, id: &PlaceId) -> Option<&Region> {
        note(|| Record::Region(id.clone()));
        self.places.unnoted().regions.get(*self.positions().regions.get(id)?)
    }

    /// The region or place of this id.
    pub fn subject(&self, id: &PlaceId) -> Option<Subject<'_>> {
        self.region(id).map(Subject::Region).or_else(|| self.place(id).map(Subject::Place))
    }

    /// Every region, then every other place.
    pub fn subjects(&self) -> impl Iterator<Item = Subject<'_>> {
        let regions = self.places.regions.iter().map(Subject::Region);
        regions.chain(self.places.places.iter().map(Subject::Place))
    }

    /// The chapter's place's category's look, if the place has one.
    pub fn category_of(&self, place: &Place) -> Option<&Category> {
        place.category.as_ref().and_then(|id| self.category(id))
    }

    /// The facts about a region or place, in the order of the ledger.
    pub fn facts_about<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Fact> {
        note(|| Record::About(id.clone()));
        let facts = &self.facts.unnoted().facts;
        self.positions().about.get(id).into_iter().flatten().filter_map(|index| facts.get(*index))
    }

    /// What the page says about a region or place, or lets us work out: no gaps and no notes.
    pub fn statements_about<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Fact> {
        self.facts_about(id).filter(|fact| matches!(fact.kind, Kind::Reported | Kind::Target | Kind::Computed))
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
            let Some(fact) = self.fact(&id).filter(|_| !known.contains(&id)) else { continue };
            let reading = fact.reading.as_ref().and_then(|id| self.fact(id));
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

    /// The row number of a fact in the ledger, counted from 1.
    pub fn row(&self, id: &FactId) -> Option<usize> {
        note(|| Record::Row(id.clone()));
        self.positions().facts.get(id).map(|index| index + 1)
    }
}
