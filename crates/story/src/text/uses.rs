//! Where in the story each fact is used: chapter heads, paragraphs, key figures, maps, figures, notes and
//! the entries of places. Read off the data, so that no list of uses has to be kept.

use contract::id;

use crate::model::{
    Chapter, ChapterMap, Fact, FactId, Figure, KeyFigure, Lang, PlaceId, Prose, Step, Story, Subject, Told,
};

use super::rich::text_with_kinds;

/// A part of the page that uses facts.
#[derive(Clone, Copy, Debug)]
pub enum StoryPart<'a> {
    /// Title and line of a chapter; of the first one also the head of the page.
    Head,
    /// A paragraph with its own head.
    Step(&'a Step),
    /// A large number that opens the story.
    KeyFigure(&'a KeyFigure),
    /// A map's title and description.
    Map(&'a ChapterMap),
    /// A figure.
    Figure(&'a Figure),
    /// What the page does not say of a chapter.
    NotGiven,
    /// What was found, after the last chapter.
    Ending,
    /// The notes on method.
    Method,
    /// The notes on the map.
    MapNotes,
    /// What is said of a region or place, in one entry.
    Entry(Subject<'a>),
}

/// One part of the page and the facts it uses, each once.
#[derive(Clone, Debug)]
pub struct Use<'a> {
    /// The chapter it stands in, if it stands in one.
    pub chapter: Option<&'a Chapter>,
    /// The part.
    pub part: StoryPart<'a>,
    /// The facts.
    pub facts: Vec<FactId>,
}

/// What is said below a figure, wherever it goes: its own notes, and each reading of ours on which its numbers rest that
/// none of its words names.
pub fn notes_below(story: &Story, figure: &Figure, lang: Lang) -> Vec<String> {
    let named = in_prose(figure.prose());
    let facts: Vec<FactId> = figure.facts().into_iter().cloned().chain(named.iter().cloned()).collect();
    let own = figure.notes().iter().map(|note| text_with_kinds(story, note, lang));
    own.chain(readings_in_words(story, &facts, &named, lang)).collect()
}

/// The same below a map: the notes of the chart by whose values it is shaded, and the readings its own words rest on.
pub fn notes_of_map(story: &Story, map: &ChapterMap, lang: Lang) -> Vec<String> {
    let shading = map.shading.as_ref().filter(|_| !map.shading_on_request);
    let mut notes = shading.map_or_else(Vec::new, |id| notes_below(story, story.figure(id), lang));
    let own = readings_below(story, &[&map.title, &map.description], lang);
    notes.extend(own.into_iter().filter(|one| !notes.contains(one)).collect::<Vec<_>>());
    notes
}

/// The readings of ours on which the numbers that a figure draws rest, in words.
pub fn readings_of_figure(story: &Story, figure: &Figure, lang: Lang) -> Vec<String> {
    readings_in_words(story, &figure.facts().into_iter().cloned().collect::<Vec<_>>(), &[], lang)
}

/// The readings of ours on which the numbers of these texts rest, in words, but for those that they name themselves.
pub fn readings_below(story: &Story, texts: &[&Prose], lang: Lang) -> Vec<String> {
    let facts = in_prose(texts.iter().copied());
    readings_in_words(story, &facts, &facts, lang)
}

fn readings_in_words(story: &Story, facts: &[FactId], named: &[FactId], lang: Lang) -> Vec<String> {
    let readings = story.readings_of(facts).into_iter().filter(|reading| !named.contains(&reading.id));
    readings.map(|reading| reading.statement.get(lang).to_owned()).collect()
}

impl Use<'_> {
    /// The id of the part on the page.
    pub fn anchor(&self) -> String {
        match (self.part, self.chapter) {
            (StoryPart::Head | StoryPart::NotGiven, chapter) => {
                chapter.map_or_else(String::new, |chapter| chapter.id.to_string())
            }
            (StoryPart::Step(step), _) => step.id.clone(),
            (StoryPart::KeyFigure(key), _) => key.figure.to_string(),
            (StoryPart::Map(map), _) => map.id.to_string(),
            (StoryPart::Figure(figure), _) => figure.id.to_string(),
            (StoryPart::Ending, _) => id::ENDING.into(),
            (StoryPart::Method, _) => id::METHOD.into(),
            (StoryPart::MapNotes, _) => id::MAP_NOTES.into(),
            (StoryPart::Entry(subject), _) => id::of_place(subject.id()),
        }
    }

    /// What kind of part it is, as a name in files.
    pub fn kind(&self) -> &'static str {
        match self.part {
            StoryPart::Head => "chapter",
            StoryPart::Step(_) => "step",
            StoryPart::KeyFigure(_) => "key-figure",
            StoryPart::Map(_) => "map",
            StoryPart::Figure(_) => "figure",
            StoryPart::NotGiven => "not-given",
            StoryPart::Ending => "ending",
            StoryPart::Method | StoryPart::MapNotes => "notes",
            StoryPart::Entry(_) => "place",
        }
    }
}

/// Every part of the page that uses a fact, in the order of the page.
pub fn uses(story: &Story) -> Vec<Use<'_>> {
    let told = story.told().enumerate();
    let mut uses: Vec<Use> =
        told.flat_map(|(index, (chapter, told))| of_chapter(story, chapter, told, index == 0)).collect();
    let endings =
        story.head().ending.iter().flat_map(|ending| std::iter::once(&ending.title).chain(&ending.findings));
    uses.push(notes(StoryPart::Ending, endings));
    let places = &story.places;
    let subjects = places.regions.iter().map(Subject::Region).chain(places.places.iter().map(Subject::Place));
    uses.extend(subjects.map(|subject| of_subject(story, subject)));
    uses.push(notes(StoryPart::Method, &story.head().method));
    uses.push(notes(StoryPart::MapNotes, &story.map.notes));
    for one in &mut uses {
        let mut seen = Vec::new();
        one.facts.retain(|id| {
            !seen.contains(id) && {
                seen.push(id.clone());
                true
            }
        });
    }
    uses.retain(|one| !one.facts.is_empty());
    uses
}

/// The uses of one fact among all.
pub fn uses_of<'a, 'b>(uses: &'b [Use<'a>], fact: &'b Fact) -> impl Iterator<Item = &'b Use<'a>> {
    uses.iter().filter(|one| one.facts.contains(&fact.id))
}

fn of_chapter<'a>(story: &'a Story, chapter: &'a Chapter, told: &'a Told, first: bool) -> Vec<Use<'a>> {
    let mut uses = Vec::new();
    let mut add = |part, facts| uses.push(Use { chapter: Some(chapter), part, facts });
    let head = story.head();
    let above: &[&Prose] = if first { &[&head.kicker, &head.subhead, &head.lead] } else { &[] };
    add(StoryPart::Head, in_prose(above.iter().copied().chain([&told.title, &told.dek])));
    if let Some(map) = &told.map {
        // The maps of steps stand in the same figure.
        let maps: Vec<&ChapterMap> = told.maps().collect();
        let captions = in_prose(maps.iter().flat_map(|map| [&map.title, &map.description]));
        let shaded = maps.iter().flat_map(|map| shaded(story, map)).collect();
        add(StoryPart::Map(map), [captions, shaded].concat());
    }
    for key in &told.key_figures {
        add(StoryPart::KeyFigure(key), [key.numbers.clone(), in_prose([&key.text])].concat());
    }
    for step in &told.steps {
        add(StoryPart::Step(step), in_prose([&step.title, &step.text]));
    }
    for figure in told.figures.iter().map(|id| story.figure(id)) {
        let shown: Vec<FactId> = figure.facts().into_iter().cloned().collect();
        add(StoryPart::Figure(figure), [in_prose(figure.prose()), shown].concat());
    }
    add(StoryPart::NotGiven, in_prose(&told.not_given));
    uses
}

/// The facts by which a map shades its regions.
fn shaded(story: &Story, map: &ChapterMap) -> Vec<FactId> {
    let shading = story.shading_of(map);
    let parts = shading.into_iter().flat_map(|(_, bars)| &bars.measures).flat_map(|measure| &measure.parts);
    parts.filter(|part| part.region.is_some()).map(|part| part.fact.clone()).collect()
}

fn of_subject<'a>(story: &'a Story, subject: Subject<'a>) -> Use<'a> {
    let id: &PlaceId = subject.id();
    Use {
        chapter: None,
        part: StoryPart::Entry(subject),
        facts: story.facts_about(id).map(|fact| fact.id.clone()).collect(),
    }
}

fn notes<'a>(part: StoryPart<'a>, texts: impl IntoIterator<Item = &'a Prose>) -> Use<'a> {
    Use { chapter: None, part, facts: in_prose(texts) }
}

/// The facts that texts name; both languages name the same ones.
fn in_prose<'a>(texts: impl IntoIterator<Item = &'a Prose>) -> Vec<FactId> {
    texts.into_iter().flat_map(|text| Lang::ALL.into_iter().flat_map(|lang| text.facts(lang))).cloned().collect()
}
