//! A map with more on it than a page has room for elements: a picture of few elements, which is all there is without
//! script; below it a canvas, which draws the same where it can; and in the canvas a link for each region and place,
//! for keyboards and screen readers.

use contract::payload::{Aim, numbers};
use contract::{attribute, class, id};
use leptos::prelude::*;

use super::drawing::{furniture, label_view, names_by_region, pane_svg, place_name, region_name, sea};
use super::layers::{NEIGHBOURS, RIVERS, layers};
use super::overlay::line_drawing;
use crate::layout::map::style::{self, BORDER, LineStyle, NEIGHBOUR, OUTLINE, PANE, PanePart, RING, STRATA, Stratum};
use crate::layout::map::{Dots, MapLayout, Pane, PaneKind, dot_size, dots};
use crate::layout::{Width, tenth};
use crate::model::{ChapterMap, Place, Region};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::prose::plain_prose;

/// A map of which one region or mark is one link among many.
pub fn dense(context: PageContext, map: &'static ChapterMap, drawings: [(Width, &MapLayout); 2]) -> AnyView {
    let wide = drawings[0].1;
    let all = dots(context.basemap, wide, |id| layers(context, context.story.place(id)));
    let seen = |region: &&Region| wide.seen().contains(&region.id);
    let regions: Vec<&'static Region> = context.story.places.regions.iter().filter(seen).collect();
    let anchors = regions.iter().map(|region| {
        let (x, y) = context.basemap.step(context.basemap.metres(region.anchor_on_map()));
        [x, y]
    });
    let anchors = numbers::encode(anchors.flatten());
    let inside = names_by_region(context, map, wide);
    let regions = regions.iter().enumerate().map(|(index, region)| {
        let (stop, href) = (if index == 0 { "0" } else { "-1" }, id::link(id::of_place(&region.id)));
        view! { <a {..attr(attribute::PLACE, region.id.to_string())} href=href tabindex=stop>{region_name(context, map, wide, region, &inside)}</a> }
    });
    let of_dots = |dots: &'_ Dots| {
        let places = dots.places.iter().map(|(id, _)| context.story.place(id));
        let link = |place: &'static Place| {
            view! {
                <a
                    class=dots.colour.is_none().then_some(class::CITY)
                    {..attr(attribute::PLACE, place.id.to_string())}
                    {..attr(attribute::LAYER, dots.layers.clone())}
                    {..attr(attribute::WITHIN, place.location.within.as_ref().map(ToString::to_string))}
                    href=id::link(id::of_place(&place.id))
                    tabindex="-1"
                >
                    {place_name(context, place)}
                </a>
            }
        };
        places.map(link).collect_view()
    };
    let definition = |(index, dots): (usize, &Dots)| {
        let layers = dots.layers.clone();
        view! { <path id=id::dots_of(&map.id, index) d=dots.path() {..attr(attribute::LAYER, layers)} vector-effect="non-scaling-stroke"></path> }
    };
    // In groups, because the browser takes every path here for dots.
    let rings = all.iter().enumerate().filter(|(_, dots)| !dots.rings.is_empty()).map(|(index, dots)| {
        view! { <g id=id::rings_of(&map.id, index)><path d=dots.ring_path() vector-effect="non-scaling-stroke"></path></g> }
    });
    view! {
        <div class=class::DENSE>
            <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
                <defs>{all.iter().enumerate().map(definition).collect_view()}{rings.collect_view()}</defs>
            </svg>
            <canvas role="group" aria-label=plain_prose(context, &map.title) {..attr(attribute::ANCHORS, anchors)}>
                {regions.collect_view()}
                {all.iter().map(of_dots).collect_view()}
            </canvas>
            {drawings.map(|(width, layout)| picture(context, map, width, layout, &all)).into_iter().collect_view()}
        </div>
    }
    .into_any()
}

fn picture(
    context: PageContext,
    map: &'static ChapterMap,
    width: Width,
    layout: &MapLayout,
    all: &[Dots],
) -> AnyView {
    let [w, h] = layout.size;
    let side = |kind: PaneKind| layout.panes.iter().filter(move |pane| pane.kind == kind);
    let part = |pane: &Pane| pane_view(context, map, layout, pane, all);
    let stratum = |stratum| match stratum {
        Stratum::Main => side(PaneKind::Main).map(part).collect_view().into_any(),
        Stratum::Lines => layout.lines.iter().map(|line| line_drawing(context, line)).collect_view().into_any(),
        Stratum::Furniture => furniture(context, layout),
        Stratum::Apart => side(PaneKind::Inset).chain(side(PaneKind::Locator)).map(part).collect_view().into_any(),
        Stratum::Labels => {
            layout.labels.iter().map(|label| label_view(context, map, layout, label)).collect_view().into_any()
        }
        // Marks are in the panes, as few elements for many places; and a canvas does not fade.
        Stratum::Fades | Stratum::Marks => ().into_any(),
    };
    view! {
        <svg
            class=format!("{} {}", class::MAP, width.slug())
            viewBox=format!("0 0 {} {}", tenth(w), tenth(h))
            aria-hidden="true"
            {..attr(attribute::CUT, layout.cut().map(|cut| cut.round().to_string()))}
        >
            {STRATA.map(stratum).collect_view()}
        </svg>
    }
    .into_any()
}

/// What is drawn: filled, or as a line.
#[derive(Clone, Copy)]
enum Drawn {
    Filled,
    Lined(LineStyle),
    /// Dots of this size.
    Dotted(f64),
}

/// The classes of what a canvas draws as well.
fn drawn_as(what: &str) -> String {
    [class::DRAWN, " ", what].concat()
}

/// What a canvas draws as well: an element that carries `data-line`, a width in tenths of a pixel, with the dashes in
/// `data-dash` and the opacity in `data-opacity`, in tenths too.
fn drawn(href: String, class: String, drawn: Drawn, layers: Option<String>) -> AnyView {
    let (width, dash, opacity) = match drawn {
        Drawn::Filled => (0.0, None, 1.0),
        Drawn::Lined(style) => (style.width, style.dash, style.opacity),
        Drawn::Dotted(size) => (size, None, 1.0),
    };
    view! {
        <use
            href=href
            class=class
            stroke-width=tenth(width)
            stroke-dasharray=dash.map(|dash| dash.map(tenth).join(" "))
            {..attr(attribute::LINE, numbers::tenths(width))}
            {..attr(attribute::DASH, dash.map(|dash| numbers::encode(dash.map(numbers::tenths))))}
            opacity=(opacity < 1.0).then(|| opacity.to_string())
            {..attr(attribute::OPACITY, (opacity < 1.0).then(|| numbers::tenths(opacity)))}
            {..attr(attribute::LAYER, layers)}
        ></use>
    }
    .into_any()
}

/// A part of the land.
fn pane_view(context: PageContext, map: &ChapterMap, layout: &MapLayout, pane: &Pane, all: &[Dots]) -> AnyView {
    let rings = all.iter().enumerate().filter(|(_, dots)| !dots.rings.is_empty()).map(|(index, dots)| {
        drawn(id::link(id::rings_of(&map.id, index)), drawn_as("rings"), Drawn::Lined(RING), dots.layers.clone())
    });
    let dots = all.iter().enumerate().map(|(index, dots)| {
        let colour = dots.colour.map_or_else(String::new, |colour| format!(" c-{}", colour.slug()));
        let href = id::link(id::dots_of(&map.id, index));
        drawn(href, drawn_as(class::DOTS) + &colour, Drawn::Dotted(dot_size(layout)), dots.layers.clone())
    });
    let aims = (pane.kind == PaneKind::Main).then(|| {
        Aim::ALL.map(
            |aim| view! { <g class={class::AIM} {..attr(attribute::AIM, aim.slug())}><path></path><path></path></g> },
        )
    });
    let parts = view! {
        {sea(pane)}
        {PANE.map(|part| part_view(context, layout, part)).collect_view()}
        {rings.collect_view()}
        {dots.collect_view()}
        {aims.into_iter().flatten().collect_view()}
    };
    pane_svg(pane, parts.into_any())
}

/// One of the parts that a pane is laid down in.
fn part_view(context: PageContext, layout: &MapLayout, part: PanePart) -> AnyView {
    let all_regions = |class, line| drawn(id::of::REGIONS.into(), drawn_as(class), line, None);
    match part {
        PanePart::Around => {
            drawn(id::of::NEIGHBOURS.into(), drawn_as("next"), Drawn::Lined(NEIGHBOUR), Some(NEIGHBOURS.into()))
        }
        PanePart::Land => all_regions("ground", Drawn::Filled),
        PanePart::Regions => {
            let tints = layout.tinted.iter().map(|region| {
                drawn(id::link(id::outline_of(region.as_str())), drawn_as("tinted"), Drawn::Filled, None)
            });
            view! { {tints.collect_view()}{all_regions("borders", Drawn::Lined(BORDER))} }.into_any()
        }
        PanePart::Outline => drawn(id::of::OUTLINE.into(), drawn_as("edge-of-land"), Drawn::Lined(OUTLINE), None),
        PanePart::Rivers => {
            let rivers = context.story.map.rivers.iter().map(|river| {
                let line = Drawn::Lined(style::river(river));
                drawn(id::link(id::course_of(&river.id)), drawn_as("flow"), line, Some(RIVERS.into()))
            });
            rivers.collect_view().into_any()
        }
        PanePart::Water | PanePart::Here => ().into_any(),
    }
}
