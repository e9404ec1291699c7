//! The ledger as one document with both languages; `data/README.md` describes its shape.

use serde::Serialize;

use crate::model::{Dated, Fact, Formula, Kind, Lang, Limit, Localized, Locator, PlaceId, Speaker, Story};
use crate::text::{Ui, Use, ledger_table, shown_of, uses, uses_of};

/// Changes when a program that reads the document must change.
const SHAPE: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    data: &'a str,
    updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<&'a str>,
    tables: [&'static str; 2],
    kinds: Vec<KindRow>,
    speakers: Vec<SpeakerRow>,
    articles: Vec<ArticleRow<'a>>,
    facts: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct KindRow {
    kind: &'static str,
    name: Words<String>,
    meaning: Words<String>,
}

#[derive(Serialize)]
struct SpeakerRow {
    speaker: &'static str,
    name: Words<&'static str>,
}

#[derive(Serialize)]
struct ArticleRow<'a> {
    id: &'a str,
    title: Words<&'a str>,
}

#[derive(Serialize)]
struct Year {
    year: i32,
    value: f64,
}

#[derive(Serialize)]
struct Row<'a> {
    row: usize,
    id: &'a str,
    chapter: &'a str,
    kind: &'static str,
    speaker: &'static str,
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    up_to: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<&'static str>,
    #[serde(skip_serializing_if = "<[Year]>::is_empty")]
    series: Vec<Year>,
    unit: Option<&'a str>,
    figure: Option<Words<String>>,
    statement: Words<&'a str>,
    source: Option<Source<'a>>,
    formula: Option<&'a str>,
    inputs: Vec<String>,
    readings: Vec<&'a str>,
    note_source: Option<Words<&'a str>>,
    places: Vec<Named<'a>>,
    date: Option<Day<'a>>,
    uses: Vec<UseRow>,
    corrections: Vec<CorrectionRow<'a>>,
}

#[derive(Serialize)]
struct Words<T> {
    zh: T,
    en: T,
}

/// A locator.
#[derive(Serialize)]
pub(super) struct Source<'a> {
    article: &'a str,
    paragraph: usize,
    sentence: usize,
    sha256: &'a str,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: Words<&'a str>,
}

#[derive(Serialize)]
struct Day<'a> {
    from: Option<String>,
    to: Option<String>,
    by: Option<String>,
    words: Option<Words<&'a str>>,
}

#[derive(Serialize)]
struct UseRow {
    part: &'static str,
    chapter: Option<String>,
    anchor: String,
}

#[derive(Serialize)]
struct CorrectionRow<'a> {
    date: String,
    was: Words<&'a str>,
    is: Words<&'a str>,
    why: Words<&'a str>,
}

/// The document.
pub fn document(story: &Story) -> Result<Vec<u8>, String> {
    let uses = uses(story);
    let facts = story.facts.facts.iter().enumerate();
    let articles = story.facts.articles.iter();
    let document = Document {
        version: SHAPE,
        data: &story.version,
        updated: story.head().updated.map(|day| day.to_string()),
        terms: story.head().terms.as_ref().map(|terms| terms.url.as_str()),
        tables: Lang::ALL.map(ledger_table),
        kinds: Kind::ALL.map(kind).into(),
        speakers: Speaker::ALL.map(speaker).into(),
        articles: articles.map(|one| ArticleRow { id: one.id.as_str(), title: words(&one.title) }).collect(),
        facts: facts.map(|(index, fact)| row(story, &uses, index + 1, fact)).collect(),
    };
    written(&document)
}

/// A document as people read it too, with a line end after its last line.
pub(super) fn written(document: &impl Serialize) -> Result<Vec<u8>, String> {
    let mut bytes = serde_json::to_vec_pretty(document).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn kind(kind: Kind) -> KindRow {
    let both = |text: fn(Ui, Kind) -> &'static str| {
        let [zh, en] = Lang::ALL.map(|lang| text(Ui(lang), kind).to_owned());
        Words { zh, en }
    };
    KindRow { kind: kind.slug(), name: both(Ui::kind), meaning: both(Ui::kind_meaning) }
}

fn speaker(speaker: Speaker) -> SpeakerRow {
    let [zh, en] = Lang::ALL.map(|lang| Ui(lang).speaker(speaker));
    SpeakerRow { speaker: speaker.slug(), name: Words { zh, en } }
}

fn row<'a>(story: &'a Story, uses: &[Use], row: usize, fact: &'a Fact) -> Row<'a> {
    let place = |id: &'a PlaceId| Named { id: id.as_str(), name: words(story.subject(id).name()) };
    let corrections = story.corrections_of(&fact.id).map(|(_, one)| CorrectionRow {
        date: one.date.to_string(),
        was: words(&one.was),
        is: words(&one.is),
        why: words(&one.why),
    });
    Row {
        row,
        id: fact.id.as_str(),
        chapter: fact.chapter.as_str(),
        kind: fact.kind.slug(),
        speaker: fact.speaker.slug(),
        value: fact.value,
        up_to: fact.up_to,
        limit: fact.limit.map(Limit::slug),
        series: fact.series.iter().map(|one| Year { year: one.year, value: one.value }).collect(),
        unit: fact.unit.as_ref().map(|unit| unit.as_str()),
        figure: figure(story, fact),
        statement: words(&fact.statement),
        source: fact.source.as_ref().map(source),
        formula: fact.formula.as_ref().map(Formula::text),
        inputs: fact.formula.iter().flat_map(Formula::inputs).map(ToString::to_string).collect(),
        readings: readings(story, fact),
        note_source: fact.note_source.as_ref().map(words),
        places: fact.places.iter().map(place).collect(),
        date: fact.date.as_ref().map(day),
        uses: uses_of(uses, fact).map(use_row).collect(),
        corrections: corrections.collect(),
    }
}

/// The ids of the readings of ours on which a fact rests.
pub(super) fn readings<'a>(story: &'a Story, fact: &'a Fact) -> Vec<&'a str> {
    story.readings_of([&fact.id]).into_iter().map(|reading| reading.id.as_str()).collect()
}

/// The number as the pages show it, or that it is not given.
fn figure(story: &Story, fact: &Fact) -> Option<Words<String>> {
    let [zh, en] = Lang::ALL.map(|lang| match shown_of(story, fact, lang) {
        Some(number) => Some(number.to_string()),
        None => (fact.kind == Kind::NotGiven).then(|| Ui(lang).not_given().to_owned()),
    });
    Some(Words { zh: zh?, en: en? })
}

fn words(text: &Localized) -> Words<&str> {
    Words { zh: &text.zh, en: &text.en }
}

pub(super) fn source(at: &Locator) -> Source<'_> {
    Source { article: at.article.as_str(), paragraph: at.paragraph, sentence: at.sentence, sha256: &at.sha256 }
}

fn day(date: &Dated) -> Day<'_> {
    Day {
        from: date.from.map(|day| day.to_string()),
        to: date.to.map(|day| day.to_string()),
        by: date.by.map(|day| day.to_string()),
        words: date.words.as_ref().map(words),
    }
}

fn use_row(one: &Use) -> UseRow {
    UseRow { part: one.kind(), chapter: one.chapter.map(|chapter| chapter.id.to_string()), anchor: one.anchor() }
}
