//! The whole story, with look-ups by id.

use super::index::{Index, Positions};
use super::{
    Area, AreaId, Article, ArticleId, Category, CategoryId, Chapter, ChapterId, ChaptersFile, Correction,
    CorrectionsFile, Fact, FactId, FactsFile, Figure, FigureId, FiguresFile, Frame, FrameId, Kind, Localized,
    MapFile, Place, PlaceId, PlacesFile, Region, StoryHead, Told, Topology, Unit, UnitId,
};

/// The story as the data files tell it.
///
/// The `data` station hands out only checked stories: every id that a record points at exists.
#[derive(Clone, Debug)]
pub struct Story {
    /// Facts, articles and units.
    pub facts: FactsFile,
    /// Chapters and areas of work.
    pub chapters: ChaptersFile,
    /// Categories, regions and places.
    pub places: PlacesFile,
    /// Figures.
    pub figures: FiguresFile,
    /// The map's settings; without meaning where no chapter has a map.
    pub map: MapFile,
    /// What was published and corrected.
    pub corrections: CorrectionsFile,
    /// The map's geometry; empty where no chapter has a map.
    pub topology: Topology,
    /// Names the state of all data files, so that a citation can say what was seen.
    pub version: String,
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
    fn positions(&self) -> &Positions {
        self.index.of(&self.facts, &self.places)
    }

    /// Title and closing notes.
    pub fn head(&self) -> &StoryHead {
        &self.chapters.story
    }

    /// The fact of this id.
    pub fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.facts.get(*self.positions().facts.get(id)?)
    }

    /// The unit of this id.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.facts.units.iter().find(|unit| &unit.id == id)
    }

    /// The article of this id.
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        self.facts.articles.iter().find(|article| &article.id == id)
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
        self.figures.figures.iter().find(|figure| &figure.id == id)
    }

    /// The frame of this id.
    pub fn frame(&self, id: &FrameId) -> Option<&Frame> {
        self.map.frames.iter().find(|frame| &frame.id == id)
    }

    /// The category of this id.
    pub fn category(&self, id: &CategoryId) -> Option<&Category> {
        self.places.categories.iter().find(|category| &category.id == id)
    }

    /// The place of this id, regions not included.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.places.get(self.place_position(id)?)
    }

    /// Where a place stands in its file, counted from 0.
    pub fn place_position(&self, id: &PlaceId) -> Option<usize> {
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
        self.places.regions.get(*self.positions().regions.get(id)?)
    }

    /// The region or place of this id.
    pub fn subject(&self, id: &PlaceId) -> Option<Subject<'_>> {
        self.region(id).map(Subject::Region).or_else(|| self.place(id).map(Subject::Place))
    }

    /// The chapter's place's category's look, if the place has one.
    pub fn category_of(&self, place: &Place) -> Option<&Category> {
        place.category.as_ref().and_then(|id| self.category(id))
    }

    /// The facts about a region or place, in the order of the ledger.
    pub fn facts_about<'a>(&'a self, id: &'a PlaceId) -> impl Iterator<Item = &'a Fact> {
        self.positions().about.get(id).into_iter().flatten().filter_map(|index| self.facts.facts.get(*index))
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

    /// Whether any chapter has a map.
    pub fn has_maps(&self) -> bool {
        self.told().any(|(_, told)| told.maps().next().is_some())
    }

    /// The story without its maps: a chapter lists what they show and say something of, and no note speaks of them.
    pub fn without_maps(mut self) -> Self {
        let places = &self.places.places;
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
        self.positions().facts.get(id).map(|index| index + 1)
    }
}
