//! The buttons over and under a map; they are there once the page is alive.

use contract::payload::ZoomTo;
use contract::{attribute, class, id};
use leptos::prelude::*;

use super::View;
use crate::layout::map::{Wider, farther, nearer};
use crate::view::PageContext;
use crate::view::attr::attr;

/// To what is selected, all of it, nearer, farther; and how a map is moved, for those who try the wheel or a finger.
/// The group keeps to the right: what is only there at times comes first, so that the others never move under a hand.
pub fn controls(context: PageContext) -> AnyView {
    let ui = context.ui();
    let button = |what: ZoomTo, sign: &'static str, name: &'static str| {
        view! { <button type="button" {..attr(attribute::ZOOM, what.encode())} aria-label=name>{sign}</button> }
    };
    let to_selected = view! {
        <button type="button" class={class::ZOOM_TO_SELECTED} {..attr(attribute::ZOOM, ZoomTo::Selected.encode())} aria-label=ui.zoom_to_selected() hidden="">"◎"</button>
    };
    view! {
        <div class="zoom" role="group" aria-label=ui.zoom()>
            {to_selected}
            {button(ZoomTo::All, "⤢", ui.zoom_out_fully())}
            {button(ZoomTo::In, "+", ui.zoom_in())}
            {button(ZoomTo::Out, "−", ui.zoom_out())}
        </div>
        <p class="zoom-hint" aria-hidden="true"><span class=class::BY_WHEEL>{ui.zoom_by_wheel()}</span><span class=class::BY_TOUCH>{ui.zoom_by_touch()}</span></p>
    }
    .into_any()
}

/// The parts of the land that a map can be turned to, by the names of their frames: its own, those within it, and for
/// the map that opens the story those around it, which other maps show. Nothing for a map with only its own.
pub fn extents(context: PageContext, one: &View, is_first: bool) -> Option<AnyView> {
    let [wide, narrow] =
        [&one.wide, &one.narrow].map(|layout| nearer(context.story, context.basemap, one.map, layout));
    let own = context.story.frame(&one.map.frame);
    let nearer = wide.iter().filter_map(|on_wide| {
        let on_narrow = narrow.iter().find(|other| other.frame == on_wide.frame)?;
        let what = ZoomTo::Viewports([on_wide.viewport, on_narrow.viewport]);
        Some(view! { <button type="button" {..attr(attribute::ZOOM, what.encode())}>{context.words(&on_wide.frame.name)}</button>" " })
    });
    let nearer: Vec<_> = nearer.collect();
    let farther = if is_first { farther(context.story, one.map) } else { Vec::new() };
    if nearer.is_empty() && farther.is_empty() {
        return None;
    }
    let farther = farther.into_iter().map(|(frame, shown)| {
        let id = match shown {
            Wider::Map(map) => map.id.to_string(),
            Wider::Step(id) => id.to_owned(),
        };
        view! { <a href=id::link(id)>{context.words(&frame.name)}</a>" " }
    });
    let name = context.ui().extents();
    Some(
        view! {
            <p class="extents" role="group" aria-label=name>
                <span aria-hidden="true">{name}</span>" "
                <button type="button" {..attr(attribute::ZOOM, ZoomTo::All.encode())}>{context.words(&own.name)}</button>" "
                {nearer}
                {farther.collect_view()}
            </p>
        }
        .into_any(),
    )
}
