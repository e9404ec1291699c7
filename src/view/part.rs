//! A page with a part of the story: the part, and the cards that it needs to be complete by itself.

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::cards::cards;
use super::figure::figure;
use super::map::{Extra, map_figure};
use super::opening::key_figure;
use super::prose::{Heading, in_languages, prose, unlinked_prose};
use super::section::section;
use super::sharing::sharing;
use crate::model::Chapter;
use crate::text::{Embed, Route};
use crate::view::attr::attr;

/// The part, then the cards of the places and facts that it leads to.
pub fn part(context: PageContext) -> Result<AnyView, String> {
    let content = content(context)?.to_html();
    let cards = cards(context, &content).to_html();
    Ok(view! { <main id=id::STORY tabindex="-1" inner_html=content + &cards></main> }.into_any())
}

fn content(context: PageContext) -> Result<AnyView, String> {
    let inner = match context.page.route {
        Route::Story
        | Route::Ledger
        | Route::Gazetteer
        | Route::Place(_)
        | Route::Kit
        | Route::Embed(Embed::Story) => ().into_any(),
        Route::Chapter(chapter) => return whole_chapter(context, chapter),
        Route::Embed(Embed::Chapter(chapter)) => return framed_chapter(context, chapter),
        Route::Embed(Embed::OpeningMap(_, map)) => map_figure(context, map, &[], Heading::Third, Extra::Search)?,
        Route::Embed(Embed::Map(_, map)) => map_figure(context, map, &[], Heading::Third, Extra::Nothing)?,
        Route::Embed(Embed::Figure(_, spec)) => figure(context, spec),
        Route::Embed(Embed::KeyFigure(_, key, spec)) => view! {
            <div class="figure"><h3>{prose(context, &spec.title)}</h3></div>
            <div class="key-figures">{key_figure(context, key)}</div>
        }
        .into_any(),
    };
    let chapter = context.page.chapter().map(|chapter| context.words(&chapter.name));
    Ok(view! {
        // Where the figure stands, for those who do not see the page around the frame.
        <h1 class=class::UNSEEN>{unlinked_prose(context, &context.story.head().title)}</h1>
        <h2 class=class::UNSEEN>{chapter}</h2>
        {inner}
    }
    .into_any())
}

/// The story's title, which leads to it, over a page that does not have its headline.
pub fn title_to_story(context: PageContext) -> AnyView {
    let title = unlinked_prose(context, &context.story.head().title);
    view! { <h1 class="of-story"><a href=context.way_to_story()>{title}</a></h1> }.into_any()
}

/// Whether the chapter opens the story, and so has its headline.
fn opens(context: PageContext, chapter: &Chapter) -> bool {
    context.story.told().next().is_some_and(|(first, _)| first.id == chapter.id)
}

/// A chapter with the way to the whole story before and after it.
fn whole_chapter(context: PageContext, chapter: &'static Chapter) -> Result<AnyView, String> {
    let story = context.way_to_story();
    // The chapter that opens the story has the headline of all of it.
    let title = (!opens(context, chapter)).then(|| title_to_story(context));
    let back = format!("{story}#{}", chapter.id);
    Ok(view! {
        {title}
        {section(context, chapter)?}
        <p class="to-story"><a href=back>{context.ui().full_story()}</a></p>
        {sharing(context)}
    }
    .into_any())
}

/// A chapter in a frame, below which stand whose it is and the way to the whole story.
fn framed_chapter(context: PageContext, chapter: &'static Chapter) -> Result<AnyView, String> {
    let title = (!opens(context, chapter))
        .then(|| view! { <h1 class=class::UNSEEN>{unlinked_prose(context, &context.story.head().title)}</h1> });
    Ok(view! { {title}{section(context, chapter)?} }.into_any())
}

/// Below what a frame shows: whose it is, the way to the whole story, and the other language.
pub fn foot(context: PageContext) -> AnyView {
    let (ui, head, page) = (context.ui(), context.story.head(), context.page);
    let credit = head.credit.as_ref().map(|credit| {
        view! { <p {..attr(attribute::FURNITURE, "")}>{ui.source()}{in_languages(context, context.words(credit))}</p> }
    });
    let anchor = page.anchor().map_or_else(String::new, id::link);
    let story = format!("{}{anchor}", page.way_to(&page.story()));
    // The header has it already.
    let has_bar = matches!(page.route, Route::Embed(Embed::Story));
    let (other, tag) = (page.way_to(&page.in_other_language()), context.lang.other().tag());
    let language = (!has_bar).then(|| {
        view! { <a class="language" href=other.clone() {..attr(attribute::LANGUAGE, other.clone())} hreflang=tag lang=tag>{ui.other_language()}</a> }
    });
    view! {
        <footer class="embed-foot">
            {credit}
            <p>
                <a class="full-story" href=story target="_blank" rel="noopener">{ui.full_story()}" "<span>{unlinked_prose(context, &head.title)}</span></a>
                " "
                {language}
            </p>
        </footer>
    }
    .into_any()
}
