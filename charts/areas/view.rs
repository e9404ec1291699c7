//! The strip of areas, as a picture.

use contract::{class, joined};
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;

use crate::draw::{Brush, Group, GroupName, Recorder, draw_areas};
use crate::layout::areas;
use crate::model::{AreaId, Areas, Figure};
use crate::view::PageContext;
use crate::view::charts::ChartView;
use crate::view::marks::{COLLECTS, shapes, svg};
use crate::view::prose::plain_prose;

impl ChartView for Areas {
    fn graphic(&'static self, context: PageContext, figure: &'static Figure) -> AnyView {
        areas_picture(context, &self.0, &[], 18.0, Some(plain_prose(context, &figure.description)))
    }

    fn data_table(&'static self, _: PageContext, _: String) -> Option<AnyView> {
        None
    }

    fn small_picture(&'static self, context: PageContext, figure: &'static Figure) -> Option<AnyView> {
        Some(self.graphic(context, figure))
    }
}

/// The strip of areas as one picture; `current` ones stand out. Without a name it is decoration.
pub fn areas_picture(
    context: PageContext,
    ids: &[AreaId],
    current: &[AreaId],
    side: f64,
    name: Option<String>,
) -> AnyView {
    let strip = areas(context.story, ids, side);
    let recorder = Recorder::new(strip.size);
    draw_areas(&recorder.clone().into_drawing_area(), &strip, current, &Brush::page(), |name| recorder.open(name))
        .expect(COLLECTS);
    // A picture: what looks alike is one thing in it.
    let mut looks: Vec<(String, Group<GroupName>)> = Vec::new();
    for group in recorder.groups() {
        let Some((id, mention)) = group.name.area.clone() else { continue };
        let on = current.is_empty() || current.contains(&id);
        let class = format!("area {}{}", mention.slug(), if on { joined!(" ", class::CURRENT) } else { "" });
        match looks.iter_mut().find(|(known, _)| *known == class) {
            Some((_, alike)) => alike.shapes.extend(group.shapes),
            None => looks.push((class, group)),
        }
    }
    let squares = looks.into_iter().map(|(class, group)| view! { <g class=class>{shapes(&group)}</g> });
    svg(strip.size, "chart areas", "img", name, squares.collect_view().into_any())
}
