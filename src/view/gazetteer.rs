//! Every region and place with what the page says of it, in words; the panel shows the same entries.

use leptos::prelude::*;

use super::Book;
use super::prose::{in_languages, locator};
use crate::model::{Chapter, Fact, Kind, Lang, Place, PlaceId, Precision, Subject};

/// The section.
pub fn gazetteer(book: Book) -> AnyView {
    let ui = book.ui();
    let regions = book.story.places.regions.iter().map(|region| entry(book, Subject::Region(region)));
    let places = book.story.places.places.iter().map(|place| entry(book, Subject::Place(place)));
    view! {
        <section id="places" class="gazetteer" data-anchor="">
            <h2>{ui.gazetteer_title()}</h2>
            <h3 class="group">{ui.gazetteer_regions()}</h3>
            <div class="entries">{regions.collect_view()}</div>
            <h3 class="group">{ui.gazetteer_places()}</h3>
            <div class="entries">{places.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn entry(book: Book, subject: Subject<'static>) -> AnyView {
    let id = subject.id();
    let facts: Vec<&'static Fact> = book.story.facts_about(id).collect();
    let of_kind =
        |kind: Kind| -> Vec<&'static Fact> { facts.iter().copied().filter(|fact| fact.kind == kind).collect() };
    let said: Vec<&'static Fact> = book.story.statements_about(id).collect();
    let silent =
        said.is_empty().then(|| view! { <p class="silent">{book.words(&book.story.head().not_mentioned)}</p> });
    let by_chapter = book.story.chapters.chapters.iter().filter_map(|chapter| chapter_facts(book, chapter, &said));
    let position = match subject {
        Subject::Place(place) => position(book, place),
        Subject::Region(_) => None,
    };
    view! {
        <article id=format!("p-{id}") class="entry">
            <h4>{name(book, subject)}</h4>
            {silent}
            {by_chapter.collect_view()}
            {group(book, book.ui().kind_head(Kind::NotGiven), &of_kind(Kind::NotGiven))}
            {group(book, book.ui().kind_head(Kind::EditorsNote), &of_kind(Kind::EditorsNote))}
            {position}
        </article>
    }
    .into_any()
}

/// The full name, which leads to the map; English adds the Chinese.
fn name(book: Book, subject: Subject<'static>) -> AnyView {
    let id: &PlaceId = subject.id();
    let maps = book.story.chapters.chapters.iter().filter_map(|chapter| chapter.told.as_ref()?.map.as_ref());
    let map = maps.into_iter().min_by_key(|map| usize::from(!map.places.contains(id) || map.names_only));
    let original = (book.lang == Lang::En).then(|| {
        view! { " "<span class="original" lang=Lang::Zh.tag()>{subject.name().get(Lang::Zh)}</span> }
    });
    view! {
        <a class="place" data-place=id.to_string() href=format!("#p-{id}") data-dock-to=map.map(|map| map.id.to_string())>
            {subject.name().get(book.lang)}
        </a>
        {original}
    }
    .into_any()
}

fn chapter_facts(book: Book, chapter: &'static Chapter, said: &[&'static Fact]) -> Option<AnyView> {
    let facts: Vec<&'static Fact> = said.iter().copied().filter(|fact| fact.chapter == chapter.id).collect();
    group(book, book.words(&chapter.name), &facts)
}

fn group(book: Book, head: &'static str, facts: &[&'static Fact]) -> Option<AnyView> {
    (!facts.is_empty()).then(|| {
        view! { <h5>{head}</h5><ul>{facts.iter().map(|fact| statement(book, fact)).collect_view()}</ul> }.into_any()
    })
}

/// A fact in words, with kind and locator.
fn statement(book: Book, fact: &'static Fact) -> AnyView {
    view! {
        <li data-of=fact.id.to_string()>
            {in_languages(book, book.words(&fact.statement))}
            " "
            {locator(book, fact)}
        </li>
    }
    .into_any()
}

/// How the place was put on the map, and after which source; without maps, only why it is not known where it is.
fn position(book: Book, place: &'static Place) -> Option<AnyView> {
    let location = &place.location;
    if !book.story.has_maps() && location.precision != Precision::NotGiven {
        return None;
    }
    let words = location.words.as_ref().map(|words| book.words(words));
    let source = location.source.as_ref().map(|source| book.words(source));
    (words.is_some() || source.is_some()).then(|| {
        view! {
            <p class="position" data-furniture="">
                {words}{words.and(book.ui().gap())}{source.map(|source| in_languages(book, &book.ui().position_from(source)))}
            </p>
        }
        .into_any()
    })
}
