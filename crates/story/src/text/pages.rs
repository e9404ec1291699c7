//! The pages of the site: which there are, what each shows, and where it stands.

use std::collections::BTreeSet;

use contract::id;

use super::files::{figure_file, place_share_file, share_file};
use super::places::lead_of;
use super::rich::{plain_text, text_with_kinds};
use super::ui::Ui;
use super::uses::readings_below;
use crate::model::{Chapter, ChapterMap, Figure, FigureId, KeyFigure, Lang, Prose, Story, Subject, Told};

/// A page in one language.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Its language.
    pub lang: Lang,
    /// What it shows.
    pub route: Route<'a>,
}

/// What a page shows.
#[derive(Clone, Copy, Debug)]
pub enum Route<'a> {
    /// The whole story.
    Story,
    /// Every fact with where it comes from.
    Ledger,
    /// Every region and place with what is said of it.
    Gazetteer,
    /// One region or place, if it has a page ([`has_page`]).
    Place(Subject<'a>),
    /// One chapter.
    Chapter(&'a Chapter),
    /// What other sites show in a frame.
    Embed(Embed<'a>),
    /// The page that helps editors to embed it; not among [`pages`], because nothing of the story is told there.
    Kit,
}

/// What a frame shows: all of the story, a chapter, or a figure of this chapter.
#[derive(Clone, Copy, Debug)]
pub enum Embed<'a> {
    /// The whole story.
    Story,
    /// One chapter.
    Chapter(&'a Chapter),
    /// The map that opens the story.
    OpeningMap(&'a Chapter, &'a ChapterMap),
    /// Another map, of a chapter or of a step.
    Map(&'a Chapter, &'a ChapterMap),
    /// A chart.
    Figure(&'a Chapter, &'a Figure),
    /// A large number with its small drawing, and the figure that this is.
    KeyFigure(&'a Chapter, &'a KeyFigure, &'a Figure),
}

/// The ids of what is said of the record as a whole, which stands with the ledger.
const RECORD: [&str; 5] = [id::METHOD, id::MAP_NOTES, id::SENTENCES, id::DOWNLOADS, id::CORRECTIONS];

/// How many places may have pages of their own beside those of the regions; of more the entry in the gazetteer is the
/// address. A page with its map and picture takes a good deal longer to make than an entry (`docs/growth.md`).
const PLACES_WITH_PAGES: usize = 200;
/// The same of regions: more than any city has, so that a state with all its divisions keeps to the gazetteer.
const REGIONS_WITH_PAGES: usize = 200;

/// Whether a region or place has a page of its own.
pub fn has_page(story: &Story, subject: Subject<'_>) -> bool {
    let [regions, places] = [story.places.regions.len(), story.places.places.len()];
    let regions = regions <= REGIONS_WITH_PAGES;
    if subject.is_region() { regions } else { regions && places <= PLACES_WITH_PAGES }
}

/// A preview: a picture beside the pages, and what it shows.
#[derive(Clone, Copy, Debug)]
pub enum Preview<'a> {
    /// The finding of a chapter.
    Finding(&'a Prose),
    /// A region or place.
    Place(Subject<'a>),
}

impl Preview<'_> {
    /// In words, for those who do not see it.
    pub fn words(&self, story: &Story, lang: Lang) -> String {
        match self {
            Self::Finding(finding) => text_with_kinds(story, finding, lang),
            Self::Place(subject) => {
                Ui(lang).named(subject.name().get(lang), &lead_of(story, *subject).words(story, lang))
            }
        }
    }
}

/// Every page of the site in both languages; in each the whole story comes first.
///
/// The path of each is its own, and what they show is the same in both languages.
pub fn pages(story: &Story) -> Vec<Page<'_>> {
    let parts = story.told().enumerate().flat_map(|(index, told)| embeds_of(story, told, index == 0));
    let embeds = std::iter::once(Embed::Story).chain(parts).map(Route::Embed);
    let chapters = story.told().map(|(chapter, _)| Route::Chapter(chapter));
    let places = story.subjects().filter(|one| has_page(story, *one)).map(Route::Place);
    let routes =
        [Route::Story, Route::Ledger, Route::Gazetteer].into_iter().chain(chapters).chain(embeds).chain(places);
    let routes: Vec<Route> = routes.collect();
    let mut taken = BTreeSet::new();
    let all = Lang::ALL.into_iter().flat_map(|lang| routes.iter().map(move |route| Page { lang, route: *route }));
    // A figure that is shown twice has one page.
    all.filter(|page| taken.insert(page.path())).collect()
}

fn embeds_of<'a>(story: &'a Story, (chapter, told): (&'a Chapter, &'a Told), first: bool) -> Vec<Embed<'a>> {
    let is_own = |map: &ChapterMap| told.map.as_ref().is_some_and(|own| own.id == map.id);
    let map = |map| if first && is_own(map) { Embed::OpeningMap(chapter, map) } else { Embed::Map(chapter, map) };
    let key_figure = |key: &'a KeyFigure| Embed::KeyFigure(chapter, key, story.figure(&key.figure));
    let figures = told.figures.iter().map(|id| Embed::Figure(chapter, story.figure(id)));
    let chapter = std::iter::once(Embed::Chapter(chapter));
    chapter.chain(told.maps().map(map)).chain(told.key_figures.iter().map(key_figure)).chain(figures).collect()
}

impl<'a> Page<'a> {
    /// Where it stands, from the folder of all pages: empty, or a folder that ends in `/`.
    pub fn path(&self) -> String {
        let lang = match self.lang {
            Lang::Zh => "",
            Lang::En => "en/",
        };
        format!("{lang}{}", self.route.folder())
    }

    /// Its file, from the folder of all pages.
    pub fn file(&self) -> String {
        format!("{}index.html", self.path())
    }

    /// The way from it to the folder that holds all pages and files.
    pub fn root(&self) -> String {
        match self.path().matches('/').count() {
            0 => "./".into(),
            deep => "../".repeat(deep),
        }
    }

    /// The way from it to another page.
    pub fn way_to(&self, other: &Page<'_>) -> String {
        format!("{}{}", self.root(), other.file())
    }

    /// The same in the other language.
    pub fn in_other_language(&self) -> Self {
        Self { lang: self.lang.other(), ..*self }
    }

    /// The whole story in its language.
    pub fn story(&self) -> Self {
        Self { route: Route::Story, ..*self }
    }

    /// The page with every fact in its language.
    pub fn ledger(&self) -> Self {
        Self { route: Route::Ledger, ..*self }
    }

    /// The page with every region and place in its language.
    pub fn gazetteer(&self) -> Self {
        Self { route: Route::Gazetteer, ..*self }
    }

    /// The page about a region or place in its language, if that has one ([`has_page`]).
    pub fn of_place(&self, story: &Story, subject: Subject<'a>) -> Option<Self> {
        has_page(story, subject).then_some(Self { route: Route::Place(subject), ..*self })
    }

    /// The page where a fragment leads that this one does not have: rows of facts, entries of places and what is said of
    /// the record stand on pages of their own, all else in the story.
    pub fn with_fragment(&self, id: &str) -> Self {
        let is_of_record = RECORD.contains(&id) || id.starts_with("f-") || id.starts_with("correction-");
        match () {
            () if is_of_record => self.ledger(),
            () if id.starts_with("p-") => self.gazetteer(),
            () => self.story(),
        }
    }

    /// Whether it is shown in frames, and then not to be found by itself.
    pub fn is_embed(&self) -> bool {
        matches!(self.route, Route::Embed(_))
    }

    /// Whether the page has the whole story.
    pub fn is_whole(&self) -> bool {
        matches!(self.route, Route::Story | Route::Embed(Embed::Story))
    }

    /// The picture that shows what a frame shows: a file beside the pages.
    pub fn picture(&self, story: &'a Story) -> Option<String> {
        Some(match self.route {
            Route::Embed(Embed::OpeningMap(_, map) | Embed::Map(_, map)) => figure_file(&map.id, self.lang, "png"),
            Route::Embed(Embed::Figure(_, figure) | Embed::KeyFigure(_, _, figure)) => {
                figure_file(&figure.id, self.lang, "png")
            }
            Route::Story
            | Route::Ledger
            | Route::Gazetteer
            | Route::Place(_)
            | Route::Kit
            | Route::Chapter(_)
            | Route::Embed(Embed::Story | Embed::Chapter(_)) => self.card(story, false)?.0,
        })
    }

    /// The picture that stands for it where a link to it is shown, a file beside the pages, and the finding in it: those
    /// of its chapter, or of the one that opens the story; of a place its own, which has the wide form alone.
    pub fn card(&self, story: &'a Story, square: bool) -> Option<(String, Preview<'a>)> {
        if let Route::Place(subject) = self.route {
            return (!square).then(|| (place_share_file(subject.id(), self.lang), Preview::Place(subject)));
        }
        let own = self.chapter().and_then(|own| story.told().find(|(chapter, _)| chapter.id == own.id));
        let (chapter, told) = own.or_else(|| story.told().next())?;
        Some((share_file(&chapter.id, self.lang, square), Preview::Finding(&told.title)))
    }

    /// Its full address.
    pub fn address(&self, story: &Story) -> String {
        format!("{}{}", story.head().address, self.path())
    }

    /// The full address that readers are sent to: its own, or for a frame that of the whole story where it shows the same,
    /// which has a fragment then. What has none is [`address`](Self::address).
    pub fn readers_address(&self, story: &Story) -> String {
        if !self.is_embed() {
            return self.address(story);
        }
        let anchor = self.anchor().map_or_else(String::new, id::link);
        format!("{}{anchor}", self.story().address(story))
    }

    /// The id under which the whole story has what it shows; none for the story itself.
    pub fn anchor(&self) -> Option<String> {
        let chapter = self.chapter()?;
        Some(match self.route {
            Route::Embed(Embed::OpeningMap(_, map) | Embed::Map(_, map)) => anchor_of(chapter, map),
            Route::Embed(Embed::Figure(_, figure) | Embed::KeyFigure(_, _, figure)) => figure.id.to_string(),
            _ => chapter.id.to_string(),
        })
    }

    /// The chapter that it shows or whose figure it shows.
    pub fn chapter(&self) -> Option<&'a Chapter> {
        match self.route {
            Route::Story
            | Route::Ledger
            | Route::Gazetteer
            | Route::Place(_)
            | Route::Kit
            | Route::Embed(Embed::Story) => None,
            Route::Chapter(chapter)
            | Route::Embed(
                Embed::Chapter(chapter)
                | Embed::OpeningMap(chapter, _)
                | Embed::Map(chapter, _)
                | Embed::Figure(chapter, _)
                | Embed::KeyFigure(chapter, ..),
            ) => Some(chapter),
        }
    }

    /// Whether it shows one chapter and nothing else, by itself or in a frame.
    pub fn is_chapter(&self) -> bool {
        matches!(self.route, Route::Chapter(_) | Route::Embed(Embed::Chapter(_)))
    }

    /// Whether something in it answers to a reader beyond what links do.
    pub fn answers(&self) -> bool {
        !matches!(
            self.route,
            Route::Kit | Route::Gazetteer | Route::Place(_) | Route::Embed(Embed::Figure(..) | Embed::KeyFigure(..))
        )
    }

    /// Whether it opens with words, which are painted before its style sheet has come.
    pub fn has_lead(&self) -> bool {
        matches!(self.route, Route::Story | Route::Chapter(_) | Route::Embed(Embed::Story | Embed::Chapter(_)))
    }

    /// Whether it has a map, and so the land's geometry. That of a place's page has its land with it.
    pub fn has_map(&self, story: &Story) -> bool {
        match self.route {
            Route::Story | Route::Embed(Embed::Story) => story.has_maps(),
            Route::Chapter(chapter) | Route::Embed(Embed::Chapter(chapter)) => {
                chapter.told.as_ref().is_some_and(|told| told.maps().next().is_some())
            }
            Route::Embed(Embed::OpeningMap(..) | Embed::Map(..)) => true,
            Route::Ledger
            | Route::Gazetteer
            | Route::Place(_)
            | Route::Kit
            | Route::Embed(Embed::Figure(..) | Embed::KeyFigure(..)) => false,
        }
    }

    /// Its own title and what it says, in its language; the story's for the whole story.
    pub fn head(&self, story: &Story) -> [String; 2] {
        let ui = Ui(self.lang);
        let whole = [&story.head().title, &story.head().summary];
        let texts = match self.route {
            Route::Ledger => return [ui.ledger_title().into(), ui.ledger_summary(story.facts.facts.len())],
            Route::Place(subject) => {
                return [subject.name().get(self.lang).into(), lead_of(story, subject).words(story, self.lang)];
            }
            Route::Gazetteer => return [ui.gazetteer_title().into(), ui.gazetteer_summary(story.subjects().count())],
            Route::Story | Route::Kit | Route::Embed(Embed::Story) => whole,
            Route::Chapter(chapter) | Route::Embed(Embed::Chapter(chapter)) => {
                chapter.told.as_ref().map_or(whole, |told| [&told.title, &told.dek])
            }
            Route::Embed(Embed::OpeningMap(_, map) | Embed::Map(_, map)) => [&map.title, &map.description],
            Route::Embed(Embed::Figure(_, figure) | Embed::KeyFigure(_, _, figure)) => {
                [&figure.title, &figure.description]
            }
        };
        let [title, description] = texts;
        // Where a link is passed on, nothing else says how a number is meant.
        let words = |text| text_with_kinds(story, text, self.lang);
        let readings = readings_below(story, &[title, description], self.lang);
        let said: Vec<String> = std::iter::once(words(description)).chain(readings).collect();
        // The story's own title is a name, and stays as it is cited.
        let is_name = std::ptr::eq(title, whole[0]);
        let title = if is_name { plain_text(story, title, self.lang) } else { words(title) };
        [title, ui.after_each_other(&said.iter().map(String::as_str).collect::<Vec<_>>())]
    }

    /// What a frame shows, as its page calls it; none for pages that stand by themselves.
    pub fn embedded(&self) -> Option<String> {
        match self.route {
            Route::Story | Route::Ledger | Route::Gazetteer | Route::Place(_) | Route::Chapter(_) | Route::Kit => {
                None
            }
            Route::Embed(embed) => Some(embed.name()),
        }
    }
}

/// Where a figure is found: its anchor in the whole story, and its name among what can be embedded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOfFigure {
    /// The id under which the story has it.
    pub anchor: String,
    /// What frames with it are called.
    pub embed: String,
}

/// Where the figure of this id is found; one that no chapter shows by its id alone.
pub fn place_of_figure(story: &Story, figure: &FigureId) -> PlaceOfFigure {
    let embeds = story.told().enumerate().flat_map(|(index, told)| embeds_of(story, told, index == 0));
    let own =
        embeds.map(|embed| (embed, Page { lang: Lang::Zh, route: Route::Embed(embed) })).find(
            |(embed, _)| match embed {
                Embed::Story | Embed::Chapter(_) => false,
                Embed::OpeningMap(_, map) | Embed::Map(_, map) => map.id == *figure,
                Embed::Figure(_, one) | Embed::KeyFigure(_, _, one) => one.id == *figure,
            },
        );
    let anchor = own.and_then(|(_, page)| page.anchor()).unwrap_or_else(|| figure.to_string());
    PlaceOfFigure { anchor, embed: own.map_or_else(|| figure.to_string(), |(embed, _)| embed.name()) }
}

/// A map of a step stands in the figure of its chapter; the step has the anchor.
fn anchor_of(chapter: &Chapter, map: &ChapterMap) -> String {
    let mut steps = chapter.told.iter().flat_map(|told| &told.steps);
    let step = steps.find(|step| step.map.as_ref().is_some_and(|own| own.id == map.id));
    step.map_or_else(|| map.id.to_string(), |step| step.id.clone())
}

impl Route<'_> {
    fn folder(&self) -> String {
        match self {
            Self::Story => String::new(),
            Self::Ledger => "ledger/".into(),
            Self::Gazetteer => "places/".into(),
            Self::Place(subject) => format!("places/{}/", subject.id()),
            Self::Chapter(chapter) => format!("{}/", chapter.id),
            Self::Kit => "kit/".into(),
            Self::Embed(Embed::Story) => "embed/".into(),
            Self::Embed(embed) => format!("embed/{}/", embed.name()),
        }
    }
}

impl Embed<'_> {
    fn name(&self) -> String {
        match self {
            Self::Story => "story".into(),
            Self::Chapter(chapter) => chapter.id.to_string(),
            Self::OpeningMap(..) => id::OPENING_MAP.into(),
            Self::Map(_, map) => map.id.to_string(),
            Self::Figure(_, figure) | Self::KeyFigure(_, _, figure) => figure.id.to_string(),
        }
    }
}
