//! What marks, fills, rings, tints, lines and hatchings mean, on all maps of a figure.

use leptos::prelude::*;

use super::View;
use super::measures::measure_class;
use crate::layout::map::{Hatching, KeyEntry, KeySign, MapLayout, Meaning, key};
use crate::model::{ChapterMap, FactId};
use crate::view::Book;
use crate::view::land::icon;
use crate::view::prose::fact_link;

/// The legend.
pub fn legend(book: Book, views: &[View]) -> AnyView {
    let maps: Vec<(&ChapterMap, &MapLayout)> = views.iter().map(|view| (view.map, &view.wide)).collect();
    let rows = key(book.story, &maps, book.lang).into_iter().map(|entry| row(book, entry));
    view! { <ul class="legend" aria-label=book.ui().legend()>{rows.collect_view()}</ul> }.into_any()
}

fn row(book: Book, entry: KeyEntry) -> AnyView {
    let sign = sign(entry.sign);
    match entry.meaning {
        Meaning::Words(words) => view! { <li>{sign}{words}</li> }.into_any(),
        Meaning::Values { figure, measure, least, greatest } => {
            let class = measure_class(&figure, measure);
            view! { <li class=class>{sign}<span>{values(book, &least, &greatest)}</span></li> }.into_any()
        }
    }
}

fn sign(sign: KeySign) -> AnyView {
    match sign {
        KeySign::Mark(shape, stage, colour) => icon(shape, stage, colour),
        KeySign::Ring => dot("ring", "10"),
        KeySign::City => dot("city-dot", "5.5"),
        KeySign::Tint => view! { <span class="swatch tinted" aria-hidden="true"></span> }.into_any(),
        KeySign::Shade(shade) => {
            view! { <span class=format!("swatch {}", shade.slug()) aria-hidden="true"></span> }.into_any()
        }
        KeySign::Line => view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                <path class="line-edge" d="M0 8H26"></path>
                <path class="line-core" d="M0 8H26"></path>
            </svg>
        }
        .into_any(),
        KeySign::River => view! {
            <svg class="icon" viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
                <path class="river schematic" d="M1 8H25"></path>
            </svg>
        }
        .into_any(),
        KeySign::Hatching(hatching) => {
            let fill = match hatching {
                Hatching::Mentioned => "url(#hatch)",
                Hatching::Unmentioned => "url(#hatch-wide)",
            };
            // Drawn, because forced colours take the ground of a box away.
            view! {
                <svg class="icon" viewBox="0 0 36 18" width="36" height="18" aria-hidden="true">
                    <rect class="hatched-swatch" x=".5" y=".5" width="35" height="17" fill=fill></rect>
                </svg>
            }
            .into_any()
        }
    }
}

fn dot(class: &'static str, radius: &'static str) -> AnyView {
    view! {
        <svg class="icon" viewBox="-13 -13 26 26" width="18" height="18" aria-hidden="true"><circle class=class r=radius></circle></svg>
    }
    .into_any()
}

/// One value, or the least and the greatest.
fn values(book: Book, least: &FactId, greatest: &FactId) -> AnyView {
    if least == greatest {
        return fact_link(book, greatest, None);
    }
    view! { {fact_link(book, least, None)}" – "{fact_link(book, greatest, None)} }.into_any()
}
