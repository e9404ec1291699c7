//! Where the story ends: what was found, the picture that says so, the newspaper page in small, and the ways on.

use contract::{attribute, id};
use leptos::prelude::*;

use super::PageContext;
use super::ledger::page_in_small;
use super::prose::{headline, prose};
use crate::model::Ending;
use crate::text::SHARE_SIZES;
use crate::view::attr::attr;

/// The section; none where the data say nothing of what was found.
pub fn ending(context: PageContext) -> Option<AnyView> {
    let spec: &'static Ending = context.story.head().ending.as_ref()?;
    let ui = context.ui();
    let findings = spec.findings.iter().map(|text| view! { <li>{prose(context, text)}</li> });
    let sentences = [&context.page.way_to(&context.page.ledger()), id::of::SENTENCES].concat();
    Some(
        view! {
            <section id=id::ENDING class="ending" {..attr(attribute::ANCHOR, "")}>
                <div class="found">
                    <p class="kicker">{ui.ending()}</p>
                    <h2>{headline(context, &spec.title)}</h2>
                    <ul role="list" class="findings">{findings.collect_view()}</ul>
                    {ways(context)}
                </div>
                {picture(context)}
                {page_in_small(context, sentences)}
            </section>
        }
        .into_any(),
    )
}

/// The picture of the chapter that opens the story, which stands for the whole of it wherever a link is passed on. It is
/// asked for when the reader comes near.
fn picture(context: PageContext) -> Option<AnyView> {
    let (file, preview) = context.page.card(context.story, false)?;
    let (src, [[width, height], _]) = (format!("{}{file}", context.page.root()), SHARE_SIZES);
    let way = src.clone();
    Some(
        view! {
            <p class="to-pass-on">
                <a href=way download="">
                    <img src=src width=width height=height loading="lazy" alt=preview.words(context.story, context.lang)/>
                    {context.ui().ending_picture()}
                </a>
            </p>
        }
        .into_any(),
    )
}

/// The ways on: ledger, places, method, corrections, and each chapter again.
pub fn ways(context: PageContext) -> AnyView {
    let (ui, page) = (context.ui(), context.page);
    let (ledger, gazetteer) = (page.way_to(&page.ledger()), page.way_to(&page.gazetteer()));
    let [method, corrections] = [id::METHOD, id::CORRECTIONS].map(|id| ledger.clone() + &id::link(id));
    let chapters = context.story.told().skip(1).map(|(chapter, _)| {
        view! { " "<a href=id::link(&chapter.id)>{context.words(&chapter.name)}</a> }
    });
    view! {
        <p class="ways">
            <a href=ledger>{ui.open_ledger()}</a>" "
            <a id=id::PLACES href=gazetteer>{ui.gazetteer_title()}</a>" "
            <a href=method>{ui.method()}</a>" "
            <a href=corrections>{ui.corrections()}</a>
        </p>
        <p class="ways">{ui.ending_chapters()}{chapters.collect_view()}</p>
    }
    .into_any()
}
