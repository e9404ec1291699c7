//! What is drawn over the land of some maps: schematic lines, hatching, and what a shaded map says of a region.

use contract::payload::numbers;
use contract::{attribute, class, id};
use leptos::prelude::*;

use super::measures::{ALWAYS, measure_class};
use crate::geometry::Rect;
use crate::layout::map::{Hatching, Label, Line, MapLayout, Pane, PaneKind, Reading};
use crate::layout::{Width, tenth};
use crate::model::{ChapterMap, FigureId};
use crate::view::PageContext;
use crate::view::attr::attr;

use super::layers::layers;
use super::path::{line_path, translation};

/// The id of a hatching; patterns count in the units of the pane they are used in, so that each has its own.
pub fn hatching_id(map: &ChapterMap, width: Width, pane: &Pane, hatching: Hatching) -> String {
    format!("hatch-{}-{}-{}-{}", map.id, width.slug(), pane.kind.slug(), hatching.slug())
}

/// The hatchings of a pane of a shaded map; a locator is too small for any.
pub fn hatchings(map: &ChapterMap, width: Width, layout: &MapLayout, pane: &Pane) -> Option<AnyView> {
    let shading = layout.any_choropleth().filter(|_| pane.kind != PaneKind::Locator)?;
    let lies = numbers::hatching(pane.steps_per_pixel());
    let used = Hatching::ALL.into_iter().filter(|one| shading.hatched.iter().any(|(_, hatching)| hatching == one));
    let patterns = used.map(|hatching| {
        let id = hatching_id(map, width, pane, hatching);
        let lines = match hatching {
            Hatching::Mentioned => id::of::HATCH_ON_LAND,
            Hatching::Unmentioned => id::of::HATCH_WIDE_ON_LAND,
        };
        view! { <pattern id=id href=lines patternTransform=lies.clone()></pattern> }
    });
    Some(view! { <defs>{patterns.collect_view()}</defs> }.into_any())
}

/// A schematic line: a link that selects what it stands for.
pub fn line_view(context: PageContext, line: &Line) -> AnyView {
    let place = context.story.place(&line.place);
    view! {
        <a
            class="line"
            {..attr(attribute::LAYER, layers(context, place))}
            {..attr(attribute::PLACE, line.place.to_string())}
            href=id::link(id::of_place(&line.place))
            tabindex="-1"
            aria-label=line_name(context, line, place)
        >
            {line_parts(line)}
        </a>
    }
    .into_any()
}

/// The same where links stand beside the picture.
pub fn line_drawing(context: PageContext, line: &Line) -> AnyView {
    let layers = layers(context, context.story.place(&line.place));
    view! { <g class="line" {..attr(attribute::LAYER, layers)} {..attr(attribute::PLACE, line.place.to_string())}>{line_parts(line)}</g> }.into_any()
}

fn line_parts(line: &Line) -> AnyView {
    let path: String = line.parts.iter().map(|part| line_path(part)).collect();
    let stations = line.stations.iter().map(|station| {
        view! { <g class=class::AT transform=translation(station.at)><circle class=class::STATION r=tenth(station.radius)></circle></g> }
    });
    let ends = line.ends.iter().map(|end| {
        let turn = format!("rotate({})", tenth(end.bearing));
        view! { <g class=class::AT transform=translation(end.at)><path class="line-end" d="M-6 5L0 -4L6 5" transform=turn></path></g> }
    });
    view! {
        <g class="stretch">
            <path class="line-hit" d=path.clone()></path>
            <path class="line-edge" d=path.clone()></path>
            <path class="line-core" d=path></path>
        </g>
        {ends.collect_view()}
        {stations.collect_view()}
    }
    .into_any()
}

/// What the line stands for, what is done, of which kind that is, what it leads through, and that it is no route.
fn line_name(context: PageContext, line: &Line, place: &'static crate::model::Place) -> String {
    let ui = context.ui();
    let kind = place.fact.as_ref().map(|id| ui.kind(context.story.fact(id).kind));
    let verb = place.verb.as_ref().map(|verb| verb.get(context.lang));
    let names: Vec<&str> =
        line.through.iter().map(|id| context.story.subject(id).short().get(context.lang)).collect();
    let through = ui.through(&names);
    let parts: Vec<&str> = verb.into_iter().chain(kind).chain([through.as_str()]).chain(ui.schematic()).collect();
    ui.named(place.name.get(context.lang), &ui.clauses(&parts))
}

/// What a shaded map says of a region, measure by measure.
pub fn readings_view(context: PageContext, figure: &FigureId, label: &Label) -> AnyView {
    let one = |(measure, reading): (usize, &Reading)| reading_view(context, figure, measure, reading, &label.bounds);
    label.readings.iter().enumerate().map(one).collect_view().into_any()
}

fn reading_view(
    context: PageContext,
    figure: &FigureId,
    measure: usize,
    reading: &Reading,
    bounds: &Rect,
) -> AnyView {
    let value = reading.class.map_or("none", |class| class.slug());
    let class = format!("reading {} {value}", measure_class(ALWAYS, figure, measure));
    let [head, below] = reading.baselines(bounds);
    let middle = bounds.centre().x;
    let Some((fact, kind)) = reading.fact.as_ref().zip(reading.kind) else {
        return view! {
            <g class=class>
                <text class="name" x=tenth(middle) y=tenth(head) text-anchor="middle">{reading.head.clone()}</text>
                <text class="sub" x=tenth(middle) y=tenth(below) text-anchor="middle">{reading.below.clone()}</text>
            </g>
        }
        .into_any();
    };
    let (number, mark) = reading.number_parts(bounds);
    let centre = mark.centre();
    view! {
        <g class={class} {..attr(attribute::OF, fact.to_string())}>
            <text class=class::NUMBER x=tenth(number.x) y=tenth(number.y) text-anchor="end">{reading.head.clone()}</text>
            <rect class=format!("kind {}", kind.slug()) x=tenth(mark.x) y=tenth(mark.y) width=tenth(mark.width) height=tenth(mark.height)></rect>
            <text class=class::KIND x=tenth(centre.x) y=tenth(centre.y) dy=".36em" text-anchor="middle">{context.ui().kind_mark(kind)}</text>
            <text class="name" x=tenth(middle) y=tenth(below) text-anchor="middle">{reading.below.clone()}</text>
        </g>
    }
    .into_any()
}
