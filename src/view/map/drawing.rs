//! The drawing: panes of land, marks that are links, labels, furniture.
//!
//! What the browser needs to zoom is in the elements: what keeps its size and moves with the land has the class `at`
//! and a translation; what stands in an inset has its point of the main map in `data-main`; what grows with the land
//! has the class `stretch`; what is out of place in a zoomed map has the class `aside`. What can be switched off
//! carries its layers in `data-layer`.

use std::collections::HashMap;

use contract::payload::numbers;
use contract::{attribute, class, id, joined};
use leptos::prelude::*;

use crate::geometry::Point;
use crate::layout::map::style::{FADE, FADE_BELOW, FULL_RADIUS, PANE, PanePart, STRATA, Stratum};
use crate::layout::map::{
    Choropleth, FOOT, Label, LabelKind, MapLayout, Mark, Pane, PaneKind, ScaleBar, Side, Sign, once_each,
};
use crate::layout::{Width, tenth};
use crate::model::{ChapterMap, FigureId, Place, PlaceId, Region, Renderer, Water};
use crate::view::PageContext;
use crate::view::attr::attr;
use crate::view::prose::{number, plain_prose};

use super::layers::{NEIGHBOURS, RIVERS, layers, shape};
use super::measures::{measure_prefix, value_class};
use super::overlay::{hatching_id, hatchings, line_view, readings_view};
use super::path::{line_path, translation};

/// The link of a mark.
const MARK: &str = joined!(class::MARK, " ", class::AT);
/// What a map fades by at its sides.
const FADED: &str = joined!("url(", id::of::FADE, ")");

/// One of a map's drawings.
pub fn drawing(context: PageContext, map: &'static ChapterMap, width: Width, layout: &MapLayout) -> AnyView {
    let [w, h] = layout.size;
    let main = layout.panes.first();
    let fades = || {
        main.filter(|pane| pane.scale() < FADE_BELOW && !layout.surroundings).map(|_| {
            view! {
                <rect class="fade aside" width=tenth(FADE) height=tenth(h) fill=FADED></rect>
                <rect class="fade aside" width=tenth(FADE) height=tenth(h) fill=FADED transform=format!("translate({} 0) scale(-1 1)", tenth(w))></rect>
            }
        })
    };
    let side = |kind: PaneKind| layout.panes.iter().filter(move |pane| pane.kind == kind);
    let part = |pane: &Pane| pane_view(context, map, width, layout, pane);
    let labels = || layout.labels.iter().chain(&layout.later).map(|label| label_view(context, map, layout, label));
    let stratum = |stratum| match stratum {
        Stratum::Main => side(PaneKind::Main).map(part).collect_view().into_any(),
        Stratum::Fades => fades().into_any(),
        Stratum::Lines => layout.lines.iter().map(|line| line_view(context, line)).collect_view().into_any(),
        Stratum::Furniture => furniture(context, layout),
        Stratum::Apart => side(PaneKind::Inset).chain(side(PaneKind::Locator)).map(part).collect_view().into_any(),
        Stratum::Marks => layout.marks.iter().map(|mark| mark_view(context, layout, mark)).collect_view().into_any(),
        Stratum::Labels => view! { <g aria-hidden="true">{labels().collect_view()}</g> }.into_any(),
    };
    let (shape, _) = shape(layout);
    let valued = layout.labels.iter().chain(&layout.later).any(|label| label.kind == LabelKind::Value);
    view! {
        <svg
            class=format!("{} {} {shape}{}", class::MAP, width.slug(), if valued { " valued" } else { "" })
            viewBox=format!("0 0 {} {}", tenth(w), tenth(h))
            role="group"
            aria-label=plain_prose(context, &map.title)
            aria-describedby=id::sentence_of(&map.id)
            // Where only the part above the cut is shown, what room is left stays empty above it.
            preserveAspectRatio=layout.cut().map(|_| "xMidYMax")
            {..attr(attribute::CUT, layout.cut().map(|cut| cut.round().to_string()))}
        >
            {STRATA.map(stratum).collect_view()}
        </svg>
    }
    .into_any()
}

/// A part of the land at its own scale; only the main one has links, so that each region is one stop.
fn pane_view(
    context: PageContext,
    map: &'static ChapterMap,
    width: Width,
    layout: &MapLayout,
    pane: &Pane,
) -> AnyView {
    let part = |part| match part {
        PanePart::Around if layout.surroundings => {
            view! { <use href=id::of::SURROUNDINGS class="surroundings"></use> }.into_any()
        }
        PanePart::Around => {
            view! { <use href=id::of::NEIGHBOURS class="neighbours" {..attr(attribute::LAYER, NEIGHBOURS)}></use> }
                .into_any()
        }
        PanePart::Land => {
            let class = if layout.surroundings { "land own" } else { "land" };
            view! { <use href=id::of::REGIONS class=class></use> }.into_any()
        }
        PanePart::Regions => regions_view(context, map, width, layout, pane),
        PanePart::Water => (layout.reservoirs && pane.kind == PaneKind::Main)
            .then(|| view! { <use href=id::of::RESERVOIRS class="water" {..attr(attribute::LAYER, RIVERS)}></use> })
            .into_any(),
        PanePart::Outline => view! { <use href=id::of::OUTLINE class="outline"></use> }.into_any(),
        PanePart::Rivers => rivers(context, layout),
        PanePart::Here => here(layout, pane),
    };
    let parts = view! { {hatchings(map, width, layout, pane)}{sea(pane)}{PANE.map(part).collect_view()} };
    let frame = (pane.kind != PaneKind::Main).then(|| {
        let (rect, class) = (pane.rect, format!("pane-frame{}", aside(pane)));
        view! {
            <rect class=class x=tenth(rect.x) y=tenth(rect.y) width=tenth(rect.width) height=tenth(rect.height)></rect>
        }
    });
    view! { {pane_svg(pane, parts.into_any())}{frame} }.into_any()
}

/// The part of a drawing that a pane is, with what stands on it: no picture by itself, for those who hear the map. Only the main
/// pane has links.
pub fn pane_svg(pane: &Pane, parts: AnyView) -> AnyView {
    let (rect, is_main) = (pane.rect, pane.kind == PaneKind::Main);
    view! {
        <svg
            class=format!("{} {}{}", class::PANE, pane.kind.slug(), aside(pane))
            role=is_main.then_some("none")
            aria-hidden=(!is_main).then_some("true")
            x=tenth(rect.x)
            y=tenth(rect.y)
            width=tenth(rect.width)
            height=tenth(rect.height)
            viewBox=pane.view_box.map(tenth).join(" ")
        >
            {parts}
        </svg>
    }
    .into_any()
}

/// What lies below the land of a pane that stands on another.
pub fn sea(pane: &Pane) -> AnyView {
    (pane.kind != PaneKind::Main)
        .then(|| {
            let [x, y, w, h] = pane.view_box.map(tenth);
            view! { <rect class=class::SEA x=x y=y width=w height=h></rect> }
        })
        .into_any()
}

/// An inset is out of place in a zoomed map.
fn aside(pane: &Pane) -> &'static str {
    if pane.kind == PaneKind::Inset { " aside" } else { "" }
}

/// The regions that a pane shows, each by itself where it can be chosen or has a look of its own.
fn regions_view(
    context: PageContext,
    map: &'static ChapterMap,
    width: Width,
    layout: &MapLayout,
    pane: &Pane,
) -> AnyView {
    let linked = pane.kind == PaneKind::Main;
    let first = layout.marks.is_empty();
    let inside = if linked { names_by_region(context, map, layout) } else { NamesByRegion::new() };
    // A locator only says where the map lies: all regions at once.
    let all =
        (pane.kind == PaneKind::Locator).then(|| view! { <use class=class::REGION href=id::of::REGIONS></use> });
    let is_drawn = |region: &&Region| match pane.kind {
        PaneKind::Main => true,
        PaneKind::Inset => pane.seen.contains(&region.id),
        PaneKind::Locator => false,
    };
    let regions = context.story.places.regions.iter().filter(is_drawn).enumerate().map(|(index, region)| {
        let (class, fill) = region_look(map, width, layout, pane, region);
        let href = id::link(id::outline_of(region.id.as_str()));
        let is_linked = linked && pane.seen.contains(&region.id);
        // What the main pane has out of sight, for the way from one map to the next, is nothing to select.
        let place = (!linked).then(|| region.id.to_string());
        if !is_linked && fill.is_none() {
            return view! { <use class={class} {..attr(attribute::PLACE, place)} href=href></use> }.into_any();
        }
        // Its own fill, which the style sheet's for a region must not cover.
        let shape = view! { <use href=href fill=fill></use> };
        if !is_linked {
            return view! { <g class={class} {..attr(attribute::PLACE, place)}>{shape}</g> }.into_any();
        }
        let stop = if first && index == 0 { "0" } else { "-1" };
        view! {
            <a
                class={class}
                {..attr(attribute::PLACE, region.id.to_string())}
                href=id::link(id::of_place(&region.id))
                tabindex=stop
                aria-label=region_name(context, map, layout, region, &inside)
            >
                {shape}
            </a>
        }
        .into_any()
    });
    view! { {all}{regions.collect_view()} }.into_any()
}

/// A region's classes, and what it is filled with that is no class's.
fn region_look(
    map: &ChapterMap,
    width: Width,
    layout: &MapLayout,
    pane: &Pane,
    region: &Region,
) -> (String, Option<String>) {
    let id = region.id.as_str();
    let mut class = class::REGION.to_owned();
    if layout.tinted.contains(&region.id) {
        class += " tinted";
    }
    let Some((figure, shading)) = map.shading.as_ref().zip(layout.any_choropleth()) else { return (class, None) };
    class += &value_classes(measure_prefix(map), figure, shading, id);
    let fill = shading.hatching(id).map(|hatching| format!("url(#{})", hatching_id(map, width, pane, hatching)));
    (class, fill)
}

/// How a river is drawn.
pub fn river_class(river: &Water) -> &'static str {
    match (river.major, river.schematic) {
        (true, _) => "river major",
        (false, true) => "river schematic",
        (false, false) => "river",
    }
}

fn rivers(context: PageContext, layout: &MapLayout) -> AnyView {
    let rivers = context.story.map.rivers.iter().filter(|_| !layout.surroundings).map(|river| {
        let class = river_class(river);
        view! { <use href=id::link(id::course_of(&river.id)) class={class} {..attr(attribute::LAYER, RIVERS)}></use> }
    });
    rivers.collect_view().into_any()
}

/// Where the main pane lies in a locator.
fn here(layout: &MapLayout, pane: &Pane) -> AnyView {
    let main = layout.panes.first().filter(|_| pane.kind == PaneKind::Locator);
    main.map(|main| {
        let [x, y, w, h] = main.view_box.map(tenth);
        view! { <rect class="here" x=x y=y width=w height=h vector-effect="non-scaling-stroke"></rect> }
    })
    .into_any()
}

/// The classes of a region on a shaded map: one for each measure with a figure of its own.
fn value_classes(prefix: char, figure: &FigureId, shading: &Choropleth, region: &str) -> String {
    let classes = shading
        .of(region)
        .enumerate()
        .filter_map(|(measure, shaded)| Some(format!(" {}", value_class(prefix, figure, measure, shaded?.class))));
    std::iter::once(" shaded".to_owned()).chain(classes).collect()
}

/// A region's name, its figures where the map shades by them, which places of the map lie in it, and how much is said of
/// it.
pub fn region_name(
    context: PageContext,
    map: &'static ChapterMap,
    layout: &MapLayout,
    region: &'static Region,
    inside: &NamesByRegion,
) -> String {
    let is_mentioned = context.story.statements_about(&region.id).next().is_some();
    // The ledger has rows for what is not given and what is noted, too.
    let said = if is_mentioned {
        context.ui().count(context.story.facts_about(&region.id).count())
    } else {
        context.words(&context.story.head().not_mentioned).to_owned()
    };
    let mut parts =
        layout.any_choropleth().map_or_else(Vec::new, |shading| values(context, map, shading, &region.id));
    let places = places_in(context, inside, region);
    // Where a place in it is mentioned, it would be odd to hear that it is not.
    let is_silent = !is_mentioned && places.is_some();
    parts.extend(places.into_iter().chain((!is_silent).then_some(said)));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    context.ui().named(region.name.get(context.lang), &context.ui().clauses(&parts))
}

/// The names of a map's places by the region that they are known to lie in.
pub type NamesByRegion = HashMap<&'static PlaceId, Vec<&'static str>>;

/// See [`NamesByRegion`]: gathered once for all regions of a map. None on a canvas, where there may be thousands and each
/// follows by itself.
pub fn names_by_region(context: PageContext, map: &'static ChapterMap, layout: &MapLayout) -> NamesByRegion {
    let mut names = NamesByRegion::new();
    if layout.medium == Renderer::Canvas {
        return names;
    }
    for place in once_each(map.all_places()).into_iter().filter_map(|id| context.story.subject(id).place()) {
        if let Some(region) = &place.location.within {
            names.entry(region).or_default().push(context.words(&place.short));
        }
    }
    names
}

/// The names of the places in a region, if there are any.
fn places_in(context: PageContext, inside: &NamesByRegion, region: &Region) -> Option<String> {
    inside.get(&region.id).map(|names| context.ui().list(names))
}

/// A region's figure in each measure with its kind, or that it is not given.
fn values(context: PageContext, map: &'static ChapterMap, shading: &Choropleth, region: &PlaceId) -> Vec<String> {
    let ui = context.ui();
    let bars = context.story.shading_of(map);
    let names = bars.into_iter().flat_map(|(_, bars)| &bars.measures).map(|measure| context.words(&measure.name));
    let value = |(name, shaded): (&str, Option<&crate::layout::map::ClassedRegion>)| match shaded
        .map(|shaded| context.story.fact(&shaded.fact))
    {
        Some(fact) => ui.named(name, &ui.of_kind(&number(context, fact), fact.kind)),
        None => ui.named(name, ui.not_given()),
    };
    names.zip(shading.of(region.as_str())).map(value).collect()
}

/// Where something of a pane stands in the main one, if that is another.
fn in_main(layout: &MapLayout, pane: usize, at: Point) -> Option<String> {
    let (own, main) = (layout.panes.get(pane)?, layout.panes.first()?);
    let point = main.fit.to_page(own.fit.to_ground(at));
    (pane > 0).then(|| numbers::point([point.x, point.y]))
}

fn mark_view(context: PageContext, layout: &MapLayout, mark: &Mark) -> AnyView {
    let place = context.story.place(&mark.place);
    let below = layout.cut().is_some_and(|cut| mark.at.y > cut);
    let scale = format!("{:.2}", mark.radius / FULL_RADIUS);
    let stop = if mark.first { "0" } else { "-1" };
    // Rings grow with the land: what is known to some kilometres is not known to less once they are long on the screen.
    // That of a mark in an inset has the size that it would have in the main pane when that is zoomed.
    let ring = mark.ring.map(|radius| {
        let ratio = layout.panes.first().map_or(1.0, |main| main.fit.scale / layout.panes[mark.pane].fit.scale);
        let near = (mark.pane > 0).then(|| view! { <circle class="ring near" r=tenth(radius * ratio)></circle> });
        let class = if mark.pane > 0 { "ring aside" } else { "ring" };
        view! { <circle class=class r=tenth(radius)></circle>{near} }
    });
    let (class, sign) = match mark.sign {
        Sign::Category { shape, colour, stage } => {
            let href = id::link(id::sign_of(shape.slug(), stage.slug()));
            let shape = view! { <use href=href transform=format!("scale({scale})")></use> }.into_any();
            (format!("{MARK} c-{}", colour.slug()), shape)
        }
        Sign::City => (format!("{MARK} {}", class::CITY), city_dot(mark)),
        Sign::OwnCity => (format!("{MARK} {} own", class::CITY), city_dot(mark)),
    };
    view! {
        <a
            class={class}
            {..attr(attribute::MAIN, in_main(layout, mark.pane, mark.at))}
            {..attr(attribute::LAYER, layers(context, place))}
            {..attr(attribute::PLACE, place.id.to_string())}
            {..attr(attribute::BELOW, below.then_some(""))}
            {..attr(attribute::WITHIN, place.location.within.as_ref().map(ToString::to_string))}
            href=id::link(id::of_place(&place.id))
            tabindex=stop
            aria-label=place_name(context, place)
        >
            <circle class="hit" r="22"></circle>
            {ring}
            <circle class="chosen" r=tenth(mark.chosen)></circle>
            {sign}
        </a>
    }
    // A link of a drawing, which has what no other link has.
    .attr("transform", translation(mark.at))
    .into_any()
}

fn city_dot(mark: &Mark) -> AnyView {
    view! { <circle class=class::CITY_DOT r=tenth(mark.radius)></circle> }.into_any()
}

/// A place's name and what there is to say of it.
pub fn place_name(context: PageContext, place: &'static Place) -> String {
    context.ui().named(place.name.get(context.lang), &place_said(context, place))
}

/// A place's category, what the page says is done with it, of which kind that is, and how roughly it stands.
fn place_said(context: PageContext, place: &'static Place) -> String {
    let ui = context.ui();
    let kind = place.fact.as_ref().map(|id| ui.kind(context.story.fact(id).kind));
    let category = context.story.category_of(place).map(|category| context.words(&category.name));
    let verb = place.verb.as_ref().map(|verb| verb.get(context.lang));
    let parts: Vec<&str> =
        category.into_iter().chain(verb).chain(kind).chain(ui.precision(place.location.precision)).collect();
    ui.clauses(&parts)
}

/// A label, drawn around the point that it names or that it stands on.
pub fn label_view(context: PageContext, map: &'static ChapterMap, layout: &MapLayout, label: &Label) -> AnyView {
    let anchor = label.anchor;
    let (at, main) = (translation(anchor), in_main(layout, label.pane, anchor));
    // The label of a mark in an inset has room in the main map where that is as large.
    let ratio = || Some(layout.panes.get(label.pane)?.scale() / layout.panes.first()?.scale());
    let from = if label.pane > 0 { ratio() } else { Some(label.from).filter(|from| *from > 1.0) };
    let standing = match label.kind {
        // Until the page is alive, and the map nearer, there is no room for it.
        _ if label.from > 1.0 => joined!(" ", class::COLLIDED),
        // Of a map that is near the main pane has the region's name.
        LabelKind::Region if label.pane > 0 => " aside",
        _ => "",
    };
    let from = from.map(numbers::hundredths);
    let label = &label.moved(Point::new(-anchor.x, -anchor.y));
    let place = label.place.as_ref().map(ToString::to_string);
    let layer = match label.kind {
        LabelKind::River => Some(RIVERS.to_owned()),
        LabelKind::Neighbour => Some(NEIGHBOURS.to_owned()),
        _ => label.place.as_ref().and_then(|id| layers(context, context.story.subject(id).place()?)),
    };
    let until = label.until.map(numbers::hundredths);
    let class = format!("{} {} {}{standing}", class::LABEL, label.kind.slug(), class::AT);
    let furniture = (label.kind == LabelKind::Number).then_some("");
    let figure = map.shading.as_ref().filter(|_| label.kind == LabelKind::Value);
    // A single line is its own group.
    if let (None, [line], [y], None) = (figure, label.lines.as_slice(), label.baselines().as_slice(), label.leader) {
        let (anchor, x) = side_of(label);
        return view! {
            <text class=class transform=at x=tenth(x) y=tenth(*y) text-anchor={anchor} {..attr(attribute::MAIN, main)} {..attr(attribute::FROM, from)} {..attr(attribute::UNTIL, until)} {..attr(attribute::LAYER, layer)} {..attr(attribute::PLACE, place)} {..attr(attribute::FURNITURE, furniture)}>{line.clone()}</text>
        }
        .into_any();
    }
    let inner = match figure {
        Some(figure) => readings_view(context, figure, label).into_any(),
        None => words_view(label),
    };
    view! {
        <g class=class transform={at} {..attr(attribute::MAIN, main)} {..attr(attribute::FROM, from)} {..attr(attribute::UNTIL, until)} {..attr(attribute::LAYER, layer)} {..attr(attribute::PLACE, place)} {..attr(attribute::FURNITURE, furniture)}>{inner}</g>
    }
    .into_any()
}

/// The lines of a label, with its leader.
pub fn words_view(label: &Label) -> AnyView {
    let (anchor, x) = side_of(label);
    let lines = label.lines.iter().zip(label.baselines()).enumerate().map(|(index, (line, y))| {
        let class = (index > 0).then_some("sub");
        view! { <text class=class x=tenth(x) y=tenth(y) text-anchor=anchor>{line.clone()}</text> }
    });
    let leader = label.leader.map(|points| {
        view! { <path class="leader" d=line_path(&points)></path> }
    });
    let foot = label.foot().map(|foot| {
        view! { <circle class="foot" cx=tenth(foot.x) cy=tenth(foot.y) r=tenth(FOOT)></circle> }
    });
    view! { {leader}{foot}{lines.collect_view()} }.into_any()
}

/// Where its text is tied, and there. What stands to the left of its mark ends there, so that an estimate too wide leaves
/// no gap.
pub fn side_of(label: &Label) -> (&'static str, f64) {
    let bounds = label.bounds;
    match label.side() {
        Side::Right => ("start", bounds.x),
        Side::Left => ("end", bounds.right()),
        Side::Centre => ("middle", bounds.centre().x),
    }
}

/// Inset frame and leaders, scale bar, the list of cities beyond.
pub fn furniture(context: PageContext, layout: &MapLayout) -> AnyView {
    let inset = layout.inset.as_ref().map(|inset| {
        let source = inset.source;
        view! {
            <rect
                class="inset-source aside"
                x=tenth(source.x)
                y=tenth(source.y)
                width=tenth(source.width)
                height=tenth(source.height)
            ></rect>
            {inset.leaders.iter().map(|line| view! { <path class="inset-leader aside" d=line_path(line)></path> }).collect_view()}
            <text class="caption aside" x=tenth(inset.caption_at.x) y=tenth(inset.caption_at.y) text-anchor="middle" {..attr(attribute::FURNITURE, "")}>
                {inset.caption.clone()}
            </text>
        }
    });
    let main = layout.panes.first().map(|pane| pane.fit.scale);
    let metres = |bar: &ScaleBar| main.map(|scale| ((bar.line[2].x - bar.line[1].x) / scale).round().to_string());
    let bar = layout.scale_bar.as_ref().map(|bar| {
        view! {
            <g class={class::SCALE_BAR} {..attr(attribute::FURNITURE, "")} {..attr(attribute::METRES, metres(bar))}>
                <path d=line_path(&bar.line)></path>
                <text x=tenth(bar.label_at.x) y=tenth(bar.label_at.y) text-anchor="middle">{bar.label.clone()}</text>
            </g>
        }
    });
    let beyond = layout.beyond.iter().map(|row| {
        let place = context.story.place(&row.place);
        let turn = format!("translate({} {}) rotate({})", tenth(row.arrow_at.x), tenth(row.arrow_at.y), tenth(row.bearing));
        view! {
            <a class="beyond" {..attr(attribute::PLACE, row.place.to_string())} href=id::link(id::of_place(&row.place)) tabindex="-1" aria-label=context.ui().towards(context.words(&place.short), row.bearing)>
                <text x=tenth(row.at.x) y=tenth(row.at.y) text-anchor="end">{context.words(&place.short)}</text>
                <path d="M0 9V-9M-4 -4L0 -9L4 -4" transform=turn></path>
            </a>
        }
    });
    let title = layout.beyond_title.as_ref().map(|(at, words)| {
        view! { <text class="caption" x=tenth(at.x) y=tenth(at.y) text-anchor="end">{words.clone()}</text> }
    });
    view! { {inset}{bar}{title}{beyond.collect_view()} }.into_any()
}
