//! The page about one region or place: what is said of it, its share of the charts, its map, where it lies, what is near.

mod shares;
mod whereabouts;

use contract::id;
use leptos::prelude::*;

use super::PageContext;
use super::gazetteer::{Head, said_of};
use super::map::near_map;
use super::prose::{in_languages, locator, prose, unlinked_prose};
use super::sharing::sharing;
use super::side_by_side::way_to_compare;
use crate::model::{Lang, Place, Precision, Subject};
use crate::text::{Lead, lead_of, not_itself};
use shares::shares;
use whereabouts::{nearby, whereabouts};
pub use whereabouts::{of_step, said_count};

/// The page's main part.
///
/// The error says which map could not be laid out.
pub fn place(context: PageContext, subject: Subject<'static>) -> Result<AnyView, String> {
    let ui = context.ui();
    let lies = context.basemap.whereabouts(context.story, subject);
    let lead = lead_of(context.story, subject);
    let is_silent = matches!(lead, Lead::Inside(_) | Lead::Silent(_));
    let map = near_map(context, subject)?;
    let has_more = context.story.facts_about(subject.id()).next().is_some()
        || subject.place().is_some_and(|place| place.location.source.is_some());
    let said = has_more.then(|| {
        let head = if is_silent { ui.noted_of_it() } else { ui.said_of_it() };
        view! { <section class="said entry"><h2>{head}</h2>{said_of(context, subject, Head::OnPage, &context.story.facts_about(subject.id()).collect::<Vec<_>>())}</section> }
    });
    // What is near leads on from a page that has nothing to say, and else stands last.
    let parts = match is_silent {
        true => view! { {nearby(context, &lies, true)}{whereabouts(context, subject, &lies)}{said} }.into_any(),
        false => {
            view! { {shares(context, subject)}{said}{whereabouts(context, subject, &lies)}{nearby(context, &lies, false)} }
                .into_any()
        }
    };
    Ok(view! {
        <main id=id::STORY tabindex="-1">
            <article class="of-place">
                <header>
                    <p class="kicker"><a href=context.way_to_story()>{unlinked_prose(context, &context.story.head().title)}</a>" · "{sort(context, subject)}</p>
                    <h1>{context.words(subject.name())}{original(context, subject)}</h1>
                    {first(context, lead)}
                    {ways(context, subject)}
                </header>
                {map}
                <div class="parts">{parts}</div>
            </article>
            {sharing(context)}
        </main>
    }
    .into_any())
}

/// What sort of thing it is.
fn sort(context: PageContext, subject: Subject<'static>) -> &'static str {
    let ui = context.ui();
    let Subject::Place(place) = subject else { return ui.a_region() };
    let category = context.story.category_of(place).map(|category| context.words(&category.name));
    category.unwrap_or(match place.location.precision {
        Precision::Beyond => ui.a_city_beyond(),
        Precision::Whole => ui.the_whole(),
        _ => ui.a_place(),
    })
}

/// English adds the Chinese.
fn original(context: PageContext, subject: Subject<'static>) -> Option<AnyView> {
    (context.lang == Lang::En).then(|| {
        view! { " "<span class="original" lang=Lang::Zh.tag()>{subject.name().get(Lang::Zh)}</span> }.into_any()
    })
}

/// What is said first, or that nothing is.
fn first(context: PageContext, lead: Lead<'static>) -> AnyView {
    match lead {
        Lead::Said(fact) => view! {
            <p class="finding">{in_languages(context, context.words(&fact.statement))}" "{locator(context, fact)}</p>
        }
        .into_any(),
        Lead::Found(text) => view! { <p class="finding">{prose(context, text)}</p> }.into_any(),
        Lead::Inside(places) => view! { <p class="finding">{not_itself(&places, context.lang)}</p> }.into_any(),
        Lead::Silent(words) => view! { <p class="finding">{context.words(words)}</p> }.into_any(),
    }
}

/// The way back to the story, which opens with what it says of this place, to a region beside others, and to the list of all.
fn ways(context: PageContext, subject: Subject<'static>) -> AnyView {
    let (ui, id) = (context.ui(), subject.id());
    let story = format!("{}?place={id}", context.way_to_story());
    let all = context.page.way_to(&context.page.gazetteer());
    let is_drawn = |place: &Place| context.story.point_of(&place.id).is_some() || place.location.within.is_some();
    let is_on_map = context.story.has_maps() && subject.place().is_none_or(is_drawn);
    let words = if is_on_map { ui.see_in_story() } else { ui.see_in_words() };
    let compare = way_to_compare(context, subject).map(|way| view! { " "<a href=way>{ui.compare()}</a> });
    view! { <p class="ways"><a href=story>{words}</a>{compare}" "<a href=all>{ui.all_of_them()}</a></p> }.into_any()
}
