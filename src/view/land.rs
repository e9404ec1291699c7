//! What stands once in the page and is used everywhere: the land's geometry and the shapes of marks.

use leptos::prelude::*;

use super::Book;
use crate::geometry::Point;
use crate::layout::{COARSE, Outline, half, outline, tenth};
use crate::model::{Shape, Stage};

/// Radius at which marks are defined; each use scales them.
const RADIUS: f64 = 10.0;

/// The definitions; no land where no map of the page draws it.
pub fn definitions(book: Book) -> AnyView {
    view! {
        <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                {book.page.has_map(book.story).then(|| land(book))}
                {marks()}
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path d="M0 0v6" class="hatch-line"></path>
                </pattern>
                <pattern id="hatch-wide" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path d="M0 0v12" class="hatch-line"></path>
                </pattern>
                <linearGradient id="fade">
                    <stop offset="0" class="fade-from"></stop>
                    <stop offset="1" class="fade-to"></stop>
                </linearGradient>
            </defs>
        </svg>
    }
    .into_any()
}

/// Regions and what lies around them and in them.
fn land(book: Book) -> AnyView {
    let ground = book.ground;
    let paths = |layer: &str, prefix: &'static str, closed: bool| {
        let path = move |(id, lines): (&str, geometry::Lines)| {
            view! { <path id=format!("{prefix}-{id}") d=ground.path(&lines, closed) vector-effect="non-scaling-stroke"></path> }
        };
        ground.shapes.layer(layer).into_iter().map(path).collect_view()
    };
    let outline = ground.path(&ground.shapes.outline(), true);
    let around = ground.shapes.layer("surroundings").into_iter().map(|(_, lines)| {
        view! { <path d=ground.coarse_path(&lines, true) vector-effect="non-scaling-stroke"></path> }
    });
    view! {
        <g id="regions">{paths("regions", "r", true)}</g>
        <path id="outline" d=outline vector-effect="non-scaling-stroke"></path>
        <g id="surroundings" transform=format!("scale({COARSE})")>{around.collect_view()}</g>
        <g id="neighbours">{paths("neighbour-borders", "n", false)}</g>
        <g id="reservoirs">{paths("water", "w", true)}</g>
        {paths("rivers", "river", false)}
    }
    .into_any()
}

/// Every shape at every stage: casing, fill, outline.
fn marks() -> AnyView {
    let pairs = Shape::ALL.into_iter().flat_map(|shape| Stage::ALL.map(|stage| (shape, stage)));
    pairs
        .filter(|(shape, _)| !matches!(shape, Shape::Bar | Shape::Tick))
        .map(|(shape, stage)| {
            let whole = outline(shape, RADIUS);
            let fill = match stage {
                Stage::Planned => None,
                Stage::UnderWay => Some(lower_half(&whole)),
                Stage::Done => Some(path_of(&whole)),
            };
            let d = path_of(&whole);
            view! {
                <g id=format!("m-{}-{}", shape.slug(), stage.slug())>
                    <path class="casing" d=d.clone()></path>
                    {fill.map(|d| view! { <path class="fill" d=d></path> })}
                    <path class="edge" d=d></path>
                </g>
            }
        })
        .collect_view()
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

/// A closed polygon as path data.
pub fn polygon_path(points: &[Point]) -> String {
    let corners: Vec<String> = points.iter().map(|p| format!("{} {}", tenth(p.x), tenth(p.y))).collect();
    format!("M{}z", corners.join("L"))
}

/// A mark as an icon in text, tables and legends.
pub fn icon(shape: Shape, stage: Stage, colour: crate::model::Colour) -> AnyView {
    view! {
        <svg class=format!("icon c-{}", colour.slug()) viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true">
            <use href=format!("#m-{}-{}", shape.slug(), stage.slug())></use>
        </svg>
    }
    .into_any()
}
