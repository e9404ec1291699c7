//! Marks drawn with plotters, as elements: each group of them is one thing a reader can reach.

use leptos::prelude::*;

use super::land::polygon_path;
use crate::draw::{Drawn, Group, GroupName};
use crate::layout::tenth;

/// Why drawing on the page's backend cannot fail.
pub const COLLECTS: &str = "the page's backend only collects shapes and refuses none";

/// A drawing of marks; without a name it is decoration.
pub fn svg(size: [f64; 2], class: &'static str, role: &'static str, name: Option<String>, inner: AnyView) -> AnyView {
    let [w, h] = size.map(tenth);
    let (role, hidden) = if name.is_some() { (Some(role), None) } else { (None, Some("true")) };
    view! {
        <svg class=class viewBox=format!("0 0 {w} {h}") width=w.clone() height=h.clone() role=role aria-label=name aria-hidden=hidden>
            {inner}
        </svg>
    }
    .into_any()
}

/// The marks of a group; those of many corners are one path, because a reader reaches them together.
pub fn shapes(group: &Group<GroupName>) -> AnyView {
    let (mut areas, mut lines) = (String::new(), String::new());
    let others = group.shapes.iter().filter_map(|shape| match shape {
        Drawn::Area(points) => {
            areas += &polygon_path(points);
            None
        }
        Drawn::Line(points) => {
            let closed = points.first() == points.last();
            lines += &polygon_path(if closed { &points[..points.len() - 1] } else { &points[..] });
            None
        }
        Drawn::Circle(centre, radius, full) => {
            let class = if *full { "full" } else { "hollow" };
            Some(
                view! { <circle class=class cx=tenth(centre.x) cy=tenth(centre.y) r=tenth(*radius)></circle> }
                    .into_any(),
            )
        }
        Drawn::Text(at, text) => Some(view! { <text x=tenth(at.x) y=tenth(at.y)>{text.clone()}</text> }.into_any()),
    });
    let others: Vec<AnyView> = others.collect();
    let path = |class: &'static str, d: String| (!d.is_empty()).then(|| view! { <path class=class d=d></path> });
    view! { {path("full", areas)}{path("hollow", lines)}{others} }.into_any()
}
