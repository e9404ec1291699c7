//! A map with more on it than a page has room for elements: a picture of few elements, which is all there is without
//! script; below it a canvas, which draws the same where it can; and in the canvas a link for each region and place,
//! for keyboards and screen readers.

use leptos::prelude::*;

use super::drawing::{furniture, label_view, names_by_region, place_name, region_name};
use super::layers::{NEIGHBOURS, RIVERS, layers};
use super::overlay::line_drawing;
use crate::layout::map::style::{self, BORDER, LineStyle, NEIGHBOUR, OUTLINE, PANE, PanePart, RING, STRATA, Stratum};
use crate::layout::map::{Dots, MapLayout, Pane, PaneKind, dot_size, dots};
use crate::layout::{Width, tenth};
use crate::model::{ChapterMap, Place, Region};
use crate::view::PageContext;
use crate::view::prose::plain_prose;

/// A map of which one region or mark is one link among many.
pub fn dense(context: PageContext, map: &'static ChapterMap, drawings: [(Width, &MapLayout); 2]) -> AnyView {
    let wide = drawings[0].1;
    let all = dots(context.basemap, wide, |id| layers(context, context.story.place(id)));
    let seen = |region: &&Region| wide.seen().contains(&region.id);
    let regions: Vec<&'static Region> = context.story.places.regions.iter().filter(seen).collect();
    let anchors = regions.iter().map(|region| {
        let (x, y) = context.basemap.step(context.basemap.metres(region.anchor_on_map()));
        format!("{x} {y}")
    });
    let anchors: Vec<String> = anchors.collect();
    let inside = names_by_region(context, map, wide);
    let regions = regions.iter().enumerate().map(|(index, region)| {
        let (stop, href) = (if index == 0 { "0" } else { "-1" }, format!("#p-{}", region.id));
        view! { <a data-place=region.id.to_string() href=href tabindex=stop>{region_name(context, map, wide, region, &inside)}</a> }
    });
    let of_dots = |dots: &'_ Dots| {
        let places = dots.places.iter().map(|(id, _)| context.story.place(id));
        let link = |place: &'static Place| {
            view! {
                <a
                    class=dots.colour.is_none().then_some("city")
                    data-place=place.id.to_string()
                    data-layer=dots.layers.clone()
                    data-within=place.location.within.as_ref().map(ToString::to_string)
                    href=format!("#p-{}", place.id)
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
        view! { <path id=dots_id(map, index) d=dots.path() data-layer=layers vector-effect="non-scaling-stroke"></path> }
    };
    // In groups, because the browser takes every path here for dots.
    let rings = all.iter().enumerate().filter(|(_, dots)| !dots.rings.is_empty()).map(|(index, dots)| {
        view! { <g id=rings_id(map, index)><path d=dots.ring_path() vector-effect="non-scaling-stroke"></path></g> }
    });
    view! {
        <div class="dense">
            <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
                <defs>{all.iter().enumerate().map(definition).collect_view()}{rings.collect_view()}</defs>
            </svg>
            <canvas role="group" aria-label=plain_prose(context, &map.title) data-anchors=anchors.join(" ")>
                {regions.collect_view()}
                {all.iter().map(of_dots).collect_view()}
            </canvas>
            {drawings.map(|(width, layout)| picture(context, map, width, layout, &all)).into_iter().collect_view()}
        </div>
    }
    .into_any()
}

fn dots_id(map: &ChapterMap, index: usize) -> String {
    format!("dots-{}-{index}", map.id)
}

fn rings_id(map: &ChapterMap, index: usize) -> String {
    format!("rings-{}-{index}", map.id)
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
            class=format!("map {}", width.slug())
            viewBox=format!("0 0 {} {}", tenth(w), tenth(h))
            aria-hidden="true"
            data-cut=layout.cut().map(|cut| cut.round().to_string())
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

/// A part of the land; what carries `data-line`, a width in tenths of a pixel, is what a canvas draws as well, with the
/// dashes in `data-dash` and the opacity in `data-opacity`, in tenths too.
fn pane_view(context: PageContext, map: &ChapterMap, layout: &MapLayout, pane: &Pane, all: &[Dots]) -> AnyView {
    let drawn = |href: String, class: String, drawn: Drawn, layers: Option<String>| {
        let (width, dash, opacity) = match drawn {
            Drawn::Filled => (0.0, None, 1.0),
            Drawn::Lined(style) => (style.width, style.dash, style.opacity),
            Drawn::Dotted(size) => (size, None, 1.0),
        };
        let tenths = |length: f64| (length * 10.0).round().to_string();
        view! {
            <use
                href=href
                class=class
                stroke-width=tenth(width)
                stroke-dasharray=dash.map(|dash| dash.map(tenth).join(" "))
                data-line=tenths(width)
                data-dash=dash.map(|dash| dash.map(tenths).join(" "))
                opacity=(opacity < 1.0).then(|| opacity.to_string())
                data-opacity=(opacity < 1.0).then(|| tenths(opacity))
                data-layer=layers
            ></use>
        }
    };
    let tints = || {
        layout.tinted.iter().map(|region| drawn(format!("#r-{region}"), "drawn tinted".into(), Drawn::Filled, None))
    };
    let rivers = || {
        context.story.map.rivers.iter().map(|river| {
            let line = Drawn::Lined(style::river(river));
            drawn(format!("#river-{}", river.id), "drawn flow".into(), line, Some(RIVERS.into()))
        })
    };
    let part = |part| match part {
        PanePart::Around => {
            drawn("#neighbours".into(), "drawn next".into(), Drawn::Lined(NEIGHBOUR), Some(NEIGHBOURS.into()))
                .into_any()
        }
        PanePart::Land => drawn("#outline".into(), "drawn ground".into(), Drawn::Filled, None).into_any(),
        PanePart::Regions => view! {
            {tints().collect_view()}
            {drawn("#regions".into(), "drawn borders".into(), Drawn::Lined(BORDER), None)}
        }
        .into_any(),
        PanePart::Outline => {
            drawn("#outline".into(), "drawn edge-of-land".into(), Drawn::Lined(OUTLINE), None).into_any()
        }
        PanePart::Rivers => rivers().collect_view().into_any(),
        PanePart::Water | PanePart::Here => ().into_any(),
    };
    let rings = all.iter().enumerate().filter(|(_, dots)| !dots.rings.is_empty()).map(|(index, dots)| {
        drawn(format!("#{}", rings_id(map, index)), "drawn rings".into(), Drawn::Lined(RING), dots.layers.clone())
    });
    let dots = all.iter().enumerate().map(|(index, dots)| {
        let class = dots.colour.map_or_else(String::new, |colour| format!(" c-{}", colour.slug()));
        let href = format!("#{}", dots_id(map, index));
        drawn(href, format!("drawn dots{class}"), Drawn::Dotted(dot_size(layout)), dots.layers.clone())
    });
    let aims = (pane.kind == PaneKind::Main).then(|| {
        ["selected", "walked"].map(|what| view! { <g class="aim" data-aim=what><path></path><path></path></g> })
    });
    let [x, y, w, h] = pane.view_box.map(tenth);
    view! {
        <svg
            class=format!("pane {}{}", pane.kind.slug(), if pane.kind == PaneKind::Inset { " aside" } else { "" })
            x=tenth(pane.rect.x)
            y=tenth(pane.rect.y)
            width=tenth(pane.rect.width)
            height=tenth(pane.rect.height)
            viewBox=pane.view_box.map(tenth).join(" ")
        >
            {(pane.kind != PaneKind::Main).then(|| view! { <rect class="sea" x=x y=y width=w height=h></rect> })}
            {PANE.map(part).collect_view()}
            {rings.collect_view()}
            {dots.collect_view()}
            {aims.into_iter().flatten().collect_view()}
        </svg>
    }
    .into_any()
}
