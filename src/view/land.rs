//! What stands once in the page and is used everywhere: the land's geometry and the shapes of marks.

use contract::id;
use leptos::prelude::*;

use super::PageContext;
use crate::geometry::{Lines, Point};
use crate::layout::map::Hatching;
use crate::layout::{COARSE, CORE, FINE, Outline, core, half, outline, tenth};
use crate::model::{Shape, Stage};

/// Radius at which marks are defined; each use scales them.
const RADIUS: f64 = 10.0;

/// The definitions that this content draws with; none if it draws with none.
pub fn definitions(context: PageContext, content: &str) -> String {
    let has_map = context.page.has_map(context.story);
    let uses = |id: &str| [format!("href=\"#{id}\""), format!("url(#{id})")].iter().any(|one| content.contains(one));
    // The land is drawn in steps of its own, and so is what fills it; a canvas draws it too, which knows no other units.
    let unit = if content.contains("<canvas") { 1 } else { FINE };
    let hatchings = [
        (id::HATCH, Hatching::Mentioned, 1),
        (id::HATCH_WIDE, Hatching::Unmentioned, 1),
        (id::HATCH_ON_LAND, Hatching::Mentioned, unit),
        (id::HATCH_WIDE_ON_LAND, Hatching::Unmentioned, unit),
    ];
    let hatchings = hatchings.map(|(id, lines, unit)| uses(id).then(|| hatching(id, lines, unit)));
    let fade = uses(id::FADE).then(|| {
        view! {
            <linearGradient id=id::FADE>
                <stop offset="0" class="fade-from"></stop>
                <stop offset="1" class="fade-to"></stop>
            </linearGradient>
        }
    });
    let inner = view! { {has_map.then(|| land(context, &uses, unit))}{marks(&uses)}{hatchings}{fade} }.to_html();
    let is_empty = !inner.contains('<');
    let whole = || {
        view! {
            <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs inner_html=inner></defs></svg>
        }
    };
    if is_empty { String::new() } else { whole().to_html() }
}

/// Hatching of what is drawn in steps of so many units, as close as if they were single ones.
fn hatching(id: &'static str, lines: Hatching, unit: u8) -> AnyView {
    let (side, own) = (tenth(lines.spacing()), tenth(lines.spacing() / f64::from(unit)));
    view! {
        <pattern id=id width=own.clone() height=own viewBox=format!("0 0 {side} {side}") patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d=format!("M0 0v{side}") class="hatch-line"></path>
        </pattern>
    }
    .into_any()
}

/// Regions and what lies around them and in them, in steps of so many of the basemap's.
fn land(context: PageContext, uses: &impl Fn(&str) -> bool, unit: u8) -> AnyView {
    let basemap = context.basemap;
    let scaled = |id: String, d: String, unit: u8| {
        let transform = (unit > 1).then(|| format!("scale({unit})"));
        view! { <path id=id d=d transform=transform vector-effect="non-scaling-stroke"></path> }
    };
    let path = |id: String, d: String| scaled(id, d, unit);
    let fine = |lines: Lines, closed: bool| basemap.path(&lines, closed, unit);
    let each = |shapes: Vec<(&'static str, Lines)>, id: fn(&str) -> String, closed: bool| {
        shapes.into_iter().map(|(name, lines)| path(id(name), fine(lines, closed))).collect_view()
    };
    let (regions, outline) = basemap.shapes.alike();
    // What is only ever drawn together is one path.
    let together = |id: &'static str, layer: &str, closed: bool| {
        let d = || basemap.shapes.layer(layer).into_iter().map(|(_, lines)| fine(lines, closed)).collect();
        uses(id).then(|| path(id.to_owned(), d()))
    };
    let surroundings = uses(id::SURROUNDINGS).then(|| {
        let shapes = basemap.shapes.layer("surroundings").into_iter();
        let d: String = shapes.map(|(_, lines)| basemap.path(&lines, true, COARSE)).collect();
        scaled(id::SURROUNDINGS.to_owned(), d, COARSE)
    });
    view! {
        <g id=id::REGIONS>{each(regions, id::outline_of, true)}</g>
        {path(id::OUTLINE.to_owned(), fine(outline, false))}
        {surroundings}
        {together(id::NEIGHBOURS, "neighbour-borders", false)}
        {together(id::RESERVOIRS, "water", true)}
        {each(basemap.shapes.layer("rivers"), |river| id::course_of(river), false)}
    }
    .into_any()
}

/// The shapes at the stages that are drawn: casing, fill, outline.
fn marks(uses: &impl Fn(&str) -> bool) -> AnyView {
    let pairs = Shape::ALL.into_iter().flat_map(|shape| Stage::ALL.map(|stage| (shape, stage)));
    let named = pairs.map(|(shape, stage)| (id::sign_of(shape.slug(), stage.slug()), shape, stage));
    named.filter(|(id, ..)| uses(id)).map(|(id, shape, stage)| mark(id, shape, stage)).collect_view().into_any()
}

fn mark(id: String, shape: Shape, stage: Stage) -> AnyView {
    let whole = outline(shape, RADIUS);
    let fill = match stage {
        Stage::Planned => None,
        Stage::UnderWay => Some(lower_half(&whole)),
        Stage::Due => Some(core_of(&whole)),
        Stage::Done => Some(path_of(&whole)),
    };
    let d = path_of(&whole);
    view! {
        <g id=id>
            <path class="casing" d=d.clone()></path>
            {fill.map(|d| view! { <path class="fill" d=d></path> })}
            <path class="edge" d=d></path>
        </g>
    }
    .into_any()
}

fn path_of(outline: &Outline) -> String {
    match outline {
        Outline::Circle(radius) => {
            let r = tenth(*radius);
            format!("M-{r} 0a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0z", d = tenth(radius * 2.0))
        }
        Outline::Polygon(points) => polygon_path(points),
    }
}

fn lower_half(outline: &Outline) -> String {
    match outline {
        Outline::Circle(radius) => {
            let r = tenth(*radius);
            format!("M-{r} 0a{r} {r} 0 0 0 {d} 0z", d = tenth(radius * 2.0))
        }
        Outline::Polygon(points) => polygon_path(&half(points)),
    }
}

fn core_of(outline: &Outline) -> String {
    path_of(&match outline {
        Outline::Circle(radius) => Outline::Circle(radius * CORE),
        Outline::Polygon(points) => Outline::Polygon(core(points)),
    })
}

/// A closed polygon as path data.
pub fn polygon_path(points: &[Point]) -> String {
    let corners: Vec<String> = points.iter().map(|p| format!("{} {}", tenth(p.x), tenth(p.y))).collect();
    format!("M{}z", corners.join("L"))
}

/// A mark as an icon in text, tables and legends.
pub fn icon(shape: Shape, stage: Stage, colour: crate::model::Colour) -> AnyView {
    view! {
        <svg class=format!("icon c-{}", colour.slug()) viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true">
            <use href=id::link(id::sign_of(shape.slug(), stage.slug()))></use>
        </svg>
    }
    .into_any()
}
