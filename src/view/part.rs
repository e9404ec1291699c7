//! A page with a part of the story: the part, and what of gazetteer and ledger it needs to be complete by itself.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::Book;
use super::figure::figure;
use super::links::linked;
use super::map::{Extra, map_figure};
use super::opening::key_figure;
use super::page::section;
use super::prose::{Heading, in_languages, prose, unlinked_prose};
use super::sharing::sharing;
use super::{gazetteer, ledger};
use crate::model::{Chapter, FactId, Formula, Story};
use crate::text::{Embed, Sheet};

/// The part, then the entries of the places and the rows of the facts that it leads to.
///
/// Both are read off its links, so that nothing has to say twice what it names. Where nothing answers there are no
/// entries: a place is then a link to the whole story.
pub fn part(book: Book) -> Result<AnyView, String> {
    let content = content(book)?.to_html();
    let places = if book.page.answers() { linked(&content, "p-") } else { BTreeSet::new() };
    let entries = (!places.is_empty()).then(|| {
        let entries = gazetteer::groups(book, |id| places.contains(id.as_str()));
        around(book, ("places", "gazetteer"), book.ui().gazetteer_title(), entries).to_html()
    });
    let html = content + &entries.unwrap_or_default();
    let facts = with_inputs(book.story, linked(&html, "f-"));
    let rows = ledger::rows(book, |id| facts.contains(id.as_str()));
    let rows = around(book, ("ledger", "ledger"), book.ui().ledger_title(), rows).to_html();
    Ok(view! { <main id="story" tabindex="-1" inner_html=html + &rows></main> }.into_any())
}

fn content(book: Book) -> Result<AnyView, String> {
    let inner = match book.page.sheet {
        Sheet::Story | Sheet::Kit | Sheet::Embed(Embed::Story) => ().into_any(),
        Sheet::Chapter(chapter) => return whole_chapter(book, chapter),
        Sheet::Embed(Embed::OpeningMap(_, map)) => map_figure(book, map, &[], Heading::Third, Extra::Finder)?,
        Sheet::Embed(Embed::Map(_, map)) => map_figure(book, map, &[], Heading::Third, Extra::Nothing)?,
        Sheet::Embed(Embed::Figure(_, spec)) => figure(book, spec),
        Sheet::Embed(Embed::KeyFigure(_, key, spec)) => view! {
            <div class="figure"><h3>{prose(book, &spec.title)}</h3></div>
            <div class="key-figures">{key_figure(book, key)}</div>
        }
        .into_any(),
    };
    let chapter = book.page.chapter().map(|chapter| book.words(&chapter.name));
    Ok(view! {
        // Where the figure stands, for those who do not see the page around the frame.
        <h1 class="vh">{unlinked_prose(book, &book.story.head().title)}</h1>
        <h2 class="vh">{chapter}</h2>
        {inner}
    }
    .into_any())
}

/// A chapter with the way to the whole story before and after it.
fn whole_chapter(book: Book, chapter: &'static Chapter) -> Result<AnyView, String> {
    let opens = book.story.told().next().is_some_and(|(first, _)| first.id == chapter.id);
    let story = book.way_to_story();
    // The chapter that opens the story has the headline of all of it.
    let title = (!opens).then(|| {
        view! { <h1 class="of-story"><a href=story.clone()>{unlinked_prose(book, &book.story.head().title)}</a></h1> }
    });
    let back = format!("{story}#{}", chapter.id);
    Ok(view! {
        {title}
        {section(book, chapter)?}
        <p class="to-story"><a href=back>{book.ui().full_story()}</a></p>
        {sharing(book)}
    }
    .into_any())
}

/// What stands below a part; in a frame it is folded, for the part is what the frame is for.
fn around(book: Book, (id, class): (&'static str, &'static str), head: &'static str, inner: AnyView) -> AnyView {
    let inner = match book.page.is_embed() {
        true => view! { <details><summary>{head}</summary>{inner}</details> }.into_any(),
        false => view! { <h2>{head}</h2>{inner} }.into_any(),
    };
    view! { <section id=id class=class data-anchor="">{inner}</section> }.into_any()
}

/// These facts, and those that their formulas are worked out from.
fn with_inputs(story: &Story, mut facts: BTreeSet<String>) -> BTreeSet<String> {
    let mut open: Vec<String> = facts.iter().cloned().collect();
    while let Some(id) = open.pop() {
        let fact = story.fact(&FactId::new(&id));
        let formula = fact.and_then(|fact| Formula::parse(fact.formula.as_deref()?).ok());
        for input in formula.iter().flat_map(Formula::inputs) {
            if facts.insert(input.to_string()) {
                open.push(input.to_string());
            }
        }
    }
    facts
}

/// Below what a frame shows: whose it is, the way to the whole story, and the other language.
pub fn foot(book: Book) -> AnyView {
    let (ui, head, page) = (book.ui(), book.story.head(), book.page);
    let credit = head.credit.as_ref().map(|credit| {
        view! { <p data-furniture="">{ui.source()}{in_languages(book, book.words(credit))}</p> }
    });
    let anchor = page.anchor().map_or_else(String::new, |anchor| format!("#{anchor}"));
    let story = format!("{}{anchor}", page.way_to(&page.story()));
    // The header has it already.
    let has_bar = matches!(page.sheet, Sheet::Embed(Embed::Story));
    let (other, tag) = (page.way_to(&page.in_other_language()), book.lang.other().tag());
    let language = (!has_bar).then(|| {
        view! { <a class="language" href=other.clone() data-language=other.clone() hreflang=tag lang=tag>{ui.other_language()}</a> }
    });
    view! {
        <footer class="embed-foot">
            {credit}
            <p>
                <a class="full-story" href=story target="_blank" rel="noopener">{ui.full_story()}" "<span>{unlinked_prose(book, &head.title)}</span></a>
                " "
                {language}
            </p>
        </footer>
    }
    .into_any()
}
