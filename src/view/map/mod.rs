//! The map of a chapter: its drawings for wide and for narrow screens, those of its steps, its legend, its lists.

mod controls;
mod crowd;
mod drawing;
mod finder;
mod layers;
mod legend;
mod lists;
mod measures;
mod overlay;
mod path;
mod says;
mod view;

use std::collections::HashMap;

use leptos::prelude::*;

use super::Book;
use super::prose::{Heading, prose};
use super::strip::notes_id;
use super::tools::tools;
use crate::layout::Width;
use crate::layout::map::PaneKind;
use crate::model::{ChapterMap, Medium, Step};
use controls::{controls, extents};
use crowd::crowd;
use drawing::drawing;
use finder::{finder, options};
use layers::BY_STAGE;
pub use layers::{layer_rules, size_rules, water_rules};
use legend::legend;
pub use lists::attribution;
use lists::{beyond_list, credit_line, key, place_list, tray};
pub use measures::measure_rules;
use says::{says, says_id};
use view::View;

/// Its drawings, of which the style sheet shows one.
fn drawings(book: Book, one: &View) -> AnyView {
    if one.wide.medium == Medium::Canvas {
        return crowd(book, one.map, [(Width::Wide, &one.wide), (Width::Narrow, &one.narrow)]);
    }
    let drawings =
        [(Width::Wide, &one.wide), (Width::Narrow, &one.narrow)].map(|(w, laid)| drawing(book, one.map, w, laid));
    drawings.into_iter().collect_view().into_any()
}

/// What a map's figure has besides.
pub enum Extra {
    /// The strip that leads through a chapter's steps.
    Strip(AnyView),
    /// The search for places.
    Finder,
    /// Nothing.
    Nothing,
}

/// The figure with a chapter's map and the maps of its steps.
///
/// The error says which label found no room; it stops the build.
pub fn map_figure(
    book: Book,
    map: &'static ChapterMap,
    steps: &'static [Step],
    heading: Heading,
    extra: Extra,
) -> Result<AnyView, String> {
    let own = View::new(book, map, None)?;
    let of_steps = steps.iter().filter_map(|step| Some((step, step.map.as_ref()?)));
    let of_steps: Result<Vec<View>, String> =
        of_steps.map(|(step, map)| View::new(book, map, Some(step.id.as_str()))).collect();
    let is_first = matches!(extra, Extra::Finder);
    let options = if is_first { options(book, map) } else { HashMap::new() };
    let (strip, finder) = match extra {
        Extra::Strip(strip) => (Some(strip), None),
        Extra::Finder => (None, Some(finder(book, map))),
        Extra::Nothing => (None, None),
    };
    let views: Vec<View> = std::iter::once(own).chain(of_steps?).collect();
    let beyond = beyond_list(book, map, &views[0].wide);
    let own_key = key(book, &views[0].narrow);
    let maps: Vec<&'static ChapterMap> = views.iter().map(|view| view.map).collect();
    let id = map.id.to_string();
    let with_inset = views.iter().any(|view| view.wide.panes.iter().any(|pane| pane.kind == PaneKind::Inset));
    let by_stage = maps.iter().any(|map| !map.stages.is_empty());
    let on_request = maps.iter().any(|map| map.shading_on_request);
    let classes = [("map-figure", true), (BY_STAGE, by_stage), ("on-request", on_request)];
    let class = classes.iter().filter(|(_, holds)| *holds).map(|(class, _)| *class).collect::<Vec<_>>().join(" ");
    Ok(view! {
        <figure class=class tabindex="-1" id=id.clone() data-figure=id data-dock="">
            <figcaption>
                {heading.around(prose(book, &map.title))}
                <p>{prose(book, &map.description)}</p>
            </figcaption>
            {finder}
            <div class=if with_inset { "pinned with-inset" } else { "pinned" }>
                <div class="drawings">{views.iter().map(|one| view_of(book, one, heading, is_first)).collect_view()}</div>
                {strip}
                // For a copy of the legend, where the notes are out of sight (`browser/layers.rs`).
                <div class="beside"></div>
            </div>
            <div class="map-notes" id=notes_id(&map.id)>
                {legend(book, &views)}
                {own_key}
                {beyond}
                {tray(book, &maps, heading)}
                {place_list(book, (map, &views[0].wide), &maps, heading, &options)}
                {attribution(book)}
                {feet(book, &views)}
            </div>
        </figure>
    }
    .into_any())
}

/// The drawings of one map; a step's has its own caption and list, because those of the figure are the chapter's.
fn view_of(book: Book, one: &View, heading: Heading, is_first: bool) -> AnyView {
    let name = one.map.id.to_string();
    let below = || view! { {controls(book)}{extents(book, one, is_first)}{says(book, one.map, &one.wide)}{credit_line(book)} };
    let Some(step) = one.step else {
        return view! { <div class="view" data-view=name>{drawings(book, one)}{below()}</div> }.into_any();
    };
    let map = one.map;
    view! {
        <div class="view" data-view=name data-step=step>
            <div class="view-caption">
                {heading.below(prose(book, &map.title))}
                <p>{prose(book, &map.description)}</p>
            </div>
            {drawings(book, one)}
            {below()}
            {key(book, &one.narrow)}
        </div>
    }
    .into_any()
}

/// The files of each map; where there are several, each with its title.
fn feet(book: Book, views: &[View]) -> AnyView {
    let one = |view: &View| {
        let title = (views.len() > 1).then(|| view! { <span>{prose(book, &view.map.title)}</span> });
        view! { <div class="foot">{title}{tools(book, &view.map.id)}</div> }
    };
    views.iter().map(one).collect_view().into_any()
}
