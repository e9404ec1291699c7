//! What a reader takes along from a figure, behind one button that needs no script: the link to exactly this, the picture,
//! the data, and the page that helps to embed it.

use contract::attribute;
use leptos::prelude::*;

use super::PageContext;
use crate::model::FigureId;
use crate::text::{FIGURE_FORMS, Page, Route, figure_file, place_of_figure};
use crate::view::attr::attr;

/// The forms that are offered where a figure stands among others, by the endings of their files; the rest is a step
/// further, where the figure stands alone.
const AMONG_OTHERS: [&str; 2] = ["png", "csv"];

/// The button and what it opens.
pub fn tools(context: PageContext, figure: &FigureId) -> AnyView {
    let (ui, page) = (context.ui(), context.page);
    let place = place_of_figure(context.story, figure);
    let is_chart = context.story.figure_named(figure.as_str()).is_some();
    let is_alone = page.is_embed() && page.anchor().is_some();
    let files = FIGURE_FORMS.iter().filter(|(ending, _)| is_alone || AMONG_OTHERS.contains(ending));
    let files = files.map(|(ending, name)| {
        let file = format!("{}{}", page.root(), figure_file(figure, context.lang, ending));
        view! { " "<a href=file download="">{ui.figure_form(ending, name)}</a> }
    });
    // The query with the reader's choices is the page's own, and stays; what a frame has, the story has too.
    let link =
        format!("{}#{}", if page.is_embed() { page.way_to(&page.story()) } else { String::new() }, place.anchor);
    let (target, rel) = if page.is_embed() { (Some("_blank"), Some("noopener")) } else { (None, None) };
    let kit = format!("{}?figure={}", page.way_to(&Page { route: Route::Kit, ..page }), place.embed);
    view! {
        <details class="tools">
            <summary>{if is_chart { ui.chart_tools() } else { ui.map_tools() }}</summary>
            <a href={link} {..attr(attribute::LINK, "")} target=target rel=rel>{ui.figure_link()}</a>
            {files.collect_view()}" "
            <a href=kit target=target rel=rel>{ui.figure_embed()}</a>
        </details>
    }
    .into_any()
}
