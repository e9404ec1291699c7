//! Names for which there is no room after all.

use contract::{class, joined};
use web_sys::Element;

use crate::browser::dom::{all_within, is_drawn, mark};
use crate::geometry::Rect;

/// What no name may cover.
const SIGNS: &str = joined!(
    class::of::AT,
    ":not(",
    class::of::LABEL,
    ") :is(use,",
    class::of::CITY_DOT,
    ",",
    class::of::STATION,
    "),",
    class::of::SCALE_BAR,
    " text",
);
/// What the step names, the names of other places and what stands for them, and all the rest.
const NAMES: [&str; 3] = [
    joined!(class::of::LABEL, class::of::TOLD),
    joined!(class::of::LABEL, ":is(", class::of::PLACE, ",", class::of::NUMBER, "):not(", class::of::TOLD, ")"),
    joined!(class::of::LABEL, ":not(", class::of::PLACE, ",", class::of::NUMBER, ",", class::of::TOLD, ")"),
];

/// Takes away the names of a map that collide with another: those of an inset stand among the others now, or all are larger.
/// Places come first, then what is written before the others in the page.
pub fn make_room(map: &Element) {
    let drawn = |which: &str| all_within(map, which).filter(is_drawn);
    let bounds = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        // The box of a line is higher than its letters, and no wider.
        Rect::new(rect.left(), rect.top() + 2.0, rect.width(), rect.height() - 4.0)
    };
    let mut taken: Vec<Rect> = drawn(SIGNS).map(|sign| bounds(&sign)).collect();
    // All are measured before one is taken away: each that went in between would have the page laid out anew.
    let labels: Vec<(Element, Rect)> =
        NAMES.into_iter().flat_map(drawn).map(|label| (label.clone(), bounds(&label))).collect();
    for (label, own) in labels {
        if taken.iter().all(|other| own.overlap(other) == 0.0) {
            taken.push(own);
        } else {
            mark(&label, class::COLLIDED, true);
        }
    }
}
