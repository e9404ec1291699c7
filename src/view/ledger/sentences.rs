//! The whole newspaper page without a word of it: a bar for each sentence, as long as its text, tinted by who says what was
//! taken from it. Each bar that something was taken from leads to the first of its rows, and each row back to its bar.

use contract::{attribute, id};
use leptos::prelude::*;

use crate::layout::{Sentence, Taken, Type, page_in_small, sentences as placed, tenth};
use crate::model::{Article, Fact, Kind, Speaker};
use crate::view::PageContext;
use crate::view::attr::attr;

/// How a bar's label is set, in pixels of the drawing; the style sheet has the same.
const LABEL: Type = Type::sans(12.0);

/// The picture, if the articles say how long their sentences are.
pub fn sentences(context: PageContext) -> Option<AnyView> {
    let articles = || context.story.facts.articles.iter().filter(|article| !article.lengths.is_empty());
    let all: Vec<_> = articles().map(|article| (article, placed(context.story, article))).collect();
    let bars = || all.iter().flat_map(|(_, placed)| &placed.bars);
    let (count, taken) = (bars().count(), bars().filter(|bar| !bar.facts.is_empty()).count());
    let ui = context.ui();
    let drawings = all.iter().map(|(article, placed)| {
        let [width, height] = placed.size.map(tenth);
        let links = placed.bars.iter().filter_map(|bar| link(context, article, bar, placed.size[0])).collect_view();
        let untaken = placed.bars.iter().filter(|bar| bar.facts.is_empty());
        let d: String = untaken
            .map(|bar| format!("M0 {}h{}", tenth(bar.rect.centre().y), tenth(bar.rect.width)))
            .collect();
        view! {
            <div>
                <h4 {..attr(attribute::FURNITURE, "")}><b>{article.id.to_string()}</b>" "{context.words(&article.title)}</h4>
                <svg viewBox=format!("0 0 {width} {height}") width=width height=height role="group" aria-label=context.words(&article.title)>
                    <path class="bare" d=d></path>{links}
                </svg>
            </div>
        }
    });
    (count > 0).then(|| {
        view! {
            <div id=id::SENTENCES class="sentences">
                <h3>{ui.sentences_title()}</h3>
                <p class="dek" {..attr(attribute::FURNITURE, "")}>{ui.sentences_lead(count, taken)}</p>
                {key(context)}
                <div class="columns">{drawings.collect_view()}</div>
            </div>
        }
        .into_any()
    })
}

/// The same in small, where the story ends: bars of one colour are one shape, and the whole leads to the bars that lead
/// to their rows.
pub fn in_small(context: PageContext, way: String) -> Option<AnyView> {
    let placed = page_in_small(context.story);
    let (count, taken) = (placed.bars.len(), placed.bars.iter().filter(|bar| bar.taken() != Taken::Nothing).count());
    let [width, height] = placed.size.map(tenth);
    let speakers = Speaker::ALL.map(|speaker| {
        let own = |bar: &&Sentence| bar.taken() != Taken::Nothing && bar.speaker() == speaker;
        (role(speaker), small_shape(placed.bars.iter().filter(own)), small_words(context, speaker))
    });
    let untaken = small_shape(placed.bars.iter().filter(|bar| bar.taken() == Taken::Nothing));
    let looks = speakers.into_iter().chain([("bare", untaken, context.ui().sentences_bare())]);
    let looks: Vec<_> = looks.filter(|(_, d, _)| !d.is_empty()).collect();
    let bars = looks.iter().map(|(class, d, _)| view! { <path class=*class d=d.clone()></path> }).collect_view();
    let entry = |(class, _, words): &(&'static str, String, &'static str)| {
        view! { <li><i class=*class></i>{*words}</li> }
    };
    let words = context.ui().sentences_in_short(count, taken);
    (count > 0).then(|| {
        view! {
            <div class="in-small">
                <svg viewBox=format!("0 0 {width} {height}") role="img" aria-label=context.ui().sentences_title()>{bars}</svg>
                <p {..attr(attribute::FURNITURE, "")}>{words}</p>
                <ul role="list">{looks.iter().map(entry).collect_view()}</ul>
                <a href=way>{context.ui().ending_sentences()}</a>
            </div>
        }
        .into_any()
    })
}

/// Who speaks in the bars of a colour; in those that are ours it is only said that something is missing.
fn small_words(context: PageContext, speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Ours => context.ui().sentences_gap(),
        _ => context.ui().speaker(speaker),
    }
}

/// Bars as lines: each begins where it stands and is as long as its sentence.
fn small_shape<'a>(bars: impl Iterator<Item = &'a Sentence<'a>>) -> String {
    let line =
        |bar: &Sentence| format!("M{} {}h{}", tenth(bar.rect.x), tenth(bar.rect.centre().y), tenth(bar.rect.width));
    bars.map(line).collect()
}

/// The bar's name in the page, where a row leads to.
pub fn bar_of(fact: &Fact) -> Option<String> {
    let at = fact.source.as_ref()?;
    Some(id::sentence(&at.article, at.paragraph, at.sentence))
}

fn link(context: PageContext, article: &Article, bar: &Sentence<'static>, width: f64) -> Option<AnyView> {
    let first = *bar.facts.first()?;
    let ui = context.ui();
    let has_kind = |kind: &Kind| bar.facts.iter().any(|fact| fact.kind == *kind);
    let kinds: Vec<&str> = Kind::ALL.into_iter().filter(has_kind).map(|kind| ui.kind(kind)).collect();
    let speaks =
        |speaker: &Speaker| *speaker != Speaker::Ours && bar.facts.iter().any(|fact| fact.speaker == *speaker);
    let speakers: Vec<&str> = Speaker::ALL.into_iter().filter(speaks).map(|speaker| ui.speaker(speaker)).collect();
    let rows: Vec<usize> = bar.facts.iter().map(|fact| context.story.row(&fact.id)).collect();
    let place = ui.locator(article.id.as_str(), bar.paragraph, bar.sentence);
    let name = ui.sentence_name(&place, &kinds, &speakers, &rows);
    let [top, reach] = bar.reach.map(tenth);
    let class = format!("{} {}", look(bar.taken()), role(bar.speaker()));
    Some(
        view! {
            <a id=bar_of(first) class=class href=id::link(id::of_fact(&first.id)) aria-label=name>
                <rect y=top width=tenth(width) height=reach></rect>{shape(bar.rect.y, bar.rect.width, bar.rect.height)}
                {label(place + &ui.aside(ui.not_reprinted()), bar, width)}
            </a>
        }
        .into_any(),
    )
}

/// Where the sentence stands, and that its words do not, at the end of its bar: seen by whoever is led to it or points at it.
fn label(place: String, bar: &Sentence, width: f64) -> AnyView {
    let end = bar.rect.width + 6.0;
    let (x, anchor) = if end + LABEL.width(&place) < width { (end, None) } else { (width, Some("end")) };
    let y = bar.rect.centre().y + 4.0;
    view! { <text text-anchor=anchor x=tenth(x) y=tenth(y) {..attr(attribute::FURNITURE, "")}>{place}</text> }
        .into_any()
}

/// A bar: an outline in the colour of who speaks, filled by what kind of thing is said.
fn shape(top: f64, length: f64, thick: f64) -> AnyView {
    view! { <path d=format!("M1 {}h{}v{}H1z", tenth(top), tenth((length - 2.0).max(0.0)), tenth(thick))></path> }
        .into_any()
}

/// How the looks of a bar are called in the style sheet.
fn look(taken: Taken) -> &'static str {
    match taken {
        Taken::Nothing => "bare",
        Taken::Gap => "missing",
        Taken::Said { reported: true, target: true } => "both",
        Taken::Said { reported: true, .. } => "reported",
        Taken::Said { .. } => "target",
    }
}

/// The colour of a speaker.
fn role(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Report => "c-peony",
        Speaker::Newspaper => "c-amber",
        Speaker::City => "c-river",
        Speaker::District => "c-green",
        Speaker::Notice => "c-plum",
        Speaker::Ours => "c-ng",
    }
}

/// What colours and fills mean: who speaks, then what kind of thing is said.
fn key(context: PageContext) -> AnyView {
    let ui = context.ui();
    let speakers = Speaker::ALL.into_iter().filter(|speaker| *speaker != Speaker::Ours);
    let speakers = speakers.map(|speaker| (format!("reported {}", role(speaker)), ui.speaker(speaker)));
    let kinds = [
        (Taken::Said { reported: true, target: false }, ui.kind(Kind::Reported)),
        (Taken::Said { reported: false, target: true }, ui.kind(Kind::Target)),
        (Taken::Said { reported: true, target: true }, ui.sentences_both()),
        (Taken::Gap, ui.sentences_gap()),
        (Taken::Nothing, ui.sentences_bare()),
    ];
    let kinds = kinds.map(|(taken, words)| (format!("{} c-ink2", look(taken)), words));
    let entry = |(class, words): (String, &'static str)| {
        view! { <li><svg class=class viewBox="0 0 26 12" aria-hidden="true">{shape(1.0, 26.0, 10.0)}</svg>{words}</li> }
    };
    view! { <ul class="kinds">{speakers.chain(kinds).map(entry).collect_view()}</ul> }.into_any()
}
