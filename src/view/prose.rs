//! Prose: words, numbers with their source, names that can be selected.

use contract::{attribute, class, id, joined};
use leptos::prelude::*;

use super::PageContext;
use crate::model::{Correction, Fact, FactId, Kind, Lang, PlaceId, Prose, Span, Speaker};
use crate::text::{han_runs, is_han, number_said, plain_span, text_with_kinds};
use crate::view::attr::attr;

/// A text with its facts and places as links.
pub fn prose(context: PageContext, text: &Prose) -> AnyView {
    spans(context, text.spans(context.lang))
}

/// After these a headline may break.
const BREAKS: [char; 5] = ['，', '、', '；', '：', '。'];

/// A text cut into phrases after its commas, so that a headline never breaks inside one.
pub fn headline(context: PageContext, text: &Prose) -> AnyView {
    match context.lang {
        Lang::En => prose(context, text),
        Lang::Zh => {
            let phrase = |phrase: Vec<Span>| view! { <span class="phrase">{spans(context, &phrase)}</span> };
            phrases(text.spans(Lang::Zh)).into_iter().map(phrase).collect_view().into_any()
        }
    }
}

/// Spans cut after every comma, semicolon, colon and full stop; lists have a comma of their own.
fn phrases(spans: &[Span]) -> Vec<Vec<Span>> {
    let mut phrases: Vec<Vec<Span>> = vec![Vec::new()];
    let mut add = |span: Span, ends: bool| {
        if let Some(last) = phrases.last_mut() {
            last.push(span);
        }
        if ends {
            phrases.push(Vec::new());
        }
    };
    for span in spans {
        match span {
            Span::Words(words) => {
                for primitive in words.split_inclusive(BREAKS) {
                    add(Span::Words(primitive.to_owned()), primitive.ends_with(BREAKS));
                }
            }
            other => add(other.clone(), false),
        }
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

fn spans(context: PageContext, spans: &[Span]) -> AnyView {
    let one = |(span, marked_later): (&Span, bool)| match span {
        Span::Words(words) => in_languages(context, words),
        Span::Fact { id, words } => fact_in_prose(context, id, words.as_deref(), marked_later),
        Span::Place { id, words } => mention(context, id, words.as_deref()),
    };
    spans.iter().zip(marked_later(context, spans)).map(one).collect_view().into_any()
}

/// What a sentence ends with, and what ends one only before a space.
const ENDS: [char; 5] = ['。', '！', '？', '!', '?'];
const END_BEFORE_SPACE: &str = ". ";

/// For each span whether the mark of its number stands after a later number of the same sentence, which is of the same
/// kind, is said by the same and stands in the same place: one mark for all of them lets a reader read.
fn marked_later(context: PageContext, spans: &[Span]) -> Vec<bool> {
    let mut later = vec![false; spans.len()];
    let mut last: Option<(usize, &Fact)> = None;
    for (at, span) in spans.iter().enumerate() {
        match span {
            Span::Words(words) if words.contains(ENDS) || words.contains(END_BEFORE_SPACE) => last = None,
            Span::Words(_) | Span::Place { .. } => {}
            Span::Fact { id, .. } => {
                let fact = context.story.fact(id);
                if fact.value.is_none() {
                    continue;
                }
                let alike = |(_, before): &(usize, &Fact)| {
                    (before.kind, before.speaker, &before.source) == (fact.kind, fact.speaker, &fact.source)
                };
                if let Some((before, _)) = last.filter(alike) {
                    later[before] = true;
                }
                last = Some((at, fact));
            }
        }
    }
    later
}

/// A fact's number with the mark of its kind, or words that stand for it.
pub fn fact_link(context: PageContext, id: &FactId, words: Option<&str>) -> AnyView {
    fact_in_prose(context, id, words, false)
}

fn fact_in_prose(context: PageContext, id: &FactId, words: Option<&str>, marked_later: bool) -> AnyView {
    let fact = context.story.fact(id);
    let shown = words.map_or_else(|| number(context, fact), str::to_owned);
    let is_marked = fact.value.is_some() && !marked_later;
    let link = if is_marked { marked(context, fact, &shown) } else { said(context, fact, &shown) };
    view! { {link}{corrected_mark(context, fact)} }.into_any()
}

/// A link to a fact's source that shows the mark of its kind after these words. The mark is the style sheet's, so that
/// who copies the words gets the words; who hears them hears kind and speaker.
fn marked(context: PageContext, fact: &Fact, words: &str) -> AnyView {
    let class = format!("fact {}", fact.kind.slug());
    source_link(context, fact, class, Some(context.ui().kind_mark(fact.kind)), words)
}

/// The same without the mark: of words that say no number, or whose mark stands after a later one.
fn said(context: PageContext, fact: &Fact, words: &str) -> AnyView {
    source_link(context, fact, "fact said".into(), None, words)
}

fn source_link(context: PageContext, fact: &Fact, class: String, mark: Option<&'static str>, words: &str) -> AnyView {
    // A name has one language, so words in two keep theirs, and the rest follows unseen.
    let mixed = context.lang == Lang::En && words.chars().any(is_han);
    let heard_after = mixed.then(|| heard_after(heard(context, fact, "")));
    let name = (!mixed).then(|| heard(context, fact, words));
    view! {
        <a class={class} {..attr(attribute::MARK, mark)} {..attr(attribute::FACT, fact.id.to_string())} {..attr(attribute::ROW, row(context, &fact.id))} href=id::link(id::of_fact(&fact.id)) aria-label=name>{in_languages(context, words)}{heard_after}</a>
    }
    .into_any()
}

/// What is heard after words that are seen without it.
fn heard_after(words: String) -> AnyView {
    view! { <span class={class::UNSEEN} {..attr(attribute::FURNITURE, "")}>{words}</span> }.into_any()
}

/// Words that stand for a fact, with its kind and its speaker.
pub fn heard(context: PageContext, fact: &Fact, words: &str) -> String {
    let ui = context.ui();
    format!("{words}{}", ui.aside(&ui.said_by(fact)))
}

/// The small mark beside the number of a fact that was corrected, leading to its last correction.
pub fn corrected_mark(context: PageContext, fact: &Fact) -> Option<AnyView> {
    let (number, _) = context.story.corrections_of(&fact.id).next_back()?;
    // Chinese marks stand close, as the source marks do.
    let gap = (context.lang == Lang::En).then_some(" ");
    let link =
        view! { {gap}<a class="corrected" href=id::link(id::correction(number))>{context.ui().corrected()}</a> };
    Some(link.into_any())
}

/// A correction beside its fact, as far as one line goes, leading to the full words.
pub fn corrected_words(context: PageContext, number: usize, one: &'static Correction) -> AnyView {
    let ui = context.ui();
    let said = ui.corrected_from(context.words(&one.was), context.words(&one.why));
    view! {
        <span class="correction">
            <a class="corrected" href=id::link(id::correction(number))>{ui.corrected_on(one.date)}</a>
            " "{in_languages(context, &said)}
        </span>
    }
    .into_any()
}

/// Words that stand for a fact, always with the mark of its kind: in figures no two kinds may look the same.
pub fn marked_link(context: PageContext, id: &FactId, words: &str) -> AnyView {
    marked(context, context.story.fact(id), words)
}

/// A fact's kind and locator, leading to its source; the words say the kind, so no mark repeats it.
pub fn locator(context: PageContext, fact: &Fact) -> AnyView {
    let ui = context.ui();
    let place = fact.source.as_ref().map(|s| ui.locator(s.article.as_str(), s.paragraph, s.sentence));
    let said = ui.said_by(fact);
    let words = ui.clauses(&std::iter::once(said.as_str()).chain(place.as_deref()).collect::<Vec<_>>());
    view! {
        <a class="fact said locator" {..attr(attribute::FACT, fact.id.to_string())} {..attr(attribute::ROW, row(context, &fact.id))} href=id::link(id::of_fact(&fact.id))>{words}</a>
        {corrected_mark(context, fact)}
    }
    .into_any()
}

/// The number of a fact that says one, with its unit.
pub fn number(context: PageContext, fact: &Fact) -> String {
    number_said(context.story, fact, context.lang)
}

/// A fact's row in the ledger, which print shows beside the fact, where links lead nowhere.
pub fn row(context: PageContext, id: &FactId) -> usize {
    context.story.row(id)
}

/// The mark of a kind, for those who see it.
fn kind_mark(context: PageContext, kind: Kind) -> AnyView {
    view! { <span class=format!("src {}", kind.slug()) aria-hidden="true">{context.ui().kind_mark(kind)}</span> }
        .into_any()
}

/// Words that say that something is not given, after a hatched swatch, leading to the fact that says so.
pub fn not_given(context: PageContext, fact: &FactId, words: Option<&str>) -> AnyView {
    let (fact, words) = (context.story.fact(fact), words.unwrap_or(context.ui().not_given()));
    view! { {source_link(context, fact, "fact said not-given".into(), None, words)}{corrected_mark(context, fact)} }
        .into_any()
}

/// A kind as its mark and its name, for legends and tables.
pub fn kind_name(context: PageContext, kind: Kind) -> AnyView {
    view! { {kind_mark(context, kind)}{context.ui().kind(kind)} }.into_any()
}

/// A fact's kind as its mark and its name, leading to its source; who says it is heard with it.
pub fn kind_link(context: PageContext, fact: &Fact) -> AnyView {
    let ui = context.ui();
    let speaker = (fact.speaker != Speaker::Ours).then(|| heard_after(ui.aside(ui.speaker(fact.speaker))));
    view! {
        <a class=joined!("fact ", class::KIND) {..attr(attribute::FACT, fact.id.to_string())} {..attr(attribute::ROW, row(context, &fact.id))} href=id::link(id::of_fact(&fact.id))>{kind_name(context, fact.kind)}{speaker}</a>
    }
    .into_any()
}

/// A name in prose; English gives the Chinese beside it the first time.
fn mention(context: PageContext, id: &PlaceId, words: Option<&str>) -> AnyView {
    let original = (context.lang == Lang::En && context.is_first_mention(id)).then(|| {
        let name = context.story.subject(id).short().get(Lang::Zh);
        view! { " "<span class="original" lang=Lang::Zh.tag()>{name}</span> }
    });
    view! { {place_link(context, id, words)}{original} }.into_any()
}

/// A name that selects its place.
pub fn place_link(context: PageContext, id: &PlaceId, words: Option<&str>) -> AnyView {
    let subject = context.story.subject(id);
    let shown = in_languages(context, words.unwrap_or_else(|| subject.short().get(context.lang)));
    let number = context.number_of(id).map(|number| number.to_string());
    view! { <a class={class::PLACE} {..attr(attribute::PLACE, id.to_string())} {..attr(attribute::NUMBER, number)} href=id::link(id::of_place(id))>{shown}</a> }
        .into_any()
}

/// A text inside a link: its numbers still say which fact they are.
pub fn unlinked_prose(context: PageContext, text: &Prose) -> AnyView {
    let one = |span: &Span| {
        let words = plain_span(context.story, span, context.lang);
        match span {
            Span::Fact { id, .. } => {
                view! { <span {..attr(attribute::OF, id.to_string())}>{words}</span> }.into_any()
            }
            Span::Words(_) | Span::Place { .. } => words.into_any(),
        }
    };
    text.spans(context.lang).iter().map(one).collect_view().into_any()
}

/// A text whose Chinese parts are marked as such where the page is English.
pub fn in_languages(context: PageContext, text: &str) -> AnyView {
    if context.lang == Lang::Zh {
        return text.to_owned().into_any();
    }
    let run = |(han, run): (bool, &str)| {
        let words = run.to_owned();
        if han { view! { <span lang=Lang::Zh.tag()>{words}</span> }.into_any() } else { words.into_any() }
    };
    han_runs(text).map(run).collect_view().into_any()
}

/// The level of a heading, where the same part stands at more than one depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Below the page's own heading.
    Second,
    /// Below a chapter's.
    Third,
}

impl Heading {
    /// The heading with these words.
    pub fn around(self, words: AnyView) -> AnyView {
        match self {
            Self::Second => view! { <h2>{words}</h2> }.into_any(),
            Self::Third => view! { <h3>{words}</h3> }.into_any(),
        }
    }

    /// A heading one level down.
    pub fn below(self, words: AnyView) -> AnyView {
        match self {
            Self::Second => view! { <h3 class="list-head">{words}</h3> }.into_any(),
            Self::Third => view! { <h4 class="list-head">{words}</h4> }.into_any(),
        }
    }
}

/// A text without links, for titles, names and attributes: nothing else says there how a number is meant, so its kind
/// stands beside it.
pub fn plain_prose(context: PageContext, text: &Prose) -> String {
    text_with_kinds(context.story, text, context.lang)
}
