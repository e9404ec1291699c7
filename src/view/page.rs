//! A page between `<body>` and `</body>`: the whole story, a chapter, or what other sites show in a frame.

use contract::payload::Opened;
use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::bar::bar;
use super::cards::cards;
use super::ending::ending;
use super::gazetteer::gazetteer;
use super::kit::kit;
use super::land::definitions;
use super::ledger::{ledger, record};
use super::links::lead_out;
use super::part::{foot, part, title_to_story};
use super::place::place;
use super::rest::REST;
use super::section::section;
use super::sharing::told;
use crate::text::{Embed, Route};
use crate::view::attr::attr;

/// The page as HTML.
///
/// The error says which map could not be laid out.
pub fn page(context: PageContext) -> Result<String, String> {
    // Rendering wants a reactive owner, though nothing reacts here.
    let owner = Owner::new();
    // Leptos parts texts by empty comments, so that it finds them again; here nothing looks for them.
    let html = owner.with(|| body(context))?.replace("<!>", "");
    let elsewhere = |id: &str| context.page.way_to(&context.page.with_fragment(id));
    Ok(match context.page.route {
        Route::Kit => html,
        _ => lead_out(&html, elsewhere, context.page.is_embed()),
    })
}

fn body(context: PageContext) -> Result<String, String> {
    if matches!(context.page.route, Route::Kit) {
        return Ok(kit(context).to_html());
    }
    // In every page of the story; frames with a part of it have no room for it.
    let has_bar = !context.page.is_embed() || matches!(context.page.route, Route::Embed(Embed::Story));
    let bar = has_bar.then(|| bar(context, &context.story.told().map(|(chapter, _)| chapter).collect::<Vec<_>>()));
    let main = match context.page.route {
        Route::Story | Route::Embed(Embed::Story) => whole(context)?,
        Route::Ledger => of_record(context, ledger(context)),
        Route::Gazetteer => of_record(context, gazetteer(context)),
        Route::Place(subject) => place(context, subject)?,
        Route::Chapter(_) | Route::Embed(_) | Route::Kit => part(context)?,
    };
    let foot = context.page.is_embed().then(|| foot(context));
    let inner = match context.page.answers() {
        true => answering(context, view! { {bar}{main}{foot} }.into_any()),
        false => {
            let skip = bar.is_some().then(|| skip(context));
            view! { {skip}{bar}{main}{foot} }.into_any()
        }
    };
    let whole = match context.page.is_embed() {
        true => view! { <div class=class::EMBED>{REST}{inner}</div> }.to_html(),
        false => view! { {REST}{inner} }.to_html(),
    };
    Ok(with_rest(context, &whole))
}

/// Stands where the style sheet is asked for, in a page that is painted before it has come.
pub const SHEET: &str = "{{sheet}}";

/// The page with what its first screen does without: the definitions of all drawings, and the style sheet.
fn with_rest(context: PageContext, html: &str) -> String {
    let parts: Vec<&str> = html.split(REST).collect();
    let Some((after, before)) = parts.split_last() else { return html.to_owned() };
    let sheet = if context.page.has_lead() { SHEET } else { "" };
    [&before.concat(), sheet, &definitions(context, html), after].concat()
}

fn whole(context: PageContext) -> Result<AnyView, String> {
    let sections = context.story.told().map(|(chapter, _)| section(context, chapter));
    let sections: Vec<AnyView> = sections.collect::<Result<_, String>>()?;
    let content = view! { {sections}{ending(context)}{record(context)} }.to_html();
    let cards = cards(context, &content).to_html();
    Ok(view! { <main id=id::STORY tabindex="-1" inner_html=content + &cards></main> }.into_any())
}

/// A page about the story's record, under the story's title, which leads to it.
fn of_record(context: PageContext, section: AnyView) -> AnyView {
    view! { <main id=id::STORY tabindex="-1">{title_to_story(context)}{section}</main> }.into_any()
}

/// What answers to a reader: the page, with the panel about a place and the card about a number where it
/// has maps or cards.
fn answering(context: PageContext, inner: AnyView) -> AnyView {
    let opens = !matches!(context.page.route, Route::Ledger);
    view! {
        <div class=class::READER>
            {skip(context)}
            {inner}
            <p id=id::ANNOUNCER class=class::UNSEEN role="status" {..attr(attribute::FAILED, context.ui().stopped())}></p>
            {opens.then(|| opened(context))}
        </div>
    }
    .into_any()
}

/// The way past the header.
fn skip(context: PageContext) -> AnyView {
    view! { <a class="skip" href=id::of::STORY>{context.ui().skip()}</a> }.into_any()
}

/// What stands open beside the story: the panel about a place and the card about a number, empty and hidden at first.
fn opened(context: PageContext) -> AnyView {
    let ui = context.ui();
    let ledger = context.page.way_to(&context.page.ledger());
    view! {
        <aside id=id::PLACE_PANEL tabindex="-1" aria-label=ui.panel()>
            <div class=class::PANEL_FRAME hidden="">
                <h3 class=class::UNSEEN>{ui.panel()}</h3>
                <button type="button" class="close" {..attr(attribute::CLOSE, Opened::Panel.slug())}><span aria-hidden="true">"×"</span><span class=class::UNSEEN>{ui.close()}</span></button>
                <div class=class::SLOT></div>
            </div>
        </aside>
        <aside id=id::SOURCE_CARD tabindex="-1" aria-label=ui.card()>
            <div class=class::CARD_FRAME hidden="">
                <button type="button" class="close" {..attr(attribute::CLOSE, Opened::Card.slug())}><span aria-hidden="true">"×"</span><span class=class::UNSEEN>{ui.close()}</span></button>
                <div class=class::SLOT></div>
                <a class="to-ledger" {..attr(attribute::LEDGER, ledger.clone())} href=ledger>{ui.to_ledger()}</a>
                <button type="button" {..attr(attribute::COPY_QUOTATION, "")} hidden="">{ui.copy_quotation()}</button>
                {told(context)}
            </div>
        </aside>
    }
    .into_any()
}
