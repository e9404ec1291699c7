//! A map with more on it than a page has room for elements: a picture of few elements, which is all there is without
//! script; below it a canvas, which draws the same where it can; and in the canvas a link for each region and place,
//! for keyboards and screen readers.

use leptos::prelude::*;

use super::drawing::{furniture, label_view, place_name, region_name};
use super::layers::{RIVERS, layers};
use crate::layout::map::{Dots, MapLayout, Pane, PaneKind, dot_size, dots};
use crate::layout::{Width, tenth};
use crate::model::{ChapterMap, Place, Region};
use crate::view::Book;
use crate::view::prose::plain_prose;

/// Widths of lines in tenths of a pixel: borders, outline, a river, a great river. The canvas reads them too.
const BORDER: u32 = 7;
const OUTLINE: u32 = 15;
const GREAT_RIVER: u32 = 22;

/// A map of which one region or mark is one link among many.
pub fn crowd(book: Book, map: &'static ChapterMap, drawings: [(Width, &MapLayout); 2]) -> AnyView {
    let wide = drawings[0].1;
    let all = dots(book.ground, wide, |id| layers(book, book.story.place(id)?));
    let seen = |region: &&Region| wide.seen.contains(&region.id);
    let regions: Vec<&'static Region> = book.story.places.regions.iter().filter(seen).collect();
    let anchors = regions.iter().map(|region| {
        let (x, y) = book.ground.step(book.ground.metres(region.anchor.unwrap_or_default()));
        format!("{x} {y}")
    });
    let anchors: Vec<String> = anchors.collect();
    let regions = regions.iter().enumerate().map(|(index, region)| {
        let (stop, href) = (if index == 0 { "0" } else { "-1" }, format!("#p-{}", region.id));
        view! { <a data-place=region.id.to_string() href=href tabindex=stop>{region_name(book, map, wide, region)}</a> }
    });
    let of_dots = |dots: &'_ Dots| {
        let places = dots.places.iter().filter_map(|(id, _)| book.story.place(id));
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
                    {place_name(book, place)}
                </a>
            }
        };
        places.map(link).collect_view()
    };
    let definition = |(index, dots): (usize, &Dots)| {
        let layers = dots.layers.clone();
        view! { <path id=dots_id(map, index) d=dots.path() data-layer=layers vector-effect="non-scaling-stroke"></path> }
    };
    view! {
        <div class="crowd">
            <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
                <defs>{all.iter().enumerate().map(definition).collect_view()}</defs>
            </svg>
            <canvas role="group" aria-label=plain_prose(book, &map.title) data-anchors=anchors.join(" ")>
                {regions.collect_view()}
                {all.iter().map(of_dots).collect_view()}
            </canvas>
            {drawings.map(|(width, layout)| picture(book, map, width, layout, &all)).into_iter().collect_view()}
        </div>
    }
    .into_any()
}

fn dots_id(map: &ChapterMap, index: usize) -> String {
    format!("dots-{}-{index}", map.id)
}

fn picture(book: Book, map: &'static ChapterMap, width: Width, layout: &MapLayout, all: &[Dots]) -> AnyView {
    let [w, h] = layout.size;
    let side = |kind: PaneKind| layout.panes.iter().filter(move |pane| pane.kind == kind);
    let part = |pane: &Pane| pane_view(book, map, layout, pane, all);
    view! {
        <svg
            class=format!("map {}", width.slug())
            viewBox=format!("0 0 {} {}", tenth(w), tenth(h))
            aria-hidden="true"
            data-cut=layout.cut().map(|cut| cut.round().to_string())
        >
            {side(PaneKind::Main).map(part).collect_view()}
            {furniture(book, layout)}
            {side(PaneKind::Inset).chain(side(PaneKind::Locator)).map(part).collect_view()}
            {layout.labels.iter().map(|label| label_view(book, map, layout, label)).collect_view()}
        </svg>
    }
    .into_any()
}

/// A part of the land; what carries `data-line`, a width in tenths of a pixel, is what a canvas draws as well.
fn pane_view(book: Book, map: &ChapterMap, layout: &MapLayout, pane: &Pane, all: &[Dots]) -> AnyView {
    let layered = |href: String, class: String, tenths: u32, layers: Option<String>| {
        let width = tenth(f64::from(tenths) / 10.0);
        view! { <use href=href class=class stroke-width=width data-line=tenths.to_string() data-layer=layers></use> }
    };
    let line = |href: String, class: String, tenths: u32| layered(href, class, tenths, None);
    let rivers = book.story.map.rivers.iter().filter(|_| !layout.surroundings).map(|river| {
        let tenths = if river.major { GREAT_RIVER } else { OUTLINE };
        layered(format!("#river-{}", river.id), "drawn flow".into(), tenths, Some(RIVERS.into()))
    });
    let dots = all.iter().enumerate().map(|(index, dots)| {
        let class = dots.colour.map_or_else(String::new, |colour| format!(" c-{}", colour.slug()));
        let href = format!("#{}", dots_id(map, index));
        layered(href, format!("drawn dots{class}"), dot_size(layout), dots.layers.clone())
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
            {line("#outline".into(), "drawn ground".into(), 0)}
            {line("#regions".into(), "drawn borders".into(), BORDER)}
            {line("#outline".into(), "drawn edge-of-land".into(), OUTLINE)}
            {rivers.collect_view()}
            {dots.collect_view()}
            {aims.into_iter().flatten().collect_view()}
        </svg>
    }
    .into_any()
}
