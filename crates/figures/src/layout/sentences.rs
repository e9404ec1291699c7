//! The newspaper page as bars: one for each sentence, of its true length, without a word of it.

use geometry::Rect;
use story::model::{Article, Fact, Kind, Locator, Speaker, Story};

/// How high a bar is, in pixels; its length is a pixel for each character.
const THICK: f64 = 10.0;
/// How much room a bar has that leads somewhere: enough for a finger.
const REACH: f64 = 24.0;
/// From one bar that leads nowhere to the next.
const STEP: f64 = 13.0;

/// The bars of an article, below each other.
#[derive(Clone, Debug)]
pub struct PlacedSentences<'a> {
    /// Width and height; the width is that of the longest sentence of all articles, so that all have one scale.
    pub size: [f64; 2],
    /// The bars, in the order of the page.
    pub bars: Vec<Sentence<'a>>,
}

/// A sentence as a bar.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    /// Its paragraph, counted from 1, headlines included.
    pub paragraph: usize,
    /// Its place in the paragraph, counted from 1.
    pub sentence: usize,
    /// The bar.
    pub rect: Rect,
    /// The height that its link answers to: top and length.
    pub reach: [f64; 2],
    /// The facts that cite it, in the order of the ledger.
    pub facts: Vec<&'a Fact>,
}

/// What was taken from a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Nothing.
    Nothing,
    /// Only that something is not given.
    Gap,
    /// What is so, what is to be, or both.
    Said {
        /// Some fact is reported.
        reported: bool,
        /// Some fact is a target.
        target: bool,
    },
}

impl Sentence<'_> {
    /// What was taken from it.
    pub fn taken(&self) -> Taken {
        let has = |kind| self.facts.iter().any(|fact| fact.kind == kind);
        match (has(Kind::Reported), has(Kind::Target)) {
            (false, false) if self.facts.is_empty() => Taken::Nothing,
            (false, false) => Taken::Gap,
            (reported, target) => Taken::Said { reported, target },
        }
    }

    /// Who says most of what was taken from it; ours where that is only what is missing.
    pub fn speaker(&self) -> Speaker {
        let said = |speaker: &Speaker| self.facts.iter().filter(|fact| fact.speaker == *speaker).count();
        let others = Speaker::ALL.into_iter().filter(|speaker| *speaker != Speaker::Ours && said(speaker) > 0);
        // Of those that say as much, the first.
        others.rev().max_by_key(said).unwrap_or(Speaker::Ours)
    }
}

/// The bars of an article; none where it does not say how long its sentences are.
pub fn sentences<'a>(story: &'a Story, article: &Article) -> PlacedSentences<'a> {
    let longest = story.facts.articles.iter().flat_map(|one| one.lengths.iter().flatten()).max();
    let mut top = 0.0;
    let mut bars = Vec::new();
    for (paragraph, lengths) in article.lengths.iter().enumerate() {
        for (sentence, length) in lengths.iter().enumerate() {
            let (paragraph, sentence) = (paragraph + 1, sentence + 1);
            let here = |at: &Locator| (&at.article, at.paragraph, at.sentence) == (&article.id, paragraph, sentence);
            let facts: Vec<&Fact> =
                story.facts.facts.iter().filter(|fact| fact.source.as_ref().is_some_and(here)).collect();
            let room = if facts.is_empty() { STEP } else { REACH };
            let rect = Rect::new(0.0, top + (room - THICK) / 2.0, *length as f64, THICK);
            bars.push(Sentence { paragraph, sentence, rect, reach: [top, room], facts });
            top += room;
        }
    }
    PlacedSentences { size: [longest.map_or(0.0, |length| *length as f64), top], bars }
}

/// Columns of the page in small, and the room between them.
const COLUMNS: usize = 4;
const GUTTER: f64 = 24.0;

/// The bars of all articles in columns of one height, a bar's room between two articles: a picture of the whole page,
/// whose bars lead nowhere and so stand close.
pub fn page_in_small(story: &Story) -> PlacedSentences<'_> {
    let articles: Vec<PlacedSentences> =
        story.facts.articles.iter().map(|article| sentences(story, article)).collect();
    let articles: Vec<PlacedSentences> = articles.into_iter().filter(|article| !article.bars.is_empty()).collect();
    let count = articles.iter().map(|article| article.bars.len() + 1).sum::<usize>().saturating_sub(1);
    let rows = count.div_ceil(COLUMNS).max(1);
    let stride = articles.first().map_or(0.0, |article| article.size[0] + GUTTER);
    let (mut slot, mut columns, mut bars) = (0_usize, 0, Vec::with_capacity(count));
    for article in articles {
        // Where a column begins, the end of the one before parts the articles.
        slot += usize::from(!slot.is_multiple_of(rows));
        for bar in article.bars {
            let (column, top) = (slot / rows, (slot % rows) as f64 * STEP);
            let rect = Rect::new(column as f64 * stride, top, bar.rect.width, THICK);
            bars.push(Sentence { rect, reach: [top, STEP], ..bar });
            columns = column + 1;
            slot += 1;
        }
    }
    PlacedSentences { size: [(columns as f64 * stride - GUTTER).max(0.0), rows as f64 * STEP], bars }
}
