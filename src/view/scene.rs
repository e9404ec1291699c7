//! Charts with words in them, as elements: each part is one thing a reader can reach.

use contract::{attribute, class, id};
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;

use super::land::polygon_path;
use crate::draw::{Brush, Drawn, Recorder, draw_scene};
use crate::geometry::Point;
use crate::layout::{Anchor, Primitive, Role, Scene, SceneGroup, Stroke, Target, TextRun, tenth};
use crate::text::Face;
use crate::view::attr::attr;

/// The widths a chart is laid out for, in CSS pixels, by the class that shows it: the narrowest screen each stands on,
/// less its margins. A drawing may be shown larger than it was laid out, never smaller.
const WIDTHS: [(&str, f64); 2] = [("narrow", 288.0), ("wide", 656.0)];

/// Why drawing on the page's backend cannot fail.
const COLLECTS: &str = "the page's backend only collects shapes and refuses none";

/// A chart, drawn once for each width; style sheets show one of them.
pub fn chart(name: &str, lay_out: impl Fn(f64) -> Scene) -> AnyView {
    let one = |(class, width)| drawing(name, class, &lay_out(width));
    WIDTHS.map(one).into_iter().collect_view().into_any()
}

/// A drawing that only shows and says nothing by itself, such as a legend.
pub fn legend(lay_out: impl Fn(f64) -> Scene) -> AnyView {
    chart("", lay_out)
}

fn drawing(name: &str, shown: &str, scene: &Scene) -> AnyView {
    let recorder = Recorder::new(scene.size);
    draw_scene(&recorder.clone().into_drawing_area(), scene, &Brush::page(), |index| recorder.open(index))
        .expect(COLLECTS);
    let groups = recorder.groups();
    let shapes = |index| {
        let of_part = groups.iter().filter(move |group| group.name.0 == index);
        of_part.map(|group| (group.name.1, group.shapes.clone())).collect::<Vec<_>>()
    };
    let parts = scene.parts.iter().enumerate().map(|(index, one)| part(one, shapes(index))).collect_view();
    let [w, h] = scene.size.map(tenth);
    let label = (!name.is_empty()).then(|| name.to_owned());
    let (role, hidden) = if label.is_some() { (Some("group"), None) } else { (None, Some("true")) };
    view! {
        <svg class=format!("{} {shown}", class::SCENE) viewBox=format!("0 0 {w} {h}") role=role aria-label=label aria-hidden=hidden>
            {parts}
        </svg>
    }
    .into_any()
}

fn part(part: &SceneGroup, groups: Vec<(usize, Vec<Drawn>)>) -> AnyView {
    let drawn = groups
        .into_iter()
        .filter_map(|(index, shapes)| Some(primitive(part.primitives.get(index)?, &shapes)))
        .collect_view();
    let name = part.name.clone();
    match &part.to {
        Target::Nothing => view! { <g class="axis" {..attr(attribute::FURNITURE, "")} aria-hidden="true">{drawn}</g> }.into_any(),
        Target::Fact(fact) => view! {
            <a class="part" {..attr(attribute::FACT, fact.to_string())} href=id::link(id::of_fact(fact))><g role="img" aria-label=name>{drawn}</g></a>
        }
        .into_any(),
        Target::Place(place) => view! {
            <a class="part" {..attr(attribute::PLACE, place.to_string())} href=id::link(id::of_place(place))><g role="img" aria-label=name>{drawn}</g></a>
        }
        .into_any(),
    }
}

/// A primitive with the shapes that were drawn for it.
fn primitive(primitive: &Primitive, shapes: &[Drawn]) -> AnyView {
    match primitive {
        Primitive::Area(_, role) => view! { <path class=classes("fill", *role) d=closed(shapes)></path> }.into_any(),
        Primitive::Line(_, role, width, stroke) => {
            let kind = match stroke {
                Stroke::Solid => "line",
                Stroke::Dashed => "line dashed",
                Stroke::Dotted => "line dotted",
            };
            let width = (*width != 1.0).then(|| tenth(*width));
            view! { <path class=classes(kind, *role) d=lines(shapes) stroke-width=width></path> }.into_any()
        }
        Primitive::Hatch(_) => view! { <path class=classes("line", Role::Ng) d=lines(shapes)></path> }.into_any(),
        Primitive::Text(text) => words(text, shapes),
        Primitive::HitArea(rect) => {
            // Nobody sees it: whole pixels are hit as well and are fewer digits.
            let [x, y] = [rect.x.floor(), rect.y.floor()];
            let (width, height) = (rect.right().ceil() - x, rect.bottom().ceil() - y);
            view! { <rect class="reach" x=tenth(x) y=tenth(y) width=tenth(width) height=tenth(height)></rect> }
                .into_any()
        }
    }
}

fn words(text: &TextRun, shapes: &[Drawn]) -> AnyView {
    let Some(Drawn::Text(at, words)) = shapes.first() else { return ().into_any() };
    let anchor = match text.anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    let cut = match (text.face.serif, text.face.face) {
        (true, _) => "serif",
        (false, Face::Bold) => "strong",
        (false, Face::Regular) => "sans",
    };
    let of = text.of.as_ref().map(ToString::to_string);
    view! {
        <text class=classes(cut, text.role) x=tenth(at.x) y=tenth(at.y) font-size=tenth(text.face.size) text-anchor={anchor} {..attr(attribute::OF, of)}>{words.clone()}</text>
    }
    .into_any()
}

fn classes(kind: &str, role: Role) -> String {
    format!("{kind} c-{}", role.token())
}

fn closed(shapes: &[Drawn]) -> String {
    let path = |shape: &Drawn| match shape {
        Drawn::Area(points) => polygon_path(points),
        Drawn::Line(_) | Drawn::Circle(..) | Drawn::Text(..) => String::new(),
    };
    shapes.iter().map(path).collect()
}

/// Lines as one path, each written from where the one before ended: equal strokes at equal distances are equal text.
fn lines(shapes: &[Drawn]) -> String {
    let mut at: Option<Point> = None;
    let mut path = String::new();
    let mut go = |command: &str, to: Point| {
        match at {
            None => path.push_str(&format!("M{} {}", tenth(to.x), tenth(to.y))),
            Some(from) => path.push_str(&format!("{command}{} {}", tenth(to.x - from.x), tenth(to.y - from.y))),
        }
        at = Some(to);
    };
    for shape in shapes {
        if let Drawn::Line(points) = shape {
            points.iter().enumerate().for_each(|(index, point)| go(if index == 0 { "m" } else { "l" }, *point));
        }
    }
    path
}
