//! The map of a chapter: its drawings for wide and for narrow screens, those of its steps, its legend, its lists.

mod controls;
mod dense;
mod description;
mod drawing;
mod layers;
mod legend;
mod lists;
mod measures;
mod near;
mod overlay;
mod path;
mod search;
mod view;

use contract::{attribute, class, id};
use leptos::prelude::*;

use super::PageContext;
use super::prose::{Heading, prose};
use super::tools::tools;
use crate::layout::Width;
use crate::model::{ChapterMap, Renderer, Step};
use crate::view::attr::attr;
use controls::{controls, extents};
use dense::dense;
use description::says;
use drawing::drawing;
use layers::BY_STAGE;
pub use layers::{layer_rules, size_rules, water_rules};
use legend::legend;
pub use lists::attribution;
use lists::{beyond_list, credit_line, key, off_map_list, place_list};
pub use measures::measure_rules;
pub use near::near_map;
use search::search_box;
use view::View;
pub use view::numbers;

/// Its drawings, of which the style sheet shows one.
fn drawings(context: PageContext, one: &View) -> AnyView {
    if one.wide.medium == Renderer::Canvas {
        return dense(context, one.map, [(Width::Wide, &one.wide), (Width::Narrow, &one.narrow)]);
    }
    let drawings =
        [(Width::Wide, &one.wide), (Width::Narrow, &one.narrow)].map(|(w, laid)| drawing(context, one.map, w, laid));
    drawings.into_iter().collect_view().into_any()
}

/// What a map's figure has besides.
pub enum Extra {
    /// The strip that leads through a chapter's steps.
    Strip(AnyView),
    /// The search for places.
    Search,
    /// Nothing.
    Nothing,
}

/// The figure with a chapter's map and the maps of its steps.
///
/// The error says which label found no room; it stops the build.
pub fn map_figure(
    context: PageContext,
    map: &'static ChapterMap,
    steps: &'static [Step],
    heading: Heading,
    extra: Extra,
) -> Result<AnyView, String> {
    let own = View::new(context, map, None)?;
    let of_steps = steps.iter().filter_map(|step| Some((step, step.map.as_ref()?)));
    let of_steps: Result<Vec<View>, String> =
        of_steps.map(|(step, map)| View::new(context, map, Some(step.id.as_str()))).collect();
    let is_first = matches!(extra, Extra::Search);
    let is_beside_steps = matches!(extra, Extra::Strip(_));
    let (strip, search_box) = match extra {
        Extra::Strip(strip) => (Some(strip), None),
        Extra::Search => (None, Some(search_box(context))),
        Extra::Nothing => (None, None),
    };
    let views: Vec<View> = std::iter::once(own).chain(of_steps?).collect();
    let beyond = beyond_list(context, map, &views[0].wide);
    let own_key = key(context, &views[0].narrow);
    let maps: Vec<&'static ChapterMap> = views.iter().map(|view| view.map).collect();
    let id = map.id.to_string();
    let by_stage = maps.iter().any(|map| !map.stages.is_empty());
    let on_request = maps.iter().any(|map| map.shading_on_request);
    let classes = [(class::MAP_FIGURE, true), (BY_STAGE, by_stage), ("on-request", on_request)];
    let class = classes.iter().filter(|(_, holds)| *holds).map(|(class, _)| *class).collect::<Vec<_>>().join(" ");
    let pinned = view! {
        <div class=class::PINNED>
            <div class=class::DRAWINGS>{views.iter().map(|one| view_of(context, one, heading, is_first)).collect_view()}</div>
            {strip}
            // For a copy of the legend, where the notes are out of sight (`browser/layers.rs`).
            <div class=class::BESIDE></div>
        </div>
    }
    .into_any();
    // What stays in the window while steps pass ends with its track, and lies on none of the notes below.
    Ok(view! {
        <figure class=class tabindex="-1" id=id.clone() {..attr(attribute::FIGURE, id)} {..attr(attribute::DOCK, "")}>
            <figcaption>
                {heading.around(prose(context, &map.title))}
                <p>{prose(context, &map.description)}</p>
            </figcaption>
            {search_box}
            {if is_beside_steps { view! { <div class="track">{pinned}</div> }.into_any() } else { pinned }}
            <div class=class::MAP_NOTES id=id::notes_of(&map.id)>
                {legend(context, &views)}
                {own_key}
                {beyond}
                {off_map_list(context, &maps, heading)}
                {place_list(context)}
                {attribution(context)}
                {feet(context, &views)}
            </div>
        </figure>
    }
    .into_any())
}

/// The drawings of one map; a step's has its own caption and list, because those of the figure are the chapter's.
fn view_of(context: PageContext, one: &View, heading: Heading, is_first: bool) -> AnyView {
    let name = one.map.id.to_string();
    let below = || view! { {controls(context)}{extents(context, one, is_first)}{says(context, one.map, &one.wide)}{credit_line(context)} };
    let Some(step) = one.step else {
        return view! { <div class={class::VIEW} {..attr(attribute::VIEW, name)}>{drawings(context, one)}{below()}</div> }
            .into_any();
    };
    let map = one.map;
    view! {
        <div class={class::VIEW} {..attr(attribute::VIEW, name)} {..attr(attribute::STEP, step)}>
            <div class="view-caption">
                {heading.below(prose(context, &map.title))}
                <p>{prose(context, &map.description)}</p>
            </div>
            {drawings(context, one)}
            {below()}
            {key(context, &one.narrow)}
        </div>
    }
    .into_any()
}

/// The files of each map; where there are several, each with its title.
fn feet(context: PageContext, views: &[View]) -> AnyView {
    let one = |view: &View| {
        let title = (views.len() > 1).then(|| view! { <span>{prose(context, &view.map.title)}</span> });
        view! { <div class="foot">{title}{tools(context, &view.map.id)}</div> }
    };
    views.iter().map(one).collect_view().into_any()
}
